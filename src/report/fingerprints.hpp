// Fingerprints of results: the same for the same fault in the same words, whatever stands around
// it.
#pragma once

#include <map>
#include <string>
#include <string_view>

namespace rapport {

// One object per document: it counts how often a rule meets the same words.
class Fingerprints {
 public:
  // 32 hexadecimal digits. `text` counts by its words alone: neither case nor punctuation, blanks
  // or line breaks change it.
  [[nodiscard]] std::string make(std::string_view rule, std::string_view text);

 private:
  std::map<std::string, int, std::less<>> seen_{};
};

}  // namespace rapport
