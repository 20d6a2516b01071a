// Hidden text of a document: collected while it is read, settled when all of it is known.
#pragma once

#include <string_view>
#include <vector>

#include "input/story.hpp"
#include "rapport/extracted.hpp"

namespace rapport {

// Adds to the last entry when it is of the same paragraph and reason.
void add_hidden(std::string_view text, const StoryLine& where, HiddenBy by,
                std::vector<HiddenText>& hidden);

// Letters in the color of their ground are hidden, unless something is drawn behind the text: then
// nobody can tell without a page, and they stay, with a finding. Takes the hidden ones out of the
// lines, drops the lines that become blank, and returns all that is hidden in the document.
struct SettledHidden {
  std::vector<HiddenText> hidden{};
  std::vector<Finding> findings{};
};
[[nodiscard]] SettledHidden settle_hidden(std::vector<PartText>& stories);

}  // namespace rapport
