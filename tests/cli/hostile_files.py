"""Hostile files, made when the tests run: each with what a right program says of it.

`hostile_files()` gives (name, bytes, expected): READ where its text is read ("Kept calm" stands in
all of them), or a pattern of the one line that refuses it, or EITHER where libraries may go both
ways and only a clean end counts.
"""

import io
import random
import struct
import zipfile
import zlib

READ = object()
EITHER = object()

LINE = "Kept calm when guests complained."
OFFICE = "http://schemas.openxmlformats.org"
WORD = f"{OFFICE}/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
ODF = "urn:oasis:names:tc:opendocument:xmlns"
MEBIBYTE = 1 << 20


def word(text=f"<w:p><w:r><w:t>{LINE}</w:t></w:r></w:p>", namespace=WORD, before=""):
    return (f'<?xml version="1.0" encoding="UTF-8"?>{before}'
            f'<w:document xmlns:w="{namespace}"><w:body>{text}</w:body></w:document>').encode()


def types(main="word/document.xml", kind=MAIN):
    return (f'<Types xmlns="{OFFICE}/package/2006/content-types">'
            f'<Override PartName="/{main}" ContentType="{kind}"/></Types>').encode()


def relations(main="word/document.xml"):
    return (f'<Relationships xmlns="{OFFICE}/package/2006/relationships"><Relationship Id="r1" '
            f'Type="{OFFICE}/officeDocument/2006/relationships/officeDocument" '
            f'Target="{main}"/></Relationships>').encode()


def archive(parts, method=zipfile.ZIP_DEFLATED):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as target:
        for name, data in parts:
            # An ODT's kind stands readable at its beginning.
            target.writestr(name, data, zipfile.ZIP_STORED if name == "mimetype" else None)
    return out.getvalue()


def docx(document=None, more=(), kind=MAIN, main="word/document.xml", method=zipfile.ZIP_DEFLATED):
    document = word() if document is None else document
    return archive([("[Content_Types].xml", types(main, kind)), ("_rels/.rels", relations(main)),
                    (main, document), *more], method)


def odt(content=None, mimetype="application/vnd.oasis.opendocument.text", more=()):
    if content is None:
        content = f"<text:p>{LINE}</text:p>"
    xml = (f'<office:document-content xmlns:office="{ODF}:office:1.0" '
           f'xmlns:text="{ODF}:text:1.0" office:version="1.2"><office:body><office:text>'
           f"{content}</office:text></office:body></office:document-content>")
    return archive([("mimetype", mimetype), ("content.xml", xml), *more])


