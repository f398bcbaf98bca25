"""Which provision of an older draft became which of a newer one.

In: two `Draft`s of one negotiation. Out: an `Alignment`. One partner for each provision is found
level by level, all of a level together; then the flow of words says what was split, merged or
changed its level. Every link gets a probability, its name, its evidence in words and its runner-up;
what is not probable enough is not claimed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import product

import numpy as np

from tracker.align.confidence import Evidence
from tracker.align.flow import Flow
from tracker.align.outline import Outline
from tracker.align.outside import holders_by_flow, usable
from tracker.align.pairs import Pair, Pairs, one_to_one
from tracker.align.rare import by_heading, by_likeness, by_rare_words
from tracker.align.relation import name_links
from tracker.align.terms import Terms
from tracker.align.units import units_by_flow
from tracker.errors import AlignmentError
from tracker.model import Alignment, Candidate, Draft, Link

SURE = 0.7
"""A link less probable than this is shown as uncertain ("possibly")."""

FLOOR = 0.4
"""A link less probable than this is not claimed: what it would have linked is shown as deleted and
as inserted, each with the other as runner-up. Only `rare` links what is left over after that, with
a score below this, so that it is never shown as more than possible."""

RUNNER_UP = 0.15
"""A runner-up below this likeness is no alternative."""


def align(old: Draft, new: Draft, *, other_instrument: bool = False) -> Alignment:
    """Link each provision of `old` to what became of it in `new`.

    Args:
        other_instrument: `old` is another text, from which `new` took over provisions.
    Returns:
        Links in the order of `new`, then the deleted in the order of `old`; every provision of
        both drafts stands in at least one. The score of a link is its probability, 0 to 1; that of
        a runner-up is the likeness of its words.
    Raises:
        AlignmentError: the drafts belong to different negotiations.
    Source: assignment over idf-weighted word likeness; the relations are those of the project's
        scoring rules for alignment sets.
    """
    if old.negotiation != new.negotiation and not other_instrument:
        raise AlignmentError(
            f"{old.symbol} belongs to negotiation {old.negotiation!r} and {new.symbol} to "
            f"{new.negotiation!r}: only drafts of one negotiation can be aligned"
        )
    before, after = Outline(old), Outline(new)
    pairs = _linked(before, after)
    if not (old.partial or new.partial):
        by_heading(before, after, pairs)
        by_likeness(before, after, pairs)
    if not new.partial:
        by_rare_words(before, after, pairs)
    name_links(before, after, pairs)
    return Alignment(old.symbol, new.symbol, tuple(_links(before, after, pairs)))


def weighed_links(old: Draft, new: Draft) -> Iterator[tuple[str, str, tuple[float, ...]]]:
    """Every link that is thought of, with its evidence, before those not probable enough are left
    out: the eIds of its ends and the figures named by `confidence.NAMES`."""
    before, after = Outline(old), Outline(new)
    pairs, evidence = _thought_of(before, after)
    for pair in pairs.all:
        ends = before.nodes[pair.old].provision.eid, after.nodes[pair.new].provision.eid
        yield *ends, evidence.of(pair)


def _linked(old: Outline, new: Outline) -> Pairs:
    """The links that are probable enough, with their probability."""
    pairs, evidence = _thought_of(old, new)
    weighed = pairs.all
    while weighed:
        for pair in weighed:
            pair.sure = evidence.probability(pair)
        gone = [pair for pair in weighed if pair.sure < FLOOR]
        pairs.drop(gone)
        # That what holds them is linked speaks for links: no longer where it is not.
        held = {ends for pair in gone for ends in _inside(old, new, pair)}
        weighed = [pair for pair in pairs.all if (pair.old, pair.new) in held]
    for pair in pairs.all:
        pair.evidence = evidence.said(pair)
    return pairs


def _inside(old: Outline, new: Outline, pair: Pair) -> Iterable[tuple[int, int]]:
    return product(old.children[pair.old], new.children[pair.new])


def _thought_of(old: Outline, new: Outline) -> tuple[Pairs, Evidence]:
    terms = Terms(old, new)
    pairs = one_to_one(old, new, terms)
    flow = Flow(terms, pairs)
    flow.give_out_the_rest(pairs, tuple(np.array(usable(x), bool) for x in (old, new)))
    shares = flow.shares()
    units_by_flow(old, new, pairs, shares)
    for pair in flow.found:
        if not pairs.linked(pair.old, pair.new):
            pairs.add(pair)
    holders_by_flow(old, new, pairs, shares)
    return pairs, Evidence(old, new, terms, pairs, shares)


def _links(old: Outline, new: Outline, pairs: Pairs) -> list[Link]:
    ranked = pairs.ranked()
    found: list[Link] = []
    for node in new.nodes:
        linked = sorted(pairs.of_new.get(node.place, ()), key=lambda p: p.old)
        if not linked:
            candidate = _candidate(old, ranked.of_new.get(node.place, ()))
            found.append(Link(None, node.provision.eid, "inserted", 0.0, (), candidate))
        for pair in linked:
            found.append(_link(old, new, pairs, pair))
    for node in old.nodes:
        if node.place not in pairs.of_old:
            candidate = _candidate(new, ranked.of_old.get(node.place, ()))
            found.append(Link(node.provision.eid, None, "deleted", 0.0, (), candidate))
    return found


def _link(old: Outline, new: Outline, pairs: Pairs, pair: Pair) -> Link:
    likened = pairs.ranked().of_old.get(pair.old, ())
    others = (x for x in likened if not pairs.linked(pair.old, x[1]))
    if pair.relation is None:
        raise AssertionError("name_links names every link")
    return Link(
        old=old.nodes[pair.old].provision.eid,
        new=new.nodes[pair.new].provision.eid,
        relation=pair.relation,
        score=round(pair.sure, 4),
        evidence=tuple(pair.evidence),
        runner_up=_candidate(new, others),
    )


def _candidate(outline: Outline, likened: Iterable[tuple[float, int]]) -> Candidate | None:
    """The first of those that a provision is like, if it is like enough."""
    score, place = next(iter(likened), (0.0, -1))
    if score < RUNNER_UP:
        return None
    return Candidate(outline.nodes[place].provision.eid, round(min(1.0, score), 4))
