"""What the card of a change, its embed, its picture and its oEmbed answer have in common.

In: an address, or a `View`. Out: the change at it; the drafts whose notice it carries; the change
in a line, and its frame on another page.
"""

from __future__ import annotations

import re

from flask import url_for

from tracker.model import NOT_OFFICIAL
from tracker.store.records import DraftRow, NegotiationRow
from tracker.store.records.links import LinkPage
from web import shelf
from web.changes.card_view import View
from web.changes.compare import spoken_of
from web.sharing.frames import Frame, height, standings
from web.terms import days
from web.terms.plain import STANDINGS
from web.translation import _

LINES = 4
"""So many changed provisions are shown in an embed; the card has all."""

SUMMARY = 200
"""So many characters of a sentence stand in a summary."""

_ROW = re.compile(r"[0-9a-f]{16}")


def page_at(address: str) -> LinkPage:
    """The change at an address, or the page that says there is none. The id of a row of the data
    leads to its change too."""
    library = shelf.library()
    if _ROW.fullmatch(address):
        address = library.link_address(address) or address
    page = library.link(address)
    return page or shelf.missing(
        _(
            "There is no change with the address “%(address)s”: either such provisions are not in "
            "this collection, or they are not of two drafts of one negotiation and language.",
            address=shelf.brief(address),
        )
    )


def unofficial(negotiation: NegotiationRow, told: View) -> list[DraftRow]:
    """The drafts that a card speaks of whose text is not the official one."""
    drafts = shelf.library().drafts(negotiation.id, told.language)
    return shelf.unofficial(spoken_of(drafts, *told.drafts, [*told.found, *told.inner]))


def unofficial_since(told: View) -> list[DraftRow]:
    """Those of the later drafts that a card speaks of whose text is not the official one."""
    return shelf.unofficial([draft for one in told.since for draft in one.drafts])


def notices(told: View) -> str:
    """That a text is not the official one, in words; `""` where both are."""
    standings = sorted({one.standing for one in told.drafts if one.standing in NOT_OFFICIAL})
    return " ".join(f"{STANDINGS[one][1]}." for one in standings)


def named(told: View) -> str:
    """The title of a card wherever it stands alone: with the standing of a text that is not the
    official one."""
    return told.title + standings(told.drafts)


def summary(told: View) -> str:
    """The change in a line or two for those who list links."""
    old, new = told.drafts
    drafts = f"({old.symbol}, {days.of_draft(old)} → {new.symbol}, {days.of_draft(new)})"
    return f"{what(told, SUMMARY)} {drafts} {notices(told)}".strip()


def what(told: View, most: int) -> str:
    """What happened in at most `most` characters; of what is not sure, that it is possible."""
    said = cut(told.sentence, most)
    return said if told.certain else _("Possibly: %(what)s", what=said)


def frame(told: View, negotiation: NegotiationRow) -> Frame:
    """The frame of a card."""
    address = told.page.address
    why = [one.row.why for one in told.found[:1]]
    words = [one.text.striptags() for one in told.lines[:LINES] if not one.skipped]
    return Frame(
        url_for("embeds.card", address=address),
        url_for("finding_cards.card", address=address),
        _("%(title)s, %(negotiation)s", title=named(told), negotiation=negotiation.title),
        height(negotiation.title, told.headline, told.sentence, *why, *words),
        url_for("social.image", address=address),
    )


def cut(text: str, most: int) -> str:
    """A text of at most `most` characters, cut between words.

    >>> cut("one two three", 9), cut("one", 9), cut("onetwothree", 5)
    ('one two …', 'one', 'onet…')
    """
    words = " ".join(text.split())
    if len(words) <= most:
        return words
    head, blank, _rest = words[: most - 1].rpartition(" ")
    return f"{head} …" if blank else f"{words[: most - 1]}…"
