#include "report/rules.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>

#include "report/display.hpp"

namespace rapport {
namespace {

struct Known {
  std::string_view id;
  std::string_view title;
  std::string_view help;
};

// What stands in no row is told by its findings' title or, without one, by its id in words.
constexpr auto known = std::to_array<Known>({
    {"columns-interleave", "Columns are read across",
     "A machine that reads from left to right mixes the lines of two columns. Set the text in one "
     "column, or export it so that each column is read to its end."},
    {"comments", "The document holds comments",
     "Whoever gets the file can read its comments. Delete them all before sending it."},
    {"damaged-part", "A part of the file is damaged",
     "Some text may be missing from what a machine reads. Open the document in a word processor "
     "and save it anew."},
    {"embedded-document", "Another document is embedded",
     "A document inside the document is not read. Open it in a word processor and save it anew."},
    {"gate-baseline", "New since the baseline",
     "There are gaps or findings that the baseline does not accept."},
    {"gate-covered", "Too few skills are covered",
     "The gate --min-covered asks for more skills that are claimed, demonstrated or quantified."},
    {"gate-demonstrated", "Too few skills are demonstrated",
     "The gate --min-demonstrated asks for more skills that are demonstrated or quantified."},
    {"gate-findings", "Too many findings",
     "The gate --max-findings allows fewer findings than there are."},
    {"gate-skill", "A required skill is not there",
     "The gate --require asks for this skill at a level that the application does not reach."},
    {"gate-slot", "A slot is missing",
     "The gate --require-slot asks for a place in the template where the skill can be shown."},
    {"hidden-text", "The document holds hidden text",
     "Hidden words look like an attempt to deceive, and are not assessed. Show them or delete "
     "them."},
    {"guessed-encoding", "The encoding was guessed",
     "The file does not say how its letters are encoded. Save it as UTF-8."},
    {"hidden-text-not-sought", "Hidden text was not looked for",
     "A page could not be drawn, so that text which nobody sees cannot be told from the rest."},
    {"job-missing", "A skill that a posting asks for is missing",
     "Nothing in the application names or shows a skill that the posting given with --job asks "
     "for."},
    {"letter-spaced-text", "Letters are set apart",
     "A machine may read letters that are set apart as single letters instead of words. Use the "
     "font's own spacing."},
    {"pages-not-drawn", "The pages are not shown",
     "Drawing the pages takes too long or fails. Their text is assessed all the same."},
    {"page-without-text", "A page without text",
     "A machine finds no text on this page; it may be a picture. Export the document as text, or "
     "run text recognition over it."},
    {"text-in-color-of-page", "Text in the colour of the page",
     "Words that nobody can see look like an attempt to deceive. Give them another colour, or "
     "delete them."},
    {"text-in-header-or-footer", "Text only in a page header or footer",
     "Many applicant-tracking systems skip headers and footers. Put contact details and all that "
     "matters into the body."},
    {"text-in-picture", "Text in a picture",
     "A machine cannot read words in a picture. Write them as text."},
    {"text-in-text-box", "Text only in text boxes",
     "Many applicant-tracking systems skip text boxes. Move their text into the body."},
    {"too-many-findings", "Too many to tell",
     "There are far more than a resume or a letter gives reason for; the first ones are told."},
    {"text-truncated", "The text is too long", "The end of the document was not read."},
    {"tracked-changes", "The document holds tracked changes",
     "Whoever gets the file can see its tracked changes. Accept or reject them all before sending "
     "it."},
    {"truncated", "The file is too long", "The end of the file was not read."},
    {"unreadable-glyphs", "Letters that machines cannot read",
     "The file does not say which characters some of its glyphs are. Export it anew with embedded "
     "fonts that map to Unicode."},
    {"unreadable-page", "A page is damaged",
     "The page could not be read. Export the document anew."},
});

std::string in_words(std::string_view id) {
  std::string words(id.substr(0, id.find('/')));
  std::ranges::replace(words, '-', ' ');
  if (!words.empty() && words.front() >= 'a' && words.front() <= 'z')
    words.front() = static_cast<char>(words.front() - 32);
  return words;
}

RuleText text_of(const ResultItem& item) {
  RuleText rule{.id = item.rule, .severity = item.severity};
  const std::string_view id = std::string_view(rule.id).substr(0, rule.id.find('/'));
  const auto row = std::ranges::find(known, id, &Known::id);
  if (row != known.end()) {
    rule.title = row->title;
    rule.help = row->help;
    return rule;
  }
  rule.title = item.title.empty() ? in_words(id) : item.title;
  rule.help = rule.title + '.';
  return rule;
}

std::string skill_help(const Skill* skill, bool missing) {
  std::string help = missing ? "Nothing in the application names or shows this skill."
                             : "The application names this skill, and nothing in it shows it.";
  if (skill == nullptr) return help;
  const auto add = [&](std::string_view text) {
    if (!text.empty()) help += fmt::format(" {}", printable(text));
  };
  add(skill->about);
  add(skill->advice);
  if (skill->suggestions.empty()) return help;
  help += " Phrasings to start from, where they are true:";
  for (const Suggestion& suggestion : skill->suggestions)
    help += fmt::format("\n- {}", printable(suggestion.text));
  return help;
}

// The lexicon's own faults: what a remedy says without the words of a document is the help.
void add_faults(const Report& report, std::map<std::string, RuleText, std::less<>>& rules) {
  for (const WritingFault& fault : report.lexicon->faults) {
    const std::string id = printable(fault.id);
    std::string help = printable(fault.title) + '.';
    if (!fault.remedy.empty() && fault.remedy.find('{') == std::string::npos)
      help += fmt::format(" What to do: {}.", printable(fault.remedy));
    rules.try_emplace(id, RuleText{id, printable(fault.title), help, fault.severity});
  }
}

using Rules = std::map<std::string, RuleText, std::less<>>;

void add_skills(const Report& report, Rules& rules) {
  for (const SkillAssessment& skill : report.application->assessment.skills) {
    const std::string id = printable(skill.entry.skill);
    const std::string title = printable(skill.entry.title);
    const Skill* known_skill = report.lexicon->find(skill.entry.skill);
    for (const bool missing : {true, false}) {
      RuleText rule{.id = fmt::format("skill-{}/{}", missing ? "missing" : "claimed", id),
                    .title = title + (missing ? " is missing" : " is only claimed"),
                    .help = skill_help(known_skill, missing),
                    .severity = missing ? Severity::warning : Severity::note};
      rules.try_emplace(rule.id, rule);
    }
  }
}

}  // namespace

std::vector<RuleText> rules_of(std::span<const Report> reports,
                               const std::vector<ResultItem>& items) {
  Rules rules;
  for (const Report& report : reports) {
    add_skills(report, rules);
    add_faults(report, rules);
  }
  for (const ResultItem& item : items) {
    if (!rules.contains(item.rule)) rules.emplace(item.rule, text_of(item));
  }
  std::vector<RuleText> sorted;
  for (auto& [id, rule] : rules) sorted.push_back(std::move(rule));
  return sorted;
}

}  // namespace rapport
