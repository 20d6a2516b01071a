"""What the tests of clusters have in common: a cohort in shards, and what must come of it."""

import os
import pathlib
import sqlite3
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "cli"))

import people  # noqa: E402

PROGRAM = os.path.abspath(os.environ.get("RAPPORT", HERE.parents[1] / "build" / "rapport"))
SKIPPED = 77  # what ctest takes for "skipped"
GROUP = ["--group-by", r"people/([^/]+)/"]


def skip(why):
    print(f"skipped: {why}")
    sys.exit(SKIPPED)


class Cohort:
    """Some applicants in a folder of their own, and their paths in lists of about one size."""

    def __init__(self, applicants, shards):
        self._folder = tempfile.TemporaryDirectory()
        self.home = pathlib.Path(self._folder.name)
        people.make(self.home / "people", applicants)
        homes = sorted((self.home / "people").iterdir())
        for shard in range(shards):
            paths = [str(path) for home in homes[shard::shards] for path in sorted(home.iterdir())]
            (self.home / f"shard.{shard}").write_text("\n".join(paths) + "\n", encoding="utf-8")

    def whole(self):
        """The results of one machine that does it all."""
        out = self.home / "whole"
        everything = self.home / "all"
        everything.write_text(
            "".join(path.read_text(encoding="utf-8") for path in self.home.glob("shard.*")), "utf-8")
        finished = subprocess.run(
            [PROGRAM, "batch", "--files-from", everything, "-o", out, "-q", *GROUP], check=False)
        assert finished.returncode in (0, 2), finished.returncode
        return results(out)

    def merged(self, folders):
        out = self.home / "merged"
        subprocess.run([PROGRAM, "merge", *folders, "-o", out], check=True)
        return results(out)


def results(out):
    """What was found of each applicant, whoever found it."""
    with sqlite3.connect(f"file:{out}/results.db?mode=ro", uri=True) as db:
        assert db.execute("pragma integrity_check").fetchone() == ("ok",)
        return {
            table: sorted(map(repr, db.execute(f"select * from {table}")))
            for table in ("applications", "levels", "evidence", "documents", "findings")
        }
