#!/usr/bin/env python3
"""rapport batch --output: nothing is lost, whatever happens to documents, processes and disks."""

import contextlib
import csv
import json
import os
import pathlib
import random
import resource
import signal
import sqlite3
import subprocess
import sys
import time
import unittest

import people
import support
from support import PROGRAM, rapport

SLOW = "RAPPORT_SANITIZE" in os.environ
PEOPLE = 12 if SLOW else 45
# Seconds: enough for every other document, too few for one of a hundred thousand scattered words.
LIMIT = 6 if SLOW else 3
# When something was found, and how often it was tried, differs between runs that find the same.
BY_TIME = {"runs", "analyses"}


def database(out):
    return contextlib.closing(sqlite3.connect(f"file:{out}/results.db?mode=ro", uri=True))


def content(out):
    """All that the database says, but for times."""
    with database(out) as db:
        tables = [name for (name,) in db.execute(
            "select name from sqlite_master where type = 'table' and name not like 'sqlite_%'")]
        return {name: sorted(map(repr, db.execute(f"select * from {name}")))
                for name in tables if name not in BY_TIME}


def intact(out):
    with database(out) as db:
        return db.execute("pragma integrity_check").fetchone() == ("ok",)


def start(*args, **how):
    return subprocess.Popen([PROGRAM, "batch", *map(str, args)], stdout=subprocess.DEVNULL,
                            stderr=subprocess.PIPE, **how)


def descendants(process):
    """Ids of all processes below one, the server first."""
    children = {}
    for entry in pathlib.Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = entry.read_text().rsplit(")", 1)[1].split()
        except OSError:
            continue
        children.setdefault(int(fields[1]), []).append(int(entry.parent.name))
    found, waiting = [], [process]
    while waiting:
        below = children.get(waiting.pop(), [])
        found += below
        waiting += below
    return found


def wait_until(condition, seconds=30):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        value = condition()
        if value:
            return value
        time.sleep(0.02)
    raise AssertionError("never came to be")


def alive(process):
    try:
        return pathlib.Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except OSError:
        return False


