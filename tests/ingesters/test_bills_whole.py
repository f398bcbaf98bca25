"""Bills and EU acts put together at random from their own words: none is lost, doubled, glued to
another or moved, whatever stands beside whatever. All words are made up."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given
from hypothesis import strategies as st

from tests.ingesters.test_us_bill_print import ENACTED, printed
from tests.ingesters.tracing import ABOUT, check_traced, left_over
from tracker.errors import StructureError
from tracker.ingesters import ingest, layers_of
from tracker.ingesters.base import Ingester
from tracker.ingesters.eu_regulation import EuRegulation
from tracker.ingesters.eu_trilogue import EuTrilogue
from tracker.ingesters.ie_bill import IrishBill
from tracker.ingesters.us_bill import UsBill
from tracker.model import Draft, Span
from tracker.read import Reading, read

ODD = (
    "(the) Board shall light them.", "(a)", "(a) one;", "(a)(1) Both.", "(b) (c) Two.", "(1) one;",
    "(2)", "(i) first;", "(iv)", "(zzzz) no number", "(AA) far down", "(12", "12", "12.", "12. (1) Oil.",
    "1 lamp at the pier,", "words that go on", "unless it is day,", "(", "[", "[lamps]", "\u201c",
    "\u201d", "\u2018lamps\u2019", "-", "\u2014", ".", ";", "A lamp\u00adlight", "self-", "lit.",
    "Act.<sup>1</sup> It holds.", "<sup>2</sup>", "<sup>3</sup> Lamps", "(1)<sup>4</sup> Oil.",
    "<s>struck words</s>", "lamp<s>s</s> burn", "<s>old</s> <i>new</i>", "<i>new words</i>",
    "<u>lined</u>", "<b>LAMPS</b>", "<b>Lamps<sup>5</sup></b>", "<b></b>", "*", "1/", "General",
)  # fmt: skip
US = (
    "SECTION 1. LAMPS.", "SEC. 2A. OIL.", "Sec. 3. (the) Board lights lamps.", "SEC. 4.", "Sec. 5. Oil.",
    "SEC. 6. (a) In General.--Oil burns.", "SEC. 7. LAMPS<sup>6</sup>", "(a) In General.--(1) Oil.",
    "TITLE I--LAMPS", "TITLE II", "PART A", "LAMPS AND OIL", "Subtitle B--Oil", "``", "''", "''; and",
    "``(A) quoted.''.", "``SEC. 9. QUOTED.", "``Sec. 10. Item.", "``(b) more", "is amended:",
    "by adding the following new paragraph:", "The table of contents is as follows:", "Sec. 1. Lamps.",
    "Passed the House of Representatives May 5, 2031.", "Attest:", "Clerk.", "Whereas oil burns; and",
    "Resolved, That it burns.", "Resolved further, That", "Be it enacted again,", "Union Calendar No. 12",
    "&lt;all&gt;", "&lt;DELETED&gt;", "&lt;/DELETED&gt;", "&lt;DELETED&gt;struck.&lt;/DELETED&gt;",
    "lamp&lt;DELETED&gt;s&lt;/DELETED&gt; burn", "old &lt;DELETED&gt;lamps &lt;/DELETED&gt;new",
    "old&lt;DELETED&gt; lamps&lt;/DELETED&gt; new", "-----", "A BILL", "\u2022HR 9 IH", "[GRAPHIC]",
)  # fmt: skip
IE = (
    "PART 1", "<b>PART 2<sup>7</sup></b>", "CHAPTER 1", "<b>Lighting<sup>8</sup></b>", "<b>Keeper</b>",
    "1. The keeper keeps.", "2. (1) (a) Oil.", "2A. Oil.", "3.", "4.\u2014(1) Wicks.", "1. (the) oil",
    "SCHEDULE", "FIRST SCHEDULE", "Section 5", "SCHEDULE 2<sup>9</sup>", "Lamps Bill 2031",
    "EXPLANATORY MEMORANDUM", "\u201c1. Quoted.\u201d", "\u201c(a) quoted", "CONTENTS", "Page 3",
    "BE IT ENACTED BY THE OIREACHTAS AS FOLLOWS:", "An Act to light.", "WHEREAS oil burns:",
)  # fmt: skip
EU = (
    "Article 1", "Article 2<sup>6</sup>", "Article 2", "Oil", "Oil<sup>7</sup>", "CHAPTER I", "SECTION 1",
    "CHAPTER II \u2013 OIL", "ANNEX", "ANNEX II", "Whereas:", "(1) Lamps go out.", "(2)", "(3) Oil is dear;",
    "HAVE ADOPTED THIS REGULATION:", "Having regard to the lamps,", "THE EUROPEAN PARLIAMENT,",
    "Done at Lampton, in May.", "This Regulation shall be binding.", "1. Each keeper:", "- an indent;",
    "\u2013 another;", "Article 3 \u2014 Wicks", "Article 4(2)", "article 5", "Text Origin: EP Mandate",
)  # fmt: skip

Blocks = st.lists(st.tuples(st.integers(0, 3), st.integers(0, 200)), max_size=14)
"""Blocks of a text: how far each is set in, and which it is."""


def chosen(blocks: list[tuple[int, int]], words: tuple[str, ...]) -> list[tuple[int, str]]:
    """Blocks, one in three of them odd."""
    return [
        (indent, (ODD, words, words)[n % 3][n % len((ODD, words, words)[n % 3])])
        for indent, n in blocks
    ]


def paragraphs(blocks: list[tuple[int, str]]) -> str:
    return "".join(f"<p>{text}</p>\n" for _, text in blocks)


def typed(blocks: list[tuple[int, str]]) -> str:
    """As the Publishing Office types its bills: set in by blanks, an empty line here and there."""
    plain = "".join(
        "    " * indent + text + "\n" * (1 + n % 2) for n, (indent, text) in enumerate(blocks)
    )
    return f"<pre>\n{plain}</pre>"


def check(convention: Ingester, body: str, *, ordered: bool = True) -> int:
    """Every text in a file, by a convention: all is there once, word by word, and in order. How
    many texts were not refused."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "made.html"
        path.write_text(f"<html><body>{body}</body></html>", encoding="utf-8")
        reading = read(path)
    return check_reading(convention, reading, ordered=ordered)


