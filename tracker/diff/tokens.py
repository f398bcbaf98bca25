"""The tokens of a text, as a difference compares them.

In: a text. Out: tokens with the white space after them and a key. A label that numbers a block or
an item of a list is one token, and all labels have one key: what an item says is compared, not
which number it has.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from tracker.diff.function_words import GLUE, LINKING
from tracker.diff.spellings import key
from tracker.words import TOKEN

LABEL_KEY = "\0label"

_PLAIN = r"\d{1,3}(?:\.\d{1,3}){0,3}|[a-z]|[ivxlc]{1,6}|[A-Z]|[IVXLC]{1,6}"
_LATER = r"(?: (?:bis|ter|quater|quinquies|sexies))?"
_BARE = rf"(?:{_PLAIN}){_LATER}\.|(?:{_PLAIN}|[a-z]{{2}}){_LATER}\)"
_BRACKETED = rf"\((?:{_PLAIN}|[a-z]{{2}}){_LATER}\)"
# In a line of its own a label may have any form; inside one it stands in brackets, after a sign
# that parts the items of a list. "points (a), (b) and (c)" are no labels.
LABEL = re.compile(
    rf"^[ \t]{{0,40}}(?P<line>{_BRACKETED}|{_BARE})(?=\s)"
    rf"|[;:\u2014] (?:and |or |and/or |et |ou |y |o )?(?P<item>{_BRACKETED})(?= )",
    re.M,
)
"""A label, as the group `line` or `item`."""


@dataclass(frozen=True, slots=True)
class Token:
    """A token as printed, the white space after it, which is not compared, and its key."""

    text: str
    space: str
    key: str


def labels(text: str) -> list[tuple[int, int]]:
    """Where labels stand, as half-open offsets, in order.

    >>> labels("(a) ships; (b) boats of points (a) and (b)")
    [(0, 3), (11, 14)]
    """
    return [match.span(match.lastgroup or 0) for match in LABEL.finditer(text)]


def split(text: str) -> list[Token]:
    """The tokens of a text; a first empty token carries any leading white space."""
    if not text:
        return []
    spans: list[tuple[int, int, str]] = []
    at = 0
    for start, end in labels(text):
        spans += ((*m.span(), "") for m in TOKEN.finditer(text, at, start))
        spans.append((start, end, LABEL_KEY))
        at = end
    spans += ((*m.span(), "") for m in TOKEN.finditer(text, at))
    if not spans or spans[0][0] > 0:
        spans.insert(0, (0, 0, ""))
    starts = [start for start, _, _ in spans[1:]]
    return [
        Token(text[start:end], text[end:following], label or key(text[start:end]))
        for (start, end, label), following in zip(spans, (*starts, len(text)), strict=True)
    ]


LIGHT, MIDDLE = 0.25, 0.7
"""What glue and linking words weigh; a word of content weighs 1, a sign almost nothing."""

_SIGN, _STOP = 0.1, 0.5
_STOPS = frozenset(",;:.?!，；：。、،؛؟")
_SHORT = 2


def weight(form: str) -> float:
    """How much of a passage is kept with a token, 0 to 1, by its key.

    >>> [weight(word) for word in ("harbor", "under", "the", ",", "17", LABEL_KEY)]
    [1.0, 0.7, 0.25, 0.5, 1.0, 0.1]
    """
    if not form or form == LABEL_KEY or not form[0].isalnum():
        return _STOP if form in _STOPS else _SIGN
    if form in GLUE:
        return LIGHT
    if form in LINKING:
        return MIDDLE
    if len(form) <= _SHORT and not form[0].isdigit():
        return MIDDLE if ord(form[0]) > 0x2E7F else LIGHT  # an ideograph is more than two letters
    return 1.0


def weights(tokens: Sequence[Token]) -> list[float]:
    """The weight of each token."""
    known: dict[str, float] = {}
    return [
        known[t.key] if t.key in known else known.setdefault(t.key, weight(t.key)) for t in tokens
    ]
