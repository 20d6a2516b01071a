#include "batch/cohort_files.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <utility>

#include "base/descriptor.hpp"
#include "base/sha256.hpp"
#include "base/whole_file.hpp"
#include "batch/sqlite.hpp"

namespace rapport {

namespace {

namespace fs = std::filesystem;

bool is_safe(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
}

constexpr const char* file_names[] = {"index.html", "summary.csv", "results.jsonl"};

// What a drawing that was killed left behind: "index.html.Xy12ab".
void remove_leftovers(const std::string& folder) {
  std::error_code code;
  for (fs::directory_iterator at(folder, code); !code && at != fs::directory_iterator();
       at.increment(code)) {
    const std::string name = at->path().filename().string();
    const std::string stem = name.substr(0, name.rfind('.'));
    const bool ours =
        std::find(std::begin(file_names), std::end(file_names), stem) != std::end(file_names) &&
        name.size() == stem.size() + 7;
    std::error_code ignored;
    if (ours) fs::remove(at->path(), ignored);
  }
}

// A line for each application, however many there are.
Result<void> write_lines(Results& results, const std::string& path) {
  constexpr std::size_t enough = std::size_t{256} << 10U;
  auto file = WholeFile::begin(path);
  if (!file) return fail(std::move(file.error()));
  std::string held;
  auto written = results.for_each([&](const ApplicationRecord& record) -> Result<void> {
    held += json_line(record);
    if (held.size() < enough) return {};
    auto done = file->write(held);
    held.clear();
    return done;
  });
  return written.and_then([&] { return file->write(held); }).and_then([&] {
    return file->commit();
  });
}

}  // namespace

std::string applicant_page(const std::string& name) {
  constexpr std::size_t longest = 80;
  std::string safe;
  for (const char c : name.substr(0, longest)) {
    const char small = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    safe += is_safe(small) ? small : '-';
  }
  if (safe != name || safe.starts_with('-')) safe += '-' + sha256(name).substr(0, 12);
  return fmt::format("applicants/{}.html", safe);
}

bool is_whole_page(const std::string& path) {
  constexpr std::string_view end = "</html>\n";
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  struct stat status {};
  if (!file.open() || ::fstat(file.get(), &status) != 0) return false;
  char last[end.size()];
  return ::pread(file.get(), last, sizeof last, status.st_size - off_t{sizeof last}) ==
             ssize_t{sizeof last} &&
         std::string_view(last, sizeof last) == end;
}

namespace {

// Whoever only reads a database in WAL mode leaves two files beside it; who may write it, and is
// the last to close it, takes them away.
void tidy(const std::string& folder) {
  const auto closed =
      Sqlite::open((fs::path(folder) / results_file).string(), Sqlite::Access::write);
  static_cast<void>(closed);
}

// No report leads to the page of somebody who is gone, and it holds that person's words.
Result<void> remove_pages_of_gone(Results& results, const std::string& folder) {
  const auto names = results.gone();
  if (!names) return fail(names.error());
  for (const std::string& name : *names) {
    const std::string page = (fs::path(folder) / applicant_page(name)).string();
    std::error_code code;
    fs::remove(page, code);
    if (code) {
      return fail(Error{.kind = ErrorKind::output,
                        .subject = page,
                        .message = fmt::format("of an applicant who is gone, cannot be removed: {}",
                                               code.message()),
                        .remedy = "remove it yourself"});
    }
  }
  return {};
}

Result<std::vector<std::string>> draw_all(const std::string& folder) {
  auto results = Results::read(folder);
  if (!results) return fail(std::move(results.error()));
  remove_leftovers(folder);
  std::vector<std::string> paths;
  for (const char* name : file_names) paths.push_back((fs::path(folder) / name).string());
  const auto report = cohort_report(*results, folder);
  if (!report) return fail(report.error());
  auto drawn = write_whole_file(paths[0], cohort_html(*report))
                   .and_then([&] { return write_whole_file(paths[1], cohort_csv(*report)); })
                   .and_then([&] { return write_lines(*results, paths[2]); });
  if (!drawn) return fail(std::move(drawn.error()));
  if (auto removed = remove_pages_of_gone(*results, folder); !removed)
    return fail(std::move(removed.error()));
  return paths;
}

}  // namespace

Result<std::vector<std::string>> draw_reports(const std::string& folder) {
  auto paths = draw_all(folder);
  if (paths) tidy(folder);
  return paths;
}

}  // namespace rapport
