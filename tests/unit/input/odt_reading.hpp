// Makes small OpenDocument files in memory for tests, and reads them.
#pragma once

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "docx_builder.hpp"
#include "input/odt.hpp"

namespace rapport::test {

inline const std::string odt_mime = "application/vnd.oasis.opendocument.text";

// An element with all the namespaces that a document needs.
inline std::string odt_root(const std::string& name, std::string_view content,
                            std::string_view attributes = "") {
  std::string xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><office:" + name;
  for (const char* prefix : {"office", "style", "text", "table", "manifest"}) {
    xml += std::string(" xmlns:") + prefix + "=\"urn:oasis:names:tc:opendocument:xmlns:" + prefix +
           ":1.0\"";
  }
  xml +=
      " xmlns:draw=\"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0\""
      " xmlns:svg=\"urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0\""
      " xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\"";
  return xml.append(" ").append(attributes).append(">").append(content) + "</office:" + name + ">";
}

struct OdtParts {
  std::string text{};              // inside office:text
  std::string automatic_styles{};  // of the content
  std::string styles{};            // inside styles.xml; no such part when it is empty
  std::string manifest{};          // inside manifest:manifest
};

inline std::string make_odt(const OdtParts& parts) {
  std::vector<ZipPart> zip = {
      {"mimetype", odt_mime, ZIP_CM_STORE},
      {"content.xml",
       odt_root("document-content", "<office:automatic-styles>" + parts.automatic_styles +
                                        "</office:automatic-styles><office:body><office:text>" +
                                        parts.text + "</office:text></office:body>")},
      {"META-INF/manifest.xml",
       "<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\">" +
           parts.manifest + "</manifest:manifest>"}};
  if (!parts.styles.empty())
    zip.push_back({"styles.xml", odt_root("document-styles", parts.styles)});
  return make_zip(zip);
}

inline Result<Extracted> read_odt(std::string bytes) {
  return odt_reader().read({.name = "cv.odt", .bytes = std::move(bytes)});
}

inline Extracted odt_ok(const OdtParts& parts) {
  auto result = read_odt(make_odt(parts));
  REQUIRE_MESSAGE(result.has_value(), (result ? "" : result.error().to_string()));
  return std::move(*result);
}

inline Extracted odt_text(std::string_view text) {
  return odt_ok({.text = std::string(text)});
}

inline bool odt_finding(const Extracted& extracted, std::string_view id) {
  return std::ranges::find(extracted.findings, id, &Finding::id) != extracted.findings.end();
}

}  // namespace rapport::test
