// Writing records and settings into the results database.
#include <algorithm>
#include <map>

#include "base/sha256.hpp"
#include "batch/results_store.hpp"
#include "report/cited.hpp"
#include "report/results.hpp"

namespace rapport {

namespace {

using Done = Result<void>;

// Calls f(item, number from 1) until one fails.
template <class Items, class F>
Done each(const Items& items, F&& f) {
  Done done;
  std::size_t number = 0;
  for (auto item = items.begin(); done && item != items.end(); ++item) done = f(*item, ++number);
  return done;
}

const char* word_of(Wish wish) {
  return wish == Wish::required ? "required" : "preferred";
}

Done forget(Sqlite& db, const std::string& name) {
  for (const char* sql :
       {"DELETE FROM documents WHERE application = ?", "DELETE FROM levels WHERE application = ?",
        "DELETE FROM findings WHERE application = ?", "DELETE FROM demands WHERE application = ?",
        "DELETE FROM keywords WHERE application = ?", "DELETE FROM phrases WHERE application = ?"})
    if (auto done = db.run(sql, {name}); !done) return done;
  return {};
}

Done save_application(Sqlite& db, const ApplicationRecord& record, const std::string& at) {
  return db
      .run(
          "INSERT INTO applications VALUES (?1, ?2, ?3, ?4, ?5, NULL)"
          " ON CONFLICT DO UPDATE SET fingerprint = ?2, readable = ?3, covered = ?4,"
          " demonstrated = ?5, gone = NULL",
          {record.name, record.fingerprint, record.was_read() ? 1 : 0, record.covered,
           record.demonstrated})
      .and_then([&] {
        return db.run(
            "INSERT INTO analyses VALUES"
            " (?1, CASE ?2 WHEN '' THEN strftime('%Y-%m-%dT%H:%M:%fZ', 'now') ELSE ?2 END)"
            " ON CONFLICT DO UPDATE SET at = excluded.at",
            {record.name, at});
      });
}

SqlValue or_null(const std::optional<Trouble>& trouble, std::string Trouble::*member) {
  return trouble ? SqlValue((*trouble).*member) : SqlValue(nullptr);
}

Done save_documents(Sqlite& db, const ApplicationRecord& record) {
  return each(record.documents, [&](const DocumentRecord& document, std::size_t number) {
    return db.run("INSERT INTO documents VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                  {record.name, number, document.path, document.sha256, document.bytes,
                   document.kind, document.format, or_null(document.trouble, &Trouble::cause),
                   or_null(document.trouble, &Trouble::remedy)});
  });
}

Done save_evidence(Sqlite& db, const std::string& name, const SkillRecord& skill) {
  return each(skill.evidence, [&](const EvidenceRecord& piece, std::size_t number) {
    return db.run(
        "INSERT INTO evidence VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        {name, skill.skill, number, piece.document + 1, piece.skill, level_word(piece.level),
         piece.text, piece.unit, piece.section, piece.heading, piece.place.page, piece.place.line,
         piece.place.column, piece.place.paragraph, piece.place.part, piece.start, piece.end,
         piece.pattern});
  });
}

Done save_levels(Sqlite& db, const ApplicationRecord& record) {
  return each(record.skills, [&](const SkillRecord& skill, std::size_t number) {
    return db
        .run("INSERT INTO levels VALUES (?, ?, ?, ?, ?)",
             {record.name, skill.skill, number, level_word(skill.level), skill.pieces})
        .and_then([&] { return save_evidence(db, record.name, skill); });
  });
}

Done save_quotes(Sqlite& db, const std::string& name, std::size_t finding,
                 const std::vector<std::string>& quotes) {
  return each(quotes, [&](const std::string& quote, std::size_t number) {
    return db.run("INSERT INTO quotes VALUES (?, ?, ?, ?)", {name, finding, number, quote});
  });
}

Done save_findings(Sqlite& db, const ApplicationRecord& record) {
  return each(record.findings, [&](const FindingRecord& finding, std::size_t number) {
    const SqlValue document =
        finding.document ? SqlValue(*finding.document + 1) : SqlValue(nullptr);
    const Place& place = finding.place;
    return db
        .run("INSERT INTO findings VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
             {record.name, number, finding.id, name_of(finding.severity), document, place.page,
              place.line, place.column, place.paragraph, place.part, finding.title, finding.subject,
              finding.message, finding.remedy})
        .and_then([&] { return save_quotes(db, record.name, number, finding.quotes); });
  });
}

Done save_answers(Sqlite& db, const ApplicationRecord& record) {
  auto done = each(record.demands, [&](const DemandRecord& demand, std::size_t number) {
    return db.run("INSERT INTO demands VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                  {record.name, number, demand.skill, demand.title, word_of(demand.wish),
                   demand.postings, demand.term, level_word(demand.level)});
  });
  if (!done) return done;
  return each(record.keywords, [&](const KeywordRecord& keyword, std::size_t number) {
    return db.run("INSERT INTO keywords VALUES (?, ?, ?, ?)",
                  {record.name, number, keyword.term, keyword.present ? 1 : 0});
  });
}

Done save_phrases(Sqlite& db, const ApplicationRecord& record) {
  return each(record.phrases, [&](const PhraseRecord& phrase, std::size_t) {
    return db.run("INSERT OR IGNORE INTO phrases VALUES (?, ?, ?, ?)",
                  {record.name, phrase.key, phrase.words, phrase.text});
  });
}

