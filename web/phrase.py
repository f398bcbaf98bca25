"""A phrase through all rounds: how often, where, since when, until when, in which words.

In: a `PhrasePage`. Out: the page, with a picture that is drawn here: an SVG whose columns are
placed in percent, so that it fits every width while its letters keep their size.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from flask import Blueprint, render_template, request

from tracker.store.phrase import Question
from tracker.store.records import DraftRow, ProvisionRow
from tracker.store.records.phrase import PhraseCount, PhrasePage, PhraseRow, PhraseSeen, PhraseStay
from web import shelf
from web.names import Names
from web.phrases import draft_name, plural

pages = Blueprint("phrase", __name__)

SHOWN = 60
"""So many provisions, and places in context, are shown unless somebody asks for all."""

MOST = 2000
"""And so many then."""

_HEIGHT, _TOP, _FOOT = 190, 26, 40
"""Of the picture, in pixels: in all, above the highest column, under the columns."""
_WIDEST, _MOST_LABELS = 12, 16
"""No column is wider (percent of the picture); so many rounds have their numbers under them."""


@pages.get("/n/<negotiation>/phrase")
def phrase(negotiation: str) -> str:
    """A phrase through all rounds of a negotiation; without one, a form to ask for it."""
    row = shelf.negotiation_or_404(negotiation)
    language = shelf.language_asked()
    typed = shelf.text_asked("q")
    asked = _clean(typed)
    stemmed = shelf.choice_asked("stemmed", ("0", "1")) == "1"
    everything = shelf.choice_asked("show", ("some", "all")) == "all"
    symbol = request.args.get("draft", "")
    lib = shelf.library()
    drafts = lib.drafts(row.id, language)
    if language and not drafts:
        shelf.missing(f"no draft in the language “{language}” here")
    own = drafts[0].language if drafts else row.language
    if symbol:
        shelf.draft_or_404(row, symbol, own)
    question = Question(asked, stemmed, symbol, MOST if everything else SHOWN)
    page = lib.phrase(row.id, own, question) if asked else None
    found = page if page is not None and page.entered is not None else None
    examples = lib.telling_phrases(row.id, own) if found is None else ()
    return render_template(
        "phrase.html",
        negotiation=row,
        drafts=drafts,
        language=own,
        asked=asked,
        stemmed=stemmed,
        everything=everything,
        symbol=symbol,
        page=page,
        told=_told(found, everything=everything) if found else None,
        nowhere=_nowhere(page, asked) if typed and drafts and found is None else "",
        examples=examples,
        unofficial=shelf.unofficial(list(drafts)) if found or examples else [],
    )


def _clean(text: str) -> str:
    """What somebody typed, without characters that nobody sees.

    >>> _clean(" without\\x00right\\n")
    'without right'
    """
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())


def _nowhere(page: PhrasePage | None, asked: str) -> str:
    """Why nothing was found."""
    if page is None or not page.words:
        shown = f"“{shelf.brief(asked)}”" if asked else "what was typed"
        return f"There is no word in {shown} to look for. Type words of a text."
    if page.unknown:
        words = " or ".join(f"“{shelf.brief(one)}”" for one in dict.fromkeys(page.unknown[:5]))
        form = " in any form" if page.stemmed else ""
        return f"No draft has the word {words}{form}."
    return "Each of these words stands in some draft, but nowhere in this order."


@dataclass(frozen=True, slots=True)
class Column:
    """A draft in the picture: where its column stands (percent of the width), how high it is
    (pixels), and whether there is room for its number."""

    count: PhraseCount
    at: str
    width: str
    middle: str
    top: int
    height: int
    labelled: bool


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


@dataclass(frozen=True, slots=True)
class Told:
    """All that the page says of a phrase that was found. `standing` have it in the last draft that
    has it, if that is the newest; `gone` had it."""

    summary: tuple[str, ...]
    columns: tuple[Column, ...]
    picture: str
    turns: tuple[Turn, ...]
    standing: tuple[Line, ...]
    gone: tuple[Line, ...]
    rows_left_out: int
    shown: DraftRow | None
    contexts: tuple[Context, ...]
    seen_left_out: int


class _Names(Names):
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


def _told(page: PhrasePage, *, everything: bool) -> Told:
    names = _Names(page)
    most = MOST if everything else SHOWN
    last = page.drafts[-1].id
    lines = [_line(row, names) for row in page.rows[:most]]
    shown = page.shown
    here = page.counts[shown].occurrences if shown is not None else 0
    return Told(
        summary=tuple(_summary(page)),
        columns=tuple(_columns(page.counts)),
        picture=_picture(page),
        turns=tuple(_turns(page, names)),
        standing=tuple(one for one in lines if one.row.provision.draft_id == last),
        gone=tuple(one for one in lines if one.row.provision.draft_id != last),
        rows_left_out=len(page.rows) - len(lines),
        shown=page.drafts[shown] if shown is not None else None,
        contexts=tuple(_contexts(page.seen, names)),
        seen_left_out=here - len(page.seen),
    )


def _of(draft: DraftRow) -> str:
    return f"round {draft.position} ({draft_name(draft.name, draft.symbol)})"


def _summary(page: PhrasePage) -> Iterator[str]:
    """Where it stands now, since when, and where it stood most often."""
    last, count = page.drafts[-1], page.counts[-1]
    if count.occurrences:
        held = f"in {plural(count.provisions, 'provision')} of the newest draft, {_of(last)}"
        yield f"It stands {_times(count.occurrences)} {held}."
    elif page.left is not None:
        gone = page.drafts[page.left]
        since = f", since {_of(gone)}" if gone.id != last.id else ""
        yield f"It is no longer in the newest draft, {_of(last)}{since}."
    else:
        yield f"The newest draft, {_of(last)}, covers only part of the text and does not have it."
    entered = page.entered or 0
    if entered:
        before = page.drafts[:entered]
        partial = all(one.partial for one in before)
        doubt = "; what came before covers only part of the text" if partial else ""
        yield f"It is first seen in {_of(page.drafts[entered])}{doubt}."
    elif len(page.drafts) > 1:
        yield "It was there from the first draft on."
    most = max(page.counts, key=lambda one: one.occurrences)
    if most.occurrences > count.occurrences:
        yield f"Most often it stood in {_of(most.draft)}: {_times(most.occurrences)}."


def _times(count: int) -> str:
    """How often.

    >>> _times(1), _times(3)
    ('once', '3 times')
    """
    return {1: "once", 2: "twice"}.get(count) or plural(count, "time")


def _columns(counts: Sequence[PhraseCount]) -> Iterator[Column]:
    share = 100 / len(counts)
    wide = min(0.64 * share, _WIDEST)
    highest = max(one.occurrences for one in counts)
    room = _HEIGHT - _TOP - _FOOT
    step = -(-len(counts) // _MOST_LABELS)
    for n, one in enumerate(counts):
        height = max(3, round(room * one.occurrences / highest)) if one.occurrences else 0
        yield Column(
            one,
            at=f"{(n + 0.5) * share - wide / 2:.2f}%",
            width=f"{wide:.2f}%",
            middle=f"{(n + 0.5) * share:.2f}%",
            top=_HEIGHT - _FOOT - height,
            height=height,
            labelled=n % step == 0,
        )


def _picture(page: PhrasePage) -> str:
    """What the picture shows, for those who do not see it."""
    each = (f"round {one.draft.position}: {one.occurrences}" for one in page.counts)
    return f"How often the phrase stands in each round. {'; '.join(each)}"


def _named(provision: ProvisionRow, names: Names, more: str = "", *, certain: bool = True) -> Named:
    unit = names.unit(provision)
    heading = provision.heading or (unit.heading if unit is not None else "")
    return Named(names.full(provision), heading, provision, more, certain)


def _line(row: PhraseRow, names: Names) -> Line:
    """With the names that the provision has in other rounds, where they are others."""
    now = names.full(row.provision)
    own = (
        ", ".join(name for stand in cell.stands if (name := names.full(stand.provision)) != now)
        for cell in row.cells
    )
    return Line(_named(row.provision, names), row, tuple(own))


def _contexts(seen: Sequence[PhraseSeen], names: Names) -> Iterator[Context]:
    for _, group in groupby(seen, key=lambda one: one.provision.id):
        places = tuple(group)
        yield Context(_named(places[0].provision, names), places)


_CAME = {
    "new": "Came with new provisions",
    "added": "Put into provisions that had stood without it",
    "back": "Back in provisions that had had it before",
    "seen": "First seen in",
    "moved": "Moved",
}
_LEFT = {
    "removed": "Taken out of provisions that stay",
    "gone": "Gone, with the whole provision",
    "moved": "Went into others that have it too",
}


def _turns(page: PhrasePage, names: Names) -> Iterator[Turn]:
    """The rounds in which the phrase came into provisions, or left them."""
    for n, draft in enumerate(page.drafts):
        came: dict[str, list[Named]] = {}
        left: dict[str, list[Named]] = {}
        moved: set[tuple[str, str]] = set()
        for row, stay in _stays(page):
            if stay.entered == n and stay.began != "first":
                moved |= {(one, row.thread_id) for one in stay.came_from}
                came.setdefault(stay.began, []).append(_arrival(page, row, stay, names))
        for row, stay in _stays(page):
            told = any((row.thread_id, one) in moved for one in stay.went_to)
            if stay.left == n and not told:
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
    more = " and ".join(f"from {names.full(one)}" for one in origins if one is not None)
    return _named(here, names, more, certain=stay.certain)


def _departure(row: PhraseRow, stay: PhraseStay, names: Names, page: PhrasePage) -> Named:
    assert stay.left is not None
    last = _last_before(row, stay.left) or row.provision
    rows = {one.thread_id: one for one in page.rows}
    into = [_first_from(rows[one], stay.left) for one in stay.went_to if one in rows]
    more = " and ".join(f"into {names.full(one)}" for one in into if one is not None)
    return _named(last, names, more, certain=stay.certain)


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
