// Evidence: found whatever the way to it, and wherever its sentence stands.
#include <algorithm>
#include <tuple>

#include "lexicon/pattern.hpp"
#include "match/scanner.hpp"
#include "property/generators.hpp"
#include "property/holds.hpp"
#include "support/engine.hpp"
#include "support/sound.hpp"

using namespace rapport;
using namespace rapport::property;

namespace {

// What was found, in offsets from the unit's begin.
auto shape(const Evidence& evidence, const Document& document, std::size_t first_unit) {
  const std::size_t base = document.units[evidence.unit].begin;
  std::vector<std::tuple<std::string, std::size_t, std::size_t>> objections;
  for (const Objection& objection : evidence.objections)
    objections.emplace_back(objection.rule, objection.begin - base, objection.end - base);
  return std::tuple(evidence.unit - first_unit, evidence.skill, evidence.rule, evidence.level,
                    evidence.begin - base, evidence.end - base, std::move(objections));
}

// Of the units from `first` to `last`.
auto shapes(const Document& document, std::size_t first, std::size_t last) {
  std::vector<decltype(shape({}, document, 0))> all;
  for (const Evidence& evidence : Engine::get().matcher().match(document, Rejected::keep)) {
    if (evidence.unit >= first && evidence.unit < last)
      all.push_back(shape(evidence, document, first));
  }
  return all;
}

// Appends a document's text and units to another, behind a blank line.
void append(Document& to, const Document& more) {
  const std::size_t base = to.text.size() + 2;
  const std::size_t sections = to.sections.size();
  to.text += "\n\n" + more.text;
  for (Section section : more.sections) {
    section.begin += base;
    section.end += base;
    to.sections.push_back(std::move(section));
  }
  for (Unit unit : more.units) {
    unit.begin += base;
    unit.end += base;
    unit.section += sections;
    to.units.push_back(unit);
  }
}

const WordClasses& few_classes() {
  static const WordClasses classes = {{"ask", {"ask", "asked", "asking"}},
                                      {"who", {"<ask> guest", "guest(s)?", "front-desk"}}};
  return classes;
}

}  // namespace

TEST_CASE("the index finds what trying every pattern at every word finds, in any text") {
  const Scanner& scanner = whole_scanner();
  holds([&] {
    const Folded folded = fold(*rc::gen::oneOf(phrases(), any_text()));
    RC_ASSERT(scanner.scan(folded) == scanner.scan_plainly(folded));
  });
}

TEST_CASE("the same with any patterns, and the phrases that they say they match are matched") {
  holds([] {
    std::vector<Rule> rules;
    for (const std::string& pattern :
         *rc::gen::nonEmpty(rc::gen::container<std::vector<std::string>>(any_pattern())))
      rules.push_back(Rule{.pattern = pattern});
    PatternCompiler compiler(few_classes());
    std::erase_if(rules, [&](const Rule& rule) { return !compiler.edges(rule.pattern); });
    std::vector<const Rule*> pointers;
    std::string text;
    for (const Rule& rule : rules) {
      pointers.push_back(&rule);
      for (const std::string& phrase : compiler.phrases(rule.pattern, 2)) text += phrase + ", ";
    }
    const auto scanner = Scanner::make(pointers, few_classes());
    RC_ASSERT(scanner.has_value());
    const Folded folded = fold(text);
    const auto hits = scanner->scan(folded);
    RC_ASSERT(hits == scanner->scan_plainly(folded));
    for (std::uint32_t number = 0; number < rules.size(); ++number)
      RC_ASSERT(std::ranges::any_of(hits, [&](const Hit& hit) { return hit.pattern == number; }));
  });
}

TEST_CASE("a unit's evidence is the same whatever stands before and after it in the document") {
  holds([] {
    const Document one = document_of(*any_document());
    const Document other = document_of(*any_document());
    Document both = one;
    append(both, other);
    const std::size_t cut = one.units.size();
    RC_ASSERT(shapes(both, 0, cut) == shapes(one, 0, cut));
    RC_ASSERT(shapes(both, cut, both.units.size()) == shapes(other, 0, other.units.size()));
  });
}

TEST_CASE("what is found stands in its unit, in resumes, templates and postings") {
  holds([] {
    Document document = document_of(*any_document());
    document.is_template = *rc::gen::arbitrary<bool>();
    RC_ASSERT(sound::fault_in(Engine::get().posting(document).reading) == "");
    RC_ASSERT(sound::fault_in(Engine::get().reading(std::move(document))) == "");
  });
}

TEST_CASE("matching the same document twice finds the same") {
  holds([] {
    const Document document = document_of(*resume_text());
    RC_ASSERT(shapes(document, 0, document.units.size()) ==
              shapes(document, 0, document.units.size()));
  });
}
