"""Marks over time: which words of a provision were bracketed, by whom, in which rounds.

In: a `ThreadPage`. Out: a row for each stretch of marked words with who wanted it, and the rounds
in which it stood so. A bracket, an option or a status that goes on through several paragraphs is
one stretch. Words count as the same if they are, brackets and blanks apart; where the names changed
there is a row for each.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from tracker.model import MarkKind
from tracker.store.records import ProvisionRow, ThreadPage
from web.names import Names
from web.plain import MARKS, kind_word
from web.stretches import Stretch, stretches

FIRST, LAST = 28, 12
"""Of longer stretches, so many words are shown of their beginning and of their end."""


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

    @property
    def may_be_named(self) -> bool:
        """Whether drafters print names with such a mark, so that their absence says something."""
        return self.kind in ("bracket", "alternative")


def rows(page: ThreadPage, names: Names) -> list[Row]:
    """The rows, in the order of the rounds and of the text."""
    found: dict[tuple[MarkKind, str, str], Row] = {}
    for round in page.rounds:
        for member in round.members:
            place = (round.draft.position, f"m-{member.provision.address}")
            for stretch in stretches(member.provisions):
                key = (stretch.kind, stretch.same_words, stretch.who)
                row = found.get(key)
                if row is None:
                    where = _where(stretch, member.provision, names)
                    label = MARKS[stretch.kind][0]
                    row = Row(stretch.kind, label, _brief(stretch.words), where, stretch.who)
                    found[key] = row
                if row.rounds[-1:] != [place]:
                    row.rounds.append(place)
    return list(found.values())


def _where(stretch: Stretch, member: ProvisionRow, names: Names) -> str:
    """The part of `member` in which a stretch stands; `""` for all of it or its own words."""
    first, last = (_unit(stretch.pieces[n].provision, stretch, names) for n in (0, -1))
    if first.id == member.id:
        return "" if last.id == member.id else f"from its beginning to {names.own(last)}"
    beside: ProvisionRow | None = last
    while beside is not None and beside.parent_id != first.parent_id:
        beside = names.above(beside)
    if beside is None or beside.id == first.id:
        return names.own(first)
    start, end, word = names.own(first), names.own(beside), f"{kind_word(first.kind)} "
    if start.startswith(word) and end.startswith(word) and first.number and beside.number:
        return f"{word.rstrip()}s {start.removeprefix(word)} to {end.removeprefix(word)}"
    return f"{start} to {end}"


def _unit(provision: ProvisionRow, stretch: Stretch, names: Names) -> ProvisionRow:
    """The provision, or of one in an option that which offers the options."""
    above: ProvisionRow | None = provision
    while stretch.kind == "alternative" and above is not None:
        if above.kind == "hcontainer":
            return names.above(above) or above
        above = names.above(above)
    return provision


def _brief(text: str) -> str:
    """The words; long ones without their middle.

    >>> _brief(" ".join(str(n) for n in range(100)))[-43:]
    '26 27 … 88 89 90 91 92 93 94 95 96 97 98 99'
    """
    words = text.split()
    if len(words) <= FIRST + LAST:
        return " ".join(words)
    return f"{' '.join(words[:FIRST])} … {' '.join(words[-LAST:])}"
