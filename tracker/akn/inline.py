"""Words with marks on them, as the inline elements of Akoma Ntoso.

In: a block of a provision's text and the marks that touch it. Out: the block as an element in
which marked words stand in `ins`, `del` or `inline`, and words said of the text, not part of it,
in `remark`. Marks that overlap are split, so that this only shows them; their exact ranges are
in the record (`tracker.akn.record`). `text_of` gives the block's words back.
"""

from __future__ import annotations

from lxml import etree

from tracker.akn.names import akn
from tracker.model import Mark

DEEPEST = 20
"""How many marks in each other are shown; XML readers refuse elements nested without end."""

_TAGS = {"struck": "del", "added": "ins"}
"""Kinds of mark that the standard has an element for; the others are `inline` with a name."""


def fill(element: etree._Element, text: str, marks: tuple[Mark, ...], at: int) -> None:
    """Write `text` into `element`, with those `marks` that touch it.

    `at` is where `text` begins in the text that the marks count in.
    """
    end = at + len(text)
    ranged = [m for m in marks if m.start < end and m.end > at and m.start < m.end]
    waiting = sorted(ranged, key=lambda m: (m.start, -m.end), reverse=True)
    remarks: dict[int, list[Mark]] = {}
    for mark in marks:
        if mark.printed and at <= mark.end <= end:
            remarks.setdefault(mark.end, []).append(mark)
    cuts = {at, end, *remarks}
    cuts |= {place for m in ranged for place in (m.start, m.end) if at < place < end}
    places = sorted(cuts)
    stack: list[tuple[Mark, etree._Element]] = []
    for here, following in zip(places, [*places[1:], end], strict=True):
        broken = _close(stack, here)
        for mark in remarks.get(here, ()):
            remark = etree.SubElement(_top(stack, element), akn("remark"))
            remark.set("class", mark.kind)
            _say_who(remark, mark)
            remark.text = mark.printed
        while waiting and waiting[-1].start <= here:
            broken.append(waiting.pop())
        if here < end:
            _open(stack, broken, element)
        _write(_top(stack, element), text[here - at : following - at])


def text_of(element: etree._Element) -> str:
    """The words of a block that `fill` wrote, without the remarks on them."""
    remark = akn("remark")
    parts = [element.text or ""]
    for child in element:
        if child.tag != remark:
            parts.append(text_of(child))
        parts.append(child.tail or "")
    return "".join(parts)


def _close(stack: list[tuple[Mark, etree._Element]], here: int) -> list[Mark]:
    """Close marks that end here, and those opened inside them; of these, give the unfinished."""
    for depth, (mark, _) in enumerate(stack):
        if mark.end <= here:
            unfinished = [inner for inner, _ in stack[depth:] if inner.end > here]
            del stack[depth:]
            return unfinished
    return []


def _open(
    stack: list[tuple[Mark, etree._Element]], marks: list[Mark], element: etree._Element
) -> None:
    """Open marks, the longest outermost."""
    for mark in sorted(marks, key=lambda m: -m.end):
        if len(stack) == DEEPEST:
            return
        tag = _TAGS.get(mark.kind)
        inner = etree.SubElement(_top(stack, element), akn(tag or "inline"))
        if tag is None:
            inner.set("name", mark.kind)
        inner.set("class", mark.kind)
        _say_who(inner, mark)
        stack.append((mark, inner))


def _say_who(element: etree._Element, mark: Mark) -> None:
    """Who and when, for people; the record has them apart."""
    said = ", ".join(part for part in (mark.by, mark.date) if part)
    if said:
        element.set("title", said)


def _top(stack: list[tuple[Mark, etree._Element]], element: etree._Element) -> etree._Element:
    return stack[-1][1] if stack else element


def _write(element: etree._Element, text: str) -> None:
    """Append text behind what the element holds already."""
    # `len(element)` counts the children one by one: quadratic over thousands of brackets.
    last = next(element.iterchildren(reversed=True), None)
    if last is not None:
        last.tail = (last.tail or "") + text
    else:
        element.text = (element.text or "") + text
