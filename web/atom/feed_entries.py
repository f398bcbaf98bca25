"""Entries of feeds: what a round changed, what happened to a provision, one finding.

In: rounds, threads and findings of the database. Out: `Entry`s, newest first, with the words that
changed. Nothing changed gives no entry: white space, quotation marks, spelling and references that
only follow a new numbering are nothing. What a partial document lacks is not told as gone. The time
of an entry is the date of its draft: a file that is read anew is no change of the negotiators.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from flask import url_for
from markupsafe import Markup

from tracker.model import NOT_OFFICIAL
from tracker.store.keys import comparison_key
from tracker.store.records import (
    ChangeRow,
    ComparisonRow,
    DraftRow,
    FindingRow,
    NegotiationRow,
    RoundRow,
)
from web import shelf
from web.atom.feed_ids import finding_id, round_id
from web.atom.feed_words import changed
from web.changes.card_address import card_url
from web.changes.findings import Said
from web.terms import days
from web.terms.names import Names, capital
from web.terms.phrases import amount, draft_name, words_changed
from web.translation import _

FIRST = 5
"""Findings that are told of a round, each with its words."""

LONGEST_TITLE = 160
"""Characters of a sentence that stands as a title; the entry has all of it."""


@dataclass(frozen=True, slots=True)
class Change:
    """A change in one provision: what it is called, what is said of it, its words with what went
    and what came marked, and its page."""

    name: str
    said: tuple[str, ...]
    heading: Markup
    text: Markup
    draft: DraftRow
    link: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry. `date` is that of the draft `draft`, `place` its place, by which entries of one day
    are ordered; `said` are sentences, `tell` gives the changes with their words, which are looked
    up only for entries that are sent, and `more` counts those that it leaves out; `drafts` are
    those whose texts it tells, `kinds` the kinds of findings."""

    id: str
    title: str
    link: str
    draft: DraftRow
    negotiation: NegotiationRow
    said: tuple[str, ...] = ()
    tell: Callable[[], Iterable[Change]] = tuple
    more: int = 0
    kinds: tuple[str, ...] = ()
    drafts: tuple[DraftRow, ...] = ()
    place: int = 0

    @property
    def changes(self) -> list[Change]:
        """The changes with their words."""
        return list(self.tell())

    @property
    def updated(self) -> str:
        """The date of the draft as RFC 3339 wants it."""
        return moment(self.draft.date)

    @property
    def unofficial(self) -> list[DraftRow]:
        """Those of its texts that are not official."""
        return [one for one in (self.drafts or (self.draft,)) if one.standing in NOT_OFFICIAL]


def moment(date: str) -> str:
    """A day as RFC 3339 wants it.

    >>> moment("2024-08-08"), moment("")
    ('2024-08-08T00:00:00Z', '0001-01-01T00:00:00Z')
    """
    return f"{date or '0001-01-01'}T00:00:00Z"


def ordered(entries: Iterable[Entry]) -> list[Entry]:
    """The newest first, each id once."""
    newest = sorted(
        entries,
        key=lambda one: (one.draft.date, one.negotiation.id, one.draft.position, -one.place),
        reverse=True,
    )
    return list({one.id: one for one in reversed(newest)}.values())[::-1]


def named(draft: DraftRow) -> str:
    """A draft in a sentence: its name, and its symbol if that is another."""
    name = draft_name(draft.name, draft.symbol)
    return name if name == draft.symbol else f"“{name}” ({draft.symbol})"


def in_since(new: DraftRow, old: DraftRow) -> str:
    """Between which drafts something changed."""
    return _("In %(draft)s, since %(old)s.", draft=named(new), old=named(old))


def of_rounds(row: NegotiationRow, language: str | None) -> list[Entry]:
    """An entry a round: what it changed."""
    lib = shelf.library()
    rounds = lib.rounds(row.id, language)
    steps = [one.since_before.id for one in rounds if one.since_before is not None]
    first = lib.first_findings(steps)
    found = []
    for place, one in enumerate(rounds):
        before = rounds[place - 1] if place else None
        told = first.get(one.since_before.id, ()) if one.since_before else ()
        found.append(_of_round(row, one, before, told))
    return found


