#!/usr/bin/env python3
"""Shards of a cohort under GNU parallel, merged, are the cohort that one machine makes; the stream
in pieces is the stream as a whole."""

import json
import shutil
import subprocess

import shards
from shards import GROUP, PROGRAM


def cohort_in_shards():
    cohort = shards.Cohort(applicants=12, shards=3)
    finished = subprocess.run(
        ["parallel", "--will-cite", "-j", "2", PROGRAM, "batch", "--files-from", "{}", "-q",
         "-o", str(cohort.home / "out.{/}"), "--jobs", "1", "--group-by", GROUP[1].join("''"),
         ":::", *sorted(map(str, cohort.home.glob("shard.*")))],
        check=False)
    assert finished.returncode in (0, 1), finished.returncode  # the number of shards with an error
    outs = sorted(cohort.home.glob("out.*"))
    assert len(outs) == 3, outs
    whole = cohort.whole()
    assert cohort.merged(outs) == whole
    assert cohort.merged(reversed(outs)) == whole


def stream_in_pieces():
    lines = "".join(
        json.dumps({"id": i, "text": f"Calmed {i} angry callers a week."}) + "\n" for i in range(500))
    stream = [PROGRAM, "batch", "--from", "jsonl", "--jobs", "1"]
    alone = subprocess.run(stream, input=lines, capture_output=True, text=True, check=True)
    pieces = subprocess.run(
        ["parallel", "--will-cite", "--pipe", "--keep-order", "-N", "100", "-j", "2", *stream],
        input=lines, capture_output=True, text=True, check=True)
    assert pieces.stdout == alone.stdout


if __name__ == "__main__":
    if shutil.which("parallel") is None:
        shards.skip("GNU parallel is not installed")
    cohort_in_shards()
    stream_in_pieces()
    print("2 passed, 0 failed")
