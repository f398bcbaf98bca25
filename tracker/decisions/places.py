"""From what a person wrote to the provision of a draft, and whether it still says what it said.

In: a draft and `article 12(2)`, `12(2)(a)`, `art_12__para_2`. Out: the provision's eId, or a
sentence that says why there is none. Also its first words, and its seal.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence

from tracker.model import Draft, Provision
from tracker.words import tokens, unspaced, words

_PARTS = re.compile(r"[^\W_]+")
_CITED = {
    "article": "article",
    "art": "article",
    "section": "section",
    "sec": "section",
    "rule": "rule",
}
_LABELS = frozenset(
    ("article", "art", "section", "sec", "rule", "paragraph", "para", "subparagraph", "point")
)
SEAL_LENGTH = 16

ENOUGH = 3
"""First words that tell which text was read."""


class NotFoundError(Exception):
    """A draft has no such provision, or several; the message is a sentence for people."""


def find(draft: Draft, place: str) -> Provision:
    """The provision of `draft` that a person means by `place`.

    Raises:
        NotFoundError: there is none, or there are several.
    """
    of = {one.eid: one for one in draft.provisions}
    if place in of:
        return of[place]
    asked = _parts(place)
    bare = tuple(part for part in asked if part not in _LABELS)
    found: dict[int, list[Provision]] = {}
    for one in draft.provisions if bare else ():
        path = _path(one, of)
        for start, above in enumerate(path):
            if _named(path[start:], asked, bare):
                # A bare number is an article's before it is a chapter's or a paragraph's.
                rank = -1 if above.kind in _CITED.values() else start
                found.setdefault(rank, []).append(one)
    if not found:
        raise NotFoundError(f"{draft.symbol} has no provision {place!r}")
    best = found[min(found)]
    if len(best) > 1:
        eids = ", ".join(one.eid for one in best[:4])
        raise NotFoundError(f"{draft.symbol} has several provisions {place!r}: {eids}; name one")
    return best[0]


def _path(provision: Provision, of: Mapping[str, Provision]) -> list[Provision]:
    """The numbered provisions from the outermost down to this one; none if it has no number."""
    if not provision.num:
        return []
    path, at = [provision], provision
    while at.parent is not None:
        at = of[at.parent]
        if at.num:
            path.insert(0, at)
    return path


def _named(path: Sequence[Provision], asked: Sequence[str], bare: tuple[str, ...]) -> bool:
    """Whether `asked` names the last of these provisions by the numbers of all of them."""
    numbers = [_parts(each.num) for each in path]
    own = tuple(part for number in numbers for part in number if part not in _LABELS)
    wanted = _CITED.get(asked[0])
    # `article 2` is no section 2, nor the paragraph 2 of some article; `2` says less.
    return own == bare and wanted in (None, path[0].kind, _CITED.get(numbers[0][0]))


def _parts(text: str) -> tuple[str, ...]:
    return tuple(_PARTS.findall(text.casefold()))


def inside(draft: Draft, eid: str) -> list[Provision]:
    """A provision and all that stands in it, in document order."""
    held = {eid}
    found = []
    for one in draft.provisions:
        if one.eid == eid or one.parent in held:
            held.add(one.eid)
            found.append(one)
    return found


def begins_with(draft: Draft, eid: str, said: str) -> bool:
    """Whether a provision begins with these words, with its heading or without."""
    wanted = words(said)
    text, whole = _texts(draft, eid)
    return bool(wanted) and wanted in (text[: len(wanted)], whole[: len(wanted)])


def enough(draft: Draft, eid: str, said: str) -> bool:
    """Whether the words with which a provision begins tell which text was read: there are three
    of them at least, or there are no more. A word of a script without spaces is a character, of
    which two count as one.
    """
    wanted = words(said)
    weight = sum(1 if unspaced(word, word) else 2 for word in wanted)
    return weight >= 2 * ENOUGH or wanted in _texts(draft, eid)


def _texts(draft: Draft, eid: str) -> tuple[list[str], list[str]]:
    """The words of a provision and of all that stands in it, without its heading and with it."""
    first, *others = inside(draft, eid)
    text = [word for one in (first, *others) for word in _words(one, heading=one is not first)]
    return text, [*words(first.heading), *text]


def _words(provision: Provision, *, heading: bool) -> list[str]:
    return [*(words(provision.heading) if heading else ()), *words(provision.text)]


def seal(draft: Draft, eid: str) -> str:
    """16 hexadecimal digits that change when a word or a sign of a provision changes, or of what
    stands in it; numbers, line breaks and spaces do not count."""
    printed = [
        token
        for one in inside(draft, eid)
        for token in (*tokens(one.heading), "|", *tokens(one.text), "|")
    ]
    return hashlib.sha256(" ".join(printed).encode()).hexdigest()[:SEAL_LENGTH]
