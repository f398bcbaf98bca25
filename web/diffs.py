"""Changed words as HTML: every deletion a `<del>`, every insertion an `<ins>`, said in words too.

In: hunks of a change. Out: safe markup. The words "Added" and "Removed" are in the text for those
who hear the page and for pages without style sheets; colour is never the only sign.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from markupsafe import Markup, escape

from tracker.model import Hunk
from tracker.words import count

LONG = 44
"""An equal stretch of more words than this is shortened where only changes are shown."""

KEPT = 16
"""Of a shortened stretch, so many words stay on each side that touches a change."""

_SAID = {
    "insert": (
        "ins",
        Markup('<span class="said">[Added: </span>'),
        Markup('<span class="said">] </span>'),
    ),
    "delete": (
        "del",
        Markup('<span class="said">[Removed: </span>'),
        Markup('<span class="said">] </span>'),
    ),
}
_WORD = re.compile(r"\S+")


def markup(hunks: Iterable[Hunk]) -> Markup:
    """All hunks, nothing left out."""
    return Markup("").join(_piece(hunk) for hunk in hunks)


def shortened(hunks: Sequence[Hunk]) -> tuple[Markup, bool]:
    """The hunks with long equal stretches cut, and whether any was."""
    parts: list[Markup] = []
    cut = False
    last = len(hunks) - 1
    for place, hunk in enumerate(hunks):
        kept = _kept(hunk.text, place > 0, place < last) if hunk.operation == "equal" else None
        if kept is None:
            parts.append(_piece(hunk))
            continue
        cut = True
        head, left_out, tail = kept
        gap = Markup('<span class="gap">[… {} unchanged words …]</span>').format(f"{left_out:,}")
        parts += [escape(head), Markup(" ") if head else Markup(""), gap]
        parts += [Markup(" ") if tail else Markup(""), escape(tail)]
    return Markup("").join(parts), cut


def _kept(text: str, before: bool, after: bool) -> tuple[str, int, str] | None:
    """The head and tail of an equal stretch that stay and how many words go between them; None if
    it is short. Without a change before it no head is needed, without one after it no tail."""
    words = list(_WORD.finditer(text))
    if len(words) <= LONG or not (before or after):
        return None
    start = words[KEPT - 1].end() if before else 0
    end = words[-KEPT].start() if after else len(text)
    return text[:start], count(text[start:end]), text[end:]


def _piece(hunk: Hunk) -> Markup:
    if hunk.operation == "equal":
        return escape(hunk.text)
    tag, opening, closing = _SAID[hunk.operation]
    # Blank space at the edges stays outside, or the line under a word would run past it.
    core = hunk.text.strip()
    if not core:
        # White space alone is no change to a reader.
        return escape(hunk.text) if hunk.operation == "insert" else Markup("")
    at = hunk.text.index(core)
    return Markup("{before}<{tag}>{opening}{core}{closing}</{tag}>{after}").format(
        before=hunk.text[:at],
        tag=tag,
        opening=opening,
        core=core,
        closing=closing,
        after=hunk.text[at + len(core) :],
    )
