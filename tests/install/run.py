#!/usr/bin/env python3
"""Installs what a build folder made into a folder of its own, and builds and runs the example
against it, by CMake and by pkg-config.

    run.py BUILD_FOLDER SOURCE_FOLDER
"""

import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

BUILD, SOURCE = (pathlib.Path(path).resolve() for path in sys.argv[1:3])
SAMPLE = SOURCE / "samples" / "call-center-agent" / "resume.pdf"
EXAMPLES = SOURCE / "examples"


def run(*command, **kwargs):
    done = subprocess.run(
        [str(part) for part in command], capture_output=True, text=True, timeout=600, check=False, **kwargs
    )
    assert done.returncode == 0, f"{command}: {done.stdout}{done.stderr}"
    return done.stdout


class Installed(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(cls.folder.cleanup)
        root = pathlib.Path(cls.folder.name)
        cls.prefix, cls.work = root / "usr", root / "work"
        cls.work.mkdir()
        run("cmake", "--install", BUILD, "--prefix", cls.prefix)
        cls.library = next(cls.prefix.glob("lib/**/librapport.so"))
        cls.env = {
            **os.environ,
            "PKG_CONFIG_PATH": str(cls.library.parent / "pkgconfig"),
            "LD_LIBRARY_PATH": str(cls.library.parent),
        }

    def assert_reads_the_sample(self, program):
        levels = dict(line.split() for line in run(program, SAMPLE, env=self.env).splitlines())
        self.assertEqual(len(levels), 10)
        self.assertEqual(levels["communication"], "quantified")
        self.assertEqual(levels["humor"], "none")

    def test_the_example_builds_by_find_package(self):
        build = self.work / "cmake"
        run("cmake", "-S", EXAMPLES, "-B", build, f"-DCMAKE_PREFIX_PATH={self.prefix}")
        run("cmake", "--build", build)
        self.assert_reads_the_sample(build / "levels")

    def test_the_example_builds_by_pkg_config(self):
        # The prefix is what was configured; here it lies elsewhere.
        flags = run("pkg-config", f"--define-variable=prefix={self.prefix}", "--cflags", "--libs",
                    "rapport", env=self.env).split()
        run("c++", "-std=c++20", EXAMPLES / "levels.cpp", "-o", self.work / "levels", *flags)
        self.assert_reads_the_sample(self.work / "levels")

    def test_every_public_header_compiles_alone(self):
        for header in sorted((self.prefix / "include" / "rapport").glob("*.hpp")):
            with self.subTest(header=header.name):
                run("c++", "-std=c++20", "-fsyntax-only", "-Wall", "-Wextra", "-Werror", "-x", "c++", "-",
                    f"-I{self.prefix / 'include'}", input=f"#include <rapport/{header.name}>\n")

    def test_the_library_exports_nothing_but_what_its_headers_declare(self):
        symbols = run("nm", "-DC", "--defined-only", self.library).splitlines()
        names = [line.split(" ", 2)[2] for line in symbols if line[17] in "TDRB"]
        self.assertTrue(any(name.startswith("rapport::Matcher::make") for name in names))
        foreign = [name for name in names if "rapport::" not in name]
        self.assertEqual(foreign, [])
        self.assertEqual([name for name in names if "rapport::fold(" in name], [])

    def test_the_program_is_installed_with_its_manual_and_completions(self):
        for path in ("bin/rapport", "share/man/man1/rapport.1.gz", "share/man/man5/rapport-lexicon.5.gz",
                     "share/bash-completion/completions/rapport", "share/zsh/vendor-completions/_rapport",
                     "share/fish/vendor_completions.d/rapport.fish", "share/rapport/lexicons/en/words.toml"):
            self.assertTrue((self.prefix / path).is_file(), path)
        self.assertIn("rapport", run(self.prefix / "bin" / "rapport", "--version"))

    def test_the_program_finds_what_reads_pdf_files_wherever_it_was_moved(self):
        moved = self.work / "moved"
        shutil.copytree(self.prefix, moved)
        self.assertIn("Communication", run(moved / "bin" / "rapport", "check", SAMPLE))

    @unittest.skipIf(os.environ.get("RAPPORT_SANITIZE") == "1", "sanitizers watch one piece")
    def test_without_it_a_pdf_is_an_error_and_a_text_is_none(self):
        alone = self.work / "alone"
        alone.mkdir()
        program = shutil.copy(self.prefix / "bin" / "rapport", alone)
        self.assertIn("Communication", run(program, "check", SAMPLE.parent.parent / "first-job-student" / "resume.md"))
        done = subprocess.run([program, "check", SAMPLE], capture_output=True, text=True, timeout=60, check=False)
        self.assertEqual(done.returncode, 2)
        self.assertRegex(done.stderr, r"resume\.pdf: cannot be read: .* is missing at .*/rapport-pdf\.so \(install")
        (alone / "rapport-pdf.so").write_bytes(b"not a library")
        done = subprocess.run([program, "check", SAMPLE], capture_output=True, text=True, timeout=60, check=False)
        self.assertEqual(done.returncode, 2)
        self.assertRegex(done.stderr, r"resume\.pdf: cannot be read: .* does not load: ")


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
