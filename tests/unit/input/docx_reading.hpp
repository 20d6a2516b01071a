// Reads Word files that a test has built.
#pragma once

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "docx_builder.hpp"
#include "input/docx.hpp"

namespace rapport::test {

inline Result<Extracted> read_docx(std::string bytes) {
  return docx_reader().read({.name = "cv.docx", .bytes = std::move(bytes)});
}

inline Extracted read_ok(const DocxBuilder& builder) {
  auto result = read_docx(builder.build());
  REQUIRE_MESSAGE(result.has_value(), (result ? "" : result.error().to_string()));
  return std::move(*result);
}

inline Extracted read_body(std::string_view content) {
  return read_ok(DocxBuilder().body(content));
}

inline bool has_finding(const Extracted& extracted, std::string_view id) {
  return std::ranges::find(extracted.findings, id, &Finding::id) != extracted.findings.end();
}

}  // namespace rapport::test
