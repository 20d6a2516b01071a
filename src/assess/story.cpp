#include "assess/story.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "assess/improve.hpp"

namespace rapport {
namespace {

constexpr std::size_t fewest_words = 2;  // of a part; less is a scrap

std::size_t words_in(std::string_view text) {
  const std::string line = one_line(text);
  return line.empty() ? 0 : static_cast<std::size_t>(std::ranges::count(line, ' ')) + 1;
}

class Teller {
 public:
  Teller(const Reading& reading, const Evidence& evidence)
      : reading_(reading),
        document_(reading.document),
        evidence_(evidence),
        unit_(reading.document.units[evidence.unit]) {}

  std::vector<Part> run() {
    results_ = of_unit(StoryPart::result);
    situations_ = of_unit(StoryPart::situation);
    std::erase_if(results_, [&](const Part& part) { return holds_evidence(part); });
    settle_situations();
    const std::vector<Part> action = find_action();
    add_neighbours();
    std::vector<Part> story = where_it_was();
    std::ranges::move(situations_, std::back_inserter(story));
    std::ranges::copy(action, std::back_inserter(story));
    std::ranges::move(results_, std::back_inserter(story));
    return story;
  }

 private:
  std::vector<Part> of_unit(StoryPart kind) const {
    std::vector<Part> parts;
    std::ranges::copy_if(parts_of(reading_, evidence_.unit), std::back_inserter(parts),
                         [kind](const Part& part) { return part.part == kind; });
    return parts;
  }

  // Evidence that is itself told as a result ("so that I calmed them") leaves nothing for the
  // action, unless enough stands ahead of it.
  bool holds_evidence(const Part& result) const {
    if (result.begin > evidence_.begin || result.end < evidence_.end) return false;
    return words_in(document_.slice(unit_.begin, result.begin)) <= fewest_words;
  }

  // A situation ends where the evidence begins, and gives way to results.
  void settle_situations() {
    for (Part& situation : situations_) {
      if (situation.begin < evidence_.begin && situation.end > evidence_.begin)
        situation.end = trimmed(situation.begin, evidence_.begin).end;
    }
    std::erase_if(situations_, [&](const Part& situation) {
      const bool in_evidence =
          situation.begin >= evidence_.begin && situation.begin < evidence_.end;
      const bool in_result = std::ranges::any_of(results_, [&](const Part& result) {
        return result.begin < situation.end && situation.begin < result.end;
      });
      return in_evidence || in_result ||
             words_in(document_.slice(situation.begin, situation.end)) < fewest_words;
    });
  }

  // What is neither situation nor result.
  std::vector<Part> find_action() {
    std::vector<Part> taken = situations_;
    taken.insert(taken.end(), results_.begin(), results_.end());
    std::ranges::sort(taken, {}, &Part::begin);
    std::vector<Part> action;
    std::size_t at = unit_.begin;
    const auto offer = [&](std::size_t begin, std::size_t end) {
      if (begin >= end) return;
      const Part stretch = trimmed(begin, end);
      if (words_in(document_.slice(stretch.begin, stretch.end)) >= fewest_words)
        action.push_back(stretch);
    };
    for (const Part& part : taken) {
      offer(at, part.begin);
      at = std::max(at, part.end);
    }
    offer(at, unit_.end);
    if (!action.empty()) return action;
    situations_.clear();
    results_.clear();
    return {trimmed(unit_.begin, unit_.end)};
  }

  // Without blanks, signs and a joining "and" at its ends.
  Part trimmed(std::size_t begin, std::size_t end) const {
    constexpr std::string_view signs = " \t\n\r\f\v,;:-.";
    const auto text = [&] { return document_.slice(begin, end); };
    const auto trim = [&] {
      while (begin < end && signs.find(text().front()) != std::string_view::npos) ++begin;
      while (begin < end && signs.find(text().back()) != std::string_view::npos) --end;
    };
    trim();
    constexpr std::array<std::string_view, 2> joints = {" and", " I"};
    for (const std::string_view joint : {joints[1], joints[0]}) {
      if (text().size() > joint.size() && text().ends_with(joint)) end -= joint.size();
    }
    if (text().starts_with("and ")) begin += 4;
    trim();
    return {.part = StoryPart::action, .unit = evidence_.unit, .begin = begin, .end = end};
  }

