#!/usr/bin/env python3
"""The formats of rapport check that services and spreadsheets read, held against the real readers.

The official schemas are not ours to ship. They are looked for in ../shared/schemas beside the
checkout; tests that need one say that they skip without it.
"""

import csv
import io
import json
import os
import shutil
import subprocess
import unittest
import warnings
import xml.etree.ElementTree as xml

import support
from support import CIRCUS, rapport

SCHEMAS = support.ROOT.parent / "shared" / "schemas"
CALL_CENTER = [support.ROOT / "samples" / "call-center-agent" / name
               for name in ("resume.pdf", "cover-letter.docx")]
HOSTILE = """Kim Sample

EXPERIENCE
- Juggled <b>&amp;"torches"</b> ]]> 100%,\u202e \x01\x1b[31m::error::x before =SUM(A1) a crowd.

SKILLS
Juggling skills, \uffff\ufffe and \U0001f600
"""
GATES = ["--require", "juggling=quantified", "--min-covered", "1"]
# What a test of annotations must not have from the service that it runs in.
NO_SERVICE = {"GITHUB_STEP_SUMMARY": "", "GITHUB_WORKSPACE": "", "CI_PROJECT_DIR": ""}


def check(*args, env=None, **more):
    return rapport("check", *args, env={**NO_SERVICE, **(env or {})}, **more)


def schema(name):
    path = SCHEMAS / name
    if not path.exists():
        raise unittest.SkipTest(f"skipped: there is no {path}")
    return path


class Case(support.Case):
    def setUp(self):
        super().setUp()
        self.hostile = self.write("h,o:s%t #1.txt", HOSTILE)

    def applications(self):
        """Calls of all kinds: samples, several files, hostile text, gates that do not hold."""
        return [
            CALL_CENTER,
            ["--min-demonstrated", "10", *CALL_CENTER],
            ["--each", *CIRCUS, *GATES, self.resume, self.letter, self.hostile],
            ["--each", "--profile", "all", self.hostile, *CALL_CENTER],
        ]


class Sarif(Case):
    def log(self, *args, **more):
        return json.loads(check("-f", "sarif", *args, **more).out)

    def test_is_valid_by_the_official_schema(self):
        try:
            import jsonschema
        except ImportError:
            self.skipTest("skipped: python3-jsonschema is not installed")
        rules = json.loads(schema("sarif-schema-2.1.0.json").read_text(encoding="utf-8"))
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            validator = jsonschema.Draft4Validator(rules, format_checker=jsonschema.FormatChecker())
        for args in self.applications():
            with self.subTest(args=args):
                faults = [f"{list(fault.absolute_path)}: {fault.message}"
                          for fault in validator.iter_errors(self.log(*args))]
                self.assertEqual(faults, [])

    def test_has_what_code_scanning_asks_for(self):
        for args in self.applications():
            log = self.log(*args)
            self.assertEqual(log["version"], "2.1.0")
            run = log["runs"][0]
            rules = run["tool"]["driver"]["rules"]
            self.assertEqual(len({rule["id"] for rule in rules}), len(rules))
            for rule in rules:
                self.assertTrue(rule["help"]["text"] and rule["shortDescription"]["text"])
            for result in run["results"]:
                self.assertEqual(rules[result["ruleIndex"]]["id"], result["ruleId"])
                self.assertIn(result["level"], ("note", "warning", "error"))
                place = result["locations"][0]["physicalLocation"]
                self.assertGreaterEqual(place["region"]["startLine"], 1)
                uri = place["artifactLocation"]["uri"]
                self.assertNotRegex(uri, r"[ #,]")
                self.assertEqual("uriBaseId" in place["artifactLocation"],
                                 not uri.startswith("file://"))

    def test_regions_of_pdf_and_docx_are_those_of_the_extracted_text(self):
        found = 0
        for file in CALL_CENTER:
            text = rapport("extract", file).out
            for result in self.log("--profile", "all", file)["runs"][0]["results"]:
                location = result["locations"][0]
                region = location["physicalLocation"]["region"]
                if "charOffset" not in region:
                    continue
                found += 1
                start = region["charOffset"]
                words = text[start:start + region["charLength"]]
                self.assertEqual(words, region["snippet"]["text"])
                before = text[:start]
                self.assertEqual(before.count("\n") + 1, region["startLine"])
                self.assertEqual(start - (before.rfind("\n") + 1) + 1, region["startColumn"])
                self.assertTrue({"page", "paragraph"} & set(location["properties"]))
                if file.suffix == ".pdf":
                    self.assertIn("box", location["properties"])
        self.assertGreater(found, 0)

    def test_lines_of_a_text_are_the_files_own(self):
        [claim] = [result for result in self.log(*CIRCUS, self.letter)["runs"][0]["results"]
                   if result["ruleId"] == "skill-claimed/juggling"]
        region = claim["locations"][0]["physicalLocation"]["region"]
        line = support.LETTER.splitlines()[region["startLine"] - 1]
        self.assertEqual(line[region["startColumn"] - 1:region["endColumn"] - 1],
                         region["snippet"]["text"])

    def test_fingerprints_survive_edits_elsewhere(self):
        def prints(file):
            return {(r["ruleId"], r["partialFingerprints"]["rapport/v1"])
                    for r in self.log(*CIRCUS, file)["runs"][0]["results"]}
        before = prints(self.letter)
        self.write("letter.txt", support.LETTER.replace("Dear", "My very\n\ndear"))
        self.assertLessEqual({p for p in before if p[0].startswith("skill-")}, prints(self.letter))

    def test_paths_count_from_the_checkout_of_the_service(self):
        self.write("repo/sub/cv.txt", support.RESUME)
        log = self.log(*CIRCUS, "cv.txt", cwd=self.folder / "repo" / "sub",
                       env={"GITHUB_WORKSPACE": str(self.folder / "repo")})
        self.assertEqual(log["runs"][0]["artifacts"][0]["location"]["uri"], "sub/cv.txt")


