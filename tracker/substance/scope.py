"""What a rule covers, and changes that no other kind explains.

In: what still differs when everything harmless is taken away, and the words that other findings
explain. Out: findings of the kinds `scope` and `other`. An item that joins a list makes it wider,
words that say more of a thing make it narrower; what cannot be told so is only `other`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set
from dataclasses import replace

from tracker.substance.editorial import Residue, Token
from tracker.substance.languages import Rules
from tracker.substance.names import Direction, Evidence, Finding
from tracker.substance.sides import Side, Sides

_LONG = 25
"""A residue of more words is a new text, of which this cannot be told."""
_WHOLE = ("qualifier", "safeguard", "reference", "threshold", "penalty", "force")
"""Kinds whose words are told with what came or went beside them."""
_MUCH = 30
"""Where so many words are told by nothing else, the rule covers something else, whatever it is."""
_MANY = 6
"""Where more is left, a text was rewritten, and words alone do not tell what it covers."""


def scopes(
    sides: Sides,
    left: Sequence[Residue],
    told: Sequence[Finding],
    rules: Rules,
    *,
    reasons: bool = False,
) -> list[Finding]:
    """The residues that no finding explains. `reasons` says that the provision gives the reasons of
    rules: what no modal asks for there covers nothing, and is not sure."""
    found: list[Finding] = []
    gone_told = {n for f in told for e in f.old for n in range(e.start, e.end)}
    come_told = {n for f in told for e in f.new for n in range(e.start, e.end)}
    defined = any(one.kind == "definition" and one.sure for one in told)
    edits = _told_edits(sides, told)
    moved = _moved(left)
    asked = _asked(sides, rules)
    for one in left:
        old = _unexplained(sides.old, one.old, gone_told, rules)
        new = _unexplained(sides.new, one.new, come_told, rules)
        if not old and not new:
            joins = rules.lists.conjunctions
            if one.old and one.new and all(t.form in joins for t in (*one.old, *one.new)):
                gone, come = _evidence(sides.old, one.old), _evidence(sides.new, one.new)
                found.append(Finding("scope", "other", gone, come, not defined))
            continue
        direction = _direction(sides, old, new, rules)
        if direction != "other" and _rules_itself(sides, old, new, rules):
            direction = None  # a duty or a power of its own
        short = len(old) + len(new) <= _LONG
        gone, come = _evidence(sides.old, old), _evidence(sides.new, new)
        if direction is None or not short:
            found.append(Finding("other", "", gone, come, False))
        else:
            side, run = (sides.old, old) if old else (sides.new, new)
            sure = (
                direction != "other"
                and side.kept(run[0].first)
                and not defined
                and not moved.issuperset(token.form for token in run)
                and not (
                    side.edited(run[0].first, run[-1].last) & edits
                    and not _joined_on(side, run, rules)
                )
                and _means(side, run, rules)
                and (not reasons or side.units.sentences[run[0].first] in asked[side is sides.new])
            )
            found.append(Finding("scope", direction, gone, come, sure))
    if len(found) > _MANY:
        found = [replace(one, sure=False) for one in found]
    rest = _joined(found)
    if not defined and sum(_length(one) for one in rest if one.kind == "scope") >= _MUCH:
        rest = [replace(one, sure=one.kind == "scope") for one in rest]
    return [one for one in found if one.sure] + rest


def _length(one: Finding) -> int:
    """The words of a finding."""
    return sum(len(words.text.split()) for words in (*one.old, *one.new))


def _rules_itself(sides: Sides, old: Sequence[Token], new: Sequence[Token], rules: Rules) -> bool:
    """Whether words that came or went hold a modal with its verb: `and may publish it`."""
    side, run = (sides.old, old) if old else (sides.new, new)
    first, last = run[0].first, run[-1].last
    found = rules.modals.find(side.words[first:last])
    return any(one.verb >= 0 and first + one.verb < last for one in found)


def _asked(sides: Sides, rules: Rules) -> tuple[frozenset[int], frozenset[int]]:
    """The sentences of both texts in which a modal stands."""
    old, new = (
        frozenset(side.units.sentences[one.first] for one in rules.modals.find(side.words))
        for side in (sides.old, sides.new)
    )
    return old, new


def _told_edits(sides: Sides, told: Sequence[Finding]) -> set[int]:
    """The edits in which the words of sure findings stand: what came with a condition or a
    reference is a part of it."""
    found: set[int] = set()
    for side in (sides.old, sides.new):
        spans = {
            (e.start - side.at, e.end - side.at)
            for one in told
            if one.sure and one.kind in _WHOLE
            for e in (one.old if side is sides.old else one.new)
        }
        starts = dict(spans)
        for n, unit in enumerate(side.words):
            if unit.start in starts:
                last = n + 1
                while last < len(side.words) and side.words[last].start < starts[unit.start]:
                    last += 1
                found |= side.edited(n, last)
    return found


def _moved(left: Sequence[Residue]) -> set[str]:
    """The words that went in one place and came in another."""
    return {t.form for one in left for t in one.old} & {t.form for one in left for t in one.new}


def _joined_on(side: Side, run: Sequence[Token], rules: Rules) -> bool:
    """Whether words begin behind a new word that joins."""
    first = run[0].first
    return first > 0 and side.words[first - 1].form in rules.lists.conjunctions


def _means(side: Side, run: Sequence[Token], rules: Rules) -> bool:
    """Whether one of the words names a thing: a modal, a preposition or a number does not."""
    lists, modal = rules.lists, rules.modal_words
    empty = lists.openers | lists.narrowing | lists.connectors | modal.skipped | modal.prefaces
    modals = {
        n
        for one in rules.modals.find(side.words[run[0].first : run[-1].last])
        for n in range(run[0].first + one.first, run[0].first + one.last)
    }
    return any(
        n not in modals
        and len(u.form) > 1
        and not u.key[0].isdigit()
        and u.form not in empty
        and u.form not in lists.light
        and u.form not in lists.negations
        and u.form not in lists.divisions
        for token in run
        for n, u in enumerate(side.words[token.first : token.last], token.first)
    )


def _joined(found: Sequence[Finding]) -> list[Finding]:
    """What is not sure as one finding of a kind and a direction, with all its words."""
    joined: dict[tuple[str, str], Finding] = {}
    for one in found:
        if one.sure:
            continue
        held = joined.get((one.kind, one.direction))
        if held is not None:
            one = replace(held, old=(*held.old, *one.old), new=(*held.new, *one.new))
        joined[one.kind, one.direction] = one
    return list(joined.values())


def _evidence(side: Side, tokens: Sequence[Token]) -> tuple[Evidence, ...]:
    return (side.evidence(tokens[0].first, tokens[-1].last),) if tokens else ()


def _unexplained(side: Side, tokens: Iterable[Token], told: Set[int], rules: Rules) -> list[Token]:
    """Tokens with a meaning of their own that stand in no evidence."""
    empty = rules.lists.conjunctions
    return [
        token
        for token in tokens
        if token.form not in empty
        and not any(side.at + side.words[n].start in told for n in range(token.first, token.last))
    ]


def _direction(
    sides: Sides, old: Sequence[Token], new: Sequence[Token], rules: Rules
) -> Direction | None:
    if old and new:
        return "other"
    side, run = (sides.old, old) if old else (sides.new, new)
    if not side.kept(run[0].first):
        return None
    wider = _item(side, run, rules)
    if old:
        return "narrower" if wider else "wider"
    return "wider" if wider else "narrower"


def _item(side: Side, run: Sequence[Token], rules: Rules) -> bool:
    """Whether words are an item of a list: a conjunction or a comma stands around them."""
    first, last = run[0].first, run[-1].last
    joins = rules.lists.conjunctions
    around = [side.words[n].form for n in (first - 1, last) if 0 <= n < len(side.words)]
    inside = [side.words[n].form for n in range(first, last)]
    comma = side.words[first].comma or (last < len(side.words) and side.words[last].comma)
    begins_narrow = side.words[max(first - 1, 0)].form in rules.lists.narrowing
    return any(word in joins for word in (*around, *inside)) or (comma and not begins_narrow)
