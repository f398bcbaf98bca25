"""The languages that have rules.

In: nothing. Out: `RULES`, by ISO 639-1 code, and `rules_of`. A language that is not here is not
looked at: of its changes only the kinds that need no words are told.
"""

from __future__ import annotations

from dataclasses import dataclass

from tracker.substance import english, french, spanish
from tracker.substance.modal_words import ModalWords
from tracker.substance.modals import Modals
from tracker.substance.phrases import Entry, Lexicon
from tracker.substance.word_lists import WordLists


@dataclass(frozen=True, slots=True)
class Rules:
    """What is looked for in one language, ready to be looked for."""

    modals: Modals
    modal_words: ModalWords
    indirect: Lexicon
    purposes: Lexicon
    grants: Lexicon
    firmness: Lexicon
    reserves: Lexicon
    qualifiers: Lexicon
    safeguards: Lexicon
    penalties: Lexicon
    same: Lexicon
    actors: Lexicon
    votes: Lexicon
    defines: Lexicon
    lists: WordLists


def _rules(lists: WordLists) -> Rules:
    def lexicon(entries: tuple[Entry, ...]) -> Lexicon:
        return Lexicon(entries)

    return Rules(
        modals=Modals(lists.modals),
        modal_words=lists.modals,
        indirect=lexicon(lists.modals.indirect),
        purposes=lexicon(lists.modals.purposes),
        grants=lexicon(lists.modals.grants),
        firmness=lexicon(lists.modals.firmness),
        reserves=lexicon(lists.reserves),
        qualifiers=lexicon(lists.qualifiers),
        safeguards=lexicon(lists.safeguards),
        penalties=lexicon(lists.penalties),
        same=lexicon(lists.same),
        actors=lexicon(lists.actors),
        votes=lexicon(lists.votes),
        defines=lexicon(lists.defines),
        lists=lists,
    )


RULES: dict[str, Rules] = {
    "en": _rules(english.LISTS),
    "fr": _rules(french.LISTS),
    "es": _rules(spanish.LISTS),
}


def rules_of(language: str) -> Rules | None:
    """The rules for a language tag (`en-GB` has those of `en`), None if it is not looked at."""
    return RULES.get(language.partition("-")[0].lower())
