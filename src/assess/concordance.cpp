#include "assess/concordance.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "assess/quotation.hpp"
#include "assess/roles.hpp"

namespace rapport {
namespace {

// Which documents there are, and when the resume's roles were.
struct Scene {
  std::span<const Reading> readings;
  std::optional<std::size_t> resume{};
  std::optional<std::size_t> letter{};
  std::optional<Roles> roles{};

  explicit Scene(std::span<const Reading> given) : readings(given) {
    for (std::size_t i = 0; i < readings.size(); ++i) {
      const DocumentKind kind = readings[i].document.kind;
      if (kind == DocumentKind::resume && !resume) resume = i;
      if (kind == DocumentKind::cover_letter && !letter) letter = i;
    }
    if (resume) roles.emplace(readings[*resume].document);
  }

  const Evidence& evidence(Cited cited) const {
    return readings[cited.reading].evidence[cited.evidence];
  }

  // The strongest evidence of a skill in a document; null when it has none.
  const Evidence* best(const SkillAssessment& skill, std::optional<std::size_t> reading) const {
    const auto found = std::ranges::find_if(
        skill.evidence, [&](const Cited& cited) { return cited.reading == reading; });
    return found == skill.evidence.end() ? nullptr : &evidence(*found);
  }

  Quotation quote(std::size_t reading, const Evidence& found) const {
    return quotation(readings[reading].document, found.unit);
  }

  // Of a list, the entry.
  Quotation words(std::size_t reading, const Evidence& found) const {
    return quotation(readings[reading].document, found.begin, found.end);
  }
};

Finding finding_of(std::string id, Severity severity, std::string title,
                   const SkillAssessment& skill, std::string_view message, std::string remedy,
                   std::vector<Quotation> quotes) {
  Finding finding{.id = std::move(id), .severity = severity};
  finding.document = quotes.front().document;
  finding.place = quotes.front().place;
  finding.title = std::move(title);
  finding.subject = skill.entry.title;
  finding.message = fmt::format("{}: {}", skill.entry.title, message);
  finding.remedy = std::move(remedy);
  finding.quotes = std::move(quotes);
  return finding;
}

std::optional<Finding> beyond_resume(const Scene& scene, const SkillAssessment& skill) {
  if (!scene.resume || !scene.letter) return std::nullopt;
  const Evidence* letter = scene.best(skill, scene.letter);
  const Evidence* resume = scene.best(skill, scene.resume);
  if (!letter || (resume && resume->level >= Level::demonstrated)) return std::nullopt;
  std::vector<Quotation> quotes = {scene.quote(*scene.letter, *letter)};
  if (resume) quotes.push_back(scene.quote(*scene.resume, *resume));
  const std::string_view rest =
      resume ? "the resume only names it" : "the resume does not speak of it";
  if (letter->level == Level::claimed) {
    return finding_of("letter-claims", Severity::warning,
                      "Claimed in the letter, shown nowhere in the resume", skill,
                      fmt::format("the letter claims it, and {}", rest),
                      "put the work that it rests on into the resume, or tell it in the letter",
                      std::move(quotes));
  }
  return finding_of("letter-shows", Severity::note, "Told in the letter, not in the resume", skill,
                    fmt::format("the letter shows it, and {}", rest),
                    "give the same story a bullet in the resume; not everybody reads both",
                    std::move(quotes));
}

bool stands_in_list(const Scene& scene, const Cell& cell) {
  return scene.readings[cell.reading].document.sections[cell.section].kind == SectionKind::skills;
}

std::optional<Finding> only_listed(const Scene& scene, const SkillAssessment& skill) {
  const bool listed =
      skill.level == Level::claimed && std::ranges::all_of(skill.cells, [&](const Cell& cell) {
        return stands_in_list(scene, cell);
      });
  if (!listed) return std::nullopt;
  const Cited first = skill.evidence.front();
  return finding_of("only-listed", Severity::note, "Named in a list of skills, and nowhere else",
                    skill, "named in a list of skills, and nowhere else",
                    "show each at work in a bullet, or take it off the list",
                    {scene.words(first.reading, scene.evidence(first))});
}

// The strongest evidence, if all that shows the skill lies far back.
std::optional<Finding> only_long_ago(const Scene& scene, const SkillAssessment& skill) {
  if (skill.level < Level::demonstrated || !scene.roles) return std::nullopt;
  const bool old = std::ranges::all_of(skill.evidence, [&](const Cited& cited) {
    const Evidence& evidence = scene.evidence(cited);
    return evidence.level < Level::demonstrated ||
           (cited.reading == scene.resume && scene.roles->is_old(evidence.unit));
  });
  if (!old) return std::nullopt;
  const Evidence& best = scene.evidence(skill.evidence.front());
  Finding finding =
      finding_of("old-role", Severity::note, "Shown only in a role that ended long ago", skill,
                 fmt::format("shown only in a role that ended in {}, and the newest date is in {}",
                             scene.roles->year_ended(best.unit), scene.roles->newest_year()),
                 "add a newer story of it, if there is one", {scene.quote(*scene.resume, best)});
  finding.subject += fmt::format(" (until {})", scene.roles->year_ended(best.unit));
  return finding;
}

}  // namespace

std::vector<Finding> concordance(std::span<const Reading> readings, const Assessment& assessment) {
  const Scene scene(readings);
  std::vector<Finding> findings;
  for (const SkillAssessment& skill : assessment.skills) {
    if (skill.evidence.empty()) continue;
    for (const auto rule : {beyond_resume, only_listed, only_long_ago}) {
      if (auto finding = rule(scene, skill)) findings.push_back(std::move(*finding));
    }
  }
  static constexpr std::array order = {"letter-claims", "letter-shows", "old-role", "only-listed"};
  std::ranges::stable_sort(findings, {}, [](const Finding& finding) {
    return std::ranges::find(order, finding.id) - order.begin();
  });
  return findings;
}

}  // namespace rapport
