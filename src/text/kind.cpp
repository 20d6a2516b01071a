#include "text/kind.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "base/utf8.hpp"
#include "input/bullet.hpp"
#include "text/letter.hpp"
#include "text/posting_headings.hpp"
#include "text/section_headings.hpp"

namespace rapport {
namespace {

constexpr std::size_t sample_bytes = 64UL * 1024;

struct Cue {
  std::string_view phrase;
  int weight;
};

constexpr auto letter_cues = std::to_array<Cue>({
    {"i am writing", 3},
    {"i'm writing", 3},
    {"i look forward to", 2},
    {"apply for", 1},
    {"applying for", 2},
    {"my application", 2},
    {"enclosed", 1},
    {"attached resume", 2},
    {"my resume", 2},
    {"your consideration", 2},
    {"your company", 1},
    {"your team", 1},
    {"your organization", 1},
    {"i am excited to", 1},
    {"i would welcome", 2},
    {"hiring manager", 1},
    {"i am confident", 1},
});

constexpr auto posting_cues = std::to_array<Cue>({
    {"we are looking for", 3},
    {"we're looking for", 3},
    {"we are seeking", 3},
    {"is looking for a", 2},
    {"is seeking a", 2},
    {"you will", 1},
    {"you'll", 1},
    {"ideal candidate", 3},
    {"successful candidate", 3},
    {"equal opportunity", 3},
    {"how to apply", 3},
    {"apply now", 3},
    {"to apply", 1},
    {"we offer", 2},
    {"join our", 2},
    {"job description", 2},
    {"per hour", 1},
    {"salary range", 2},
    {"paid time off", 2},
    {"401", 1},
    {"must be able to", 2},
    {"applicants", 1},
    {"candidates", 1},
    {"years of experience required", 2},
    {"must have", 1},
});

template <std::size_t N>
int score(const std::array<Cue, N>& cues, std::string_view text) {
  int sum = 0;
  for (const Cue& cue : cues) {
    if (text.find(cue.phrase) != std::string_view::npos) sum += cue.weight;
  }
  return sum;
}

// Lower case, with straight apostrophes.
std::string folded(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  constexpr std::string_view curly = "\xE2\x80\x99";
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t next = std::min(text.find(curly, at), text.size());
    out += text.substr(at, next - at);
    if (next < text.size()) out += '\'';
    at = next + curly.size();
  }
  return utf8::lower(out);
}

struct Persons {
  int words = 0;
  int first = 0;   // I, my, me
  int second = 0;  // you, your
};

Persons persons(std::string_view text) {
  Persons count;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = text.find_first_not_of(" \n\t", at);
    if (begin == std::string_view::npos) break;
    at = std::min(text.find_first_of(" \n\t", begin), text.size());
    const auto word = text.substr(begin, at - begin);
    ++count.words;
    if (word == "i" || word == "my" || word == "me" || word.starts_with("i'")) ++count.first;
    if (word == "you" || word == "your" || word.starts_with("you'")) ++count.second;
  }
  return count;
}

struct Scores {
  int resume = 0;
  int letter = 0;
  int posting = 0;
};

void score_line(std::string_view line, Scores& scores) {
  const LetterLine part = letter_line(line);
  if (part == LetterLine::salutation) scores.letter += 4;
  if (part == LetterLine::closing) scores.letter += 2;
  if (line.size() > 50) return;
  const std::string key = heading_key(line);
  if (is_posting_heading(key)) scores.posting += 2;
  if (utf8::is_upper(utf8::decode(line, 0).code) && section_of(key)) scores.resume += 2;
}

}  // namespace

DocumentKind recognise_kind(std::string_view text, const std::vector<Line>& lines) {
  const std::string sample = folded(text.substr(0, sample_bytes));
  Scores scores{.letter = score(letter_cues, sample), .posting = score(posting_cues, sample)};
  for (const Line& line : lines) {
    if (line.begin >= sample_bytes) break;
    score_line(text.substr(line.begin, line.end - line.begin), scores);
  }
  const Persons count = persons(sample);
  if (count.words >= 40) {
    if (count.first * 100 > count.words * 3) scores.letter += 3;
    if (count.second * 100 > count.words * 2 && count.second > count.first) scores.posting += 3;
  }
  if (scores.posting >= 5 && scores.posting > scores.letter && scores.posting > scores.resume) {
    return DocumentKind::posting;
  }
  if (scores.letter >= 4 && scores.letter > scores.resume) return DocumentKind::cover_letter;
  return DocumentKind::resume;
}

}  // namespace rapport
