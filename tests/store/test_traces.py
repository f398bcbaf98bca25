"""Back from a word to its page and offset."""

from __future__ import annotations

from pathlib import Path

from tests.store import helpers
from tracker.model import Span
from tracker.store import Library
from tracker.store.keys import draft_key, provision_key
from tracker.store.records.traces import TraceRow


def spans(*given: tuple[str, tuple[Span, ...]]) -> tuple[TraceRow, ...]:
    return tuple(
        TraceRow(field, one.at, one.page, one.start, one.end)  # type: ignore[arg-type]
        for field, some in given
        for one in some
    )


def test_all_spans_of_a_draft_are_there(tmp_path: Path) -> None:
    (draft, *_) = helpers.drafts()
    database = helpers.build(tmp_path / "moon.db", [draft])
    key = draft_key("moon", draft.symbol, "en")
    ids = {one.eid: provision_key(key, one.eid) for one in draft.provisions}
    with Library(database) as library:
        found = library.traces(ids.values())
        one = library.traces([ids["art_1"]])
        none = library.traces(["nothing", "'; --"])
    for provision in draft.provisions:
        told = found.provisions.get(ids[provision.eid], ())
        assert told == spans(
            ("number", provision.num_spans),
            ("heading", provision.heading_spans),
            ("text", provision.spans),
        )
        for place, mark in enumerate(provision.marks):
            assert found.marks.get((ids[provision.eid], place), ()) == spans(
                ("printed", mark.spans)
            )
    assert set(one.provisions) == {ids["art_1"]}
    assert (none.provisions, none.marks) == ({}, {})
