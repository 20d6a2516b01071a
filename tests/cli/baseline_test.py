#!/usr/bin/env python3
"""Baselines: what was so yesterday is accepted, what is worse today fails."""

import json
import subprocess
import sys
import unittest
import xml.etree.ElementTree as xml

import support
from support import CIRCUS, rapport

SCHEMAS = support.ROOT / "schemas"
# With a gap of its own, and a fault of writing.
PLAIN = support.RESUME + "\nSKILLS\nListening\n"
FAULTY = PLAIN.replace("- Sold", "- Responsible for the tent.\n- Sold")
QUIET = {"GITHUB_STEP_SUMMARY": "", "GITHUB_WORKSPACE": "", "CI_PROJECT_DIR": ""}


class Baselines(support.Case):
    def setUp(self):
        super().setUp()
        self.baseline = self.folder / "baseline.json"
        self.write("none/.rapport.toml", "")
        self.write("resume.txt", PLAIN)

    skills = CIRCUS

    def check(self, *args, cwd=None, env=None):
        return rapport("check", *self.skills, *args, cwd=cwd or self.folder, env={**QUIET, **(env or {})})

    def gated(self, *args, **more):
        return self.check("--baseline", self.baseline, *args, **more)

    def accept(self, *args):
        run = self.gated("--update-baseline", "-q", *args)
        self.assertEqual((run.code, run.out, run.err), (0, "", ""))
        return json.loads(self.baseline.read_text(encoding="utf-8"))

    def test_accepts_what_is_so_and_fails_on_what_comes_later(self):
        self.accept(self.resume)
        self.assertEqual(self.gated("-q", self.resume).code, 0)
        self.write("resume.txt", FAULTY)
        run = self.gated("-q", self.resume)
        self.assertEqual(run.code, 1)
        self.assertRegex(run.err, r"\Arapport: .*resume.txt: 1 result is not in the baseline: duty-opener")
        self.assertIn("New since the baseline", self.gated(self.resume).out)
        self.assertEqual(self.gated("--exit-zero", self.resume).code, 0)

    def test_holds_when_the_document_changes_elsewhere_or_moves_with_its_baseline(self):
        self.write("resume.txt", FAULTY)
        self.accept(self.resume)
        self.write("resume.txt", "A new line\n\n" + FAULTY.replace("- Sold", "- Mended the nets.\n- Sold"))
        self.assertEqual(self.gated("-q", self.resume).code, 0)
        moved = self.folder.parent / (self.folder.name + "-moved")
        self.folder.rename(moved)
        self.addCleanup(moved.rename, self.folder)
        run = self.check("-q", "--baseline", "../baseline.json", "../resume.txt", cwd=moved / "none")
        self.assertEqual((run.code, run.err), (0, ""))

    def test_a_gate_that_was_unmet_does_not_fail_and_one_that_becomes_so_does(self):
        gates = ["--require", "juggling=quantified"]
        self.accept(self.resume)
        self.assertEqual(self.gated("-q", *gates, self.resume).code, 1)
        self.accept(*gates, self.resume)
        self.assertEqual(self.gated("-q", *gates, self.resume).code, 0)
        self.write("resume.txt", PLAIN.replace("- Juggled flaming torches before a crowd.", "- Juggling skills."))
        run = self.gated("-q", *gates, self.resume)
        self.assertEqual(run.code, 1, "demonstrated became claimed")
        self.assertIn("skill-claimed/juggling", run.err)

    def test_tells_what_is_stale_and_prunes_it_alone(self):
        self.write("resume.txt", FAULTY.replace("Juggled", "Juggling skills: threw"))
        before = self.accept(self.resume)
        self.write("resume.txt", PLAIN.replace("Juggled", "Juggling skills: threw"))
        run = self.gated(self.resume)
        self.assertEqual(run.code, 0)
        self.assertRegex(run.err, r"\Arapport: .*baseline.json: 1 entry is stale: .* \(--prune-baseline removes them\)\n\Z")
        self.assertIn("stale in the baseline", run.out)
        self.assertEqual(self.gated("-q", self.resume).err, "")
        self.assertEqual(self.gated("-q", "--prune-baseline", self.resume).code, 0)
        after = json.loads(self.baseline.read_text(encoding="utf-8"))
        gone = [e for e in before["applications"][0]["entries"] if e not in after["applications"][0]["entries"]]
        self.assertEqual([entry["rule"] for entry in gone], ["duty-opener"])

    def test_pruning_does_not_accept_what_is_new(self):
        self.accept(self.resume)
        self.write("resume.txt", FAULTY)
        self.assertEqual(self.gated("-q", "--prune-baseline", self.resume).code, 1)
        self.assertEqual(self.gated("-q", self.resume).code, 1)

    def test_each_file_has_its_own_and_those_not_checked_stay(self):
        one, two = self.write("a/one.txt", FAULTY), self.write("b/two.txt", FAULTY)
        self.accept("--each", one, two)
        whole = self.baseline.read_bytes()
        self.accept("--each", two)
        self.assertEqual(self.baseline.read_bytes(), whole)
        self.accept("--each", two, one)
        self.assertEqual(self.baseline.read_bytes(), whole, "the order of the files matters")
        documents = [entry["documents"] for entry in json.loads(whole)["applications"]]
        self.assertEqual(documents, [["a/one.txt"], ["b/two.txt"]])

    def test_entries_of_a_document_that_is_no_more_are_stale(self):
        one, two = self.write("one.txt", FAULTY), self.write("two.txt", FAULTY)
        self.accept("--each", one, two)
        two.unlink()
        self.assertIn("stale", self.gated("--each", one).err)
        self.gated("-q", "--prune-baseline", "--each", one)
        documents = [entry["documents"] for entry in json.loads(self.baseline.read_text())["applications"]]
        self.assertEqual(documents, [["one.txt"]])

    def test_a_resume_and_its_letter_are_one_application_in_any_order(self):
        self.accept(self.resume, self.letter)
        self.assertEqual(self.gated("-q", self.letter, self.resume).code, 0)

    def test_an_application_that_was_read_by_half_is_not_written(self):
        self.accept(self.resume, self.letter)
        before = self.baseline.read_bytes()
        run = self.gated("--update-baseline", "-q", self.resume, self.folder / "no.txt")
        self.assertEqual(run.code, 2)
        self.assertEqual(self.baseline.read_bytes(), before)
        self.assertIn("left as it was", run.err)

    def test_refuses_a_baseline_that_is_not_there_or_is_none(self):
        self.assert_complaint(self.gated(self.resume), "there is no such baseline", "--update-baseline")
        self.assert_complaint(self.check("--update-baseline", self.resume), "--baseline FILE")
        self.assert_complaint(self.check("--baseline", self.letter, "--update-baseline", self.resume),
                              "is no baseline")
        self.assertEqual(self.letter.read_text(), support.LETTER)
        self.assert_complaint(self.check("--baseline", "-", self.resume))
        self.assert_complaint(self.gated("--update-baseline", "--prune-baseline", self.resume))
        self.assert_complaint(self.check("--baseline", "no/folder/b.json", "--update-baseline", self.resume),
                              "cannot be written")
        self.accept(self.resume)
        self.assert_complaint(self.gated("-f", f"json={self.baseline}", self.resume), "replace")

    def test_the_configuration_names_it_relative_to_itself(self):
        self.write(".rapport.toml", 'baseline = "accepted.json"\n')
        run = self.check("--update-baseline", "-q", self.resume, cwd="/")
        self.assertEqual(run.code, 0, run.err)
        self.assertTrue((self.folder / "accepted.json").exists())
        self.write("resume.txt", FAULTY)
        self.assertEqual(self.check("-q", self.resume, cwd="/").code, 1)
        self.write(".rapport.toml", "update-baseline = true\n")
        self.assert_complaint_with_excerpt(self.check(self.resume), "cannot stand in a configuration")

    def assert_complaint_with_excerpt(self, run, part):
        self.assertEqual(run.code, 2)
        self.assertIn(part, run.err)

    def test_is_valid_by_its_schema(self):
        self.accept("--each", self.resume, self.letter)
        done = subprocess.run([sys.executable, support.ROOT / "tests" / "schema" / "validate.py",
                               SCHEMAS / "rapport-baseline-1.schema.json", self.baseline], capture_output=True)
        if done.returncode == 77:
            self.skipTest("python3-jsonschema is not installed")
        self.assertEqual(done.returncode, 0, done.stdout)

    def test_formats_for_services_leave_out_what_is_known_and_sarif_suppresses_it(self):
        self.write("resume.txt", FAULTY)
        gates = ["--require", "juggling=quantified"]
        self.accept(*gates, self.resume)
        for form in ("gcc", "github"):
            self.assertEqual(self.gated("-f", form, *gates, self.resume).out, "", form)
        self.assertEqual(json.loads(self.gated("-f", "gitlab", *gates, self.resume).out), [])
        run = json.loads(self.gated("-f", "sarif", *gates, self.resume).out)["runs"][0]
        self.assertTrue(run["results"])
        self.assertEqual({result["baselineState"] for result in run["results"]}, {"unchanged"})
        self.assertEqual({result["suppressions"][0]["status"] for result in run["results"]}, {"accepted"})
        suite = xml.fromstring(self.gated("-f", "junit", *gates, self.resume).out).find("testsuite")
        self.assertEqual(suite.get("failures"), "0")
        skipped = {case.get("name") for case in suite.iter("testcase") if case.find("skipped") is not None}
        self.assertIn("gate: juggling is quantified or better", skipped)

    def test_formats_for_services_tell_what_is_new(self):
        self.accept(self.resume)
        self.write("resume.txt", FAULTY)
        self.assertIn("[duty-opener]", self.gated("-f", "gcc", self.resume).out)
        results = json.loads(self.gated("-f", "sarif", self.resume).out)["runs"][0]["results"]
        new = {result["ruleId"] for result in results if result["baselineState"] == "new"}
        self.assertEqual(new, {"duty-opener", "gate-baseline"})
        suite = xml.fromstring(self.gated("-f", "junit", self.resume).out).find("testsuite")
        failed = [case.get("name") for case in suite.iter("testcase") if case.find("failure") is not None]
        self.assertEqual(failed, ["gate: nothing new since the baseline"])
        told = json.loads(self.gated("-f", "json", self.resume).out)["applications"][0]["baseline"]
        self.assertEqual([item["rule"] for item in told["new"]], ["duty-opener"])
        self.assertIn("New since the baseline", self.gated("-f", "markdown", self.resume).out)

    def test_gaps_of_a_posting_are_results(self):
        posting = self.write("posting.txt", "Example Shop seeks a clerk.\n\nRequirements\n- Empathy with customers\n- Patience\n")
        self.skills = ["--profile", "service-essentials"]
        out = self.check("-f", "gcc", "--job", posting, self.resume).out
        self.assertRegex(out, r"warning: Empathy is missing, and .*posting.txt asks for it: .* \[job-missing/empathy\]")
        self.accept(self.resume)
        run = self.gated("-q", "--job", posting, self.resume)
        self.assertEqual(run.code, 1)
        self.assertIn("job-missing/", run.err)


if __name__ == "__main__":
    unittest.main()
