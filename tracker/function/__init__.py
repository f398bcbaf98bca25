"""The legal job of a provision: offence, safeguard, final clause, …

In: a draft. Out: for each provision a function of `FUNCTIONS` and the words that showed it
(`functions`). Rules with weights, not titles of known texts: the `english_*` modules and
`other_languages` hold the words, `cues` how they are found, `classify` how they are weighed.
"""

from __future__ import annotations

from tracker.function.classify import functions
from tracker.function.languages import LANGUAGES
from tracker.function.names import FUNCTIONS, Function

__all__ = ["FUNCTIONS", "LANGUAGES", "Function", "functions"]
