#!/usr/bin/env python3
"""Makes the documents that the benchmarks read, the same ones for the same seed.

    corpus.py FOLDER

Resumes of 1 to 10 pages in one and two columns, from three producers of PDF (groff, WeasyPrint, and
a plain writer of our own), as DOCX and as text. Everybody in them is made up.
"""

import pathlib
import random
import subprocess
import sys
import zipfile
import zlib
from xml.sax.saxutils import escape

PAGES = (1, 2, 5, 10)
PRODUCERS = ("groff", "weasyprint", "plain")
LINES_A_PAGE = 44

FIRST = "Ada Bo Cleo Dev Eli Fay Gus Hana Ivo Joy Kai Lena Mara Nils Ota Pia".split()
LAST = "Sample Example Muster Placeholder Specimen Model".split()
HEADINGS = ["Experience", "Volunteering", "Projects", "Education", "Further Experience"]

# What shows, claims or measures a skill, and what resumes hold besides.
TELLING = [
    "Calmed upset guests at the front desk and found them another room the same night",
    "Asked clarifying questions before quoting a price, cutting returns by {n}%",
    "Resolved {n} billing complaints a week without a supervisor",
    "Listened to families and explained each step of the care plan in plain words",
    "Adapted to a new booking system within {n} days and trained the night shift",
    "Took ownership of a lost order and followed up until the customer had it back",
    "Negotiated better terms with {n} suppliers and kept both sides at the table",
    "Stayed patient with callers who needed more time",
    "Excellent communication skills and a positive attitude",
    "Prioritized {n} open tickets a day and met every deadline",
]
PLAIN = [
    "Operated the register, counted the till and locked the store at {n} p.m.",
    "Sorted incoming mail, scanned invoices and filed them by account number",
    "Prepared {n} rooms a shift to the standards of the house",
    "Drove a delivery van on a route of {n} stops through the old town",
    "Stocked shelves, rotated produce and recorded temperatures twice a day",
    "Entered purchase orders into the ledger and matched them with receipts",
    "Maintained printers, laptops and the phone system in two buildings",
    "Set up tables, chairs and sound for events of up to {n} people",
]


