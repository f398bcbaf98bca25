"""How sure our links were said to be, and how many of them are right.

In: the folder of the sets. Out: for each tier every link of which the set knows whether it is
right, with its score; and the table of how many are right, band by band.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from measured import Row

from tracker.align import align
from tracker.ingesters import About, ingest
from tracker.model import Link
from tracker.read import read

BANDS = ((0.9, 1.01), (0.7, 0.9), (0.4, 0.7), (0.0, 0.4))
HEADER = ("tier", "said to be sure", "links", "right", "share")
KINDS = {"art": "article", "para": "paragraph", "point": "point"}

Said = tuple[float, bool]


def said(folder: Path, tier: str) -> Iterator[Said]:
    """Score and rightness of every link that counts, of all sets of a tier."""
    for path in sorted(folder.glob("sets/*/gold.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        if gold["tier"] == tier:
            yield from _of_set(path.parent, gold)


def _of_set(folder: Path, gold: dict[str, object]) -> Iterator[Said]:
    old, new = (
        ingest(read(folder / f"{side}.xml"), About("made", side, "2031-01-01"))
        for side in ("old", "new")
    )
    yield from judged(align(old, new).links, gold)


def judged(links: Iterable[Link], gold: dict[str, object]) -> Iterator[Said]:
    """Score and rightness of every link that counts, by what a set knows."""
    edges = {(x["old"], x["new"]): x["relation"] for x in _list(gold["edges"])}
    unknown = _list(gold["unscored_old"]), _list(gold["unscored_new"])
    levels = _list(gold["levels"])
    for link in links:
        if link.old is None or link.new is None:
            continue
        ends = link.old, link.new
        known = edges.get(ends)
        beyond = known is None and (link.old in unknown[0] or link.new in unknown[1])
        if known == "optional" or beyond or not any(_kind(eid) in levels for eid in ends):
            continue
        yield link.score, known is not None


def _list(value: object) -> list:
    assert isinstance(value, list)
    return value


def _kind(eid: str) -> str:
    return KINDS.get(eid.rsplit("__", 1)[-1].split("_", 1)[0], "other")


def bands(links: Sequence[Said]) -> Iterator[tuple[str, int, int]]:
    """For every band its name, the links in it, and how many of them are right."""
    for low, high in BANDS:
        here = [right for score, right in links if low <= score < high]
        name = f"{low:.0%} or more" if high > 1 else f"{low:.0%} to {high:.0%}"
        yield name, len(here), sum(here)


def certainty(folder: Path, tiers: Sequence[str]) -> tuple[list[list[str]], list[Row]]:
    """The table, and the bar for links that are said to be nearly sure."""
    cells: list[list[str]] = []
    rows: list[Row] = []
    for tier in tiers:
        links = list(said(folder, tier))
        for name, count, right in bands(links):
            share = f"{right / count:.3f}" if count else ""
            cells.append([tier, name, f"{count:,}", f"{right:,}", share])
        sure = [right for score, right in links if score >= BANDS[0][0]]
        share = sum(sure) / max(1, len(sure))
        rows.append(Row(tier, "right of those 90% sure", f"{share:.3f}", "≥ 0.9", share >= 0.9))
    return cells, rows
