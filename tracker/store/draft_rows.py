"""A draft as rows, and back again to the letter.

In: a `Draft`, its round and the legal functions of its provisions. Out: rows of `drafts`,
`sources`, `source_pages`, `furniture`, `provisions`, `provision_spans`, `marks`, `mark_spans`,
`draft_warnings` and, from its reading report, `reading_shares`; and from those the same `Draft`.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping

from tracker import engine
from tracker.errors import StoreError
from tracker.history import address
from tracker.model import Draft, Furniture, Mark, MarkField, Provision, Round, Source, Span
from tracker.report import report
from tracker.store.keys import draft_key, provision_key, source_key
from tracker.store.rows import mark_of
from tracker.store.tables import (
    DRAFTS,
    FURNITURE,
    MARK_SPANS,
    MARKS,
    PAGES,
    PROVISIONS,
    SHARES,
    SOURCES,
    SPANS,
    WARNINGS,
    Row,
    put_rows,
)
from tracker.words import count

Functions = Mapping[str, tuple[str, str]]
"""By eId: the legal function and the words that showed it."""

_FIELDS: dict[MarkField, str] = {"num": "number", "heading": "heading", "text": "text"}
_OF_DRAFT = "provision_id IN (SELECT id FROM provisions WHERE draft_id = ?)"


def check(draft: Draft) -> None:
    """Refuse a draft that has no place in the tables.

    Raises:
        StoreError: two provisions have one eId, or one stands in a provision that is not before it.
    """
    seen: set[str] = set()
    for provision in draft.provisions:
        if provision.eid in seen:
            raise StoreError(f"{draft.symbol}: two provisions have the eId {provision.eid!r}")
        if provision.parent is not None and provision.parent not in seen:
            raise StoreError(
                f"{draft.symbol}: {provision.eid!r} stands in {provision.parent!r}, which does not "
                "come before it"
            )
        seen.add(provision.eid)


def write(
    conn: sqlite3.Connection,
    draft: Draft,
    round: Round | None,
    functions: Functions,
    xml_file: str,
) -> bool:
    """Write a draft; whether the words that are searched changed."""
    draft_id = draft_key(draft.negotiation, draft.symbol, draft.language)
    source_id = source_key(draft_id, draft.source.sha256)
    put_rows(conn, DRAFTS, [_draft(draft_id, draft, round, xml_file)], "id = ?", (draft_id,))
    conn.execute(
        "UPDATE sources SET current = 0 WHERE draft_id = ? AND id <> ? AND current = 1",
        (draft_id, source_id),
    )
    put_rows(conn, SOURCES, [_source(draft_id, source_id, draft.source)], "id = ?", (source_id,))
    of_files = "source_id IN (SELECT id FROM sources WHERE draft_id = ?)"
    pages: list[Row] = [(source_id, page, text) for page, text in enumerate(draft.pages, 1)]
    furniture: list[Row] = [
        (source_id, ordinal, one.kind, one.text, one.page, one.start, one.end)
        for ordinal, one in enumerate(draft.furniture, 1)
    ]
    put_rows(conn, PAGES, pages, of_files, (draft_id,))
    put_rows(conn, FURNITURE, furniture, of_files, (draft_id,))
    _write_report(conn, draft_id, source_id, draft)
    rows = _provisions(draft_id, draft, functions)
    searched = put_rows(conn, PROVISIONS, rows, "draft_id = ?", (draft_id,))
    put_rows(conn, SPANS, _spans(draft_id, draft), _OF_DRAFT, (draft_id,))
    put_rows(conn, MARKS, _marks(draft_id, draft), _OF_DRAFT, (draft_id,))
    put_rows(conn, MARK_SPANS, _mark_spans(draft_id, draft), _OF_DRAFT, (draft_id,))
    return searched


def _write_report(conn: sqlite3.Connection, draft_id: str, source_id: str, draft: Draft) -> None:
    found = report(draft)
    said = [*((0, one) for one in draft.warnings), *((1, one) for one in found.errors)]
    warnings: list[Row] = [(draft_id, n, *one) for n, one in enumerate(said, 1)]
    shares: list[Row] = [
        (source_id, n, one.place, one.characters, round(one.share, 6))
        for n, one in enumerate(found.shares, 1)
    ]
    put_rows(conn, WARNINGS, warnings, "draft_id = ?", (draft_id,))
    of_files = "source_id IN (SELECT id FROM sources WHERE draft_id = ?)"
    put_rows(conn, SHARES, shares, of_files, (draft_id,))


def write_missing_reports(conn: sqlite3.Connection) -> None:
    """Write the reading reports of drafts that were put in before there were any."""
    lacking = conn.execute(
        "SELECT draft_id, id FROM sources WHERE current = 1 "
        "AND id NOT IN (SELECT source_id FROM reading_shares) ORDER BY id"
    ).fetchall()
    for draft_id, source_id in lacking:
        draft = read(conn, draft_id)
        if draft is not None:
            _write_report(conn, draft_id, source_id, draft)


def _draft(draft_id: str, draft: Draft, round: Round | None, xml_file: str) -> Row:
    words = sum(count(one.heading) + count(one.text) for one in draft.provisions)
    return (
        draft_id,
        draft.negotiation,
        draft.symbol,
        draft.language,
        draft.date,
        round.when if round else draft.date,
        round.name if round else draft.symbol,
        round.session if round else "",
        round.place if round else "",
        draft.title,
        draft.convention,
        draft.source.standing,
        int(draft.partial),
        (round.official if round else "") or draft.source.address,
        words,
        unplaced_share(draft),
        xml_file,
        draft.layer,
        draft.layer_place,
        engine.fingerprint(),
    )


def unplaced_share(draft: Draft) -> float:
    """The part of the source's characters, white space apart, that could not be placed: 0 to 1."""
    read = sum(_visible(page) for page in draft.pages)
    unplaced = sum(_visible(piece.text) for piece in draft.unplaced)
    return round(min(1.0, unplaced / read), 6) if read else 0.0


