// The built-in lexicon and all that works with it, made once.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "batch/pipeline.hpp"
#include "match/scanner.hpp"
#include "rapport/writer.hpp"

namespace rapport {

class Engine {
 public:
  [[nodiscard]] static const Engine& get();

  [[nodiscard]] const Pipeline& pipeline() const { return *pipeline_; }
  [[nodiscard]] const Lexicon& lexicon() const { return pipeline_->lexicon(); }
  [[nodiscard]] const Matcher& matcher() const { return matcher_; }
  [[nodiscard]] const Profile& everything() const { return everything_; }

  // With rejected evidence, parts of stories and remarks.
  [[nodiscard]] Reading reading(Document document) const;
  // A posting of that text, whatever it looks like.
  [[nodiscard]] Posting posting(Document document) const;

  // Assessed by all skills, and compared with a posting where one is given.
  [[nodiscard]] Application application(Document document,
                                        std::optional<Document> posting = std::nullopt) const;

  // The first format that a report, or a sheet for an interview, does not keep to, and how; empty
  // where all do.
  [[nodiscard]] std::string fault_in_reports(const Application& application) const;

 private:
  Engine();
  [[nodiscard]] std::string fault_in_sheets(const Application& application) const;

  std::unique_ptr<const Pipeline> pipeline_;
  Profile everything_;
  Matcher matcher_;
  std::string plain_page_{};   // what HTML reports are compared to
  std::string plain_sheet_{};  // the same of interviews
};

// A resume with that text.
[[nodiscard]] Document document_of(std::string_view text, std::string name = "resume.txt");

// A scanner of all patterns of the built-in lexicon, made once.
[[nodiscard]] const Scanner& whole_scanner();

}  // namespace rapport
