"""The built program has what makes a fault harder to use."""

import os
import pathlib
import re
import shutil
import subprocess
import unittest

from support import PROGRAM, main


MODULE = pathlib.Path(PROGRAM).parent / "rapport-pdf.so"


def read_elf(*options, file=PROGRAM):
    return subprocess.run(["readelf", "-W", *options, file], capture_output=True, text=True,
                          check=True).stdout


@unittest.skipIf(shutil.which("readelf") is None, "readelf is not there")
@unittest.skipIf(os.environ.get("RAPPORT_SANITIZE") == "1", "a build with sanitizers is for tests")
class HardeningTest(unittest.TestCase):
    def test_it_is_loaded_anywhere(self):
        self.assertRegex(read_elf("--file-header"), r"Type:\s+DYN")
        self.assertRegex(read_elf("--dynamic"), r"FLAGS_1.*PIE")

    def test_its_tables_are_read_only_once_it_runs(self):
        self.assertIn("GNU_RELRO", read_elf("--segments"))
        self.assertRegex(read_elf("--dynamic"), r"FLAGS_1.*NOW")

    def test_so_are_those_of_the_part_that_it_loads(self):
        self.assertIn("GNU_RELRO", read_elf("--segments", file=MODULE))
        self.assertRegex(read_elf("--dynamic", file=MODULE), r"FLAGS_1.*NOW")
        self.assertIn("__stack_chk_fail", read_elf("--dyn-syms", file=MODULE))

    def test_it_does_without_what_only_pdf_files_need(self):
        needed = re.findall(r"NEEDED.*\[(\S+)\]", read_elf("--dynamic"))
        self.assertTrue(needed)
        self.assertFalse([name for name in needed if re.search("poppler|fontconfig", name)])

    def test_its_stack_holds_no_code(self):
        self.assertRegex(read_elf("--segments"), r"GNU_STACK\s+\S+\s+\S+\s+\S+\s+\S+\s+\S+\s+RW\s")

    def test_it_checks_its_stack_and_its_buffers(self):
        symbols = read_elf("--dyn-syms")
        self.assertIn("__stack_chk_fail", symbols)
        self.assertTrue(re.search(r"__\w+_chk@", symbols.replace("__stack_chk_fail", "")))


if __name__ == "__main__":
    main()
