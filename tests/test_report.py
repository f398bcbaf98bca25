"""The reading report: every visible character in one place, and no fault hidden."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given

from tests.drafts import outline
from tests.golden.make import FOLDER, draft
from tests.ingesters.tracing import left_over
from tests.strategies import drafts
from tracker.ingesters import About, ingest
from tracker.kinds import PLACES
from tracker.model import Draft, Furniture, Mark, Provision, Span
from tracker.read import read
from tracker.report import FAULTS, HYPHEN, LOST, TWICE, ReadingReport, report

ROOT = Path(__file__).resolve().parent.parent
PAGE = "Article 1\nLamps burn by ni-\nght [agreed]\n7"


def page_draft(**other: object) -> Draft:
    """One article on one page, each character of which has its place."""
    made = outline("art_1 | Article 1 | | Lamps burn by night")
    mark = Mark("agreed", 0, 19, "[agreed]", spans=(Span(0, 1, 32, 40),))
    article = replace(
        made.provisions[0],
        num_spans=(Span(0, 1, 0, 9),),
        spans=(Span(0, 1, 10, 26), Span(16, 1, 28, 31)),
        marks=(mark,),
    )
    furniture = (Furniture("page-number", "7", 1, 41, 42),)
    made = replace(made, provisions=(article,), furniture=furniture, pages=(PAGE,))
    return replace(made, **other)


def counts(found: ReadingReport) -> dict[str, int]:
    return {one.place: one.characters for one in found.shares}


def test_each_character_has_its_place() -> None:
    found = report(page_draft())
    assert list(counts(found).items()) == [
        ("number", 8),
        ("text", 16),
        ("mark", 8),
        ("page-number", 1),
        ("hyphen", 1),
    ]
    assert found.characters == 34
    assert found.errors == ()
    assert found.provisions == (("article", 1),)
    assert found.marks == (("agreed", 1),)
    assert [one.share for one in found.shares][-1] == pytest.approx(1 / 34)


ARTICLE = page_draft().provisions[0]
TWO = (Furniture("page-number", "7", 1, 41, 42), Furniture("footnote", "7", 1, 41, 42))
FAULTY: dict[str, tuple[dict[str, object], str, str]] = {
    "lost": (
        {"furniture": ()},
        LOST,
        "page 1: 1 characters are in no place, from 41 on: “7”",
    ),
    "claimed twice": (
        {"furniture": TWO},
        TWICE,
        "page 1: 1 characters are claimed twice, from 41 on: “7”",
    ),
    "text and furniture": (
        {"furniture": (*TWO[:1], Furniture("unplaced", "Lamps", 1, 10, 15))},
        TWICE,
        "page 1: 5 characters are claimed twice, from 10 on: “Lamps”",
    ),
    "not in the file": (
        {"provisions": (replace(ARTICLE, text="Lamps burn by night and day"),)},
        "",
        "text of art_1: has words that are not in the file: “ and day”".replace("“ ", "“"),
    ),
    "never traced": (
        {"provisions": (replace(ARTICLE, heading="Lamps"),)},
        "",
        "heading of art_1: has words that are not in the file: “Lamps”",
    ),
    "other words there": (
        {"provisions": (replace(ARTICLE, text="Lumps burn by night"),)},
        "",
        "text of art_1: is not what page 1 holds there",
    ),
    "no such page": (
        {"furniture": (*TWO[:1], Furniture("footnote", "8", 2, 0, 1))},
        "",
        "footnote: is said to stand where nothing is (page 2, 0–1)",
    ),
}


@pytest.mark.parametrize(("other", "place", "said"), FAULTY.values(), ids=FAULTY)
def test_a_fault_is_told(other: dict[str, object], place: str, said: str) -> None:
    found = report(page_draft(**other))
    assert said in found.errors
    assert sum(one.share for one in found.shares) == pytest.approx(1)
    assert found.characters == 34
    assert {one.place for one in found.shares} & set(FAULTS) == ({place} if place else set())


def test_the_words_of_a_mark_may_be_said_of_two_provisions() -> None:
    other = Provision("art_2", "article", marks=ARTICLE.marks)
    assert report(page_draft(provisions=(ARTICLE, other))).errors == ()


def test_unplaced_passages_come_by_page() -> None:
    pieces = (
        Furniture("unplaced", "b", 2, 0, 1),
        Furniture("unplaced", "a", 1, 0, 1),
        Furniture("footnote", "c", 2, 2, 3),
    )
    made = outline("art_1 | | | ")
    found = report(replace(made, furniture=pieces, pages=("a", "b c"), warnings=("Look twice.",)))
    assert [(one.page, one.text) for one in found.unplaced] == [(1, "a"), (2, "b")]
    assert found.warnings == ("Look twice.",)
    assert counts(found) == {"footnote": 1, "unplaced": 2}


def test_an_empty_source_has_no_shares() -> None:
    assert report(outline("art_1 | | | ")).shares == ()


@given(drafts())
def test_the_shares_are_those_of_the_whole_file(made: Draft) -> None:
    found = report(made)
    visible = sum(not character.isspace() for page in made.pages for character in page)
    assert found.characters == visible == sum(one.characters for one in found.shares)
    assert not found.shares or sum(one.share for one in found.shares) == pytest.approx(1)
    owners = claimed(made)
    for place in (LOST, HYPHEN):
        assert counts(found).get(place, 0) == len(owners.get(place, ()))
    assert counts(found).get(TWICE, 0) == len(owners.get(TWICE, ()))
    assert any("in no place" in one for one in found.errors) == (LOST in owners)
    assert any("claimed twice" in one for one in found.errors) == (TWICE in owners)


def claimed(made: Draft) -> dict[str, list[str]]:
    """The visible characters by place, counted one by one."""
    places: dict[tuple[int, int], list[str]] = {}
    claims: list[tuple[str, Span]] = []
    for p in made.provisions:
        claims += [("number", span) for span in p.num_spans]
        claims += [("heading", span) for span in p.heading_spans]
        claims += [("text", span) for span in p.spans]
        claims += [("mark", span) for mark in p.marks for span in mark.spans]
    claims += [(f.kind, Span(0, f.page, f.start, f.end)) for f in made.furniture]
    for place, span in claims:
        fits = span.page <= len(made.pages) and span.start <= span.end
        if fits and span.end <= len(made.pages[span.page - 1]):
            for n in range(span.start, span.end):
                there = places.setdefault((span.page, n), [])
                if there != ["mark"] or place != "mark":
                    there.append(place)
    found: dict[str, list[str]] = {}
    for number, page in enumerate(made.pages, 1):
        for n, character in enumerate(page):
            if not character.isspace():
                there = places.get((number, n), [])
                ends = character in "-\u2010\u00ad" and page[n + 1 : n + 2] in ("\n", "")
                nowhere = HYPHEN if ends else LOST
                place = there[0] if len(there) == 1 else TWICE if there else nowhere
                found.setdefault(place, []).append(character)
    return found


@pytest.mark.parametrize("name", sorted(path.name for path in FOLDER.glob("*.txt")))
def test_golden_texts_have_no_fault(name: str) -> None:
    made = draft(name)
    found = report(made)
    assert found.errors == ()
    assert left_over(made) == ""
    assert not set(counts(found)) & set(FAULTS)
    assert set(counts(found)) <= PLACES.keys()


KEEPING = {
    "Furniture",
    "as_furniture",
    "whole",
    "_aside",
    "_furnish",
    "_furniture",
    "_keep",
    "_part",
}
"""Functions of the ingesters that are told of what kind a piece of furniture is."""
TELLING = {"_by_form", "_kind", "_origin", "_title_or_origin"}
"""Functions that answer with one."""


def _kinds_kept(path: Path) -> Iterator[str]:
    """The kinds of furniture that stand in the source of an ingester, as far as it names them."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            name = getattr(node.func, "id", None) or getattr(node.func, "attr", None)
            if name in KEEPING:
                yield from _texts_in(node.args[:2])
        elif isinstance(node, ast.FunctionDef) and node.name in TELLING:
            answers = [n.value for n in ast.walk(node) if isinstance(n, ast.Return) and n.value]
            yield from _texts_in(answers)
        elif isinstance(node, ast.Assign | ast.AnnAssign):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            named = any(getattr(t, "id", "") in ("FURNITURE", "_REGIONS") for t in targets)
            if named and isinstance(node.value, ast.Dict):
                yield from _texts_in(node.value.values)
            if any(_is_found(target) for target in targets) and node.value:
                yield from _texts_in([node.value])