class Junit(Case):
    def test_is_valid_by_the_common_schema(self):
        rules = schema("JUnit.xsd")
        if not shutil.which("xmllint"):
            self.skipTest("skipped: xmllint is not installed (apt-get install libxml2-utils)")
        for args in self.applications():
            with self.subTest(args=args):
                report = self.folder / "report.xml"
                check("-f", f"junit={report}", *args)
                done = subprocess.run(["xmllint", "--noout", "--schema", rules, report],
                                      capture_output=True, text=True, check=False)
                self.assertEqual(done.returncode, 0, done.stderr)

    def test_has_a_test_for_each_skill_and_gate_and_counts_them(self):
        run = check("-f", "junit", *CIRCUS, *GATES, self.resume)
        [suite] = xml.fromstring(run.out)
        names = [case.get("name") for case in suite.iter("testcase")]
        self.assertEqual(names, ["Juggling", "gate: juggling is quantified or better",
                                 "gate: at least 1 covered"])
        self.assertEqual((suite.get("tests"), suite.get("failures")), ("3", "1"))
        self.assertEqual(suite.find("testcase/failure").get("type"), "gate-skill/juggling")
        self.assertEqual(run.code, 1)

    def test_the_date_can_be_pinned(self):
        run = check("-f", "junit", *CIRCUS, self.resume, env={"SOURCE_DATE_EPOCH": "0"})
        self.assertIn('timestamp="1970-01-01T00:00:00"', run.out)


class Github(Case):
    def test_every_line_is_a_command_that_says_where(self):
        run = check("-f", "github", "--each", *CIRCUS, *GATES, self.hostile, self.letter,
                    cwd=self.folder)
        self.assertEqual(run.code, 1)
        for line in run.out.splitlines():
            self.assertRegex(line, r"^::(error|warning|notice) (file=[^,:]+(,\w+=\d+)*,)?"
                                   r"title=[^,:]+::.+$")
        self.assertIn("file=letter.txt,", check("-f", "github", *CIRCUS, "letter.txt",
                                                cwd=self.folder).out)

    def test_the_summary_of_the_job_is_added_to(self):
        summary = self.write("summary.md", "before\n")
        where = {"GITHUB_STEP_SUMMARY": str(summary)}
        check("-f", "github", *CIRCUS, self.resume, env=where)
        text = summary.read_text(encoding="utf-8")
        self.assertTrue(text.startswith("before\n"))
        self.assertIn("## Soft skills", text)
        check("-f", "terminal", *CIRCUS, self.resume, env=where)
        self.assertEqual(summary.read_text(encoding="utf-8"), text)

    def test_a_summary_that_is_full_is_left_alone(self):
        summary = self.write("summary.md", "x" * 1024 * 1024)
        run = check("-f", "github", *CIRCUS, self.resume,
                    env={"GITHUB_STEP_SUMMARY": str(summary)})
        self.assertEqual(run.code, 0, run.err)
        self.assertEqual(summary.stat().st_size, 1024 * 1024)


