#!/usr/bin/env python3
"""Checks what no compiler does: includes run one way, heavy libraries stay where they can be
replaced, and no two headers give one name to different types.

    tests/structure.py ROOT
"""

import pathlib
import re
import sys

# Each folder may include those that stand after it.
LAYERS = ["cli", "batch", "report", "assess", "match", "lexicon", "text", "pdf", "input", "base"]

# Third-party headers, and the files that may see them.
HEAVY = {
    r"poppler": r"src/pdf/\w+\.cpp",
    r"fontconfig/": r"src/pdf/fonts\.cpp",
    r"libxml/": r"src/(input/xml\w*|report/html_text)\.cpp",
    r"nettle/": r"src/(base/sha256|report/base64)\.cpp",
    r"zip\.h": r"src/input/zip\w*\.cpp",
    r"re2/": r"src/match/\w+\.cpp",
    r"libstemmer": r"src/lexicon/stem\.cpp",
    r"toml\+\+": r"src/lexicon/toml_(file|plus_plus)\.(cpp|hpp)",
    r"CLI/": r"src/cli/\w+\.cpp",
    r"nlohmann/json\.hpp": r"src/((report|batch)/\w+|input/html_posting)\.cpp",
    r"sqlite3\.h": r"src/batch/\w+\.cpp",
    r"png\.h": r"src/input/png\.cpp",
    r"zlib\.h": r"src/pdf/streams\.cpp",
}

INCLUDE = re.compile(r'^\s*#\s*include\s+([<"])([^>"]+)[>"]', re.MULTILINE)
TYPE = re.compile(r"^(?:class|struct|enum class) (\w+)[^;]*\{", re.MULTILINE)


def climbs(path, target):
    """Whether a quoted include goes against the order of LAYERS."""
    here, there = path.parts[1], target.split("/")[0]
    if path.parts[0] == "include":
        return there != "rapport"
    if there not in LAYERS or here not in LAYERS:
        return False
    return LAYERS.index(there) < LAYERS.index(here)


def faults_of(path, text):
    for match in INCLUDE.finditer(text):
        line = text.count("\n", 0, match.start()) + 1
        quoted, target = match.group(1) == '"', match.group(2)
        if quoted and climbs(path, target):
            yield f"{path}:{line}: includes {target}, which climbs ({' → '.join(LAYERS)})"
        for header, place in HEAVY.items():
            if not quoted and re.match(header, target) and not re.fullmatch(place, str(path)):
                yield f"{path}:{line}: includes <{target}>, which only {place} may"


def namespace_of(text):
    found = re.search(r"^namespace ([\w:]+) \{", text, re.MULTILINE)
    return found.group(1) if found else ""


def clashes(headers):
    """Types of one name in several headers: the linker would merge what is not the same."""
    first = {}
    for path, text in headers:
        for match in TYPE.finditer(text):
            name = f"{namespace_of(text)}::{match.group(1)}"
            if name in first:
                yield f"{path}: {name} is another type in {first[name]}"
            first.setdefault(name, path)


def main():
    root = pathlib.Path(sys.argv[1])
    files = sorted(p for top in ("include", "src") for p in (root / top).rglob("*.?pp"))
    texts = [(p.relative_to(root), p.read_text(encoding="utf-8")) for p in files]
    faults = [fault for path, text in texts for fault in faults_of(path, text)]
    faults += clashes([(p, t) for p, t in texts if p.suffix == ".hpp"])
    print("\n".join(faults) or f"{len(texts)} files, no fault")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
