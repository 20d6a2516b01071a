#!/usr/bin/env python3
"""Runs a fuzz target. `./dev fuzz` builds the targets and calls this.

    run.py BUILD list
    run.py BUILD TARGET [SECONDS]     fuzz; SECONDS is 60 unless given
    run.py BUILD TARGET FILE…         replay files
    run.py BUILD all                  each target in turn, with new inputs that are the same every
                                      time; for CI

New inputs go to BUILD/fuzz/TARGET/corpus, and what crashes to BUILD/fuzz/crashes. A crash in a
library is told and does not fail: in the program a child process with limits contains it.
"""

import os
import pathlib
import re
import subprocess
import sys
import time

import seeds

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent

# Longest input in bytes, seconds that one input may take, how many seeds there are at most, and how
# many new inputs are tried in CI. What is slow under the sanitizers gets few small ones: a run
# begins with all seeds.
BOUNDS = {
    "pdf": (65536, 30, 2000, 500),
    "docx": (65536, 10, 2000, 1000),
    "odt": (65536, 10, 2000, 1000),
    "html": (32768, 10, 2000, 1000),
    "text": (32768, 10, 2000, 1000),
    "units": (32768, 10, 2000, 1000),
    "matcher": (4096, 20, 60, 100),
    "scanner": (2048, 20, 20, 20),
    "report": (4096, 20, 24, 50),
    "stream": (8192, 20, 60, 200),
    "pattern": (1024, 10, 2000, 1000),
    "lexicon": (8192, 20, 2000, 1000),
    "profile": (4096, 10, 2000, 1000),
    "configuration": (4096, 10, 2000, 1000),
    "baseline": (8192, 10, 2000, 1000),
    "wire": (16384, 20, 12, 100),
}
MEMORY = 3000  # MiB; the sanitizers' own is part of it
DICTIONARY = {"odt": "docx", "units": "text", "matcher": "text", "scanner": "text",
              "report": "text", "profile": "lexicon", "stream": "baseline"}
LIBRARIES = re.compile(r"/lib(poppler|xml2|zip|png|z|re2|freetype|fontconfig|jpeg|openjp2|lcms2|"
                       r"tiff|icu\w*|lzma|bz2|nss3?|sqlite3|utf8proc|stemmer)[-\w.]*\.so")


def say(*words):
    print("fuzz:", *words, file=sys.stderr, flush=True)


def environment(target):
    return {
        **os.environ,
        "RAPPORT_FUZZ_TARGET": target,
        "ASAN_OPTIONS": "allocator_may_return_null=1:detect_leaks=1:abort_on_error=0",
        "UBSAN_OPTIONS": "print_stacktrace=1",
        "LSAN_OPTIONS": f"print_suppressions=0:suppressions={HERE.parent / 'lsan.supp'}",
        "LC_ALL": "C.UTF-8",
    }


def folders(build, target):
    """Where new inputs go, and where known ones come from, made of the samples the first time."""
    work = build / "fuzz" / target
    corpus, made = work / "corpus", work / "seeds"
    corpus.mkdir(parents=True, exist_ok=True)
    (build / "fuzz" / "crashes").mkdir(exist_ok=True)
    if not made.exists():
        longest, _, seeds_wanted, _ = BOUNDS[target]
        seeds.make(ROOT, target, made, longest, seeds_wanted)
    known = [HERE / "corpus" / target, HERE / "regressions" / target, made]
    return corpus, [folder for folder in known if folder.is_dir()]


# What a run with a fixed number of inputs may take at most, should a target become slow.
MOST_SECONDS = 120


def command(build, target, seconds, runs):
    longest, timeout, _, _ = BOUNDS[target]
    corpus, known = folders(build, target)
    dictionary = HERE / f"{DICTIONARY.get(target, target)}.dict"
    options = [
        f"-max_total_time={seconds}",
        f"-max_len={longest}",
        f"-timeout={timeout}",
        f"-rss_limit_mb={MEMORY}",
        f"-artifact_prefix={build / 'fuzz' / 'crashes'}/{target}-",
        "-print_final_stats=1",
        # What poppler keeps of a damaged file is its own affair; the process ends soon.
        f"-detect_leaks={0 if target == 'pdf' else 1}",
    ]
    if dictionary.exists():
        options.append(f"-dict={dictionary}")
    if runs:
        seeds_there = sum(len(list(folder.iterdir())) for folder in known)
        options += ["-seed=1", f"-runs={seeds_there + runs}"]
    return [build / "tests/fuzz/fuzz_targets", *options, corpus, *known]


def library_of(log):
    """The library whose code stood on top when the process ended; None for our own."""
    for line in log.splitlines():
        frame = re.match(r"\s*#\d+ 0x[0-9a-f]+ (.*)", line)
        if not frame:
            continue
        if library := LIBRARIES.search(frame.group(1)):
            return library.group(0).rsplit("/", 1)[-1]
        if "/src/" in frame.group(1) or "rapport::" in frame.group(1):
            return None
    return None


def number(log, pattern):
    found = re.findall(pattern, log)
    return int(found[-1]) if found else 0


def once(build, target, seconds, runs):
    """One run of the fuzzer: its exit code and what it said."""
    run = subprocess.run(command(build, target, seconds, runs), env=environment(target),
                         stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=False)
    return run.returncode, run.stderr.decode(errors="replace")


def tell(target, log, seconds, contained):
    runs, edges = number(log, r"stat::number_of_executed_units: (\d+)"), number(log, r"cov: (\d+)")
    runs = runs or number(log, r"#(\d+)\s")
    say(f"{target}: {seconds:.0f} s, {runs} runs, {edges} edges" +
        (f", {contained} ends in libraries" if contained else ""))


def artifact_of(log):
    found = re.search(r"Test unit written to (\S+)", log)
    return found.group(1) if found else ""


def fuzz(build, target, seconds, runs=None):
    """Fuzzes until the time or the number of runs is over, or our own code fails. Returns the exit
    code."""
    begin = time.monotonic()
    contained = 0
    while True:
        left = int(seconds - (time.monotonic() - begin))
        code, log = once(build, target, max(left, 1), runs)
        if code == 0:
            tell(target, log, time.monotonic() - begin, contained)
            return 0
        library = library_of(log)
        if library is None or contained >= 20:
            print(log[-12000:], file=sys.stderr)
            tell(target, log, time.monotonic() - begin, contained)
            say(f"{target} fails; again: ./dev fuzz {target} {artifact_of(log)}")
            return 1
        contained += 1
        say(f"{target}: ends in {library}, which the program contains in a child: "
            f"{artifact_of(log)}")
        if time.monotonic() - begin >= seconds:
            return 0


def replay(build, target, paths):
    program = build / "tests/fuzz/fuzz_targets"
    return subprocess.run([program, f"-timeout={BOUNDS[target][1]}", f"-rss_limit_mb={MEMORY}", *paths],
                          env=environment(target), check=False).returncode


def main():
    build, what, rest = pathlib.Path(sys.argv[1]).resolve(), sys.argv[2], sys.argv[3:]
    if what == "list":
        print("\n".join(BOUNDS))
        return 0
    if what != "all" and what not in BOUNDS:
        say(f"{what}: no such target, see ./dev fuzz list")
        return 2
    if rest and not rest[0].isdigit():
        return replay(build, what, rest)
    if what != "all":
        return fuzz(build, what, int(rest[0]) if rest else 60)
    return max([fuzz(build, target, MOST_SECONDS, BOUNDS[target][3]) for target in BOUNDS])


if __name__ == "__main__":
    sys.exit(main())
