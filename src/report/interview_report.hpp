// What `rapport interview` prints: a sheet to prepare with, in several formats. A new format is one
// file and one row in interview_formats.cpp.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "rapport/interview.hpp"
#include "rapport/writer.hpp"

namespace rapport {

struct InterviewReport {
  const Application* application = nullptr;  // never null
  const Interview* interview = nullptr;      // made of that application; never null
  const Lexicon* lexicon = nullptr;          // never null
};

struct InterviewFormat {
  std::string_view name;
  std::string_view description;  // for --help
  std::string (*write)(const InterviewReport& report, const ReportOptions& options);
};

[[nodiscard]] std::span<const InterviewFormat> interview_formats();
[[nodiscard]] const InterviewFormat* interview_format(std::string_view name);  // null: none

// A part of a story in the document's own words, on one printable line.
struct ToldPart {
  StoryPart part = StoryPart::action;
  std::string title{};  // "Situation"
  std::string text{};
};

// Situation, action and result, as far as they were found; each at most `columns` wide.
[[nodiscard]] std::vector<ToldPart> told_parts(const InterviewReport& report, const Story& story,
                                               int columns);

// "resume, page 1, line 14, under “Experience”"
[[nodiscard]] std::string story_place(const InterviewReport& report, Cited cited);

// The sentence that names a skill, at most `columns` wide.
[[nodiscard]] std::string claim_text(const InterviewReport& report, Cited cited, int columns);

// "7 of 9 skills have a story"
[[nodiscard]] std::string stories_count(const Interview& interview);

// "Listening, Patience"
[[nodiscard]] std::string titles_list(const std::vector<std::string>& titles);

}  // namespace rapport
