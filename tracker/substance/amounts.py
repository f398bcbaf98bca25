"""The sums of money and percentages that a text names.

In: a text and its language. Out: `Amount`s in their order, and whether the text speaks of a
sanction. Two drafts of which one was written anew have no number that became another; what they
name can be told side by side all the same.
"""

from __future__ import annotations

from dataclasses import dataclass

from tracker.substance.figures import MONEY, PERCENT
from tracker.substance.languages import rules_of
from tracker.substance.occurrences import NAMES
from tracker.substance.sides import Side
from tracker.substance.thresholds import evidence, quantities
from tracker.substance.units import units


@dataclass(frozen=True, slots=True)
class Amount:
    """A sum or percentage at `[start, end)` of a text; `number` and `measure` are how it is
    compared."""

    number: str
    measure: str
    start: int
    end: int


def amounts(text: str, language: str) -> tuple[Amount, ...]:
    """The sums of money and percentages of a text, of several equal ones the last; none in a
    language without rules.

    >>> text = "A fine up to 250 000 EUR, or 0,5 % of the turnover, within 30 days."
    >>> [(one.number, one.measure, text[one.start : one.end]) for one in amounts(text, "en")]
    [('250000', 'eur', '250 000 EUR'), ('0.5', '%', '0,5 %')]
    """
    rules = rules_of(language)
    if rules is None or not any(sign.isdigit() for sign in text):
        return ()
    side = _side(text, language)
    found: list[Amount] = []
    for key, one in quantities(side, rules).items():
        number, _, measure = key.partition(" ")
        if measure == PERCENT or measure in MONEY:
            (shown,) = evidence(side, one)
            found.append(Amount(number, measure, shown.start, shown.end))
    return tuple(sorted(found, key=lambda one: one.start))


def on_sanctions(text: str, language: str) -> bool:
    """Whether a text speaks of a sanction.

    >>> on_sanctions("He pays a fine of 5 EUR.", "en"), on_sanctions("He pays 5 EUR.", "en")
    (True, False)
    """
    rules = rules_of(language)
    if rules is None:
        return False
    told = rules.penalties.find(_side(text, language).words)
    return any(one.sure and one.family != NAMES for one in told)


def _side(text: str, language: str) -> Side:
    return Side(units(text, language), (), "text", 0, {})
