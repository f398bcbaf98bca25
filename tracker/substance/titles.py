"""Titles of acts and marks of footnotes: words that say nothing of a rule.

In: one side of a change and a language's rules. Out: the places of these words. A reference to an
act by its number says which one is meant; its date and its title behind the number may come or go
without effect, as may the mark of the footnote that says where it was published.
"""

from __future__ import annotations

from tracker.substance.languages import Rules
from tracker.substance.sides import Side

_BEFORE = 4
"""The words between `Directive` and the slash of its number, at most."""
_DATE = 14
"""The words between the number and the date: `of the Council of`."""
_TITLE = 70
_ENDS = tuple(".;:)\u201d\u2019")
"""What a footnote's mark may stand behind: the end of a sentence too."""
_LABEL = 12
_QUOTES = {"'": "'", '"': '"', "\u2018": "\u2019", "\u201c": "\u201d", "\u00ab": "\u00bb"}


def titles(side: Side, rules: Rules) -> frozenset[int]:
    """The places of dates and titles behind the numbers of acts, and of marks of footnotes."""
    found = {at for at in range(len(side.words)) if _mark(side, at, rules)}
    found.update(n for at in range(len(side.words)) for n in _label(side, at, rules))
    for at in range(len(side.words) - 1):
        if _numbered(side, at, rules):
            found.update(_title(side, at, found, rules))
    return frozenset(found)


def _label(side: Side, at: int, rules: Rules) -> range:
    """The words of a short name in quotation marks and brackets that begins here: `fair
    (\u2018fairness\u2019)`. It says nothing of what it names."""
    text, start = side.units.text, side.words[at].start
    close = _QUOTES.get(text[start - 1 : start])
    opened = text[start - 2 : start - 1] == "("
    named = at > 0 and side.words[at - 1].comma and text[start - 2 : start - 1] == " "
    if named:  # `(the ‘Fund’)`
        before = side.words[at - 1]
        opened = text[before.start - 1 : before.start] == "(" and before.form in rules.lists.light
    if close is None or not opened:
        return range(0)
    for n in range(at, min(len(side.words), at + _LABEL)):
        if text.startswith(f"{close})", side.words[n].end):
            return range(at, n + 1)
    return range(0)


def _mark(side: Side, at: int, rules: Rules) -> bool:
    """Whether a word is the mark of a footnote: a number in square brackets right behind a word, or
    in round ones behind a word that is none of a division."""
    unit, text = side.words[at], side.units.text
    if not unit.form.isdigit() or at == 0 or unit.breaks:
        return False
    before, after = text[unit.start - 1 : unit.start], text[unit.end : unit.end + 1]
    if (before, after) == ("[", "]"):
        last = text[unit.start - 2 : unit.start - 1]
        return last.isalnum() or last in _ENDS
    last = side.words[at - 1].form
    closed = (before, after) == ("(", ")") and text[unit.start - 2 : unit.start - 1] == " "
    named = side.words[at - 1].title or last in rules.lists.instruments
    return closed and named and not last.isdigit() and last not in rules.lists.divisions


def _numbered(side: Side, at: int, rules: Rules) -> bool:
    """Whether the number of an act ends here: `Directive 95/46/EC`."""
    unit, text = side.words[at], side.units.text
    if not unit.form.isdigit() or text[unit.start - 1 : unit.start] != "/":
        return False
    before = side.words[max(0, at - _BEFORE) : at]
    return any(word.form in rules.lists.instruments for word in before)


def _title(side: Side, at: int, marks: set[int], rules: Rules) -> range:
    """The date behind a number of an act, with the title behind it; nothing if there is none."""
    words = side.words
    for month in range(at + 2, min(len(words) - 1, at + _DATE)):
        if words[month].breaks:
            break
        day, year = words[month - 1].form, words[month + 1].form
        if words[month].form in rules.lists.months and day.isdigit() and len(year) == 4:
            end = month + 2
            if end < len(words) and words[end].form in rules.lists.titles:
                while end < min(len(words), month + _TITLE) and end not in marks:
                    if words[end].comma or words[end].breaks:
                        break
                    end += 1
            return range(month - 1, end)
    return range(0)
