"""Headings that stand on the line of the sentence they head: "Artículo 5. *Objeto*. La ley …".

In: what follows an article's number in its block. Out: where the heading ends. A few words and a
stop may as well be a sentence, so that only the print tells (bold or italic, and the words behind
are not), or a dash behind the stop ("Objeto.- La ley") where most articles of a text have one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from tracker.ingesters.walk.blocks import Block

LONGEST = 12
"""Words of such a heading."""

ENOUGH, MOST = 2, 0.5
"""Articles with a dash behind their first words that make it a habit, and their share."""

_HEADING = re.compile(
    r"(?=[^\W_a-zà-ÿа-я])[^.;:\n]{2,100}?\s?[.:]\s?[\u2013\u2014-]{0,2}(?=\s|$)\s?"
)
_DASHED = re.compile(r"(?=[^\W_a-zà-ÿа-я])[^.;:\n]{2,100}?\s?\.\s?[\u2013\u2014-]{1,2}(?=\s)\s?")


def dashed(texts: Iterable[str]) -> bool:
    """Whether the articles of a text have headings that a stop and a dash end.

    >>> dashed(["Sede.- La ley fija.", "Objeto.- La ley rige."]), dashed(["La ley rige."])
    (True, False)
    """
    every = list(texts)
    some = sum(1 for text in every if _end(_DASHED, text))
    return some >= ENOUGH and some >= MOST * len(every)


def heading_end(block: Block, *, dashes: bool) -> int:
    """How many characters of a block's text, from its start, are a heading; 0 if it has none."""
    text = block.text.text
    if dashes and (end := _end(_DASHED, text)):
        return end
    end = _end(_HEADING, text)
    return end if end and _is_set_apart(block, end) else 0


def _end(pattern: re.Pattern[str], text: str) -> int:
    """Where a heading ends that a sentence follows."""
    match = pattern.match(text)
    if match is None or len(match.group().split()) > LONGEST or not text[match.end() :]:
        return 0
    return 0 if text[match.end()].islower() else match.end()


def _is_set_apart(block: Block, end: int) -> bool:
    """Whether all letters before a place are bold or italic, and the next ones neither."""
    looks = list(_looks(block, end + 1))
    before, after = looks[:end], looks[end:]
    letters = [
        look for look, letter in zip(before, block.text.text, strict=False) if letter.isalnum()
    ]
    return bool(letters) and all(letters) and after == [False]


def _looks(block: Block, length: int) -> Iterable[bool]:
    """Whether each of the first characters of a block's text is bold or italic."""
    lines = {line.page: [x for x in block.lines if x.page == line.page] for line in block.lines}
    at = 0
    for span in block.text.spans:
        for place in range(span.start, span.end):
            if at >= length:
                return
            while at < span.at + place - span.start:
                yield True
                at += 1
            line = next(
                (x for x in lines.get(span.page, ()) if x.start <= place < x.start + len(x.text)),
                None,
            )
            here = -1 if line is None else place - line.start
            runs = () if line is None else line.runs
            whole = line is not None and (line.bold or line.italic)
            yield whole or any(r.start <= here < r.end and (r.bold or r.italic) for r in runs)
            at += 1
