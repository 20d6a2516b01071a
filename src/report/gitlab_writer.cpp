// GitLab's code quality report: a JSON array that a merge request shows beside its change.
#include <nlohmann/json.hpp>
#include <set>

#include "base/sha256.hpp"
#include "rapport/writer.hpp"
#include "report/artifact_path.hpp"
#include "report/json_values.hpp"
#include "report/results.hpp"

namespace rapport {
namespace {

std::string_view severity_of(const ResultItem& item) {
  switch (item.severity) {
    case Severity::note:
      return "info";
    case Severity::warning:
      return "minor";
    case Severity::error:
      return "major";
  }
  return "minor";
}

// GitLab compares whole reports by fingerprint alone, so that the file belongs to it.
std::string fingerprint_of(const ResultItem& item, const std::string& path) {
  return sha256(path + '\n' + item.fingerprint);
}

class GitlabWriter final : public Writer {
 public:
  std::string_view name() const override { return "gitlab"; }
  std::string_view description() const override { return "GitLab code quality"; }

  std::string write(std::span<const Report> reports, const ReportOptions& options) const override {
    Json issues = Json::array();
    std::set<std::string> seen;
    for (const ResultItem& item : open_results_of(reports)) {
      const std::string path = artifact_path(item.where.document, options);
      std::string fingerprint = fingerprint_of(item, path);
      if (!seen.insert(fingerprint).second) continue;  // a file that was given twice
      issues.push_back({{"description", prose(item)},
                        {"check_name", item.rule},
                        {"fingerprint", std::move(fingerprint)},
                        {"severity", severity_of(item)},
                        {"location",
                         {{"path", path},
                          {"lines",
                           {{"begin", item.where.region ? item.where.region->start_line : 1},
                            {"end", item.where.region ? item.where.region->end_line : 1}}}}}});
    }
    return dump(issues, 2) + '\n';
  }
};

}  // namespace

const Writer& gitlab_writer() {
  static const GitlabWriter writer;
  return writer;
}

}  // namespace rapport
