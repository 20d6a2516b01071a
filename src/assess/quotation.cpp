#include "assess/quotation.hpp"

namespace rapport {

Quotation quotation(const Document& document, std::size_t begin, std::size_t end) {
  return {.document = document.name,
          .place = document.place(begin, end),
          .begin = begin,
          .end = end,
          .text = std::string(document.slice(begin, end))};
}

Quotation quotation(const Document& document, std::size_t unit) {
  return quotation(document, document.units[unit].begin, document.units[unit].end);
}

}  // namespace rapport
