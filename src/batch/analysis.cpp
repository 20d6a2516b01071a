#include "batch/analysis.hpp"

#include <filesystem>
#include <utility>

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

void add_unreadable(const std::string& path, Error error, std::vector<DocumentRecord>& documents,
                    std::vector<Error>& errors) {
  documents.push_back(unreadable_document(path, error));
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

Analysed Analyst::analyse(const ApplicationFiles& application) const {
  Analysed made;
  Files files;
  if (const auto crowd = overcrowded(application)) {
    for (const std::string& path : application.paths)
      add_unreadable(path, *crowd, files.documents, made.errors);
    made.record = make_record(application.name, std::move(files.documents));
    return made;
  }
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
  made.record.name = application.name;
  made.record.fingerprint = application_fingerprint(files.documents, means_.settings);
  made.current = current(made.record);
  if (made.current) return made;
  const std::string fingerprint = made.record.fingerprint;
  const Application read_one = read(files, made.errors);
  made.record = make_record(application.name, std::move(files.documents), read_one,
                            means_.pipeline.lexicon());
  made.record.fingerprint = fingerprint;
  if (made.record.was_read() && means_.anonymiser == nullptr)
    made.page = write_page(application.name, read_one);
  return made;
}

bool Analyst::current(const ApplicationRecord& record) const {
  if (means_.anonymiser != nullptr)
    return results_.current(means_.anonymiser->applicant(record.name),
                            means_.anonymiser->fingerprint(record.fingerprint));
  return results_.current(record.name, record.fingerprint);
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
                          writer("html")->write({&report, 1}, {}));
}

}  // namespace rapport
