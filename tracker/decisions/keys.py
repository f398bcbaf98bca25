"""Every key that `links.toml` may have: the one table behind the loader and the JSON Schema."""

from __future__ import annotations

import re
from typing import get_args

from tracker import manifest_checks as checks
from tracker.manifest_keys import Key
from tracker.model import RELATIONS, Action
from tracker.words import words

SEAL = "[0-9a-f]{16}"

_PARTNERED = tuple(one for one in RELATIONS if one not in ("inserted", "deleted"))


def check_seal(seal: str) -> str:
    """A seal as `tracker decisions` prints it.

    >>> check_seal("0123456789abcdef")
    '0123456789abcdef'
    >>> check_seal("12")
    Traceback (most recent call last):
    ...
    ValueError: '12' is not a seal; `tracker decisions` prints the right one
    """
    if not re.fullmatch(SEAL, seal):
        raise ValueError(f"{seal!r} is not a seal; `tracker decisions` prints the right one")
    return seal


def check_words(text: str) -> str:
    """`text` itself if a word is in it.

    >>> check_words("Each Party shall")
    'Each Party shall'
    >>> check_words("...")
    Traceback (most recent call last):
    ...
    ValueError: '...' has no word in it; write the first words of the text
    """
    if not words(text):
        raise ValueError(f"{text!r} has no word in it; write the first words of the text")
    return text


def _end(side: str) -> tuple[Key, ...]:
    return (
        Key(
            f"{side}_draft",
            f"Symbol of the {side}er draft." if side == "old" else "Symbol of the newer draft.",
            required=True,
            check=checks.check_symbol,
        ),
        Key(
            side,
            "The provision in it: its number as printed, from the article down (article 12(2)), or "
            "its eId (art_12__para_2).",
            required=True,
        ),
        Key(
            f"{side}_words",
            "The first words of that provision, as many as make it plain which text you read, and "
            "three at least unless it has fewer. If they are others one day, the decision is "
            "reported and not followed.",
            required=True,
            check=check_words,
        ),
        Key(
            f"{side}_seal",
            "The seal of its whole text, as `tracker decisions` prints it: with it any change of "
            "the text is seen, not only one of the first words.",
            check=check_seal,
            pattern=SEAL,
        ),
    )


DECISION = (
    Key(
        "decision",
        "accept: the link is right; reject: it is wrong; add: there is a link that was not found.",
        "choice",
        required=True,
        options=get_args(Action),
    ),
    *_end("old"),
    *_end("new"),
    Key(
        "relation",
        "What became of the older provision. Must be said with add; with accept it is left as "
        "found if absent.",
        "choice",
        options=_PARTNERED,
    ),
    Key(
        "language",
        "The language of the two drafts, where it is not that of the negotiation: ISO 639-1.",
        check=checks.check_language,
        pattern=checks.TWO_LETTERS,
    ),
    Key("name", "Who decided it.", required=True),
    Key("date", "When: 2026-05-31.", "date", required=True, pattern=checks.DAY),
    Key("reason", "Why, in a sentence.", "lines", required=True),
)

LINKS = (Key("decisions", "The decisions, one table each.", "tables", keys=DECISION),)
