"""What became of a text in the drafts after a change.

In: a `LinkPage`. Out: `Since`s, runs of rounds of which the same is to be told. Each later draft is
compared with the text of the card directly, so that what was changed and changed back is not told
as changed.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from tracker.store.records import DraftRow
from tracker.store.records.links import LaterRound, LinkPage
from web.terms.names import Names
from web.terms.phrases import joined, words_changed
from web.translation import _


@dataclass(frozen=True, slots=True)
class Since:
    """Drafts in a row of which the same is told; `gone`: they do not hold it."""

    drafts: tuple[DraftRow, ...]
    sentence: str
    certain: bool
    gone: bool


def since(page: LinkPage, names: Names) -> tuple[Since, ...]:
    """What the drafts after the newer one did with the text, in order."""
    was_deleted = page.new.provision is None
    told = [(one.draft, _said(one, names, was_deleted=was_deleted)) for one in page.since]
    return tuple(
        Since(tuple(draft for draft, _told in some), *said)
        for said, some in groupby(told, key=lambda one: one[1])
    )


def _said(one: LaterRound, names: Names, *, was_deleted: bool) -> tuple[str, bool, bool]:
    linked = [row for row in one.rows if row.new is not None]
    if not linked:
        if one.draft.partial:
            said = _("Not in this document, which holds only part of the text.")
        else:
            said = _("Still not found there.") if was_deleted else _("Not found there.")
        return said, True, True
    where = joined([names.full(row.new) for row in linked if row.new is not None])
    if one.whole:
        changed = words_changed(one.words_deleted, one.words_inserted)
        changed = changed or _("The same, word for word.")
    else:
        changed = _("Too long to be compared word for word here.")
    said = _("There again as %(where)s.", where=where) if was_deleted else f"{_capital(where)}."
    certain = all(row.certain for row in linked)
    return f"{said} {changed}", certain, False


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
