// Baseline: the results that somebody has accepted, so that only what comes later fails.
//
// An entry is a rule and a fingerprint, which tells nothing of lines: it holds wherever its
// sentence goes. Entries belong to an application, known by the paths of its documents as seen from
// the baseline's folder, so that it can be checked from anywhere:
//
//   {"schema": "rapport.baseline/1",
//    "applications": [{"documents": ["templates/classic.docx"],
//                      "entries": [{"rule": "skill-missing/humor", "fingerprint": "…", …}]}]}
//
// A gap that shrinks stays accepted (humor was missing and is claimed now); one that grows does
// not.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "rapport/writer.hpp"
#include "report/results.hpp"

namespace rapport {

struct BaselineEntry {
  std::string rule{};
  std::string fingerprint{};
  std::string message{};  // for people who read the file; counts for nothing

  friend auto operator<=>(const BaselineEntry&, const BaselineEntry&) = default;
};

class Baseline {
 public:
  // Paths of documents; sorted. Empty at first.
  using Documents = std::vector<std::string>;

  // `path` is where it stands or will stand.
  explicit Baseline(std::string path);
  // Error: not JSON, or not a baseline of a version that is known.
  [[nodiscard]] static Result<Baseline> parse(std::string path, std::string_view json);
  // Sorted, an entry a line: what did not change makes no difference.
  [[nodiscard]] std::string json() const;

  // Accepts all of an application's results, and nothing else of it.
  void update(const Report& report);
  // Leaves out what is no longer so, and puts today's gap for one that shrank.
  void prune(const Report& report);
  // Leaves out the applications with a document for which `gone` is true; it is given a path that
  // holds where the program runs.
  void leave_out(bool (*gone)(const std::string&));
  [[nodiscard]] std::size_t count_of(bool (*gone)(const std::string&)) const;

  // Fills Report::accepted, splits the unmet gates into new and known ones, and adds the gate that
  // nothing be new.
  void compare(Report& report) const;

 private:
  [[nodiscard]] Documents documents_of(const Application& application) const;
  [[nodiscard]] std::vector<BaselineEntry> entries_of(const Documents& documents) const;
  [[nodiscard]] std::string inside(const std::string& name) const;
  [[nodiscard]] std::string outside(const std::string& name) const;

  std::string path_;
  std::map<Documents, std::vector<BaselineEntry>> applications_{};
};

}  // namespace rapport
