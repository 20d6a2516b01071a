// The comparison with postings in words that every report for people shares.
#pragma once

#include <string>
#include <vector>

#include "rapport/assessment.hpp"
#include "report/cited.hpp"

namespace rapport {

// The sentence of a posting that asks, with all that asks for the same skill in it marked.
[[nodiscard]] std::vector<CitedUnit> asking_units(const Comparison& comparison,
                                                  const DemandedSkill& skill);

// "required", "preferred, in 2 of 3 postings"
[[nodiscard]] std::string wish_text(const Comparison& comparison, const DemandedSkill& skill);

// The sentence of the application that could carry the employer's term.
[[nodiscard]] CitedUnit carrying_unit(const Application& application, Cited cited);

// How a report names a posting: nothing when there is only one, its file otherwise.
[[nodiscard]] std::string posting_label(const Comparison& comparison, const Document& posting);

// "asks for 8 skills: 5 shown, 1 only named, 2 missing"
[[nodiscard]] std::string posting_summary(const Comparison& comparison, std::size_t posting);

// Terms that the application has, or has not, as the postings print them, heaviest first.
[[nodiscard]] std::vector<std::string> keyword_terms(const Comparison& comparison, bool present);

}  // namespace rapport
