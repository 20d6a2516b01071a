// Results: what an application is told, one by one, for formats that annotate, gate and track:
// unmet gates, gaps of the profile, and findings, each with a rule, a place and a fingerprint.
//
//   gate-skill/empathy     error    empathy is claimed, and demonstrated is required
//   skill-missing/humor    warning  Humor is missing
//   skill-claimed/empathy  note     Empathy is only claimed: “Empathetic”
//   job-missing/humor      warning  Humor is missing, and the posting asks for it: “…”
//   no-text-layer          as the finding says
//
// A fingerprint is of the rule and of the words of the sentence, not of its line: it survives edits
// elsewhere in the document, another font and another file name, and changes when the sentence
// does.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "rapport/writer.hpp"
#include "report/text_index.hpp"

namespace rapport {

struct ResultPlace {
  std::string document{};  // name of a file: where it stands or, of a gap, where it could stand
  Place place{};           // empty when it concerns the whole document
  std::optional<TextRegion> region{};
  std::string text{};  // of the region, as it stands there; empty when it is very long
};

struct ResultItem {
  std::string rule{};  // "skill-missing/empathy"
  Severity severity = Severity::warning;
  std::string title{};    // what all results of the rule have in common; may be empty
  std::string message{};  // one sentence without a full stop; printable
  std::string remedy{};   // printable; may be empty
  ResultPlace where{};
  std::vector<ResultPlace> related{};  // further sentences that it rests on
  std::string fingerprint{};           // 32 hexadecimal digits; unique among those of one document
  bool known = false;                  // a baseline accepts it
};

// Gates first, the known ones last of them; then gaps in the profile's order, gaps of the postings
// and findings.
[[nodiscard]] std::vector<ResultItem> results_of(const Report& report);

// The same of several reports, in order. Two of them may be of one file, and share fingerprints.
[[nodiscard]] std::vector<ResultItem> results_of(std::span<const Report> reports);

// The same without what a baseline accepts: what there is to say.
[[nodiscard]] std::vector<ResultItem> open_results_of(std::span<const Report> reports);

// Whether it is only listed, as the placeholders of a template are: nothing to accept or to fail.
[[nodiscard]] bool is_listing(const ResultItem& item);

// Gaps and findings that a baseline does not accept; it lists none of the above.
[[nodiscard]] std::vector<ResultItem> new_results_of(const Report& report);

// The application's findings but for those that a baseline accepts.
[[nodiscard]] std::vector<Finding> open_findings(const Report& report);

// What Accepted::keys tell a result by. No two of one application have the same.
[[nodiscard]] std::string key_of(const ResultItem& item);

// The rule of an unmet gate: its id, and that of the skill that it asks for: "gate-skill/empathy".
[[nodiscard]] std::string rule_of(const Finding& gate, const Assessment& assessment);

// Message and remedy as prose: "Humor is missing. Write …". With the page or paragraph, where lines
// and columns are not those of the file.
[[nodiscard]] std::string prose(const ResultItem& item);

// "12 known results are accepted by rapport-baseline.json; 1 of its entries is stale"
[[nodiscard]] std::string baseline_text(const Accepted& accepted);

// "error", "warning", "note"
[[nodiscard]] std::string_view name_of(Severity severity);

}  // namespace rapport
