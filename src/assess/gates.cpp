#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <string_view>

#include "rapport/assessment.hpp"

namespace rapport {
namespace {

Finding gate(std::string id, std::string message, std::string remedy, std::string subject = "") {
  return {.id = std::move(id),
          .severity = Severity::error,
          .message = std::move(message),
          .remedy = std::move(remedy),
          .subject = std::move(subject)};
}

void check(const Requirement& requirement, const Assessment& assessment,
           std::vector<Finding>& findings) {
  const auto& skills = assessment.skills;
  const auto found = std::find_if(skills.begin(), skills.end(), [&](const SkillAssessment& skill) {
    return skill.entry.skill == requirement.skill;
  });
  if (found == skills.end()) {
    findings.push_back(gate("gate-skill",
                            fmt::format("{} is required, and profile {} does not have it",
                                        requirement.skill, assessment.profile.id),
                            "choose another profile, or `all`", requirement.skill));
  } else if (found->level < requirement.level) {
    const std::string_view level = found->level == Level::none ? "missing" : name_of(found->level);
    findings.push_back(gate("gate-skill",
                            fmt::format("{} is {}, and {} is required", requirement.skill, level,
                                        name_of(requirement.level)),
                            "see the phrasings suggested for it", found->entry.title));
  }
}

// A slot for a skill that counts as the one asked for will do, as its evidence does.
void check_slot(const std::string& skill, const Application& application,
                std::vector<Finding>& findings) {
  std::vector<std::string> counted = {skill};
  std::string title = skill;
  for (const SkillAssessment& known : application.assessment.skills) {
    if (known.entry.skill != skill) continue;
    title = known.entry.title;
    std::ranges::copy(known.entry.also, std::back_inserter(counted));
  }
  for (const Reading& reading : application.readings) {
    for (const Slot& slot : reading.slots) {
      if (std::ranges::find(counted, slot.skill) != counted.end()) return;
    }
  }
  findings.push_back(gate("gate-slot", fmt::format("the template has no slot for {}", skill),
                          "add one of the skill's phrasings with its [blanks], or a heading or "
                          "placeholder that names it",
                          title));
}

// What is listed of a template is no fault of it.
std::size_t faults_among(const std::vector<Finding>& findings) {
  return static_cast<std::size_t>(std::ranges::count_if(
      findings, [](const Finding& finding) { return finding.id != "placeholder"; }));
}

void check_count(std::string_view what, int have, int want, std::size_t of,
                 std::vector<Finding>& findings) {
  if (have >= want) return;
  findings.push_back(
      gate(fmt::format("gate-{}", what),
           fmt::format("{} of {} skills {}, and {} are required", have, of, what, want),
           "see the phrasings suggested for the missing skills"));
}

}  // namespace

std::vector<Finding> unmet(const Gates& gates, const Application& application) {
  const Assessment& assessment = application.assessment;
  std::vector<Finding> findings;
  for (const Requirement& requirement : gates.required) check(requirement, assessment, findings);
  for (const std::string& skill : gates.slots) check_slot(skill, application, findings);
  const std::size_t of = assessment.skills.size();
  check_count("covered", assessment.covered, gates.min_covered, of, findings);
  check_count("demonstrated", assessment.demonstrated, gates.min_demonstrated, of, findings);
  const std::size_t faults = faults_among(application.findings);
  if (faults > static_cast<std::size_t>(gates.max_findings))
    findings.push_back(
        gate("gate-findings",
             fmt::format("{} findings, and at most {} are allowed", faults, gates.max_findings),
             "see what each of them says"));
  return findings;
}

}  // namespace rapport
