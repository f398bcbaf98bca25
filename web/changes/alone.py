"""Provisions that stand in only one of two drafts, as far as we can tell.

In: the rows of a comparison, with what is known of the draft that lacks them. Out: whether both
documents speak of such a provision; what is said of it, and whether that is sure.
"""

from __future__ import annotations

from collections.abc import Iterable

from tracker.store.records import ChangeRow, ProvisionRow
from web.overview.flow_ways import WORDS
from web.terms.names import Names
from web.translation import _

ONE_SIDED = ("inserted", "deleted")


class Alone:
    """Knows all rows of a comparison. `old_partial` and `new_partial` say that the document covers
    only part of the text, so that what it lacks is neither new nor gone."""

    def __init__(
        self, rows: Iterable[ChangeRow], names: Names, *, old_partial: bool, new_partial: bool
    ) -> None:
        self._names = names
        self._old_partial = old_partial
        self._new_partial = new_partial
        self._linked = {
            one.id
            for row in rows
            if row.old is not None and row.new is not None
            for one in (row.old, row.new)
        }

    def covered(self, row: ChangeRow) -> bool:
        """Whether both documents speak of the subject of a row without a partner: False if one of
        them is partial and does not hold the article that the provision stands in."""
        if row.new is None and row.old is not None:
            return not self._new_partial or self._held(row.old)
        if row.old is None and row.new is not None:
            return not self._old_partial or self._held(row.new)
        return True

    def said(self, row: ChangeRow) -> str:
        """That one of the drafts has nothing of it, as a clause."""
        went = row.absence is not None and row.absence.went
        if row.old is None:
            if not self.covered(row):
                return _(
                    "the older document covers only part of the text, so this may or may not be new"
                )
            if label(row):
                return _("at least half of its text comes from elsewhere")
            if went:
                return _("most of its words stood elsewhere in the older draft")
            return _("nothing in the older draft became this")
        if not self.covered(row):
            return _(
                "the newer document holds only part of the text, so this may or may not be gone"
            )
        if label(row):
            return _("at least half of its text went on elsewhere")
        if went:
            return _("most of its words stand elsewhere in the newer draft")
        return _("nothing in the newer draft came from this")

    def _held(self, provision: ProvisionRow) -> bool:
        unit = self._names.unit(provision)
        return unit is not None and unit.id in self._linked


def label(row: ChangeRow) -> str:
    """What is said of an article that is told as part of others; `""` of anything else."""
    only = row.new or row.old
    if row.absence is None or not row.absence.into or only is None or not only.is_article:
        return ""
    return str(WORDS["joined" if row.new is None else "parted"].name)
