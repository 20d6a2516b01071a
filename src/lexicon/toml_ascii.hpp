// TOML has nothing but ASCII outside of strings and comments. toml++ 3.3 refuses the rest too, but
// after it has run into code that it declares unreachable, and what happens then is up to the
// compiler. So it never gets to see such a file.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace rapport {

// Where the first character stands that is neither ASCII nor in a string or a comment, or that
// stands behind a backslash in a string.
[[nodiscard]] std::optional<std::size_t> stray_character(std::string_view toml);

}  // namespace rapport
