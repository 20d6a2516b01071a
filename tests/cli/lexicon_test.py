#!/usr/bin/env python3
"""What authors of lexicons use: lexicon test, lint and score, and the manual page of the format."""

import json
import re
import shutil
import subprocess

import support
from support import CIRCUS, rapport

LEXICON = CIRCUS[:2]
PAGE = support.ROOT / "man" / "rapport-lexicon.5"

SKILL = """id = "juggling"
title = "Juggling"
about = "Keeps things in the air."

[[evidence]]
level = "demonstrated"
pattern = 'juggled clubs'
yes = ["Juggled five clubs"]
no = ["Juggled clubs", "Sold clubs"]
"""

SENTENCES = """id\tkind\tsentence\tlabels
s1\tresume\tJuggled flaming torches\tjuggling=d
s2\tresume\tHas juggling skills\t-
s3\tresume\tKept three balls in the air\tjuggling=d
s4\tcover-letter\tI juggled two clubs.\tjuggling=c
s5\tresume\tJuggled torches\tjuggling=d?
"""


class Examples(support.Case):
    def test_those_that_hold_are_counted(self):
        run = rapport("lexicon", "test", *LEXICON, "juggling")
        self.assertEqual((run.code, run.out, run.err), (0, "1 skill, 2 patterns: no findings\n", ""))

    def test_each_that_does_not_hold_is_shown_with_place_remedy_and_caret(self):
        self.write("lexicon/juggling.toml", SKILL)
        run = rapport("lexicon", "test", "--lexicon", self.folder / "lexicon", "juggling")
        self.assertEqual((run.code, run.err), (1, ""))
        blocks = re.findall(
            r"^\S+juggling\.toml:7:12: .+ \(.+\)\n  pattern = .*\n {13}\^\n", run.out, re.MULTILINE)
        self.assertEqual(len(blocks), 2, run.out)
        self.assertTrue(run.out.endswith("\n1 skill, 1 pattern: 2 findings\n"), run.out)

    def test_a_slip_in_a_skills_name_is_told(self):
        self.assert_complaint(rapport("lexicon", "test", *LEXICON, "jugling"), "juggling")


class Lint(support.Case):
    def test_an_odd_pattern_is_shown_with_its_place(self):
        self.write("lexicon/juggling.toml", SKILL + SKILL[SKILL.index("[[evidence"):])
        run = rapport("lexicon", "lint", "--lexicon", self.folder / "lexicon", "juggling")
        self.assertEqual(run.code, 1)
        self.assertRegex(run.out, r"juggling\.toml:12:12: `juggled clubs` stands on line 7 already")

    def test_only_the_chosen_skill_is_looked_at(self):
        self.write("lexicon/juggling.toml", SKILL)
        run = rapport("lexicon", "lint", "--lexicon", self.folder / "lexicon", "listening")
        self.assertNotIn("juggling", run.out)


