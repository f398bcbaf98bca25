"""What kinds of change one change is.

In: a change, its provisions and what is known of the drafts. Out: findings, each with its words.
Where only the heading differs, that is all; where nothing is left when everything harmless is taken
away, the change is editorial and nothing else. Of a change too large to be compared word by word
nothing is said for sure.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from functools import lru_cache

from tracker.model import Change, Provision
from tracker.substance.actors import actors, joined, objects, others
from tracker.substance.alike import Case, case
from tracker.substance.conditions import conditions
from tracker.substance.definitions import definitions, quoted_before
from tracker.substance.editorial import residues
from tracker.substance.force import forces, pairs
from tracker.substance.held import penalties, qualifiers
from tracker.substance.languages import Rules, rules_of
from tracker.substance.names import Context, Direction, Evidence, Finding, Kind, Spans
from tracker.substance.occurrences import NAMES, phrase
from tracker.substance.pointers import references
from tracker.substance.protection import safeguards
from tracker.substance.scope import scopes
from tracker.substance.sides import Sides, headings, sides, size
from tracker.substance.thresholds import thresholds

LARGEST = 60_000
"""The characters of both texts together beyond which only that they differ is told: some ten
pages a side without a paragraph are no provision."""
_REMEMBERED = 8_192
"""The changes that are remembered: those of some twenty pairs of drafts."""
_REASONS = frozenset(("recital", "recitals", "citation", "preamble"))
_REWRITTEN = 0.25
"""Below this share of words with partners, a text is another one."""
_GREW = 0.6
"""With this share of its words in the longer text, the shorter is not another one: much was added
to it."""
_FEW = 8
"""So many words of its own a text has at least of which that can be told."""


def kinds(
    change: Change, old: Provision | None, new: Provision | None, context: Context
) -> tuple[Finding, ...]:
    """The kinds of `change`, in a fixed order, `scope` and `other` last; none if no word differs.

    Args:
        old, new: the provisions that the change links, None where there is none.
        context: language, references and terms of the two drafts.
    """
    if not _differs(change):
        return ()
    if size(change) > LARGEST:
        return _told(change, old, new, context)
    return _remembered(case(change, old, new, context))


@lru_cache(maxsize=_REMEMBERED)
def _remembered(one: Case) -> tuple[Finding, ...]:
    return _told(one.change, *one.provisions, one.context)


def _told(
    change: Change, old: Provision | None, new: Provision | None, context: Context
) -> tuple[Finding, ...]:
    rules = rules_of(context.language)
    if old is not None and new is not None and not _differs(change, heading=False):
        return _heading(change, context, moved=old.kind != new.kind)
    if size(change) > LARGEST:
        return (Finding("other", "", (), (), False, "too large to be looked at"),)
    both = sides(change, old, new, context.language)
    if rules is None:
        return _unread(both)
    if old is None or new is None:
        return _alone(both, rules, context)
    reasons = {old.kind, new.kind} <= _REASONS
    found = _compared(change, both, rules, context, reasons=reasons)
    if change.coarse or _rewritten(both):
        found = [replace(one, sure=False) for one in found]
    return tuple(found)


def _rewritten(both: Sides) -> bool:
    """Whether so little stayed that the two texts have nothing to do with each other."""
    if both.share_kept() >= _REWRITTEN:
        return False
    shorter = min(both.old, both.new, key=lambda side: len(side.words))
    held = sum(1 for partner in shorter.partners if partner >= 0)
    return held < _FEW or held < _GREW * len(shorter.words)


def _differs(change: Change, *, heading: bool = True) -> bool:
    hunks = (*change.text, *change.heading) if heading else change.text
    return any(h.operation != "equal" and h.text.strip() for h in hunks)


def _heading(change: Change, context: Context, *, moved: bool) -> tuple[Finding, ...]:
    """A heading that changed. One that a provision of another level alone has came or went with
    the level: a paragraph that was made an article."""
    both = headings(change, context.language)
    if moved and not (both.old.words and both.new.words):
        return (Finding("editorial", "", (), ()),)
    old = (both.old.evidence(0, len(both.old.words)),) if both.old.words else ()
    new = (both.new.evidence(0, len(both.new.words)),) if both.new.words else ()
    return (Finding("heading", "", old, new),)


def _unread(both: Sides) -> tuple[Finding, ...]:
    """Of a language without rules: whether the words are the same."""
    same = [u.form for u in both.old.words] == [u.form for u in both.new.words]
    return (Finding("editorial", "", (), ()),) if same and both.old.words else ()


def _compared(
    change: Change, both: Sides, rules: Rules, context: Context, *, reasons: bool
) -> list[Finding]:
    known = context.consequential
    spans = known(change) if known is not None else None
    nothing: tuple[Spans, Spans] = (frozenset(), frozenset())
    left = residues(both, rules, context.renamed, spans or nothing)
    bracketed = _brackets(both)
    together = pairs(both, rules)
    found = forces(both, together, rules)
    if not left and not found:
        leads = [side.units.text.rstrip().endswith(":") for side in (both.old, both.new)]
        # What led to a list and does no longer may have lost it.
        return bracketed or [Finding("editorial", "", *_edited(both), leads[0] == leads[1])]
    found += qualifiers(both, rules)
    found += conditions(both, rules)
    found += safeguards(both, rules, context.common)
    numbers = thresholds(both, rules)
    sanctions = penalties(both, rules, numbers)
    whose = actors(both, together, rules, context.renamed) or objects(both, left, rules)
    found += [*numbers, *whose, *definitions(both, change, left, rules, context), *sanctions]
    found += references(both, rules, spans)
    found += bracketed
    rest = scopes(both, left, found, rules, reasons=reasons)
    found += joined(both, left, rules)
    if not any(one.kind == "actor" and one.sure for one in found):
        whole = others(both, rules, context.renamed)
        found = [one for one in found if one.kind != "actor"] + whole if whole else found
    found += [one for one in rest if one.kind == "scope"]
    found += [one for one in rest if one.kind == "other"][: 0 if found else 1]
    return found


def _brackets(both: Sides) -> list[Finding]:
    """Square brackets that came or went: what they hold is contested, or is so no longer."""
    marks = [
        Counter(sign.group() for sign in _CONTESTED.finditer(side.units.text))
        for side in (both.old, both.new)
    ]
    if marks[0] == marks[1]:
        return []
    direction: Direction = "added" if marks[1].total() > marks[0].total() else "removed"
    shown = [
        tuple(side.passage(*sign.span()) for sign in _CONTESTED.finditer(side.units.text))[:_SHOWN]
        for side in (both.old, both.new)
    ]
    return [Finding("other", direction, shown[0], shown[1], True, "brackets")]


_CONTESTED = re.compile(r"(?<!\w)\[(?!\d)|(?<!\d)\](?!\w)")
_SHOWN = 4


def _edited(both: Sides) -> tuple[tuple[Evidence, ...], tuple[Evidence, ...]]:
    """The words of an editorial change on each side."""
    old = tuple(
        both.old.evidence(e.old_first, e.old_last) for e in both.edits if e.old_last > e.old_first
    )
    new = tuple(
        both.new.evidence(e.new_first, e.new_last) for e in both.edits if e.new_last > e.new_first
    )
    return old, new


def _alone(both: Sides, rules: Rules, context: Context) -> tuple[Finding, ...]:
    """What a provision that is new or gone as a whole brings or takes away."""
    came = bool(both.new.words)
    side = both.new if came else both.old
    found: list[Finding] = []

    def tell(kind: Kind, first: int, last: int, detail: str, sure: bool) -> None:
        words = (side.evidence(first, last),)
        old, new = ((), words) if came else (words, ())
        found.append(Finding(kind, "added" if came else "removed", old, new, sure, detail))

    for modal in rules.modals.find(side.words):
        tell("force", modal.first, modal.last, modal.force, modal.sure)
    for one in rules.qualifiers.find(side.words):
        if one.family != NAMES:
            tell("qualifier", one.first, one.last, one.family, one.sure)
    for one in rules.safeguards.find(side.words):
        if one.family != NAMES:
            said = " ".join(phrase(side, one, rules.lists.light))
            tell(
                "safeguard",
                one.first,
                one.last,
                one.family,
                one.sure and said not in context.common,
            )
    for one in rules.penalties.find(side.words):
        if one.family != NAMES:
            tell("penalty", one.first, one.last, one.family, one.sure)
    for one in rules.defines.find(side.words):
        if quoted_before(side, one.first):
            tell("definition", one.first, one.last, "", True)
    return tuple(found)
