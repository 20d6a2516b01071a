#include "batch/pipeline.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>
#include <vector>

#include "assess/reading_order.hpp"
#include "base/bounds.hpp"
#include "batch/read_ahead.hpp"
#include "match/slots.hpp"
#include "rapport/matching_lexicon.hpp"

namespace rapport {

namespace {

Result<Document> open_input(const Input& input, std::optional<DocumentKind> kind, Pictures pictures,
                            const Extractor& extractor) {
  auto extracted = extractor.extract(input, pictures);
  if (!extracted) return fail(std::move(extracted.error()));
  return make_document(input.name, std::move(*extracted), kind);
}

Finding too_many(std::string_view what, std::size_t most) {
  Finding finding;
  finding.id = "too-many-findings";
  finding.message = fmt::format("only the first {} {} were looked for", most, what);
  finding.remedy = "give a resume or a cover letter alone";
  return finding;
}

}  // namespace

Isolation isolation_for(std::span<const std::string> files, Pictures pictures) {
  Isolation isolation{.limits = limits_for(files), .pictures = pictures};
  // An application's two; of many, the first would have to share the processor with the rest.
  if (files.size() <= 2 && std::ranges::find(files, "-") == files.end())
    isolation.ahead.assign(files.begin(), files.end());
  return isolation;
}

Result<Document> open_document(const std::string& path, std::optional<DocumentKind> kind,
                               Pictures pictures, const Extractor& extractor) {
  const auto input = load(path);
  if (!input) return fail(input.error());
  return open_input(*input, kind, pictures, extractor);
}

Result<std::unique_ptr<const Pipeline>> Pipeline::make(
    const std::vector<std::string>& lexicon_folders) {
  return make(lexicon_folders, nullptr);
}

Result<std::unique_ptr<const Pipeline>> Pipeline::make_isolated(
    const std::vector<std::string>& lexicon_folders, const Isolation& isolation) {
  // First of all, while the program is small: what it holds now is what each child begins with.
  auto isolated = IsolatedExtractor::make(isolation.limits);
  if (!isolated) return fail(std::move(isolated.error()));
  if (isolation.ahead.empty()) return make(lexicon_folders, std::move(*isolated));
  return make(lexicon_folders, std::make_unique<ReadAhead>(std::move(*isolated), isolation.ahead,
                                                           isolation.pictures));
}

Result<std::unique_ptr<const Pipeline>> Pipeline::make(
    const std::vector<std::string>& lexicon_folders, std::unique_ptr<const Extractor> isolated) {
  auto lexicon = load_matching_lexicon(lexicon_folders);
  if (!lexicon) return fail(std::move(lexicon.error()));
  std::unique_ptr<Pipeline> pipeline(new Pipeline(std::move(*lexicon), std::move(isolated)));
  auto matcher = Matcher::make(pipeline->lexicon_);
  if (!matcher) return fail(std::move(matcher.error()));
  pipeline->matcher_.emplace(std::move(*matcher));
  auto proofreader = Proofreader::make(pipeline->lexicon_);
  if (!proofreader) return fail(proofreader.error());
  pipeline->proofreader_.emplace(std::move(*proofreader));
  return pipeline;
}

Reading Pipeline::match(Document document, Rejected rejected) const {
  auto evidence = matcher_->match(document, rejected);
  Reading reading{.document = std::move(document), .evidence = std::move(evidence)};
  if (reading.evidence.size() >= max_evidence)
    reading.document.source.findings.push_back(too_many("pieces of evidence", max_evidence));
  return reading;
}

Result<Reading> Pipeline::match(const std::string& path, std::optional<DocumentKind> kind) const {
  auto document = open_document(path, kind, Pictures::leave_out, extractor());
  if (!document) return fail(std::move(document.error()));
  return match(std::move(*document));
}

// Costs nothing where there are no columns.
void Pipeline::compare_orders(Reading& reading) const {
  auto naive = naive_document(reading.document);
  if (!naive) return;
  Reading other{.document = std::move(*naive)};
  other.evidence = matcher_->match(other.document);
  if (auto finding = columns_finding(reading, other, lexicon_)) {
    // It says all that the reader said of the columns, and more.
    auto& findings = reading.document.source.findings;
    std::erase_if(findings, [](const Finding& known) { return known.id == "columns"; });
    findings.push_back(std::move(*finding));
  }
}

Result<Reading> Pipeline::read(const Input& input, const ReadAs& as) const {
  auto document = open_input(input, as.kind, as.pictures, extractor());
  if (!document) return fail(std::move(document.error()));
  document->is_template = as.filling == Filling::awaited;
  Reading reading = match(std::move(*document), as.rejected);
  compare_orders(reading);
  reading.parts = matcher_->parts(reading.document, reading.evidence);
  if (as.filling == Filling::awaited) reading.slots = find_slots(reading.document, *matcher_);
  return reading;
}

Result<Reading> Pipeline::read(const std::string& path, const ReadAs& as) const {
  const auto input = load(path);
  if (!input) return fail(input.error());
  return read(*input, as);
}

void Pipeline::proofread(Reading& reading) const {
  reading.remarks = proofreader_->read(reading.document);
  if (reading.remarks.size() >= max_remarks)
    reading.document.source.findings.push_back(too_many("writing faults", max_remarks));
}

Result<Posting> Pipeline::read_posting(const Input& input) const {
  auto document = open_input(input, DocumentKind::posting, Pictures::leave_out, extractor());
  if (!document) return fail(std::move(document.error()));
  return matcher_->match_posting(std::move(*document));
}

Result<Posting> Pipeline::read_posting(const std::string& path) const {
  const auto input = load(path);
  if (!input) return fail(input.error());
  return read_posting(*input);
}

}  // namespace rapport
