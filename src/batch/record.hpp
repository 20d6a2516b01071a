// Records: what is kept of an application when its documents are closed. Plain values, without an
// index into anything that is not in the record itself; they cross processes, go into the results
// database and come out of it unchanged.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "rapport/assessment.hpp"
#include "rapport/finding.hpp"
#include "rapport/lexicon.hpp"
#include "rapport/place.hpp"
#include "rapport/posting.hpp"
#include "rapport/result.hpp"

namespace rapport {

// Why a document gave nothing.
struct Trouble {
  std::string cause{};   // "damaged", "took longer than 30 s"; never empty
  std::string remedy{};  // may be empty
  friend bool operator==(const Trouble&, const Trouble&) = default;
};

struct DocumentRecord {
  std::string path{};
  std::string sha256{};  // of its bytes; empty when they could not be read
  std::size_t bytes = 0;
  std::string kind{};    // "resume", "cover-letter", "posting"; empty when it was not read
  std::string format{};  // "pdf"; empty when it was not read
  std::optional<Trouble> trouble{};
  friend bool operator==(const DocumentRecord&, const DocumentRecord&) = default;
};

struct EvidenceRecord {
  std::size_t document = 0;  // index into ApplicationRecord::documents
  std::string skill{};       // id of the skill that it is of, which its entry may count as another
  Level level = Level::claimed;
  std::string text{};     // the words that count
  std::string unit{};     // their sentence or bullet, on one line
  std::string section{};  // kind: "experience"
  std::string heading{};  // as printed; may be empty
  Place place{};          // without the box
  std::size_t start = 0;  // of `text`: code points from the start of the extracted text
  std::size_t end = 0;
  std::string pattern{};  // "lexicons/en/empathy.toml:12"
  friend bool operator==(const EvidenceRecord&, const EvidenceRecord&) = default;
};

struct SkillRecord {
  std::string skill{};  // id, as the profile has it
  Level level = Level::none;
  std::size_t pieces = 0;                  // all there are
  std::vector<EvidenceRecord> evidence{};  // strongest first, at most most_evidence
  friend bool operator==(const SkillRecord&, const SkillRecord&) = default;
};

struct FindingRecord {
  std::string id{};
  Severity severity = Severity::warning;
  std::optional<std::size_t> document{};  // index; none when it concerns the whole application
  Place place{};                          // without the box
  std::string title{};
  std::string subject{};
  std::string message{};
  std::string remedy{};
  std::vector<std::string> quotes{};
  friend bool operator==(const FindingRecord&, const FindingRecord&) = default;
};

// What the postings ask for, and how far the application has it.
struct DemandRecord {
  std::string skill{};
  std::string title{};
  Wish wish = Wish::preferred;
  std::size_t postings = 0;  // that ask for it
  std::string term{};        // the employer's own name for it; may be empty
  Level level = Level::none;
  friend bool operator==(const DemandRecord&, const DemandRecord&) = default;
};

struct KeywordRecord {
  std::string term{};
  bool present = false;
  friend bool operator==(const KeywordRecord&, const KeywordRecord&) = default;
};

// A sentence or bullet, so that those which many applicants share can be found.
struct PhraseRecord {
  std::string key{};  // 24 hexadecimal digits: a hash of its words
  std::size_t words = 0;
  std::string text{};  // its words in lower case, without punctuation
  friend bool operator==(const PhraseRecord&, const PhraseRecord&) = default;
};

struct ApplicationRecord {
  std::string name{};         // as Grouping names it, or a pseudonym
  std::string fingerprint{};  // see results.hpp; empty when it is to be analysed anew next time
  std::vector<DocumentRecord> documents{};  // sorted by path
  std::vector<SkillRecord> skills{};        // in the profile's order; empty when nothing was read
  int covered = 0;
  int demonstrated = 0;
  std::vector<FindingRecord> findings{};
  std::vector<DemandRecord> demands{};    // empty when no posting was given
  std::vector<KeywordRecord> keywords{};  // heaviest first
  std::vector<PhraseRecord> phrases{};    // sorted by key, each once
  friend bool operator==(const ApplicationRecord&, const ApplicationRecord&) = default;

  [[nodiscard]] bool was_read() const { return !skills.empty(); }
};

// Limits that no honest document meets, so that a hostile one stays small.
inline constexpr std::size_t most_evidence = 100;      // of a skill
inline constexpr std::size_t most_findings = 500;      // of an application
inline constexpr std::size_t longest_sentence = 2000;  // bytes
inline constexpr std::size_t most_quotes = 20;         // of a finding
inline constexpr std::size_t longest_quote = 500;      // bytes, of a finding
inline constexpr std::size_t most_phrases = 2000;      // of an application

// A sentence of fewer words says nothing about where it was copied from.
inline constexpr std::size_t fewest_shared_words = 6;

// `documents` has one for each file of the application in any order, by path; what was read of
// them is filled in from the readings, whose documents have the paths for names. An application of
// which nothing could be read has no skills. Adds a finding where there is more than one resume.
[[nodiscard]] ApplicationRecord make_record(std::string name, std::vector<DocumentRecord> documents,
                                            const Application& application, const Lexicon& lexicon);
[[nodiscard]] ApplicationRecord make_record(std::string name,
                                            std::vector<DocumentRecord> documents);

// The document of a file that could not be read.
[[nodiscard]] DocumentRecord unreadable_document(std::string path, const Error& error);

}  // namespace rapport
