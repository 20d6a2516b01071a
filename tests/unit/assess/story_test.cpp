#include "assess/story.hpp"

#include <doctest/doctest.h>

#include "rapport/interview.hpp"
#include "rapport/matcher.hpp"
#include "rapport/reader.hpp"

using namespace rapport;

namespace {

// The built-in words for parts; as evidence only "calmed", so that no work on the skills' own
// patterns changes what is told here.
const Lexicon& lexicon() {
  static const Lexicon loaded = [] {
    Lexicon built_in = *load_lexicon();
    EvidenceRule calmed;
    calmed.pattern = "calmed";
    calmed.level = Level::demonstrated;
    EvidenceRule named;
    named.pattern = "empathy";
    for (Skill& skill : built_in.skills) {
      skill.vetoes.clear();
      skill.evidence.clear();
      if (skill.id == "empathy" || skill.id == "self-control") skill.evidence.push_back(calmed);
      if (skill.id == "empathy") skill.evidence.push_back(named);
    }
    return built_in;
  }();
  return loaded;
}

Reading read_text(const std::string& text, DocumentKind kind) {
  static const Matcher matcher = *Matcher::make(lexicon());
  auto extracted = read(Input{.name = "made-up.txt", .bytes = text});
  REQUIRE(extracted.has_value());
  Reading reading{.document = make_document("made-up.txt", std::move(*extracted), kind)};
  reading.evidence = matcher.match(reading.document);
  reading.parts = matcher.parts(reading.document, reading.evidence);
  return reading;
}

const std::string resume_head = "Pat Example\npat@example.com\n\nExperience\n\n";

Reading resume(const std::string& experience) {
  return read_text(resume_head + experience, DocumentKind::resume);
}

Reading letter(const std::string& body) {
  return read_text("Dear Hiring Manager,\n\n" + body + "\n\nSincerely,\nPat Example\n",
                   DocumentKind::cover_letter);
}

Interview interview(std::vector<Reading> readings, const std::string& skill) {
  const Profile profile{.id = "one", .title = "One", .entries = {{skill, skill}}};
  static Application application;  // the sheet cites it
  application = assess(std::move(readings), profile, lexicon());
  return prepare_interview(application, lexicon());
}

// The text of a part of the first skill's story.
std::string told(const Reading& reading, const std::string& skill, StoryPart kind) {
  const Interview sheet = interview({reading}, skill);
  REQUIRE(sheet.skills.size() == 1);
  if (!sheet.skills[0].story) return "no story";
  std::string text;
  for (const Part& part : sheet.skills[0].story->parts) {
    if (part.part != kind) continue;
    text += (text.empty() ? "" : " | ") + std::string(reading.document.slice(part.begin, part.end));
  }
  return text;
}

}  // namespace

TEST_CASE("a sentence is cut into its situation, action and result") {
  const Reading reading = letter(
      "When a guest lost her bag, I calmed her down and called every cab, so that she had it "
      "back by noon.");
  CHECK(told(reading, "empathy", StoryPart::situation) == "When a guest lost her bag");
  CHECK(told(reading, "empathy", StoryPart::action) == "I calmed her down and called every cab");
  CHECK(told(reading, "empathy", StoryPart::result) == "so that she had it back by noon");
}

TEST_CASE("in a letter the sentences before and after belong to the story") {
  const Reading reading = letter(
      "Last winter an elderly tenant called in tears. I calmed her and stayed on the line. She "
      "thanked me in a note.");
  CHECK(told(reading, "empathy", StoryPart::situation) ==
        "Last winter an elderly tenant called in tears.");
  CHECK(told(reading, "empathy", StoryPart::result) == "She thanked me in a note.");
}

TEST_CASE("another paragraph is another story") {
  const Reading reading = letter(
      "Last winter an elderly tenant moved in.\n\nI calmed families at the window.\n\nShe "
      "thanked me in a note.");
  CHECK(told(reading, "empathy", StoryPart::situation).empty());
  CHECK(told(reading, "empathy", StoryPart::result).empty());
}

TEST_CASE("in a resume the lines of the role are the situation") {
  const Reading reading = resume(
      "Night Porter\nExample Inn, Springfield, 2019 - 2022\n- Polished brass.\n- Calmed upset "
      "guests.\n");
  CHECK(told(reading, "empathy", StoryPart::situation).find("Night Porter") != std::string::npos);
  CHECK(told(reading, "empathy", StoryPart::action) == "Calmed upset guests");
}

TEST_CASE("the role is the bullet's own, not the one before it") {
  const Reading reading = resume(
      "Baker, Example Bread, 2015 - 2018\n- Baked bread.\n\nNight Porter, Example Inn, 2019 - "
      "2022\n- Calmed upset guests.\n");
  const std::string situation = told(reading, "empathy", StoryPart::situation);
  CHECK(situation.find("Night Porter") != std::string::npos);
  CHECK(situation.find("Baker") == std::string::npos);
}

TEST_CASE("what a story lacks comes as a question to prepare") {
  const Interview sheet = interview({letter("I calmed upset guests at the desk.")}, "empathy");
  REQUIRE(sheet.skills[0].story);
  CHECK(sheet.skills[0].story->missing == std::vector{StoryPart::situation, StoryPart::result});
  CHECK(sheet.skills[0].story->prepare.size() == 2);
}

TEST_CASE("a story with all its parts but no figure is asked for one") {
  const Interview sheet = interview(
      {letter("When the till went down, I calmed upset guests, so that nobody left.")}, "empathy");
  REQUIRE(sheet.skills[0].story);
  CHECK(sheet.skills[0].story->missing == std::vector{StoryPart::number});
}

TEST_CASE("a claim is no story; it comes with the sentence, an outline and questions") {
  const Interview sheet = interview({resume("Clerk, Example Shop, 2019\n- Empathy\n")}, "empathy");
  const Rehearsal& rehearsal = sheet.skills.at(0);
  CHECK_FALSE(rehearsal.story);
  CHECK(rehearsal.claim);
  CHECK(rehearsal.outline.find('[') != std::string::npos);
  CHECK(rehearsal.questions.size() == 2);
  CHECK(sheet.stories == 0);
}

TEST_CASE("of two stories of one level the one with more parts is told") {
  const Reading reading = resume(
      "Night Porter, Example Inn, 2019 - 2022\n- Calmed upset guests at the front desk in the east "
      "wing of the house.\n- Calmed upset guests, so that they stayed.\n");
  CHECK(told(reading, "empathy", StoryPart::result) == "so that they stayed");
}

TEST_CASE("skills with a story come first, and a story told twice says so") {
  const Profile profile{
      .id = "three",
      .title = "Three",
      .entries = {{"humor", "Humor"}, {"empathy", "Empathy"}, {"self-control", "Self-control"}}};
  const Application application =
      assess({letter("I calmed upset guests in a calm voice and kept on.")}, profile, lexicon());
  const Interview sheet = prepare_interview(application, lexicon());
  REQUIRE(sheet.stories == 2);
  CHECK(sheet.skills[2].entry.skill == "humor");
  CHECK(sheet.skills[0].story->same_for.empty());
  CHECK(sheet.skills[1].story->same_for == std::vector<std::string>{"Empathy"});
}

TEST_CASE("a sentence about others is no story of one's own where there is another") {
  const Reading reading = letter(
      "The front desk answered 60 calls a day from upset guests.\n\nI calmed upset guests at "
      "night.");
  CHECK(told(reading, "empathy", StoryPart::action) == "I calmed upset guests at night");
}
