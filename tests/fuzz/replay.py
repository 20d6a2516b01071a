#!/usr/bin/env python3
"""Replays what a fuzz target is known for: its committed inputs, what once crashed, and seeds made
of the samples. Needs no fuzzer: any compiler builds the program.

    replay.py PROGRAM TARGET
"""

import pathlib
import subprocess
import sys
import tempfile

import run
import seeds

SEEDS = 40  # at most


def main():
    program, target = sys.argv[1:]
    with tempfile.TemporaryDirectory() as scratch:
        made = pathlib.Path(scratch)
        longest, _, wanted, _ = run.BOUNDS[target]
        seeds.make(run.ROOT, target, made, longest, min(SEEDS, wanted))
        known = [run.HERE / "corpus" / target, run.HERE / "regressions" / target, made]
        paths = [path for folder in known if folder.is_dir() for path in folder.iterdir()]
        if not paths:
            print(f"{target}: no inputs")
            return 1
        return subprocess.run([program, target, *sorted(paths)], check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
