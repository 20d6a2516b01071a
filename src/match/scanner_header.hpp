// The head of a scanner table, and the hashes that its maker and its reader must agree on.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "match/scanner_table.hpp"

namespace rapport {

constexpr std::size_t scanner_sections = 5;

// Of the patterns and word classes that a table was made of.
using PatternsHash = std::array<std::uint32_t, 2>;

struct ScannerHeader {
  PatternsHash patterns{};
  // Number of the word at which the first section begins, and behind each the next.
  std::array<std::uint32_t, scanner_sections + 1> ends{};
};

// FNV-1a: words are short.
[[nodiscard]] constexpr std::uint32_t hash_of_word(std::string_view word) {
  std::uint32_t hash = 0x811C9DC5;
  for (const char c : word) hash = (hash ^ static_cast<unsigned char>(c)) * 0x01000193;
  return hash;
}

[[nodiscard]] PatternsHash hash_of_patterns(RuleList rules, const WordClasses& classes);

}  // namespace rapport
