#!/usr/bin/env python3
"""Shell completions, in the real shells: a shell that is not installed is skipped, and says so."""

import os
import pathlib
import pty
import re
import select
import shutil
import subprocess
import time
import unittest

import support
from help_test import commands_below, options_of
from support import rapport

PROGRAM = pathlib.Path(support.PROGRAM).resolve()


class Completions(support.Case):
    def setUp(self):
        super().setUp()
        (self.folder / "rapport").symlink_to(PROGRAM)
        (self.folder / "notes.txt").write_text("x")
        self.env = {**os.environ, "PATH": f"{self.folder}:{os.environ['PATH']}", "TERM": "dumb"}

    def script(self, shell):
        return self.write(f"script.{shell}", rapport("completions", shell).out)

    def need(self, shell):
        if not shutil.which(shell):
            self.skipTest(f"no {shell} here")
        return self.script(shell)

    def run_in(self, *command):
        done = subprocess.run(command, env=self.env, cwd=self.folder, capture_output=True, timeout=60)
        self.assertEqual(done.stderr, b"")
        return done.stdout.decode().splitlines()

    def test_every_option_of_every_command_is_in_every_script(self):
        scripts = {shell: self.script(shell).read_text() for shell in ("bash", "fish", "zsh")}
        for path in commands_below():
            for option in options_of(path):
                for shell, text in scripts.items():
                    name = option.lstrip("-")
                    form = {
                        "bash": rf"'rapport {' '.join(path)}'\) options='[^']*{option}[ ']",
                        "fish": rf"__rapport_at rapport {' '.join(path)}'.* -[ls] {name}\b",
                        "zsh": rf"(?s)_rapport_{'_'.join(path)}\(\) {{.*?{option}[,\[}}].*?\n}}",
                    }[shell]
                    self.assertRegex(text, form, f"{shell}: {path} {option}")

    def test_bash_completes_commands_options_values_and_files(self):
        script = self.need("bash")

        def complete(*words):
            typed = " ".join(f"'{word}'" for word in words)
            return self.run_in(
                "bash", "--norc", "-c",
                f"source '{script}'; COMP_WORDS=({typed}); COMP_CWORD={len(words) - 1}; "
                '_rapport; printf "%s\\n" "${COMPREPLY[@]}"',
            )

        self.assertEqual(complete("rapport", "lex"), ["lexicon"])
        self.assertEqual(complete("rapport", "lexicon", "sc"), ["score"])
        self.assertEqual(complete("rapport", "check", "--prof"), ["--profile"])
        self.assertEqual(complete("rapport", "check", "-p", "inter"), ["interview"])
        self.assertEqual(complete("rapport", "check", "--profile", "=", "inter"), ["interview"])
        self.assertEqual(complete("rapport", "check", "--require", "emp"), ["empathy"])
        self.assertEqual(complete("rapport", "check", "-p", "all", "not"), ["notes.txt"])

    def test_fish_completes_commands_options_values_and_files(self):
        script = self.need("fish")

        def complete(line):
            lines = self.run_in("fish", "-N", "-c", f"source '{script}'; complete -C '{line}'")
            return [line.split("\t")[0] for line in lines]

        self.assertEqual(complete("rapport lex"), ["lexicon"])
        self.assertEqual(complete("rapport lexicon sc"), ["score"])
        self.assertEqual(complete("rapport check --prof"), ["--profile"])
        self.assertEqual(complete("rapport check -p inter"), ["interview"])
        self.assertEqual(complete("rapport check --require emp"), ["empathy"])
        self.assertEqual(complete("rapport check -p all not"), ["notes.txt"])

    def test_zsh_completes_commands_options_values_and_files(self):
        script = self.need("zsh")
        for typed, line in {
            "rapport lex": "rapport lexicon ",
            "rapport lexicon sc": "rapport lexicon score ",
            "rapport check --prof": "rapport check --profile ",
            "rapport check -p inter": "rapport check -p interview ",
            "rapport check --require emp": "rapport check --require empathy ",
            "rapport check -p all not": "rapport check -p all notes.txt ",
        }.items():
            with self.subTest(typed=typed):
                self.assertIn(line, self.typed_into_zsh(script, typed))

    def typed_into_zsh(self, script, typed):
        """What stands on the line after a tab, as an interactive shell shows it."""
        child, terminal = pty.fork()
        if child == 0:
            os.chdir(self.folder)
            os.execvpe("zsh", ["zsh", "-f", "-i"], {**self.env, "PS1": "", "COLUMNS": "200"})
        setup = f"autoload -U compinit; compinit -u -D; source '{script}'; echo re''ady\n"
        os.write(terminal, setup.encode())
        self.read_until(terminal, "ready\r\n")
        os.write(terminal, typed.encode() + b"\t")
        shown = self.read_until(terminal, None, 3)
        os.close(terminal)
        os.waitpid(child, 0)
        return re.sub(r"\x1b\[[0-9;?]*[a-zA-Z]", "", shown)

    @staticmethod
    def read_until(terminal, wanted, seconds=30):
        """Until `wanted` is read, or for so long as something comes within half of `seconds`."""
        text, end = "", time.monotonic() + seconds
        while time.monotonic() < end and (wanted is None or wanted not in text):
            if select.select([terminal], [], [], 0.2)[0]:
                text += os.read(terminal, 4096).decode()
        return text

    def test_an_unknown_shell_is_told_with_the_nearest_name(self):
        self.assert_complaint(rapport("completions", "zhs"), "no such shell", "zsh")


if __name__ == "__main__":
    unittest.main()
