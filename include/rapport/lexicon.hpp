// Lexicon: what counts as evidence of which skill, as data. One TOML file a skill; the format is
// described in rapport-lexicon(5).
#pragma once

#include <array>
#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "rapport/document.hpp"
#include "rapport/result.hpp"

#pragma GCC visibility push(default)
namespace rapport {

enum class Level { none, claimed, demonstrated, quantified };

[[nodiscard]] std::string_view name_of(Level level);  // "none", "claimed", ...
[[nodiscard]] std::optional<Level> level(std::string_view name);

// Where a rule was written, for messages. Built-in files are named "lexicons/en/...".
struct SourceLine {
  std::string file{};
  int line = 0;    // from 1
  int column = 0;  // from 1: of the pattern's first character
};

// A pattern with its own proof. `pattern` is in the phrase language of src/lexicon/pattern.hpp, or
// RE2 syntax over folded text when `is_regex`.
struct Rule {
  std::string pattern{};
  bool is_regex = false;
  std::vector<std::string> yes{};  // sentences that it must match
  std::vector<std::string> no{};   // sentences that it must not match
  SourceLine where{};
};

struct EvidenceRule : Rule {
  Level level = Level::claimed;  // claimed or demonstrated; quantified is decided by the sentence
};

// A sentence to offer for a gap. `[blanks]` are for the user's own facts; no figure is ever given.
struct Suggestion {
  DocumentKind kind = DocumentKind::resume;  // resume or cover_letter
  std::string text{};                        // with a blank for a number
  std::string plain{};  // for work that has no numbers; empty when `text` serves both
};

struct Skill {
  std::string id{};     // "conflict-resolution"
  std::string title{};  // "Conflict resolution"
  std::string about{};  // one sentence
  std::string
      advice{};  // where the skill is best shown when a resume is not the place; often empty
  std::vector<EvidenceRule> evidence{};
  std::vector<Rule> vetoes{};  // a veto that overlaps a piece of evidence kills it
  std::vector<Suggestion> suggestions{};
  std::vector<std::string> questions{};  // that an interviewer may ask
  std::string file{};
};

// What the words around a piece of evidence do to it, whatever its skill.
struct ContextRule : Rule {
  enum class Effect {
    reject,  // it is no evidence
    claim,   // it is a claim at most
  };
  enum class Where {
    before,    // the cue stands before the evidence, at most `within` words away, in its clause
    after,     // the same, after it
    over,      // the cue overlaps the evidence
    sentence,  // anywhere in the unit
  };
  std::string id{};  // "negation"
  Effect effect = Effect::reject;
  Where position = Where::before;
  int within = 0;              // words allowed between cue and evidence
  bool across_commas = false;  // whether a comma may stand between them
  // The cue governs a series of actions (\"able to greet guests and settle complaints\"): it
  // reaches over commas until a verb in the past tense begins something else.
  bool series = false;
  // Cue and evidence are parts of one noun phrase, as in a name: no "with", "by" or "while"
  // between.
  bool phrase = false;
  std::vector<std::string>
      until;                 // words that end its reach: "i" and "my" in what is said of others
  bool capitalised = false;  // the words between, and the evidence, are written as a name
  std::string unless{};      // a pattern that, overlapping the cue, undoes it; may be empty
  std::vector<std::string> except{};  // skills that it does not concern
  // Holds for what applicants write only: what stops evidence there ("you will", "candidates
  // must") is what asks for it in a posting.
  bool spares_postings = false;
  std::string why{};  // for `rapport why`: "negated"
};

// A number that measures something ("30 calls a day"), or one that does not ("since 2015").
struct QuantityRule : Rule {
  bool counts = true;
};

// Words of a writing fault: "responsible for". Where `counts` is false they look like it and are
// none, and a match that they overlap is no fault.
struct Phrase : Rule {
  enum class Where {
    anywhere,
    opening,    // at the start of the sentence or bullet
    predicate,  // at its start, behind a subject of a few words: "Calls were answered"
    entry,      // as an entry of an enumeration of which nearly all entries are such
  };
  bool counts = true;
  Where position = Where::anywhere;
  std::string remedy{};  // takes the place of the fault's; may be empty
};

// A way of writing that hides what somebody can do. In `message`, `remedy` and `rewrite`, {words}
// stands for the words in question and {times} for how often they stand there; in `rewrite` {did}
// for the verb that could open the sentence instead, in the past tense, and {subject} for what it
// was done to.
struct WritingFault {
  std::string id{};     // of the finding: "duty-opener"
  std::string title{};  // what all of its findings have in common
  Severity severity = Severity::note;
  std::string message{};
  std::string remedy{};
  std::string rewrite{};      // takes the place of `remedy` where the verb is known; may be empty
  bool bullets = false;       // looked for in bullets only
  bool context = false;       // the context rules that reject evidence hold for it too
  bool unless_shown = false;  // not told of words that name a skill which is demonstrated elsewhere
  std::vector<Phrase> phrases{};
};

// What the words of a posting speak of.
enum class PostingPart {
  unclear,
  employer,   // itself: praise, benefits, equal opportunity, how to apply
  duty,       // the work
  required,   // what an applicant must bring
  preferred,  // what is nice to have
};

// The wording of a part's heading; it matches the whole heading.
struct PostingHeading : Rule {
  PostingPart part = PostingPart::unclear;
};

// A wording that tells of whom the words near it speak ("we are", "you will"), or how much they
// are wanted ("a plus"). Of several, the nearest governs.
struct PostingCue : Rule {
  PostingPart part = PostingPart::unclear;
  bool after = false;    // it governs the words before it
  int within = 1000;     // words allowed between it and what it governs
  bool phrase = false;   // both are parts of one noun phrase
  bool whole = false;    // it governs its whole sentence, whatever else stands there
  bool strong = false;   // asks even where a heading says that the employer speaks of itself
  std::string unless{};  // a pattern that, overlapping the cue, undoes it; may be empty
};

// How postings are read (lexicons/en/posting.toml).
struct PostingRules {
  std::vector<PostingHeading> headings{};
  std::vector<PostingCue> cues{};
  std::vector<Rule> introductions{};             // what stands before a tool or a certificate
  std::vector<Rule> heads{};                     // what stands behind one: "certification"
  std::vector<std::vector<std::string>> same{};  // "pos", "point of sale"
};

// The parts of a bullet that shows something, or of an answer in an interview; and two blanks that
// stand in where a part is there already but could say more.
enum class StoryPart {
  situation,
  action,
  who,      // whom it was done for, or with
  number,   // how many, how often; its words are the lexicon's quantities
  result,   // what came of it
  measure,  // how large the result was: asked for, never found
  example,  // one case of it: asked for where there are no numbers, never found
};
inline constexpr std::size_t story_part_count = 7;

[[nodiscard]] std::string_view name_of(StoryPart part);  // "situation", ...
[[nodiscard]] std::optional<StoryPart> story_part(std::string_view name);

// Words that tell a part.
struct PartRule : Rule {
  enum class Reach {
    words,   // the words matched are the part
    clause,  // from them to a comma, or a word of the class `part-end`
    rest,    // from them to the end of the sentence
    whole,   // the sentence
  };
  StoryPart part = StoryPart::result;
  Reach reach = Reach::words;
  bool counts = true;  // false: a match that it overlaps does not tell the part after all
};

// How a part is named and asked for. All empty where a lexicon does not know it; it is then never
// asked for.
struct PartWords {
  std::string title{};    // "Result"
  std::string missing{};  // "what came of it"
  std::string lead{};     // ", so that ": goes ahead of the blank; where empty, it is bracketed
  std::string blank{};    // "what came of it", set in [ ] behind the user's own words
  std::string ask{};      // a question to prepare
};

// The words of a class, all inflections written out, sorted.
using WordClass = std::vector<std::string>;
using WordClasses = std::map<std::string, WordClass, std::less<>>;

struct Lexicon {
  std::vector<Skill> skills{};  // sorted by id
  std::vector<ContextRule> contexts{};
  std::vector<QuantityRule> quantities{};
  std::vector<WritingFault> faults{};
  std::vector<std::string> verbs{};  // as verb_forms() takes them, for WritingFault::rewrite
  PostingRules posting{};
  std::vector<PartRule> parts{};
  std::array<PartWords, story_part_count> part_words{};  // by StoryPart
  WordClasses classes;

  [[nodiscard]] const PartWords& words(StoryPart part) const {
    return part_words[static_cast<std::size_t>(part)];
  }

  [[nodiscard]] const Skill* find(std::string_view id) const;  // null when there is none
};

struct ProfileEntry {
  std::string skill{};              // id
  std::string title{};              // the source's own title for it
  std::vector<std::string> also{};  // further skills that count as this one
};

struct Profile {
  std::string id{};
  std::string title{};
  std::string source{};  // the publication that the list is from
  std::vector<ProfileEntry> entries{};
};

// The built-in lexicon, with the TOML files of `folders` added; a file replaces the built-in file
// of the same name (words.toml, context.toml), or the skill of the same id. The first fault found
// is the error, with file, line and caret.
[[nodiscard]] Result<Lexicon> load_lexicon(const std::vector<std::string>& folders = {});

// A built-in profile by name, "all" for every skill of the lexicon, or a TOML file's path. Every
// skill named must be in the lexicon.
[[nodiscard]] Result<Profile> load_profile(std::string_view name, const Lexicon& lexicon);

[[nodiscard]] std::vector<std::string> builtin_profiles();

}  // namespace rapport
#pragma GCC visibility pop
