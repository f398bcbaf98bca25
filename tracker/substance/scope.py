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
_MANY = 6
"""Where more is left, a text was rewritten, and words alone do not tell what it covers."""


def scopes(
    sides: Sides, left: Sequence[Residue], told: Sequence[Finding], rules: Rules
) -> list[Finding]:
    """The residues that no finding explains."""
    found: list[Finding] = []
    gone_told = {n for f in told for e in f.old for n in range(e.start, e.end)}
    come_told = {n for f in told for e in f.new for n in range(e.start, e.end)}
    for one in left:
        old = _unexplained(sides.old, one.old, gone_told, rules)
        new = _unexplained(sides.new, one.new, come_told, rules)
        if not old and not new:
            joins = rules.lists.conjunctions
            if one.old and one.new and all(t.form in joins for t in (*one.old, *one.new)):
                gone, come = _evidence(sides.old, one.old), _evidence(sides.new, one.new)
                found.append(Finding("scope", "other", gone, come))
            continue
        direction = _direction(sides, old, new, rules)
        short = len(old) + len(new) <= _LONG
        gone, come = _evidence(sides.old, old), _evidence(sides.new, new)
        if direction is None or not short:
            found.append(Finding("other", "", gone, come, False))
        else:
            sure = direction != "other" and (
                sides.old.kept(old[0].first) if old else sides.new.kept(new[0].first)
            )
            found.append(Finding("scope", direction, gone, come, sure))
    if len(found) > _MANY:
        found = [replace(one, sure=False) for one in found]
    return [one for one in found if one.sure] + _joined(found)


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
