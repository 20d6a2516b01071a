// Others: evidence that is told of somebody else, or of no person. Bullets leave the writer out and
// letters say "I"; what stands right before a verb as its subject is neither:
//
//     The manager calmed the guests.        A course that I took: "Calming Angry Guests"
#pragma once

#include <cstdint>
#include <string_view>

#include "match/clauses.hpp"
#include "match/folded.hpp"
#include "rapport/lexicon.hpp"

namespace rapport {

// The words for others are the lexicon's class `other-subject`.
class Others {
 public:
  explicit Others(const WordClasses& classes);

  // Whether a clause that begins with another subject has its verb at `span`.
  [[nodiscard]] bool did(const Clauses& clauses, std::string_view source, const Folded& unit,
                         FoldedRange span) const;

 private:
  WordClass subjects_;
};

// Whether a span lies in a title between quotation marks.
[[nodiscard]] bool in_quoted_title(std::string_view source, const Folded& unit, FoldedRange span);

}  // namespace rapport
