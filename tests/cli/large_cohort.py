"""Makes the documents of a large cohort, always the same ones for the same numbers: samples and
made-up resumes in every format, one and two columns, and every twentieth applicant's damaged."""

import pathlib
import random
import sys

import people

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "bench"))
import corpus  # noqa: E402


def damage(path, whole, number):
    """A file that nobody can read: cut off, empty, noise, or a wrong name for nothing."""
    chance = random.Random(number)
    kind = number // 20 % 5
    if kind == 0:
        path.with_suffix(".pdf").write_bytes(whole[:200 + number % 100])
    elif kind == 1:
        path.with_suffix(".docx").write_bytes(b"PK\3\4" + whole[: 500 + number % 100])
    elif kind == 2:
        path.with_suffix(".txt").write_bytes(b"")
    elif kind == 3:
        path.with_suffix(".pdf").write_bytes(chance.randbytes(3000))
    else:
        path.with_suffix(".docx").write_bytes(chance.randbytes(3000))


def make_resume(home, number, pdfs, docxs):
    resume = corpus.Resume(f"large {number}", 1, number % 3 > 0)
    form = number % 6
    if form == 0:
        people.copy_pdf(pdfs[number % len(pdfs)], home / "resume.pdf", number)
    elif form == 1:
        people.copy_docx(docxs[number % len(docxs)], home / "resume.docx", number)
    elif form in (2, 3):
        (home / "resume.pdf").write_bytes(corpus.by_hand(resume, form - 1))
    elif form == 4:
        corpus.write_docx(home / "resume.docx", resume)
    else:
        (home / "resume.txt").write_text(resume.text(), encoding="utf-8")


def make(folder, documents):
    """Folders of applicants with so many documents in all; returns how many cannot be read."""
    pdfs = sorted(people.SAMPLES.glob("*/resume.pdf"))
    docxs = sorted(people.SAMPLES.glob("*/resume.docx"))
    made = unreadable = number = 0
    while made < documents:
        name = f"{people.FIRST[number % 12]} {people.LAST[number // 12 % 6]} {number:05}"
        home = pathlib.Path(folder) / name
        home.mkdir(parents=True)
        if number % 20 == 7:
            damage(home / "resume", pdfs[0].read_bytes(), number)
            unreadable += 1
        else:
            make_resume(home, number, pdfs, docxs)
        made += 1
        if number % 2 and made < documents:
            chance = random.Random(number)
            (home / "cover-letter.txt").write_text(people.LETTER.format(
                one=people.sentence(chance), two=people.sentence(chance), name=name), "utf-8")
            made += 1
        number += 1
    return unreadable
