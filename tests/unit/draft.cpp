#include "draft.hpp"

#include <utility>

using namespace rapport;

namespace rapport_test {

Draft::Draft(std::string name, DocumentKind kind, std::string format) {
  reading_.document.name = std::move(name);
  reading_.document.kind = kind;
  reading_.document.source.format = std::move(format);
}

// A line of the file, which for a draft is the document's own text.
void Draft::line(const std::string& text) {
  Document& document = reading_.document;
  const std::size_t begin = document.text.size();
  document.text += text + '\n';
  document.source.text = document.text;
  Block block{.begin = begin, .end = begin + text.size()};
  block.place.line = static_cast<int>(document.source.blocks.size()) + 1;
  document.source.blocks.push_back(block);
}

Draft& Draft::section(SectionKind kind, const std::string& heading) {
  Document& document = reading_.document;
  const std::size_t begin = document.text.size();
  document.sections.push_back({.kind = kind, .heading = heading, .begin = begin, .end = begin});
  if (heading.empty()) return *this;
  line(heading);
  document.units.push_back({.kind = UnitKind::heading,
                            .begin = begin,
                            .end = begin + heading.size(),
                            .section = document.sections.size() - 1});
  document.sections.back().end = document.text.size();
  return *this;
}

Draft& Draft::unit(const std::string& text) {
  Document& document = reading_.document;
  const std::size_t begin = document.text.size();
  line(text);
  Section& section = document.sections.back();
  const bool bullet = section.kind == SectionKind::experience;
  document.units.push_back({.kind = bullet ? UnitKind::bullet : UnitKind::sentence,
                            .begin = begin,
                            .end = begin + text.size(),
                            .section = document.sections.size() - 1});
  section.end = document.text.size();
  return *this;
}

Draft& Draft::evidence(std::size_t skill, Level level, std::string_view span) {
  const Document& document = reading_.document;
  const std::size_t begin = document.text.find(span, document.units.back().begin);
  reading_.evidence.push_back({.skill = skill,
                               .level = level,
                               .unit = document.units.size() - 1,
                               .begin = begin,
                               .end = begin + span.size()});
  return *this;
}

Draft& Draft::objection(const std::string& rule, const std::string& why) {
  Evidence& last = reading_.evidence.back();
  last.objections.push_back({.rule = rule, .why = why, .begin = last.begin, .end = last.end});
  return *this;
}

Draft& Draft::finding(Finding finding) {
  reading_.document.source.findings.push_back(std::move(finding));
  return *this;
}

namespace {

Skill skill(const std::string& id, const std::string& title, std::vector<Suggestion> suggestions,
            const std::string& advice = "") {
  EvidenceRule rule;
  rule.pattern = "<" + id + "> pattern";
  rule.level = Level::demonstrated;
  rule.where = {.file = "lexicons/en/" + id + ".toml", .line = 12};
  return {.id = id,
          .title = title,
          .advice = advice,
          .evidence = {rule},
          .suggestions = std::move(suggestions),
          .questions = {"Tell me about a time when " + id + " helped you?"}};
}

}  // namespace

Lexicon small_lexicon() {
  constexpr auto resume = DocumentKind::resume;
  constexpr auto letter = DocumentKind::cover_letter;
  Lexicon lexicon;
  lexicon.skills = {
      skill("communication", "Communication",
            {{resume, "Explained [what] to [whom], answering [N] questions a day", ""}}),
      skill("empathy", "Empathy",
            {{resume, "Reassured [upset customers], bringing [N]% of them back",
              "Reassured [upset customers] until [they were at ease]"},
             {resume, "Comforted [families] during [a hard time] for [N] months", ""},
             {resume, "Calmed [callers in distress] and stayed with them", ""},
             {letter, "I put myself in [a customer's] place when [it happened]", ""}}),
      skill("humor", "Humor",
            {{resume, "Eased tense [meetings] with a light joke", ""},
             {letter, "A light word from me turned [a tense moment] into [a laugh]", ""},
             {letter, "My [guests] still laugh about [the story]", ""}},
            "Humor is better shown in a cover letter than in a resume."),
      skill("patience", "Patience", {}),
      skill("self-control", "Self-control",
            {{resume, "Kept calm while [what happened], serving [N] guests", ""}}),
  };
  return lexicon;
}

Profile small_profile() {
  return {.id = "small",
          .title = "Small profile",
          .source = "made up",
          .entries = {{"communication", "Communication"},
                      {"self-control", "Self-control", {"patience"}},
                      {"empathy", "Empathy"},
                      {"humor", "Humor"}}};
}

Application sample_application() {
  Draft resume("jordan-example.txt", DocumentKind::resume);
  resume.section(SectionKind::summary, "Summary")
      .unit("Empathetic front-desk agent")
      .evidence(1, Level::claimed, "Empathetic")
      .section(SectionKind::experience, "Work experience")
      .unit("Explained billing changes to 40 walk-in customers a day")
      .evidence(0, Level::quantified, "Explained billing changes")
      .unit("Answered e-mails from guests")
      .evidence(0, Level::demonstrated, "Answered e-mails")
      .finding({.id = "no-bullets",
                .severity = Severity::warning,
                .place = {.line = 3},
                .message = "this list has no bullets",
                .remedy = "start each line with one"});
  Draft letter("jordan-letter.txt", DocumentKind::cover_letter);
  letter.section(SectionKind::letter_body, "")
      .unit("I patiently walked new residents through the forms.")
      .evidence(3, Level::demonstrated, "patiently walked")
      .evidence(0, Level::claimed, "walked new residents through")
      .objection("trait", "a trait");
  return assess({resume.reading(), letter.reading()}, small_profile(), small_lexicon());
}

}  // namespace rapport_test
