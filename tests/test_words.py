"""Words: what belongs to one, in all scripts, and that none is lost between two."""

from __future__ import annotations

import sys
import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.words import bare_number, count, tokens, words

ACUTE = "\u0301"
CASES = {
    "Arabic vowel signs": ("تَتَّخِذُ الدولةُ", ["تَتَّخِذُ", "الدولةُ"]),
    "Arabic letter with a madda of its own": ("ا\u0653لة", ["ا\u0653لة"]),
    "Hebrew points": ("שָׁלוֹם רב", ["שָׁלוֹם", "רב"]),
    "accents of their own": (f"e{ACUTE}tat pe{ACUTE}nal", [f"e{ACUTE}tat", f"pe{ACUTE}nal"]),
    "stress in Russian": (f"догово{ACUTE}р", [f"догово{ACUTE}р"]),
    "short i in Russian": ("зао\u0438\u0306", ["зао\u0438\u0306"]),
    "vowel signs of Hindi": ("हिन्दी में", ["हिन्दी", "में"]),
    "a joiner that parts nothing": ("می\u200cشود", ["می\u200cشود"]),
    "a character and its variant": ("各\ufe00国", ["各\ufe00", "国"]),
    "a vowel sign of Thai": ("กิน", ["กิ", "น"]),
    "an accent before an apostrophe": (f"l{ACUTE}\u2019art", [f"l{ACUTE}\u2019art"]),
    "a sign on a bracket": (f"[{ACUTE}a", [f"[{ACUTE}", "a"]),
    "a sign on nothing": (f"a {ACUTE} b", ["a", ACUTE, "b"]),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES)
def test_signs_stay_on_their_letters(text: str, expected: list[str]) -> None:
    assert tokens(text) == expected


def test_words_with_signs_are_counted_once() -> None:
    assert count("تَتَّخِذُ الدولةُ تدابيرَ") == 3
    assert words(f"E{ACUTE}tat") == [f"e{ACUTE}tat"]
    assert words("İstanbul") == ["i\u0307stanbul"]  # its small letter has a dot of its own


def test_a_number_behind_a_label_with_signs() -> None:
    assert bare_number("المادّة ٥") == "٥"


def test_every_combining_character_is_known() -> None:
    marks = [c for c in map(chr, range(sys.maxunicode + 1)) if unicodedata.category(c)[0] == "M"]
    assert len(marks) > 2000
    assert [f"{ord(c):x}" for c in marks if tokens(f"a{c}b") != [f"a{c}b"]] == []


@given(st.text())
def test_no_visible_character_is_lost(text: str) -> None:
    visible = "".join(text.split())
    assert "".join("".join(tokens(text)).split()) == visible
    assert all(not token[0].isspace() for token in tokens(text))


@given(st.lists(st.text("abcЖя٥ةم", min_size=1, max_size=5), max_size=9))
def test_words_between_blanks(given_words: list[str]) -> None:
    assert tokens(" ".join(given_words)) == given_words
    assert count(" ".join(given_words)) == len(given_words)


@pytest.mark.parametrize(
    "text",
    [
        "a" + ACUTE * 50_000,
        f"a{ACUTE}" * 50_000 + "!",
        ACUTE * 50_000,
        " " * 50_000 + "x",
        "a'" * 9**5,
    ],
    ids=["signs on one letter", "signs on letters", "signs alone", "blanks", "apostrophes"],
)
def test_quick(text: str) -> None:
    started = time.process_time()
    tokens(text)
    count(text)
    assert time.process_time() - started < 2
