#include "batch/anonymous.hpp"

#include <doctest/doctest.h>
#include <sys/stat.h>

#include <algorithm>
#include <filesystem>

#include "batch/cohort_files.hpp"
#include "batch/pipeline.hpp"
#include "sample_records.hpp"
#include "scratch.hpp"

using namespace rapport;
using namespace rapport_test;

namespace {

namespace fs = std::filesystem;

const Anonymiser anonymiser("0123456789abcdef");

struct Person {
  std::string folder{};
  std::string resume{};
};

// Whatever could give one of them away: words that are in no lexicon.
const std::vector<Person> people = {
    {"Zebulon Quarrington",
     "Zebulon Quarrington\nzebulon@quarrington.example.com\n555-0142\n12 Wisteria Crescent\n\n"
     "WORK AT Plonksworth GmbH\n"
     "- Calmed 40 upset callers a day for Plonksworth in Wobbleton\n"
     "- Listened to Mr. Fizzlewick and resolved his complaint\n"
     "- Team player, team player, team player\n"
     "- Was responsible for the Snorkelby account\n"},
    {"Griselda Umberfield",
     "Griselda Umberfield\ngrisel.umber@example.com\n\nEXPERIENCE\n"
     "- Explained the Yttrivale tariff to 30 guests a day with patience\n"
     "- Responsible for the Yttrivale desk\n"}};

const std::vector<std::string> secrets = {
    "Zebulon",   "Quarrington",       "example.com",  "0142",
    "Wisteria",  "Plonksworth",       "Wobbleton",    "Fizzlewick",
    "Snorkelby", "Griselda",          "Umberfield",   "grisel.umber",
    "Yttrivale", "40 upset",          "30 guests",    "resolved his complaint",
    "tariff",    "team player, team", "salary-secret"};

// The record that a batch would make of a resume, with a document that cannot be read.
ApplicationRecord record_of(const std::string& folder, const std::string& name,
                            const Pipeline& pipeline, const Profile& profile) {
  const std::string path = folder + "/" + name + "/resume.txt";
  auto reading = pipeline.read(path);
  REQUIRE(reading);
  pipeline.proofread(*reading);
  std::vector<Reading> readings;
  readings.push_back(std::move(*reading));
  const Application application = assess(std::move(readings), profile, pipeline.lexicon());
  const std::string locked = folder + "/" + name + "/salary-secret.pdf";
  auto record =
      make_record(name,
                  {{.path = path, .sha256 = "00", .bytes = 7},
                   unreadable_document(locked, {.subject = locked,
                                                .message = "is a folder",
                                                .remedy = "use: rapport batch " + locked})},
                  application, pipeline.lexicon());
  record.fingerprint = "f";
  return record;
}

bool has(const std::string& text, const std::string& secret) {
  const auto same = [](char a, char b) { return std::tolower(a) == std::tolower(b); };
  return std::search(text.begin(), text.end(), secret.begin(), secret.end(), same) != text.end();
}

void check_no_secret(const std::string& file, const std::string& content, bool expected) {
  bool found = false;
  for (const std::string& secret : secrets) {
    const bool here = has(content, secret);
    if (here && !expected) FAIL_CHECK(file << " holds " << secret);
    found = found || here;
  }
  CHECK(found == expected);
}

}  // namespace

TEST_CASE("neither the database, nor its log, nor a report holds what could name somebody") {
  const Scratch scratch;
  for (const Person& person : people)
    scratch.file("in/" + person.folder + "/resume.txt", person.resume);
  auto pipeline = Pipeline::make({});
  REQUIRE(pipeline);
  const Profile profile = load_profile("all", (*pipeline)->lexicon()).value();
  RunSettings settings = run_settings("1", (*pipeline)->lexicon(), profile);
  settings.postings = {{.name = scratch / "Zebulon.txt", .sha256 = "1"}};
  settings.options = "from=" + scratch / "in";

  const auto fill = [&](const std::string& out, bool anonymous) {
    auto results = Results::open(out, anonymous ? anonymiser.anonymous(settings) : settings);
    REQUIRE(results);
    for (const Person& person : people) {
      const auto record = record_of(scratch / "in", person.folder, **pipeline, profile);
      REQUIRE(results->save(anonymous ? anonymiser.anonymous(record) : record));
    }
    const Error shut{.subject = scratch / "in/Griselda", .message = "cannot be read: Griselda"};
    // While it is open, the log is there.
    CHECK(fs::file_size(out + "/results.db-wal") > 0);
    check_no_secret("log", content_of(out + "/results.db-wal"), !anonymous);
    REQUIRE(results->finish({anonymous ? anonymiser.anonymous(shut) : shut}));
    REQUIRE(draw_reports(out));
    for (const fs::directory_entry& entry : fs::directory_iterator(out)) {
      const std::string name = entry.path().filename().string();
      if (name == ".lock" || name.ends_with("-wal") || name.ends_with("-shm")) continue;
      CAPTURE(name);
      check_no_secret(name, content_of(entry.path().string()), !anonymous);
    }
  };
  fill(scratch / "open", false);  // the test can find what it looks for
  fill(scratch / "secret", true);
}

