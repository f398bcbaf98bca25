"""Reading: what the viewer gets."""

from __future__ import annotations

import shutil
import threading
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.store.helpers import (
    BELLS,
    HAMMERS,
    NEGOTIATION,
    NOISE,
    OBSERVERS,
    PURPOSE,
    SANCTIONS,
    build,
    draft,
    drafts,
    put,
)
from tests.strategies import drafts as any_drafts
from tracker.history import address
from tracker.model import Draft, Negotiation
from tracker.store import Library, open_database
from tracker.store.comparing import in_reading_order
from tracker.store.grids import merged_order
from tracker.store.naming import find
from tracker.store.records import ChangeRow, ProvisionRow
from tracker.store.search import match_expression

KEYS = [f"moon:{one.symbol}@en" for one in drafts()]


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with all four drafts."""
    return build(tmp_path_factory.mktemp("query") / "moon.db", drafts())


@pytest.fixture(scope="module")
def library(database: Path) -> Iterator[Library]:
    """The same, open for reading."""
    with Library(database) as found:
        yield found


def test_negotiations(library: Library) -> None:
    (row,) = library.negotiations()
    assert row == library.negotiation("moon")
    assert (row.title, row.draft_count) == ("Treaty on the quiet of the moon", 4)
    assert (row.first_date, row.last_date) == ("2001-03-01", "2002-09-01")
    assert (row.languages, row.standings) == (("en",), ("paraphrase",))


def test_rounds_say_what_changed(library: Library) -> None:
    rounds = library.rounds("moon")
    assert [round.draft.symbol for round in rounds] == ["M/1", "M/2", "M/3", "M/4"]
    assert [round.articles for round in rounds] == [6, 6, 3, 4]
    assert [round.provisions for round in rounds] == [13, 13, 7, 9]
    assert rounds[0].since_before is None
    last = rounds[3].since_before
    assert last is not None
    assert (last.counts["inserted"], last.counts["deleted"], last.rounds_apart) == (2, 0, 1)
    assert last.words_deleted == 0
    assert rounds[0].draft.name == "Draft M/1"
    assert rounds[0].draft.official_address == "https://example.org/M/1"
    words = sum(len(text.split()) for text in (*PURPOSE[1], *NOISE[1], *HAMMERS[1]))
    words += sum(len(text.split()) for text in (*OBSERVERS[1], *SANCTIONS[1], *BELLS[1]))
    assert rounds[0].draft.word_count == words + 1 + 3 + 3 + 1 + 3 + 1


def test_what_is_not_there(library: Library) -> None:
    assert library.negotiation("sun") is None
    assert library.rounds("sun") == []
    assert library.draft("moon", "M/9") is None
    assert library.draft("moon", "M/1", "fr") is None
    assert library.provisions("x") == []
    assert library.provision("x") is None
    assert library.inside("x") == []
    assert library.report("x") is None
    assert library.comparison(KEYS[1], KEYS[0]) is None
    assert library.change("x") is None
    assert library.thread("x") is None
    assert library.threads("sun").rows == ()
    assert library.resolve("moon", "article 99") is None
    assert library.resolve("sun", "article 1") is None
    assert library.stories("sun") == []
    assert library.facts("sun") == {}
    assert library.claims("sun") == []


def test_provisions_come_in_the_order_of_the_document(library: Library) -> None:
    rows = library.provisions(KEYS[0])
    source = drafts()[0].provisions
    assert [row.eid for row in rows] == [one.eid for one in source]
    assert [row.depth for row in rows] == [1 if one.parent else 0 for one in source]
    assert [row.ordinal for row in rows] == list(range(1, len(source) + 1))
    assert [row.text for row in rows] == [one.text for one in source]
    assert [[mark.kind for mark in row.marks] for row in rows[:3]] == [
        [],
        ["agreed", "bracket"],
        [],
    ]
    assert rows[1].marks[0] == replace(source[1].marks[0], spans=())
    assert all(row.address == address(row.id) for row in rows)
    assert all(row.is_article == (row.kind == "article") for row in rows)
    assert library.inside(rows[0].id) == rows[:2]
    assert library.provision(rows[3].id) == rows[3]


def test_the_report_counts_what_has_no_place(library: Library) -> None:
    report = library.report(KEYS[0])
    assert report is not None
    assert report.counts == {"unplaced": 1}
    assert [piece.text for piece in report.unplaced] == ["stray"]
    characters = sum(not one.isspace() for one in drafts()[0].pages[0])
    assert report.draft.unplaced_share == pytest.approx(5 / characters, abs=1e-6)
    assert [source.current for source in report.sources] == [True]


def test_a_comparison_shows_the_deleted_where_it_stood(library: Library) -> None:
    page = library.comparison(KEYS[1], KEYS[2])
    assert page is not None
    shown = [((row.new or row.old).eid, row.relation == "deleted") for row in page.rows]
    gone = [place for place, (_, deleted) in enumerate(shown) if deleted]
    # The article on hammers is not among them: it is a paragraph of another article now.
    assert [shown[place][0] for place in gone] == [
        "art_3__para_2",
        "art_4",
        "art_4__para_1",
        "art_6",
        "art_6__para_1",
    ]
    assert [shown[place] for place in (1, 3)] == [
        ("art_1__para_1", False),
        ("art_2__para_1", False),
    ]
    assert (page.old.symbol, page.new.symbol) == ("M/2", "M/3")
    assert Counter(row.relation for row in page.rows) == {
        relation: n for relation, n in page.comparison.counts.items() if n
    }


@pytest.mark.parametrize("old", range(3))
@pytest.mark.parametrize("new", range(1, 4))
def test_hunks_give_back_both_texts(library: Library, old: int, new: int) -> None:
    page = library.comparison(KEYS[old], KEYS[new])
    if old >= new:
        assert page is None
        return
    assert page is not None
    for row in page.rows:
        before = "".join(hunk.text for hunk in row.text if hunk.operation != "insert")
        after = "".join(hunk.text for hunk in row.text if hunk.operation != "delete")
        if row.relation not in ("demoted", "promoted"):
            assert before == (row.old.text if row.old else "")
            assert after == (row.new.text if row.new else "")
        assert library.change(row.link_id) == row


@settings(max_examples=50)
@given(one=any_drafts(), other=any_drafts())
def test_a_comparison_shows_every_provision(
    tmp_path_factory: pytest.TempPathFactory, one: Draft, other: Draft
) -> None:
    path = tmp_path_factory.mktemp("any") / "any.db"
    older = replace(one, negotiation="any", symbol="A", date="2001-01-01", language="en")
    newer = replace(other, negotiation="any", symbol="B", date="2002-01-01", language="en")
    with open_database(path) as store:
        store.put_negotiation(Negotiation("any", "Any"))
        put(store, newer)
        put(store, older)
    with Library(path) as library:
        page = library.comparison("any:A@en", "any:B@en")
        assert page is not None
        new = [row.new.id for row in page.rows if row.new]
        assert list(dict.fromkeys(new)) == [f"any:B@en#{p.eid}" for p in newer.provisions]
        old = {row.old.id for row in page.rows if row.old}
        assert old == {f"any:A@en#{p.eid}" for p in older.provisions}
        assert len({row.link_id for row in page.rows}) == len(page.rows)
        grid = library.threads("any")
        cells = [cell.provision_id for row in grid.rows for column in row.cells for cell in column]
        assert sorted(cells) == sorted({*old, *new})
        for key in cells:
            thread = library.thread(address(key))
            assert thread is not None
            assert thread.asked.id == key
            assert key in [member.provision.id for member in thread.members]


def provision(eid: str, parent: str = "", depth: int = 0) -> ProvisionRow:
    """A provision of which only its place matters."""
    return ProvisionRow(
        eid, "d", eid, 1, "point", False, eid, "", "", parent or None, depth, 1, "", "", 0, "", None
    )


def row(old: ProvisionRow | None, new: ProvisionRow | None, relation: str = "same") -> ChangeRow:
    """A row of which only its ends matter."""
    return ChangeRow(
        f"{old and old.eid}>{new and new.eid}", relation, 1.0, True, (), old, new, None,
        (), (), 0, 0, False, False, False, False,
    )  # fmt: skip


def test_reading_order() -> None:
    a, a1, a2, b, b1, c, d = (
        provision("a"),
        provision("a1", "a", 1),
        provision("a2", "a", 1),
        provision("b"),
        provision("b1", "b", 1),
        provision("c"),
        provision("d"),
    )
    new_a, new_a2, new_d, new_c = (
        provision("A"),
        provision("A2", "A", 1),
        provision("D"),
        provision("C"),
    )
    rows = [
        row(a, new_a),
        row(a2, new_a2),
        row(d, new_d, "moved"),
        row(c, new_c),
        row(a1, None, "deleted"),
        row(b, None, "deleted"),
        row(b1, None, "deleted"),
    ]
    ordered = in_reading_order(rows, [a, a1, a2, b, b1, c, d], [new_a, new_a2, new_d, new_c])
    assert [one.link_id for one in ordered] == [
        "a>A", "a1>None", "a2>A2", "b>None", "b1>None", "d>D", "c>C",
    ]  # fmt: skip
    # What stood before everything that is left comes first.
    first = in_reading_order([row(a, None, "deleted"), row(c, new_c)], [a, c], [new_c])
    assert [one.link_id for one in first] == ["a>None", "c>C"]
    # A neighbour that moved away does not take the deleted along.
    apart = [row(a, new_a), row(d, new_d, "moved"), row(b, None, "deleted"), row(c, new_c)]
    found = in_reading_order(apart, [a, d, b, c], [new_d, new_a, new_c])
    assert [one.link_id for one in found] == ["d>D", "a>A", "b>None", "c>C"]


def test_a_thread_goes_through_all_rounds(library: Library) -> None:
    noise = library.resolve("moon", "article 2")
    assert noise is not None
    page = library.thread(noise.address)
    assert page is not None
    assert page.asked == noise
    assert [member.provision.number for member in page.members] == [
        "Article 2", "Article 3", "Article 2", "Article 2",
    ]  # fmt: skip
    assert [round.draft.symbol for round in page.rounds] == ["M/1", "M/2", "M/3", "M/4"]
    assert page.id == address("moon:M/1@en#art_2")
    assert all(library.thread(member.provision.address).id == page.id for member in page.members)
    first, second, third, _ = page.members
    assert (first.from_provision, first.changes, first.changed_words) == (None, (), None)
    assert second.from_provision == first.provision
    assert second.relation in ("moved", "renumbered")
    assert second.changed_words == 0
    assert third.changed_words == len(NOISE[1][1].split())
    assert [change.relation for change in third.changes][-1] == "deleted"
    assert third.changes[0].new == third.provision
    assert page.changed_words == third.changed_words
    assert (page.rounds_present, page.rounds_missed) == (4, 0)


def test_a_provision_that_came_back_is_compared_over_the_gap(library: Library) -> None:
    observers = library.resolve("moon", "article 4")
    assert observers is not None
    page = library.thread(observers.address)
    assert page is not None
    assert [len(round.members) for round in page.rounds] == [1, 1, 0, 1]
    back = page.members[-1]
    assert back.rounds_missed == 1
    assert back.from_provision is not None
    assert back.from_provision.draft_id == KEYS[1]
    words = [(hunk.operation, hunk.text.strip()) for hunk in back.changes[1].text]
    assert ("delete", "shall") in words
    assert ("insert", "may") in words
    assert back.changed_words == 2
    assert page.rounds_missed == 1


def test_facts_and_claims_stand_beside_what_they_are_about(library: Library) -> None:
    sanctions = library.resolve("moon", "article 3")
    assert sanctions is not None
    page = library.thread(sanctions.address)
    assert page is not None
    said = {member.provision.draft_id: member.claims for member in page.members if member.claims}
    assert said == {KEYS[2]: (NEGOTIATION.claims[0],)}
    assert all(member.facts == () for member in page.members)
    assert library.claims("moon") == list(NEGOTIATION.claims)
    assert library.claims("moon", "M/1") == [NEGOTIATION.claims[1]]
    assert library.stories("moon") == list(NEGOTIATION.stories)
    facts = library.facts("moon")
    assert list(facts) == ["M/1", "M/2", "M/3", "M/4"]
    assert facts["M/2"] == list(NEGOTIATION.rounds[1].facts)
    assert library.facts("moon", "M/2") == {"M/2": facts["M/2"]}


def test_the_grid_keeps_what_was_dropped_in_its_place(library: Library) -> None:
    grid = library.threads("moon", articles_only=True)
    assert [one.symbol for one in grid.drafts] == ["M/1", "M/2", "M/3", "M/4"]
    numbers = {
        row.label: [cell[0].number.removeprefix("Article ") if cell else "" for cell in row.cells]
        for row in grid.rows
    }
    assert numbers["Article 4 Observers"] == ["4", "4", "", "4"]
    assert numbers["Article 2 Criminalization of noise"] == ["2", "3", "2", "2"]
    labels = list(numbers)
    assert labels.index("Article 1 Purpose") == 0
    observers = grid.rows[labels.index("Article 4 Observers")]
    assert [cell[0].rounds_missed if cell else None for cell in observers.cells] == [0, 0, None, 1]
    assert all(row.is_article for row in grid.rows)
    assert len(library.threads("moon").rows) > len(grid.rows)


@given(st.lists(st.lists(st.sampled_from("abcdefgh"), unique=True), max_size=5))
def test_the_merged_order_has_everything_once_and_keeps_the_newest(orders: list[list[str]]) -> None:
    merged = merged_order(orders)
    assert sorted(merged) == sorted({one for order in orders for one in order})
    if orders:
        assert [one for one in merged if one in orders[-1]] == orders[-1]


@pytest.mark.parametrize(
    ("asked", "eid"),
    [
        ("article 3", "art_3"),
        ("Article 3", "art_3"),
        ("art. 3", "art_3"),
        ("3", "art_3"),
        ("article 3(2)", "art_3__para_2"),
        ("Article 3, paragraph 2", "art_3__para_2"),
        ("3 2.", "art_3__para_2"),
        ("art_3__para_2", "art_3__para_2"),
        (" article  3 ", "art_3"),
        ("", None),
        ("article", None),
        ("article 33", None),
        ("article 3(9)", None),
        ("chapter 3", None),
        ("\x00%'\"", None),
    ],
    ids=str,
)
def test_what_people_call_a_provision(library: Library, asked: str, eid: str | None) -> None:
    found = library.resolve("moon", asked)
    assert (found.eid if found else None) == eid
    if found:
        assert found.draft_id == KEYS[3]


def test_a_number_is_looked_for_in_older_drafts_last(library: Library) -> None:
    found = library.resolve("moon", "article 5")
    assert found is not None
    assert found.draft_id == KEYS[1]
    by_address = library.resolve("moon", address("moon:M/1@en#art_1"))
    assert by_address is not None
    assert by_address.id == "moon:M/1@en#art_1"


def test_a_bare_number_is_an_article_before_a_chapter() -> None:
    chapter = replace(provision("chp_II"), number="Chapter 2", kind="chapter")
    article = replace(
        provision("art_2", "chp_II", 1), number="Article 2", kind="article", is_article=True
    )
    point = replace(provision("art_2__point_a", "art_2", 2), number="(a)")
    everything = [chapter, article, point]
    for asked, eid in (("2", "art_2"), ("chapter 2", "chp_II"), ("article 2 (a)", point.eid)):
        found = find(everything, asked)
        assert found is not None
        assert found.eid == eid


SEARCHES = {
    "one word": ("dishes", {"M/1", "M/2", "M/3", "M/4"}),
    "another form of it": ("dish", {"M/1", "M/2", "M/3", "M/4"}),
    "capitals": ("DISHES", {"M/1", "M/2", "M/3", "M/4"}),
    "two words": ("telescope calibrated", {"M/1", "M/2"}),
    "a phrase": ('"aggravating circumstance"', {"M/3", "M/4"}),
    "not that phrase": ('"circumstance aggravating"', set()),
    "open quotation mark": ('"aggravating', {"M/3", "M/4"}),
    "number": ("Article 5", {"M/1", "M/2"}),
    "operators are words": ("telescope OR hammers", set()),
    "nothing": ("", set()),
    "blanks": ("  \t\n", set()),
    "only signs": ('" * ( ) : ^ -', set()),
    "NUL": ("tele\x00scope", set()),
    "NUL alone": ("\x00", set()),
    "half a character": ("\ud83d", set()),
    "column": ("heading:noise", set()),
    "prefix": ("telesc*", set()),
}


@pytest.mark.parametrize(("text", "symbols"), SEARCHES.values(), ids=SEARCHES)
def test_search(library: Library, text: str, symbols: set[str]) -> None:
    result = library.search(text)
    assert {hit.draft.symbol for hit in result.hits} == symbols
    assert result.total == len(result.hits)


@given(
    st.one_of(
        st.text(),
        st.lists(
            st.sampled_from(['"', "*", "NEAR(", ")", " AND ", "noise", "-", ":", "{", "\x00", "^"])
        ).map("".join),
    )
)
def test_anything_may_be_typed(library: Library, text: str) -> None:
    result = library.search(text, "moon")
    assert result.total >= len(result.hits)


def test_a_very_long_search_is_cut(library: Library) -> None:
    assert len(match_expression("a" * 100_000)) <= 1002
    assert match_expression("noise " * 10_000).count('"noise"') == 32
    assert library.search("noise " * 10_000).total > 0


def test_hits_are_marked_and_given_in_portions(library: Library) -> None:
    result = library.search("hammers", "moon")
    first = result.hits[0]
    assert ("hammers", True) in first.heading or ("hammers", True) in first.snippet
    marked = [
        text.casefold() for hit in result.hits for text, found in hit.snippet + hit.heading if found
    ]
    assert set(marked) == {"hammers"}
    joined = "".join(text for text, _ in first.heading)
    assert joined == first.provision.heading
    portions = [
        hit for offset in range(0, result.total, 2)
        for hit in library.search("hammers", "moon", limit=2, offset=offset).hits
    ]  # fmt: skip
    assert portions == list(result.hits)
    assert library.search("hammers", "sun").total == 0
    assert library.search("hammers", language="ar").total == 0
    assert library.search("hammers", limit=0).hits == ()


def test_reading_writes_nothing_and_sees_what_is_written(tmp_path: Path) -> None:
    path = build(tmp_path / "moon.db", drafts()[:2])
    before = path.read_bytes()
    with Library(path) as library:
        state = library.state()
        assert len(library.rounds("moon")) == 2
        assert path.read_bytes() == before
        assert library.state() == state
        with open_database(path) as store:
            put(store, drafts()[2])
        assert len(library.rounds("moon")) == 3
        assert library.state() != state
        other = build(tmp_path / "other.db", drafts()[:1])
        shutil.move(other, path)
        assert len(library.rounds("moon")) == 1
    assert [one.name for one in tmp_path.iterdir()] == ["moon.db"]


def test_one_library_serves_many_threads(library: Library) -> None:
    expected = library.comparison(KEYS[0], KEYS[3])
    found: list[object] = []

    def ask() -> None:
        found.append(library.comparison(KEYS[0], KEYS[3]))

    workers = [threading.Thread(target=ask) for _ in range(8)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert found == [expected] * 8


def test_a_split_off_part_says_where_it_comes_from(tmp_path: Path) -> None:
    whole = (
        "The secretariat shall keep a public register of all sources of noise on the far side. "
        "Parties shall report every engine that runs for longer than one lunar night to it."
    )
    one, two = (text.strip() + "." for text in whole.rstrip(".").split(". "))
    old = draft("M/1", "2001-03-01", [("Article 1", "Register", (whole,))])
    new = draft("M/2", "2001-09-01", [("Article 1", "Register", (one, two))])
    with Library(build(tmp_path / "moon.db", [new, old])) as library:
        page = library.comparison(KEYS[0], KEYS[1])
        assert page is not None
        split = [change for change in page.rows if change.relation == "split"]
        assert [change.new.text for change in split if change.new] == [one, two]
        threads = [library.thread(change.new.address) for change in split if change.new]
        assert {thread.members[-1].from_provision.text for thread in threads if thread} == {whole}
        assert len({thread.id for thread in threads if thread}) == 2


def test_a_part_that_went_elsewhere_is_told_with_what_it_left(tmp_path: Path) -> None:
    stays = "The Parties shall meet in the dark once in every year."
    goes = "Lamps of more than forty candles are forbidden on the far side while a meeting lasts."
    other = "The secretariat keeps the lamps and lends them to those who work at night."
    old = draft(
        "M/1",
        "2001-03-01",
        [("Article 1", "Meetings", (stays, goes)), ("Article 2", "Lamps", (other,))],
    )
    new = draft(
        "M/2",
        "2001-09-01",
        [("Article 1", "Meetings", (stays,)), ("Article 2", "Lamps", (other, goes))],
    )
    with Library(build(tmp_path / "moon.db", [old, new])) as library:
        meetings = library.thread(address("moon:M/1@en#art_1"))
        lamps = library.thread(address("moon:M/1@en#art_2"))
    assert meetings is not None
    assert lamps is not None
    (gone,) = meetings.members[1].moved_out
    assert (gone.relation, gone.old and gone.old.text) == ("moved", goes)
    assert gone.new is not None
    assert gone.new.eid == "art_2__para_2"
    assert gone.link_id in [change.link_id for change in lamps.members[1].changes]
    assert lamps.members[1].moved_out == ()
    assert meetings.became == ()


def test_a_provision_that_was_merged_away_says_into_what(tmp_path: Path) -> None:
    one = "The secretariat shall keep a public register of all sources of noise on the far side."
    two = "Parties shall report every engine that runs for longer than one lunar night to it."
    old = draft("M/1", "2001-03-01", [("Article 1", "Register", (one, two))])
    new = draft("M/2", "2001-09-01", [("Article 1", "Register", (f"{one} {two}",))])
    with Library(build(tmp_path / "moon.db", [old, new])) as library:
        threads = [library.thread(address(f"moon:M/1@en#art_1__para_{n}")) for n in (1, 2)]
    ended = [thread for thread in threads if thread and thread.rounds_present == 1]
    assert len(ended) == 1
    (became,) = ended[0].became
    assert became.relation == "merged"
    assert became.new is not None
    assert became.new.text == f"{one} {two}"


def test_words_of_a_part_count_in_what_holds_it(library: Library) -> None:
    sanctions = library.thread(address("moon:M/4@en#art_3"))
    assert sanctions is not None
    third = sanctions.members[2]
    page = library.comparison(KEYS[1], KEYS[2])
    assert page is not None
    inside = {row.eid for row in third.provisions}
    assert inside == {"art_3", "art_3__para_1", "art_3__para_2"}
    told = sum(
        row.words_deleted + row.words_inserted
        for row in page.rows
        if row.new is not None and row.new.eid in inside
    )
    assert third.changed_words == told > 0
