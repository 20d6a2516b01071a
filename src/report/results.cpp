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
    const Assessment& assessment = report_.application->assessment;
    for (const Finding& gate : report_.unmet_gates) add_finding(gate, rule_of(gate, assessment));
    const std::size_t unmet = items_.size();
    if (report_.accepted) {
      for (const Finding& gate : report_.accepted->gates)
        add_finding(gate, rule_of(gate, assessment));
    }
    const std::size_t gates = items_.size();
    for (const SkillAssessment& skill : assessment.skills) add_gap(skill);
    if (report_.application->comparison) add_job_gaps(*report_.application->comparison);
    for (const Finding& finding : report_.application->findings)
      add_finding(finding, printable(finding.id));
    mark_known(unmet, gates);
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

  void add_finding(const Finding& finding, std::string rule) {
    ResultItem item{.rule = std::move(rule),
                    .severity = finding.severity,
                    .title = printable(finding.title),
                    .message = printable(finding.message),
                    .remedy = printable(finding.remedy)};
    Indexed* where = document(finding.document);
    item.where = {.document = where == nullptr ? finding.document : where->document->name,
                  .place = finding.place};
    if (finding.quotes.empty() || where == nullptr) return add_placed(std::move(item), where);
    const Quotation& first = finding.quotes.front();
    item.where = place_of(*where, {first.begin, first.end});
    for (const Quotation& quote : finding.quotes) {
      Indexed* other = &quote == &first ? nullptr : document(quote.document);
      if (other != nullptr) item.related.push_back(place_of(*other, {quote.begin, quote.end}));
    }
    const std::string words =
        fmt::format("{}\n{}", finding.subject, where->index.unit_at(first.begin));
    add(std::move(item), where, words);
  }

  // A finding that knows its place, and not which words it rests on: those of the line count.
  void add_placed(ResultItem item, Indexed* where) {
    const Place place = item.where.place;
    const auto line = where == nullptr ? std::nullopt : where->index.find(place);
    if (line) {
      item.where = place_of(*where, *line);
      item.where.place = place;
      const bool whole_page = place.line == 0 && place.paragraph == 0;
      return add(std::move(item), where, whole_page ? "" : where->index.unit_at(line->begin));
    }
    if (place.line > 0 && place.page == 0) {
      const auto number = static_cast<std::size_t>(place.line);
      item.where.region = TextRegion{.start_line = number, .end_line = number};
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
    if (where != nullptr) item.where.document = where->document->name;
    if (!skill.evidence.empty()) {
      const Evidence& evidence = evidence_of(*report_.application, skill.evidence.front());
      where = &documents_[skill.evidence.front().reading];
      item.where = place_of(*where, {evidence.begin, evidence.end});
      const std::string words = printable(where->document->slice(evidence.begin, evidence.end));
      item.message += fmt::format(": “{}”", shortened(words, longest_quote));
    }
    // A skill has one such gap, wherever its claim stands.
    add(std::move(item), where, "");
  }

  void add_job_gaps(const Comparison& comparison) {
    for (const DemandedSkill& skill : comparison.skills) {
      if (skill.level != Level::none || skill.demands.empty()) continue;
      const Demand& demand = skill.demands.front();
      const Reading& posting = comparison.postings[demand.posting];
      const Unit& unit = posting.document.units[posting.evidence[demand.evidence].unit];
      const std::string words = printable(posting.document.slice(unit.begin, unit.end));
      const bool required = skill.wish == Wish::required;
      ResultItem item{.rule = fmt::format("job-missing/{}", printable(skill.skill)),
                      .severity = required ? Severity::warning : Severity::note,
                      .message = fmt::format(
                          "{} is missing, and {} {} it: “{}”", printable(skill.title),
                          printable(posting.document.name), required ? "asks for" : "would like",
                          shortened(words, longest_quote)),
                      .remedy = "where it is true of you, say so"};
      Indexed* where = document("");
      if (where != nullptr) item.where.document = where->document->name;
      add(std::move(item), where, "");
    }
  }

  // Of gates it is told by where they stand: two may ask for one skill.
  void mark_known(std::size_t unmet, std::size_t gates) {
    if (!report_.accepted) return;
    for (std::size_t i = unmet; i < items_.size(); ++i)
      items_[i].known =
          i < gates || std::ranges::binary_search(report_.accepted->keys, key_of(items_[i]));
  }

  static std::string remedy_for(const SkillAssessment& skill) {
    if (skill.proposals.empty()) return printable(skill.advice);
    return fmt::format("write, where it is true of you: “{}”",
                       printable(skill.proposals.front().text));
  }

  static ResultPlace place_of(const Indexed& where, Span span) {
    const Document& document = *where.document;
    const std::size_t end = std::min(span.end, document.text.size());
    const std::size_t begin = std::min(span.begin, end);
    const bool is_long = end - begin > longest_text;
    return {.document = document.name,
            .place = document.place(begin, end),
            .region = where.index.region({begin, end}),
            .text = is_long ? "" : std::string(document.slice(begin, end))};
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
  if (text.front() >= 'a' && text.front() <= 'z')
    text.front() = static_cast<char>(text.front() - 32);
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

std::vector<ResultItem> open_results_of(std::span<const Report> reports) {
  std::vector<ResultItem> items = results_of(reports);
  std::erase_if(items, [](const ResultItem& item) { return item.known; });
  return items;
}

bool is_listing(const ResultItem& item) {
  return item.rule == "placeholder";
}

std::vector<ResultItem> new_results_of(const Report& report) {
  std::vector<ResultItem> items = open_results_of({&report, 1});
  std::erase_if(items, [](const ResultItem& item) {
    return item.rule.starts_with("gate-") || is_listing(item);
  });
  return items;
}

std::vector<Finding> open_findings(const Report& report) {
  const std::vector<Finding>& all = report.application->findings;
  if (!report.accepted) return all;
  const auto items = results_of(report);
  const std::size_t first = items.size() - all.size();
  std::vector<Finding> open;
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (!items[first + i].known) open.push_back(all[i]);
  }
  return open;
}

std::string key_of(const ResultItem& item) {
  return fmt::format("{}\n{}\n{}", item.rule, item.fingerprint, item.where.document);
}

std::string rule_of(const Finding& gate, const Assessment& assessment) {
  if (gate.subject.empty()) return printable(gate.id);
  const auto skill = std::ranges::find_if(assessment.skills, [&](const SkillAssessment& each) {
    return each.entry.title == gate.subject;
  });
  const bool known = skill != assessment.skills.end();
  return printable(fmt::format("{}/{}", gate.id, known ? skill->entry.skill : gate.subject));
}

std::string prose(const ResultItem& item) {
  std::string text = item.message;
  const Place& place = item.where.place;
  const bool own_lines = place.page == 0 && place.paragraph == 0;
  const std::string where = own_lines ? "" : place_text(place);
  if (!where.empty()) text += fmt::format(" ({})", where);
  text = sentence(std::move(text));
  return item.remedy.empty() ? text : text + ' ' + sentence(item.remedy);
}

std::string baseline_text(const Accepted& accepted) {
  const std::size_t known = accepted.keys.size();
  std::string text =
      fmt::format("{} known {} accepted by {}", known, known == 1 ? "result is" : "results are",
                  printable(accepted.file));
  if (const std::size_t stale = accepted.stale.size(); stale > 0)
    text += fmt::format("; {} of its entries {} stale", stale, stale == 1 ? "is" : "are");
  return text;
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
