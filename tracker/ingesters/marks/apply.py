"""What drafters wrote on a text, as marks on the exact words: brackets, alternatives, who proposed
what, what is agreed, what an editor says.

In: the provisions of a draft as an ingester placed them, with the anchors of their footnotes. Out:
the same with their marks. Words that are said of the text and not in it ("(agreed ad referendum)",
"– Aldova") are lifted out of it into the mark's `printed`; brackets and labels inside a sentence
stay. What is said behind a bracket is said of its words, else of those before it in the provision;
at a unit's number or heading it is said of the whole unit, and all words in it bear the mark too.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice

from tracker.ingesters.marks import brackets, options
from tracker.ingesters.marks.brackets import CLOSING, OPENING, Bracket
from tracker.ingesters.marks.fields import Piece, field_of
from tracker.ingesters.marks.looks import Stretches, stretches
from tracker.ingesters.marks.proponents import Proponents
from tracker.ingesters.marks.remarks import Field, Remark, lift, moved
from tracker.ingesters.marks.status import says_in_short
from tracker.ingesters.walk.weave import Woven
from tracker.model import Mark, MarkField, MarkKind, Provision
from tracker.read import Reading

_LISTED = frozenset(("point", "indent", "list"))

MOST_NAMES = 250
"""Names on a mark that stands for several: more than there are States."""


@dataclass(slots=True)
class _Work:
    """A provision, what was lifted from its text, and the marks that it has so far."""

    provision: Provision
    remarks: list[Remark] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    of_unit: list[Mark] = field(default_factory=list)


def with_marks(
    provisions: Sequence[Provision], reading: Reading, *, final: bool = False
) -> tuple[Provision, ...]:
    """The provisions with their marks; those they have are kept. `reading` tells which names are
    set off in bold or italics; `final` is a convention of final texts: there names in brackets
    are a proponent's only with what is wanted behind a colon or with words that say "proposed by",
    and words of agreement a remark only apart from all sentences ("agreed ad referendum" anywhere).
    """
    names = Proponents(text for p in provisions for text in (p.heading, p.text))
    pages = stretches(reading)
    in_short = says_in_short(text for p in provisions for text in (p.heading, p.text))
    known = Field(final=final, in_short=in_short)
    works = [_lifted(provision, names, pages, known) for provision in provisions]
    found = brackets.resolve([work.provision for work in works])
    by_end = {
        (b.pieces[-1].provision, b.pieces[-1].field, b.pieces[-1].end): b for b in found.brackets
    }
    by_start = {b.pieces[0][:3]: b for b in found.brackets}
    for n, work in enumerate(works):
        _say(works, n, work, by_start, by_end)
    _inherit(works)
    for bracket in found.brackets:
        _mark_alternative(works, bracket)
    for bracket in found.brackets:
        for piece in bracket.pieces:
            mark = Mark("bracket", piece.start, piece.end, how=bracket.how, field=piece.field)
            works[piece.provision].marks.append(mark)
    for piece in found.notes:
        works[piece.provision].marks.append(Mark("note", piece.start, piece.end, field=piece.field))
    return tuple(
        replace(work.provision, marks=(*work.marks, *work.provision.marks)) for work in works
    )


def _lifted(provision: Provision, names: Proponents, pages: Stretches, known: Field) -> _Work:
    heading, of_heading, _ = lift(
        Woven(provision.heading, provision.heading_spans),
        names,
        pages,
        replace(known, heading=True),
    )
    text, of_text, kept = lift(
        Woven(provision.text, provision.spans),
        names,
        pages,
        replace(known, before=_before_number(provision), listed=provision.kind in _LISTED),
    )
    work = _Work(provision, of_text)
    if of_heading or of_text:
        work.provision = replace(
            provision,
            heading=heading.text,
            heading_spans=heading.spans,
            text=text.text,
            spans=text.spans,
            marks=tuple(
                replace(m, start=moved(kept, m.start), end=moved(kept, m.end))
                for m in provision.marks
            ),
        )
    if not text.text:
        of_heading, work.remarks = [*of_heading, *of_text], []
    work.of_unit = [_mark(remark, 0, len(text.text)) for remark in of_heading]
    return work


def _before_number(provision: Provision) -> int:
    """How many characters of a text stand before its number: "[agreed] 2. They act"."""
    if not provision.num_spans:
        return 0
    first = (provision.num_spans[0].page, provision.num_spans[0].start)
    ends = (s.at + s.end - s.start for s in provision.spans if (s.page, s.start) < first)
    return max(ends, default=0)


def _mark(remark: Remark, start: int, end: int) -> Mark:
    return Mark(
        remark.kind,
        start,
        end,
        remark.printed.text,
        remark.by,
        remark.printed.spans,
        how=remark.how,
    )


def _say(
    works: list[_Work],
    n: int,
    work: _Work,
    by_start: dict[tuple[int, MarkField, int], Bracket],
    by_end: dict[tuple[int, MarkField, int], Bracket],
) -> None:
    """Put what was lifted from a provision on the words that it is said of."""
    work.marks += work.of_unit
    text = work.provision.text
    since = 0
    of_brackets: dict[int, tuple[Bracket, list[Remark]]] = {}
    for remark, later in zip(work.remarks, _later(work.remarks, len(text)), strict=True):
        low = _left_of(text, remark.at)
        bracket = None
        if remark.leads:
            bracket = by_start.get((n, "text", remark.at - 1))
        elif text[low - 1 : low] in tuple(CLOSING):
            bracket = by_end.get((n, "text", low))
        elif text[remark.at : remark.at + 1] in tuple(CLOSING):
            bracket = by_end.get((n, "text", remark.at + 1))
        if bracket is not None:
            of_brackets.setdefault(id(bracket), (bracket, []))[1].append(remark)
            if mine := _piece_in(bracket, n):
                work.marks.append(_mark(remark, mine.start, mine.end))
        elif low:
            start = since if since < low else 0
            work.marks.append(_mark(remark, _right_of(text, start), low))
            since = remark.at
        else:
            work.marks.append(_mark(remark, 0, _left_of(text, later)))
    for bracket, remarks in of_brackets.values():
        _say_of_others(works, n, remarks, bracket)


def _later(remarks: Sequence[Remark], end: int) -> list[int]:
    """For each remark where the next one stands that does not stand with it, or the end."""
    found: list[int] = []
    following = last = end
    for remark in reversed(remarks):
        if remark.at < last:
            following, last = last, remark.at
        found.append(following)
    return found[::-1]


def _left_of(text: str, at: int) -> int:
    """Where the words before a place end."""
    while at > 0 and text[at - 1].isspace():
        at -= 1
    return at


def _right_of(text: str, at: int) -> int:
    """Where the words after a place begin."""
    while at < len(text) and text[at].isspace():
        at += 1
    return at


def _piece_in(bracket: Bracket, n: int) -> Piece | None:
    """What a bracket holds of the text of a provision, most often its last."""
    return next(
        (p for p in reversed(bracket.pieces) if p.provision == n and p.field == "text"), None
    )


def _say_of_others(works: list[_Work], n: int, remarks: list[Remark], bracket: Bracket) -> None:
    """What is printed once stays with the mark in the provision `n`, where it stood; the bracket's
    other parts bear one mark of each kind. Words are wanted or agreed, not numbers."""
    mine = _piece_in(bracket, n)
    said = _together(_mark(remark, 0, 0) for remark in remarks)
    for piece in bracket.pieces:
        if piece is mine or (piece.field == "num" and len(bracket.pieces) > 1):
            continue
        start, end = piece.start, piece.end
        works[piece.provision].marks += [
            replace(mark, start=start, end=end, field=piece.field) for mark in said
        ]


def _together(marks: Iterable[Mark]) -> list[Mark]:
    """One mark, without what is printed, for all that say the same: it names those who say so. A
    heading with hundreds of remarks would otherwise put them all on each of its paragraphs."""
    names: dict[tuple[MarkKind, str], dict[str, None]] = {}
    for mark in marks:
        of_kind = names.setdefault((mark.kind, mark.how), {})
        of_kind.update(dict.fromkeys(filter(None, mark.by.split("; "))))
    return [
        Mark(kind, 0, 0, by="; ".join(islice(by, MOST_NAMES)), how=how)
        for (kind, how), by in names.items()
    ]


def _inherit(works: list[_Work]) -> None:
    """All words in an alternative, or in a unit of which something is said, bear its mark."""
    above: dict[str, list[Mark]] = {}
    for work in works:
        provision = work.provision
        inherited = above.get(provision.parent or "", [])
        for mark in inherited:
            if provision.text:
                work.marks.append(replace(mark, end=len(provision.text)))
            if provision.heading and mark.kind == "alternative":
                work.marks.append(replace(mark, end=len(provision.heading), field="heading"))
        own = [
            replace(mark, how=mark.how or "unit")
            for mark in _together(mark for mark in work.of_unit if mark.kind != "note")
        ]
        if provision.kind == "hcontainer" and options.OPTION.match(provision.num):
            made = Mark("alternative", 0, len(provision.text), how=options.label(provision.num))
            work.marks.append(made)
            own.append(made)
        if inherited or own:
            above[provision.eid] = [*inherited, *own]


def _mark_alternative(works: list[_Work], bracket: Bracket) -> None:
    """A bracket that begins with a label holds an alternative's words."""
    if len(bracket.pieces) > 1:
        return
    piece = bracket.pieces[0]
    text = field_of(works[piece.provision].provision, piece.field)
    found = options.inline(text, piece.start, piece.end) if text[piece.start] in OPENING else None
    if found:
        name, start, end = found
        mark = Mark("alternative", start, end, how=name, field=piece.field)
        works[piece.provision].marks.append(mark)
