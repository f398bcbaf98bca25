"""The last resort: provisions that stayed alone and share a heading, or words found nowhere else.

In: two outlines and all links so far. Out: more links, of low score, so that they are shown as
possible and never as certain. An offence that comes back as one sentence of another article shares
hardly a word with what it was, but for the name of what it protects.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

from rapidfuzz.fuzz import ratio

from tracker.align.outline import Outline
from tracker.align.pairs import Pair, Pairs

RUN = 3
"""Words that must follow one another in both."""

RARE = 0.03
"""A word is rare if it stands in no more than this share of all provisions, or in no more than
`FEW` of them."""

FEW = 6

ALIKE = 90.0
"""How alike headings must be, letter by letter, in per cent, to link what nothing else does."""

MOST_PAIRS = 100_000
"""Pairs of headings that are compared letter by letter."""

LIKE, AHEAD = 0.22, 0.05
"""The least likeness of units that stayed alone, and how much more alike they must be than any
others, to link what nothing else does."""

SCORE = 0.3
"""The score of such a link: below what counts as sure."""

Phrase = tuple[str, ...]


def by_rare_words(old: Outline, new: Outline, pairs: Pairs) -> None:
    """Link provisions that stayed alone and alone share a phrase of rare words, which names one."""
    names = _names(old) | _names(new)
    alone_old = [node.place for node in old.nodes if node.place not in pairs.of_old]
    alone_new = [node.place for node in new.nodes if node.place not in pairs.of_new]
    both = set(_places(old, alone_old, names)) & set(_places(new, alone_new, names))
    if not both:
        return
    here = _places(old, range(len(old.nodes)), both)
    there = _places(new, range(len(new.nodes)), both)
    spread = _spread(old) + _spread(new)
    limit = max(FEW, round(RARE * (len(old.nodes) + len(new.nodes))))
    shared: dict[tuple[int, int], list[Phrase]] = defaultdict(list)
    for phrase in sorted(both):
        if sum(spread[word] <= limit for word in set(phrase)) >= RUN - 1:
            i, j = _common(old, here[phrase]), _common(new, there[phrase])
            if i is not None and j is not None:
                shared[i, j].append(phrase)
    for (i, j), phrases in sorted(shared.items(), key=lambda x: (-len(x[1]), x[0])):
        if i in pairs.of_old or j in pairs.of_new:
            continue
        said = f"no other provision of either draft says “{' '.join(phrases[0])}”"
        pairs.add(Pair(i, j, SCORE, None, [said], sure=SCORE))


def by_likeness(old: Outline, new: Outline, pairs: Pairs) -> None:
    """Link units that stayed alone and are more like each other than like anything else: the same
    rule in quite other words, perhaps."""
    ranked = pairs.ranked()
    for i, found in sorted(ranked.of_old.items()):
        score, j = found[0]
        others = ranked.of_new[j]
        if old.nodes[i].level != "unit" or new.nodes[j].level != "unit" or others[0][1] != i:
            continue
        rival = max(rest[1][0] if len(rest) > 1 else 0.0 for rest in (found, others))
        alone = i not in pairs.of_old and j not in pairs.of_new
        if alone and score >= LIKE and score >= rival + AHEAD:
            said = ["both stayed alone, and nothing else is more like either"]
            pairs.add(Pair(i, j, SCORE, None, said, sure=SCORE))


def by_heading(old: Outline, new: Outline, pairs: Pairs) -> None:
    """Link units that no other unit was linked to and that have nearly the same heading, which no
    other has."""
    linked = [
        p
        for p in pairs.all
        if old.nodes[p.old].level == "unit" and new.nodes[p.new].level == "unit"
    ]
    gone, here = {p.old for p in linked}, {p.new for p in linked}
    lefts = {heading: i for heading, i in _headings(old).items() if i not in gone}
    rights = {heading: j for heading, j in _headings(new).items() if j not in here}
    if len(lefts) * len(rights) > MOST_PAIRS:  # then only what is called just the same
        lefts = {heading: i for heading, i in lefts.items() if heading in rights}
        rights = {heading: j for heading, j in rights.items() if heading in lefts}
        pairs_of = ((heading, i, heading, rights[heading]) for heading, i in lefts.items())
    else:
        pairs_of = ((one, i, other, j) for one, i in lefts.items() for other, j in rights.items())
    found = sorted(
        ((ratio(one, other), i, j) for one, i, other, j in pairs_of),
        key=lambda x: (-x[0], x[1], x[2]),
    )
    for likeness, i, j in found:
        if likeness < ALIKE:
            break
        if i not in gone and j not in here:
            gone.add(i)
            here.add(j)
            said = ["nearly the same heading"]
            pairs.add(Pair(i, j, SCORE, None, said, sure=SCORE))


def _headings(outline: Outline) -> dict[str, int]:
    """Units by their heading without hyphens and case; those with a heading of their own only."""
    found: dict[str, list[int]] = defaultdict(list)
    for node in outline.nodes:
        if node.level == "unit" and node.provision.heading:
            found["".join(outline.headings[node.place])].append(node.place)
    return {heading: places[0] for heading, places in found.items() if len(places) == 1}


def _spread(outline: Outline) -> Counter[str]:
    """In how many provisions each word stands."""
    found: Counter[str] = Counter()
    for own in _own(outline):
        found.update(set(own))
    return found


def _own(outline: Outline) -> list[list[str]]:
    return [h + t for h, t in zip(outline.headings, outline.texts, strict=True)]


def _names(outline: Outline) -> set[Phrase]:
    """Runs of words in headings: what a provision is about, not how its sentences are built."""
    headings = outline.headings
    return {tuple(h[n : n + RUN]) for h in headings for n in range(len(h) - RUN + 1)}


def _places(outline: Outline, places: Iterable[int], wanted: set[Phrase]) -> dict[Phrase, set[int]]:
    """Where among these places each of the wanted runs of words stands."""
    firsts = {phrase[0] for phrase in wanted}
    found: dict[Phrase, set[int]] = defaultdict(set)
    for place in places:
        own = outline.headings[place] + outline.texts[place]
        for start, word in enumerate(own[: len(own) - RUN + 1]):
            if word in firsts and (phrase := tuple(own[start : start + RUN])) in wanted:
                found[phrase].add(place)
    return found


def _common(outline: Outline, places: set[int]) -> int | None:
    """The one basic unit in which all these places lie, or the place itself if there is one alone
    inside a unit that goes on; None if they lie in several units or outside all."""
    units = {_unit(outline, place) for place in places}
    if len(units) != 1 or None in units:
        return None
    unit = units.pop()
    if len(places) == 1:
        place = next(iter(places))
        return (
            place if unit is None or outline.nodes[place].parent != unit else _sole(outline, place)
        )
    return unit


def _unit(outline: Outline, place: int) -> int | None:
    while place >= 0 and outline.nodes[place].level != "unit":
        place = outline.nodes[place].parent
    return place if place >= 0 else None


def _sole(outline: Outline, place: int) -> int:
    """A unit that holds nothing else stands for its only paragraph."""
    parent = outline.nodes[place].parent
    return parent if len(outline.children[parent]) == 1 else place
