#include "batch/pipeline.hpp"

#include <utility>

namespace rapport {

Result<Document> open_document(const std::string& path, std::optional<DocumentKind> kind) {
  auto input = load(path);
  if (!input) return fail(std::move(input.error()));
  auto extracted = rapport::read(*input);
  if (!extracted) return fail(std::move(extracted.error()));
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
  return pipeline;
}

Reading Pipeline::match(Document document, Rejected rejected) const {
  auto evidence = matcher_->match(document, rejected);
  return Reading{.document = std::move(document), .evidence = std::move(evidence)};
}

Result<Reading> Pipeline::read(const std::string& path, std::optional<DocumentKind> kind,
                               Rejected rejected) const {
  auto document = open_document(path, kind);
  if (!document) return fail(std::move(document.error()));
  Reading reading = match(std::move(*document), rejected);
  reading.parts = matcher_->parts(reading.document);
  return reading;
}

}  // namespace rapport
