"""What the card of a change, its embed, its picture and its oEmbed answer have in common.

In: an address, or a `View`. Out: the change at it; the drafts whose notice it carries; the change
in a line, and as the HTML to paste into another page.
"""

from __future__ import annotations

import re

from flask import url_for
from markupsafe import Markup

from tracker.model import NOT_OFFICIAL
from tracker.store.records import DraftRow, NegotiationRow
from tracker.store.records.links import LinkPage
from web import days, public, shelf
from web.card_view import View
from web.compare import spoken_of
from web.plain import STANDINGS
from web.translation import _

WIDTH, HEIGHT = 640, 520
"""Of the frame that an embed is given, in CSS pixels."""

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
            "no change with the address “%(address)s”: either such provisions are not in this "
            "collection, or they are not of two drafts of one negotiation and language",
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
    standings = sorted({one.standing for one in told.drafts if one.standing in NOT_OFFICIAL})
    return told.title + "".join(f" [{STANDINGS[one][0]}]" for one in standings)


def summary(told: View) -> str:
    """The change in a line or two for those who list links."""
    old, new = told.drafts
    drafts = f"({old.symbol}, {days.of_draft(old)} → {new.symbol}, {days.of_draft(new)})"
    return f"{what(told, SUMMARY)} {drafts} {notices(told)}".strip()


def what(told: View, most: int) -> str:
    """What happened in at most `most` characters; of what is not sure, that it is possible."""
    said = cut(told.sentence, most)
    return said if told.certain else _("Possibly: %(what)s", what=said)


def embed_code(
    told: View, negotiation: NegotiationRow, width: int | str = "100%", height: int = HEIGHT
) -> str:
    """The HTML to paste into another page: a frame as wide as there is room, unless a width is
    asked for, and a link where frames are not shown."""
    address = told.page.address
    return str(
        Markup(
            '<iframe src="{frame}" title="{title}" width="{width}" height="{height}" '
            'loading="lazy"></iframe>\n'
            '<p><a href="{card}">{title}</a></p>'
        ).format(
            frame=public.whole(url_for("embeds.card", address=address)),
            card=public.whole(url_for("finding_cards.card", address=address)),
            title=_("%(title)s, %(negotiation)s", title=named(told), negotiation=negotiation.title),
            width=width,
            height=height,
        )
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
