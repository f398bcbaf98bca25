"""Bills of the US Congress as they are printed; all texts are made up."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.ingesters.tracing import check_traced, furniture, left_over, outline
from tracker.akn import build
from tracker.errors import StructureError
from tracker.ingesters import About, choose, ingest, layers_of
from tracker.ingesters.us_bill.numbers import Levels, named
from tracker.model import Draft
from tracker.read import Line, Reading, Run, read

ABOUT = About("lamps", "H.R. 9", "2031-01-03")
RULE = "_" * 71

COVER = f"""
[Congressional Bills 199th Congress]
[From the U.S. Government Publishing Office]
[H.R. 9 Reported in House (RH)]

&lt;DOC&gt;

199th CONGRESS
  1st Session
                                H. R. 9
INSTRUCTION
{RULE}

                                 A BILL

To light harbours, and whatever 
    floats.

    Be it enacted by the Senate and House of Representatives met in 
Congress assembled,

"""


def drafted(tmp_path: Path, body: str, layer: str = "", instruction: str = "") -> Draft:
    """The draft in a print as HTML, recognised and traced."""
    path = tmp_path / "bill.htm"
    cover = COVER.replace("INSTRUCTION", instruction)
    path.write_text(f"<html><body><pre>{cover}{body}</pre></body></html>", encoding="utf-8")
    return drafted_from(read(path), layer)


def drafted_from(reading: Reading, layer: str = "") -> Draft:
    assert choose(reading).name == "us-bill"
    made = ingest(reading, About("lamps", "H.R. 9", "2031-01-03", layer=layer))
    check_traced(made)
    assert left_over(made) == ""
    build(made)
    return made


WHOLE = """SECTION 1. NAME; CONTENTS.

    (a) Short Title.--This Act has the name of the ``Harbour Lamps 
Act''.
    (b) Table of Contents.--The table of contents is as 
follows:

Sec. 1. Name; contents.
                            TITLE I--LAMPS
Sec. 101. Duty to light, and what follows where nobody lights anything 
                            at all.
Sec. 102. Amendments.

                             TITLE I--LAMPS

SEC. 101. DUTY TO LIGHT, AND WHAT FOLLOWS WHERE NOBODY LIGHTS ANYTHING 
              AT ALL.

    (a) In General.--Each harbour master shall--
            (1) light every lamp at dusk, as the table of tides and 
        the almanac require;
            (2) put out--
                    (A) every green lamp at dawn;
                    (B) every red lamp, if--
                            (i) nobody is at sea; or
                            (ii) the sea is calm, that is--
                                    (I) without waves; and
                                    (II) without wind,
                and the almanac says so, and if all of the harbour 
                masters agree on it; and
                    (C) all others; and
            (3) keep a log,
unless the harbour is closed.
    (b) Log.--(1) The log is public.
    (2) It is kept for ten years.
            &lt;all&gt;
