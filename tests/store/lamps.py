"""A made-up text on lamps in five rounds, each word of which has a known life.

Round 2 adds a bell, round 3 takes out the ships that come in by night and brings a whistle, round 4
puts the ships back, round 5 drops bell and whistle. The second article goes in round 3 and is back
in round 5. Round 4 may be a partial document that has the first article alone.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from tests.drafts import outline
from tests.store.helpers import build
from tracker.model import Draft
from tracker.pipeline.analysed import analyse
from tracker.store import open_database

_BELL = ", and a bell that can be heard across the bay"
_WHISTLE = " A keeper shall carry a whistle made of tin."
_NIGHT = " for every ship that comes in by night"
_LAMP = "Each port of the two coasts shall keep one lamp lit on the longest pier{night}{bell}.{end}"
_OIL = """
    art_2 | Article 2 | Oil | Oil for the lamps shall be pressed from olives of the same island.
"""


def drafts() -> list[Draft]:
    """The five drafts."""
    return [
        _draft(1, night=_NIGHT, bell="", end="", oil=True),
        _draft(2, night=_NIGHT, bell=_BELL, end="", oil=True),
        _draft(3, night="", bell=_BELL, end=_WHISTLE, oil=False),
        _draft(4, night=_NIGHT, bell=_BELL, end=_WHISTLE, oil=False),
        _draft(5, night=_NIGHT, bell="", end="", oil=True),
    ]


def _draft(n: int, *, night: str, bell: str, end: str, oil: bool) -> Draft:
    text = _LAMP.format(night=night, bell=bell, end=end)
    lines = f"\n    art_1 | Article 1 | Lamps | {text}\n" + (_OIL.lstrip("\n") if oil else "")
    return outline(lines, symbol=f"L/{n}", date=f"2030-0{n}-01", negotiation="moon")


def partly() -> list[Draft]:
    """The same, the fourth a partial document."""
    return [replace(one, partial=one.symbol == "L/4") for one in drafts()]


def made(path: Path, order: Iterable[Draft] = ()) -> Path:
    """A database with them (or others, put in that order), analysed."""
    build(path, tuple(order) or drafts())
    with open_database(path) as store:
        assert analyse(store, "moon", "en")
    return path
