#include <array>
#include <utility>

#include "rapport/lexicon.hpp"

namespace rapport {

namespace {

constexpr std::array<std::pair<Level, std::string_view>, 4> names = {{
    {Level::none, "none"},
    {Level::claimed, "claimed"},
    {Level::demonstrated, "demonstrated"},
    {Level::quantified, "quantified"},
}};

}  // namespace

std::string_view name_of(Level level) {
  return names[static_cast<std::size_t>(level)].second;
}

std::optional<Level> level(std::string_view name) {
  for (const auto& [value, known] : names) {
    if (known == name) return value;
  }
  return std::nullopt;
}

}  // namespace rapport
