// rapport lexicon test, lint and score: whether a lexicon keeps what it promises.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <charconv>
#include <memory>
#include <string>
#include <vector>

#include "base/suggest.hpp"
#include "cli/command.hpp"
#include "cli/completions.hpp"
#include "cli/console.hpp"
#include "cli/options.hpp"
#include "cli/output.hpp"
#include "rapport/lexicon_tools.hpp"
#include "rapport/reader.hpp"
#include "report/display.hpp"
#include "report/score_report.hpp"

namespace rapport::cli {

namespace {

// ---- test and lint

struct TypedCheck {
  std::vector<std::string> skills{};
  std::vector<std::string> lexicons{};
};

using Check = Result<std::vector<Finding>> (*)(const Lexicon&);

// An excerpt as it may be printed; patterns run on, so its line is cut where the caret allows.
std::string shown(const std::string& excerpt) {
  constexpr std::size_t columns = 100;
  if (excerpt.empty()) return "";
  const std::string lines = masked(excerpt);
  const std::size_t end = lines.find('\n');
  const std::string caret = lines.substr(end);
  if (caret.size() > columns) return lines + '\n';
  return shortened(lines.substr(0, end), columns) + caret + '\n';
}

std::string block(const Finding& finding) {
  std::string out;
  if (!finding.document.empty())
    out = fmt::format("{}:{}:{}: ", printable(finding.document), finding.place.line,
                      finding.place.column);
  if (finding.severity == Severity::note) out += "note: ";
  out += printable(finding.message);
  if (!finding.remedy.empty()) out += fmt::format(" ({})", printable(finding.remedy));
  out += '\n';
  return out + shown(excerpt(finding));
}

Result<std::vector<const Skill*>> choose_skills(const std::vector<std::string>& typed,
                                                const Lexicon& lexicon) {
  std::vector<const Skill*> chosen;
  for (const std::string& id : typed) {
    auto skill = choose_skill(id, lexicon);
    if (!skill) return fail(std::move(skill.error()));
    chosen.push_back(*skill);
  }
  return chosen;
}

// What concerns a skill stands in its file; no skills mean all files.
void keep_files_of(const std::vector<const Skill*>& skills, std::vector<Finding>& findings) {
  if (skills.empty()) return;
  std::erase_if(findings, [&](const Finding& finding) {
    return std::ranges::find(skills, finding.document, &Skill::file) == skills.end();
  });
}

// "1 rule", "2 rules"
std::string counted(std::size_t number, std::string_view noun) {
  return fmt::format("{} {}{}", number, noun, number == 1 ? "" : "s");
}

std::size_t faults_in(const std::vector<Finding>& findings) {
  return static_cast<std::size_t>(std::ranges::count_if(
      findings, [](const Finding& finding) { return finding.severity != Severity::note; }));
}

// What was looked at, so that silence is not mistaken for nothing having been done.
std::string summary(const std::vector<const Skill*>& skills, const Lexicon& lexicon,
                    const std::vector<Finding>& findings) {
  std::size_t patterns = skills.empty() ? lexicon.contexts.size() + lexicon.quantities.size() : 0;
  if (skills.empty()) {
    for (const WritingFault& fault : lexicon.faults) patterns += fault.phrases.size();
  }
  for (const Skill& skill : lexicon.skills) {
    if (skills.empty() || std::ranges::find(skills, &skill) != skills.end())
      patterns += skill.evidence.size() + skill.vetoes.size();
  }
  const std::size_t faults = faults_in(findings);
  const std::size_t notes = findings.size() - faults;
  return fmt::format(
      "{}, {}: {}{}\n", counted(skills.empty() ? lexicon.skills.size() : skills.size(), "skill"),
      counted(patterns, "pattern"), faults == 0 ? "no findings" : counted(faults, "finding"),
      notes == 0 ? "" : ", " + counted(notes, "note"));
}

Result<Outcome> run(Check check, const TypedCheck& typed) {
  auto lexicon = load_lexicon(typed.lexicons);
  if (!lexicon) return fail(std::move(lexicon.error()));
  auto skills = choose_skills(typed.skills, *lexicon);
  if (!skills) return fail(std::move(skills.error()));
  auto findings = check(*lexicon);
  if (!findings) return fail(std::move(findings.error()));
  keep_files_of(*skills, *findings);
  std::string out;
  for (const Finding& finding : *findings) out += block(finding);
  out += summary(*skills, *lexicon, *findings);
  if (auto printed = print(out); !printed) return fail(std::move(printed.error()));
  return Outcome{.gates_hold = faults_in(*findings) == 0};
}

Outcome finish(const Result<Outcome>& outcome) {
  if (outcome) return *outcome;
  complain(outcome.error());
  return failure;
}

Action declare(CLI::App& app, Check check) {
  auto typed = std::make_shared<TypedCheck>();
  app.add_option("SKILL", typed->skills, "Only the files of these skills")->expected(-1);
  add_lexicon_option(app, typed->lexicons);
  return [typed, check] { return finish(run(check, *typed)); };
}

// ---- score

struct TypedScore {
  std::string file{};
  std::vector<std::string> lexicons{};
  std::string skill{};
  std::string fail_under{};
  std::string format = "terminal";
  bool errors = false;
};

Error usage(std::string subject, std::string message, std::string remedy) {
  return {.kind = ErrorKind::usage,
          .subject = std::move(subject),
          .message = std::move(message),
          .remedy = std::move(remedy)};
}

Result<double> parse_threshold(const std::string& typed) {
  double value = 0;
  const char* end = typed.data() + typed.size();
  const auto [stop, code] = std::from_chars(typed.data(), end, value);
  if (typed.empty()) return 0.0;
  if (code == std::errc() && stop == end && value >= 0 && value <= 1) return value;
  return fail(usage("--fail-under " + typed, "not an F1", "give a number from 0 to 1: 0.85"));
}

// A slip in a label would count as a miss for ever.
Result<void> check_labels(const std::string& file, const Lexicon& lexicon,
                          const std::vector<LabelledSentence>& sentences) {
  for (const LabelledSentence& sentence : sentences) {
    for (const auto& [skill, label] : sentence.labels) {
      if (lexicon.find(skill)) continue;
      return fail(
          {.kind = ErrorKind::input,
           .subject = file,
           .message = fmt::format("{} is labelled with {}, which is no skill of the lexicon",
                                  sentence.id, skill),
           .remedy = "`rapport lexicon list` prints them"});
    }
  }
  return {};
}

Result<std::vector<LabelledSentence>> read_sentences(const std::string& file,
                                                     const Lexicon& lexicon) {
  auto input = load(file);
  if (!input) return fail(std::move(input.error()));
  auto sentences = parse_labelled(file, input->bytes);
  if (!sentences) return sentences;
  if (auto known = check_labels(file, lexicon, *sentences); !known)
    return fail(std::move(known.error()));
  return sentences;
}

Score only(const std::string& skill, const Score& all) {
  Score one;
  const auto found = all.skills.find(skill);
  if (found != all.skills.end()) one.micro = found->second;
  one.skills[skill] = one.micro;
  one.macro_f1 = one.micro.f1();
  std::ranges::copy_if(all.mistakes, std::back_inserter(one.mistakes),
                       [&](const Mistake& mistake) { return mistake.skill == skill; });
  return one;
}

Result<Score> score_file(const TypedScore& typed) {
  auto lexicon = load_lexicon(typed.lexicons);
  if (!lexicon) return fail(std::move(lexicon.error()));
  if (!typed.skill.empty()) {
    if (auto known = choose_skill(typed.skill, *lexicon); !known)
      return fail(std::move(known.error()));
  }
  auto sentences = read_sentences(typed.file, *lexicon);
  if (!sentences) return fail(std::move(sentences.error()));
  auto matcher = Matcher::make(*lexicon);
  if (!matcher) return fail(std::move(matcher.error()));
  Score all = score(*matcher, *sentences);
  return typed.skill.empty() ? std::move(all) : only(typed.skill, all);
}

Result<Outcome> run_score(const TypedScore& typed) {
  const std::vector<std::string> formats{"terminal", "json"};
  if (std::ranges::find(formats, typed.format) == formats.end())
    return fail(
        usage("--format " + typed.format, "no such format", did_you_mean(typed.format, formats)));
  const auto least = parse_threshold(typed.fail_under);
  if (!least) return fail(least.error());
  const auto scored = score_file(typed);
  if (!scored) return fail(scored.error());
  const Mistakes mistakes = typed.errors ? Mistakes::listed : Mistakes::left_out;
  const std::string out =
      typed.format == "json" ? score_json(*scored, mistakes) : score_table(*scored, mistakes);
  if (auto printed = print(out); !printed) return fail(std::move(printed.error()));
  if (scored->micro.f1() >= *least) return done;
  note(fmt::format("rapport: {}: micro F1 is {:.4f}, below {}", printable(typed.file),
                   scored->micro.f1(), typed.fail_under));
  return Outcome{.gates_hold = false};
}

}  // namespace

Action declare_lexicon_test(CLI::App& app) {
  describe(app,
           "A `yes` sentence must be found by its very pattern and survive what stands around it; "
           "a `no` sentence must not. In a context rule's examples the evidence is [bracketed].",
           {{"rapport lexicon test --lexicon my-lexicon", "The examples of your own skills too."}});
  return declare(app, test_examples);
}

Action declare_lexicon_lint(CLI::App& app) {
  describe(app,
           "Patterns without examples, written twice, covered by another of their skill, too wide "
           "or slow to find; word classes that nothing uses; skills without phrasings or "
           "questions. A note is told, but fails nothing.",
           {{"rapport lexicon lint empathy patience", "Only the files of these two."}});
  return declare(app, lint);
}

Action declare_lexicon_score(CLI::App& app) {
  auto typed = std::make_shared<TypedScore>();
  describe(app,
           "FILE is a table with a heading line and four columns behind tabs: id, kind (resume, "
           "cover-letter), sentence, and labels: - for none, or skill=LEVEL behind blanks, with a "
           "level of c, d, q, or c/d where both are right; ? behind it scores neither way. Micro "
           "figures count all decisions together, macro is the mean of the skills.",
           {{"rapport lexicon score sentences.tsv --errors --skill empathy",
             "What it gets wrong, and by which pattern."}});
  app.add_option("FILE", typed->file, "Labelled sentences; - is standard input")->required();
  app.add_flag("--errors", typed->errors, "List every miss, false alarm and wrong level");
  app.add_option("--fail-under", typed->fail_under, "Exit 1 when the micro F1 is lower (0 to 1)")
      ->type_name("F1");
  app.add_option("--skill", typed->skill, "Only this skill")->type_name("SKILL");
  offer(*app.add_option("-f,--format", typed->format, "terminal (a table), or json")
             ->type_name("FMT")
             ->capture_default_str(),
        {"terminal", "json"});
  add_lexicon_option(app, typed->lexicons);
  return [typed] { return finish(run_score(*typed)); };
}

}  // namespace rapport::cli
