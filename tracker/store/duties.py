"""Where a duty became an option, or the other way round.

In: the runs of equal, deleted and inserted words of a changed provision, and its language. Out: the
pair of words by which it changed ("shall" became "may"), and what each of them makes of the rule.
Only a short replacement says so: in a long one the two words may belong to different rules. Words
that are left in both texts, or that were merely taken out, change no duty that one could name.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from tracker.model import Hunk
from tracker.words import words

Duty = Literal["duty", "option", "ban"]

LONGEST = 6
"""Words that either side of a replacement may have."""

_DUTY: dict[str, frozenset[str]] = {
    "en": frozenset(("shall", "must")),
    "fr": frozenset(("doit", "doivent", "devra", "devront")),
    "es": frozenset(("deberá", "deberán", "debe", "deben")),
    "ru": frozenset(("должен", "должна", "должно", "должны", "обязан", "обязана", "обязаны")),
}
_OPTION: dict[str, frozenset[str]] = {
    "en": frozenset(("may",)),
    "fr": frozenset(("peut", "peuvent", "pourra", "pourront")),
    "es": frozenset(("podrá", "podrán", "puede", "pueden")),
    "ru": frozenset(("может", "могут")),
}
_BEHIND = {"en": "not", "fr": "pas"}
_BEFORE = {"es": "no", "ru": "не"}


@dataclass(frozen=True, slots=True)
class Turn:
    """What a rule was and what it is now, and the words that say so."""

    old: Duty
    new: Duty
    old_words: str
    new_words: str


def turn(hunks: Sequence[Hunk], language: str) -> Turn | None:
    """The first change of duty in a text, None if there is none.

    >>> said = [Hunk("equal", "Parties "), Hunk("delete", "shall"), Hunk("insert", "may")]
    >>> found = turn([*said, Hunk("equal", " help.")], "en")
    >>> found.old, found.new
    ('duty', 'option')
    >>> turn([*said, Hunk("equal", " not help.")], "en") is None
    True
    """
    if language not in _DUTY:
        return None
    for n, (gone, come) in enumerate(pairwise(hunks)):
        if (gone.operation, come.operation) != ("delete", "insert"):
            continue
        before = _last_word(hunks[n - 1]) if n else ""
        after = _first_word(hunks[n + 2]) if n + 2 < len(hunks) else ""
        old = _said(gone.text, language, before, after)
        new = _said(come.text, language, before, after)
        if old is not None and new is not None and old != new:
            shown = (" ".join(one.text.split()) for one in (gone, come))
            return Turn(old, new, *shown)
    return None


def _last_word(hunk: Hunk) -> str:
    return (words(hunk.text[-40:]) or [""])[-1] if hunk.operation == "equal" else ""


def _first_word(hunk: Hunk) -> str:
    return (words(hunk.text[:40]) or [""])[0] if hunk.operation == "equal" else ""


def _said(text: str, language: str, before: str, after: str) -> Duty | None:
    """What a run of words makes of the rule it stands in, None if it does not say one thing."""
    found = words(text)
    if not 0 < len(found) <= LONGEST:
        return None
    around = [before, *found, after]
    verbs = [
        n
        for n in range(1, len(around) - 1)
        if around[n] in _DUTY[language] or around[n] in _OPTION[language]
    ]
    if len(verbs) != 1:
        return None
    (at,) = verbs
    denied = around[at + 1] == _BEHIND.get(language, "\0") or (
        around[at - 1] == _BEFORE.get(language, "\0")
    )
    if denied:
        return "ban"
    return "duty" if around[at] in _DUTY[language] else "option"
