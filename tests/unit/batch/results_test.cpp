#include "batch/results.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <signal.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <functional>
#include <random>
#include <thread>

#include "batch/results_store.hpp"
#include "batch/schema.hpp"
#include "dump.hpp"
#include "sample_records.hpp"
#include "scratch.hpp"

using namespace rapport;
using namespace rapport_test;

namespace {

// Analyses what is not current, as a batch does.
Result<RunSummary> run_batch(const std::string& folder,
                             const std::vector<ApplicationRecord>& records,
                             const RunSettings& settings = sample_settings()) {
  auto results = Results::open(folder, settings);
  if (!results) return fail(std::move(results.error()));
  for (const ApplicationRecord& record : records) {
    if (results->current(record.name, {.fingerprints = {record.fingerprint}})) continue;
    if (auto saved = results->save(record); !saved) return fail(std::move(saved.error()));
    if (auto settled = results->settle(); !settled) return fail(std::move(settled.error()));
  }
  return results->finish();
}

// The exit code of `work` in a child; -1 when a signal ended it.
int in_child(const std::function<int()>& work) {
  const pid_t child = ::fork();
  if (child == 0) ::_exit(work());
  int status = 0;
  ::waitpid(child, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

// A file system of its own, where we may have one.
class SmallDisk {
 public:
  explicit SmallDisk(std::string path) : path_(std::move(path)) {
    std::filesystem::create_directory(path_);
    mounted_ = ::mount("none", path_.c_str(), "tmpfs", 0, "size=600k") == 0;
  }
  ~SmallDisk() {
    if (mounted_) ::umount2(path_.c_str(), MNT_DETACH);
  }
  SmallDisk(const SmallDisk&) = delete;
  SmallDisk& operator=(const SmallDisk&) = delete;
  [[nodiscard]] bool mounted() const { return mounted_; }

 private:
  std::string path_;
  bool mounted_ = false;
};

std::vector<std::string> names_in(Results& results) {
  std::vector<std::string> names;
  REQUIRE(results.for_each([&](const ApplicationRecord& record) -> Result<void> {
    names.push_back(record.name);
    return {};
  }));
  return names;
}

}  // namespace

TEST_CASE("a record comes out of the database as it went in, but for its phrases") {
  const Scratch scratch;
  ApplicationRecord record = sample_record("smith");
  REQUIRE(run_batch(scratch / "out", {record}));
  auto results = Results::read(scratch / "out");
  REQUIRE(results);
  std::vector<ApplicationRecord> found;
  REQUIRE(results->for_each([&](const ApplicationRecord& each) -> Result<void> {
    found.push_back(each);
    return {};
  }));
  REQUIRE(found.size() == 1);
  auto with_phrases = load_record(results->store().db, "smith", Phrases::load);
  REQUIRE(with_phrases);
  CHECK(*with_phrases == record);
  record.phrases.clear();
  CHECK(found.front() == record);
  CHECK(results->settings().value() == sample_settings());
}

TEST_CASE("what was saved with the same fingerprint is current, and nothing else is") {
  const Scratch scratch;
  REQUIRE(run_batch(scratch / "out", {sample_record("smith"), sample_record("late", "")}));
  auto results = Results::open(scratch / "out", sample_settings());
  REQUIRE(results);
  CHECK(results->current("smith", {.fingerprints = {sample_record("smith").fingerprint}}));
  CHECK_FALSE(results->current("smith", {.fingerprints = {"other"}}));
  CHECK_FALSE(results->current("jones", {.fingerprints = {sample_record("smith").fingerprint}}));
  CHECK_FALSE(results->current("late", {.fingerprints = {""}}));
}

TEST_CASE("what is current is so under any of its fingerprints, and with all that is wanted") {
  const Scratch scratch;
  auto calm = sample_record("calm", "1");
  calm.documents.pop_back();
  auto unread = sample_record("unread", "2");
  unread.skills.clear();
  REQUIRE(run_batch(scratch / "out", {calm, sample_record("smith", "3"), unread}));
  auto results = Results::open(scratch / "out", sample_settings());
  REQUIRE(results);
  CHECK(results->current("calm", {.fingerprints = {"9", "1"}, .readable = true}));
  CHECK_FALSE(results->current("calm", {.fingerprints = {"1"}, .page = false}));
  CHECK_FALSE(results->current("smith", {.fingerprints = {"3"}, .readable = true}));
  CHECK(results->current("unread", {.fingerprints = {"2"}, .page = false}));
  CHECK(results->finish()->current == 2);
}

TEST_CASE("what was saved is safe once it is settled, and not before") {
  const Scratch scratch;
  {
    auto results = Results::open(scratch / "out", sample_settings());
    REQUIRE(results);
    REQUIRE(results->save(sample_record("jones")));
    REQUIRE(results->settle());
    REQUIRE(results->save(sample_record("smith")));
  }
  auto results = Results::read(scratch / "out");
  REQUIRE(results);
  CHECK(names_in(*results) == std::vector<std::string>{"jones"});
}

TEST_CASE("limits count for a fingerprint where they are given") {
  const auto documents = sample_record("smith").documents;
  const std::string plain = application_fingerprint(documents, sample_settings());
  const std::string tight = application_fingerprint(documents, sample_settings(), "20 s");
  CHECK(application_fingerprint(documents, sample_settings(), "") == plain);
  CHECK(tight != plain);
  CHECK(tight != application_fingerprint(documents, sample_settings(), "30 s"));
}

TEST_CASE("a fingerprint changes with the documents, the rules and the options alone") {
  const RunSettings settings = sample_settings();
  const auto documents = sample_record("smith").documents;
  const std::string plain = application_fingerprint(documents, settings);
  CHECK(plain.size() == 64);
  auto turned = documents;
  std::reverse(turned.begin(), turned.end());
  CHECK(application_fingerprint(turned, settings) == plain);
  const auto changed = [&](const auto& change) {
    auto other_documents = documents;
    RunSettings other = settings;
    change(other_documents, other);
    return application_fingerprint(other_documents, other);
  };
  CHECK(changed([](auto& docs, auto&) { docs[0].sha256 = "ff"; }) != plain);
  CHECK(changed([](auto& docs, auto&) { docs[0].path = "other.pdf"; }) != plain);
  CHECK(changed([](auto& docs, auto&) { docs.pop_back(); }) != plain);
  CHECK(changed([](auto& docs, auto&) { docs[0].sha256.clear(); }).empty());
  CHECK(changed([](auto& docs, auto&) { docs[0].kind = "other"; }) == plain);
  CHECK(changed([](auto&, auto& s) { s.program = "9"; }) != plain);
  CHECK(changed([](auto&, auto& s) { s.lexicon = "9"; }) != plain);
  CHECK(changed([](auto&, auto& s) { s.profile = "9"; }) != plain);
  CHECK(changed([](auto&, auto& s) { s.options = "9"; }) != plain);
  CHECK(changed([](auto&, auto& s) { s.postings.push_back({"job.txt", "1"}); }) != plain);
}

TEST_CASE("who is no longer in the inputs is gone, and is back when it is in them again") {
  const Scratch scratch;
  const auto jones = sample_record("jones"), smith = sample_record("smith");
  REQUIRE(run_batch(scratch / "out", {jones, smith}));
  CHECK(run_batch(scratch / "out", {smith})->gone == 1);
  auto results = Results::read(scratch / "out");
  CHECK(names_in(*results) == std::vector<std::string>{"smith"});
  const auto summary = run_batch(scratch / "out", {jones, smith});
  CHECK(summary->current == 2);
  CHECK(summary->saved == 0);
  CHECK(summary->run == 3);
  CHECK(names_in(*results) == std::vector<std::string>{"jones", "smith"});
}

TEST_CASE("a run that was interrupted says nothing of those that it did not reach") {
  const Scratch scratch;
  REQUIRE(run_batch(scratch / "out", {sample_record("jones"), sample_record("smith")}));
  {
    auto results = Results::open(scratch / "out", sample_settings());
    REQUIRE(results);
    CHECK(results->current("jones", {.fingerprints = {sample_record("jones").fingerprint}}));
  }
  auto results = Results::read(scratch / "out");
  CHECK(names_in(*results).size() == 2);
}

TEST_CASE("a run that changes nothing leaves no trace") {
  const Scratch scratch;
  const std::vector records{sample_record("jones"), sample_record("late", "")};
  REQUIRE(run_batch(scratch / "out", records));
  const std::string before = dump(scratch / "out", Dates::keep_runs);
  const auto summary = run_batch(scratch / "out", records);
  CHECK_FALSE(summary->changed);
  CHECK(summary->saved == 1);
  CHECK(summary->run == 1);
  CHECK(dump(scratch / "out", Dates::keep_runs) == before);
}

TEST_CASE("the order in which applications are saved leaves no trace") {
  const Scratch scratch;
  auto records = sample_cohort(40);
  REQUIRE(run_batch(scratch / "a", records));
  std::shuffle(records.begin(), records.end(), std::mt19937(7));
  REQUIRE(run_batch(scratch / "b", records));
  CHECK(dump(scratch / "a") == dump(scratch / "b"));
}

TEST_CASE("several threads may save at once") {
  const Scratch scratch;
  const auto records = sample_cohort(60);
  {
    auto results = Results::open(scratch / "out", sample_settings());
    REQUIRE(results);
    std::vector<std::thread> threads;
    for (std::size_t t = 0; t < 3; ++t)
      threads.emplace_back([&, t] {
        for (std::size_t i = t; i < records.size(); i += 3)
          if (!results->current(records[i].name, {.fingerprints = {""}}))
            static_cast<void>(results->save(records[i]));
      });
    for (std::thread& thread : threads) thread.join();
    REQUIRE(results->finish());
  }
  REQUIRE(run_batch(scratch / "alone", records));
  CHECK(dump(scratch / "out") == dump(scratch / "alone"));
}

TEST_CASE("killed at random moments and run again, a batch ends as if nothing had happened") {
  const Scratch scratch;
  const auto records = sample_cohort(150);
  const auto first = sample_cohort(150, 1);
  REQUIRE(run_batch(scratch / "calm", first));
  REQUIRE(run_batch(scratch / "calm", records));
  REQUIRE(run_batch(scratch / "killed", first));
  std::mt19937 random(11);
  for (int kill = 0; kill < 6; ++kill) {
    const pid_t child = ::fork();
    if (child == 0) {
      static_cast<void>(run_batch(scratch / "killed", records));
      ::_exit(0);
    }
    ::usleep(static_cast<useconds_t>(2'000 + random() % 30'000));
    ::kill(child, SIGKILL);
    ::waitpid(child, nullptr, 0);
    auto db = Sqlite::open(scratch / "killed/results.db", Sqlite::Access::read);
    REQUIRE(db);
    CHECK(is_whole(*db));
  }
  REQUIRE(run_batch(scratch / "killed", records));
  CHECK(dump(scratch / "killed") == dump(scratch / "calm"));
}

TEST_CASE("progress tells who rose and fell since the last run by new documents") {
  const Scratch scratch;
  ApplicationRecord smith = sample_record("smith"), jones = sample_record("jones");
  REQUIRE(run_batch(scratch / "out", {smith, jones}));
  smith.documents[0].sha256 = "new";
  smith.fingerprint = "new";
  smith.skills[1].level = Level::demonstrated;
  smith.skills[0].level = Level::claimed;
  REQUIRE(run_batch(scratch / "out", {smith, jones}));
  CHECK(rows(scratch / "out", "SELECT * FROM progress") ==
        "smith|empathy|Empathy|missing|demonstrated|rose\n"
        "smith|listening|Listening|quantified|claimed|fell\n");
  // The rules change what jones is said to have; jones did nothing.
  jones.fingerprint = "rules";
  jones.skills[1].level = Level::claimed;
  REQUIRE(run_batch(scratch / "out", {smith, jones}));
  CHECK(rows(scratch / "out", "SELECT * FROM progress").empty());
  CHECK(rows(scratch / "out", "SELECT application, after, cause FROM changes WHERE run = 3") ==
        "jones|claimed|rules\n");
}

TEST_CASE("a second batch on the same folder is refused while the first lives") {
  const Scratch scratch;
  auto results = Results::open(scratch / "out", sample_settings());
  REQUIRE(results);
  CHECK(in_child([&] {
          const auto second = Results::open(scratch / "out", sample_settings());
          return !second && second.error().message.starts_with("another batch") ? 0 : 1;
        }) == 0);
}

TEST_CASE("the lock of a batch that was killed is gone, though its children live") {
  const Scratch scratch;
  int ready[2];
  REQUIRE(::pipe(ready) == 0);
  const pid_t batch = ::fork();
  if (batch == 0) {
    auto results = Results::open(scratch / "out", sample_settings());
    const pid_t grandchild = ::fork();
    if (grandchild == 0) {
      ::sleep(30);
      ::_exit(0);
    }
    (void)!::write(ready[1], &grandchild, sizeof grandchild);
    ::sleep(30);
    ::_exit(0);
  }
  pid_t grandchild = 0;
  REQUIRE(::read(ready[0], &grandchild, sizeof grandchild) == sizeof grandchild);
  ::kill(batch, SIGKILL);
  ::waitpid(batch, nullptr, 0);
  CHECK(Results::open(scratch / "out", sample_settings()));
  ::kill(grandchild, SIGKILL);
}

TEST_CASE("what is no results database of ours is told and left alone") {
  const Scratch scratch;
  const auto message = [&](const std::string& folder) {
    const auto results = Results::open(scratch / folder, sample_settings());
    return results ? "opened" : results.error().to_string();
  };
  const std::string text = scratch.file("text/results.db", std::string(4096, 'x'));
  CHECK(message("text") ==
        text + ": is no results database (name another folder, or remove the file)");
  CHECK(content_of(text) == std::string(4096, 'x'));

  scratch.file("foreign/keep");
  auto foreign = Sqlite::open(scratch / "foreign/results.db", Sqlite::Access::write);
  REQUIRE(foreign->script("CREATE TABLE cats(name)"));
  CHECK(message("foreign").ends_with("is a database of another program (name another folder)"));

  REQUIRE(run_batch(scratch / "newer", {}));
  {
    auto newer = Sqlite::open(scratch / "newer/results.db", Sqlite::Access::write);
    REQUIRE(newer->script("PRAGMA user_version = 99"));
  }
  CHECK(message("newer").find("was made by a newer version of rapport") != std::string::npos);

  scratch.file("file");
  CHECK(message("file/out").find("cannot be written: Not a directory") != std::string::npos);
  CHECK(Results::read(scratch / "nowhere").error().message == "does not exist");
}

TEST_CASE("a results database in a folder that may not be written is read all the same") {
  const Scratch scratch;
  REQUIRE(run_batch(scratch / "out", {sample_record("smith")}));
  std::filesystem::permissions(scratch.path(), std::filesystem::perms(0755));
  std::filesystem::permissions(scratch / "out", std::filesystem::perms(0555));
  CHECK(in_child([&] {
          // Root may write everywhere, so the test is somebody else's.
          if (::getuid() == 0 && ::setuid(65534) != 0) return 2;
          const auto opened = Results::open(scratch / "out", sample_settings());
          if (opened || !opened.error().message.starts_with("cannot be written")) return 1;
          auto results = Results::read(scratch / "out");
          if (!results) return 3;
          std::size_t count = 0;
          auto visited = results->for_each([&](const ApplicationRecord&) -> Result<void> {
            ++count;
            return {};
          });
          return visited && count == 1 ? 0 : 4;
        }) == 0);
  std::filesystem::permissions(scratch / "out", std::filesystem::perms(0755));
}

TEST_CASE("a full disk is told, and costs nothing of what was saved before") {
  const Scratch scratch;
  const auto records = sample_cohort(400);
  const int code = in_child([&] {
    ::signal(SIGXFSZ, SIG_IGN);
    const rlimit limit{.rlim_cur = 300'000, .rlim_max = 300'000};
    ::setrlimit(RLIMIT_FSIZE, &limit);
    const auto run = run_batch(scratch / "out", records);
    return !run && run.error().kind == ErrorKind::output &&
                   run.error().message.starts_with("cannot be ")
               ? 0
               : 1;
  });
  CHECK(code == 0);
  {
    auto results = Results::read(scratch / "out");
    REQUIRE(results);
    CHECK(is_whole(results->store().db));
    const std::size_t kept = names_in(*results).size();
    CHECK(kept > 0);
    CHECK(kept < records.size());
  }
  const auto again = run_batch(scratch / "out", records);
  REQUIRE(again);
  CHECK(again->current > 0);
  REQUIRE(run_batch(scratch / "calm", records));
  CHECK(dump(scratch / "out") == dump(scratch / "calm"));
}

TEST_CASE("a file system without room is told by that name") {
  const Scratch scratch;
  const SmallDisk disk(scratch / "small");
  if (!disk.mounted()) return;  // only root may
  const auto run = run_batch(scratch / "small/out", sample_cohort(400));
  REQUIRE_FALSE(run);
  CHECK(run.error().message == "cannot be written: the disk is full");
  auto results = Results::read(scratch / "small/out");
  REQUIRE(results);
  CHECK(is_whole(results->store().db));
  CHECK_FALSE(names_in(*results).empty());
}

TEST_CASE("names and pseudonyms never come into one database") {
  const Scratch scratch;
  RunSettings secret = sample_settings();
  secret.anonymous = "salt-1";
  REQUIRE(run_batch(scratch / "plain", {}));
  REQUIRE(run_batch(scratch / "secret", {}, secret));
  CHECK(run_batch(scratch / "plain", {}, secret).error().message ==
        "holds names, and pseudonyms were asked for");
  CHECK(run_batch(scratch / "secret", {}).error().message == "holds pseudonyms");
  secret.anonymous = "salt-2";
  CHECK(run_batch(scratch / "secret", {}, secret).error().message ==
        "holds pseudonyms that were made with another salt");
}