def _visible(text: str) -> int:
    return len("".join(text.split()))


def _source(draft_id: str, source_id: str, source: Source) -> Row:
    return (
        source_id,
        draft_id,
        source.sha256,
        source.name,
        source.format,
        source.size,
        source.standing,
        source.address,
        1,
    )


def _provisions(draft_id: str, draft: Draft, functions: Functions) -> Iterator[Row]:
    # Here, because the package brings scipy, which those who only read have no use for.
    from tracker.align.outline import Outline

    articles = {node.provision.eid for node in Outline(draft).nodes if node.level == "unit"}
    depths: dict[str | None, int] = {None: -1}
    for ordinal, one in enumerate(draft.provisions, 1):
        depths[one.eid] = depths[one.parent] + 1
        function, evidence = functions.get(one.eid, ("", ""))
        key = provision_key(draft_id, one.eid)
        yield (
            key,
            draft_id,
            one.eid,
            ordinal,
            one.kind,
            int(one.eid in articles),
            one.num,
            one.heading,
            one.text,
            None if one.parent is None else provision_key(draft_id, one.parent),
            depths[one.eid],
            one.page,
            function,
            evidence,
            count(one.heading) + count(one.text),
            address(key),
        )


def _spans(draft_id: str, draft: Draft) -> Iterator[Row]:
    for one in draft.provisions:
        key = provision_key(draft_id, one.eid)
        fields = (("number", one.num_spans), ("heading", one.heading_spans), ("text", one.spans))
        for field, spans in fields:
            for n, span in enumerate(spans, 1):
                yield (key, field, n, span.at, span.page, span.start, span.end)


def _marks(draft_id: str, draft: Draft) -> Iterator[Row]:
    for one in draft.provisions:
        key = provision_key(draft_id, one.eid)
        for n, mark in enumerate(one.marks, 1):
            said = (mark.printed, mark.by, mark.date, mark.how, _FIELDS[mark.field])
            yield (key, n, mark.kind, mark.start, mark.end, one.words(mark), *said)


