"""The one-to-one links, level by level: units first, then what holds them and what they hold.

In: two outlines. Out: `Pair`s. Each level is solved as one assignment over the whole document;
that the parents belong together is evidence, never a condition, so what moved is still found.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from tracker.align.assign import assign
from tracker.align.outline import Outline
from tracker.align.similarity import Encoder, Text, in_order, likeness
from tracker.model import Relation

FLOOR = {"unit": 0.20, "container": 0.25}
"""The least score of a link, by level; `FLOOR_INNER` for every other."""

FLOOR_INNER = 0.32

FLOOR_PARTIAL = 0.45
"""The least score where one of the drafts covers only part of the text: most of the other's
provisions have no partner in it, and would take whatever is nearest."""

PARENTS = 0.15
"""Added where the parents are linked to each other."""

NUMBER = 0.02
PLACE = 0.01
"""Tie-breakers among equal texts: the same number, and about the same place in the document."""


@dataclass(slots=True)
class Pair:
    """A link in the making: places in both outlines, likeness of the words, and the reasons."""

    old: int
    new: int
    score: float
    relation: Relation | None = None
    evidence: list[str] = field(default_factory=list)
    last_resort: bool = False


class Pairs:
    """All links found so far, looked up from either end."""

    def __init__(self) -> None:
        self.all: list[Pair] = []
        self.of_old: dict[int, list[Pair]] = {}
        self.of_new: dict[int, list[Pair]] = {}
        self.scores: dict[tuple[int, int], float] = {}

    def add(self, pair: Pair) -> None:
        """Take in a link."""
        self.all.append(pair)
        self.of_old.setdefault(pair.old, []).append(pair)
        self.of_new.setdefault(pair.new, []).append(pair)

    def linked(self, old: int, new: int) -> bool:
        """Whether these two provisions are linked to each other."""
        return any(pair.new == new for pair in self.of_old.get(old, ()))


def one_to_one(old: Outline, new: Outline) -> Pairs:
    """The one-to-one links of every level that both drafts have."""
    pairs = Pairs()
    shared = [level for level in old.levels if level in new.levels]
    inner = sorted((x for x in shared if x.startswith("inner")), key=lambda x: int(x[5:]))
    others = [x for x in shared if x not in ("unit", "container") and not x.startswith("inner")]
    for level in [*(x for x in ("unit",) if x in shared), *others]:
        _solve(old, new, level, pairs)
    _link_singles(old, new, pairs)
    if "container" in shared:
        _solve_containers(old, new, pairs)
    for level in inner:
        _solve(old, new, level, pairs)
    return pairs


SINGLES = ("longTitle", "conclusions")
"""Kinds of which a draft has one at most: whatever they say, one became the other."""


def _link_singles(old: Outline, new: Outline, pairs: Pairs) -> None:
    for kind in SINGLES:
        lefts, rights = old.levels.get(kind, []), new.levels.get(kind, [])
        if len(lefts) == len(rights) == 1 and not pairs.of_old.get(lefts[0]):
            score = pairs.scores.get((lefts[0], rights[0]), 0.0)
            said = "each draft has one title" if kind == "longTitle" else "each draft has one end"
            pairs.add(Pair(lefts[0], rights[0], max(score, 0.9), evidence=[said]))


def _solve(old: Outline, new: Outline, level: str, pairs: Pairs) -> None:
    lefts, rights = old.levels[level], new.levels[level]
    base = likeness([old.texts[i] for i in lefts], [new.texts[j] for j in rights])
    scores = {(lefts[i], rights[j]): score for (i, j), score in base.items()}
    scores.update(_twins(old, new, lefts, rights))
    if level != "unit":
        scores.update(_of_linked_parents(old, new, set(lefts), set(rights), pairs, scores))
    pairs.scores.update(scores)
    span_old, span_new = max(1, len(old.nodes)), max(1, len(new.nodes))
    total = {}
    for (i, j), score in scores.items():
        bonus = PARENTS if _parents_linked(old, new, pairs, i, j) and level != "unit" else 0.0
        bonus += NUMBER if old.number(i) == new.number(j) else 0.0
        bonus += PLACE * (1 - abs(i / span_old - j / span_new))
        total[i, j] = score + bonus
    floor = FLOOR.get(level, FLOOR_INNER)
    if old.draft.partial or new.draft.partial:
        floor = max(floor, FLOOR_PARTIAL)
    for i, j in assign(total, floor).items():
        pairs.add(Pair(i, j, scores[i, j]))


def _parents_linked(old: Outline, new: Outline, pairs: Pairs, i: int, j: int) -> bool:
    above_old, above_new = old.nodes[i].parent, new.nodes[j].parent
    if above_old < 0 or above_new < 0:
        return above_old == above_new
    return pairs.linked(above_old, above_new)


def _twins(
    old: Outline, new: Outline, lefts: Sequence[int], rights: Sequence[int]
) -> dict[tuple[int, int], float]:
    """Provisions of the same words, told apart by kind and number, then by their order.

    Word statistics look at few partners each, too few where every article says the same; and
    provisions without any words can only be told by kind and number.
    """
    found: dict[tuple[int, int], float] = {}
    for by_number in (False, True):
        seen: dict[tuple[object, ...], list[int]] = {}
        for j in rights:
            seen.setdefault(_look(new, j, by_number), []).append(j)
        count: dict[tuple[object, ...], int] = {}
        for i in lefts:
            if not by_number and not old.whole[i]:
                continue
            look = _look(old, i, by_number)
            nth = count[look] = count.get(look, -1) + 1
            if nth < len(seen.get(look, ())):
                found[i, seen[look][nth]] = 1.0 if old.whole[i] else 0.5
    return found


def _look(outline: Outline, place: int, by_number: bool) -> tuple[object, ...]:
    kind = outline.nodes[place].provision.kind
    number = outline.number(place) if by_number else ""
    return (kind, number, *outline.whole[place])


def _of_linked_parents(
    old: Outline,
    new: Outline,
    lefts: set[int],
    rights: set[int],
    pairs: Pairs,
    known: dict[tuple[int, int], float],
) -> dict[tuple[int, int], float]:
    """Scores of pairs under linked parents that word statistics alone did not propose."""
    encoder = Encoder()
    found = {}
    for pair in list(pairs.all):
        for i in old.children[pair.old]:
            for j in new.children[pair.new]:
                if i in lefts and j in rights and (i, j) not in known:
                    left, right = encoder.encode(old.whole[i]), encoder.encode(new.whole[j])
                    found[i, j] = in_order(left, right) / 2
    return found


def _solve_containers(old: Outline, new: Outline, pairs: Pairs) -> None:
    """Chapters and parts belong together as far as their headings and their units do."""
    lefts, rights = old.levels["container"], new.levels["container"]
    base = likeness([Text(old.own[i]) for i in lefts], [Text(new.own[j]) for j in rights])
    votes = _shared_units(old, new, lefts, rights, pairs)
    scores: dict[tuple[int, int], float] = {}
    for (a, b), own in base.items():
        scores[lefts[a], rights[b]] = own / 2
    for pair, vote in votes.items():
        scores[pair] = scores.get(pair, 0.0) + vote / 2
    bare = [j for j in rights if not new.own[j]]
    for i in lefts:
        for j in bare if not old.own[i] else ():
            if (i, j) not in scores and _same_label(old, new, i, j):
                scores[i, j] = 0.5
    pairs.scores.update(scores)
    total = {
        (i, j): score
        + (NUMBER if old.number(i) == new.number(j) else 0.0)
        + (NUMBER if old.nodes[i].provision.kind == new.nodes[j].provision.kind else 0.0)
        + PLACE * (1 - abs(i / max(1, len(old.nodes)) - j / max(1, len(new.nodes))))
        for (i, j), score in scores.items()
    }
    for i, j in assign(total, FLOOR["container"]).items():
        pairs.add(Pair(i, j, scores[i, j]))


def _same_label(old: Outline, new: Outline, i: int, j: int) -> bool:
    kinds = old.nodes[i].provision.kind == new.nodes[j].provision.kind
    return kinds and old.number(i) == new.number(j)


def _shared_units(
    old: Outline, new: Outline, lefts: Iterable[int], rights: Iterable[int], pairs: Pairs
) -> dict[tuple[int, int], float]:
    """For two containers, the share of their units that became one another (Dice)."""
    held_old = {i: {d for d in old.descendants(i) if old.nodes[d].level == "unit"} for i in lefts}
    held_new = {j: {d for d in new.descendants(j) if new.nodes[d].level == "unit"} for j in rights}
    holders: dict[int, list[int]] = {}
    for j, inside_new in held_new.items():
        for d in inside_new:
            holders.setdefault(d, []).append(j)
    found = {}
    for i, inside_old in held_old.items():
        became = {pair.new for d in inside_old for pair in pairs.of_old.get(d, ())}
        both = Counter(j for d in became for j in holders.get(d, ()))
        for j, shared in sorted(both.items()):
            found[i, j] = 2 * shared / (len(inside_old) + len(held_new[j]))
    return found
