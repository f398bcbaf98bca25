"""One provision through all rounds."""

from __future__ import annotations

from flask import Blueprint, redirect, render_template, url_for
from werkzeug.wrappers import Response

from tracker.model import Story
from tracker.store.records import NegotiationRow, ThreadPage
from web import claimed, force, marks, shelf
from web.lives import Life, life
from web.names import capital

pages = Blueprint("provisions", __name__)


@pages.get("/t/<address>")
def thread(address: str) -> str | Response:
    """The history to which the address of any of its provisions leads."""
    page = shelf.library().thread(address)
    if page is None:
        shelf.missing(
            f"no provision with the address “{shelf.brief(address)}”; if the link is from "
            "elsewhere, the draft it was about may have been read anew"
        )
    if page.id != address:
        # Not for good: the id is the first member's, and an earlier draft may be added.
        there = url_for(".thread", address=page.id, _anchor=f"m-{page.asked.address}")
        return redirect(there, 302)
    row = shelf.negotiation_or_404(page.negotiation_id)
    told = life(page, shelf.library())
    claims = claimed.of_thread(page)
    spoken = {draft.id for one in claims for draft in one.drafts}
    return render_template(
        "thread.html",
        negotiation=row,
        page=page,
        life=told,
        title=_title(page, told),
        stories=_stories(row, page),
        unofficial=shelf.unofficial(
            [one.draft for one in page.rounds if one.members or one.draft.id in spoken]
        ),
        last=page.members[-1],
        beside=shelf.library().beside(
            one.id for member in page.members for one in member.provisions
        ),
        claims=claims,
        force=force.of_thread(page),
        kinds=marks.kinds_in(one for member in page.members for one in member.provisions),
    )


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
