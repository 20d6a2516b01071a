// JUnit's XML: a suite for each application, a test case for each skill and each gate.
//
// Only gates can fail, as in the exit code. A skill that is missing or only claimed, and that no
// gate asks for, is a test that was skipped; its message says why.
#include <fmt/chrono.h>
#include <fmt/format.h>

#include <algorithm>
#include <ctime>

#include "rapport/writer.hpp"
#include "report/cited.hpp"
#include "report/display.hpp"
#include "report/gcc_line.hpp"
#include "report/results.hpp"
#include "report/xml_text.hpp"

namespace rapport {
namespace {

struct Case {
  std::string name{};
  std::string skipped{};  // why; empty when it was not
  const Finding* failure = nullptr;
  std::string rule{};  // of the failure
};

std::string safe(std::string_view text) {
  return xml_text(printable(text));
}

std::string name_of(const Requirement& gate) {
  return fmt::format("gate: {} is {} or better", gate.skill, rapport::name_of(gate.level));
}

// Each gate alone with what it was found to be, in the order of unmet().
std::vector<std::pair<std::string, Gates>> single_gates(const Gates& gates) {
  std::vector<std::pair<std::string, Gates>> single;
  for (const Requirement& required : gates.required)
    single.emplace_back(name_of(required), Gates{.required = {required}});
  for (const std::string& slot : gates.slots)
    single.emplace_back(fmt::format("gate: a slot for {}", slot), Gates{.slots = {slot}});
  if (gates.min_covered > 0)
    single.emplace_back(fmt::format("gate: at least {} covered", gates.min_covered),
                        Gates{.min_covered = gates.min_covered});
  if (gates.min_demonstrated > 0)
    single.emplace_back(fmt::format("gate: at least {} demonstrated", gates.min_demonstrated),
                        Gates{.min_demonstrated = gates.min_demonstrated});
  if (gates.max_findings != Gates::no_limit)
    single.emplace_back(fmt::format("gate: at most {} findings", gates.max_findings),
                        Gates{.max_findings = gates.max_findings});
  return single;
}

// A gate that does not hold and that a baseline accepts is no failure.
std::string accepted_by(const Report& report, const Finding& gate) {
  if (!report.accepted) return "";
  return fmt::format("{}, as in the baseline {}", gate.message, report.accepted->file);
}

std::vector<Case> gate_cases(const Report& report) {
  std::vector<Case> cases;
  std::vector<const Finding*> open;
  for (const Finding& finding : report.unmet_gates) open.push_back(&finding);
  for (auto& [name, gate] : single_gates(report.gates)) {
    const auto failed = unmet(gate, *report.application);
    const auto same = std::ranges::find_if(open, [&](const Finding* each) {
      return !failed.empty() && each->message == failed.front().message;
    });
    cases.push_back({.name = name, .failure = same == open.end() ? nullptr : *same});
    if (same != open.end())
      open.erase(same);
    else if (!failed.empty())
      cases.back().skipped = accepted_by(report, failed.front());
  }
  if (report.accepted) {
    const auto fresh =
        std::ranges::find_if(open, [](const Finding* each) { return each->id == "gate-baseline"; });
    cases.push_back({.name = "gate: nothing new since the baseline",
                     .failure = fresh == open.end() ? nullptr : *fresh});
    if (fresh != open.end()) open.erase(fresh);
  }
  for (const Finding* other : open)
    cases.push_back({.name = "gate: " + other->id, .failure = other});
  const Assessment& assessment = report.application->assessment;
  for (Case& test : cases) {
    if (test.failure != nullptr) test.rule = rule_of(*test.failure, assessment);
  }
  return cases;
}

std::vector<Case> skill_cases(const Report& report) {
  std::vector<Case> cases;
  for (const SkillAssessment& skill : report.application->assessment.skills) {
    Case test{.name = skill.entry.title};
    if (skill.level == Level::none) test.skipped = "missing, and no gate asks for it";
    if (skill.level == Level::claimed) test.skipped = "only claimed";
    cases.push_back(std::move(test));
  }
  return cases;
}

std::string case_xml(const Case& test, const std::string& classname) {
  std::string text = fmt::format("    <testcase name=\"{}\" classname=\"{}\" time=\"0\"",
                                 safe(test.name), classname);
  if (test.failure != nullptr) {
    const Finding& finding = *test.failure;
    const std::string remedy = finding.remedy.empty() ? "" : fmt::format(" ({})", finding.remedy);
    return text + fmt::format(
                      ">\n      <failure message=\"{0}\" type=\"{1}\">{0}{2}</failure>\n"
                      "    </testcase>\n",
                      safe(finding.message), safe(test.rule), safe(remedy));
  }
  if (test.skipped.empty()) return text + "/>\n";
  return text +
         fmt::format(">\n      <skipped message=\"{}\"/>\n    </testcase>\n", safe(test.skipped));
}

std::string documents_of(const Application& application) {
  std::string names;
  for (const Reading& reading : application.readings)
    names += (names.empty() ? "" : " + ") + xml_text(printable(reading.document.name));
  return names.find_first_not_of(' ') == std::string::npos ? "application" : names;
}

std::string properties_xml(const Assessment& assessment) {
  const auto property = [](std::string_view name, const std::string& value) {
    return fmt::format("      <property name=\"{}\" value=\"{}\"/>\n", name, safe(value));
  };
  return "    <properties>\n" + property("profile", assessment.profile.id) +
         property("skills", std::to_string(assessment.skills.size())) +
         property("covered", std::to_string(assessment.covered)) +
         property("demonstrated", std::to_string(assessment.demonstrated)) + "    </properties>\n";
}

std::string results_xml(const Report& report) {
  std::string lines;
  for (const ResultItem& item : open_results_of({&report, 1}))
    lines += xml_text(gcc_line(item)) + '\n';
  return fmt::format("    <system-out>{}</system-out>\n    <system-err/>\n", lines);
}

std::string suite_xml(const Report& report, std::size_t id, const std::string& when) {
  std::vector<Case> cases = skill_cases(report);
  for (Case& gate : gate_cases(report)) cases.push_back(std::move(gate));
  const auto failures =
      std::ranges::count_if(cases, [](const Case& test) { return test.failure != nullptr; });
  const auto skipped =
      std::ranges::count_if(cases, [](const Case& test) { return !test.skipped.empty(); });
  const std::string name = documents_of(*report.application);
  std::string text = fmt::format(
      "  <testsuite name=\"{}\" package=\"rapport\" id=\"{}\" timestamp=\"{}\" "
      "hostname=\"localhost\" tests=\"{}\" failures=\"{}\" errors=\"0\" skipped=\"{}\" "
      "time=\"0\">\n",
      name, id, when, cases.size(), failures, skipped);
  text += properties_xml(report.application->assessment);
  for (const Case& test : cases) text += case_xml(test, name);
  return text + results_xml(report) + "  </testsuite>\n";
}

class JunitWriter final : public Writer {
 public:
  std::string_view name() const override { return "junit"; }
  std::string_view description() const override { return "JUnit XML, a test for each skill"; }

  std::string write(std::span<const Report> reports, const ReportOptions& options) const override {
    const std::string when =
        fmt::format("{:%Y-%m-%dT%H:%M:%S}", fmt::gmtime(static_cast<std::time_t>(options.now)));
    std::string text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>\n";
    for (std::size_t i = 0; i < reports.size(); ++i) text += suite_xml(reports[i], i, when);
    return text + "</testsuites>\n";
  }
};

}  // namespace

const Writer& junit_writer() {
  static const JunitWriter writer;
  return writer;
}

}  // namespace rapport
