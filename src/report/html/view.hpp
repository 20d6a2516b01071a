// What the parts of the HTML report share: which words of the documents are marked, under which
// ids, and how the two sides of a mark find each other.
//
// An *item* is a sentence with what it holds for one skill; it stands in the skill's card and
// leads to its first mark. A *mark* is a stretch of a document that is evidence, of one skill or
// of several whose words overlap; it stands in the document and leads to the items. A *flag* is
// the same for a finding.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "rapport/writer.hpp"
#include "report/html_text.hpp"
#include "report/quote.hpp"

namespace rapport::html {

struct Item {
  std::size_t reading = 0;  // index into Application::readings
  std::size_t unit = 0;     // index into Document::units
  Level level = Level::none;
  std::vector<Cited> evidence{};  // never empty
  std::size_t mark = 0;           // the first one in it, an index into View::marks
  std::vector<std::size_t>
      hints{};  // indices into the skill's proposals that improve this sentence
};

// A mark says this of that item.
struct Shows {
  std::size_t skill = 0;  // index into Assessment::skills
  std::size_t item = 0;   // index into View::items[skill]
  Level level = Level::none;
};

struct Mark {
  std::size_t reading = 0;
  std::size_t unit = 0;
  Span span{};                 // in Document::text
  std::vector<Shows> shows{};  // strongest first, never empty
};

// Words that a finding rests on. Flags may overlap marks, and each other.
struct Flag {
  std::size_t reading = 0;
  std::size_t finding = 0;  // index into View::findings
  Span span{};              // in Document::text
};

// A proposal that improves a sentence.
struct Hint {
  std::size_t skill = 0;
  std::size_t proposal = 0;
};

using UnitKey = std::pair<std::size_t, std::size_t>;  // reading, unit

struct View {
  View(const Report& of, const ReportOptions& with, std::size_t n);

  [[nodiscard]] const Application& application() const { return *report.application; }
  [[nodiscard]] const Assessment& assessment() const { return report.application->assessment; }
  [[nodiscard]] const Document& document(std::size_t reading) const {
    return application().readings[reading].document;
  }

  // Ids are unique in the file, whatever the documents hold.
  [[nodiscard]] std::string id(std::string_view part) const;  // "a1-matrix"
  [[nodiscard]] std::string id(std::string_view part, std::size_t index) const;
  [[nodiscard]] std::string item_id(std::size_t skill, std::size_t item) const;
  [[nodiscard]] std::string hint_id(const Hint& hint) const;

  const Report& report;
  const ReportOptions& options;
  std::size_t number;                      // of the application in the file, from 1
  std::vector<Finding> findings;           // but for those that a baseline accepts
  std::vector<std::vector<Item>> items{};  // by skill, as strong and in the order of its evidence
  std::vector<Mark> marks{};               // in order of reading and text
  std::map<UnitKey, std::vector<std::size_t>> marks_of{};  // indices into marks
  std::map<UnitKey, std::vector<Hint>> hints_of{};
  std::vector<Flag> flags{};  // in the order of the findings and their quotes
  std::map<UnitKey, std::vector<std::size_t>> flags_of{};  // those that begin there

 private:
  void find_hints();
  void find_flags();
};

}  // namespace rapport::html