TEST_CASE("a pseudonym is the same for the same salt, and tells nothing without it") {
  const Anonymiser other("fedcba9876543210");
  CHECK(anonymiser.applicant("smith") == anonymiser.applicant("smith"));
  CHECK(anonymiser.applicant("smith").starts_with("applicant-"));
  CHECK(anonymiser.applicant("smith").size() == std::string("applicant-").size() + 16);
  CHECK(anonymiser.applicant("smith") != anonymiser.applicant("Smith"));
  CHECK(anonymiser.applicant("smith") != other.applicant("smith"));
  CHECK(anonymiser.applicant("smith").substr(10) != anonymiser.document("smith").substr(9));
  CHECK(anonymiser.id() != other.id());
  CHECK(anonymiser.fingerprint("").empty());
}

TEST_CASE("levels, places and counts stay in an anonymous record") {
  const ApplicationRecord record = sample_record("smith");
  const ApplicationRecord other = anonymiser.anonymous(record);
  CHECK(other.covered == record.covered);
  REQUIRE(other.skills.size() == record.skills.size());
  CHECK(other.skills[0].level == Level::quantified);
  CHECK(other.skills[0].evidence[0].place == record.skills[0].evidence[0].place);
  CHECK(other.skills[0].evidence[0].pattern == "lexicons/en/listening.toml:12");
  CHECK(other.findings[0].title == "Columns");
  CHECK(other.documents[1].trouble->cause == "is damaged");
  CHECK(other.documents[1].trouble->remedy == "get a fresh copy");
  CHECK(other.phrases[0].words == 6);
}

TEST_CASE("of an error, words that are not known to be harmless are left out") {
  const auto said = [](const std::string& message) {
    return anonymiser.anonymous(Error{.subject = "in/smith.pdf", .message = message}).message;
  };
  CHECK(said("is locked with a password") == "is locked with a password");
  CHECK(said("took longer than 30 s") == "took longer than 30 s");
  CHECK(said("Smith is locked") == "could not be read");
  CHECK(said("cannot open /home/x") == "could not be read");
  CHECK(said("begins with “Dear”") == "could not be read");
}

TEST_CASE("a salt is made once, for its owner alone") {
  const Scratch scratch;
  const std::string path = scratch / "deep/salt";
  const auto first = Anonymiser::load(path);
  REQUIRE(first);
  struct stat status {};
  REQUIRE(::stat(path.c_str(), &status) == 0);
  CHECK((status.st_mode & 0777) == 0600);
  CHECK(content_of(path).size() == 65);
  CHECK(Anonymiser::load(path)->id() == first->id());
  CHECK(Anonymiser::load(scratch / "other")->id() != first->id());
  CHECK(std::distance(fs::directory_iterator(scratch / "deep"), fs::directory_iterator()) == 1);
  CHECK(Anonymiser::load(scratch.file("short", "abc\n")).error().message ==
        "holds no salt: 16 to 4096 bytes are wanted");
  CHECK(Anonymiser::load(scratch.file("big", std::string(5000, 'x'))).error().subject ==
        scratch / "big");
}

TEST_CASE("the salt is kept beside the results, not in them") {
  CHECK(Anonymiser::salt_file_for("out") == "out.salt");
  CHECK(Anonymiser::salt_file_for("a/out/") == "a/out.salt");
  CHECK(Anonymiser::salt_file_for(".") == fs::current_path().string() + ".salt");
}
