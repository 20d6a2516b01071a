// Findings of one kind under one line: what they have in common is said once, the places follow.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "rapport/assessment.hpp"

namespace rapport {

// Findings of one id that share a title.
struct FindingGroup {
  std::string title{};
  std::string id{};
  Severity severity = Severity::note;
  std::vector<const Finding*> findings{};  // never empty
  std::string remedy{};                    // what most of them advise; empty when each has its own
};

// Those with a title, gathered by id: warnings first, then in order of the first. They point into
// `findings`.
[[nodiscard]] std::vector<FindingGroup> grouped(std::span<const Finding> findings);
// Those without a title, in order.
[[nodiscard]] std::vector<Finding> standing_alone(std::span<const Finding> findings);

// How a report names the document of a finding; empty when there is only one.
[[nodiscard]] std::string label_of(const std::string& document, const Application& application);

// Words and where they stand: “hard-working”, “team player” (page 1, line 4).
struct QuotedWords {
  std::vector<std::string> words{};   // printable, without quotation marks
  std::vector<std::string> places{};  // of them all; may be empty
};

// A finding's quotes. The same words in several places stand there once, words of one place
// together; none is longer than `columns`.
[[nodiscard]] std::vector<QuotedWords> quoted_words(const Finding& finding,
                                                    const Application& application, int columns);

}  // namespace rapport
