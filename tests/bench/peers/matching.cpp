// Matching alone, text in memory: Rapport's scanner, and Vectorscan with the same patterns as
// regular expressions and no match starts.
//
//     matching rounds TEXT…      prints, for each text, a line of JSON with nanoseconds a byte
//     matching --patterns        prints the patterns as regular expressions, for other programs
//     matching --fifth           the same of those that Vectorscan gets
//
// Vectorscan wants minutes and gigabytes to compile all patterns, word classes written out, and
// takes no large ones, so both get every fifth of those that are not; Rapport's own cost with two
// fifths of all and with all stands beside that.
#include <hs/hs.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <iterator>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "lexicon/pattern.hpp"
#include "match/folded.hpp"
#include "match/pattern_table.hpp"
#include "match/scanner.hpp"
#include "rapport/matching_lexicon.hpp"

namespace {

using rapport::Folded;
using RuleList = std::vector<const rapport::Rule*>;

std::vector<Folded> units_of(const char* path) {
  std::ifstream stream(path);
  std::vector<Folded> units;
  for (std::string line; std::getline(stream, line);) units.push_back(rapport::fold(line));
  return units;
}

std::size_t bytes_of(const std::vector<Folded>& units) {
  std::size_t bytes = 0;
  for (const Folded& unit : units) bytes += unit.text.size();
  return bytes;
}

// Patterns whose number leaves a remainder below `share` when it is divided by five.
RuleList fifths(const RuleList& rules, std::size_t share) {
  RuleList chosen;
  for (std::size_t i = 0; i < rules.size(); ++i) {
    if (i % 5 < share && !rules[i]->is_regex) chosen.push_back(rules[i]);
  }
  return chosen;
}

constexpr std::size_t large = 1500;  // bytes of a regular expression

RuleList without_large(const RuleList& rules, const rapport::Lexicon& lexicon) {
  rapport::PatternCompiler compiler(lexicon.classes);
  RuleList chosen;
  for (const rapport::Rule* rule : rules) {
    if (compiler.regex(rule->pattern).size() < large) chosen.push_back(rule);
  }
  return chosen;
}

class Ours {
 public:
  Ours(const RuleList& rules, const rapport::Lexicon& lexicon)
      : scanner_(rapport::Scanner::make(rules, lexicon.classes).value()) {}
  std::size_t run(const std::vector<Folded>& units) const {
    std::size_t hits = 0;
    for (const Folded& unit : units) hits += scanner_.scan(unit).size();
    return hits;
  }

 private:
  rapport::Scanner scanner_;
};

class Theirs {
 public:
  Theirs(const RuleList& rules, const rapport::Lexicon& lexicon) {
    rapport::PatternCompiler compiler(lexicon.classes);
    std::vector<std::string> texts;
    for (const rapport::Rule* rule : rules)
      texts.push_back("\\b(?:" + compiler.regex(rule->pattern) + ")\\b");
    std::vector<const char*> expressions;
    std::vector<unsigned> ids;
    for (const std::string& text : texts) {
      ids.push_back(static_cast<unsigned>(ids.size()));
      expressions.push_back(text.c_str());
    }
    const std::vector<unsigned> flags(texts.size(), 0);
    hs_compile_error_t* fault = nullptr;
    if (hs_compile_multi(expressions.data(), flags.data(), ids.data(),
                         static_cast<unsigned>(texts.size()), HS_MODE_BLOCK, nullptr, &database_,
                         &fault) != HS_SUCCESS) {
      std::fprintf(stderr, "vectorscan: %s\n", fault->message);
      std::exit(1);
    }
    hs_alloc_scratch(database_, &scratch_);
  }
  std::size_t run(const std::vector<Folded>& units) const {
    std::size_t hits = 0;
    const auto count = [](unsigned, unsigned long long, unsigned long long, unsigned, void* to) {
      ++*static_cast<std::size_t*>(to);
      return 0;
    };
    for (const Folded& unit : units)
      hs_scan(database_, unit.text.data(), static_cast<unsigned>(unit.text.size()), 0, scratch_,
              count, &hits);
    return hits;
  }

 private:
  hs_database_t* database_ = nullptr;
  hs_scratch_t* scratch_ = nullptr;
};

// Of this process: others may be busy meanwhile.
double nanoseconds_used() {
  timespec time{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
  return 1e9 * static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec);
}

template <class Engine>
double nanoseconds_a_byte(const Engine& engine, const std::vector<Folded>& units) {
  const double start = nanoseconds_used();
  (void)engine.run(units);
  return (nanoseconds_used() - start) / static_cast<double>(bytes_of(units));
}

double median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  return values[values.size() / 2];
}

int print_patterns(const RuleList& rules, const rapport::Lexicon& lexicon) {
  rapport::PatternCompiler compiler(lexicon.classes);
  for (const rapport::Rule* rule : rules) {
    std::string regex = compiler.regex(rule->pattern);
    // POSIX has no groups without a number, and nothing lazy.
    for (const auto& [from, to] : {std::pair("(?:", "("), std::pair("}?", "}")}) {
      for (std::size_t at = 0; (at = regex.find(from, at)) != std::string::npos; ++at)
        regex.replace(at, std::string_view(from).size(), to);
    }
    std::puts(regex.c_str());
  }
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  const rapport::Lexicon lexicon = rapport::load_matching_lexicon().value();
  const rapport::PatternTable table(lexicon, rapport::Patterns::evidence);
  const RuleList& all = table.rules;
  const std::string_view wanted = argv[1];
  if (wanted == "--patterns") return print_patterns(fifths(all, 5), lexicon);
  const RuleList small = without_large(fifths(all, 1), lexicon);
  if (wanted == "--fifth") return print_patterns(small, lexicon);
  const Ours fifth(small, lexicon);
  const Ours two_fifths(fifths(all, 2), lexicon);
  const Ours whole(fifths(all, 5), lexicon);
  const Theirs vectorscan(small, lexicon);
  for (int i = 2; i < argc; ++i) {
    const std::vector<Folded> units = units_of(argv[i]);
    std::vector<double> times[4];
    for (int round = std::atoi(argv[1]); round > 0; --round) {
      times[0].push_back(nanoseconds_a_byte(fifth, units));
      times[1].push_back(nanoseconds_a_byte(vectorscan, units));
      times[2].push_back(nanoseconds_a_byte(two_fifths, units));
      times[3].push_back(nanoseconds_a_byte(whole, units));
    }
    std::printf(
        "{\"patterns\": %zu, \"text\": \"%s\", \"hits\": %zu, \"theirs\": %zu, \"fifth\": %.3f, "
        "\"vectorscan\": %.3f, "
        "\"two_fifths\": %.3f, \"all\": %.3f}\n",
        small.size(), argv[i], fifth.run(units), vectorscan.run(units), median(times[0]),
        median(times[1]), median(times[2]), median(times[3]));
  }
}
