#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <set>

#include "base/utf8.hpp"
#include "lexicon/embedded.hpp"
#include "lexicon/pattern_tree.hpp"
#include "match/pattern_table.hpp"
#include "match/scanner.hpp"
#include "rapport/lexicon_tools.hpp"

namespace rapport {

namespace {

// How many phrases stand for a pattern when another is tried on them.
constexpr std::size_t phrases_tried = 60;
// A pattern that lets more words than this stand between its own finds what does not belong
// together. One gap is 12 at most; two or three with a word between them may reach further, since
// that word has to fit too.
constexpr int widest_gaps = 15;

constexpr std::size_t fewest_resume_suggestions = 4;
constexpr std::size_t fewest_letter_suggestions = 2;
constexpr std::size_t fewest_questions = 2;

// The most words that the gaps of one way through a pattern take together.
int words_in_gaps(const Alternatives& alternatives) {
  int most = 0;
  for (const Sequence& sequence : alternatives) {
    int words = 0;
    for (const Item& item : sequence.items) {
      words += item.gap;
      for (const Atom& atom : item.atoms) {
        if (const auto* group = std::get_if<std::shared_ptr<Group>>(&atom.is))
          words += words_in_gaps((*group)->alternatives);
      }
    }
    most = std::max(most, words);
  }
  return most;
}

// Enough of a pattern to know it by; the place leads to the rest.
std::string beginning(const std::string& pattern) {
  constexpr std::size_t longest = 60;
  if (utf8::count(pattern) <= longest) return pattern;
  std::size_t end = longest;
  while (end > 0 && (static_cast<unsigned char>(pattern[end]) & 0xC0U) == 0x80U) --end;
  return pattern.substr(0, end) + "…";
}

class Linter {
 public:
  Linter(const Lexicon& lexicon, const PatternTable& table, const Scanner& scanner)
      : lexicon_(lexicon), table_(table), scanner_(scanner) {}

  std::vector<Finding> run() {
    for (std::uint32_t pattern = 0; pattern < table_.rules.size(); ++pattern) check(pattern);
    for (const Skill& skill : lexicon_.skills) check(skill);
    for (const WritingFault& fault : lexicon_.faults) check(fault);
    check_classes();
    return std::move(findings_);
  }

 private:
  void check(std::uint32_t pattern) {
    const Rule& rule = *table_.rules[pattern];
    const PatternUse::Role role = table_.uses[pattern].role;
    if (rule.yes.empty() && role != PatternUse::Role::unless) {
      tell("no-example", rule, "has no `yes` example", "add a sentence that it must match");
    }
    if (rule.no.empty() && role == PatternUse::Role::evidence) {
      tell("no-counter-example", rule, "has no `no` example", "add one that it must not match");
    }
    if (rule.is_regex) {
      check_regex(rule, role);
    } else {
      check_width(rule);
      if (role == PatternUse::Role::evidence) check_covered(pattern);
    }
    check_repeated(pattern);
  }

  void check_regex(const Rule& rule, PatternUse::Role role) {
    if (rule.pattern.find(".*") != std::string::npos ||
        rule.pattern.find(".+") != std::string::npos) {
      tell("wide", rule, "can match a whole sentence", "bound it: [^ ]+ for a word");
    }
    if (role == PatternUse::Role::evidence || role == PatternUse::Role::veto) {
      // Often there is no other way: the phrase language cannot say "perhaps a comma". Then it is
      // for the author to know what it costs, and no fault.
      const bool needed = !compiler_.edges(rule.pattern);
      tell("unlisted-first-word", rule, "is tried at every word, since its first words are unknown",
           needed ? "a `pattern` would be faster, if one can say it" : "write it as a `pattern`",
           needed ? Severity::note : Severity::warning);
    }
  }

  void check_width(const Rule& rule) {
    const auto tree = parse_pattern(rule.pattern, lexicon_.classes, groups_);
    const int words = tree ? words_in_gaps(*tree) : 0;
    if (words > widest_gaps) {
      tell("wide", rule, fmt::format("lets {} words stand between its own", words),
           "narrow its gaps, or write two patterns");
    }
  }

