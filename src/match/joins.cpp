#include "match/joins.hpp"

#include <array>

namespace rapport {
namespace {

// A verb behind one of these is part of a name: "a degree in Nursing", "Head of Training".
constexpr std::array<std::string_view, 22> leads = {
    "in", "of", "and", "or",   "the", "a",     "an",  "for", "with", "to",    "at",
    "on", "by", "as",  "from", "my",  "their", "our", "via", "is",   "using", "through"};

bool is_lead(std::string_view word) {
  for (const std::string_view lead : leads) {
    if (word == lead) return true;
  }
  return false;
}

char first_of(const JoinedText& text, const Token& token) {
  return text.source[text.folded.origin[token.begin]];
}

bool begins_line(const Clauses& clauses, const JoinedText& text, std::size_t number) {
  if (number == 0) return false;
  const Token& token = text.folded.tokens[number];
  const Token& before = text.folded.tokens[number - 1];
  const char capital = first_of(text, token);
  if (capital < 'A' || capital > 'Z') return false;
  const char small = first_of(text, before);
  if (small < 'a' || small > 'z' || is_lead(text.folded.word(before))) return false;
  return token.begin == before.end + 1 && text.folded.text[before.end] == ' ' &&
         clauses.is_verb(text.folded.word(token));
}

}  // namespace

bool holds_join(const Clauses& clauses, const JoinedText& text, std::uint32_t begin,
                std::uint32_t end) {
  for (std::size_t i = 0; i < text.folded.tokens.size(); ++i) {
    const Token& token = text.folded.tokens[i];
    if (token.begin < begin) continue;
    if (token.begin > end) break;
    if (begins_line(clauses, text, i)) return true;
  }
  return false;
}

FoldedRange within_line(const Clauses& clauses, const JoinedText& text, FoldedRange action,
                        FoldedRange span) {
  for (std::size_t i = 0; i < text.folded.tokens.size(); ++i) {
    const std::uint32_t place = text.folded.tokens[i].begin;
    if (!action.contains({place, place}) || !begins_line(clauses, text, i)) continue;
    if (place <= span.begin) action.begin = place;
    if (place >= span.end) {
      action.end = place;
      break;
    }
  }
  return action;
}

}  // namespace rapport
