"""The words by which rules oblige, allow, forbid and recommend, by language.

In: a language. Out: its `Vocabulary`, all in small letters. A word stands here only if it says one
thing wherever it stands before a verb; what depends on the words around it is told in `duties`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

Duty = Literal["duty", "effort", "advice", "option", "ban"]


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """`verbs` and what each makes of a rule; `behind` and `before` deny it there; `subjects` deny
    the whole sentence; `efforts` turn a duty into one to try, if they follow it, those in `to_do`
    only with another word, and `fillers` may stand between. What a rule says is left open by
    `silent` words before the verb, `only` words behind it, and behind a denied verb by `but` ("ne
    peut que") and `spared` ("shall not be required"). Behind "be", `free` words make an option of
    a duty ("shall be entitled to")."""

    verbs: dict[str, Duty]
    behind: frozenset[str] = frozenset()
    before: frozenset[str] = frozenset()
    subjects: frozenset[str] = frozenset()
    efforts: frozenset[str] = frozenset()
    to_do: dict[str, str] = field(default_factory=dict)
    fillers: frozenset[str] = frozenset()
    silent: frozenset[str] = frozenset()
    only: frozenset[str] = frozenset()
    but: frozenset[str] = frozenset()
    spared: frozenset[str] = frozenset()
    free: frozenset[str] = frozenset()

    @property
    def all(self) -> frozenset[str]:
        """Every word without which nothing in a rule can have changed."""
        others = (self.behind, self.before, self.subjects, self.efforts, self.to_do, self.free)
        return frozenset(self.verbs).union(*others)


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


def _verbs(**said: str) -> dict[str, Duty]:
    kinds: tuple[Duty, ...] = ("duty", "advice", "option")
    return {word: kind for kind in kinds for word in said.get(kind, "").split()}


WORDS: dict[str, Vocabulary] = {
    "en": Vocabulary(
        verbs=_verbs(duty="shall must", advice="should encouraged", option="may"),
        behind=_set("not never"),
        subjects=_set("no none neither nobody"),
        efforts=_set("endeavour endeavor consider"),
        to_do={"strive": "to", "seek": "to", "aim": "to", "attempt": "to", "try": "to"},
        fillers=_set("also further likewise duly jointly each"),
        silent=_set("nothing"),
        only=_set("only solely exclusively"),
        free=_set("able entitled allowed permitted free competent authorised authorized"),
        spared=_set(
            "obliged obligated required bound oblige require prevent preclude affect prejudice "
            "limit construed interpreted deemed read understood taken"
        ),
    ),
    "fr": Vocabulary(
        verbs=_verbs(
            duty="doit doivent devra devront",
            advice="devrait devraient",
            option="peut peuvent pourra pourront",
        ),
        behind=_set("pas"),
        before=_set("ne"),
        efforts=_set("s'efforcer s’efforcer envisager"),
        silent=_set("rien"),
        only=_set("uniquement seulement"),
        but=_set("que qu'à qu’à qu'en qu’en qu'avec qu’avec qu'après qu’après"),
        spared=_set("obligé obligée obligés tenu tenue tenus interprété interprétée"),
    ),
    "es": Vocabulary(
        verbs=_verbs(
            duty="deberá deberán debe deben",
            advice="debería deberían",
            option="podrá podrán puede pueden",
        ),
        before=_set("no"),
        subjects=_set("ningún ninguna ninguno nadie"),
        efforts=_set("procurar considerar esforzarse"),
        silent=_set("nada"),
        only=_set("solo sólo solamente únicamente"),
        spared=_set("obligado obligada obligados interpretarse entenderse"),
    ),
    "ru": Vocabulary(
        verbs=_verbs(
            duty="должен должна должно должны обязан обязана обязаны",
            advice="следует",
            option="может могут",
        ),
        before=_set("не"),
        efforts=_set("стремиться"),
        silent=_set("ничто"),
        only=_set("только лишь исключительно"),
    ),
}
