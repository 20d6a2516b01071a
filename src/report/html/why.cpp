// Why a piece of evidence has its level, in words that need no manual.
#include <fmt/format.h>

#include "report/cited.hpp"
#include "report/html/parts.hpp"

namespace rapport::html {
namespace {

Html reason(const Document& document, const Evidence& evidence, Level rule) {
  Html html;
  switch (evidence.level) {
    case Level::quantified:
      if (!evidence.measure) return html.put(" says what you did, and a number measures it.");
      return html.put(" says what you did, and <q dir=\"auto\">{}</q> measures it.",
                      document.slice(evidence.measure->begin, evidence.measure->end));
    case Level::demonstrated:
      return html.put(" says what you did; no number measures it.");
    case Level::claimed:
    case Level::none:
      break;
  }
  if (rule > Level::claimed) {
    return html.put(" sounds like something you did, but counts as a claim only");
  }
  return html.put(" names it; nothing you did stands behind it here.");
}

// The words that held the evidence down to a claim.
Html held_down(const Document& document, const Evidence& evidence) {
  Html html;
  for (const Objection& objection : evidence.objections) {
    html.put("{}", html.empty() ? ": " : "; ");
    if (objection.end > objection.begin) {
      html.put("<q dir=\"auto\">{}</q> means that it is ",
               document.slice(objection.begin, objection.end));
    }
    html.put("{}", objection.why);
  }
  return html.put(".");
}

Html rule_line(const EvidenceRule& rule) {
  Html html;
  return html.put("<br><span class=\"rule\">Rule: <code>{}</code> ({}:{})</span>", rule.pattern,
                  rule.where.file, rule.where.line);
}

}  // namespace

Html why(const View& view, Cited cited, const SkillAssessment& skill) {
  const Document& document = view.document(cited.reading);
  const Evidence& evidence = evidence_of(view.application(), cited);
  const auto& lexicon = view.report.lexicon->skills;
  const Skill* found = evidence.skill < lexicon.size() ? &lexicon[evidence.skill] : nullptr;
  const bool known = found != nullptr && evidence.rule < found->evidence.size();
  const Level rule = known ? found->evidence[evidence.rule].level : evidence.level;
  Html html;
  html.put("<q dir=\"auto\">{}</q>{}", document.slice(evidence.begin, evidence.end),
           reason(document, evidence, rule));
  if (evidence.level == Level::claimed && rule > Level::claimed) {
    html.add(held_down(document, evidence));
  }
  if (found != nullptr && found->id != skill.entry.skill) {
    html.put(" ({} counts here too.)", found->title);
  }
  if (known && view.options.explain) html.add(rule_line(found->evidence[evidence.rule]));
  return html;
}

}  // namespace rapport::html
