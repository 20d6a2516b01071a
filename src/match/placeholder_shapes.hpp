// Shapes of placeholders: what stands in a text for words that somebody is to put there.
//
//   [Company Name]  {{role}}  <<first_name>>  «First_Name»  <Job Title>  ____  XXX-XXX-XXXX  X%
//
// A shape alone proves little: "[sic]", "<5 min" and "vector<int>" have one too. So each says how
// sure it is, and its words are judged by placeholders.hpp.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace rapport {

enum class Doubt {
  none,   // nobody writes this but to be replaced: {{role}}, XXX-XXX-XXXX
  words,  // it depends on the words: [Company Name], but not [in progress]
};

struct PlaceholderShape {
  std::size_t begin = 0;  // byte range in the text, brackets and all
  std::size_t end = 0;
  std::string_view words{};  // what stands between the brackets
  Doubt doubt = Doubt::words;
};

// In order; one that is in doubt may have others inside. Linear in the text.
[[nodiscard]] std::vector<PlaceholderShape> placeholder_shapes(std::string_view text);

}  // namespace rapport
