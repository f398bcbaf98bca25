"""A provision's text with what the drafters put on it, as HTML.

In: the text and its marks. Out: safe markup: bracketed, struck and added words marked by tags and
in words; what a mark prints beside the text (`[agreed ad referendum]`) behind it as a label.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence

from markupsafe import Markup, escape

from tracker.model import Mark
from tracker.store.records import Segments
from web.plain import MARKS

_INLINE = {"bracket": "span", "alternative": "span", "struck": "s", "added": "u", "note": "em"}
_SAYS = {
    "bracket": ("In brackets, not agreed:", "End of brackets."),
    "alternative": ("Alternative wording:", "End of the alternative."),
    "struck": ("Struck out in the draft:", "End of the struck words."),
    "added": ("Added in the draft:", "End of the added words."),
    "note": ("Note:", "End of the note."),
}


def marked(text: str, marks: Sequence[Mark]) -> Markup:
    """The text with its marks; tags are closed and opened again where marks overlap."""
    inline = [mark for mark in marks if mark.kind in _INLINE and mark.end > mark.start]
    if not inline:
        return escape(text)
    edges = sorted({0, len(text), *(e for m in inline for e in (m.start, m.end) if e <= len(text))})
    # Tags are kept open across edges: a document of thousands of brackets stays linear to read.
    starts: dict[int, list[Mark]] = {}
    for mark in sorted(inline, key=lambda one: -one.end):
        starts.setdefault(mark.start, []).append(mark)
    parts: list[Markup] = []
    held: list[Mark] = []
    for at, after in zip(edges, [*edges[1:], len(text)], strict=True):
        _close(parts, held, at)
        for mark in starts.get(at, ()):
            parts.append(_opening(mark, first=True))
            held.append(mark)
        parts.append(escape(text[at:after]))
    _close(parts, held, sys.maxsize)
    return Markup("").join(parts)


def _close(parts: list[Markup], held: list[Mark], at: int) -> None:
    """Close the marks that end at `at`, and open again those inside them that go on."""
    ending = [place for place, mark in enumerate(held) if mark.end <= at]
    if not ending:
        return
    again = [mark for mark in held[ending[0] :] if mark.end > at]
    for mark in reversed(held[ending[0] :]):
        parts.append(_closing(mark, last=mark.end <= at))
    del held[ending[0] :]
    for mark in again:
        parts.append(_opening(mark, first=False))
        held.append(mark)


def _opening(mark: Mark, *, first: bool) -> Markup:
    tag = Markup('<{} class="mark {}">').format(_INLINE[mark.kind], mark.kind)
    said = Markup('<span class="said">{} </span>').format(_SAYS[mark.kind][0]) if first else ""
    return tag + said


def _closing(mark: Mark, *, last: bool) -> Markup:
    said = Markup('<span class="said"> {} </span>').format(_SAYS[mark.kind][1]) if last else ""
    return Markup("") + said + Markup("</{}>").format(_INLINE[mark.kind])


def labels(text: str, marks: Sequence[Mark]) -> list[tuple[str, str, str]]:
    """What stands beside the text: kind, words, meaning; of each words once."""
    found: dict[tuple[str, str], tuple[str, str, str]] = {}
    for mark in marks:
        words = mark.printed or mark.by
        if mark.kind in _INLINE and not mark.printed and not mark.by:
            continue
        name, meaning = MARKS[mark.kind]
        shown = f"{name} {mark.by}" if mark.by and not mark.printed else words or name
        found.setdefault((mark.kind, shown), (mark.kind, shown, meaning))
    return list(found.values())


def highlighted(segments: Segments) -> Markup:
    """Text with what was searched for in `<mark>`."""
    pieces = (
        Markup("<mark>{}</mark>").format(text) if hit else escape(text) for text, hit in segments
    )
    return Markup("").join(pieces)
