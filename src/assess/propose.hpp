// What to write next: which phrasings of the lexicon, where, in place of which claim; and which of
// the user's own sentences deserve a figure or a result.
#pragma once

#include <optional>
#include <set>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "assess/suggest.hpp"
#include "rapport/assessment.hpp"

namespace rapport {

class Proposer {
 public:
  // Both must outlive it.
  Proposer(std::span<const Reading> readings, const Lexicon& lexicon);

  // For a gap or a claim the phrasings that would show the skill; for a skill that is shown, but
  // measured nowhere, its best sentence with blanks. A sentence is offered for one skill only, the
  // first that is asked for. Nothing for a quantified skill.
  [[nodiscard]] std::vector<Proposal> propose(const Skill& skill, const SkillAssessment& assessed);

 private:
  [[nodiscard]] std::vector<Proposal> demonstrate(const Skill& skill,
                                                  const SkillAssessment& assessed) const;
  [[nodiscard]] std::vector<Proposal> quantify(const SkillAssessment& assessed);
  [[nodiscard]] std::optional<Cited> claim(const SkillAssessment& assessed,
                                           DocumentKind kind) const;
  [[nodiscard]] std::vector<std::string> unsaid(const Cited& claim) const;
  [[nodiscard]] const Section& section_of(const Cited& cited) const;
  [[nodiscard]] const Evidence& evidence_of(const Cited& cited) const;
  [[nodiscard]] std::string heading_for(DocumentKind kind,
                                        const std::optional<Cited>& improves) const;

  std::span<const Reading> readings_;
  const Lexicon& lexicon_;
  SaidAlready said_;
  std::string proof_heading_{};  // of the section where a resume shows what was done
  std::set<std::pair<std::size_t, std::size_t>> offered_{};  // reading and unit
};

}  // namespace rapport
