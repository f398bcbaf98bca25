"""What changed in a comparison, by what became of the articles.

In: the cards that changed, and the ways of the articles. Out: `Kind`s, in the order of telling. The
ways say what became of an article, as they do on the page of the whole negotiation, so that both
count the same; of what is no article, and where a document is partial, the cards do.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from tracker.model import Relation
from tracker.store.records.flow import Fate, FlowWay
from web.changes.card_model import Card, Kind
from web.changes.told import Told
from web.overview.flow_ways import WORDS
from web.terms.plain import RELATIONS, possibly
from web.translation import _, later

REWORDED = (later("Reworded"), later("In both drafts, but not with the same words."))
REARRANGED = (
    later("Rearranged"),
    later("The same words; other paragraphs, numbers, punctuation or spelling."),
)
JOINED = (
    WORDS["joined"].name,
    later("Its text, or at least half of it, went on in another article of the newer draft."),
)
PARTED = (
    WORDS["parted"].name,
    later("Its text, or at least half of it, comes from another article of the older draft."),
)

_ORDER: tuple[Relation, ...] = (
    "inserted",
    "deleted",
    "promoted",
    "demoted",
    "moved",
    "split",
    "merged",
    "renumbered",
)
_OF_FATE: dict[Fate, str] = {
    "kept": "same",
    "renumbered": "renumbered",
    "moved": "moved",
    "split": "split",
    "merged": "merged",
    "dropped": "deleted",
    "new": "inserted",
    "parted": "parted",
}


def overview(
    cards: Sequence[Card], every: Sequence[Card] = (), ways: Sequence[FlowWay] = ()
) -> tuple[Kind, ...]:
    """What changed, by what became of it.

    Args:
        every: also the cards that only mark where something stood.
    """
    cards = [card for card in cards if card.covered]
    became = _became(cards, ways)
    surely = _as_sure(cards, ways)
    found = [
        (*RELATIONS[relation], [card for card in surely if became[card.anchor] == relation])
        for relation in _ORDER
    ]
    joined = [card for way in ways if way.fate == "joined" for card in _joined(way, every)]
    found[2:2] = [
        (*PARTED, [card for card in surely if became[card.anchor] == "parted"]),
        (*JOINED, joined),
    ]
    # What came out of another was not there before to be reworded.
    reworded = [card for card in cards if card.reworded and became[card.anchor] != "parted"]
    inside = [card for card in cards if became[card.anchor] == "same" and not card.reworded]
    # Before the renumbered, of which there can be many and which say least.
    found.insert(-1, (*REWORDED, reworded))
    found.insert(-1, (*REARRANGED, inside))
    return tuple(
        Kind(
            str(label),
            str(meaning),
            tuple(card for card in some if card.is_article),
            tuple(card for card in some if not card.is_article),
        )
        for label, meaning, some in found
        if some
    )


def _became(cards: Iterable[Card], ways: Iterable[FlowWay]) -> dict[str, str]:
    """By the anchor of each card what became of what it tells."""
    fates = {one: _OF_FATE.get(way.fate, way.fate) for one, way in by_provision(ways).items()}
    return {card.anchor: fates.get(card.provision.id, card.told.relation) for card in cards}


def _as_sure(cards: Iterable[Card], ways: Iterable[FlowWay]) -> list[Card]:
    """The cards, each as sure as the way of its article."""
    sure = {one: way.certain for one, way in by_provision(ways).items()}
    return [
        replace(card, told=replace(card.told, certain=sure[card.provision.id]))
        if card.provision.id in sure
        else card
        for card in cards
    ]


def retold(told: Told, way: FlowWay | None) -> Told:
    """What is said of an article without a link of its own, at least half of whose text stands in
    other articles of the other draft."""
    if way is None or way.old is None or way.new is None:
        return told
    if way.fate == "joined" and told.relation == "deleted":
        there = way.new.number or way.new.heading
        said = _(
            "At least half of its text went on elsewhere, most surely in %(what)s.", what=there
        )
        label = str(JOINED[0])
    elif way.fate == "parted" and told.relation == "inserted":
        there = way.old.number or way.old.heading
        said = _(
            "At least half of its text comes from elsewhere, most surely from %(what)s.", what=there
        )
        label = str(PARTED[0])
    else:
        return told
    return replace(told, label=label if way.certain else possibly(label), sentence=said)


def by_provision(ways: Iterable[FlowWay]) -> dict[str, FlowWay]:
    """The ways by the provision that the card of each is of."""
    ends = ((way.old if way.fate == "joined" else way.new or way.old, way) for way in ways)
    return {one.provision_id: way for one, way in ends if one is not None}


def _joined(way: FlowWay, every: Iterable[Card]) -> list[Card]:
    """Where an article stood that is part of another now; else the card of that other."""
    assert way.old is not None
    old = way.old.provision_id
    for card in every:
        if card.provision.id == old:
            return [replace(card, told=replace(card.told, certain=way.certain))]
    for card in every:
        if any(row.old is not None and row.old.id == old for row in card.rows):
            name = way.old.number or way.old.heading
            return [replace(card, name=name, told=replace(card.told, certain=way.certain))]
    return []
