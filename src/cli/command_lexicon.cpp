// rapport lexicon: what counts as evidence of which skill.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <memory>
#include <string>
#include <vector>

#include "cli/command.hpp"
#include "cli/console.hpp"
#include "cli/options.hpp"
#include "cli/output.hpp"
#include "rapport/lexicon.hpp"
#include "report/display.hpp"

namespace rapport::cli {

namespace {

struct Typed {
  std::string skill{};
  std::vector<std::string> lexicons{};
};

Outcome show(const Result<std::string>& text) {
  auto printed = text ? print(*text).map([](Reader) {}) : Result<void>(fail(text.error()));
  if (printed) return done;
  complain(printed.error());
  return failure;
}

std::string list(const Lexicon& lexicon) {
  std::string out;
  for (const Skill& skill : lexicon.skills)
    out += fmt::format("{:<24}{:>4} patterns {:>3} vetoes  {}\n", skill.id, skill.evidence.size(),
                       skill.vetoes.size(), printable(skill.about));
  return out;
}

std::string line_of(const Rule& rule, std::string_view label) {
  return fmt::format("  {:<13} {}  ({}:{})\n", label, printable(rule.pattern), rule.where.file,
                     rule.where.line);
}

std::string describe_skill(const Skill& skill) {
  std::string out = fmt::format("{} ({})\n{}\n", skill.title, skill.id, printable(skill.about));
  if (!skill.advice.empty()) out += printable(skill.advice) + '\n';
  out += "\nEvidence\n";
  for (const EvidenceRule& rule : skill.evidence) out += line_of(rule, name_of(rule.level));
  if (!skill.vetoes.empty()) out += "\nVetoes\n";
  for (const Rule& rule : skill.vetoes) out += line_of(rule, "not");
  if (!skill.suggestions.empty()) out += "\nSuggested phrasings\n";
  for (const Suggestion& suggestion : skill.suggestions)
    out += fmt::format("  {:<13} {}\n", name_of(suggestion.kind), printable(suggestion.text));
  if (!skill.questions.empty()) out += "\nQuestions to expect\n";
  for (const std::string& question : skill.questions) out += "  " + printable(question) + '\n';
  return out;
}

Result<std::string> show_skill(const Typed& typed) {
  auto lexicon = load_lexicon(typed.lexicons);
  if (!lexicon) return fail(std::move(lexicon.error()));
  return choose_skill(typed.skill, *lexicon).map([](const Skill* skill) {
    return describe_skill(*skill);
  });
}

Action declare_list(CLI::App& app) {
  auto typed = std::make_shared<Typed>();
  add_lexicon_option(app, typed->lexicons);
  return [typed] { return show(load_lexicon(typed->lexicons).map(list)); };
}

Action declare_show(CLI::App& app) {
  auto typed = std::make_shared<Typed>();
  app.add_option("SKILL", typed->skill, "A skill's id, as list prints it")->required();
  add_lexicon_option(app, typed->lexicons);
  return [typed] { return show(show_skill(*typed)); };
}

constexpr Command commands[] = {
    {"list", "List the skills", declare_list},
    {"show", "Show a skill's patterns, vetoes, phrasings and questions", declare_show},
    {"test", "Run the examples that every pattern carries", declare_lexicon_test},
    {"lint", "Find patterns that are odd, though their examples hold", declare_lexicon_lint},
    {"score", "Measure precision and recall on labelled sentences", declare_lexicon_score},
};

}  // namespace

Action declare_lexicon(CLI::App& app) {
  describe(app,
           "A skill is one TOML file of patterns, phrasings and questions; the built-in ones are "
           "part of the program. Their format is told in rapport-lexicon(5).",
           {{"rapport lexicon show empathy", "What counts as evidence of empathy."}});
  return add_commands(app, commands);
}

}  // namespace rapport::cli
