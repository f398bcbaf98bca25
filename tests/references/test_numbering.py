"""Which hunks of a change only follow a new numbering."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.references.test_follow import HEADINGS, INSERTED, pair
from tracker.diff import changes
from tracker.references import followed, indexed, renumbered

LAST = ("art_8", "art_9")

DRAWN = {
    "a number": ("as article 3 says", "as article 4 says", INSERTED, ["-3", "+4"]),
    "two numbers, one of which stayed": (
        "as articles 1 and 3 say",
        "as articles 1 and 4 say",
        INSERTED,
        ["-3", "+4"],
    ),
    "a range": ("see articles 3 to 5", "see articles 4 to 6", INSERTED, ["-3 to 5", "+4 to 6"]),
    "another reference": ("as article 3 says", "as article 5 says", INSERTED, []),
    "beside other words": (
        "Lamps burn under article 3 all night.",
        "Fires burn under article 4 all night.",
        INSERTED,
        ["-3", "+4"],
    ),
    "no reference": ("Burn 3 lamps each.", "Burn 4 lamps each.", INSERTED, []),
    "nothing was renumbered": ("as article 3 says", "as article 4 says", HEADINGS, []),
}


@pytest.mark.parametrize(("old", "new", "headings", "drawn"), DRAWN.values(), ids=DRAWN)
def test_hunks(old: str, new: str, headings: tuple[str, ...], drawn: list[str]) -> None:
    before, after, alignment = pair(old, new, headings)
    changed = changes(before, after, alignment)
    found = renumbered(changed, followed(before, after, alignment), before, after)
    ends = (LAST[0], f"art_{len(headings) + 1}")
    (one,) = [c for c in changed if (c.old, c.new) == ends]
    hunks = [one.text[place] for place in sorted(found.get(ends, ()))]
    signs = {"delete": "-", "insert": "+"}
    assert [signs[h.operation] + h.text.strip() for h in hunks] == drawn
    assert set(found) <= {ends}


def test_what_is_not_sure_is_a_change() -> None:
    before, after, alignment = pair("as article 3 says", "as article 4 says", INSERTED, score=0.5)
    changed = changes(before, after, alignment)
    assert renumbered(changed, followed(before, after, alignment), before, after) == {}


def test_words_that_stand_twice_are_left_alone() -> None:
    """Where the compared text is not one stretch of the provision's own, nothing is told."""
    before, after, alignment = pair("as article 3 says", "as article 4 says", INSERTED)
    changed = changes(before, after, alignment)
    led = followed(before, after, alignment)
    twice = [
        replace(p, text=f"{p.text} {p.text}") if p.eid == LAST[0] else p for p in before.provisions
    ]
    other = replace(before, provisions=tuple(twice))
    assert renumbered(changed, led, other, after) == {}


def test_a_draft_may_be_given_with_its_references() -> None:
    before, after, alignment = pair(*DRAWN["a range"][:2], INSERTED)
    known = indexed(before), indexed(after)
    assert known[0] is not None
    assert known[1] is not None
    assert known[0].draft is before
    assert followed(*known, alignment) == followed(before, after, alignment)
    assert indexed(replace(before, language="ar")) is None
