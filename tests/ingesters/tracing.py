"""Checks that hold for every ingested draft: each character traced, none lost; and drafts made
for tests, told in lines."""

from __future__ import annotations

from pathlib import Path

from tracker.ingesters import About
from tracker.ingesters.un_treaty import UnTreaty
from tracker.kinds import PLACES
from tracker.model import Draft, Span
from tracker.read import read
from tracker.report import report

ABOUT = About("made-up", "A/1", "2031-02-03")


def treaty(tmp_path: Path, text: str | bytes, name: str = "treaty.txt") -> Draft:
    """The draft in a text written for a test, checked."""
    path = tmp_path / name
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    made = UnTreaty().ingest(read(path), ABOUT)
    check_traced(made)
    assert left_over(made) == ""
    return made


def outline(made: Draft) -> list[str]:
    """One line a provision: its eId, and its number, heading and text."""
    return [
        f"{p.eid}: " + " | ".join(filter(None, (p.num, p.heading, p.text))) for p in made.provisions
    ]


def furniture(made: Draft) -> list[tuple[str, str]]:
    """Kind and text of all that is no provision."""
    return [(f.kind, f.text) for f in made.furniture]


def check_traced(draft: Draft) -> None:
    """Every character that is no white space stands in its page where its span says, and none
    is claimed by two places."""
    assert report(draft).errors == ()
    assert {piece.kind for piece in draft.furniture} <= PLACES.keys()
    for provision in draft.provisions:
        for text, spans in (
            (provision.num, provision.num_spans),
            (provision.heading, provision.heading_spans),
            (provision.text, provision.spans),
            *((mark.printed, mark.spans) for mark in provision.marks if mark.printed),
        ):
            covered: set[int] = set()
            for span in spans:
                length = span.end - span.start
                there = draft.pages[span.page - 1][span.start : span.end]
                assert text[span.at : span.at + length] == there, (provision.eid, span)
                covered.update(range(span.at, span.at + length))
            lost = [text[n] for n in range(len(text)) if n not in covered and not text[n].isspace()]
            assert not lost, (provision.eid, lost)


def left_over(draft: Draft) -> str:
    """Visible characters of the pages that stand neither in a provision nor in the furniture,
    nor are a typesetter's hyphen at the end of a line."""
    left = [{n for n, c in enumerate(page) if not c.isspace()} for page in draft.pages]
    spans: list[Span] = []
    for p in draft.provisions:
        spans += [*p.spans, *p.num_spans, *p.heading_spans]
        spans += [span for mark in p.marks for span in mark.spans]
    for span in spans:
        left[span.page - 1] -= set(range(span.start, span.end))
    for piece in draft.furniture:
        left[piece.page - 1] -= set(range(piece.start, piece.end))
    return "".join(
        page[n]
        for page, rest in zip(draft.pages, left, strict=True)
        for n in sorted(rest)
        if not (page[n] in "-\u2010\u00ad" and page[n + 1 : n + 2] in ("\n", ""))
    )
