#include <algorithm>
#include <iterator>
#include <span>
#include <tuple>
#include <utility>

#include "assess/concordance.hpp"
#include "assess/propose.hpp"
#include "assess/suggest.hpp"
#include "assess/writing.hpp"
#include "rapport/assessment.hpp"

namespace rapport {
namespace {

// Indices of the skills whose evidence counts for an entry.
std::vector<std::size_t> counted(const ProfileEntry& entry, const Lexicon& lexicon) {
  std::vector<std::size_t> skills;
  const auto add = [&](const std::string& id) {
    if (const Skill* skill = lexicon.find(id)) {
      skills.push_back(static_cast<std::size_t>(skill - lexicon.skills.data()));
    }
  };
  add(entry.skill);
  for (const std::string& id : entry.also) add(id);
  return skills;
}

std::vector<Cited> cite(std::span<const Reading> readings, const std::vector<std::size_t>& skills) {
  std::vector<Cited> cited;
  for (std::size_t r = 0; r < readings.size(); ++r) {
    if (readings[r].document.kind == DocumentKind::posting) continue;
    for (std::size_t e = 0; e < readings[r].evidence.size(); ++e) {
      const Evidence& evidence = readings[r].evidence[e];
      const bool counts = std::find(skills.begin(), skills.end(), evidence.skill) != skills.end();
      if (counts && !evidence.rejected()) cited.push_back({.reading = r, .evidence = e});
    }
  }
  std::stable_sort(cited.begin(), cited.end(), [&](const Cited& a, const Cited& b) {
    const Evidence& left = readings[a.reading].evidence[a.evidence];
    const Evidence& right = readings[b.reading].evidence[b.evidence];
    return std::tuple(right.level, a.reading, left.begin) <
           std::tuple(left.level, b.reading, right.begin);
  });
  return cited;
}

std::vector<Cell> cells(std::span<const Reading> readings, std::vector<Cited> evidence) {
  std::ranges::sort(evidence, {},
                    [](const Cited& cited) { return std::pair(cited.reading, cited.evidence); });
  std::vector<Cell> cells;
  for (const Cited& cited : evidence) {
    const Reading& reading = readings[cited.reading];
    const Evidence& found = reading.evidence[cited.evidence];
    const std::size_t section = reading.document.units[found.unit].section;
    if (cells.empty() || cells.back().reading != cited.reading || cells.back().section != section)
      cells.push_back({.reading = cited.reading, .section = section});
    cells.back().level = std::max(cells.back().level, found.level);
    ++cells.back().count;
  }
  return cells;
}

SkillAssessment assess_skill(const ProfileEntry& entry, std::span<const Reading> readings,
                             const Lexicon& lexicon) {
  SkillAssessment result{.entry = entry, .evidence = cite(readings, counted(entry, lexicon))};
  if (!result.evidence.empty()) {
    const Cited& best = result.evidence.front();
    result.level = readings[best.reading].evidence[best.evidence].level;
  }
  result.cells = cells(readings, result.evidence);
  return result;
}

void add_proposals(SkillAssessment& assessed, const Lexicon& lexicon, Proposer& proposer) {
  const Skill* skill = lexicon.find(assessed.entry.skill);
  if (skill == nullptr) return;
  assessed.questions = skill->questions;
  if (assessed.level < Level::demonstrated) assessed.advice = skill->advice;
  assessed.proposals = proposer.propose(*skill, assessed);
}

std::vector<Finding> findings_of(std::span<const Reading> readings) {
  std::vector<Finding> findings;
  for (const Reading& reading : readings) {
    for (Finding finding : reading.document.source.findings) {
      finding.document = reading.document.name;
      findings.push_back(std::move(finding));
    }
  }
  return findings;
}

// A cliché in a list is told once: as a skill that stands there and nowhere else, if it is one.
void leave_out_repeated(std::vector<Finding>& findings) {
  std::vector<Quotation> listed;
  for (const Finding& finding : findings) {
    if (finding.id == "only-listed") std::ranges::copy(finding.quotes, std::back_inserter(listed));
  }
  const auto listed_too = [&](const Quotation& quote) {
    return std::ranges::any_of(listed, [&](const Quotation& other) {
      return other.document == quote.document && other.begin < quote.end && quote.begin < other.end;
    });
  };
  std::erase_if(findings, [&](const Finding& finding) {
    return finding.id == "cliche" && !finding.quotes.empty() &&
           std::ranges::all_of(finding.quotes, listed_too);
  });
}

}  // namespace

Assessment assess_levels(std::span<const Reading> readings, const Profile& profile,
                         const Lexicon& lexicon) {
  Assessment assessment{.profile = profile};
  for (const ProfileEntry& entry : profile.entries) {
    SkillAssessment skill = assess_skill(entry, readings, lexicon);
    assessment.covered += skill.level >= Level::claimed ? 1 : 0;
    assessment.demonstrated += skill.level >= Level::demonstrated ? 1 : 0;
    assessment.skills.push_back(std::move(skill));
  }
  return assessment;
}

Application assess(std::vector<Reading> readings, const Profile& profile, const Lexicon& lexicon) {
  Assessment assessment = assess_levels(readings, profile, lexicon);
  Proposer proposer(readings, lexicon);
  for (SkillAssessment& skill : assessment.skills) add_proposals(skill, lexicon, proposer);
  std::vector<Finding> findings = findings_of(readings);
  std::ranges::move(concordance(readings, assessment), std::back_inserter(findings));
  std::ranges::move(writing_findings(readings, lexicon), std::back_inserter(findings));
  leave_out_repeated(findings);
  return {.readings = std::move(readings),
          .assessment = std::move(assessment),
          .findings = std::move(findings)};
}

}  // namespace rapport
