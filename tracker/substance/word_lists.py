"""The word lists that a language has.

In: nothing. Out: the dataclass that `english`, `french` and `spanish` fill.
"""

from __future__ import annotations

from dataclasses import dataclass

from tracker.substance.modal_words import ModalWords
from tracker.substance.phrases import Entry


@dataclass(frozen=True, slots=True)
class WordLists:
    """The words of one language.

    `same` are phrases that may stand for one another; `light` words that carry no rule.
    `conjunctions` join a list, and the first is not the second. `negations` are always told.
    `actors` are nouns of those who act, `anyone` (as they are compared) those of nobody in
    particular, `towards` words before whoever something is owed to or done by. `votes` and
    `measures` (units of time and money) show a threshold, `months` a date. `instruments` name acts
    with a year or number, `divisions` the parts of a text, both in the singular and the plural.
    `defines` are verbs of a definition, `definitions` words of the heading above them, `narrowing`
    words that begin what says more of a thing, `openers` those that begin a condition, `titles`
    those that begin the title of an act behind its date, `reserves` those before what holds
    elsewhere all the same (`without prejudice to`).
    """

    modals: ModalWords
    qualifiers: tuple[Entry, ...]
    safeguards: tuple[Entry, ...]
    penalties: tuple[Entry, ...]
    same: tuple[Entry, ...]
    actors: tuple[Entry, ...]
    votes: tuple[Entry, ...]
    defines: tuple[Entry, ...]
    light: frozenset[str]
    conjunctions: tuple[str, str]
    negations: frozenset[str]
    measures: frozenset[str]
    months: frozenset[str]
    instruments: frozenset[str]
    divisions: frozenset[str]
    connectors: frozenset[str]
    narrowing: frozenset[str]
    openers: frozenset[str]
    titles: frozenset[str]
    definitions: frozenset[str]
    anyone: frozenset[str] = frozenset()
    towards: frozenset[str] = frozenset()
    reserves: tuple[Entry, ...] = ()
