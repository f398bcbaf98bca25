"""How much of each round's text is left."""

from __future__ import annotations

from tests.history.wording import aged, drafted
from tracker.history import Cohort, Stock, cohorts, deletions, stocks

ONE = "art_1 | Article 1 | | The lamp burns by night."
TWO = "art_1 | Article 1 | | The red lamp burns by night and in fog."
THREE = "art_1 | Article 1 | | The red lamp burns in fog."
BELL = "art_2 | Article 2 | | Gulls are fed on Sundays."


def test_each_round_is_counted_through_the_later_ones() -> None:
    found = aged(drafted(ONE, TWO, THREE)).ages
    assert cohorts(found) == (
        Cohort(0, 5, (5, 5, 3)),
        Cohort(1, 4, (4, 3)),
        Cohort(2, 0, (0,)),
    )
    assert [one.last for one in cohorts(found)] == [3, 3, 0]


def test_words_that_are_back_stand_again() -> None:
    assert cohorts(aged(drafted(ONE, THREE, ONE)).ages)[0] == Cohort(0, 5, (5, 3, 5))


def test_a_partial_document_takes_nothing_away() -> None:
    whole = f"{ONE}\n{BELL}"
    found = aged(drafted(whole, ONE, whole, partial=(1,))).ages
    assert cohorts(found)[0] == Cohort(0, 10, (10, 10, 10))


def test_stocks_of_drafts_and_provisions() -> None:
    found = aged(drafted(f"{ONE}\n{BELL}", f"{TWO}\n{BELL}")).ages
    assert list(stocks(found)) == [
        Stock(0, "", 10, (10,), (10, 10)),
        Stock(0, "art_1", 5, (5,), (5, 5)),
        Stock(0, "art_2", 5, (5,), (5, 5)),
        Stock(1, "", 14, (10, 4), (14,)),
        Stock(1, "art_1", 9, (5, 4), (9,)),
        Stock(1, "art_2", 5, (5, 0), (5,)),
    ]


def test_a_provision_without_words_has_no_stock() -> None:
    found = aged(drafted("art_1 | Article 1 | | \n art_1__para_1 | 1. | | Gulls.")).ages
    assert [one.eid for one in stocks(found)] == ["", "art_1__para_1"]


def test_deletions_stand_with_the_draft_that_prints_the_words_last() -> None:
    whole, less = f"{TWO}\n{BELL}", f"{THREE}\n{BELL}"
    drafts = drafted(whole, BELL, less, ONE, partial=(1,))
    found = []
    for one in deletions(aged(drafts).ages):
        (held,) = [p.text for p in drafts[one.place].provisions if p.eid == one.eid]
        found.append((one.place, one.eid, held[one.run.start : one.run.end], one.left))
    assert found == [
        (0, "art_1", "by night", 2),  # these come back
        (0, "art_1", "and", 2),
        (2, "art_1", "red", 3),
        (2, "art_1", "in fog", 3),
        (2, "art_2", "Gulls are fed on Sundays", 3),
    ]


def test_words_deleted_twice_are_two_deletions() -> None:
    found = deletions(aged(drafted(ONE, THREE, ONE, THREE)).ages)
    assert [(one.place, one.run.words, one.left) for one in found] == [
        (0, 2, 1),
        (1, 1, 2),
        (1, 2, 2),
        (2, 2, 3),
    ]
