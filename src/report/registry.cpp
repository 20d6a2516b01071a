#include <algorithm>
#include <array>

#include "rapport/writer.hpp"

// The formats, in the order of --help. Each has a file that defines `NAME_writer()`. An explicit
// list: the linker would drop objects that register themselves from a static library.
#define RAPPORT_WRITERS(row)                                                                 \
  row(terminal) row(json) row(markdown) row(html) row(csv) row(sarif) row(junit) row(github) \
      row(gitlab) row(gcc)

namespace rapport {

#define RAPPORT_DECLARE(format) const Writer& format##_writer();
RAPPORT_WRITERS(RAPPORT_DECLARE)

std::span<const Writer* const> writers() {
#define RAPPORT_ADDRESS(format) &format##_writer(),
  static const std::array all = {RAPPORT_WRITERS(RAPPORT_ADDRESS)};
  return all;
}

const Writer* writer(std::string_view name) {
  const auto all = writers();
  const auto found = std::find_if(
      all.begin(), all.end(), [&](const Writer* candidate) { return candidate->name() == name; });
  return found == all.end() ? nullptr : *found;
}

}  // namespace rapport
