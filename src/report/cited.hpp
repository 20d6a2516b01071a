// Evidence of an assessment as a report shows it: looked up, and gathered by sentence.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "rapport/assessment.hpp"
#include "report/quote.hpp"

namespace rapport {

// One sentence or bullet with all that it holds for one skill.
struct CitedUnit {
  const Document* document = nullptr;  // of the application that was given
  std::size_t unit = 0;                // index into Document::units
  Level level = Level::none;           // the best in it
  std::vector<Span> spans{};           // of the evidence, in Document::text

  [[nodiscard]] Quote quote(int columns) const;
  // "resume, page 1, line 14, under “Experience”"; `label` is what document_label() says.
  [[nodiscard]] std::string place(std::string_view label) const;
};

[[nodiscard]] const Evidence& evidence_of(const Application& application, Cited cited);

// Strongest first, as in SkillAssessment::evidence.
[[nodiscard]] std::vector<CitedUnit> cited_units(const Application& application,
                                                 const SkillAssessment& skill);

// The sentence or bullet that holds one piece of evidence.
[[nodiscard]] CitedUnit cited_unit(const Application& application, Cited cited);

// "missing" where the report speaks of a gap; otherwise the level's name.
[[nodiscard]] std::string_view level_word(Level level);

// "cover letter"
[[nodiscard]] std::string_view kind_title(DocumentKind kind);

// How a report names a document where it quotes from it: nothing when there is only one, its kind
// when that tells it apart, its file otherwise.
[[nodiscard]] std::string document_label(const Application& application, const Document& document);

// "PDF, 2 pages"
[[nodiscard]] std::string format_text(const Document& document);

// The last part of a path.
[[nodiscard]] std::string base_name(const std::string& path);

}  // namespace rapport
