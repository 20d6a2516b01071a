// The way from a file to its evidence, with the lexicon and the matcher that it needs set up once.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "batch/extractor.hpp"
#include "rapport/assessment.hpp"
#include "rapport/document.hpp"
#include "rapport/lexicon.hpp"
#include "rapport/matcher.hpp"
#include "rapport/proofreader.hpp"
#include "rapport/reader.hpp"
#include "rapport/result.hpp"

namespace rapport {

// Reads a file, or standard input for "-", and cuts it into sections and units.
[[nodiscard]] Result<Document> open_document(const std::string& path,
                                             std::optional<DocumentKind> kind = std::nullopt,
                                             Pictures pictures = Pictures::leave_out,
                                             const Extractor& extractor = direct_extractor());

// Whether a document is somebody's own, or a template that waits to be filled in.
enum class Filling { done, awaited };

// How a document is to be read.
struct ReadAs {
  std::optional<DocumentKind> kind{};  // recognised unless it is given
  Rejected rejected = Rejected::leave_out;
  Pictures pictures = Pictures::leave_out;
  Filling filling = Filling::done;
};

// How documents are read in processes of their own.
struct Isolation {
  ChildLimits limits{};
  std::vector<std::string> ahead{};         // files to begin with before the lexicon is loaded
  Pictures pictures = Pictures::leave_out;  // that will be wanted of those
};

// For these files, which are known before the first is read.
[[nodiscard]] Isolation isolation_for(std::span<const std::string> files,
                                      Pictures pictures = Pictures::leave_out);

// Safe to use from several threads, as far as the readers are.
class Pipeline {
 public:
  // The built-in lexicon with the files of `lexicon_folders` added; documents are read in this
  // process.
  [[nodiscard]] static Result<std::unique_ptr<const Pipeline>> make(
      const std::vector<std::string>& lexicon_folders);

  // The same, with each document read in a process of its own. Call it before the program starts
  // threads.
  [[nodiscard]] static Result<std::unique_ptr<const Pipeline>> make_isolated(
      const std::vector<std::string>& lexicon_folders, const Isolation& isolation = {});

  [[nodiscard]] const Lexicon& lexicon() const { return lexicon_; }

  // Evidence alone, for whoever tells nothing else of a document.
  [[nodiscard]] Reading match(Document document, Rejected rejected = Rejected::leave_out) const;
  [[nodiscard]] Result<Reading> match(const std::string& path,
                                      std::optional<DocumentKind> kind = std::nullopt) const;

  // Evidence, parts of stories and findings; of a template its slots too. The second is for a file
  // that has been loaded already.
  [[nodiscard]] Result<Reading> read(const std::string& path, const ReadAs& as = {}) const;
  [[nodiscard]] Result<Reading> read(const Input& input, const ReadAs& as = {}) const;

  // Adds the remarks on how the document is written, for reports that tell them.
  void proofread(Reading& reading) const;

  // Reads a file as a posting, whatever it looks like.
  [[nodiscard]] Result<Posting> read_posting(const std::string& path) const;
  [[nodiscard]] Result<Posting> read_posting(const Input& input) const;

 private:
  Pipeline(Lexicon lexicon, std::unique_ptr<const Extractor> isolated)
      : isolated_(std::move(isolated)), lexicon_(std::move(lexicon)) {}

  static Result<std::unique_ptr<const Pipeline>> make(
      const std::vector<std::string>& lexicon_folders, std::unique_ptr<const Extractor> isolated);

  // Adds a finding where columns keep some programs from seeing the evidence.
  void compare_orders(Reading& reading) const;

  [[nodiscard]] const Extractor& extractor() const {
    return isolated_ ? *isolated_ : direct_extractor();
  }

  std::unique_ptr<const Extractor> isolated_;  // null when documents are read in this process
  Lexicon lexicon_;
  // Both refer to lexicon_, so a pipeline stays where it was made.
  std::optional<Matcher> matcher_{};
  std::optional<Proofreader> proofreader_{};
};

}  // namespace rapport
