"""A provision in one round: what it is called, what became of it since it was last there, its words
with each change in place, and the sentences that tell the change.

In: a member of a thread. Out: `Entry`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from markupsafe import Markup

from tracker.store.records import ChangeRow, DraftRow, ThreadMember
from web.changes import findings
from web.changes.card_lines import Line, heading_of, lines
from web.changes.told import Teller, Told
from web.stories import bearing, turns
from web.stories.bearing import Tied
from web.terms.names import Names
from web.terms.phrases import rounds_said
from web.text import marks
from web.translation import _

LONG = 500
"""A changed provision of more words than this is shown with its unchanged parts left out."""

_PLAIN = ("inserted", "deleted")

What = Literal["entered", "changed", "marked", "renumbered", "lightly", "same"]
"""What a round did to it: its first; other words; brackets or stops alone; another number or place
with the same words; nothing but spelling, layout or references that follow the numbering; nothing.
"""


@dataclass(frozen=True, slots=True)
class Entry:
    """The provision in one round. `heading` and `lines` show its words, those that changed marked;
    `tied` are the findings that tell the change, each with the words that bear it; `same` says
    that no word changed since the member before, which was in the draft `before`; `sure` that what
    hangs on the link to that member needs no "possibly"."""

    member: ThreadMember
    name: str
    told: Told | None
    before: DraftRow | None
    before_name: str
    heading: Markup
    lines: tuple[Line, ...]
    tied: tuple[Tied, ...]
    what: What
    same: bool
    missing: str
    function: str
    function_changed: bool
    sure: bool
    elsewhere: tuple[str, ...]

    @property
    def address(self) -> str:
        """The address of the provision, which its anchor is made of."""
        return self.member.provision.address

    @property
    def words(self) -> int:
        """How many words were removed and added."""
        return self.member.changed_words or 0


def entry(
    member: ThreadMember, names: Names, drafts: Mapping[str, DraftRow], lacking: Sequence[int]
) -> Entry:
    """`lacking` are the rounds whose drafts could hold the provision and do not."""
    provision, before = member.provision, member.from_provision
    old = drafts[before.draft_id] if before else None
    new = drafts[provision.draft_id]
    between = [p for p in lacking if old is not None and old.position < p < new.position]
    teller = Teller(
        (*member.changes, *member.moved_out),
        names,
        findings.by_link(member.findings, named=False),
        old_partial=old.partial if old else False,
        new_partial=new.partial,
    )
    itself = next((r for r in member.changes if r.new == provision and r.old == before), None)
    shown, tied, heading = bearing.tied(
        member.changes,
        _lines(member, names, teller),
        member.findings,
        f"w-{provision.address}",
        _heading(member, itself),
        (names.full(provision), names.full(before) if before else ""),
    )
    return Entry(
        member=member,
        name=names.full(provision),
        told=teller.tell(itself) if itself is not None and before is not None else None,
        before=old,
        before_name=names.full(before) if before else "",
        heading=heading,
        lines=shown,
        tied=tied,
        what=_what(member),
        same=before is not None and not any(_differs(row) for row in member.changes),
        missing=rounds_said(between) if between else "",
        function=turns.function_of(provision, names),
        function_changed=itself is not None and turns.job_change(itself, names) is not None,
        sure=before is None or turns.sure(member.score or 0.0, certain=member.certain),
        elsewhere=_elsewhere(member, names),
    )


def _differs(row: ChangeRow) -> bool:
    return row.text_changed or row.heading_changed or row.relation in ("inserted", "deleted")


def _what(member: ThreadMember) -> What:
    if member.from_provision is None:
        return "entered"
    rows = [row for row in member.changes if _differs(row)]
    if member.moved_out or (member.changed_words and not all(row.only_light for row in rows)):
        return "changed"
    if any(not row.only_light for row in rows):
        return "marked"
    if rows:
        return "lightly"
    moved = any(row.relation != "same" or row.number_changed for row in member.changes)
    return "renumbered" if moved or member.relation not in (None, "same") else "same"


def _heading(member: ThreadMember, itself: ChangeRow | None) -> Markup:
    """The heading of the provision, with its changed words."""
    provision = member.provision
    if itself is not None and itself.heading_changed:
        return heading_of(itself)
    return marks.marked(provision.heading, provision.marks, "heading")


def _lines(member: ThreadMember, names: Names, teller: Teller) -> list[Line]:
    if member.from_provision is None or not member.changes:
        outermost = member.provision.depth
        return [
            Line(
                number=marks.marked(one.number, one.marks, "num")
                if one is not member.provision
                else "",
                indent=one.depth - outermost,
                provision=one,
            )
            for one in member.provisions
            if one.text or one.marks or one is not member.provision
        ]
    words = sum(one.word_count for one in member.provisions)
    found = lines(member.changes, names, teller, everything=words <= LONG, head=True)
    return [_quiet(one) for one in found]


def _quiet(line: Line) -> Line:
    """A line whose struck or underlined words say all there is to say: that they came or went."""
    told = line.told
    if told is None or told.relation not in _PLAIN or not told.certain or told.job or told.decided:
        return line
    return replace(line, told=replace(told, sentence="")) if told.covered else line


def _elsewhere(member: ThreadMember, names: Names) -> tuple[str, ...]:
    """Where words of it went on outside it, each place once; a guess with a word of that."""
    own = {one.id for one in member.provisions}
    sure: dict[str, bool] = {}
    for row in member.moved_out:
        if row.new is not None and row.new.id not in own:
            name = names.full(row.new)
            sure[name] = sure.get(name, False) or row.certain
    return tuple(name if sure[name] else _("%(what)s (possibly)", what=name) for name in sure)
