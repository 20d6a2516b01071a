#include "report/finding_groups.hpp"

#include <algorithm>
#include <iterator>
#include <map>

#include "report/cited.hpp"
#include "report/display.hpp"
#include "report/place_text.hpp"

namespace rapport {
namespace {

// What most of a group advise, if more than one does or there is but one.
std::string common_remedy(const FindingGroup& group) {
  std::map<std::string, std::size_t> counts;
  for (const Finding* finding : group.findings) ++counts[finding->remedy];
  const auto most =
      std::ranges::max_element(counts, {}, [](const auto& entry) { return entry.second; });
  const bool shared = most->second > 1 || group.findings.size() == 1;
  return shared ? most->first : "";
}

std::string lower(std::string text) {
  std::ranges::transform(text, text.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  });
  return text;
}

std::string where(const Quotation& quote, const Application& application) {
  std::string text = label_of(quote.document, application);
  const std::string place = place_text(quote.place);
  if (!place.empty()) text += (text.empty() ? "" : ", ") + place;
  return text;
}

}  // namespace

std::vector<FindingGroup> grouped(std::span<const Finding> findings) {
  std::vector<FindingGroup> groups;
  for (const Finding& finding : findings) {
    if (finding.title.empty()) continue;
    const auto known = std::ranges::find(groups, finding.id, &FindingGroup::id);
    FindingGroup& group = known == groups.end() ? groups.emplace_back() : *known;
    group.title = finding.title;
    group.id = finding.id;
    group.severity = std::max(group.severity, finding.severity);
    group.findings.push_back(&finding);
  }
  for (FindingGroup& group : groups) group.remedy = common_remedy(group);
  std::ranges::stable_sort(groups, std::greater<>(), &FindingGroup::severity);
  return groups;
}

std::vector<Finding> standing_alone(std::span<const Finding> findings) {
  std::vector<Finding> alone;
  std::ranges::copy_if(findings, std::back_inserter(alone),
                       [](const Finding& finding) { return finding.title.empty(); });
  return alone;
}

std::string label_of(const std::string& document, const Application& application) {
  for (const Reading& reading : application.readings) {
    if (reading.document.name == document) return document_label(application, reading.document);
  }
  return shortened(base_name(document), 40);
}

std::vector<QuotedWords> quoted_words(const Finding& finding, const Application& application,
                                      int columns) {
  std::vector<QuotedWords> quotes;
  for (const Quotation& quote : finding.quotes) {
    const std::string words = shortened(printable(quote.text), columns);
    const std::string place = where(quote, application);
    const auto same = std::ranges::find_if(quotes, [&](const QuotedWords& known) {
      return lower(known.words.front()) == lower(words);
    });
    if (same != quotes.end()) {
      // The document is named once: "resume, line 17; line 18".
      const bool again = quote.document == finding.quotes.front().document;
      const std::string short_place = again ? place_text(quote.place) : place;
      if (!place.empty() && std::ranges::find(same->places, place) == same->places.end())
        same->places.push_back(short_place.empty() ? place : short_place);
    } else if (!quotes.empty() && quotes.back().places == std::vector<std::string>{place}) {
      quotes.back().words.push_back(words);
    } else {
      quotes.push_back({.words = {words}, .places = {}});
      if (!place.empty()) quotes.back().places.push_back(place);
    }
  }
  return quotes;
}

}  // namespace rapport
