"""Marks over time: which words of a provision were bracketed, by whom, in which rounds.

In: a `ThreadPage`. Out: a row for each stretch of marked words with who wanted it, and the rounds
in which it stood so. Words count as the same if they are, brackets and blanks apart; where the
names changed there is a row for each.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from tracker.model import Mark, MarkKind
from tracker.store.records import ProvisionRow, ThreadPage
from web.marks import words_of
from web.names import Names
from web.plain import MARKS, joined

SHOWN: tuple[MarkKind, ...] = (
    "bracket",
    "alternative",
    "proponent",
    "agreed",
    "struck",
    "added",
)
"""Kinds that say where the negotiators stood."""

LONGEST = 40
"""Of longer stretches, so many words are shown."""

_NAMING: tuple[MarkKind, ...] = ("bracket", "alternative", "proponent")
_WORD = re.compile(r"\w+")


@dataclass(slots=True)
class Row:
    """Marked words. `where` is the part of the provision in which they stood first, `who` what is
    said of whoever is named, `rounds` the number of each round with the anchor of its text."""

    kind: MarkKind
    label: str
    words: str
    where: str
    who: str
    rounds: list[tuple[int, str]] = field(default_factory=list)


def rows(page: ThreadPage, names: Names) -> list[Row]:
    """The rows, in the order of the rounds and of the text."""
    found: dict[tuple[MarkKind, str, str], Row] = {}
    for round in page.rounds:
        for member in round.members:
            place = (round.draft.position, f"m-{member.provision.address}")
            for provision, mark in _marks(member.provisions):
                words = _words(provision, mark)
                who = _who(mark, provision.marks)
                key = (mark.kind, " ".join(_WORD.findall(words.casefold())), who)
                row = found.get(key)
                if row is None:
                    inside = provision.id != member.provision.id
                    where = names.own(provision) if inside else ""
                    row = Row(mark.kind, MARKS[mark.kind][0], _brief(words), where, who)
                    found[key] = row
                if place not in row.rounds:
                    row.rounds.append(place)
    return list(found.values())


def _marks(provisions: Sequence[ProvisionRow]) -> Iterator[tuple[ProvisionRow, Mark]]:
    """The marks worth a row, in the order of the text."""
    for provision in provisions:
        shown = [one for one in provision.marks if one.kind in SHOWN and _is_on(one)]
        of_words = {one.kind for one in shown if one.field != "num"}
        for mark in sorted(shown, key=lambda one: (one.field != "heading", one.start, -one.end)):
            number_only = mark.field == "num" and mark.kind in of_words
            if not number_only and not _is_told(mark, shown):
                yield provision, mark


def _is_on(mark: Mark) -> bool:
    return mark.start < mark.end or bool(mark.printed)


def _is_told(mark: Mark, marks: Sequence[Mark]) -> bool:
    """Whether another mark's row tells this one: a bracket tells whose its words are, an
    alternative that it stands in a bracket."""
    if mark.kind == "proponent":
        return any(one.kind == "bracket" and _same_words(one, mark) for one in marks)
    if mark.kind == "bracket":
        return any(
            one.kind == "alternative"
            and one.field == mark.field
            and mark.start < one.start
            and 0 <= mark.end - one.end <= 1
            for one in marks
        )
    return False


def _same_words(outer: Mark, inner: Mark) -> bool:
    """Whether the words are the same but for the brackets around them."""
    near = 0 <= inner.start - outer.start <= 1 and 0 <= outer.end - inner.end <= 1
    return near and outer.field == inner.field


def _words(provision: ProvisionRow, mark: Mark) -> str:
    texts = {"text": provision.text, "heading": provision.heading, "num": provision.number}
    return texts[mark.field][mark.start : mark.end]


def _who(mark: Mark, marks: Sequence[Mark]) -> str:
    """Who is named with the mark, or with all of its words; else what the mark itself says."""
    if mark.kind not in ("bracket", "alternative"):
        return words_of(mark)
    naming = (
        one
        for one in marks
        if one.by
        and one.kind in _NAMING
        and one.field == mark.field
        and one.start < one.end
        and one.start <= mark.start + 1
        and one.end >= mark.end - 1
    )
    said = dict.fromkeys(words_of(one) for one in naming)
    own = words_of(mark)
    return joined([*([own] if own and own not in said else []), *said])


def _brief(text: str) -> str:
    words = text.split()
    return " ".join(words[:LONGEST]) + (" …" if len(words) > LONGEST else "")