def _mark_spans(draft_id: str, draft: Draft) -> Iterator[Row]:
    for one in draft.provisions:
        key = provision_key(draft_id, one.eid)
        for n, mark in enumerate(one.marks, 1):
            for m, span in enumerate(mark.spans, 1):
                yield (key, n, m, span.at, span.page, span.start, span.end)


def read(conn: sqlite3.Connection, draft_id: str) -> Draft | None:
    """The draft as it was put in, None if there is none."""
    row = conn.execute(
        "SELECT negotiation_id, symbol, date, language, title, convention, partial, layer, "
        "layer_place FROM drafts WHERE id = ?",
        (draft_id,),
    ).fetchone()
    if row is None:
        return None
    source = conn.execute(
        "SELECT id, file_name, sha256, format, size_bytes, standing, address FROM sources "
        "WHERE draft_id = ? AND current = 1",
        (draft_id,),
    ).fetchone()
    furniture = conn.execute(
        "SELECT kind, text, page, page_start, page_end FROM furniture WHERE source_id = ? "
        "ORDER BY ordinal",
        (source[0],),
    )
    pages = conn.execute(
        "SELECT text FROM source_pages WHERE source_id = ? ORDER BY page", (source[0],)
    )
    warnings = conn.execute(
        "SELECT warning FROM draft_warnings WHERE draft_id = ? AND is_error = 0 ORDER BY ordinal",
        (draft_id,),
    )
    negotiation, symbol, date, language, title, convention, partial, layer, layer_place = row
    return Draft(
        negotiation=negotiation,
        symbol=symbol,
        date=date,
        language=language,
        title=title,
        convention=convention,
        source=Source(*source[1:]),
        provisions=tuple(_read_provisions(conn, draft_id)),
        furniture=tuple(Furniture(*one) for one in furniture),
        pages=tuple(one[0] for one in pages),
        partial=bool(partial),
        layer=layer,
        layer_place=layer_place,
        warnings=tuple(one[0] for one in warnings),
    )


def _read_provisions(conn: sqlite3.Connection, draft_id: str) -> Iterator[Provision]:
    spans: dict[tuple[str, str], list[Span]] = {}
    for key, field, *span in conn.execute(
        "SELECT provision_id, field, field_start, page, page_start, page_end FROM provision_spans "
        f"WHERE {_OF_DRAFT} ORDER BY provision_id, field, ordinal",
        (draft_id,),
    ):
        spans.setdefault((key, field), []).append(Span(*span))
    marks = _read_marks(conn, draft_id)
    for key, eid, kind, number, heading, text, parent_id in conn.execute(
        "SELECT id, eid, kind, number, heading, text, parent_id FROM provisions "
        "WHERE draft_id = ? ORDER BY ordinal",
        (draft_id,),
    ):
        yield Provision(
            eid=eid,
            kind=kind,
            num=number,
            heading=heading,
            text=text,
            parent=None if parent_id is None else parent_id[len(draft_id) + 1 :],
            marks=tuple(marks.get(key, ())),
            spans=tuple(spans.get((key, "text"), ())),
            num_spans=tuple(spans.get((key, "number"), ())),
            heading_spans=tuple(spans.get((key, "heading"), ())),
        )


def _read_marks(conn: sqlite3.Connection, draft_id: str) -> dict[str, list[Mark]]:
    spans: dict[tuple[str, int], list[Span]] = {}
    for key, mark, *span in conn.execute(
        "SELECT provision_id, mark_ordinal, printed_start, page, page_start, page_end "
        f"FROM mark_spans WHERE {_OF_DRAFT} ORDER BY provision_id, mark_ordinal, ordinal",
        (draft_id,),
    ):
        spans.setdefault((key, mark), []).append(Span(*span))
    marks: dict[str, list[Mark]] = {}
    for key, ordinal, *values in conn.execute(
        "SELECT provision_id, ordinal, kind, text_start, text_end, printed, proponent, date, how, "
        f"field FROM marks WHERE {_OF_DRAFT} ORDER BY provision_id, ordinal",
        (draft_id,),
    ):
        held = tuple(spans.get((key, ordinal), ()))
        marks.setdefault(key, []).append(mark_of(values, held))
    return marks
