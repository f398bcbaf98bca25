"""The difference of two texts: exact both ways, whole words, bounded in time."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.strategies import WORDS
from tracker.diff import difference
from tracker.words import TOKEN

CASES = {
    "a duty becomes an option": (
        "States shall act.",
        "States may act.",
        "States [shall]{may} act.",
    ),
    "no half words": ("criminalise", "criminalisation", "[criminalise]{criminalisation}"),
    "brackets fall": ("the [serious] harm", "the serious harm", "the [[serious]]{serious} harm"),
    "words at the end": ("Parties meet", "Parties meet in May", "Parties meet{ in May}"),
    "all new": ("", "Text.", "{Text.}"),
    "all gone": ("Text.", "", "[Text.]"),
    "a block is parted": ("one two", "one\ntwo", "one[ ]{\n}two"),
    "a comma": ("red green", "red, green", "red{,} green"),
    "another script": ("第五条 国家", "第六条 国家", "第[五]{六}条 国家"),
}


def marked(old: str, new: str) -> str:
    form = {"equal": "{}", "delete": "[{}]", "insert": "{{{}}}"}
    return "".join(form[h.operation].format(h.text) for h in difference(old, new).hunks)


@pytest.mark.parametrize(("old", "new", "expected"), CASES.values(), ids=CASES.keys())
def test_case(old: str, new: str, expected: str) -> None:
    assert marked(old, new) == expected


def check_exact(old: str, new: str) -> None:
    hunks = difference(old, new).hunks
    assert "".join(h.text for h in hunks if h.operation != "insert") == old
    assert "".join(h.text for h in hunks if h.operation != "delete") == new
    assert all(h.text for h in hunks)
    assert all(a.operation != b.operation for a, b in pairwise(hunks))


TEXTS = st.one_of(
    st.text(max_size=60),
    st.lists(st.sampled_from([*WORDS, " ", "  ", "\n", ",", "shall"]), max_size=30).map(" ".join),
)


@given(TEXTS, TEXTS)
@settings(max_examples=1000)
def test_exact_both_ways(old: str, new: str) -> None:
    check_exact(old, new)
    assert difference(old, new) == difference(old, new)


@given(TEXTS, TEXTS)
def test_equal_stretches_end_at_words(old: str, new: str) -> None:
    """No hunk cuts a token of the old text in two."""
    borders = {0, len(old)}
    for match in TOKEN.finditer(old):
        borders |= set(match.span())
    at = 0
    for hunk in difference(old, new).hunks:
        if hunk.operation != "insert":
            at += len(hunk.text)
            assert at in borders or old[at - 1 : at].isspace()


SLOW = {
    "20,000 letters without order": (
        "".join(chr(97 + n * n % 26) for n in range(20_000)),
        "".join(chr(97 + n * n * n % 26) for n in range(20_000)),
    ),
    "one block repeated": ("shall not apply " * 3000, "shall apply not " * 3100),
    "20,000 words of a small vocabulary": (
        " ".join(str(n * n % 97) for n in range(20_000)),
        " ".join(str(n * n * n % 89) for n in range(20_000)),
    ),
    "50,000 blanks and an x": (" " * 50_000 + "x", " " * 49_999 + "y"),
    "line break and blank": ("\n " * 25_000, " \n" * 25_000),
}


@pytest.mark.parametrize(("old", "new"), SLOW.values(), ids=SLOW.keys())
def test_made_to_be_slow(old: str, new: str) -> None:
    start = time.perf_counter()
    check_exact(old, new)
    assert time.perf_counter() - start < 2.0


def test_coarse_says_so() -> None:
    assert difference("a b " * 3000, "b c a " * 3000).coarse
    assert not difference("a b c", "a c").coarse
