"""The languages that have rules.

In: nothing. Out: `LANGUAGES`, the cues of each. Only English has rules for all functions; in
French and Spanish headings, the formulas of crimes and the frame of a text are known, in the other
languages headings and formulas, and what these do not show is `unclear`, never `other`.
"""

from __future__ import annotations

from dataclasses import dataclass

from tracker.function import french_spanish as romance
from tracker.function import other_languages as other
from tracker.function.cues import Cue
from tracker.function.english_crimes import CRIMES
from tracker.function.english_frame import FRAME
from tracker.function.english_headings import HEADINGS
from tracker.function.english_help import HELP
from tracker.function.english_powers import POWERS


@dataclass(frozen=True, slots=True)
class Rules:
    """The cues of one language. `whole` says that they cover all functions, so that a provision
    without any is `other`."""

    headings: tuple[Cue, ...]
    text: tuple[Cue, ...]
    whole: bool = False


LANGUAGES: dict[str, Rules] = {
    "en": Rules(HEADINGS, (*CRIMES, *POWERS, *HELP, *FRAME), whole=True),
    "fr": Rules(romance.FRENCH_HEADINGS, romance.FRENCH_TEXT),
    "es": Rules(romance.SPANISH_HEADINGS, romance.SPANISH_TEXT),
    "ru": Rules(other.RUSSIAN_HEADINGS, other.RUSSIAN_TEXT),
    "ar": Rules(other.ARABIC_HEADINGS, other.ARABIC_TEXT),
    "zh": Rules(other.CHINESE_HEADINGS, other.CHINESE_TEXT),
}
"""By ISO 639-1 code."""
