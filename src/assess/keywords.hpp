// Keywords: what postings ask for besides the skills of the lexicon. Tools, methods, certificates,
// the trade's own nouns; each with the documents of the application that have it.
//
// A term is a run of one to three words that no small word ("the", "with") begins or ends. It is
// told from the noise of postings by where it stands (under requirements), by what introduces it
// ("experience with", "certified in"), by what follows it ("certification"), by its capitals and by
// coming back. What only says something of the employer is passed over, and so are its name and
// town. The words for it are data (lexicons/en/posting.toml).
#pragma once

#include <span>
#include <vector>

#include "assess/term_index.hpp"
#include "rapport/posting.hpp"

namespace rapport {

// At most `most`, heaviest first.
[[nodiscard]] std::vector<Keyword> keywords(std::span<const Posting> postings,
                                            std::span<const Reading> readings,
                                            const TermIndex& index, const Stemmer& stemmer,
                                            const Lexicon& lexicon, std::size_t most);

}  // namespace rapport
