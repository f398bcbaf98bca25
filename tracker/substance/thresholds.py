"""Numbers, periods, dates and majorities that changed.

In: the two sides of a change. Out: findings of the kind `threshold`. The numbers of provisions, of
acts and of list items are none.
"""

from __future__ import annotations

import re

from tracker.substance.languages import Rules
from tracker.substance.names import Evidence, Finding
from tracker.substance.occurrences import turns
from tracker.substance.phrases import Found
from tracker.substance.pointers import pointers
from tracker.substance.sides import Side, Sides

_CODES = (
    *("EUR", "USD", "GBP", "CHF", "JPY", "CNY", "AUD", "CAD", "NZD", "SEK", "NOK", "DKK", "PLN"),
    *("CZK", "HUF", "RON", "INR", "BRL", "ZAR", "MXN", "KRW", "RUB", "TRY", "SGD", "HKD", "AED"),
)
_MONEY = re.compile(rf"(?:[€$£¥]|\b(?:{'|'.join(_CODES)}))[ \u00a0\u202f]?$")
PERCENT = "%"
MONEY = frozenset((*"€$£¥", *(code.casefold() for code in _CODES), "euro", "pound", "dollar"))
"""The measures of sums of money, as `quantities` calls them."""
_SYMBOL_BEFORE = re.compile(r"/$|[^\W\d_]\.$")
"""What stands before a number in a symbol: a stroke, or a letter and a point."""
_SYMBOL_BEHIND = re.compile(r"/[A-Z\d]")
_BEFORE = 4
"""The characters that the sign of a currency has, with the blank behind it."""
_PER_CENT = (("per", "cent"), ("pour", "cent"), ("por", "ciento"))
_SIGN = re.compile(r"[ \u00a0\u202f]?%")


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
    end = side.words[one.last - 1].end
    start = side.words[one.first].start - len(_money(side, one.first))
    percent = _SIGN.match(side.units.text, end)
    return (side.passage(start, percent.end() if percent else end),)


def _money(side: Side, n: int) -> str:
    """The sign of money that stands before a number, with the blank between, `""` if none does."""
    start = side.words[n].start
    found = _MONEY.search(side.units.text[max(0, start - _BEFORE) : start])
    return found.group() if found else ""


def _kept(sides: Sides, old: Found | None, new: Found | None) -> bool:
    return bool(old and sides.old.kept(old.first)) or bool(new and sides.new.kept(new.first))


def _touched(side: Side, one: Found) -> bool:
    return not side.untouched(one.first, one.last)


def quantities(side: Side, rules: Rules) -> dict[str, Found]:
    """The numbers that are quantities, by number and measure; of several equal ones the last."""
    named = {n for p in pointers(side, rules) for n in range(p.first, p.last)}
    found: dict[str, Found] = {}
    for n, unit in enumerate(side.words):
        if n in named or not unit.key[0].isdigit() or _label(side, n):
            continue
        measure, words = _measure(side, n, rules)
        if unit.key == "1" and unit.form != "1" and not measure:
            continue  # `one or more`, `one of`
        if n and side.words[n - 1].form in rules.lists.instruments:
            continue
        found[f"{unit.key} {measure}"] = Found("number", n, n + 1 + words, True)
    return found


def _measure(side: Side, n: int, rules: Rules) -> tuple[str, int]:
    """What a number counts, and how many words behind it say so."""
    lists = rules.lists
    if tuple(unit.form for unit in side.words[n + 1 : n + 3]) in _PER_CENT:
        return PERCENT, 2
    if n + 1 < len(side.words) and not side.words[n + 1].breaks:
        following = side.words[n + 1]
        if following.form in lists.measures or following.form in lists.months:
            return following.key, 1
    if _SIGN.match(side.units.text, side.words[n].end):
        return PERCENT, 0
    return _money(side, n).strip().casefold(), 0


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
    return unit.form[0].isdigit() and not figure and not _money(side, n)
