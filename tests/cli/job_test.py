#!/usr/bin/env python3
"""rapport check --job: an application next to postings."""

import json

import support
from support import ROOT, rapport

CALL_CENTER = [ROOT / "samples/call-center-agent/resume.pdf",
               ROOT / "samples/call-center-agent/cover-letter.docx"]
POSTINGS = ROOT / "samples/postings"


def comparison(test, *args, stdin=b""):
    run = rapport("check", "--format", "json", *args, stdin=stdin)
    test.assertEqual((run.code, run.err), (0, ""))
    return json.loads(run.out)["applications"][0]["comparison"]


def wishes(compared):
    return {skill["id"]: skill["wish"] for skill in compared["skills"]}


class Postings(support.Case):
    def test_the_call_center_posting_asks_for_what_stands_in_it_and_for_nothing_of_its_praise(self):
        compared = comparison(self, *CALL_CENTER, "--job", POSTINGS / "call-center.txt")
        wanted = wishes(compared)
        self.assertEqual(wanted.pop("humor"), "preferred")
        self.assertLessEqual({"communication", "listening", "empathy", "self-control",
                              "taking-responsibility", "conflict-resolution"}, set(wanted))
        self.assertNotIn("positivity", wanted)  # "one of the positive places to work in Ohio"
        self.assertNotIn("flexibility", wanted)  # "our flexible culture", "flexible hours"
        self.assertNotIn("assertiveness", wanted)  # "a confident dog named Ledger"
        self.assertEqual(compared["skills"][0]["id"], "humor")  # the one that is missing

    def test_a_posting_full_of_self_praise_asks_for_the_one_thing_that_it_asks(self):
        compared = comparison(self, CALL_CENTER[0], "--job", POSTINGS / "warehouse.txt")
        self.assertEqual(wishes(compared), {"patience": "required"})
        terms = {keyword["term"].lower() for keyword in compared["keywords"]}
        self.assertTrue(any("forklift" in term for term in terms), terms)
        for noise in ("bluebell", "derby", "equal", "culture"):
            self.assertFalse(any(noise in term for term in terms), (noise, terms))

    def test_several_postings_count_how_often_a_skill_is_asked_for(self):
        compared = comparison(self, *CALL_CENTER, "--job", POSTINGS / "call-center.txt",
                              "-j", POSTINGS / "hotel-front-desk.txt",
                              "-j", POSTINGS / "warehouse.txt")
        count = {skill["id"]: skill["postings"] for skill in compared["skills"]}
        self.assertEqual(count["communication"], 2)
        self.assertEqual(count["humor"], 2)
        self.assertEqual(count["listening"], 1)
        run = rapport("check", *CALL_CENTER, "--job", POSTINGS / "call-center.txt",
                      "-j", POSTINGS / "warehouse.txt")
        self.assertIn("in 1 of 2 postings", run.out)

    def test_the_posting_may_come_from_standard_input(self):
        text = "Wanted: a clerk.\n\nRequirements\n- Patience\n"
        self.assertEqual(wishes(comparison(self, CALL_CENTER[0], "--job", "-", stdin=text)),
                         {"patience": "required"})

    def test_a_posting_is_read_as_one_whatever_it_looks_like(self):
        letter = self.write("job.txt", "Dear applicant,\n\nYou have patience.\n\nSincerely,\nAcme\n")
        self.assertIn("patience", wishes(comparison(self, CALL_CENTER[0], "--job", letter)))

    def test_without_a_posting_there_is_no_comparison(self):
        self.assertIsNone(comparison(self, CALL_CENTER[0]))

    def test_each_application_is_compared_with_the_posting(self):
        run = rapport("check", "--each", "--format", "json", *CALL_CENTER,
                      "--job", POSTINGS / "warehouse.txt")
        applications = json.loads(run.out)["applications"]
        self.assertEqual([len(a["comparison"]["skills"]) for a in applications], [1, 1])

    def test_two_runs_say_the_same(self):
        args = ["check", *CALL_CENTER, "--job", POSTINGS / "hotel-front-desk.txt"]
        self.assertEqual(rapport(*args).out, rapport(*args).out)

    def test_markdown_has_the_comparison_too(self):
        run = rapport("check", "-f", "markdown", *CALL_CENTER, "--job", POSTINGS / "call-center.txt")
        self.assertIn("### What the posting asks for", run.out)


class Errors(support.Case):
    def test_a_posting_that_cannot_be_read_is_an_error_and_the_report_still_comes(self):
        run = rapport("check", CALL_CENTER[0], "--job", self.folder / "nothing.txt")
        self.assert_complaint(run, "nothing.txt", "does not exist")
        self.assertIn("Soft skills", run.out)

    def test_a_posting_without_an_application_is_an_error_that_says_what_to_do(self):
        run = rapport("check", "--job", POSTINGS / "warehouse.txt")
        self.assert_complaint(run, "FILES")

    def test_standard_input_cannot_be_both_resume_and_posting(self):
        run = rapport("check", "-", "--job", "-", stdin=support.RESUME)
        self.assert_complaint(run, "standard input")

    def test_gates_stay_what_they_are(self):
        run = rapport("check", CALL_CENTER[0], "--job", POSTINGS / "warehouse.txt",
                      "--require", "humor")
        self.assertEqual(run.code, 1)


if __name__ == "__main__":
    support.main()
