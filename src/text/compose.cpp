#include "text/compose.hpp"

#include <utf8proc.h>

#include <algorithm>

#include "base/utf8.hpp"

namespace rapport {
namespace {

// Unicode's stream-safe format allows 30 marks; sorting them is quadratic in utf8proc.
constexpr std::size_t max_cluster = 32;

bool is_joining_jamo(char32_t code) {
  return code >= 0x1160 && code <= 0x11FF;
}

}  // namespace

std::size_t cluster_length(std::span<const char32_t> text) {
  const std::size_t limit = std::min(text.size(), max_cluster);
  std::size_t length = 1;
  while (length < limit && text[length] >= 0x300 &&
         (utf8::is_mark(text[length]) || is_joining_jamo(text[length]))) {
    ++length;
  }
  return length;
}

std::vector<char32_t> compose(std::span<const char32_t> cluster) {
  // Below U+0300 every character is its own NFC.
  if (cluster.size() == 1 && cluster[0] < 0x300) return {cluster[0]};
  std::vector<utf8proc_int32_t> codes;
  for (const char32_t code : cluster) {
    utf8proc_int32_t parts[32];
    int boundary = 0;
    const auto options = static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_DECOMPOSE);
    const auto count =
        utf8proc_decompose_char(static_cast<utf8proc_int32_t>(code), parts, 32, options, &boundary);
    if (count < 0 || count > 32) return {cluster.begin(), cluster.end()};
    codes.insert(codes.end(), parts, parts + count);
  }
  // Canonical order: a stable sort of each run of marks by combining class.
  const auto combining_class = [](utf8proc_int32_t code) {
    return utf8proc_get_property(code)->combining_class;
  };
  for (auto run = codes.begin(); run != codes.end();) {
    if (combining_class(*run) == 0) {
      ++run;
      continue;
    }
    const auto end =
        std::find_if(run, codes.end(), [&](auto c) { return combining_class(c) == 0; });
    std::stable_sort(run, end,
                     [&](auto a, auto b) { return combining_class(a) < combining_class(b); });
    run = end;
  }
  const auto composed = static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE);
  const auto length =
      utf8proc_normalize_utf32(codes.data(), static_cast<utf8proc_ssize_t>(codes.size()), composed);
  if (length < 0) return {cluster.begin(), cluster.end()};
  return {codes.begin(), codes.begin() + length};
}

}  // namespace rapport
