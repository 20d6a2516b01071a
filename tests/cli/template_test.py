#!/usr/bin/env python3
"""Templates: placeholders, slots, and what is left of them in an application."""

import io
import json
import unittest
import zipfile

import support
from support import rapport

TEMPLATE = """{{full_name}}
[Email] | [Phone]

EXPERIENCE
[Job Title], [Company Name], 20XX to 20XX
- Reassured [N] anxious patients a [week] by [what you did].
- Lorem ipsum dolor sit amet.

SKILLS
[Skill 1], <Skill Two>, «Skill_Three»
"""
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def docx(body):
    """A Word document of the given paragraphs' XML."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        archive.writestr("[Content_Types].xml", (
            '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-'
            'officedocument.wordprocessingml.document.main+xml"/></Types>'))
        archive.writestr("_rels/.rels", (
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            '<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
            'relationships/officeDocument" Target="word/document.xml"/></Relationships>'))
        archive.writestr("word/document.xml",
                         f'<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>')
    return data.getvalue()


def paragraph(*runs):
    return "<w:p>" + "".join(runs) + "</w:p>"


def run(text):
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def control(text, shows_prompt=True):
    flag = "<w:showingPlcHdr/>" if shows_prompt else ""
    return f"<w:sdt><w:sdtPr>{flag}<w:text/></w:sdtPr><w:sdtContent>{run(text)}</w:sdtContent></w:sdt>"


def merge_field(name):
    return (f'<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> MERGEFIELD {name} </w:instrText></w:r>'
            f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run("«" + name + "»")}'
            f'<w:r><w:fldChar w:fldCharType="end"/></w:r>')


def placeholders(report, id="placeholder"):
    words = []
    for application in report["applications"]:
        for document in application["documents"]:
            for finding in document["findings"]:
                if finding["id"] == id:
                    words += [quote["text"] for quote in finding["quotes"]]
    return words


class Templates(support.Case):
    def setUp(self):
        super().setUp()
        self.template = self.write("template.txt", TEMPLATE)

    def check(self, *args):
        return rapport("check", *args)

    def report(self, *args):
        done = self.check("-f", "json", *args)
        self.assertEqual(done.err, "")
        return json.loads(done.out)

    def level(self, report, skill):
        skills = report["applications"][0]["skills"]
        return next(each["level"] for each in skills if each["id"] == skill)

    def test_lists_every_placeholder_with_its_place(self):
        report = self.report("--template", self.template)
        found = placeholders(report)
        for words in ("{{full_name}}", "[Email]", "[Phone]", "[Job Title]", "[Company Name]", "20XX", "[N]",
                      "[what you did]", "Lorem ipsum dolor sit amet", "[Skill 1]", "<Skill Two>", "«Skill_Three»"):
            self.assertIn(words, found)
        finding = report["applications"][0]["documents"][0]["findings"][0]
        self.assertEqual(finding["place"], {"line": 1, "column": 1})
        self.assertIn("[placeholder]", self.check("--template", self.template).out)

    def test_placeholders_of_a_template_do_not_count_as_faults(self):
        self.assertEqual(self.check("--template", "-q", "--max-findings", "0", self.template).code, 0)
        baseline = self.folder / "b.json"
        gate = ["--template", "-q", "--baseline", baseline, self.template]
        self.assertEqual(self.check("--update-baseline", *gate).code, 0)
        self.write("template.txt", TEMPLATE + "[Another placeholder]\n")
        self.assertEqual(self.check(*gate).code, 0)

    def test_is_not_read_as_evidence_and_yet_a_slot(self):
        self.assertEqual(self.level(self.report("--template", self.template), "empathy"), "none")
        self.assertEqual(self.check("--template", "-q", self.template, "--require-slot", "empathy").code, 0)

    def test_a_slot_that_is_not_there_fails_with_a_line(self):
        done = self.check("--template", "-q", self.template, "--require-slot", "empathy", "--require-slot", "humor")
        self.assertEqual(done.code, 1)
        self.assertRegex(done.err, r"\Arapport: .*template.txt: the template has no slot for humor \(.*\)\n\Z")
        junit = self.check("--template", "-f", "junit", self.template, "--require-slot", "humor").out
        self.assertIn('<failure message="the template has no slot for humor"', junit)

    def test_slots_are_those_of_templates_and_of_skills_that_there_are(self):
        self.assert_complaint(self.check(self.template, "--require-slot", "empathy"), "--template")
        self.assert_complaint(self.check("--template", self.template, "--require-slot", "emphaty"),
                              "did you mean empathy?")

    def test_the_configuration_can_ask_for_slots_by_file(self):
        self.write(".rapport.toml", 'template = true\n[[files]]\npath = "template.txt"\nrequire-slot = ["humor"]\n')
        done = self.check("--each", "-q", self.template)
        self.assertEqual(done.code, 1)
        self.assertIn("no slot for humor", done.err)

    def test_the_slots_are_told(self):
        out = self.check("--template", self.template).out
        self.assertIn("Slots", out)
        slots = self.report("--template", self.template)["applications"][0]["slots"]
        self.assertIn("Reassured [N] anxious patients a [week] by [what you did].", [slot["unit"] for slot in slots])

    def test_an_application_is_warned_of_placeholders_left_in_it(self):
        letter = self.write("letter2.txt", "Dear [Hiring Manager],\n\nI reassured anxious patients at [Company Name], "
                                           "daily.\n\nSincerely,\nKim Sample\n")
        report = self.report(letter)
        self.assertEqual(placeholders(report, "placeholder-left"), ["[Hiring Manager]", "[Company Name]"])
        self.assertEqual(self.level(report, "empathy"), "demonstrated")
        self.assertIn("[placeholder-left]", self.check(letter).out)
        self.assertEqual(self.check("-q", "--max-findings", "0", letter).code, 1)

    def test_clean_applications_are_not_warned(self):
        for sample in ("call-center-agent/resume.pdf", "call-center-agent/cover-letter.docx",
                       "first-job-student/resume.md", "accounts-clerk/resume.docx"):
            report = self.report(support.ROOT / "samples" / sample)
            self.assertEqual(placeholders(report, "placeholder-left"), [], sample)

    def test_content_controls_and_mail_merge_fields_of_word_are_placeholders(self):
        path = self.folder / "template.docx"
        path.write_bytes(docx(
            paragraph(control("Jordan Ideal")) + paragraph(run("Experience")) +
            paragraph(run("Clerk at "), control("Click or tap here to enter text."), run(", since "), merge_field("Start")) +
            paragraph(control("Reassured anxious patients.")) +
            paragraph(control("Listened to every caller.", shows_prompt=False))))
        report = self.report("--template", path)
        self.assertEqual(placeholders(report), ["Jordan Ideal", "Click or tap here to enter text.", "«Start»",
                                                "Reassured anxious patients."])
        self.assertEqual(self.level(report, "empathy"), "none")
        self.assertNotEqual(self.level(report, "listening"), "none")
        self.assertIn("Jordan Ideal", placeholders(self.report(path), "placeholder-left"))


if __name__ == "__main__":
    unittest.main()
