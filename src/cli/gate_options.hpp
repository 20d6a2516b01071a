// Gates as they are typed or configured, and the step from there to what they mean.
#pragma once

#include <string>
#include <vector>

#include "cli/settings.hpp"
#include "rapport/assessment.hpp"

namespace rapport::cli {

struct TypedGates {
  std::vector<std::string> require{};
  std::vector<std::string> slots{};
  int min_covered = 0;
  int min_demonstrated = 0;
  int max_findings = Gates::no_limit;
};

void add_gate_options(CLI::App& app, TypedGates& typed);

// Checked against the profile: a gate that could never hold is a slip, not a gate. Slots are those
// of templates alone.
[[nodiscard]] Result<Gates> parse_gates(const TypedGates& typed, const Profile& profile,
                                        bool is_template);

// `typed` with the gates that the configuration has for some files. A rule's requirements are
// added, its numbers replace.
[[nodiscard]] Result<TypedGates> with_rules(TypedGates typed, const std::vector<FileRule>& rules);

}  // namespace rapport::cli
