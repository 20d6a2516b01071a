#!/usr/bin/env python3
"""The hook, run by pre-commit's own program: green, then red. Skips where it is not installed."""

import os
import pathlib
import shutil
import subprocess
import unittest

import support

GOOD = support.RESUME.replace("Juggled flaming torches before a crowd", "Reassured anxious patients every day")


class Hook(support.Case):
    def setUp(self):
        super().setUp()
        for program in ("git", "pre-commit"):
            if not shutil.which(program):
                self.skipTest(f"there is no {program}")
        (self.folder / "bin").mkdir()
        (self.folder / "bin" / "rapport").symlink_to(pathlib.Path(support.PROGRAM).resolve())
        shutil.copy(support.ROOT / ".pre-commit-hooks.yaml", self.write("hooks/.x", "").parent)
        self.env = {**{k: v for k, v in os.environ.items() if not k.startswith("GIT_")},
                    "PATH": f"{self.folder / 'bin'}:{os.environ['PATH']}", "HOME": str(self.folder),
                    "GIT_CONFIG_COUNT": "2", "GIT_CONFIG_KEY_0": "user.name", "GIT_CONFIG_VALUE_0": "Kim Sample",
                    "GIT_CONFIG_KEY_1": "user.email", "GIT_CONFIG_VALUE_1": "kim@example.com"}
        self.revision = self.commit("hooks")

    def run_in(self, folder, *command, code=0):
        done = subprocess.run(command, cwd=self.folder / folder, env=self.env, capture_output=True, text=True,
                              timeout=300, check=False)
        self.assertEqual(done.returncode, code, done.stdout + done.stderr)
        return done.stdout

    def commit(self, folder):
        self.run_in(folder, "git", "init", "-q")
        self.run_in(folder, "git", "add", "-A")
        self.run_in(folder, "git", "commit", "-q", "-m", "x")
        return self.run_in(folder, "git", "rev-parse", "HEAD").strip()

    def test_gates_the_files_of_a_repository(self):
        self.write("repo/drafts/my resume.txt", GOOD)
        self.write("repo/notes.bin", "x")
        self.write("repo/.pre-commit-config.yaml",
                   f"repos:\n- repo: {self.folder / 'hooks'}\n  rev: {self.revision}\n  hooks:\n"
                   "  - id: rapport\n    args: [--require, empathy=demonstrated]\n")
        self.commit("repo")
        self.assertIn("Passed", self.run_in("repo", "pre-commit", "run", "--all-files"))
        self.write("repo/drafts/my resume.txt", support.RESUME)
        self.run_in("repo", "git", "add", "-A")
        self.assertIn("drafts/my resume.txt: empathy is missing", self.run_in("repo", "pre-commit", "run", code=1))

    def test_its_manifest_is_valid(self):
        self.run_in(".", "pre-commit", "validate-manifest", str(support.ROOT / ".pre-commit-hooks.yaml"))


if __name__ == "__main__":
    unittest.main()
