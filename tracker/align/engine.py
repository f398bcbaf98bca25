"""Which provision of an older draft became which of a newer one.

In: two `Draft`s of one negotiation. Out: an `Alignment`. Pairs are found level by level, then
changes of level, splits and merges among what stayed alone; then every link gets its name, its
evidence in words and its runner-up.
"""

from __future__ import annotations

from tracker.align.many import across_levels, split_and_merged
from tracker.align.outline import Outline
from tracker.align.pairs import Pair, Pairs, one_to_one
from tracker.align.rare import by_rare_words
from tracker.align.relation import name_links
from tracker.errors import AlignmentError
from tracker.model import Alignment, Candidate, Draft, Link, Relation

SURE = 0.5
"""Below this score a link is shown as uncertain ("possibly")."""

RUNNER_UP = 0.15
"""A runner-up below this score is no alternative."""


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
    relation: Relation = pair.relation  # type: ignore[assignment]  # named by name_links
    return Link(
        old=old.nodes[pair.old].provision.eid,
        new=new.nodes[pair.new].provision.eid,
        relation=relation,
        score=round(min(1.0, pair.score), 4),
        evidence=tuple(_evidence(old, new, pairs, pair)),
        runner_up=_candidate(new, others),
    )


def _evidence(old: Outline, new: Outline, pairs: Pairs, pair: Pair) -> list[str]:
    said = list(pair.evidence)
    here, there = old.nodes[pair.old], new.nodes[pair.new]
    if old.whole[pair.old] == new.whole[pair.new] and old.whole[pair.old]:
        said.append("the words are the same")
    elif not pair.evidence:
        said.append(f"likeness of the words {pair.score:.2f}")
    if here.provision.heading and here.provision.heading == there.provision.heading:
        said.append("same heading")
    if here.parent >= 0 and there.parent >= 0 and pairs.linked(here.parent, there.parent):
        above = new.nodes[there.parent].provision
        said.append(f"what holds it became {above.num or above.heading or above.eid}")
    if old.number(pair.old) and old.number(pair.old) == new.number(pair.new):
        said.append("same number")
    return said


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
