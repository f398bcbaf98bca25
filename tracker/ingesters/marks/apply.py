"""What drafters wrote on a text, as marks on the exact words: brackets, alternatives, who proposed
what, what is agreed, what an editor says.

In: the provisions of a draft as an ingester placed them, with the anchors of their footnotes. Out:
the same with their marks. Words that are said of the text and not in it ("(agreed ad referendum)",
"– Aldova") are lifted out of it into the mark's `printed`; brackets and labels inside a sentence
stay. What is said behind a bracket is said of its words, else of those before it in the provision;
at a unit's number or heading it is said of the whole unit, and all words in it bear the mark too.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import islice

from tracker.ingesters.marks import brackets, options
from tracker.ingesters.marks.brackets import CLOSING, OPENING, Bracket
from tracker.ingesters.marks.fields import field_of
from tracker.ingesters.marks.looks import Stretches, stretches
from tracker.ingesters.marks.proponents import Proponents
from tracker.ingesters.marks.remarks import Remark, lift, moved
from tracker.ingesters.walk.weave import Woven
from tracker.model import Mark, MarkField, Provision
from tracker.read import Reading


@dataclass(slots=True)
class _Work:
    """A provision, what was lifted from its text, and the marks that it has so far."""

    provision: Provision
    remarks: list[Remark] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    of_unit: list[Mark] = field(default_factory=list)


def with_marks(provisions: Sequence[Provision], reading: Reading) -> tuple[Provision, ...]:
    """The provisions with their marks; those they have are kept. `reading` tells which names are
    set off in bold or italics."""
    names = Proponents(text for p in provisions for text in (p.heading, p.text))
    pages = stretches(reading)
    works = [_lifted(provision, names, pages) for provision in provisions]
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


def _lifted(provision: Provision, names: Proponents, pages: Stretches) -> _Work:
    heading, of_heading, _ = lift(Woven(provision.heading, provision.heading_spans), names, pages)
    text, of_text, kept = lift(Woven(provision.text, provision.spans), names, pages)
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
    for place, remark in enumerate(work.remarks):
        before = text[: remark.at].rstrip()
        bracket = None
        if remark.leads:
            bracket = by_start.get((n, "text", remark.at - 1))
        elif before.endswith(tuple(CLOSING)):
            bracket = by_end.get((n, "text", len(before)))
        elif text[remark.at : remark.at + 1] in tuple(CLOSING):
            bracket = by_end.get((n, "text", remark.at + 1))
        if bracket is not None:
            _say_of_bracket(works, n, remark, bracket)
        elif before:
            start = since if since < len(before) else 0
            start += len(text[start:]) - len(text[start:].lstrip())
            work.marks.append(_mark(remark, start, len(before)))
            since = remark.at
        else:
            later = (one.at for one in islice(work.remarks, place + 1, None) if one.at > remark.at)
            work.marks.append(_mark(remark, 0, len(text[: next(later, len(text))].rstrip())))


def _say_of_bracket(works: list[_Work], n: int, remark: Remark, bracket: Bracket) -> None:
    """Words are wanted or agreed, not numbers. What is printed once stays with the mark in the
    provision where it stood."""
    mine = next((p for p in bracket.pieces if p.provision == n and p.field == "text"), None)
    for piece in (p for p in bracket.pieces if p.field != "num" or len(bracket.pieces) == 1):
        mark = _mark(remark, piece.start, piece.end)
        if piece is not mine:
            mark = replace(mark, printed="", spans=(), field=piece.field)
        works[piece.provision].marks.append(mark)


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
        said = (
            Mark(mark.kind, 0, 0, by=mark.by, how=mark.how or "unit")
            for mark in work.of_unit
            if mark.kind != "note"
        )
        own = list(dict.fromkeys(said))
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
