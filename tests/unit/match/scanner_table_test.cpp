#include "match/scanner_table.hpp"

#include <doctest/doctest.h>

#include "assess/posting_words.hpp"
#include "lexicon/ready_made.hpp"
#include "lexicon/stem.hpp"
#include "match/pattern_table.hpp"
#include "rapport/matcher.hpp"
#include "rapport/matching_lexicon.hpp"
#include "rapport/proofreader.hpp"

using namespace rapport;

namespace {

// The words of all tables that are made meanwhile.
template <class F>
std::size_t tables_made_by(F&& work) {
  std::vector<CodeWord> made;
  collect_scanner_tables(&made);
  work();
  collect_scanner_tables(nullptr);
  return made.size();
}

}  // namespace

TEST_CASE("every table that the built-in lexicon needs is in the program") {
  const auto lexicon = load_matching_lexicon();
  REQUIRE(lexicon);
  CHECK(tables_made_by([&] {
          CHECK(Matcher::make(*lexicon));
          CHECK(Proofreader::make(*lexicon));
          const PostingWords words(*lexicon, Stemmer());
        }) == 0);
}

TEST_CASE("a lexicon with one word changed gets tables of its own") {
  auto lexicon = load_matching_lexicon();
  REQUIRE(lexicon);
  lexicon->classes.begin()->second.emplace_back("zzz");
  CHECK(tables_made_by([&] { CHECK(Matcher::make(*lexicon)); }) > 0);
}

TEST_CASE(
    "a table leads from a word to the patterns that it begins and ends, numbers as one word") {
  const Rule calm{.pattern = "calm voice"};
  const Rule calls{.pattern = "<number> calls"};
  const Rule raw{.pattern = "[0-9]+%", .is_regex = true};
  const Rule* rules[] = {&calm, &calls, &raw};
  const auto words = make_scanner_table(rules, {});
  REQUIRE(words);
  const ScannerTable table(*words);
  CHECK(table.uses("calm").begins.size() == 1);
  CHECK(table.uses("calm").fulfils.empty());
  CHECK(table.uses("voice").fulfils.front() == 0);
  CHECK(table.uses("30").begins.front() == 1);
  CHECK(table.uses("twelve").begins.front() == 1);
  CHECK(table.uses("unknown").begins.empty());
  CHECK(table.alternatives()[0].most_blanks == 1);
  CHECK(table.regexes_for("by 5% or more").size() == 1);
  CHECK(table.regexes_for("by half").empty());
  CHECK(table.regexes_for("by half a %").empty());
}
