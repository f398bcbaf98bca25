"""Writes the golden PDFs with LibreOffice, from texts made up for this project.

python -m tests.golden.pdf.make [NAME ...]

Needs `soffice` and the fonts Liberation Serif, Noto Naskh Arabic and Noto Serif Hebrew; the PDFs
are kept in the repository, so that the tests need none of them.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path
from xml.sax.saxutils import escape

FOLDER = Path(__file__).parent

_SPACES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in (
        ("office", "office"), ("text", "text"), ("style", "style"), ("table", "table"),
        ("fo", "xsl-fo-compatible"), ("svg", "svg-compatible"),
    )
)  # fmt: skip

_STYLES = """
<style:style style:name="P" style:family="paragraph"><style:paragraph-properties
 fo:margin-bottom="0.2cm"/><style:text-properties style:font-name="F" fo:font-size="11pt"
 style:font-name-complex="C" style:font-size-complex="13pt"/></style:style>
<style:style style:name="J" style:family="paragraph" style:parent-style-name="P">
<style:paragraph-properties fo:text-align="justify" fo:margin-bottom="0.2cm"/></style:style>
<style:style style:name="R" style:family="paragraph" style:parent-style-name="P">
<style:paragraph-properties style:writing-mode="rl-tb" fo:text-align="end"/></style:style>
<style:style style:name="H" style:family="paragraph" style:parent-style-name="P">
<style:paragraph-properties fo:text-align="center"/><style:text-properties
 fo:font-weight="bold"/></style:style>
<style:style style:name="Ruled" style:family="paragraph" style:parent-style-name="P">
<style:paragraph-properties fo:border-bottom="0.5pt solid #000000" fo:padding="0cm"/></style:style>
<style:style style:name="u" style:family="text"><style:text-properties
 style:text-underline-style="solid" style:text-underline-width="auto"/></style:style>
<style:style style:name="uu" style:family="text"><style:text-properties
 style:text-underline-style="solid" style:text-underline-type="double"/></style:style>
<style:style style:name="s" style:family="text"><style:text-properties
 style:text-line-through-style="solid"/></style:style>
<style:style style:name="ss" style:family="text"><style:text-properties
 style:text-line-through-style="solid" style:text-line-through-type="double"/></style:style>
<style:style style:name="b" style:family="text"><style:text-properties
 fo:font-weight="bold"/></style:style>
<style:style style:name="bu" style:family="text"><style:text-properties fo:font-weight="bold"
 style:text-underline-style="solid"/></style:style>
<style:style style:name="us" style:family="text"><style:text-properties
 style:text-underline-style="solid" style:text-line-through-style="solid"/></style:style>
<style:style style:name="Cell" style:family="table-cell"><style:table-cell-properties
 fo:border="0.5pt solid #000000" fo:padding="0.1cm"/></style:style>
<style:style style:name="Open" style:family="table-cell"><style:table-cell-properties
 fo:border-top="0.5pt solid #000000" fo:border-bottom="0.5pt solid #000000"
 fo:padding="0cm"/></style:style>
<style:style style:name="Bare" style:family="table-cell"><style:table-cell-properties
 fo:padding="0.1cm"/></style:style>
