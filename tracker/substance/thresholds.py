"""Numbers, periods, dates and majorities that changed.

In: the two sides of a change. Out: findings of the kind `threshold`. The numbers of provisions, of
acts and of list items are none.
"""

from __future__ import annotations

from tracker.substance.languages import Rules
from tracker.substance.names import Evidence, Finding
from tracker.substance.occurrences import turns
from tracker.substance.phrases import Found
from tracker.substance.pointers import pointers
from tracker.substance.sides import Side, Sides

_SIGNS = "€$£%"


def thresholds(sides: Sides, rules: Rules) -> list[Finding]:
    """The changes of numbers and of the votes that a decision needs."""
    found = [
        Finding(
            "threshold",
            turn.direction,
            _evidence(sides.old, turn.old),
            _evidence(sides.new, turn.new),
            _kept(sides, turn.old, turn.new),
            "vote",
        )
        for turn in turns(sides, rules.votes, rules)
    ]
    old, new = _quantities(sides.old, rules), _quantities(sides.new, rules)
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
                _evidence(sides.old, one),
                _evidence(sides.new, other),
                _kept(sides, one, other),
                "number",
            )
        )
    found += (
        Finding(
            "threshold", "added", (), _evidence(sides.new, one), sides.new.kept(one.first), "number"
        )
        for one in come.values()
    )
    return found


def _evidence(side: Side, one: Found | None) -> tuple[Evidence, ...]:
    return () if one is None else (side.evidence(one.first, one.last),)


def _kept(sides: Sides, old: Found | None, new: Found | None) -> bool:
    return bool(old and sides.old.kept(old.first)) or bool(new and sides.new.kept(new.first))


def _touched(side: Side, one: Found) -> bool:
    return not side.untouched(one.first, one.last)


def _quantities(side: Side, rules: Rules) -> dict[str, Found]:
    """The numbers that are quantities, by number and measure; of several equal ones the last."""
    named = {n for p in pointers(side, rules) for n in range(p.first, p.last)}
    found: dict[str, Found] = {}
    for n, unit in enumerate(side.words):
        if n in named or not unit.key[0].isdigit() or _label(side, n):
            continue
        measure = _measure(side, n, rules)
        if unit.key == "1" and unit.form != "1" and not measure:
            continue  # `one or more`, `one of`
        if n and side.words[n - 1].form in rules.lists.instruments:
            continue
        found[f"{unit.key} {measure}"] = Found("number", n, n + 1 + bool(measure), True)
    return found


def _measure(side: Side, n: int, rules: Rules) -> str:
    lists = rules.lists
    if n + 1 < len(side.words) and not side.words[n + 1].breaks:
        following = side.words[n + 1]
        if following.form in lists.measures or following.form in lists.months:
            return following.key
    return ""


def _label(side: Side, n: int) -> bool:
    """Whether a number is that of a list item, a footnote or a part: `(1)`, `2.`, `3a`."""
    unit, text = side.words[n], side.units.text
    before, after = text[unit.start - 1 : unit.start], text[unit.end : unit.end + 1]
    if before in ("(", "[") and after in (")", "]"):
        return True
    if after == "." and (not text[: unit.start].strip() or before == "\n"):
        return True
    return unit.form[0].isdigit() and not unit.form.isdigit() and before not in _SIGNS
