#include "property/generators.hpp"

#include <cstdint>
#include <utility>

#include "base/utf8.hpp"
#include "lexicon/pattern.hpp"
#include "match/pattern_table.hpp"
#include "support/engine.hpp"

namespace rapport::property {

namespace {

using CodePoint = std::uint32_t;
using Pieces = std::vector<std::string>;

rc::Gen<CodePoint> between(CodePoint first, CodePoint last) {
  return rc::gen::inRange<CodePoint>(first, last + 1);
}

// Surrogates are no characters.
rc::Gen<CodePoint> any_scalar() {
  return rc::gen::suchThat(between(1, 0x10FFFF),
                           [](CodePoint code) { return code < 0xD800 || code > 0xDFFF; });
}

rc::Gen<CodePoint> code_point() {
  return rc::gen::weightedOneOf<CodePoint>({
      {12, between(' ', '~')},
      {4, rc::gen::element<CodePoint>('\n', '\n', '\r', '\t', '\f', '\v', 0, 0x1B, 0x7F, 0x85)},
      {6, rc::gen::element<CodePoint>('<', '>', '&', '"', '\'', '`', '|', '\\', '=', '+', '-', '@',
                                      ',', ';', ':', '%', '#', '*', '_', '[', ']', '{', '}')},
      {2, between(0xA0, 0x24F)},
      {2, between(0x300, 0x36F)},  // combining marks
      {3, rc::gen::element<CodePoint>(0xAD, 0x61C, 0x200B, 0x200D, 0x200E, 0x2028, 0x2029, 0x202A,
                                      0x202E, 0x2066, 0x2069, 0xFEFF, 0x3000, 0xFFFC)},
      {2, rc::gen::element<CodePoint>(0xFB01, 0xFB03, 0xFF1D, 0xFF0B, 0xF0B7, 0xE000, 0x2022,
                                      0x1100, 0x1161, 0x11A8, 0x0E33, 0x0130, 0x1E9E, 0x345)},
      {2, rc::gen::element<CodePoint>(0x1F600, 0x1F468, 0x10400, 0xE0041, 0x10FFFF, 0xFFFE, 0xFFFF,
                                      0x1FFFE, 0x20000)},
      {1, any_scalar()},
  });
}

std::string encoded(const std::vector<CodePoint>& codes) {
  std::string text;
  for (const CodePoint code : codes) utf8::append(text, code);
  return text;
}

std::string joined(const Pieces& pieces, std::string_view between_them = "") {
  std::string text;
  for (const std::string& piece : pieces) {
    if (&piece != pieces.data()) text += between_them;
    text += piece;
  }
  return text;
}

rc::Gen<std::string> many(rc::Gen<std::string> piece) {
  return rc::gen::map(rc::gen::container<Pieces>(std::move(piece)),
                      [](const Pieces& pieces) { return joined(pieces); });
}

rc::Gen<std::string> one_of(Pieces pieces) {
  return rc::gen::elementOf(std::move(pieces));
}

// What the patterns of the lexicon can say, so that matches abound.
const Pieces& known_phrases() {
  static const Pieces phrases = [] {
    const Lexicon& lexicon = Engine::get().lexicon();
    PatternCompiler compiler(lexicon.classes);
    Pieces all;
    for (const Rule* rule : PatternTable(lexicon).rules) {
      if (rule->is_regex) continue;
      for (std::string& phrase : compiler.phrases(rule->pattern, 3))
        all.push_back(std::move(phrase));
    }
    return all;
  }();
  return phrases;
}

rc::Gen<std::string> word() {
  return rc::gen::weightedOneOf<std::string>({
      {8, rc::gen::elementOf(known_phrases())},
      {2, one_of({"Ann Example", "the guests",
                  "30%",         "12 calls a day",
                  "not",         "who",
                  "with",        "so that",
                  "re-\nsolved", "team\nlead",
                  "e.g.",        "at 3 p.m.",
                  "2015-2019",   "Jan 2020 - Present",
                  "[N]",         "[what you did]",
                  "{{name}}",    "**calm**",
                  "C A L M",     "ﬁles",
                  "up\u00ADset"})},
      {1, any_text()},
  });
}

rc::Gen<std::string> line() {
  const auto with = [](const char* before, const char* after) {
    return rc::gen::map(phrases(), [=](const std::string& text) { return before + text + after; });
  };
  return rc::gen::weightedOneOf<std::string>({
      {5, with("- ", "\n")},
      {3, with("• ", ".\n")},
      {4, with("I ", ". ")},
      {2, with("", "\n\n")},
      {1, with("Skills: ", "\n")},
      {2,
       one_of({"EXPERIENCE\n", "\nEDUCATION\n\n", "Summary\n", "SKILLS\n", "References\n", "\n\n",
               "Dear Ms. Example,\n\n", "Sincerely,\nAnn\n", "-----\n", "1. ", "(iv) ", "\t",
               "Clerk, Hotel Example, Jan 2019 - May 2021\n", "ann@example.com | 555-0100\n"})},
  });
}

rc::Gen<std::string> pattern_atom() {
  return one_of({"calm", "a", "guest", "<ask>", "<who>", "<number>", "<gap:1>", "<gap:3>", "(a|b)",
                 "(very )?kind", "resolv(e|es|ed|ing)", "de-escalate", "guest(s)?", "calm?", "it's",
                 "(<ask>|told) <who>", "#", "24/7"});
}

}  // namespace

rc::Gen<std::string> any_text() {
  return rc::gen::map(rc::gen::container<std::vector<CodePoint>>(code_point()), encoded);
}

rc::Gen<std::string> any_bytes() {
  return many(rc::gen::oneOf(
      rc::gen::map(rc::gen::container<std::vector<CodePoint>>(3, code_point()), encoded),
      one_of({"\x80", "\xC0\xAF", "\xED\xA0\x80", "\xED\xB0\x80", "\xF4\x90\x80\x80", "\xFF",
              "\xE2\x80", "\xF0\x9F\x98"})));
}

rc::Gen<std::string> phrases() {
  return rc::gen::map(rc::gen::container<Pieces>(4, word()),
                      [](const Pieces& pieces) { return joined(pieces, ", "); });
}

rc::Gen<std::string> resume_text() {
  return many(line());
}

rc::Gen<std::string> any_document() {
  return rc::gen::weightedOneOf<std::string>(
      {{3, resume_text()}, {2, any_text()}, {1, any_bytes()}});
}

rc::Gen<std::string> any_pattern() {
  return rc::gen::map(rc::gen::nonEmpty(rc::gen::container<Pieces>(pattern_atom())),
                      [](const Pieces& atoms) { return joined(atoms, " "); });
}

rc::Gen<std::vector<std::size_t>> cuts() {
  return rc::gen::nonEmpty(
      rc::gen::container<std::vector<std::size_t>>(rc::gen::inRange<std::size_t>(1, 40)));
}

}  // namespace rapport::property
