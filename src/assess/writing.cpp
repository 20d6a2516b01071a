#include "assess/writing.hpp"

#include <algorithm>
#include <string>

#include "assess/quotation.hpp"

namespace rapport {
namespace {

// Puts what is known in the place of {words} and its kind.
std::string filled(std::string text, std::string_view name, std::string_view value) {
  for (std::size_t at = text.find(name); at != std::string::npos;
       at = text.find(name, at + value.size())) {
    text.replace(at, name.size(), value);
  }
  return text;
}

std::vector<Level> best_levels(std::span<const Reading> readings, std::size_t skills) {
  std::vector<Level> best(skills, Level::none);
  for (const Reading& reading : readings) {
    if (reading.document.kind == DocumentKind::posting) continue;
    for (const Evidence& evidence : reading.evidence)
      best[evidence.skill] = std::max(best[evidence.skill], evidence.level);
  }
  return best;
}

// Whether there is something behind an empty-sounding claim.
bool is_shown(const Remark& remark, const Reading& reading, const std::vector<Level>& best) {
  return std::ranges::any_of(reading.evidence, [&](const Evidence& evidence) {
    const bool overlaps = evidence.begin < remark.end && remark.begin < evidence.end;
    return (overlaps && best[evidence.skill] >= Level::demonstrated) ||
           (evidence.unit == remark.unit && evidence.level >= Level::demonstrated);
  });
}

Finding finding_of(const Remark& remark, const Document& document, const WritingFault& fault) {
  Finding finding{.id = fault.id, .severity = fault.severity, .document = document.name};
  finding.place = document.place(remark.begin, remark.end);
  finding.title = fault.title;
  const Phrase* phrase = remark.phrase ? &fault.phrases[*remark.phrase] : nullptr;
  const bool tells_of_unit = phrase && phrase->position != Phrase::Where::anywhere;
  finding.quotes = {tells_of_unit ? quotation(document, remark.unit)
                                  : quotation(document, remark.begin, remark.end)};
  for (const Remark::Again& again : remark.again)
    finding.quotes.push_back(quotation(document, again.begin, again.end));
  const std::string_view words = document.slice(remark.begin, remark.end);
  const auto fill = [&](const std::string& text) {
    std::string result = filled(text, "{did}", remark.did);
    result = filled(result, "{subject}", remark.subject);
    result = filled(result, "{times}", std::to_string(remark.again.size() + 1));
    return filled(result, "{words}", words);
  };
  finding.message = fill(fault.message);
  const bool rewrites = !remark.did.empty() && !fault.rewrite.empty();
  const std::string own = phrase ? phrase->remedy : "";
  finding.remedy = fill(rewrites ? fault.rewrite : own.empty() ? fault.remedy : own);
  return finding;
}

// Adds what is found in one document of one fault: several in a unit are one finding.
void add(const Reading& reading, std::size_t number, const Lexicon& lexicon,
         const std::vector<Level>& best, std::vector<Finding>& findings) {
  const WritingFault& fault = lexicon.faults[number];
  const Remark* last = nullptr;
  for (const Remark& remark : reading.remarks) {
    if (remark.fault != number) continue;
    if (fault.unless_shown && is_shown(remark, reading, best)) continue;
    const bool same_unit = last && last->unit == remark.unit && remark.again.empty();
    last = &remark;
    if (same_unit) {
      findings.back().quotes.push_back(quotation(reading.document, remark.begin, remark.end));
    } else {
      findings.push_back(finding_of(remark, reading.document, fault));
    }
  }
}

}  // namespace

std::vector<Finding> writing_findings(std::span<const Reading> readings, const Lexicon& lexicon) {
  const std::vector<Level> best = best_levels(readings, lexicon.skills.size());
  std::vector<Finding> findings;
  for (std::size_t fault = 0; fault < lexicon.faults.size(); ++fault) {
    for (const Reading& reading : readings) add(reading, fault, lexicon, best, findings);
  }
  return findings;
}

}  // namespace rapport
