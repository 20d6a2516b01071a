// Merging: several results databases become one cohort. What comes out is a function of what goes
// in: neither the order of the folders nor merging twice changes it.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "rapport/result.hpp"

namespace rapport {

struct Merged {
  std::size_t applications = 0;
  std::size_t same = 0;                 // met again with the same documents and settings
  std::vector<std::string> replaced{};  // names of which an older analysis was dropped
  std::vector<std::string> notes{};     // in which the folders differ: versions, lexicons
};

// `out` is made when it does not exist; it may be one of `folders`. Of two analyses of one
// application the newer wins. Error: a folder without results, other profiles or postings,
// pseudonyms by another salt.
[[nodiscard]] Result<Merged> merge_results(const std::vector<std::string>& folders,
                                           const std::string& out);

}  // namespace rapport
