// Assessment: what the evidence of one application amounts to, by the skills of a profile.
#pragma once

#include <cstddef>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "rapport/document.hpp"
#include "rapport/evidence.hpp"
#include "rapport/finding.hpp"
#include "rapport/lexicon.hpp"
#include "rapport/posting.hpp"
#include "rapport/reading.hpp"

#pragma GCC visibility push(default)
namespace rapport {

// One cell of the matrix skill × document × section: how strongly a skill stands there.
struct Cell {
  std::size_t reading = 0;    // index into Application::readings
  std::size_t section = 0;    // index into Document::sections
  Level level = Level::none;  // the strongest there; never none
  std::size_t count = 0;      // pieces of evidence there
};

// A phrasing to offer. `[blanks]` are for the user's own facts; no figure is ever given.
struct Proposal {
  enum class Aim {
    demonstrate,  // show a skill that is missing, or only claimed
    quantify,     // put a number or a result to one that is demonstrated
  };
  Aim aim = Aim::demonstrate;
  std::optional<Cited> improves{};     // the user's own words that it improves; empty for a gap
  std::vector<std::string> missing{};  // what those words leave open: "how many", "what came of it"
  std::string text{};                  // with a blank for a number
  std::string plain{};  // for work that has no numbers; empty when `text` serves both
  DocumentKind kind = DocumentKind::resume;  // where it belongs: resume or cover_letter
  std::string heading{};  // of the section where it belongs, as printed there; may be empty
};

struct SkillAssessment {
  ProfileEntry entry;
  Level level = Level::none;          // the best of all documents
  std::vector<Cited> evidence{};      // strongest first, then in reading order; empty for a gap
  std::vector<Cell> cells{};          // where it stands, in order of document and section
  std::vector<Proposal> proposals{};  // what to write next, the most useful first; may be empty
  std::string advice{};               // where the skill is better shown; empty when it is fine here
  std::vector<std::string> questions{};
};

struct Assessment {
  Profile profile;
  std::vector<SkillAssessment> skills{};  // in the profile's order
  int covered = 0;                        // skills claimed or better
  int demonstrated = 0;                   // skills demonstrated or quantified
};

// One application: a resume, its cover letter, or both, read and assessed.
struct Application {
  std::vector<Reading> readings{};
  Assessment assessment;
  std::vector<Finding> findings{};         // of all documents
  std::optional<Comparison> comparison{};  // with the postings, when any were given
};

// Pure arithmetic over evidence: no I/O, cannot fail. The rule: a skill's level is the best level
// of any evidence for it or for a skill that its entry also counts; covered and demonstrated count
// the profile's skills at that level or better. A posting is not the candidate's: its evidence
// never counts, nor does evidence that the context rejected. Every skill that the profile names
// must be in the lexicon, which load_profile() sees to.
[[nodiscard]] Application assess(std::vector<Reading> readings, const Profile& profile,
                                 const Lexicon& lexicon);

// The same rule, for whoever reports evidence and levels alone: no proposals, questions or advice.
[[nodiscard]] Assessment assess_levels(std::span<const Reading> readings, const Profile& profile,
                                       const Lexicon& lexicon);

// A gate on an application: `empathy`, `empathy=demonstrated`.
struct Requirement {
  std::string skill{};
  Level level = Level::claimed;
};

struct Gates {
  static constexpr int no_limit = std::numeric_limits<int>::max();
  std::vector<Requirement> required{};
  std::vector<std::string> slots{};  // skills that a template must have a place for
  int min_covered = 0;
  int min_demonstrated = 0;
  int max_findings = no_limit;
};

// A finding for each gate that does not hold, in the order of Gates: "gate-skill" (also for a skill
// that the profile does not have), "gate-slot", "gate-covered", "gate-demonstrated",
// "gate-findings". Empty when all hold.
[[nodiscard]] std::vector<Finding> unmet(const Gates& gates, const Application& application);

}  // namespace rapport
#pragma GCC visibility pop
