"""How much a text obliges, permits, forbids, qualifies and protects.

In: a provision or a draft. Out: a `Force`: the words of each, with their places. Headings, recitals
and titles oblige nobody and are counted only where a recital itself is asked for.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from tracker.model import Draft, Provision
from tracker.substance.languages import Rules, rules_of
from tracker.substance.modals import Modal
from tracker.substance.names import Evidence
from tracker.substance.occurrences import NAMES
from tracker.substance.phrases import Found
from tracker.substance.units import Unit, units

_REMEMBERED = 4_096
"""The texts that are remembered: those of some ten drafts of a convention."""
_NO_RULES = frozenset(
    ("recital", "recitals", "citation", "preamble", "longTitle", "docTitle", "preface", "formula")
)


@dataclass(frozen=True, slots=True)
class Force:
    """The words of a provision that oblige (`duties`), permit (`options`), forbid (`bans`) and
    recommend (`encouragements`), the qualifiers and the safeguards, each with its place in the
    text. Where the present tense obliges, as in French treaties, `duties` are only those that a
    modal verb tells. `looked_at` is False for a language without rules: then nothing is known."""

    duties: tuple[Evidence, ...] = ()
    options: tuple[Evidence, ...] = ()
    bans: tuple[Evidence, ...] = ()
    encouragements: tuple[Evidence, ...] = ()
    qualifiers: tuple[Evidence, ...] = ()
    safeguards: tuple[Evidence, ...] = ()
    looked_at: bool = True


@dataclass(frozen=True, slots=True)
class Sum:
    """The profile of a draft: how many of each, and the `Force` of every provision by eId, recitals
    left out. `words` counts the words of those provisions. None where the language has no rules."""

    duties: int
    options: int
    bans: int
    encouragements: int
    qualifiers: int
    safeguards: int
    words: int
    of: Mapping[str, Force]


def profile(provision: Provision, language: str) -> Force:
    """The profile of one provision, without what stands inside it.

    >>> article = Provision("art_1", "article", text="Parties shall, if possible, act.")
    >>> found = profile(article, "en")
    >>> [e.text for e in found.duties], [e.text for e in found.qualifiers]
    (['shall'], ['if possible'])
    """
    return _force(provision.text, language)


@lru_cache(maxsize=_REMEMBERED)
def _force(text: str, language: str) -> Force:
    """Remembered, as most provisions stand in many drafts."""
    rules = rules_of(language)
    if rules is None:
        return Force(looked_at=False)
    words = units(text, language.partition("-")[0].lower()).words
    modals = rules.modals.find(words)

    def of(*forces: str) -> tuple[Evidence, ...]:
        return _evidence(text, words, (m for m in modals if m.force in forces and m.sure))

    return Force(
        duties=of("duty"),
        options=of("option"),
        bans=of("ban"),
        encouragements=of("soft", "soft ban"),
        qualifiers=_evidence(text, words, _sure(rules.qualifiers.find(words))),
        safeguards=_evidence(text, words, _sure(rules.safeguards.find(words))),
    )


def _sure(found: Iterable[Found]) -> Iterable[Found]:
    return (one for one in found if one.sure and one.family != NAMES)


def _evidence(
    text: str, words: tuple[Unit, ...], found: Iterable[Found] | Iterable[Modal]
) -> tuple[Evidence, ...]:
    spans = ((words[one.first].start, words[one.last - 1].end) for one in found)
    return tuple(Evidence(text[start:end], start, end) for start, end in spans)


def draft_profile(draft: Draft) -> Sum | None:
    """The profile of a whole draft, None for a language without rules."""
    rules: Rules | None = rules_of(draft.language)
    if rules is None:
        return None
    kept = [p for p in draft.provisions if p.kind not in _NO_RULES]
    of = {p.eid: profile(p, draft.language) for p in kept}
    return Sum(
        duties=sum(len(f.duties) for f in of.values()),
        options=sum(len(f.options) for f in of.values()),
        bans=sum(len(f.bans) for f in of.values()),
        encouragements=sum(len(f.encouragements) for f in of.values()),
        qualifiers=sum(len(f.qualifiers) for f in of.values()),
        safeguards=sum(len(f.safeguards) for f in of.values()),
        words=sum(len(p.text.split()) for p in kept),
        of=of,
    )
