"""The parts of a Word file that say the same of every comparison: styles, settings, relations.

In: nothing, or words for the head of the pages. Out: the XML of the parts (ECMA-376, transitional),
and a ZIP file of them whose bytes depend on nothing else.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Mapping
from xml.sax.saxutils import escape, quoteattr

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_PARTS = "application/vnd.openxmlformats-officedocument.wordprocessingml"

# What XML 1.0 cannot hold, and the two that are no characters.
_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

DEPTHS = 6
"""Steps of indentation that have a style."""


def clean(text: str) -> str:
    """Text with U+FFFD in the place of what no XML file can hold.

    >>> clean("a\\x00b")
    'a\ufffdb'
    """
    return _NO_XML.sub("\ufffd", text)


def said(text: str) -> str:
    """Text for an element."""
    return escape(clean(text))


def attribute(text: str) -> str:
    """Text for an attribute, with its quotation marks."""
    return quoteattr(clean(text))


def content_types() -> str:
    """`[Content_Types].xml`."""
    parts = {
        "word/document.xml": f"{_PARTS}.document.main+xml",
        "word/styles.xml": f"{_PARTS}.styles+xml",
        "word/settings.xml": f"{_PARTS}.settings+xml",
        "word/comments.xml": f"{_PARTS}.comments+xml",
        "word/header1.xml": f"{_PARTS}.header+xml",
        "word/header2.xml": f"{_PARTS}.header+xml",
        "word/footer1.xml": f"{_PARTS}.footer+xml",
        "docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
    }
    overrides = "".join(
        f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in parts.items()
    )
    return (
        f'{DECLARATION}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )


def package_relations() -> str:
    """`_rels/.rels`."""
    return _relations(
        (f"{_OFFICE}/officeDocument", "word/document.xml"),
        (f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
    )


def document_relations() -> str:
    """`word/_rels/document.xml.rels`: rId4 and rId5 are the heads, rId6 is the foot."""
    return _relations(
        (f"{_OFFICE}/styles", "styles.xml"),
        (f"{_OFFICE}/settings", "settings.xml"),
        (f"{_OFFICE}/comments", "comments.xml"),
        (f"{_OFFICE}/header", "header1.xml"),
        (f"{_OFFICE}/header", "header2.xml"),
        (f"{_OFFICE}/footer", "footer1.xml"),
    )


def _relations(*targets: tuple[str, str]) -> str:
    found = "".join(
        f'<Relationship Id="rId{n}" Type="{kind}" Target="{target}"/>'
        for n, (kind, target) in enumerate(targets, 1)
    )
    return f'{DECLARATION}<Relationships xmlns="{_PACKAGE}/relationships">{found}</Relationships>'


def core(title: str, author: str, date: str) -> str:
    """`docProps/core.xml`."""
    day = f"{date}T00:00:00Z"
    when = "".join(
        f'<dcterms:{one} xsi:type="dcterms:W3CDTF">{said(day)}</dcterms:{one}>'
        for one in ("created", "modified")
    )
    return (
        f'{DECLARATION}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{said(title)}</dc:title><dc:creator>{said(author)}</dc:creator>{when}"
        "</cp:coreProperties>"
    )


def settings() -> str:
    """`word/settings.xml`."""
    return (
        f'{DECLARATION}<w:settings {W}><w:zoom w:percent="100"/>'
        '<w:defaultTabStop w:val="567"/><w:compat><w:compatSetting w:name="compatibilityMode" '
        'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>'
    )


def styles() -> str:
    """`word/styles.xml`: headings, and provisions at each depth of indentation."""
    found = [
        f'<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Cambria" w:hAnsi="Cambria" '
        f'w:eastAsia="Cambria" w:cs="Times New Roman"/>{_size(22)}</w:rPr></w:rPrDefault>'
        '<w:pPrDefault><w:pPr><w:spacing w:after="120" w:line="269" w:lineRule="auto"/></w:pPr>'
        "</w:pPrDefault></w:docDefaults>",
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
        "<w:qFormat/></w:style>",
    ]
    for level, size in ((1, 30), (2, 25), (3, 22)):
        found.append(
            f'<w:style w:type="paragraph" w:styleId="Heading{level}">'
            f'<w:name w:val="heading {level}"/><w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>'
            f'<w:keepNext/><w:spacing w:before="{360 - 60 * level}" w:after="80"/>'
            f'<w:outlineLvl w:val="{level - 1}"/></w:pPr><w:rPr><w:b/><w:bCs/>{_size(size)}'
            "</w:rPr></w:style>"
        )
    for depth in range(DEPTHS):
        found.append(
            f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="Provision{depth}">'
            f'<w:name w:val="Provision {depth}"/><w:basedOn w:val="Normal"/><w:qFormat/>'
            f'<w:pPr><w:ind w:left="{567 * depth}"/></w:pPr></w:style>'
        )
    found.append(
        '<w:style w:type="paragraph" w:customStyle="1" w:styleId="Notice"><w:name '
        'w:val="Notice"/><w:basedOn w:val="Normal"/><w:pPr><w:spacing w:after="40"/></w:pPr>'
        f"<w:rPr>{_size(18)}</w:rPr></w:style>"
        '<w:style w:type="paragraph" w:styleId="CommentText"><w:name w:val="annotation text"/>'
        f'<w:basedOn w:val="Normal"/><w:rPr>{_size(20)}</w:rPr></w:style>'
    )
    return f"{DECLARATION}<w:styles {W}>{''.join(found)}</w:styles>"


def _size(half_points: int) -> str:
    return f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'


def header(lines: Iterable[str], warned: Iterable[str] = (), after: Iterable[str] = ()) -> str:
    """A head of pages: plain lines, in a frame what must not be overlooked, more plain lines."""
    border = "".join(
        f'<w:{side} w:val="single" w:sz="8" w:space="4" w:color="9A6700"/>'
        for side in ("top", "left", "bottom", "right")
    )
    framed = f'<w:pBdr>{border}</w:pBdr><w:shd w:val="clear" w:color="auto" w:fill="FFF3CD"/>'
    found = [_line(one) for one in lines]
    found += [_line(one, framed, bold=True) for one in warned]
    found += [_line(one) for one in after]
    return f"{DECLARATION}<w:hdr {W}>{''.join(found) or _line('')}</w:hdr>"


def _line(text: str, properties: str = "", *, bold: bool = False) -> str:
    look = "<w:rPr><w:b/><w:bCs/></w:rPr>" if bold else ""
    return (
        f'<w:p><w:pPr><w:pStyle w:val="Notice"/>{properties}</w:pPr><w:r>{look}'
        f'<w:t xml:space="preserve">{said(text)}</w:t></w:r></w:p>'
    )


def footer() -> str:
    """The foot of pages: the number of the page."""
    return (
        f'{DECLARATION}<w:ftr {W}><w:p><w:pPr><w:pStyle w:val="Notice"/><w:jc w:val="center"/>'
        '</w:pPr><w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple></w:p></w:ftr>'
    )


def zipped(parts: Mapping[str, str]) -> bytes:
    """The parts as one file, the same bytes for the same parts."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        for name, text in parts.items():
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            entry.create_system = 3
            archive.writestr(entry, text.encode("utf-8"))
    return held.getvalue()
