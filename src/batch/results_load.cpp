// Reading records and settings out of the results database.
#include <map>
#include <utility>

#include "batch/results_store.hpp"

namespace rapport {

namespace {

using Done = Result<void>;

// Numbers in the database count from 1; 0 for what another hand may have written there.
std::size_t index_of(const SqlRow& row, int column) {
  const std::size_t number = row.size(column);
  return number == 0 ? 0 : number - 1;
}

Place place_at(const SqlRow& row, int column) {
  return {.page = static_cast<int>(row.number(column)),
          .line = static_cast<int>(row.number(column + 1)),
          .column = static_cast<int>(row.number(column + 2)),
          .paragraph = static_cast<int>(row.number(column + 3)),
          .part = row.text(column + 4)};
}

Severity severity_of(std::string_view word) {
  if (word == "note") return Severity::note;
  return word == "error" ? Severity::error : Severity::warning;
}

Done load_application(Sqlite& db, ApplicationRecord& record) {
  return db.query(
      "SELECT fingerprint, covered, demonstrated FROM applications WHERE application = ?",
      {record.name}, [&](const SqlRow& row) {
        record.fingerprint = row.text(0);
        record.covered = static_cast<int>(row.number(1));
        record.demonstrated = static_cast<int>(row.number(2));
      });
}

Done load_documents(Sqlite& db, ApplicationRecord& record) {
  return db.query(
      "SELECT path, sha256, bytes, kind, format, cause, remedy FROM documents"
      " WHERE application = ? ORDER BY document",
      {record.name}, [&](const SqlRow& row) {
        DocumentRecord document{.path = row.text(0),
                                .sha256 = row.text(1),
                                .bytes = row.size(2),
                                .kind = row.text(3),
                                .format = row.text(4)};
        if (!row.is_null(5)) document.trouble = {.cause = row.text(5), .remedy = row.text(6)};
        record.documents.push_back(std::move(document));
      });
}

Done load_levels(Sqlite& db, ApplicationRecord& record) {
  return db.query(
      "SELECT skill, level, pieces FROM levels WHERE application = ? ORDER BY position",
      {record.name}, [&](const SqlRow& row) {
        record.skills.push_back(
            {.skill = row.text(0), .level = level_of_word(row.text(1)), .pieces = row.size(2)});
      });
}

EvidenceRecord evidence_in(const SqlRow& row) {
  return {.document = index_of(row, 1),
          .skill = row.text(2),
          .level = level_of_word(row.text(3)),
          .text = row.text(4),
          .unit = row.text(5),
          .section = row.text(6),
          .heading = row.text(7),
          .place = place_at(row, 8),
          .start = row.size(13),
          .end = row.size(14),
          .pattern = row.text(15)};
}

Done load_evidence(Sqlite& db, ApplicationRecord& record) {
  std::map<std::string, std::size_t> skills;
  for (std::size_t i = 0; i < record.skills.size(); ++i) skills.emplace(record.skills[i].skill, i);
  return db.query(
      "SELECT skill, document, of_skill, level, text, sentence, section, heading, page, line, col,"
      " paragraph, part, start_offset, end_offset, pattern FROM evidence"
      " WHERE application = ? ORDER BY skill, number",
      {record.name}, [&](const SqlRow& row) {
        const auto skill = skills.find(row.text(0));
        if (skill != skills.end())
          record.skills[skill->second].evidence.push_back(evidence_in(row));
      });
}

Done load_findings(Sqlite& db, ApplicationRecord& record) {
  return db.query(
      "SELECT id, severity, document, page, line, col, paragraph, part, title, subject, message,"
      " remedy FROM findings WHERE application = ? ORDER BY finding",
      {record.name}, [&](const SqlRow& row) {
        FindingRecord finding{.id = row.text(0),
                              .severity = severity_of(row.text(1)),
                              .place = place_at(row, 3),
                              .title = row.text(8),
                              .subject = row.text(9),
                              .message = row.text(10),
                              .remedy = row.text(11)};
        if (!row.is_null(2)) finding.document = index_of(row, 2);
        record.findings.push_back(std::move(finding));
      });
}

Done load_quotes(Sqlite& db, ApplicationRecord& record) {
  return db.query("SELECT finding, text FROM quotes WHERE application = ? ORDER BY finding, number",
                  {record.name}, [&](const SqlRow& row) {
                    const std::size_t finding = index_of(row, 0);
                    if (finding < record.findings.size())
                      record.findings[finding].quotes.push_back(row.text(1));
                  });
}

Done load_answers(Sqlite& db, ApplicationRecord& record) {
  auto done = db.query(
      "SELECT skill, title, wish, postings, term, level FROM demands WHERE application = ?"
      " ORDER BY number",
      {record.name}, [&](const SqlRow& row) {
        record.demands.push_back(
            {.skill = row.text(0),
             .title = row.text(1),
             .wish = row.text(2) == "required" ? Wish::required : Wish::preferred,
             .postings = row.size(3),
             .term = row.text(4),
             .level = level_of_word(row.text(5))});
      });
  if (!done) return done;
  return db.query("SELECT term, present FROM keywords WHERE application = ? ORDER BY number",
                  {record.name}, [&](const SqlRow& row) {
                    record.keywords.push_back({.term = row.text(0), .present = row.number(1) != 0});
                  });
}

Done load_phrases(Sqlite& db, ApplicationRecord& record) {
  return db.query(
      "SELECT phrase, words, text FROM phrases WHERE application = ? ORDER BY phrase",
      {record.name}, [&](const SqlRow& row) {
        record.phrases.push_back({.key = row.text(0), .words = row.size(1), .text = row.text(2)});
      });
}

Done load_skills(Sqlite& db, RunSettings& settings) {
  std::map<std::string, std::size_t> places;
  auto done = db.query(
      "SELECT skill, title, about FROM skills ORDER BY position", {}, [&](const SqlRow& row) {
        places.emplace(row.text(0), settings.skills.size());
        settings.skills.push_back({.id = row.text(0), .title = row.text(1), .about = row.text(2)});
      });
  if (!done) return done;
  return db.query("SELECT skill, text FROM phrasings ORDER BY skill, number", {},
                  [&](const SqlRow& row) {
                    if (const auto place = places.find(row.text(0)); place != places.end())
                      settings.skills[place->second].phrasings.push_back(row.text(1));
                  });
}

}  // namespace

Level level_of_word(std::string_view word) {
  return level(word).value_or(Level::none);
}

Result<ApplicationRecord> load_record(Sqlite& db, const std::string& name, Phrases phrases) {
  ApplicationRecord record{.name = name};
  auto done = load_application(db, record)
                  .and_then([&] { return load_documents(db, record); })
                  .and_then([&] { return load_levels(db, record); })
                  .and_then([&] { return load_evidence(db, record); })
                  .and_then([&] { return load_findings(db, record); })
                  .and_then([&] { return load_quotes(db, record); })
                  .and_then([&] { return load_answers(db, record); });
  if (done && phrases == Phrases::load) done = load_phrases(db, record);
  if (!done) return fail(std::move(done.error()));
  return record;
}

Result<RunSettings> load_settings(Sqlite& db) {
  RunSettings settings;
  const std::map<std::string, std::string*> members = {
      {"program", &settings.program}, {"lexicon", &settings.lexicon},
      {"profile", &settings.profile}, {"profile_title", &settings.profile_title},
      {"options", &settings.options}, {"anonymous", &settings.anonymous},
  };
  auto done = db.query("SELECT key, value FROM meta", {}, [&](const SqlRow& row) {
    const auto member = members.find(row.text(0));
    if (member != members.end()) *member->second = row.text(1);
  });
  if (done) done = load_skills(db, settings);
  if (done)
    done =
        db.query("SELECT name, sha256 FROM postings ORDER BY number", {}, [&](const SqlRow& row) {
          settings.postings.push_back({.name = row.text(0), .sha256 = row.text(1)});
        });
  if (!done) return fail(std::move(done.error()));
  return settings;
}

}  // namespace rapport
