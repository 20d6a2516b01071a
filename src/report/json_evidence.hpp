// A piece of evidence, and what is made of it, as JSON.
#pragma once

#include "rapport/writer.hpp"
#include "report/json_values.hpp"

namespace rapport {

// Without the document that it stands in.
[[nodiscard]] Json evidence_json(const Reading& reading, std::size_t evidence,
                                 const CodePoints& points, const Lexicon& lexicon);

// Null when the application was compared with no posting. `points` are those of its documents.
[[nodiscard]] Json comparison_json(const Report& report, const std::vector<CodePoints>& points);

}  // namespace rapport
