#!/usr/bin/env python3
"""What a machine sees: hidden words, columns, letters spaced out; in extract and as findings."""

import json

import support
from support import ROOT, rapport

HIDDEN = ROOT / "samples" / "hidden-text"
TWO_COLUMNS = ROOT / "samples" / "two-column" / "resume.pdf"
ONE_COLUMN = ROOT / "samples" / "two-column" / "resume-one-column.pdf"
PLANTED = ["active listening", "sense of humor", "calmed every upset caller", "adaptability"]


def checked(*files):
    run = rapport("check", "--format", "json", *files)
    return json.loads(run.out)["applications"][0]


def levels(application):
    return {skill["id"]: skill["level"] for skill in application["skills"]}


def ids(application):
    return [finding["id"] for finding in application["documents"][0]["findings"]]


class HiddenText(support.Case):
    def test_stuffed_words_are_told_and_never_counted(self):
        clean = levels(checked(HIDDEN / "clean.pdf"))
        for name in ("stuffed.pdf", "stuffed.docx"):
            with self.subTest(name):
                stuffed = checked(HIDDEN / name)
                self.assertEqual(ids(stuffed).count("hidden-text"), 2)
                self.assertEqual(levels(stuffed), clean)

    def test_the_clean_twins_raise_nothing_though_their_table_is_white_on_dark(self):
        for name in ("clean.pdf", "clean.docx"):
            with self.subTest(name):
                self.assertEqual(ids(checked(HIDDEN / name)), [])
                self.assertIn("Used for", rapport("extract", HIDDEN / name).out)
                self.assertEqual(rapport("extract", "--as", "hidden", HIDDEN / name).out, "")

    def test_extract_leaves_hidden_words_out_and_shows_them_when_asked(self):
        for name in ("stuffed.pdf", "stuffed.docx"):
            with self.subTest(name):
                text = rapport("extract", HIDDEN / name)
                hidden = rapport("extract", "-q", "--as", "hidden", HIDDEN / name)
                for words in PLANTED:
                    self.assertNotIn(words, text.out)
                    self.assertIn(words, hidden.out)
                self.assertIn("that a person does not see", text.err)
                self.assertEqual(hidden.err, "")

    def test_json_has_hidden_words_with_their_reason_and_says_nothing_beside(self):
        run = rapport("extract", "-f", "json", HIDDEN / "stuffed.docx")
        self.assertEqual(run.err, "")
        reasons = [text["why"] for text in json.loads(run.out)["hidden"]]
        self.assertEqual(sorted(reasons), ["color", "color", "size"])


class Columns(support.Case):
    def test_check_says_what_straight_reading_does_to_the_evidence(self):
        self.assertIn("columns-interleave", ids(checked(TWO_COLUMNS)))
        self.assertNotIn("columns-interleave", ids(checked(ONE_COLUMN)))

    def test_extract_prints_the_naive_order(self):
        read = rapport("extract", TWO_COLUMNS)
        naive = rapport("extract", "--as", "naive", TWO_COLUMNS)
        self.assertIn("straight across", read.err)
        self.assertNotEqual(read.out, naive.out)
        # The same words, but for those that a hyphen cuts.
        self.assertAlmostEqual(len(read.out.split()), len(naive.out.split()), delta=12)

    def test_one_column_reads_the_same_in_both_orders(self):
        self.assertEqual(rapport("extract", ONE_COLUMN).out,
                         rapport("extract", "--as", "naive", ONE_COLUMN).out)

    def test_an_unknown_way_is_told_which_there_are(self):
        self.assert_complaint(rapport("extract", "--as", "magic", ONE_COLUMN),
                              "reading, naive, hidden")


class LetterSpacing(support.Case):
    def test_a_heading_spaced_out_with_blanks_is_read_and_told(self):
        file = self.write("spaced.txt", "Kim Sample\n\nE X P E R I E N C E\n\nSold popcorn.\n")
        run = rapport("extract", file)
        self.assertIn("EXPERIENCE\n", run.out)
        self.assertIn("blanks between their letters", run.err)


if __name__ == "__main__":
    support.main()
