"""Changed words for feeds: what went and what came, said in words, with a little of what stayed.

In: hunks of a change. Out: safe markup for any news reader: no style sheet, nothing to unfold.
What is no change of substance is shown as the newer text prints it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from markupsafe import Markup, escape

from tracker.model import Hunk
from web.once import language
from web.translation import _

KEPT = 14
"""Of words that stayed, so many are shown on each side of a change."""

LONG = 120
"""Of a run of more new or removed words than this, so many are shown."""

_TAGS = {"insert": "ins", "delete": "del"}
_WORD = re.compile(r"\S+")
_CHANGED = Markup('<{tag}><span lang="{lang}">[{said}</span> {words}]</{tag}>')
_GAP = Markup(' <span lang="{lang}">[…]</span> ')
_NOTHING = Markup("")


def changed(hunks: Iterable[Hunk], light: Mapping[int, str]) -> Markup:
    """The words; nothing if none changed.

    Args:
        light: by place the hunks that are no change of substance.

    >>> changed([Hunk("equal", "States "), Hunk("delete", "shall "), Hunk("insert", "may ")], {})
    ... # doctest: +NORMALIZE_WHITESPACE
    Markup('States <del><span lang="en">[Removed:</span> shall]</del>
    <ins><span lang="en">[Added:</span> may]</ins> ')
    >>> changed([Hunk("equal", "a"), Hunk("insert", " ")], {})
    Markup('')
    """
    pieces = _joined(hunks, light)
    if all(operation == "equal" for operation, _ in pieces):
        return _NOTHING
    last = len(pieces) - 1
    return _NOTHING.join(
        _stayed(text, before=place > 0, after=place < last)
        if operation == "equal"
        else _marked(operation, text)
        for place, (operation, text) in enumerate(pieces)
    )


def _joined(hunks: Iterable[Hunk], light: Mapping[int, str]) -> list[tuple[str, str]]:
    """The runs, those that are no change among what stayed."""
    pieces: list[tuple[str, str]] = []
    for place, hunk in enumerate(hunks):
        operation = hunk.operation
        if operation != "equal" and (place in light or not hunk.text.strip()):
            if operation == "delete":
                continue
            operation = "equal"
        if pieces and pieces[-1][0] == operation:
            pieces[-1] = (operation, pieces[-1][1] + hunk.text)
        else:
            pieces.append((operation, hunk.text))
    return pieces


def _stayed(text: str, *, before: bool, after: bool) -> Markup:
    words = list(_WORD.finditer(text))
    head, tail = KEPT * before, KEPT * after
    if len(words) <= head + tail + KEPT:
        return escape(text)
    start = words[head - 1].end() if head else 0
    end = words[-tail].start() if tail else len(text)
    return escape(text[:start]) + _GAP.format(lang=language()) + escape(text[end:])


def _marked(operation: str, text: str) -> Markup:
    said = _("Added:") if operation == "insert" else _("Removed:")
    core = text.strip()
    at = text.index(core)
    words = list(_WORD.finditer(core))
    shown = core if len(words) <= LONG else f"{core[: words[LONG - 1].end()]} […]"
    # White space at the edges stays outside, and what went stands apart from what came.
    end = text[at + len(core) :] or (" " if operation == "delete" else "")
    marked = _CHANGED.format(tag=_TAGS[operation], lang=language(), said=said, words=shown)
    return escape(text[:at]) + marked + escape(end)
