"""Hypothesis strategies: drafts as any ingester may make them, and stranger ones.

Shapes: a draft is a tree of provisions in document order, of kinds that may or may not belong
where they stand; texts have brackets, line breaks, several scripts, both directions of writing
and characters that XML escapes.
"""

from __future__ import annotations

from typing import get_args

from hypothesis import strategies as st

from tracker.model import Draft, Furniture, Mark, MarkField, MarkKind, Provision, Source, Span

KINDS = (
    "longTitle",
    "citation",
    "recital",
    "formula",
    "book",
    "part",
    "title",
    "chapter",
    "subchapter",
    "section",
    "subsection",
    "article",
    "paragraph",
    "subparagraph",
    "point",
    "indent",
    "list",
    "hcontainer",
    "wrapUp",
    "conclusions",
    "attachment",
    "schedule",
)

WORDS = (
    "Each",
    "State Party",
    "shall",
    "[may]",
    "[or",
    "not]",
    "criminalise;",
    "a < b & c > d",
    '"quoted"',
    "]]>",
    "«объект»",
    "条约",
    "معاهدة",
    "\u200fنص\u200e",
    "e\u0301tat",
    "\U0001f4dc",
    "(a)",
    "\u00a0",
    "\u2028",
)

XML_CHARACTERS = st.characters(
    exclude_categories=("Cs",),
    exclude_characters=[
        *(chr(c) for c in range(32) if chr(c) not in "\t\n\r"),
        "\ufffe",
        "\uffff",
    ],
)

odd_text = st.text(XML_CHARACTERS, max_size=30)
"""Any characters that XML can hold, at any place."""

phrase = st.lists(st.sampled_from(WORDS), min_size=1, max_size=6).map(" ".join)
text = st.one_of(
    st.just(""),
    st.lists(phrase, min_size=1, max_size=3).map("\n".join),
    odd_text,
)
number = st.sampled_from(["", "Article 1", "1.", "(a)", "[2]", "IV", "المادة ٢"])
small = st.integers(min_value=0, max_value=40)


def spans(most: int = 2) -> st.SearchStrategy[tuple[Span, ...]]:
    """A few spans, of any pages and places."""
    span = st.builds(Span, at=small, page=st.integers(1, 3), start=small, end=small)
    return st.lists(span, max_size=most).map(tuple)


@st.composite
def marks(draw: st.DrawFn, fields: dict[MarkField, str]) -> tuple[Mark, ...]:
    """Marks on the fields of a provision, overlapping as they like."""
    made = []
    for _ in range(draw(st.integers(0, 4))):
        field = draw(st.sampled_from(sorted(fields)))
        length = len(fields[field])
        start, end = sorted((draw(st.integers(0, length)), draw(st.integers(0, length))))
        made.append(
            Mark(
                kind=draw(st.sampled_from(get_args(MarkKind))),
                start=start,
                end=end,
                printed=draw(st.sampled_from(["", "", "[agreed ad referendum]"])),
                by=draw(st.sampled_from(["", "A & B"])),
                spans=draw(spans(1)),
                date=draw(st.sampled_from(["", "2031-02-03T04:05:06Z"])),
                how=draw(st.sampled_from(["", "tracked", "unclosed", "Option <1>"])),
                field=field,
            )
        )
    return tuple(made)


@st.composite
def provisions(draw: st.DrawFn, most: int = 12) -> tuple[Provision, ...]:
    """A tree of provisions in document order, each behind what it stands in."""
    made: list[Provision] = []
    path: list[str] = []
    for number_in_order in range(draw(st.integers(0, most))):
        del path[draw(st.integers(0, len(path))) :]
        fields: dict[MarkField, str] = {
            "text": draw(text),
            "num": draw(number),
            "heading": draw(st.one_of(st.just(""), phrase, odd_text)),
        }
        provision = Provision(
            eid=f"e{number_in_order}",
            kind=draw(st.sampled_from(KINDS)),
            num=fields["num"],
            heading=fields["heading"],
            text=fields["text"],
            parent=path[-1] if path else None,
            marks=draw(marks(fields)),
            spans=draw(spans()),
            num_spans=draw(spans(1)),
            heading_spans=draw(spans(1)),
        )
        made.append(provision)
        path.append(provision.eid)
    return tuple(made)


def drafts() -> st.SearchStrategy[Draft]:
    """A whole draft."""
    furniture = st.builds(
        Furniture,
        kind=st.sampled_from(["footnote", "running-head", "other-layer", "unplaced"]),
        text=text,
        page=st.integers(1, 3),
        start=small,
        end=small,
    )
    source = st.builds(
        Source,
        name=st.sampled_from(["a.pdf", "b & c.xml"]),
        sha256=st.just("0" * 64),
        format=st.sampled_from(["pdf", "xml"]),
        size=small,
        standing=st.sampled_from(["official", "paraphrase", "reconstruction"]),
        address=st.sampled_from(["", "https://example.org/?a=1&b=2"]),
    )
    return st.builds(
        Draft,
        negotiation=st.sampled_from(["made-up-treaty", "a/b c"]),
        symbol=st.sampled_from(["A/CONF.1/2", "Entwurf №3 <neu>"]),
        date=st.dates().map(lambda day: day.isoformat()),
        language=st.sampled_from(["en", "ar", "tlh"]),
        title=text,
        convention=st.sampled_from(["un-treaty", ""]),
        source=source,
        provisions=provisions(),
        furniture=st.lists(furniture, max_size=2).map(tuple),
        pages=st.lists(text, max_size=3).map(tuple),
        partial=st.booleans(),
        layer=st.sampled_from(["", "before", "as <reported>"]),
        layer_place=st.integers(0, 2),
        warnings=st.lists(text, max_size=2).map(tuple),
    )
