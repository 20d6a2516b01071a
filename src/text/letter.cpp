#include "text/letter.hpp"

#include <algorithm>
#include <array>

#include "text/section_headings.hpp"

namespace rapport {
namespace {

constexpr std::size_t max_line = 80;

constexpr auto salutations = std::to_array<std::string_view>({
    "dear ",
    "to whom it may concern",
    "to the hiring",
    "hello hiring",
    "hi hiring",
    "greetings",
    "good morning",
    "good afternoon",
    "attention hiring",
});

constexpr auto closings = std::to_array<std::string_view>({
    "sincerely",
    "yours sincerely",
    "yours truly",
    "yours faithfully",
    "sincerely yours",
    "very truly yours",
    "best regards",
    "kind regards",
    "warm regards",
    "kindest regards",
    "warmest regards",
    "regards",
    "with regards",
    "respectfully",
    "respectfully yours",
    "cordially",
    "best wishes",
    "with best wishes",
    "best",
    "many thanks",
    "thank you",
    "thanks",
    "gratefully",
    "with appreciation",
    "with gratitude",
    "yours",
});

}  // namespace

bool is_salutation(std::string_view line) {
  if (line.size() > max_line) return false;
  const std::string key = heading_key(line) + ' ';
  return std::ranges::any_of(salutations, [&](auto opening) { return key.starts_with(opening); });
}

bool is_closing(std::string_view line) {
  if (line.size() > max_line) return false;
  return std::ranges::find(closings, heading_key(line)) != closings.end();
}

}  // namespace rapport
