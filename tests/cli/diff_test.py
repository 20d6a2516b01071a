#!/usr/bin/env python3
"""rapport diff: two drafts, each a file or a folder."""

import json

import support
from support import CIRCUS, rapport

WEAKER = support.RESUME.replace("Juggled flaming torches before a crowd.", "Swept the ring.")


class Diff(support.Case):
    def setUp(self):
        super().setUp()
        self.weaker = self.write("weaker.txt", WEAKER)

    def diff(self, *args):
        return rapport("diff", *CIRCUS, *args)

    def test_a_gain_names_the_skill_its_levels_and_the_sentence(self):
        run = self.diff(self.weaker, self.resume)
        self.assertEqual((run.code, run.err), (0, ""))
        self.assertIn("missing → demonstrated", run.out)
        self.assertIn("Juggled flaming torches", run.out)

    def test_the_same_draft_twice_has_nothing_to_tell(self):
        run = self.diff("--fail-on-loss", self.resume, self.resume)
        self.assertEqual(run.code, 0)
        self.assertIn("Nothing that counts has changed.", run.out)

    def test_a_loss_fails_only_where_that_is_asked_for(self):
        self.assertEqual(self.diff(self.resume, self.weaker).code, 0)
        self.assertEqual(self.diff("--fail-on-loss", self.resume, self.weaker).code, 1)
        self.assertEqual(self.diff("--fail-on-loss", self.weaker, self.resume).code, 0)

    def test_a_quiet_loss_is_told_on_standard_error(self):
        run = self.diff("-q", "--fail-on-loss", self.resume, self.weaker)
        self.assertEqual((run.code, run.out), (1, ""))
        self.assertRegex(run.err, r"\Arapport: .*Juggling fell from demonstrated to missing \(.+\)\n\Z")

    def test_folders_are_applications_of_two_documents(self):
        for draft, resume in (("1", WEAKER), ("2", support.RESUME)):
            self.write(f"{draft}/resume.txt", resume)
            self.write(f"{draft}/letter.txt", support.LETTER)
        run = self.diff("-f", "json", self.folder / "1", self.folder / "2")
        self.assertEqual(run.code, 0, run.err)
        found = json.loads(run.out)
        self.assertEqual({d["kind"] for d in found["new"]["documents"]}, {"resume", "cover-letter"})
        self.assertEqual(found["skills"][0]["before"], "claimed")
        self.assertEqual(found["skills"][0]["after"], "demonstrated")

    def test_a_folder_that_is_no_application_says_so(self):
        self.write("many/a.txt", support.RESUME)
        self.write("many/b.txt", support.RESUME)
        self.assert_complaint(self.diff(self.folder / "many", self.resume), "read as a resume")
        self.write("many/c.txt", support.RESUME)
        self.assert_complaint(self.diff(self.folder / "many", self.resume), "holds 3 files")
        (self.folder / "none").mkdir()
        self.assert_complaint(self.diff(self.folder / "none", self.resume), "holds 0 files")

    def test_standard_input_is_one_draft_at_most(self):
        run = rapport("diff", *CIRCUS, self.weaker, "-", stdin=support.RESUME)
        self.assertEqual(run.code, 0, run.err)
        self.assertIn("missing → demonstrated", run.out)
        self.assert_complaint(self.diff("-", "-"), "one draft only")

    def test_a_draft_that_cannot_be_read_and_a_format_that_does_not_exist(self):
        self.assert_complaint(self.diff(self.resume, self.folder / "nothing.pdf"), "does not exist")
        self.assert_complaint(self.diff("-f", "yaml", self.resume, self.weaker), "json")

    def test_the_report_goes_to_a_file(self):
        target = self.folder / "diff.md"
        run = self.diff("-f", "markdown", "-o", target, self.weaker, self.resume)
        self.assertEqual((run.code, run.out), (0, ""))
        self.assertIn("## What changed", target.read_text(encoding="utf-8"))


if __name__ == "__main__":
    support.main()
