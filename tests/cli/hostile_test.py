"""Hostile files: each ends as a reading or as one clear line, in bounded memory, and harms nobody."""

import json
import os
import re
import subprocess
import unittest

import hostile_files
from support import PROGRAM, ROOT, Case, main, rapport

SANITIZED = os.environ.get("RAPPORT_SANITIZE") == "1"
MUTATIONS = int(os.environ.get("RAPPORT_MUTATIONS", "200" if SANITIZED else "1000"))
MAX_MEMORY = 256 << 10  # KiB
# What a crash of our own readers would look like; libraries that read PDF may die in their child.
CRASH = re.compile(r"reader crash|give up with code")


class HostileTest(Case):
    def put(self, name, data):
        path = self.folder / name
        path.write_bytes(data)
        return path

    def lines_of(self, paths):
        """The result of each file, by its name, all from one run."""
        listed = "\n".join(map(str, paths)).encode()
        run = subprocess.run([PROGRAM, "batch", "--files-from", "-", "--format", "jsonl"],
                             input=listed, capture_output=True, timeout=1800, check=False)
        self.assertIn(run.returncode, (0, 2), run.stderr.decode())
        lines = [json.loads(line) for line in run.stdout.splitlines()]
        self.assertEqual(len(lines), len(paths))
        return {line["id"]: line for line in lines}

    def test_every_kind_is_read_or_refused_by_name(self):
        for name, data, expected in hostile_files.hostile_files():
            with self.subTest(name):
                run = rapport("extract", self.put(name, data))
                if expected is hostile_files.EITHER:
                    self.assertIn(run.code, (0, 2), run.err)
                elif expected is hostile_files.READ:
                    self.assertEqual(run.code, 0, run.err)
                    self.assertIn("Kept calm", run.out)
                else:
                    self.assert_complaint(run, f"{name}: ")
                    self.assertRegex(run.err, expected)
                if run.code == 2:
                    self.assertRegex(run.err, r"\Arapport: [^\n]+: [^\n]+ \([^\n]+\)\n\Z")
                if not name.endswith(".pdf"):
                    self.assertNotRegex(run.err, CRASH)
                self.assertNotIn("root:", run.out)

    @unittest.skipIf(SANITIZED, "sanitizers use memory of their own")
    def test_no_file_takes_more_memory_than_the_manual_says(self):
        for name, data, expected in hostile_files.hostile_files():
            # The others are documents as any, or refused at the first look.
            if expected is not hostile_files.EITHER and len(data) < 50_000:
                continue
            path = self.put(name, data)
            for report in ("json", "html"):
                with self.subTest(name, report=report):
                    process = subprocess.Popen([PROGRAM, "check", path, "--format", report],
                                               stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
                    _, status, usage = os.wait4(process.pid, 0)
                    process.returncode = os.waitstatus_to_exitcode(status)
                    self.assertIn(process.returncode, (0, 2))
                    self.assertLess(usage.ru_maxrss, MAX_MEMORY)
                    self.assertLess(usage.ru_utime + usage.ru_stime, 10)

    def test_mutated_samples_are_read_or_refused_by_the_thousand(self):
        samples = [(path.name, path.read_bytes())
                   for kind in ("pdf", "docx", "odt", "html", "txt")
                   for path in sorted((ROOT / "samples").glob(f"*/*.{kind}"))
                   if path.stat().st_size < 300_000 and "pictures" not in path.parts]
        small = [(name, data) for name, data, expected in hostile_files.hostile_files()
                 if expected is hostile_files.READ and len(data) < 20_000]
        paths = [self.put(name, data)
                 for name, data in hostile_files.mutated(samples + small, MUTATIONS)]
        crashed = 0
        for name, line in self.lines_of(paths).items():
            if "error" not in line:
                continue
            with self.subTest(name):
                self.assertNotIn("\n", line["error"])
                if name.endswith(".pdf"):
                    crashed += bool(CRASH.search(line["error"]))
                else:
                    self.assertNotRegex(line["error"], CRASH)
        self.assertLess(crashed, MUTATIONS / 100)

    def test_one_bad_file_costs_one_line_of_a_batch(self):
        good = [self.put(f"good-{i}.docx", hostile_files.docx()) for i in range(4)]
        bad = self.put("bad.docx", hostile_files.bomb(100 << 20))
        lines = self.lines_of([*good[:2], bad, *good[2:]])
        self.assertIn("far more", lines[str(bad)]["error"])
        self.assertEqual([lines[str(path)].get("error") for path in good], [None] * 4)


if __name__ == "__main__":
    main()
