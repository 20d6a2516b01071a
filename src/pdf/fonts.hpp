// The fonts of the machine, which poppler asks fontconfig for. It does so for every font that a
// file does not hold, also where only words are wanted, and to read fontconfig's configuration
// takes longer than to read a resume: so there are none until a page is drawn.
//
// Safe to call from several threads; what fontconfig keeps is the whole process's.
#pragma once

namespace rapport {

// From now on poppler finds no font, unless some are in use already.
void leave_fonts_alone();

// From now on poppler finds the machine's fonts. Costs something the first time only.
void use_fonts();

}  // namespace rapport
