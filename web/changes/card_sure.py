"""How sure the link behind a card is, and why.

In: a `LinkPage` and what is told of its change. Out: sentences, the figure first.
"""

from __future__ import annotations

from tracker.store.records import ChangeRow
from tracker.store.records.links import LinkPage
from web.changes.told import FIGURED, Told
from web.stories.turns import sure
from web.terms.names import Names
from web.translation import _, percent

MOST_SURE = 0.99
"""No link is said to be surer than this."""


def why(page: LinkPage, told: Told | None, names: Names) -> tuple[str, ...]:
    """How sure it is that the two texts belong together, or that one stands alone; what speaks for
    it; what would have been the next best guess."""
    row = page.change
    if row is None or told is None:
        return ()
    both = row.old is not None and row.new is not None
    said = [_certainty(row, both=both)]
    said += [_("For it: %(reason)s.", reason=one) for one in row.evidence if both]
    if row.runner_up is not None:
        other = row.runner_up.provision
        draft = page.new.draft if other.draft_id == page.new.draft.id else page.old.draft
        guess = {"name": names.full(other), "symbol": draft.symbol}
        share = percent(row.runner_up.score)
        said.append(
            # Beside a link without a figure, one for the runner-up would make it the likelier.
            _("The next best guess: %(name)s of %(symbol)s.", **guess)
            if both and row.score < FIGURED
            else _("The next best guess: %(name)s of %(symbol)s (%(share)s).", share=share, **guess)
        )
    elif both:
        said.append(_("No runner-up: no other provision came near."))
    return tuple(said)


def _certainty(row: ChangeRow, *, both: bool) -> str:
    if not both:
        return (
            _("No provision of the other draft is like it enough to be taken for it.")
            if row.certain
            else _("It may be that a provision of the other draft is the same; none is sure.")
        )
    if row.decided:
        return _("A person looked at both texts and decided it.")
    if row.score < FIGURED:
        return _("A guess. How likely it is, we cannot say.")
    share = percent(min(row.score, MOST_SURE))
    if row.score > MOST_SURE:
        share = _("more than %(share)s", share=share)
    if sure(row.score, certain=row.certain):
        return _("By our reckoning %(share)s sure that it is the same provision.", share=share)
    if row.certain:
        return _("Likely, not sure: by our reckoning %(share)s.", share=share)
    return _("A guess: by our reckoning %(share)s sure.", share=share)
