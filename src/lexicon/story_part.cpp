#include <algorithm>
#include <array>

#include "rapport/lexicon.hpp"

namespace rapport {

namespace {

constexpr std::array<std::string_view, story_part_count> names = {
    "situation", "action", "who", "number", "result", "measure", "example"};

}  // namespace

std::string_view name_of(StoryPart part) {
  return names[static_cast<std::size_t>(part)];
}

std::optional<StoryPart> story_part(std::string_view name) {
  const auto found = std::ranges::find(names, name);
  if (found == names.end()) return std::nullopt;
  return static_cast<StoryPart>(found - names.begin());
}

}  // namespace rapport
