"""A text changed round by round, as negotiators change texts.

In: a draft, texts to borrow articles from, a source of chance, and a `Kind`: how much is to change.
Out: the units of the newer draft, which know what they were made of.
"""

from __future__ import annotations

import copy
import random
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from mutation_trees import Unit, numbered, place_of, trees
from mutation_words import reworded

from tracker.model import Draft

LONGEST_DEMOTED = 160
"""Words of an article that can become one paragraph."""


@dataclass(frozen=True, slots=True)
class Kind:
    """How much a text is changed: how many rounds, how many provisions in each (a factor), what
    share of the words that can be exchanged are, and whether some rules are told in other words."""

    name: str
    rounds: int
    strength: float
    wording: float
    rewriting: bool = False


SORTS = (
    Kind("light", 1, 0.6, 0.1),
    Kind("rounds", 3, 0.6, 0.15),
    Kind("upheaval", 2, 2.0, 0.3),
    Kind("rewritten", 1, 1.0, 0.3, rewriting=True),
)
"""From a quiet round to a new text."""


class Mutation:
    """A text in the course of its changes: `old` before them, `units` as they are now."""

    def __init__(
        self, draft: Draft, others: Sequence[Draft], chance: random.Random, kind: Kind
    ) -> None:
        self._chance = chance
        self._kind = kind
        self.units = trees(draft)
        own = {unit.heading.casefold() for unit in self.units}
        self._others = [
            unit
            for other in others
            for unit in trees(other)
            if not unit.heading or unit.heading.casefold() not in own
        ]
        self.old = numbered(self.units, "old", "2031-01-01")
        for unit in self.units:
            for one, _ in unit.walk():
                one.sources = (one.eid,)

    def round(self) -> None:
        """Change words, then provisions."""
        for unit in self.units:
            for one, _ in unit.walk():
                if one.text and self._chance.random() < 0.75:
                    one.text = reworded(one.text, self._chance, self._kind.wording)
        steps: tuple[tuple[float, Callable[[], None]], ...] = (
            (0.06, self._move_article),
            (0.05, self._move_paragraph),
            (0.02, self._move_paragraph_away),
            (0.05, self._split_article),
            (0.05, self._merge_articles),
            (0.03, self._demote),
            (0.03, self._promote),
            (0.04, self._merge_paragraphs),
            (0.04, self._split_paragraph),
            (0.1 if self._kind.rewriting else 0.0, self._rewrite),
            (0.05, self._drop_article),
            (0.04, self._drop_paragraph),
            (0.05, self._borrow),
            (0.01, self._replace_article),
            (0.01, self._replace_paragraph),
        )
        size = len(self.units)
        for share, step in steps:
            for _ in range(max(1, round(share * size * self._kind.strength)) if share else 0):
                step()

    def _any(self, units: Sequence[Unit]) -> Unit | None:
        return self._chance.choice(units) if units else None

    def _long(self, least: int) -> list[Unit]:
        return [u for u in self.units if len(u.inner) > least and u.only_paragraphs()]

    def _insert(self, units: list[Unit], unit: Unit) -> None:
        units.insert(self._chance.randrange(len(units) + 1), unit)

    def _move_article(self) -> None:
        unit = self.units.pop(self._chance.randrange(len(self.units)))
        unit.moved = True
        self._insert(self.units, unit)

    def _move_paragraph(self) -> None:
        if unit := self._any(self._long(2)):
            one = unit.inner.pop(self._chance.randrange(len(unit.inner)))
            one.moved = True
            self._insert(unit.inner, one)

    def _move_paragraph_away(self) -> None:
        start, end = self._any(self._long(2)), self._any(self._long(1))
        if start and end and start is not end:
            one = start.inner.pop(self._chance.randrange(len(start.inner)))
            one.moved = True
            self._insert(end.inner, one)

    def _split_article(self) -> None:
        if unit := self._any(self._long(3)):
            cut = self._chance.randrange(1, len(unit.inner))
            rest = unit.inner[cut:]
            del unit.inner[cut:]
            heading = f"{unit.heading}: further provisions" if unit.heading else ""
            part = Unit("article", heading, inner=rest, sources=unit.sources)
            if self._chance.random() < 0.7:
                self.units.insert(place_of(self.units, unit) + 1, part)
            else:
                self._insert(self.units, part)

    def _merge_articles(self) -> None:
        usable = [
            n
            for n in range(len(self.units) - 1)
            if all(u.only_paragraphs() and not u.borrowed for u in self.units[n : n + 2])
        ]
        if usable:
            n = self._chance.choice(usable)
            unit, other = self.units[n], self.units.pop(n + 1)
            unit.inner += other.inner
            unit.sources += other.sources
            if unit.heading and other.heading and self._chance.random() < 1 / 3:
                unit.heading += f" and {other.heading[:1].lower()}{other.heading[1:]}"

    def _demote(self) -> None:
        usable = [
            u
            for u in self.units
            if len(u.whole().split()) < LONGEST_DEMOTED and not u.borrowed and len(u.sources) == 1
        ]
        unit = self._any(usable)
        host = self._any([u for u in self.units if u is not unit and u.only_paragraphs()])
        if unit and host and not host.borrowed:
            del self.units[place_of(self.units, unit)]
            text = re.sub(r"\s+", " ", unit.whole())
            one = Unit("paragraph", text=text, sources=unit.sources)
            if self._chance.random() < 2 / 3:
                host.inner.append(one)
            else:
                self._insert(host.inner, one)

    def _promote(self) -> None:
        if unit := self._any(self._long(2)):
            one = unit.inner.pop(self._chance.randrange(len(unit.inner)))
            heading = " ".join(re.findall(r"\w+", one.whole())[:5]).capitalize()
            one.moved = False
            self._insert(self.units, Unit("article", heading, inner=[one], sources=one.sources))

    def _merge_paragraphs(self) -> None:
        usable = [
            (u, n)
            for u in self.units
            for n in range(len(u.inner) - 1)
            if not u.borrowed
            and all(x.kind == "paragraph" and not x.inner for x in u.inner[n : n + 2])
        ]
        if usable:
            unit, n = self._chance.choice(usable)
            other = unit.inner.pop(n + 1)
            unit.inner[n].text += f" {other.text}"
            unit.inner[n].sources += other.sources

    def _split_paragraph(self) -> None:
        usable = [
            (u, x)
            for u in self.units
            for x in u.inner
            if x.kind == "paragraph" and not x.inner and len(x.text.split()) > 40 and not u.borrowed
        ]
        if usable:
            unit, one = self._chance.choice(usable)
            words = one.text.split(" ")
            ends = [n for n in range(10, len(words) - 10) if words[n].endswith((".", ";", ","))]
            cut = self._chance.choice(ends or [len(words) // 2]) + 1
            rest = Unit("paragraph", text=" ".join(words[cut:]), sources=one.sources)
            unit.inner.insert(place_of(unit.inner, one) + 1, rest)
            one.text = " ".join(words[:cut])

    def _rewrite(self) -> None:
        """Tell a rule in other words: most clauses are exchanged for those of other texts."""
        unit = self._any([u for u in self.units if not u.borrowed])
        if unit is None:
            return
        kept = self._chance.choice((0.25, 0.4, 0.55))
        for one, _ in unit.walk():
            clauses = []
            for clause in re.split(r"(?<=[,;:])\s+", one.text):
                if self._chance.random() < kept or len(clause.split()) < 3:
                    clauses.append(clause)
                elif self._others and self._chance.random() < 0.8:
                    other = self._chance.choice(self._others).whole()
                    clauses.append(self._chance.choice(re.split(r"(?<=[,;:.])\s+", other))[:400])
            one.text = " ".join(clauses) or one.text
        if unit.heading and self._chance.random() < 0.3:
            words = unit.heading.split()
            unit.heading = " ".join(words[: max(1, len(words) // 2)])

    def _drop_article(self) -> None:
        del self.units[self._chance.randrange(len(self.units))]

    def _drop_paragraph(self) -> None:
        if unit := self._any([u for u in self.units if len(u.inner) > 2]):
            del unit.inner[self._chance.randrange(len(unit.inner))]

    def _borrow(self) -> None:
        if self._others:
            unit = copy.deepcopy(self._chance.choice(self._others))
            unit.borrowed = True
            self._insert(self.units, unit)

    def _replace_article(self) -> None:
        """Another rule in the place of one that goes."""
        if self._others:
            n = self._chance.randrange(len(self.units))
            unit = copy.deepcopy(self._chance.choice(self._others))
            unit.borrowed = True
            if unit.inner and self.units[n].inner:
                self._open_alike(unit.inner[0], self.units[n].inner[0])
            self.units[n] = unit

    def _replace_paragraph(self) -> None:
        unit = self._any(self._long(1))
        other = self._any([u for u in self._others if u.only_paragraphs()])
        if unit and other:
            one = copy.deepcopy(self._chance.choice(other.inner))
            n = self._chance.randrange(len(unit.inner))
            self._open_alike(one, unit.inner[n])
            unit.inner[n] = one

    def _open_alike(self, one: Unit, gone: Unit) -> None:
        """Give a new rule the opening words of the one it replaces: they are often the formula
        with which all begin."""
        if self._chance.random() < 0.5:
            words = self._chance.randrange(5, 15)
            one.text = " ".join(gone.text.split()[:words] + one.text.split()[words // 2 :])
