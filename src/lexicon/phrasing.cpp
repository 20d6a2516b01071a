#include "lexicon/phrasing.hpp"

#include <algorithm>

namespace rapport {

std::string without_blanks(std::string_view phrasing) {
  std::string words;
  while (!phrasing.empty()) {
    const std::size_t open = std::min(phrasing.find('['), phrasing.size());
    words += phrasing.substr(0, open);
    words += ' ';
    const std::size_t close = std::min(phrasing.find(']', open), phrasing.size());
    phrasing.remove_prefix(std::min(close + 1, phrasing.size()));
  }
  return words;
}

}  // namespace rapport
