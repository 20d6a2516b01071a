#!/usr/bin/env python3
"""rapport batch over files and folders."""

import json

import support
from support import CIRCUS, rapport


class Batch(support.Case):
    def setUp(self):
        super().setUp()
        self.people = self.folder / "people"
        self.write("people/b/resume.txt", support.RESUME)
        self.write("people/a.txt", support.LETTER)
        self.write("people/.hidden.txt", support.RESUME)
        self.write("people/~$resume.docx", "lock")

    def test_a_folder_is_read_to_its_bottom_in_sorted_order(self):
        run = rapport("batch", *CIRCUS, self.people)
        self.assertEqual(run.code, 0, run.err)
        names = [line.split()[-1] for line in run.out.splitlines() if line.endswith(".txt")]
        self.assertEqual(names, [str(self.people / "a.txt"), str(self.people / "b/resume.txt")])

    def test_the_table_counts_levels_over_all_documents(self):
        run = rapport("batch", *CIRCUS, self.people)
        row = next(line for line in run.out.splitlines() if line.startswith("Juggling"))
        self.assertEqual(row.split(), ["Juggling", "0", "1", "1", "0"])

    def test_what_cannot_be_read_is_listed_with_its_cause(self):
        self.write("people/c.pdf", "%PDF-1.4 broken")
        run = rapport("batch", *CIRCUS, self.people, self.folder / "gone.txt")
        self.assertEqual(run.code, 2)
        listed = run.out[run.out.index("Could not be read: 2"):]
        self.assertIn("c.pdf: ", listed)
        self.assertIn("gone.txt: does not exist", listed)
        self.assertEqual(len(run.err.splitlines()), 2)
        self.assertIn("b/resume.txt", run.out)

    def test_a_document_that_is_named_twice_counts_once(self):
        run = rapport("batch", *CIRCUS, self.people, self.people / "a.txt")
        self.assertIn("Gaps in 2 documents", run.out)

    def test_files_can_be_answered_as_lines_too(self):
        run = rapport("batch", *CIRCUS, "--format", "jsonl", self.people)
        self.assertEqual([a["id"] for a in map(json.loads, run.out.splitlines())],
                         [str(self.people / "a.txt"), str(self.people / "b/resume.txt")])

    def test_an_empty_folder_is_a_mistake(self):
        (self.folder / "empty").mkdir()
        self.assert_complaint(rapport("batch", self.folder / "empty"), "holds no documents")

    def test_no_path_is_told_what_to_give(self):
        self.assert_complaint(rapport("batch"), "--from jsonl")


if __name__ == "__main__":
    support.main()
