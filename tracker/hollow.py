"""Articles of which a draft has a number or a heading and not one word.

In: the provisions and the furniture of a draft. Out: those articles, or sections where a draft has
sections. A file that lost the words of some articles looks whole: every character of it has its
place. What stands alone on purpose ("[Deleted]", "Reserved", an outline) is none of them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from tracker.model import Furniture, Provision

UNITS = ("article", "section", "rule")
"""Kinds that may be those of the articles of a draft; where two are as common, the first is."""

LONE = (
    r"(?:deleted|omitted|reserved|repealed|blank|(?:intentionally\s)?left\sblank"
    r"|to\sbe\s(?:inserted|added|completed)|placeholder|supprimée?s?|réservée?s?|suprimid[oa]s?"
    r"|reservad[oa]s?|исключен[оаы]?|зарезервировано|محذوفة?|删除|保留)"
)
"""What is said in the place of a text that is not there on purpose."""

_ON_PURPOSE = (
    rf"(?:{LONE}|removed|withdrawn|revoked|rescinded|void|vacant|expired|spent|not\sused|unused"
    r"|no\stext|to\sbe\sdrafted|intentionally\somitted|abrogée?s?|derogad[oa]s?|aufgehoben"
    r"|gestrichen|утратил[аои]?\sсилу|ملغاة?|废止)"
)
_OPEN, _CLOSE = r"[\[(（［【]\s?", r"\s?[\])）］】]"
_IN_BRACKETS = re.compile(rf"{_OPEN}{_ON_PURPOSE}(?!\w)[^\[\]()]*{_CLOSE}", re.IGNORECASE)
_ALONE = re.compile(
    rf"[\W_]*{_ON_PURPOSE}(?:[\W_]*|[\W_]+(?:by|under|with|par|por)\s.*)", re.IGNORECASE | re.DOTALL
)
_QUOTED = frozenset({"quotedStructure", *UNITS})
"""What stands in these is none of the draft's own articles."""


def hollow(
    provisions: Sequence[Provision], furniture: Iterable[Furniture] = ()
) -> tuple[Provision, ...]:
    """The articles without words, in their order; none if they are as many as those with words,
    for then the text is an outline."""
    own = list(_units(provisions))
    said = _with_words(provisions)
    kinds = Counter(one.kind for one in own if one.eid in said)
    level = max(UNITS, key=lambda kind: kinds[kind])
    bare = [one for one in own if one.kind == level and one.eid not in said]
    if not bare or len(bare) >= kinds[level]:
        return ()
    cut = _before_other_text(provisions, furniture) if bare else frozenset()
    return tuple(
        one
        for one in bare
        if (one.num.strip() or one.heading.strip()) and not _meant(one) and one.eid not in cut
    )


def _units(provisions: Iterable[Provision]) -> Iterator[Provision]:
    """The articles and sections that stand in no other and in nothing quoted."""
    inside: set[str] = set()
    for one in provisions:
        if one.parent in inside:
            inside.add(one.eid)
            continue
        if one.kind in UNITS:
            yield one
        # Articles may stand in a section that is no more than a chapter.
        if one.kind in _QUOTED and one.kind != "section":
            inside.add(one.eid)


def _with_words(provisions: Iterable[Provision]) -> set[str]:
    """The eIds of provisions that have a text, or hold anything that says something."""
    above = {one.eid: one.parent for one in provisions}
    found: set[str] = set()
    for one in provisions:
        eid = one.eid if one.text.strip() else one.parent if one.heading.strip() else None
        while eid and eid not in found:
            found.add(eid)
            eid = above.get(eid)
    return found


def _meant(one: Provision) -> bool:
    """Whether it says itself that its words are not there on purpose."""
    if _ALONE.fullmatch(one.heading):
        return True
    printed = (mark.printed for mark in one.marks if mark.printed)
    return any(
        _IN_BRACKETS.search(text) or _ALONE.fullmatch(text)
        for text in (one.num, one.heading, *printed)
    )


def _before_other_text(
    provisions: Sequence[Provision], furniture: Iterable[Furniture]
) -> frozenset[str]:
    """Provisions after whose number or heading stand words that only another text of the same file
    has: they were struck out, or not yet put in."""
    others = [(one.page, one.start) for one in furniture if one.kind == "other-layer"]
    if not others:
        return frozenset()
    places = sorted(
        (span.page, span.start, one.eid)
        for one in provisions
        for span in (*one.num_spans, *one.heading_spans, *one.spans)
    )
    found: set[str] = set()
    for (page, start, eid), after in zip(places, [*places[1:], None], strict=True):
        end = after[:2] if after else (page + 1, 0)
        if any((page, start) < place < end for place in others):
            found.add(eid)
    return frozenset(found)
