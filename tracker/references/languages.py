"""The languages in which references are looked for.

In: nothing. Out: `LEXICONS` by ISO 639-1 code, and `lexicon_of`. A draft in another language is
not looked at: it has no reference, which is not to say that there is none (`looked_at`).
"""

from __future__ import annotations

from tracker.references import english, french, spanish
from tracker.references.lexicon import Lexicon

LEXICONS: dict[str, Lexicon] = {
    "en": english.LEXICON,
    "fr": french.LEXICON,
    "es": spanish.LEXICON,
}


def lexicon_of(language: str) -> Lexicon | None:
    """The words for a language tag (`en-GB` has those of `en`), None if it is not looked at."""
    return LEXICONS.get(language.split("-")[0].casefold())


def looked_at(language: str) -> bool:
    """Whether references are looked for in this language.

    >>> looked_at("en-GB"), looked_at("ar")
    (True, False)
    """
    return lexicon_of(language) is not None
