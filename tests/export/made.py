"""Two drafts compared as the store would give them, without a store; and drafts that were revised.

The links and hunks are those of `align` and `changes`. `revisions` draws an older and a newer
draft: the newer is the older with provisions dropped, put elsewhere, split, renumbered, reworded.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from hypothesis import strategies as st

from tests.strategies import drafts, phrase
from tracker.align import align
from tracker.diff import changes
from tracker.model import Change, Draft, Link, Provision
from tracker.store.comparing import in_reading_order
from tracker.store.keys import comparison_key, draft_key, link_key, provision_key
from tracker.store.records import ChangeRow, ComparisonPage, ComparisonRow, DraftRow, ProvisionRow
from tracker.store.records.comparisons import RunnerUp
from tracker.store.records.drafts import NegotiationRow, SourceRow
from tracker.store.records.exports import Compared
from tracker.words import count


def compared(old: Draft, new: Draft, notice: str = "") -> Compared:
    """The comparison of two drafts, the older first."""
    found = align(old, new)
    olds, news = provision_rows(old), provision_rows(new)
    known = {("old", one.eid): one for one in olds} | {("new", one.eid): one for one in news}
    made = changes(old, new, found)
    key = comparison_key(_key(old), _key(new))
    rows = [_row(key, link, change, known) for link, change in zip(found.links, made, strict=True)]
    return Compared(
        negotiation(old, notice),
        ComparisonPage(
            ComparisonRow(key, old.negotiation, _key(old), _key(new), 1, {}, 0, 0, 0),
            draft_row(old, 1),
            draft_row(new, 2),
            tuple(in_reading_order(rows, olds, news)),
        ),
        (_source(old),),
        (_source(new),),
        (),
    )


def negotiation(draft: Draft, notice: str = "") -> NegotiationRow:
    """The negotiation of a draft, called like it."""
    return NegotiationRow(
        draft.negotiation, "A treaty <in the making>", "", draft.language, "zz", notice, "", "",
        2, draft.date, draft.date, (draft.language,), (draft.source.standing,),
    )  # fmt: skip


def draft_row(draft: Draft, position: int) -> DraftRow:
    """A draft without its provisions."""
    words = sum(count(one.heading) + count(one.text) for one in draft.provisions)
    return DraftRow(
        _key(draft), draft.negotiation, draft.symbol, draft.language, position, draft.date, "",
        "", "", "", draft.title, draft.convention, draft.source.standing, draft.partial,
        draft.source.address, words, 0.0, "", draft.layer, draft.layer_place, "",
    )  # fmt: skip


def provision_rows(draft: Draft) -> list[ProvisionRow]:
    """The provisions of a draft."""
    depths: dict[str | None, int] = {None: -1}
    rows = []
    for ordinal, one in enumerate(draft.provisions, 1):
        depths[one.eid] = depths[one.parent] + 1
        rows.append(
            ProvisionRow(
                provision_key(_key(draft), one.eid), _key(draft), one.eid, ordinal, one.kind,
                one.kind == "article", one.num, one.heading, one.text,
                one.parent and provision_key(_key(draft), one.parent), depths[one.eid], one.page,
                "other", "", count(one.text), f"{ordinal:012x}", None, one.marks,
            )
        )  # fmt: skip
    return rows


def _key(draft: Draft) -> str:
    return draft_key(draft.negotiation, draft.symbol, draft.language)


def _source(draft: Draft) -> SourceRow:
    one = draft.source
    return SourceRow(
        "source", _key(draft), one.sha256, one.name, one.format, one.size, one.standing,
        one.address, True,
    )  # fmt: skip


def _row(
    key: str, link: Link, change: Change, known: dict[tuple[str, str], ProvisionRow]
) -> ChangeRow:
    old, new = known.get(("old", link.old or "")), known.get(("new", link.new or ""))
    instead = link.runner_up and known.get(("new" if new else "old", link.runner_up.eid))
    differs = {
        field: any(hunk.operation != "equal" for hunk in hunks)
        for field, hunks in (("heading", change.heading), ("text", change.text))
    }
    return ChangeRow(
        link_id=link_key(key, link.old, link.new),
        relation=link.relation,
        score=link.score,
        certain=link.score >= 0.7,
        evidence=link.evidence,
        old=old,
        new=new,
        runner_up=RunnerUp(instead, link.runner_up.score) if instead and link.runner_up else None,
        text=change.text,
        heading=change.heading,
        words_deleted=change.words_deleted,
        words_inserted=change.words_inserted,
        number_changed=bool(old and new and old.number != new.number),
        heading_changed=differs["heading"],
        text_changed=differs["text"],
        coarse=change.coarse,
    )


@st.composite
def revisions(draw: st.DrawFn) -> tuple[Draft, Draft]:
    """An older draft and a newer one of the same negotiation and language."""
    old = draw(drafts())
    found: list[Provision] = []
    for one in old.provisions:
        what = draw(st.sampled_from(["keep", "keep", "words", "number", "split", "drop"]))
        found += _revised(draw, one, what)
    tops = [n for n, one in enumerate(found) if one.parent is None]
    if tops and draw(st.booleans()):
        # What is outermost changes its place with all that is in it.
        cut = draw(st.sampled_from(tops))
        found = found[cut:] + found[:cut]
    new = replace(old, symbol=f"{old.symbol}/Rev.1", date="2031-05-06", provisions=rooted(found))
    return replace(old, symbol=f"{old.symbol}/A", date="2030-01-02"), new


def _revised(draw: st.DrawFn, one: Provision, what: str) -> list[Provision]:
    bare = replace(one, marks=(), spans=(), num_spans=(), heading_spans=())
    if what == "words":
        return [replace(bare, text=f"{one.text} {draw(phrase)}", heading=draw(phrase))]
    if what == "number":
        return [replace(bare, num=f"{one.num}bis")]
    if what == "split" and " " in one.text:
        cut = one.text.rindex(" ")
        rest = replace(bare, eid=f"{one.eid}b", num="", heading="", text=one.text[cut + 1 :])
        return [replace(bare, text=one.text[:cut]), rest]
    return [] if what == "drop" else [one]


def rooted(found: Iterable[Provision]) -> tuple[Provision, ...]:
    """The provisions; what has lost what it stood in stands by itself."""
    seen: set[str] = set()
    rooted = []
    for one in found:
        rooted.append(one if one.parent in seen else replace(one, parent=None))
        seen.add(one.eid)
    return tuple(rooted)
