#include "report/code_points.hpp"

#include <algorithm>

namespace rapport {
namespace {

constexpr std::size_t step = 128;

std::size_t count(std::string_view text) {
  const auto begins = [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0) != 0x80; };
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), begins));
}

}  // namespace

CodePoints::CodePoints(std::string_view text) : text_(text) {
  std::size_t total = 0;
  for (std::size_t at = 0; at <= text.size(); at += step) {
    counts_.push_back(total);
    total += count(text.substr(at, step));
  }
}

std::size_t CodePoints::before(std::size_t offset) const {
  offset = std::min(offset, text_.size());
  const std::size_t begin = offset / step * step;
  return counts_[offset / step] + count(text_.substr(begin, offset - begin));
}

}  // namespace rapport
