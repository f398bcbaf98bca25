"""A draft as it was read: its provisions with drafters' marks, and where each character stood.

In: what readers and ingesters find in one file. Out: `Draft`, which everything after them takes.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Standing = Literal["official", "paraphrase", "reconstruction", "unstated"]
"""What a source is: the text as issued, a paraphrase written for this project, a text pieced
together from others, or a file of which nobody said what it is."""

NOT_OFFICIAL: tuple[Standing, ...] = ("paraphrase", "reconstruction")
"""Standings of which every page that shows the text must warn."""

MarkKind = Literal[
    "bracket",
    "alternative",
    "agreed",
    "proponent",
    "struck",
    "added",
    "bold",
    "note",
    "recovered",
    "ocr",
]
"""What drafters put on text: [brackets], `Option 1`, `agreed ad referendum`, a proponent's name,
strike-through, underline or italic that says "new", bold that stands out, an editor's note. The
last two are the reader's: letters recovered from a broken character map, text recognised in a
picture."""

MarkField = Literal["text", "heading", "num"]
"""The part of a provision that a mark's offsets count in."""


@dataclass(frozen=True, slots=True)
class Source:
    """One file that a draft was read from (FRBR Manifestation).

    `sha256` is of the bytes of the file, in hexadecimal; `format` is the reader's name for it
    (`pdf`, `docx`, …). `address` says where the official file is, `""` if that is not known.
    """

    name: str
    sha256: str
    format: str
    size: int
    standing: Standing = "official"
    address: str = ""


@dataclass(frozen=True, slots=True)
class Span:
    """A run of characters and where it was read: `text[at : at + end - start]` of a provision is,
    to the letter, `page_text[start:end]` of page `page` of the draft's source.

    Characters of a provision that no span covers are single spaces and line breaks that stand
    where the source breaks a line or a page.
    """

    at: int
    page: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Mark:
    """What drafters put on the words `text[start:end]` of a provision, or with `field` on those of
    its heading or number.

    A bracket's own characters stay in the text and inside its range; one that goes over several
    provisions marks its part of each. A mark whose words are not part of the provision
    (`[agreed ad referendum]`) carries them in `printed`, with `spans` whose `at` counts in
    `printed`; its range is what it is said of. `by` is who proposed it or made the change, names
    joined with `; `; `date` when, as the file says (ISO 8601, with a time if there is one). `how`
    says what the mark was read from, or what it says, where that matters:

    * `tracked` a word processor's tracked change, `moved` one that it calls a move;
    * `italic` for `bold` type that is italic;
    * `unclosed`, `unopened` a bracket without its other half: it ends (begins) with its provision;
    * `unit` what is said of a whole unit at its number or heading, on the words inside it;
    * of an alternative its label (`Option 1`); of a proponent what it wants done where that is not
      to have the words (`delete`, `retain`, `reserve`, …).
    """

    kind: MarkKind
    start: int
    end: int
    printed: str = ""
    by: str = ""
    spans: tuple[Span, ...] = ()
    date: str = ""
    how: str = ""
    field: MarkField = "text"


@dataclass(frozen=True, slots=True)
class Provision:
    """Any unit of a draft: preamble recital, chapter, article, paragraph, point.

    `kind` is the name of its Akoma Ntoso element. `num` is the number as printed (`Article 5`,
    `(a)`), `""` where there is none. `text` holds its own words, without those of the provisions
    inside it; a line break in it separates blocks. Words that come after the inner provisions are
    a provision of kind `wrapUp` of their own. `parent` is the eId of the provision it stands in.
    """

    eid: str
    kind: str
    num: str = ""
    heading: str = ""
    text: str = ""
    parent: str | None = None
    marks: tuple[Mark, ...] = ()
    spans: tuple[Span, ...] = ()
    num_spans: tuple[Span, ...] = ()
    heading_spans: tuple[Span, ...] = ()

    @property
    def page(self) -> int | None:
        """The page on which the provision begins, None if it has no characters of its own."""
        for spans in (self.num_spans, self.heading_spans, self.spans):
            if spans:
                return spans[0].page
        return None

    def words(self, mark: Mark) -> str:
        """The words that a mark of this provision is on."""
        held = {"text": self.text, "heading": self.heading, "num": self.num}[mark.field]
        return held[mark.start : mark.end]


@dataclass(frozen=True, slots=True)
class Furniture:
    """Text of a source that belongs to no provision, kept apart under the name of what it is.

    `kind` is `running-head`, `page-number`, `footnote`, … (`tracker.kinds.PLACES` tells them all),
    `other-layer` (see `Draft.layer`) or, when nothing claims it, `unplaced`. `text` is
    `page_text[start:end]`.
    """

    kind: str
    text: str
    page: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Draft:
    """The text of a negotiation as of one round, in one language (FRBR Expression).

    `partial` says that the document covers only part of the text under negotiation, so that what
    it does not hold is not thereby deleted. `pages` are the texts of the source's pages, to which
    all spans refer. `layer` says which of several texts in one file this is: a committee print
    holds the bill as introduced and as reported, a four-column table four positions; `""` where
    there is one; `layer_place` is its place among them in the order of time, from 1, 0 where there
    is one. `warnings` are sentences that a reader of the draft must see.
    """

    negotiation: str
    symbol: str
    date: str
    language: str
    title: str
    convention: str
    source: Source
    provisions: tuple[Provision, ...]
    furniture: tuple[Furniture, ...] = ()
    pages: tuple[str, ...] = ()
    partial: bool = False
    layer: str = ""
    layer_place: int = 0
    warnings: tuple[str, ...] = ()

    @property
    def unplaced(self) -> tuple[Furniture, ...]:
        """What the ingester could not place."""
        return tuple(f for f in self.furniture if f.kind == "unplaced")
