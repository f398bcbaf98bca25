"""Threads as rows.

In: all `Thread`s of a negotiation's drafts in one language, whose comparisons are stored. Out:
rows of `threads` and `thread_members`, with the words that changed from member to member.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import astuple, dataclass

from tracker.errors import StoreError
from tracker.history import Difference, address
from tracker.model import Member, Thread
from tracker.store.comparison_rows import evidence
from tracker.store.keys import comparison_key, draft_key, provision_key
from tracker.store.tables import DIFFERENCES, MEMBERS, THREADS, Row, put_rows

_LABEL_WORDS = 8
_CROSSED = ("demoted", "promoted")


@dataclass(frozen=True, slots=True)
class _Provision:
    kind: str
    is_article: int
    number: str
    heading: str
    text: str
    parent_id: str | None


@dataclass(frozen=True, slots=True)
class _Member:
    """A row of `thread_members`, its fields in the order of the columns."""

    provision_id: str
    thread_id: str
    ordinal: int
    draft_id: str
    from_provision_id: str | None
    relation: str | None
    link_score: float | None
    certain: int
    evidence: str
    rounds_missed: int
    changed_words: int | None


def write(
    conn: sqlite3.Connection, negotiation: str, language: str, threads: Sequence[Thread]
) -> None:
    """Make `threads` the threads of a negotiation and language.

    Raises:
        StoreError: a thread is empty, has a provision that is not stored, or one that another has
            too, or an id that is not its first provision's address.
    """
    scope, values = "negotiation_id = ? AND language = ?", (negotiation, language)
    positions: dict[str, tuple[str, int]] = {
        symbol: (draft_id, position)
        for symbol, draft_id, position in conn.execute(
            f"SELECT symbol, id, position FROM drafts WHERE {scope}", values
        )
    }
    provisions = _provisions(conn, negotiation, language)
    words = _Words(conn, provisions)
    heads: list[Row] = []
    rows: dict[str, Row] = {}
    for thread in threads:
        members = _members(thread, positions, provisions, words)
        heads.append(_head(thread, members, negotiation, language, provisions))
        for member in members:
            if member.provision_id in rows:
                raise StoreError(f"{member.provision_id}: is in two threads")
            rows[member.provision_id] = astuple(member)
    # Threads that end go last, so that no member goes with them that is now another's.
    put_rows(conn, THREADS, [*heads, *_ending(conn, heads, scope, values)], scope, values)
    of_threads = f"thread_id IN (SELECT id FROM threads WHERE {scope})"
    put_rows(conn, MEMBERS, rows.values(), of_threads, values)
    put_rows(conn, THREADS, heads, scope, values)


def write_differences(
    conn: sqlite3.Connection, negotiation: str, language: str, found: Sequence[Difference]
) -> None:
    """Make these the differences between the two ways from draft to draft."""
    rows: list[Row] = []
    for ordinal, one in enumerate(found, 1):
        old = draft_key(negotiation, one.old_draft, language)
        new = draft_key(negotiation, one.new_draft, language)
        # Where the way leads instead is in the newer draft too.
        instead = None if one.instead is None else provision_key(new, one.instead)
        ends = provision_key(old, one.old), provision_key(new, one.new)
        rows.append((old, new, ordinal, one.way, *ends, instead))
    of_drafts = "old_draft_id IN (SELECT id FROM drafts WHERE negotiation_id = ? AND language = ?)"
    put_rows(conn, DIFFERENCES, rows, of_drafts, (negotiation, language))


def _head(
    thread: Thread,
    members: Sequence[_Member],
    negotiation: str,
    language: str,
    provisions: Mapping[str, _Provision],
) -> Row:
    first, last = members[0], members[-1]
    if thread.id != address(first.provision_id):
        raise StoreError(f"thread {thread.id}: is not the address of {first.provision_id}")
    return (
        thread.id,
        negotiation,
        language,
        _label(provisions[last.provision_id], provisions),
        provisions[last.provision_id].kind,
        int(any(provisions[member.provision_id].is_article for member in members)),
        first.draft_id,
        last.draft_id,
        len({member.draft_id for member in members}),
        sum(member.rounds_missed for member in members),
        sum(member.changed_words or 0 for member in members[1:]),
    )


def _ending(
    conn: sqlite3.Connection, heads: Sequence[Row], scope: str, values: Sequence[object]
) -> list[Row]:
    new = {head[0] for head in heads}
    columns = ", ".join(THREADS.columns)
    found = conn.execute(f"SELECT {columns} FROM threads WHERE {scope}", values)
    return [tuple(row) for row in found if row[0] not in new]


def _provisions(conn: sqlite3.Connection, negotiation: str, language: str) -> dict[str, _Provision]:
    return {
        key: _Provision(*row)
        for key, *row in conn.execute(
            "SELECT provisions.id, kind, is_article, number, heading, text, parent_id "
            "FROM provisions JOIN drafts ON drafts.id = draft_id "
            "WHERE negotiation_id = ? AND language = ?",
            (negotiation, language),
        )
    }


def _members(
    thread: Thread,
    positions: Mapping[str, tuple[str, int]],
    provisions: Mapping[str, _Provision],
    words: _Words,
) -> list[_Member]:
    # Here, because the package brings scipy, which those who only read have no use for.
    from tracker.align import SURE

    rows: list[_Member] = []
    before: tuple[str, int] | None = None
    for ordinal, member in enumerate(thread.members, 1):
        draft_id, position = _place(thread, member, positions)
        key = provision_key(draft_id, member.eid)
        if key not in provisions:
            raise StoreError(f"thread {thread.id}: {key} is not in the database")
        origin = before or _draft_before(position, positions)
        link = member.link
        source = provision_key(origin[0], link.old) if link and link.old and origin else None
        if source is not None and source not in provisions:
            raise StoreError(f"thread {thread.id}: {source} is not in the database")
        rows.append(
            _Member(
                key,
                thread.id,
                ordinal,
                draft_id,
                source,
                link.relation if link and source else None,
                float(link.score) if link and source else None,
                int(link is None or source is None or link.score >= SURE),
                evidence(link) if link else "",
                max(0, position - before[1] - 1) if before else 0,
                words.changed(source, key, origin[0], draft_id) if source and origin else None,
            )
        )
        before = (draft_id, position)
    if not rows:
        raise StoreError(f"thread {thread.id}: has no members")
    return rows


def _place(
    thread: Thread, member: Member, positions: Mapping[str, tuple[str, int]]
) -> tuple[str, int]:
    if member.symbol not in positions:
        raise StoreError(f"thread {thread.id}: draft {member.symbol} is not in the database")
    return positions[member.symbol]


def _draft_before(
    position: int, positions: Mapping[str, tuple[str, int]]
) -> tuple[str, int] | None:
    """A thread that begins with a link was split off from a provision of the draft before."""
    return next((place for place in positions.values() if place[1] == position - 1), None)


def _label(provision: _Provision, provisions: Mapping[str, _Provision]) -> str:
    """What people call it: the article's number and heading, or the numbers on the way to it."""
    own = " ".join(part for part in (provision.number, provision.heading) if part)
    if not own:
        found = provision.text.split()
        own = " ".join(found[:_LABEL_WORDS]) + ("…" if len(found) > _LABEL_WORDS else "")
    above: list[str] = []
    at = provision
    while at.parent_id is not None and not at.is_article:
        at = provisions[at.parent_id]
        if at.number:
            above.append(at.number)
    inside_article = at.is_article and at is not provision
    return " ".join([*reversed(above), own]) if inside_article else own


