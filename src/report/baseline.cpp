#include "report/baseline.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <utility>

namespace rapport {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view missing = "skill-missing/";
constexpr std::string_view claimed = "skill-claimed/";
constexpr std::size_t most_rules = 5;  // named in one message

BaselineEntry entry_of(const ResultItem& item) {
  return {.rule = item.rule, .fingerprint = item.fingerprint, .message = item.message};
}

// The skill was missing and is claimed: less of a gap than was accepted.
bool shrunk(const BaselineEntry& entry, const ResultItem& item) {
  return entry.rule.starts_with(missing) && item.rule.starts_with(claimed) &&
         std::string_view(entry.rule).substr(missing.size()) ==
             std::string_view(item.rule).substr(claimed.size());
}

// Which entry accepts which item; each serves once.
struct Matching {
  std::vector<bool> known{};   // of the items
  std::vector<bool> needed{};  // of the entries: false for what is stale
};

Matching match(const std::vector<BaselineEntry>& entries, const std::vector<ResultItem>& items) {
  Matching matching{.known = std::vector<bool>(items.size()),
                    .needed = std::vector<bool>(entries.size())};
  std::multimap<std::pair<std::string_view, std::string_view>, std::size_t> open;
  for (std::size_t e = 0; e < entries.size(); ++e)
    open.emplace(
        std::pair<std::string_view, std::string_view>(entries[e].rule, entries[e].fingerprint), e);
  for (std::size_t i = 0; i < items.size(); ++i) {
    const auto found = open.find(
        std::pair<std::string_view, std::string_view>(items[i].rule, items[i].fingerprint));
    matching.known[i] = found != open.end();
    if (found == open.end()) continue;
    matching.needed[found->second] = true;
    open.erase(found);
  }
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (matching.known[i] || !items[i].rule.starts_with(claimed)) continue;
    matching.known[i] = std::ranges::any_of(
        entries, [&](const BaselineEntry& entry) { return shrunk(entry, items[i]); });
  }
  return matching;
}

std::size_t open_findings_in(const Report& report, const std::vector<ResultItem>& items,
                             const std::vector<bool>& known) {
  std::size_t open = 0;
  // They come last.
  for (std::size_t i = items.size() - report.application->findings.size(); i < items.size(); ++i)
    open += known[i] || is_listing(items[i]) ? 0 : 1;
  return open;
}

void split_gates(Report& report, const std::vector<bool>& known, std::size_t open_findings) {
  std::vector<Finding> unmet;
  for (std::size_t i = 0; i < report.unmet_gates.size(); ++i) {
    Finding& gate = report.unmet_gates[i];
    // As many new findings as are allowed may stand beside those that were accepted.
    const bool allowed = gate.id == "gate-findings" &&
                         open_findings <= static_cast<std::size_t>(report.gates.max_findings);
    (known[i] || allowed ? report.accepted->gates : unmet).push_back(std::move(gate));
  }
  report.unmet_gates = std::move(unmet);
}

// "3 results are new: skill-missing/humor, passive (2)"
std::string message_on(const std::vector<std::string>& rules) {
  std::vector<std::pair<std::string, std::size_t>> counts;
  for (const std::string& rule : rules) {
    const auto found = std::ranges::find(counts, rule, &std::pair<std::string, std::size_t>::first);
    if (found == counts.end()) {
      counts.emplace_back(rule, 1);
    } else {
      ++found->second;
    }
  }
  std::string list;
  for (std::size_t i = 0; i < std::min(most_rules, counts.size()); ++i) {
    list += (list.empty() ? "" : ", ") + counts[i].first;
    if (counts[i].second > 1) list += fmt::format(" ({})", counts[i].second);
  }
  if (counts.size() > most_rules) list += " and more";
  return fmt::format("{} {} not in the baseline: {}", rules.size(),
                     rules.size() == 1 ? "result is" : "results are", list);
}

}  // namespace

Baseline::Baseline(std::string path) : path_(std::move(path)) {}

// A document's name as the baseline has it, and back. Links of folders are resolved, so that one
// folder has one name; a document that is itself a link keeps its own.
std::string Baseline::inside(const std::string& name) const {
  if (name == "-") return name;
  std::error_code failed;
  const auto whole = [&](const fs::path& path) {
    const fs::path absolute = fs::absolute(path, failed).lexically_normal();
    return fs::weakly_canonical(absolute.parent_path(), failed) / absolute.filename();
  };
  const fs::path relative = whole(name).lexically_relative(whole(path_).parent_path());
  return relative.empty() ? name : relative.generic_string();
}

std::string Baseline::outside(const std::string& name) const {
  return (fs::path(path_).parent_path() / name).lexically_normal().string();
}

Baseline::Documents Baseline::documents_of(const Application& application) const {
  Documents documents;
  for (const Reading& reading : application.readings)
    documents.push_back(inside(reading.document.name));
  std::ranges::sort(documents);
  return documents;
}

std::vector<BaselineEntry> Baseline::entries_of(const Documents& documents) const {
  const auto found = applications_.find(documents);
  return found == applications_.end() ? std::vector<BaselineEntry>() : found->second;
}

void Baseline::update(const Report& report) {
  std::vector<BaselineEntry> entries;
  for (const ResultItem& item : results_of(report)) {
    if (!is_listing(item)) entries.push_back(entry_of(item));
  }
  std::ranges::sort(entries);
  const Documents documents = documents_of(*report.application);
  applications_.erase(documents);
  if (!entries.empty()) applications_.emplace(documents, std::move(entries));
}

void Baseline::prune(const Report& report) {
  const Documents documents = documents_of(*report.application);
  const auto items = results_of(report);
  const Matching matching = match(entries_of(documents), items);
  std::vector<BaselineEntry> entries;
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (matching.known[i]) entries.push_back(entry_of(items[i]));
  }
  std::ranges::sort(entries);
  applications_.erase(documents);
  if (!entries.empty()) applications_.emplace(documents, std::move(entries));
}

void Baseline::leave_out(bool (*gone)(const std::string&)) {
  std::erase_if(applications_, [&](const auto& application) {
    return std::ranges::any_of(application.first, [&](const std::string& name) {
      return name != "-" && gone(outside(name));
    });
  });
}

std::size_t Baseline::count_of(bool (*gone)(const std::string&)) const {
  std::size_t count = 0;
  for (const auto& [documents, entries] : applications_) {
    if (std::ranges::any_of(
            documents, [&](const std::string& name) { return name != "-" && gone(outside(name)); }))
      count += entries.size();
  }
  return count;
}

void Baseline::compare(Report& report) const {
  const auto items = results_of(report);
  const auto entries = entries_of(documents_of(*report.application));
  const Matching matching = match(entries, items);
  Accepted accepted{.file = path_};
  std::vector<std::string> fresh;
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (matching.known[i]) {
      accepted.keys.push_back(key_of(items[i]));
    } else if (i >= report.unmet_gates.size() && !is_listing(items[i])) {
      fresh.push_back(items[i].rule);
    }
  }
  std::ranges::sort(accepted.keys);
  for (std::size_t e = 0; e < entries.size(); ++e) {
    if (!matching.needed[e])
      accepted.stale.push_back({.id = entries[e].rule, .message = entries[e].message});
  }
  const std::size_t open = open_findings_in(report, items, matching.known);
  report.accepted = std::move(accepted);
  split_gates(report, matching.known, open);
  if (fresh.empty()) return;
  report.unmet_gates.push_back({.id = "gate-baseline",
                                .severity = Severity::error,
                                .message = message_on(fresh),
                                .remedy = "mend what is new, or accept it with --update-baseline"});
}

}  // namespace rapport
