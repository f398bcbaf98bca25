"""Makes the golden negotiating document, twice, from `consolidated.toml`.

    python -m tests.golden.make_consolidated

writes `consolidated.docx`, with tracked changes, and `consolidated.pdf`: LibreOffice's print
(`soffice --headless --convert-to pdf`) of the same without tracked changes, where what was inserted
is underlined and what was deleted is struck. LibreOffice is needed for the PDF alone, which is kept
in the repository; its keywords hold the SHA-256 of the TOML that it was made from.

`expected(kind)` gives every mark that a reading of either file must find, `found(draft)` those of a
draft.
"""

from __future__ import annotations

import hashlib
import io
import re
import shutil
import subprocess
import tempfile
import tomllib
import zipfile
from collections import Counter
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path
from typing import Any, NamedTuple
from xml.sax.saxutils import escape, quoteattr

from tracker.model import Draft

FOLDER = Path(__file__).parent
SOURCE = FOLDER / "consolidated.toml"

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_NAMES = (
    f'{W} xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)
_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_INLINE = re.compile(r"\{(?P<how>[subif]|[-+<>]2?)\|(?P<words>[^{}]*)\}")


class Expected(NamedTuple):
    """A mark that must be found, and on which words of which provision."""

    eid: str
    kind: str
    field: str
    words: str
    after: str
    printed: str
    by: str
    date: str
    how: str


def source() -> dict[str, Any]:
    """The document as it is written down."""
    return tomllib.loads(SOURCE.read_text(encoding="utf-8"))


def digest() -> str:
    """The SHA-256 of the source."""
    return hashlib.sha256(SOURCE.read_bytes()).hexdigest()


# What must be found


def expected(kind: str) -> Counter[Expected]:
    """The marks of the file of a kind, `docx` or `pdf`."""
    data = source()
    wanted: Counter[Expected] = Counter()
    for block in data["block"]:
        for mark in block.get("marks", ()):
            wanted[_expected(block, mark, data["authors"], tracked=kind == "docx")] += 1
    return wanted


def _expected(
    block: dict[str, Any], mark: dict[str, Any], authors: dict[str, Any], *, tracked: bool
) -> Expected:
    name = mark.get("field", "text")
    fields = {
        "num": block.get("num_printed", block.get("number", "")),
        "heading": plain(block.get("text", "")),
        "text": plain(block.get("text", " ".join(chain(*block.get("cells", ()))))),
    }
    who = authors[mark["who"]] if tracked and "who" in mark else {}
    tracks = mark.get("how") in ("tracked", "moved")
    return Expected(
        eid=mark.get("eid", block.get("eid", "")),
        kind=mark["kind"],
        field=name,
        words=found_words(without_remarks(fields[name], block), mark.get("on")),
        after=mark.get("after", "")[-10:],
        printed=mark.get("printed", ""),
        by=who.get("by", mark.get("by", "")),
        date=who.get("date", ""),
        how="" if tracks and not tracked else mark.get("how", ""),
    )


def found(draft: Draft) -> Counter[Expected]:
    """The marks that a draft has, in the same form."""
    return Counter(
        Expected(
            eid=p.eid,
            kind=m.kind,
            field=m.field,
            words=p.words(m),
            after=p.text[: m.start][-10:] if m.kind == "note" and m.start == m.end else "",
            printed=m.printed,
            by=m.by,
            date=m.date,
            how=m.how,
        )
        for p in draft.provisions
        for m in p.marks
    )


def plain(text: str) -> str:
    """A text without the mark-up of its looks, and without its footnotes."""
    return _INLINE.sub(lambda m: "" if m["how"] == "f" else m["words"], text)


def without_remarks(text: str, block: dict[str, Any]) -> str:
    """A text without the words that its marks say are printed beside it."""
    for mark in block.get("marks", ()):
        printed = mark.get("printed", "")
        if printed and printed in text and not printed.isdigit():
            before, after = text.split(printed, 1)
            before, after = before.rstrip(), after.lstrip()
            glue = " " if before and after and after[0] not in ",.;]" and before[-1] != "[" else ""
            text = before + glue + after
    return text


def found_words(text: str, on: str | None) -> str:
    """The words that "A … B" stands for."""
    if on is None:
        return text
    first, dots, last = on.partition(" … ")
    if not dots:
        assert on in text, (on, text)
        return on
    start = text.index(first)
    return text[start : text.index(last, start + len(first)) + len(last)]


# The Word file


@dataclass
class Paper:
    """A Word document in the making. `tracked` says whether changes are tracked or drawn."""

    data: dict[str, Any]
    tracked: bool
    body: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    lists: int = 0
    ids: int = 0

    def build(self) -> None:
        """Write all blocks."""
        for block in self.data["block"]:
            style = block["style"]
            if style == "table":
                self.table(block["cells"])
            elif style == "box":
                self.body.append(_box(self.runs(block["text"])))
            else:
                self.block(style, block)

    def block(self, style: str, block: dict[str, Any]) -> None:
        """One block: one paragraph, or two where a title has a heading below it."""
        text, number = block["text"], block.get("number", "")
        if style in ("article", "chapter", "annex"):
            self.lists += style == "article"
            self.paragraph(style, number)
            self.paragraph("heading", text)
        elif style == "option":
            self.paragraph("option", number)
        elif style in ("auto1", "auto2"):
            level = "01"[style == "auto2"]
            self.paragraph(
                style,
                text,
                f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{self.lists}"/></w:numPr>',
            )
        elif number:
            former = f"{block['former']} " if "former" in block else ""
            self.paragraph(style, f"{former}{number}\t{text}")
        else:
            self.paragraph(style, text)

    def paragraph(self, style: str, text: str, properties: str = "") -> None:
        """One paragraph."""
        self.body.append(
            f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{properties}</w:pPr>{self.runs(text)}</w:p>'
        )

    def runs(self, text: str) -> str:
        """The runs of a text with its mark-up."""
        out: list[str] = []
        at = 0
        for match in _INLINE.finditer(text):
            out.append(_run(text[at : match.start()]))
            out.append(self.marked(match["how"], match["words"]))
            at = match.end()
        return "".join([*out, _run(text[at:])])

    def marked(self, how: str, words: str) -> str:
        """One run with a look, a footnote, or a tracked change."""
        if how == "f":
            self.notes.append(words)
            return (
                '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>'
                f'<w:footnoteReference w:id="{len(self.notes) + 1}"/></w:r>'
            )
        drawn = {"s": "<w:strike/>", "u": '<w:u w:val="single"/>', "b": "<w:b/>", "i": "<w:i/>"}
        if how in drawn:
            return _run(words, drawn[how])
        deleted = how[0] in "->"
        if not self.tracked:
            return _run(words, drawn["s" if deleted else "u"])
        self.ids += 1
        who = self.data["authors"]["TO" if how.endswith("2") else "RF"]
        said = f'w:id="{self.ids}" w:author={quoteattr(who["by"])} w:date="{who["date"]}"'
        tag = {"-": "del", "+": "ins", ">": "moveFrom", "<": "moveTo"}[how[0]]
        inner = f"<w:{tag} {said}>{_run(words, text='delText' if how[0] == '-' else 't')}</w:{tag}>"
        if how[0] in "-+":
            return inner
        edge = f'w:id="{self.ids + 500}"'
        return (
            f'<w:{tag}RangeStart {edge} w:author={quoteattr(who["by"])} w:date="{who["date"]}" '
            f'w:name="move1"/>{inner}<w:{tag}RangeEnd {edge}/>'
        )

    def table(self, rows: list[list[str]]) -> None:
        """A table with borders."""
        edges = "".join(
            f'<w:{side} w:val="single" w:sz="4"/>'
            for side in ("top", "left", "bottom", "right", "insideH", "insideV")
        )
        cell = '<w:tc><w:tcPr><w:tcW w:w="4500" w:type="dxa"/></w:tcPr><w:p>{}</w:p></w:tc>'
        made = "".join(
            f"<w:tr>{''.join(cell.format(self.runs(text)) for text in row)}</w:tr>" for row in rows
        )
        self.body.append(
            f'<w:tbl><w:tblPr><w:tblW w:w="9000" w:type="dxa"/><w:tblBorders>{edges}</w:tblBorders>'
            f'</w:tblPr><w:tblGrid><w:gridCol w:w="4500"/><w:gridCol w:w="4500"/></w:tblGrid>{made}'
            "</w:tbl><w:p/>"
        )


def _run(words: str, properties: str = "", text: str = "t") -> str:
    if not words:
        return ""
    inner = "<w:tab/>".join(
        f'<w:{text} xml:space="preserve">{escape(part)}</w:{text}>' if part else ""
        for part in words.split("\t")
    )
    return f"<w:r>{f'<w:rPr>{properties}</w:rPr>' if properties else ''}{inner}</w:r>"


def _box(runs: str) -> str:
    """A paragraph with a text box in line."""
    return (
        '<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline '
        'distT="0" distB="0" distL="0" distR="0"><wp:extent cx="5400000" cy="900000"/>'
        '<wp:docPr id="1" name="Box"/><a:graphic><a:graphicData '
        'uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp>'
        '<wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/>'
        '<a:ext cx="5400000" cy="900000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        '<a:ln w="9525"><a:solidFill><a:srgbClr val="000000"/></a:solidFill></a:ln></wps:spPr>'
        f"<wps:txbx><w:txbxContent><w:p>{runs}</w:p></w:txbxContent></wps:txbx><wps:bodyPr/>"
        "</wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice>"
        "</mc:AlternateContent></w:r></w:p>"
    )


_BOLD_CENTRED = '<w:jc w:val="center"/></w:pPr><w:rPr><w:b/></w:rPr>'
_STYLES = {
    "plain": "</w:pPr>",
    "typed": "</w:pPr>",
    "cover": "</w:pPr>",
    "point": '<w:ind w:left="567"/></w:pPr>',
    "inner": '<w:ind w:left="1134"/></w:pPr>',
    "auto1": "</w:pPr>",
    "auto2": '<w:ind w:left="567"/></w:pPr>',
    "option": "<w:keepNext/></w:pPr><w:rPr><w:b/></w:rPr>",
    "title": f'<w:spacing w:before="600" w:after="600"/>{_BOLD_CENTRED}',
    "heading": f"<w:keepNext/>{_BOLD_CENTRED}",
    "article": f'<w:keepNext/><w:spacing w:before="480"/>{_BOLD_CENTRED}',
    "chapter": f"<w:keepNext/><w:pageBreakBefore/>{_BOLD_CENTRED}",
    "annex": f"<w:keepNext/><w:pageBreakBefore/>{_BOLD_CENTRED}",
}


def _styles() -> str:
    made = "".join(
        f'<w:style w:type="paragraph" w:styleId="{key}"><w:name w:val="Ferry {key}"/>'
        f'<w:basedOn w:val="Normal"/><w:pPr>{rest}</w:style>'
        for key, rest in _STYLES.items()
    )
    return (
        f"<w:styles {W}><w:docDefaults><w:rPrDefault><w:rPr>"
        '<w:rFonts w:ascii="Liberation Serif" w:hAnsi="Liberation Serif" w:cs="Liberation Serif"/>'
        '<w:sz w:val="24"/><w:lang w:val="en-GB"/></w:rPr></w:rPrDefault></w:docDefaults>'
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
        '<w:pPr><w:spacing w:after="360" w:line="480" w:lineRule="auto"/></w:pPr></w:style>'
        f'{made}<w:style w:type="paragraph" w:styleId="FootnoteText"><w:name w:val="footnote text"/>'
        '<w:pPr><w:spacing w:after="0" w:line="240" w:lineRule="auto"/></w:pPr><w:rPr>'
        '<w:sz w:val="18"/></w:rPr></w:style><w:style w:type="character" '
        'w:styleId="FootnoteReference"><w:name w:val="footnote reference"/><w:rPr>'
        '<w:vertAlign w:val="superscript"/></w:rPr></w:style></w:styles>'
    )


def _numbering(lists: int) -> str:
    levels = "".join(
        f'<w:lvl w:ilvl="{n}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/></w:lvl>'
        for n, (form, text) in enumerate((("decimal", "%1."), ("lowerLetter", "(%2)")))
    )
    nums = "".join(
        f'<w:num w:numId="{n}"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0">'
        '<w:startOverride w:val="1"/></w:lvlOverride></w:num>'
        for n in range(1, lists + 1)
    )
    return (
        f'<w:numbering {W}><w:abstractNum w:abstractNumId="0"><w:multiLevelType '
        f'w:val="multilevel"/>{levels}</w:abstractNum>{nums}</w:numbering>'
    )


def _footnotes(notes: list[str]) -> str:
    fixed = "".join(
        f'<w:footnote w:id="{n}" w:type="{kind}"><w:p><w:r><w:{tag}/></w:r></w:p></w:footnote>'
        for n, kind, tag in (
            (0, "separator", "separator"),
            (1, "continuationSeparator", "continuationSeparator"),
        )
    )
    made = "".join(
        f'<w:footnote w:id="{n}"><w:p><w:pPr><w:pStyle w:val="FootnoteText"/></w:pPr><w:r><w:rPr>'
        '<w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteRef/></w:r>'
        f"{_run(' ' + text)}</w:p></w:footnote>"
        for n, text in enumerate(notes, start=2)
    )
    return f"<w:footnotes {W}>{fixed}{made}</w:footnotes>"


_TYPES = {
    "document": "document.main",
    "styles": "styles",
    "numbering": "numbering",
    "footnotes": "footnotes",
    "header1": "header",
    "footer1": "footer",
}
_RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def docx(*, tracked: bool) -> bytes:
    """The Word file, the same bytes every time."""
    paper = Paper(source(), tracked)
    paper.build()
    page = (
        '<w:sectPr><w:headerReference w:type="default" r:id="rId4"/><w:footerReference '
        'w:type="default" r:id="rId5"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1701" '
        'w:right="1701" w:bottom="1701" w:left="1701" w:header="850" w:footer="850"/></w:sectPr>'
    )
    parts = {
        "document": f"<w:document {_NAMES}><w:body>{''.join(paper.body)}{page}</w:body></w:document>",
        "styles": _styles(),
        "numbering": _numbering(paper.lists),
        "footnotes": _footnotes(paper.notes),
        "header1": f"<w:hdr {W}><w:p>{_run('Convention on Shared Ferries: negotiating text')}</w:p></w:hdr>",
        "footer1": f'<w:ftr {W}><w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:fldSimple '
        f'w:instr=" PAGE ">{_run("1")}</w:fldSimple></w:p></w:ftr>',
    }
    members = {f"word/{name}.xml": _DECLARATION + text for name, text in parts.items()}
    form = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{form}.{kind}+xml"/>'
        for name, kind in _TYPES.items()
    )
    related = "".join(
        f'<Relationship Id="rId{n}" Type="{_RELATED}/{name.rstrip("1")}" Target="{name}.xml"/>'
        for n, name in enumerate(("styles", "numbering", "footnotes", "header1", "footer1"), 1)
    )
    space = "http://schemas.openxmlformats.org/package/2006"
    members = {
        "[Content_Types].xml": f'{_DECLARATION}<Types xmlns="{space}/content-types"><Default '
        'Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Override PartName="/docProps/core.xml" ContentType='
        '"application/vnd.openxmlformats-package.core-properties+xml"/>'
        f"{overrides}</Types>",
        "_rels/.rels": f'{_DECLARATION}<Relationships xmlns="{space}/relationships"><Relationship '
        f'Id="rId1" Type="{_RELATED}/officeDocument" Target="word/document.xml"/><Relationship '
        f'Id="rId2" Type="{space}/relationships/metadata/core-properties" '
        'Target="docProps/core.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'{_DECLARATION}<Relationships xmlns="{space}/relationships">'
        f"{related}</Relationships>",
        "docProps/core.xml": f'{_DECLARATION}<cp:coreProperties xmlns:cp="{space}/metadata/'
        f'core-properties"><cp:keywords>{digest()}</cp:keywords></cp:coreProperties>',
        **members,
    }
    out = io.BytesIO()
    # Not packed: what zlib makes differs from one of its versions to the next.
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as file:
        for name, text in members.items():
            file.writestr(zipfile.ZipInfo(name, (2031, 5, 7, 0, 0, 0)), text)
    return out.getvalue()


def main() -> None:
    """Write both files."""
    (FOLDER / "consolidated.docx").write_bytes(docx(tracked=True))
    office = shutil.which("soffice")
    if office is None:
        raise SystemExit("soffice (LibreOffice) is not installed: only the Word file was written")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "consolidated.docx"
        path.write_bytes(docx(tracked=False))
        command = [office, "--headless", f"-env:UserInstallation=file://{folder}/profile"]
        subprocess.run([*command, "--convert-to", "pdf", "--outdir", folder, str(path)], check=True)
        shutil.copy(path.with_suffix(".pdf"), FOLDER / "consolidated.pdf")


if __name__ == "__main__":
    main()
