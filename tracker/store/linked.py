"""One change between two drafts, found by its address.

In: a connection and an address. Out: `LinkPage`, also where the two texts are not linked any more;
None for an address of nothing that is here. An address of the newer text before the older one is
that of the same change.
"""

from __future__ import annotations

import json
import sqlite3

from tracker.history import address as address_of
from tracker.store import findings
from tracker.store.absences import with_absences
from tracker.store.comparing import rows_from, rows_within
from tracker.store.keys import comparison_key, link_key
from tracker.store.link_address import ends_of, link_address
from tracker.store.records import ChangeRow, DraftRow, ProvisionRow
from tracker.store.records.links import LaterRound, LinkEnd, LinkPage, Passage
from tracker.store.rows import comparisons, drafts, provisions_by_id, sources, subtree

MOST = 120
"""Of a chapter or an annex, so many provisions belong to a card, beginning with the first."""

_Place = tuple[DraftRow, ProvisionRow | None]


def link_page(conn: sqlite3.Connection, text: str) -> LinkPage | None:
    """The change at an address, None if it names nothing that is here."""
    places = _places(conn, text)
    if places is None:
        return None
    (older, old_one), (newer, new_one) = places
    compared = next(iter(comparisons(conn, "id = ?", (comparison_key(older.id, newer.id),))), None)
    if compared is None:
        return None
    old, new = _end(conn, older, old_one), _end(conn, newer, new_one)
    change, rows, beside = _told(conn, compared.id, old, new)
    found = findings.of_links(conn, [row.link_id for row in rows])
    told = {one.link_id: one for some in found.values() for one in some}
    return LinkPage(
        address=link_address(
            old_one.id if old_one is not None else None,
            new_one.id if new_one is not None else None,
            (older.id, newer.id),
        ),
        comparison=compared,
        old=old,
        new=new,
        change=change,
        rows=rows,
        beside=beside,
        findings=tuple(sorted(told.values(), key=lambda one: one.rank)),
        looked=findings.looked(conn, compared.id),
        since=_since(conn, newer, new if new_one is not None else old),
    )


def change_of(conn: sqlite3.Connection, link_id: str) -> str | None:
    """The address of the change of a link, by the link's id; None if there is no such link."""
    row = conn.execute(
        "SELECT old_provision_id, new_provision_id, old_draft_id, new_draft_id FROM links "
        "JOIN comparisons ON comparisons.id = links.comparison_id WHERE links.id = ?",
        (link_id,),
    ).fetchone()
    return link_address(row[0], row[1], (row[2], row[3])) if row else None


def _places(conn: sqlite3.Connection, text: str) -> tuple[_Place, _Place] | None:
    """The two drafts that an address is about, the older first, each with its provision."""
    ends = ends_of(text)
    if ends is None:
        return None
    named = [_named(conn, one) for one in (ends.old, ends.new) if one]
    known = [one for one in named if one is not None]
    if len(known) < len(named):
        return None
    first = known[0]
    of_draft = {
        one.id: one
        for one in drafts(
            conn,
            "negotiation_id = (SELECT negotiation_id FROM drafts WHERE id = ?1) "
            "AND language = (SELECT language FROM drafts WHERE id = ?1)",
            (first.draft_id,),
        )
    }
    places: list[_Place] = [
        (of_draft[one.draft_id], one) for one in known if one.draft_id in of_draft
    ]
    if ends.draft:
        places += [(one, None) for one in of_draft.values() if address_of(one.id) == ends.draft]
    if len(places) != 2 or places[0][0].id == places[1][0].id:
        return None
    older, newer = sorted(places, key=lambda place: place[0].position)
    return older, newer


def _named(conn: sqlite3.Connection, address: str) -> ProvisionRow | None:
    row = conn.execute("SELECT id FROM provisions WHERE address = ?", (address,)).fetchone()
    return provisions_by_id(conn, [row[0]])[row[0]] if row else None


