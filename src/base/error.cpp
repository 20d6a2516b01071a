#include <fmt/format.h>

#include "rapport/result.hpp"

namespace rapport {

std::string Error::to_string() const {
  std::string line = subject.empty() ? message : fmt::format("{}: {}", subject, message);
  if (!remedy.empty()) line += fmt::format(" ({})", remedy);
  if (!excerpt.empty()) line += '\n' + excerpt;
  return line;
}

}  // namespace rapport