class Resume:
    """One made-up resume as lines: ("heading" | "job" | "bullet", text)."""

    def __init__(self, seed, pages, dense=True):
        chance = random.Random(seed)
        self.name = f"{chance.choice(FIRST)} {chance.choice(LAST)}"
        self.lines = []
        while len(self.lines) < pages * LINES_A_PAGE - 4:
            if len(self.lines) % 22 == 0:
                self.lines.append(("heading", HEADINGS[len(self.lines) // 22 % len(HEADINGS)]))
            if len(self.lines) % 11 < 2:
                year = chance.randrange(1998, 2024)
                self.lines.append(("job", f"Associate, Example Stores, {year} - {year + 2}"))
            share = 0.6 if dense else 0.04
            said = chance.choice(TELLING if chance.random() < share else PLAIN)
            self.lines.append(("bullet", said.format(n=chance.randrange(2, 90))))

    def text(self):
        marks = {"heading": "\n", "job": "", "bullet": "- "}
        body = "\n".join(marks[kind] + text for kind, text in self.lines)
        return f"{self.name}\nada@example.com | (555) 010-0199\n{body}\n"


def by_groff(resume, columns):
    source = [".ps 10", ".vs 12", ".nr LL 6.5i", ".nr PO 1i", f".DS C\n{resume.name}\n.DE"]
    source += [".2C"] if columns == 2 else []
    for kind, text in resume.lines:
        source.append({"heading": f".SH\n{text}", "job": f".LP\n{text}",
                       "bullet": f".IP \\(bu 2\n{text}"}[kind])
    made = subprocess.run(["groff", "-ms", "-Tpdf"], input="\n".join(source).encode(),
                          stdout=subprocess.PIPE, check=True)
    return made.stdout


def by_weasyprint(resume, columns):
    tags = {"heading": "h2", "job": "p", "bullet": "li"}
    body = "".join(f"<{tags[kind]}>{escape(text)}</{tags[kind]}>" for kind, text in resume.lines)
    style = f"body{{font:10pt serif;columns:{columns}}}"
    page = f"<style>{style}</style><h1>{resume.name}</h1>{body}"
    made = subprocess.run(["weasyprint", "-q", "-", "-"], input=page.encode(),
                          stdout=subprocess.PIPE, check=True)
    return made.stdout


def in_lines(resume, width):
    for kind, text in resume.lines:
        line = "\u2022 " if kind == "bullet" else ""
        for word in text.split():
            if len(line) + len(word) > width:
                yield line
                line = ""
            line += word + " "
        yield line


def by_hand(resume, columns):
    """What simple exporters write: one Type 1 font, a compressed stream a page."""
    lines = list(in_lines(resume, 44 if columns == 2 else 92))
    per_page = 54 * columns
    pages = [lines[i:i + per_page] for i in range(0, len(lines), per_page)]
    objects = ["<</Type/Catalog/Pages 2 0 R>>", None,
               "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"]
    kids = []
    for page in pages:
        show = []
        for i, line in enumerate(page):
            quoted = line.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
            left, top = 50 + 260 * (i // 54), 740 - 13 * (i % 54)
            show.append(f"BT /F 10 Tf {left} {top} Td ({quoted}) Tj ET")
        packed = zlib.compress("\n".join(show).encode("cp1252"))
        kids.append(f"{len(objects) + 1} 0 R")
        objects.append("<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Resources<</Font<</F 3 0 R>>"
                       f">>/Contents {len(objects) + 2} 0 R>>")
        objects.append((f"<</Length {len(packed)}/Filter/FlateDecode>>stream\n", packed))
    objects[1] = f"<</Type/Pages/Kids[{' '.join(kids)}]/Count {len(kids)}>>"
    return assembled(objects)


def assembled(objects):
    out, places = bytearray(b"%PDF-1.4\n"), []
    for number, item in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n".encode()
        out += item[0].encode() + item[1] + b"\nendstream" if isinstance(item, tuple) else item.encode()
        out += b"\nendobj\n"
    start = len(out)
    out += f"xref\n0 {len(places) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(f"{place:010} 00000 n \n".encode() for place in places)
    out += f"trailer<</Size {len(places) + 1}/Root 1 0 R>>\nstartxref\n{start}\n%%EOF\n".encode()
    return bytes(out)


MAKERS = {"groff": by_groff, "weasyprint": by_weasyprint, "plain": by_hand}

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"


def write_docx(path, resume):
    paragraphs = "".join(
        f'<w:p><w:pPr><w:spacing w:after="40"/></w:pPr><w:r><w:rPr><w:sz w:val="20"/></w:rPr>'
        f"<w:t>{escape(text)}</w:t></w:r></w:p>" for _, text in resume.lines)
    parts = {
        "[Content_Types].xml":
            f'<Types xmlns="{PACKAGE}content-types"><Default Extension="rels" ContentType='
            '"application/vnd.openxmlformats-package.relationships+xml"/><Override '
            'PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-'
            'officedocument.wordprocessingml.document.main+xml"/></Types>',
        "_rels/.rels":
            f'<Relationships xmlns="{PACKAGE}relationships"><Relationship Id="r1" Type="{OFFICE}" '
            'Target="word/document.xml"/></Relationships>',
        "word/document.xml":
            f'<w:document xmlns:w="{W}"><w:body><w:p><w:r><w:t>{resume.name}</w:t></w:r></w:p>'
            f"{paragraphs}</w:body></w:document>",
    }
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)


def make_singles(folder):
    for pages in PAGES:
        resume = Resume(pages, pages)
        (folder / f"{pages}.txt").write_text(resume.text(), encoding="utf-8")
        write_docx(folder / f"{pages}.docx", resume)
        for producer in PRODUCERS:
            for columns in (1, 2):
                made = MAKERS[producer](resume, columns)
                (folder / f"{producer}-{columns}col-{pages}.pdf").write_bytes(made)
    for kind in ("dense", "sparse"):
        resume = Resume(kind, 2, kind == "dense")
        (folder / f"{kind}.txt").write_text(resume.text(), encoding="utf-8")


def make_many(folder, count):
    """`count` resumes of two pages. A comment behind its end makes a PDF another file."""
    for kind in ("pdf", "docx"):
        (folder / kind).mkdir(parents=True)
    models = [MAKERS[PRODUCERS[i % 3]](Resume(f"many {i}", 2), 1 + i // 3 % 2) for i in range(48)]
    for i in range(count):
        (folder / "pdf" / f"{i:05}.pdf").write_bytes(models[i % 48] + f"% {i}\n".encode())
        write_docx(folder / "docx" / f"{i:05}.docx", Resume(f"docx {i}", 2))


def make(folder, count):
    """The corpus in `folder`, unless it is there already."""
    if (folder / f"complete-{count}").exists():
        return
    for below in ("one", "many"):
        subprocess.run(["rm", "-rf", folder / below], check=True)
    (folder / "one").mkdir(parents=True)
    make_singles(folder / "one")
    make_many(folder / "many", count)
    (folder / f"complete-{count}").touch()


if __name__ == "__main__":
    make(pathlib.Path(sys.argv[1]), 1000)
