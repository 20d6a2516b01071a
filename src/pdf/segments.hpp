// Segments: stretches of words that stand close together on one baseline.
#pragma once

#include <cstddef>
#include <vector>

#include "pdf/layout.hpp"

namespace rapport {

struct Piece {
  std::size_t word = 0;  // index into the page's words
  bool joined = false;   // no blank between it and the piece before
};

struct Segment {
  std::vector<Piece> pieces{};
  Box box{};                 // upright: turned so that its text runs from left to right
  double baseline = 0;       // estimated; the PDF library does not tell
  double size = 0;           // of its longest word's font
  bool lone_bullet = false;  // holds a bullet mark and nothing else
  bool bulleted = false;     // begins with a bullet sign (a dash does not count)
  bool lower_case = false;   // begins with a small letter, as a wrapped line does
  bool letter_spaced = false;
};

// `members` are the words of one rotation.
[[nodiscard]] std::vector<Segment> make_segments(const std::vector<PrintedWord>& words,
                                                 const std::vector<std::size_t>& members);

// True for a text that is one bullet sign, in any of its encodings, dashes and "o" left out.
[[nodiscard]] bool is_bullet_sign(std::string_view text);

[[nodiscard]] Box enclosing(const Box& a, const Box& b);

// How much of the lower box the two have in common vertically, 0 to 1.
[[nodiscard]] double vertical_overlap(const Box& a, const Box& b);

}  // namespace rapport
