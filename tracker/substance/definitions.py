"""Terms whose meaning changed.

In: the two sides of a change and what of it is not harmless. Out: findings of the kind
`definition`. A provision defines where a verb of definition stands behind a quoted term, or where
it stands among definitions.
"""

from __future__ import annotations

from collections.abc import Sequence

from tracker.model import Change
from tracker.substance.editorial import Residue
from tracker.substance.languages import Rules
from tracker.substance.names import Context, Evidence, Finding
from tracker.substance.sides import Side, Sides

_QUOTES = "\"'\u201c\u201d\u2018\u2019\u00ab\u00bb"
_TERM = 120
"""The characters between a quoted term and its verb, at most."""


def definitions(
    both: Sides, change: Change, left: Sequence[Residue], rules: Rules, context: Context
) -> list[Finding]:
    """A provision that defines a term, with words that are not harmless."""
    shown: list[tuple[Evidence, ...]] = []
    for side in (both.old, both.new):
        found = [one for one in rules.defines.find(side.words) if quoted_before(side, one.first)]
        shown.append((side.evidence(found[0].first, found[0].last),) if found else ())
    defining = {change.old, change.new} & context.defining
    if not (any(shown) or defining) or not left:
        return []
    return [Finding("definition", "", shown[0], shown[1], bool(any(shown)))]


def quoted_before(side: Side, place: int) -> bool:
    """Whether a quoted term stands just before a word: `“data” means`."""
    start = side.words[place].start
    before = side.units.text[max(0, start - _TERM) : start].rstrip()
    return any(sign in before[-3:] for sign in _QUOTES) or (
        any(sign in before for sign in _QUOTES) and before.endswith((",", ")"))
    )
