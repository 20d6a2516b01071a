#!/usr/bin/env python3
"""Web pages and OpenDocument texts, from the file to the report."""

import json

import support
from support import ROOT, rapport

SAMPLES = ROOT / "samples"


def extracted(path):
    return json.loads(rapport("extract", "-f", "json", path).out)


def evidence(path):
    report = json.loads(rapport("check", "-f", "json", path).out)["applications"][0]
    return {skill["id"]: [(e["level"], e["unit"], e["section"]) for e in skill["evidence"]]
            for skill in report["skills"]}


class OpenDocument(support.Case):
    def test_a_resume_has_the_same_evidence_as_its_twin_for_word(self):
        for sample in ("accounts-clerk", "nurses-aide"):
            with self.subTest(sample=sample):
                found = evidence(SAMPLES / sample / "resume-opendocument.odt")
                self.assertGreaterEqual(sum(map(len, found.values())), 3)
                self.assertEqual(found, evidence(SAMPLES / sample / "resume.docx"))

    def test_libreoffice_gives_the_same_text_packed_flat_and_as_word(self):
        packed = extracted(SAMPLES / "accounts-clerk/resume-opendocument.odt")
        flat = extracted(SAMPLES / "sources/accounts-clerk/resume.fodt")
        word = extracted(SAMPLES / "accounts-clerk/resume.docx")
        self.assertEqual(packed["format"], "odt")
        for key in ("text", "sections", "units", "findings"):
            self.assertEqual(packed[key], flat[key], key)
            self.assertEqual(packed[key], word[key], key)


class WebPage(support.Case):
    PAGE = SAMPLES / "postings/retail-associate.html"

    def test_a_saved_posting_is_read_without_what_stands_around_it(self):
        page = extracted(self.PAGE)
        self.assertEqual((page["format"], page["kind"]), ("html", "posting"))
        for part in ("Retail Associate (part-time)", "handle complaints calmly",
                     "We’re a friendly, patient team", "Active listening: you hear the question "
                     "behind the question", "Conflict resolution training"):
            self.assertIn(part, page["text"])
        for part in ("cookies", "Salaries", "location_on", "Save job", "another language",
                     "enable JavaScript", "dataLayer", "Jobs by Example\n", "<"):
            self.assertNotIn(part, page["text"])

    def test_a_page_on_standard_input_is_a_page_too(self):
        run = rapport("extract", "-", stdin=self.PAGE.read_bytes())
        self.assertEqual(run.out, rapport("extract", self.PAGE).out)

    def test_a_resume_that_is_a_page_is_assessed_like_any_other(self):
        page = self.write("resume.html", "<h1>Kim Sample</h1><h2>Experience</h2><ul>"
                                         "<li>Juggled flaming torches before a crowd.</ul>")
        run = rapport("check", *support.CIRCUS, page)
        self.assertEqual(run.code, 0, run.err)
        self.assertIn("demonstrated", run.out)
        self.assertIn("under “Experience”", run.out)

    def test_a_page_that_scripts_draw_is_told_with_what_to_do(self):
        page = self.write("app.html", "<html><body><div id=app></div><script>run()</script>")
        self.assert_complaint(rapport("check", page), "drawn by scripts", "print it to PDF")


if __name__ == "__main__":
    support.main()
