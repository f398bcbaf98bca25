"""Scripts that run from right to left, and those that our PDF files have no letters of."""

from __future__ import annotations

from tracker.store.records import DraftRow

RTL = frozenset({"ar", "fa", "he", "ur", "ps", "yi", "dv"})
"""Languages written from right to left."""


NOT_PRINTED = frozenset(
    {
        *("zh", "ja", "ko", "th", "km", "my", "hi", "bn", "ta", "te", "mr", "gu", "pa", "ml", "kn"),
        *("si", "ne", "am", "ti", "bo", "dz", "dv"),
    }
)
"""Languages whose letters the font of the PDF files lacks."""

MOST_PRINTED = 300_000
"""Of drafts of more words together there is no PDF, which would take too long to make."""


def direction(language: str) -> str:
    """The direction of texts in a language.

    >>> direction("ar"), direction("en")
    ('rtl', 'ltr')
    """
    return "rtl" if language.split("-")[0] in RTL else "ltr"


def printed(old: DraftRow, new: DraftRow) -> bool:
    """Whether a PDF of two drafts is worth offering: of some there is none."""
    short = old.word_count + new.word_count <= MOST_PRINTED
    return short and new.language.split("-")[0] not in NOT_PRINTED