class Score(support.Case):
    def setUp(self):
        super().setUp()
        self.table = self.write("sentences.tsv", SENTENCES)

    def score(self, *args):
        return rapport("lexicon", "score", *LEXICON, self.table, *args)

    def test_a_table_has_every_figure(self):
        run = self.score("--skill", "juggling")
        self.assertEqual(run.code, 0, run.err)
        self.assertRegex(run.out, r"juggling +2 +1 +1 +0\.667 +0\.667 +0\.667 +0\.500\n")
        self.assertRegex(run.out, r"all \(micro\) +2 +1 +1 ")
        self.assertRegex(run.out, r"mean of skills \(macro\) +0\.667\n")

    def test_errors_are_listed_with_the_pattern_that_fired(self):
        run = self.score("--skill", "juggling", "--errors")
        self.assertIn("juggling missed: s3, expected demonstrated\n  Kept three balls", run.out)
        self.assertRegex(run.out, r"juggling false: s2, claimed: \"juggling skills\" by .*toml:8 `")
        self.assertRegex(run.out, r"juggling wrong level: s4, expected claimed, .*juggled two clubs")
        self.assertNotIn("s5", run.out)

    def test_json_says_the_same(self):
        scored = json.loads(self.score("--skill", "juggling", "--errors", "-f", "json").out)
        tally = scored["skills"]["juggling"]
        self.assertEqual((tally["true"], tally["false"], tally["missed"]), (2, 1, 1))
        self.assertEqual(tally, scored["micro"])
        self.assertEqual([one["sentence"] for one in scored["mistakes"]], ["s2", "s3", "s4"])

    def test_a_score_below_the_least_fails_and_says_so(self):
        run = self.score("--skill", "juggling", "--fail-under", "0.67")
        self.assertEqual(run.code, 1)
        self.assertIn("0.6667, below 0.67", run.err)
        self.assertEqual(self.score("--skill", "juggling", "--fail-under", "0.66").code, 0)

    def test_wrong_options_and_tables_are_complained_of(self):
        self.assert_complaint(self.score("--fail-under", "85"), "--fail-under 85", "0 to 1")
        self.assert_complaint(self.score("--format", "jsn"), "json")
        self.table = self.write("slip.tsv", SENTENCES + "s6\tresume\tText\tjugling=d\n")
        self.assert_complaint(self.score(), "slip.tsv", "s6", "jugling")
        self.table = self.write("bad.tsv", SENTENCES + "s6\tresume\n")
        self.assert_complaint(self.score(), "bad.tsv:7", "not four fields")


class NewSkill(support.Case):
    def test_one_new_file_and_no_code_makes_a_new_skill(self):
        run = rapport("check", "-f", "json", *CIRCUS, self.resume)
        self.assertEqual(run.code, 0, run.err)
        (skill,) = json.loads(run.out)["applications"][0]["skills"]
        self.assertEqual((skill["id"], skill["level"]), ("juggling", "demonstrated"))


class ManualPage(support.Case):
    def setUp(self):
        super().setUp()
        self.page = PAGE.read_text(encoding="utf-8").replace("\\-", "-").replace("\\(aq", "'")

    def test_it_names_every_key_and_value_that_the_loader_knows(self):
        folder = support.ROOT / "src" / "lexicon"
        source = "".join((folder / name).read_text() 
                         for name in ("load.cpp", "load_writing.cpp", "profile.cpp"))
        lists = re.findall(r"expect_only\([^{;]*\{([^}]*)\}", source)
        known = {key for keys in lists for key in re.findall(r'"(\w+)"', keys)}
        known |= set(re.findall(r'\{"(\w+)",\s+(?:ContextRule|Phrase|Severity)::', source))
        self.assertTrue({"within", "also", "counts", "plain", "sentence", "reject", "predicate", "unless_shown"} <= known, known)
        requests = " ".join(line for line in self.page.splitlines() if line.startswith(".B"))
        requests += " ".join(re.findall(r"\[+\S+?\]+", self.page))
        for key in sorted(known):
            self.assertRegex(requests, rf"(?<![\w-]){key}(?![\w-])", f"{key} is not explained")

    def test_its_examples_work(self):
        examples = re.findall(r"\.nf\n\.RS\n(.*?)\.RE\n\.fi", self.page, re.DOTALL)
        self.write("my-lexicon/juggling.toml", examples[0])
        self.write("circus.toml", examples[1])
        self.write("my-lexicon/ring.toml", examples[2])
        run = rapport("lexicon", "test", "--lexicon", "my-lexicon", cwd=self.folder)
        self.assertEqual(run.code, 0, run.out + run.err)
        checked = rapport("check", self.resume, "--lexicon", "my-lexicon", "--profile",
                          "circus.toml", cwd=self.folder)
        self.assertEqual(checked.code, 0, checked.err)
        for command in examples[3].splitlines():
            self.assertTrue(command.startswith("rapport "), command)

    def test_it_is_well_formed(self):
        if not shutil.which("groff"):
            self.skipTest("groff is not installed")
        checked = subprocess.run(["groff", "-man", "-ww", "-z", "-K", "utf8", "-T", "utf8", PAGE],
                                 capture_output=True, check=False)
        self.assertEqual((checked.returncode, checked.stderr), (0, b""))


if __name__ == "__main__":
    support.main()
