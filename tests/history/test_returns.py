"""What was changed between two drafts and changed back."""

from __future__ import annotations

import pytest

from tests.history.wording import aged, drafted
from tracker.history import there_and_back

KEEP = "art_2 | Article 2 | | Gulls are fed on Sundays from the kitchen door of the tower."


def article(words: str, number: int = 1) -> str:
    return f"art_{number} | Article {number} | | {words}"


SHALL = "Every tower shall carry a lamp that is seen nine miles out."
MAY = SHALL.replace("shall", "may")
RED = SHALL.replace("a lamp", "a red lamp, never green,")

CASES = [
    pytest.param([SHALL, SHALL], [], id="nothing"),
    pytest.param([SHALL, MAY], [], id="a net change"),
    pytest.param([SHALL, RED, SHALL], [("came in and left", "red", 1, 2)], id="words passed"),
    pytest.param(
        [SHALL, MAY, SHALL],
        [("came in and left", "may", 1, 2), ("left and came back", "shall", 1, 2)],
        id="a word exchanged and restored",
    ),
    pytest.param([MAY, SHALL, SHALL], [], id="one way"),
    pytest.param(
        [SHALL, RED, RED, MAY],
        [("came in and left", "red", 1, 3)],
        id="words passed, others changed",
    ),
    pytest.param(
        [SHALL, SHALL.replace(" that is seen nine miles out", ""), SHALL, MAY, SHALL],
        [
            ("came in and left", "may", 3, 4),
            ("left and came back", "shall", 3, 4),
            ("left and came back", "that is seen nine miles out", 1, 2),
        ],
        id="several, at different times",
    ),
]


@pytest.mark.parametrize(("rounds", "expected"), CASES)
def test_there_and_back(rounds: list[str], expected: list[tuple[str, str, int, int]]) -> None:
    told = aged(drafted(*(f"{article(one)}\n{KEEP}" for one in rounds)))
    found = there_and_back(told.ages, told.drafts, told.threads, 0, len(rounds) - 1)
    said = [
        (one.kind, one.text.split(" lamp")[0], one.first, one.second)
        for thread in found
        for one in thread.detours
        if one.text != "never green"
    ]
    assert said == expected
    for thread in found:
        assert (thread.old, thread.new) == ("art_1", "art_1")


def test_only_what_lies_between_the_two_drafts_counts() -> None:
    told = aged(drafted(*(f"{article(one)}\n{KEEP}" for one in (SHALL, RED, SHALL, MAY, SHALL))))
    between = there_and_back(told.ages, told.drafts, told.threads, 2, 4)
    assert {one.text for thread in between for one in thread.detours} == {"may", "shall"}
    assert there_and_back(told.ages, told.drafts, told.threads, 0, 1) == ()


def test_offsets_lead_to_the_words() -> None:
    told = aged(drafted(*(f"{article(one)}\n{KEEP}" for one in (SHALL, RED, SHALL))))
    for thread in there_and_back(told.ages, told.drafts, told.threads, 0, 2):
        for one in thread.detours:
            (held,) = [p.text for p in told.drafts[one.place].provisions if p.eid == one.eid]
            assert held[one.start : one.end] == one.text


def test_an_article_that_came_and_went_stands_in_neither_draft() -> None:
    told = aged(drafted(KEEP, f"{KEEP}\n{article('A cat is kept in every tower.', 3)}", KEEP))
    (thread,) = there_and_back(told.ages, told.drafts, told.threads, 0, 2)
    assert (thread.old, thread.new) == (None, None)
    assert [one.text for one in thread.detours] == ["A cat is kept in every tower"]


def test_what_a_partial_document_does_not_cover_made_no_detour() -> None:
    whole = f"{article(SHALL)}\n{KEEP}"
    told = aged(drafted(whole, KEEP, whole, partial=(1,)))
    assert there_and_back(told.ages, told.drafts, told.threads, 0, 2) == ()


def test_numbers_alone_are_told_apart() -> None:
    rounds = ("As article 4 says.", "As article 17 or rule 9 says.", "As article 4 says.")
    told = aged(drafted(*(f"{article(one)}\n{KEEP}" for one in rounds)))
    (thread,) = there_and_back(told.ages, told.drafts, told.threads, 0, 2)
    assert {one.text: one.only_numbers for one in thread.detours} == {
        "17 or rule 9": False,
        "4": True,
    }
