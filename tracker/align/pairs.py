"""The one-to-one links, level by level: units first, then what holds them and what they hold.

In: two outlines. Out: `Pair`s. Each level is solved as one assignment over the whole document;
that the parents belong together is evidence, never a condition, so what moved is still found.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import product
from typing import NamedTuple

import numpy as np
from scipy.sparse import csr_matrix

from tracker.align.assign import assign
from tracker.align.outline import Outline
from tracker.align.similarity import Scores, in_order, likeness, likeness_of, weighed
from tracker.align.terms import Side, Terms
from tracker.model import Relation

FLOOR = {"unit": 0.12, "container": 0.25}
"""The least score of a link, by level; `FLOOR_INNER` for every other."""

FLOOR_INNER = 0.22

ALIKE, MOST_PAIRS = 0.5, 10_000
"""Under two linked parents with more pairs than this inside, only what is not so much like anything
is looked at once more."""

FLOOR_PARTIAL = 0.45
"""The least score where one of the drafts covers only part of the text: most of the other's
provisions have no partner in it, and would take whatever is nearest."""

PARENTS = 0.15
"""Added where the parents are linked to each other."""

CAPTION = 0.15

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
    flowed: bool = False
    sure: float = 0.0


class Ranked(NamedTuple):
    """For provisions of either draft the others that they are like, with how like, best first."""

    of_old: Mapping[int, list[tuple[float, int]]]
    of_new: Mapping[int, list[tuple[float, int]]]


class Pairs:
    """All links found so far, looked up from either end."""

    def __init__(self) -> None:
        self.all: list[Pair] = []
        self.of_old: dict[int, list[Pair]] = {}
        self.of_new: dict[int, list[Pair]] = {}
        self.scores: Scores = {}
        self.captions: Scores = {}
        self._ends: set[tuple[int, int]] = set()
        self._ranked: tuple[int, Ranked] | None = None

    def add(self, pair: Pair) -> None:
        """Take in a link."""
        self.all.append(pair)
        self._ends.add((pair.old, pair.new))
        self.of_old.setdefault(pair.old, []).append(pair)
        self.of_new.setdefault(pair.new, []).append(pair)

    def drop(self, gone: Iterable[Pair]) -> None:
        """Take links back."""
        lost = {id(pair) for pair in gone}
        if not lost:
            return
        kept = [pair for pair in self.all if id(pair) not in lost]
        self.all, self.of_old, self.of_new, self._ends = [], {}, {}, set()
        for pair in kept:
            self.add(pair)

    def ranked(self) -> Ranked:
        """The likenesses found so far, by either end, the greatest first."""
        if self._ranked is None or self._ranked[0] != len(self.scores):
            of_old: dict[int, list[tuple[float, int]]] = defaultdict(list)
            of_new: dict[int, list[tuple[float, int]]] = defaultdict(list)
            for (i, j), score in sorted(self.scores.items(), key=lambda x: (-x[1], x[0])):
                of_old[i].append((score, j))
                of_new[j].append((score, i))
            self._ranked = len(self.scores), Ranked(of_old, of_new)
        return self._ranked[1]

    def linked(self, old: int, new: int) -> bool:
        """Whether these two provisions are linked to each other."""
        return (old, new) in self._ends


def one_to_one(old: Outline, new: Outline, terms: Terms) -> Pairs:
    """The one-to-one links of every level that both drafts have."""
    pairs = Pairs()
    shared = [level for level in old.levels if level in new.levels]
    inner = sorted((x for x in shared if x.startswith("inner")), key=lambda x: int(x[5:]))
    others = [x for x in shared if x not in ("unit", "container") and not x.startswith("inner")]
    for level in [*(x for x in ("unit",) if x in shared), *others]:
        _solve(old, new, terms, level, pairs)
    _link_singles(old, new, pairs)
    if "container" in shared:
        _solve_containers(old, new, terms, pairs)
    for level in inner:
        _solve(old, new, terms, level, pairs)
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


def _solve(old: Outline, new: Outline, terms: Terms, level: str, pairs: Pairs) -> None:
    lefts, rights = old.levels[level], new.levels[level]
    scores = likeness(terms, lefts, rights)
    scores.update(_twins(old, new, terms, lefts, rights))
    if level != "unit":
        scores.update(_of_linked_parents(old, new, terms, lefts, rights, pairs, scores))
    pairs.scores.update(scores)
    named = by_caption(old, new, lefts, rights)
    beyond = [pair for pair in named if pair not in scores and named[pair] >= 0.5]
    texts = [terms.old.whole[i] for i, _ in beyond], [terms.new.whole[j] for _, j in beyond]
    scores.update(zip(beyond, (in_order(*texts) / 2).tolist(), strict=True))
    pairs.captions.update(named)
    pairs.scores.update(scores)
    total = _with_bonus(old, new, level, pairs, scores, named)
    floor = FLOOR.get(level, FLOOR_INNER)
    if old.draft.partial or new.draft.partial:
        floor = max(floor, FLOOR_PARTIAL)
    for i, j in sorted(assign(total, floor).items()):
        pairs.add(Pair(i, j, scores[i, j]))


def _with_bonus(
    old: Outline, new: Outline, level: str, pairs: Pairs, scores: Scores, named: Scores
) -> Scores:
    """The scores, with what other evidence than the words adds to them."""
    parents_old, parents_new = ([node.parent for node in x.nodes] for x in (old, new))
    numbers_old, numbers_new = old.numbers, new.numbers
    step_old, step_new = PLACE / max(1, len(old.nodes)), PLACE / max(1, len(new.nodes))
    together = {(-1, -1), *((p.old, p.new) for p in pairs.all)} if level != "unit" else set()
    total: Scores = {}
    for ends, score in scores.items():
        i, j = ends
        score += PLACE - abs(i * step_old - j * step_new)
        if (parents_old[i], parents_new[j]) in together:
            score += PARENTS
        if numbers_old[i] == numbers_new[j]:
            score += NUMBER
        total[ends] = score
    for ends, alike in named.items():
        if ends in total:
            total[ends] += CAPTION * alike
    return total


def by_caption(old: Outline, new: Outline, lefts: Sequence[int], rights: Sequence[int]) -> Scores:
    """How much it says that two provisions are called alike: the cosine of their captions, less
    where several are called the same."""
    called = [i for i in lefts if old.captions[i]], [j for j in rights if new.captions[j]]
    if not called[0] or not called[1]:
        return {}
    numbers: dict[str, int] = {}
    rows = []
    for outline, places in zip((old, new), called, strict=True):
        at = [
            (n, numbers.setdefault(w, len(numbers)))
            for n, p in enumerate(places)
            for w in set(outline.captions[p])
        ]
        rows.append(at)
    size = len(numbers)
    mats = [
        csr_matrix((np.ones(len(r)), ([a for a, _ in r], [b for _, b in r])), (len(p), size))
        for r, p in zip(rows, called, strict=True)
    ]
    a, b = weighed(*mats)
    alike = (a @ b.T).tocoo()
    same = Counter(old.captions[i] for i in called[0]), Counter(new.captions[j] for j in called[1])
    found = {}
    for m, n, cosine in zip(
        alike.row.tolist(), alike.col.tolist(), alike.data.tolist(), strict=True
    ):
        i, j = called[0][m], called[1][n]
        if cosine >= 0.3:
            found[i, j] = cosine / (same[0][old.captions[i]] * same[1][new.captions[j]]) ** 0.5
    return found


def _twins(
    old: Outline, new: Outline, terms: Terms, lefts: Sequence[int], rights: Sequence[int]
) -> Scores:
    """Provisions of the same words, told apart by kind and number, then by their order.

    Word statistics look at few partners each, too few where every article says the same; and
    provisions without any words can only be told by kind and number.
    """
    found: Scores = {}
    whole = terms.old.whole
    for by_number in (False, True):
        seen: dict[tuple[str, str, str], list[int]] = {}
        for j in rights:
            seen.setdefault(_look(new, terms.new, j, by_number), []).append(j)
        count: dict[tuple[str, str, str], int] = {}
        for i in lefts:
            if not by_number and not whole[i]:
                continue
            look = _look(old, terms.old, i, by_number)
            nth = count[look] = count.get(look, -1) + 1
            if nth < len(seen.get(look, ())):
                found[i, seen[look][nth]] = 1.0 if whole[i] else 0.5
    return found


def _look(outline: Outline, side: Side, place: int, by_number: bool) -> tuple[str, str, str]:
    kind = outline.nodes[place].provision.kind
    return kind, outline.number(place) if by_number else "", side.whole[place]


def _of_linked_parents(
    old: Outline,
    new: Outline,
    terms: Terms,
    lefts: Sequence[int],
    rights: Sequence[int],
    pairs: Pairs,
    known: Scores,
) -> Scores:
    """Scores of pairs under linked parents that word statistics alone did not propose."""
    here, there = set(lefts), set(rights)
    like_old = {i for (i, _), score in known.items() if score >= ALIKE}
    like_new = {j for (_, j), score in known.items() if score >= ALIKE}
    found: list[tuple[int, int]] = []
    for pair in pairs.all:
        inner_old = [i for i in old.children[pair.old] if i in here]
        inner_new = [j for j in new.children[pair.new] if j in there]
        if len(inner_old) * len(inner_new) > MOST_PAIRS:
            inner_old = [i for i in inner_old if i not in like_old]
            inner_new = [j for j in inner_new if j not in like_new]
        if len(inner_old) * len(inner_new) <= MOST_PAIRS:
            found += [ends for ends in product(inner_old, inner_new) if ends not in known]
    return likeness_of(terms, lefts, rights, found)


def _solve_containers(old: Outline, new: Outline, terms: Terms, pairs: Pairs) -> None:
    """Chapters and parts belong together as far as their headings and their units do."""
    lefts, rights = old.levels["container"], new.levels["container"]
    own = weighed(terms.old_own[lefts], terms.new_own[rights])
    cosines = (own[0] @ own[1].T).tocoo()
    votes = _shared_units(old, new, lefts, rights, pairs)
    scores: dict[tuple[int, int], float] = {}
    for a, b, cosine in zip(cosines.row, cosines.col, cosines.data, strict=True):
        scores[lefts[a], rights[b]] = float(cosine) / 2
    for pair, vote in votes.items():
        scores[pair] = scores.get(pair, 0.0) + vote / 2
    bare = [j for j in rights if not new.has_words(j)]
    for i in lefts:
        for j in bare if not old.has_words(i) else ():
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
    for i, j in sorted(assign(total, FLOOR["container"]).items()):
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
