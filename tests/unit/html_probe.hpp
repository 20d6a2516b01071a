// What tests ask of a page's text.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace rapport_test {

[[nodiscard]] bool has(const std::string& text, const std::string& piece);
[[nodiscard]] std::size_t count(const std::string& text, const std::string& piece);

// Those of an attribute, in order, as they stand between its quotes.
[[nodiscard]] std::vector<std::string> values(const std::string& html,
                                              const std::string& attribute);

}  // namespace rapport_test
