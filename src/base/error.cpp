#include <fmt/format.h>

#include <algorithm>

#include "rapport/result.hpp"

namespace rapport {

std::string Error::to_string() const {
  std::string name = subject;
  std::ranges::replace(name, '\n', '?');  // a file may be called anything; an error is one line
  std::string line = subject.empty() ? message : fmt::format("{}: {}", name, message);
  if (!remedy.empty()) line += fmt::format(" ({})", remedy);
  if (!excerpt.empty()) line += '\n' + excerpt;
  return line;
}

}  // namespace rapport
