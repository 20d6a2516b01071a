// Results and errors: how every function that can fail says so.
#pragma once

#include <string>
#include <tl/expected.hpp>

#pragma GCC visibility push(default)
namespace rapport {

enum class ErrorKind {
  usage,          // the command line asks for something that makes no sense
  configuration,  // a lexicon, profile or configuration file is wrong
  input,          // a document could not be read
  output,         // a report could not be written
  limit,          // a document needs more than it was granted: with more it may be read
  passing,        // nothing is known to be wrong with the document: the next try may do
};

// What went wrong, in words for the person who runs the program. A caller prints
// it as one line: `rapport: SUBJECT: MESSAGE (REMEDY)`.
struct Error {
  ErrorKind kind = ErrorKind::input;
  std::string subject{};  // file, option or `file:line:column`; empty when there is none
  std::string message{};  // what is wrong, lower case, no full stop
  std::string remedy{};   // what to do about it, imperative; empty when nothing can be done
  std::string excerpt{};  // the offending line with a caret below it; empty when there is none

  // `SUBJECT: MESSAGE (REMEDY)`, and the excerpt on lines of its own.
  [[nodiscard]] std::string to_string() const;
};

// The one third-party type in public headers, until std::expected (C++23).
template <class T>
using Result = tl::expected<T, Error>;

[[nodiscard]] inline tl::unexpected<Error> fail(Error error) {
  return tl::make_unexpected(std::move(error));
}

}  // namespace rapport
#pragma GCC visibility pop