// What the documents hold, whatever they are called.
std::string contents_of(const ApplicationRecord& record) {
  std::vector<std::string> hashes;
  for (const DocumentRecord& document : record.documents) hashes.push_back(document.sha256);
  std::sort(hashes.begin(), hashes.end());
  std::string all;
  for (const std::string& hash : hashes) all += hash + '\n';
  return sha256(all);
}

struct Version {
  bool known = false;
  std::string contents{};
  std::map<std::string, std::string> levels{};
};

Result<Version> version_before(Sqlite& db, const std::string& name, std::int64_t run) {
  Version version;
  auto done = db.query(
      "SELECT contents FROM versions WHERE application = ? AND run < ? ORDER BY run DESC LIMIT 1",
      {name, run}, [&](const SqlRow& row) {
        version.known = true;
        version.contents = row.text(0);
      });
  if (!done) return fail(std::move(done.error()));
  done = db.query(
      "SELECT skill, level FROM history WHERE application = ?1 AND run ="
      " (SELECT max(run) FROM versions WHERE application = ?1 AND run < ?2)",
      {name, run}, [&](const SqlRow& row) { version.levels.emplace(row.text(0), row.text(1)); });
  if (!done) return fail(std::move(done.error()));
  return version;
}

bool differs(const Version& before, const ApplicationRecord& record, const std::string& contents) {
  if (!before.known || before.contents != contents) return true;
  std::map<std::string, std::string> levels;
  for (const SkillRecord& skill : record.skills)
    levels.emplace(skill.skill, level_word(skill.level));
  return levels != before.levels;
}

// A run that was interrupted may have seen another draft; only the last of a run is kept.
Done save_version(Sqlite& db, const ApplicationRecord& record, std::int64_t run) {
  auto done = db.run("DELETE FROM versions WHERE application = ? AND run = ?", {record.name, run});
  if (!done) return done;
  const auto before = version_before(db, record.name, run);
  if (!before) return fail(before.error());
  const std::string contents = contents_of(record);
  if (!differs(*before, record, contents)) return {};
  done = db.run("INSERT INTO versions VALUES (?, ?, ?)", {record.name, run, contents});
  if (!done) return done;
  return each(record.skills, [&](const SkillRecord& skill, std::size_t) {
    return db.run("INSERT INTO history VALUES (?, ?, ?, ?)",
                  {record.name, run, skill.skill, level_word(skill.level)});
  });
}

Done save_skills(Sqlite& db, const std::vector<TaughtSkill>& skills) {
  auto done = db.run("DELETE FROM skills");
  if (!done) return done;
  return each(skills, [&](const TaughtSkill& skill, std::size_t position) {
    return db
        .run("INSERT OR IGNORE INTO skills VALUES (?, ?, ?, ?)",
             {skill.id, position, skill.title, skill.about})
        .and_then([&] {
          return each(skill.phrasings, [&](const std::string& text, std::size_t number) {
            return db.run("INSERT OR IGNORE INTO phrasings VALUES (?, ?, ?)",
                          {skill.id, number, text});
          });
        });
  });
}

Done save_postings(Sqlite& db, const std::vector<PostingFile>& postings) {
  auto done = db.run("DELETE FROM postings");
  if (!done) return done;
  return each(postings, [&](const PostingFile& posting, std::size_t number) {
    return db.run("INSERT INTO postings VALUES (?, ?, ?)", {number, posting.name, posting.sha256});
  });
}

}  // namespace

Result<std::int64_t> ongoing_run(Sqlite& db, const std::string& program) {
  auto run = db.number("SELECT run FROM runs WHERE finished IS NULL ORDER BY run DESC LIMIT 1");
  if (!run || *run != 0) return run;
  auto begun = db.run(
      "INSERT INTO runs SELECT coalesce(max(run), 0) + 1,"
      " strftime('%Y-%m-%dT%H:%M:%fZ', 'now'), NULL, ? FROM runs",
      {program});
  if (!begun) return fail(std::move(begun.error()));
  return db.number("SELECT max(run) FROM runs");
}

Result<void> save_record(Sqlite& db, const ApplicationRecord& record, std::int64_t run,
                         const std::string& at) {
  return forget(db, record.name)
      .and_then([&] { return save_application(db, record, at); })
      .and_then([&] { return save_documents(db, record); })
      .and_then([&] { return save_levels(db, record); })
      .and_then([&] { return save_findings(db, record); })
      .and_then([&] { return save_answers(db, record); })
      .and_then([&] { return save_phrases(db, record); })
      .and_then([&] { return save_version(db, record, run); });
}

Result<void> save_settings(Sqlite& db, const RunSettings& settings) {
  const std::pair<const char*, const std::string*> rows[] = {
      {"program", &settings.program}, {"lexicon", &settings.lexicon},
      {"profile", &settings.profile}, {"profile_title", &settings.profile_title},
      {"options", &settings.options}, {"anonymous", &settings.anonymous},
  };
  for (const auto& [key, value] : rows)
    if (auto done = db.run("INSERT OR REPLACE INTO meta VALUES (?, ?)", {key, *value}); !done)
      return done;
  return save_skills(db, settings.skills).and_then([&] {
    return save_postings(db, settings.postings);
  });
}

}  // namespace rapport
