#!/usr/bin/env python3
"""rapport interview."""

import json

import support
from support import CIRCUS, rapport


class Interview(support.Case):
    def test_a_story_has_its_parts_and_a_question_for_what_is_missing(self):
        run = rapport("interview", *CIRCUS, self.resume, self.letter)
        self.assertEqual(run.code, 0, run.err)
        self.assertIn("Juggled flaming torches", run.out)
        self.assertIn("Performer, Example Circus, 2019 to 2023", run.out)
        self.assertIn("What came of it", run.out)

    def test_json_says_which_parts_were_found(self):
        sheet = json.loads(rapport("interview", *CIRCUS, "-f", "json", self.resume).out)
        self.assertEqual(sheet["schema"], "rapport.interview/1")
        story = next(skill["story"] for skill in sheet["skills"] if skill["id"] == "juggling")
        self.assertEqual([part["part"] for part in story["parts"]], ["situation", "action"])
        self.assertIn("result", story["missing"])
        for part in story["parts"]:
            self.assertEqual(support.RESUME[part["start"]:part["end"]], part["text"])

    def test_the_interview_profile_is_the_default(self):
        sheet = json.loads(rapport("interview", "-f", "json", self.resume).out)
        self.assertEqual(sheet["profile"]["id"], "interview")
        self.assertEqual(sheet["of"], len(sheet["skills"]))
        for skill in sheet["skills"]:
            self.assertEqual(len(skill["questions"]), 2, skill["id"])
            self.assertTrue(skill["story"] or skill["outline"], skill["id"])

    def test_a_posting_says_which_skills_to_prepare(self):
        posting = self.write("posting.txt", "Requirements\n- You must be patient with guests.\n"
                             "- Excellent listening skills\n")
        run = rapport("interview", "-f", "json", self.resume, "--job", posting)
        self.assertEqual(run.code, 0, run.err)
        sheet = json.loads(run.out)
        self.assertEqual(sheet["profile"]["id"], "job")
        self.assertEqual({skill["id"] for skill in sheet["skills"]}, {"patience", "listening"})
        self.assert_complaint(rapport("interview", self.resume, "--job", posting, "-p", "all"), "profile")

    def test_a_posting_that_asks_for_nothing_known_is_told(self):
        posting = self.write("posting.txt", "We sell boats.\n")
        run = rapport("interview", self.resume, "--job", posting)
        self.assertEqual(run.code, 2)
        self.assertIn("posting.txt", run.err)

    def test_html_goes_to_a_file(self):
        sheet = self.folder / "sheet.html"
        run = rapport("interview", *CIRCUS, "-f", "html", "-o", sheet, self.resume)
        self.assertEqual((run.code, run.out), (0, ""), run.err)
        self.assertIn("<h1>Stories for the interview</h1>", sheet.read_text(encoding="utf-8"))

    def test_standard_input_and_what_cannot_be_read(self):
        run = rapport("interview", *CIRCUS, "-", self.folder / "none.txt", stdin=support.RESUME)
        self.assertEqual(run.code, 2)
        self.assertIn("none.txt", run.err)
        self.assertIn("Juggled flaming torches", run.out)

    def test_an_unknown_format_is_told_which_there_are(self):
        self.assert_complaint(rapport("interview", "-f", "htm", self.resume), "html")


if __name__ == "__main__":
    support.main()
