"""The words of drafts as numbers, so that whole texts can be laid beside each other quickly.

In: `Draft`s. Out: `Text`s: the words of all provisions in one row, each with a code (the same for
words that count as the same), an identity, and whether it is sure. A word is a token with a letter
or digit in it; case, hyphens and apostrophes make no other word of it, and punctuation has no age.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal

from tracker.model import Draft, Provision
from tracker.words import TOKEN

Field = Literal["heading", "text"]
FIELDS: tuple[Field, ...] = ("heading", "text")

Key = tuple[int, str]
"""Where a provision stood last: the place of the draft, its eId."""

NEW = -1
"""The identity of a word that is not yet known."""

_JOINERS = re.compile(r"['\u2019\u2011-]")


def word_key(token: str) -> str:
    """What a token is known by, `""` if it is no word.

    >>> [word_key(one) for one in ("Co-operation", "cooperation", "l\\u2019article", ";")]
    ['cooperation', 'cooperation', 'larticle', '']
    """
    return _JOINERS.sub("", token).casefold() if token[:1].isalnum() else ""


def word_spans(text: str) -> list[tuple[int, int]]:
    """Where the words of a text stand.

    >>> word_spans("No one, nowhere.")
    [(0, 2), (3, 6), (8, 15)]
    """
    # A token is a word if it begins as one.
    return [found.span() for found in TOKEN.finditer(text) if text[found.start()].isalnum()]


@dataclass(frozen=True, slots=True)
class Slot:
    """The words of a provision: `heading` from `start` to `middle`, `text` from there to `end`."""

    start: int
    middle: int
    end: int

    def of(self, name: Field) -> tuple[int, int]:
        """Where the words of its heading or text stand."""
        return (self.start, self.middle) if name == "heading" else (self.middle, self.end)


@dataclass(slots=True)
class Text:
    """The words of several provisions in a row. `ids` are their identities, `sure` whether these
    are, `slots` where each provision's words stand, `inner` what stands right inside a provision,
    `of` the provisions."""

    codes: list[int] = field(default_factory=list)
    ids: list[int] = field(default_factory=list)
    sure: list[bool] = field(default_factory=list)
    slots: dict[Key, Slot] = field(default_factory=dict)
    inner: dict[Key, list[Key]] = field(default_factory=dict)

    def put(self, key: Key, parent: str | None, heading: Row, text: Row) -> None:
        """Add a provision's words at the end."""
        start = len(self.codes)
        for row in (heading, text):
            self.codes += row.codes
            self.ids += row.ids
            self.sure += row.sure
        middle = start + len(heading.codes)
        self.slots[key] = Slot(start, middle, len(self.codes))
        if parent is not None:
            self.inner.setdefault((key[0], parent), []).append(key)

    def row(self, places: Iterable[int]) -> Row:
        """The words at these places."""
        kept = list(places)
        return Row(
            [self.codes[n] for n in kept],
            [self.ids[n] for n in kept],
            [self.sure[n] for n in kept],
        )

    def fields(self) -> Iterator[tuple[Key, int, int]]:
        """Each heading and each text that has words, with its provision."""
        for key, slot in self.slots.items():
            for start, end in (slot.of(name) for name in FIELDS):
                if start < end:
                    yield key, start, end

    def whole(self, key: Key, *, headings: bool = True) -> list[int]:
        """The places of all words of a provision and of what is inside it, in order; without
        `headings`, of the texts alone."""
        found: list[int] = []
        waiting = [key]
        while waiting:
            one = waiting.pop()
            slot = self.slots.get(one)
            if slot is not None:
                found += range(slot.start if headings else slot.middle, slot.end)
            waiting += reversed(self.inner.get(one, ()))
        return found


@dataclass(frozen=True, slots=True)
class Row:
    """Words in a row."""

    codes: Sequence[int]
    ids: Sequence[int]
    sure: Sequence[bool]


NOTHING = Row((), (), ())


class Wordbook:
    """The codes of words, the same through all drafts."""

    def __init__(self) -> None:
        self._codes: dict[str, int] = {}
        self._tokens: dict[str, int] = {}
        self._texts: dict[str, list[int]] = {}

    def codes(self, text: str) -> list[int]:
        """The codes of a text's words. A text that was read before is not read again: most
        provisions stay as they are from round to round."""
        known = self._texts.get(text)
        if known is None:
            found = (self._code(token) for token in TOKEN.findall(text))
            known = self._texts[text] = [code for code in found if code >= 0]
        return known

    def _code(self, token: str) -> int:
        code = self._tokens.get(token)
        if code is None:
            key = word_key(token)
            code = self._codes.setdefault(key, len(self._codes)) if key else -1
            self._tokens[token] = code
        return code

    def text_of(self, draft: Draft, place: int) -> Text:
        """The words of a draft, not yet known."""
        made = Text()
        for provision in draft.provisions:
            heading, text = (self._row(provision, name) for name in FIELDS)
            made.put((place, provision.eid), provision.parent, heading, text)
        return made

    def _row(self, provision: Provision, name: Field) -> Row:
        held = provision.heading if name == "heading" else provision.text
        if not held:
            return NOTHING
        codes = self.codes(held)
        return Row(codes, [NEW] * len(codes), [True] * len(codes))


COMMON_SHARE = 0.004
COMMON_LEAST = 5


def common(*texts: Text) -> frozenset[int]:
    """The words that are everywhere in these texts (the, of, shall), whatever the language: at
    least one in 250, and not fewer than five."""
    counts: Counter[int] = Counter()
    for one in texts:
        counts.update(one.codes)
    least = max(COMMON_LEAST, COMMON_SHARE * counts.total())
    return frozenset(code for code, n in counts.items() if n >= least)
