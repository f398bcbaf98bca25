"""Small treaties and bills, written for the tests of `tracker.references`."""

from __future__ import annotations

from collections.abc import Sequence

from tracker.akn.eid import EidMaker
from tracker.model import Alignment, Draft, Link, Provision, Source
from tracker.references import Reference, references

Row = tuple[int, str, str, str, str]
"""Depth, kind, number as printed, heading, text."""


def draft(
    rows: Sequence[Row],
    *,
    symbol: str = "A/1",
    language: str = "en",
    title: str = "Agreement on the Lamps of the Strait",
    basic: str = "article",
    partial: bool = False,
) -> Draft:
    """A draft of these rows, each inside the last one of less depth."""
    maker = EidMaker(frozenset({basic}))
    holders: list[str] = []
    provisions: list[Provision] = []
    for depth, kind, num, heading, text in rows:
        parent = holders[depth - 1] if depth else None
        eid = maker.make(kind, num, parent)
        holders[depth:] = [eid]
        provisions.append(Provision(eid, kind, num, heading, text, parent))
    return Draft(
        negotiation="lamps",
        symbol=symbol,
        date="2020-01-01",
        language=language,
        title=title,
        convention="un-treaty",
        source=Source("lamps.txt", "0" * 64, "text", 1),
        provisions=tuple(provisions),
        partial=partial,
    )


TREATY: tuple[Row, ...] = (
    (0, "chapter", "CHAPTER I", "LAMPS", ""),
    (1, "article", "Article 1", "Use of terms", ""),
    (2, "paragraph", "1.", "", "This Agreement calls every light on a coast a lamp."),
    (2, "paragraph", "2.", "", "A lamp has:"),
    (3, "point", "(a)", "", "a wick;"),
    (3, "point", "(b)", "", "a glass:"),
    (4, "point", "(i)", "", "clear; or"),
    (4, "point", "(ii)", "", "red."),
    (3, "point", "(c)", "", "a keeper."),
    (1, "article", "Article 2", "Keepers", ""),
    (2, "paragraph", "1.", "", "Each Party names its keepers."),
    (2, "paragraph", "2.", "", "A keeper serves two winters."),
    (2, "paragraph", "3.", "", "PLACE"),
    (1, "article", "Article 3", "Oil", "Oil is shared out in autumn."),
    (0, "chapter", "CHAPTER II", "SHIPS", ""),
    (1, "article", "Article 4", "Ships", ""),
    (2, "paragraph", "1.", "", "Ships greet each lamp."),
    (2, "paragraph", "2.", "", "This Agreement binds no warship."),
    (1, "article", "Article 5", "Storms", "In a storm nobody greets."),
    (1, "article", "Article 5 bis", "Fog", "In fog everybody rings."),
    (0, "attachment", "Annex I", "List of lamps", ""),
    (1, "paragraph", "1.", "", "The lamp of the northern rock."),
    (0, "attachment", "Annex II", "Tariff of oil", "Oil is free."),
)
"""A treaty of two chapters and two annexes; `PLACE` is in article 2, paragraph 3."""


def with_text(text: str, **named: object) -> Draft:
    """The treaty with this text in article 2, paragraph 3."""
    rows = [(*row[:4], text if row[4] == "PLACE" else row[4]) for row in TREATY]
    return draft(rows, **named)


def found(text: str, language: str = "en") -> list[Reference]:
    """The references of a text that stands in article 2, paragraph 3; their offsets are right."""
    told = [
        one
        for one in references(with_text(text, language=language))
        if one.provision == "art_2__para_3"
    ]
    for one in told:
        assert text[one.first : one.until] == one.text
        assert one.first <= one.start < one.end <= one.until
    return told


def leads(text: str, language: str = "en") -> list[str]:
    """Where the references of a text lead, each in one word."""
    return [_told(one) for one in found(text, language)]


def _told(one: Reference) -> str:
    if one.standing == "exact":
        return "..".join(one.targets)
    if one.standing == "elsewhere":
        return f"elsewhere: {one.instrument}"
    return f"{one.standing} {one.near}".strip()


def linked(old: Draft, new: Draft, moved: dict[str, str | None], score: float = 1.0) -> Alignment:
    """An alignment of the same eIds, but for those in `moved` (None: gone)."""
    there = {p.eid for p in new.provisions}
    links: list[Link] = []
    taken: set[str] = set()
    for provision in old.provisions:
        became = moved.get(provision.eid, provision.eid)
        if became in there and became not in taken:
            relation = "same" if became == provision.eid else "renumbered"
            links.append(Link(provision.eid, became, relation, score))
            taken.add(became)
        else:
            links.append(Link(provision.eid, None, "deleted", 1.0))
    links += [Link(None, p.eid, "inserted", 1.0) for p in new.provisions if p.eid not in taken]
    return Alignment(old.symbol, new.symbol, tuple(links))
