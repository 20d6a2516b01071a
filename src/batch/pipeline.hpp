// The way from a file to its evidence, with the lexicon and the matcher that it needs set up once.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "rapport/assessment.hpp"
#include "rapport/document.hpp"
#include "rapport/lexicon.hpp"
#include "rapport/matcher.hpp"
#include "rapport/proofreader.hpp"
#include "rapport/reader.hpp"
#include "rapport/result.hpp"

namespace rapport {

// What is wanted of a file besides its text.
enum class Pictures { leave_out, draw };

// Reads a file, or standard input for "-", and cuts it into sections and units. Pages that cannot
// be drawn are left out: the text is what counts.
[[nodiscard]] Result<Document> open_document(const std::string& path,
                                             std::optional<DocumentKind> kind = std::nullopt,
                                             Pictures pictures = Pictures::leave_out);

// Whether a document is somebody's own, or a template that waits to be filled in.
enum class Filling { done, awaited };

// Safe to use from several threads, as far as the readers are.
class Pipeline {
 public:
  // The built-in lexicon with the files of `lexicon_folders` added.
  [[nodiscard]] static Result<std::unique_ptr<const Pipeline>> make(
      const std::vector<std::string>& lexicon_folders);

  [[nodiscard]] const Lexicon& lexicon() const { return lexicon_; }

  // Evidence alone: parts of stories are for reports on a file.
  [[nodiscard]] Reading match(Document document, Rejected rejected = Rejected::leave_out) const;

  [[nodiscard]] Result<Reading> read(const std::string& path,
                                     std::optional<DocumentKind> kind = std::nullopt,
                                     Rejected rejected = Rejected::leave_out,
                                     Pictures pictures = Pictures::leave_out,
                                     Filling filling = Filling::done) const;

  // Adds the remarks on how the document is written, for reports that tell them.
  void proofread(Reading& reading) const;

  // Reads a file as a posting, whatever it looks like.
  [[nodiscard]] Result<Posting> read_posting(const std::string& path) const;

 private:
  explicit Pipeline(Lexicon lexicon) : lexicon_(std::move(lexicon)) {}

  // Adds a finding where columns keep some programs from seeing the evidence.
  void compare_orders(Reading& reading) const;

  Lexicon lexicon_;
  // Both refer to lexicon_, so a pipeline stays where it was made.
  std::optional<Matcher> matcher_{};
  std::optional<Proofreader> proofreader_{};
};

}  // namespace rapport
