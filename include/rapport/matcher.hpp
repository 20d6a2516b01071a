// Matcher: finds a lexicon's evidence in a document.
#pragma once

#include <memory>
#include <span>
#include <vector>

#include "rapport/document.hpp"
#include "rapport/evidence.hpp"
#include "rapport/lexicon.hpp"
#include "rapport/posting.hpp"
#include "rapport/result.hpp"

#pragma GCC visibility push(default)
namespace rapport {

// Whether matches that the context rejected are wanted too (`rapport why` shows them).
enum class Rejected { leave_out, keep };

class Matcher {
 public:
  // Compiles what it needs. The lexicon must outlive the matcher. Error: a pattern that does not
  // compile, with its file and line.
  [[nodiscard]] static Result<Matcher> make(const Lexicon& lexicon);

  Matcher(Matcher&&) noexcept;
  Matcher& operator=(Matcher&&) noexcept;
  ~Matcher();

  // In order of unit, then position, then skill. Overlapping matches of one skill in one unit are
  // reduced to the strongest, then longest. Deterministic. Safe to call from several threads.
  [[nodiscard]] std::vector<Evidence> match(const Document& document,
                                            Rejected rejected = Rejected::leave_out) const;

  // What a document asks of an applicant, whatever its kind: a skill that is named or described
  // in words addressed to the applicant, as a trait, an ability or a duty. As safe as match().
  [[nodiscard]] Posting match_posting(Document document) const;

  // The parts of stories in the units that hold evidence and in those next to them, which is where
  // a story can be, in order of unit and text. Those of one kind in one unit do not overlap. The
  // evidence is the document's. Safe to call from several threads.
  [[nodiscard]] std::vector<Part> parts(const Document& document,
                                        std::span<const Evidence> evidence) const;

  [[nodiscard]] const Lexicon& lexicon() const;

 private:
  class Impl;
  explicit Matcher(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace rapport
#pragma GCC visibility pop
