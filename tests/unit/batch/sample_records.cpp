#include "sample_records.hpp"

#include <fmt/format.h>

#include "base/sha256.hpp"

namespace rapport_test {

using namespace rapport;

RunSettings sample_settings() {
  return {.program = "1.0",
          .lexicon = "abc",
          .profile = "small",
          .profile_title = "Small",
          .skills = {{.id = "listening",
                      .title = "Listening",
                      .about = "Takes in what is said.",
                      .phrasings = {"Asked [N] customers", "Listened to [whom]"}},
                     {.id = "empathy", .title = "Empathy", .about = "Feels with others."}},
          .options = "timeout=30"};
}

ApplicationRecord sample_record(const std::string& name, const std::string& fingerprint) {
  const std::string folder = "in/" + name;
  return {
      .name = name,
      .fingerprint = fingerprint,
      .documents = {{.path = folder + "/cv.pdf",
                     .sha256 = sha256(name),
                     .bytes = 1234,
                     .kind = "resume",
                     .format = "pdf"},
                    {.path = folder + "/letter.docx",
                     .sha256 = sha256("letter of " + name),
                     .bytes = 99,
                     .trouble = Trouble{.cause = "is damaged", .remedy = "get a fresh copy"}}},
      .skills = {{.skill = "listening",
                  .level = Level::quantified,
                  .pieces = 1,
                  .evidence = {{.document = 0,
                                .skill = "listening",
                                .level = Level::quantified,
                                .text = "listened to 40 callers",
                                .unit = "Every day " + name + " listened to 40 callers.",
                                .section = "experience",
                                .heading = "Work",
                                .place = {.page = 1, .line = 4},
                                .start = 10,
                                .end = 32,
                                .pattern = "lexicons/en/listening.toml:12"}}},
                 {.skill = "empathy"}},
      .covered = 1,
      .demonstrated = 1,
      .findings = {{.id = "columns",
                    .severity = Severity::note,
                    .document = 0,
                    .place = {.page = 2},
                    .title = "Columns",
                    .subject = "Empathy",
                    .message = "has columns",
                    .remedy = "use one",
                    .quotes = {"of this", "and that"}},
                   {.id = "whole", .severity = Severity::error, .message = "concerns all"}},
      .demands = {{.skill = "empathy",
                   .title = "Empathy",
                   .wish = Wish::required,
                   .postings = 2,
                   .term = "warmth"}},
      .keywords = {{.term = "Excel", .present = true}, {.term = "Zendesk"}},
      .phrases = {{.key = "aa-" + name,
                   .words = 6,
                   .text = "every day " + name + " listened to 40 callers"},
                  {.key = "bb", .words = 7, .text = "i am writing to apply for the post"}},
  };
}

std::vector<ApplicationRecord> sample_cohort(std::size_t size, int draft) {
  std::vector<ApplicationRecord> records;
  for (std::size_t i = 0; i < size; ++i) {
    const bool redrafted = draft > 0 && i % 3 == 0;
    const std::string name = fmt::format("applicant {:04}", i);
    records.push_back(sample_record(name, fmt::format("{}-{}", i, redrafted ? draft : 0)));
    ApplicationRecord& record = records.back();
    if (redrafted) record.documents[0].sha256 = sha256(fmt::format("{} {}", name, draft));
    record.skills[1].level = static_cast<Level>((i + (redrafted ? 1 : 0)) % 4);
  }
  return records;
}

}  // namespace rapport_test