REFUSED = re.compile(r"no (?:article|section) found|the column '[^']+' is empty")
"""Why a text put together at random may be refused: it has no article, its column no words."""


def check_reading(convention: Ingester, reading: Reading, *, ordered: bool = True) -> int:
    read_so_far = 0
    for layer in ("", *layers_of(reading, convention)):
        try:
            made = ingest(reading, replace(ABOUT, layer=layer), convention.name)
        except StructureError as error:
            if not REFUSED.search(str(error)):
                raise
            continue
        check_traced(made)
        assert left_over(made) == ""
        check_words(made)
        if ordered:
            check_order(made)
        read_so_far += 1
    return read_so_far


def check_order(made: Draft) -> None:
    """The words stand in the order of the file."""
    last = (0, 0)
    for provision in made.provisions:
        fields = (provision.num_spans, provision.heading_spans, provision.spans)
        for spans in sorted(fields, key=lambda field: [(s.page, s.start) for s in field]):
            for span in spans:
                assert (span.page, span.start) >= last, (provision.eid, span)
                last = (span.page, span.end)


def check_words(made: Draft) -> None:
    """No two words are glued together."""
    for provision in made.provisions:
        fields = (
            (provision.num, provision.num_spans),
            (provision.heading, provision.heading_spans),
            (provision.text, provision.spans),
        )
        for text, spans in fields:
            for before, after in pairwise(spans):
                last, first = text[: after.at][-1:], text[after.at :][:1]
                # A stop alone on its line closes the words; a hyphen joins the parts of one.
                near = last in "-\u2010" or last.isspace() or not first.isalnum()
                assert near or not _apart(made, before, after), (provision.eid, text)


