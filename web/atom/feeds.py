"""Feeds: what is new, for those who do not want to come and look.

In: addresses. Out: Atom (RFC 4287), newest first, in parts as RFC 5005 has it. The ETag is made of
what the feed says: whoever sends it back gets 304 until there is something new in this very feed,
whatever else was taken into the database. `feed_parts.html` has links for the heads of pages.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from dataclasses import dataclass

from flask import Blueprint, Response, current_app, render_template, request, url_for

from web import kept, shelf
from web.api.problems import opened
from web.atom.feed_entries import Entry, moment, of_findings, of_rounds, ordered
from web.atom.feed_ids import feed_id
from web.atom.feed_lives import of_thread
from web.changes.findings import kind_asked
from web.sharing import public
from web.terms.names import Names, capital
from web.terms.plain import FINDINGS
from web.translation import _, later

pages = Blueprint("feeds", __name__)

TYPE = "application/atom+xml"

PER_PAGE = 30
"""Entries in one part of a feed."""

_NOT_IN_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed: `id` never changes, `link` is the page that shows the same."""

    id: str
    title: str
    subtitle: str
    link: str
    since: str = ""
    """The date of the first draft it could tell of, for a feed that has nothing to tell."""


@pages.after_request
def _open(response: Response) -> Response:
    """Pages of any origin may read feeds."""
    return opened(response)


@pages.get("/feed")
def everything() -> Response:
    """The rounds of all negotiations."""
    return _sent(_everything)


@pages.get("/n/<negotiation>/feed")
def negotiation(negotiation: str) -> Response:
    """The rounds of a negotiation, or its findings of one kind."""
    return _sent(lambda: _negotiation(negotiation))


@pages.get("/t/<address>/feed")
def provision(address: str) -> Response:
    """The changes of one provision, under any address of it."""
    return _sent(lambda: _provision(address))


def _everything() -> str:
    rows = shelf.library().negotiations()
    feed = Feed(
        feed_id("all"),
        _("All negotiations"),
        _("What each new draft of a text under negotiation changed."),
        url_for("negotiations.home"),
        min((row.first_date for row in rows if row.first_date), default=""),
    )
    return _made(feed, [entry for row in rows for entry in of_rounds(row, None)])


def _negotiation(negotiation: str) -> str:
    row = shelf.negotiation_or_404(negotiation)
    language = shelf.language_asked()
    drafts = shelf.library().drafts(row.id, language)
    if language and not drafts:
        shelf.no_draft_in(language)
    own = drafts[0].language if drafts else row.language
    lang = own if own != row.language else None
    since = drafts[0].date if drafts else ""
    kind = kind_asked()
    if kind:
        label, meaning = FINDINGS[kind]
        feed = Feed(
            feed_id("kind", row.id, own, kind),
            _("%(title)s: %(what)s", title=row.title, what=label),
            str(meaning),
            url_for("found.changes", negotiation=row.id, lang=lang, kind=kind),
            since,
        )
        return _made(feed, of_findings(row, language, kind))
    feed = Feed(
        feed_id("negotiation", row.id, own),
        row.title,
        _("What each new draft changed."),
        url_for("negotiations.negotiation", negotiation=row.id, lang=lang),
        since,
    )
    return _made(feed, of_rounds(row, language))


def _provision(address: str) -> str:
    page = shelf.library().thread(address)
    if page is None:
        shelf.no_provision(address)
    row = shelf.negotiation_or_404(page.negotiation_id)
    # Called as it is now; the id is that of the address that was asked for, which never changes.
    now = page.members[-1].provision
    names = Names([now], shelf.library().provision, page.language)
    heading = now.heading
    name = capital(names.full(now))
    feed = Feed(
        feed_id("provision", page.asked.address),
        _("%(title)s: %(what)s", title=row.title, what=f"{name} ({heading})" if heading else name),
        _("Each change of this provision, under whatever number."),
        url_for("provisions.thread", address=page.asked.address),
        next(one.draft.date for one in page.rounds if one.draft.id == page.asked.draft_id),
    )
    return _made(feed, of_thread(page, row))


def _sent(make: Callable[[], str]) -> Response:
    """A feed, or that there is nothing new in it."""
    # The tag that pages have is another one whenever anything at all was taken in.
    key = request.environ.get("tracker.etag")
    request.environ["tracker.etag"] = None
    shelf_of_pages = current_app.extensions[kept.EXTENSION]
    found = shelf_of_pages.get((key, TYPE)) if key else None
    body = found[0] if found else make().encode()
    if key and not found:
        shelf_of_pages.put((key, TYPE), (body, ()))
    response = Response(body, content_type=f"{_type()}; charset=utf-8")
    response.vary.add("Accept")
    response.set_etag(hashlib.sha256(body).hexdigest()[:24], weak=True)
    response.headers["Cache-Control"] = "no-cache"
    response.make_conditional(request)
    return response


def _type() -> str:
    """Atom; for browsers, which show its mere source under that name, XML with its style sheet."""
    wanted = dict(request.accept_mimetypes)
    return "application/xml" if wanted.get("text/html") and not wanted.get(TYPE) else TYPE


def _made(feed: Feed, entries: list[Entry]) -> str:
    page = shelf.page_asked()
    found = ordered(entries)
    last = max(1, -(-len(found) // PER_PAGE))
    if page > last:
        shelf.missing(_("There is no part %(number)s of this feed.", number=page))
    text = render_template(
        "feed.xml",
        feed=feed,
        base=f"{public.root()}/",
        entries=found[(page - 1) * PER_PAGE : page * PER_PAGE],
        # Not of the clock: a feed is as new as what it tells.
        updated=found[0].updated if found else moment(feed.since),
        page=page,
        last=last,
        address=_address,
        labels=FINDINGS,
    )
    return _NOT_IN_XML.sub("\ufffd", text)


def _address(page: int) -> str:
    """The address of a part of this feed."""
    of_negotiation = ("lang", "kind") if request.endpoint == "feeds.negotiation" else ()
    known = {name: request.args.get(name) or None for name in of_negotiation}
    path = {**(request.view_args or {}), **known}
    return url_for(str(request.endpoint), **path, page=page if page > 1 else None)


PAGES: dict[str, tuple[str, str]] = {
    "feeds.everything": (
        "/feed",
        later("A feed for news readers: each new draft of any negotiation."),
    ),
    "feeds.negotiation": (
        "/n/…/feed",
        later(
            "A feed of one negotiation: each new draft with what it changed; with ?kind=… each "
            "finding of that kind."
        ),
    ),
    "feeds.provision": ("/t/…/feed", later("A feed of one provision: each change of it.")),
}
"""Every feed by its endpoint: address, and what it is for."""