  void check_repeated(std::uint32_t pattern) {
    const Rule& rule = *table_.rules[pattern];
    const PatternUse& use = table_.uses[pattern];
    for (std::uint32_t other = 0; other < pattern; ++other) {
      const PatternUse& known = table_.uses[other];
      if (known.role == use.role && known.skill == use.skill &&
          table_.rules[other]->pattern == rule.pattern && use.role != PatternUse::Role::unless) {
        tell("repeated", rule,
             fmt::format("stands on line {} already", table_.rules[other]->where.line),
             "remove one");
      }
    }
  }

  // Covered: another pattern of the skill, at that level or a higher one, matches all of every
  // phrase that this one was made to say.
  void check_covered(std::uint32_t pattern) {
    const Rule& rule = *table_.rules[pattern];
    const auto phrases = compiler_.phrases(rule.pattern, phrases_tried);
    std::set<std::uint32_t> covering;
    bool first = true;
    for (const std::string& phrase : phrases) {
      std::set<std::uint32_t> here = covering_patterns(pattern, phrase);
      if (!first)
        std::erase_if(here, [&](std::uint32_t other) { return !covering.contains(other); });
      covering = std::move(here);
      first = false;
      if (covering.empty()) return;
    }
    if (!covering.empty()) {
      const Rule& other = *table_.rules[*covering.begin()];
      tell("covered", rule, fmt::format("matches nothing that line {} does not", other.where.line),
           "remove it");
    }
  }

  std::set<std::uint32_t> covering_patterns(std::uint32_t pattern,
                                            const std::string& phrase) const {
    const PatternUse& use = table_.uses[pattern];
    const Folded folded = fold(phrase);
    std::set<std::uint32_t> covering;
    for (const Hit& hit : scanner_.scan(folded)) {
      const PatternUse& other = table_.uses[hit.pattern];
      if (hit.pattern == pattern || other.role != use.role || other.skill != use.skill) continue;
      const auto& rules = lexicon_.skills[use.skill].evidence;
      const bool repeated = rules[other.index].pattern == rules[use.index].pattern &&
                            rules[other.index].level == rules[use.index].level;
      if (repeated) continue;  // told as that
      if (rules[other.index].level < rules[use.index].level) continue;
      if (hit.begin == 0 && hit.end == folded.text.size()) covering.insert(hit.pattern);
    }
    return covering;
  }

  void check(const Skill& skill) {
    const auto of_kind = [&](DocumentKind kind) {
      return static_cast<std::size_t>(
          std::ranges::count(skill.suggestions, kind, &Suggestion::kind));
    };
    if (of_kind(DocumentKind::resume) < fewest_resume_suggestions) {
      tell("few-suggestions", skill, "has fewer than four suggestions for a resume");
    }
    if (of_kind(DocumentKind::cover_letter) < fewest_letter_suggestions) {
      tell("few-suggestions", skill, "has fewer than two suggestions for a letter");
    }
    if (skill.questions.size() < fewest_questions) {
      tell("few-questions", skill, "has fewer than two interview questions");
    }
    if (skill.evidence.empty()) tell("no-evidence", skill, "has no evidence patterns");
    for (const Suggestion& suggestion : skill.suggestions) check(skill, suggestion);
  }

  // A suggestion never invents a fact: its figures are blanks.
  void check(const Skill& skill, const Suggestion& suggestion) {
    for (const std::string& text : {suggestion.text, suggestion.plain}) {
      if (!text.empty() && text.find('[') == std::string::npos) {
        tell("no-blank", skill, fmt::format("suggests \"{}\", which has no [blank]", text));
      }
      if (text.find_first_of("0123456789") != std::string::npos) {
        tell("invented-figure", skill, fmt::format("suggests \"{}\", which has a figure", text));
      }
    }
  }

  void check(const WritingFault& fault) {
    for (const Phrase& phrase : fault.phrases) {
      if (phrase.yes.empty())
        tell("no-example", phrase, "has no `yes` example", "add a sentence that it must match");
      if (phrase.no.empty() && phrase.counts)
        tell("no-counter-example", phrase, "has no `no` example", "add one that it must not match");
      if (phrase.is_regex) {
        check_regex(phrase, PatternUse::Role::context);
      } else {
        check_width(phrase);
      }
      const auto same = [&](const Phrase& other) { return other.pattern == phrase.pattern; };
      if (&*std::ranges::find_if(fault.phrases, same) != &phrase)
        tell("repeated", phrase, "stands in its fault already", "remove one");
    }
  }

