"""Alignment sets made by mutation: a text, changed as negotiators change texts, with what became
of each of its provisions.

In: a `Draft`, texts to borrow articles from, a seed, and how much is to change. Out: a `Made`: an
older and a newer draft, and the links between them as known from the changes themselves. Used to
develop and to measure the alignment on texts other than those it is judged by.

The changes: words (put in, taken out, exchanged), whole clauses, order, splits and mergers of
articles and of paragraphs, articles that become a paragraph of another, paragraphs that become
articles, articles and paragraphs dropped, articles of another text put in.
"""

from __future__ import annotations

import copy
import random
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from tracker.model import Draft, Provision, Source

INSERTS = (
    "where appropriate",
    "as far as practicable",
    "in line with its national rules",
    "having regard to the rights of the persons concerned",
    "at the earliest opportunity",
    "in consultation with the others",
    "and without discrimination",
    "on request",
)

EXCHANGES = (
    ("shall", "should"),
    ("shall", "must"),
    ("may", "can"),
    ("in accordance with", "pursuant to"),
    ("measures", "steps"),
    ("necessary", "required"),
    ("ensure", "guarantee"),
    ("state party", "country"),
    ("states parties", "countries"),
    ("establish", "set up"),
    ("agreement", "treaty"),
    ("provide", "supply"),
    ("persons", "people"),
    ("relevant", "pertinent"),
    ("appropriate", "suitable"),
    ("including", "among them"),
    ("information", "data"),
    ("take into account", "consider"),
    ("member states", "states"),
    ("regarding", "concerning"),
    ("request", "application"),
    ("law", "legislation"),
    ("offence", "crime"),
    ("offences", "crimes"),
    ("with a view to", "in order to"),
    ("prior to", "before"),
)

KINDS = ("article", "paragraph", "point")
PREFIX = {"article": "art", "paragraph": "para", "point": "point"}
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


@dataclass(frozen=True, slots=True)
class Edge:
    """What a provision became; `optional` links count neither for nor against."""

    old: str
    new: str
    relation: str


@dataclass(frozen=True, slots=True)
class Made:
    """Two drafts and the links between them."""

    old: Draft
    new: Draft
    edges: tuple[Edge, ...]

    def gold(self) -> dict[str, object]:
        """The links as the alignment sets write them."""
        edges = [{"old": e.old, "new": e.new, "relation": e.relation} for e in self.edges]
        return {"edges": edges, "levels": list(KINDS), "unscored_old": [], "unscored_new": []}


def mutate(draft: Draft, others: Sequence[Draft], seed: int, kind: Kind) -> Made:
    """Change a draft; the same seed makes the same changes."""
    mutation = _Mutation(draft, others, random.Random(seed), kind)
    for _ in range(kind.rounds):
        mutation.round()
    return mutation.made()


def _trees(draft: Draft) -> list[Unit]:
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


def _draft(units: Sequence[Unit], symbol: str, date: str) -> Draft:
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


