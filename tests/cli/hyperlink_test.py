#!/usr/bin/env python3
"""Links to the documents: on terminals that have them, and nowhere else."""

import os
import pty
import re
import subprocess
import unittest

import support
from support import CIRCUS, rapport

LINK = re.compile(r"\x1b\]8;;([^\x1b]*)\x1b\\")
# Whatever terminal runs the tests must not be seen.
UNSEEN = ("TERM_PROGRAM", "VTE_VERSION", "WT_SESSION", "KONSOLE_VERSION", "FORCE_HYPERLINK", "NO_COLOR", "CLICOLOR_FORCE")


class Links(support.Case):
    def on_terminal(self, *args, **env):
        """What the program prints when its standard output is a terminal."""
        clean = {k: v for k, v in os.environ.items() if k not in UNSEEN}
        ours, theirs = pty.openpty()
        process = subprocess.Popen([support.PROGRAM, "check", *CIRCUS, *map(str, args)], stdout=theirs,
                                   stderr=subprocess.DEVNULL, stdin=subprocess.DEVNULL, cwd=self.folder,
                                   env={**clean, "TERM": "xterm-256color", **env})
        os.close(theirs)
        text = b""
        while True:
            try:
                piece = os.read(ours, 65536)
            except OSError:  # the other end is closed
                break
            if not piece:
                break
            text += piece
        os.close(ours)
        process.wait(timeout=60)
        return text.decode("utf-8")

    def targets(self, text):
        return [target for target in LINK.findall(text) if target]

    def test_a_terminal_that_has_links_gets_them(self):
        for env in ({"VTE_VERSION": "6800"}, {"TERM": "xterm-kitty"}, {"TERM_PROGRAM": "WezTerm"}):
            targets = self.targets(self.on_terminal("resume.txt", **env))
            self.assertIn(f"file://{self.folder.resolve()}/resume.txt", targets, env)
            self.assertIn(f"file://{self.folder.resolve()}/resume.txt#6", targets, env)

    def test_no_other_gets_any(self):
        for env in ({}, {"VTE_VERSION": "4999"}, {"VTE_VERSION": "6800", "TERM": "dumb"},
                    {"VTE_VERSION": "6800", "TERM": "tmux-256color"}, {"FORCE_HYPERLINK": "0", "VTE_VERSION": "6800"}):
            self.assertNotIn("\x1b]8", self.on_terminal("resume.txt", **env), env)
        self.assertNotIn("\x1b]8", self.on_terminal("--color", "never", "resume.txt", VTE_VERSION="6800"))
        self.assertNotIn("\x1b]8", self.on_terminal("--hyperlink", "never", "resume.txt", VTE_VERSION="6800"))

    def test_a_pipe_gets_none_unless_it_is_told_so(self):
        env = {"VTE_VERSION": "6800", "CLICOLOR_FORCE": "1"}
        self.assertNotIn("\x1b]8", rapport("check", *CIRCUS, self.resume, env=env).out)
        out = rapport("check", *CIRCUS, "--hyperlink", "always", "--color", "never", self.resume).out
        self.assertTrue(self.targets(out))
        self.assert_complaint(rapport("check", "--hyperlink", "sometimes", self.resume), "always, auto, never")

    def test_every_link_ends_and_text_is_the_same_without_them(self):
        linked = rapport("check", *CIRCUS, "--hyperlink", "always", self.resume).out
        links = LINK.findall(linked)
        self.assertEqual(links[1::2], [""] * (len(links) // 2))
        self.assertTrue(all(links[0::2]))
        self.assertEqual(LINK.sub("", linked), rapport("check", *CIRCUS, self.resume).out)

    def test_a_name_cannot_break_out_of_its_link(self):
        path = self.write("a b\x1b]0;x\x07%#ä.txt", support.RESUME)
        out = rapport("check", *CIRCUS, "--hyperlink", "always", path).out
        self.assertIn("/a%20b%1B%5D0%3Bx%07%25%23%C3%A4.txt", out)
        self.assertEqual(set(re.findall(r"\x1b(.)", out)), {"]", "\\"})
        self.assertNotIn("\x07", out)

    def test_a_pdf_is_opened_at_its_page_and_standard_input_nowhere(self):
        sample = support.ROOT / "samples" / "call-center-agent" / "resume.pdf"
        self.assertIn("resume.pdf#page=1", rapport("check", "--hyperlink", "always", sample).out)
        self.assertNotIn("\x1b]8", rapport("check", *CIRCUS, "--hyperlink", "always", "-", stdin=support.RESUME).out)


if __name__ == "__main__":
    unittest.main()
