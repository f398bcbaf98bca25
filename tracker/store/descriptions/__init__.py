"""What every table, view and column of the database means, for people who know SQL and not us.

Out: `NOTES`, by table or view. A column is described in its table's note, or once for all tables
in `EVERYWHERE`. Words are counted as people count them; lengths are in characters.
"""

from tracker.store.descriptions.aged import AGED
from tracker.store.descriptions.claimed import CLAIMED
from tracker.store.descriptions.compared import COMPARED
from tracker.store.descriptions.contested import CONTESTED
from tracker.store.descriptions.everywhere import EVERYWHERE
from tracker.store.descriptions.forced import FORCED
from tracker.store.descriptions.found import FOUND
from tracker.store.descriptions.note import Note
from tracker.store.descriptions.said import SAID
from tracker.store.descriptions.texts import TEXTS
from tracker.store.descriptions.views import VIEWS
from tracker.store.descriptions.whose import WHOSE

__all__ = ["EVERYWHERE", "NOTES", "Note"]

NOTES: dict[str, Note] = {
    **TEXTS,
    **COMPARED,
    **FOUND,
    **AGED,
    **CONTESTED,
    **FORCED,
    **WHOSE,
    **CLAIMED,
    **SAID,
    **VIEWS,
}
