"""Rows of a comparison, made by hand."""

from __future__ import annotations

from tracker.model import Hunk, Relation
from tracker.store.records import ChangeRow, ProvisionRow, RunnerUp


def provision(
    eid: str,
    number: str = "",
    *,
    kind: str = "",
    parent: str | None = None,
    text: str = "",
    heading: str = "",
    draft: str = "old",
) -> ProvisionRow:
    """A provision of the draft `old` or `new`; its kind and depth follow from its eId."""
    kinds = {"art": "article", "para": "paragraph", "point": "point", "chp": "chapter"}
    kinds |= {"rec": "recital", "att": "attachment"}
    own = eid.rsplit("__", 1)[-1]
    kind = kind or kinds[own.split("_", 1)[0]]
    return ProvisionRow(
        id=f"{draft}#{eid}",
        draft_id=draft,
        eid=eid,
        ordinal=1,
        kind=kind,
        is_article=kind == "article",
        number=number,
        heading=heading,
        text=text,
        parent_id=f"{draft}#{parent}" if parent else None,
        depth=0 if parent is None else 1,
        page=1,
        legal_function="other",
        function_evidence="",
        word_count=len(text.split()),
        address=f"{draft}-{eid}",
        thread_id=f"{draft}-{eid}",
    )


def row(
    relation: Relation,
    old: ProvisionRow | None,
    new: ProvisionRow | None,
    *,
    text: tuple[Hunk, ...] = (),
    certain: bool = True,
    evidence: tuple[str, ...] = (),
    runner_up: RunnerUp | None = None,
    score: float = 1.0,
) -> ChangeRow:
    """A link between two provisions with the words of its change."""
    removed = sum(len(h.text.split()) for h in text if h.operation == "delete")
    added = sum(len(h.text.split()) for h in text if h.operation == "insert")
    return ChangeRow(
        link_id=f"{old.eid if old else ''}-{new.eid if new else ''}",
        relation=relation,
        score=score,
        certain=certain,
        evidence=evidence,
        old=old,
        new=new,
        runner_up=runner_up,
        text=text,
        heading=(),
        words_deleted=removed,
        words_inserted=added,
        number_changed=bool(old and new and old.number != new.number),
        heading_changed=False,
        text_changed=bool(removed or added),
        coarse=False,
    )
