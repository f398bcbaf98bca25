"""The things this project talks about, as frozen dataclasses that pass from stage to stage.

Said once, for all of them:

* offsets are half-open (`start` is inside, `end` is not) and count Unicode code points;
* pages count from 1; a format without pages (HTML, XML, Word) has the one page 1;
* dates are ISO 8601 calendar dates (`2024-08-08`);
* languages are ISO 639-1 codes (`en`, `ar`);
* the order of a tuple of provisions is the order of the document.

Words follow Akoma Ntoso 3.0 and FRBR: a negotiation is a Work, a draft an Expression of it, a
source a Manifestation.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Standing = Literal["official", "paraphrase", "reconstruction", "unstated"]
"""What a source is: the text as issued, a paraphrase written for this project, a text pieced
together from others, or a file of which nobody said what it is."""

NOT_OFFICIAL: tuple[Standing, ...] = ("paraphrase", "reconstruction")
"""Standings of which every page that shows the text must warn."""

Relation = Literal[
    "same", "renumbered", "moved", "split", "merged", "demoted", "promoted", "inserted", "deleted"
]
"""What became of a provision; the last two stand in links with one end only."""

RELATIONS: tuple[Relation, ...] = (
    "same",
    "renumbered",
    "moved",
    "split",
    "merged",
    "demoted",
    "promoted",
    "inserted",
    "deleted",
)

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

Operation = Literal["equal", "delete", "insert"]

Action = Literal["accept", "reject", "add"]
"""What a person may decide of a link: that it is right, that it is wrong, that there is one."""


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


@dataclass(frozen=True, slots=True)
class Round:
    """The place of a draft in a negotiation, as the manifest tells it.

    `date` orders the rounds; `when` is what is printed for people (`mid-2023`). `facts` are
    sentences about the round with how sure they are; `file` is the bundled text, relative to the
    manifest; `standing` is that file's. `official` is the address of the official document.
    `partial` says that the document covers only part of the text, `excerpt` that only the bundled
    file does. `layer` is which of several texts in the file is meant; `""` is the last of them, or
    with tracked changes one draft with the changes as marks. `language` is the draft's, `""` for
    that of the negotiation. `sha256` and `format` are those of the official document, `""` if they
    are not known.
    """

    id: str
    symbol: str
    date: str
    when: str
    name: str
    session: str = ""
    place: str = ""
    file: str = ""
    standing: Standing = "official"
    convention: str = ""
    official: str = ""
    partial: bool = False
    excerpt: bool = False
    facts: tuple[Fact, ...] = ()
    layer: str = ""
    language: str = ""
    sha256: str = ""
    format: str = ""


@dataclass(frozen=True, slots=True)
class Fact:
    """A sentence about a round or a provision, and how sure it is.

    `sure` is `A` (read in the text or on an official page), `B` (a secondary source), `S` (stated
    by an advocacy document) or `C` (recalled, not checked: shown as unverified). `provision` is
    the eId it is about, `""` for the whole round.
    """

    text: str
    sure: Literal["A", "B", "S", "C"]
    provision: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class Story:
    """One thing to see in a negotiation, which a page can lead to: a provision of one draft."""

    title: str
    text: str
    symbol: str
    provision: str


@dataclass(frozen=True, slots=True)
class Claim:
    """What somebody says of a provision, to be shown beside the text it is about.

    `provision` is an eId of the draft `symbol`, `""` for the whole draft; `source` is who says it
    and where; `date` is when, as exactly as is known: `2024-10-07`, `2024-10` or `2024`.
    """

    provision: str
    text: str
    source: str
    date: str
    symbol: str


@dataclass(frozen=True, slots=True)
class Negotiation:
    """The text being negotiated, through all its rounds (FRBR Work).

    `pattern` is the address of an official document by its `{symbol}` and `{language}`, `hosts` are
    those that may be asked for it besides the usual ones.
    """

    id: str
    title: str
    summary: str = ""
    language: str = "en"
    country: str = "zz"
    notice: str = ""
    rounds: tuple[Round, ...] = ()
    stories: tuple[Story, ...] = ()
    claims: tuple[Claim, ...] = ()
    pattern: str = ""
    hosts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Decision:
    """What a person decided of the link from provision `old` of the draft `old_draft` to `new` of
    `new_draft`; it overrides what the alignment says.

    `old` and `new` are numbers as printed (`article 12(2)`) or eIds. `old_words` and `new_words`
    are the first words that the provisions had when it was decided, `old_seal` and `new_seal` the
    seals of their whole texts, `""` if not given: by these it is seen that a text has changed.
    `relation` is `""` where that of the alignment stays; `language` is `""` for the negotiation's.
    """

    action: Action
    old_draft: str
    old: str
    old_words: str
    new_draft: str
    new: str
    new_words: str
    name: str
    date: str
    reason: str
    relation: Relation | Literal[""] = ""
    language: str = ""
    old_seal: str = ""
    new_seal: str = ""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A partner that a provision might have had instead, with its score (0 to 1)."""

    eid: str
    score: float


@dataclass(frozen=True, slots=True)
class Link:
    """Provision `old` of the older draft became provision `new` of the newer; eIds, None where
    there is no partner. `score` is how sure the link is, 0 to 1; `evidence` says in words what made
    the link; `runner_up` is the next best partner; `decided` are the decisions of people that made
    it what it is."""

    old: str | None
    new: str | None
    relation: Relation
    score: float
    evidence: tuple[str, ...] = ()
    runner_up: Candidate | None = None
    decided: tuple[Decision, ...] = ()


@dataclass(frozen=True, slots=True)
class Alignment:
    """All links between two drafts, named by their symbols: first those with a new end in the
    order of the newer draft, then the deleted in the order of the older."""

    old: str
    new: str
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Hunk:
    """One run of equal, deleted or inserted characters of a provision's text."""

    operation: Operation
    text: str


@dataclass(frozen=True, slots=True)
class Change:
    """What happened to the words of a linked provision.

    The equal and deleted hunks, joined, are the old text; the equal and inserted the new one. What
    was split has a change for each part: their equal and deleted hunks, one part after the other,
    are the old text; what was merged, mirrored. `words_deleted` and `words_inserted` count words.
    `coarse` says that the pair was too large or too different for a word-by-word comparison.
    """

    old: str | None
    new: str | None
    relation: Relation
    text: tuple[Hunk, ...]
    heading: tuple[Hunk, ...]
    words_deleted: int
    words_inserted: int
    coarse: bool = False

    @property
    def changed(self) -> bool:
        """Whether a reader has anything to see: other words, another place or number."""
        return self.relation != "same" or any(
            hunk.operation != "equal" and hunk.text.strip() for hunk in (*self.heading, *self.text)
        )


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two drafts compared: which provision became which, and what happened to its words; one
    change a link, in the links' order."""

    alignment: Alignment
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Member:
    """One provision of a thread: `eid` in the draft `symbol`, and the link by which it continues
    the member before (None for the first)."""

    symbol: str
    eid: str
    link: Link | None = None


@dataclass(frozen=True, slots=True)
class Thread:
    """One provision through all the drafts it stands in, in their order.

    `id` is the address of its first member; the addresses of all members lead to the thread, so
    an address once given out stays good when rounds are added before, between or after.
    """

    id: str
    members: tuple[Member, ...]
