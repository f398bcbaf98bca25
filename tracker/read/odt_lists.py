"""The lists of OpenDocument texts, each counted twice: in the new text and in the old.

In: list items, headings, and deleted paragraphs with what they were in. Out: `Label`s: the number
in the new text, and the count that gives that of the old, to be asked in the order of the old text.
Source: OpenDocument 1.3 part 3, 5.3 and 5.5.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from tracker.read.blocks import Stretch
from tracker.read.odt_styles import TEXT, XML_ID, Counter, Element, Styles, integer
from tracker.read.tracked_paragraphs import Count, is_old

_PARAGRAPHS = (TEXT + "p", TEXT + "h")


def nothing() -> str:
    """Count nothing."""
    return ""


@dataclass(frozen=True, slots=True)
class Label:
    """What is printed before a paragraph in the new text, and the count that says it of the
    old."""

    now: str
    then: Count


NO_LABEL = Label("", nothing)


@dataclass(frozen=True, slots=True)
class Pair:
    """One list, counted in the new text and in the old."""

    now: Counter
    then: Counter

    def label(self, level: int, start: int | None, printed: str) -> Label:
        """Count in the new text, and say how to count in the old; a number that the file itself
        prints is that of both."""
        counted = self.now.label(level, start)
        shown = printed + " " if printed else counted

        def then() -> str:
            old = self.then.label(level, start)
            return shown if old == counted else old

        return Label(shown, then)

    def item(self, element: Element, level: int) -> Label:
        """The number of an item; one that the file prints itself counts too."""
        start = element.get(TEXT + "start-value")
        printed = element.findtext(TEXT + "number", "").strip()
        return self.label(level, integer(start, 1) if start else None, printed)


class Lists:
    """All lists of a document; `name` is what messages call the file."""

    def __init__(self, styles: Styles, name: str) -> None:
        self._styles = styles
        self._name = name
        self._lists: dict[str, Pair] = {}
        self._last_of_style: dict[str, Pair] = {}
        self._outline = Pair(Counter(styles.outline, name), Counter(styles.outline, name))

    def begun(self, element: Element, style: str) -> Pair:
        """The count of a list that begins: a new one, or the one that it goes on with."""
        before = self._lists.get(element.get(TEXT + "continue-list", "\0"))
        if before is None and element.get(TEXT + "continue-numbering") == "true":
            before = self._last_of_style.get(style)
        made = self.fresh(style, before)
        self._lists[element.get(XML_ID, "")] = made
        self._last_of_style[style] = made
        return made

    def named(self, key: str, style: str) -> Pair:
        """The list that paragraphs name that are no items."""
        return self._lists.setdefault(key, self.fresh(style))

    def fresh(self, style: str, before: Pair | None = None) -> Pair:
        """A count of a list style that begins, or goes on from another."""
        levels = self._styles.lists.get(style, {})
        counts = dict(before.now.counts) if before is not None else {}
        on = before.then if before is not None else None
        return Pair(Counter(levels, self._name, counts), Counter(levels, self._name, on=on))

    def style_inside(self, element: Element) -> str:
        """The list style that the first paragraph of a list names."""
        first = element.find(f"{TEXT}list-item/{TEXT}p")
        if first is None:
            return ""
        return self._styles.list_of(first.get(TEXT + "style-name", ""))

    def heading(self, element: Element, stretches: Sequence[Stretch]) -> Label:
        """The number of a heading that is in no list; one without words has none."""
        if element.get(TEXT + "is-list-header") == "true":
            return NO_LABEL
        if not any(text.strip() for text, _ in stretches):
            return NO_LABEL
        start = element.get(TEXT + "start-value")
        if element.get(TEXT + "restart-numbering") != "true":
            start = None
        level = max(integer(element.get(TEXT + "outline-level"), 1), 1)
        printed = element.findtext(TEXT + "number", "").strip()
        label = self._outline.label(level, integer(start, 1) if start else None, printed)
        return label if any(map(is_old, stretches)) else replace(label, then=nothing)

    def deleted(self, paragraph: Element, around: Pair | None, style: str, own: Count) -> Count:
        """How a paragraph of a deletion is counted in the old text: in the list that stands
        `around` the deletion, in `style`, or in another of its own style; `own` is the count for
        one that says nothing of lists."""
        item = paragraph.getparent()
        if item is None or item.tag != TEXT + "list-item":
            headed = paragraph.tag == TEXT + "h" and own is nothing
            return self._headed(paragraph) if headed else own
        if next(item.iterchildren(*_PARAGRAPHS), None) is not paragraph:
            return nothing
        inside = []
        for one in item.iterancestors(TEXT + "list", TEXT + "deletion"):
            if one.tag == TEXT + "deletion":
                break
            inside.append(one)
        named = next((name for one in inside if (name := one.get(TEXT + "style-name", ""))), "")
        if around is None or (named and named != style):
            around = self._last_of_style.setdefault(named, self.fresh(named))
        start = integer(item.get(TEXT + "start-value"), 0)
        then, level = around.then, len(inside)
        return lambda: then.label(level, start or None)

    def _headed(self, heading: Element) -> Count:
        level = max(integer(heading.get(TEXT + "outline-level"), 1), 1)
        return lambda: self._outline.then.label(level, None)
