"""Cues: words that show a legal function, and how strongly.

In: a heading or the words of one provision. Out: for each function the weight of its cues and the
words that the strongest of them was found in.

A cue counts once however often its words stand there: a long list of duties is no surer sign than
one. Its `key` is a cheap test before the expression: one of these small strings must be there.
Every expression is linear: its gaps are bounded and do not nest.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

Tally = dict[str, tuple[float, str]]
"""By function, the weight of its cues and the words of the strongest."""

_LONGEST_EVIDENCE = 120

_VOWEL_SIGNS = dict.fromkeys("\u0640\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652", "")
"""Arabic is printed with or without them."""

_MARKUP = str.maketrans(
    dict.fromkeys("“”„«»״", '"') | dict.fromkeys("‘’", "'") | {"[": "", "]": ""} | _VOWEL_SIGNS
)


@dataclass(frozen=True, slots=True)
class Cue:
    """Words that show `function` with a weight: 1 a hint, 3 a good sign, 5 and more a formula that
    stands for this job alone."""

    function: str
    weight: float
    key: tuple[str, ...]
    pattern: re.Pattern[str]


def cue(function: str, weight: float, key: str, pattern: str) -> Cue:
    """A cue from a table's row; `key` holds its small strings, in lower case, parted by `|`."""
    return Cue(function, weight, tuple(key.split("|")), re.compile(pattern, re.IGNORECASE))


def plain(text: str) -> str:
    """The words as cues are written: single spaces, straight quotation marks, none of the square
    brackets of a draft.

    >>> plain("[“lamp”]  means ``a light")
    '"lamp" means "a light'
    """
    return " ".join(text.translate(_MARKUP).replace("``", '"').replace("''", '"').split())


def tally(cues: Iterable[Cue], text: str) -> Tally:
    """The functions that the words of `text` (as `plain` gives it) show.

    >>> lamps = [cue("offence", 5, "crime", r"a crime to"), cue("offence", 1, "lamp", "lamps?")]
    >>> tally(lamps, "It is a crime to break lamps")
    {'offence': (6.0, 'a crime to')}
    >>> tally([cue("offence", 5, "crim", r"a crim")], "It is a criminal matter")
    {'offence': (5.0, 'a criminal')}
    """
    small = text.lower()
    found: Tally = {}
    strongest: dict[str, float] = {}
    for one in cues:
        if not any(key in small for key in one.key):
            continue
        match = one.pattern.search(text)
        if match is None:
            continue
        weight, words = found.get(one.function, (0.0, ""))
        if one.weight > strongest.get(one.function, 0.0):
            strongest[one.function] = one.weight
            words = _whole(match)
        found[one.function] = (weight + one.weight, words)
    return found


def _whole(match: re.Match[str]) -> str:
    """What was found, to the end of its last word, and cut after a word if it is long."""
    text, end = match.string, match.end()
    while 0 < end < len(text) and text[end].isalnum() and text[end - 1].isalnum():
        end += 1
    words = text[match.start() : end].strip()
    if len(words) <= _LONGEST_EVIDENCE:
        return words
    return words[:_LONGEST_EVIDENCE].rsplit(" ", 1)[0]


_SUBORDINATE = re.compile(
    r"\b(?:of|for|in|on|to|by|from|with|within|under|against|between|through|regarding|concerning"
    r"|relating|pertaining"
    r"|related)\b",
    re.IGNORECASE,
)
_AFTER_PREPOSITION = 0.5


def tally_heading(cues: Iterable[Cue], heading: str) -> Tally:
    """As `tally`, for a heading: of several cues of one function the strongest counts, and one
    behind a preposition counts half, since a heading names its matter first (`Extradition for
    offences`). What is found first wins over what comes after, by a little."""
    small = heading.lower()
    found: Tally = {}
    turn = _SUBORDINATE.search(heading)
    for one in cues:
        if not any(key in small for key in one.key):
            continue
        match = one.pattern.search(heading)
        if match is None:
            continue
        weight = one.weight
        if turn is not None and turn.start() < match.start():
            weight *= _AFTER_PREPOSITION
        weight -= min(0.8, match.start() / 40)
        if weight > found.get(one.function, (0.0, ""))[0]:
            found[one.function] = (weight, _whole(match))
    return found
