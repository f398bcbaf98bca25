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
from web.atom.feed_entries import Change, Entry, in_since, named, of_change
from web.atom.feed_ids import change_id, gone_id
from web.changes.findings import by_link
from web.changes.told import Teller
from web.terms.names import Names, capital
from web.terms.phrases import joined, number
from web.translation import _, ngettext

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
                found.append(_gone(page, row, before.members[-1], one, names))
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
    said = [in_since(new, old)]
    if back:
        # Where another document between holds none of it, it was gone.
        said.append(_back(back, certain=member.certain))
    told = [one.sentence for one in member.findings]
    entry = _entry(page, row, member, new, names)
    return replace(
        entry,
        id=change_id(member.provision.address),
        title=_title(_of(entry, new), member, changes, names, back),
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


def _back(missed: int, *, certain: bool) -> str:
    """That it is there again."""
    if certain:
        return ngettext(
            "It is back, after %(count)s draft without it.",
            "It is back, after %(count)s drafts without it.",
            missed,
            count=number(missed),
        )
    return ngettext(
        "It is possibly back, after %(count)s draft without it.",
        "It is possibly back, after %(count)s drafts without it.",
        missed,
        count=number(missed),
    )


def _title(
    of: dict[str, str],
    member: ThreadMember,
    changes: Sequence[ChangeRow],
    names: Names,
    missed: int,
) -> str:
    """What changed `of` a provision in a draft, in a few words."""
    sure = member.certain
    if missed:
        if sure:
            return _("%(provision)s: back in %(draft)s", **of)
        return _("%(provision)s: possibly back in %(draft)s", **of)
    before = member.from_provision
    was = names.own(before) if before is not None else ""
    if member.relation in ("renumbered", "moved") and was != names.own(member.provision):
        if sure:
            return _("%(provision)s: was %(was)s in %(draft)s", was=was, **of)
        return _("%(provision)s: possibly was %(was)s in %(draft)s", was=was, **of)
    words = sum(one.words_deleted + one.words_inserted for one in changes)
    if words:
        return _words_title(of, words, certain=sure)
    if sure:
        return _("%(provision)s: rearranged in %(draft)s", **of)
    return _("%(provision)s: possibly rearranged in %(draft)s", **of)


def _words_title(of: dict[str, str], words: int, *, certain: bool) -> str:
    if certain:
        return ngettext(
            "%(provision)s: %(count)s word changed in %(draft)s",
            "%(provision)s: %(count)s words changed in %(draft)s",
            words,
            count=number(words),
            **of,
        )
    return ngettext(
        "%(provision)s: possibly %(count)s word changed in %(draft)s",
        "%(provision)s: possibly %(count)s words changed in %(draft)s",
        words,
        count=number(words),
        **of,
    )


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
        title=_("%(provision)s: new in %(draft)s", **_of(entry, draft)),
        said=(
            _(
                "New in %(draft)s: no earlier draft has a provision that became this.",
                draft=named(draft),
            ),
        ),
    )


def _gone(
    page: ThreadPage, row: NegotiationRow, last: ThreadMember, round: ThreadRound, names: Names
) -> Entry:
    """That the first whole draft after its last one does not have it."""
    draft, absent = round.draft, round.absent
    entry = _entry(page, row, last, draft, names)
    at = {one.draft.id: one.draft for one in page.rounds}[last.provision.draft_id]
    into = [names.full(one) for one, _sure in absent.into] if absent is not None else []
    certain = absent is None or absent.certain
    if certain:
        said = _("%(draft)s no longer has it as a provision of its own.", draft=named(draft))
    else:
        said = _(
            "%(draft)s possibly no longer has it as a provision of its own.", draft=named(draft)
        )
    if into and certain:
        said += " " + _("Its words went on in %(places)s.", places=joined(into))
    elif into:
        said += " " + _("Its words possibly went on in %(places)s.", places=joined(into))
    return replace(
        entry,
        id=gone_id(last.provision.address),
        title=_gone_title(_of(entry, draft), into, certain=certain),
        said=(said, _("It stood last in %(draft)s.", draft=named(at))),
        drafts=(at, draft),
    )


def _gone_title(of: dict[str, str], into: Sequence[str], *, certain: bool) -> str:
    if not into and certain:
        return _("%(provision)s: gone in %(draft)s", **of)
    if not into:
        return _("%(provision)s: possibly gone in %(draft)s", **of)
    if len(into) == 1 and certain:
        return _("%(provision)s: part of %(other)s in %(draft)s", other=into[0], **of)
    if len(into) == 1:
        return _("%(provision)s: possibly part of %(other)s in %(draft)s", other=into[0], **of)
    if certain:
        return _("%(provision)s: part of others in %(draft)s", **of)
    return _("%(provision)s: possibly part of others in %(draft)s", **of)


def _of(entry: Entry, draft: DraftRow) -> dict[str, str]:
    """What stands in every title."""
    return {"provision": entry.title, "draft": named(draft)}


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
