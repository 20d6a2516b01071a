"""Runs the built program: its path is in $RAPPORT."""

import json
import os
import pathlib
import subprocess
import tempfile
import unittest

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
PROGRAM = os.environ.get("RAPPORT", str(ROOT / "build" / "rapport"))
CIRCUS = ["--lexicon", str(HERE / "data" / "lexicon"), "--profile", str(HERE / "data" / "circus.toml")]

RESUME = """Kim Sample
kim@example.com

EXPERIENCE
Performer, Example Circus, 2019 to 2023
- Juggled flaming torches before a crowd.
- Sold popcorn.

EDUCATION
Example School of the Arts, 2018
"""

LETTER = """Dear Hiring Manager,

I am writing to apply for the position of clown. I have juggling skills.

Sincerely,
Kim Sample
"""


class Run:
    """What came out of one call."""

    def __init__(self, finished):
        self.code = finished.returncode
        self.out = finished.stdout.decode("utf-8")
        self.err = finished.stderr.decode("utf-8")

    def lines(self):
        return [json.loads(line) for line in self.out.splitlines()]


def rapport(*args, stdin=b"", env=None, cwd=None):
    clean = {k: v for k, v in os.environ.items() if k not in ("NO_COLOR", "CLICOLOR_FORCE")}
    if isinstance(stdin, str):
        stdin = stdin.encode("utf-8")
    return Run(
        subprocess.run(
            [PROGRAM, *map(str, args)],
            input=stdin,
            capture_output=True,
            env={**clean, **(env or {})},
            cwd=cwd,
            timeout=60,
            check=False,
        )
    )


class Case(unittest.TestCase):
    """A test with a folder of its own."""

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.resume = self.write("resume.txt", RESUME)
        self.letter = self.write("letter.txt", LETTER)

    def write(self, name, text):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="")
        return path

    def assert_complaint(self, run, *parts):
        """One line on standard error, in the form that every error has."""
        self.assertEqual(run.code, 2, run.err)
        self.assertRegex(run.err, r"\Arapport: .+\n\Z")
        for part in parts:
            self.assertIn(part, run.err)


main = unittest.main
