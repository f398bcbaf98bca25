"""What the paragraphs of an article show together.

In: the signs of each paragraph (`Unit`). Out: those of the article, where the first and the longer
paragraphs count more, and what is only beside the matter or done for another State counts less.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tracker.function.cues import Tally

_FIRST = 0.3  # the share of the first paragraph, besides its length
_HELP = 4.0  # signs of help between States that show what the words are chiefly about
FORMULA = 5.0  # a tally of an offence that its formula alone gives

_NAMES = (("ground for refusal", 6.0, "cooperation"), ("final clause", 4.5, "institution"))
"""What, from which weight on, names something else that it is not."""

BESIDE = frozenset(
    {
        "final clause",
        "definition",
        "aggravating circumstance",
        "mitigating circumstance",
        "ground for refusal",
    }
)
"""What often has a paragraph in an article on another matter."""

_YIELDING = ("procedural power", "sanction")
"""What States do for one another when they are asked: then it is help, not a power."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A paragraph with its points: what its words show, and how many they are."""

    signs: Tally
    words: int


def weighed(units: list[Unit]) -> Tally:
    """The signs of an article's paragraphs together."""
    total: Tally = {}
    best: dict[str, float] = {}
    words = sum(unit.words for unit in units) or 1
    for place, unit in enumerate(units):
        share = (1 - _FIRST) * unit.words / words + (_FIRST if place == 0 else 0.0)
        for name, (weight, evidence) in unit.signs.items():
            more = weight * share > best.get(name, 0.0)
            if more:
                best[name] = weight * share
            held = total.get(name, (0.0, ""))
            total[name] = (held[0] + weight * share, evidence if more else held[1])
    return total


def without_named(signs: Tally) -> Tally:
    """The signs of a paragraph, where what it only names counts half: words that refuse help name
    the help, and those on an amendment or a dispute name the body that deals with it."""
    for name, least, named in _NAMES:
        if signs.get(name, (0.0, ""))[0] >= least and named in signs:
            signs = signs | {named: (signs[named][0] / 2, signs[named][1])}
    return signs


def ask_for_help(text: Tally, heading: Tally) -> None:
    """Halve what authorities do where the words are chiefly about doing it for another State."""
    help_weight = text.get("cooperation", (0.0, ""))[0]
    for name in _YIELDING:
        if help_weight >= _HELP and help_weight > text.get(name, (0.0, ""))[0]:
            for signs in (text, heading):
                if name in signs:
                    signs[name] = (signs[name][0] / 2, signs[name][1])


def ruling(units: Sequence[Unit]) -> Sequence[Unit]:
    """The paragraphs without those that only say what a word means."""
    return [unit for unit in units if "definition" not in unit.signs] or units


def share_beside(name: str, units: Sequence[Unit]) -> float:
    """What a function counts that is often beside another in an article and whose name the heading
    does not bear: half, if the article neither begins with it nor is for the most part it."""
    words = sum(unit.words for unit in units) or 1
    held = sum(unit.words for unit in units if name in unit.signs)
    begins = name != "definition" and bool(units) and name in units[0].signs
    return 1.0 if begins or (name == "definition" and held * 2 > words) else 0.5


def add(signs: Tally, name: str, weight: float, words: str) -> None:
    """Add to a function; the words of the heavier sign are kept."""
    held, evidence = signs.get(name, (0.0, ""))
    signs[name] = (held + weight, words if words and weight >= held else evidence or words)


def makes_offence(signs: Mapping[str, tuple[float, str]]) -> bool:
    """Whether these words make a crime of its own: the formula is there, and what it makes a crime
    is not to help or to attempt another, nor who answers for it."""
    weight = signs.get("offence", (0.0, ""))[0]
    return weight >= FORMULA and all(
        weight > signs.get(name, (0.0, ""))[0]
        for name in ("participation", "liability of legal persons")
    )
