#include "batch/pipeline.hpp"

#include <utility>
#include <vector>

#include "assess/reading_order.hpp"
#include "match/slots.hpp"

namespace rapport {

Result<Document> open_document(const std::string& path, std::optional<DocumentKind> kind,
                               Pictures pictures) {
  auto input = load(path);
  if (!input) return fail(std::move(input.error()));
  auto extracted = rapport::read(*input);
  if (!extracted) return fail(std::move(extracted.error()));
  if (pictures == Pictures::draw) {
    if (auto images = draw(*input)) extracted->images = std::move(*images);
  }
  return make_document(input->name, std::move(*extracted), kind);
}

Result<std::unique_ptr<const Pipeline>> Pipeline::make(
    const std::vector<std::string>& lexicon_folders) {
  auto lexicon = load_lexicon(lexicon_folders);
  if (!lexicon) return fail(std::move(lexicon.error()));
  std::unique_ptr<Pipeline> pipeline(new Pipeline(std::move(*lexicon)));
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
  compare_orders(reading);
  return reading;
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

Result<Reading> Pipeline::read(const std::string& path, std::optional<DocumentKind> kind,
                               Rejected rejected, Pictures pictures, Filling filling) const {
  auto document = open_document(path, kind, pictures);
  if (!document) return fail(std::move(document.error()));
  document->is_template = filling == Filling::awaited;
  Reading reading = match(std::move(*document), rejected);
  reading.parts = matcher_->parts(reading.document);
  if (filling == Filling::awaited) reading.slots = find_slots(reading.document, *matcher_);
  return reading;
}

void Pipeline::proofread(Reading& reading) const {
  reading.remarks = proofreader_->read(reading.document);
}

Result<Posting> Pipeline::read_posting(const std::string& path) const {
  auto document = open_document(path, DocumentKind::posting);
  if (!document) return fail(std::move(document.error()));
  return matcher_->match_posting(std::move(*document));
}

}  // namespace rapport
