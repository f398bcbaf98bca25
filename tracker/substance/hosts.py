"""Whether what a phrase qualifies stood in the text before.

In: one side of a change and a phrase on it that came or went. Out: its `Setting`. Words qualify a
rule only where the rule itself is on both sides: a condition in a sentence that is new says nothing
of a rule that was there, and an adjective that came with its noun is a new thing, not a new degree.
What stands in an item that was added to a list belongs to the item.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from tracker.substance.languages import Rules
from tracker.substance.phrases import Found
from tracker.substance.sides import Side, Sides

Setting = Literal["alone", "near", "instead", "clause", "buried", "rewritten", "item", "new"]
"""`alone`: the phrase came or went with a word or two, and nothing for it; `near`: beside words
that stayed and that it qualifies; `instead`: it is an adjective that took the place of another
word, which may have said the same; `clause`: it opens a clause beside a rule that stayed; `buried`:
in the midst of other words; `rewritten`: in a sentence of which little stayed; `item`: in an item
of a list; `new`: in a sentence without a partner."""

_BESIDE = 2
"""The words that may come or go with a phrase that is alone."""
_BEFORE = 5
"""The words that may come or go before a clause, if a comma parts them."""
_PHRASE = 6
"""In an edit of more words a phrase at its end, before what it qualifies, is buried."""
_LONGER = 10
"""In an edit of more words a phrase at its beginning, behind what it qualifies, is buried."""
_OPENING = ("condition", "exception", "consideration")
"""Families whose phrases open a clause on what stands beside it."""
_STAYED = 0.5
"""The share of the words of a rule that must have partners."""
_ILLUSTRATING = ("such as", "illustration")
"""The families of what opens a list of cases (`including`)."""
_JOINED = 6
"""The words before a phrase among which one may join an item to a list."""
_LONGEST = 40
"""The words of a clause at most."""
_WINDOW = 120
"""The words on either side of an edit that are looked at."""


def setting(sides: Sides, side: Side, one: Found, rules: Rules) -> Setting:
    """Where a phrase of `side` stands."""
    if not side.kept(one.first):
        return "new"
    numbers = side.edited(one.first, one.last)
    if not numbers:
        return "buried"  # all its words were there, but not together
    edit = _edit(sides, side, one, min(numbers), rules)
    opens = _opens(side, one, rules)
    if _item(side, one, edit, rules, opens=opens):
        return "item"
    end = clause_end(side, one, edit.last) if opens else edit.last
    if _stayed(sides, side, edit.first, end, rules) < _STAYED:
        return "rewritten"
    before, after = one.first - edit.first, edit.last - one.last
    if _predicate(side, one, rules):
        return "buried"
    if before + after == 0 and edit.others == 1 and not opens and _attributive(side, one, rules):
        return "instead"
    if before + after <= _BESIDE and edit.others <= (_BESIDE if after == 0 else 0):
        return "near" if edit.others else "alone"
    if opens:
        unit = side.words[one.first]
        least = _BEFORE if unit.comma or unit.breaks else _BESIDE
        return "clause" if before <= least else "buried"
    length = edit.last - edit.first
    if after == 0:
        return "near" if length <= _PHRASE else "buried"
    follows = before <= 1 and not _attributive(side, one, rules)
    return "near" if follows and length <= _LONGER else "buried"


class _Edit(NamedTuple):
    """The words `[first, last)` of one sentence that came or went together, and how many words
    that bear meaning went or came for them."""

    first: int
    last: int
    others: int


def _edit(sides: Sides, side: Side, one: Found, number: int, rules: Rules) -> _Edit:
    """What came or went with a phrase."""
    edit = sides.edits[number]
    begin, end, start, stop = edit.old_first, edit.old_last, edit.new_first, edit.new_last
    other = sides.new
    if side is sides.new:
        begin, end, start, stop = start, stop, begin, end
        other = sides.old
    sentences, sentence = side.units.sentences, side.units.sentences[one.first]
    first, last = one.first, one.last
    while first > max(begin, one.first - _WINDOW) and sentences[first - 1] == sentence:
        first -= 1
    while last < min(end, one.last + _WINDOW) and sentences[last] == sentence:
        last += 1
    instead = other.words[start : min(stop, start + _WINDOW)]
    return _Edit(first, last, sum(u.form not in rules.lists.light for u in instead))


def clause_end(side: Side, one: Found, last: int) -> int:
    """Where the clause that a phrase opens ends: at the first comma, or with the edit."""
    sentence = side.units.sentences[one.first]
    for place in range(one.last + 1, min(len(side.words), one.last + _LONGEST)):
        unit = side.words[place]
        if unit.comma or side.units.sentences[place] != sentence:
            return max(last, place)
    return last


def _item(side: Side, one: Found, edit: _Edit, rules: Rules, *, opens: bool) -> bool:
    """Whether a phrase stands in an item that was added to a list: `or, if there is none, …`. It
    does not where it opens the added clause itself: `and where …`."""
    joins = rules.lists.conjunctions
    before = one.first - edit.first
    if opens and before <= _BESIDE and side.words[edit.last - 1].form in joins:
        return True  # `where …, or`: with what stood for it, one of several cases
    if before == 0:
        first = edit.first
        joined = first > 0 and side.words[first - 1].form in joins and not side.words[first].comma
        return bool(joined and opens and edit.others and edit.last - one.last > _BESIDE)
    if side.words[edit.first].form in joins:
        opened = opens and before == 1 and not side.words[one.first].comma
        opened = opened and not _case(side, one, rules)
        return not opened and edit.last - one.last > 0
    last = side.words[one.first - 1]
    if opens and before > 1 and last.form in joins and side.partners[one.first - 1] < 0:
        return True
    if opens and _joined(side, one, rules):
        return True
    lists = rules.same.find(side.words[edit.first : edit.first + _BESIDE])
    return any(same.family in _ILLUSTRATING and same.first == 0 for same in lists)


def _case(side: Side, one: Found, rules: Rules) -> bool:
    """Whether `or where …` stands behind another such clause: it is one more case."""
    if side.words[one.first - 1].form != rules.lists.conjunctions[1]:
        return False
    sentences = side.units.sentences
    before = range(max(0, one.first - _WINDOW), one.first - 1)
    here = (n for n in before if sentences[n] == sentences[one.first])
    return any(side.words[n].form in rules.lists.openers for n in here)


def _joined(side: Side, one: Found, rules: Rules) -> bool:
    """Whether a new word that joins stands a little before a phrase: `and rule 5 in so far as`."""
    first = max(0, one.first - _JOINED)
    also = rules.same.find(side.words[first : one.first])
    joins = ("also", *rules.lists.conjunctions)
    if any(x.family in joins and side.partners[first + x.first] < 0 for x in also):
        return True
    place = one.first - 1
    while place > max(0, one.first - _JOINED) and not side.words[place + 1].comma:
        form = side.words[place].form
        if side.partners[place] < 0 and form in rules.lists.conjunctions:
            return place < one.first - 1
        place -= 1
    return False


def _stayed(sides: Sides, side: Side, first: int, last: int, rules: Rules) -> float:
    """The share of the other words of a sentence that have partners, or of its partner's words:
    what came in beside it or went out does not make it another sentence."""
    other = sides.new if side is sides.old else sides.old
    own = _share(side, _around(side, first, last), rules)
    start = _partner(side, first, last)
    return max(own, _share(other, _around(other, start, start), rules) if start >= 0 else 0.0)


def _share(side: Side, places: Iterable[int], rules: Rules) -> float:
    held = total = 0
    for place in places:
        if side.words[place].form not in rules.lists.light:
            total += 1
            held += side.partners[place] >= 0
    return held / total if total else 0.0


def _partner(side: Side, first: int, last: int) -> int:
    """The partner of the nearest word beside `[first, last)`, -1 if none is near."""
    near = (
        place
        for n in range(1, _WINDOW)
        for place in (first - n, last + n - 1)
        if 0 <= place < len(side.words)
        and side.units.sentences[place] == side.units.sentences[first]
    )
    return next((side.partners[place] for place in near if side.partners[place] >= 0), -1)


def _around(side: Side, first: int, last: int) -> Iterator[int]:
    sentence = side.units.sentences[first]
    for place in range(max(0, first - _WINDOW), min(len(side.words), last + _WINDOW)):
        if side.units.sentences[place] == sentence and not first <= place < last:
            yield place


def _opens(side: Side, one: Found, rules: Rules) -> bool:
    """Whether a phrase opens a clause: `only` does not."""
    if side.words[one.first].form in rules.lists.openers:
        return True
    return one.family in _OPENING and one.last - one.first > 1


def _attributive(side: Side, one: Found, rules: Rules) -> bool:
    """Whether a phrase is one word before the noun that it qualifies."""
    adverb = rules.modal_words.adverb
    return one.last - one.first == 1 and not side.words[one.first].form.endswith(adverb)


def _predicate(side: Side, one: Found, rules: Rules) -> bool:
    """Whether an adjective stands at the end of a sentence: it is what is said, and does not
    qualify it."""
    if not _attributive(side, one, rules) or side.words[one.first].form in rules.lists.openers:
        return False
    ends = one.last == len(side.words) or side.words[one.last].breaks
    before = side.words[one.first - 1].form if one.first else ""
    return ends and before in rules.lists.light
