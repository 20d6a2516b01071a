#include <fmt/format.h>

#include <algorithm>

#include "report/cited.hpp"
#include "report/display.hpp"
#include "report/place_text.hpp"
#include "report/terminal_parts.hpp"

namespace rapport {
namespace {

std::string joined_titles(const Assessment& assessment, Level least) {
  std::string titles;
  for (const SkillAssessment& skill : assessment.skills) {
    if (skill.level < least) continue;
    titles += (titles.empty() ? "" : " + ") + printable(skill.entry.title);
  }
  return titles.empty() ? "none" : titles;
}

constexpr int sum_column = 17;  // where what stands behind a level begins

std::string rule_place(const Rule& rule) {
  return fmt::format("{}:{}", rule.where.file, rule.where.line);
}

std::string words(const Document& document, std::size_t begin, std::size_t end) {
  return fmt::format("“{}”", shortened(printable(document.slice(begin, end)), 40));
}

// "+ the number “about 15” (lexicons/en/context.toml:213)"
std::string number_step(const Evidence& evidence, const Document& document,
                        const Lexicon& lexicon) {
  if (!evidence.measure || evidence.measure->rule >= lexicon.quantities.size())
    return " + a number in the sentence";
  return fmt::format(" + the number {} ({})",
                     words(document, evidence.measure->begin, evidence.measure->end),
                     rule_place(lexicon.quantities[evidence.measure->rule]));
}

// "- said to be able to, not shown: “skilled in” (said-to-be-able, lexicons/en/context.toml:181)"
std::string cap_step(const Objection& objection, const Document& document, const Lexicon& lexicon) {
  std::string text = fmt::format(" - {}", objection.why);
  if (objection.end > objection.begin)
    text += ": " + words(document, objection.begin, objection.end);
  const auto rule = std::ranges::find(lexicon.contexts, objection.rule, &ContextRule::id);
  const std::string place =
      rule == lexicon.contexts.end() ? "" : fmt::format(", {}", rule_place(*rule));
  return text + fmt::format(" ({}{})", objection.rule, place);
}

// "= demonstrated (lexicons/en/patience.toml:12) + the number …"
std::string derivation(const Evidence& evidence, const Document& document, const Lexicon& lexicon) {
  const Skill& skill = lexicon.skills[evidence.skill];
  if (evidence.rule >= skill.evidence.size()) return "";
  const EvidenceRule& rule = skill.evidence[evidence.rule];
  std::string text = fmt::format("= {} ({})", name_of(rule.level), rule_place(rule));
  if (evidence.level == Level::quantified) text += number_step(evidence, document, lexicon);
  if (evidence.level >= rule.level) return printable(text);
  for (const Objection& objection : evidence.objections)
    text += cap_step(objection, document, lexicon);
  return printable(text + fmt::format(" = {} at most", name_of(evidence.level)));
}

void explain_evidence(const Report& report, Cited cited, Page& page) {
  const Application& application = *report.application;
  const Evidence& evidence = evidence_of(application, cited);
  const Document& document = application.readings[cited.reading].document;
  const std::string text = shortened(printable(document.slice(evidence.begin, evidence.end)),
                                     2 * (page.width() - sum_column) - 10);
  std::string where = document_label(application, document);
  const std::string place = place_text(document.place(evidence.begin, evidence.end));
  if (!place.empty()) where += (where.empty() ? "" : ", ") + place;
  page.paragraph({{fmt::format("    {:<13}", name_of(evidence.level)), style_of(evidence.level)}},
                 {{fmt::format("“{}”", text)},
                  {fmt::format(" {}", where), Style::faint,
                   page.link(document.name, document.place(evidence.begin, evidence.end))}},
                 sum_column);
  page.paragraph({}, {{derivation(evidence, document, *report.lexicon), Style::faint}}, sum_column);
}

void explain_skill(const Report& report, const SkillAssessment& skill, Page& page) {
  Runs title = {{printable(skill.entry.title), Style::strong},
                {" = " + std::string(level_word(skill.level)), style_of(skill.level)}};
  if (skill.evidence.empty()) title.push_back({", no evidence", Style::faint});
  for (const std::string& also : skill.entry.also) {
    title.push_back({fmt::format(", {} counts too", also), Style::faint});
  }
  page.paragraph({}, title, 2);
  for (const Cited& cited : skill.evidence) explain_evidence(report, cited, page);
}

}  // namespace

void explain(const Report& report, Page& page) {
  const Assessment& assessment = report.application->assessment;
  page.heading("How this was counted");
  page.paragraph({{"  "}},
                 {{"A skill has the best level of any evidence for it. Covered counts the skills "
                   "that are claimed or better, demonstrated those that are demonstrated or "
                   "quantified. No weights, and nothing else."}},
                 2);
  page.blank();
  for (const SkillAssessment& skill : assessment.skills) explain_skill(report, skill, page);
  page.blank();
  const auto sum = [&](std::string_view what, Level least, int count) {
    page.paragraph({{fmt::format("  {:<15}", what), Style::strong}},
                   {{fmt::format("{} = {} of {}", joined_titles(assessment, least), count,
                                 assessment.skills.size())}},
                   sum_column);
  };
  sum("Covered", Level::claimed, assessment.covered);
  sum("Demonstrated", Level::demonstrated, assessment.demonstrated);
  page.blank();
}

}  // namespace rapport
