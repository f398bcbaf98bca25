"""The provisions that have or had a phrase: their names, their rows, its places in them, and how
it came into them and left them.

In: a `PhrasePage`. Out: `Line`s of the table of rounds, `Context`s, `Turn`s.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from tracker.store.records import DraftRow, ProvisionRow
from tracker.store.records.phrase import PhrasePage, PhraseRow, PhraseSeen, PhraseStay
from web.terms.names import Names
from web.terms.phrases import chained
from web.translation import _, later


@dataclass(frozen=True, slots=True)
class Named:
    """A provision as a link, with the heading it stands under; `more` says what else is to be said
    of it."""

    name: str
    heading: str
    provision: ProvisionRow
    more: str = ""
    certain: bool = True


@dataclass(frozen=True, slots=True)
class Event:
    """What happened to the phrase in a round, with the provisions to which it happened."""

    what: str
    sign: str
    places: tuple[Named, ...]


@dataclass(frozen=True, slots=True)
class Turn:
    """A round in which the phrase came somewhere or left."""

    draft: DraftRow
    events: tuple[Event, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """A provision in the table of rounds."""

    named: Named
    row: PhraseRow
    own_numbers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Context:
    """A provision with the places of the phrase in it."""

    named: Named
    places: tuple[PhraseSeen, ...]


class PhraseNames(Names):
    """Names of the provisions of a page. What has no number and stands under something that has is
    called by that, as long as nothing else of its draft is: the phrase tells which words of it."""

    def __init__(self, page: PhrasePage) -> None:
        super().__init__(page.provisions, language=page.drafts[0].language)
        stands = (one for row in page.rows for cell in row.cells for one in cell.stands)
        told = [one.provision for one in stands] + [one.provision for one in page.seen]
        self._brief: dict[str, str] = {}
        sharing: dict[tuple[str, str], set[str]] = {}
        for one in told:
            above = self.above(one)
            bare = not one.number and not one.heading and above is not None and above.number
            brief = super().full(above if bare and above is not None else one)
            self._brief[one.id] = brief
            sharing.setdefault((one.draft_id, brief), set()).add(one.id)
        for shared in sharing.values():
            for key in shared if len(shared) > 1 else ():
                del self._brief[key]

    def full(self, provision: ProvisionRow) -> str:
        """The name with those of the provisions from the article down to it."""
        return self._brief.get(provision.id) or super().full(provision)


def _named(provision: ProvisionRow, names: Names, more: str = "", *, certain: bool = True) -> Named:
    unit = names.unit(provision)
    heading = provision.heading or (unit.heading if unit is not None else "")
    return Named(names.full(provision), heading, provision, more, certain)


def line(row: PhraseRow, names: Names) -> Line:
    """A row with its name, and the names that it has in other rounds where they are others."""
    now = names.full(row.provision)
    own = (
        ", ".join(name for stand in cell.stands if (name := names.full(stand.provision)) != now)
        for cell in row.cells
    )
    more = _("all the text of %(place)s", place=names.full(row.all_of)) if row.all_of else ""
    return Line(_named(row.provision, names, more), row, tuple(own))


def contexts(seen: Sequence[PhraseSeen], names: Names) -> Iterator[Context]:
    """The places in context, those of one provision together."""
    for __, group in groupby(seen, key=lambda one: one.provision.id):
        places = tuple(group)
        yield Context(_named(places[0].provision, names), places)


_CAME = {
    "new": later("Came with new provisions"),
    "added": later("Put into provisions that had stood without it"),
    "back": later("Back in provisions that had had it before"),
    "seen": later("First seen in"),
    "moved": later("Moved"),
}
_LEFT = {
    "removed": later("Taken out of provisions that stay"),
    "gone": later("Gone, with the whole provision"),
    "moved": later("Went into others that have it too"),
}


def turns(page: PhrasePage, names: Names) -> Iterator[Turn]:
    """The rounds in which the phrase came into provisions, or left them."""
    for n, draft in enumerate(page.drafts):
        came: dict[str, list[Named]] = {}
        left: dict[str, list[Named]] = {}
        moved: set[tuple[str, str]] = set()
        for row, stay in _stays(page):
            if stay.entered == n and stay.began != "first" and not stay.came_with_outer:
                moved |= {(one, row.thread_id) for one in stay.came_from}
                came.setdefault(stay.began, []).append(_arrival(page, row, stay, names))
        for row, stay in _stays(page):
            told = any((row.thread_id, one) in moved for one in stay.went_to)
            if stay.left == n and not told and not stay.left_with_outer:
                left.setdefault(stay.ended, []).append(_departure(row, stay, names, page))
        events = [
            *(_event(_CAME, k, "came", came[k]) for k in _CAME if k in came),
            *(_event(_LEFT, k, "left", left[k]) for k in _LEFT if k in left),
        ]
        if events:
            yield Turn(draft, tuple(events))


def _event(words: Mapping[str, str], kind: str, sign: str, places: Sequence[Named]) -> Event:
    """With the places in the order of their draft."""
    ordered = sorted(places, key=lambda one: one.provision.ordinal)
    return Event(words[kind], "moved" if kind == "moved" else sign, tuple(ordered))


def _stays(page: PhrasePage) -> Iterator[tuple[PhraseRow, PhraseStay]]:
    return ((row, stay) for row in page.rows for stay in row.stays)


def _arrival(page: PhrasePage, row: PhraseRow, stay: PhraseStay, names: Names) -> Named:
    here = row.cells[stay.entered].stands[0].provision
    rows = {one.thread_id: one for one in page.rows}
    origins = [_last_before(rows[one], stay.entered) for one in stay.came_from if one in rows]
    more = [_("from %(place)s", place=names.full(one)) for one in origins if one is not None]
    return _named(here, names, chained(more), certain=stay.certain)


def _departure(row: PhraseRow, stay: PhraseStay, names: Names, page: PhrasePage) -> Named:
    assert stay.left is not None
    last = _last_before(row, stay.left) or row.provision
    rows = {one.thread_id: one for one in page.rows}
    into = [_first_from(rows[one], stay.left) for one in stay.went_to if one in rows]
    more = [_("into %(place)s", place=names.full(one)) for one in into if one is not None]
    return _named(last, names, chained(more), certain=stay.certain)


def _last_before(row: PhraseRow, place: int) -> ProvisionRow | None:
    """The last provision of a thread with the phrase before a draft."""
    for cell in reversed(row.cells[:place]):
        if cell.stands:
            return cell.stands[-1].provision
    return None


def _first_from(row: PhraseRow, place: int) -> ProvisionRow | None:
    for cell in row.cells[place:]:
        if cell.stands:
            return cell.stands[0].provision
    return None
