#include "assess/reading_order.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <map>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

namespace rapport {
namespace {

// The same words may stand in a document twice.
using Count = std::map<std::tuple<std::size_t, std::string, Level>, int>;

// A line break is a blank, so that evidence over two lines is known again.
std::string words_of(const Document& document, const Evidence& evidence) {
  std::string words(document.slice(evidence.begin, evidence.end));
  std::ranges::replace(words, '\n', ' ');
  return words;
}

Count count(const Reading& reading) {
  Count result;
  for (const Evidence& evidence : reading.evidence) {
    if (evidence.rejected()) continue;
    ++result[{evidence.skill, words_of(reading.document, evidence), evidence.level}];
  }
  return result;
}

std::vector<Level> best_levels(const Reading& reading, std::size_t skills) {
  std::vector<Level> levels(skills, Level::none);
  for (const Evidence& evidence : reading.evidence) {
    if (evidence.rejected() || evidence.skill >= skills) continue;
    levels[evidence.skill] = std::max(levels[evidence.skill], evidence.level);
  }
  return levels;
}

// Evidence that is not found in the other order, in the order of the document.
std::vector<const Evidence*> lost_evidence(const Reading& reading, const Reading& naive) {
  Count left = count(naive);
  std::vector<const Evidence*> lost;
  for (const Evidence& evidence : reading.evidence) {
    if (evidence.rejected()) continue;
    if (left[{evidence.skill, words_of(reading.document, evidence), evidence.level}]-- <= 0) {
      lost.push_back(&evidence);
    }
  }
  return lost;
}

std::string joined(const std::vector<std::string>& names) {
  std::string text;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (i > 0) text += i + 1 == names.size() ? " and " : ", ";
    text += names[i];
  }
  return text;
}

std::string changes_of(const std::vector<Level>& levels, const std::vector<Level>& naive,
                       const Lexicon& lexicon) {
  std::vector<std::string> missing;
  std::vector<std::string> weaker;
  for (std::size_t i = 0; i < levels.size(); ++i) {
    if (naive[i] >= levels[i]) continue;
    const std::string& title = lexicon.skills[i].title;
    if (naive[i] == Level::none) {
      missing.push_back(title);
    } else {
      weaker.push_back(fmt::format("{} only {}", title, name_of(naive[i])));
    }
  }
  std::string text;
  if (!missing.empty()) text += fmt::format("; {} would be missing", joined(missing));
  if (!weaker.empty()) text += fmt::format("; {}", joined(weaker));
  return text;
}

}  // namespace

std::optional<Document> naive_document(const Document& document) {
  const auto& naive = document.source.naive;
  if (!naive) return std::nullopt;
  Extracted extracted;
  extracted.format = document.source.format;
  extracted.text = naive->text;
  extracted.blocks = naive->blocks;
  return make_document(document.name, std::move(extracted), document.kind);
}

std::optional<Finding> columns_finding(const Reading& reading, const Reading& naive,
                                       const Lexicon& lexicon) {
  const std::vector<const Evidence*> lost = lost_evidence(reading, naive);
  const std::string changes = changes_of(best_levels(reading, lexicon.skills.size()),
                                         best_levels(naive, lexicon.skills.size()), lexicon);
  if (lost.empty() && changes.empty()) return std::nullopt;
  const auto total = std::ranges::count_if(
      reading.evidence, [](const Evidence& evidence) { return !evidence.rejected(); });
  Finding finding;
  finding.id = "columns-interleave";
  if (!lost.empty()) {
    const Evidence& first = *lost.front();
    finding.place = reading.document.place(first.begin, first.end);
    finding.message = fmt::format(
        "systems that read straight across the columns lose or garble {} of {} pieces of "
        "evidence (“{}”, {}){}",
        lost.size(), total, words_of(reading.document, first), lexicon.skills[first.skill].title,
        changes);
  } else {
    finding.message =
        fmt::format("systems that read straight across the columns see less{}", changes);
  }
  finding.remedy = "use one column, or see what they get with `rapport extract --as naive`";
  return finding;
}

}  // namespace rapport
