// A document's words, and its name, are a stranger's input to every format.
#include <nlohmann/json.hpp>

#include "base/utf8.hpp"
#include "batch/stream.hpp"
#include "property/generators.hpp"
#include "property/holds.hpp"
#include "report/baseline.hpp"
#include "report/cohort_report.hpp"
#include "report/csv_cell.hpp"
#include "report/diff_report.hpp"
#include "report/display.hpp"
#include "report/fingerprints.hpp"
#include "report/html_text.hpp"
#include "report/json_values.hpp"
#include "report/xml_text.hpp"
#include "support/engine.hpp"
#include "support/formats.hpp"

using namespace rapport;
using namespace rapport::property;

namespace {

using Texts = std::vector<std::string>;

rc::Gen<Texts> texts() {
  return rc::gen::container<Texts>(any_text());
}

// Every text of a cohort at the mercy of whoever wrote it.
CohortReport any_cohort() {
  CohortReport cohort{.title = *any_text(), .profile = *any_text(), .made = "2026-01-15"};
  cohort.skills = {
      {.id = "tact", .title = *any_text(), .about = *any_text(), .phrasings = *texts()},
      {.id = "wit", .title = *any_text()}};
  for (const std::string& name : *rc::gen::nonEmpty(texts())) {
    cohort.applicants.push_back({.name = name,
                                 .report = *any_text(),
                                 .levels = {Level::claimed, Level::quantified},
                                 .before = {Level::none, Level::none},
                                 .documents = *texts()});
  }
  cohort.phrases.push_back({.text = *any_text(), .applicants = *texts()});
  cohort.unreadable.push_back({.file = *any_text(), .cause = *any_text(), .remedy = *any_text()});
  cohort.posting = *any_text();
  return cohort;
}

std::string plain_cohort() {
  CohortReport cohort{.title = "Class", .profile = "Customer service", .made = "2026-01-15"};
  cohort.skills = {{.id = "tact", .title = "Tact"}};
  cohort.applicants = {{.name = "Ann", .levels = {Level::claimed}}};
  return cohort_html(cohort);
}

}  // namespace

TEST_CASE("every report on any document is of its format") {
  const Engine& engine = Engine::get();
  holds([&] {
    Document document = document_of(*any_document(), *any_text());
    document.is_template = *rc::gen::arbitrary<bool>();
    auto posting = *rc::gen::maybe(any_document());
    const auto application = engine.application(
        std::move(document),
        posting ? std::optional(document_of(*posting, *any_text())) : std::optional<Document>());
    RC_ASSERT(engine.fault_in_reports(application) == "");
  });
}

TEST_CASE("every report on two drafts is of its format") {
  const Engine& engine = Engine::get();
  holds([&] {
    const auto before = engine.application(document_of(*any_document(), *any_text()));
    const auto after = engine.application(document_of(*any_document(), *any_text()));
    const DiffReport report{.before = &before, .after = &after, .diff = diff(before, after)};
    for (const DiffFormat& format : diff_formats())
      RC_ASSERT(formats::fault_in(format.name, format.write(report, {}), "") == "");
  });
}

TEST_CASE("a cohort's page and table are HTML and CSV, whatever its people are called") {
  const std::string plain = plain_cohort();
  holds([&] {
    const CohortReport cohort = any_cohort();
    RC_ASSERT(formats::fault_in_html(cohort_html(cohort), plain) == "");
    RC_ASSERT(formats::fault_in_csv(cohort_csv(cohort)) == "");
  });
}

TEST_CASE("a cell of a table reads as it was written, but for the mark that stops a formula") {
  holds([] {
    const std::string text = *any_text();
    const auto rows = formats::csv_rows(csv_cell(text) + "," + csv_cell("end") + "\r\n");
    RC_ASSERT(rows.size() == std::size_t{1});
    RC_ASSERT(rows[0].size() == std::size_t{2});
    RC_ASSERT((rows[0][0] == text || rows[0][0] == "'" + text));
    RC_ASSERT(rows[0][1] == "end");
  });
}

