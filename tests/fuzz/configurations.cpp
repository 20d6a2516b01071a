// What users write: lexicons, profiles, configurations. They may come with a stranger's checkout.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>

#include "cli/command.hpp"
#include "cli/settings.hpp"
#include "fuzz.hpp"
#include "lexicon/load.hpp"
#include "lexicon/pattern.hpp"
#include "match/scanner.hpp"
#include "rapport/matcher.hpp"
#include "rapport/proofreader.hpp"
#include "support/engine.hpp"
#include "targets.hpp"

namespace rapport::fuzz {

namespace {

constexpr std::string_view sample =
    "Calmed 12 upset guests a day; asked what they needed, and solved it. 30% fewer complaints.";

const WordClasses& few_classes() {
  static const WordClasses classes = {{"ask", {"ask", "asked", "asking"}},
                                      {"who", {"<ask> guest", "guest(s)?", "front-desk"}}};
  return classes;
}

void require_words(const Error& error) {
  require(!error.message.empty(), "an error has words");
  require(error.kind == ErrorKind::configuration, "an error of a configuration is one");
}

// A lexicon that loads can be worked with, whatever is in it.
void use(const Lexicon& lexicon) {
  const auto matcher = Matcher::make(lexicon);
  if (!matcher) return require_words(matcher.error());
  const Document document = document_of(sample);
  (void)matcher->parts(document, matcher->match(document, Rejected::keep));
  (void)matcher->match_posting(document);
  if (const auto proofreader = Proofreader::make(lexicon)) (void)proofreader->read(document);
}

// The program's options, which a configuration may set.
const CLI::App& program() {
  static constexpr std::array<cli::Command, 3> commands = {{{"check", "", cli::declare_check},
                                                            {"batch", "", cli::declare_batch},
                                                            {"diff", "", cli::declare_diff}}};
  static CLI::App app("", "rapport");
  static const cli::Action action = cli::add_commands(app, commands);
  return app;
}

}  // namespace

// One pattern: what it can begin with, what it matches, and phrases of its own, which it matches.
void fuzz_pattern(std::string_view bytes) {
  PatternCompiler compiler(few_classes());
  const auto edges = compiler.edges(bytes);
  (void)classes_in(bytes);
  if (!edges) return require(edges.error().offset <= bytes.size(), "a fault is in the pattern");
  require(!compiler.regex(bytes).empty(), "a pattern without fault has an expression");
  const Rule rule{.pattern = std::string(bytes)};
  const Rule* rules[] = {&rule};
  const auto scanner = Scanner::make(rules, few_classes());
  if (!scanner) return;
  for (const std::string& phrase : compiler.phrases(bytes, 4)) {
    const Folded folded = fold(phrase);
    require(scanner->scan(folded) == scanner->scan_plainly(folded), "the index finds all");
  }
}

void fuzz_lexicon(std::string_view bytes) {
  const EmbeddedFile files[] = {{"fuzz.toml", bytes}};
  const auto lexicon = parse_lexicon(files);
  if (!lexicon) return require_words(lexicon.error());
  use(*lexicon);
}

void fuzz_profile(std::string_view bytes) {
  const auto profile = parse_profile("fuzz.toml", bytes, Engine::get().lexicon());
  if (!profile) return require_words(profile.error());
  (void)assess({Engine::get().reading(document_of(sample))}, *profile, Engine::get().lexicon());
}

void fuzz_configuration(std::string_view bytes) {
  const auto settings = cli::Settings::parse("/fuzz/.rapport.toml", bytes, program());
  if (!settings) return require_words(settings.error());
  (void)settings->rules_for("/fuzz/templates/classic/resume.docx");
  for (const CLI::App* command : program().get_subcommands({})) {
    for (const CLI::Option* option : command->get_options())
      (void)settings->find(*command, *option);
  }
}

}  // namespace rapport::fuzz
