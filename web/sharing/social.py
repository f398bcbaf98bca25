"""The picture of a change that social networks show beside a link to its card.

In: the address of a card. Out: a PNG of 1,200 × 630 pixels: the sentence, the words before and
after, the drafts with their dates, "possibly" and "paraphrase" where that is so; the same bytes
whenever it is asked for. `said` is what it shows, in words.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from flask import Blueprint, Response, redirect, url_for
from werkzeug.wrappers import Response as Any

from tracker.model import NOT_OFFICIAL, Hunk
from tracker.store.records import ChangeRow, DraftRow
from web import shelf
from web.changes.card_shared import cut, notices, page_at, what
from web.changes.card_view import View, view
from web.once import language
from web.sharing import public, social_drawing
from web.sharing.social_drawing import Picture, Piece
from web.terms import days
from web.terms.names import RTL
from web.terms.phrases import draft_name
from web.terms.plain import STANDINGS
from web.translation import _

pages = Blueprint("social", __name__)

WIDTH, HEIGHT = social_drawing.SIZE

MOST_WORDS = 42
"""Of the quotation; the card has all."""

BEFORE = 6
"""So many unchanged words stand before the first change."""

_TITLE, _SENTENCE, _ALT = 150, 420, 400


@pages.get("/f/<address>/card.png")
def image(address: str) -> Any:
    """The picture of a change."""
    page = page_at(address)
    if page.address != address:
        return redirect(url_for(".image", address=page.address), 302)
    told = view(page)
    row = shelf.negotiation_or_404(page.comparison.negotiation_id, beside=True)
    drawn = social_drawing.drawn(picture(told, row.title))
    return Response(drawn, mimetype="image/png")


def said(told: View) -> str:
    """What the picture shows, in words."""
    old, new = told.drafts
    drafts = _("From %(old)s to %(new)s.", old=_draft(old), new=_draft(new))
    return f"{told.title}. {what(told, _ALT)} {drafts} {notices(told)}".strip()


def picture(told: View, negotiation: str) -> Picture:
    """What is drawn of a card."""
    old, new = told.drafts
    standings = sorted({one.standing for one in told.drafts if one.standing in NOT_OFFICIAL})
    tags = [str(STANDINGS[one][1]) for one in standings]
    return Picture(
        head=cut(negotiation, 90),
        title=cut(told.title, _TITLE),
        possibly="" if told.certain else _("Possibly"),
        notices=tuple(tags),
        sentence=cut(told.sentence, _SENTENCE),
        words=quotation(told.page.rows),
        rtl=_turned(told.language),
        unshown=_("The words are on the page: they are in a script that this picture cannot show."),
        foot=(_draft(old), _draft(new)),
        address=public.root().partition("://")[2],
        ours_rtl=_turned(language()),
    )


def _turned(language: str) -> bool:
    return language.partition("-")[0] in RTL


def _draft(draft: DraftRow) -> str:
    name = draft_name(draft.name, draft.symbol)
    named = draft.symbol if name == draft.symbol else f"{name} ({draft.symbol})"
    return f"{cut(named, 60)}, {days.of_draft(draft)}"


def quotation(rows: Sequence[ChangeRow]) -> tuple[Piece, ...]:
    """The words around the first change: of the first row's text or heading, or of the first text
    inside it; where it came or went as a whole, its text rather than its heading."""
    if not rows:
        return ()
    own, *inner = (row.text for row in rows)
    whole = rows[0].relation in ("inserted", "deleted")
    heading = rows[0].heading
    for hunks in (own, *inner, heading) if whole else (own, heading, *inner):
        if any(hunk.operation != "equal" and hunk.text.strip() for hunk in hunks):
            return tuple(_around(hunks))
    return ()


def _around(hunks: Sequence[Hunk]) -> Iterable[Piece]:
    """Words with what became of them, a few before the first change, at most `MOST_WORDS`."""
    pieces: list[Piece] = []
    apart = True
    for hunk in hunks:
        for at, word in enumerate(hunk.text.split()):
            glued = at == 0 and not apart and not hunk.text[:1].isspace()
            pieces.append(Piece(word, hunk.operation, glued))
        apart = hunk.text[-1:].isspace() if hunk.text else apart
    first = next(at for at, piece in enumerate(pieces) if piece.operation != "equal")
    start = max(0, first - BEFORE)
    if start:
        yield Piece("…", "equal")
    yield from pieces[start : start + MOST_WORDS]
    if len(pieces) > start + MOST_WORDS:
        yield Piece("…", "equal")
