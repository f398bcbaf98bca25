"""Words that came or went in one place, and stand on the other side all the same.

In: words of a change, and the provisions of the articles on the other side. Out: whether these
hold the words; where they hold words that are like them, and which. Nothing is said to be gained
that the older text had, or lost that the newer has: `shall be informed` still is to inform. The
words of a phrase that are common in the whole draft do not tell its likes.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tracker.findings.readable import small
from tracker.stems import stems
from tracker.words import TOKEN, words

_NEAR = 12
"""The words that name something among which like words stand together."""
_COMMON = 0.1
"""The share of a draft's provisions that hold a word from which it tells nothing."""
_MANY = 20
"""A draft of fewer provisions has no words that are common in it."""
_HALF = 0.5
"""The share of a phrase's telling words that make another phrase like it."""


@dataclass(frozen=True, slots=True)
class Stemmed:
    """A provision's text: the stems of its words that name something, in order, and the characters
    at which each begins and ends."""

    eid: str
    text: str
    stems: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Like:
    """Where like words stand: `[start, end)` in the text of a provision; `share` of the telling
    words of the phrase are there."""

    eid: str
    text: str
    start: int
    end: int
    share: float


def plain(text: str) -> str:
    """The words of a text in small letters between single blanks, one also at either end.

    >>> plain("The keeper's lamp, (if any)")
    ' the keeper s lamp if any '
    """
    return f" {' '.join(words(text))} "


def holds(there: str, text: str) -> bool:
    """Whether a `plain` text has the words of another text, in their order.

    >>> holds(" the lamp of the pier ", "The lamp;"), holds(" the lamp of the pier ", "amp")
    (True, False)
    """
    phrase = plain(text)
    return bool(phrase.strip()) and phrase in there


def stemmed(eid: str, text: str, language: str) -> Stemmed:
    """A provision's words that name something, by their stems."""
    found = [(word, m.span()) for m in TOKEN.finditer(text) for word in words(m.group())]
    found = [(word, span) for word, span in found if not small(word)]
    return Stemmed(
        eid,
        text,
        tuple(stems([word for word, _ in found], language)),
        tuple(span for _, span in found),
    )


def common(draft: Iterable[Stemmed]) -> frozenset[str]:
    """The stems that so many provisions of a draft hold that they tell nothing."""
    provisions = [one for one in draft if one.stems]
    if len(provisions) < _MANY:
        return frozenset()
    seen = Counter(stem for one in provisions for stem in set(one.stems))
    return frozenset(stem for stem, n in seen.items() if n >= _COMMON * len(provisions))


def like(phrase: Stemmed, there: Sequence[Stemmed], known: frozenset[str]) -> Like | None:
    """Where words stand that are most like a phrase, None if nowhere. What is `known` of the whole
    draft does not count, if anything else is in the phrase."""
    telling = {stem for stem in phrase.stems if stem not in known} or set(phrase.stems)
    found = (_nearest(telling, one) for one in there)
    return max((one for one in found if one), key=lambda one: one.share, default=None)


def _nearest(telling: set[str], one: Stemmed) -> Like | None:
    """The stretch of a provision that has the most of the stems near each other."""
    places = [n for n, stem in enumerate(one.stems) if stem in telling]
    best: Like | None = None
    for first in places:
        near = [n for n in places if first <= n < first + _NEAR]
        share = len({one.stems[n] for n in near}) / len(telling)
        if share >= _HALF and (best is None or share > best.share):
            seen = list(dict.fromkeys(one.stems[n] for n in near))
            last = max(next(n for n in near if one.stems[n] == stem) for stem in seen)
            start, end = one.spans[first][0], one.spans[last][1]
            best = Like(one.eid, one.text, start, end, share)
    return best
