#include "report/results.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "report/cited.hpp"
#include "report/display.hpp"
#include "report/fingerprints.hpp"
#include "report/place_text.hpp"

namespace rapport {
namespace {

constexpr std::size_t longest_text = 2000;  // bytes of a snippet
constexpr int longest_quote = 80;           // columns

// What is needed of one document while its results are gathered.
struct Indexed {
  const Document* document = nullptr;
  TextIndex index;
  Fingerprints fingerprints{};
};

class Collector {
 public:
  explicit Collector(const Report& report) : report_(report) {
    for (const Reading& reading : report.application->readings)
      documents_.push_back({.document = &reading.document, .index = TextIndex(reading.document)});
  }

  std::vector<ResultItem> take() && {
    for (const Finding& gate : report_.unmet_gates) add_finding(gate);
    for (const SkillAssessment& skill : report_.application->assessment.skills) add_gap(skill);
    for (const Finding& finding : report_.application->findings) add_finding(finding);
    return std::move(items_);
  }

 private:
  // The document of that name; the first when it has none, as what concerns them all.
  Indexed* document(const std::string& name) {
    const auto found = std::ranges::find_if(
        documents_, [&](const Indexed& each) { return each.document->name == name; });
    if (found != documents_.end()) return &*found;
    return documents_.empty() ? nullptr : &documents_.front();
  }

  void add_finding(const Finding& finding) {
    ResultItem item{.rule = rule_of(finding),
                    .severity = finding.severity,
                    .message = printable(finding.message),
                    .remedy = printable(finding.remedy),
                    .document = finding.document,
                    .place = finding.place};
    Indexed* where = document(finding.document);
    if (where == nullptr) return add(std::move(item), nullptr, "");
    item.document = where->document->name;
    const auto line = where->index.find(finding.place);
    if (line) return add_at(std::move(item), *where, *line, finding.place.line > 0);
    if (finding.place.line > 0 && finding.place.page == 0) {
      const auto number = static_cast<std::size_t>(finding.place.line);
      item.region = Region{.start_line = number, .end_line = number};
    }
    add(std::move(item), where, "");
  }

  void add_gap(const SkillAssessment& skill) {
    if (skill.level != Level::none && skill.level != Level::claimed) return;
    const bool missing = skill.level == Level::none;
    ResultItem item{
        .rule = fmt::format("skill-{}/{}", level_word(skill.level), printable(skill.entry.skill)),
        .severity = missing ? Severity::warning : Severity::note,
        .message = printable(skill.entry.title) + (missing ? " is missing" : " is only claimed"),
        .remedy = remedy_for(skill)};
    Indexed* where = document("");
    if (where != nullptr) item.document = where->document->name;
    if (skill.evidence.empty()) return add(std::move(item), where, "");
    const Cited best = skill.evidence.front();
    const Evidence& evidence = evidence_of(*report_.application, best);
    Indexed& claim = documents_[best.reading];
    item.document = claim.document->name;
    item.message += fmt::format(": “{}”", shortened(printable(claim.document->slice(
                                              evidence.begin, evidence.end)),
                                                    longest_quote));
    const Span span{evidence.begin, evidence.end};
    item.place = claim.document->place(span.begin, span.end);
    item.region = claim.index.region(span);
    item.text = snippet(*claim.document, span);
    // There is one such gap for a skill, wherever the claim stands.
    add(std::move(item), &claim, "");
  }

  static std::string remedy_for(const SkillAssessment& skill) {
    if (skill.proposals.empty()) return printable(skill.advice);
    return fmt::format("write, where it is true of you: “{}”",
                       printable(skill.proposals.front().text));
  }

  static std::string snippet(const Document& document, Span span) {
    if (span.end - span.begin > longest_text) return "";
    return std::string(document.slice(span.begin, span.end));
  }

  // `exact`: the place is a line and not a whole page.
  void add_at(ResultItem item, Indexed& where, Span span, bool exact) {
    item.region = where.index.region(span);
    item.text = snippet(*where.document, span);
    const bool precise = exact || item.place.paragraph > 0;
    add(std::move(item), &where, precise ? where.index.unit_at(span.begin) : "");
  }

  void add(ResultItem item, Indexed* where, std::string_view text) {
    Fingerprints& prints = where == nullptr ? fingerprints_ : where->fingerprints;
    item.fingerprint = prints.make(item.rule, text);
    items_.push_back(std::move(item));
  }

  const Report& report_;
  std::vector<Indexed> documents_{};
  Fingerprints fingerprints_{};  // of what has no document
  std::vector<ResultItem> items_{};
};

std::string sentence(std::string text) {
  if (text.empty()) return text;
  if (text.front() >= 'a' && text.front() <= 'z') text.front() = static_cast<char>(text.front() - 32);
  const bool ended = std::string_view(".!?").find(text.back()) != std::string_view::npos;
  return ended ? text : text + '.';
}

}  // namespace

std::vector<ResultItem> results_of(const Report& report) {
  return Collector(report).take();
}

std::vector<ResultItem> results_of(std::span<const Report> reports) {
  std::vector<ResultItem> all;
  for (const Report& report : reports) {
    auto items = results_of(report);
    std::ranges::move(items, std::back_inserter(all));
  }
  return all;
}

std::string rule_of(const Finding& finding) {
  return printable(finding.skill.empty() ? finding.id : finding.id + '/' + finding.skill);
}

std::string prose(const ResultItem& item) {
  std::string text = item.message;
  const bool own_lines = item.place.page == 0 && item.place.paragraph == 0;
  const std::string where = own_lines ? "" : place_text(item.place);
  if (!where.empty()) text += fmt::format(" ({})", where);
  text = sentence(std::move(text));
  return item.remedy.empty() ? text : text + ' ' + sentence(item.remedy);
}

std::string_view name_of(Severity severity) {
  switch (severity) {
    case Severity::note:
      return "note";
    case Severity::warning:
      return "warning";
    case Severity::error:
      return "error";
  }
  return "warning";
}

}  // namespace rapport
