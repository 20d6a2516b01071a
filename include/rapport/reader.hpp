// Reader: turns the bytes of one format into Extracted. A new format is one new class in
// src/input/ and one line in src/input/registry.cpp.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "rapport/extracted.hpp"
#include "rapport/result.hpp"

namespace rapport {

// A file's whole content and the name by which the user knows it ("-" is standard input).
struct Input {
  std::string name{};
  std::string bytes{};
};

// How sure a reader is that a file is of its format.
enum class Recognition {
  no,
  by_name,     // only the name's extension says so
  by_content,  // the bytes say so
};

// Readers are stateless and safe to call from several threads at once, except where read() says
// otherwise.
class Reader {
 public:
  virtual ~Reader() = default;

  [[nodiscard]] virtual std::string_view name() const = 0;         // "pdf"
  [[nodiscard]] virtual std::string_view description() const = 0;  // "PDF with a text layer"

  [[nodiscard]] virtual Recognition recognise(const Input& input) const = 0;

  // Success: the text, never empty: a file with no text in it is an error that says so. Failure:
  // Error::kind is input, and message and remedy say what is wrong and what to do; the subject is
  // the input's name. Hostile bytes are normal: bounded in time and memory, never a crash.
  [[nodiscard]] virtual Result<Extracted> read(const Input& input) const = 0;

  // The pages as pictures, for formats that have pages; empty for the others. Of a long file only
  // the first; a damaged page is an image of width 0. Slow: only a report that shows the document
  // asks for it. Fails where the file cannot be opened.
  [[nodiscard]] virtual Result<std::vector<PageImage>> draw(const Input& input) const;
};

// All readers, in the order in which they are asked.
[[nodiscard]] std::span<const Reader* const> readers();

// Loads a regular file, or standard input for "-". Refuses what is not a regular file (a FIFO
// would block for ever), what is empty and what is larger than the input limit.
[[nodiscard]] Result<Input> load(const std::string& path);

// Chooses the reader by content (a name's extension only breaks ties) and reads.
[[nodiscard]] Result<Extracted> read(const Input& input);

// The first pages as pictures, by the reader that read() would choose; see Reader::draw().
[[nodiscard]] Result<std::vector<PageImage>> draw(const Input& input);

}  // namespace rapport
