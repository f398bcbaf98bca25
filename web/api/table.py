"""All operations of the API, in the order in which it is described."""

from __future__ import annotations

from web.api import ages, beside, changes, drafts, obliging, threads, wording
from web.api.operations import Operation

OPERATIONS: tuple[Operation, ...] = (
    *drafts.OPERATIONS,
    *changes.OPERATIONS,
    *threads.OPERATIONS,
    *ages.OPERATIONS,
    *wording.OPERATIONS,
    *obliging.OPERATIONS,
    *beside.OPERATIONS,
    *wording.SEARCH,
)
