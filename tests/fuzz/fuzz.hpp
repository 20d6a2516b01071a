// What all fuzz targets share. A target is one function over any bytes; it ends the process, with a
// word on why, where something that must hold does not.
#pragma once

#include <span>
#include <string_view>

namespace rapport::fuzz {

struct Target {
  std::string_view name;  // "pdf"
  void (*run)(std::string_view bytes);
};

[[nodiscard]] std::span<const Target> targets();
[[nodiscard]] const Target* find_target(std::string_view name);  // null when there is none

// Ends the process where something does not hold: where `holds` is false, where `fault` has words.
void require(bool holds, const char* what);
void require_none(std::string_view fault);

// Cuts the next `size` bytes off; fewer where there are no more.
[[nodiscard]] std::string_view take(std::string_view& bytes, std::size_t size);

}  // namespace rapport::fuzz
