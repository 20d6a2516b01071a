#include "match/slots.hpp"

#include <algorithm>
#include <functional>
#include <set>
#include <string>
#include <utility>

#include "lexicon/phrasing.hpp"
#include "match/folded.hpp"

namespace rapport {
namespace {

using Found = std::set<std::pair<std::string, std::size_t>>;  // skill, unit

// A document of bullets, to be matched as a resume would be.
class Bullets {
 public:
  void add(const std::string& text, std::size_t from) {
    const std::size_t begin = document_.text.size();
    document_.text += text + '\n';
    document_.units.push_back(
        {.kind = UnitKind::bullet, .begin = begin, .end = begin + text.size()});
    from_.push_back(from);
  }

  void match(const Matcher& matcher, Found& found) {
    document_.sections = {{.kind = SectionKind::experience, .end = document_.text.size()}};
    for (const Evidence& evidence : matcher.match(document_))
      found.emplace(matcher.lexicon().skills[evidence.skill].id, from_[evidence.unit]);
  }

 private:
  Document document_{};
  std::vector<std::size_t> from_{};  // the template's unit, for each unit here
};

using Filling = std::function<std::string(const Placeholder&)>;

std::string filled(const Document& document, const Unit& unit,
                   const std::vector<Placeholder>& placeholders, const Filling& filling) {
  std::string text;
  std::size_t at = unit.begin;
  for (const Placeholder& placeholder : placeholders) {
    text += document.slice(at, placeholder.begin);
    text += filling(placeholder);
    at = placeholder.end;
  }
  return text + std::string(document.slice(at, unit.end));
}

std::string words_in(const std::string& text) {
  std::string words;
  const Folded folded = fold(text);
  for (const Token& token : folded.tokens) words += std::string(folded.word(token)) + ' ';
  return words;
}

// Skills by the words of their phrasings, blanks left out.
class Phrasings {
 public:
  explicit Phrasings(const Lexicon& lexicon) {
    for (const Skill& skill : lexicon.skills) {
      for (const Suggestion& suggestion : skill.suggestions) {
        add(skill.id, suggestion.text);
        add(skill.id, suggestion.plain);
      }
    }
  }

  void look_up(const std::string& text, std::size_t unit, Found& found) const {
    const std::string words = words_in(text);
    for (const auto& [known, skill] : skills_) {
      if (known == words) found.emplace(skill, unit);
    }
  }

 private:
  void add(const std::string& skill, const std::string& phrasing) {
    constexpr auto least = 2;  // blanks between words: three words
    const std::string words = words_in(without_blanks(phrasing));
    if (std::ranges::count(words, ' ') > least) skills_.emplace(words, skill);
  }

  std::set<std::pair<std::string, std::string>> skills_{};
};

void name_skills(std::string_view text, std::size_t unit, const Lexicon& lexicon, Found& found) {
  const std::string words = ' ' + words_in(std::string(text));
  for (const Skill& skill : lexicon.skills) {
    for (const std::string& name : {skill.title, skill.id}) {
      const std::string wanted = words_in(name);
      if (!wanted.empty() && words.find(' ' + wanted) != std::string::npos)
        found.emplace(skill.id, unit);
    }
  }
}

}  // namespace

std::vector<Slot> find_slots(const Document& document, const Matcher& matcher) {
  const Lexicon& lexicon = matcher.lexicon();
  const PlaceholderFinder finder(lexicon);
  const Phrasings phrasings(lexicon);
  const auto number_or = [&](const std::string& other) {
    return [&finder, other](const Placeholder& placeholder) {
      if (finder.asks_for_number(placeholder.words)) return std::string("5");
      return other.empty() ? placeholder.words : other;
    };
  };
  Bullets bullets;
  Found found;
  for (std::size_t number = 0; number < document.units.size(); ++number) {
    const Unit& unit = document.units[number];
    const auto placeholders = finder.find(document, number);
    const bool heading = unit.kind == UnitKind::heading;
    if (heading) name_skills(document.slice(unit.begin, unit.end), number, lexicon, found);
    for (const Placeholder& placeholder : placeholders) {
      name_skills(placeholder.words, number, lexicon, found);
      bullets.add(placeholder.words, number);
    }
    if (heading || placeholders.empty()) continue;
    bullets.add(filled(document, unit, placeholders, number_or("")), number);
    bullets.add(filled(document, unit, placeholders, number_or("customers")), number);
    phrasings.look_up(filled(document, unit, placeholders, [](const Placeholder&) { return " "; }),
                      number, found);
  }
  bullets.match(matcher, found);
  std::vector<Slot> slots;
  for (const auto& [skill, unit] : found) slots.push_back({.skill = skill, .unit = unit});
  return slots;
}

}  // namespace rapport
