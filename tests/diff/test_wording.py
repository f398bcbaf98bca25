"""The difference of two texts: exact both ways, whole words, bounded in time."""

from __future__ import annotations

import random
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
    "phrases, not every second word": (
        "the dignity of the crews and the safety of the passengers count",
        "the customs of the region and the wishes of the owners count",
        "the [dignity of the crews and the safety of the passengers]"
        "{customs of the region and the wishes of the owners} count",
    ),
    "a kept duty is seen": (
        "the keeper shall rest",
        "the ships shall sail",
        "the [keeper]{ships} shall [rest]{sail}",
    ),
    "a change ends where a clause ends": (
        "to stop spills, to find spills and to report",
        "to stop spills, to find spills, to clear spills and to report",
        "to stop spills, to find spills{, to clear spills} and to report",
    ),
    "a sentence comes between two": (
        "It is lit. It is out.",
        "It is lit. It is red. It is out.",
        "It is lit. {It is red. }It is out.",
    ),
    "an item comes into a list": (
        "(a) ships;\n(b) boats",
        "(a) ships;\n(b) rafts;\n(c) boats",
        "(a) ships;\n{(b) rafts;\n}[(b)]{(c)} boats",
    ),
    "a spelling stays apart": (
        "shall organise it",
        "may organize it",
        "[shall]{may} [organise]{organize} it",
    ),
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


def random_text(draw: random.Random) -> str:
    """Words of a few, with any white space, punctuation and labels between them."""
    pieces = [*WORDS, " ", "  ", "\n", ",", "shall", "Shall", "colour", "color", "(a) ", "\n(b) "]
    text = [draw.choice(pieces) for _ in range(draw.randrange(40))]
    return draw.choice(["", " "]).join(text)


@given(st.integers())
@settings(max_examples=100)
def test_ten_thousand_random_pairs(seed: int) -> None:
    """A hundred pairs for each seed; half of them are edits of each other."""
    draw = random.Random(seed)
    for number in range(100):
        old = random_text(draw)
        at = draw.randrange(len(old) + 1)
        edited = old[:at] + random_text(draw)[:20] + old[at + draw.randrange(20) :]
        check_exact(old, edited if number % 2 else random_text(draw))


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
    "no common word": (
        " ".join(f"a{n}" for n in range(10_000)),
        " ".join(f"b{n}" for n in range(10_000)),
    ),
    "every second word of another text": (
        " ".join(f"a{n}" for n in range(10_000)),
        " ".join(f"{'ab'[n % 2]}{n}" for n in range(10_000)),
    ),
    "all words in the reverse order": (
        " ".join(f"a{n}" for n in range(10_000)),
        " ".join(f"a{n}" for n in reversed(range(10_000))),
    ),
    "labels": ("\n(a) x" * 10_000, "\n(b) y" * 10_001),
    "a word of hyphens": ("a-" * 25_000 + "b", "a-" * 25_000 + "c"),
}


@pytest.mark.parametrize(("old", "new"), SLOW.values(), ids=SLOW.keys())
def test_made_to_be_slow(old: str, new: str) -> None:
    start = time.process_time()
    check_exact(old, new)
    assert time.process_time() - start < 2.0


def test_coarse_says_so() -> None:
    assert difference("a b " * 3000, "b c a " * 3000).coarse
    assert not difference("a b c", "a c").coarse
    assert difference(" ".join(f"a{n}" for n in range(100)), "bow stern " * 50).coarse
    assert not difference("one shall act", "nobody may rest").coarse


def test_only_what_cannot_be_compared_is_coarse() -> None:
    """A stretch of noise takes no fine change with it that stands outside."""
    one, other = "a b " * 3000, "b c a " * 3000
    sentence = "The keeper {} record every ship that passes the northern light in a storm. "
    found = difference(f"{sentence.format('shall')}{one}", f"{sentence.format('may')}{other}")
    assert found.coarse
    assert [h.text for h in found.hunks[1:3]] == ["shall", "may"]


def test_a_long_passage_with_few_edits_is_fine() -> None:
    """A whole act as one block: what is equal in it is found from its rare runs of words."""
    draw = random.Random(5)
    words = [f"w{draw.randrange(700)}" for _ in range(8_000)]
    edited = list(words)
    for place in (900, 4_000, 7_100):
        edited[place] = "edited"
    edited.insert(2_500, "inserted")
    found = difference(" ".join(words), " ".join(edited))
    assert not found.coarse
    assert sum(h.operation == "insert" for h in found.hunks) == 4
