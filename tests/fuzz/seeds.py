"""Seeds for the fuzz targets, made of the samples and the lexicons: nothing that is in the
repository already is kept a second time."""

import json
import re
import tomllib
import zipfile

PARTS_PER_SEED = 60_000  # bytes of an archive's parts in one text
FORMS = {"units": b"-p", "matcher": b"-tp", "report": b"-tp", "scanner": b""}


def files(root, *patterns):
    found = set()
    for pattern in patterns:
        found.update(root.glob(pattern))
    return [path.read_bytes() for path in sorted(found)]


def as_parts(archive):
    """An archive as the text that archive_of() in read_target.cpp takes."""
    text = b""
    with zipfile.ZipFile(archive) as parts:
        for name in parts.namelist():
            bytes_ = parts.read(name)
            if not name.endswith((".xml", ".rels", "mimetype")) or b"\0" in bytes_:
                continue
            if len(text) + len(bytes_) < PARTS_PER_SEED:
                text += b"== " + name.encode() + b"\n" + bytes_ + b"\n"
    return text


def archives(root, pattern):
    for path in sorted((root / "samples").glob(pattern)):
        yield path.read_bytes()
        try:
            yield as_parts(path)
        except zipfile.BadZipFile:
            pass


def texts(root):
    """Resumes, letters and postings, and labelled sentences a few at a time."""
    yield from files(root / "samples", "**/*.txt", "*/*.md", "sources/**/*.md")
    lines = (root / "tests/eval/sentences.tsv").read_text(encoding="utf-8").splitlines()
    sentences = [line.split("\t")[2] for line in lines[1:]]
    for at in range(0, len(sentences), 8):
        yield "\n".join("- " + sentence for sentence in sentences[at : at + 8]).encode()


def formed(root, forms):
    for number, text in enumerate(texts(root)):
        form = forms[number % len(forms) : number % len(forms) + 1] if forms else b""
        yield form + text


def lexicon_files(root):
    return files(root / "lexicons", "en/*.toml")


def lexicon_pieces(root):
    """Each table of each file alone: a fuzzer wants small files."""
    classes = b""
    for text in lexicon_files(root):
        for piece in re.split(rb"\n(?=\[)", text):
            if len(piece) < 2000:
                yield piece
                if piece.startswith(b"[class."):
                    classes += piece + b"\n"
    yield b'id = "tact"\ntitle = "Tact"\nabout = "A."\n' + classes[:4000]


def patterns(root):
    def strings(value):
        if isinstance(value, dict):
            for key, inner in value.items():
                if key == "pattern" and isinstance(inner, str):
                    yield inner
                yield from strings(inner)
        elif isinstance(value, list):
            for inner in value:
                yield from strings(inner)

    for text in lexicon_files(root):
        yield from (pattern.encode() for pattern in strings(tomllib.loads(text.decode())))


def stream_lines(root):
    lines = (root / "samples/sentences.jsonl").read_bytes().splitlines()
    yield from lines
    for text in texts(root):
        yield json.dumps({"id": 1, "text": text.decode(errors="replace")}).encode()


def wire(root):
    for page in files(root / "samples", "**/*.html"):
        yield b"-" + b"\0" + page
        yield b"-" + b"\2\0\x20\xff\0\x40\1" + page


MAKERS = {
    "pdf": lambda root: files(root / "samples", "**/*.pdf"),
    "docx": lambda root: archives(root, "**/*.docx"),
    "odt": lambda root: archives(root, "**/*.odt"),
    "html": lambda root: files(root / "samples", "**/*.html"),
    "text": texts,
    "units": lambda root: formed(root, FORMS["units"]),
    "matcher": lambda root: formed(root, FORMS["matcher"]),
    "scanner": lambda root: formed(root, FORMS["scanner"]),
    "report": lambda root: formed(root, FORMS["report"]),
    "stream": stream_lines,
    "pattern": patterns,
    "lexicon": lexicon_pieces,
    "profile": lambda root: files(root / "lexicons", "profiles/*.toml"),
    "wire": wire,
}


def make(root, target, folder, max_len, at_most=None):
    """Writes the seeds of a target that are short enough; the names are numbers. Of many, evenly
    chosen ones."""
    folder.mkdir(parents=True, exist_ok=True)
    made = [seed for seed in MAKERS.get(target, lambda _root: [])(root) if len(seed) <= max_len]
    step = 1 if at_most is None else max(1, -(-len(made) // at_most))
    for number, seed in enumerate(made[::step]):
        (folder / f"{number:04}").write_bytes(seed)
