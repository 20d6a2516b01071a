"""Nothing leaves the machine, and nothing is written but what was asked for."""

import ctypes
import ctypes.util
import os
import re
import shutil
import subprocess
import unittest

from support import PROGRAM, ROOT, Case, main, rapport

SAMPLE = ROOT / "samples" / "call-center-agent"
PAIR = [SAMPLE / "resume.pdf", SAMPLE / "cover-letter.docx"]
# A socket of the program with its own reading processes: it has no address.
OWN = re.compile(r"socketpair\(AF_UNIX|send(msg|to)\(\d+<socket:|recv(msg|from)\(\d+<socket:|"
                 r"shutdown\(\d+<socket:")
ARROW = re.compile(r"= -1 E")


def traced(folder, *command):
    """The system calls of a command and of its children that touch the network or change files."""
    log = folder / "trace"
    run = subprocess.run(
        ["strace", "-f", "-y", "-qq", "-o", log, "-e", "trace=%network,%file,ftruncate,fchmod",
         PROGRAM, *map(str, command)], capture_output=True, timeout=300, check=False)
    return run, log.read_text(encoding="utf-8", errors="replace").splitlines()


def can_trace():
    if shutil.which("strace") is None:
        return False
    return subprocess.run(["strace", "-qq", "true"], capture_output=True, check=False).returncode == 0


@unittest.skipUnless(can_trace(), "strace is not there, or may not trace here")
@unittest.skipIf(os.environ.get("RAPPORT_SANITIZE") == "1", "a leak check cannot run under strace")
class TracedTest(Case):
    def check_trace(self, lines, allowed):
        for line in lines:
            if re.search(r"\b(socket|socketpair|connect|bind|listen|accept4?|send\w*|recv\w*)\(", line):
                self.assertRegex(line, OWN)
            if re.search(r"O_WRONLY|O_RDWR|O_CREAT", line) and not ARROW.search(line):
                path = re.search(r'"([^"]*)"', line).group(1)
                self.assertTrue(path == "/dev/null" or path.startswith(allowed), line)
            # A link is made of a file that has no name yet.
            line = re.sub(r'"/proc/self/fd/\d+"', "", line)
            changes = re.search(r"\b(unlink|rename|mkdir|rmdir|link|symlink|chmod|chown)\w*\(.*?\"([^\"]+)", line)
            if changes:
                self.assertTrue(changes.group(2).startswith(allowed), line)

    def test_a_check_uses_no_network_and_writes_nothing(self):
        run, lines = traced(self.folder, "check", *PAIR)
        self.assertEqual(run.returncode, 0, run.stderr.decode())
        self.assertTrue(any("cover-letter.docx" in line for line in lines))
        self.check_trace(lines, ("/nowhere",))

    def test_an_html_report_is_all_that_is_written(self):
        out = self.folder / "out"
        out.mkdir()
        run, lines = traced(self.folder, "check", *PAIR, "--format", "html", "-o", out / "report.html")
        self.assertEqual(run.returncode, 0, run.stderr.decode())
        self.check_trace(lines, (str(out),))
        self.assertEqual([path.name for path in out.iterdir()], ["report.html"])

    def test_a_batch_writes_in_its_folder_alone(self):
        out = self.folder / "cohort"
        run, lines = traced(self.folder, "batch", ROOT / "samples" / "retail-associate", "-o", out)
        self.assertIn(run.returncode, (0, 2), run.stderr.decode())
        self.check_trace(lines, (str(out),))
        self.assertTrue((out / "index.html").exists())

    def test_pages_and_results_name_no_address_to_load_from(self):
        run = rapport("check", *PAIR, "--format", "html")
        self.assertNotRegex(run.out, r"""(?i)(src|href)\s*=\s*["']?(https?:)?//""")
        self.assertNotRegex(run.out, r"(?i)@import|url\(\s*[\"']?http")


def without_seccomp():
    """Run in the child: makes the kernel look like one without seccomp and Landlock."""
    library = ctypes.CDLL(ctypes.util.find_library("seccomp"))
    library.seccomp_init.restype = ctypes.c_void_p
    rules = ctypes.c_void_p(library.seccomp_init(0x7FFF0000))  # allow
    for name in (b"seccomp", b"landlock_create_ruleset"):
        call = library.seccomp_syscall_resolve_name(name)
        library.seccomp_rule_add(rules, 0x00050000 | 38, call, 0)  # ENOSYS
    if library.seccomp_load(rules) != 0:
        os._exit(99)


@unittest.skipIf(ctypes.util.find_library("seccomp") is None, "libseccomp is not there")
class OldKernelTest(Case):
    def on_old_kernel(self, *command):
        return subprocess.run([PROGRAM, *map(str, command)], capture_output=True, timeout=120,
                              preexec_fn=without_seccomp, check=False)

    def test_where_the_kernel_has_no_seccomp_documents_are_read_with_a_warning(self):
        run = self.on_old_kernel("check", self.resume)
        self.assertEqual(run.returncode, 0, run.stderr.decode())
        self.assertRegex(run.stderr.decode(), r"\Arapport: warning: [^\n]*no seccomp[^\n]*\n")

    def test_the_version_says_what_is_in_force(self):
        here = rapport("--version", "--verbose")
        self.assertEqual(here.code, 0, here.err)
        self.assertIn("start a process", here.out)
        there = self.on_old_kernel("--version", "--verbose").stdout.decode()
        self.assertIn("no seccomp filters and no Landlock", there)
        self.assertRegex(there, r"use the network +possible")


class EscapeTest(Case):
    """What a document says reaches a terminal or a spreadsheet as words, never as commands."""

    HOSTILE = ("Kim Sample\n\nEXPERIENCE\nAgent, Example Co, 2019 to 2023\n"
               "- Calmed angry callers\u202e with \u009b31m empathy <b>&amp; \"grace\".\n"
               "- =HYPERLINK(\"x\") Resolved complaints with patience.\n")

    def test_no_control_character_of_a_document_reaches_any_format(self):
        resume = self.write("hostile.txt", self.HOSTILE)
        formats = ("terminal", "json", "markdown", "html", "sarif", "junit", "github", "gitlab", "gcc")
        for name in formats:
            with self.subTest(name):
                run = rapport("check", resume, "--format", name, "--explain")
                self.assertIn(run.code, (0, 1), run.err)
                self.assertNotRegex(run.out, r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")

    def test_a_file_name_is_shown_without_its_control_characters(self):
        resume = self.write("red\x1b[31m\u202e.txt", self.HOSTILE)
        run = rapport("check", resume)
        self.assertNotIn("\x1b", run.out + run.err)
        self.assertNotIn("\u202e", run.out + run.err)
        missing = rapport("check", self.folder / "gone\x1b[31m\nrapport: fine.txt")
        self.assertNotIn("\x1b", missing.err)
        self.assertEqual(missing.err.count("\n"), 1)


if __name__ == "__main__":
    main()
