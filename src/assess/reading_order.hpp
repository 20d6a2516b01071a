// What becomes of the evidence when a program reads straight across a document's columns.
#pragma once

#include <optional>

#include "rapport/lexicon.hpp"
#include "rapport/reading.hpp"

namespace rapport {

// The document in the order of Extracted::naive; nothing when it reads the same.
[[nodiscard]] std::optional<Document> naive_document(const Document& document);

// Compares the evidence in both orders. Nothing when no skill loses by it; otherwise a finding that
// says which do.
[[nodiscard]] std::optional<Finding> columns_finding(const Reading& reading, const Reading& naive,
                                                     const Lexicon& lexicon);

}  // namespace rapport
