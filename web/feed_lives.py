"""Entries of the feed of one provision: each change of it, that it is gone, that it is back.

In: a `ThreadPage`. Out: `Entry`s. A round in which nothing changed gives none; nor does one whose
document covers only part of the text and does not hold the provision.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from flask import url_for

from tracker.store.records import (
    ChangeRow,
    DraftRow,
    NegotiationRow,
    ThreadMember,
    ThreadPage,
    ThreadRound,
)
from web import shelf
from web.feed_entries import Change, Entry, named, of_change
from web.feed_ids import change_id, gone_id
from web.findings import by_link
from web.names import Names, capital
from web.phrases import joined, plural
from web.told import Teller

MOST = 12
"""So many changes inside a provision are told with their words."""


def of_thread(page: ThreadPage, row: NegotiationRow) -> list[Entry]:
    """An entry a change."""
    lib = shelf.library()
    names = Names(
        [one for member in page.members for one in member.provisions], lib.provision, page.language
    )
    found: list[Entry] = []
    before: ThreadRound | None = None
    lacking: DraftRow | None = None
    for one in page.rounds:
        if one.members:
            told = _members(page, row, one, names, new=lacking is not None and before is None)
            found.extend(told)
            before, lacking = one, None
        elif not one.draft.partial:
            if before is not None and lacking is None:
                found.append(_gone(page, row, before.members[-1], one.draft, names))
            lacking = lacking or one.draft
    return found


def _members(
    page: ThreadPage, row: NegotiationRow, one: ThreadRound, names: Names, *, new: bool
) -> Iterator[Entry]:
    drafts = {round.draft.id: round.draft for round in page.rounds}
    for place, member in enumerate(one.members):
        old = drafts.get(member.from_provision.draft_id) if member.from_provision else None
        if old is not None:
            entry = _changed(page, row, member, (old, one.draft), names)
        elif new:
            entry = _came(page, row, member, one.draft, names)
        else:
            entry = None
        if entry is not None:
            yield replace(entry, place=place)


def telling(row: ChangeRow) -> bool:
    """Whether a change is one to a reader: other words that are no mere spelling or white space,
    another place or number."""
    if row.relation != "same":
        return True
    words = any(
        hunk.operation != "equal" and hunk.text.strip() for hunk in (*row.heading, *row.text)
    )
    return words and not row.only_light


def _changed(
    page: ThreadPage,
    row: NegotiationRow,
    member: ThreadMember,
    drafts: tuple[DraftRow, DraftRow],
    names: Names,
) -> Entry | None:
    """What changed in it between two drafts, None if nothing did."""
    old, new = drafts
    changes = [one for one in (*member.changes, *member.moved_out) if telling(one)]
    back = _missed(page, old, new)
    if not changes and not back:
        return None
    said = [f"In {named(new)}, since {named(old)}."]
    if back:
        # Where another document between holds none of it, it was gone.
        possibly = "" if member.certain else "possibly "
        said.append(f"It is {possibly}back, after {plural(back, 'draft')} without it.")
    told = [one.sentence for one in member.findings]
    entry = _entry(page, row, member, new, names)
    return replace(
        entry,
        id=change_id(member.provision.address),
        title=f"{entry.title}: {_what(member, changes, names, back=bool(back))} in {named(new)}",
        said=(*said, *told),
        tell=lambda: _told(changes[:MOST], member, drafts, names),
        more=max(0, len(changes) - MOST),
        kinds=tuple(dict.fromkeys(kind for one in member.findings for kind in one.kinds)),
        drafts=drafts,
    )


def _missed(page: ThreadPage, old: DraftRow, new: DraftRow) -> int:
    """How many whole drafts between two do not hold it."""
    return sum(
        not one.members and not one.draft.partial
        for one in page.rounds
        if old.position < one.draft.position < new.position
    )


def _what(member: ThreadMember, changes: Sequence[ChangeRow], names: Names, *, back: bool) -> str:
    possibly = "" if member.certain else "possibly "
    if back:
        return f"{possibly}back"
    before = member.from_provision
    was = names.own(before) if before is not None else ""
    if member.relation in ("renumbered", "moved") and was != names.own(member.provision):
        return f"{possibly}was {was}"
    words = sum(one.words_deleted + one.words_inserted for one in changes)
    return f"{possibly}{plural(words, 'word')} changed" if words else f"{possibly}rearranged"


def _told(
    changes: Sequence[ChangeRow],
    member: ThreadMember,
    drafts: tuple[DraftRow, DraftRow],
    names: Names,
) -> Iterator[Change]:
    old, new = drafts
    rows = (*member.changes, *member.moved_out)
    teller = Teller(
        rows, names, by_link(member.findings), old_partial=old.partial, new_partial=new.partial
    )
    for one in changes:
        told = teller.tell(one)
        made = of_change(one, names, new if one.new is not None else old)
        label = told.label if told.relation != "same" or not told.certain else ""
        says = " ".join(part for part in (f"{label}." if label else "", told.sentence) if part)
        yield replace(made, said=(says,) if says else ())


def _came(
    page: ThreadPage, row: NegotiationRow, member: ThreadMember, draft: DraftRow, names: Names
) -> Entry:
    entry = _entry(page, row, member, draft, names)
    return replace(
        entry,
        id=change_id(member.provision.address),
        title=f"{entry.title}: new in {named(draft)}",
        said=(f"New in {named(draft)}: no earlier draft has a provision that became this.",),
    )


def _gone(
    page: ThreadPage, row: NegotiationRow, last: ThreadMember, draft: DraftRow, names: Names
) -> Entry:
    """That the first whole draft after its last one does not have it."""
    entry = _entry(page, row, last, draft, names)
    at = {round.draft.id: round.draft for round in page.rounds}[last.provision.draft_id]
    ended = page.members[-1].provision.id == last.provision.id
    into = [names.full(one.new) for one in page.became if one.new is not None] if ended else []
    certain = all(one.certain for one in page.became) if into else True
    possibly = "" if certain else "possibly "
    said = f"{named(draft)} no longer has it as a provision of its own."
    what = "gone"
    if into:
        what = f"{possibly}part of {into[0] if len(into) == 1 else 'others'}"
        said += f" Its words {possibly}went on in {joined(into)}."
    return replace(
        entry,
        id=gone_id(last.provision.address),
        title=f"{entry.title}: {what} in {named(draft)}",
        said=(said, f"It stood last in {named(at)}."),
        drafts=(at, draft),
    )


def _entry(
    page: ThreadPage, row: NegotiationRow, member: ThreadMember, draft: DraftRow, names: Names
) -> Entry:
    own = member.provision
    name = capital(names.full(own))
    unit = names.unit(own)
    heading = own.heading or (unit.heading if unit is not None else "")
    return Entry(
        id="",
        title=f"{name} ({heading})" if heading else name,
        link=url_for("provisions.thread", address=page.asked.address, _anchor=f"m-{own.address}"),
        draft=draft,
        negotiation=row,
        drafts=(draft,),
    )
