"""A provision's words with what the drafters put on them, as HTML.

In: words and their marks. Out: safe markup. Marked words stand in a tag of their own, nested and
cut where marks overlap, and are told by more than colour: by tags, lines and signs, in words that
only those hear who cannot see them, and by labels behind the words (`proposed by Aldova`, an
agreed status, a note's number).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from markupsafe import Markup, escape

from tracker.model import Mark, MarkField, MarkKind
from tracker.store.records import ProvisionRow, Segments
from web.once import language, once_a_page
from web.terms.names import capital
from web.terms.phrases import joined, wants
from web.terms.plain import MARKS
from web.translation import _, later

DEEPEST = 40
"""How many marks in each other are shown: browsers cut off what is nested without end."""

_TAGS: dict[MarkKind, str] = {"struck": "s", "added": "u", "bold": "b", "note": "em"}
_HEARD: dict[MarkKind, tuple[str, str]] = {
    "bracket": (later("In brackets, not agreed:"), later("End of brackets.")),
    "alternative": (later("Alternative wording:"), later("End of the alternative.")),
    "agreed": (later("Agreed for the time being:"), ""),
    "proponent": (later("Somebody's words:"), ""),
    "struck": (later("Struck out in the draft:"), later("End of the struck words.")),
    "added": (later("Added in the draft:"), later("End of the added words.")),
    "note": (later("Note:"), later("End of the note.")),
}
"""What is said before and behind the words (behind some, a label says it); the kinds that are not
here have a title."""

_SHOWN = re.compile(r'class="mark(?: |-label mark-|-)([a-z]+)"')
_SHORT = 4
"""A note's sign of at most so many characters is printed raised."""


def marked(
    text: str,
    marks: Iterable[Mark],
    field: MarkField = "text",
    at: int = 0,
    *,
    apart: bool = False,
) -> Markup:
    """`text` with its marks; tags are closed and opened again where marks overlap.

    Args:
        field: the part of the provision that `text` is, or is a stretch of.
        at: where it begins in that part, in which the marks count.
        apart: whether both ends of a mark are said even where it begins before or ends behind the
            stretch, since the words around it are not shown.
    """
    own = [mark for mark in marks if mark.field == field]
    if not own:
        return escape(text)
    return Markup("").join(_Writer(text, at, own, apart=apart).written())


class _Writer:
    """Writes a stretch. Tags stay open across edges: thousands of brackets stay linear to read."""

    def __init__(self, text: str, at: int, marks: Sequence[Mark], *, apart: bool) -> None:
        self._text = text
        self._at = at
        self._end = end = at + len(text)
        self._apart = apart
        self._labels: dict[int, list[Mark]] = {}
        self._starts: dict[int, list[Mark]] = {}
        self._edges = {at, end}
        for mark in marks:
            on_nothing = mark.start == mark.end and not mark.printed
            if (at < mark.end <= end or mark.end == at == 0) and not on_nothing:
                self._labels.setdefault(mark.end, []).append(mark)
                self._edges.add(mark.end)
        for mark in sorted(marks, key=lambda one: -one.end):
            if mark.start < min(mark.end, end) and mark.end > at:
                self._starts.setdefault(max(mark.start, at), []).append(mark)
                self._edges |= {max(mark.start, at), min(mark.end, end)}
        self._parts: list[Markup] = []
        self._held: list[Mark] = []

    def written(self) -> list[Markup]:
        """The pieces of markup, in order."""
        edges = sorted(self._edges)
        for place, after in zip(edges, [*edges[1:], self._end], strict=True):
            self._close(place)
            said = (label(mark, self._text) for mark in self._labels.get(place, ()))
            self._parts += dict.fromkeys(said)
            for mark in self._starts.get(place, ()):
                if len(self._held) < DEEPEST:
                    self._parts.append(_opening(mark, first=self._apart or mark.start >= self._at))
                    self._held.append(mark)
            self._parts.append(escape(self._text[place - self._at : after - self._at]))
        for mark in reversed(self._held):
            self._parts.append(_closing(mark, last=self._apart))
        return self._parts

    def _close(self, at: int) -> None:
        """Close the marks that end at `at`, and open again those inside them that go on."""
        ending = [place for place, mark in enumerate(self._held) if mark.end <= at]
        if not ending:
            return
        touched = self._held[ending[0] :]
        del self._held[ending[0] :]
        self._parts += [_closing(mark, last=mark.end <= at) for mark in reversed(touched)]
        for mark in touched:
            if mark.end > at:
                self._parts.append(_opening(mark, first=False))
                self._held.append(mark)


def _tag(mark: Mark) -> str:
    return "i" if mark.how == "italic" else _TAGS.get(mark.kind, "span")


def _opening(mark: Mark, *, first: bool) -> Markup:
    tag = _tag(mark)
    if mark.kind not in _HEARD:
        return Markup('<{} class="mark {}" title="{}">').format(
            tag, mark.kind, str(MARKS[mark.kind][0])
        )
    opened = Markup('<{} class="mark {}">').format(tag, mark.kind)
    if not first:
        return opened
    if mark.kind == "proponent" and mark.by:
        return opened + _said(_("%(what)s:", what=capital(words_of(mark))))
    return opened + _heard()[mark.kind][0]


