// What becomes of a single character in normalisation.
#pragma once

#include <string>
#include <string_view>

namespace rapport {

// The text that replaces `code`: itself for nearly all, empty for what is dropped. Line ends read
// as blanks here; the caller has cut the lines already. In a PDF a soft hyphen is always a printed
// one, elsewhere it is invisible.
class CharacterMap {
 public:
  explicit CharacterMap(bool prints_soft_hyphens) : prints_soft_hyphens_(prints_soft_hyphens) {}

  [[nodiscard]] std::u32string_view replace(char32_t code);

 private:
  std::u32string_view single(char32_t code);

  bool prints_soft_hyphens_;
  char32_t held_ = 0;
};

}  // namespace rapport
