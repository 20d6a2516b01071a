// The user's own sentence with blanks for what it leaves open:
//
//     Calmed upset guests at the front desk.
//     Calmed upset guests ([how many or how often]) at the front desk, so that [what came of it].
//
// Not a word of it is changed, and blanks go to its end unless a better place is certain, so that
// the sentence stays sound whatever it says.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "rapport/reading.hpp"

namespace rapport {

struct Improved {
  std::vector<StoryPart> missing{};  // never empty
  std::string text{};
  std::string plain{};  // without the figure; empty when `text` asks for none
};

// Nothing when the sentence leaves nothing open, or cannot take blanks (a question, a fragment, one
// that is long already). A letter is never asked for figures.
[[nodiscard]] std::optional<Improved> improve(const Reading& reading, const Evidence& evidence,
                                              const Lexicon& lexicon);

// What is told in one unit, in order of the text.
[[nodiscard]] std::span<const Part> parts_of(const Reading& reading, std::size_t unit);

// The part's first place in a unit; null when it has none.
[[nodiscard]] const Part* find_part(const Reading& reading, std::size_t unit, StoryPart part);

// Whether a text says "I", "we" or "my". In a letter what others do only sets the scene.
[[nodiscard]] bool speaks_of_self(std::string_view text);

// Blanks and newlines in one line, none at the ends.
[[nodiscard]] std::string one_line(std::string_view text);

}  // namespace rapport
