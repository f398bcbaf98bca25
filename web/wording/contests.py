"""Contested words of a negotiation: which, who wanted them, how long, how it ended.

In: a `ContestPage`. Out: the page, and the words for how a contest ended, which the history of a
provision uses too.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from flask import Blueprint, render_template
from markupsafe import Markup, escape

from tracker.store.contests import Wanted
from tracker.store.records import DraftRow
from tracker.store.records.contests import ContestName, ContestRow, ContestSpot
from web import shelf
from web.terms.names import Names, capital
from web.terms.phrases import wants
from web.terms.plain import MARKS
from web.translation import _, later

pages = Blueprint("contests", __name__)

PER_PAGE = 50

MOST_RIVALS = 2000
"""Of more contests than any negotiation has, the shortest contested are not looked at."""

OUTCOMES: dict[str, tuple[str, str]] = {
    "kept": (
        later("Kept"),
        later("All the words stayed; the mark went. New words may stand beside them."),
    ),
    "partly kept": (later("Partly kept"), later("Some of the words stayed.")),
    "replaced": (
        later("Replaced"),
        later("Other words stand in their place, maybe those of another wish."),
    ),
    "dropped": (
        later("Dropped"),
        later("The words went, and nothing new stands in their place."),
    ),
    "open": (
        later("Still in brackets"),
        later("The newest draft prints the words in brackets, or side by side as options."),
    ),
    "not covered": (
        later("Not known"),
        later("No later document covers the place where they stood."),
    ),
}
"""How a contest can end, and what that means, in the order of the page."""

_BESIDE = "beside"
_ENDINGS = {
    **{outcome: label for outcome, (label, _meaning) in OUTCOMES.items()},
    _BESIDE: later("Kept, with new words beside them"),
}
_POSSIBLY = {
    "kept": later("Possibly kept"),
    "partly kept": later("Possibly partly kept"),
    "replaced": later("Possibly replaced"),
    "dropped": later("Possibly dropped"),
    _BESIDE: later("Possibly kept, with new words beside them"),
}
"""The same where it is a guess in which draft they ended so."""

_WORD, _BLANK_WORD = re.compile(r"\S+\s*"), re.compile(r"\s*\S+")
_AROUND = 12
"""Words of context on each side."""
LONG = 60
"""Of more words than this, a part is shown until somebody opens the rest."""


@pages.get("/n/<negotiation>/brackets")
def contests(negotiation: str) -> str:
    """All contested words, the longest contested first."""
    row = shelf.negotiation_or_404(negotiation)
    language = shelf.language_asked()
    outcome = shelf.choice_asked("outcome", ("", *OUTCOMES))
    who = shelf.text_asked("who")
    number = shelf.page_asked()
    lib = shelf.library()
    drafts = lib.drafts(row.id, language)
    if language and not drafts:
        shelf.no_draft_in(language)
    own = drafts[0].language if drafts else row.language
    wanted = Wanted(outcome, who, PER_PAGE, (number - 1) * PER_PAGE)
    page = lib.contests(row.id, own, wanted)
    if page is not None and who and who not in page.names:
        shelf.missing(
            _(
                "There is nobody called “%(name)s” named with words in brackets here.",
                name=shelf.brief(who),
            )
        )
    if number > 1 and (page is None or not page.rows):
        shelf.missing(_("There is no page %(number)s of these contested words.", number=number))
    names = Names(page.provisions if page is not None else (), language=own)
    return render_template(
        "brackets.html",
        negotiation=row,
        drafts=drafts,
        language=own,
        page=page,
        cards=_cards(page.rows, _rivals(row.id, own), names) if page is not None else [],
        outcomes=OUTCOMES,
        outcome=outcome,
        who=who,
        number=number,
        last_page=max(1, -(-page.total // PER_PAGE)) if page is not None else 1,
        unofficial=shelf.unofficial(list(drafts)) if page is not None and page.rows else [],
    )


@dataclass(frozen=True, slots=True)
class Ending:
    """How a contest ended: a word for it, which says if it is a guess, and what came in place of
    the words, is left of them, or came in beside them (`said` says which)."""

    outcome: str
    label: str
    draft: DraftRow | None
    certain: bool
    said: str
    words: str


@dataclass(frozen=True, slots=True)
class Card:
    """A contest as the page shows it: where the words stood when last marked, in context, who
    wanted them, in which rounds (with their first spot there), and how it ended."""

    contest: ContestRow
    name: str
    heading: str
    kind: str
    words: Markup
    rest: str
    who: str
    rounds: tuple[tuple[DraftRow, ContestSpot], ...]
    ending: Ending


def ending(contest: ContestRow) -> Ending:
    """How it ended."""
    said, words = {
        "replaced": ("now", contest.instead),
        "partly kept": ("left", contest.kept),
    }.get(contest.outcome, ("", ""))
    return _ended(contest, contest.outcome, said, words)


def _ended(contest: ContestRow, how: str, said: str, words: str) -> Ending:
    guessed = contest.resolved is not None and not contest.certain
    label = str((guessed and _POSSIBLY.get(how)) or _ENDINGS[how])
    return Ending(contest.outcome, label, contest.resolved, contest.certain, said, words)


def said_of(names: Sequence[ContestName]) -> str:
    """Who wants what with words.

    >>> said_of([ContestName("Aldova", ""), ContestName("Brecony", ""),
    ...          ContestName("Corvane", "delete")])
    'proposed by Aldova and Brecony; Corvane wants it deleted'
    """
    by: dict[str, list[str]] = {}
    for one in names:
        by.setdefault(one.wants, []).append(one.name)
    return "; ".join(wants(found, what) for what, found in by.items())


def _rivals(negotiation: str, language: str) -> Sequence[ContestRow]:
    """All words of a negotiation in whose place others came."""
    page = shelf.library().contests(negotiation, language, Wanted("replaced", "", MOST_RIVALS, 0))
    return page.rows if page is not None else ()


def _cards(rows: Sequence[ContestRow], rivals: Sequence[ContestRow], names: Names) -> list[Card]:
    return [_card(one, names, came_beside(one, rivals)) for one in rows]


def came_beside(kept: ContestRow, rivals: Sequence[ContestRow]) -> str:
    """What stands in the place of the option beside words that were kept: "[shall] [may]" that
    became "shall endeavour to" kept its "shall", and is another rule."""
    if kept.outcome != "kept":
        return ""
    beside = (one.instead for one in rivals if _touch(kept, one))
    # In the place of one option the other may stand, which is what was kept.
    return next((one for one in beside if one.casefold() != kept.words.casefold()), "")


def _touch(one: ContestRow, other: ContestRow) -> bool:
    """Whether two contests that ended in one draft stood side by side in the last that had them."""
    if one.resolved is None or other.resolved is None or one.resolved.id != other.resolved.id:
        return False
    first, second = sorted(
        (each.rounds[-1].spots[0] for each in (one, other)), key=lambda spot: spot.start
    )
    if (first.provision_id, first.field) != (second.provision_id, second.field):
        return False
    between = _held(one, first)[first.end : second.start]
    return first.end <= second.start and not re.search(r"\w", between)


def _card(contest: ContestRow, names: Names, beside: str = "") -> Card:
    unit = names.unit(contest.provision)
    heading = contest.provision.heading or (unit.heading if unit is not None else "")
    label = contest.label or str(MARKS[contest.kind][0])
    words, rest = _in_context(contest)
    return Card(
        contest,
        capital(names.full(contest.provision)),
        heading,
        capital(label),
        words,
        rest,
        capital(said_of(contest.names)),
        tuple((one.draft, one.spots[0]) for one in contest.rounds),
        _ended(contest, _BESIDE, "beside", beside) if beside else ending(contest),
    )


def _in_context(contest: ContestRow) -> tuple[Markup, str]:
    """The words as they stood when last marked, a few of those around them, and all of them if
    they are too many to be shown."""
    spots = contest.rounds[-1].spots
    held = _held(contest, spots[0])
    before, after = _beside(held, spots[0])
    text = held[spots[0].start : spots[0].end]
    if len(spots) > 1:
        text, after = contest.words, ""
    words = text.split()
    brief = text if len(words) <= LONG else f"{' '.join(words[:LONG])} …"
    shown = escape(before) + Markup("<mark>{}</mark>").format(brief) + escape(after)
    return shown, contest.words if len(words) > LONG else ""


def _held(contest: ContestRow, spot: ContestSpot) -> str:
    provision = contest.provision
    return provision.heading if spot.field == "heading" else provision.text


def _beside(held: str, spot: ContestSpot) -> tuple[str, str]:
    """The words before and after a spot, with the blanks between."""
    before = _WORD.findall(held[: spot.start])
    after = _BLANK_WORD.findall(held[spot.end :])
    return (
        ("… " if len(before) > _AROUND else "") + "".join(before[-_AROUND:]),
        "".join(after[:_AROUND]) + (" …" if len(after) > _AROUND else ""),
    )