class Others(Case):
    def test_gitlab_has_what_a_merge_request_shows(self):
        for args in self.applications():
            issues = json.loads(check("-f", "gitlab", *args).out)
            self.assertTrue(issues)
            self.assertEqual(len({issue["fingerprint"] for issue in issues}), len(issues))
            for issue in issues:
                self.assertIn(issue["severity"], ("info", "minor", "major", "critical", "blocker"))
                self.assertGreaterEqual(issue["location"]["lines"]["begin"], 1)
                self.assertTrue(issue["description"] and issue["check_name"])

    def test_csv_has_a_row_for_each_application_and_skill_and_no_formula(self):
        for args in self.applications():
            text = check("-f", "csv", *args).out
            rows = list(csv.reader(io.StringIO(text, newline=""), strict=True))
            self.assertEqual({len(row) for row in rows}, {len(rows[0])})
            for row in rows[1:]:
                for cell in row:
                    self.assertNotRegex(cell, r"^[=+\-@\t\r]")
        table = list(csv.DictReader(io.StringIO(check("-f", "csv", *CALL_CENTER).out)))
        self.assertEqual(len(table), 10)
        shown = [row for row in table if row["level"] == "quantified"][0]
        self.assertTrue(shown["evidence"] in shown["unit"] and shown["page"])

    def test_gcc_lines_are_those_of_a_compiler(self):
        for args in self.applications():
            for line in check("-f", "gcc", *args).out.splitlines():
                self.assertRegex(line, r"^.+:\d+:\d+: (error|warning|note): .+ \[[\w/-]+\]$")


class SeveralAtOnce(Case):
    def test_each_format_goes_where_it_is_told(self):
        sarif, junit = self.folder / "a.sarif", self.folder / "b.xml"
        run = check("-f", "terminal", "-f", f"sarif={sarif}", "-f", f"junit={junit}", *CIRCUS,
                    self.resume)
        self.assertEqual((run.code, run.err), (0, ""))
        self.assertIn("Juggling", run.out)
        self.assertEqual(json.loads(sarif.read_text(encoding="utf-8"))["version"], "2.1.0")
        self.assertEqual(xml.parse(junit).getroot().tag, "testsuites")

    def test_output_is_for_the_one_that_names_no_file(self):
        run = check("-f", f"json={self.folder / 'a.json'}", "-f", "markdown", "-o",
                    self.folder / "b.md", *CIRCUS, self.resume)
        self.assertEqual((run.code, run.out), (0, ""), run.err)
        self.assertTrue((self.folder / "b.md").read_text(encoding="utf-8").startswith("#"))
        json.loads((self.folder / "a.json").read_text(encoding="utf-8"))

    def test_with_files_only_nothing_is_printed_but_the_gate(self):
        run = check("-f", f"sarif={self.folder / 'a.sarif'}", *CIRCUS, *GATES, self.resume)
        self.assertEqual((run.code, run.out), (1, ""))
        self.assertRegex(run.err, r"\Arapport: .*resume\.txt: .+\n\Z")

    def test_a_dash_is_standard_output_and_quiet_keeps_files(self):
        self.assertIn("Juggling", check("-f", "csv=-", *CIRCUS, self.resume).out)
        target = self.folder / "a.csv"
        run = check("-q", "-f", "terminal", "-f", f"csv={target}", *CIRCUS, self.resume)
        self.assertEqual((run.code, run.out), (0, ""))
        self.assertTrue(target.exists())

    def test_what_cannot_be_meant_is_told_before_any_work(self):
        target = self.folder / "out"
        other = f"{self.folder}/./out"
        for args, parts in (
            (["-f", "sarfi=x"], ["did you mean sarif?"]),
            (["-f", "json="], ["names no file"]),
            (["-f", "json", "-f", "csv"], ["only one format", "csv=FILE"]),
            (["-f", "json=-", "-f", "csv"], ["only one format"]),
            (["-f", "json", "-f", "csv", "-o", target], ["only one format"]),
            (["-f", f"json={target}", "-f", f"csv={other}"], ["two formats", "one file"]),
            (["-f", f"json={target}", "-f", "csv", "-o", other], ["two formats"]),
            (["-f", f"json={target}", "-o", self.folder / "b"], ["--output", "file of its own"]),
            (["-f", f"json={self.folder}/none/x"], ["cannot be written"]),
            (["-f", f"json={self.resume}"], ["would replace a document"]),
        ):
            with self.subTest(args=args):
                run = check(*args, *CIRCUS, self.resume)
                self.assert_complaint(run, *parts)
                self.assertEqual(run.out, "")
        self.assertFalse(target.exists())
        self.assertEqual(self.resume.read_text(encoding="utf-8"), support.RESUME)

    def test_a_file_that_fails_does_not_lose_the_others(self):
        if os.geteuid() == 0 and not os.path.exists("/dev/full"):
            self.skipTest("skipped: there is no /dev/full")
        run = check("-f", "terminal", "-f", "json=/dev/full", *CIRCUS, self.resume)
        self.assert_complaint(run, "/dev/full", "cannot be written")
        self.assertIn("Juggling", run.out)


