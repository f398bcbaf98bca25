"""How drafts, comparisons of them and stories of provisions are cited, in words.

In: rows of the database, and the whole address of a page. Out: texts to copy. That a text is not
the official one is said in each of them.
"""

from __future__ import annotations

from collections.abc import Sequence

from tracker.model import NOT_OFFICIAL
from tracker.store.records import DraftRow, NegotiationRow
from web.terms import days
from web.terms.phrases import draft_name
from web.terms.plain import STANDINGS
from web.translation import _, later

NAME = later("Negotiation tracker")


def described(draft: DraftRow) -> str:
    """A draft in a citation: name, symbol, session, place, date, and its standing unless it is the
    official text."""
    name = draft_name(draft.name, draft.symbol)
    said = [name] if name != draft.symbol else []
    said += [draft.symbol]
    about = ", ".join(one for one in (draft.session, draft.place, days.of_draft(draft)) if one)
    standing = f" [{STANDINGS[draft.standing][1]}]" if draft.standing in NOT_OFFICIAL else ""
    return f"{', '.join(said)} ({about}){standing}"


def of_comparison(negotiation: NegotiationRow, old: DraftRow, new: DraftRow, address: str) -> str:
    """How to cite a comparison, in words."""
    return _(
        "%(negotiation)s. What changed from %(old)s to %(new)s. %(tracker)s, %(address)s",
        negotiation=negotiation.title,
        old=described(old),
        new=described(new),
        tracker=NAME,
        address=address,
    )


def of_story(
    negotiation: NegotiationRow, title: str, drafts: Sequence[DraftRow], address: str
) -> str:
    """How to cite the story of a provision, in words; `drafts` are those that hold it."""
    first, last = described(drafts[0]), described(drafts[-1])
    return _(
        "%(negotiation)s. “%(title)s”, round by round: first in %(first)s; last in %(last)s. "
        "%(tracker)s, %(address)s",
        negotiation=negotiation.title,
        title=title,
        first=first,
        last=last,
        tracker=NAME,
        address=address,
    )