def _of_round(
    row: NegotiationRow, one: RoundRow, before: RoundRow | None, told: Sequence[FindingRow]
) -> Entry:
    draft = one.draft
    lang = draft.language if draft.language != row.language else None
    when = [draft.session, draft.place, days.of_draft(draft)]
    said = [", ".join(part for part in when if part) + "."]
    entry = Entry(
        id=round_id(row.id, draft.language, draft.symbol),
        title=_("%(title)s: %(what)s", title=row.title, what=named(draft)),
        link=url_for("drafts.draft", negotiation=row.id, symbol=draft.symbol, lang=lang),
        draft=draft,
        negotiation=row,
        drafts=(draft,),
    )
    since = one.since_before
    if before is None or since is None:
        said.append(_("The first draft in this collection; there is nothing to compare it with."))
        return replace(entry, said=tuple(said))
    old = before.draft
    link = url_for(
        "compare.compare", negotiation=row.id, old=old.symbol, new=draft.symbol, lang=lang
    )
    said.append(_how_much(draft, old, since))
    telling = [finding for finding in told if finding.covered]
    return replace(
        entry,
        link=link,
        said=tuple(said),
        tell=lambda: _changes(telling[:FIRST], old, draft),
        more=max(0, len(telling) - FIRST),
        drafts=(old, draft),
    )


def _how_much(draft: DraftRow, old: DraftRow, since: ComparisonRow) -> str:
    """How much a draft changed of the one before, if that can be told."""
    if draft.partial or old.partial:
        return _(
            "%(draft)s covers only part of the text, so what it lacks is not thereby gone, and how "
            "much changed cannot be said.",
            draft=named(draft if draft.partial else old),
        )
    words = amount(since.words_deleted, since.words_inserted, draft.word_count + old.word_count)
    said = _("Since %(draft)s: %(changed)s.", draft=named(old), changed=words)
    return f"{said} {words_changed(since.words_deleted, since.words_inserted)}".strip()


def _changes(found: Sequence[FindingRow], old: DraftRow, new: DraftRow) -> Iterator[Change]:
    lib = shelf.library()
    names = Names(look=lib.provision, language=new.language)
    for one in found:
        row = lib.change(one.link_id)
        if row is not None:
            yield of_finding(one, row, names, (old, new))


def of_finding(
    one: FindingRow, row: ChangeRow, names: Names, drafts: tuple[DraftRow, DraftRow]
) -> Change:
    """A finding with the words of its change."""
    made = of_change(row, names, drafts[1] if row.new is not None else drafts[0])
    return replace(made, said=(one.sentence,), link=card_url(one, *drafts))


def of_change(row: ChangeRow, names: Names, draft: DraftRow) -> Change:
    """A change with its words, without anything said of it."""
    provision = row.new or row.old
    assert provision is not None
    return Change(
        name=capital(names.full(provision)),
        said=(),
        heading=_marked(row, "heading"),
        text=_marked(row, "text"),
        draft=draft,
    )


def _marked(row: ChangeRow, field: str) -> Markup:
    light = {place: kind for (of, place), kind in row.light.items() if of == field}
    return changed(row.heading if field == "heading" else row.text, light)


def of_findings(row: NegotiationRow, language: str | None, kind: str) -> list[Entry]:
    """An entry a finding of a kind, each in the draft that brought the change."""
    lib = shelf.library()
    drafts = lib.drafts(row.id, language)
    entries: list[Entry] = []
    for place, new in enumerate(drafts):
        for old, told in _since(drafts[:place], new):
            shared = Counter(one.new_id for one in told)
            for at, one in enumerate(told):
                if kind in one.kinds:
                    alone = one.new_id is not None and shared[one.new_id] == 1
                    ends = ("" if alone else _eid(one.old_id), _eid(one.new_id))
                    key = finding_id(row.id, new.language, new.symbol, ends)
                    entries.append(replace(_of_finding(row, one, (old, new)), id=key, place=at))
    return entries


def _since(
    earlier: Sequence[DraftRow], new: DraftRow
) -> Iterator[tuple[DraftRow, list[FindingRow]]]:
    """The findings of what a draft changed, by the draft that its provisions stood in before. That
    is the one before it; where this covers only part of the text, for the rest the one before."""
    lib = shelf.library()
    held: set[str | None] = set()
    for old in reversed(earlier):
        found = lib.findings(comparison_key(old.id, new.id)).findings
        yield old, [one for one in found if one.covered and one.thread_id not in held]
        if not old.partial:
            return
        held |= {one.thread_id for one in lib.provisions(old.id)} - {None}


def _of_finding(row: NegotiationRow, one: FindingRow, drafts: tuple[DraftRow, DraftRow]) -> Entry:
    new = drafts[1]
    return Entry(
        id="",
        title=_brief(one.sentence),
        link=card_url(one, *drafts),
        draft=new,
        negotiation=row,
        said=(f"{Said(one).label}. {in_since(new, drafts[0])}",),
        tell=lambda: _changes([one], *drafts),
        kinds=one.kinds,
        drafts=drafts,
    )


def _brief(sentence: str) -> str:
    if len(sentence) <= LONGEST_TITLE:
        return sentence
    return f"{sentence[:LONGEST_TITLE].rpartition(' ')[0]} …"


def _eid(provision_id: str | None) -> str:
    return provision_id.rpartition("#")[2] if provision_id else ""
