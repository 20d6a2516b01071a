// Documents and their parts as plain strings, for tests of the text layer.
#pragma once

#include <string>
#include <vector>

#include "input/text.hpp"
#include "rapport/document.hpp"

namespace rapport::test {

inline Document document(std::string text) {
  return make_document("cv.txt", extract_text(std::move(text)));
}

// A unit as it reads: with single blanks.
inline std::string words(const Document& document, const Unit& unit) {
  std::string text;
  for (const char c : document.slice(unit.begin, unit.end)) {
    const bool blank = c == ' ' || c == '\n';
    if (!blank || (!text.empty() && text.back() != ' ')) text += blank ? ' ' : c;
  }
  return text;
}

// The units but for headings.
inline std::vector<std::string> units(const Document& document) {
  std::vector<std::string> all;
  for (const Unit& unit : document.units) {
    if (unit.kind != UnitKind::heading) all.push_back(words(document, unit));
  }
  return all;
}

inline std::vector<std::string> units(std::string text) {
  return units(document(std::move(text)));
}

}  // namespace rapport::test
