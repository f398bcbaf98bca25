"""All that is to be said of one change, and how it becomes one sentence.

In: facts. Out: `Item`; its leading fact; its sentence. A sure fact of the most telling kind leads;
up to two others follow, if they are about other words; what is left is named by its kind.
"""

from __future__ import annotations

from dataclasses import dataclass

from tracker.findings.names import KINDS, Fact, Kind
from tracker.findings.worded import FRAGMENT

_FOLLOWING = 2
_ORDER: dict[Kind, int] = {kind: n for n, kind in enumerate(KINDS)}
_VERBS = """gains loses is was now no got lost holds joins takes stands points pointed still refers
follows says names"""
"""Words that a clause begins with whose subject is the provision."""


@dataclass(frozen=True, slots=True)
class Item:
    """The facts of the change between `old` and `new`, in the order of telling, and how many words
    it has. `places` are further changes of which the same is to be said."""

    old: str | None
    new: str | None
    facts: tuple[Fact, ...]
    words: int
    also: tuple[Kind, ...] = ()
    places: tuple[tuple[str | None, str | None], ...] = ()

    @property
    def lead(self) -> Fact:
        """The fact that is told first."""
        return self.facts[0]

    @property
    def told(self) -> tuple[Fact, ...]:
        """The facts that the sentence tells: the leading one, and sure ones about other words."""
        found = [self.lead]
        for one in self.facts[1:]:
            if len(found) > _FOLLOWING:
                break
            fresh = one.sure and one.kind != "editorial" and not _overlap(one, found)
            fresh = fresh and (one.kind not in _PLAIN or _size(one) >= _TELLING)
            fresh = fresh and (one.kind not in _PLAIN or one.severity > FRAGMENT)
            fresh = fresh and (one.kind != "reference" or one.severity >= _AS_GRAVE)
            fresh = fresh and all(one.clause != other.clause for other in found)
            if fresh and (one.kind != self.lead.kind or one.severity >= _AS_GRAVE):
                found.append(one)
        return tuple(found)

    @property
    def others(self) -> tuple[Kind, ...]:
        """The kinds of all facts but the leading one's, in their order."""
        kinds = {*(one.kind for one in self.facts), *self.also} - {self.lead.kind, "editorial"}
        return tuple(kind for kind in KINDS if kind in kinds)


_AS_GRAVE = 6
_PLAIN: tuple[Kind, ...] = ("scope", "actor", "definition", "other", "moved")
_TELLING = 5
"""The words that a change of a plain kind has to be told beside another."""


def _size(fact: Fact) -> int:
    return max((len(words.text.split()) for words in fact.evidence), default=0)


def ordered(facts: list[Fact]) -> tuple[Fact, ...]:
    """Facts in the order of telling: sure ones first, then by kind and weight. A change of legal
    function leads although it is not sure."""
    return tuple(
        sorted(
            facts,
            key=lambda f: (not f.sure and f.kind != "function", _place(f), -f.severity),
        )
    )


def _place(fact: Fact) -> float:
    """The place of a fact's kind; that many words came or went stands before references."""
    return _ORDER["reference"] - 0.5 if fact.words else _ORDER[fact.kind]


def kind_order(kind: Kind) -> int:
    """The place of a kind in the order."""
    return _ORDER[kind]


def sentence(name: str, item: Item) -> str:
    """The sentence about an item that is called `name`."""
    said = _joined(name, item.lead.clause)
    for one in item.told[1:]:
        said += f"; it {one.clause}" if _verbal(one.clause) else f"; {one.clause}"
    why = item.lead.why
    if why:
        return f"Possibly: {said}. Uncertain, because {why}."
    return f"{said}."


def _joined(name: str, clause: str) -> str:
    if clause.startswith(","):
        return f"{name}{clause}"
    return f"{name} {clause}" if _verbal(clause) else f"{name}: {clause}"


def _verbal(clause: str) -> bool:
    return clause.split(" ", 1)[0] in _VERBS.split()


def _overlap(one: Fact, told: list[Fact]) -> bool:
    """Whether a fact is about words that are told already."""
    return any(
        a.side == b.side and a.eid == b.eid and a.place == b.place
        and a.start < b.end and b.start < a.end
        for other in told
        for a in one.evidence
        for b in other.evidence
    )  # fmt: skip
