"""Every alternative of a cue can be reached: its cheap keys never hide words that it is for."""

from __future__ import annotations

import importlib
import random
import re
from collections.abc import Iterable
from typing import Any

import pytest

from tracker.function import LANGUAGES
from tracker.function.cues import Cue

_SAMPLES = 400  # strings made from each expression
_SMALL = 3  # a repetition of at most so many is tried in full, of a longer one only the least


def _made(nodes: Iterable[tuple[Any, Any]], chance: random.Random) -> str:
    """A string that the expression of `nodes`, as `re` parses it, matches but for its context."""
    return "".join(_piece(str(kind), value, chance) for kind, value in nodes)


def _piece(kind: str, value: Any, chance: random.Random) -> str:
    if kind == "LITERAL":
        return chr(value)
    if kind in ("NOT_LITERAL", "ANY"):
        return "x"
    if kind == "IN":
        first, character = value[0]
        return {"LITERAL": lambda: chr(character), "RANGE": lambda: chr(character[0])}.get(
            str(first), lambda: "x"
        )()
    if kind == "BRANCH":
        return _made(chance.choice(value[1]), chance)
    if kind == "SUBPATTERN":
        return _made(value[3], chance)
    if kind in ("MAX_REPEAT", "MIN_REPEAT"):
        least, most, inner = value
        times = least if most > _SMALL else chance.randint(least, most)
        return "".join(_made(inner, chance) for _ in range(times))
    assert kind in ("AT", "ASSERT", "ASSERT_NOT"), kind
    return ""


def _hidden(cue: Cue) -> list[str]:
    """Words that the expression of a cue is for and that its keys keep it from seeing."""
    parse = importlib.import_module("re._parser").parse
    tree = parse(cue.pattern.pattern, cue.pattern.flags)
    chance = random.Random(cue.pattern.pattern)
    made = {_made(tree, chance) for _ in range(_SAMPLES)}
    return sorted(words for words in made if not any(key in words.lower() for key in cue.key))


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_key_hides_words_that_its_cue_is_for(language: str) -> None:
    rules = LANGUAGES[language]
    hidden = [(cue.function, _hidden(cue)) for cue in (*rules.headings, *rules.text)]
    assert [(name, words[:3]) for name, words in hidden if words] == []


def test_a_key_that_hides_words_is_seen() -> None:
    pattern = re.compile(r"\b(?:lamp|light)s? of (?:the )?[a-f]{2}", re.IGNORECASE)
    assert all(
        words.startswith("light") for words in _hidden(Cue("offence", 1, ("lamp",), pattern))
    )
    assert _hidden(Cue("offence", 1, ("lamp",), pattern))
    assert not _hidden(Cue("offence", 1, ("lamp", "light"), pattern))
