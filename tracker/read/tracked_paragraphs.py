"""Paragraphs whose ends were deleted or inserted: what they are in each of the two texts.

In: paragraphs as read, up to one whose end stands in the text before the changes and in the text
after them. Out: their lines, with the automatic numbers of both texts. An end that was deleted
joins a paragraph to the next in the new text, one that was inserted in the old (ECMA-376 part 1,
17.13.5.15 and 17.13.5.20; OpenDocument 1.3 part 3, 5.5). A line is a paragraph of the new text, or
one that went whole; `Run.begins` and `Run.continues` say where the old text has others. A
forced line break that was deleted or inserted is such an end inside a paragraph. Words of two that
became one have a blank between them: no word ends in another.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Generic, TypeVar

from tracker.read.blocks import BREAK, GONE, Look, Sheet, Stretch, common_change, shows, stays
from tracker.words import unspaced

Change = tuple[str, str, str]
"""A tracked change: what it is, by whom, when."""

NONE: Change = ("", "", "")

Count = Callable[[], str]
"""Counts a paragraph in its list; the number that is printed before it, `""` for none."""

Hanging = TypeVar("Hanging")


@dataclass(slots=True)
class Paragraph(Generic[Hanging]):
    """One paragraph, read. `brought` and `gone` are the changes by which its end came and went;
    `now` and `then` count it in the new and in the old text, `renumbered` who gave it another
    list; `waiting` is what hangs on it."""

    look: Look
    stretches: list[Stretch]
    now: Count
    then: Count
    style: str = ""
    left: float = 0.0
    centred: bool = False
    brought: Change | None = None
    gone: Change | None = None
    renumbered: Change | None = None
    waiting: list[Hanging] = field(default_factory=list)
    label: str = ""
    old_label: str = ""

    @property
    def old_words(self) -> bool:
        """Whether any of its words is in the old text."""
        return any(is_old(one) for one in self.stretches)


def put(
    sheet: Sheet,
    group: Sequence[Paragraph[Hanging]],
    region: str,
    cell: tuple[int, int, int] | None,
    *,
    by_first: bool = False,
) -> Iterator[Hanging]:
    """Number paragraphs and put their lines on the sheet, one by one; what hangs on a line is
    given right behind it, so that it can be put there before the next."""
    _number(group, by_first=by_first)
    for paragraphs, words, last in _lines_of(group):
        sheet.add(
            words,
            style=last.style,
            region=region,
            left=last.left,
            centred=last.centred,
            cell=cell,
        )
        for one in paragraphs:
            yield from one.waiting


def _number(group: Sequence[Paragraph[Hanging]], *, by_first: bool) -> None:
    """Give paragraphs their numbers. Of paragraphs that are one, the last says in which list it
    is; with `by_first`, in the old text the first."""
    for part in _parted(group, lambda one: one.gone is None):
        holder = next((one for one in part if stays(one.stretches)), None)
        if holder is not None:
            holder.label = part[-1].now()
        elif part[-1].gone is None:  # an empty paragraph, which counts
            part[-1].now()
    for part in _parted(group, lambda one: one.brought is None):
        holder = next((one for one in part if one.old_words), None)
        if holder is not None:
            holder.old_label = (holder if by_first else part[-1]).then()
        elif part[-1].brought is None:
            part[-1].then()


def _lines_of(
    group: Sequence[Paragraph[Hanging]],
) -> Iterator[tuple[list[Paragraph[Hanging]], list[Stretch], Paragraph[Hanging]]]:
    """The lines of numbered paragraphs: which are in each, its words, with the forced breaks that
    cut it, and the paragraph that says how it looks."""
    old = _Old()
    above: Paragraph[Hanging] | None = None
    for part in _parted(group, lambda one: one.gone is None):
        for joined in _joined(part):
            words: list[Stretch] = []
            for one in joined:
                if one is not joined[0] and above is not None and above.brought is None:
                    words.append((BREAK, above.look.plain().tracked("deleted", "", "")))
                words += [*_labels(one, above), *one.stretches]
                above = one
            said = old.told(words)
            old.ended(apart=joined[-1].brought is None)
            yield joined, said, part[-1] if len(joined) > 1 else joined[0]


class _Old:
    """Tells of words, line after line of the new text, how the old text stands to its lines.

    `apart` says that in the old text a paragraph or line ended since its last words, `anew` that
    in the new one a line began.
    """

    def __init__(self) -> None:
        self.apart = self.anew = True

    def ended(self, *, apart: bool) -> None:
        """A line of the new text ended; with `apart` one of the old text too."""
        self.apart, self.anew = self.apart or apart, True

    def told(self, words: Sequence[Stretch]) -> list[Stretch]:
        """The words of a paragraph, with those breaks that cut it, and with a blank where it is
        one and was not; `begins` and `continues` are set."""
        pieces = list(_pieces(words))
        joints = _joints(pieces)
        told: list[Stretch] = []
        for n, (text, look) in enumerate(pieces):
            if n in joints:
                self.apart = True
                told += [(" ", look.plain())] * joints[n]
            elif text == BREAK:
                self.ended(apart=look.change in GONE or not look.change)
                told.append((text, look))
            else:
                told.append((text, self._flagged((text, look))))
        return told

    def _flagged(self, stretch: Stretch) -> Look:
        """The look of a stretch; the first words of a line of either text say how it stands to
        the other."""
        look = stretch[1]
        if not is_old(stretch):
            return look
        apart, anew = self.apart, self.anew
        self.apart = self.anew = False
        return look if apart == anew else replace(look, begins=apart, continues=anew)


def _pieces(words: Sequence[Stretch]) -> Iterator[Stretch]:
    """Words and breaks, one by one; a break that came and went is none."""
    for text, look in words:
        for n, part in enumerate(text.split(BREAK)):
            if n and not (look.change in GONE and look.underlined):
                yield BREAK, look
            yield part, look


def _joints(pieces: Sequence[Stretch]) -> dict[int, bool]:
    """Which pieces are breaks that went, on a line of the new text between words that stay; and
    whether a blank is there instead, for the words that show beside it or those that stay."""
    found: dict[int, bool] = {}
    apart: dict[int, bool] = {}
    fresh: list[int] = []
    last = kept = ""
    for n, (text, look) in enumerate(pieces):
        if text == BREAK and look.change not in GONE:
            apart, fresh, kept = {}, [], ""
        elif text == BREAK and kept:
            fresh.append(n)
        elif shows(text):
            apart |= dict.fromkeys(fresh, not _touch(last, text))
            last, fresh = text, []
            if stays([(text, look)]):
                found |= {at: blank or not _touch(kept, text) for at, blank in apart.items()}
                kept, apart = text, {}
    return found


def _touch(before: str, after: str) -> bool:
    """Whether words of two lines that became one stand without a blank between them."""
    return unspaced(before.rstrip(), after.lstrip())


def _parted(
    group: Sequence[Paragraph[Hanging]], ends: Callable[[Paragraph[Hanging]], bool]
) -> Iterator[list[Paragraph[Hanging]]]:
    """The paragraphs of one text; the last of a cell or of the body ends, whatever is said."""
    part: list[Paragraph[Hanging]] = []
    for one in group:
        part.append(one)
        if ends(one):
            yield part
            part = []
    if part:
        yield part


def _joined(part: list[Paragraph[Hanging]]) -> Iterator[list[Paragraph[Hanging]]]:
    """A paragraph of the new text, and each that went whole before and after its words."""
    staying = [n for n, one in enumerate(part) if stays(one.stretches)] or [0]
    first, last = staying[0], staying[-1]
    yield from ([one] for one in part[:first])
    yield part[first : last + 1]
    yield from ([one] for one in part[last + 1 :])


def is_old(stretch: Stretch) -> bool:
    """Whether a stretch shows in the old text; what went is underlined only if it had come."""
    text, look = stretch
    if look.counted == "after" or not shows(text):
        return False
    return not look.change or (look.change in GONE and not look.underlined)


def _labels(one: Paragraph[Hanging], above: Paragraph[Hanging] | None) -> list[Stretch]:
    """The number of a paragraph; where it is another in the old text, both. A number that came or
    went with the words or with the end of the paragraph above is part of that change."""
    plain = one.look.plain()
    if one.label and one.old_label and one.label != one.old_label:
        return [
            (one.old_label, replace(plain, counted="before")),
            (one.label, replace(plain, counted="after")),
        ]
    label = one.label or one.old_label
    if not label:
        return []
    if one.label == one.old_label:
        return [(label, plain)]
    gone = not one.label
    for change in (
        common_change(one.stretches),
        (above.gone if gone else above.brought) if above is not None else None,
        one.renumbered,
    ):
        if change and change[0] and (change[0] in GONE) == gone:
            return [(label, plain.tracked(*change))]
    return [(label, replace(plain, counted="before" if gone else "after"))]
