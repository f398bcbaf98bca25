"""What a card of a change says: what happened, in both texts, how sure it is, what came after.

In: a `LinkPage`. Out: `View`. Sentences are those of the findings and of `Teller`; the texts are
those that are stored. Where the two texts are not linked any more, both are still shown.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from markupsafe import Markup

from tracker.store.records import ChangeRow, DraftRow, ProvisionRow
from tracker.store.records.links import LinkEnd, LinkPage
from web import shelf
from web.changes import alone, findings
from web.changes.card_address import card_url
from web.changes.card_lines import Line, heading_of, lines, shown_twice
from web.changes.card_since import Since, since
from web.changes.card_sure import why
from web.changes.findings import Said
from web.changes.told import Teller, Told
from web.stories.turns import job_change
from web.terms.names import Names, capital
from web.terms.phrases import joined, number, words_changed
from web.terms.plain import RELATIONS, job, without_possibly
from web.text import marks
from web.translation import _, later, ngettext


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two texts in full: its lines, and what it is called; `""` where there is none."""

    end: LinkEnd
    name: str
    lines: tuple[Line, ...]

    @property
    def draft(self) -> DraftRow:
        """The draft that it stands in."""
        return self.end.draft


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """A link that one of two texts has, which are not linked with each other."""

    name: str
    draft: DraftRow
    address: str


@dataclass(frozen=True, slots=True)
class View:
    """A card. `found` are the findings of the change itself, `inner` those of what is inside it;
    `told` is None where there is no such link; `changed` are the words that changed in it and in
    all inside it, or in as much of that as is compared here, as a sentence; `instead` is what the
    two texts are linked with where it is not with each other; `compared`: the comparison of the
    two drafts shows the change."""

    page: LinkPage
    name: str
    title: str
    sentence: str
    certain: bool
    why: tuple[str, ...]
    told: Told | None
    heading: Markup
    lines: tuple[Line, ...]
    changed: str
    sides: tuple[Side, Side]
    found: tuple[Said, ...]
    inner: tuple[Said, ...]
    instead: tuple[Elsewhere, ...]
    since: tuple[Since, ...]
    compared: bool

    @property
    def drafts(self) -> tuple[DraftRow, DraftRow]:
        """The two drafts, the older first."""
        return self.page.old.draft, self.page.new.draft

    @property
    def headline(self) -> str:
        """The title, so that a number stays on the line of what it numbers."""
        return _NUMBER.sub("\\1\N{NO-BREAK SPACE}\\2", self.title)

    @property
    def language(self) -> str:
        """That of both texts."""
        return self.page.new.draft.language


def view(page: LinkPage) -> View:
    """The card of a change."""
    names = _names(page)
    change = page.change
    told_of = findings.by_link(page.findings, named=False)
    if change is not None:
        # What is told of the parts inside has a list of its own.
        told_of = {change.link_id: told_of.get(change.link_id, ())}
    teller = Teller(
        (*page.rows, *page.beside),
        names,
        told_of,
        old_partial=page.old.draft.partial,
        new_partial=page.new.draft.partial,
    )
    told = teller.tell(change) if change is not None else None
    found = told.findings if told is not None else ()
    own = {one.row.link_id for one in found}
    shown = page.shown.provision
    assert shown is not None
    name = capital(names.full(shown))
    changed = _changed(page, names)
    said = _compared(page, changed)
    return View(
        page=page,
        name=name,
        title=_title(name, page, told, changed, names),
        sentence=found[0].sentence if found else _sentence(page, told, said),
        certain=found[0].row.certain if found else change is None or change.certain,
        why=why(page, told, names),
        told=told,
        heading=heading_of(change) if change is not None else Markup(""),
        lines=_lines(page, names, teller),
        changed=said,
        sides=(_side(page.old, names), _side(page.new, names)),
        found=found,
        inner=tuple(Said(one, own=False) for one in page.findings if one.link_id not in own),
        instead=_instead(page, names),
        since=since(page, names),
        compared=change is not None and teller.covered(change),
    )


def _names(page: LinkPage) -> Names:
    known = [one for end in page.ends for one in (*end.provisions, *end.around)]
    known += [
        one for row in (*page.rows, *page.beside) for one in (row.old, row.new) if one is not None
    ]
    return Names(known, shelf.library().provision, page.new.draft.language)


def _lines(page: LinkPage, names: Names, teller: Teller) -> tuple[Line, ...]:
    if page.change is None:
        return ()
    return tuple(lines(page.rows, names, teller, everything=False, head=True))


def _side(end: LinkEnd, names: Names) -> Side:
    if end.provision is None:
        return Side(end, "", ())
    outermost = end.provision.depth
    return Side(
        end,
        capital(names.full(end.provision)),
        tuple(
            Line(
                number=marks.marked(one.number, one.marks, "num"),
                indent=one.depth - outermost,
                provision=one,
            )
            for one in end.provisions
            if one.text or one.number or one.heading or one.marks
        ),
    )


