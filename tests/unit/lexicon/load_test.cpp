#include <doctest/doctest.h>
#include <sys/stat.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>

#include "base/bounds.hpp"
#include "rapport/lexicon.hpp"

using namespace rapport;

namespace {

// A folder with one lexicon file in it, gone when the test ends.
class Folder {
 public:
  explicit Folder(std::string_view text, const char* name = "tact.toml") {
    std::filesystem::remove_all(path_);  // what a run that was stopped left
    std::filesystem::create_directories(path_);
    std::ofstream(path_ / name) << text;
  }
  ~Folder() { std::filesystem::remove_all(path_); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  std::string path() const { return path_.string(); }

 private:
  std::filesystem::path path_ = std::filesystem::path(RAPPORT_BINARY_DIR) / "load_test";
};

constexpr std::string_view head = "id = 'tact'\ntitle = 'Tact'\nabout = 'Says it kindly.'\n";

Error fault_of(std::string_view body) {
  const Folder folder(std::string(head) + std::string(body));
  const auto lexicon = load_lexicon({folder.path()});
  REQUIRE_FALSE(lexicon);
  return lexicon.error();
}

}  // namespace

TEST_CASE("the built-in lexicon loads and serves every built-in profile") {
  const auto lexicon = load_lexicon();
  REQUIRE(lexicon);
  CHECK(lexicon->skills.size() >= 17);
  for (const std::string& name : builtin_profiles()) {
    const auto profile = load_profile(name, *lexicon);
    REQUIRE_MESSAGE(profile, profile.error().to_string());
    CHECK_FALSE(profile->source.empty());
  }
  CHECK(load_profile("all", *lexicon)->entries.size() == lexicon->skills.size());
}

TEST_CASE("the published profiles have their skills in the source's order") {
  const auto lexicon = load_lexicon();
  const auto profile = load_profile("customer-service", lexicon.value());
  REQUIRE(profile.has_value());
  REQUIRE(profile->entries.size() == 10);
  CHECK(profile->entries.front().skill == "communication");
  CHECK(profile->entries[2].also == std::vector<std::string>{"patience"});
  CHECK(profile->entries.back().skill == "humor");
  CHECK(load_profile("service-essentials", *lexicon)->entries.size() == 10);
  CHECK(load_profile("interview", *lexicon)->entries.size() == 9);
}

TEST_CASE("a new skill is one new file") {
  const Folder folder(std::string(head) +
                      "[[evidence]]\nlevel = 'demonstrated'\npattern = 'broke bad news gently'\n");
  const auto lexicon = load_lexicon({folder.path()});
  REQUIRE(lexicon);
  const Skill* skill = lexicon->find("tact");
  REQUIRE(skill);
  CHECK(skill->evidence.size() == 1);
  CHECK(skill->evidence.front().where.line == 6);
}

TEST_CASE("a user's file with a built-in skill's id takes that skill's place") {
  const Folder folder(
      "id = 'listening'\ntitle = 'Ears'\nabout = 'x'\n"
      "[[evidence]]\nlevel = 'claimed'\npattern = 'all ears'\n",
      "my-listening.toml");
  const auto lexicon = load_lexicon({folder.path()});
  REQUIRE(lexicon);
  CHECK(lexicon->find("listening")->title == "Ears");
  CHECK(lexicon->find("listening")->evidence.size() == 1);
}

TEST_CASE("a faulty pattern is told with file, line, column and a caret under it") {
  const Error error = fault_of("[[evidence]]\nlevel = 'claimed'\npattern = 'very (tactful'\n");
  CHECK(error.kind == ErrorKind::configuration);
  CHECK(error.subject.ends_with("tact.toml:6:17"));
  CHECK(error.excerpt == "  pattern = 'very (tactful'\n                  ^");
}

TEST_CASE("what is missing, unknown or of the wrong type in a lexicon is told by name") {
  CHECK(fault_of("[[evidence]]\nlevel = 'claimed'\n").message.find("pattern") != std::string::npos);
  CHECK(fault_of("[[evidence]]\nlevel = 'great'\npattern = 'tactful'\n").message ==
        "no such level: `great`");
  CHECK(fault_of("colour = 'red'\n").message == "unknown key `colour`");
  CHECK(fault_of("[[suggest]]\nkind = 'posting'\ntext = '[x]'\n").message ==
        "no such kind: `posting`");
  CHECK(fault_of("[[veto]]\npattern = 7\n").message == "`pattern` is not a string");
}

TEST_CASE("text that is not TOML is an error with its place") {
  const Error error = fault_of("[[evidence\n");
  CHECK(error.message.starts_with("not valid TOML"));
  CHECK(error.subject.find("tact.toml:4:") != std::string::npos);
}

TEST_CASE("a lexicon folder that is not there is an error") {
  const auto lexicon = load_lexicon({"no/such/folder"});
  REQUIRE_FALSE(lexicon);
  CHECK(lexicon.error().subject == "no/such/folder");
}

TEST_CASE("a lexicon beyond the bound, or one with a pipe in it, is refused and not waited for") {
  const Folder folder(std::string(max_lexicon, '#'));
  std::ofstream(folder.path() + "/more.toml") << "#";
  const auto large = load_lexicon({folder.path()});
  REQUIRE_FALSE(large);
  CHECK(large.error().message == "holds more than 8 MiB of patterns");
  const Folder waiting("", "none.toml");
  REQUIRE(::mkfifo((waiting.path() + "/pipe.toml").c_str(), 0600) == 0);
  const auto pipe = load_lexicon({waiting.path()});
  REQUIRE_FALSE(pipe);
  CHECK(pipe.error().message == "is not a regular file");
}

TEST_CASE("a profile may be a file of the user's, whose skills must exist") {
  const auto lexicon = load_lexicon();
  const Folder folder("id = 'mine'\ntitle = 'Mine'\n[[skill]]\nid = 'listening'\n", "mine.toml");
  const auto profile = load_profile(folder.path() + "/mine.toml", *lexicon);
  REQUIRE_MESSAGE(profile, profile.error().to_string());
  CHECK(profile->entries.front().title == "Listening");

  const Folder wrong("id = 'mine'\ntitle = 'Mine'\n[[skill]]\nid = 'juggling'\n", "mine.toml");
  const auto fault = load_profile(wrong.path() + "/mine.toml", *lexicon);
  REQUIRE_FALSE(fault);
  CHECK(fault.error().message == "no skill `juggling` in the lexicon");
  CHECK_FALSE(load_profile("no-such-profile", *lexicon));
}

namespace {

constexpr std::string_view fault =
    "[[fault]]\nid = 'tired-word'\ntitle = 'Tired'\nseverity = 'note'\nmessage = 'm'\n"
    "remedy = 'r'\n";

}  // namespace

TEST_CASE("a user's file adds a writing fault, and phrases to one that is built in") {
  const Folder folder(std::string(fault) +
                          "[[phrase]]\nfault = 'tired-word'\npattern = 'synergy'\n"
                          "[[phrase]]\nfault = 'cliche'\nwhere = 'opening'\npattern = 'rockstar'\n",
                      "own.toml");
  const auto plain = load_lexicon();
  const auto lexicon = load_lexicon({folder.path()});
  REQUIRE_MESSAGE(lexicon, lexicon.error().to_string());
  REQUIRE(lexicon->faults.size() == plain->faults.size() + 1);
  CHECK(lexicon->faults.back().phrases.size() == 1);
  const auto cliche = [](const Lexicon& of) {
    return *std::ranges::find(of.faults, "cliche", &WritingFault::id);
  };
  CHECK(cliche(*lexicon).phrases.size() == cliche(*plain).phrases.size() + 1);
  CHECK(cliche(*lexicon).phrases.back().position == Phrase::Where::opening);
}

TEST_CASE("a fault of a known id is reworded and keeps its phrases") {
  std::string text(fault);
  text.replace(text.find("tired-word"), 10, "cliche");
  const Folder folder(text, "own.toml");
  const auto lexicon = load_lexicon({folder.path()});
  REQUIRE(lexicon);
  const auto cliche = std::ranges::find(lexicon->faults, "cliche", &WritingFault::id);
  CHECK(cliche->title == "Tired");
  CHECK_FALSE(cliche->phrases.empty());
}

TEST_CASE("slips in writing faults are told where they are") {
  CHECK(fault_of("[[phrase]]\nfault = 'cliché'\npattern = 'a b'\n").message ==
        "no such fault: `cliché`");
  CHECK(fault_of("[[phrase]]\nfault = 'cliche'\nwhere = 'nowhere'\npattern = 'a b'\n").message ==
        "`where` cannot be `nowhere`");
  std::string text(fault);
  text.replace(text.find("tired-word"), 10, "Tired word");
  CHECK(fault_of(text).message == "`Tired word` is no id of a finding");
}
