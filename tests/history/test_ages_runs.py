"""Runs of words that two rows share."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.history.ages_runs import anywhere, in_order

NONE: frozenset[int] = frozenset()


def rows(one: str, other: str) -> tuple[list[int], list[int]]:
    codes: dict[str, int] = {}
    return tuple(
        [codes.setdefault(word, len(codes)) for word in row.split()] for row in (one, other)
    )


ORDERED = [
    pytest.param("a b c", "a b c", ["a b c"], id="equal"),
    pytest.param("a b c", "a x c", ["a", "c"], id="one for another"),
    pytest.param("the new rule", "the old and the new rule", ["the new rule"], id="put back"),
    pytest.param("by law", "by law and other law", ["by law"], id="put back at the end"),
    pytest.param("a b c", "x y z", [], id="nothing"),
    pytest.param("", "a", [], id="empty"),
]


@pytest.mark.parametrize(("one", "other", "shared"), ORDERED)
def test_what_stands_together_stays_together(one: str, other: str, shared: list[str]) -> None:
    blocks, fine = in_order(*rows(one, other), NONE)
    assert fine
    assert [" ".join(one.split()[i : i + n]) for i, _, n in blocks] == shared


def test_a_phrase_begins_with_its_joining_word() -> None:
    """`and by night` was put in, not `by night and`."""
    words = "by day and by night and in fog"
    one, other = rows("by day and in fog", words)
    common = frozenset({one[2]})  # and
    blocks, _ = in_order(one, other, common)
    new = sorted(set(range(len(other))) - {j + k for _, j, n in blocks for k in range(n)})
    assert [words.split()[j] for j in new] == ["and", "by", "night"]


def test_a_common_word_in_the_middle_of_other_words_says_nothing() -> None:
    one, other = rows("a b c the d e f", "p q r the s t u")
    assert in_order(one, other, frozenset({one[3]})) == ([], True)
    assert in_order(one, other, NONE) == ([(3, 3, 1)], True)


codes = st.lists(st.integers(0, 4), max_size=40)


@given(codes, codes, st.frozensets(st.integers(0, 4)))
def test_blocks_are_equal_and_in_order(
    one: list[int], other: list[int], common: frozenset[int]
) -> None:
    blocks, _ = in_order(one, other, common)
    ends = 0, 0
    for i, j, n in blocks:
        assert n > 0
        assert i >= ends[0]
        assert j >= ends[1]
        assert one[i : i + n] == other[j : j + n]
        ends = i + n, j + n


@given(codes, codes)
def test_runs_anywhere_are_equal_and_of_no_word_twice(one: list[int], other: list[int]) -> None:
    used: list[set[int]] = [set(), set()]
    for i, j, n in anywhere(one, other, least=3):
        assert n >= 3
        assert one[i : i + n] == other[j : j + n]
        for seen, start in zip(used, (i, j), strict=True):
            assert seen.isdisjoint(range(start, start + n))
            seen.update(range(start, start + n))


def test_what_is_not_telling_is_no_source() -> None:
    one, other = rows("a b c d e f", "d e f a b c")
    assert anywhere(one, other, least=3) == [(3, 0, 3), (0, 3, 3)]
    assert anywhere(one, other, least=3, telling=lambda start, end: start == 0) == [(0, 3, 3)]


def test_codes_below_zero_are_equal_to_nothing() -> None:
    assert anywhere([-1, -1, -1, 2], [-1, -1, -1, 2], least=3) == []
