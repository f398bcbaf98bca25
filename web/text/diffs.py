"""Changed words as HTML: every deletion a `<del>`, every insertion an `<ins>`, said in words too.

In: hunks of a change, and the drafters' marks on the words of both sides. Out: safe markup. The
words "Added" and "Removed" are in the text for those who hear the page and for pages without style
sheets; colour is never the only sign. Words that stayed show the marks they have in the newer text.
For two columns each text is written alone: what was removed on one side, what was added on the
other.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from dataclasses import field as made

from markupsafe import Markup, escape

from tracker.model import Hunk, Mark, MarkField
from tracker.words import count
from web.once import language, once_a_page
from web.terms.phrases import number
from web.text import marks
from web.translation import _, ngettext

LONG = 44
"""An equal stretch of more words than this is shortened where only changes are shown."""

KEPT = 16
"""Of a shortened stretch, so many words stay on each side that touches a change."""

_OPEN = Markup('<{}><span class="said" lang="{}">{}</span>')
_CLOSE = Markup('<span class="said" lang="{}">{} </span></{}>')
_GAP = Markup('<details class="gap"><summary lang="{}">{}</summary>{}</details>')
_NEAR = 12
_WAS = Markup('<span class="follows" lang="{}"> {}</span>{}')
_WORD = re.compile(r"\S+")
_NOTHING = Markup("")


@dataclass(frozen=True, slots=True)
class Marked:
    """The marks on both sides of a change, counted in the text that its hunks give; `field` is the
    part of the provision that they are on. `light` says by place which hunks are no change of
    substance: `trivial` ones print the same otherwise and are shown as plain newer text, those of
    `numbering` only follow the new number of what they name."""

    old: Sequence[Mark] = ()
    new: Sequence[Mark] = ()
    field: MarkField = "text"
    light: Mapping[int, str] = made(default_factory=dict)


def markup(hunks: Iterable[Hunk], marked: Marked | None = None) -> Markup:
    """All hunks, nothing left out."""
    hunks = list(hunks)
    writer = _Writer(marked or Marked(), hunks)
    pieces = [writer.piece(hunk, place) for place, hunk in enumerate(hunks)]
    pieces.append(writer.end())
    # A text without words may have a remark.
    return Markup("").join(pieces) or writer.piece(Hunk("equal", ""))


def shortened(hunks: Sequence[Hunk], marked: Marked | None = None) -> tuple[Markup, bool]:
    """The hunks with long equal stretches folded, and whether any was."""
    return _folded(_Writer(marked or Marked(), hunks), hunks)


def columns(
    hunks: Sequence[Hunk], marked: Marked | None = None, *, folded: bool = False
) -> tuple[Markup, Markup]:
    """The older and the newer text, each with its own marks; `folded` as `shortened` does."""
    marked = marked or Marked()
    older, newer = (
        _folded(writer, hunks)[0] if folded else _joined(writer, hunks)
        for writer in (_Column(marked, "delete"), _Column(marked, "insert"))
    )
    return older, newer


def _joined(writer: _Column, hunks: Sequence[Hunk]) -> Markup:
    return Markup("").join(writer.piece(hunk, place) for place, hunk in enumerate(hunks))


def _folded(writer: _Writer | _Column, hunks: Sequence[Hunk]) -> tuple[Markup, bool]:
    parts: list[Markup] = []
    cut = False
    last = len(hunks) - 1
    for place, hunk in enumerate(hunks):
        kept = _kept(hunk.text, place > 0, place < last) if hunk.operation == "equal" else None
        if kept is None:
            parts.append(writer.piece(hunk, place))
            continue
        parts.append(writer.end())
        cut = True
        head, between, tail = kept
        parts += [writer.equal(head, apart=True), Markup(" ") if head else _NOTHING]
        inside = writer.equal(between, apart=True)
        parts.append(_GAP.format(language(), _left_out(count(between)), inside))
        parts += [Markup(" ") if tail else _NOTHING, writer.equal(tail, apart=True)]
    parts.append(writer.end())
    return Markup("").join(parts) or writer.piece(Hunk("equal", "")), cut


def _left_out(words: int) -> str:
    return ngettext(
        "[… %(count)s unchanged word …]",
        "[… %(count)s unchanged words …]",
        words,
        count=number(words),
    )


def _kept(text: str, before: bool, after: bool) -> tuple[str, str, str] | None:
    """The head and tail of an equal stretch that stay and what goes between them; None if it is
    short. Without a change before it no head is needed, without one after it no tail."""
    words = list(_WORD.finditer(text))
    if len(words) <= LONG or not (before or after):
        return None
    start = words[KEPT - 1].end() if before else 0
    end = words[-KEPT].start() if after else len(text)
    return text[:start], text[start:end], text[end:]


class _Side:
    """One text, given out stretch by stretch with its marks."""

    def __init__(self, marks: Sequence[Mark], field: MarkField) -> None:
        own = (mark for mark in marks if mark.field == field)
        self._waiting = sorted(own, key=lambda mark: -mark.start)
        self._held: list[Mark] = []
        self._field = field
        self._at = 0

    def take(self, text: str, *, apart: bool = False) -> Markup:
        """The next stretch as markup."""
        start = self._at
        self.skip(text)
        if not self._held and not self._waiting:
            return escape(text)
        while self._waiting and self._waiting[-1].start <= self._at:
            self._held.append(self._waiting.pop())
        self._held = [mark for mark in self._held if mark.end >= start]
        return marks.marked(text, self._held, self._field, start, apart=apart)

    def skip(self, text: str) -> None:
        """Go past a stretch."""
        self._at += len(text)


def _between(hunks: Sequence[Hunk], light: Mapping[int, str]) -> dict[int, str]:
    """The few characters that stayed between two of `numbering`, as the 7 of `articles 4 to 7` that
    became `articles 7 to 10`: they belong to both numbers."""
    return {
        place: "numbering"
        for place, hunk in enumerate(hunks)
        if hunk.operation == "equal"
        and len(hunk.text) <= _NEAR
        and light.get(place - 1) == light.get(place + 1) == "numbering"
    }


class _Writer:
    """Writes hunks one after the other, knowing how far it is in both texts."""

    def __init__(self, marked: Marked, hunks: Sequence[Hunk]) -> None:
        self._old = _Side(marked.old, marked.field)
        self._new = _Side(marked.new, marked.field)
        self._light = {**marked.light, **_between(hunks, marked.light)}
        self._was: list[str] = []
        self._blank = False

    def equal(self, text: str, *, apart: bool = False) -> Markup:
        self._old.skip(text)
        return self._new.take(text, apart=apart)

    def piece(self, hunk: Hunk, place: int = -1) -> Markup:
        """A hunk; `place` is where it stands among them."""
        light = self._light.get(place, "")
        if light:
            return self._plain(hunk, numbering=light == "numbering")
        return self.end() + self._drawn(hunk)

    def end(self) -> Markup:
        """What is to be said behind a reference that follows the new numbering."""
        was = " ".join("".join(self._was).split())
        self._was = []
        if not was:
            return _NOTHING
        return _WAS.format(language(), _was() % {"number": was}, " " if self._blank else "")

    def _plain(self, hunk: Hunk, *, numbering: bool) -> Markup:
        self._blank = hunk.text[-1:].isspace()
        if hunk.operation != "insert":
            self._old.skip(hunk.text)
            if numbering:
                self._was.append(hunk.text)
        return self._new.take(hunk.text) if hunk.operation != "delete" else _NOTHING

    def _drawn(self, hunk: Hunk) -> Markup:
        if hunk.operation == "equal":
            return self.equal(hunk.text)
        # What was removed stands alone; what was added goes on in what stayed.
        removed = hunk.operation == "delete"
        return _framed(hunk, self._old if removed else self._new)


class _Column:
    """Writes the hunks of one text alone: with `own`, the older or the newer."""

    def __init__(self, marked: Marked, own: str) -> None:
        self._side = _Side(marked.old if own == "delete" else marked.new, marked.field)
        self._own = own
        self._light = marked.light

    def equal(self, text: str, *, apart: bool = False) -> Markup:
        return self._side.take(text, apart=apart)

    def piece(self, hunk: Hunk, place: int = -1) -> Markup:
        """A hunk; `place` is where it stands among them."""
        if hunk.operation == "equal" or (hunk.operation == self._own and place in self._light):
            return self._side.take(hunk.text)
        return _framed(hunk, self._side) if hunk.operation == self._own else _NOTHING

    def end(self) -> Markup:
        """Nothing: what a reference followed stands in the other column."""
        return _NOTHING


def _framed(hunk: Hunk, side: _Side) -> Markup:
    """Words that were removed or added."""
    removed = hunk.operation == "delete"
    # Blank space at the edges stays outside, or the line under a word would run past it.
    core = hunk.text.strip()
    if not core:
        # White space alone is no change to a reader.
        shown = side.take(hunk.text)
        return _NOTHING if removed else shown
    at = hunk.text.index(core)
    end = at + len(core)
    before = side.take(hunk.text[:at], apart=removed) if at else _NOTHING
    middle = side.take(core, apart=removed)
    after = side.take(hunk.text[end:], apart=removed) if end < len(hunk.text) else _NOTHING
    opening, closing = _frames()[hunk.operation]
    return before + opening + middle + closing + after


@once_a_page
def _frames() -> dict[str, tuple[Markup, Markup]]:
    """What stands before and behind words that were added or removed."""
    said = {
        "insert": ("ins", _("[Added: %(words)s]", words="\0")),
        "delete": ("del", _("[Removed: %(words)s]", words="\0")),
    }
    found = {}
    for operation, (tag, frame) in said.items():
        before, _words, behind = frame.partition("\0")
        opening = _OPEN.format(tag, language(), before)
        found[operation] = (opening, _CLOSE.format(language(), behind, tag))
    return found


@once_a_page
def _was() -> Markup:
    """What is said of a reference that follows the new numbering, with a place for its `number`."""
    return Markup(_('(was %(number)s<span class="said">; it follows the new numbering</span>)'))
