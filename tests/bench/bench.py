#!/usr/bin/env python3
"""Measures Rapport beside its peers, in one sitting, and writes a table and a chart.

    bench.py BUILD OUT [--quick] [--rounds N]

BUILD is a Release build with RAPPORT_BENCH; OUT gets corpus/, results.md, results.json, chart.svg.
What is compared runs in turns, one run of each and then the next round, so that a busy minute is
everybody's. The ratio is that of the medians of the processor's time, user and system, of all
processes; its spread is that of the middle half of the rounds.
"""

import argparse
import json
import os
import pathlib
import platform
import re
import shutil
import statistics
import subprocess
import sys

import chart
import corpus
from goals import GOALS


class Runner:
    """Runs commands and tells what they took: wall and processor in seconds, memory in KiB."""

    def __init__(self, build):
        self.measure = build / "bench" / "bench_measure"

    def run(self, command):
        told = subprocess.run([self.measure, *map(str, command)], stdout=subprocess.PIPE,
                              check=True, text=True).stdout.split()
        wall, cpu, memory, code = float(told[0]), float(told[1]), int(told[2]), int(told[3])
        if code not in (0, 1):
            sys.exit(f"exit code {code}: {' '.join(map(str, command))[:300]}")
        return {"wall": wall, "cpu": cpu, "memory": memory}

    def in_turns(self, commands, rounds):
        """For each command the list of its runs."""
        for command in commands:
            self.run(command)  # into the page cache
        runs = [[] for _ in commands]
        for _ in range(rounds):
            for taken, command in zip(runs, commands):
                taken.append(self.run(command))
        return runs


def shell(command):
    return ["sh", "-c", command]


def median(runs, what):
    return statistics.median(run[what] for run in runs)


def ratio(ours, theirs, what="cpu"):
    each = sorted(a[what] / max(b[what], 1e-6) for a, b in zip(ours, theirs))
    quarter = len(each) // 4
    return {"ratio": median(ours, what) / max(median(theirs, what), 1e-6),
            "low": each[quarter], "high": each[-1 - quarter],
            "ours": median(ours, what), "theirs": median(theirs, what)}