  void check_classes() {
    // Those of clauses.hpp and parts.hpp, then those of placeholders.hpp.
    std::set<std::string> used = {"clause-break", "result",   "past",
                                  "phrase-break", "part-end", "other-subject"};
    for (const char* name :
         {"head", "lead", "modifier", "never", "noun", "number", "order", "reader", "whole"})
      used.insert(fmt::format("placeholder-{}", name));
    const auto add = [&](std::string_view pattern) {
      for (std::string& name : classes_in(pattern)) used.insert(std::move(name));
    };
    for (const Rule* rule : table_.rules) {
      if (!rule->is_regex) add(rule->pattern);
    }
    for (const WritingFault& fault : lexicon_.faults) {
      for (const Phrase& phrase : fault.phrases) {
        if (!phrase.is_regex) add(phrase.pattern);
      }
    }
    add_posting_classes(add, used);
    for (const auto& [name, words] : lexicon_.classes) std::ranges::for_each(words, add);
    for (const auto& [name, words] : lexicon_.classes) {
      if (used.contains(name)) continue;
      findings_.push_back({.id = "unused-class",
                           .severity = Severity::warning,
                           .message = fmt::format("word class <{}> is never used", name),
                           .remedy = "remove it, or use it in a pattern"});
    }
  }

  // Those of its patterns, and those that the code asks for by name.
  template <class Add>
  void add_posting_classes(Add add, std::set<std::string>& used) const {
    for (const Rule& rule : lexicon_.posting.headings) add(rule.is_regex ? "" : rule.pattern);
    for (const PostingCue& cue : lexicon_.posting.cues) {
      add(cue.is_regex ? "" : cue.pattern);
      add(cue.unless);
    }
    for (const Rule& rule : lexicon_.posting.introductions) add(rule.pattern);
    for (const Rule& rule : lexicon_.posting.heads) add(rule.pattern);
    for (const char* name :
         {"opener", "duty", "small", "noise", "noun", "talk", "tool", "name", "place", "job"}) {
      used.insert(fmt::format("posting-{}", name));
    }
  }

  void tell(std::string_view id, const Rule& rule, std::string_view message,
            std::string_view remedy, Severity severity = Severity::warning) {
    Finding finding{.id = std::string(id), .severity = severity, .document = rule.where.file};
    finding.place.line = rule.where.line;
    finding.place.column = rule.where.column;
    finding.message = fmt::format("`{}` {}", beginning(rule.pattern), message);
    finding.remedy = remedy;
    findings_.push_back(std::move(finding));
  }

  void tell(std::string_view id, const Skill& skill, std::string_view message) {
    Finding finding{.id = std::string(id), .document = skill.file};
    finding.place.line = 1;
    finding.place.column = 1;
    finding.message = fmt::format("{} {}", skill.id, message);
    finding.remedy = "see rapport-lexicon(5)";
    findings_.push_back(std::move(finding));
  }

  const Lexicon& lexicon_;
  const PatternTable& table_;
  const Scanner& scanner_;
  PatternCompiler compiler_{lexicon_.classes};
  ClassGroups groups_;
  std::vector<Finding> findings_;
};

std::string text_of(const std::string& file) {
  for (const EmbeddedFile& embedded : embedded_files()) {
    if (embedded.name == file) return std::string(embedded.text);
  }
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

}  // namespace

Result<std::vector<Finding>> lint(const Lexicon& lexicon) {
  const PatternTable table(lexicon);
  const auto scanner = Scanner::make(table.rules, lexicon.classes);
  if (!scanner) return fail(scanner.error());
  return Linter(lexicon, table, *scanner).run();
}

std::string excerpt(const Finding& finding) {
  const std::string text = text_of(finding.document);
  std::string_view rest = text;
  for (int line = 1; line < finding.place.line; ++line) {
    const std::size_t end = rest.find('\n');
    if (end == std::string_view::npos) return "";
    rest.remove_prefix(end + 1);
  }
  const std::string_view line = rest.substr(0, rest.find('\n'));
  if (line.empty() || finding.place.column < 1) return "";
  return fmt::format("  {}\n  {:>{}}", line, '^', finding.place.column);
}

}  // namespace rapport