TEST_CASE("XML, JSON and HTML take any bytes") {
  holds([] {
    const std::string text = *any_bytes();
    RC_ASSERT(formats::fault_in_xml("<r a=\"" + xml_text(text) + "\">" + xml_text(text) + "</r>") ==
              "");
    const std::string json = dump(Json(text), -1);
    RC_ASSERT(formats::fault_in_json(json) == "");
    if (utf8::is_valid(text)) RC_ASSERT(Json::parse(json).get<std::string>() == text);
    RC_ASSERT(html_text(text).find_first_of("<>\"") == std::string::npos);
  });
}

TEST_CASE("what is printable stays as it is, and is cut to any width") {
  holds([] {
    const std::string text = printable(*any_bytes());
    RC_ASSERT(formats::fault_in_terminal(text) == "");
    RC_ASSERT(printable(text) == text);
    const int columns = *rc::gen::inRange(1, 60);
    RC_ASSERT(display_width(shortened(text, columns)) <= columns);
    RC_ASSERT(display_width(fitting(text, columns)) <= columns);
    RC_ASSERT(utf8::is_valid(fitting(text, columns)));
  });
}

TEST_CASE("an answer of the stream is one line of JSON, and counts code points of its question") {
  const Engine& engine = Engine::get();
  holds([&] {
    const std::string text = utf8::replace_invalid(*any_document());
    const std::string line = dump(Json{{"id", *any_text()}, {"text", text}}, -1);
    const Answer given = answer(line, 1, engine.pipeline(), engine.everything());
    RC_ASSERT(!given.failed);
    RC_ASSERT(formats::fault_in_json_lines(given.line) == "");
    const Json told = Json::parse(given.line);
    for (const auto& [id, skill] : told["skills"].items()) {
      for (const Json& piece : skill["evidence"]) {
        const CodePoints points(text);
        const auto begin = piece["start"].get<std::size_t>();
        const auto end = piece["end"].get<std::size_t>();
        RC_ASSERT(begin <= end);
        RC_ASSERT(end <= points.before(text.size()));
        RC_ASSERT(utf8::count(piece["text"].get<std::string>()) == end - begin);
      }
    }
  });
}

TEST_CASE("a fingerprint is of the words, whatever blanks, case and marks stand between them") {
  holds([] {
    const auto words = *rc::gen::container<Texts>(
        rc::gen::element<std::string>("calm", "Guests", "30", "naïve", "Übung", "re"));
    const auto blanks =
        rc::gen::element<std::string>(" ", "  ", "\n", "\t", ", ", " - ", "; ", "… ");
    std::string plain;
    std::string other;
    for (const std::string& word : words) {
      plain += word + ' ';
      other += (*rc::gen::arbitrary<bool>() ? utf8::lower(word) : word) + *blanks;
    }
    RC_ASSERT(Fingerprints().make("rule", plain) == Fingerprints().make("rule", other));
    RC_ASSERT(Fingerprints().make("rule", plain) != Fingerprints().make("rule", plain + "more"));
    RC_ASSERT(Fingerprints().make("rule", plain) != Fingerprints().make("other", plain));
  });
}

TEST_CASE("a baseline that is read and written stays the same") {
  holds([] {
    Json applications = Json::array();
    for (const std::string& name : *texts()) {
      Json entries = Json::array();
      for (const std::string& rule : *texts())
        entries.push_back({{"rule", rule}, {"fingerprint", *any_text()}, {"message", *any_text()}});
      applications.push_back({{"documents", {name, *any_text()}}, {"entries", entries}});
    }
    const std::string text =
        dump(Json{{"schema", "rapport.baseline/1"}, {"applications", applications}}, 1);
    const auto once = Baseline::parse("baseline.json", text);
    RC_ASSERT(once.has_value());
    const auto twice = Baseline::parse("baseline.json", once->json());
    RC_ASSERT(twice.has_value());
    RC_ASSERT(twice->json() == once->json());
  });
}
