#!/usr/bin/env python3
"""The configuration: where it is found, what beats what, and how its faults are told."""

import json
import re
import unittest

import support
from support import rapport

PAGE = support.ROOT / "man" / "rapport.toml.5"
SCHEMA = support.ROOT / "schemas" / "rapport-config-1.schema.json"


class Configuration(support.Case):
    def setUp(self):
        super().setUp()
        self.env = {"XDG_CONFIG_HOME": str(self.folder / "user"), "HOME": str(self.folder)}

    def configured(self, text, name=".rapport.toml"):
        return self.write(name, text)

    def run_in(self, *args, **env):
        return rapport(*args, cwd=self.folder, env={**self.env, **env})

    def in_force(self, *args, **env):
        """Of `rapport config`: key to (value, origin)."""
        run = self.run_in("config", *args, **env)
        self.assertEqual((run.code, run.err), (0, ""))
        found = re.findall(r"^([\w.-]+) = (.*?)  # (.*)$", run.out, re.MULTILINE)
        return {key: (value, origin) for key, value, origin in found}

    def refused(self, text, *parts):
        self.configured(text)
        run = self.run_in("check", self.resume)
        self.assertEqual((run.code, run.out), (2, ""))
        for part in parts:
            self.assertIn(part, run.err)
        self.assertRegex(run.err, r"\n +\^\n\Z", "no caret")

    def test_is_found_from_the_documents_folder_upwards(self):
        self.configured('profile = "interview"\n')
        deep = self.write("a/b/resume.txt", support.RESUME)
        self.assertIn("Soft skills: Interview", rapport("check", deep, env=self.env).out)

    def test_the_nearest_file_wins_and_the_users_own_comes_last(self):
        self.configured('profile = "all"\n', "user/rapport/rapport.toml")
        self.assertEqual(self.in_force()["profile"][0], '"all"')
        self.configured('profile = "interview"\n')
        self.assertEqual(self.in_force()["profile"], ('"interview"', ".rapport.toml:1:12"))

    def test_command_line_beats_environment_beats_the_commands_table_beats_the_top_level(self):
        self.configured('profile = "all"\nwidth = 50\nmin-covered = 1\n[check]\nprofile = "interview"\nwidth = 60\n')
        found = self.in_force(RAPPORT_WIDTH="70")
        self.assertEqual(found["profile"], ('"interview"', ".rapport.toml:5:12"))
        self.assertEqual(found["width"], ("70", "RAPPORT_WIDTH"))
        self.assertEqual(found["min-covered"], ("1", ".rapport.toml:3:15"))
        run = self.run_in("check", self.resume, "--profile", "service-essentials")
        self.assertIn("Service essentials", run.out)

    def test_no_config_heeds_none_and_config_names_another(self):
        self.configured('profile = "interview"\n')
        other = self.configured('profile = "all"\n', "other.toml")
        self.assertIn("Customer service", self.run_in("check", self.resume, "--no-config").out)
        self.assertIn("All skills", self.run_in("check", self.resume, "--config", other).out)
        self.assertIn("All skills", self.run_in("check", self.resume, RAPPORT_CONFIG=str(other)).out)

    def test_gates_of_a_configuration_hold_like_those_of_the_command_line(self):
        self.configured("min-covered = 9\n")
        self.assertEqual(self.run_in("check", self.resume).code, 1)
        self.assertEqual(self.run_in("check", self.resume, "--min-covered", "0").code, 0)

    def test_folders_of_lexicons_lie_beside_the_configuration(self):
        data = support.HERE / "data"
        (self.folder / "skills").symlink_to(data / "lexicon")
        (self.folder / "circus.toml").symlink_to(data / "circus.toml")
        self.configured('profile = "./circus.toml"\n[lexicon]\nfolders = ["skills"]\n')
        run = rapport("check", self.resume, cwd="/", env=self.env)
        self.assertEqual(run.code, 0, run.err)
        self.assertIn("Juggling", run.out)

    def test_files_have_gates_of_their_own(self):
        self.configured('[[files]]\npath = "templates/*.txt"\nmin-covered = 9\n')
        inside = self.write("templates/a.txt", support.RESUME)
        self.assertEqual(self.run_in("check", "--each", self.resume).code, 0)
        run = self.run_in("check", "--each", "-q", self.resume, inside)
        self.assertEqual(run.code, 1)
        self.assertIn("templates/a.txt", run.err)
        self.assertNotIn("resume.txt", run.err)

    def test_faults_are_told_with_line_caret_and_the_nearest_name(self):
        self.refused('profil = "x"\n', ".rapport.toml:1:1: unknown key `profil` (did you mean profile?)")
        self.refused('\nmin-covered = "x"\n', ".rapport.toml:2:", "`min-covered`")
        self.refused("each = 3\n", "`each` is not true or false")
        self.refused("profile = \n", "not valid TOML")
        self.refused('output = "x"\n', "`output` cannot stand in a configuration")
        self.refused('[check]\nwidht = 30\n', ".rapport.toml:2:1", "did you mean width?")
        self.refused('[[files]]\npath = "x"\nprofile = "all"\n', ".rapport.toml:3:1")
        self.refused('[lexicon]\nfolder = ["x"]\n', "unknown key `folder`")

    def test_a_value_of_the_environment_that_is_refused_names_its_variable(self):
        self.assert_complaint(self.run_in("check", self.resume, RAPPORT_WIDTH="wide"), "RAPPORT_WIDTH")

    def test_schema_and_manual_know_every_setting_and_no_other(self):
        run = self.run_in("config")
        keys = set(re.findall(r"^(?:# )?([\w.-]+) (?:=|is not set)", run.out, re.MULTILINE))
        keys = {key.removesuffix(".folders") for key in keys}
        schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
        check = set(schema["$defs"]["check"]["properties"]) | {"lexicon"}
        self.assertEqual(keys, check)
        page = PAGE.read_text(encoding="utf-8").replace("\\-", "-")
        for key in keys:
            self.assertIn(f".B {key}\n", page, key)

    def test_what_config_prints_is_itself_a_configuration(self):
        self.configured('min-covered = 2\nrequire = ["empathy", "humor=claimed"]\n')
        printed = self.run_in("config").out
        self.configured(printed)
        self.assertEqual(self.in_force()["require"][0], '["empathy", "humor=claimed"]')


if __name__ == "__main__":
    unittest.main()
