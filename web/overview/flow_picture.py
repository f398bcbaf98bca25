"""The picture of what became of the articles of each draft: columns, blocks, bands.

In: what became of the articles. Out: places and paths for a page to draw. Across, a draft has
`ACROSS` units, and the picture stretches with the window; down, everything is in pixels, so that
words keep their size. A band is as high as it counts articles, at each of its ends.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tracker.store.records.flow import FATES, Fate, Flow, FlowDraft, FlowGroup
from web.overview.flow_ways import Band

ACROSS = 100
"""Units from one draft to the next."""
LAST = 70
"""And for the last draft with the names of its chapters."""
BAR = 4
"""How wide a block is, in the same units."""
SLOT = 26
"""The least height of a block with its name: enough for a finger."""

_GAP = 8
_HEAD = 48
_APART = 30
_FULL, _MOST, _LEAST = 560, 10.0, 0.5
_NAMED = 12.0
_NO_HEIGHT = 0.8

_Key = tuple[int, int]
"""A draft and a group of it, each by its place from 0; -1 is what was dropped, -2 what is new."""
_DROPPED, _NEW = -1, -2


@dataclass(frozen=True, slots=True)
class Block:
    """A chapter of a draft, or what was dropped before it (`dropped`) or is new after it (`new`).
    `x` in units across, `left` the same in percent; `y`, `height` and `slot` in pixels. `to` is
    the row of the table that it leads to."""

    kind: str
    group: FlowGroup | None
    articles: int
    x: float
    left: float
    y: float
    height: float
    slot: float
    to: str


@dataclass(frozen=True, slots=True)
class Path:
    """A band with its outline; `label_x` (percent) and `label_y` say where its count stands, if it
    has room."""

    band: Band
    outline: str
    label_x: float
    label_y: float
    named: bool


@dataclass(frozen=True, slots=True)
class Column:
    """A draft: where its name stands, in percent, and how many articles it has."""

    draft: FlowDraft
    left: float


@dataclass(frozen=True, slots=True)
class Picture:
    """`across` in units, `height` in pixels; `column` and `last` say in percent how wide the
    column of a draft is, and that of the last."""

    across: int
    height: float
    column: float
    last: float
    columns: tuple[Column, ...]
    blocks: tuple[Block, ...]
    paths: tuple[Path, ...]


class _Ends:
    """Where the next band leaves and arrives at each block."""

    def __init__(self, places: Mapping[_Key, tuple[float, float, float]]) -> None:
        self._places = places
        self._out = {key: place[1] for key, place in places.items()}
        self._in = dict(self._out)

    def out(self, key: _Key, height: float) -> tuple[float, float, float]:
        """Across, and down from where to where, of a band that leaves."""
        top = self._out[key]
        self._out[key] = top + height
        return self._places[key][0] + BAR, top, top + height

    def into(self, key: _Key, height: float) -> tuple[float, float, float]:
        """The same of one that arrives."""
        top = self._in[key]
        self._in[key] = top + height
        return self._places[key][0], top, top + height


def picture(flow: Flow, bands: Sequence[Band]) -> Picture:
    """The picture of these bands."""
    counts = _counts(flow, bands)
    most = max(sum(n for (_, group), n in column) for column in _by_column(flow, counts))
    unit = min(_MOST, max(_LEAST, _FULL / max(most, 1)))
    places, bottom = _placed(flow, counts, unit)
    across = ACROSS * (len(flow.drafts) - 1) + LAST
    columns = (
        Column(one, round(100 * ACROSS * at / across, 3)) for at, one in enumerate(flow.drafts)
    )
    return Picture(
        across,
        bottom,
        round(100 * ACROSS / across, 3),
        round(100 * LAST / across, 3),
        tuple(columns),
        tuple(_block(flow, bands, key, counts[key], places[key], unit, across) for key in places),
        tuple(_paths(bands, places, unit, across)),
    )


def _ends(band: Band) -> tuple[_Key, _Key]:
    old = (band.step, _NEW if band.old is None else band.old)
    new = (band.step + 1, _DROPPED if band.new is None else band.new)
    return old, new


def _counts(flow: Flow, bands: Sequence[Band]) -> dict[_Key, int]:
    """Articles by block; of what was dropped or is new, only where there is any."""
    found: dict[_Key, int] = {
        (at, n): group.articles
        for at, draft in enumerate(flow.drafts)
        for n, group in enumerate(draft.groups)
    }
    ends: defaultdict[_Key, int] = defaultdict(int)
    for band in bands:
        old, new = _ends(band)
        if old[1] == _NEW:
            ends[old] += band.arrive
        if new[1] == _DROPPED:
            ends[new] += band.leave
    return {**found, **ends}


def _by_column(flow: Flow, counts: Mapping[_Key, int]) -> list[list[tuple[_Key, int]]]:
    return [
        [(key, n) for key, n in counts.items() if key[0] == at and key[1] >= 0]
        for at in range(len(flow.drafts))
    ]


def _placed(
    flow: Flow, counts: Mapping[_Key, int], unit: float
) -> tuple[dict[_Key, tuple[float, float, float]], float]:
    """By block its place across and down and its slot; and where the picture ends."""
    places: dict[_Key, tuple[float, float, float]] = {}
    bottoms = [float(_HEAD)]
    for column in _by_column(flow, counts):
        y = float(_HEAD)
        for key, count in column:
            slot = max(count * unit, SLOT)
            places[key] = (key[0] * ACROSS, round(y, 2), slot)
            y += slot + _GAP
        bottoms.append(y)
    bottom = max(bottoms)
    for kind in (_DROPPED, _NEW):
        some = [key for key in counts if key[1] == kind]
        if some:
            top = bottom + _APART
            for key in some:
                places[key] = (key[0] * ACROSS, top, max(counts[key] * unit, SLOT))
            bottom = top + max(places[key][2] for key in some)
    return places, bottom + _GAP


def _block(
    flow: Flow,
    bands: Sequence[Band],
    key: _Key,
    count: int,
    place: tuple[float, float, float],
    unit: float,
    across: int,
) -> Block:
    at, group = key
    kind = {_DROPPED: "dropped", _NEW: "new"}.get(group, "chapter")
    touching = [band for band in bands if key in _ends(band)]
    leaving = [band for band in touching if _ends(band)[0] == key]
    to = (leaving or touching)[0].row if touching else ""
    return Block(
        kind,
        flow.drafts[at].groups[group] if group >= 0 else None,
        count,
        place[0],
        round(100 * place[0] / across, 3),
        place[1],
        max(round(count * unit, 2), 1.0),
        place[2],
        to,
    )


def _paths(
    bands: Sequence[Band],
    places: Mapping[_Key, tuple[float, float, float]],
    unit: float,
    across: int,
) -> list[Path]:
    ends = _Ends(places)
    order: dict[Fate, int] = {fate: n for n, fate in enumerate(FATES)}

    def down(key: _Key) -> float:
        return places[key][1]

    def of(band: Band) -> tuple[int, bool]:
        return order[band.fate], not band.certain

    leaving = sorted(bands, key=lambda one: (down(_ends(one)[1]), of(one)))
    arriving = sorted(bands, key=lambda one: (down(_ends(one)[0]), of(one)))
    starts = {one.row: ends.out(_ends(one)[0], unit * _high(one)[0]) for one in leaving}
    stops = {one.row: ends.into(_ends(one)[1], unit * _high(one)[1]) for one in arriving}
    # What stays lies below what crosses it.
    drawn = sorted(bands, key=of)
    return [_path(one, starts[one.row], stops[one.row], across) for one in drawn]


def _high(band: Band) -> tuple[int, int]:
    """How many articles high a band is where it leaves and where it arrives; what is new or was
    dropped is as high at its other end."""
    whole = len(band.ways) if band.fate in ("new", "dropped") else 0
    return band.leave or whole, band.arrive or whole


def _path(
    band: Band,
    start: tuple[float, float, float],
    stop: tuple[float, float, float],
    across: int,
) -> Path:
    (x0, a0, a1), (x1, b0, b1) = start, stop
    # What joins another article, or comes out of one, counts on one side alone: a point.
    a1, b1 = max(a1, a0 + _NO_HEIGHT), max(b1, b0 + _NO_HEIGHT)
    middle = (x0 + x1) / 2
    outline = (
        f"M{x0:g},{a0:.1f}C{middle:g},{a0:.1f} {middle:g},{b0:.1f} {x1:g},{b0:.1f}"
        f"V{b1:.1f}C{middle:g},{b1:.1f} {middle:g},{a1:.1f} {x0:g},{a1:.1f}Z"
    )
    wide = b1 - b0 >= a1 - a0
    at = (b0 + b1) / 2 if wide else (a0 + a1) / 2
    return Path(
        band,
        outline,
        round(100 * (x1 - 2) / across, 3),
        round(at, 1),
        wide and b1 - b0 >= _NAMED,
    )
