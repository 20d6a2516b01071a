#!/usr/bin/env python3
"""The script behind the GitHub Action, on a repository of three templates: green, then red."""

import os
import pathlib
import subprocess
import unittest

import support

SCRIPT = support.ROOT / "packaging" / "action.sh"
GOOD = """Sam Sample

EXPERIENCE
Clerk, Example Shop
- Calmed upset customers and resolved their complaints.
"""


class Action(support.Case):
    def setUp(self):
        super().setUp()
        (self.folder / "bin").mkdir()
        (self.folder / "bin" / "rapport").symlink_to(pathlib.Path(support.PROGRAM).resolve())
        for name in ("classic", "modern", "two pages"):
            self.write(f"repo/templates/{name}.txt", GOOD)

    def gate(self, files, args="--require conflict-resolution=demonstrated"):
        return subprocess.run(
            ["bash", SCRIPT],
            cwd=self.folder / "repo",
            env={**os.environ, "RAPPORT_FILES": files, "RAPPORT_ARGS": args,
                 "PATH": f"{self.folder / 'bin'}:{os.environ['PATH']}"},
            capture_output=True, text=True, timeout=60, check=False,
        )

    def test_is_green_while_every_template_shows_the_skill(self):
        done = self.gate("templates/*.txt")
        self.assertEqual(done.returncode, 0, done.stderr)

    def test_is_red_and_names_the_template_and_the_gate_once_one_does_not(self):
        self.write("repo/templates/two pages.txt", "Sam Sample\n\nEXPERIENCE\n- Sold popcorn.\n")
        done = self.gate("templates/*.txt")
        self.assertEqual(done.returncode, 1, done.stderr)
        self.assertIn("two pages.txt", done.stdout + done.stderr)
        self.assertIn("Conflict resolution", done.stdout + done.stderr)

    def test_annotates_on_github_unless_another_form_is_asked_for(self):
        os.environ["GITHUB_ACTIONS"] = "true"
        self.addCleanup(os.environ.pop, "GITHUB_ACTIONS")
        self.assertTrue(self.gate("templates/*.txt").stdout.startswith("::"))
        self.assertIn("Soft skills", self.gate("templates/*.txt", "-f terminal").stdout)

    def test_tells_that_a_pattern_matches_no_file(self):
        done = self.gate("drafts/**/*.pdf")
        self.assertEqual(done.returncode, 2)
        self.assertIn("drafts/**/*.pdf: no such file", done.stderr)


if __name__ == "__main__":
    unittest.main()
