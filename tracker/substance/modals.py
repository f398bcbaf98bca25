"""The clauses of a text that oblige, permit, recommend or forbid.

In: the words of a text and the modal words of its language. Out: `Modal`s, each with its force, its
verb and the words of its subject. What stands between a modal and its verb (`shall, where
appropriate, take`) is skipped.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from tracker.substance.modal_words import ModalWords
from tracker.substance.phrases import Found, Lexicon
from tracker.substance.units import Unit

Force = Literal["duty", "soft", "option", "ban", "soft ban"]
"""Must, should, may, must not, should not."""

FORCES: tuple[Force, ...] = ("duty", "soft", "option", "ban", "soft ban")

_BY_NAME: dict[str, Force] = {force: force for force in FORCES}
_INSERTION = 25
"""The words of an insertion between commas that are skipped at most."""
_SUBJECT = 40
_ONLY = 30
_SOFTENING = 8
_NEAR = 8


@dataclass(frozen=True, slots=True)
class Modal:
    """The modal words `[first, last)`, the place of its verb (-1 if none was found) and the words
    `[subject, first)` of the subject. `restricted` says that it holds only in the cases told;
    `other` is the second of
    two forces between which the drafters had not chosen yet: `[shall] [may]`."""

    force: Force
    first: int
    last: int
    verb: int
    subject: int
    restricted: bool
    sure: bool
    other: Force | None = None


class Modals:
    """Finds the modals of one language."""

    def __init__(self, language: ModalWords) -> None:
        self._language = language
        self._lexicon = Lexicon(language.words)
        self._softening = Lexicon(language.softening)

    def find(self, words: Sequence[Unit]) -> list[Modal]:
        """The modals in `words`, in order."""
        found: list[Modal] = []
        for one in self._lexicon.find(words):
            modal = self._modal(words, one)
            before = found[-1] if found else None
            if before is not None and before.last == modal.first and words[modal.first].comma:
                found[-1] = replace(
                    before, last=modal.last, verb=modal.verb, other=modal.force, sure=modal.sure
                )
            else:
                found.append(modal)
        if self._language.future:
            taken = {n for one in found for n in range(one.first, one.last)}
            found += self._futures(words, taken)
            found.sort(key=lambda one: one.first)
        return found

    def _modal(self, words: Sequence[Unit], one: Found) -> Modal:
        verb = self._verb(words, one.last)
        subject = self._subject(words, one.first)
        force = self._negated(words, _BY_NAME[one.family], one.last, verb, subject)
        softened = self._softened(words, verb) if force == "duty" else None
        return Modal(
            force="soft" if softened else force,
            first=one.first,
            last=one.last if softened is None or verb != one.last else softened,
            verb=verb if softened is None else self._verb(words, softened),
            subject=subject,
            restricted=self._restricted(words, one.first),
            sure=one.sure,
        )

    def _negated(
        self, words: Sequence[Unit], force: Force, last: int, verb: int, subject: int
    ) -> Force:
        """The force with a negation before the verb (`shall, as a rule, not`) or in the subject."""
        apart = any(w.form in self._language.negation for w in words[last : max(last, verb)])
        near = range(max(0, last - _NEAR), last)
        nobody = any(self._nobody(words, n, subject) for n in near)
        if not (apart or nobody) or force in ("ban", "soft ban"):
            return force
        return "soft ban" if force == "soft" else "ban"

    def _nobody(self, words: Sequence[Unit], at: int, subject: int) -> bool:
        """Whether a subject that denies begins here: `no vessel shall`, `and no one may`."""
        before = words[at - 1].form if at else ""
        begins = at == subject or words[at].comma or before in self._language.joins
        return begins and words[at].form in self._language.nobody

    def _softened(self, words: Sequence[Unit], verb: int) -> int | None:
        """Where the words end that make the duty of this verb soft, None if none do."""
        if verb < 0:
            return None
        found = self._softening.find(words[verb : verb + _SOFTENING])
        if not found or found[0].first:
            return None
        last = verb + found[0].last
        # The verb itself may be the end of the phrase: `consider giving`.
        return last - 1 if words[last - 1].form.endswith("ing") else last

    def _futures(self, words: Sequence[Unit], taken: set[int]) -> list[Modal]:
        """Verbs that oblige by their tense; the verb is the modal's own word."""
        found: list[Modal] = []
        rules = self._language
        for at, word in enumerate(words):
            if at in taken or word.form in rules.not_future or not word.form.endswith(rules.future):
                continue
            before = words[at - 1].form if at else ""
            banned = before in rules.negation or (
                at > 1 and before == "se" and words[at - 2].form in rules.negation
            )
            force: Force = "ban" if banned else "duty"
            subject = self._subject(words, at)
            found.append(Modal(force, at, at + 1, at, subject, self._restricted(words, at), True))
        return found

    def _verb(self, words: Sequence[Unit], at: int) -> int:
        end = min(len(words), at + _INSERTION)
        if at < end and words[at].comma and not words[at].breaks:
            at = next((n for n in range(at + 1, end) if words[n].comma), at)
        while at < end and not words[at].breaks:
            form = words[at].form
            adverb = form.endswith(self._language.adverb) and form not in self._language.verbs
            if form not in self._language.skipped and not adverb:
                return at
            at += 1
        return -1

    def _subject(self, words: Sequence[Unit], modal: int) -> int:
        """Where the subject begins: after what opens the clause or stands before it."""
        language = self._language
        first = modal
        while first > 0 and modal - first < _SUBJECT:
            if (words[first].breaks and first < modal) or words[first - 1].form in language.openers:
                break
            first -= 1
        opened = (
            first > 0 and words[first - 1].form in language.prefaces and not words[first].breaks
        )
        if first < modal and (opened or words[first].form in language.prefaces):
            commas = [n for n in range(first + 1, modal) if words[n].comma]
            first = commas[-1] if commas else modal
        clause = any(word.form in language.finite for word in words[first:modal])
        return modal if clause else first

    def _restricted(self, words: Sequence[Unit], first: int) -> bool:
        for n in range(first, min(len(words), first + _ONLY)):
            if n > first and words[n].breaks:
                return False
            if words[n].form in self._language.only:
                return True
        return False