def _texts_in(nodes: Iterable[ast.expr]) -> Iterator[str]:
    """Texts that are values by themselves, not parts of a call."""
    for node in nodes:
        if isinstance(node, ast.IfExp):
            yield from _texts_in((node.body, node.orelse))
        elif isinstance(node, ast.BoolOp):
            yield from _texts_in(node.values)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value:
            yield node.value


def _is_found(target: ast.expr) -> bool:
    """Whether a kind is put on record for a line: `found[id(line)]`."""
    return (
        isinstance(target, ast.Subscript)
        and isinstance(target.slice, ast.Call)
        and getattr(target.slice.func, "id", "") == "id"
    )


def test_every_kind_that_an_ingester_names_has_words() -> None:
    """As do those of each draft in the tests of the ingesters: see `check_traced`."""
    kept = {
        kind: path.name
        for path in (ROOT / "tracker" / "ingesters").rglob("*.py")
        for kind in _kinds_kept(path)
    }
    assert {"distribution", "comment", "side-note", "footnote", "cover"} <= kept.keys()
    assert {kind: name for kind, name in kept.items() if kind not in PLACES} == {}


def test_every_place_has_words_in_plain_english() -> None:
    for place, (name, meaning) in PLACES.items():
        assert name[0].islower(), place
        assert meaning.endswith("."), place
        assert "-" not in name, place
    assert set(FAULTS) < PLACES.keys()


REAL = (
    "bbnj/bbnj-2023-en.pdf",
    "bbnj/fish-stocks-agreement-1995.pdf",
    "gdpr/regulation-2016-679.en.txt",
    "ireland-bill-35-2014/B3514S_akn.xml",
    "ireland-bill-35-2014/B3514S.odt",
    "chile-2023/Texto-aprobado-Consejo-Constitucional_06.10.23.pdf",
)


@pytest.mark.shared
@pytest.mark.usefixtures("pdfs_read_once")
@pytest.mark.parametrize("name", REAL)
def test_real_documents_have_no_fault(shared_data: Path, name: str) -> None:
    made = ingest(read(shared_data / name), About("made-up", "A/1", "2031-02-03"))
    found = report(made)
    visible = sum(len("".join(page.split())) for page in made.pages)
    assert visible > 50_000
    assert found.characters == visible == sum(one.characters for one in found.shares)
    assert found.errors == ()
    assert left_over(made) == ""
    # Far the most of each of these documents is what its provisions say.
    assert next(one.share for one in found.shares if one.place == "text") > 0.8
    assert sum(one.share for one in found.shares if one.place == "unplaced") <= 0.005
