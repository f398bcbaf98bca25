"""A small negotiation of two drafts in which articles go every way, also without a link of their
own: most of the words of one stand in another.

`ferry`: article 1 is kept, 2 moves, 3 is renumbered, 4 split, 5 put into 6, 7 dropped; of 8 only the
paragraph is left, in article 1; article 9 of the newer draft is new, and 10 is made of a paragraph
of article 1.
"""

from __future__ import annotations

from pathlib import Path

from tests.drafts import outline
from tests.web.gridded import Pairs, compared_by
from tracker.history import threads
from tracker.model import Negotiation
from tracker.pipeline.analysed import analyse
from tracker.store import open_database

OLD = """
    art_1 | Article 1 | Purpose | This treaty keeps the ferry running for all who wait on the shore.
      art_1__para_1 | 1. | | Bells are rung before the ferry leaves, by day and by night alike.
    art_2 | Article 2 | Fares | Whoever crosses shall pay the fare before going aboard.
    art_3 | Article 3 | Ropes | Ropes are tied by the crew and by nobody else.
    art_4 | Article 4 | Crews | A crew has four members. A pilot shall hold a licence.
    art_5 | Article 5 | Horses | A horse may be carried if it stands still.
    art_6 | Article 6 | Carts | A cart may be carried if its wheels are chocked.
    art_7 | Article 7 | Kites | Nobody flies a kite from the deck in a storm.
    art_8 | Article 8 | Fog |
      art_8__para_1 | 1. | | In fog the ferry waits until the far shore can be seen from the deck.
"""
NEW = """
    art_1 | Article 1 | Purpose | This treaty keeps the ferry running for all who wait on the shore.
      art_1__para_1 | 1. | | In fog the ferry waits until the far shore can be seen from the deck.
    art_2 | Article 2 | Ropes | Ropes are tied by the crew and by nobody else on the ferry.
    art_4 | Article 4 | Crews | A crew has four members.
    art_5 | Article 5 | Pilots | A pilot shall hold a licence.
    art_6 | Article 6 | Fares | Whoever crosses shall pay the fare before going aboard.
    art_7 | Article 7 | Beasts and carts | A horse or a cart may be carried if it stands still.
    art_9 | Article 9 | Radios | Each ferry carries a radio that works.
    art_10 | Article 10 | Bells |
      art_10__para_1 | 1. | | Bells are rung before the ferry leaves, by day and by night alike.
"""
LINKS: Pairs = {
    ("art_1", "art_1"): "same",
    ("art_2", "art_6"): "moved",
    ("art_3", "art_2"): "renumbered",
    ("art_4", "art_4"): "split",
    ("art_4", "art_5"): "split",
    ("art_5", "art_7"): "merged",
    ("art_6", "art_7"): "merged",
    ("art_8__para_1", "art_1__para_1"): "moved",
    ("art_1__para_1", "art_10__para_1"): "moved",
}


def make(path: Path) -> None:
    """Write them to a new database."""
    old, new = (
        outline(text, symbol=f"F/{n}", date=f"2030-0{n}-01", negotiation="ferry")
        for n, text in enumerate((OLD, NEW), 1)
    )
    found = compared_by(old, new, LINKS)
    with open_database(path) as store:
        store.put_negotiation(Negotiation("ferry", "Treaty on the ferry"))
        for draft, comparisons in ((old, []), (new, [found])):
            store.put_draft(
                draft,
                round=None,
                functions={one.eid: ("other", "") for one in draft.provisions},
                comparisons=comparisons,
                threads=None,
                xml_file="x.xml",
            )
        ends = {(old.symbol, new.symbol): found.alignment}
        store.put_threads("ferry", "en", threads([old, new], ends))
        analyse(store, "ferry", "en")
