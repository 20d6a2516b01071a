#!/usr/bin/env python3
"""rapport batch --from jsonl: one answer a line, in order, whatever the line holds."""

import json
import os
import subprocess
import time

import support
from support import CIRCUS, rapport


def stream(*lines, args=CIRCUS):
    text = b"".join(
        (line if isinstance(line, bytes) else json.dumps(line).encode()) + b"\n" for line in lines
    )
    return rapport("batch", "--from", "jsonl", "--format", "jsonl", *args, stdin=text)


class Stream(support.Case):
    def test_every_line_gets_its_answer_in_order(self):
        run = stream(
            {"id": "a", "text": "Juggled flaming clubs."},
            {"id": 7, "text": "Sold popcorn."},
            {"id": "c", "path": str(self.resume)},
        )
        self.assertEqual(run.code, 0, run.err)
        a, b, c = run.lines()
        self.assertEqual((a["id"], b["id"], c["id"]), ("a", 7, "c"))
        self.assertEqual(a["skills"]["juggling"]["level"], "demonstrated")
        self.assertEqual(b["skills"], {})
        self.assertEqual(c["skills"]["juggling"]["level"], "demonstrated")

    def test_evidence_says_what_where_and_in_which_unit(self):
        text = "Hello there. Juggled flaming clubs before a crowd."
        (piece,) = stream({"id": "a", "text": text}).lines()[0]["skills"]["juggling"]["evidence"]
        self.assertEqual(piece["text"], "Juggled flaming clubs")
        self.assertEqual(text[piece["start"]:piece["end"]], piece["text"])
        self.assertEqual(piece["unit"], "Juggled flaming clubs before a crowd.")
        self.assertEqual(piece["level"], "demonstrated")

    def test_offsets_count_code_points_of_the_given_text(self):
        for text in (
            "Zoë 🎪 café. Juggled flaming clubs.",
            "\ufeffJuggled flaming clubs.",
            "First line\r\nJuggled  ﬂaming clubs.\r\n",
            "At the cafe\u0301 by the old harbour of Example Town I often juggled\nflaming clubs before a crowd, and went home late.",
            "“Quoted” — Juggled\u00a0fla\u00adming\u200b clubs.",
        ):
            with self.subTest(text=text):
                (answer,) = stream({"id": "a", "text": text}).lines()
                (piece,) = answer["skills"]["juggling"]["evidence"]
                self.assertEqual(text[piece["start"]:piece["end"]], piece["text"])
                self.assertTrue(piece["text"].lower().startswith("juggled"))
                self.assertTrue(piece["text"].endswith("clubs"))

    def test_offsets_of_a_file_hold_in_what_extract_prints(self):
        text = rapport("extract", self.resume).out
        (answer,) = stream({"id": "a", "path": str(self.resume)}).lines()
        (piece,) = answer["skills"]["juggling"]["evidence"]
        self.assertEqual(text[piece["start"]:piece["end"]], "Juggled flaming torches")

    def test_an_error_is_the_answer_to_its_own_line_and_the_end_is_2(self):
        run = stream(
            b"{not json",
            {"id": "no text"},
            {"id": "both", "text": "a", "path": "b"},
            {"id": "number", "text": 5},
            {"id": "kind", "text": "a", "kind": "resumee"},
            {"id": "gone", "path": str(self.folder / "gone.pdf")},
            ["a", "list"],
            b"",
            b'{"id": "bad utf-8", "text": "\xff"}',
            b'{"id": "surrogate", "text": "\\ud800"}',
            {"id": "fine", "text": "Juggled flaming clubs."},
        )
        self.assertEqual(run.code, 2)
        answers = run.lines()
        self.assertEqual(len(answers), 11)
        for answer in answers[:10]:
            self.assertIn("error", answer)
            self.assertNotIn("skills", answer)
        self.assertEqual((answers[0]["id"], answers[0]["line"]), (None, 1))
        self.assertEqual([a["id"] for a in answers[1:6]],
                         ["no text", "both", "number", "kind", "gone"])
        self.assertIn("did you mean resume?", answers[4]["error"])
        self.assertIn("skills", answers[10])

    def test_an_empty_text_has_no_skills(self):
        run = stream({"id": "a", "text": ""})
        self.assertEqual((run.code, run.lines()), (0, [{"id": "a", "skills": {}}]))

    def test_a_last_line_without_a_newline_counts(self):
        run = rapport("batch", "--from", "jsonl", *CIRCUS, stdin='{"id":1,"text":"x"}')
        self.assertEqual(run.lines(), [{"id": 1, "skills": {}}])

    def test_no_input_gives_no_output(self):
        run = stream()
        self.assertEqual((run.code, run.out, run.err), (0, "", ""))

    def test_whoever_waits_for_an_answer_before_asking_again_gets_it(self):
        with subprocess.Popen(
            [support.PROGRAM, "batch", "--from", "jsonl", *CIRCUS],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE,
        ) as process:
            for number in range(3):
                process.stdin.write(json.dumps({"id": number, "text": "x"}).encode() + b"\n")
                process.stdin.flush()
                self.assertEqual(json.loads(process.stdout.readline())["id"], number)
            process.stdin.close()
            self.assertEqual(process.wait(60), 0)

    def test_a_long_stream_takes_no_more_memory_than_a_short_one(self):
        if os.environ.get("RAPPORT_SANITIZE"):
            self.skipTest("sanitizers keep freed memory for a while")
        line = json.dumps({"id": "a", "text": support.RESUME * 8}).encode() + b"\n"

        def peak(count):
            process = subprocess.Popen(
                [support.PROGRAM, "batch", "--from", "jsonl", *CIRCUS],
                stdin=subprocess.PIPE, stdout=subprocess.DEVNULL)
            for _ in range(count):
                process.stdin.write(line)
            process.stdin.close()
            _, status, usage = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
            self.assertEqual(process.returncode, 0)
            return usage.ru_maxrss

        self.assertLess(peak(600), peak(60) + 3 * 1024)  # kilobytes

    def test_a_pipe_that_does_not_block_is_read_to_its_end(self):
        # A pause used to pass for the end, and what came later was lost without a word.
        end, begin = os.pipe()
        os.set_blocking(end, False)
        command = [support.PROGRAM, "batch", "--from", "jsonl", *CIRCUS]
        with subprocess.Popen(command, stdin=end, stdout=subprocess.PIPE) as program:
            os.close(end)
            time.sleep(1)
            os.write(begin, b'{"id": "late", "text": "Sold popcorn."}\n')
            os.close(begin)
            out, _ = program.communicate(timeout=60)
        self.assertEqual(json.loads(out)["id"], "late")

    def test_a_line_nested_without_end_costs_its_own_answer_only(self):
        # It used to end the whole stream: what is copied and printed goes as deep into the stack.
        deep = b'{"id": ' + b"[" * 200_000 + b"]" * 200_000 + b', "text": "Sold popcorn."}'
        run = stream(deep, {"id": "b", "text": "Sold popcorn."})
        self.assertEqual(run.code, 2)
        refused, b = run.lines()
        self.assertIn("nested deeper", refused["error"])
        self.assertEqual(b, {"id": "b", "skills": {}})

    def test_marks_of_markdown_around_evidence_are_no_part_of_it(self):
        text = "I **juggled flaming clubs** daily"
        (piece,) = stream({"id": "a", "text": text}).lines()[0]["skills"]["juggling"]["evidence"]
        self.assertEqual(piece["text"], "juggled flaming clubs")
        self.assertEqual(text[piece["start"]:piece["end"]], piece["text"])

    def test_paths_and_a_stream_are_not_mixed(self):
        run = rapport("batch", "--from", "jsonl", self.resume)
        self.assert_complaint(run, "--from jsonl")

    def test_profile_all_means_every_skill_of_the_lexicon(self):
        run = stream({"id": "a", "text": "Juggled flaming clubs."},
                     args=["--lexicon", CIRCUS[1], "--profile", "all"])
        self.assertIn("juggling", run.lines()[0]["skills"])


if __name__ == "__main__":
    support.main()
