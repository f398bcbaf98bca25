"""Drafts as trees that can be changed, and back.

In: a `Draft`. Out: a `Unit` for each article, with paragraphs and points; and of such units a draft
with numbers and eIds.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from tracker.model import Draft, Provision, Source

KINDS = ("article", "paragraph", "point")

PREFIX = {"article": "art", "paragraph": "para", "point": "point"}


@dataclass(slots=True)
class Unit:
    """A provision in the making; `sources` are the eIds that its words come from."""

    kind: str
    heading: str = ""
    text: str = ""
    inner: list[Unit] = field(default_factory=list)
    sources: tuple[str, ...] = ()
    moved: bool = False
    borrowed: bool = False
    eid: str = ""
    num: str = ""

    def walk(self, above: Unit | None = None) -> Iterator[tuple[Unit, Unit | None]]:
        """This one and all inside it, each with what holds it."""
        yield self, above
        for one in self.inner:
            yield from one.walk(self)

    def whole(self) -> str:
        """Its text and that of all inside it."""
        return "\n".join(one.text for one, _ in self.walk() if one.text)

    def only_paragraphs(self) -> bool:
        """Whether it holds paragraphs and no words of its own."""
        return not self.text and all(one.kind == "paragraph" for one in self.inner)


def trees(draft: Draft) -> list[Unit]:
    """The basic units of a draft, each with paragraphs and points; deeper ones as their text."""
    inner: dict[str | None, list[Provision]] = {}
    for one in draft.provisions:
        inner.setdefault(one.parent, []).append(one)
    kinds = Counter(p.kind for p in draft.provisions if p.kind in ("article", "section"))
    ((unit, _),) = kinds.most_common(1)

    def deep(one: Provision) -> str:
        rest = (f"{x.num} {x.heading} {deep(x)}" for x in inner.get(one.eid, []))
        return " ".join(filter(None, (x.strip() for x in (one.text, *rest))))

    def make(one: Provision, level: int) -> Unit:
        below = inner.get(one.eid, [])
        heading = one.heading if level == 0 else ""
        if level == len(KINDS) - 1 or not below:
            made = Unit(KINDS[level], heading, deep(one))
        else:
            made = Unit(KINDS[level], heading, one.text, [make(x, level + 1) for x in below])
        if level == 0 and not made.inner:
            made.inner, made.text = [Unit("paragraph", text=made.text)], ""
        return made

    return [make(p, 0) for p in draft.provisions if p.kind == unit and deep(p).strip()]


def numbered(units: Sequence[Unit], symbol: str, date: str) -> Draft:
    """Number the units, give them eIds, and make a draft of them."""
    found: list[Provision] = []

    def put(unit: Unit, number: str, parent: str | None) -> None:
        above = f"{parent}__" if parent else ""
        unit.eid = f"{above}{PREFIX[unit.kind]}_{number or 'nn'}"
        printed = {"article": f"Article {number}", "paragraph": f"{number}."}
        unit.num = printed.get(unit.kind, f"({number})") if number else ""
        found.append(Provision(unit.eid, unit.kind, unit.num, unit.heading, unit.text, parent))
        for n, one in enumerate(unit.inner, 1):
            sole = one.kind == "paragraph" and len(unit.inner) == 1
            put(one, "" if sole else str(n) if one.kind == "paragraph" else _letters(n), unit.eid)

    for n, unit in enumerate(units, 1):
        put(unit, str(n), None)
    source = Source("made.txt", "0" * 64, "text", 0)
    return Draft("made", symbol, date, "en", "", "plain", source, tuple(found), (), ("",))


def _letters(n: int) -> str:
    return chr(96 + n) if n <= 26 else _letters((n - 1) // 26) + chr(97 + (n - 1) % 26)


def place_of(units: Sequence[Unit], unit: Unit) -> int:
    """Where this very unit stands, not one that is equal."""
    return next(n for n, one in enumerate(units) if one is unit)
