"""What changed in a comparison, by what became of the articles.

In: the cards that changed. Out: `Kind`s, in the order of telling.
"""

from __future__ import annotations

from collections.abc import Sequence

from tracker.model import Relation
from web.card_model import Card, Kind
from web.plain import RELATIONS
from web.translation import later

REWORDED = (later("Reworded"), later("In both drafts, but not with the same words."))
REARRANGED = (
    later("Rearranged"),
    later("The same words; other paragraphs, numbers, punctuation or spelling."),
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


def overview(cards: Sequence[Card]) -> tuple[Kind, ...]:
    """What changed, by what became of it."""
    cards = [card for card in cards if card.covered]
    found = [
        (*RELATIONS[relation], [card for card in cards if card.told.relation == relation])
        for relation in _ORDER
    ]
    reworded = [card for card in cards if card.reworded]
    inside = [card for card in cards if card.told.relation == "same" and not card.reworded]
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
