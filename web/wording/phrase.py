"""A phrase through all rounds: how often, since when, until when.

In: a `PhrasePage`. Out: the page, with a picture that is drawn here: an SVG whose columns are
placed in percent, so that it fits every width while its letters keep their size. `phrase_places`
tells of the provisions.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from flask import Blueprint, render_template, request

from tracker.store.phrase import Question
from tracker.store.records import DraftRow
from tracker.store.records.phrase import PhraseCount, PhrasePage
from web import shelf
from web.terms.phrases import chained, number
from web.text.aged import round_said
from web.translation import _, ngettext
from web.wording import phrase_places
from web.wording.phrase_places import Context, Line, PhraseNames, Turn

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
        shelf.no_draft_in(language)
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
        if not asked:
            return _("There is no word in what was typed to look for. Type words of a text.")
        return _(
            "There is no word in “%(typed)s” to look for. Type words of a text.",
            typed=shelf.brief(asked),
        )
    if page.unknown:
        unknown = dict.fromkeys(page.unknown[:5])
        words = chained([f"“{shelf.brief(one)}”" for one in unknown], "or")
        if page.stemmed:
            return _("No draft has the word %(words)s in any form.", words=words)
        return _("No draft has the word %(words)s.", words=words)
    return _("Each of these words stands in some draft, but nowhere in this order.")


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


def _told(page: PhrasePage, *, everything: bool) -> Told:
    names = PhraseNames(page)
    most = MOST if everything else SHOWN
    last = page.drafts[-1].id
    lines = [phrase_places.line(row, names) for row in page.rows[:most]]
    shown = page.shown
    here = page.counts[shown].occurrences if shown is not None else 0
    return Told(
        summary=tuple(_summary(page)),
        columns=tuple(_columns(page.counts)),
        picture=_picture(page),
        turns=tuple(phrase_places.turns(page, names)),
        standing=tuple(one for one in lines if one.row.provision.draft_id == last),
        gone=tuple(one for one in lines if one.row.provision.draft_id != last),
        rows_left_out=len(page.rows) - len(lines),
        shown=page.drafts[shown] if shown is not None else None,
        contexts=tuple(phrase_places.contexts(page.seen, names)),
        seen_left_out=here - len(page.seen),
    )


def _summary(page: PhrasePage) -> Iterator[str]:
    """Where it stands now, since when, and where it stood most often."""
    yield _now(page)
    entered = page.entered or 0
    if entered:
        first = round_said(page.drafts[entered])
        if all(one.partial for one in page.drafts[:entered]):
            yield _(
                "It is first seen in %(round)s; what came before covers only part of the text.",
                round=first,
            )
        else:
            yield _("It is first seen in %(round)s.", round=first)
    elif len(page.drafts) > 1:
        yield _("It was there from the first draft on.")
    most = max(page.counts, key=lambda one: one.occurrences)
    if most.occurrences > page.counts[-1].occurrences:
        yield _(
            "Most often it stood in %(round)s: %(times)s.",
            round=round_said(most.draft),
            times=_times(most.occurrences),
        )


def _now(page: PhrasePage) -> str:
    """Whether the newest draft has it."""
    last, count = page.drafts[-1], page.counts[-1]
    newest = round_said(last)
    if count.occurrences:
        return ngettext(
            "It stands %(times)s in %(count)s provision of the newest draft, %(round)s.",
            "It stands %(times)s in %(count)s provisions of the newest draft, %(round)s.",
            count.provisions,
            times=_times(count.occurrences),
            count=number(count.provisions),
            round=newest,
        )
    if page.left is None:
        return _(
            "The newest draft, %(round)s, covers only part of the text and does not have it.",
            round=newest,
        )
    gone = page.drafts[page.left]
    if gone.id == last.id:
        return _("It is no longer in the newest draft, %(round)s.", round=newest)
    return _(
        "It is no longer in the newest draft, %(round)s, since %(since)s.",
        round=newest,
        since=round_said(gone),
    )


def _times(count: int) -> str:
    """How often.

    >>> _times(1), _times(3)
    ('once', '3 times')
    """
    if count < 3:
        return _("once") if count == 1 else _("twice")
    return ngettext("%(count)s time", "%(count)s times", count, count=number(count))


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
    each = (
        _("round %(round)s: %(count)s", round=one.draft.position, count=one.occurrences)
        for one in page.counts
    )
    return _("How often the phrase stands in each round. %(counts)s", counts="; ".join(each))
