"""Every file that must be refused: the message names the file and the reason, within seconds."""

from __future__ import annotations

import gzip
import io
import os
import struct
import time
import warnings
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.read import files, pdf_files
from tracker.errors import ReadError
from tracker.read import archive as archive_module
from tracker.read import limits, pdf_child, read

WORDS: list[files.Text] = [(72, 700, 12, "R", "Each Party keeps what it has promised.")]
PDF = files.pdf([WORDS])
PARAGRAPH = "<w:p><w:r><w:t>Each Party keeps its promise.</w:t></w:r></w:p>"
DOCX = files.docx(PARAGRAPH)
LAUGHS = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x "ha"><!ENTITY y "&x;&x;&x;">]><a>&y;</a>'


def _with_member(name: str, data: bytes = b"x") -> bytes:
    return files.archive({**files.docx_members(PARAGRAPH), name: data})


def _twice() -> bytes:
    out = io.BytesIO(DOCX)
    with warnings.catch_warnings(), zipfile.ZipFile(out, "a") as file:
        warnings.simplefilter("ignore")
        file.writestr("word/document.xml", "<other/>")
    return out.getvalue()


def _encrypted_zip() -> bytes:
    data = bytearray(DOCX)
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(signature)
        while at >= 0:
            data[at + offset] |= 1
            at = data.find(signature, at + 4)
    return bytes(data)


def _flipped() -> bytes:
    members = files.docx_members(PARAGRAPH)
    data = bytearray(files.archive(members, method=zipfile.ZIP_STORED))
    data[data.index(b"promise")] ^= 1
    return bytes(data)


def _lying() -> bytes:
    """The central directory declares one byte for the main part."""
    data = bytearray(files.archive(files.docx_members(PARAGRAPH), method=zipfile.ZIP_STORED))
    at = data.index(b"PK\x01\x02")
    while not data[at + 46 :].startswith(b"word/document.xml"):
        at = data.index(b"PK\x01\x02", at + 4)
    struct.pack_into("<L", data, at + 24, 1)
    return bytes(data)


def _link() -> bytes:
    out = io.BytesIO(DOCX)
    with zipfile.ZipFile(out, "a") as file:
        info = zipfile.ZipInfo("word/link.xml")
        info.external_attr = 0o120777 << 16
        file.writestr(info, "/etc/passwd")
    return out.getvalue()


def _outward() -> bytes:
    members = files.docx_members(PARAGRAPH, styles="")
    relations = str(members["word/_rels/document.xml.rels"])
    members["word/_rels/document.xml.rels"] = relations.replace("styles.xml", "../../etc/passwd")
    return files.archive(members)


def _nested(depth: int) -> bytes:
    start, end = "<w:tbl><w:tr><w:tc>" * depth, "</w:tc></w:tr></w:tbl>" * depth
    return files.docx(start + PARAGRAPH + end)


def _call(kind: str, *keys: int) -> str:
    calls = "".join(f'<w:{kind}Reference w:id="{key}"/>' for key in keys)
    return f"<w:p><w:r><w:t>Lamps burn.</w:t>{calls}</w:r></w:p>"


def _note(kind: str, key: int, *inside: int) -> str:
    return f'<w:{kind} w:id="{key}">{_call(kind, *inside)}</w:{kind}>'


def _boxed(inside: str) -> str:
    return "<w:p><w:r><w:txbxContent>" * 78 + inside + "</w:txbxContent></w:r></w:p>" * 78


def _deletions(count: int) -> bytes:
    point = '<text:change text:change-id="d{}"/>'
    regions = "".join(
        files.odt_change("deletion", f"d{n}", gone=f"<text:p>x{point.format(n + 1)}</text:p>")
        for n in range(count)
    )
    changes = f"<text:tracked-changes>{regions}</text:tracked-changes>"
    return files.odt(f"{changes}<text:p>x{point.format(0)}</text:p>")


