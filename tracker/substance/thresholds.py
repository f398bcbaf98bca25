"""Numbers, periods, dates and majorities that changed.

In: the two sides of a change. Out: findings of the kind `threshold`. The numbers of provisions, of
acts and of list items are none.
"""

from __future__ import annotations

import re
from decimal import Decimal

from tracker.substance import figures
from tracker.substance.languages import Rules
from tracker.substance.names import Evidence, Finding
from tracker.substance.occurrences import turns
from tracker.substance.phrases import Found
from tracker.substance.pointers import pointers
from tracker.substance.sides import Side, Sides

_SYMBOL_BEFORE = re.compile(r"/$|[^\W\d_]\.$")
"""What stands before a number in a symbol: a stroke, or a letter and a point."""
_SYMBOL_BEHIND = re.compile(r"/[A-Z\d]")
_PER_CENT = (("per", "cent"), ("pour", "cent"), ("por", "ciento"))
_SCALES = {
    **dict.fromkeys(("thousand", "thousands"), 3),
    **dict.fromkeys(("million", "millions", "millón", "millones"), 6),
    **dict.fromkeys(("billion", "billions", "milliard", "milliards"), 9),
}
_OF = ("de", "d", "of")
"""Words between a scale and what it counts: `cinq millions d'euros`."""


def thresholds(sides: Sides, rules: Rules) -> list[Finding]:
    """The changes of numbers and of the votes that a decision needs."""
    found = [
        Finding(
            "threshold",
            turn.direction,
            evidence(sides.old, turn.old),
            evidence(sides.new, turn.new),
            _kept(sides, turn.old, turn.new),
            "vote",
        )
        for turn in turns(sides, rules.votes, rules)
    ]
    old, new = quantities(sides.old, rules), quantities(sides.new, rules)
    gone = {key: one for key, one in old.items() if key not in new and _touched(sides.old, one)}
    come = {key: one for key, one in new.items() if key not in old and _touched(sides.new, one)}
    by_measure: dict[str, list[str]] = {}
    for key in reversed(come):
        by_measure.setdefault(key.partition(" ")[2], []).append(key)
    for key, one in gone.items():
        alike = by_measure.get(key.partition(" ")[2])
        other = come.pop(alike.pop()) if alike else None
        found.append(
            Finding(
                "threshold",
                "replaced" if other else "removed",
                evidence(sides.old, one),
                evidence(sides.new, other),
                _kept(sides, one, other),
                "number",
            )
        )
    found += (
        Finding(
            "threshold", "added", (), evidence(sides.new, one), sides.new.kept(one.first), "number"
        )
        for one in come.values()
    )
    return found


def evidence(side: Side, one: Found | None) -> tuple[Evidence, ...]:
    """The number with its measure, and with the sign of money or per cent that stands at it."""
    if one is None:
        return ()
    text = side.units.text
    start = figures.before(text, side.words[one.first].start)[1]
    end = side.words[one.last - 1].end
    return (side.passage(start, figures.behind(text, end)[1]),)


def _kept(sides: Sides, old: Found | None, new: Found | None) -> bool:
    return bool(old and sides.old.kept(old.first)) or bool(new and sides.new.kept(new.first))


def _touched(side: Side, one: Found) -> bool:
    return not side.untouched(one.first, one.last)


def quantities(side: Side, rules: Rules) -> dict[str, Found]:
    """The numbers that are quantities, by number and measure; of several equal ones the last."""
    named = {n for p in pointers(side, rules) for n in range(p.first, p.last)}
    found: dict[str, Found] = {}
    for n, unit in enumerate(side.words):
        if n in named or not unit.key[0].isdigit():
            continue
        number, measure, words = _counted(side, n, rules)
        if not measure and _label(side, n):
            continue
        if unit.key == "1" and unit.form != "1" and not measure:
            continue  # `one or more`, `one of`
        if n and side.words[n - 1].form in rules.lists.instruments:
            continue
        found[f"{number} {measure}"] = Found("number", n, n + 1 + words, True)
    return found


def _counted(side: Side, n: int, rules: Rules) -> tuple[str, str, int]:
    """A number, what it counts, and how many words behind it say so: `5 million euros`."""
    number, at = side.words[n].key, n + 1
    sign = figures.before(side.units.text, side.words[n].start)[0]
    scale = _SCALES.get(_form(side, at), 0)
    if scale and re.fullmatch(r"[\d.]+", number):
        number, at = figures.plain(Decimal(number).scaleb(scale)), at + 1
        if _form(side, at) in _OF and _form(side, at + 1) in rules.lists.measures:
            at += 1
    if (_form(side, at), _form(side, at + 1)) in _PER_CENT:
        return number, figures.PERCENT, at + 2 - n - 1
    following = _form(side, at)
    if following and (following in rules.lists.measures or following in rules.lists.months):
        return number, figures.measure(side.words[at].key), at - n
    sign = figures.behind(side.units.text, side.words[at - 1].end)[0] or sign
    return number, sign, at - n - 1


def _form(side: Side, n: int) -> str:
    """A word, `""` if there is none, or another clause begins with it."""
    if n >= len(side.words) or side.words[n].breaks:
        return ""
    return side.words[n].form


def _label(side: Side, n: int) -> bool:
    """Whether a number is that of a list item, a footnote or a part, or stands in the symbol of a
    document: `(1)`, `2.`, `3a`, `A/75/980`, `CRP.9`, `2016/679`."""
    unit, text = side.words[n], side.units.text
    before, after = text[unit.start - 1 : unit.start], text[unit.end : unit.end + 1]
    if _SYMBOL_BEFORE.search(text[max(0, unit.start - 2) : unit.start]):
        return True
    if _SYMBOL_BEHIND.match(text, unit.end):
        return True
    if before in ("(", "[") and after in (")", "]"):
        return True
    if after == "." and (not text[: unit.start].strip() or before == "\n"):
        return True
    figure = re.sub("[./]", "", unit.form, count=1).isdigit()
    return unit.form[0].isdigit() and not figure
