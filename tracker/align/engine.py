"""Which provision of an older draft became which of a newer one.

In: two `Draft`s of one negotiation. Out: an `Alignment`. Pairs are found level by level, then
changes of level, splits and merges among what stayed alone; then every link gets its name, its
evidence in words and its runner-up.
"""

from __future__ import annotations

from tracker.align.many import across_levels, lists, split_and_merged
from tracker.align.outline import Outline
from tracker.align.pairs import Pair, Pairs, one_to_one
from tracker.align.rare import by_heading, by_rare_words
from tracker.align.relation import name_links
from tracker.errors import AlignmentError
from tracker.model import Alignment, Candidate, Draft, Link

SURE = 0.5
"""Below this score a link is shown as uncertain ("possibly")."""

RUNNER_UP = 0.15
"""A runner-up below this score is no alternative."""

HEADING, HOLDER, NEIGHBOURS, NO_RIVAL = 0.5, 0.2, 0.35, 0.3
"""How much of the doubt that the words leave is taken away by the same heading, by holders that
belong together, by neighbours that belong together, and by a runner-up with less than half the
likeness. Set by hand so that on the public alignment sets what is called sure is right."""

NEIGHBOUR = 0.4
"""How alike in words neighbours must be to be evidence for others."""


def align(old: Draft, new: Draft) -> Alignment:
    """Link each provision of `old` to what became of it in `new`.

    Returns:
        Links in the order of `new`, then the deleted in the order of `old`; every provision of
        both drafts stands in at least one. Scores are the likeness of the words, 0 to 1.
    Raises:
        AlignmentError: the drafts belong to different negotiations.
    Source: assignment over idf-weighted word likeness; the relations are those of the project's
        scoring rules for alignment sets.
    """
    if old.negotiation != new.negotiation:
        raise AlignmentError(
            f"{old.symbol} belongs to negotiation {old.negotiation!r} and {new.symbol} to "
            f"{new.negotiation!r}: only drafts of one negotiation can be aligned"
        )
    before, after = Outline(old), Outline(new)
    pairs = one_to_one(before, after)
    across_levels(before, after, pairs)
    split_and_merged(before, after, pairs)
    lists(before, after, pairs)
    if not (old.partial or new.partial):
        by_heading(before, after, pairs)
    if not new.partial:
        by_rare_words(before, after, pairs)
    name_links(before, after, pairs)
    return Alignment(old.symbol, new.symbol, tuple(_links(before, after, pairs)))


def _links(old: Outline, new: Outline, pairs: Pairs) -> list[Link]:
    runners = _runners_up(pairs)
    found: list[Link] = []
    for node in new.nodes:
        linked = sorted(pairs.of_new.get(node.place, ()), key=lambda p: p.old)
        if not linked:
            candidate = _candidate(old, runners.get(("new", node.place)))
            found.append(Link(None, node.provision.eid, "inserted", 0.0, (), candidate))
        for pair in linked:
            found.append(_link(old, new, pairs, pair, runners))
    for node in old.nodes:
        if node.place not in pairs.of_old:
            candidate = _candidate(new, runners.get(("old", node.place)))
            found.append(Link(node.provision.eid, None, "deleted", 0.0, (), candidate))
    return found


def _link(
    old: Outline,
    new: Outline,
    pairs: Pairs,
    pair: Pair,
    runners: dict[tuple[str, int], list[tuple[float, int]]],
) -> Link:
    others = [x for x in runners.get(("old", pair.old), ()) if x[1] != pair.new]
    reasons, score = _weighed(old, new, pairs, pair, others)
    if pair.relation is None:
        raise AssertionError("name_links names every link")
    return Link(
        old=old.nodes[pair.old].provision.eid,
        new=new.nodes[pair.new].provision.eid,
        relation=pair.relation,
        score=round(score, 4),
        evidence=tuple(reasons),
        runner_up=_candidate(new, others),
    )


def _weighed(
    old: Outline, new: Outline, pairs: Pairs, pair: Pair, others: list[tuple[float, int]]
) -> tuple[list[str], float]:
    """The evidence for a link in words, and its score: the likeness of the words, and what the
    other evidence takes from the doubt that is left."""
    here, there = old.nodes[pair.old], new.nodes[pair.new]
    said = list(pair.evidence)
    words = min(1.0, pair.score)
    if old.whole[pair.old] == new.whole[pair.new] and old.whole[pair.old]:
        said.append("the words are the same")
    elif not pair.evidence:
        said.append(f"likeness of the words {words:.2f}")
    doubt = 1.0 - words
    if here.provision.heading and here.provision.heading == there.provision.heading:
        said.append("same heading")
        doubt *= 1.0 - HEADING
    if here.parent >= 0 and there.parent >= 0 and pairs.linked(here.parent, there.parent):
        above = new.nodes[there.parent].provision
        name = (above.num or above.heading or above.eid).replace(";", ",")
        said.append(f"what holds it became {name}")
        doubt *= 1.0 - HOLDER
    if _neighbours_linked(old, new, pairs, pair):
        said.append("its neighbours belong together")
        doubt *= 1.0 - NEIGHBOURS
    if old.number(pair.old) and old.number(pair.old) == new.number(pair.new):
        said.append("same number")
    if pair.last_resort:
        return said, words
    if not others or others[0][0] < words / 2:
        said.append("nothing else is half as like it")
        doubt *= 1.0 - NO_RIVAL
    return said, 1.0 - doubt


def _neighbours_linked(old: Outline, new: Outline, pairs: Pairs, pair: Pair) -> bool:
    """Whether what stands before, or what stands after, is linked on both sides by its words."""
    return any(
        p.new == b and p.score >= NEIGHBOUR
        for a, b in zip(old.beside(pair.old), new.beside(pair.new), strict=True)
        for p in pairs.of_old.get(-1 if a is None else a, ())
    )


def _runners_up(pairs: Pairs) -> dict[tuple[str, int], list[tuple[float, int]]]:
    """For every provision the partners looked at, best first."""
    found: dict[tuple[str, int], list[tuple[float, int]]] = {}
    for (i, j), score in pairs.scores.items():
        if score >= RUNNER_UP:
            found.setdefault(("old", i), []).append((score, j))
            found.setdefault(("new", j), []).append((score, i))
    for ranked in found.values():
        ranked.sort(key=lambda x: (-x[0], x[1]))
    return found


def _candidate(outline: Outline, ranked: list[tuple[float, int]] | None) -> Candidate | None:
    if not ranked:
        return None
    score, place = ranked[0]
    return Candidate(outline.nodes[place].provision.eid, round(min(1.0, score), 4))
