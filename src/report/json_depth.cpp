#include "report/json_depth.hpp"

#include <cstddef>

namespace rapport {

bool nested_deeper(std::string_view json, int levels) {
  bool in_string = false;
  int depth = 0;
  for (std::size_t at = 0; at < json.size(); ++at) {
    const char c = json[at];
    if (c == '"') in_string = !in_string;
    if (in_string && c == '\\') ++at;
    if (in_string) continue;
    if (c == '[' || c == '{') ++depth;
    if (c == ']' || c == '}') --depth;
    if (depth > levels) return true;
  }
  return false;
}

}  // namespace rapport