def _closing(mark: Mark, *, last: bool) -> Markup:
    said = _heard()[mark.kind][1] if last and mark.kind in _HEARD else Markup("")
    return said + Markup("</{}>").format(_tag(mark))


@once_a_page
def _heard() -> dict[MarkKind, tuple[Markup, Markup]]:
    """What is said before and behind the words, as HTML."""
    return {
        kind: (_said(str(before)), _said(f" {behind}") if str(behind) else Markup(""))
        for kind, (before, behind) in _HEARD.items()
    }


def _said(words: str) -> Markup:
    return Markup('<span class="said" lang="{}">{} </span>').format(language(), words)


def label(mark: Mark, text: str = "") -> Markup:
    """What stands behind marked words: who, when, the status, a note's sign; empty if nothing.

    `text` are the words around, in which a label may stand already.
    """
    said = words_of(mark, text)
    if not said:
        return Markup("")
    if mark.kind == "note" and len(said) <= _SHORT:
        return Markup('<sup class="mark-sign">{}{}</sup>').format(_said(_("Footnote")), said)
    ours = Markup("") if said == mark.printed else Markup(' lang="{}"').format(language())
    return Markup('<span class="mark-label mark-{}"{}><bdi>{}</bdi></span>').format(
        mark.kind, ours, said
    )


def words_of(mark: Mark, text: str = "") -> str:
    """The label of a mark in words, `""` if it needs none.

    >>> words_of(Mark("proponent", 0, 4, by="Aldova; Brecony"))
    'proposed by Aldova and Brecony'
    >>> words_of(Mark("proponent", 0, 4, by="Corvane", how="delete"))
    'Corvane wants it deleted'
    >>> words_of(Mark("agreed", 0, 4, "[agreed ad ref.]")), words_of(Mark("bracket", 0, 4))
    ('[agreed ad ref.]', '')
    >>> words_of(Mark("agreed", 0, 4, how="unit"))
    ''
    """
    names = mark.by.split("; ") if mark.by else []
    match mark.kind:
        case "proponent":
            return wants(names, mark.how) if names else mark.printed
        case "agreed":
            # Said once of a whole unit, the status is not said again behind each of its words.
            return "" if mark.how == "unit" else mark.printed or _("agreed")
        case "alternative":
            named = mark.how if mark.how != "unit" else ""
            return mark.printed or ("" if named and named in text else named)
        case "struck" | "added":
            return _change_said(mark, joined(names))
    return mark.printed or (wants(names, "") if names else "")


_DONE = {
    ("struck", False): (later("struck"), later("struck by %(who)s")),
    ("struck", True): (later("moved away"), later("moved away by %(who)s")),
    ("added", False): (later("added"), later("added by %(who)s")),
    ("added", True): (later("moved here"), later("moved here by %(who)s")),
}
"""What a word processor tracked, by the kind of the mark and whether words were moved: without the
name of who did it, and with it."""


def _change_said(mark: Mark, who: str) -> str:
    """Who made a change that a word processor tracked, and when."""
    moved = mark.how == "moved"
    done, done_by = _DONE[mark.kind, moved]
    if not who and not mark.date:
        return mark.printed or (str(done) if moved else "")
    said = str(done_by % {"who": who}) if who else str(done)
    return _("%(what)s, %(date)s", what=said, date=mark.date[:10]) if mark.date else said


def kinds_in(provisions: Iterable[ProvisionRow | None]) -> list[MarkKind]:
    """The kinds of mark on these provisions, in the order of the legend."""
    found = {mark.kind for one in provisions if one is not None for mark in one.marks}
    return [kind for kind in MARKS if kind in found]


def kinds_shown(markups: Iterable[str]) -> list[MarkKind]:
    """The kinds of mark in pieces of markup that this module made, in the order of the legend."""
    found = {kind for markup in markups for kind in _SHOWN.findall(markup)}
    return [kind for kind in MARKS if kind in found or (kind == "note" and "sign" in found)]


def sample(kind: MarkKind) -> Markup:
    """Words that bear a mark of this kind, for the legend."""
    words = _("[words]") if kind == "bracket" else _("words")
    if kind == "note":
        return Markup('{}<sup class="mark-sign">1</sup>').format(words)
    signs: dict[MarkKind, Mark] = {
        "agreed": Mark("agreed", 0, 0, _("[agreed ad referendum]")),
        "proponent": Mark("proponent", 0, 0, by=_("name")),
        "alternative": Mark("alternative", 0, 0, how=_("Option 1")),
    }
    opening, closing = (
        _opening(Mark(kind, 0, 1), first=False),
        _closing(Mark(kind, 0, 1), last=False),
    )
    return opening + words + closing + (label(signs[kind]) if kind in signs else Markup(""))


def highlighted(segments: Segments) -> Markup:
    """Text with what was searched for in `<mark>`."""
    pieces = (
        Markup("<mark>{}</mark>").format(text) if hit else escape(text) for text, hit in segments
    )
    return Markup("").join(pieces)
