#include "support/engine.hpp"

#include <fmt/format.h>

#include <cstdio>
#include <cstdlib>
#include <utility>

#include "input/text.hpp"
#include "match/pattern_table.hpp"
#include "match/slots.hpp"
#include "rapport/interview.hpp"
#include "report/interview_report.hpp"
#include "support/formats.hpp"

namespace rapport {

namespace {

// What is built in is sound; without it there is nothing to test.
template <class T>
T whole(Result<T> result) {
  if (result) return std::move(*result);
  std::fprintf(stderr, "%s\n", result.error().to_string().c_str());
  std::abort();
}

}  // namespace

// Documents are read in this process: the end of a child would tell a fuzzer nothing.
Engine::Engine()
    : pipeline_(whole(Pipeline::make({}))),
      everything_(whole(load_profile("all", lexicon()))),
      matcher_(whole(Matcher::make(lexicon()))) {
  const Application plain = application(document_of("Calm."));
  const Interview interview = prepare_interview(plain, lexicon());
  const Report report{.application = &plain, .lexicon = &lexicon()};
  plain_page_ = writer("html")->write(std::span(&report, 1), {});
  plain_sheet_ = interview_format("html")->write({&plain, &interview, &lexicon()}, {});
}

const Engine& Engine::get() {
  static const Engine engine;
  return engine;
}

Reading Engine::reading(Document document) const {
  Reading reading = pipeline_->match(std::move(document), Rejected::keep);
  reading.parts = matcher_.parts(reading.document, reading.evidence);
  pipeline_->proofread(reading);
  if (reading.document.is_template) reading.slots = find_slots(reading.document, matcher_);
  return reading;
}

Posting Engine::posting(Document document) const {
  document.kind = DocumentKind::posting;
  return matcher_.match_posting(std::move(document));
}

Application Engine::application(Document document, std::optional<Document> posting) const {
  Reading all = reading(std::move(document));
  std::erase_if(all.evidence, [](const Evidence& evidence) { return evidence.rejected(); });
  std::vector<Reading> readings;
  readings.push_back(std::move(all));
  Application application = assess(std::move(readings), everything_, lexicon());
  if (posting) {
    std::vector<Posting> postings;
    postings.push_back(this->posting(std::move(*posting)));
    application.comparison = compare(std::move(postings), application, lexicon());
  }
  return application;
}

std::string Engine::fault_in_reports(const Application& application) const {
  const Report report{.application = &application, .lexicon = &lexicon()};
  for (const Writer* writer : writers()) {
    const std::string text =
        writer->write(std::span(&report, 1), {.explain = true, .verbose = true, .matrix = true});
    const std::string fault = formats::fault_in(writer->name(), text, plain_page_);
    if (!fault.empty()) return fmt::format("{}: {}", writer->name(), fault);
  }
  return fault_in_sheets(application);
}

std::string Engine::fault_in_sheets(const Application& application) const {
  const Interview interview = prepare_interview(application, lexicon());
  for (const InterviewFormat& format : interview_formats()) {
    const std::string text = format.write({&application, &interview, &lexicon()}, {});
    const std::string fault = formats::fault_in(format.name, text, plain_sheet_);
    if (!fault.empty()) return fmt::format("interview, {}: {}", format.name, fault);
  }
  return "";
}

Document document_of(std::string_view text, std::string name) {
  return make_document(std::move(name), extract_text(std::string(text)));
}

const Scanner& whole_scanner() {
  static const PatternTable table(Engine::get().lexicon());
  static const Scanner scanner = whole(Scanner::make(table.rules, Engine::get().lexicon().classes));
  return scanner;
}

}  // namespace rapport
