"""A phrase through all drafts, as it is read from the database."""

from __future__ import annotations

import os
import shutil
import sqlite3
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from itertools import combinations, pairwise
from pathlib import Path

import pytest

from tests.drafts import outline
from tests.store import bracketed
from tests.store.helpers import put
from tests.store.towers import BELL, BREAD, LAMP, drafts
from tracker.align import align
from tracker.history import Issue, Negotiated, PhraseBook, passages, threads
from tracker.model import Negotiation
from tracker.pipeline.analysed import analyse
from tracker.store import Library, open_database
from tracker.store.phrase import MOST_KEPT, Question
from tracker.store.records.phrase import PhrasePage


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("phrase") / "tower.db"
    with open_database(path) as store:
        store.put_negotiation(Negotiation(id="tower", title="Rules of the tower"))
        for one in drafts():
            put(store, one)
        analyse(store, "tower", "en")
    return path


@pytest.fixture(scope="module")
def library(database: Path) -> Iterator[Library]:
    with Library(database) as found:
        yield found


def asked(
    library: Library, text: str, *, stemmed: bool = False, symbol: str = "", most_seen: int = 100
) -> PhrasePage:
    page = library.phrase("tower", "en", Question(text, stemmed, symbol, most_seen))
    assert page is not None
    return page


COUNTS = [
    pytest.param("without right", False, [1, 2, 2, 1], id="exact"),
    pytest.param("WITHOUT “Right”", False, [1, 2, 2, 1], id="case and quotes"),
    pytest.param("without right", True, [1, 3, 3, 1], id="stemmed"),
    pytest.param("right without", False, [0, 0, 0, 0], id="the other way round"),
    pytest.param("zebra", False, [0, 0, 0, 0], id="no such word"),
    pytest.param("?! \x00", False, [0, 0, 0, 0], id="no word"),
    pytest.param("a" * 5000, False, [0, 0, 0, 0], id="five thousand letters"),
]


@pytest.mark.parametrize(("text", "stemmed", "expected"), COUNTS)
def test_how_often(library: Library, text: str, stemmed: bool, expected: list[int]) -> None:
    page = asked(library, text, stemmed=stemmed)
    assert [one.occurrences for one in page.counts] == expected
    assert page.entered == (0 if any(expected) else None)
    assert page.occurrences == sum(expected)


def test_what_becomes_of_it_in_each_provision(library: Library) -> None:
    page = asked(library, "without right", stemmed=True)
    told = {
        row.provision.eid: (
            [cell.state for cell in row.cells],
            [(stay.entered, stay.began, stay.left, stay.ended) for stay in row.stays],
        )
        for row in page.rows
    }
    assert told == {
        "art_1": (
            ["has", "lacks", "has", "has"],
            [(0, "first", 1, "removed"), (2, "back", None, "")],
        ),
        "art_2": (["lacks", "has", "has", "uncovered"], [(1, "added", None, "")]),
        "art_3": (["absent", "has", "has", "uncovered"], [(1, "new", None, "")]),
        "art_4": (["absent", "has", "absent", "uncovered"], [(1, "new", 2, "gone")]),
    }
    assert [(one.came, one.left) for one in page.counts] == [(0, 0), (3, 1), (1, 1), (0, 0)]
    # First what has it in the newest draft, then what had it longest.
    assert [row.provision.eid for row in page.rows] == ["art_1", "art_2", "art_3", "art_4"]


MOVED = "acts of keepers who open the tower without right in fog, by night or on Sundays"
COUNCIL = "The council hears all complaints of keepers in the first week of every month"


