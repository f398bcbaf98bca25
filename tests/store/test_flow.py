"""What became of articles: every one leaves once and arrives once, whatever the links say."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable
from dataclasses import fields
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.store.flow import RUN, flow
from tracker.store.keys import comparison_key
from tracker.store.records import DraftRow
from tracker.store.records.flow import ARRIVES, FATES, LEAVES, Flow

# A provision: its eId, that of what holds it, whether it is an article, its words.
Unit = tuple[str, str, bool, int]
# A link: two eIds ("" for none), the relation, the score.
Link = tuple[str, str, str, float]


def draft(symbol: str) -> DraftRow:
    """A draft of which nothing but the id matters here."""
    given = dict.fromkeys((field.name for field in fields(DraftRow)), "")
    return DraftRow(**{**given, "id": symbol, "symbol": symbol})


def made(
    *drafts: list[Unit], links: list[list[Link]], findings: Iterable[tuple[int, str, bool]] = ()
) -> Flow:
    """The flow between drafts, and the links between each and the next; `findings` of the first
    step by the place of their link, with their kind and whether they are certain."""
    conn = sqlite3.connect(":memory:")
    conn.row_factory = sqlite3.Row
    conn.executescript(
        "CREATE TABLE provisions (id, draft_id, parent_id, ordinal, is_article, number, heading, "
        "eid, address, word_count, kind, text); CREATE TABLE comparisons (id, old_draft_id, "
        "new_draft_id); CREATE TABLE links "
        "(comparison_id, id, old_provision_id, new_provision_id, relation, score, certain, "
        "ordinal INTEGER GENERATED ALWAYS AS (id)); CREATE TABLE findings (link_id, certain, kind, "
        "comparison_id, rank INTEGER GENERATED ALWAYS AS (link_id)); CREATE TABLE finding_places "
        "(place_link_id, link_id); CREATE TABLE drafts (id, negotiation_id, language); "
        "CREATE TABLE analyses (negotiation_id, language)"
    )
    rounds = [draft(f"D/{n}") for n in range(len(drafts))]
    for row, units in zip(rounds, drafts, strict=True):
        for ordinal, (eid, parent, article, words) in enumerate(units):
            above = f"{row.id}#{parent}" if parent else None
            own = (f"{row.id}#{eid}", row.id, above, ordinal, article, eid, "", eid, eid, words)
            values = (*own, "section" if article else "point", "words")
            conn.execute(f"INSERT INTO provisions VALUES ({','.join('?' * 12)})", values)
    for old, new, some in zip(rounds[:-1], rounds[1:], links, strict=True):
        key = comparison_key(old.id, new.id)
        conn.execute("INSERT INTO comparisons VALUES (?, ?, ?)", (key, old.id, new.id))
        for ordinal, (a, b, relation, score) in enumerate(some, start=1):
            ends = (f"{old.id}#{a}" if a else None, f"{new.id}#{b}" if b else None)
            values = (key, ordinal, *ends, relation, score, score >= 0.7)
            conn.execute("INSERT INTO links VALUES (?, ?, ?, ?, ?, ?, ?)", values)
    first = comparison_key(*(one.id for one in rounds[:2])) if links else ""
    for place, kind, certain in findings:
        n = place + 1
        conn.execute("INSERT INTO findings VALUES (?, ?, ?, ?)", (n, certain, kind, first))
        conn.execute("INSERT INTO finding_places VALUES (?, ?)", (n, n))
    found = flow(conn, rounds)
    conn.close()
    assert found is not None
    return found


def told(found: Flow) -> list[tuple[str, str, str, bool]]:
    """The ways of the first step: fate, from, to, whether certain."""
    return [
        (
            way.fate,
            way.old.number if way.old else "",
            way.new.number if way.new else "",
            way.certain,
        )
        for way in found.steps[0].ways
    ]


def article(eid: str, chapter: str = "", words: int = 10) -> Unit:
    return (eid, chapter, True, words)


def inside(eid: str, of: str, words: int) -> Unit:
    return (eid, of, False, words)


CHAPTERS: list[Unit] = [inside("I", "", 0), inside("II", "", 0)]
CASES: dict[str, tuple[list[Unit], list[Unit], list[Link], list[tuple[str, str, str, bool]]]] = {
    "kept, renumbered, moved": (
        [article("1"), article("2"), article("3")],
        [article("1"), article("4"), article("5")],
        [("1", "1", "same", 1.0), ("2", "4", "renumbered", 0.9), ("3", "5", "moved", 0.5)],
        [("kept", "1", "1", True), ("renumbered", "2", "4", True), ("moved", "3", "5", False)],
    ),
    "split: the surest goes on, the other came out of it": (
        [article("1")],
        [article("1"), article("2")],
        [("1", "1", "split", 0.8), ("1", "2", "split", 0.9)],
        [("split", "1", "2", True), ("parted", "1", "1", True)],
    ),
    "merged: the surest goes on, the other joined it": (
        [article("1"), article("2")],
        [article("9")],
        [("1", "9", "merged", 0.6), ("2", "9", "merged", 0.9)],
        [("joined", "1", "9", False), ("merged", "2", "9", True)],
    ),
    "one was merged with a part of another that was split": (
        [article("1"), article("2")],
        [article("8"), article("9")],
        [("1", "8", "merged", 0.9), ("2", "8", "merged", 0.8), ("2", "9", "split", 0.85)],
        [("merged", "1", "8", True), ("split", "2", "9", True)],
    ),
    "an article that became a paragraph": (
        [article("1")],
        [article("5", words=30), inside("5(2)", "5", 10)],
        [("1", "5(2)", "demoted", 0.9), ("", "5", "inserted", 0.0)],
        [("joined", "1", "5", True), ("new", "", "5", True)],
    ),
    "a paragraph that became an article": (
        [article("5"), inside("5(2)", "5", 10)],
        [article("5"), article("6")],
        [("5", "5", "same", 1.0), ("5(2)", "6", "promoted", 0.9)],
        [("kept", "5", "5", True), ("parted", "5", "6", True)],
    ),
    "no link, but most of its words stand in another": (
        [article("1", words=1), inside("1(1)", "1", 30), inside("1(2)", "1", 9)],
        [article("5"), inside("5(2)", "5", 30)],
        [("1", "", "deleted", 0.0), ("1(1)", "5(2)", "moved", 0.9), ("", "5", "inserted", 0.0)],
        [("joined", "1", "5", True), ("parted", "1", "5", True)],
    ),
    "no link, and few of its words stand in another: dropped": (
        [article("1", words=1), inside("1(1)", "1", 3), inside("1(2)", "1", 9)],
        [article("5", words=40), inside("5(2)", "5", 3)],
        [("1", "", "deleted", 0.0), ("1(1)", "5(2)", "moved", 0.9), ("", "5", "inserted", 0.0)],
        [("dropped", "1", "", True), ("new", "", "5", True)],
    ),
    "nothing is linked": (
        [article("1")],
        [article("1")],
        [("1", "", "deleted", 0.0), ("", "1", "inserted", 0.0)],
        [("dropped", "1", "", True), ("new", "", "1", True)],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_ways(case: str) -> None:
    old, new, links, expected = CASES[case]
    assert told(made(old, new, links=[links])) == expected


def test_what_stands_elsewhere_of_a_dropped_article_is_named() -> None:
    old, new, links, _ = CASES["no link, and few of its words stand in another: dropped"]
    dropped, new_one = made(old, new, links=[links]).steps[0].ways
    assert [one.number for one in dropped.beside] == ["5"]
    assert [one.number for one in new_one.beside] == ["1"]


def groups(found: Flow, of: int = 0) -> list[tuple[str, str, int]]:
    return [(one.number, one.last, one.articles) for one in found.drafts[of].groups]


def test_articles_stand_in_their_chapter_or_in_none() -> None:
    units = [article("0"), *CHAPTERS, article("1", "I"), inside("s", "II", 0), article("2", "s")]
    found = made(units, units, links=[[]])
    assert groups(found) == [("", "", 1), ("I", "", 1), ("II", "", 1)]
    assert [one.kinds for one in found.drafts] == [("section",), ("section",)]


def test_what_holds_everything_tells_nothing() -> None:
    units = [inside("book", "", 0), *((eid, "book", no, n) for eid, _, no, n in CHAPTERS)]
    units += [article("1", "I"), article("2", "II")]
    assert groups(made(units, units, links=[[]])) == [("I", "", 1), ("II", "", 1)]


def test_a_draft_without_chapters_is_cut_into_runs() -> None:
    units = [article(f"{n}") for n in range(1, RUN + 4)]
    found = made(units, units[:RUN], links=[[]])
    assert groups(found) == [("1", f"{RUN}", RUN), (f"{RUN + 1}", f"{RUN + 3}", 3)]
    assert groups(found, 1) == [("", "", RUN)]


def test_drafts_that_were_not_compared() -> None:
    conn = sqlite3.connect(":memory:")
    conn.execute(
        "CREATE TABLE provisions (id, draft_id, parent_id, ordinal, is_article, number, heading, "
        "eid, address, word_count, kind)"
    )
    conn.execute("CREATE TABLE comparisons (id)")
    assert flow(conn, [draft("A"), draft("B")]) is None
    conn.close()


@st.composite
def texts(draw: st.DrawFn) -> list[Unit]:
    """A draft of articles with paragraphs, in chapters or none."""
    units = list(CHAPTERS)
    for n in range(draw(st.integers(0, 14))):
        units.append(
            article(f"{n}", draw(st.sampled_from(["", "I", "II"])), draw(st.integers(0, 9)))
        )
        for m in range(draw(st.integers(0, 2))):
            units.append(inside(f"{n}({m})", f"{n}", draw(st.integers(0, 9))))
    return units


@st.composite
def drafts_with_links(draw: st.DrawFn) -> tuple[list[list[Unit]], list[list[Link]]]:
    every = draw(st.lists(texts(), min_size=2, max_size=4))
    relations = ("same", "renumbered", "moved", "split", "merged", "demoted", "promoted")
    links = []
    for old, new in pairwise(every):
        ends = st.tuples(*(st.sampled_from([unit[0] for unit in side]) for side in (old, new)))
        scores = st.sampled_from([0.3, 0.6, 0.7, 0.9, 1.0])
        one = st.tuples(ends, st.sampled_from(relations), scores)
        links.append([(*pair, how, sure) for pair, how, sure in draw(st.lists(one, max_size=20))])
    return every, links


@given(drafts_with_links())
def test_every_article_leaves_once_and_arrives_once(
    drawn: tuple[list[list[Unit]], list[list[Link]]],
) -> None:
    every, links = drawn
    found = made(*every, links=links)
    for at, step in enumerate(found.steps):
        held = [[unit[0] for unit in draft if unit[2]] for draft in every[at : at + 2]]
        leave = [way.old.number for way in step.ways if way.old and way.fate in LEAVES]
        arrive = [way.new.number for way in step.ways if way.new and way.fate in ARRIVES]
        assert leave == held[0]
        assert sorted(arrive) == sorted(held[1])
        assert (found.drafts[at].articles, found.drafts[at + 1].articles) == tuple(map(len, held))
        for way in step.ways:
            assert (way.old is None) == (way.fate == "new")
            assert (way.new is None) == (way.fate == "dropped")
            assert way.old is None or way.old.group < len(found.drafts[at].groups)
            assert way.new is None or way.new.group < len(found.drafts[at + 1].groups)
        assert Counter(way.fate for way in step.ways).keys() <= set(FATES)


@pytest.mark.parametrize(
    ("findings", "certain"),
    [
        pytest.param([], (True, True), id="nothing is told"),
        pytest.param([(0, "gone", True), (1, "new", True)], (True, True), id="told for sure"),
        pytest.param([(0, "gone", False), (1, "new", False)], (False, False), id="possibly"),
        pytest.param([(0, "safeguard", False), (1, "new", True)], (False, True), id="a protection that is possibly gone"),
        pytest.param([(0, "gone", True), (1, "function", False)], (True, True), id="what it was before is open"),
    ],
)  # fmt: skip
def test_what_a_finding_doubts_is_no_surer_here(
    findings: list[tuple[int, str, bool]], certain: tuple[bool, bool]
) -> None:
    """Where a file lacks the words of articles, what is dropped or new is only possibly so."""
    links = [[("a", "", "deleted", 0.0), ("", "b", "inserted", 0.0)]]
    found = made([article("a")], [article("b")], links=links, findings=findings)
    assert [(fate, sure) for fate, _, _, sure in told(found)] == [
        ("dropped", certain[0]),
        ("new", certain[1]),
    ]
