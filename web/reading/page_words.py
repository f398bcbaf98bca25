"""The words of a page of a file as they were read, with those of one passage marked.

In: the text of a page, stretches of it. Out: safe markup of as much of the text as a reader can
take in: of a file without pages, which is one long page, what stands around the passage.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup, escape

from tracker.store.records.source_files import Words

MOST = 12_000
"""Characters that are shown at once; a full page has 4,000."""
MOST_WHOLE = 1_000_000
"""Characters of a file without pages that are shown as a whole, with a place to link to for each
provision; the longest omnibus bill has more."""
AROUND = 600
"""Characters before and behind a passage, where the page is longer than `MOST`."""


@dataclass(frozen=True, slots=True)
class PageWords:
    """Markup with what stands before and behind it: how many characters are left out."""

    words: Markup
    before: int
    behind: int


def page_words(text: str, marked: Iterable[Words]) -> PageWords:
    """The text of a page with stretches of it marked.

    >>> page_words("One <two> three", [(4, 9)]).words
    Markup('One <mark id="passage">&lt;two&gt;</mark> three')
    """
    found = _together(text, marked)
    first, last = _shown(text, found)
    parts = [Markup("")]
    at = first
    for start, end in found:
        start, end = max(start, at), min(end, last)
        if start < end:
            # To the first one a link leads.
            tag = '<mark id="passage">{}</mark>' if at == first else "<mark>{}</mark>"
            parts += [escape(text[at:start]), Markup(tag).format(text[start:end])]
            at = end
    parts.append(escape(text[at:last]))
    return PageWords(Markup("").join(parts), first, len(text) - last)


def whole(text: str, places: Iterable[tuple[int, int, str]]) -> PageWords:
    """All of a text, in which each place bears the id `on-` with its name once.

    >>> whole("One two", [(4, 7, "art_1")]).words
    Markup('One <span id="on-art_1">two</span>')
    """
    parts = [Markup("")]
    seen: set[str] = set()
    at = 0
    for start, end, name in sorted(places):
        if name in seen or not at <= start < end <= len(text):
            continue
        seen.add(name)
        tag = Markup('<span id="on-{}">{}</span>').format(name, text[start:end])
        parts += [escape(text[at:start]), tag]
        at = end
    parts.append(escape(text[at:]))
    return PageWords(Markup("").join(parts), 0, 0)


def _together(text: str, marked: Iterable[Words]) -> list[Words]:
    """The stretches in order; those between which there are only blanks are one."""
    found: list[Words] = []
    for start, end in sorted(marked):
        start, end = max(start, 0), min(end, len(text))
        if found and not text[found[-1][1] : start].strip():
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        elif start < end:
            found.append((start, end))
    return found


def _shown(text: str, marked: list[Words]) -> Words:
    """What of a text is shown, cut where lines end."""
    if len(text) <= MOST:
        return 0, len(text)
    start = max(marked[0][0] - AROUND, 0) if marked else 0
    end = min(marked[-1][1] + AROUND, start + MOST, len(text)) if marked else MOST
    start = text.rfind("\n", 0, start) + 1 if start else 0
    cut = text.find("\n", end)
    # A file may hold no line ends at all.
    end = cut if 0 <= cut < end + AROUND else end
    return start, end
