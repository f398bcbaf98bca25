"""A change, a story or a comparison on a bare page, to stand in a frame of somebody else's page.

In: the address of a card, of a provision, of two drafts. Out: a page without the viewer's head and
foot; it works without script, and its links open in the whole window. Only these pages may be
framed (`headers`).
"""

from __future__ import annotations

import re

from flask import Blueprint, redirect, render_template, url_for
from markupsafe import Markup, escape
from werkzeug.wrappers import Response

from web import shelf
from web.changes import compare, pairs
from web.changes.card_shared import LINES, page_at, unofficial
from web.changes.card_view import view
from web.sharing import public
from web.stories import provisions
from web.terms import glossary
from web.translation import _

pages = Blueprint("embeds", __name__)

_LINK = re.compile(r'<a href="(#?)')


@pages.app_template_filter()
def outward(html: Markup, path: str) -> Markup:
    """A piece of a page with links that open in the whole window; those to a place of that page
    lead to its `path`.

    >>> outward(Markup('<a href="#a">1</a> <a href="/b">2</a>'), "/t/x")
    ... # doctest: +NORMALIZE_WHITESPACE
    Markup('<a target="_top" rel="noopener" href="/t/x#a">1</a>
    <a target="_top" rel="noopener" href="/b">2</a>')
    """
    there = str(escape(path))
    # What was written by a template: in the texts, no sign of a tag is left.
    return Markup(
        _LINK.sub(
            lambda found: (
                f'<a target="_top" rel="noopener" href="{there + found[1] if found[1] else ""}'
            ),
            html,
        )
    )


@pages.get("/embed/f/<address>")
def card(address: str) -> str | Response:
    """The card of a change, for a frame."""
    page = page_at(address)
    if page.address != address:
        return redirect(url_for(".card", address=page.address), 302)
    told = view(page)
    glossary.keep_apart()
    row = shelf.negotiation_or_404(page.comparison.negotiation_id, beside=True)
    return render_template(
        "embed.html",
        negotiation=row,
        view=told,
        new=page.new.draft,
        unofficial=unofficial(row, told),
        lines=told.lines[:LINES],
        more=sum(not one.skipped for one in told.lines[LINES:]),
        path=url_for("finding_cards.card", address=address),
        whole=public.whole,
    )


@pages.get("/embed/t/<address>")
def story(address: str) -> str | Response:
    """The story of a provision in short, for a frame."""
    page = shelf.library().thread(address) or shelf.no_provision(address)
    if page.id != address:
        return redirect(url_for(".story", address=page.id), 302)
    told = provisions.brief(page)
    glossary.keep_apart()
    return render_template(
        "embed_story.html",
        negotiation=told.negotiation,
        page=page,
        life=told.life,
        short=told.short,
        unchecked=told.unchecked,
        head=told.head,
        path=told.frame.page,
        unofficial=shelf.unofficial(told.drafts),
    )


@pages.get("/embed/n/<negotiation>/compare")
def comparison(negotiation: str) -> str | Response:
    """Two drafts compared in short, for a frame; which two, as on the page that compares them."""
    row = shelf.negotiation_or_404(negotiation)
    language = shelf.language_asked()
    drafts = shelf.library().drafts(row.id, language)
    pair = pairs.in_order(pairs.asked(drafts, pairs.last_two))
    if pair is None:
        shelf.missing(_("There is nothing to compare: this negotiation has fewer than two drafts."))
    glossary.keep_apart()
    told = compare.in_short(row, pair, language, drafts)
    return render_template("embed_comparison.html", negotiation=row, **told)
