// rapport why: what speaks for a skill in a document, what nearly did, and what stopped it.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include "batch/pipeline.hpp"
#include "cli/command.hpp"
#include "cli/console.hpp"
#include "cli/options.hpp"
#include "cli/output.hpp"
#include "cli/safety.hpp"
#include "cli/settings.hpp"
#include "match/near.hpp"
#include "report/display.hpp"
#include "report/place_text.hpp"

namespace rapport::cli {

namespace {

struct Typed {
  std::string skill{};
  std::string file{};
  std::string kind{};
  std::vector<std::string> lexicons{};
};

std::string quoted(const Document& document, std::size_t begin, std::size_t end) {
  return fmt::format("“{}”", printable(document.slice(begin, end)));
}

std::string objection(const Document& document, const Objection& objection) {
  const std::string why = objection.why.empty() ? objection.rule : objection.why;
  std::string line = "    but " + why;
  if (objection.end > objection.begin)
    line += ": " + quoted(document, objection.begin, objection.end);
  return line + fmt::format("  [{}]\n", objection.rule);
}

std::string piece(const Reading& reading, const Skill& skill, const Evidence& evidence) {
  const Document& document = reading.document;
  const Unit& unit = document.units[evidence.unit];
  const Rule& rule = skill.evidence[evidence.rule];
  std::string out =
      fmt::format("  {:<13} {}\n", evidence.rejected() ? "rejected" : name_of(evidence.level),
                  quoted(document, evidence.begin, evidence.end));
  for (const Objection& one : evidence.objections) out += objection(document, one);
  out += fmt::format("    in {}\n", quoted(document, unit.begin, unit.end));
  const std::string place = place_text(document.place(evidence.begin, evidence.end));
  if (!place.empty()) out += fmt::format("    at {}\n", place);
  out += fmt::format("    by {}  ({}:{})\n", printable(rule.pattern), rule.where.file,
                     rule.where.line);
  return out;
}

std::string pieces(const Reading& reading, const Skill& skill,
                   const std::vector<const Evidence*>& all) {
  std::string out;
  for (const Evidence* evidence : all) out += piece(reading, skill, *evidence);
  return out;
}

constexpr std::size_t most_near_misses = 5;
constexpr int pattern_columns = 100;  // patterns run to several lines; the place leads to the rest

std::string near_miss(const Document& document, const Skill& skill, const NearMiss& miss) {
  const Unit& unit = document.units[miss.unit];
  const Rule& rule = skill.evidence[miss.rule];
  std::string out =
      fmt::format("  {:<13} {}\n", "no pattern", quoted(document, miss.begin, miss.end));
  out += fmt::format("    in {}\n", quoted(document, unit.begin, unit.end));
  const std::string place = place_text(document.place(miss.begin, miss.end));
  if (!place.empty()) out += fmt::format("    at {}\n", place);
  return out + fmt::format("    it takes {}  ({}:{})\n",
                           shortened(printable(rule.pattern), pattern_columns), rule.where.file,
                           rule.where.line);
}

std::string near_misses_of(const Reading& reading, const Lexicon& lexicon, const Skill& skill) {
  const auto number = static_cast<std::size_t>(&skill - lexicon.skills.data());
  std::string out;
  for (const NearMiss& miss :
       near_misses(reading.document, lexicon, number, reading.evidence, most_near_misses))
    out += near_miss(reading.document, skill, miss);
  return out;
}

std::string explain(const Reading& reading, const Lexicon& lexicon, const Skill& skill) {
  std::vector<const Evidence*> accepted;
  std::vector<const Evidence*> rejected;
  Level best = Level::none;
  for (const Evidence& evidence : reading.evidence) {
    if (&lexicon.skills[evidence.skill] != &skill) continue;
    (evidence.rejected() ? rejected : accepted).push_back(&evidence);
    best = std::max(best, evidence.level);
  }
  const std::string name = printable(reading.document.name);
  std::string out = fmt::format("{} in {}: {}\n", skill.title, name,
                                best == Level::none ? "no evidence" : name_of(best));
  if (!accepted.empty()) out += "\nEvidence\n" + pieces(reading, skill, accepted);
  const std::string near =
      pieces(reading, skill, rejected) + near_misses_of(reading, lexicon, skill);
  if (!near.empty()) out += "\nNear misses\n" + near;
  if (accepted.empty() && near.empty())
    out += fmt::format("`rapport lexicon show {}` lists the words it listens for.\n", skill.id);
  return out;
}

Result<std::string> why(const Typed& typed) {
  auto kind = parse_kind(typed.kind);
  if (!kind) return fail(std::move(kind.error()));
  auto pipeline = make_confined(typed.lexicons, isolation_for({&typed.file, 1}));
  if (!pipeline) return fail(std::move(pipeline.error()));
  const Lexicon& lexicon = (*pipeline)->lexicon();
  auto skill = choose_skill(typed.skill, lexicon);
  if (!skill) return fail(std::move(skill.error()));
  auto reading = (*pipeline)->read(typed.file, {.kind = *kind, .rejected = Rejected::keep});
  if (!reading) return fail(std::move(reading.error()));
  return explain(*reading, lexicon, **skill);
}

}  // namespace

Action declare_why(CLI::App& app) {
  auto typed = std::make_shared<Typed>();
  describe(
      app,
      "Every match of the skill's patterns with the sentence that holds it. A near miss is a match "
      "that the words around it spoke against (a negation, a job title, a name), or a sentence "
      "with a word of the skill's own that none of its patterns fits.",
      {{"rapport why empathy resume.pdf", "Why empathy was found, or why it was not."}});
  app.add_option("SKILL", typed->skill, "A skill's id; rapport lexicon list prints them")
      ->required();
  app.add_option("FILE", typed->file, "A document; - is standard input")->required();
  add_kind_option(app, typed->kind);
  add_lexicon_option(app, typed->lexicons);
  add_config_options(app);
  return [typed] {
    auto text = why(*typed);
    auto printed = text ? print(*text).map([](Reader) {}) : Result<void>(fail(text.error()));
    if (printed) return done;
    complain(printed.error());
    return failure;
  };
}

}  // namespace rapport::cli
