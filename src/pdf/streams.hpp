// The streams of a PDF file, found without its object tables: whoever only wants to know whether
// some operator occurs anywhere need not follow a page to its contents.
#pragma once

#include <functional>
#include <string_view>

namespace rapport {

struct PdfStream {
  std::string_view dictionary{};  // as it is written, from "<<" on
  std::string_view content{};     // decoded
};

// Calls `visit` with each stream that may hold page content or objects; pictures, fonts and colour
// profiles are left out. False when the file holds what cannot be looked into: it is encrypted, too
// large when inflated, or packed in another way than by deflate.
[[nodiscard]] bool each_stream(std::string_view file,
                               const std::function<void(const PdfStream&)>& visit);

}  // namespace rapport