class Pasted(Case):
    """The CI section of README.md, run as far as it goes without the services."""

    def blocks(self):
        try:
            import yaml
        except ImportError:
            self.skipTest("skipped: python3-yaml is not installed")
        readme = (support.ROOT / "README.md").read_text(encoding="utf-8")
        return [yaml.safe_load(block.split("```")[0]) for block in readme.split("```yaml\n")[1:]]

    def setUp(self):
        super().setUp()
        (self.folder / "bin").mkdir()
        (self.folder / "bin" / "rapport").symlink_to(os.path.realpath(support.PROGRAM))
        shutil.copytree(support.ROOT / "samples" / "accounts-clerk", self.folder / "templates")
        self.env = {**os.environ, **NO_SERVICE,
                    "PATH": f"{self.folder / 'bin'}:{os.environ['PATH']}"}

    def run_in_folder(self, *command, **env):
        return subprocess.run(command, cwd=self.folder, env={**self.env, **env}, text=True,
                              capture_output=True, check=False, timeout=60)

    def test_the_github_workflow_annotates_and_leaves_a_log(self):
        [steps] = [block["jobs"]["skills"]["steps"] for block in self.blocks() if "jobs" in block]
        given = next(step["with"] for step in steps if "files" in step.get("with", {}))
        done = self.run_in_folder("bash", support.ROOT / "packaging" / "action.sh",
                                  RAPPORT_FILES=given["files"], RAPPORT_ARGS=given["args"])
        self.assertIn(done.returncode, (0, 1), done.stderr)
        self.assertRegex(done.stdout, r"\A::\w+ file=templates/")
        log = next(step["with"]["sarif_file"] for step in steps
                   if "sarif_file" in step.get("with", {}))
        json.loads((self.folder / log).read_text(encoding="utf-8"))

    def test_the_gitlab_job_leaves_its_reports(self):
        [job] = [block["skills"] for block in self.blocks() if "skills" in block]
        done = self.run_in_folder("sh", "-c", job["script"][-1])
        self.assertIn(done.returncode, (0, 1), done.stderr)
        self.assertIn("Soft skills", done.stdout)
        reports = job["artifacts"]["reports"]
        json.loads((self.folder / reports["codequality"]).read_text(encoding="utf-8"))
        xml.parse(self.folder / reports["junit"])


if __name__ == "__main__":
    support.main()