def bomb(size):
    """A DOCX whose text is one run of zeros: megabytes of it are a few kilobytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        target.writestr("[Content_Types].xml", types())
        target.writestr("_rels/.rels", relations())
        with target.open("word/document.xml", "w", force_zip64=True) as part:
            for _ in range(size // MEBIBYTE):
                part.write(bytes(MEBIBYTE))
    return out.getvalue()


def overlapping(entries):
    """A directory that names one part over and over."""
    whole = bytearray(docx())
    end = whole.rindex(b"PK\5\6")
    start = struct.unpack_from("<I", whole, end + 16)[0]
    directory = bytes(whole[start:end])
    last = directory[directory.rindex(b"PK\1\2"):]
    many = directory + last * entries
    tail = struct.pack("<4sHHHHIIH", b"PK\5\6", 0, 0, min(entries + 3, 65535),
                       min(entries + 3, 65535), len(many), start, 0)
    return bytes(whole[:start]) + many + tail


def with_declared_size(size):
    """The directory says that every part has this size."""
    whole = bytearray(docx())
    at = whole.find(b"PK\1\2")
    while at >= 0:
        struct.pack_into("<I", whole, at + 24, size)
        at = whole.find(b"PK\1\2", at + 4)
    return bytes(whole)


def with_flag(bit):
    whole = bytearray(docx())
    for mark, offset in ((b"PK\3\4", 6), (b"PK\1\2", 8)):
        at = whole.find(mark)
        while at >= 0:
            flags = struct.unpack_from("<H", whole, at + offset)[0]
            struct.pack_into("<H", whole, at + offset, flags | bit)
            at = whole.find(mark, at + 4)
    return bytes(whole)


def ole(stream):
    """The beginning of an OLE container that holds a stream of this name."""
    return (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + bytes(504) + stream.encode("utf-16-le")
            + bytes(1024))


def pdf(content, objects=(), page="/MediaBox [0 0 612 792]", root="", start=None, kids="[3 0 R]",
        count=1, filters="", raw=None):
    """A PDF of one page; `objects` come after its five."""
    body = content.encode("latin-1") if raw is None else raw
    parts = [f"<< /Type /Catalog /Pages 2 0 R {root} >>".encode(),
             f"<< /Type /Pages /Kids {kids} /Count {count} >>".encode(),
             (f"<< /Type /Page /Parent 2 0 R {page} /Contents 5 0 R "
              f"/Resources << /Font << /F1 4 0 R >> /XObject << /X 6 0 R >> >> >>").encode(),
             b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
             f"<< /Length {len(body)} {filters} >>\nstream\n".encode() + body + b"\nendstream",
             *objects]
    out = bytearray(b"%PDF-1.5\n")
    places = []
    for number, part in enumerate(parts, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n".encode() + part + b"\nendobj\n"
    table = len(out)
    out += f"xref\n0 {len(parts) + 1}\n0000000000 65535 f \n".encode()
    for place in places:
        out += f"{place:010} 00000 n \n".encode()
    out += (f"trailer\n<< /Size {len(parts) + 1} /Root 1 0 R >>\n"
            f"startxref\n{table if start is None else start}\n%%EOF\n").encode()
    return bytes(out)


TEXT = f"BT /F1 12 Tf 72 700 Td ({LINE}) Tj ET"


def form(content, more=""):
    body = content.encode("latin-1")
    return (f"<< /Type /XObject /Subtype /Form /BBox [0 0 612 792] {more} "
            f"/Length {len(body)} >>\nstream\n").encode() + body + b"\nendstream"


def word_files():
    entity = '<!DOCTYPE x [<!ENTITY a "{}">]>'
    yield "good.docx", docx(), READ
    yield "strict.docx", docx(word(namespace=STRICT)), READ
    yield "macros.docm", docx(
        kind="application/vnd.ms-word.document.macroEnabled.main+xml",
        more=[("word/vbaProject.bin", b"\xD0\xCF\x11\xE0" * 40)]), READ
    yield "template.dotx", docx(
        kind="application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"), READ
    yield "elsewhere.docx", docx(main="word/document2.xml"), READ
    yield "stored.docx", docx(method=zipfile.ZIP_STORED), READ
    yield "bzip2.docx", docx(method=zipfile.ZIP_BZIP2), "packed by a method"
    yield "no-types.docx", archive([("_rels/.rels", relations()), ("word/document.xml", word())]), READ
    yield "no-relations.docx", archive([("word/document.xml", word())]), READ
    yield "no-text-part.docx", archive([("[Content_Types].xml", types())]), "not a Word document"
    yield "no-text.docx", docx(word("<w:p/>")), "has no text"
    yield "twice.docx", docx(more=[("word/other.xml", word())]), READ
    yield "traversal.docx", docx(more=[("../../escape.xml", b"x"), ("/etc/escape", b"x")]), READ
    yield "upper-case.docx", archive(
        [("_RELS/.RELS", relations()), ("WORD/DOCUMENT.XML", word())]), READ
    yield "doctype.docx", docx(word(before="<!DOCTYPE w>")), "declares a document type"
    yield "laughs.docx", docx(word("<w:p><w:r><w:t>&a;</w:t></w:r></w:p>",
                                   before=entity.format("ha" * 9))), "declares a document type"
    yield "external.docx", docx(word(
        before='<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>')), "declares a document type"
    yield "network.docx", docx(word(
        before='<!DOCTYPE x SYSTEM "http://localhost:9/x.dtd">')), "declares a document type"
    yield "deep.docx", docx(word("<w:x>" * 30_000 + LINE + "</w:x>" * 30_000)), EITHER
    yield "attributes.docx", docx(word(
        "<w:p " + " ".join(f'a{i}="1"' for i in range(60_000)) + "/>")), "damaged|far more"
    yield "cut-short.docx", docx(word()[:-30]), READ
    yield "bad-characters.docx", docx(word().replace(b"calm", b"calm \xFF\x01")), EITHER
    yield "zeros.docx", bomb(300 * MEBIBYTE), "holds far more"
    yield "overlapping.docx", overlapping(60_000), EITHER
    yield "declared-huge.docx", with_declared_size(0xFFFFFFF0), READ
    yield "declared-small.docx", with_declared_size(3), EITHER
    yield "nested.docx", docx(more=[("word/embeddings/a.zip", bomb(64 * MEBIBYTE))]), READ
    yield "locked.docx", with_flag(1), "password"
    yield "truncated.docx", docx()[:-60], "damaged"
    yield "encrypted.docx", ole("EncryptedPackage"), "password"
    yield "old.doc", ole("WordDocument"), "old format"
    yield "rich.rtf", b"{\\rtf1 " + LINE.encode() + b"}", "RTF"
    yield "rich.docx", b"{\\rtf1 " + LINE.encode() + b"}", "RTF"
    yield "sheet.docx", archive([
        ("[Content_Types].xml", types("xl/workbook.xml", "application/vnd.openxmlformats-"
                                      "officedocument.spreadsheetml.sheet.main+xml")),
        ("_rels/.rels", relations("xl/workbook.xml")), ("xl/workbook.xml", b"<x/>")]), "Excel"


def other_files():
    yield "good.odt", odt(), READ
    yield "packed-kind.odt", odt().replace(b"mimetype", b"mimetYpe"), READ
    yield "doctype.odt", archive([("mimetype", "application/vnd.oasis.opendocument.text"),
                                  ("content.xml", "<!DOCTYPE x><x/>")]), "document type"
    yield "sheet.odt", odt(mimetype="application/vnd.oasis.opendocument.spreadsheet"), "not a text"
    yield "deep.odt", odt("<text:section>" * 20_000 + LINE), EITHER
    yield "blanks.odt", odt('<text:p>Kept calm<text:s text:c="2000000000"/></text:p>'), READ
    yield "locked.odt", odt(more=[("META-INF/manifest.xml", (
        '<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
        '<m:file-entry m:full-path="content.xml"><m:encryption-data/></m:file-entry>'
        "</m:manifest>"))]), "password"
    yield "page.docx", f"<html><body><p>{LINE}</p></body></html>".encode(), READ
    yield "page.html", ("<div>" * 50_000 + LINE).encode(), EITHER
    yield "attributes.html", ("<p " + "a=1 " * 200_000 + f">{LINE}</p>").encode(), EITHER
    yield "script.html", f"<script>while(1);</script><p>{LINE}<img src=http://localhost:9/x>".encode(), READ
    yield "escapes.txt", f"{LINE}\n\x1b]0;owned\x07 \x1b[2J".encode(), EITHER
    yield "zeros.txt", bytes(100_000), "not text"
    yield "utf-16.txt", LINE.encode("utf-16"), READ
    yield "utf-16-bare.txt", LINE.encode("utf-16-be"), READ
    yield "bad.txt", LINE.encode() + b" \xFF\xFE\xC0\x80", READ
    yield "marks.txt", (LINE + "e" + "\u0301" * 200_000).encode(), READ
    yield "one-line.txt", ((LINE + " ") * 40_000).encode(), READ
    yield "lines.txt", ((LINE + "\n") * 60_000).encode(), READ
    yield "empty.txt", b"", "is empty"
    yield "picture.pdf", b"\x89PNG\r\n\x1a\n" + bytes(64), "is an image"
    yield "program.txt", b"\x7fELF" + bytes(64), "is a program"


def pdf_files():
    yield "good.pdf", pdf(TEXT), READ
    yield "header.pdf", b"%PDF-1.5\n", "not a readable PDF"
    yield "truncated.pdf", pdf(TEXT)[:200], "not a readable PDF"
    yield "no-table.pdf", pdf(TEXT, start=7), READ
    yield "junk-behind.pdf", pdf(TEXT) + bytes(200_000), READ
    yield "pages-loop.pdf", pdf(TEXT, kids="[3 0 R 2 0 R]", count=2), EITHER
    yield "count-lies.pdf", pdf(TEXT, count=2147483647), EITHER
    yield "form-loop.pdf", pdf(TEXT + " /X Do", [form(
        "/X Do", "/Resources << /XObject << /X 6 0 R >> >>")]), READ
    laughs = [form("/X Do " * 10, f"/Resources << /XObject << /X {7 + i} 0 R >> >>")
              for i in range(8)] + [form(TEXT)]
    yield "forms.pdf", pdf("/X Do", laughs), EITHER
    yield "arrays.pdf", pdf(TEXT, root="/A " + "[" * 50_000 + "]" * 50_000), EITHER
    yield "brackets.pdf", pdf("[" * 300_000 + TEXT), EITHER
    yield "huge-page.pdf", pdf(TEXT, page="/MediaBox [0 0 1e30 1e30]"), EITHER
    yield "no-page.pdf", pdf(TEXT, page="/MediaBox [a b c d]"), READ
    yield "states.pdf", pdf("q " * 400_000 + TEXT), EITHER
    inflated = zlib.compress(b"BT /F1 1 Tf (x) Tj ET " * 2_000_000, 9)
    yield "bomb.pdf", pdf("", raw=inflated, filters="/Filter /FlateDecode"), EITHER
    empty = zlib.compress(bytes(200 * MEBIBYTE), 9)
    yield "zeros.pdf", pdf("", raw=zlib.compress(empty, 9),
                           filters="/Filter [/FlateDecode /FlateDecode]"), EITHER
    yield "script.pdf", pdf(TEXT, root="/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>"), READ
    yield "link.pdf", pdf(TEXT, root="/OpenAction << /S /URI /URI (http://localhost:9/) >>"), READ
    yield "no-text.pdf", pdf("0 0 m 100 100 l S"), "no text"
    yield "attached.pdf", pdf(TEXT, [b"<< /Type /Filespec /F (a.txt) /EF << /F 7 0 R >> >>", form("x")],
                              root="/Names << /EmbeddedFiles << /Names [(a) 6 0 R] >> >>"), READ


def hostile_files():
    yield from word_files()
    yield from other_files()
    yield from pdf_files()


def mutated(samples, count, seed=20260115):
    """Samples with a few bytes changed, doubled, dropped or swapped for telling ones."""
    chance = random.Random(seed)
    telling = [b"\xff", b"\x00", b"<", b"&", b"<<", b"(", b"obj", b"9999999999", b"PK\1\2", b"\\"]
    for number in range(count):
        name, data = chance.choice(samples)
        data = bytearray(data)
        for _ in range(chance.choice([1, 2, 8, 40])):
            data = data or bytearray(b"%")
            at = chance.randrange(len(data))
            kind = chance.randrange(4)
            if kind == 0:
                data[at] = chance.randrange(256)
            elif kind == 1:
                data[at:at] = chance.choice(telling)
            elif kind == 2:
                del data[at:at + chance.randrange(1, 64)]
            else:
                data[at:at] = data[at:at + chance.randrange(1, 512)]
        yield f"{number}-{name}", bytes(data)
