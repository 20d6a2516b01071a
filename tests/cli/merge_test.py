"""rapport merge: several folders of results as one cohort."""

import json
import pathlib
import sqlite3
import tempfile
import unittest

import support
from support import rapport

BATCH_WRITES = "--output" in rapport("batch", "--help").out


class MergeErrors(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(self.enterContext(tempfile.TemporaryDirectory()))

    def test_a_folder_without_results_is_told_and_nothing_is_made(self):
        (self.folder / "in").mkdir()
        run = rapport("merge", "in", "-o", "out", cwd=self.folder)
        self.assertEqual(run.code, 2)
        self.assertEqual(
            run.err,
            "rapport: in/results.db: does not exist (name a folder that `rapport batch` wrote)\n")
        self.assertFalse((self.folder / "out").exists())

    def test_a_file_that_is_no_database_is_told_and_left_alone(self):
        (self.folder / "in").mkdir()
        (self.folder / "in/results.db").write_bytes(b"x" * 4096)
        run = rapport("merge", "in", "-o", "out", cwd=self.folder)
        self.assertEqual(run.code, 2)
        self.assertIn("in/results.db: is no results database", run.err)
        self.assertEqual((self.folder / "in/results.db").read_bytes(), b"x" * 4096)

    def test_where_to_has_to_be_said(self):
        run = rapport("merge", "in", cwd=self.folder)
        self.assertEqual(run.code, 2)
        self.assertIn("--output", run.err)


@unittest.skipUnless(BATCH_WRITES, "batch does not write folders yet")
class Merge(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(self.enterContext(tempfile.TemporaryDirectory()))
        for shard, names in (("a", ("doe", "jones")), ("b", ("smith",))):
            for name in names:
                path = self.folder / shard / name / "resume.txt"
                path.parent.mkdir(parents=True)
                path.write_text(support.RESUME.replace("Kim", name), encoding="utf-8")
            run = rapport("batch", shard, "-o", f"out-{shard}", *support.CIRCUS, cwd=self.folder)
            self.assertEqual(run.code, 0, run.err)

    def test_two_shards_become_one_cohort_with_its_reports(self):
        run = rapport("merge", "out-a", "out-b", "-o", "out", cwd=self.folder)
        self.assertEqual(run.code, 0, run.err)
        lines = (self.folder / "out/results.jsonl").read_text(encoding="utf-8").splitlines()
        self.assertEqual([json.loads(line)["id"] for line in lines], ["doe", "jones", "smith"])
        table = (self.folder / "out/summary.csv").read_text(encoding="utf-8")
        self.assertIn("\nsmith,", table.replace("\r\n", "\n"))
        self.assertIn("3 applicants", (self.folder / "out/index.html").read_text(encoding="utf-8"))
        with sqlite3.connect(self.folder / "out/results.db") as db:
            self.assertEqual(db.execute("PRAGMA integrity_check").fetchall(), [("ok",)])
            self.assertEqual(db.execute("SELECT count(*) FROM applicants").fetchone(), (3,))

    def test_order_and_repetition_change_nothing(self):
        for out, shards in (("one", ("out-a", "out-b")), ("two", ("out-b", "out-a", "out-b"))):
            self.assertEqual(rapport("merge", *shards, "-o", out, cwd=self.folder).code, 0)
        for name in ("results.jsonl", "summary.csv"):
            self.assertEqual((self.folder / "one" / name).read_bytes(),
                             (self.folder / "two" / name).read_bytes())


if __name__ == "__main__":
    unittest.main()
