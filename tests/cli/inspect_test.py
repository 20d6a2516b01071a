#!/usr/bin/env python3
"""The commands that look into things: why, extract and lexicon."""

import json

import support
from support import CIRCUS, rapport

LEXICON = CIRCUS[:2]


class Why(support.Case):
    def test_evidence_comes_with_its_sentence_place_and_pattern(self):
        run = rapport("why", *LEXICON, "juggling", self.resume)
        self.assertEqual(run.code, 0, run.err)
        self.assertIn("“Juggled flaming torches”", run.out)
        self.assertIn("Juggled flaming torches before a crowd", run.out)
        self.assertIn("line 6", run.out)
        self.assertIn("juggling.toml:", run.out)

    def test_a_near_miss_says_what_stopped_it(self):
        missed = self.write("missed.txt", "Experience\n\nI never juggled burning torches.\n")
        run = rapport("why", *LEXICON, "juggling", missed)
        self.assertIn("no evidence", run.out)
        self.assertIn("Near misses", run.out)
        self.assertIn("negated", run.out)
        self.assertIn("“never”", run.out)

    def test_nothing_at_all_says_where_to_look(self):
        nothing = self.write("nothing.txt", "Experience\n\nSold popcorn.\n")
        run = rapport("why", *LEXICON, "juggling", nothing)
        self.assertEqual(run.code, 0)
        self.assertIn("rapport lexicon show juggling", run.out)


class Extract(support.Case):
    def test_text_is_printed_as_it_is_read(self):
        self.assertEqual(rapport("extract", self.resume).out, support.RESUME)

    def test_json_has_sections_and_units(self):
        extracted = json.loads(rapport("extract", "-f", "json", self.resume).out)
        self.assertIn("sections", extracted)
        self.assertIn("units", json.dumps(extracted))

    def test_an_unknown_view_is_told_which_there_are(self):
        self.assert_complaint(rapport("extract", "-f", "xml", self.resume), "text, units, json")


class Lexicon(support.Case):
    def test_list_has_built_in_skills_and_those_of_a_folder(self):
        run = rapport("lexicon", "list", *LEXICON)
        self.assertEqual(run.code, 0, run.err)
        ids = [line.split()[0] for line in run.out.splitlines()]
        self.assertIn("juggling", ids)
        self.assertIn("listening", ids)
        self.assertEqual(ids, sorted(ids))

    def test_show_prints_what_a_skill_is_made_of(self):
        run = rapport("lexicon", "show", *LEXICON, "juggling")
        for part in ("Juggling", "juggling skills", "claimed", "dropped a club", "[N] visitors"):
            self.assertIn(part, run.out)

    def test_a_fault_in_a_lexicon_is_shown_with_file_line_and_caret(self):
        self.write("lexicon/broken.toml", 'id = "broken"\ntitle = 5\n')
        run = rapport("lexicon", "list", "--lexicon", self.folder / "lexicon")
        self.assertEqual(run.code, 2)
        self.assertRegex(run.err, r"broken\.toml:2:\d+: .+\n.*title = 5\n +\^")


if __name__ == "__main__":
    support.main()
