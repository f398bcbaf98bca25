"""From what people call a provision to the provision.

In: the provisions of a draft and text like `article 21`, `21(2)(a)`, `art_21__para_2`. Out: the
provision that bears this number, or None.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from tracker.store.records import ProvisionRow

_PARTS = re.compile(r"[^\W_]+")
_LABELS = frozenset(
    ("article", "art", "section", "sec", "rule", "paragraph", "para", "subparagraph", "point")
)


def parts(text: str) -> tuple[str, ...]:
    """The words and numbers of a provision's name.

    >>> parts("Article 21 (2)(a)")
    ('article', '21', '2', 'a')
    """
    return tuple(_PARTS.findall(text.casefold()))


def find(provisions: Sequence[ProvisionRow], text: str) -> ProvisionRow | None:
    """The provision that `text` names, by eId or by the numbers on the way to it."""
    wanted = text.strip()
    for provision in provisions:
        if provision.eid == wanted:
            return provision
    inside: dict[str | None, list[ProvisionRow]] = {}
    for provision in provisions:
        inside.setdefault(provision.parent_id, []).append(provision)
    asked = parts(wanted)
    named = [provision for provision in provisions if provision.number]
    # A bare number is an article's before it is a chapter's or a paragraph's.
    outermost = sorted(named, key=lambda one: (not one.is_article, one.depth, one.ordinal))
    for provision in outermost:
        for rest in _after(provision, asked):
            found = _below(provision, rest, inside)
            if found is not None:
                return found
    return None


def _after(provision: ProvisionRow, asked: tuple[str, ...]) -> list[tuple[str, ...]]:
    """What is left of a name behind the provision's own number, if it begins with that."""
    number = parts(provision.number)
    bare = number[1:] if len(number) > 1 and number[0].isalpha() else number
    unlabelled = asked[1:] if asked and asked[0] in _LABELS else asked
    pairs = [(number, asked)]
    # `chapter 2` must not find article 2, but `21`, `art. 21` and `article 21` are one.
    if provision.is_article or unlabelled == asked:
        pairs.append((bare, unlabelled))
    return [name[len(own) :] for own, name in pairs if own and name[: len(own)] == own]


def _below(
    provision: ProvisionRow,
    rest: tuple[str, ...],
    inside: dict[str | None, list[ProvisionRow]],
) -> ProvisionRow | None:
    while rest and rest[0] in _LABELS:
        rest = rest[1:]
    if not rest:
        return provision
    waiting = list(inside.get(provision.id, ()))
    while waiting:
        child = waiting.pop(0)
        number = parts(child.number)
        if not number:
            waiting[:0] = inside.get(child.id, ())
        elif rest[: len(number)] == number:
            found = _below(child, rest[len(number) :], inside)
            if found is not None:
                return found
    return None
