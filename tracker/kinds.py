"""What kinds of provisions and of marks are called in plain English.

In: the short names of the data (`longTitle`, `proponent`). Out: the words that a reader sees, for
one and for several, and counts in words. One table for the command line and the viewer, so that
both call a thing the same.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Protocol

from tracker.model import Mark, MarkKind

OPTION = "option"
"""A container that holds one of several wordings on the table."""

PROVISIONS: dict[str, tuple[str, str]] = {
    OPTION: (OPTION, "options"),
    "point": ("point like (a)", "points like (a)"),
    "subparagraph": ("subparagraph", "subparagraphs"),
    "hcontainer": ("part", "parts"),
    "container": ("part", "parts"),
    "blockContainer": ("block", "blocks"),
    "tblock": ("titled block", "titled blocks"),
    "alinea": ("unnumbered paragraph", "unnumbered paragraphs"),
    "p": ("paragraph", "paragraphs"),
    "longTitle": ("title", "titles"),
    "docTitle": ("title", "titles"),
    "preface": ("opening note", "opening notes"),
    "preamble": ("preamble", "preambles"),
    "formula": ("opening formula", "opening formulas"),
    "citation": ("reference", "references"),
    "intro": ("opening words", "opening words"),
    "wrapUp": ("closing words", "closing words"),
    "conclusions": ("closing words", "closing words"),
    "attachment": ("annex", "annexes"),
    "annex": ("annex", "annexes"),
    "appendix": ("appendix", "appendices"),
    "crossHeading": ("heading", "headings"),
    "quotedStructure": ("quoted provision", "quoted provisions"),
    "transitional": ("transitional provision", "transitional provisions"),
}
"""One and several; a kind that is not here is plain English already."""

MARKS: dict[MarkKind, tuple[str, str]] = {
    "bracket": ("passage in brackets", "passages in brackets"),
    "alternative": ("alternative wording", "alternative wordings"),
    "agreed": ("passage called agreed or pending", "passages called agreed or pending"),
    "proponent": ("proposal with a name", "proposals with a name"),
    "struck": ("passage struck out", "passages struck out"),
    "added": ("passage added", "passages added"),
    "bold": ("passage in bold or italic letters", "passages in bold or italic letters"),
    "note": ("note or footnote sign", "notes or footnote signs"),
    "recovered": ("passage with recovered letters", "passages with recovered letters"),
    "ocr": ("passage read from a picture", "passages read from pictures"),
}


class Marked(Protocol):
    """A provision, in the model or in the store."""

    @property
    def kind(self) -> str: ...

    @property
    def marks(self) -> tuple[Mark, ...]: ...


def is_option(provision: Marked) -> bool:
    """Whether a container is one of several wordings on the table."""
    return provision.kind == "hcontainer" and any(
        mark.kind == "alternative" and mark.how for mark in provision.marks
    )


def counted(provisions: Iterable[Marked]) -> str:
    """Provisions by kind in words, the commonest first.

    >>> from tracker.model import Provision
    >>> counted([Provision("art_1", "article"), Provision("art_2", "article"),
    ...          Provision("longTitle", "longTitle")])
    '2 articles, 1 title'
    >>> counted([])
    'none'
    """
    kinds = Counter(OPTION if is_option(one) else one.kind for one in provisions)
    by_words: Counter[tuple[str, str]] = Counter()
    for kind, count in kinds.items():
        by_words[PROVISIONS.get(kind) or (kind, f"{kind}s")] += count
    return _listed(sorted(by_words.items(), key=lambda one: (-one[1], one[0])))


def marks_counted(counts: Sequence[tuple[MarkKind, int]]) -> str:
    """Marks by kind in words, in the order given.

    >>> marks_counted([("bracket", 67), ("proponent", 1)])
    '67 passages in brackets, 1 proposal with a name'
    """
    return _listed([(MARKS[kind], count) for kind, count in counts])


def _listed(counts: Sequence[tuple[tuple[str, str], int]]) -> str:
    said = (f"{count:,} {words[count != 1]}" for words, count in counts)
    return ", ".join(said) or "none"
