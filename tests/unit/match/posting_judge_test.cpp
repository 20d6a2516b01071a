// Postings of made-up employers, judged with the built-in lexicon: what is asked of an applicant,
// and what the employer says of itself.
#include <doctest/doctest.h>

#include <set>
#include <string>

#include "rapport/matcher.hpp"

using namespace rapport;

namespace {

const Lexicon& lexicon() {
  static const Lexicon loaded = [] {
    auto result = load_lexicon();
    REQUIRE(result);
    return std::move(*result);
  }();
  return loaded;
}

Posting read(const std::string& text) {
  static const Matcher matcher = [] {
    auto made = Matcher::make(lexicon());
    REQUIRE(made);
    return std::move(*made);
  }();
  Extracted extracted{.format = "text", .text = text};
  int line = 0;
  bool blank = false;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    if (end > begin) {
      extracted.blocks.push_back({.begin = begin,
                                  .end = end,
                                  .place = {.line = line + 1},
                                  .may_wrap = true,
                                  .starts_paragraph = blank});
    }
    blank = end == begin;
    ++line;
    begin = end + 1;
  }
  return matcher.match_posting(
      make_document("posting.txt", std::move(extracted), DocumentKind::posting));
}

// "patience", or "patience?" where it is only preferred.
std::set<std::string> asked(const std::string& text) {
  const Posting posting = read(text);
  std::set<std::string> skills;
  for (std::size_t i = 0; i < posting.reading.evidence.size(); ++i) {
    const Evidence& evidence = posting.reading.evidence[i];
    if (evidence.rejected()) continue;
    skills.insert(lexicon().skills[evidence.skill].id +
                  (posting.wishes[i] == Wish::preferred ? "?" : ""));
  }
  return skills;
}

using Skills = std::set<std::string>;

}  // namespace

TEST_CASE("praise of the employer asks for nothing") {
  for (const char* praise : {
           "We are a caring company with a sense of humor.",
           "Our team is patient, positive and friendly.",
           "Join a friendly, upbeat team that stays calm under pressure!",
           "Acme Foods is a family business known for its patience and empathy.",
           "Acme Foods prides itself on open communication.",
           "Empathy is at the heart of what we do.",
           "You will be part of a friendly and supportive team.",
           "We listen to our customers.",
           "Acme values empathy and patience.",
       }) {
    CAPTURE(praise);
    CHECK(asked(praise) == Skills{});
  }
}

TEST_CASE("benefits, equal opportunity and how to apply ask for nothing") {
  for (const char* aside : {
           "We offer flexible shifts and a friendly atmosphere.",
           "You will receive training in conflict resolution.",
           "Conflict resolution training is provided.",
           "All qualified applicants are considered with empathy and without regard to religion.",
           "To apply, send us a letter that shows your sense of humor.",
       }) {
    CAPTURE(aside);
    CHECK(asked(aside) == Skills{});
  }
}

TEST_CASE("words addressed to the applicant ask, as trait, ability or duty") {
  CHECK(asked("You have patience.") == Skills{"patience"});
  CHECK(asked("You will calm upset callers.").contains("conflict-resolution"));
  CHECK(asked("The ideal candidate has empathy.") == Skills{"empathy"});
  CHECK(asked("We are looking for someone with a sense of humor.") == Skills{"humor"});
  CHECK(asked("Must have excellent communication skills.") == Skills{"communication"});
  CHECK(asked("Patience is a must.") == Skills{"patience"});
  CHECK(asked("Excellent communication skills.") == Skills{"communication"});
  CHECK(asked("Resolve customer complaints.") == Skills{"conflict-resolution"});
}

TEST_CASE("the nearest wording governs where a sentence both praises and asks") {
  CHECK(asked("We are a friendly bunch, looking for a clerk with patience.") == Skills{"patience"});
  CHECK(asked("You have patience and will join our cheerful, friendly team.") ==
        Skills{"patience"});
}

TEST_CASE("wording tells what is required and what is preferred") {
  CHECK(asked("Ideally you have a sense of humor.") == Skills{"humor?"});
  CHECK(asked("Patience is a plus.") == Skills{"patience?"});
  CHECK(asked("Patience required, a sense of humor preferred.") == Skills{"patience", "humor?"});
}

TEST_CASE("headings rule the parts below them") {
  const std::string posting =
      "Front Desk Clerk\nAcme Hotel, Springfield\n\n"
      "About us\n- Patient, friendly and caring\n- Good listeners\n\n"
      "What you'll bring\n- Empathy\n- Communication skills\n\n"
      "Nice to have\n- A sense of humor\n\n"
      "Benefits\n- Patient managers who are good listeners\n";
  CHECK(asked(posting) == Skills{"empathy", "communication", "humor?"});
}

TEST_CASE("a requirement is no benefit because a benefit stood on the line before it") {
  const std::string posting =
      "Cook wanted\n\nPay: $17 an hour\nRequirements: patience\nEmpathy is essential\n";
  CHECK(asked(posting) == Skills{"patience", "empathy"});
}

TEST_CASE("what stops evidence in a resume does not stop a demand") {
  const Posting posting = read("The ideal candidate has empathy.");
  REQUIRE(posting.reading.evidence.size() == 1);
  CHECK_FALSE(posting.reading.evidence[0].rejected());
}

TEST_CASE("names of degrees and negations are demanded as little as they are shown") {
  CHECK(asked("You have a B.A. in Communication.") == Skills{});
  CHECK(asked("You have no patience for excuses.") == Skills{});
}

TEST_CASE("what the employer says of itself is kept as rejected, with the words that tell") {
  const Posting posting = read("We are a friendly company.");
  REQUIRE(posting.reading.evidence.size() == 1);
  const Evidence& evidence = posting.reading.evidence[0];
  REQUIRE(evidence.rejected());
  CHECK(evidence.objections.at(0).rule == "employer-talk");
  CHECK(posting.wishes.size() == 1);
  CHECK(posting.parts.size() == posting.reading.document.units.size());
}

TEST_CASE("an empty posting asks for nothing") {
  CHECK(asked("-") == Skills{});
}
