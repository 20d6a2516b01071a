// What becomes of a text: units, the evidence in them, and reports on it.
#include <algorithm>
#include <optional>

#include "fuzz.hpp"
#include "match/folded.hpp"
#include "support/engine.hpp"
#include "support/sound.hpp"
#include "targets.hpp"

namespace rapport::fuzz {

namespace {

void require_folded(const Folded& folded, std::size_t size) {
  require(folded.origin.size() == folded.text.size() + 1, "every folded byte has an origin");
  require(std::ranges::is_sorted(folded.origin), "origins rise");
  require(folded.origin.back() <= size, "origins stand in the source");
  for (const char c : folded.text)
    require(c >= ' ' && c <= '~' && !(c >= 'A' && c <= 'Z'), "folded text is lower case ASCII");
}

}  // namespace

// The first byte decides how much the format says of the text: as lines, or as paragraphs that may
// hold newlines.
void fuzz_units(std::string_view bytes) {
  const std::string_view form = take(bytes, 1);
  const Document document = document_of(bytes);
  require_none(sound::fault_in(document));
  if (form != "p") return;
  Extracted paragraphs{.format = "docx", .text = std::string(bytes)};
  for (std::size_t begin = 0; begin < bytes.size();) {
    const std::size_t end = std::min(bytes.find("\n\n", begin), bytes.size());
    paragraphs.blocks.push_back({.begin = begin, .end = end});
    begin = end + 2;
  }
  require_none(sound::fault_in(make_document("fuzz", std::move(paragraphs))));
}

void fuzz_matcher(std::string_view bytes) {
  const std::string_view form = take(bytes, 1);
  Document document = document_of(bytes);
  document.is_template = form == "t";
  require_none(sound::fault_in(Engine::get().reading(document)));
  if (form == "p") require_none(sound::fault_in(Engine::get().posting(document).reading));
}

void fuzz_scanner(std::string_view bytes) {
  const Folded folded = fold(bytes);
  require_folded(folded, bytes.size());
  require(whole_scanner().scan(folded) == whole_scanner().scan_plainly(folded),
          "the index finds what trying every pattern at every word finds");
}

void fuzz_report(std::string_view bytes) {
  const std::string_view form = take(bytes, 1);
  Document document = document_of(bytes);
  document.is_template = form == "t";
  const auto posting = form == "p" ? std::optional(document) : std::nullopt;
  require_none(
      Engine::get().fault_in_reports(Engine::get().application(std::move(document), posting)));
}

}  // namespace rapport::fuzz
