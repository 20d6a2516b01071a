#!/usr/bin/env python3
"""rapport check: applications, gates, exit codes and where the report goes."""

import os
import pathlib
import signal
import stat
import subprocess

import support
from support import CIRCUS, rapport


class Applications(support.Case):
    def test_a_resume_and_its_letter_make_one_application(self):
        run = rapport("check", *CIRCUS, self.resume, self.letter)
        self.assertEqual(run.code, 0, run.err)
        self.assertIn("Juggling", run.out)
        self.assertEqual(run.err, "")

    def test_two_resumes_are_an_error_that_points_to_each_and_batch(self):
        other = self.write("other.txt", support.RESUME)
        run = rapport("check", *CIRCUS, self.resume, other)
        self.assert_complaint(run, "other.txt", "--each", "rapport batch")
        self.assertEqual(run.out, "")

    def test_three_documents_are_too_many_for_one_application(self):
        run = rapport("check", *CIRCUS, self.resume, self.letter, self.resume)
        self.assert_complaint(run, "--each")

    def test_each_takes_any_number_of_documents_of_any_kind(self):
        other = self.write("other.txt", support.RESUME)
        run = rapport("check", "--each", *CIRCUS, self.resume, other, self.letter)
        self.assertEqual(run.code, 0, run.err)
        self.assertIn("other.txt", run.out)

    def test_a_dash_is_standard_input(self):
        run = rapport("check", *CIRCUS, "-", stdin=support.RESUME)
        self.assertEqual(run.code, 0, run.err)
        self.assertIn("Juggling", run.out)

    def test_one_unreadable_document_does_not_lose_the_other(self):
        run = rapport("check", *CIRCUS, self.resume, self.folder / "nothing.pdf")
        self.assert_complaint(run, "nothing.pdf", "does not exist")
        self.assertIn("Juggling", run.out)

    def test_kind_is_believed_over_what_the_text_looks_like(self):
        run = rapport("extract", "-f", "json", "-k", "cover-letter", self.resume)
        self.assertIn("cover-letter", run.out)


class Gates(support.Case):
    def test_gates_that_hold_leave_the_exit_code_alone(self):
        gates = ["--require", "juggling=demonstrated", "--min-covered", 1, "--min-demonstrated", 1]
        self.assertEqual(rapport("check", *CIRCUS, *gates, self.resume).code, 0)

    def test_each_kind_of_gate_can_fail(self):
        for gate in (
            ["--require", "juggling=quantified"],
            ["--require=juggling=demonstrated"],
            ["--min-demonstrated", "1"],
        ):
            with self.subTest(gate=gate):
                self.assertEqual(rapport("check", *CIRCUS, *gate, self.letter).code, 1)

    def test_require_takes_one_value_and_leaves_the_file_alone(self):
        run = rapport("check", *CIRCUS, "--require", "juggling", self.resume)
        self.assertEqual(run.code, 0, run.err)

    def test_with_each_one_document_that_fails_is_enough(self):
        gate = ["--min-demonstrated", "1"]
        run = rapport("check", "--each", *CIRCUS, *gate, self.resume, self.letter)
        self.assertEqual(run.code, 1)

    def test_an_unreadable_input_wins_over_a_gate(self):
        gate = ["--min-demonstrated", "1"]
        run = rapport("check", "--each", *CIRCUS, *gate, self.letter, self.folder / "nothing")
        self.assertEqual(run.code, 2)

    def test_quiet_prints_no_report_but_says_which_gate_failed(self):
        run = rapport("check", "-q", *CIRCUS, "--min-demonstrated", 1, self.letter)
        self.assertEqual((run.code, run.out), (1, ""))
        self.assertRegex(run.err, r"\Arapport: .*letter\.txt: .+\n\Z")

    def test_quiet_says_nothing_when_all_is_well(self):
        run = rapport("check", "-q", *CIRCUS, "--min-demonstrated", 1, self.resume)
        self.assertEqual((run.code, run.out, run.err), (0, "", ""))

    def test_a_gate_that_no_document_could_meet_is_a_usage_error(self):
        run = rapport("check", *CIRCUS, "--min-covered", 2, self.resume)
        self.assert_complaint(run, "--min-covered", "only 1 skill")


class Mistakes(support.Case):
    def test_slips_of_the_fingers_are_told_what_was_meant(self):
        for args, meant in (
            (["chek", self.resume], "check"),
            (["check", "--fromat", "json", self.resume], "--format"),
            (["check", "-f", "jsno", self.resume], "json"),
            (["check", "-p", "customer-servise", self.resume], "customer-service"),
            (["check", "-k", "resumee", self.resume], "resume"),
            (["check", *CIRCUS, "--require", "jugling", self.resume], "juggling"),
            (["check", *CIRCUS, "--require", "juggling=demo-nstrated", self.resume], "demonstrated"),
            (["why", "jugling", "--lexicon", CIRCUS[1], self.resume], "juggling"),
            (["lexicon", "lst"], "list"),
        ):
            with self.subTest(args=args):
                self.assert_complaint(rapport(*args), f"did you mean {meant}?")

    def test_numbers_are_checked_in_words(self):
        for value in ("-1", "many", "1.5", "99999999999"):
            with self.subTest(value=value):
                run = rapport("check", "--min-covered", value, self.resume)
                self.assert_complaint(run, "--min-covered", "whole number")

    def test_a_file_in_place_of_a_command_is_told_how_to_be_read(self):
        self.assert_complaint(rapport("cv.pdf"), "rapport check cv.pdf")

    def test_no_command_at_all_shows_the_help_and_is_an_error(self):
        run = rapport()
        self.assertEqual((run.code, run.out), (2, ""))
        self.assertIn("Usage: rapport", run.err)

    def test_control_characters_in_a_file_name_never_reach_the_terminal(self):
        run = rapport("check", *CIRCUS, "no\x1b[31msuch\x07file")
        self.assertEqual(run.code, 2)
        self.assertNotIn("\x1b", run.err)
        self.assertNotIn("\x07", run.err)


