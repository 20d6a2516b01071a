#!/usr/bin/env python3
"""Counts the instructions of fixed checks, so that a tenfold slip cannot land unseen.

    guard.py RAPPORT

Instructions do not depend on how busy the machine is. The bounds are twice what was counted when
they were written (they say when), which leaves room for features; whoever passes one on purpose
raises it in the same commit and says why. Skipped where there is no valgrind.
"""

import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

SAMPLES = pathlib.Path(__file__).resolve().parents[2] / "samples"

# File, and millions of instructions in all processes at most (counted: 36, 42, 85 in November 2026).
# The first is a text, for which nothing is loaded.
CHECKS = [
    ("first-job-student/resume.md", 72),
    ("accounts-clerk/resume.docx", 84),
    ("call-center-agent/resume.pdf", 170),
]


def counted(rapport, path):
    """Instructions of the program, of its server, and of the server's children beyond that: a
    process counts on from where the one that forked it was, and the least of all is the server's."""
    with tempfile.TemporaryDirectory() as folder:
        command = ["valgrind", "--tool=callgrind", f"--callgrind-out-file={folder}/out.%p",
                   f"--log-file={folder}/log.%p", rapport, "check", "--no-config", path]
        running = subprocess.Popen(command, stdout=subprocess.DEVNULL)
        if running.wait() != 0:
            sys.exit(f"{path}: exit code {running.returncode}")
        counts = {}
        for log in pathlib.Path(folder).glob("log.*"):
            told = re.search(r"Collected : (\d+)", log.read_text())
            if told:
                counts[int(log.suffix[1:])] = int(told.group(1))
    whole = counts.pop(running.pid)
    server = min(counts.values())
    return whole, server, sum(count - server for count in counts.values())


def main():
    if not shutil.which("valgrind"):
        print("skipped: no valgrind")
        return 77
    slow = 0
    forked = None  # how many the server had when it was forked, or little more
    for name, most in CHECKS:
        whole, server, children = counted(sys.argv[1], SAMPLES / name)
        forked = forked or server
        found = (whole + server - forked + children) / 1e6
        slow += found > most
        print(f"{name}: {found:.1f} million instructions, at most {most}"
              f"{': TOO MANY' if found > most else ''}")
    return 1 if slow else 0


if __name__ == "__main__":
    sys.exit(main())
