"""What a language's modal words are, for `modals` to find them.

In: nothing. Out: the dataclass that the tables of each language fill.
"""

from __future__ import annotations

from dataclasses import dataclass

from tracker.substance.phrases import Entry


@dataclass(frozen=True, slots=True)
class ModalWords:
    """The modal words of one language.

    `words` are phrases of the families `duty`, `soft` (it should be done), `option`, `ban` and
    `soft ban`. `only` makes a permission hold for nothing else. `skipped` may stand between a modal
    and its verb, as may words that end in `adverb` and are none of `verbs`. A clause begins at one
    of `openers`; one of `prefaces` at the beginning of a sentence stands before its subject.
    `future` are the endings of verbs that oblige by their tense, without the words of
    `not_future`; `negation` makes a verb
    forbid, as does a subject that begins with one of `nobody`; `joins` are conjunctions. `finite`
    are verbs that no subject holds: what holds one is a clause beside it. `infinitives` are the
    endings of verbs after a modal. `present` says that the present tense obliges. `indirect` are
    phrases for working towards what was a duty (`take measures to`), `purposes` those that make an
    aim of it (`with a view to`), `rights` words of a permission that is a right, `grants` what
    leaves a rule to somebody else (`provide that`). `firmness` are phrases that say under the same
    modal more or less: what they are is said in `firmness`.
    """

    words: tuple[Entry, ...]
    softening: tuple[Entry, ...]
    only: frozenset[str]
    skipped: frozenset[str]
    adverb: str
    openers: frozenset[str]
    prefaces: frozenset[str]
    future: tuple[str, ...] = ()
    infinitives: tuple[str, ...] = ()
    nobody: frozenset[str] = frozenset()
    joins: frozenset[str] = frozenset()
    finite: frozenset[str] = frozenset()
    not_future: frozenset[str] = frozenset()
    negation: frozenset[str] = frozenset()
    present: bool = False
    indirect: tuple[Entry, ...] = ()
    purposes: tuple[Entry, ...] = ()
    rights: frozenset[str] = frozenset()
    grants: tuple[Entry, ...] = ()
    firmness: tuple[Entry, ...] = ()
    verbs: frozenset[str] = frozenset()
