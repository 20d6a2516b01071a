#!/usr/bin/env python3
"""A cohort in its hundreds, or as many as RAPPORT_DOCUMENTS says: nobody is lost, whatever the
number of jobs and however often it is killed, nothing is left behind, and memory does not grow with
it. `./dev test slow` runs it with 5,000 documents."""

import hashlib
import os
import pathlib
import random
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
import unittest

import large_cohort
from cohort_test import alive, content, database, descendants, intact, wait_until
from support import PROGRAM

SANITIZED = "RAPPORT_SANITIZE" in os.environ
DOCUMENTS = int(os.environ.get("RAPPORT_DOCUMENTS", "60" if SANITIZED else "300"))
KIBIBYTES = re.compile(r"^Pss:\s+(\d+) kB", re.M)


def command(people, out, jobs):
    return [PROGRAM, "batch", "-q", people, "--group-by", "folder", "-o", out, "--jobs", str(jobs)]


def held(process):
    """KiB of memory of one process; what several share counts in parts."""
    try:
        return int(KIBIBYTES.search(pathlib.Path(f"/proc/{process}/smaps_rollup").read_text())[1])
    except (OSError, TypeError):
        return 0


class Watched:
    """A batch, with the most memory that all its processes had at a time."""

    def __init__(self, *how):
        self.process = subprocess.Popen(command(*how), stdout=subprocess.DEVNULL,
                                        stderr=subprocess.PIPE)
        self.peak = 0
        self.family = set()
        self.thread = threading.Thread(target=self.look)
        self.thread.start()

    def look(self):
        while self.process.poll() is None:
            below = descendants(self.process.pid)
            self.family.update(below)
            self.peak = max(self.peak, sum(map(held, [self.process.pid, *below])))
            time.sleep(0.02)

    def end(self):
        _, err = self.process.communicate()
        self.thread.join()
        return self.process.returncode, err.decode()


def files(out):
    """All that people are given: pages, tables, lines."""
    found = {str(path.relative_to(out)): hashlib.sha256(path.read_bytes()).hexdigest()
             for path in out.rglob("*") if path.suffix in (".html", ".csv", ".jsonl")}
    # The cohort's page names the days of its runs, of which midnight makes another.
    page = re.sub(r"\d{4}-\d\d-\d\d", "DAY", (out / "index.html").read_text(encoding="utf-8"))
    return {**found, "index.html": page}


class LargeCohort(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = pathlib.Path(tempfile.mkdtemp())
        cls.addClassCleanup(shutil.rmtree, cls.folder)
        cls.people = cls.folder / "people"
        cls.unreadable = large_cohort.make(cls.people, DOCUMENTS)
        cls.whole = Watched(cls.people, cls.folder / "whole", 4)
        cls.ended = cls.whole.end()

    def assert_the_same(self, out):
        whole = self.folder / "whole"
        self.assertEqual(sorted(path.name for path in out.rglob("*") if path.is_file()
                                and path.suffix not in (".html", ".csv", ".jsonl")),
                         [".lock", "results.db"])
        self.assertTrue(intact(out))
        self.assertEqual(content(out), content(whole))
        self.assertEqual(files(out), files(whole))

    def test_every_document_is_accounted_for(self):
        self.assertEqual(self.ended, (2, ""))
        with database(self.folder / "whole") as db:
            read, unread = db.execute("select count(*) filter (where cause is null),"
                                      " count(*) filter (where cause > '') from documents").fetchone()
            paths = {path for (path,) in db.execute("select path from documents")}
        self.assertEqual((read, unread), (DOCUMENTS - self.unreadable, self.unreadable))
        self.assertEqual(paths, {str(path) for path in self.people.rglob("*.*")})
        self.assertTrue(intact(self.folder / "whole"))

    def test_nothing_is_left_behind(self):
        self.assertTrue(self.whole.family)
        self.assertEqual([process for process in self.whole.family
                          if pathlib.Path(f"/proc/{process}").exists()], [])

    def test_one_job_finds_what_four_find(self):
        out = self.folder / "one"
        self.assertEqual(Watched(self.people, out, 1).end(), (2, ""))
        self.assert_the_same(out)

    def test_killed_three_times_at_random_it_ends_as_if_nothing_had_happened(self):
        out = self.folder / "killed"
        chance = random.Random(DOCUMENTS)
        pages = len(list((self.folder / "whole" / "applicants").iterdir()))
        moments = sorted(chance.uniform(0.05, 1) for _ in range(3))
        for moment in moments:
            run = subprocess.Popen(command(self.people, out, 4), stdout=subprocess.DEVNULL)
            wait_until(lambda share=moment, run=run: run.poll() is not None or
                       len(list(out.glob("applicants/*.html"))) >= share * pages, seconds=3600)
            below = descendants(run.pid)
            run.send_signal(signal.SIGKILL)
            run.wait()
            wait_until(lambda below=below: not any(map(alive, below)))
            self.assertTrue(intact(out))
        self.assertEqual(Watched(self.people, out, 4).end(), (2, ""))
        self.assert_the_same(out)

    @unittest.skipIf(SANITIZED, "sanitizers keep what was freed")
    def test_memory_does_not_grow_with_the_cohort(self):
        few = self.folder / "few"
        large_cohort.make(few, DOCUMENTS // 10)
        tenth = Watched(few, self.folder / "tenth", 4)
        self.assertEqual(tenth.end()[1], "")
        print(f"memory: {tenth.peak >> 10} MiB for {DOCUMENTS // 10} documents, "
              f"{self.whole.peak >> 10} MiB for {DOCUMENTS}")
        self.assertLess(self.whole.peak, 1.6 * tenth.peak)


if __name__ == "__main__":
    sys.exit(unittest.main())
