// The reader of OpenDocument texts (.odt, .ott, and .fodt, which is one XML file). It also claims
// other OpenDocument files, to say what they are.
#pragma once

#include "rapport/reader.hpp"

namespace rapport {

[[nodiscard]] const Reader& odt_reader();

}  // namespace rapport
