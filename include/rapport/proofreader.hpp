// Proofreader: finds a lexicon's writing faults in a document.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "rapport/document.hpp"
#include "rapport/lexicon.hpp"
#include "rapport/result.hpp"

#pragma GCC visibility push(default)
namespace rapport {

// One writing fault where it stands.
struct Remark {
  std::size_t fault = 0;                // index into Lexicon::faults
  std::optional<std::size_t> phrase{};  // index into WritingFault::phrases, where one said so
  std::size_t unit = 0;                 // index into Document::units
  std::size_t begin = 0;                // byte range in Document::text of the words in question
  std::size_t end = 0;
  std::string did{};      // "Answered": what could open the unit instead; empty when not known
  std::string subject{};  // "calls": of what is said in the passive
  struct Again {
    std::size_t unit = 0;
    std::size_t begin = 0;
    std::size_t end = 0;
  };
  std::vector<Again> again{};  // the same words in further units
};

class Proofreader {
 public:
  // The lexicon must outlive the proofreader. Error: a pattern that does not compile.
  [[nodiscard]] static Result<Proofreader> make(const Lexicon& lexicon);

  Proofreader(Proofreader&&) noexcept;
  Proofreader& operator=(Proofreader&&) noexcept;
  ~Proofreader();

  // In order of unit and position. A posting has none. Deterministic, and safe to call from several
  // threads.
  [[nodiscard]] std::vector<Remark> read(const Document& document) const;

  // Whether a phrase of the fault is found in a sentence that stands alone, as a bullet: what the
  // examples of the phrase are tried by.
  [[nodiscard]] bool finds(std::size_t fault, std::size_t phrase, std::string_view sentence) const;

 private:
  class Impl;
  explicit Proofreader(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace rapport
#pragma GCC visibility pop
