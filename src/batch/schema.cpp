#include "batch/schema.hpp"

#include <fmt/format.h>

#include <string>

namespace rapport {

namespace {

// "Rprt": by it `file` and we know the database.
constexpr std::int64_t application_id = 0x52707274;

// What an application is. Keys are the applications' own names, not numbers in order of arrival:
// so the same results are the same bytes of a dump, whoever was first.
constexpr const char* first_step = R"sql(
CREATE TABLE meta(
  key TEXT PRIMARY KEY NOT NULL,
  value TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE level_ranks(
  level TEXT PRIMARY KEY NOT NULL,
  rank INTEGER NOT NULL UNIQUE
) WITHOUT ROWID;
INSERT INTO level_ranks VALUES ('missing', 0), ('claimed', 1), ('demonstrated', 2), ('quantified', 3);

CREATE TABLE skills(
  skill TEXT PRIMARY KEY NOT NULL,
  position INTEGER NOT NULL,
  title TEXT NOT NULL,
  about TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE phrasings(
  skill TEXT NOT NULL REFERENCES skills ON DELETE CASCADE,
  number INTEGER NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY(skill, number)
) WITHOUT ROWID;

CREATE TABLE postings(
  number INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  sha256 TEXT NOT NULL
);

CREATE TABLE runs(
  run INTEGER PRIMARY KEY,
  started TEXT NOT NULL,
  finished TEXT,
  program TEXT NOT NULL
);

CREATE TABLE applications(
  application TEXT PRIMARY KEY NOT NULL,
  fingerprint TEXT NOT NULL,
  readable INTEGER NOT NULL CHECK(readable IN (0, 1)),
  covered INTEGER NOT NULL,
  demonstrated INTEGER NOT NULL,
  gone INTEGER REFERENCES runs
) WITHOUT ROWID;

CREATE TABLE analyses(
  application TEXT PRIMARY KEY NOT NULL REFERENCES applications ON DELETE CASCADE,
  at TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE documents(
  application TEXT NOT NULL REFERENCES applications ON DELETE CASCADE,
  document INTEGER NOT NULL,
  path TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  kind TEXT NOT NULL,
  format TEXT NOT NULL,
  cause TEXT,
  remedy TEXT,
  PRIMARY KEY(application, document)
) WITHOUT ROWID;

CREATE TABLE levels(
  application TEXT NOT NULL REFERENCES applications ON DELETE CASCADE,
  skill TEXT NOT NULL,
  position INTEGER NOT NULL,
  level TEXT NOT NULL REFERENCES level_ranks,
  pieces INTEGER NOT NULL,
  PRIMARY KEY(application, skill)
) WITHOUT ROWID;

CREATE TABLE evidence(
  application TEXT NOT NULL,
  skill TEXT NOT NULL,
  number INTEGER NOT NULL,
  document INTEGER NOT NULL,
  of_skill TEXT NOT NULL,
  level TEXT NOT NULL REFERENCES level_ranks,
  text TEXT NOT NULL,
  sentence TEXT NOT NULL,
  section TEXT NOT NULL,
  heading TEXT NOT NULL,
  page INTEGER NOT NULL,
  line INTEGER NOT NULL,
  col INTEGER NOT NULL,
  paragraph INTEGER NOT NULL,
  part TEXT NOT NULL,
  start_offset INTEGER NOT NULL,
  end_offset INTEGER NOT NULL,
  pattern TEXT NOT NULL,
  PRIMARY KEY(application, skill, number),
  FOREIGN KEY(application, skill) REFERENCES levels ON DELETE CASCADE
) WITHOUT ROWID;

CREATE TABLE findings(
  application TEXT NOT NULL REFERENCES applications ON DELETE CASCADE,
  finding INTEGER NOT NULL,
  id TEXT NOT NULL,
  severity TEXT NOT NULL CHECK(severity IN ('note', 'warning', 'error')),
  document INTEGER,
  page INTEGER NOT NULL,
  line INTEGER NOT NULL,
  col INTEGER NOT NULL,
  paragraph INTEGER NOT NULL,
  part TEXT NOT NULL,
  title TEXT NOT NULL,
  subject TEXT NOT NULL,
  message TEXT NOT NULL,
  remedy TEXT NOT NULL,
  PRIMARY KEY(application, finding)
) WITHOUT ROWID;

CREATE TABLE quotes(
  application TEXT NOT NULL,
  finding INTEGER NOT NULL,
  number INTEGER NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY(application, finding, number),
  FOREIGN KEY(application, finding) REFERENCES findings ON DELETE CASCADE
) WITHOUT ROWID;

CREATE TABLE demands(
  application TEXT NOT NULL REFERENCES applications ON DELETE CASCADE,
  number INTEGER NOT NULL,
  skill TEXT NOT NULL,
  title TEXT NOT NULL,
  wish TEXT NOT NULL CHECK(wish IN ('preferred', 'required')),
  postings INTEGER NOT NULL,
  term TEXT NOT NULL,
  level TEXT NOT NULL REFERENCES level_ranks,
  PRIMARY KEY(application, number)
) WITHOUT ROWID;

CREATE TABLE keywords(
  application TEXT NOT NULL REFERENCES applications ON DELETE CASCADE,
  number INTEGER NOT NULL,
  term TEXT NOT NULL,
  present INTEGER NOT NULL CHECK(present IN (0, 1)),
  PRIMARY KEY(application, number)
) WITHOUT ROWID;

CREATE TABLE problems(
  number INTEGER PRIMARY KEY,
  subject TEXT NOT NULL,
  cause TEXT NOT NULL,
  remedy TEXT NOT NULL
);
)sql";

// What applications have in common, and what they were before.
constexpr const char* second_step = R"sql(
CREATE TABLE phrases(
  application TEXT NOT NULL REFERENCES applications ON DELETE CASCADE,
  phrase TEXT NOT NULL,
  words INTEGER NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY(application, phrase)
) WITHOUT ROWID;

CREATE TABLE versions(
  application TEXT NOT NULL REFERENCES applications ON DELETE CASCADE,
  run INTEGER NOT NULL REFERENCES runs,
  contents TEXT NOT NULL,
  PRIMARY KEY(application, run)
) WITHOUT ROWID;

CREATE TABLE history(
  application TEXT NOT NULL,
  run INTEGER NOT NULL,
  skill TEXT NOT NULL,
  level TEXT NOT NULL REFERENCES level_ranks,
  PRIMARY KEY(application, run, skill),
  FOREIGN KEY(application, run) REFERENCES versions ON DELETE CASCADE
) WITHOUT ROWID;
)sql";

constexpr const char* steps[] = {first_step, second_step};

constexpr const char* views = R"sql(
CREATE VIEW applicants AS
  SELECT a.application,
         a.covered,
         a.demonstrated,
         (SELECT count(*) FROM skills) AS skills,
         (SELECT count(*) FROM documents d WHERE d.application = a.application) AS documents,
         (SELECT count(*) FROM documents d
           WHERE d.application = a.application AND d.cause IS NOT NULL) AS unreadable,
         (SELECT count(*) FROM findings f WHERE f.application = a.application) AS findings
    FROM applications a
   WHERE a.gone IS NULL
   ORDER BY a.application;

CREATE VIEW applicant_skills AS
  SELECT a.application, s.skill, s.title,
         coalesce(l.level, 'missing') AS level,
         coalesce(l.pieces, 0) AS pieces
    FROM applications a
    CROSS JOIN skills s
    LEFT JOIN levels l ON l.application = a.application AND l.skill = s.skill
   WHERE a.gone IS NULL AND a.readable
   ORDER BY a.application, s.position;

CREATE VIEW skill_coverage AS
  SELECT s.skill, s.title,
         count(a.application) AS applicants,
         count(a.application) FILTER (WHERE l.level = 'quantified') AS quantified,
         count(a.application) FILTER (WHERE l.level = 'demonstrated') AS demonstrated,
         count(a.application) FILTER (WHERE l.level = 'claimed') AS claimed,
         count(a.application) FILTER (WHERE coalesce(l.level, 'missing') = 'missing') AS missing
    FROM skills s
    LEFT JOIN applications a ON a.gone IS NULL AND a.readable
    LEFT JOIN levels l ON l.application = a.application AND l.skill = s.skill
   GROUP BY s.skill
   ORDER BY s.position;

CREATE VIEW gaps AS
  SELECT c.skill, c.title, c.missing, c.claimed, c.applicants,
         (SELECT text FROM phrasings p WHERE p.skill = c.skill ORDER BY number LIMIT 1) AS teach
    FROM skill_coverage c JOIN skills s USING (skill)
   WHERE c.missing + c.claimed > 0
   ORDER BY c.missing DESC, c.claimed DESC, s.position;

CREATE VIEW demonstrations AS
  SELECT e.application, e.skill, e.level, e.sentence, e.section, d.path, e.page, e.line, e.paragraph
    FROM evidence e
    JOIN applications a ON a.application = e.application AND a.gone IS NULL
    JOIN documents d ON d.application = e.application AND d.document = e.document
   WHERE e.level IN ('demonstrated', 'quantified')
   ORDER BY e.application, e.skill, e.number;

CREATE VIEW unreadable AS
  SELECT d.path AS file, d.application, d.cause, d.remedy
    FROM documents d JOIN applications a ON a.application = d.application AND a.gone IS NULL
   WHERE d.cause IS NOT NULL
  UNION ALL
  SELECT subject, NULL, cause, remedy FROM problems
   ORDER BY 1, 2;

CREATE VIEW common_findings AS
  SELECT f.id, max(f.title) AS title,
         count(DISTINCT f.application) AS applicants,
         count(*) AS times
    FROM findings f JOIN applications a ON a.application = f.application AND a.gone IS NULL
   GROUP BY f.id
   ORDER BY applicants DESC, times DESC, f.id;

CREATE VIEW shared_phrases AS
  SELECT count(*) AS applicants, p.words, min(p.text) AS text, p.phrase
    FROM phrases p JOIN applications a ON a.application = p.application AND a.gone IS NULL
   GROUP BY p.phrase
  HAVING count(*) > 1
   ORDER BY applicants DESC, p.words DESC, p.phrase;

CREATE VIEW posting_gaps AS
  SELECT d.skill, max(d.title) AS title,
         count(*) FILTER (WHERE d.level = 'missing') AS missing,
         count(*) FILTER (WHERE d.level = 'claimed') AS claimed,
         count(*) AS applicants
    FROM demands d JOIN applications a ON a.application = d.application AND a.gone IS NULL
   GROUP BY d.skill
  HAVING missing + claimed > 0
   ORDER BY missing DESC, claimed DESC, d.skill;

CREATE VIEW missing_keywords AS
  SELECT k.term, count(*) FILTER (WHERE NOT k.present) AS missing, count(*) AS applicants
    FROM keywords k JOIN applications a ON a.application = k.application AND a.gone IS NULL
   GROUP BY k.term
  HAVING missing > 0
   ORDER BY missing DESC, k.term;

CREATE VIEW changes AS
  SELECT v.application, v.run, h.skill,
         coalesce(s.title, h.skill) AS title,
         b.level AS before, h.level AS after,
         CASE WHEN ra.rank > rb.rank THEN 'rose' ELSE 'fell' END AS direction,
         CASE WHEN v.contents <> w.contents THEN 'documents' ELSE 'rules' END AS cause
    FROM versions v
    JOIN versions w ON w.application = v.application
     AND w.run = (SELECT max(run) FROM versions x
                   WHERE x.application = v.application AND x.run < v.run)
    JOIN history h ON h.application = v.application AND h.run = v.run
    JOIN history b ON b.application = w.application AND b.run = w.run AND b.skill = h.skill
    JOIN level_ranks ra ON ra.level = h.level
    JOIN level_ranks rb ON rb.level = b.level
    LEFT JOIN skills s ON s.skill = h.skill
   WHERE ra.rank <> rb.rank
   ORDER BY v.application, v.run, h.skill;

CREATE VIEW progress AS
  SELECT c.application, c.skill, c.title, c.before, c.after, c.direction
    FROM changes c JOIN applications a ON a.application = c.application AND a.gone IS NULL
   WHERE c.cause = 'documents' AND c.run = (SELECT max(run) FROM runs)
   ORDER BY c.application, c.skill;

CREATE VIEW gone AS
  SELECT application, gone AS run FROM applications WHERE gone IS NOT NULL ORDER BY application;
)sql";

Error foreign(const Sqlite& db) {
  return {.kind = ErrorKind::output,
          .subject = db.path(),
          .message = "is a database of another program",
          .remedy = "name another folder"};
}

Error newer(const Sqlite& db) {
  return {.kind = ErrorKind::output,
          .subject = db.path(),
          .message = "was made by a newer version of rapport",
          .remedy = "use that version, or name another folder"};
}

Result<void> drop_views(Sqlite& db) {
  std::string script;
  auto listed =
      db.query("SELECT name FROM sqlite_schema WHERE type = 'view'", {},
               [&](const SqlRow& row) { script += fmt::format("DROP VIEW \"{}\";", row.text(0)); });
  return listed ? db.script(script) : listed;
}

Result<void> take_steps(Sqlite& db, std::span<const char* const> all, std::size_t from) {
  if (auto dropped = drop_views(db); !dropped) return dropped;
  for (const char* step : all.subspan(from)) {
    if (auto taken = db.script(step); !taken) return taken;
  }
  if (all.data() == schema_steps().data()) {
    if (auto made = db.script(views); !made) return made;
  }
  return db.script(fmt::format("PRAGMA application_id = {}; PRAGMA user_version = {};",
                               application_id, all.size()));
}

}  // namespace

std::span<const char* const> schema_steps() {
  return steps;
}
const char* schema_views() {
  return views;
}

Result<void> check_schema(Sqlite& db) {
  const auto id = db.number("PRAGMA application_id");
  if (!id) return fail(id.error());
  const auto tables = db.number("SELECT count(*) FROM sqlite_schema");
  if (!tables) return fail(tables.error());
  if (*id != application_id && *tables > 0) return fail(foreign(db));
  const auto version = db.number("PRAGMA user_version");
  if (!version) return fail(version.error());
  if (*version > static_cast<std::int64_t>(schema_steps().size())) return fail(newer(db));
  return {};
}

Result<void> migrate(Sqlite& db, std::span<const char* const> all) {
  const auto version = db.number("PRAGMA user_version");
  if (!version) return fail(version.error());
  const auto taken = static_cast<std::size_t>(*version);
  if (taken >= all.size()) return {};
  auto transaction = Transaction::begin(db, Sqlite::Access::write);
  if (!transaction) return fail(std::move(transaction.error()));
  if (auto done = take_steps(db, all, taken); !done) return done;
  return transaction->commit();
}

}  // namespace rapport
