// "Did you mean": the name that a slip of the fingers was meant to be.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rapport {

// Insertions, deletions, substitutions and swaps of neighbours that turn one into the other, in
// bytes.
[[nodiscard]] std::size_t edit_distance(std::string_view a, std::string_view b);

// The closest candidate, if it is at most a third of the letters away; the first of equals.
[[nodiscard]] std::optional<std::string> closest(std::string_view typed,
                                                 const std::vector<std::string>& candidates);

// An Error's remedy for a name that is not one of the candidates: "did you mean empathy?", or else
// all of them: "one of json, html, csv".
[[nodiscard]] std::string did_you_mean(std::string_view typed,
                                       const std::vector<std::string>& candidates);

}  // namespace rapport
