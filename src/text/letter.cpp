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

LetterLine letter_line(std::string_view line) {
  if (line.size() > max_line) return LetterLine::other;
  const std::string key = heading_key(line);
  if (std::ranges::find(closings, key) != closings.end()) return LetterLine::closing;
  const std::string opening = key + ' ';
  const bool opens =
      std::ranges::any_of(salutations, [&](auto known) { return opening.starts_with(known); });
  return opens ? LetterLine::salutation : LetterLine::other;
}

}  // namespace rapport