def _changed(page: LinkPage, names: Names) -> str:
    """How many words changed in the provision and in all inside it."""
    twice = shown_twice(page.rows, names) if page.change is not None else set()
    counted = [row for row in page.rows if row.link_id not in twice]
    return words_changed(
        sum(row.words_deleted for row in counted), sum(row.words_inserted for row in counted)
    )


def _compared(page: LinkPage, changed: str) -> str:
    """The same where none did, and of what is too long to be compared here as a whole, of how much
    that is said."""
    if _whole(page):
        return changed or _("Not a word changed.")
    most = max(len(end.provisions) for end in page.ends)
    if not changed:
        return ngettext(
            "Of its first provision: not a word changed.",
            "Of its first %(count)s provisions: not a word changed.",
            most,
            count=number(most),
        )
    return ngettext(
        "Of its first provision: %(changed)s",
        "Of its first %(count)s provisions: %(changed)s",
        most,
        count=number(most),
        changed=changed,
    )


def _whole(page: LinkPage) -> bool:
    """Whether the rows are all of both texts."""
    return not any(end.left_out for end in page.ends)


_NUMBER = re.compile(r"([^\W\d_]{3,}) (\(?[\w.]{1,5}\)?)(?=[,:]|$)")

TITLES: dict[str, str] = {
    "function": later("another legal job"),
    "force": later("other duties, options or bans"),
    "safeguard": later("other protections"),
    "qualifier": later("other conditions"),
    "penalty": later("other penalties"),
    "threshold": later("other numbers or dates"),
    "gone": later("gone"),
    "new": later("new"),
    "reference": later("other references"),
    "scope": later("covers more or less"),
    "actor": later("somebody else acts"),
    "definition": later("another meaning"),
    "other": later("other words"),
    "recital": later("other reasons"),
    "moved": later("moved, split or merged"),
    "heading": later("another heading"),
    "editorial": later("other wording alone"),
}
"""What happened, by the kind of the finding, behind the name of a provision."""


def _title(name: str, page: LinkPage, told: Told | None, changed: str, names: Names) -> str:
    """The provision and what happened in a few words, `Article 5: possibly gone`."""
    if told is None or page.change is None:
        both = [names.full(end.provision) for end in page.ends if end.provision is not None]
        return capital(joined(both))
    certain = told.findings[0].row.certain if told.findings else told.certain
    what = _what(page.change, told, changed, names, whole=_whole(page))
    if not certain:
        return _("%(name)s: possibly %(what)s", name=name, what=what)
    return _("%(name)s: %(what)s", name=name, what=what)


def _what(row: ChangeRow, told: Told, changed: str, names: Names, *, whole: bool) -> str:
    if part := alone.label(row):
        return _small(part)
    if told.findings:
        kind = told.findings[0].row.kind
        jobs = job_change(row, names) if kind == "function" else None
        if jobs is not None:
            was, now = (job(one).noun for one in jobs)
            return _("%(was)s became %(now)s", was=was, now=now)
        return str(TITLES.get(kind) or _small(told.findings[0].label))
    if told.relation != "same":
        return _small(without_possibly(told.label))
    if changed:
        return _("reworded")
    if not whole:
        return _("compared in part")
    return _("other wording alone") if row.changed else _small(RELATIONS["same"][0])


def _sentence(page: LinkPage, told: Told | None, said: str) -> str:
    """What happened, where no finding says it."""
    if told is None:
        if page.old.provision is not None and page.new.provision is not None:
            return _("These two texts are not linked with each other now.")
        return _("It is linked with a provision of the other draft now.")
    both = page.change is not None and page.change.old is not None and page.change.new is not None
    return " ".join(one for one in (told.sentence, said if both else "") if one)


def _instead(page: LinkPage, names: Names) -> tuple[Elsewhere, ...]:
    """What the two texts are linked with, where they are not linked with each other."""
    if page.change is not None:
        return ()
    old, new = page.old.draft, page.new.draft
    ends = {end.provision.id for end in page.ends if end.provision is not None}
    rows = [
        row
        for row in page.beside
        if any(one is not None and one.id in ends for one in (row.old, row.new))
    ]
    rows.sort(key=lambda row: row.old is None or row.old.id not in ends)
    return tuple(
        Elsewhere(_pair(row.old, row.new, names), new, card_url(row, old, new)) for row in rows
    )


def _pair(old: ProvisionRow | None, new: ProvisionRow | None, names: Names) -> str:
    if old is None or new is None:
        one = old or new
        assert one is not None
        label = _small(RELATIONS["inserted" if old is None else "deleted"][0])
        return _("%(name)s: %(what)s", name=capital(names.full(one)), what=label)
    return f"{capital(names.full(old))} → {names.full(new)}"


def _small(label: str) -> str:
    """A label behind a name."""
    return label[:1].lower() + label[1:]
