"""The address of a card: of one change between two drafts, with what a reader should know of it.

In: a finding or a change, and the two drafts that were compared. Out: its permanent address. Pages
use `card_url` in templates; what is cheap is done here, nothing is looked up.
"""

from __future__ import annotations

from flask import url_for

from tracker.store.link_address import link_address
from tracker.store.records import ChangeRow, DraftRow, FindingRow, ProvisionRow

_End = ProvisionRow | str | None


def card_address(change: ChangeRow | FindingRow, old: DraftRow | str, new: DraftRow | str) -> str:
    """What stands behind `/f/` in the address of the card of a change.

    Args:
        change: a row of a comparison, or a finding (then the card of the link that it is of).
        old, new: the drafts that were compared, the older first, or their ids.
    """
    ends = (change.old_id, change.new_id) if isinstance(change, FindingRow) else (
        _id(change.old), _id(change.new)
    )  # fmt: skip
    return ends_address(*ends, old, new)


def ends_address(old_end: _End, new_end: _End, old: DraftRow | str, new: DraftRow | str) -> str:
    """The same of two provisions or their ids; None for the one that is not there."""
    drafts = tuple(one if isinstance(one, str) else one.id for one in (old, new))
    return link_address(_id(old_end), _id(new_end), (drafts[0], drafts[1]))


def card_url(change: ChangeRow | FindingRow, old: DraftRow | str, new: DraftRow | str) -> str:
    """The path of the card of a change; see `card_address`."""
    return url_for("finding_cards.card", address=card_address(change, old, new))


def _id(end: _End) -> str | None:
    return end.id if isinstance(end, ProvisionRow) else end
