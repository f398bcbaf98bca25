"""Alignments, differences, histories and answers as text, JSON-ready data or HTML.

In: the model's dataclasses and the store's records. Out: strings and plain dictionaries. This is
for the command line; the viewer has its own pages.
"""

from tracker.render.aged import Asked
from tracker.render.alignments import links, table
from tracker.render.borrowings import borrowed_data, borrowed_text
from tracker.render.claimed import claims_data, claims_text
from tracker.render.decided import rulings, rulings_text
from tracker.render.differences import as_html, as_text, differences
from tracker.render.drafts import provisions
from tracker.render.findings import findings_data, findings_text
from tracker.render.histories import history, history_text
from tracker.render.phrases import occurrences_data, occurrences_text, phrase_data, phrase_text
from tracker.render.rounds import Rounds
from tracker.render.survival import survival_data, survival_text
from tracker.render.uptakes import Held, uptake_data, uptake_text
from tracker.render.word_ages import ages_data, ages_text

__all__ = [
    "Asked",
    "Held",
    "Rounds",
    "ages_data",
    "ages_text",
    "as_html",
    "as_text",
    "borrowed_data",
    "borrowed_text",
    "claims_data",
    "claims_text",
    "differences",
    "findings_data",
    "findings_text",
    "history",
    "history_text",
    "links",
    "occurrences_data",
    "occurrences_text",
    "phrase_data",
    "phrase_text",
    "provisions",
    "rulings",
    "rulings_text",
    "survival_data",
    "survival_text",
    "table",
    "uptake_data",
    "uptake_text",
]
