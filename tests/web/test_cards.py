"""A comparison as cards: what is shown, counted and left out."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace

import pytest

from tests.web.rows import provision, row
from tracker.model import Hunk
from tracker.store import Library
from tracker.store.records import ChangeRow
from tracker.store.records.absences import Absence
from web.changes import cards
from web.changes.told import Teller
from web.terms.names import Names

SHALL = (Hunk("delete", "shall"), Hunk("insert", "may"), Hunk("equal", " rest"))
GONE = (Hunk("delete", "three words gone"),)


def sheet(rows: list[ChangeRow], *, everything: bool = False, partial: bool = False) -> cards.Sheet:
    page = SimpleNamespace(
        rows=rows,
        old=SimpleNamespace(partial=False),
        new=SimpleNamespace(partial=partial, language="en"),
    )
    known = [one for r in rows for one in (r.old, r.new) if one is not None]
    return cards.sheet(page, Names(known), everything=everything)


def article(n: int, draft: str = "old"):
    return provision(f"art_{n}", f"Article {n}", draft=draft)


def para(n: int, m: int, draft: str = "old"):
    return provision(f"art_{n}__para_{m}", f"{m}.", parent=f"art_{n}", draft=draft)


def test_one_card_an_article_with_its_changes() -> None:
    rows = [
        row("same", article(1), article(1, "new")),
        row("same", para(1, 1), para(1, 1, "new")),
        row("same", para(1, 2), para(1, 2, "new"), text=SHALL),
        row("same", para(1, 3), para(1, 3, "new")),
        row("same", article(2), article(2, "new")),
    ]
    found = sheet(rows)
    assert [card.name for card in found.cards] == ["Article 1"]
    assert [line.skipped for line in found.cards[0].lines] == [1, 0, 1]
    assert (found.cards[0].words_deleted, found.cards[0].words_inserted) == (1, 1)
    assert found.cards[0].reworded
    assert (found.untouched, found.articles) == (1, (2, 2))
    assert [card.name for card in sheet(rows, everything=True).cards] == ["Article 1", "Article 2"]


def test_a_deleted_article_has_a_card_of_its_own_where_it_stood() -> None:
    rows = [
        row("same", article(1), article(1, "new"), text=SHALL),
        row("deleted", article(2), None, text=GONE),
        row("deleted", para(2, 1), None, text=GONE),
        row("renumbered", article(3), article(2, "new")),
    ]
    found = sheet(rows)
    assert [(card.place, card.told.relation) for card in found.cards] == [
        (1, "same"),
        (2, "deleted"),
        (3, "renumbered"),
    ]
    assert found.cards[1].words_deleted == 6
    assert [kind.label for kind in found.overview] == ["No longer there", "Reworded", "Renumbered"]


def test_what_is_only_a_guess_is_counted_apart() -> None:
    rows = [
        row("renumbered", article(3), article(2, "new")),
        row("renumbered", article(4), article(3, "new"), certain=False),
        row("same", article(5), article(5, "new"), text=SHALL, certain=False),
    ]
    found = {one.label: (len(one.shown), one.possibly) for one in sheet(rows).overview}
    assert found == {"Renumbered": (2, 1), "Reworded": (1, 1)}


def test_articles_are_called_what_they_are() -> None:
    section = replace(article(1), kind="section")
    assert sheet([row("deleted", section, None, text=GONE)]).unit == "section"
    assert sheet([row("deleted", para(1, 1), None, text=GONE)]).unit == "article"


def test_words_of_a_demoted_article_are_shown_and_counted_once() -> None:
    rows = [
        row("same", article(5), article(5, "new")),
        row("demoted", article(2), para(5, 1, "new"), text=GONE),
        row("deleted", para(2, 1), None, text=GONE),
    ]
    # What is deleted inside the article stands behind what became of it.
    (card,) = sheet(rows).cards
    assert card.words_deleted == 3
    assert [line.told.relation for line in card.lines if line.told] == ["demoted"]


def test_what_was_merged_is_one_card_led_by_the_likest() -> None:
    rows = [
        row("merged", article(1), article(1, "new"), text=SHALL, score=0.4),
        row("merged", article(2), article(1, "new"), text=SHALL, score=0.7),
        row("same", para(2, 1), para(1, 1, "new")),
    ]
    (card,) = sheet(rows).cards
    assert card.anchor == "c-art_2-art_1"
    assert (card.words_deleted, card.words_inserted) == (2, 2)  # each has its share


def test_a_partial_document_sets_apart_what_it_does_not_cover() -> None:
    rows = [
        row("deleted", article(1), None, text=GONE),
        row("same", article(2), article(2, "new")),
        row("deleted", para(2, 1), None, text=GONE),
    ]
    found = sheet(rows, partial=True)
    assert [card.name for card in found.cards] == ["Article 2"]
    assert [card.name for card in found.uncovered_old] == ["Article 1"]
    everything = sheet(rows, partial=True, everything=True)
    assert [(card.name, card.changed) for card in everything.cards] == [
        ("Article 1", False),
        ("Article 2", True),
    ]


def test_what_came_from_an_article_into_one_not_covered_is_shown() -> None:
    """The older document lacks article 21, but what became its paragraph 2 it has."""
    rows = [
        row("same", article(2), article(2, "new"), text=SHALL),
        row("inserted", None, article(21, "new")),
        row("inserted", None, para(21, 1, "new"), text=(Hunk("insert", "Fines."),)),
        row("demoted", article(8), para(21, 2, "new"), text=SHALL, certain=False, score=0.3),
    ]
    page = SimpleNamespace(
        rows=rows,
        old=SimpleNamespace(partial=True),
        new=SimpleNamespace(partial=False, language="en"),
    )
    known = [one for r in rows for one in (r.old, r.new) if one is not None]
    found = cards.sheet(page, Names(known), everything=False)
    # In between stands the mark of the place that article 8 left.
    assert [card.name for card in found.cards] == ["Article 2", "Article 8", "Article 21"]
    assert [bool(card.key_left) for card in found.cards] == [False, True, False]
    shown = [line.told.relation for line in found.cards[2].lines if line.told]
    assert shown == ["demoted"]
    assert (found.cards[2].words_deleted, found.cards[2].words_inserted) == (1, 1)
    assert found.uncovered_new == ()
    assert [kind.label for kind in found.overview] == ["Reworded"]
    everything = cards.sheet(page, Names(known), everything=True)
    assert (everything.untouched, found.untouched) == (0, 0)


def test_what_stands_in_something_new_is_not_called_new_again() -> None:
    rows = [
        row("inserted", None, article(1, "new")),
        row("inserted", None, para(1, 1, "new"), text=(Hunk("insert", "Oil."),)),
        row("same", article(2), article(2, "new")),
        row("inserted", None, para(2, 1, "new"), text=(Hunk("insert", "Wick."),)),
    ]
    first, second = sheet(rows).cards
    assert [line.told for line in first.lines] == [None]
    assert [line.state for line in first.lines] == ["inserted"]
    assert [line.told.relation for line in second.lines if line.told] == ["inserted"]


@pytest.mark.parametrize(
    ("reworded", "sizes"),
    [((), [5]), ((2,), [1, 1, 1, 1, 1]), ((1,), [1, 1, 3]), ((5,), [4, 1])],
    ids=["all", "the second of five", "the first", "the last"],
)
def test_articles_in_a_row_of_which_only_the_number_changed(
    reworded: tuple[int, ...], sizes: list[int]
) -> None:
    rows = [
        row("renumbered", article(n), article(n + 9, "new"), text=SHALL if n in reworded else ())
        for n in range(1, 6)
    ]
    if reworded == (1,):
        rows[1] = row("renumbered", article(2), article(11, "new"), certain=False)
    if reworded == (2,):
        rows[3] = row("renumbered", article(4), article(13, "new"), text=SHALL)
    found = sheet(rows)
    assert [len(run) for run in found.runs] == sizes
    assert [card.place for run in found.runs for card in run] == [1, 2, 3, 4, 5]


def test_nothing_to_compare_is_an_empty_sheet() -> None:
    found = sheet([])
    assert (found.cards, found.overview, found.articles) == ((), (), (0, 0))


def test_cards_count_as_many_words_as_the_comparison(library: Library) -> None:
    """What the page of the negotiation says is what the page of the comparison says."""
    drafts = [one for one in library.drafts("moon") if not one.partial]
    pairs = [(old, new) for n, old in enumerate(drafts) for new in drafts[n + 1 :]]
    assert pairs
    for old, new in pairs:
        page = library.comparison(old.id, new.id)
        assert page is not None
        shown = cards.sheet(page, cards.names_of(page), everything=False).cards
        counted = [
            sum(one.words_deleted for one in shown),
            sum(one.words_inserted for one in shown),
        ]
        assert counted == [
            sum(one.words_deleted for one in page.rows),
            sum(one.words_inserted for one in page.rows),
        ]


@pytest.mark.parametrize(
    ("partial", "absence", "label", "possibly"),
    [
        pytest.param(
            False, Absence(False), "Possibly: no longer there", 1, id="the newer file lacks words"
        ),
        pytest.param(False, Absence(True), "No longer there", 0, id="no doubt"),
        pytest.param(
            False,
            Absence(True, True, (("art_9", True),)),
            "Became part of another",
            0,
            id="in another",
        ),
        pytest.param(True, None, "Not covered", 0, id="a partial document says so itself"),
    ],
)
def test_what_may_be_missing_from_the_file_is_only_possibly_gone(
    partial: bool, absence: Absence | None, label: str, possibly: int
) -> None:
    certain = absence is None or absence.certain
    gone = replace(row("deleted", article(2), None, text=GONE), absence=absence, certain=certain)
    known = Names([article(2)])
    teller = Teller([gone], known, old_partial=False, new_partial=partial)
    told = teller.tell(gone)
    assert told.label == label
    assert told.certain == (not possibly)
    assert not told.doubtful
