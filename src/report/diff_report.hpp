// The report on two drafts, in several formats. A new format is one function and one line in
// src/report/diff_report.cpp.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "rapport/diff.hpp"
#include "rapport/writer.hpp"
#include "report/cited.hpp"

namespace rapport {

struct DiffReport {
  const Application* before = nullptr;  // never null
  const Application* after = nullptr;   // never null
  Diff diff{};
};

struct DiffFormat {
  std::string_view name;         // "terminal"
  std::string_view description;  // for --help
  std::string (*write)(const DiffReport& report, const ReportOptions& options);
};

[[nodiscard]] std::span<const DiffFormat> diff_formats();

[[nodiscard]] std::string diff_as_text(const DiffReport& report, const ReportOptions& options);
[[nodiscard]] std::string diff_as_json(const DiffReport& report, const ReportOptions& options);
[[nodiscard]] std::string diff_as_markdown(const DiffReport& report, const ReportOptions& options);

// What the formats have in common.

// A sentence of one of the drafts with what it holds for the skills of a change.
[[nodiscard]] CitedUnit cited_unit(const Application& application, UnitRef ref,
                                   const std::vector<LevelStep>& skills);

// The best level that a change leaves or takes: "quantified".
[[nodiscard]] Level level_after(const UnitChange& change);
[[nodiscard]] Level level_before(const UnitChange& change);

// "Communication, Empathy", and the change of level where there is one: "Empathy, claimed →
// demonstrated".
[[nodiscard]] std::string skills_text(const UnitChange& change, const Application& application);

// "added", "removed", "moved", "changed"
[[nodiscard]] std::string_view name_of(UnitChange::Kind kind);

// Nothing about the skills, their evidence or the findings is different.
[[nodiscard]] bool is_same(const Diff& diff);

}  // namespace rapport
