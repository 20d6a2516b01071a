// Comparison: what postings ask for, next to what an application shows.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "rapport/lexicon.hpp"
#include "rapport/reading.hpp"

#pragma GCC visibility push(default)
namespace rapport {

struct Application;

enum class Wish { preferred, required };

// A posting as it was read. Its evidence is what is asked of an applicant; what the employer says
// of itself is kept as rejected ("employer-talk"), so that a report can tell the two apart.
struct Posting {
  Reading reading;
  std::vector<Wish> wishes{};        // of each piece of evidence
  std::vector<PostingPart> parts{};  // of each unit: what it speaks of
};

// A sentence of a posting that asks for a skill.
struct Demand {
  std::size_t posting = 0;   // index into Comparison::postings
  std::size_t evidence = 0;  // index into that reading's evidence
  Wish wish = Wish::required;
};

// A skill that at least one posting asks for.
struct DemandedSkill {
  std::string skill{};  // id
  std::string title{};
  Level level = Level::none;      // what the application reaches
  std::size_t postings = 0;       // how many of them ask for it
  Wish wish = Wish::preferred;    // the stronger of all demands
  std::vector<Demand> demands{};  // in order of posting and text; never empty
  std::string
      term{};  // the employer's own name for it, as printed; empty where it only tells duties
  // Demonstrated evidence that could carry the employer's term, which the application does not use
  // yet; empty where nothing is demonstrated, or the term stands there already.
  std::optional<Cited> could_say{};
};

// A term of one to three words that the postings return to: a tool, a method, a certificate.
struct Keyword {
  std::string term{};                   // as a posting prints it
  double weight = 0;                    // larger is more; only the order means something
  std::size_t count = 0;                // times it stands in the postings
  std::vector<std::size_t> readings{};  // of the application that have it, in any inflection
  [[nodiscard]] bool present() const { return !readings.empty(); }
};

struct Comparison {
  std::vector<Reading> postings{};      // their evidence is what they ask, unless rejected
  std::vector<DemandedSkill> skills{};  // gaps first, the most wanted first among them
  std::vector<Keyword> keywords{};      // heaviest first
};

// Pure arithmetic, like assess(): what `postings` ask for, and how `application`, which has been
// assessed, answers it. A skill that the profile has reaches the level that the profile says.
[[nodiscard]] Comparison compare(std::vector<Posting> postings, const Application& application,
                                 const Lexicon& lexicon);

}  // namespace rapport
#pragma GCC visibility pop
