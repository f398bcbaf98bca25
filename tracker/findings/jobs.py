"""Legal functions in a sentence, and which change of one is told.

In: the functions of a provision in two drafts, with all words of its articles. Out: whether the
change can be told, and what to say of it. Only functions that are known by formulas count (a crime,
what makes its punishment heavier, a power, …); others are told from headings and topics, which
change more often than the job. The words that showed the function must have gone and come.
"""

from __future__ import annotations

from tracker.function import Function

JOBS = {
    "recital": "a reason given before the rules",
    "purpose": "a statement of purpose",
    "definition": "a definition",
    "scope": "a rule on what the text covers",
    "safeguard": "a safeguard",
    "offence": "an offence of its own",
    "aggravating circumstance": "an aggravating circumstance",
    "mitigating circumstance": "a mitigating circumstance",
    "participation": "a rule on helpers and attempts",
    "liability of legal persons": "a rule that makes companies answer",
    "sanction": "a rule on how crimes are punished",
    "jurisdiction": "a rule on which State may prosecute",
    "procedural power": "a power of the authorities",
    "cooperation": "a rule on help between States",
    "ground for refusal": "a reason to refuse help",
    "prevention": "a rule on prevention",
    "assistance": "a rule on training and technical help",
    "institution": "a rule on a body or office",
    "final clause": "a final clause",
}
"""What a provision with this function is, in plain words."""

_FORMULAS = frozenset(
    {
        "offence",
        "aggravating circumstance",
        "mitigating circumstance",
        "participation",
        "liability of legal persons",
        "procedural power",
        "ground for refusal",
    }
)
_AS_HOLDER = "as what it stands in"

WEIGHTS = {
    "offence": 9,
    "aggravating circumstance": 8,
    "procedural power": 8,
    "safeguard": 8,
    "mitigating circumstance": 7,
    "sanction": 7,
    "participation": 7,
    "ground for refusal": 7,
    "liability of legal persons": 6,
    "jurisdiction": 5,
    "definition": 4,
    "scope": 4,
    "cooperation": 4,
}
"""How much a provision weighs that is new or gone, by its function; others weigh 3."""


def own(function: Function) -> bool:
    """Whether the provision's own words show its function."""
    return function.name in JOBS and not function.evidence.startswith(_AS_HOLDER)


def turned(old: Function, new: Function, before: str, after: str) -> bool:
    """Whether a provision has another job now: `before` and `after` are all words of its article in
    the two drafts, in small letters."""
    if old.name == new.name or not (own(old) and own(new)):
        return False
    if not {old.name, new.name} & _FORMULAS or "recital" in (old.name, new.name):
        return False
    went = old.evidence.casefold() not in after
    came = new.evidence.casefold() not in before
    return went and came


def weight(name: str) -> int:
    """How much a provision weighs that is new or gone."""
    return WEIGHTS.get(name, 3)
