// The targets by name, in the order of `./dev fuzz list`. A new one is a function and a row here.
#pragma once

#include <string_view>

#define RAPPORT_FUZZ_TARGETS(row)                                                                  \
  row(pdf) row(docx) row(odt) row(html) row(text) row(units) row(matcher) row(scanner) row(report) \
      row(stream) row(pattern) row(lexicon) row(profile) row(configuration) row(baseline)          \
          row(wire)

namespace rapport::fuzz {

#define RAPPORT_DECLARE(name) void fuzz_##name(std::string_view bytes);
RAPPORT_FUZZ_TARGETS(RAPPORT_DECLARE)
#undef RAPPORT_DECLARE

}  // namespace rapport::fuzz
