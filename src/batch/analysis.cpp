#include "batch/analysis.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <utility>

#include "base/descriptor.hpp"
#include "base/sha256.hpp"
#include "base/whole_file.hpp"
#include "batch/cohort_files.hpp"
#include "rapport/writer.hpp"

namespace rapport {

// Documents and, side by side with them, their bytes; those that could not be loaded have none.
struct Analyst::Files {
  std::vector<DocumentRecord> documents{};
  std::vector<Input> inputs{};
};

namespace {

namespace fs = std::filesystem;

// Without content there is still something to know it by.
bool is_empty_file(const std::string& path) {
  std::error_code code;
  return fs::is_regular_file(path, code) && fs::file_size(path, code) == 0 && !code;
}

void add_unreadable(const std::string& path, Error error, std::vector<DocumentRecord>& documents,
                    std::vector<Error>& errors) {
  documents.push_back(unreadable_document(path, error));
  if (is_empty_file(path)) documents.back().sha256 = sha256("");
  errors.push_back(std::move(error));
}

// The trouble alone: what is known of the file stays.
void refuse(DocumentRecord& document, Error error, std::vector<Error>& errors) {
  document.trouble = unreadable_document(document.path, error).trouble;
  errors.push_back(std::move(error));
}

// What a run that was killed had begun to write.
void remove_unfinished(const fs::path& folder) {
  std::error_code ignored;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder, ignored)) {
    if (entry.path().extension() != ".html") fs::remove(entry.path(), ignored);
  }
}

}  // namespace

Analyst::Analyst(const Means& means, Results& results, std::string folder)
    : means_(means), results_(results), folder_(std::move(folder)) {
  const fs::path pages = (fs::path(folder_) / applicant_page("anybody")).parent_path();
  std::error_code ignored;  // whoever writes a page there will tell
  fs::create_directories(pages, ignored);
  remove_unfinished(pages);
}

Analysed Analyst::load_all(const ApplicationFiles& application, Files& files) const {
  Analysed made;
  made.record.name = application.name;
  for (const std::string& path : application.paths) {
    auto input = load(path);
    if (!input) {
      add_unreadable(path, std::move(input.error()), files.documents, made.errors);
      files.inputs.emplace_back();
      continue;
    }
    files.documents.push_back(
        {.path = path, .sha256 = sha256(input->bytes), .bytes = input->bytes.size()});
    files.inputs.push_back(std::move(*input));
  }
  return made;
}

Analysed Analyst::analyse(const ApplicationFiles& application) const {
  Files files;
  if (const auto crowd = overcrowded(application)) {
    Analysed refused;
    for (const std::string& path : application.paths)
      add_unreadable(path, *crowd, files.documents, refused.errors);
    refused.record = make_record(application.name, std::move(files.documents));
    return refused;
  }
  Analysed made = load_all(application, files);
  made.current = current(application.name, files);
  if (made.current) {
    made.errors.clear();  // known since an earlier run
    return made;
  }
  const Application read_one = read(files, made.errors);
  std::string print = fingerprint(files, made.errors);
  made.record = make_record(application.name, std::move(files.documents), read_one,
                            means_.pipeline.lexicon());
  made.record.fingerprint = std::move(print);
  if (made.record.was_read() && means_.anonymiser == nullptr)
    made.page = write_page(application.name, read_one);
  return made;
}

bool Analyst::current(const std::string& name, const Files& files) const {
  Wanted wanted{
      .fingerprints = {application_fingerprint(files.documents, means_.settings),
                       application_fingerprint(files.documents, means_.settings, means_.limits)},
      .readable = means_.retry};
  if (means_.anonymiser == nullptr) {
    wanted.page = is_whole_page((fs::path(folder_) / applicant_page(name)).string());
    return results_.current(name, wanted);
  }
  for (std::string& print : wanted.fingerprints) print = means_.anonymiser->fingerprint(print);
  return results_.current(means_.anonymiser->applicant(name), wanted);
}

// What passes leaves none, so that the next run tries again.
std::string Analyst::fingerprint(const Files& files, const std::vector<Error>& errors) const {
  const auto any = [&](ErrorKind kind) {
    return std::ranges::find(errors, kind, &Error::kind) != errors.end();
  };
  if (any(ErrorKind::passing)) return "";
  return application_fingerprint(files.documents, means_.settings,
                                 any(ErrorKind::limit) ? means_.limits : "");
}

Application Analyst::read(Files& files, std::vector<Error>& errors) const {
  std::vector<Reading> readings;
  for (std::size_t i = 0; i < files.documents.size(); ++i) {
    if (files.documents[i].trouble) continue;
    auto reading = means_.pipeline.read(files.inputs[i]);
    files.inputs[i] = {};
    if (!reading) {
      refuse(files.documents[i], std::move(reading.error()), errors);
      continue;
    }
    means_.pipeline.proofread(*reading);
    readings.push_back(std::move(*reading));
  }
  const Lexicon& lexicon = means_.pipeline.lexicon();
  Application application = assess(std::move(readings), means_.profile, lexicon);
  if (!means_.postings.empty())
    application.comparison = compare(means_.postings, application, lexicon);
  return application;
}

// In the thread that made it: waiting for the disk holds up nobody else.
Result<void> Analyst::write_page(const std::string& name, const Application& application) const {
  const Report report{.application = &application, .lexicon = &means_.pipeline.lexicon()};
  return write_whole_file((fs::path(folder_) / applicant_page(name)).string(),
                          writer("html")->write({&report, 1}, {}), WholeFile::Flush::at_leisure);
}

// All pages at once, where each on its own would wait for the disk.
Result<void> Analyst::flush() const {
  const Descriptor folder(::open(folder_.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (folder.open() && ::syncfs(folder.get()) == 0) return {};
  return fail({.kind = ErrorKind::output,
               .subject = folder_,
               .message = fmt::format("cannot be written: {}", std::strerror(errno)),
               .remedy = "check the disk, then run the same command again"});
}

}  // namespace rapport
