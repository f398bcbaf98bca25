"""How much drafts and articles oblige, round by round.

In: a connection and drafts of one language. Out: `DraftForce` for each draft; `ArticleForce` for
each article of two of them; counts for any provisions.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Mapping, Sequence

from tracker.store.records.drafts import DraftRow, ProvisionRow
from tracker.store.records.force import (
    FORCE_KINDS,
    ArticleForce,
    DraftForce,
    ForceCounts,
    ForceKind,
)
from tracker.store.rows import provisions_of

_Words = dict[ForceKind, list[str]]


def of_drafts(conn: sqlite3.Connection, rounds: Sequence[DraftRow]) -> tuple[DraftForce, ...]:
    """The counts of each draft."""
    ids = json.dumps([one.id for one in rounds])
    looked_at = {
        row[0]: (bool(row[1]), row[2])
        for row in conn.execute(
            "SELECT draft_id, for_force, operative_words FROM drafts_looked_at "
            "WHERE draft_id IN (SELECT value FROM json_each(?))",
            (ids,),
        )
    }
    counts: dict[str, dict[ForceKind, int]] = {
        one.id: dict.fromkeys(FORCE_KINDS, 0) for one in rounds
    }
    for draft, kind, many in conn.execute(
        "SELECT provisions.draft_id, force_words.kind, count(*) FROM provisions "
        "CROSS JOIN force_words ON force_words.provision_id = provisions.id "
        "WHERE provisions.draft_id IN (SELECT value FROM json_each(?)) AND operative = 1 "
        "GROUP BY 1, 2",
        (ids,),
    ):
        counts[draft][kind] = many
    return tuple(
        DraftForce(one, told, words, counts[one.id])
        for one in rounds
        for told, words in (looked_at.get(one.id, (None, 0)),)
    )


def of_provisions(conn: sqlite3.Connection, ids: Iterable[str]) -> Mapping[str, ForceCounts]:
    """The counts of each provision's own words, those without any left out."""
    found: dict[str, dict[ForceKind, int]] = {}
    for provision, kind, many in conn.execute(
        "SELECT provision_id, kind, count(*) FROM force_words "
        "WHERE provision_id IN (SELECT value FROM json_each(?)) AND operative = 1 GROUP BY 1, 2",
        (json.dumps(list(ids)),),
    ):
        found.setdefault(provision, {})[kind] = many
    return found


def of_articles(conn: sqlite3.Connection, old: DraftRow, new: DraftRow) -> tuple[ArticleForce, ...]:
    """Every article that stands in one of two drafts, by thread, in the order of the newer."""
    older, newer = _articles(conn, old), _articles(conn, new)
    labels = dict(
        conn.execute(
            "SELECT id, label FROM threads WHERE negotiation_id = ? AND language = ?",
            (new.negotiation_id, new.language),
        ).fetchall()
    )
    doubtful = _doubtful(conn, old, new)
    found = []
    for thread in dict.fromkeys([*newer, *older]):
        now, now_words = newer.get(thread, (None, {}))
        was, was_words = older.get(thread, (None, {}))
        found.append(
            ArticleForce(
                thread_id=thread,
                label=labels[thread],
                old=was,
                new=now,
                old_words={kind: tuple(words) for kind, words in was_words.items()},
                new_words={kind: tuple(words) for kind, words in now_words.items()},
                certain=thread not in doubtful,
            )
        )
    return tuple(found)


def _articles(conn: sqlite3.Connection, draft: DraftRow) -> dict[str, tuple[ProvisionRow, _Words]]:
    """By thread the article (the first, if a thread has several) and its words."""
    own: dict[str, _Words] = {}
    for provision, kind, words in conn.execute(
        "SELECT force_words.provision_id, force_words.kind, force_words.words FROM provisions "
        "CROSS JOIN force_words ON force_words.provision_id = provisions.id "
        "WHERE provisions.draft_id = ? AND operative = 1 ORDER BY provisions.ordinal, "
        "force_words.ordinal",
        (draft.id,),
    ):
        own.setdefault(provision, {}).setdefault(kind, []).append(words)
    found: dict[str, tuple[ProvisionRow, _Words]] = {}
    article: dict[str | None, str] = {}
    for one in provisions_of(conn, draft.id):
        if one.is_article and one.thread_id is not None:
            article[one.id] = one.thread_id
            found.setdefault(one.thread_id, (one, {}))
        elif one.parent_id in article:
            article[one.id] = article[one.parent_id]
        if one.id in article:
            for kind, words in own.get(one.id, {}).items():
                found[article[one.id]][1].setdefault(kind, []).extend(words)
    return found


def _doubtful(conn: sqlite3.Connection, old: DraftRow, new: DraftRow) -> set[str]:
    """The threads with a link between the two drafts of which one can only say "possibly"."""
    found = conn.execute(
        "SELECT DISTINCT thread_id FROM thread_members JOIN drafts ON drafts.id = draft_id "
        "WHERE negotiation_id = ? AND language = ? AND position > ? AND position <= ? "
        "AND certain = 0",
        (new.negotiation_id, new.language, old.position, new.position),
    )
    return {row[0] for row in found}