def _numbered(text: str, start: int = 1) -> bytes:
    level = (
        f'<w:lvl w:ilvl="0"><w:start w:val="{start}"/><w:numFmt w:val="upperLetter"/>'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )
    numbering = (
        f'<w:abstractNum w:abstractNumId="0">{level}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    item = '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>'
    return files.docx(f"{item}<w:r><w:t>x</w:t></w:r></w:p>", numbering=numbering)


def _styled(count: int, *, ring: bool = False) -> bytes:
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="s{n}"><w:basedOn '
        f'w:val="s{(n + 1) % count if ring else n + 1}"/></w:style>'
        for n in range(count)
    )
    body = '<w:p><w:pPr><w:pStyle w:val="s0"/></w:pPr><w:r><w:t>x</w:t></w:r></w:p>'
    return files.docx(body, styles=styles)


def _encrypted_pdf() -> bytes:
    secret = b"<" + b"41" * 32 + b">"
    trailer = (
        b"/Encrypt << /Filter /Standard /V 1 /R 2 /O " + secret + b" /U " + secret + b" /P -4 >> "
        b"/ID [<00112233445566778899AABBCCDDEEFF> <00112233445566778899AABBCCDDEEFF>]"
    )
    return files.pdf([WORDS], trailer=trailer)


CASES: dict[str, tuple[str, bytes | Callable[[], bytes], str]] = {
    # name of the case: file name, bytes, words of the reason
    "empty": ("a.txt", b"", "empty"),
    "only blanks": ("a.txt", b" \n\t \r\n", "empty"),
    "only blanks in UTF-16": ("a.txt", " \n ".encode("utf-16"), "no text"),
    "empty PDF": ("a.pdf", b"", "empty"),
    "text not UTF-8": ("a.txt", b"Article 1\ncaf\xe9 noir", "byte 0xE9 at position 13 (line 2)"),
    "text in UTF-16 cut short": ("a.txt", "Article".encode("utf-16")[:-1], "not UTF-16"),
    "NUL in text": ("a.txt", b"Article 1\nStates\x00 Parties", "binary data"),
    "control character": ("a.txt", b"Article 1\nStates\x07 Parties", "U+0007 in line 2"),
    "PDF named text": ("a.txt", PDF, "the content is PDF, not plain text"),
    "HTML named PDF": ("a.pdf", b"<!DOCTYPE html><p>Sign in</p>", "the content is HTML, not PDF"),
    "login page named Word": ("a.docx", b"<html><body>Sign in</body></html>", "content is HTML"),
    "ZIP named text": ("a.txt", files.archive({"x": "y"}), "the content is a ZIP archive"),
    "ZIP named Word": ("a.docx", files.archive({"x": "y"}), "the content is a ZIP archive"),
    "Word named PDF": ("a.pdf", DOCX, "the content is a Word document, not PDF"),
    "text named Word": ("a.docx", b"Article 1", "the content is plain text"),
    "XML named text": ("a.txt", b'<?xml version="1.0"?><a>b</a>', "the content is XML"),
    "old Word": ("a.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "old Word document"),
    "picture named PDF": ("a.pdf", b"\x89PNG\r\n\x1a\n" + bytes(50), "the content is an image"),
    "noise named PDF": ("a.pdf", bytes(range(1, 256)) * 9, "not PDF as its name says"),
    "unknown archive": ("a", gzip.compress(b"x"), "gzip"),
    "PDF without its end": ("a.pdf", PDF[: len(PDF) // 2], "truncated"),
    "PDF with nothing but a header": ("a.pdf", b"%PDF-1.7\n%%EOF\n", "damaged"),
    "encrypted PDF": ("a.pdf", _encrypted_pdf, "encrypted"),
    "scan": ("a.pdf", files.scan, "no text layer"),
    "PDF of empty pages": ("a.pdf", files.pdf([[], []]), "no text layer"),
    "broken character map": (
        "a.pdf",
        lambda: pdf_files.mapped([WORDS[0][4]] * 3, pdf_files.scrambled(1)),
        "not readable text",
    ),
    "cycle in the page tree": (
        "a.pdf",
        files.assemble(
            [
                b"<< /Type /Catalog /Pages 2 0 R >>",
                b"<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2 >>",
            ]
        ),
        "PDF",
    ),
    "truncated Word": ("a.docx", DOCX[: len(DOCX) // 2], "truncated or damaged"),
    "Word without its text": (
        "a.docx",
        files.archive({"[Content_Types].xml": "<Types/>", "x": "y"}),
        "no Word text",
    ),
    "encrypted ZIP": ("a.docx", _encrypted_zip, "encrypted"),
    "flipped bit": ("a.docx", _flipped, "CRC"),
    "declared size that lies": ("a.docx", _lying, "damaged"),
    "member above the archive": ("a.docx", _with_member("../evil.xml"), "leads out"),
    "member with a full path": ("a.docx", _with_member("/etc/evil.xml"), "leads out"),
    "two main parts": ("a.docx", _twice, "two members named 'word/document.xml'"),
    "link as a member": ("a.docx", _link, "is a link"),
    "relation out of the archive": ("a.docx", _outward, "relation leads out"),
    "bomb of 25 MB of XML": ("a.docx", lambda: _with_member("b.xml", bytes(25 << 20)), "24 MB"),
    "three parts of 20 MB of XML": (
        "a.docx",
        lambda: files.archive(
            {**files.docx_members(PARAGRAPH), **{f"{n}.xml": bytes(20 << 20) for n in range(3)}}
        ),
        "the XML of the archive unpacks to more than 48 MB",
    ),
    "two million empty paragraphs": (
        "a.docx",
        lambda: files.docx("<w:p/>" * 2_000_000 + PARAGRAPH),
        "1,500,000 tags",
    ),
    "note that names itself": (
        "a.docx",
        files.docx(_call("footnote", 1), footnotes=_note("footnote", 1, 1)),
        "a footnote ('1') inside a footnote",
    ),
    "two notes that name each other": (
        "a.docx",
        files.docx(
            _call("endnote", 1), endnotes=_note("endnote", 1, 2) + _note("endnote", 2, 1)
        ),
        "an endnote ('2') inside an endnote",
    ),
    "twelve notes that name the next ten times": (
        "a.docx",
        files.docx(
            _call("footnote", 1),
            footnotes="".join(_note("footnote", n, *[n + 1] * 10) for n in range(1, 13)),
        ),
        "inside a footnote",
    ),
    "comment on itself": (
        "a.docx",
        files.docx(_call("comment", 1), comments=_note("comment", 1, 1)),
        "a comment ('1') inside a comment",
    ),
    "boxes in notes in boxes": (
        "a.docx",
        lambda: files.docx(
            _boxed(_call("endnote", 1)),
            endnotes=f'<w:endnote w:id="1">{_boxed(_call("footnote", 1))}</w:endnote>',
            footnotes=f'<w:footnote w:id="1">{_boxed(_call("comment", 1))}</w:footnote>',
            comments=f'<w:comment w:id="1">{_boxed(PARAGRAPH)}</w:comment>',
        ),
        "nested too deep in each other",
    ),
    "5,000 deletions in each other": ("a.odt", lambda: _deletions(5_000), "nested too deep"),
    "number of a megabyte in Word": (
        "a.docx",
        lambda: _numbered("x" * (1 << 20)),
        "number of more than 200 characters",
    ),
    "number of many numbers in Word": ("a.docx", _numbered("%1%1%1" * 30, 700), "200 characters"),
    "number of a megabyte in OpenDocument": (
        "a.odt",
        lambda: files.odt(
            '<text:list text:style-name="L"><text:list-item><text:p>x</text:p></text:list-item>'
            "</text:list>",
            '<text:list-style style:name="L"><text:list-level-style-number text:level="1" '
            f'style:num-format="1" style:num-prefix="{"P" * (1 << 20)}"/></text:list-style>',
        ),
        "number of more than 200 characters",
    ),
    "20,000 styles in Word": ("a.docx", lambda: _styled(20_000), "more than 100 styles"),
    "20,000 styles in a ring in Word": (
        "a.docx",
        lambda: _styled(20_000, ring=True),
        "more than 100 styles",
    ),
    "20,000 styles in OpenDocument": (
        "a.odt",
        lambda: files.odt(
            '<text:p text:style-name="s0">x</text:p>',
            "".join(
                f'<style:style style:name="s{n}" style:family="paragraph" '
                f'style:parent-style-name="s{n + 1}"/>'
                for n in range(20_000)
            ),
        ),
        "more than 100 styles",
    ),
    "bomb of 310 MB": ("a.docx", lambda: _with_member("b.bin", bytes(310 << 20)), "300 MB"),
    "entity in Word": (
        "a.docx",
        files.archive({**files.docx_members(""), "word/document.xml": LAUGHS}),
        "DOCTYPE",
    ),
    "300 nested tables": ("a.docx", _nested(300), "deep"),
    "2,000 nested tables": ("a.docx", _nested(2_000), "deep"),
    "embedded document in Word": (
        "a.docx",
        files.docx(PARAGRAPH + '<w:altChunk xmlns:r="x" r:id="r1"/>'),
        "w:altChunk",
    ),
    "main part in two spellings": (
        "a.docx",
        _with_member("Word/Document.xml"),
        "two members named 'Word/Document.xml'",
    ),
    "2,000 nested tables of OpenDocument": (
        "a.odt",
        files.odt("<table:table-cell>" * 2_000 + "<text:p>x</text:p>"
                  + "</table:table-cell>" * 2_000),
        "deep",
    ),
    "OpenDocument that is no text": (
        "a.odt",
        files.archive(
            {
                "mimetype": "application/vnd.oasis.opendocument.text",
                "content.xml": f"<office:document-content {files.ODT}><office:body/>"
                "</office:document-content>",
            },
            method=zipfile.ZIP_STORED,
        ),
        "not a text",
    ),
    "comment part with an entity": (
        "a.docx",
        files.archive({**files.docx_members(PARAGRAPH, comments=""), "word/comments.xml": LAUGHS}),
        "DOCTYPE",
    ),
    "Word without words": ("a.docx", files.docx("<w:p/>"), "no text"),
    "encrypted OpenDocument": (
        "a.odt",
        files.odt("<text:p>x</text:p>", manifest="<encryption-data/>"),
        "encrypted",
    ),
    "truncated OpenDocument": ("a.odt", files.odt("<text:p>x</text:p>")[:-300], "truncated"),
    "billion laughs": ("a.xml", LAUGHS, "DOCTYPE in line 1"),
    "external entity": (
        "a.xml",
        b'<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/hostname">]>\n<a>&e;</a>',
        "DOCTYPE",
    ),
    "DTD after a comment": ("a.xml", b"<?xml version='1.0'?>\n<!-- x -->\n<!DOCTYPE a>\n<a/>",
                            "DOCTYPE in line 3"),
    "DTD in UTF-16": ("a.xml", "<!DOCTYPE a [<!ENTITY e 'x'>]><a>&e;</a>".encode("utf-16"), "DOCT"),
    "undeclared entity": ("a.xml", b"<a>one &two; three</a>", "not well-formed XML, line 1"),
    "truncated XML": ("a.xml", b"<act>\n<body>\n<p>Each Party", "not well-formed XML, line 3"),
    "gzip named XML": ("a.xml", gzip.compress(b"<a>b</a>"), "gzip"),
    "deep XML": ("a.xml", b"<a>" * 300 + b"x" + b"</a>" * 300, "deep"),
    "very deep XML": ("a.xml", b"<a>" * 100_000 + b"x" + b"</a>" * 100_000, "deep"),
    "NUL in XML": ("a.xml", b"<a>x" + b"y" * 70000 + b"\x00</a>", "U+0000"),
    "XML with bad bytes": ("a.xml", b"<a>caf\xe9</a>", "byte 0xE9 at position 6"),
    "XML in an unknown encoding": ("a.xml", b'<?xml version="1.0" encoding="x-9"?><a>b</a>', "x-9"),
    "11 MB text node": ("a.xml", b"<a>" + b"x" * (11 << 20) + b"</a>", "not well-formed"),
    "deep HTML": ("a.html", b"<html>" + b"<div>" * 300 + b"x" + b"</div>" * 300, "deeper than 250"),
    "HTML of comments": ("a.html", b"<html>" + b"<!--" * 50_000, "no text"),
    "HTML with bad bytes": ("a.html", b"<html><p>caf\xe9</p></html>", "byte 0xE9"),
    "HTML of a script alone": ("a.html", b"<html><script>alert(1)</script></html>", "no text"),
}  # fmt: skip


@pytest.mark.parametrize(("name", "made", "why"), CASES.values(), ids=CASES.keys())
def test_refused(tmp_path: Path, name: str, made: bytes | Callable[[], bytes], why: str) -> None:
    path = tmp_path / name
    path.write_bytes(made if isinstance(made, bytes) else made())
    start = time.monotonic()
    with pytest.raises(ReadError) as caught:
        read(path)
    message = str(caught.value)
    assert message.startswith(name)
    assert why in message
    assert "\n" not in message
    assert time.monotonic() - start < 5


def test_missing(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match=r"^a\.pdf: no such file"):
        read(tmp_path / "a.pdf")


def test_folder(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="a folder, not a file"):
        read(tmp_path)


def test_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    with pytest.raises(ReadError, match="a.txt: not a regular file"):
        read(tmp_path / "a.txt")


def test_too_large(tmp_path: Path) -> None:
    with (tmp_path / "a.txt").open("wb") as file:
        file.truncate((200 << 20) + 1)
    with pytest.raises(ReadError, match="a.txt: larger than 200 MB"):
        read(tmp_path / "a.txt")


def test_too_many_members(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive_module, "MOST_MEMBERS", 3)
    (tmp_path / "a.docx").write_bytes(DOCX)
    with pytest.raises(ReadError, match="a.docx: 4 members in the archive, more than 3"):
        read(tmp_path / "a.docx")


UNFOLDED = {
    "characters in Word": ("MOST_CHARACTERS", 50, "a.docx", files.docx(PARAGRAPH * 3), "50 char"),
    "lines in Word": ("MOST_LINES", 2, "a.docx", files.docx(PARAGRAPH * 3), "2 lines"),
    "lines in OpenDocument": (
        "MOST_LINES", 2, "a.odt", files.odt("<text:p>Lamps burn.</text:p>" * 3), "2 lines",
    ),
}  # fmt: skip


@pytest.mark.parametrize(
    ("limit", "most", "name", "data", "what"), UNFOLDED.values(), ids=UNFOLDED.keys()
)
def test_unfolds_to_too_much(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    limit: str,
    most: int,
    name: str,
    data: bytes,
    what: str,
) -> None:
    monkeypatch.setattr(limits, limit, most)
    (tmp_path / name).write_bytes(data)
    with pytest.raises(ReadError, match=f"^{name}: the document unfolds to more than {what}"):
        read(tmp_path / name)


def test_pdf_that_eats_memory(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(files.bomb(400))
    with pytest.raises(ReadError, match="^a.pdf: .*(limit 200 MB|no text layer)"):
        read(tmp_path / "a.pdf", memory=200 << 20, deadline=20)


PRETENDERS = {
    "crash": ("import os; os.abort()", "PDFium ended with SIGABRT"),
    "hang": ("import time; time.sleep(60)", "took more than 0.5 s"),
    "memory": ("raise MemoryError", "out of memory"),
    "fault": ("raise ValueError('odd')", "failed with exit code 1: ValueError: odd"),
    "flood": ("while True: print('x' * 100_000, end='')", "more than 1 MB of text"),
    "slow drip": (
        "import time\nwhile True: print(' ', end='', flush=True); time.sleep(0.05)",
        "took more than 0.5 s",
    ),
}


@pytest.mark.parametrize(("code", "why"), PRETENDERS.values(), ids=PRETENDERS.keys())
def test_end_of_the_child(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: str, why: str
) -> None:
    """Whatever happens to the child, the parent goes on and says what it was."""
    (tmp_path / "child.py").write_text(code, encoding="utf-8")
    (tmp_path / "a.pdf").write_bytes(PDF)
    monkeypatch.setattr(pdf_child, "__file__", str(tmp_path / "child.py"))
    monkeypatch.setattr("tracker.read.pdf_processes.MOST_OUTPUT", 1 << 20)
    start = time.monotonic()
    with pytest.raises(ReadError) as caught:
        read(tmp_path / "a.pdf", deadline=0.5 if "0.5" in why else 20)
    assert str(caught.value).startswith("a.pdf: ")
    assert why in str(caught.value)
    assert time.monotonic() - start < 5