class Cohort(support.Case):
    def setUp(self):
        super().setUp()
        self.people = self.folder / "people"
        self.out = self.folder / "out"

    def batch(self, *args, out=None):
        return rapport("batch", self.people, "--group-by", "folder", "-o", out or self.out, *args)

    def test_every_document_is_accounted_for(self):
        unreadable = people.make(self.people, PEOPLE)
        run = self.batch()
        self.assertEqual(run.code, 2)
        self.assertEqual(len(run.err.splitlines()), unreadable)
        documents = [p for p in self.people.rglob("*") if p.is_file()]
        with database(self.out) as db:
            rows = db.execute("select count(*) from documents").fetchone()[0]
            (told,) = db.execute("select count(*) from unreadable").fetchone()
        self.assertEqual((rows, told), (len(documents), unreadable))
        self.assertTrue(intact(self.out))
        # What still cannot be read is no less a failure for being known.
        again = self.batch()
        self.assertEqual(again.code, 2)
        self.assertLess(len(again.err.splitlines()), unreadable)
        self.assertIn(f"{unreadable} document", again.out)
        with open(self.out / "summary.csv", newline="", encoding="utf-8") as table:
            # Nothing is said of the skills of somebody whose documents nobody could read.
            self.assertEqual(len(list(csv.DictReader(table))), PEOPLE - unreadable)
        lines = (self.out / "results.jsonl").read_text(encoding="utf-8").splitlines()
        self.assertEqual(len([json.loads(line) for line in lines]), PEOPLE)
        page = (self.out / "index.html").read_text(encoding="utf-8")
        for link in self.out.glob("applicants/*.html"):
            self.assertIn(link.name, page)

    def test_any_number_of_jobs_finds_the_same(self):
        people.make(self.people, PEOPLE)
        self.batch("--jobs", 1, out=self.folder / "one")
        self.batch("--jobs", 4, out=self.folder / "four")
        self.assertEqual(content(self.folder / "one"), content(self.folder / "four"))

    def test_killed_three_times_it_ends_as_if_nothing_had_happened(self):
        people.make(self.people, PEOPLE)
        begun = time.monotonic()
        self.batch(out=self.folder / "undisturbed")
        whole = time.monotonic() - begun
        chance = random.Random(7)
        for _ in range(3):
            process = start(self.people, "--group-by", "folder", "-o", self.out)
            time.sleep(whole * chance.uniform(0.2, 0.7))
            below = descendants(process.pid)
            process.send_signal(signal.SIGKILL)
            process.communicate()
            wait_until(lambda below=below: not any(map(alive, below)))
            if (self.out / "results.db").exists():
                self.assertTrue(intact(self.out))
        self.batch()
        self.assertEqual(content(self.out), content(self.folder / "undisturbed"))
        self.assertEqual([p.name for p in self.out.rglob("*.html.*")], [])

    def test_a_second_run_does_what_is_new_or_changed_and_no_more(self):
        people.make(self.people, 10)
        self.assertIn("10 analysed, 0 unchanged", self.batch().out)
        self.assertIn("0 analysed, 10 unchanged", self.batch().out)
        changed = sorted(self.people.glob("*/resume.txt"))[0]
        changed.write_text(changed.read_text() + "\n- Defused a quarrel between two guests\n")
        self.write("people/New One/resume.txt", support.RESUME)
        self.assertIn("2 analysed, 9 unchanged", self.batch().out)

    def test_another_profile_lexicon_or_posting_is_another_analysis(self):
        people.make(self.people, 5)
        self.batch()
        self.assertIn("5 analysed", self.batch("--profile", "interview").out)
        job = self.write("job.txt", "We need a patient colleague who resolves conflicts.\n")
        self.assertIn("5 analysed", self.batch("--profile", "interview", "--job", job).out)

    def test_what_somebody_deletes_is_drawn_again(self):
        people.make(self.people, 6)
        self.batch()
        before = {p: p.read_bytes() for p in self.out.rglob("*.*") if p.suffix != ".db"}
        page = sorted(self.out.glob("applicants/*.html"))[0]
        for path in (page, self.out / "index.html", self.out / "summary.csv"):
            path.unlink()
        self.assertIn("1 analysed, 5 unchanged", self.batch().out)
        # As a power cut may leave it.
        page.write_bytes(before[page][:2000])
        self.assertIn("1 analysed, 5 unchanged", self.batch().out)
        self.assertEqual({p: p.read_bytes() for p in before}, before)
        self.assertIn("0 analysed, 6 unchanged", self.batch().out)

    def test_who_is_gone_has_no_page_until_back(self):
        for name in ("Ada", "Ben", "Cyd"):
            self.write(f"people/{name}/resume.txt", support.RESUME)
        self.batch()
        before = content(self.out)
        self.write("out/applicants/notes.html", "the counselor's own")
        applicant = self.people / "Ben"
        away = applicant.rename(self.folder / "away")
        self.batch()
        self.assertEqual(len(list(self.out.glob("applicants/*.html"))), 3)
        self.assertTrue((self.out / "applicants" / "notes.html").exists())
        away.rename(applicant)
        self.assertIn("1 analysed, 2 unchanged", self.batch().out)
        self.assertEqual(len(list(self.out.glob("applicants/*.html"))), 4)
        self.assertEqual(content(self.out), before)

    def test_what_cannot_be_read_is_tried_again_when_it_may_end_otherwise(self):
        self.write("people/Ada/resume.txt", support.RESUME)
        self.write("people/Bo/resume.txt", "")
        self.write("people/Cleo/resume.pdf", "%PDF-1.4 and no more")
        self.assertEqual(len(self.batch().err.splitlines()), 2)
        again = self.batch()
        self.assertEqual((again.code, again.err), (2, ""))
        self.assertIn("0 analysed, 3 unchanged; 2 documents could not be read, all as before", again.out)
        asked = self.batch("--retry")
        self.assertEqual(len(asked.err.splitlines()), 2)
        self.assertIn("2 analysed, 1 unchanged; 2 documents could not be read\n", asked.out)
        self.write("people/Bo/resume.txt", support.RESUME)
        self.assertIn("1 analysed, 2 unchanged; 1 document could not be read, all", self.batch().out)
        # One that is not there today may be there tomorrow.
        (self.people / "Bo" / "letter.txt").symlink_to(self.folder / "nowhere")
        paths = b"\0".join(str(p).encode() for p in self.people.rglob("*.*"))
        listed = ["batch", "--files-from", "-", "-o", self.out, "--group-by", "folder"]
        rapport(*listed, stdin=paths)
        for _ in range(2):
            self.assertRegex(rapport(*listed, stdin=paths).err, r"\A.*letter.txt: does not exist.*\n\Z")

    @unittest.skipIf(SLOW, "sanitizers take what they like of the addresses")
    def test_a_limit_that_was_too_tight_is_tried_again_when_it_is_another(self):
        self.write("people/Hungry/resume.pdf", "").write_bytes(people.scattered_pdf(60_000))
        self.assertIn("more than 100 MiB", self.batch("--memory", 100).err)
        self.assertEqual(self.batch("--memory", 100).err, "")
        self.assertIn("more than 101 MiB", self.batch("--memory", 101).err)

    @unittest.skipIf(SLOW, "sanitizers take what they like of the addresses")
    def test_a_document_that_wants_ever_more_memory_costs_one_line(self):
        people.make(self.people, 6)
        self.write("people/Hungry/resume.pdf", "").write_bytes(people.scattered_pdf(60_000))
        run = self.batch("--memory", 100)
        (line,) = [line for line in run.err.splitlines() if "Hungry" in line]
        self.assertIn("more than 100 MiB of memory", line)
        self.assertIn("7 analysed", run.out)

    def test_a_document_that_never_ends_costs_one_line(self):
        people.make(self.people, 6)
        self.write("people/Endless/resume.pdf", "").write_bytes(people.scattered_pdf(100_000))
        run = self.batch("--timeout", LIMIT)
        self.assertEqual(run.code, 2)
        (line,) = [line for line in run.err.splitlines() if "Endless" in line]
        self.assertRegex(line, r"(within|more than) \d s.*\(")
        with database(self.out) as db:
            (read,) = db.execute("select count(*) from documents where cause is null").fetchone()
        self.assertEqual(read, len(list(self.people.rglob("*.*"))) - len(run.err.splitlines()))

    def test_a_reader_that_crashes_costs_one_line_too(self):
        people.make(self.people, 6)
        self.write("people/Endless/resume.pdf", "").write_bytes(people.scattered_pdf(100_000))
        process = start(self.people, "-o", self.out, "--group-by", "folder", "--jobs", 2)
        # Once all others are done, the reader that is left is that of the endless document.
        def last_reader():
            below = descendants(process.pid)
            done = (self.out / "applicants").is_dir() and len(list(self.out.glob("applicants/*"))) >= 5
            return below[1:] if done and len(below) == 2 else None
        (reader,) = wait_until(last_reader)
        # A sanitizer makes an exit of its own of what would be a crash.
        crash = signal.SIGKILL if SLOW else signal.SIGSEGV
        os.kill(reader, crash)
        _, err = process.communicate(timeout=60)
        self.assertIn(f"signal {int(crash)}", err.decode())
        self.assertEqual(process.returncode, 2)
        with database(self.out) as db:
            self.assertEqual(db.execute("select count(*) from applications").fetchone(), (7,))

    def test_an_interrupt_ends_at_once_keeps_what_is_done_and_says_how_to_go_on(self):
        people.make(self.people, PEOPLE)
        self.write("people/Aaron/resume.pdf", "").write_bytes(people.scattered_pdf(100_000))
        process = start(self.people, "-o", self.out, "--group-by", "folder", "--jobs", 2)
        wait_until(lambda: len(list(self.out.glob("applicants/*.html"))) > 3)
        below = descendants(process.pid)
        finished = len(list(self.out.glob("applicants/*.html")))
        process.send_signal(signal.SIGINT)
        _, err = process.communicate(timeout=5)
        self.assertEqual(process.returncode, 130)
        self.assertIn("the same command goes on from there", err.decode())
        wait_until(lambda: not any(map(alive, below)))
        with database(self.out) as db:
            (kept,) = db.execute("select count(*) from applications").fetchone()
        # Two may just have written their page.
        self.assertGreaterEqual(kept, finished - 2)
        run = self.batch("--timeout", LIMIT)
        self.assertNotIn(" 0 unchanged", run.out)

    def test_a_full_disk_is_told_and_corrupts_nothing(self):
        people.make(self.people, PEOPLE)
        self.batch(out=self.folder / "whole")
        size = (self.folder / "whole" / "results.db").stat().st_size
        limited = subprocess.run(
            [PROGRAM, "batch", self.people, "--group-by", "folder", "-o", self.out],
            capture_output=True, timeout=60, check=False,
            # A limit on the size of files meets the database as a full disk does.
            preexec_fn=lambda: (signal.signal(signal.SIGXFSZ, signal.SIG_IGN),
                                resource.setrlimit(resource.RLIMIT_FSIZE, (size // 2, size // 2))))
        self.assertEqual(limited.returncode, 2)
        last = limited.stderr.decode().splitlines()[-1]
        self.assertRegex(last, r"\Arapport: .*out.*: .*(full|large|written|space)")
        if (self.out / "results.db").exists():
            self.assertTrue(intact(self.out))
        self.batch()
        self.assertEqual(content(self.out), content(self.folder / "whole"))

    @unittest.skipIf(os.geteuid() == 0, "root may write anywhere")
    def test_a_folder_that_may_not_be_written_is_told_before_any_work(self):
        people.make(self.people, 2)
        self.folder.chmod(0o500)
        run = self.batch()
        self.folder.chmod(0o700)
        self.assert_complaint(run, "out")

    def test_a_file_in_the_place_of_the_folder_is_told(self):
        people.make(self.people, 2)
        self.write("out", "not a folder")
        self.assert_complaint(self.batch(), "out: is a file", "name a folder")

    def test_what_is_no_database_of_ours_is_told_and_left_alone(self):
        people.make(self.people, 2)
        text = "Dear diary, " * 100
        self.write("out/results.db", text)
        self.assert_complaint(self.batch(), "results.db: is no results database", "(")
        self.assertEqual((self.out / "results.db").read_text(), text)
        (self.out / "results.db").unlink()
        with sqlite3.connect(self.out / "results.db") as db:
            db.execute("create table recipes(cake)")
        self.assert_complaint(self.batch(), "results.db: is", "(")

    def test_a_database_of_a_newer_program_is_told_and_left_alone(self):
        people.make(self.people, 2)
        self.batch()
        with sqlite3.connect(self.out / "results.db") as db:
            db.execute("pragma user_version = 99")
        before = content(self.out)
        self.assert_complaint(self.batch(), "results.db: ", "newer", "(")
        self.assertEqual(content(self.out), before)

    def test_two_at_a_time_do_not_share_a_folder(self):
        people.make(self.people, 3)
        self.write("people/Aaron/resume.pdf", "").write_bytes(people.scattered_pdf(100_000))
        first = start(self.people, "--group-by", "folder", "-o", self.out)
        wait_until(lambda: (self.out / "results.db").exists() and list(self.out.glob("applicants/*")))
        run = self.batch()
        first.kill()
        first.communicate()
        self.assertEqual(run.code, 2)
        self.assertRegex(run.err, r"(?m)^rapport: .*out.*another")

    def test_nothing_that_is_anonymous_tells_who_somebody_is(self):
        people.make(self.people, 12)
        run = self.batch("--anonymous", "-q")
        self.assertIn(run.code, (0, 2))
        hidden = [b"Ada", b"Cleo", b"Specimen", b"Muster", b"@example.com", b"resume.txt",
                  b"angry guests", b"Example Company", str(self.people).encode()]
        for path in self.out.rglob("*"):
            if path.is_file():
                data = path.read_bytes()
                for word in hidden:
                    self.assertFalse(word in data, f"{word} in {path.name}")
        with database(self.out) as db:
            names = {name for (name,) in db.execute("select application from applications")}
        self.assertEqual(len(names), 12)
        again = self.folder / "again"
        self.batch("--anonymous", "-q", "--salt", f"{self.out}.salt", out=again)
        with database(again) as db:
            self.assertEqual({name for (name,) in db.execute("select application from applications")}, names)

    def test_a_dry_run_shows_who_is_who_and_touches_nothing(self):
        self.write("people/smith-resume.txt", support.RESUME)
        self.write("people/Smith cover letter.txt", support.LETTER)
        self.write("people/jones_cv.txt", support.RESUME)
        run = rapport("batch", self.people, "--group-by", "prefix", "-o", self.out, "--dry-run")
        self.assertEqual(run.code, 0, run.err)
        self.assertFalse(self.out.exists())
        groups = [block.splitlines() for block in run.out.split("\n\n")[1:]]
        self.assertEqual([len(group) for group in groups], [2, 3])

    def test_files_can_be_listed_by_another_program(self):
        people.make(self.people, 4)
        paths = b"\0".join(str(p).encode() for p in self.people.rglob("*.*"))
        run = rapport("batch", "--files-from", "-", "-o", self.out, "--group-by", "folder", stdin=paths)
        self.assertIn("4 applications", run.out)

    def test_results_are_kept_in_files_not_on_a_stream(self):
        self.assert_complaint(rapport("batch", "--from", "jsonl", "-o", self.out), "--output")
        people.make(self.people, 1)
        self.assert_complaint(rapport("batch", self.people, "--anonymous"), "--output")

    def test_progress_is_for_terminals(self):
        people.make(self.people, PEOPLE)
        self.assertNotIn("\x1b", self.batch().err)
        leader, follower = os.openpty()
        process = subprocess.Popen(
            [PROGRAM, "batch", self.people, "--group-by", "folder", "-o", self.folder / "seen"],
            stdout=subprocess.DEVNULL, stderr=follower, env={**os.environ, "TERM": "xterm"})
        os.close(follower)
        shown = b""
        while True:
            try:
                got = os.read(leader, 4096)
            except OSError:
                break
            if not got:
                break
            shown += got
        process.wait()
        os.close(leader)
        self.assertRegex(shown.decode(), rf"\[=*>? *\] \d+/{PEOPLE}")


if __name__ == "__main__":
    sys.exit(support.main())