class Output(support.Case):
    def test_a_report_replaces_a_file_whole_and_keeps_its_permissions(self):
        target = self.write("report.md", "old")
        target.chmod(0o640)
        run = rapport("check", *CIRCUS, "-f", "markdown", "-o", target, self.resume)
        self.assertEqual((run.code, run.out), (0, ""), run.err)
        self.assertIn("Juggling", target.read_text(encoding="utf-8"))
        self.assertEqual(stat.S_IMODE(target.stat().st_mode), 0o640)
        self.assertEqual(sorted(p.name for p in self.folder.iterdir()),
                         ["letter.txt", "report.md", "resume.txt"])

    def test_a_new_report_gets_the_permissions_of_any_new_file(self):
        target = self.folder / "new.md"
        previous = os.umask(0o027)
        self.addCleanup(os.umask, previous)
        rapport("check", *CIRCUS, "-o", target, self.resume)
        self.assertEqual(stat.S_IMODE(target.stat().st_mode), 0o640)

    def test_a_link_stays_a_link(self):
        target = self.write("report.md", "old")
        link = self.folder / "link.md"
        link.symlink_to(target)
        rapport("check", *CIRCUS, "-o", link, self.resume)
        self.assertTrue(link.is_symlink())
        self.assertIn("Juggling", target.read_text(encoding="utf-8"))

    def test_a_place_that_cannot_be_written_is_told_before_any_work(self):
        for target in (self.folder / "none" / "report.md", self.folder):
            with self.subTest(target=target):
                run = rapport("check", *CIRCUS, "-o", target, self.resume)
                self.assert_complaint(run, str(target), "cannot be written")

    def test_a_device_is_written_to_and_not_replaced(self):
        run = rapport("check", *CIRCUS, "-o", "/dev/null", self.resume)
        self.assertEqual(run.code, 0, run.err)
        self.assertTrue(stat.S_ISCHR(pathlib.Path("/dev/null").stat().st_mode))

    def test_a_full_disk_is_an_error(self):
        if not pathlib.Path("/dev/full").exists():
            self.skipTest("there is no /dev/full here")
        with open("/dev/full", "wb") as full:
            finished = subprocess.run(
                [support.PROGRAM, "check", *CIRCUS, str(self.resume)],
                stdout=full, stderr=subprocess.PIPE, check=False)
        self.assertEqual(finished.returncode, 2)
        self.assertIn(b"standard output: cannot be written", finished.stderr)


class Colors(support.Case):
    def colored(self, *args, **env):
        return "\x1b[" in rapport("check", *CIRCUS, *args, self.resume, env=env).out

    def test_auto_is_plain_where_there_is_no_terminal(self):
        self.assertFalse(self.colored())
        self.assertTrue(self.colored(CLICOLOR_FORCE="1"))
        self.assertFalse(self.colored(CLICOLOR_FORCE="0"))

    def test_a_non_empty_no_color_beats_clicolor_force(self):
        self.assertFalse(self.colored(NO_COLOR="1", CLICOLOR_FORCE="1"))
        self.assertTrue(self.colored(NO_COLOR="", CLICOLOR_FORCE="1"))

    def test_the_command_line_beats_the_environment(self):
        self.assertTrue(self.colored("--color", "always", NO_COLOR="1"))
        self.assertFalse(self.colored("--color=never", CLICOLOR_FORCE="1"))


class Signals(support.Case):
    def test_a_reader_who_has_seen_enough_is_no_error(self):
        with subprocess.Popen(
            [support.PROGRAM, "check", *CIRCUS, "-"],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        ) as process:
            process.stdout.close()
            process.stdin.write(support.RESUME.encode())
            process.stdin.close()
            self.assertEqual(process.stderr.read(), b"")
            self.assertEqual(process.wait(60), 0)

    def test_an_interrupt_exits_with_130(self):
        with subprocess.Popen(
            [support.PROGRAM, "batch", "--from", "jsonl", *CIRCUS],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE,
        ) as process:
            process.stdin.write(b"not json\n")
            process.stdin.flush()
            process.stdout.readline()  # it is up and running
            process.send_signal(signal.SIGINT)
            self.assertEqual(process.wait(60), 130)


if __name__ == "__main__":
    support.main()
