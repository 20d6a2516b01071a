// Near misses: where a document speaks a skill's own words without saying what any of its patterns
// asks for.
//
//     "Trained in active listening techniques"  holds `listening`; no pattern of it goes that way.
//
// What a pattern matched and the context then rejected is the matcher's to tell (Rejected::keep).
#pragma once

#include <cstddef>
#include <vector>

#include "rapport/document.hpp"
#include "rapport/evidence.hpp"
#include "rapport/lexicon.hpp"

namespace rapport {

struct NearMiss {
  std::size_t unit = 0;   // index into Document::units
  std::size_t begin = 0;  // byte range in Document::text of the word
  std::size_t end = 0;
  std::size_t rule = 0;  // index into Skill::evidence: the first pattern that knows the word
};

// At most `most` units, those that hold the most of the skill's own words, in reading order. A word
// is a skill's own when its patterns begin or end with it, or a word class of theirs holds it, and
// no other skill's do; one with which a pattern begins is enough, of the others it takes two. Units
// with evidence of the skill, rejected or not, are left out.
[[nodiscard]] std::vector<NearMiss> near_misses(const Document& document, const Lexicon& lexicon,
                                                std::size_t skill,
                                                const std::vector<Evidence>& evidence,
                                                std::size_t most);

}  // namespace rapport
