#!/usr/bin/env python3
"""Makes the packages of a build folder, has lintian judge them, unpacks and runs them.

    package.py BUILD_FOLDER
"""

import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

BUILD = pathlib.Path(sys.argv[1]).resolve()


def run(*command, **kwargs):
    done = subprocess.run(
        [str(part) for part in command], capture_output=True, text=True, timeout=900, check=False, **kwargs
    )
    assert done.returncode == 0, f"{command}: {done.stdout}{done.stderr}"
    return done.stdout


class Packages(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        cls.folder = pathlib.Path(folder.name)
        run("cpack", "-B", cls.folder, "--config", BUILD / "CPackConfig.cmake", cwd=BUILD)
        cls.packages = {path.name.split("_")[0]: path for path in cls.folder.glob("*.deb")}

    def test_there_is_one_for_the_program_the_library_and_the_headers(self):
        self.assertEqual(sorted(self.packages), ["librapport-dev", "librapport0", "rapport"])

    def test_lintian_finds_no_fault(self):
        if not shutil.which("lintian"):
            self.skipTest("no lintian here")
        run("lintian", "--allow-root", "--fail-on", "error,warning", *self.packages.values())

    def test_the_program_runs_from_where_it_was_unpacked(self):
        root = self.folder / "root"
        run("dpkg-deb", "-x", self.packages["rapport"], root)
        self.assertIn("rapport", run(root / "usr" / "bin" / "rapport", "--version"))
        for path in ("share/man/man1/rapport.1.gz", "share/bash-completion/completions/rapport",
                     "share/rapport/lexicons/en/words.toml", "share/doc/rapport/copyright"):
            self.assertTrue((root / "usr" / path).is_file(), path)

    def test_the_source_tarball_holds_the_sources_and_no_build(self):
        run("cpack", "-B", self.folder, "--config", BUILD / "CPackSourceConfig.cmake", cwd=BUILD)
        names = run("tar", "-tf", next(self.folder.glob("*.tar.xz"))).splitlines()
        inside = {name.split("/")[1] for name in names if "/" in name}
        self.assertLessEqual({"CMakeLists.txt", "src", "lexicons", "LICENSE", "dev"}, inside)
        self.assertFalse([name for name in inside if name.startswith("build") or name == ".git"])


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
