// Words of a document as a finding quotes them.
#pragma once

#include <cstddef>

#include "rapport/document.hpp"

namespace rapport {

[[nodiscard]] Quotation quotation(const Document& document, std::size_t begin, std::size_t end);
// A whole sentence or bullet.
[[nodiscard]] Quotation quotation(const Document& document, std::size_t unit);

}  // namespace rapport
