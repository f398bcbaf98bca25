"""Alignments, differences and histories as text, JSON-ready data or HTML, for the command line.

In: the model's dataclasses and the store's records. Out: strings and plain dictionaries. The
viewer has its own pages.
"""

from tracker.render.alignments import links, table
from tracker.render.decided import rulings, rulings_text
from tracker.render.differences import as_html, as_text, differences
from tracker.render.drafts import provisions
from tracker.render.histories import history, history_text

__all__ = [
    "as_html",
    "as_text",
    "differences",
    "history",
    "history_text",
    "links",
    "provisions",
    "rulings",
    "rulings_text",
    "table",
]
