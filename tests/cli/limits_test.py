"""The limits that the manual names (LIMITS in rapport(1)), at their edge: just within nothing is
lost, just beyond it is said."""

import json
import unittest

from support import Case, main, rapport

SHOWN = "Calmed upset guests at the counter.\n\n"
DUTY = "Responsible for the morning log of cashier {}.\n\n"


def findings(text):
    run = rapport("check", "-", "--format", "json", "--profile", "all", stdin=text)
    (application,) = json.loads(run.out)["applications"]
    pieces = sum(len(skill["evidence"]) for skill in application["skills"])
    (document,) = application["documents"]
    return pieces, [f"{finding['id']}: {finding['message']}" for finding in document["findings"]]


class LimitsTest(Case):
    def test_evidence(self):
        self.assertEqual(findings(SHOWN * 1999), (1999, []))
        pieces, told = findings(SHOWN * 2500)
        self.assertEqual(pieces, 2000)
        self.assertEqual(told, ["too-many-findings: only the first 2000 pieces of evidence were looked for"])

    def test_writing_faults(self):
        for count, beyond in ((499, False), (600, True)):
            told = findings("".join(DUTY.format(number) for number in range(count)))[1]
            self.assertEqual(any("first 500 writing faults" in line for line in told), beyond, count)

    def test_the_length_of_a_sentence(self):
        for length, units in ((20_000, 1), (20_001, 2)):
            text = ("calm " * 5000)[:length - 1] + "x"
            self.assertEqual(len(text), length)
            run = rapport("extract", "-", "--format", "json", stdin=text)
            self.assertEqual(len(json.loads(run.out)["units"]), units, length)

    def test_the_length_of_a_text(self):
        line = "Sold tea and cake at a market stall every Saturday of the summer.\n\n"
        text = line * ((1 << 20) // len(line))
        self.assertEqual(findings(text)[1], [])
        told = findings(text + line)[1]
        self.assertEqual(len(told), 1, told)
        self.assertRegex(told[0], r"^text-truncated: ")

    def test_the_nesting_of_a_line_of_the_stream(self):
        for depth, answer in ((64, "skills"), (65, "error")):
            line = '{"text": "Calm", "more": ' + "[" * (depth - 1) + "]" * (depth - 1) + "}\n"
            run = rapport("batch", "--from", "jsonl", "--format", "jsonl", stdin=line)
            self.assertIn(answer, run.lines()[0], depth)

    def test_the_size_of_a_file(self):
        path = self.folder / "large.txt"
        with open(path, "wb") as file:
            file.truncate((64 << 20) + 1)
        run = rapport("check", path)
        self.assertEqual(run.code, 2)
        self.assertEqual(len(run.err.splitlines()), 1)
        self.assertIn("is larger than 64 MiB", run.err)


if __name__ == "__main__":
    main()