@pytest.mark.parametrize("between", [False, True], ids=["at once", "over a partial document"])
def test_what_only_moved_did_not_leave(tmp_path: Path, between: bool) -> None:
    path = tmp_path / "moved.db"
    texts = [
        f"art_1 | Article 1 | | {COUNCIL}; it punishes {MOVED}.\nart_2 | Article 2 | | {BELL}",
        f"art_9 | Article 9 | | {BREAD}",
        f"art_1 | Article 1 | | {COUNCIL}.\nart_2 | Article 2 | | {BELL}\n"
        f"art_3 | Article 3 | | It punishes {MOVED}.",
    ]
    with open_database(path) as store:
        store.put_negotiation(Negotiation(id="tower", title="Rules of the tower"))
        for n, text in enumerate(texts if between else texts[::2], 1):
            partial = text == texts[1]
            one = outline(
                text, symbol=f"P/{n}", date=f"2031-0{n}-01", negotiation="tower", partial=partial
            )
            put(store, one)
    with Library(path) as library:
        page = asked(library, "by night or")
    old, new = sorted(page.rows, key=lambda row: row.provision.eid)
    last = 2 if between else 1
    assert [(one.left, one.ended) for one in old.stays] == [(last, "moved")]
    assert [(one.entered, one.began) for one in new.stays] == [(last, "moved")]
    assert new.stays[0].came_from == (old.thread_id,)
    assert {(one.came, one.left) for one in page.counts} == {(0, 0)}


@pytest.mark.parametrize(("score", "certain"), [(0.3, False), (0.69, False), (0.7, True)])
def test_what_moved_along_a_guess_moved_possibly(
    tmp_path: Path, score: float, certain: bool
) -> None:
    path = tmp_path / "guess.db"
    with open_database(path) as store:
        store.put_negotiation(Negotiation(id="tower", title="Rules of the tower"))
        for n, text in enumerate(
            (
                f"art_1 | Article 1 | | {COUNCIL}; it punishes {MOVED}.",
                f"art_1 | Article 1 | | {COUNCIL}.\nart_3 | Article 3 | | It punishes {MOVED}.",
            ),
            1,
        ):
            put(store, outline(text, symbol=f"P/{n}", date=f"2031-0{n}-01", negotiation="tower"))
    with closing(sqlite3.connect(path)) as conn, conn:
        conn.execute(
            "UPDATE links SET score = ?, certain = ? WHERE new_provision_id LIKE '%#art_3'",
            (score, certain),
        )
    with Library(path) as library:
        page = asked(library, "by night or")
    assert {(stay.began, stay.ended, stay.certain) for row in page.rows for stay in row.stays} == {
        ("first", "moved", certain),
        ("moved", "", certain),
    }


def test_after_partial_documents_it_is_only_first_seen(tmp_path: Path) -> None:
    path = tmp_path / "seen.db"
    whole = outline(
        f"art_7 | Article 7 | Bells | {BELL.format('without right')}",
        symbol="P/9", date="2031-09-01", negotiation="tower",
    )  # fmt: skip
    part = outline(
        f"art_9 | Article 9 | Stores | {BREAD}",
        symbol="P/0", date="2030-01-01", negotiation="tower", partial=True,
    )  # fmt: skip
    with open_database(path) as store:
        store.put_negotiation(Negotiation(id="tower", title="Rules of the tower"))
        for one in (part, whole):
            put(store, one)
    with Library(path) as library:
        page = asked(library, "without right")
        assert [stay.began for row in page.rows for stay in row.stays] == ["seen"]
        assert page.entered == 1


def test_it_is_what_the_command_finds(library: Library) -> None:
    """Which reads whole drafts and all alignments, for every two words that stand in a row."""
    texts = drafts()
    found = {(a.symbol, b.symbol): align(a, b) for a, b in combinations(texts, 2)}
    book = PhraseBook(passages(texts), "en")
    issues = [Issue(one.symbol, one.partial) for one in texts]
    command = Negotiated(issues, threads(texts, found), found)
    rows = [one.text.split() for draft in texts for one in draft.provisions]
    for phrase in sorted({" ".join(pair) for row in rows for pair in pairwise(row)}):
        wanted = book.phrase(phrase)
        course = command.course(book, wanted, book.find(wanted))
        page = asked(library, phrase)
        assert [one.occurrences for one in page.counts] == [n.occurrences for n in course.counts]
        assert (page.entered, page.left) == (course.entered, course.left)
        told = {
            row.thread_id: [
                (one.entered, one.left, one.came_from, one.went_to) for one in row.stays
            ]
            for row in page.rows
        }
        assert told == {
            one.thread: [(s.entered, s.left, s.came_from, s.went_to) for s in one.stays]
            for one in course.threads
        }


