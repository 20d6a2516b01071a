// How deep a text of JSON is nested, told before it is parsed: the parser moves values about in
// copies, and a copy goes as deep into the stack as what is copied.
#pragma once

#include <string_view>

namespace rapport {

[[nodiscard]] bool nested_deeper(std::string_view json, int levels);

}  // namespace rapport
