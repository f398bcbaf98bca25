"""References between provisions: those that lead nowhere, or elsewhere than before.

In: references and what became of them, from the database. Out: a page, in sentences. What only
follows a new numbering is counted, no more.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from flask import Blueprint, render_template

from tracker.store.records import ProvisionRow
from tracker.store.records.pointers import DraftReferences, ReferenceChange, ReferenceRow
from web import shelf
from web.changes import pairs
from web.terms.names import Names, capital
from web.terms.phrases import joined, number, sentence
from web.translation import later, ngettext

pages = Blueprint("pointers", __name__)

MOST = 12
"""So many of each kind are listed; the rest can be unfolded."""
AROUND = 70
"""So many characters of the text are shown on each side of a reference."""


@dataclass(frozen=True, slots=True)
class Kind:
    """What can become of a reference: in a word, in a line, and what that means."""

    short: str
    heading: str
    means: str


KINDS: dict[str, Kind] = {
    "stale": Kind(
        later("Left behind"),
        later("Left behind: the number stayed, what it named moved"),
        later(
            "The words are the same, but what they named has another number now. Often an "
            "oversight."
        ),
    ),
    "repointed": Kind(
        later("Turned"),
        later("Turned: points at something else, or at more or less of it"),
        later(
            "The reference leads to another provision than before, to a part of it, or to others "
            "too."
        ),
    ),
    "dangling": Kind(
        later("Leads nowhere now"),
        later("Leads nowhere now"),
        later("The newer draft has no such provision."),
    ),
    "unclear": Kind(
        later("Cannot be told"),
        later("Cannot be told"),
        later("Where one of the two leads cannot be told, so neither can what became of it."),
    ),
}
"""What became of a reference, the most telling first."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A reference with the words around it, and the name of the provision in which it stands."""

    row: ReferenceRow
    where: str
    before: str
    after: str
    near: str


@dataclass(frozen=True, slots=True)
class Changed:
    """What became of a reference, in words; `became` names what the thing it led to is now,
    `same_words` says that the words of the reference are the same."""

    row: ReferenceChange
    old: Shown | None
    new: Shown | None
    old_target: str
    new_target: str
    became: str
    same_words: bool

    @property
    def at(self) -> Shown:
        """Where it stands: in the newer draft, or where it stood."""
        shown = self.new or self.old
        assert shown is not None
        return shown


@dataclass(frozen=True, slots=True)
class Group:
    """The changes of one kind."""

    kind: Kind
    changes: tuple[Changed, ...]


@dataclass(frozen=True, slots=True)
class Lost:
    """A draft with its references that lead nowhere."""

    row: DraftReferences
    nowhere: tuple[Shown, ...]


@pages.get("/n/<negotiation>/references")
def references(negotiation: str) -> str:
    """The references of a negotiation's drafts that a reader should know of."""
    row = shelf.negotiation_or_404(negotiation)
    language = shelf.language_asked()
    lib = shelf.library()
    drafts = lib.drafts(row.id, language)
    if language and not drafts:
        shelf.no_draft_in(language)
    rounds = lib.references(drafts)
    known = [one for one in rounds if one.looked_at]
    pair = pairs.in_order(pairs.asked(drafts, pairs.last_two)) if known else None
    names = Names(look=lib.provision, language=drafts[0].language if drafts else row.language)
    changed = lib.reference_changes(*pair) if pair else None
    return render_template(
        "references.html",
        negotiation=row,
        drafts=drafts,
        language=drafts[0].language if drafts else row.language,
        looked_at=any(one.looked_at is not None for one in rounds),
        rounds=[Lost(one, tuple(_shown(ref, names) for ref in one.nowhere)) for one in known],
        pair=pair,
        most=MOST,
        groups=_groups(changed.changes, names) if changed else [],
        counted=_counted(changed.counts) if changed else "",
        as_before=sum(map(_as_before, changed.changes)) if changed else 0,
        unofficial=shelf.unofficial(drafts),
    )


def _groups(changes: Sequence[ReferenceChange], names: Names) -> list[Group]:
    """By kind, without what led nowhere before; in each what is sure comes first, and what is told
    alike is told once."""
    groups = []
    for name, kind in KINDS.items():
        found: dict[object, Changed] = {}
        for one in sorted(changes, key=lambda one: not one.sure):
            if one.outcome == name and not _as_before(one):
                told = _changed(one, names)
                found.setdefault(_same(told), told)
        if found:
            groups.append(Group(kind, tuple(found.values())))
    return groups


def _as_before(one: ReferenceChange) -> bool:
    """Whether it led nowhere before."""
    return one.outcome == "dangling" and one.old is not None and one.old.leads == "nowhere"


def _same(one: Changed) -> object:
    """What two sentences have in common that say the same."""
    sides = (
        (side.where, side.row.start, side.row.words) if side is not None else None
        for side in (one.old, one.new)
    )
    return (*sides, one.old_target, one.new_target)


def _changed(one: ReferenceChange, names: Names) -> Changed:
    old = _shown(one.old, names) if one.old is not None else None
    new = _shown(one.new, names) if one.new is not None else None
    same = old is not None and new is not None and old.row.words == new.row.words
    return Changed(
        row=one,
        old=old,
        new=new,
        old_target=one.old_target,
        new_target=one.new_target,
        became=_named(one.became, names),
        same_words=same,
    )


def _shown(one: ReferenceRow, names: Names) -> Shown:
    text = one.provision.text
    before, after = text[max(0, one.start - AROUND) : one.start], text[one.end : one.end + AROUND]
    if one.start > AROUND:
        before = "… " + before.partition(" ")[2]
    if one.end + AROUND < len(text):
        after = after.rpartition(" ")[0] + " …"
    return Shown(
        row=one,
        where=capital(names.full(one.provision)),
        before=before,
        after=after,
        near=_named(one.near, names),
    )


def _named(provision: ProvisionRow | None, names: Names) -> str:
    """A provision by its name, with the heading of the article that it is."""
    if provision is None:
        return ""
    name = names.full(provision)
    return f"{name} ({provision.heading})" if provision.heading else name


def _counted(counts: Mapping[str, int]) -> str:
    """How many there are of what is not listed.

    >>> _counted({"consequential": 1, "added": 3, "stale": 2})
    '1 reference only follows a new numbering and 3 are new.'
    """
    parts = []
    if many := counts.get("consequential", 0):
        parts.append(
            ngettext(
                "%(count)s reference only follows a new numbering",
                "%(count)s references only follow a new numbering",
                many,
                count=number(many),
            )
        )
    for many, said in ((counts.get("added", 0), _new), (counts.get("removed", 0), _gone)):
        if many:
            parts.append(said(many, first=not parts))
    return sentence(joined(parts))


def _new(many: int, *, first: bool) -> str:
    """How many are new; what they are is said by the `first` clause of a sentence alone."""
    if first:
        return ngettext(
            "%(count)s reference is new", "%(count)s references are new", many, count=number(many)
        )
    return ngettext("%(count)s is new", "%(count)s are new", many, count=number(many))


def _gone(many: int, *, first: bool) -> str:
    if first:
        return ngettext(
            "%(count)s reference is gone",
            "%(count)s references are gone",
            many,
            count=number(many),
        )
    return ngettext("%(count)s is gone", "%(count)s are gone", many, count=number(many))
