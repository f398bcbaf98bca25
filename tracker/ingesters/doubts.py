"""What a reader of a draft must be told of its reading: sentences that travel with the draft.

In: the provisions and the furniture of a source. Out: warnings in plain English, none if there is
nothing to warn of.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from tracker.akn.eid import number_part
from tracker.hollow import hollow
from tracker.ingesters.walk.breaks import GAP
from tracker.ingesters.walk.grammar import UNITS
from tracker.model import Furniture, Provision
from tracker.read import Line, Reading

MOST_UNPLACED = 0.005
"""The share of a source's characters that may be unplaced without a warning."""

TITLE_WORDS = 10
"""Words of a line that may be a title."""

OPENING = 3
"""Characters before a number: brackets and a blank."""

_STOPPED = re.compile(r"[.;,:\u060c\u061b\u3002\uff0c\uff1b]\s*$")
_ENDED = re.compile(r"[.;:!?\]\u061b\u061f\u3002\uff1b]['\"\u201d\u2019)]?\s*$")

MOST_NAMED = 5
"""Numbers printed twice that are named, before the rest is only counted."""

MOST_WORDLESS = 20
"""Articles without words that are named, before the rest is only counted."""


def doubts(
    reading: Reading, provisions: Iterable[Provision], furniture: Iterable[Furniture]
) -> tuple[str, ...]:
    """All warnings about a draft: the reader's own, what is unplaced, articles without words,
    numbers printed twice, titles that open nothing."""
    made, rest = tuple(provisions), tuple(furniture)
    return (
        *reading.warnings,
        *_unplaced(reading, rest),
        *_wordless(made, rest),
        *_twice(made),
        *_unopened(reading, made, rest),
    )


def _unplaced(reading: Reading, furniture: Iterable[Furniture]) -> Iterator[str]:
    """More of the source is unplaced than a reader can be expected to overlook."""
    lost = [piece for piece in furniture if piece.kind == "unplaced"]
    characters = sum(len("".join(piece.text.split())) for piece in lost)
    whole = sum(len("".join(page.split())) for page in reading.pages)
    if whole and characters > MOST_UNPLACED * whole:
        yield (
            f"{characters / whole:.1%} of the text could not be placed "
            f"(passages: {len(lost)}, the first on page {lost[0].page})"
        )


def _wordless(provisions: Sequence[Provision], furniture: Sequence[Furniture]) -> Iterator[str]:
    """Articles that have a number or a heading and no words, where most have words."""
    found = hollow(provisions, furniture)
    if not found:
        return
    kind = found[0].kind
    count = f"1 {kind} has" if len(found) == 1 else f"{len(found)} {kind}s have"
    what = "a heading" if all(one.heading for one in found) else "a number or a heading"
    named = ", ".join(number_part(one.num) or one.heading for one in found[:MOST_WORDLESS])
    more = f" and {len(found) - MOST_WORDLESS} more" if len(found) > MOST_WORDLESS else ""
    yield f"{count} {what} and no words: {named}{more}; the file may lack them"


def _twice(provisions: Sequence[Provision]) -> Iterator[str]:
    """Articles that bear the same number, though they are no alternatives: a misprint, or a sign
    that a title was misread."""
    by_eid = {p.eid: p for p in provisions}
    found: dict[tuple[str, str], list[Provision]] = {}
    for provision in provisions:
        number = number_part(provision.num) if provision.kind == "article" else ""
        scope = _scope(provision, by_eid)
        if number and scope is not None:
            found.setdefault((scope, number.casefold()), []).append(provision)
    doubled = [group for group in found.values() if len(group) > 1]
    for group in doubled[:MOST_NAMED]:
        pages = sorted({p.page or 1 for p in group})
        where = f" (pages {', '.join(map(str, pages))})" if len(pages) > 1 else ""
        yield (
            f"the number {group[0].num.strip()!r} is printed {len(group)} times{where}; "
            "a reference to it may mean either"
        )
    if len(doubled) > MOST_NAMED:
        yield f"{len(doubled) - MOST_NAMED} more numbers of articles are printed more than once"


def _unopened(
    reading: Reading, provisions: Sequence[Provision], furniture: Sequence[Furniture]
) -> Iterator[str]:
    """Lines that read like the title of a unit, stand apart, and open none: a form of title that
    is not known, whose unit went into the one before it."""
    if reading.raw or not any(p.kind == "article" and p.num for p in provisions):
        return
    opened = {(span.page, span.start) for p in provisions for span in p.num_spans}
    set_apart = {(piece.page, piece.start) for piece in furniture}
    lost = []
    before = None
    for line in reading.lines:
        apart = line.gap >= GAP or line.block or before is None or _ENDED.search(before.text)
        before = line
        place = (line.page, line.start)
        if not apart or place in opened or place in set_apart or line.region or line.cell:
            continue
        bracketed = any((line.page, line.start + n) in opened for n in range(1, OPENING))
        if _like_title(line) and not bracketed:
            lost.append(line)
    if lost:
        said = lost[0].text if len(lost[0].text) <= 60 else lost[0].text[:59] + "…"
        yield (
            f"lines that read like titles but open nothing: {len(lost)}, the first on page "
            f"{lost[0].page}: {said!r}; what follows them stands in the provision before"
        )


def _like_title(line: Line) -> bool:
    few = len(line.text.split()) <= TITLE_WORDS
    return few and not _STOPPED.search(line.text) and UNITS.match(line.text) is not None


def _scope(provision: Provision, by_eid: dict[str, Provision]) -> str | None:
    """In what an article's number must be the only one: the annex that it stands in, or the text
    itself; None for one of several alternatives, and for text quoted from elsewhere."""
    if any(mark.kind == "alternative" for mark in provision.marks):
        return None
    above = by_eid.get(provision.parent or "")
    while above is not None:
        if above.kind in ("hcontainer", "quotedStructure"):
            return None
        if above.kind in ("attachment", "transitional"):
            return above.eid
        above = by_eid.get(above.parent or "")
    return ""