"""


def test_a_bill_as_html(tmp_path: Path) -> None:
    made = drafted(tmp_path, WHOLE)
    a = "sec_101__subsec_a"
    assert outline(made) == [
        "longTitle: To light harbours, and whatever floats.",
        "formula: Be it enacted by the Senate and House of Representatives met in Congress "
        "assembled,",
        "sec_1: SECTION 1. | NAME; CONTENTS.",
        "sec_1__subsec_a: (a) | Short Title.-- | This Act has the name of the ``Harbour Lamps Act''.",
        "sec_1__subsec_b: (b) | Table of Contents.-- | The table of contents is as follows:",
        "title_I: TITLE I-- | LAMPS",
        "sec_101: SEC. 101. | DUTY TO LIGHT, AND WHAT FOLLOWS WHERE NOBODY LIGHTS ANYTHING AT ALL.",
        f"{a}: (a) | In General.-- | Each harbour master shall--",
        f"{a}__para_1: (1) | light every lamp at dusk, as the table of tides and the almanac "
        "require;",
        f"{a}__para_2: (2) | put out--",
        f"{a}__para_2__subpara_A: (A) | every green lamp at dawn;",
        f"{a}__para_2__subpara_B: (B) | every red lamp, if--",
        f"{a}__para_2__subpara_B__cl_i: (i) | nobody is at sea; or",
        f"{a}__para_2__subpara_B__cl_ii: (ii) | the sea is calm, that is--",
        f"{a}__para_2__subpara_B__cl_ii__subcl_I: (I) | without waves; and",
        f"{a}__para_2__subpara_B__cl_ii__subcl_II: (II) | without wind,",
        f"{a}__para_2__subpara_B__wrapup: and the almanac says so, and if all of the harbour "
        "masters agree on it; and",
        f"{a}__para_2__subpara_C: (C) | all others; and",
        f"{a}__para_3: (3) | keep a log,",
        f"{a}__wrapup: unless the harbour is closed.",
        "sec_101__subsec_b: (b) | Log.--",
        "sec_101__subsec_b__para_1: (1) | The log is public.",
        "sec_101__subsec_b__para_2: (2) | It is kept for ten years.",
    ]
    assert made.title == "To light harbours, and whatever floats."
    assert [f for f in furniture(made) if f[0] != "cover"] == [
        ("production-line", "<DOC>"),
        ("rule", RULE),
        ("contents", "Sec. 1. Name; contents."),
        ("contents", "TITLE I--LAMPS"),
        ("contents", "Sec. 101. Duty to light, and what follows where nobody lights anything"),
        ("contents", "at all."),
        ("contents", "Sec. 102. Amendments."),
        ("production-line", "<all>"),
    ]


HELD = [
    pytest.param(
        "Sec. 2. (the) Board lights lamps.",
        "sec_2: Sec. 2. | (the) Board lights lamps.",
        (),
        id="a section that begins with a word in brackets",
    ),
    pytest.param(
        "SEC. 2. LAMPS<sup>1</sup>",
        "sec_2: SEC. 2. | LAMPS",
        [("sec_2", 0, "1")],
        id="an anchor in a heading",
    ),
    pytest.param(
        "Sec. 2. (a)<sup>1</sup> Oil.--It burns<sup>2</sup> well.<sup>3</sup>",
        "sec_2__subsec_a: (a) | Oil.-- | It burns well.",
        [("sec_2__subsec_a", 0, "1"), ("sec_2__subsec_a", 8, "2"), ("sec_2__subsec_a", 14, "3")],
        id="anchors behind a number and in words",
    ),
    pytest.param(
        "Sec. 2. (a)(1)<sup>1</sup> It burns.",
        "sec_2__subsec_a__para_1: (1) | It burns.",
        [("sec_2__subsec_a__para_1", 0, "1")],
        id="an anchor behind the second of two numbers",
    ),
    pytest.param(
        "TITLE I<sup>1</sup>--LAMPS",
        "title_I: TITLE I-- | LAMPS",
        [("title_I", 0, "1")],
        id="an anchor in a title",
    ),
]


@pytest.mark.parametrize(("block", "line", "notes"), HELD)
def test_nothing_of_a_block_is_lost(
    tmp_path: Path, block: str, line: str, notes: list[tuple[str, int, str]]
) -> None:
    path = tmp_path / "bill.htm"
    enacted = "<p>Be it enacted by the Senate and House met in Congress assembled,</p>"
    cover = "<p>199th CONGRESS</p><p>H. R. 9</p><p>A BILL</p><p>To light harbours.<sup>9</sup></p>"
    below = "".join(f"<p><sup>{n}</sup> A note.</p>" for n in (1, 2, 3, 9))
    text = f"{cover}{enacted}<p>SECTION 1. OIL.</p><p>{block}</p><p>SEC. 9. END.</p>{below}"
    path.write_text(text, encoding="utf-8")
    made = drafted_from(read(path))
    assert line in outline(made)
    marks = [(p.eid, m.start, m.printed) for p in made.provisions for m in p.marks]
    assert marks == [("longTitle", 18, "9"), *notes]


def test_words_do_not_go_back_into_what_is_closed(tmp_path: Path) -> None:
    made = drafted(
        tmp_path,
        "SECTION 1. LAMPS.\n\n    (a) Lamps:\n            (1) red; and\n            (2) green.\n"
        "All of them burn.\n\n        So they do.\n\nEnd.\n",
    )
    words = " ".join(" ".join((p.num, p.text)) for p in made.provisions).split()
    assert " ".join(words).endswith("(2) green. All of them burn. So they do. End.")


QUOTED = [
    pytest.param(
        "            (2) by adding at the end the following new subsection:\n"
        "    ``(i) Keepers.--\n"
        "            ``(1) In general.--A keeper is sworn in before the \n"
        "        first night.\n"
        "            ``(2) Exception.--Not on a Sunday.''; and\n"
        "            (3) by striking ``candle''.\n",
        [
            "sec_2__para_2: (2) | by adding at the end the following new subsection:",
            "sec_2__para_2__quotedStructure_nn_1: ",
            "sec_2__para_2__quotedStructure_nn_1__subsec_i: ``(i) | Keepers.--",
            "sec_2__para_2__quotedStructure_nn_1__subsec_i__para_1: ``(1) | In general.-- | "
            "A keeper is sworn in before the first night.",
            "sec_2__para_2__quotedStructure_nn_1__subsec_i__para_2: ``(2) | Exception.-- | "
            "Not on a Sunday.''; and",
            "sec_2__para_3: (3) | by striking ``candle''.",
        ],
        id="a subsection that might be a clause",
    ),
    pytest.param(
        "    The following is added:\n\n``SEC. 8. LAMPS AT NIGHT.\n\n    ``Lamps burn.\n"
        "    ``(b) Oil.--Oil burns.''.\n",
        [
            "sec_2: SEC. 2. | LAMPS. | The following is added:",
            "sec_2__quotedStructure_nn_1: ",
            "sec_2__sec_8: ``SEC. 8. | LAMPS AT NIGHT. | ``Lamps burn.",
            "sec_2__sec_8__subsec_b: ``(b) | Oil.-- | Oil burns.''.",
        ],
        id="a section",
    ),
    pytest.param(
        "    The table is amended by adding the following:\n\n``Sec. 8. Lamps at night.''.\n\n"
        "    (b) More.--None.\n",
        [
            "sec_2: SEC. 2. | LAMPS. | The table is amended by adding the following:",
            "sec_2__quotedStructure_nn_1: ``Sec. 8. Lamps at night.''.",
            "sec_2__subsec_b: (b) | More.-- | None.",
        ],
        id="an item of a table of contents",
    ),
    pytest.param(
        "    The following is added:\n    ``(a) First.--One.\n            (1) Not opened.\n"
        "            ``(2) Opened.''.\n    (b) Own.--Two.\n",
        [
            "sec_2: SEC. 2. | LAMPS. | The following is added:",
            "sec_2__quotedStructure_nn_1: ",
            "sec_2__quotedStructure_nn_1__subsec_a: ``(a) | First.-- | One.",
            "sec_2__quotedStructure_nn_1__subsec_a__para_1: (1) | Not opened.",
            "sec_2__quotedStructure_nn_1__subsec_a__para_2: ``(2) | Opened.''.",
            "sec_2__subsec_b: (b) | Own.-- | Two.",
        ],
        id="a paragraph without its opening marks",
    ),
    pytest.param(
        "    The following is added:\n\n                  ``PART II--OIL\n\n``SEC. 9. OIL.\n\n"
        "    ``Oil burns.''.\n",
        [
            "sec_2: SEC. 2. | LAMPS. | The following is added:",
            "sec_2__quotedStructure_nn_1: ",
            "sec_2__quotedStructure_nn_1__part_II: ``PART II-- | OIL",
            "sec_2__sec_9: ``SEC. 9. | OIL. | ``Oil burns.''.",
        ],
        id="a part",
    ),
]


@pytest.mark.parametrize(("body", "wanted"), QUOTED)
def test_quotations(tmp_path: Path, body: str, wanted: list[str]) -> None:
    made = drafted(tmp_path, "SEC. 2. LAMPS.\n\n" + body)
    assert outline(made)[-len(wanted) :] == wanted


def test_a_resolution(tmp_path: Path) -> None:
    path = tmp_path / "res.htm"
    path.write_text(
        "<html><body><pre>\n[Congressional Bills 199th Congress]\n199th CONGRESS\n  1st Session\n"
        "                               H. RES. 9\n\n                               RESOLUTION\n\n"
        "To honour lamps.\n\nWhereas it is dark; and\nWhereas, as is known--\n"
        "            (1) by night; and\n            (2) in winter: Now, therefore, be it\n\n"
        "    Resolved, That the House--\n            (1) honours lamps; and\n"
        "            (2) thanks them.\n\n            Attest:\n\n"
        "                                      Clerk.\n199th CONGRESS\n\n  1st Session\n"
        "</pre></body></html>",
        encoding="utf-8",
    )
    made = drafted_from(read(path))
    assert outline(made) == [
        "longTitle: To honour lamps.",
        "rec_nn_1: Whereas it is dark; and",
        "rec_nn_2: Whereas, as is known--",
        "rec_nn_2__para_1: (1) | by night; and",
        "rec_nn_2__para_2: (2) | in winter: Now, therefore, be it",
        "formula: Resolved,",
        "sec_nn_1: That the House--",
        "sec_nn_1__para_1: (1) | honours lamps; and",
        "sec_nn_1__para_2: (2) | thanks them.",
        "conclusions: Attest:\nClerk.",
    ]
    assert furniture(made)[-2:] == [
        ("endorsement", "199th CONGRESS"),
        ("endorsement", "1st Session"),
    ]


# Committees' prints

MARKED = """&lt;DELETED&gt;SECTION 1. CANDLES.&lt;/DELETED&gt;

