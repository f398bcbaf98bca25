"""The places in which the characters of a file end, in plain English.

In: the names that the reading report uses. Out: for each a title and what it is, and the five
groups in which a picture shows them.
"""

from __future__ import annotations

from dataclasses import dataclass

from tracker.store.records import Share
from web import translation
from web.terms.names import capital
from web.terms.place_words import PLACES
from web.translation import _, later

_WIDTH = 1000
_LEAST = 6


@dataclass(frozen=True, slots=True)
class Place:
    """A row of the report."""

    name: str
    title: str
    meaning: str
    characters: int
    share: float


@dataclass(frozen=True, slots=True)
class Segment:
    """A piece of the bar: `at` and `width` in thousandths of it."""

    name: str
    title: str
    share: float
    at: int
    width: int


_GROUPS: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("provisions", later("In the provisions"), ("number", "heading", "text")),
    ("marks", later("Drafters' remarks beside them"), ("mark",)),
    ("furniture", later("Set apart under its name"), ()),
    ("unplaced", later("Not placed"), ("unplaced",)),
    ("faults", later("Lost or counted twice"), ("lost", "counted-twice")),
)


def title_of(place: str) -> str:
    """What a place is called.

    >>> title_of("footnote"), title_of("stamp-duty")
    ('Footnotes', 'Stamp duty')
    """
    return capital(str(PLACES[place][0]) if place in PLACES else place.replace("-", " "))


def rows(shares: tuple[Share, ...]) -> list[Place]:
    """The shares with their words."""
    return [
        Place(
            one.place,
            title_of(one.place),
            str(PLACES.get(one.place, ("", ""))[1]),
            one.characters,
            one.share,
        )
        for one in shares
    ]


def bar(shares: tuple[Share, ...]) -> list[Segment]:
    """The groups that hold anything as pieces of a bar; a small one is wide enough to be seen."""
    named = {place: name for name, _title, places in _GROUPS for place in places}
    sums = {name: 0.0 for name, _title, _places in _GROUPS}
    for one in shares:
        sums[named.get(one.place, "furniture")] += one.share
    shown = [(name, str(title), sums[name]) for name, title, _places in _GROUPS if sums[name] > 0]
    widths = [max(_LEAST, round(share * _WIDTH)) for _name, _title, share in shown]
    if widths:
        widths[widths.index(max(widths))] -= sum(widths) - _WIDTH
    segments = []
    at = 0
    for (name, title, share), width in zip(shown, widths, strict=True):
        segments.append(Segment(name, title, share, at, width))
        at += width
    return segments


@dataclass(frozen=True, slots=True)
class Verdict:
    """The report in one look: `state` is `all`, `some` (was not placed) or `fault` (of ours);
    `unplaced` and `faults` are shares of the characters, 0 to 1."""

    state: str
    unplaced: float
    faults: float

    @property
    def placed(self) -> float:
        """The share of the characters that have their place."""
        return max(0.0, 1 - self.unplaced - self.faults) if self.state != "all" else 1.0


def verdict(shares: tuple[Share, ...]) -> Verdict:
    """Whether everything was read.

    >>> verdict((Share("text", 9, 0.9), Share("unplaced", 1, 0.1)))
    Verdict(state='some', unplaced=0.1, faults=0)
    """
    unplaced = sum(one.share for one in shares if one.place == "unplaced")
    wrong = [one for one in shares if one.place in ("lost", "counted-twice") and one.characters]
    missed = any(one.characters for one in shares if one.place == "unplaced")
    state = "fault" if wrong else "some" if missed else "all"
    return Verdict(state, unplaced, sum(one.share for one in wrong))


def percent(share: float) -> str:
    """A share for people.

    >>> percent(0.9731), percent(0.0004), percent(1.0), percent(0.9999), percent(0.0)
    ('97.3%', 'less than 0.1%', '100%', 'over 99.9%', '0%')
    """
    if share in (0, 1):
        return translation.percent(share)
    if share < 0.001:
        return _("less than %(share)s", share=translation.percent(0.001, 1))
    if share > 0.9995:
        return _("over %(share)s", share=translation.percent(0.999, 1))
    return translation.percent(share, 1)
