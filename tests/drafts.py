"""Small drafts for tests, written as an indented outline.

In: lines such as `art_1 Article 1 | Heading | Text`, children indented below. Out: a `Draft`.
"""

from __future__ import annotations

from textwrap import dedent

from tracker.model import Draft, Provision, Source

_KINDS = {
    "art": "article",
    "para": "paragraph",
    "point": "point",
    "chp": "chapter",
    "rec": "recital",
    "sec": "section",
    "att": "attachment",
    "longTitle": "longTitle",
}


def outline(
    text: str,
    *,
    symbol: str = "A/1",
    date: str = "2030-01-01",
    negotiation: str = "made-up",
    partial: bool = False,
) -> Draft:
    """A draft from lines `eid | number | heading | text`, indented by what they stand in."""
    found: list[Provision] = []
    above: list[tuple[int, str]] = []
    for line in dedent(text).strip("\n").split("\n"):
        depth = len(line) - len(line.lstrip())
        eid, num, heading, words = (part.strip() for part in line.split("|"))
        above = [(d, e) for d, e in above if d < depth]
        kind = _KINDS[eid.rsplit("__", 1)[-1].split("_", 1)[0]]
        found.append(Provision(eid, kind, num, heading, words, above[-1][1] if above else None))
        above.append((depth, eid))
    source = Source(f"{symbol}.txt", symbol.encode().hex().ljust(64, "0"), "text", len(text))
    return Draft(
        negotiation=negotiation,
        symbol=symbol,
        date=date,
        language="en",
        title="Made up",
        convention="un-treaty",
        source=source,
        provisions=tuple(found),
        partial=partial,
    )
