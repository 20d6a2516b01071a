// What the cohort of a batch is told as: a page to show in a meeting (index.html) and a table for
// spreadsheets (summary.csv). Both are functions of one value, which is drawn from the results
// database elsewhere. All text in it may be hostile; it is made safe here.
#pragma once

#include <string>
#include <vector>

#include "rapport/lexicon.hpp"

namespace rapport {

struct CohortApplicant {
  std::string name{};  // as grouped, or a pseudonym
  // Path of the applicant's own page, relative to index.html and not percent-encoded; empty when
  // there is none.
  std::string report{};
  std::vector<Level> levels{};  // by CohortReport::skills; what is not there is missing
  std::vector<Level> before{};  // at the previous run that had this applicant; empty when new
  int findings = 0;
  std::vector<std::string> documents{};  // names of files; empty when anonymous
};

// A skill of the profile, with what to teach where it is missing.
struct CohortSkill {
  std::string id{};
  std::string title{};
  std::string about{};                   // one sentence
  std::vector<std::string> phrasings{};  // with [blanks]
};

// A sentence that several applicants have word for word.
struct SharedPhrase {
  std::string text{};                     // empty when anonymous
  std::vector<std::string> applicants{};  // by CohortApplicant::name
};

struct UnreadableFile {
  std::string file{};  // a pseudonym when anonymous
  std::string cause{};
  std::string remedy{};
};

struct CohortReport {
  std::string title{};    // of the cohort: "Spring class"
  std::string profile{};  // its title
  std::string made{};     // ISO date, given: nothing here reads a clock
  // Nothing that could name somebody is written, even where it is given: no files, no sentences.
  bool anonymous = false;
  std::vector<CohortSkill> skills{};
  std::vector<CohortApplicant> applicants{};  // sorted by name
  std::vector<SharedPhrase> phrases{};        // most shared first
  std::vector<UnreadableFile> unreadable{};
  std::string posting{};   // name(s) of the posting(s) compared with; empty when there is none
  std::string previous{};  // ISO date of the run compared with; may be empty
};

// The whole page: self-contained, works from file://, readable without its script.
[[nodiscard]] std::string cohort_html(const CohortReport& report);

// RFC 4180, a row for each applicant: applicant, report, documents (separated by "; "), findings,
// skills (how many are asked for), covered, demonstrated, rose, fell (how many skills, since the
// previous run; empty for who is new), then a column for each skill, named by its id, with
// "quantified", "demonstrated", "claimed" or "missing". No cell starts a formula.
[[nodiscard]] std::string cohort_csv(const CohortReport& report);

}  // namespace rapport