def test_in_context(library: Library) -> None:
    page = asked(library, "without right", symbol="P/2")
    assert page.shown == 1
    assert [(one.provision.eid, one.field, one.before, one.found, one.after) for one in page.seen] == [
        ("art_2", "text", "A keeper who lets the lamp go out ", "without right",
         " answers for every ship that is lost."),
        ("art_4", "heading", "Acts ", "without right", ""),
    ]  # fmt: skip
    # Without a draft: the last that has it. And not more than asked for.
    assert asked(library, "gulls").shown == 1
    assert len(asked(library, "without right", symbol="P/2", most_seen=1).seen) == 1


def test_words_beyond_the_limit_are_told(library: Library) -> None:
    assert asked(library, "ship " * 40).cut
    assert not asked(library, "every ship that is lost").cut


def test_unknown_words_are_named(library: Library) -> None:
    assert asked(library, "paid without right").unknown == ("paid",)


def test_nothing_is_there(library: Library) -> None:
    assert library.phrase("tower", "fr", Question("droit")) is None
    assert library.phrase("nothing", "en", Question("right")) is None


def test_telling_phrases(library: Library) -> None:
    # Once in the first whole draft, twice in the others.
    assert library.telling_phrases("tower", "en") == ("without right",)
    assert library.telling_phrases("nothing", "en") == ()


def test_texts_are_read_once_for_each_state_of_the_database(database: Path, tmp_path: Path) -> None:
    path = Path(shutil.copy(database, tmp_path / "changing.db"))
    with Library(path) as library:
        shelf = library._texts
        first = shelf.texts("tower", "en")
        assert shelf.texts("tower", "en") is first
        with open_database(path) as store:
            store.put_negotiation(Negotiation(id="tower", title="Another title"))
        second = shelf.texts("tower", "en")
        assert second is not first
        assert shelf.texts("tower", "en") is second
        # Another file in its place, with another text.
        other = bracketed.build(tmp_path / "other.db")
        os.replace(other, path)
        assert shelf.texts("tower", "en") is None
        lamps = library.phrase("lamps", "en", Question("without any delay"))
        assert lamps is not None
        assert [one.occurrences for one in lamps.counts] == [0, 1, 1, 0]


def test_few_texts_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "many.db"
    names = [f"tower-{n}" for n in range(MOST_KEPT + 2)]
    with open_database(path) as store:
        for name in names:
            store.put_negotiation(Negotiation(id=name, title=name))
            put(store, drafts(name)[0])
    with Library(path) as library:
        kept = [library._texts.texts(name, "en") for name in names]
        assert len(library._texts._kept) == MOST_KEPT
        assert library._texts.texts(names[-1], "en") is kept[-1]
        assert library._texts.texts(names[0], "en") is not kept[0]


def test_one_library_serves_many_threads(database: Path) -> None:
    def counts(n: int) -> list[int]:
        page = asked(library, "without right", stemmed=n % 2 == 1)
        return [one.occurrences for one in page.counts]

    with Library(database) as library, ThreadPoolExecutor(8) as pool:
        found = list(pool.map(counts, range(64)))
    assert found == [[1, 2, 2, 1], [1, 3, 3, 1]] * 32


def test_a_question_takes_milliseconds(tmp_path: Path) -> None:
    path = tmp_path / "long.db"
    lines = [f"art_{n} | Article {n} | | {LAMP.format(f'for {n} hours ')}" for n in range(1, 1500)]
    with open_database(path) as store:
        store.put_negotiation(Negotiation(id="tower", title="Rules of the tower"))
        store.put_draft(
            outline("\n".join(lines), symbol="P/1", negotiation="tower"),
            None, {}, [], None, "x.xml",
        )  # fmt: skip
    with Library(path) as library:
        asked(library, "first")
        start = time.perf_counter()
        pages = [asked(library, text) for text in ("the lamp", "every ship", "for 9 hours")]
        assert time.perf_counter() - start < 1.5
    assert [page.occurrences for page in pages] == [1499, 1499, 1]