<style:style style:name="Two" style:family="section"><style:section-properties>
<style:columns fo:column-count="2" fo:column-gap="0.6cm"><style:column style:rel-width="1*"/>
<style:column style:rel-width="1*"/></style:columns></style:section-properties></style:style>
"""


def para(text: str, style: str = "P") -> str:
    """A paragraph; `{s|words}` is a stretch in the text style `s`, `{^|text}` a footnote."""
    out, rest = "", text
    while "{" in rest:
        before, _, rest = rest.partition("{")
        name, _, rest = rest.partition("|")
        words, _, rest = rest.partition("}")
        out += escape(before)
        if name == "^":
            out += (
                '<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation>'
                f'<text:note-body><text:p text:style-name="P">{escape(words)}</text:p>'
                "</text:note-body></text:note>"
            )
        else:
            out += f'<text:span text:style-name="{name}">{escape(words)}</text:span>'
    return f'<text:p text:style-name="{style}">{out}{escape(rest)}</text:p>'


def table(rows: list[list[str]], cell: str = "Cell", style: str = "P") -> str:
    """A table; a cell's paragraphs are parted by line breaks, and `<2` before the text makes a
    cell two columns wide."""
    wide = max(sum(2 if c.startswith("<2") else 1 for c in row) for row in rows)
    out = f'<table:table><table:table-column table:number-columns-repeated="{wide}"/>'
    for row in rows:
        out += "<table:table-row>"
        for words in row:
            span = 2 if words.startswith("<2") else 1
            inside = "".join(para(p, style) for p in words.removeprefix("<2").split("\n"))
            out += (
                f'<table:table-cell table:style-name="{cell}" office:value-type="string"'
                f' table:number-columns-spanned="{span}">{inside}</table:table-cell>'
            )
            out += "<table:covered-table-cell/>" * (span - 1)
        out += "</table:table-row>"
    return out + "</table:table>"


def document(body: str, *, landscape: bool = False, complex_font: str = "Noto Naskh Arabic") -> str:
    """A flat OpenDocument text."""
    size = ("29.7cm", "21cm") if landscape else ("21cm", "29.7cm")
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document {_SPACES} office:version="1.3"'
        ' office:mimetype="application/vnd.oasis.opendocument.text"><office:font-face-decls>'
        '<style:font-face style:name="F" svg:font-family="Liberation Serif"/>'
        f'<style:font-face style:name="C" svg:font-family="{complex_font}"/>'
        f"</office:font-face-decls><office:automatic-styles>{_STYLES}"
        '<style:page-layout style:name="L"><style:page-layout-properties '
        f'fo:page-width="{size[0]}" fo:page-height="{size[1]}" fo:margin="2cm"/>'
        "</style:page-layout></office:automatic-styles><office:master-styles>"
        '<style:master-page style:name="Standard" style:page-layout-name="L"/>'
        f"</office:master-styles><office:body><office:text>{body}</office:text></office:body>"
        "</office:document>"
    )


def _marks() -> str:
    return document(
        para("{bu|Article 4}", "H")
        + para("Each harbour {s|may} {u|shall} keep its lamp {s|lit until midnight}{u|burning all "
               "night}, save in fog.")
        + para("The keeper [{ss|counts} {uu|weighs}] the oil; {us|the tally is sent to the mayor} "
               "and {b|kept} for ten years.{^|A note of the clerk, set below a short rule.}")
        + para("{s|Where a ship lies at the outer mole for longer than a week and nobody has paid "
               "for its berth, the harbour master takes the rope and sells it on the quay.}")
        + para("A paragraph with a border below it, which is no underlining of its words at all.",
               "Ruled")
        + table([["Port", "Lamps"], ["Alder", "{s|3} {u|4}"], ["Birch {u|Bay}", "12"]])
        + para("")
        + table([["Tide", "Hour"], ["Ebb gyp", "six"], ["Flood", "noon"]], "Open")
    )  # fmt: skip


def _prose(what: str, times: int) -> str:
    return " ".join(
        f"The {what} of the island number {n} keeps a boat ready and lets nobody wait for it."
        for n in range(1, times + 1)
    )


def _columns() -> str:
    inside = "".join(
        para(f"Article {n}", "H") + para(f"{n}. {_prose(what, 9)}", "J")
        for n, what in enumerate(("ferryman", "pilot", "miller", "baker"), start=1)
    )
    return document(
        para("RULES OF THE FERRY", "H")
        + para("An opening that runs over the whole width of the page, before the columns begin. "
               + _prose("warden", 2))
        + f'<text:section text:style-name="Two" text:name="two">{inside}</text:section>'
        + para("A closing that runs over the whole width of the page again, after the columns. "
               + _prose("warden", 2))
    )  # fmt: skip


TRILOGUE = [
    ["Row", "First house", "Second house", "Agreed"],
    *(
        [
            f"{n}",
            f"({n}) Bread is weighed at the oven door number {n}, before it is cold and dry.",
            f"({n}) Bread is {{u|counted and}} weighed at the oven door number {n}."
            + ("\nA second paragraph that only this house wanted to have." if n % 3 == 0 else ""),
            "" if n % 4 == 0 else f"({n}) Bread is weighed {{s|twice}}.",
        ]
        for n in range(1, 15)
    ),
    ["15", "<2One cell for both houses, as they said the same thing here.", "Agreed."],
]


def _trilogue() -> str:
    return document(para("Table of the two houses", "H") + table(TRILOGUE), landscape=True)


def _columns_of_an_act() -> str:
    """The rows of the test of four-column tables, as a table of the institutions."""
    from tests.ingesters.test_eu_trilogue import HEAD, ROWS

    rows = [list(HEAD), *(list(row) for row in ROWS)]
    return document(para("Made up for a test", "H") + table(rows), landscape=True)


def _bare() -> str:
    return document(
        para("Table without lines", "H")
        + table(TRILOGUE[:9], "Bare")
        + para("After the table, " + _prose("clerk", 2)),
        landscape=True,
    )


ARABIC = [
    "المادة ٥",
    "١ - تحفظ كل مدينة مفاتيح أبوابها (انظر الفقرة ٢) ولا تسلمها إلا لأهلها.",
    "٢ - يجوز للحارس أن يغلق الباب الساعة 22:30 وفق القرار A/RES/12/34 المؤرخ 15 آذار 2019.",
    "تسري هذه القواعد على الأسواق [والحمامات] بنسبة 50% من الرسوم كما قال Port Authority of Alder للجميع.",
    "والآن فلا شيء إلا السلام، والإسلام لا يُلزم أحدا بالأمر «كما هو» مع تشكيلٍ خفيفٍ.",
]

HEBREW = [
    "סעיף 5",
    "1. כל עיר שומרת את מפתחות שעריה (ראו סעיף 2) ואינה מוסרת אותם אלא לתושביה.",
    "2. השומר רשאי לסגור את השער בשעה 22:30 לפי החלטה A/12/34 של Port Authority of Alder.",
]


def _arabic() -> str:
    return document("".join(para(text, "R") for text in ARABIC))


def _hebrew() -> str:
    return document("".join(para(text, "R") for text in HEBREW), complex_font="Noto Serif Hebrew")


DOCUMENTS = {
    "marks": _marks,
    "columns": _columns,
    "trilogue": _trilogue,
    "eu-trilogue": _columns_of_an_act,
    "bare": _bare,
    "arabic": _arabic,
    "hebrew": _hebrew,
}


def main(names: list[str]) -> None:
    """Make the PDFs that are named, or all."""
    for name in names or DOCUMENTS:
        with tempfile.TemporaryDirectory() as folder:
            source = Path(folder, f"{name}.fodt")
            source.write_text(DOCUMENTS[name](), encoding="utf-8")
            subprocess.run(
                ["soffice", f"-env:UserInstallation=file://{folder}/user", "--headless",
                 "--convert-to", "pdf", "--outdir", str(FOLDER), str(source)],
                check=True, timeout=120,
            )  # fmt: skip


if __name__ == "__main__":
    main(sys.argv[1:])
