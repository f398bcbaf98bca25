"""A small negotiation in which articles go every way: split, merged, made part of another, moved.

`canal`, three whole rounds in two chapters. Round 2: article 2 is split, 3 renumbered, 5 put into
4, 6 made a paragraph of 1, a paragraph of 4 goes to 2. Round 3: the article on barges moves from
the end to the second place, and sluices are gone. Who became who is given here, so that these tests
do not depend on how well links are found.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from tests.drafts import outline
from tracker.diff import changes
from tracker.history import threads
from tracker.model import Alignment, Comparison, Draft, Link, Negotiation, Relation
from tracker.pipeline.analysed import analyse
from tracker.store import open_database

Pairs = Mapping[tuple[str, str], Relation]

TEXTS = {
    "W/1": """
        chp_1 | Chapter I | Water |
          art_1 | Article 1 | Purpose | This treaty keeps the canal open to all who carry goods.
          art_2 | Article 2 | Locks | Each State shall man its locks by day and shall oil its sluices.
          art_3 | Article 3 | Gates | Gates are painted green on the side of the rising water.
        chp_2 | Chapter II | Boats |
          art_4 | Article 4 | Barges | A barge may pass at any hour of the day.
            art_4__para_1 | 1. | | Lamps are lit on deck from dusk until dawn.
          art_5 | Article 5 | Rafts | A raft may pass where nobody waits.
          art_6 | Article 6 | Fees | Courts shall punish whoever pays no fee.
    """,
    "W/2": """
        chp_1 | Chapter I | Water |
          art_1 | Article 1 | Purpose | This treaty keeps the canal open to all who carry goods.
            art_1__para_1 | 1. | | Courts may punish whoever pays no fee.
          art_2 | Article 2 | Locks | Each State shall man its locks by day.
            art_2__para_1 | 1. | | Lamps are lit on deck from dusk until dawn.
          art_3 | Article 3 | Sluices | Each State shall oil its sluices.
          art_4 | Article 4 | Gates | Gates are painted green on the side of the rising water.
        chp_2 | Chapter II | Boats |
          art_5 | Article 5 | Barges and rafts | A barge or a raft may pass at any hour of the day.
    """,
    "W/3": """
        chp_1 | Chapter I | Water |
          art_1 | Article 1 | Purpose | This treaty keeps the canal open to all who carry goods.
            art_1__para_1 | 1. | | Courts may punish whoever pays no fee.
          art_2 | Article 2 | Barges and rafts | A barge or a raft may pass at any hour of the day.
          art_3 | Article 3 | Locks | Each State shall man its locks by day and by night.
            art_3__para_1 | 1. | | Lamps are lit on deck from dusk until dawn.
          art_4 | Article 4 | Gates | Gates are painted green on the side of the rising water.
        chp_2 | Chapter II | Boats |
    """,
}
FIRST: Pairs = {
    ("chp_1", "chp_1"): "same",
    ("chp_2", "chp_2"): "same",
    ("art_1", "art_1"): "same",
    ("art_2", "art_2"): "split",
    ("art_2", "art_3"): "split",
    ("art_3", "art_4"): "renumbered",
    ("art_4", "art_5"): "merged",
    ("art_5", "art_5"): "merged",
    ("art_4__para_1", "art_2__para_1"): "moved",
    ("art_6", "art_1__para_1"): "demoted",
}
SECOND: Pairs = {
    ("chp_1", "chp_1"): "same",
    ("chp_2", "chp_2"): "same",
    ("art_1", "art_1"): "same",
    ("art_1__para_1", "art_1__para_1"): "same",
    ("art_2", "art_3"): "renumbered",
    ("art_2__para_1", "art_3__para_1"): "renumbered",
    ("art_4", "art_4"): "same",
    ("art_5", "art_2"): "moved",
}
BOTH: Pairs = {
    ("chp_1", "chp_1"): "same",
    ("chp_2", "chp_2"): "same",
    ("art_1", "art_1"): "same",
    ("art_2", "art_3"): "renumbered",
    ("art_3", "art_4"): "renumbered",
    ("art_4", "art_2"): "moved",
    ("art_6", "art_1__para_1"): "demoted",
}


def drafts() -> list[Draft]:
    """The three rounds."""
    return [
        outline(text, symbol=symbol, date=f"2030-0{n}-01", negotiation="canal")
        for n, (symbol, text) in enumerate(TEXTS.items(), 1)
    ]


def make(path: Path) -> None:
    """Write them to a new database."""
    made = drafts()
    links = {("W/1", "W/2"): FIRST, ("W/2", "W/3"): SECOND, ("W/1", "W/3"): BOTH}
    by_symbol = {draft.symbol: draft for draft in made}
    compared = {
        (old, new): compared_by(by_symbol[old], by_symbol[new], pairs)
        for (old, new), pairs in links.items()
    }
    with open_database(path) as store:
        store.put_negotiation(Negotiation("canal", "Treaty on the canal"))
        for draft in made:
            store.put_draft(
                draft,
                round=None,
                functions={one.eid: ("other", "") for one in draft.provisions}
                | {"art_6": ("sanction", "punish"), "art_1__para_1": ("sanction", "punish")},
                comparisons=[one for (_, new), one in compared.items() if new == draft.symbol],
                threads=None,
                xml_file="x.xml",
            )
        alignments = {ends: one.alignment for ends, one in compared.items()}
        store.put_threads("canal", "en", threads(made, alignments))
        analyse(store, "canal", "en")


def compared_by(old: Draft, new: Draft, pairs: Pairs) -> Comparison:
    links = [Link(*ends, relation, 0.95, ("given",)) for ends, relation in pairs.items()]
    has_old, has_new = {one.old for one in links}, {one.new for one in links}
    order = {one.eid: at for at, one in enumerate(new.provisions)}
    links += [
        Link(None, one.eid, "inserted", 0.9) for one in new.provisions if one.eid not in has_new
    ]
    links.sort(key=lambda one: order[one.new or ""])
    links += [
        Link(one.eid, None, "deleted", 0.9) for one in old.provisions if one.eid not in has_old
    ]
    alignment = Alignment(old.symbol, new.symbol, tuple(links))
    return Comparison(alignment, changes(old, new, alignment))