class _Words:
    """Words deleted and inserted between two linked provisions and all that is inside them."""

    def __init__(self, conn: sqlite3.Connection, provisions: Mapping[str, _Provision]) -> None:
        self._conn = conn
        self._provisions = provisions
        self._known: dict[str, tuple[dict[str, int], dict[str, int], dict[str, int]]] = {}

    def changed(self, old: str, new: str, old_draft: str, new_draft: str) -> int:
        """How many words changed on the way from `old` to `new`."""
        key = comparison_key(old_draft, new_draft)
        if key not in self._known:
            self._known[key] = self._count(key)
        crossed, inside, gone = self._known[key]
        # A change of level is told with all that is inside, so that nothing is to be added.
        return crossed[new] if new in crossed else inside.get(new, 0) + gone.get(old, 0)

    def _count(self, key: str) -> tuple[dict[str, int], dict[str, int], dict[str, int]]:
        crossed: dict[str, int] = {}
        whole_old: set[str] = set()
        own: list[tuple[str | None, str | None, int]] = []
        for old, new, relation, deleted, inserted in self._conn.execute(
            "SELECT old_provision_id, new_provision_id, relation, words_deleted, words_inserted "
            "FROM links JOIN changes ON changes.link_id = links.id WHERE comparison_id = ? "
            "ORDER BY links.ordinal",
            (key,),
        ):
            if relation in _CROSSED:
                crossed[new] = crossed.get(new, 0) + deleted + inserted
                whole_old.add(old)
            own.append((old, new, deleted + inserted))
        inside: dict[str, int] = {}
        gone: dict[str, int] = {}
        for old, new, words in own:
            if new is None:
                self._add(gone, old or "", words, whole_old)
            else:
                self._add(inside, new, words, crossed)
        return crossed, inside, gone

    def _add(
        self, sums: dict[str, int], provision: str, words: int, whole: set[str] | dict[str, int]
    ) -> None:
        """Count words in a provision and in all it stands in; not beyond one told as a whole."""
        at: str | None = provision
        while at is not None:
            sums[at] = sums.get(at, 0) + words
            at = self._provisions[at].parent_id
            if at in whole:
                return