class Bench:
    """All comparisons; each adds its results under the names that goals.py knows."""

    def __init__(self, build, out, quick, rounds):
        self.rapport, self.peers, self.out = build / "rapport", build / "bench", out
        self.runner, self.rounds, self.quick = Runner(build), rounds, quick
        self.one, self.many = out / "corpus" / "one", out / "corpus" / "many"
        self.results, self.curves = {}, {"one": {}, "many": {}}
        self.jobs = os.cpu_count() or 1

    def check(self, path):
        return [self.rapport, "check", path]

    def compare(self, ours, rounds=None, what="cpu", **theirs):
        names = list(theirs)
        taken = self.runner.in_turns([ours, *theirs.values()], rounds or self.rounds)
        for name, runs in zip(names, taken[1:]):
            self.results[name] = ratio(taken[0], runs, what)
        return taken

    def single_pdf(self):
        for producer, columns in (("groff", 2), ("weasyprint", 1), ("plain", 1)):
            path = self.one / f"{producer}-{columns}col-2.pdf"
            taken = self.compare(self.check(path), **{
                f"pdf_{producer}": ["pdftotext", path, "-"],
                f"pdf_words_{producer}": [self.peers / "bench_pdf_words", path],
                f"mutool_{producer}": ["mutool", "draw", "-q", "-F", "txt", path]})
            self.results[f"memory_{producer}"] = ratio(taken[0], taken[1], "memory")

    def single_docx(self):
        path = self.one / "2.docx"
        self.compare(self.check(path), docx2txt=["docx2txt", path, "-"])
        self.compare(self.check(path), rounds=max(3, self.rounds // 4),
                     pandoc=["pandoc", "-t", "plain", path])

    def single_text(self):
        path = self.one / "2.txt"
        self.compare(self.check(path), empty=[self.peers / "bench_empty"], cat=["cat", path])
        # With all patterns rg asks for 300 GB, so it gets a fifth of them, and none that is large.
        self.compare(self.check(path), rounds=3,
                     grep=["grep", "-c", "-E", "-f", self.patterns("--patterns"), path],
                     rg=["rg", "-i", "-w", "-o", "-b", "--dfa-size-limit", "1G",
                         "--regex-size-limit", "1G", "-f", self.patterns("--fifth"), path])
        if shutil.which("write-good"):
            # Its exit code is how much it found.
            self.compare(self.check(path), rounds=3,
                         write_good=shell(f"write-good '{path}' || true"))
        # Beyond loading libraries, the start is what an empty program does not do.
        started = self.runner.in_turns(
            [self.check(self.one / "1.txt"), [self.peers / "bench_empty"],
             ["cat", self.one / "1.txt"]], self.rounds)
        beyond = [{"cpu": max(a["cpu"] - b["cpu"], 0)} for a, b in zip(*started[:2])]
        self.results["start"] = ratio(beyond, started[2])

    def patterns(self, which):
        """The lexicon's evidence patterns as regular expressions, for other programs."""
        path = self.out / f"patterns{which}.txt"
        with path.open("w") as out:
            subprocess.run([self.peers / "bench_matching", which], check=True, stdout=out)
        return path

    def batch(self, paths):
        folder = self.out / "batch"
        return shell(f"rm -rf '{folder}'; exec '{self.rapport}' batch -q --jobs {self.jobs} "
                     f"-o '{folder}' {paths}")

    def stream(self, kind, count):
        """The batch without reports and database: what extraction and matching cost."""
        lines = self.out / f"{kind}-{count}.jsonl"
        with lines.open("w", encoding="utf-8") as out:
            for path in sorted((self.many / kind).iterdir())[:count]:
                print(json.dumps({"id": path.name, "path": str(path)}), file=out)
        return shell(f"exec '{self.rapport}' batch --from jsonl --format jsonl "
                     f"--jobs {self.jobs} < '{lines}'")

    def split(self, peer, kind, count):
        """A peer in as many processes as the batch has jobs, the files dealt out."""
        return shell(f"ls -d '{self.many / kind}'/* | head -n {count} | "
                     f"xargs -n {-(-count // self.jobs)} -P {self.jobs} '{self.peers / peer}'")

    def batches(self):
        count, rounds = (100, 3) if self.quick else (1000, 5)
        each = shell(f"ls -d '{self.many}/pdf'/* | head -n {count} | "
                     "while read -r file; do pdftotext \"$file\" - ; done")
        self.compare(self.stream("pdf", count), rounds=rounds,
                     batch_words=self.split("bench_pdf_words", "pdf", count), batch_pdftotext=each)
        listed = self.out / "files.txt"
        listed.write_text("".join(f"{path}\n" for path in
                                  sorted((self.many / "pdf").iterdir())[:count]))
        self.compare(self.batch(f"--files-from '{listed}'"), rounds=rounds,
                     cohort_words=self.split("bench_pdf_words", "pdf", count))
        self.compare(self.stream("docx", count), rounds=rounds,
                     batch_docx=self.split("bench_docx_text", "docx", count))

    def matching(self):
        texts = [self.one / "dense.txt", self.one / "sparse.txt"]
        told = subprocess.run([self.peers / "bench_matching", str(20 if self.quick else 200), *texts],
                              stdout=subprocess.PIPE, text=True, check=True).stdout.splitlines()
        for text, line in zip(("dense", "sparse"), map(json.loads, told)):
            def entry(ours, theirs):
                return {"ratio": line[ours] / line[theirs], "ours": line[ours] * 1e-9,
                        "theirs": line[theirs] * 1e-9}
            throughput = entry("vectorscan", "fifth")
            throughput["ours"], throughput["theirs"] = throughput["theirs"], throughput["ours"]
            self.results[f"vectorscan_{text}"] = throughput
            self.results[f"larger_{text}"] = entry("all", "two_fifths")

    def sizes(self):
        """Cost against size, and against count."""
        for kind, name in (("PDF", "groff-1col-{}.pdf"), ("DOCX", "{}.docx"), ("text", "{}.txt")):
            commands = [self.check(self.one / name.format(pages)) for pages in corpus.PAGES]
            taken = self.runner.in_turns(commands, max(3, self.rounds // 4))
            self.curves["one"][kind] = [
                (pages, 1000 * median(runs, "cpu")) for pages, runs in zip(corpus.PAGES, taken)]
        points = []
        for count in (1, 10, 100) if self.quick else (1, 10, 100, 1000, 10000):
            taken = self.runner.in_turns([self.stream("pdf", count)], 1 if count > 100 else 3)
            points.append((count, 1000 * median(taken[0], "cpu") / count))
        self.curves["many"]["PDF"] = points

    def run(self):
        steps = (self.single_pdf, self.single_docx, self.single_text, self.matching, self.batches,
                 self.sizes)
        for step in steps:
            print(f"bench: {step.__name__} …", file=sys.stderr)
            step()


def machine():
    model = "unknown processor"
    for line in pathlib.Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines():
        if line.startswith("model name"):
            model = re.sub(r"\s+", " ", line.split(":")[1]).strip()
            break
    return f"{model}, {os.cpu_count()} cores, {platform.system()} {platform.release().split('-')[0]}"


def said(seconds):
    if seconds < 1e-6:
        return f"{seconds * 1e9:.2f} ns/byte"
    return f"{seconds * 1000:.1f} ms" if seconds < 1 else f"{seconds:.2f} s"


def table(results):
    yield "| what | against | ours | theirs | ratio | middle half | goal | |"
    yield "| --- | --- | --- | --- | --- | --- | --- | --- |"
    for name, what, against, most, least in GOALS:
        found = results.get(name)
        if not found:
            yield f"| {what} | {against} | | | not measured | | | |"
            continue
        goal = f"≤ {most}" if most else f"≥ {least}" if least else ""
        holds = found["ratio"] <= most if most else found["ratio"] >= least if least else None
        is_memory = name.startswith("memory")
        ours, theirs = ((f"{found[who] / 1024:.1f} MiB" if is_memory else said(found[who]))
                        for who in ("ours", "theirs"))
        spread = f"{found['low']:.3g} to {found['high']:.3g}" if "low" in found else ""
        verdict = "" if holds is None else "holds" if holds else "**not yet**"
        yield (f"| {what} | {against} | {ours} | {theirs} | {found['ratio']:.3g} | {spread} | "
               f"{goal} | {verdict} |")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("build", type=pathlib.Path)
    parser.add_argument("out", type=pathlib.Path)
    parser.add_argument("--quick", action="store_true", help="fewer files and rounds")
    parser.add_argument("--rounds", type=int)
    options = parser.parse_args()
    out = options.out.resolve()
    out.mkdir(parents=True, exist_ok=True)
    corpus.make(out / "corpus", 100 if options.quick else 10000)
    bench = Bench(options.build.resolve(), out, options.quick,
                  options.rounds or (15 if options.quick else 41))
    bench.run()
    (out / "results.json").write_text(json.dumps(
        {"machine": machine(), "results": bench.results, "curves": bench.curves}, indent=1))
    (out / "chart.svg").write_text(chart.draw(bench.curves), encoding="utf-8")
    report = "\n".join([f"Measured on {machine()}; {bench.rounds} rounds.", "",
                        *table(bench.results), ""])
    (out / "results.md").write_text(report, encoding="utf-8")
    print(report)


if __name__ == "__main__":
    main()