def _apart(made: Draft, before: Span, after: Span) -> bool:
    """Whether white space stands between two spans of a page, beside what is in another text, and
    no typesetter's hyphen."""
    page = made.pages[before.page - 1]
    taken = {
        n
        for piece in made.furniture
        if piece.kind == "other-layer" and piece.page == before.page
        for n in range(piece.start, piece.end)
    }
    between = [page[n] for n in range(before.end, after.start) if n not in taken]
    return any(c.isspace() for c in between) and between[0] not in "-\u00ad\u2010"


US_COVER = [(0, "199th CONGRESS"), (0, "H. R. 9"), (0, "A BILL"), (0, "To light."), (0, "")]
US_ENACTED = [(1, "Be it enacted by the Senate and House met in Congress assembled,"), (0, "")]


@given(Blocks, Blocks)
def test_us_bills(front: list[tuple[int, int]], blocks: list[tuple[int, int]]) -> None:
    body = [*US_COVER, *chosen(front[:2], US), *US_ENACTED, *chosen(blocks, US)]
    check(UsBill(), paragraphs(body))
    check(UsBill(), typed(body))


LOOKS = ("", "", "s", "i")
SHORT = ("", "^", "#")


@given(st.lists(st.lists(st.integers(0, 10_000), min_size=1, max_size=3), max_size=12))
def test_pages_of_us_bills(lines: list[list[int]]) -> None:
    """As in a PDF with line numbers, each line in pieces that are plain, struck or in italic."""
    words = [text for text in (*ODD, *US) if "<" not in text and "&" not in text]
    made = [
        [
            piece
            for at, n in enumerate(line)
            for piece in (
                (SHORT[n % 3] * (not at) + words[n % len(words)], LOOKS[n // 7 % 4]),
                (" " * (n % 2), ""),  # a blank that is struck goes with its word
            )
        ]
        for line in lines
    ]
    check_reading(UsBill(), printed(*ENACTED, *made))


@given(Blocks, Blocks)
def test_irish_bills(front: list[tuple[int, int]], blocks: list[tuple[int, int]]) -> None:
    enacted = [(0, "Be it enacted by the Oireachtas as follows:")]
    check(IrishBill(), paragraphs([*chosen(front[:3], IE), *enacted, *chosen(blocks, IE)]))


@given(Blocks)
def test_eu_acts(blocks: list[tuple[int, int]]) -> None:
    body = paragraphs([*chosen(blocks, EU), (0, "Article 9"), (0, "Oil burns.")])
    assert check(EuRegulation(), body, ordered=False)


HEADS = (
    ("", "Commission Proposal", "EP Mandate", "Council Mandate"),
    ("", "Council Mandate", "EP Mandate", "Commission Proposal", "Draft Agreement"),
)


@given(Blocks, Blocks, st.integers(0, 1), st.booleans())
def test_trilogues(
    blocks: list[tuple[int, int]], others: list[tuple[int, int]], head: int, continues: bool
) -> None:
    """Cells filled at random, from the column that the block's indent says on."""

    def rows(made: list[tuple[int, str]], first: int) -> str:
        return "".join(
            f"<tr><td>{first + n}</td>{'<td></td>' * indent}<td>{text}</td></tr>"
            for n, (indent, text) in enumerate(made)
        )

    def titles(cells: tuple[str, ...]) -> str:
        return "<tr>" + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr>"

    article = "<tr><td>1</td>" + "<td>Article 9</td>" * 3 + "</tr>"
    one = f"<table>{titles(HEADS[0])}{article}{rows(chosen(blocks, EU), 2)}</table>"
    between = paragraphs(chosen(others[:3], EU))
    top = "" if continues else titles(HEADS[head])
    two = f"<table>{top}{rows(chosen(others, EU), 40)}</table>"
    assert check(EuTrilogue(), f"{one}{between}{two}{between}", ordered=False)
