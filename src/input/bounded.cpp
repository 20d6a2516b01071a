#include "input/bounded.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "base/bounds.hpp"

namespace rapport {

namespace {

void tell(Extracted& extracted, const char* id, std::string message) {
  Finding& finding = extracted.findings.emplace_back();
  finding.id = id;
  finding.message = std::move(message);
  finding.remedy = "give a resume or a cover letter alone";
}

// The longest beginning within the bounds that ends with a whole character.
std::size_t bounded_size(const std::string& text, const std::vector<Block>& blocks) {
  std::size_t end = std::min(text.size(), max_text);
  if (blocks.size() > max_lines) end = std::min(end, blocks[max_lines].begin);
  while (end > 0 && end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) {
    --end;
  }
  return end;
}

template <class Piece>
void cut(std::vector<Piece>& pieces, std::size_t size) {
  std::erase_if(pieces, [size](const Piece& piece) { return piece.begin >= size; });
  for (Piece& piece : pieces) piece.end = std::min(piece.end, size);
}

// Whether anything had to go.
bool cut_text(std::string& text, std::vector<Block>& blocks) {
  const std::size_t size = bounded_size(text, blocks);
  if (size == text.size()) return false;
  text.resize(size);
  text.shrink_to_fit();
  cut(blocks, size);
  return true;
}

}  // namespace

void keep_within_bounds(Extracted& extracted) {
  if (extracted.naive) (void)cut_text(extracted.naive->text, extracted.naive->blocks);
  if (extracted.hidden.size() > max_hidden) {
    extracted.hidden.resize(max_hidden);
    tell(extracted, "too-many-findings",
         fmt::format("only the first {} pieces of hidden text are told", max_hidden));
  }
  // What is told last has to stay: that the end of the text is missing.
  if (extracted.findings.size() > max_findings) {
    extracted.findings.resize(max_findings);
    tell(extracted, "too-many-findings",
         fmt::format("only the first {} findings about the file are told", max_findings));
  }
  if (!cut_text(extracted.text, extracted.blocks)) return;
  cut(extracted.words, extracted.text.size());
  cut(extracted.prompts, extracted.text.size());
  tell(extracted, "text-truncated",
       fmt::format("only the first {} lines or {} MiB of the text were read", max_lines,
                   max_text >> 20U));
}

}  // namespace rapport
