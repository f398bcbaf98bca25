"""Texts that are made to be slow, in every language: the work grows with the text and no faster."""

from __future__ import annotations

import random
import time

import pytest

from tests.references.drafts import linked, with_text
from tracker.references import followed, references

DICE = random.Random(7)
LETTERS = "abcdefghijklmnopqrstuvwxyz ()[].,;0123456789\n"

TEXTS = {
    "blanks": " " * 50_000,
    "random characters": "".join(DICE.choice(LETTERS) for _ in range(20_000)),
    "random letters": "".join(DICE.choice("abcdef") for _ in range(20_000)),
    "a block again and again": "paragraph 2 (a) of article 1, and " * 2_000,
    "of and of": "paragraph 1 of " * 4_000,
    "a long list": "articles " + ", ".join(map(str, range(1, 12_000))),
    "labels": "article 1 " + "(a) " * 12_000,
    "brackets that open": "article 1 (" * 4_000,
    "nothing but brackets": "(" * 20_000,
    "a long name": "article 1 of the " + "Great Bell " * 8_000,
    "that article": "paragraph 1 of that article " * 3_000,
    "thereof": "article 1 thereof " * 3_000,
    "ranges without an end": "articles 1 to " * 4_000,
    "what is not there": "paragraph 9 " * 4_000,
    "ordinals": "first subparagraph of " * 4_000,
    "amending": "“amended—" + "section 5 “" * 4_000,
    "digits": "1" * 20_000,
    "numbers with dots": "article 1." + "1." * 8_000,
    "citations": "may be cited as " * 3_000 + "A" * 20_000,
}


@pytest.mark.parametrize("language", ["en", "fr", "es"])
@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_slow_texts_are_read_in_time(text: str, language: str) -> None:
    made = with_text(text, language=language)
    start = time.process_time()
    references(made)
    assert time.process_time() - start < 3


@pytest.mark.parametrize("name", ["a block again and again", "what is not there", "that article"])
def test_many_references_are_followed_in_time(name: str) -> None:
    old, new = with_text(TEXTS[name]), with_text(TEXTS[name] + " end", symbol="A/2")
    start = time.process_time()
    told = followed(old, new, linked(old, new, {}))
    assert time.process_time() - start < 6
    assert len(told) >= 2_000


def test_twice_the_text_takes_about_twice_the_time() -> None:
    def took(times: int) -> float:
        made = with_text("under paragraph 2 (a) of article 1 and article 5; " * times)
        start = time.process_time()
        references(made)
        return time.process_time() - start

    took(500)
    once, four_times = min(took(800) for _ in range(2)), min(took(3_200) for _ in range(2))
    assert four_times < 9 * once
