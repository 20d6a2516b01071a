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
#include "rapport/reader.hpp"
#include "rapport/result.hpp"

namespace rapport {

// Reads a file, or standard input for "-", and cuts it into sections and units.
[[nodiscard]] Result<Document> open_document(const std::string& path,
                                             std::optional<DocumentKind> kind = std::nullopt);

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
                                     Rejected rejected = Rejected::leave_out) const;

 private:
  explicit Pipeline(Lexicon lexicon) : lexicon_(std::move(lexicon)) {}

  Lexicon lexicon_;
  std::optional<Matcher> matcher_{};  // refers to lexicon_, so a pipeline stays where it was made
};

}  // namespace rapport
