"""Drafts written as Akoma Ntoso: always valid, readable as the standard, back to the letter."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from lxml import etree

from tests.strategies import drafts
from tracker.akn import build, parse, validate
from tracker.akn.names import akn
from tracker.errors import AknError
from tracker.model import Draft, Furniture, Mark, Provision, Source, Span

SOURCE = Source("draft.txt", "ab" * 32, "text", 10, address="https://example.org/draft")


def draft(*provisions: Provision, **other: object) -> Draft:
    """A draft of these provisions."""
    made = Draft(
        negotiation="made-up",
        symbol="A/CONF.9/2",
        date="2031-02-03",
        language="en",
        title="Convention on examples",
        convention="un-treaty",
        source=SOURCE,
        provisions=provisions,
    )
    return replace(made, **other)


def body_of(made: Draft) -> etree._Element:
    """What stands beside the meta, as a tree without white space between elements."""
    root = etree.fromstring(build(made), etree.XMLParser(remove_blank_text=True))
    bill = root[0]
    bill.remove(bill[0])
    return bill


@given(drafts())
def test_parse_gives_back_what_build_wrote(made: Draft) -> None:
    raw = build(made)
    assert parse(raw, "made.xml") == made
    assert validate(raw) == []
    assert build(parse(raw, "made.xml")) == raw


def test_kinds_become_the_elements_of_the_standard() -> None:
    made = draft(
        Provision("longTitle", "longTitle", text="A draft about examples"),
        Provision("cit_nn_1", "citation", text="Having regard to the example,"),
        Provision("rec_1", "recital", "(1)", text="Examples help."),
        Provision("formula", "formula", text="Have agreed:"),
        Provision("chp_I", "chapter", "Chapter I", "General"),
        Provision("art_1", "article", "Article 1", "Use", parent="chp_I"),
        Provision("p", "paragraph", "1.", text="They are\nshown:", parent="art_1"),
        Provision("a", "point", "(a)", text="often;", parent="p"),
        Provision("w", "wrapUp", text="by all.", parent="p"),
        Provision("e", "formula", text="Binding in its entirety."),
        Provision("c", "conclusions", text="Done at Exampleton."),
        Provision("att_1", "attachment", "Annex", "Forms", text="See below."),
        Provision("att_1__art_1", "article", "Article 1", text="A form.", parent="att_1"),
    )
    bill = body_of(made)
    where = {
        "longTitle": "preface/longTitle",
        "cit_nn_1": "preamble/citations/citation",
        "rec_1": "preamble/recitals/recital",
        "formula": "preamble/formula",
        "chp_I": "body/chapter",
        "art_1": "body/chapter/article",
        "p": "body/chapter/article/paragraph",
        "a": "body/chapter/article/paragraph/point",
        "w": "body/chapter/article/paragraph/wrapUp",
        "e": "conclusions/formula",
        "c": "conclusions/blockContainer",
        "att_1": "attachments/attachment",
        "att_1__art_1": "attachments/attachment/doc/mainBody/article",
    }
    for eid, path in where.items():
        found = bill.findall("/".join(akn(tag) for tag in path.split("/")))
        assert eid in [element.get("eId") for element in found], eid
    shown = bill.findall(f".//{akn('paragraph')}/{akn('intro')}/{akn('p')}")
    assert [p.text for p in shown] == ["They are", "shown:"]


def test_what_has_no_place_carries_its_kind() -> None:
    made = draft(
        Provision("rec", "recital", text="Whereas:"),
        Provision("a", "point", "(a)", text="a point of a recital", parent="rec"),
        Provision("x", "schedule", "1", text="a schedule"),
    )
    bill = body_of(made)
    point = bill.find(f".//{akn('recital')}/{akn('blockContainer')}")
    schedule = bill.find(f"{akn('body')}/{akn('hcontainer')}")
    assert point is not None
    assert point.get("class") == "point"
    assert schedule is not None
    assert schedule.get("name") == "schedule"


def test_marks_are_shown() -> None:
    text = "States [shall [not] act]"
    marks = (
        Mark("bracket", 7, 24),
        Mark("bracket", 14, 19, by="Utopia", date="2031-02-03"),
        Mark("struck", 15, 22),
        Mark("agreed", 0, 24, printed="[agreed ad referendum]"),
    )
    paragraph = body_of(draft(Provision("p", "paragraph", text=text, marks=marks))).find(
        f".//{akn('p')}"
    )
    assert paragraph is not None
    written = etree.tostring(paragraph, encoding="unicode").replace(
        ' xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"', ""
    )
    assert written == (
        '<p><inline name="agreed" class="agreed">States '
        '<inline name="bracket" class="bracket">[shall '
        '<inline name="bracket" class="bracket" title="Utopia, 2031-02-03">'
        '[<del class="struck">not]</del></inline><del class="struck"> ac</del>t]'
        '</inline></inline><remark class="agreed">[agreed ad referendum]</remark></p>'
    )


def test_a_remark_on_nothing_is_shown_and_is_no_text() -> None:
    mark = Mark("agreed", 0, 0, printed="[agreed]")
    made = draft(Provision("art_1", "article", "Article 1", marks=(mark,)))
    assert b"<remark" in build(made)
    assert parse(build(made), "made.xml").provisions[0].text == ""


def test_brackets_without_end_are_read_again() -> None:
    marks = tuple(Mark("bracket", n, 600 - n) for n in range(300))
    made = draft(Provision("p", "paragraph", text="[" * 300 + "]" * 300, marks=marks))
    assert parse(build(made), "made.xml") == made


def test_identifiers() -> None:
    root = etree.fromstring(build(draft(Provision("p", "paragraph", text="x")), country="un"))
    uris = [element.get("value") for element in root.iter(akn("FRBRuri"))]
    assert uris == [
        "/akn/un/bill/made-up",
        "/akn/un/bill/made-up/eng@2031-02-03/A%2FCONF.9%2F2",
        f"/akn/un/bill/made-up/eng@2031-02-03/A%2FCONF.9%2F2/{'ab' * 32}.text",
    ]


def test_an_eid_may_be_any_word() -> None:
    made = draft(Provision("tracker", "article"), Provision("negotiators", "article"))
    assert parse(build(made), "made.xml") == made


P = Provision("p", "paragraph", text="x")
REFUSED = {
    "control character": (draft(replace(P, text="a\x02b")), "provision 'p': character U+0002 at 1"),
    "in a heading": (draft(replace(P, heading="\x00")), "U+0000"),
    "half a surrogate": (draft(replace(P, num="\ud800")), "U+D800"),
    "in a page": (draft(P, pages=("ok", "\x0c")), "page 2: character U+000C at 0"),
    "in furniture": (draft(P, furniture=(Furniture("footnote", "\x1f", 4, 0, 1),)), "page 4"),
    "in a mark": (draft(replace(P, marks=(Mark("note", 0, 0, "\ufffe"),))), "a mark of"),
    "no date": (draft(P, date="2031-02-30"), "2031-02-30"),
    "date of another form": (draft(P, date="20310203"), "YYYY-MM-DD"),
    "empty eId": (draft(replace(P, eid="")), "white space"),
    "eId with a space": (draft(replace(P, eid="art 1")), "white space"),
    "eId twice": (draft(P, P), "stands twice"),
    "parent behind": (draft(replace(P, parent="q"), replace(P, eid="q")), "does not come before"),
    "parent of itself": (draft(replace(P, parent="p")), "does not come before"),
    "text too long": (draft(P, pages=("x" * 10_000_001,)), "10000001 characters"),
    "too deep": (
        draft(*(Provision(f"e{n}", "list", parent=f"e{n - 1}" if n else None) for n in range(201))),
        "more than 200 deep",
    ),
    "annexes too deep": (
        draft(
            *(
                Provision(f"e{n}", "attachment", parent=f"e{n - 1}" if n else None)
                for n in range(190)
            )
        ),
        "not read again",
    ),
}


@pytest.mark.parametrize(("made", "why"), REFUSED.values(), ids=REFUSED.keys())
def test_refused(made: Draft, why: str) -> None:
    with pytest.raises(AknError) as error:
        build(made)
    assert why in str(error.value)
    assert "\n" not in str(error.value)


def test_the_deepest_that_is_written_is_read() -> None:
    parents = [None, *(f"e{n}" for n in range(199))]
    made = draft(*(Provision(f"e{n}", "list", parent=p) for n, p in enumerate(parents)))
    assert parse(build(made), "made.xml") == made


def test_spans_come_back() -> None:
    span = (Span(0, 1, 3, 9), Span(7, 2, 0, 12))
    made = draft(replace(P, spans=span, num_spans=span[:1], heading_spans=span[1:]))
    assert parse(build(made), "made.xml").provisions == made.provisions