class _Mutation:
    """A text in the course of its changes."""

    def __init__(
        self, draft: Draft, others: Sequence[Draft], chance: random.Random, kind: Kind
    ) -> None:
        self._chance = chance
        self._kind = kind
        self._units = _trees(draft)
        own = {unit.heading.casefold() for unit in self._units}
        self._others = [
            unit
            for other in others
            for unit in _trees(other)
            if not unit.heading or unit.heading.casefold() not in own
        ]
        self._old = _draft(self._units, "old", "2031-01-01")
        for unit in self._units:
            for one, _ in unit.walk():
                one.sources = (one.eid,)

    def round(self) -> None:
        """Change words, then provisions."""
        for unit in self._units:
            for one, _ in unit.walk():
                if one.text and self._chance.random() < 0.75:
                    one.text = self._reworded(one.text)
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
        size = len(self._units)
        for share, step in steps:
            for _ in range(max(1, round(share * size * self._kind.strength)) if share else 0):
                step()

    def _reworded(self, text: str) -> str:
        chance, share = self._chance, self._kind.wording
        for word, other in EXCHANGES:
            if chance.random() < share:
                text = re.sub(rf"\b{word}\b", other, text, flags=re.IGNORECASE)
        kept: list[str] = []
        for word in text.split(" "):
            if chance.random() < 0.036 * share:
                kept.append(chance.choice(INSERTS))
            if chance.random() >= 0.02 * share:
                kept.append(word)
        if len(kept) > 30 and chance.random() < 0.15 * share:
            start = chance.randrange(len(kept) - 10)
            del kept[start : start + chance.randrange(4, 10)]
        return " ".join(kept)

    def _any(self, units: Sequence[Unit]) -> Unit | None:
        return self._chance.choice(units) if units else None

    def _long(self, least: int) -> list[Unit]:
        return [u for u in self._units if len(u.inner) > least and u.only_paragraphs()]

    def _insert(self, units: list[Unit], unit: Unit) -> None:
        units.insert(self._chance.randrange(len(units) + 1), unit)

    def _move_article(self) -> None:
        unit = self._units.pop(self._chance.randrange(len(self._units)))
        unit.moved = True
        self._insert(self._units, unit)

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
                self._units.insert(_place(self._units, unit) + 1, part)
            else:
                self._insert(self._units, part)

    def _merge_articles(self) -> None:
        usable = [
            n
            for n in range(len(self._units) - 1)
            if all(u.only_paragraphs() and not u.borrowed for u in self._units[n : n + 2])
        ]
        if usable:
            n = self._chance.choice(usable)
            unit, other = self._units[n], self._units.pop(n + 1)
            unit.inner += other.inner
            unit.sources += other.sources
            if unit.heading and other.heading and self._chance.random() < 1 / 3:
                unit.heading += f" and {other.heading[:1].lower()}{other.heading[1:]}"

    def _demote(self) -> None:
        usable = [
            u
            for u in self._units
            if len(u.whole().split()) < LONGEST_DEMOTED and not u.borrowed and len(u.sources) == 1
        ]
        unit = self._any(usable)
        host = self._any([u for u in self._units if u is not unit and u.only_paragraphs()])
        if unit and host and not host.borrowed:
            del self._units[_place(self._units, unit)]
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
            self._insert(self._units, Unit("article", heading, inner=[one], sources=one.sources))

    def _merge_paragraphs(self) -> None:
        usable = [
            (u, n)
            for u in self._units
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
            for u in self._units
            for x in u.inner
            if x.kind == "paragraph" and not x.inner and len(x.text.split()) > 40 and not u.borrowed
        ]
        if usable:
            unit, one = self._chance.choice(usable)
            words = one.text.split(" ")
            ends = [n for n in range(10, len(words) - 10) if words[n].endswith((".", ";", ","))]
            cut = self._chance.choice(ends or [len(words) // 2]) + 1
            rest = Unit("paragraph", text=" ".join(words[cut:]), sources=one.sources)
            unit.inner.insert(_place(unit.inner, one) + 1, rest)
            one.text = " ".join(words[:cut])

    def _rewrite(self) -> None:
        """Tell a rule in other words: most clauses are exchanged for those of other texts."""
        unit = self._any([u for u in self._units if not u.borrowed])
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
        del self._units[self._chance.randrange(len(self._units))]

    def _drop_paragraph(self) -> None:
        if unit := self._any([u for u in self._units if len(u.inner) > 2]):
            del unit.inner[self._chance.randrange(len(unit.inner))]

    def _borrow(self) -> None:
        if self._others:
            unit = copy.deepcopy(self._chance.choice(self._others))
            unit.borrowed = True
            self._insert(self._units, unit)

    def _replace_article(self) -> None:
        """Another rule in the place of one that goes."""
        if self._others:
            n = self._chance.randrange(len(self._units))
            unit = copy.deepcopy(self._chance.choice(self._others))
            unit.borrowed = True
            if unit.inner and self._units[n].inner:
                self._open_alike(unit.inner[0], self._units[n].inner[0])
            self._units[n] = unit

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

    def made(self) -> Made:
        """Both drafts, and what became of what."""
        new = _draft(self._units, "new", "2032-01-01")
        return Made(self._old, new, tuple(_edges(self._old, self._units)))


def _place(units: Sequence[Unit], unit: Unit) -> int:
    return next(n for n, one in enumerate(units) if one is unit)


def _edges(old: Draft, units: Sequence[Unit]) -> Iterator[Edge]:
    """The links, named by the first of the scoring rules that holds."""
    before = {p.eid: p for p in old.provisions}
    became: dict[str, set[str]] = {}
    came_from: dict[str, set[str]] = {}
    known: list[tuple[Provision, Unit, Unit | None]] = []
    along: list[Edge] = []
    for unit, above in (pair for one in units for pair in one.walk()):
        for source in dict.fromkeys(unit.sources):
            one = before[source]
            if one.kind == "article" and unit.kind == "paragraph":
                inside = (p.eid for p in old.provisions if p.eid.startswith(f"{source}__"))
                along += [Edge(eid, unit.eid, "optional") for eid in inside]
            if above is not None and source in above.sources and one.kind != "article":
                along.append(Edge(source, unit.eid, "optional"))
                continue
            known.append((one, unit, above))
            became.setdefault(source, set()).add(unit.eid)
            came_from.setdefault(unit.eid, set()).add(source)
    holders = {source: set(found) for source, found in became.items()}
    for edge in along:
        holders.setdefault(edge.old, set()).add(edge.new)
    for one, unit, above in known:
        sources = came_from[unit.eid]
        together = all(became[source] == became[one.eid] for source in sources)
        if len(sources) > 1 and not (len(became[one.eid]) > 1 and together):
            relation = "merged"
        elif len(became[one.eid]) > 1:
            relation = "split"
        elif one.kind != unit.kind:
            relation = "demoted" if one.kind == "article" else "promoted"
        elif unit.moved or (
            above is not None
            and one.parent is not None
            and above.eid not in holders.get(one.parent, ())
        ):
            relation = "moved"
        else:
            relation = "same" if one.num == unit.num else "renumbered"
        yield Edge(one.eid, unit.eid, relation)
    yield from along
