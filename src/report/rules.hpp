// What the rules of results mean, for formats that carry help with them.
#pragma once

#include <string>
#include <vector>

#include "report/results.hpp"

namespace rapport {

struct RuleText {
  std::string id{};                       // "skill-missing/empathy"
  std::string title{};                    // a few words without a full stop
  std::string help{};                     // sentences
  Severity severity = Severity::warning;  // that its results usually have
};

// One for each rule of the items, for each gap that the reports' profiles could have and for each
// writing fault of their lexicons, sorted by id. All of it is stable: it says what the rule means,
// not what a document did.
[[nodiscard]] std::vector<RuleText> rules_of(std::span<const Report> reports,
                                             const std::vector<ResultItem>& items);

}  // namespace rapport
