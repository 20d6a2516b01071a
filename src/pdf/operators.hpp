// Reads the operators of a content stream: "0 0 1 rg" is the operator "rg" with three numbers.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace rapport {

class PdfOperators {
 public:
  virtual ~PdfOperators() = default;

  // Any bytes: what is no content calls nothing that matters.
  void read(std::string_view content);

 protected:
  // `numbers` are the last operands before it, those inside strings and arrays left out; `named`
  // tells whether one of the operands was a name.
  virtual void operate(std::string_view name, const std::vector<double>& numbers, bool named) = 0;

 private:
  std::size_t skip_string(std::size_t at) const;
  std::size_t skip_inline_image(std::size_t at) const;
  std::size_t read_word(std::size_t at);

  std::string_view content_{};
  std::vector<double> numbers_{};
  bool named_ = false;
  int arrays_ = 0;
};

}  // namespace rapport
