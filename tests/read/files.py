"""Makes the files that the tests of the readers read: small PDFs, Word and OpenDocument files."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Mapping, Sequence

Text = tuple[float, float, float, str, str]
"""x, y (up from the bottom), size, font (`R`, `B` or `I`), text in Latin-1."""

FONTS = {"R": "Times-Roman", "B": "Times-Bold", "I": "Times-Italic"}


def assemble(objects: Sequence[bytes], trailer: bytes = b"") -> bytes:
    """A PDF of numbered objects, the first being the catalogue, with its cross-reference table."""
    out = bytearray(b"%PDF-1.7\n")
    places = []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    for place in places:
        out += b"%010d 00000 n \n" % place
    out += b"trailer\n<< /Size %d /Root 1 0 R %s >>\n" % (len(objects) + 1, trailer)
    return bytes(out + b"startxref\n%d\n%%%%EOF\n" % start)


def stream(data: bytes, extra: bytes = b"") -> bytes:
    """A stream object."""
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(data), extra, data)


def content(texts: Sequence[Text]) -> bytes:
    """The drawing instructions of one page."""
    parts = []
    for x, y, size, font, text in texts:
        said = text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
        parts.append(f"BT /{font} {size} Tf 1 0 0 1 {x} {y} Tm ({said}) Tj ET")
    return "\n".join(parts).encode("latin-1")


def pdf(
    pages: Sequence[Sequence[Text] | bytes],
    *,
    page_extra: bytes = b"",
    resources: bytes = b"",
    objects: Sequence[bytes] = (),
    trailer: bytes = b"",
) -> bytes:
    """A PDF; extra objects are numbered from 6, and pages come after them."""
    fonts = [
        b"<< /Type /Font /Subtype /Type1 /BaseFont /%s /Encoding /WinAnsiEncoding >>"
        % name.encode()
        for name in FONTS.values()
    ]
    first = 6 + len(objects)
    kids = b" ".join(b"%d 0 R" % (first + 2 * n) for n in range(len(pages)))
    named = b" ".join(b"/%s %d 0 R" % (key.encode(), n) for n, key in enumerate(FONTS, start=3))
    found = resources or b"/Font << %s >>" % named
    body: list[bytes] = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, len(pages)),
        *fonts,
        *objects,
    ]
    for n, page in enumerate(pages):
        drawn = page if isinstance(page, bytes) else content(page)
        body.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Resources << %s >> "
            b"/Contents %d 0 R %s >>" % (found, first + 2 * n + 1, page_extra)
        )
        body.append(stream(drawn))
    return assemble(body, trailer)


def scan() -> bytes:
    """A PDF whose one page is a picture."""
    image = stream(
        b"\x80",
        b"/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray "
        b"/BitsPerComponent 8",
    )
    return pdf([b"600 0 0 800 0 0 cm /Im Do"], resources=b"/XObject << /Im 6 0 R >>",
               objects=[image])  # fmt: skip


def bomb(megabytes: int) -> bytes:
    """A PDF whose drawing instructions unpack to many megabytes, packed twice."""
    packed = zlib.compress(zlib.compress(b" " * (megabytes << 20), 1), 9)
    made = pdf([b"X"])
    plain = stream(b"X")
    assert plain in made
    return made.replace(plain, stream(packed, b"/Filter [/FlateDecode /FlateDecode]"))


def archive(members: Mapping[str, str | bytes], **options: int) -> bytes:
    """A ZIP archive."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", options.get("method", zipfile.ZIP_DEFLATED)) as file:
        for name, data in members.items():
            file.writestr(name, data)
    return out.getvalue()


W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
_RELATION = (
    '<Relationship Id="{0}" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
    'relationships/{1}" Target="{2}"/>'
)
_RELATIONS = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'


def docx_members(body: str, **parts: str) -> dict[str, str | bytes]:
    """The members of a Word file; `parts` are the contents of `styles`, `numbering`, `footnotes`,
    `header` or `footer` inside their root elements."""
    roots = {"header": "hdr", "footer": "ftr"}
    relations = "".join(_RELATION.format(f"r{n}", p, f"{p}.xml") for n, p in enumerate(parts))
    members: dict[str, str | bytes] = {
        "[Content_Types].xml": "<Types/>",
        "_rels/.rels": _RELATIONS
        + _RELATION.format("m", "officeDocument", "word/document.xml")
        + "</Relationships>",
        "word/document.xml": f"<w:document {W} {MC}><w:body>{body}</w:body></w:document>",
        "word/_rels/document.xml.rels": f"{_RELATIONS}{relations}</Relationships>",
    }
    for part, inside in parts.items():
        root = roots.get(part, part)
        members[f"word/{part}.xml"] = f"<w:{root} {W}>{inside}</w:{root}>"
    return members


def docx(body: str, **parts: str) -> bytes:
    """A Word file."""
    return archive(docx_members(body, **parts))


TRACKED = 'w:id="1" w:author="{0}" w:date="{1}"'
"""The attributes of a tracked change in Word: by whom, when."""

_STRICT = (
    ("http://schemas.openxmlformats.org/wordprocessingml/2006/main",
     "http://purl.oclc.org/ooxml/wordprocessingml/main"),
    ("http://schemas.openxmlformats.org/officeDocument/2006/relationships",
     "http://purl.oclc.org/ooxml/officeDocument/relationships"),
    ("http://schemas.openxmlformats.org/officeDocument/2006/math",
     "http://purl.oclc.org/ooxml/officeDocument/math"),
)  # fmt: skip


def strict(body: str, **parts: str) -> bytes:
    """A Word file saved as Strict Open XML: the same elements in other name spaces."""
    members = dict(docx_members(body, **parts))
    for name, data in members.items():
        said = str(data)
        for usual, other in _STRICT:
            said = said.replace(usual, other)
        members[name] = said
    return archive(members)


ODT = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in (
        ("office", "office"), ("text", "text"), ("style", "style"), ("table", "table"),
        ("draw", "drawing"), ("fo", "xsl-fo-compatible"), ("svg", "svg-compatible"),
    )
) + ' xmlns:dc="http://purl.org/dc/elements/1.1/"'  # fmt: skip


def odt_change(kind: str, key: str, by: str = "", date: str = "", gone: str = "") -> str:
    """A tracked change of an OpenDocument text: `insertion`, `deletion` or `format-change`, with
    the paragraphs that were taken away."""
    info = (
        f"<office:change-info><dc:creator>{by}</dc:creator><dc:date>{date}</dc:date>"
        "</office:change-info>"
    )
    return (
        f'<text:changed-region text:id="{key}"><text:{kind}>{info}{gone}</text:{kind}>'
        "</text:changed-region>"
    )


def odt(body: str, automatic: str = "", template: str = "", manifest: str = "") -> bytes:
    """An OpenDocument text."""
    return archive(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "META-INF/manifest.xml": f"<manifest>{manifest}</manifest>",
            "styles.xml": f"<office:document-styles {ODT}>{template}</office:document-styles>",
            "content.xml": f"<office:document-content {ODT}><office:automatic-styles>{automatic}"
            f"</office:automatic-styles><office:body><office:text>{body}</office:text>"
            "</office:body></office:document-content>",
        },
        method=zipfile.ZIP_STORED,
    )
