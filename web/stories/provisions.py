"""The story of a provision: all its rounds, one of them in full sight.

In: an address, and which round is asked for. Out: the page. It holds every round, so that a browser
without script can step through them by anchors and print them all; `?ages=1` shows in the same
place how old each word is.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from tracker.model import Story
from tracker.store.records import DraftRow, NegotiationRow, ThreadPage
from web import claimed, shelf
from web.sharing import citing
from web.sharing.frames import Frame, height, standings
from web.stories import in_short, moments, story_ages
from web.stories.lives import Life, life
from web.terms.names import capital
from web.text import marks
from web.translation import _
from web.wording import force

pages = Blueprint("provisions", __name__)

_UNCONFIRMED = ("C", "S", "B")
"""How sure a fact can be short of confirmed, the least sure first."""

_A_LINE = "-" * 80
"""As long as what is told of a round."""

_ROUND = re.compile(r"[1-9][0-9]{0,3}")


@pages.get("/t/<address>")
def thread(address: str) -> str | Response:
    """The history to which the address of any of its provisions leads."""
    page = shelf.library().thread(address)
    if page is None:
        shelf.missing(
            _(
                "There is no provision with the address “%(address)s”; if the link is from "
                "elsewhere, the draft it was about may have been read anew.",
                address=shelf.brief(address),
            )
        )
    if page.id != address:
        return redirect(_own_address(page), 302)
    return render_template("thread.html", **_told(page))


def _own_address(page: ThreadPage) -> str:
    """The address of a thread, with the place of the provision asked for.

    It is not for good: the id is the first member's, and an earlier draft may be added.
    """
    round, ages, show = (shelf.text_asked(name) or None for name in ("round", "ages", "show"))
    anchor = None if round else f"m-{page.asked.address}"
    return url_for(".thread", address=page.id, round=round, ages=ages, show=show, _anchor=anchor)


@dataclass(frozen=True, slots=True)
class Brief:
    """What a story tells in short, on its page and in a frame of another page; `title` is what the
    provision is called, `stories` are those that lead to it."""

    negotiation: NegotiationRow
    page: ThreadPage
    life: Life
    moments: tuple[moments.Moment, ...]
    short: in_short.Short
    title: str
    stories: tuple[Story, ...]
    unchecked: tuple[str, str] | None

    @property
    def head(self) -> str:
        """The title of the first story, or what the provision is called."""
        return self.stories[0].title if self.stories else self.title

    @property
    def drafts(self) -> list[DraftRow]:
        """The drafts that hold it."""
        return [one.draft for one in self.page.rounds if one.members]

    @property
    def frame(self) -> Frame:
        """Its frame on another page."""
        short, happened = self.short, [one.sentence for one in self.life.happenings[:2]]
        told = [_A_LINE] * (len(self.life.turned) + len(self.life.returns) + 1)
        return Frame(
            url_for("embeds.story", address=self.page.id),
            url_for("provisions.thread", address=self.page.id),
            _(
                "%(title)s, %(negotiation)s",
                title=self.head + standings(self.drafts),
                negotiation=self.negotiation.title,
            ),
            height(
                *(self.negotiation.title, self.head, f"{short.job}. {short.meaning}"),
                *(short.quoted, short.where, *happened, *told),
            ),
        )


def brief(page: ThreadPage) -> Brief:
    """A story in short."""
    row = shelf.negotiation_or_404(page.negotiation_id)
    told = life(page, shelf.library())
    found = moments.moments(told.stages)
    return Brief(
        row,
        page,
        told,
        tuple(found),
        in_short.told(page, told, found),
        _title(page, told),
        tuple(_stories(row, page)),
        _unchecked(page),
    )


def _told(page: ThreadPage) -> dict[str, object]:
    """What the template tells."""
    told = brief(page)
    asked = _round_asked(len(told.moments))
    ages = shelf.choice_asked("ages", ("0", "1")) == "1"
    claims = claimed.of_thread(page)
    spoken = {draft.id for one in claims for draft in one.drafts}
    return {
        "negotiation": told.negotiation,
        "page": page,
        "life": told.life,
        "title": told.title,
        "stories": told.stories,
        "moments": told.moments,
        "asked": asked,
        "now": asked or moments.shown_first(told.moments),
        "show": shelf.choice_asked("show", ("one", "all")),
        "ages": story_ages.of_thread(page) if ages else None,
        "short": told.short,
        "unofficial": shelf.unofficial(
            [one.draft for one in page.rounds if one.members or one.draft.id in spoken]
        ),
        "care": shelf.with_care(one.draft for one in page.rounds),
        "last": page.members[-1],
        "beside": shelf.library().beside(
            one.id for member in page.members for one in member.provisions
        ),
        "unchecked": told.unchecked,
        "claims": claims,
        "force": force.of_thread(page),
        "kinds": marks.kinds_in(one for member in page.members for one in member.provisions),
        "frame": told.frame,
        "cite": citing.of_story(told.negotiation, told.head, told.drafts, told.frame.address),
    }


def _unchecked(page: ThreadPage) -> tuple[str, str] | None:
    """What is said of the provision and nobody has confirmed: the letter of the least sure, and the
    address of the first member that it is said of; None if all is confirmed."""
    found = [
        (fact.sure, member.provision.address)
        for member in page.members
        for fact in member.facts
        if fact.sure in _UNCONFIRMED
    ]
    return min(found, key=lambda one: _UNCONFIRMED.index(one[0])) if found else None


def _round_asked(rounds: int) -> int:
    """`?round=`, 0 without it."""
    asked = request.args.get("round", "")
    if not asked:
        return 0
    if not _ROUND.fullmatch(asked):
        shelf.refused(_("The round in the address is not a whole number from 1 to 9,999."))
    if int(asked) > rounds:
        shelf.missing(
            _(
                "There is no round %(round)s in this negotiation, which has %(rounds)s.",
                round=asked,
                rounds=rounds,
            )
        )
    return int(asked)


def _title(page: ThreadPage, told: Life) -> str:
    """The name it last had, with its heading, or that of the article it stands in."""
    own = page.members[-1].provision.heading
    if own:
        return f"{capital(told.name)}: {own}"
    if told.unit is not None and told.unit.heading:
        return f"{capital(told.name)} ({told.unit.heading})"
    return capital(told.name)


def _stories(negotiation: NegotiationRow, page: ThreadPage) -> list[Story]:
    """The stories that lead here."""
    found = []
    for story in shelf.library().stories(negotiation.id):
        provision = shelf.story_provision(negotiation, story)
        if provision is not None and provision.thread_id == page.id:
            found.append(story)
    return found
