#!/usr/bin/env python3
"""Help and manual page: complete, and well formed."""

import re
import shutil
import subprocess
import unittest

import support
from support import rapport

PAGE = support.ROOT / "man" / "rapport.1"


def commands_below(*path):
    text = rapport(*path, "-h").out
    listed = re.search(r"^Commands:\n((?:  .*\n)+)", text, re.MULTILINE)
    names = re.findall(r"^  (\w\S*)", listed.group(1), re.MULTILINE) if listed else []
    for name in names:
        yield (*path, name)
        yield from commands_below(*path, name)


def options_of(path):
    return re.findall(r"^ {2,6}(?:-\w, )?(--?[\w-]+)", rapport(*path, "--help").out, re.MULTILINE)


class Help(unittest.TestCase):
    def setUp(self):
        self.commands = list(commands_below())

    def test_every_command_has_short_and_long_help(self):
        self.assertIn(("lexicon", "show"), self.commands)
        for path in self.commands:
            with self.subTest(path=path):
                brief, full = rapport(*path, "-h"), rapport(*path, "--help")
                self.assertEqual((brief.code, full.code, brief.err, full.err), (0, 0, "", ""))
                self.assertLess(len(brief.out), len(full.out))
                self.assertIn("Exit codes:", full.out)

    def test_no_line_of_help_is_wider_than_a_terminal(self):
        for path in [(), *self.commands]:
            for line in rapport(*path, "--help").out.splitlines():
                self.assertLessEqual(len(line), 80, line)

    def test_the_version_is_that_of_the_project(self):
        cmake = (support.ROOT / "CMakeLists.txt").read_text(encoding="utf-8")
        version = re.search(r"VERSION (\d+\.\d+\.\d+)", cmake).group(1)
        self.assertEqual(rapport("--version").out, f"rapport {version}\n")


class ManualPage(unittest.TestCase):
    def test_it_has_every_option_of_every_command(self):
        page = PAGE.read_text(encoding="utf-8").replace("\\-", "-")
        for path in [(), *commands_below()]:
            section = page
            if path:
                start = page.index(f".SS rapport {' '.join(path)} ")
                section = page[start:re.search(r"\n\.S[SH]|\Z", page[start:]).start() + start]
            options = options_of(path)
            self.assertTrue(options)
            for option in options:
                self.assertRegex(section, rf"(?m)^\.B .*{re.escape(option)}\b", f"{path} {option}")

    def test_it_is_well_formed(self):
        if not shutil.which("groff"):
            self.skipTest("groff is not installed")
        checked = subprocess.run(["groff", "-man", "-ww", "-z", "-K", "utf8", "-T", "utf8", PAGE],
                                 capture_output=True, check=False)
        self.assertEqual((checked.returncode, checked.stderr), (0, b""))


if __name__ == "__main__":
    support.main()