  void add_neighbours() {
    const std::size_t unit = evidence_.unit;
    if (situations_.empty() && unit > 0 && adjoin(unit - 1, unit) && sets_scene(unit - 1))
      situations_.push_back(whole(unit - 1, StoryPart::situation));
    if (results_.empty() && adjoin(unit, unit + 1) &&
        find_part(reading_, unit + 1, StoryPart::result))
      results_.push_back(whole(unit + 1, StoryPart::result));
  }

  // Sentences of one paragraph.
  bool adjoin(std::size_t first, std::size_t second) const {
    if (second >= document_.units.size()) return false;
    const Unit& a = document_.units[first];
    const Unit& b = document_.units[second];
    if (a.kind != UnitKind::sentence || b.kind != UnitKind::sentence || a.section != b.section)
      return false;
    const bool prose = document_.sections[a.section].kind == SectionKind::letter_body;
    const std::string_view between = document_.slice(a.end, std::max(a.end, b.begin));
    return prose && between.find("\n\n") == std::string_view::npos;
  }

  // Says when it was, or brings in the person of whom the next sentence only says "her".
  bool sets_scene(std::size_t unit) const {
    if (find_part(reading_, unit, StoryPart::situation)) return true;
    return find_part(reading_, unit, StoryPart::who) &&
           !find_part(reading_, evidence_.unit, StoryPart::who);
  }

  Part whole(std::size_t unit, StoryPart part) const {
    const Unit& of = document_.units[unit];
    return {.part = part, .unit = unit, .begin = of.begin, .end = of.end};
  }

  // The lines ahead of a role's bullets: who one was, where, and when.
  std::vector<Part> where_it_was() const {
    if (document_.kind != DocumentKind::resume) return {};
    std::size_t first = evidence_.unit;
    while (first > 0 && is_same_section(first - 1) && !is_role_line(first - 1)) --first;
    std::vector<Part> lines;
    constexpr std::size_t most = 3;
    bool dated = unit_.kind == UnitKind::bullet;
    while (first > 0 && is_same_section(first - 1) && is_role_line(first - 1) &&
           lines.size() < most) {
      --first;
      lines.insert(lines.begin(), whole(first, StoryPart::situation));
      dated = dated || holds_year(lines.front());
    }
    return dated ? lines : std::vector<Part>{};
  }

  bool is_same_section(std::size_t unit) const {
    return document_.units[unit].section == unit_.section &&
           document_.units[unit].kind != UnitKind::heading;
  }

  bool is_role_line(std::size_t unit) const {
    constexpr std::size_t longest = 18;  // words
    const Unit& line = document_.units[unit];
    const std::string_view text = document_.slice(line.begin, line.end);
    return line.kind == UnitKind::sentence && !text.ends_with('.') && words_in(text) <= longest;
  }

  bool holds_year(const Part& line) const {
    const std::string_view text = document_.slice(line.begin, line.end);
    for (std::size_t i = 0; i + 4 <= text.size(); ++i) {
      const std::string_view four = text.substr(i, 4);
      const bool digits = std::ranges::all_of(four, [](char c) { return c >= '0' && c <= '9'; });
      if (digits && (four.starts_with("19") || four.starts_with("20"))) return true;
    }
    return false;
  }

  const Reading& reading_;
  const Document& document_;
  const Evidence& evidence_;
  const Unit& unit_;
  std::vector<Part> situations_{};
  std::vector<Part> results_{};
};

}  // namespace

std::vector<Part> story_around(const Reading& reading, const Evidence& evidence) {
  return Teller(reading, evidence).run();
}

}  // namespace rapport