def _end(conn: sqlite3.Connection, draft: DraftRow, provision: ProvisionRow | None) -> LinkEnd:
    source = next((one for one in sources(conn, draft.id) if one.current), None)
    if provision is None:
        return LinkEnd(draft, None, (), 0, (), source, ())
    inside = subtree(conn, provision.id)
    shown = tuple(inside[:MOST])
    ids = json.dumps([one.id for one in shown])
    passages = conn.execute(
        "SELECT page, min(page_start), max(page_end) FROM provision_spans "
        "WHERE provision_id IN (SELECT value FROM json_each(?)) GROUP BY page ORDER BY page",
        (ids,),
    )
    return LinkEnd(
        draft=draft,
        provision=provision,
        provisions=shown,
        left_out=len(inside) - len(shown),
        around=_around(conn, provision),
        source=source,
        passages=tuple(Passage(*row) for row in passages),
    )


def _around(conn: sqlite3.Connection, provision: ProvisionRow) -> tuple[ProvisionRow, ...]:
    found = conn.execute(
        "WITH RECURSIVE above(id, step) AS (SELECT ?, 0 UNION ALL SELECT provisions.parent_id, "
        "step + 1 FROM provisions JOIN above ON provisions.id = above.id "
        "WHERE provisions.parent_id IS NOT NULL) SELECT id FROM above WHERE step > 0 ORDER BY step",
        (provision.id,),
    )
    ids = [row[0] for row in found]
    known = provisions_by_id(conn, ids)
    return tuple(known[one] for one in ids)


def _told(
    conn: sqlite3.Connection, comparison_id: str, old: LinkEnd, new: LinkEnd
) -> tuple[ChangeRow | None, tuple[ChangeRow, ...], tuple[ChangeRow, ...]]:
    """The change, the rows of its stretch, and the others that a sentence about it needs."""
    here, gone = rows_within(conn, comparison_id, old.provisions, new.provisions)
    here = with_absences(conn, comparison_id, here)
    around, above = rows_within(conn, comparison_id, old.around, new.around)
    own = link_key(
        comparison_id,
        old.provision.eid if old.provision is not None else None,
        new.provision.eid if new.provision is not None else None,
    )
    change = next((row for row in here if row.link_id == own), None)
    rows = [] if change is None else [change, *(row for row in here if not _is_of(row, old, new))]
    shown = {row.link_id for row in rows}
    others = {row.link_id: row for row in (*here, *gone, *around, *above)}
    return change, tuple(rows), tuple(row for row in others.values() if row.link_id not in shown)


def _is_of(row: ChangeRow, old: LinkEnd, new: LinkEnd) -> bool:
    """Whether a row begins or ends at one of the two provisions themselves."""
    ends = {one.provision.id for one in (old, new) if one.provision is not None}
    return any(one is not None and one.id in ends for one in (row.old, row.new))


def _since(conn: sqlite3.Connection, newer: DraftRow, end: LinkEnd) -> tuple[LaterRound, ...]:
    """What became of the provisions of `end` in each draft after `newer`."""
    provision = end.provision
    if provision is None:
        return ()
    later = drafts(
        conn,
        "negotiation_id = ? AND language = ? AND position > ?",
        (newer.negotiation_id, newer.language, newer.position),
    )
    found = []
    for draft in later:
        compared = comparison_key(end.draft.id, draft.id)
        rows = rows_from(conn, compared, provision)
        inside = [one for row in rows if row.new is not None for one in subtree(conn, row.new.id)]
        here, gone = rows_within(conn, compared, end.provisions, inside[:MOST])
        found.append(
            LaterRound(
                draft,
                tuple(rows),
                sum(row.words_deleted for row in (*here, *gone)),
                sum(row.words_inserted for row in (*here, *gone)),
                whole=not end.left_out and len(inside) <= MOST,
            )
        )
    return tuple(found)
