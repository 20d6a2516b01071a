// Extracted: what a reader makes of a file's bytes. Text in reading order with its place in the
// source and the little of its look that tells structure. It knows nothing of sections or skills.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "rapport/finding.hpp"
#include "rapport/place.hpp"

#pragma GCC visibility push(default)
namespace rapport {

enum class BlockRole { body, list_item, table_cell, header, footer, text_box, note };

// A stretch of text with one place in the source: a *line* where the format has lines (text, PDF)
// or a whole *paragraph* where it has paragraphs (DOCX, ODT, HTML).
struct Block {
  std::size_t begin = 0;  // byte range in Extracted::text, without the newline that ends it
  std::size_t end = 0;
  BlockRole role = BlockRole::body;
  Place place{};

  // True for a line: a sentence may go on in the next block. False for a whole paragraph.
  bool may_wrap = false;
  // True where the source itself shows a break before this block: a blank line, a gap larger than
  // the usual line spacing, another column, cell or page region. A sentence never crosses it,
  // except that a page's last line may go on at the top of the next page.
  bool starts_paragraph = false;
  // 1 to 9 when the format says that it is a heading of that level; 0 otherwise.
  int heading_level = 0;
  // True where the look says heading: bold or larger than the body's text, over the whole block.
  bool emphasised = false;
};

// One printed word with its box, for formats that have pages. In reading order.
struct Word {
  std::size_t begin = 0;  // byte range in Extracted::text
  std::size_t end = 0;
  int page = 0;  // from 1
  Box box{};
};

struct PageSize {
  double width = 0;  // points
  double height = 0;
};

// A page as it looks, for a report that shows the document itself.
struct PageImage {
  int width = 0;  // pixels
  int height = 0;
  std::string png{};
};

// Why a person does not see a text that a machine reads.
enum class HiddenBy {
  mark,   // the format marks it as hidden
  color,  // it has the color of what it stands on
  size,   // it is too small to be read
  ink,    // the page shows nothing where it stands, whatever the reason
};

// Words that are in the file and in no person's sight. They are no part of Extracted::text.
struct HiddenText {
  std::string text{};  // of one line or paragraph
  Place place{};
  HiddenBy by = HiddenBy::mark;
};

// Words that the format itself marks as ones to be replaced: what an empty content control of a
// word processor shows.
struct Prompt {
  std::size_t begin = 0;  // byte range in Extracted::text
  std::size_t end = 0;
};

// The same words as Extracted's in the order of a program that knows no columns: each line straight
// across the page.
struct NaiveOrder {
  std::string text{};
  std::vector<Block> blocks{};
};

struct Extracted {
  std::string format{};             // name of the reader: "pdf", "docx", "text", ...
  std::string text{};               // UTF-8, blocks separated by '\n', nothing normalised yet
  std::vector<Block> blocks{};      // in reading order, cover the text but for the newlines
  std::vector<Word> words{};        // PDF only; empty otherwise
  std::vector<PageSize> pages{};    // PDF only; empty otherwise
  std::vector<PageImage> images{};  // of the pages, in order; empty unless asked for
  std::vector<HiddenText> hidden{};
  std::vector<Prompt> prompts{};      // in order of the text
  std::optional<NaiveOrder> naive{};  // only where columns make it another order
  std::vector<Finding> findings{};  // what was odd about the file; Finding::document is left empty
};

}  // namespace rapport
#pragma GCC visibility pop
