// Stems: what the inflections of a word have in common, by Snowball's rules for English.
#pragma once

#include <memory>
#include <string>
#include <string_view>

struct sb_stemmer;

namespace rapport {

// Not thread-safe: each user makes its own.
class Stemmer {
 public:
  Stemmer();
  // Of a word in lower case: "certifications" and "certification" have one stem.
  [[nodiscard]] std::string stem(std::string_view word) const;

 private:
  struct Delete {
    void operator()(sb_stemmer* stemmer) const;
  };
  std::unique_ptr<sb_stemmer, Delete> stemmer_;
};

}  // namespace rapport
