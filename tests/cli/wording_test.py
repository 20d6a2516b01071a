#!/usr/bin/env python3
"""A made-up application with every fault planted, and a clean twin that has none."""

import json

import support
from support import HERE, rapport

PLANTED = {
    "letter-claims": "my sense of humor is well known",
    "letter-shows": "I explained their options",
    "old-role": "Calmed angry shoppers",
    "only-listed": "Active listening",
    "duty-opener": "Responsible for answering",
    "passive-bullet": "Was given the task",
    "cliche": "team player",
    "skills-without-object": "Communication, teamwork and problem solving",
    "repeated-phrase": "Assisted guests",
}


def documents(name):
    return [HERE / "data" / name / file for file in ("resume.txt", "letter.txt")]


def findings(*args):
    run = rapport("check", "-f", "json", *args)
    (application,) = json.loads(run.out)["applications"]
    found = list(application["findings"])
    for document in application["documents"]:
        found += document["findings"]
    return found


class Planted(support.Case):
    def test_every_planted_fault_is_found_with_its_words_and_its_place(self):
        found = findings(*documents("planted"))
        self.assertEqual({finding["id"] for finding in found}, set(PLANTED))
        for name, words in PLANTED.items():
            quotes = [quote for finding in found if finding["id"] == name
                      for quote in finding["quotes"]]
            self.assertTrue(any(words in quote["text"] for quote in quotes), (name, quotes))
            self.assertTrue(all(quote["place"].get("line") for quote in quotes), name)

    def test_every_finding_has_a_remedy(self):
        for finding in findings(*documents("planted")):
            self.assertTrue(finding["remedy"], finding)

    def test_the_remedy_offers_the_verb_that_hides_in_the_bullet(self):
        remedies = " ".join(finding["remedy"] for finding in findings(*documents("planted")))
        self.assertIn("“Answered …” instead of “Responsible for answering”", remedies)
        self.assertIn("“Counted room keys …”", remedies)

    def test_the_clean_twin_raises_none(self):
        self.assertEqual(findings(*documents("clean")), [])

    def test_the_clean_twin_raises_none_in_pieces_either(self):
        for document in documents("clean"):
            self.assertEqual(findings(document), [])


class Report(support.Case):
    def test_the_matrix_is_part_of_the_report_of_two_documents(self):
        run = rapport("check", "--width", 80, *documents("planted"))
        self.assertIn("Where each skill stands", run.out)
        self.assertIn("Profile  Work experience  Skills  letter", run.out)

    def test_one_document_shows_its_matrix_to_those_who_ask(self):
        resume = documents("planted")[0]
        self.assertNotIn("Where each skill stands", rapport("check", resume).out)
        self.assertIn("Where each skill stands", rapport("check", "--matrix", resume).out)

    def test_json_carries_the_cells(self):
        run = rapport("check", "-f", "json", *documents("planted"))
        (application,) = json.loads(run.out)["applications"]
        listening = application["skills"][1]
        self.assertEqual(listening["id"], "listening")
        (cell,) = listening["cells"]
        self.assertEqual((cell["document"], cell["kind"], cell["level"], cell["count"]),
                         (0, "skills", "claimed", 1))
        section = application["documents"][0]["sections"][cell["section"]]
        self.assertEqual(section["heading"], "Skills")


class OwnWords(support.Case):
    FAULT = ("[[fault]]\nid = 'tired-word'\ntitle = 'Tired'\nseverity = 'warning'\n"
             "message = '{words} is tired'\nremedy = 'find another'\n"
             "[[phrase]]\nfault = 'tired-word'\npattern = 'popcorn'\n"
             "yes = ['Sold popcorn']\nno = ['Sold tea']\n")

    def setUp(self):
        super().setUp()
        self.write("own/tired.toml", self.FAULT)

    def test_a_user_adds_a_fault_of_their_own(self):
        found = findings("--lexicon", self.folder / "own", self.resume)
        tired = [finding for finding in found if finding["id"] == "tired-word"]
        self.assertEqual([finding["message"] for finding in tired], ["popcorn is tired"])

    def test_its_examples_are_run(self):
        good = rapport("lexicon", "test", "--lexicon", self.folder / "own")
        self.assertEqual(good.code, 0, good.out)
        self.write("own/tired.toml", self.FAULT.replace("Sold tea", "Sold more popcorn"))
        bad = rapport("lexicon", "test", "--lexicon", self.folder / "own")
        self.assertEqual(bad.code, 1)
        self.assertIn("Sold more popcorn", bad.out)

    def test_lint_asks_for_examples(self):
        self.write("own/tired.toml", self.FAULT.replace("yes = ['Sold popcorn']\n", ""))
        run = rapport("lexicon", "lint", "--lexicon", self.folder / "own")
        self.assertEqual(run.code, 1)
        self.assertIn("has no `yes` example", run.out)

    def test_an_empty_file_of_the_same_name_silences_the_built_in_faults(self):
        self.write("own/writing.toml", "")
        planted = documents("planted")
        found = {finding["id"] for finding in findings("--lexicon", self.folder / "own", *planted)}
        self.assertIn("letter-claims", found)
        self.assertFalse(found & {"cliche", "duty-opener", "repeated-phrase"})


class Explain(support.Case):
    def test_a_number_is_named_with_the_rule_that_made_it_count(self):
        resume = self.write("cv.txt", "EXPERIENCE\n- Answered 60 customer calls a day.\n")
        out = " ".join(rapport("check", "--explain", "-k", "resume", resume).out.split())
        self.assertRegex(out, r"\+ the number “60” \(lexicons/en/context\.toml:\d+\)")

    def test_a_claim_that_the_context_made_says_by_which_words(self):
        resume = self.write("cv.txt", "EXPERIENCE\n- Ability to resolve customer complaints.\n")
        out = " ".join(rapport("check", "--explain", "-k", "resume", resume).out.split())
        self.assertRegex(out, r"- said to be able to, not shown: “Ability to” "
                              r"\(said-to-be-able, lexicons/en/context\.toml:\d+\) = claimed at most")


if __name__ == "__main__":
    support.main()
