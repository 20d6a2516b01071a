#include "made_up_cohort.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <random>

using namespace rapport;

namespace rapport_test {
namespace {

using Random = std::mt19937;

// std::uniform_int_distribution differs between libraries.
std::size_t below(Random& random, std::size_t bound) {
  return random() % bound;
}

constexpr std::array first_names = {
    "Ada",  "Amir",  "Anja",  "Bao",   "Carla", "Chidi", "Dana",  "Deniz", "Elif",  "Emeka",
    "Eva",  "Farah", "Femi",  "Gia",   "Hana",  "Hugo",  "Ines",  "Ivo",   "Jada",  "Jonas",
    "José", "Kaya",  "Kofi",  "Lena",  "Liam",  "Mai",   "Marco", "Mila",  "Nadia", "Noor",
    "Olga", "Omar",  "Paula", "Quinn", "Ravi",  "Rosa",  "Sami",  "Tara",  "Uma",   "Yuki"};
constexpr std::array last_names = {
    "Abara",  "Almeida", "Becker", "Brandt",  "Castro", "Chen",     "Diaz",     "Eriksen",
    "Fofana", "García",  "Haddad", "Holm",    "Ito",    "Jansen",   "Kowalski", "Lindqvist",
    "Mbeki",  "Nguyen",  "Okafor", "Petrova", "Quispe", "Rossi",    "Sample",   "Tanaka",
    "Ueda",   "Varga",   "Weiss",  "Yilmaz",  "Zhang",  "Zielinski"};

struct MadeUpSkill {
  const char* id;
  const char* title;
  const char* about;
  std::array<unsigned, 3>
      upto;  // of 100 applicants: missing, claimed or less, demonstrated or less
  std::array<const char*, 2> phrasings;
};

constexpr std::array<MadeUpSkill, 10> made_up_skills = {{
    {"communication",
     "Communication",
     "Makes things clear to others.",
     {4, 20, 62},
     {"Explained [what] to [N] [customers] a [week], cutting [repeat calls] by [N]%",
      "Explained [what] to [customers] in [plain words, another language]"}},
    {"listening",
     "Listening",
     "Takes in what the other person says, and shows it.",
     {15, 38, 84},
     {"Asked clarifying questions to pin down [what customers needed], cutting [repeat calls] by "
      "[N]%",
      "Asked clarifying questions before [proposing a solution]"}},
    {"self-control",
     "Self-control",
     "Stays calm where others would not.",
     {42, 58, 90},
     {"Stayed calm with [N] [upset customers] a [week] while [what you did]",
      "Kept a level voice when [what happened]"}},
    {"positivity",
     "Positivity",
     "Looks for what can be done.",
     {22, 64, 92},
     {"Told [N] [customers] a [day] what could be done, raising [a score] by [N] points",
      "Offered [an alternative] whenever [something] was out of stock"}},
    {"assertiveness",
     "Assertiveness",
     "Takes the lead and holds a line kindly.",
     {51, 60, 93},
     {"Turned down [N] [requests against policy] a [month] and offered [what instead]",
      "Took the lead when [what happened]"}},
    {"conflict-resolution",
     "Conflict resolution",
     "Settles disputes.",
     {18, 24, 70},
     {"Settled [N] [billing disputes] a [week], [N]% of them without [a supervisor]",
      "Settled [disputes] between [whom] by [what you did]"}},
    {"empathy",
     "Empathy",
     "Notices how others feel, and acts on it.",
     {33, 57, 95},
     {"Reassured [N] [anxious patients] a [week] by [what you said or did]",
      "Supported [families, newcomers] through [a hard time] by [arranging, listening]"}},
    {"depersonalization",
     "Depersonalization",
     "Does not take anger personally.",
     {78, 83, 98},
     {"Took [N] [complaints] a [day] without taking them personally, and [how it ended]",
      "Let [an angry caller] finish before [what you did]"}},
    {"taking-responsibility",
     "Taking responsibility",
     "Owns mistakes and mends them.",
     {28, 40, 80},
     {"Owned [an error] and put it right within [N] [hours]",
      "Followed up on [cases] until [how they ended]"}},
    {"humor",
     "Humor",
     "Lightens a moment kindly.",
     {86, 95, 99},
     {"Lightened [waits of N minutes] with [a kind joke]", "Made [whom] laugh by [how]"}},
}};

Level level_of(const MadeUpSkill& skill, std::size_t of_100) {
  const auto above =
      std::ranges::count_if(skill.upto, [&](unsigned bound) { return of_100 >= bound; });
  return static_cast<Level>(above);
}

// Most often as now, else a step below or, seldom, above.
Level earlier(Random& random, Level now) {
  const std::size_t chance = below(random, 12);
  if (chance == 0 && now < Level::quantified) return static_cast<Level>(static_cast<int>(now) + 1);
  if (chance < 4 && now > Level::none) return static_cast<Level>(static_cast<int>(now) - 1);
  return now;
}

std::string name_of_number(std::size_t number) {
  const std::size_t row = number / first_names.size();
  std::string name = fmt::format("{} {}", first_names[number * 7 % first_names.size()],
                                 last_names[row % last_names.size()]);
  const std::size_t round = row / last_names.size();
  if (round > 0) name += fmt::format(" {}", round + 1);
  return name;
}

CohortApplicant made_up_applicant(Random& random, std::size_t number) {
  CohortApplicant applicant;
  applicant.name = name_of_number(number);
  applicant.report = fmt::format("applicants/{}.html", applicant.name);
  const std::size_t better = below(random, 30);
  const bool known = below(random, 5) > 0;
  for (const MadeUpSkill& skill : made_up_skills) {
    const Level level = level_of(skill, std::min<std::size_t>(99, below(random, 85) + better / 2));
    applicant.levels.push_back(level);
    if (known) applicant.before.push_back(earlier(random, level));
  }
  applicant.findings = static_cast<int>(below(random, 9));
  applicant.documents = {applicant.name + "/resume.pdf"};
  if (below(random, 2) == 0) applicant.documents.push_back(applicant.name + "/cover-letter.docx");
  return applicant;
}

std::vector<SharedPhrase> made_up_phrases(const std::vector<CohortApplicant>& applicants) {
  const std::array sentences = {
      "I am a highly motivated team player with excellent communication skills.",
      "Resolved customer complaints in a timely and professional manner.",
      "Proven track record of exceeding expectations in a fast-paced environment.",
      "Handled a high volume of inbound calls while keeping a positive attitude."};
  std::vector<SharedPhrase> phrases;
  for (std::size_t i = 0; i < sentences.size(); ++i) {
    SharedPhrase phrase{.text = sentences[i]};
    for (std::size_t at = i; at < applicants.size(); at += 9 + 16 * i * i) {
      phrase.applicants.push_back(applicants[at].name);
    }
    if (phrase.applicants.size() > 1) phrases.push_back(std::move(phrase));
  }
  return phrases;
}

std::vector<UnreadableFile> made_up_troubles(std::size_t applicants) {
  std::vector<UnreadableFile> files;
  for (std::size_t i = 0; i < applicants / 100; ++i) {
    files.push_back({fmt::format("scans/page-{:03}.pdf", i + 1), "it holds pictures of pages only",
                     "ask for the file that was scanned, or run it through text recognition"});
  }
  if (applicants > 10) {
    files.push_back({"Holm/resume.pdf", "it is protected by a password",
                     "save it without a password, or ask for a copy"});
  }
  return files;
}

}  // namespace

CohortReport made_up_cohort(std::size_t applicants) {
  Random random(7);
  CohortReport report;
  report.title = "Spring class";
  report.profile = "Customer service";
  report.made = "2026-05-04";
  report.previous = "2026-04-13";
  for (const MadeUpSkill& skill : made_up_skills) {
    report.skills.push_back({.id = skill.id,
                             .title = skill.title,
                             .about = skill.about,
                             .phrasings = {skill.phrasings.begin(), skill.phrasings.end()}});
  }
  for (std::size_t i = 0; i < applicants; ++i) {
    report.applicants.push_back(made_up_applicant(random, i));
  }
  std::ranges::sort(report.applicants, {}, &CohortApplicant::name);
  report.phrases = made_up_phrases(report.applicants);
  report.unreadable = made_up_troubles(applicants);
  return report;
}

CohortReport made_up_anonymous_cohort(std::size_t applicants) {
  CohortReport report = made_up_cohort(applicants);
  report.anonymous = true;
  for (std::size_t i = 0; i < applicants; ++i) {
    CohortApplicant& applicant = report.applicants[i];
    applicant.name = fmt::format("applicant-{:05x}", i * 2654435761U % 0xFFFFFU);
    applicant.report = fmt::format("applicants/{}.html", applicant.name);
  }
  std::ranges::sort(report.applicants, {}, &CohortApplicant::name);
  for (SharedPhrase& phrase : report.phrases) {
    const std::size_t count = phrase.applicants.size();
    phrase.applicants.clear();
    for (std::size_t i = 0; i < count; ++i) phrase.applicants.push_back(report.applicants[i].name);
  }
  for (std::size_t i = 0; i < report.unreadable.size(); ++i) {
    report.unreadable[i].file = fmt::format("file-{:05x}", i + 1);
  }
  return report;
}

CohortReport hostile_cohort() {
  const std::string nasty =
      "</script></style><script>document.title = 'broken'</script><img src=x "
      "onerror=\"document.title = 'broken'\">'\" <!-- ]]> \u202Ereversed\u202C \033[31m \xFF &amp;";
  CohortReport report = made_up_cohort(12);
  for (std::string* text : {&report.title, &report.profile, &report.made, &report.posting,
                            &report.previous, &report.skills[0].id, &report.skills[0].title,
                            &report.skills[0].about, &report.skills[0].phrasings[0]}) {
    *text = nasty;
  }
  const std::array names = {nasty, "=1+1" + nasty, std::string("javascript:alert(1)"),
                            std::string("</noscript><b onclick=x>"), std::string()};
  for (std::size_t i = 0; i < names.size(); ++i) {
    report.applicants[i].name = names[i];
    report.applicants[i].report = names[i];
    report.applicants[i].documents = {names[i], "-2+3\r\n=4"};
  }
  report.phrases = {{nasty, {nasty, names[3], "somebody else"}}};
  report.unreadable = {{nasty, nasty, nasty}};
  return report;
}

}  // namespace rapport_test
