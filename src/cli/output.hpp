// Where data goes: standard output, or a file that is written whole or not at all.
#pragma once

#include <string>
#include <string_view>

#include "rapport/result.hpp"

namespace rapport::cli {

// An empty path and "-".
[[nodiscard]] bool is_standard_output(const std::string& path);

// Says, before any long work, why a report could not be written to `path`.
[[nodiscard]] Result<void> check_output(const std::string& path);

// A regular file is replaced in one step, so that
// whoever reads it sees the old report or the new one; devices and pipes are written to directly.
[[nodiscard]] Result<void> write_output(const std::string& path, std::string_view text);

// Adds to the end of a file, which is made when there is none.
[[nodiscard]] Result<void> append_output(const std::string& path, std::string_view text);

// Standard output, and whether anyone still reads it: a reader who has seen enough (`| head`) is no
// error, but there is no use in working on.
enum class Reader { listening, gone };
[[nodiscard]] Result<Reader> print(std::string_view text);

}  // namespace rapport::cli
