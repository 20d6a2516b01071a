// Writer: prints an application as a report. A new format is one new class in src/report/ and one
// line in src/report/registry.cpp.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "rapport/assessment.hpp"
#include "rapport/finding.hpp"
#include "rapport/lexicon.hpp"

#pragma GCC visibility push(default)
namespace rapport {

struct ReportOptions {
  bool color = false;
  int width = 80;         // display columns, for formats that wrap
  bool explain = false;   // print the arithmetic
  bool verbose = false;   // all evidence, not just the best
  bool matrix = false;    // where each skill stands, even of one document
  bool terminal = false;  // the output goes straight to a terminal
  bool links = false;     // documents may be linked to (OSC 8); `folder` says where they are
  // For formats that name files to other tools: the folder that the program runs in, and the one
  // that paths are told relative to, such as the checkout. Empty: names are told as they were
  // given.
  std::string folder{};
  std::string root{};
  long long now = 0;  // seconds since 1970, for formats that carry a date
};

// What a baseline accepts of one application, and what of the baseline nothing needs any more.
struct Accepted {
  std::string file{};               // of the baseline, as it was given
  std::vector<std::string> keys{};  // of the results that are known, sorted
  std::vector<Finding> gates{};     // that do not hold, and are known for it
  std::vector<Finding> stale{};     // of each entry that nothing matches, its rule as id
};

// All that a report may say of one application.
struct Report {
  const Application* application = nullptr;  // never null
  const Lexicon* lexicon = nullptr;          // never null
  std::vector<Finding> unmet_gates{};
  Gates gates{};                       // all that were asked for
  std::optional<Accepted> accepted{};  // with a baseline; unmet_gates are then the new ones
};

// Stateless, and safe to call from several threads. A document's text, and a lexicon's too, is
// hostile input: every writer escapes it for its format. Writing never fails and never throws.
class Writer {
 public:
  virtual ~Writer() = default;
  [[nodiscard]] virtual std::string_view name() const = 0;         // "terminal"
  [[nodiscard]] virtual std::string_view description() const = 0;  // for --help
  // Whether it shows the pages themselves, so that Extracted::images is worth the time.
  [[nodiscard]] virtual bool wants_page_images() const { return false; }
  // One text for all applications of the call, in order (--each gives several).
  [[nodiscard]] virtual std::string write(std::span<const Report> reports,
                                          const ReportOptions& options) const = 0;
};

[[nodiscard]] std::span<const Writer* const> writers();
[[nodiscard]] const Writer* writer(std::string_view name);  // null when there is none

}  // namespace rapport
#pragma GCC visibility pop