&lt;DELETED&gt;    Each harbour has a candle, which burns at night and at no other 
time.&lt;/DELETED&gt;

SECTION 1. LAMPS.

    Each harbour has a lamp.
"""
ALL_NEW = (
    "\n  [Strike out all after the enacting clause and insert what is printed \n"
    "                               in italic]\n"
)


def test_two_texts_in_html(tmp_path: Path) -> None:
    made = drafted(tmp_path, MARKED, "as introduced", ALL_NEW)
    assert outline(made)[2:] == [
        "sec_1: SECTION 1. | CANDLES. | Each harbour has a candle, which burns at night and at no "
        "other time."
    ]
    assert ("other-layer", "Each harbour has a lamp.") in furniture(made)
    made = drafted(tmp_path, MARKED, "", ALL_NEW)
    assert made.layer == "as reported"
    assert outline(made)[2:] == ["sec_1: SECTION 1. | LAMPS. | Each harbour has a lamp."]
    assert ("production-line", "</DELETED>") in furniture(made)


def test_html_that_does_not_say_what_is_new(tmp_path: Path) -> None:
    body = MARKED.replace("SECTION 1. LAMPS", "SEC. 2. LAMPS")
    made = drafted(tmp_path, body)
    assert [p.num for p in made.provisions if p.kind == "section"] == ["SEC. 2."]
    assert made.layer == "as reported"
    with pytest.raises(StructureError, match="its texts are as reported"):
        drafted(tmp_path, body, "as introduced")


Piece = tuple[str, str]
"""Words, and how they look: "" plain, "i" italic, "s" struck."""


def printed(*lines: list[Piece], size: float = 14.0) -> Reading:
    """A page with line numbers, as a PDF gives it; a line whose first piece begins with `^` is
    short, one with `#` in small type."""
    top = ["199TH CONGRESS", "1ST SESSION", "H. R. 9", "A BILL", "To light harbours."]
    page, made = "", []
    for n, pieces in enumerate([*[[(text, "")] for text in top], *lines]):
        number = "" if n < len(top) else f"{n - len(top) + 1} "
        plain = [(text.lstrip("^#"), look) for text, look in pieces]
        text = number + "".join(words for words, _ in plain)
        runs, at = [Run(0, len(number))] if number else [], len(number)
        for words, look in plain:
            runs.append(Run(at, at + len(words), italic=look == "i", struck=look == "s"))
            at += len(words)
        first = pieces[0][0]
        line = Line(
            text=text,
            page=1,
            start=len(page),
            left=0.2,
            right=0.5 if "^" in first or not number else 0.794,
            top=0.1 + n / 40,
            bottom=0.11 + n / 40,
            size=10.0 if "#" in first else size,
            runs=tuple(runs),
        )
        made.append(line)
        page += text + "\n"
    page += (
        "•HR 9 RH\nVerDate Sep 11 2014 23:48 Jkt 019200 PO 00000 Frm 00003 E:\\BILLS\\H9.RH H9\n"
    )
    start = page.index("•HR 9 RH")
    for text in page[start:].split("\n")[:-1]:
        made.append(Line(text, 1, page.index(text, start), top=0.95, bottom=0.96, right=0.7))
    return Reading("bill.pdf", "pdf", "0" * 64, 1, (page,), tuple(made))


ENACTED = [
    [("Be it enacted by the Senate and House of Representa-", "i")],
    [("^tives met in Congress assembled,", "i")],
]


def test_a_page_with_line_numbers() -> None:
    made = drafted_from(
        printed(
            *ENACTED,
            [("^#SECTION 1. HARBOUR LAMPS AND", "")],
            [("^#CANDLES.", "")],
            [("(a) IN GENERAL.—Each harbour master shall do so with-", "")],
            [("^out delay—", "")],
            [("^(1) at dusk; or", "")],
            [("(2) at dawn, where the House of Representatives", "")],
            [("^has said so,", "")],
            [("^unless it is closed.", "")],
            [("^(b) NEW.—The lamps are self-", "")],
            [("^lit.", "")],
        )
    )
    assert outline(made) == [
        "longTitle: To light harbours.",
        "formula: Be it enacted by the Senate and House of Representatives met in Congress "
        "assembled,",
        "sec_1: SECTION 1. | HARBOUR LAMPS AND CANDLES.",
        "sec_1__subsec_a: (a) | IN GENERAL.— | Each harbour master shall do so without delay—",
        "sec_1__subsec_a__para_1: (1) | at dusk; or",
        "sec_1__subsec_a__para_2: (2) | at dawn, where the House of Representatives has said so, "
        "unless it is closed.",
        "sec_1__subsec_b: (b) | NEW.— | The lamps are self-lit.",
    ]
    kinds = [kind for kind, _ in furniture(made)]
    assert kinds.count("line-number") == 12
    assert furniture(made)[-2][0] == "running-head"
    assert furniture(made)[-1][0] == "production-line"


def test_a_page_without_line_numbers_keeps_its_numbers() -> None:
    reading = printed(*ENACTED, [("^SEC. 1. LAMPS.", "")], [("^5 lamps burn.", "")])
    lines = [
        replace(x, text=x.text[2:], start=x.start + 2, runs=()) if x.text[1:2] == " " else x
        for x in reading.lines
    ]
    made = ingest(replace(reading, lines=tuple(lines)), ABOUT, "us-bill")
    assert made.provisions[-1].text == "5 lamps burn."


def on_page(*lines: str) -> Reading:
    """A page as a PDF gives it, all lines from one edge, without line numbers."""
    page = "".join(line + "\n" for line in lines)
    made, at = [], 0
    for n, text in enumerate(lines):
        top = 0.1 + n / 40
        made.append(Line(text, 1, at, left=0.2, right=0.79, top=top, bottom=top + 0.01, size=12.0))
        at += len(text) + 1
    return Reading("bill.pdf", "pdf", "0" * 64, 1, (page,), tuple(made))


AMOUNTS = (
    "The Board shall light these lamps:",
    "1 lamp at the pier, which is lit at dusk by its keeper, and",
    "2 lamps at the gate, which are lit at dawn.",
)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param("", (), id="at the end"),
        pytest.param("", ("3 more at sea,", "4 on land, and", "5 in the almanac."), id="a list"),
        pytest.param("9 ", (), id="another number before the enacting words' page"),
    ],
)
def test_amounts_at_the_start_of_lines_are_words(before: str, after: tuple[str, ...]) -> None:
    made = drafted_from(
        on_page(
            *("199TH CONGRESS", "H. R. 9", f"{before}copies", "A BILL", "To light harbours."),
            *("Be it enacted by the Senate and House assembled,", "SECTION 1. LAMPS."),
            *(*AMOUNTS, *after),
        )
    )
    assert not [text for kind, text in furniture(made) if kind == "line-number"]
    assert " ".join(made.provisions[-1].text.split()) == " ".join((*AMOUNTS, *after))


def test_amounts_on_a_page_with_line_numbers() -> None:
    reading = printed(*ENACTED, [("^SEC. 1. LAMPS.", "")], *([(line, "")] for line in AMOUNTS))
    made = drafted_from(reading)
    assert [t for k, t in furniture(made) if k == "line-number"] == ["1", "2", "3", "4", "5", "6"]
    assert " ".join(made.provisions[-1].text.split()) == " ".join(AMOUNTS)


def test_two_texts_on_a_page() -> None:
    reading = printed(
        *ENACTED,
        [("^#SECTION 1. LAMPS.", "")],
        [("^Each harbour has a ", ""), ("candle", "s"), ("lamp", "i"), (" at night: ", "")],
        [("^Provided", "i"), (", That it burns.", "")],
        [("^#SEC. 2. OIL.", "s")],
        [("^Candles need no oil.", "s")],
        [("^#SEC. 2. TIDES.", "i")],
        [("^Tides need no oil.", "i")],
    )
    assert layers_of(reading, choose(reading)) == ("as introduced", "as reported")
    assert outline(drafted_from(reading, "as introduced"))[2:] == [
        "sec_1: SECTION 1. | LAMPS. | Each harbour has a candle at night:\nProvided, That it burns.",
        "sec_2: SEC. 2. | OIL. | Candles need no oil.",
    ]
    made = drafted_from(reading)
    assert outline(made)[2:] == [
        "sec_1: SECTION 1. | LAMPS. | Each harbour has a lamp at night:\nProvided, That it burns.",
        "sec_2: SEC. 2. | TIDES. | Tides need no oil.",
    ]
    assert (made.layer, made.layer_place) == ("as reported", 2)
    assert [text for kind, text in furniture(made) if kind == "other-layer"] == [
        "candle",
        "SEC. 2. OIL.",
        "Candles need no oil.",
    ]
    assert not any(mark for p in made.provisions for mark in p.marks)


STRUCK_WORDS = [
    pytest.param("A lamp<D>s</D> burn<D>s</D>.", "A lamp burn.", id="ends of words"),
    pytest.param("An old <D>oil </D>lamp.", "An old lamp.", id="a blank inside the mark"),
    pytest.param("An old<D> oil</D> lamp.", "An old lamp.", id="a blank before it"),
    pytest.param("An <D>old</D> <D>oil</D> lamp.", "An lamp.", id="two marks side by side"),
    pytest.param("<D>Lamps.</D> Oil burns.", "Oil burns.", id="at the start of a line"),
]


@pytest.mark.parametrize(("printed_as", "reported"), STRUCK_WORDS)
def test_struck_words_in_a_line(tmp_path: Path, printed_as: str, reported: str) -> None:
    """Words on both sides of a mark are one word only where no blank is between them."""
    line = printed_as.replace("<D>", "&lt;DELETED&gt;").replace("</D>", "&lt;/DELETED&gt;")
    made = drafted(tmp_path, f"SECTION 1. LAMPS.\n\n    {line}\n")
    assert made.layer == "as reported"
    assert outline(made)[-1] == f"sec_1: SECTION 1. | LAMPS. | {reported}"


@pytest.mark.parametrize(
    ("layer", "words"),
    [("as introduced", "candle burns."), ("as reported", "Each lamp burns. Oil.")],
)
def test_a_line_struck_in_part_where_the_rest_is_new(
    tmp_path: Path, layer: str, words: str
) -> None:
    made = drafted(
        tmp_path,
        "SECTION 1. LAMPS.\n\n    Each &lt;DELETED&gt;candle burns.&lt;/DELETED&gt; lamp burns.\n"
        "Oil.\n",
        layer,
        "[Strike out all after the enacting clause and insert the part printed in italic]",
    )
    assert " ".join(made.provisions[-1].text.split()) == words


# Numbers

COUNTS = [
    pytest.param(["a", "1", "A", "i", "I", "aa", "AA"], [0, 1, 2, 3, 4, 5, 6], id="all levels"),
    pytest.param(["g", "h", "i", "j"], [0, 0, 0, 0], id="i after h"),
    pytest.param(
        ["h", "1", "A", "i", "ii", "i"], [0, 1, 2, 3, 3, 0], id="i below h, then after it"
    ),
    pytest.param(["1", "A", "i", "I", "II", "ii", "B"], [1, 2, 3, 4, 4, 3, 2], id="I below i"),
    pytest.param(["G", "H", "I", "J"], [2, 2, 2, 2], id="I after H"),
    pytest.param(["u", "v", "w"], [0, 0, 0], id="v after u"),
    pytest.param(["1", "2", "a"], [1, 1, 0], id="without a subsection before"),
]


@pytest.mark.parametrize(("labels", "wanted"), COUNTS)
def test_levels(labels: list[str], wanted: list[int]) -> None:
    levels = Levels()
    following = [*labels[1:], ""]
    first = {"g": "subsection", "h": "subsection", "u": "subsection", "G": "subparagraph"}
    announced = named(f"add the following new {first.get(labels[0], 'words')}:")
    found = [levels.place(x, y, announced) for x, y in zip(labels, following, strict=True)]
    assert found == wanted


def test_a_word_in_brackets_is_no_number() -> None:
    assert Levels().place("xyz", "") is None


BLANKS = {
    "blanks": " " * 50_000 + "x",
    "open quotations": "``" * 25_000 + "x",
    "a heading without end": "SEC. 2. " + "A " * 25_000,
    "numbers in numbers": "(a) " * 3_000 + "x",
    "marks of deletion": "&lt;DELETED&gt; x " * 3_000,
    "words struck one by one": "&lt;DELETED&gt;x&lt;/DELETED&gt; y " * 3_000,
    "contents": "contents " * 6_000 + "x",
}


@pytest.mark.parametrize("body", BLANKS.values(), ids=BLANKS.keys())
def test_long_lines_take_no_longer_than_they_are(tmp_path: Path, body: str) -> None:
    drafted(tmp_path, f"SECTION 1. LAMPS.\n\n    Lamps.\n    {body}\n")


def test_no_bill(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("SEC. 2. LAMPS.\n\nNobody enacts this.\n", encoding="utf-8")
    with pytest.raises(StructureError, match="neither enacting nor resolving words"):
        ingest(read(path), ABOUT, "us-bill")
