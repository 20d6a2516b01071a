#!/usr/bin/env python3
"""Golden files: what the program prints today, compared with what was reviewed.

    tests/golden/run.py PROGRAM

With RAPPORT_ACCEPT=1 (`./dev accept`) today's output is taken over; review it as a diff.
"""

import difflib
import os
import pathlib
import re
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent

CALL_CENTER = ["samples/call-center-agent/resume.pdf", "samples/call-center-agent/cover-letter.docx"]

# File, exit code, arguments. Run at the root of the checkout, so that paths are the same everywhere.
CASES = [
    ("man/rapport.1", 0, ["--help-man"]),
    ("tests/golden/call-center.txt", 0, ["check", "--width", "80", *CALL_CENTER]),
    ("tests/golden/call-center-explained.txt", 0,
     ["check", "--width", "80", "--explain", "--verbose", *CALL_CENTER]),
    ("tests/golden/call-center.json", 0, ["check", "--format", "json", *CALL_CENTER]),
    ("tests/golden/first-job.html", 0,
     ["check", "--format", "html", "samples/first-job-student/resume.md"]),
    ("tests/golden/call-center.md", 0, ["check", "--format", "markdown", *CALL_CENTER]),
    ("tests/golden/first-job.txt", 1,
     ["check", "--width", "60", "--min-demonstrated", "10", "samples/first-job-student/resume.md"]),
    *[(f"tests/golden/{name}.txt", 0,
       ["check", "--width", "80", f"samples/{name}/{resume}", f"samples/{name}/{letter}"])
      for name, resume, letter in [
          ("accounts-clerk", "resume.docx", "cover-letter.docx"),
          ("first-job-student", "resume.md", "cover-letter.txt"),
          ("hotel-front-desk", "resume.pdf", "cover-letter.pdf"),
          ("nurses-aide", "resume.docx", "cover-letter.txt"),
          ("retail-associate", "resume.pdf", "cover-letter.pdf"),
          ("two-column", "resume.pdf", "cover-letter.txt"),
      ]],
    ("tests/golden/call-center-job.txt", 0,
     ["check", "--width", "80", *CALL_CENTER, "--job", "samples/postings/call-center.txt"]),
    ("tests/golden/call-center-job.json", 0,
     ["check", "--format", "json", CALL_CENTER[0], "--job", "samples/postings/warehouse.txt"]),
    ("tests/golden/jobs.md", 0,
     ["check", "--format", "markdown", "samples/hotel-front-desk/resume.pdf",
      "--job", "samples/postings/hotel-front-desk.txt", "--job", "samples/postings/call-center.txt",
      "--job", "samples/postings/warehouse.txt"]),
    ("tests/golden/interview.txt", 0, ["interview", "--width", "80", *CALL_CENTER]),
    ("tests/golden/interview-student.md", 0,
     ["interview", "--format", "markdown", "samples/first-job-student/resume.md",
      "samples/first-job-student/cover-letter.txt"]),
    ("tests/golden/hotel-units.txt", 0,
     ["extract", "--format", "units", "samples/hotel-front-desk/resume.pdf"]),
    ("tests/golden/clerk-extract.txt", 0, ["extract", "samples/accounts-clerk/resume.docx"]),
    ("tests/golden/hidden-text.txt", 0, ["check", "--width", "80", "samples/hidden-text/stuffed.pdf"]),
    ("tests/golden/hidden-words.txt", 0,
     ["extract", "--as", "hidden", "samples/hidden-text/stuffed.docx"]),
    ("tests/golden/two-column-naive.txt", 0,
     ["extract", "--as", "naive", "samples/two-column/resume.pdf"]),
    ("tests/golden/why-listening.txt", 0, ["why", "listening", CALL_CENTER[0]]),
    ("tests/golden/posting-extract.txt", 0,
     ["extract", "samples/postings/retail-associate.html"]),
    ("tests/golden/diff.txt", 0,
     ["diff", "--width", "80", "samples/first-job-student/resume-earlier.md",
      "samples/first-job-student/resume.md"]),
    ("tests/golden/batch.txt", 2, ["batch", "samples/retail-associate/cover-letter.pdf",
                                    "samples/retail-associate/resume.pdf", "samples/unreadable"]),
]


# The line of a lexicon that a pattern stands on moves with every edit above it, and says nothing.
LEXICON_LINE = re.compile(r'(\.toml:|\.toml",\s+"line": )\d+')


# The style and script of the HTML report have files of their own to be reviewed in.
HTML_ASSETS = re.compile(r"(<(style|script)>).*?(</\2>)|('sha256-)[^']*(')", re.DOTALL)


def printed(program, code, args):
    run = subprocess.run([program, *args], cwd=ROOT, stdin=subprocess.DEVNULL,
                         capture_output=True, check=False, timeout=120)
    if run.returncode != code:
        sys.exit(f"rapport {' '.join(args)}: exit code {run.returncode}, not {code}\n"
                 + run.stderr.decode("utf-8", "replace"))
    text = HTML_ASSETS.sub(r"\1\3\4\5", run.stdout.decode("utf-8"))
    return LEXICON_LINE.sub(r"\g<1>0", text)


def main():
    program, accept = sys.argv[1], os.environ.get("RAPPORT_ACCEPT") == "1"
    differing = 0
    for name, code, args in CASES:
        actual, path = printed(program, code, args), ROOT / name
        expected = path.read_text(encoding="utf-8") if path.exists() else ""
        if actual == expected:
            continue
        if accept:
            path.write_text(actual, encoding="utf-8")
            print(f"accepted: {name}")
            continue
        differing += 1
        sys.stdout.writelines(difflib.unified_diff(
            expected.splitlines(True), actual.splitlines(True), name, "rapport " + " ".join(args)))
    if differing:
        sys.exit(f"{differing} of {len(CASES)} differ; if that is right: ./dev accept")


if __name__ == "__main__":
    main()
