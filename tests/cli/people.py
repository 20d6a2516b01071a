#!/usr/bin/env python3
"""Makes the documents of many made-up applicants, always the same ones for the same number.

    people.py FOLDER APPLICANTS
"""

import pathlib
import random
import sys
import zipfile

SAMPLES = pathlib.Path(__file__).resolve().parents[2] / "samples"

FIRST = ["Ada", "Bo", "Cleo", "Dev", "Eli", "Fay", "Gus", "Hana", "Ivo", "Joy", "Kai", "Lena"]
LAST = ["Sample", "Example", "Muster", "Placeholder", "Specimen", "Model"]

BULLETS = [
    "Calmed angry guests and found them another room",
    "Answered about {n} calls a day",
    "Trained {n} new colleagues on the register",
    "Kept a balanced till at the end of every shift",
    "Listened to families and explained each step of the care plan",
    "Resolved {n} complaints a week without a supervisor",
    "Stayed patient with customers who needed more time",
    "Sorted mail and filed invoices",
    "Adapted to a new booking system within a week",
    "Excellent communication skills",
]

LETTER = """Dear Hiring Manager,

I am applying for the open position. {one}. {two}.

I would be glad to tell you more.

Sincerely,
{name}
"""


def sentence(chance):
    return chance.choice(BULLETS).format(n=chance.randint(3, 90))


def resume(name, chance):
    bullets = "\n".join("- " + sentence(chance) for _ in range(chance.randint(3, 7)))
    return (f"{name}\n{name.split()[0].lower()}@example.com\n\nEXPERIENCE\n"
            f"Assistant, Example Company, 2019 to 2023\n{bullets}\n\nEDUCATION\nExample College, 2018\n")


def copy_pdf(source, path, number):
    # A comment behind the end: the same document, other bytes.
    path.write_bytes(source.read_bytes() + b"\n%% copy %d\n" % number)


def copy_docx(source, path, number):
    path.write_bytes(source.read_bytes())
    with zipfile.ZipFile(path, "a") as archive:
        archive.comment = b"copy %d" % number


def scattered_pdf(words):
    """One page of words in disorder: laying out 100,000 of them takes a good ten seconds."""
    chance = random.Random(words)
    shown = "\n".join(
        f"1 0 0 1 {chance.random() * 600:.2f} {chance.random() * 780:.2f} Tm(w{i % 97})Tj"
        for i in range(words)
    )
    content = f"BT/F 1 Tf\n{shown}\nET".encode()
    return (b"%%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
            b"2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
            b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Resources<</Font<</F<</Type"
            b"/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>/Contents 4 0 R>>endobj\n"
            b"4 0 obj<</Length %d>>stream\n" % len(content) + content +
            b"\nendstream endobj\ntrailer<</Root 1 0 R>>\n")


def damaged(path, number):
    pdf = (SAMPLES / "retail-associate" / "resume.pdf").read_bytes()
    docx = (SAMPLES / "nurses-aide" / "resume.docx").read_bytes()
    kind = number // 20 % 4
    if kind == 0:
        path.with_suffix(".pdf").write_bytes(pdf[:200 + number])
    elif kind == 1:
        path.with_suffix(".docx").write_bytes(docx[: len(docx) // 2])
    elif kind == 2:
        path.with_suffix(".txt").write_bytes(b"")
    else:
        path.with_suffix(".pdf").write_bytes(random.Random(number).randbytes(3000))


def make(folder, applicants):
    """A folder for each applicant; returns how many documents cannot be read."""
    pdfs = sorted(SAMPLES.glob("*/resume.pdf"))
    docxs = sorted(SAMPLES.glob("*/resume.docx"))
    unreadable = 0
    for i in range(applicants):
        chance = random.Random(i)
        name = f"{FIRST[i % len(FIRST)]} {LAST[i // len(FIRST) % len(LAST)]} {i}"
        home = pathlib.Path(folder) / name
        home.mkdir(parents=True)
        form = i % 5
        if form == 0:
            copy_pdf(pdfs[i % len(pdfs)], home / "resume.pdf", i)
        elif form == 1:
            copy_docx(docxs[i % len(docxs)], home / "resume.docx", i)
        elif form == 2 and i % 20 == 2:
            damaged(home / "resume", i)
            unreadable += 1
        else:
            (home / "resume.txt").write_text(resume(name, chance), encoding="utf-8")
        if i % 2:
            (home / "cover-letter.txt").write_text(
                LETTER.format(one=sentence(chance), two=sentence(chance), name=name), "utf-8")
    return unreadable


if __name__ == "__main__":
    print(make(sys.argv[1], int(sys.argv[2])), "cannot be read")
