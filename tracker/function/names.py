"""The legal functions, by the names that the database uses.

In: nothing. Out: `FUNCTIONS`, each name with what it means, and `Function`, one of them with the
words that showed it.
"""

from __future__ import annotations

from dataclasses import dataclass

FUNCTIONS: dict[str, str] = {
    "recital": "a reason given before the rules begin",
    "purpose": "says what the text is for",
    "definition": "fixes what a word means",
    "scope": "says what the rules apply to",
    "safeguard": "protects rights or limits a power",
    "offence": "makes States punish a conduct as a crime of its own",
    "aggravating circumstance": "makes the punishment of another crime heavier",
    "mitigating circumstance": "makes the punishment of another crime lighter",
    "participation": "extends crimes to helpers and attempts",
    "liability of legal persons": "makes companies answer for crimes",
    "sanction": "says how crimes are prosecuted and punished",
    "jurisdiction": "says which State may prosecute",
    "procedural power": "lets authorities search, order, collect or intercept",
    "cooperation": "makes States help each other",
    "ground for refusal": "says when help may be refused",
    "prevention": "is about measures before a crime happens",
    "assistance": "is about training and technical help",
    "institution": "sets up or runs a body",
    "final clause": "is about signature, entry into force, change or end of the text",
    "other": "has none of the jobs we have rules for",
    "unclear": "could not be told by our rules",
}
"""Every function with what it means, in plain words."""


@dataclass(frozen=True, slots=True)
class Function:
    """A function of `FUNCTIONS` and the words that showed it."""

    name: str
    evidence: str
