"""How to cite a card: in words, as a note, as BibTeX, as CSL-JSON.

In: a card and its whole address. Out: texts to copy. Every date is that of a draft, in words where
people read it; the day on which somebody looked is left to them. That a text is not the official
one is said in each of them.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass

from tracker.store.records import DraftRow, NegotiationRow
from tracker.store.records.absences import Absence
from web.changes.card_shared import named
from web.changes.card_view import View
from web.sharing.citing import NAME, described
from web.terms import days
from web.translation import _

_TEX = {
    "\\": r"\textbackslash{}",
    "{": r"\{",
    "}": r"\}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{one: f"\\{one}" for one in "#$%&_"},
}
_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


@dataclass(frozen=True, slots=True)
class Citation:
    """One way to cite: a short `id` for an anchor, what it is called, the text, which may take that
    many `rows` of a field; `code` is for programs."""

    id: str
    label: str
    text: str
    rows: int
    code: bool = False


def citations(view: View, negotiation: NegotiationRow, address: str) -> tuple[Citation, ...]:
    """The ways to cite a card, the plainest first."""
    return (
        Citation("words", _("In words"), _words(view, negotiation, address), 5),
        Citation("note", _("As a footnote"), _note(view, negotiation, address), 5),
        Citation("bibtex", _("BibTeX"), _bibtex(view, negotiation, address), 9, code=True),
        Citation("csl", _("CSL-JSON (Zotero)"), _csl(view, negotiation, address), 14, code=True),
    )


def _ends(view: View) -> list[str]:
    """Each text with its draft, the older first; a draft that lacks it says so."""
    absence = view.page.change.absence if view.page.change is not None else None
    return [
        f"{side.name}, {described(side.draft)}" if side.name else _missing(side.draft, absence)
        for side in view.sides
    ]


def _missing(draft: DraftRow, absence: Absence | None) -> str:
    said = described(draft)
    if draft.partial:
        return _("not in %(draft)s, which covers only part of the text", draft=said)
    if absence is not None and not absence.certain:
        return _("possibly not in %(draft)s", draft=said)
    if absence is not None and absence.went:
        return _("not by itself in %(draft)s", draft=said)
    return _("not in %(draft)s", draft=said)


def _words(view: View, negotiation: NegotiationRow, address: str) -> str:
    before, after = _ends(view)
    return _(
        "%(negotiation)s. “%(title)s”. Before: %(before)s. After: %(after)s. %(tracker)s, "
        "%(address)s",
        negotiation=negotiation.title,
        title=view.title,
        before=before,
        after=after,
        tracker=NAME,
        address=address,
    )


def _note(view: View, negotiation: NegotiationRow, address: str) -> str:
    before, after = _ends(view)
    return _(
        "“%(title)s”: %(after)s; compared with %(before)s; in: %(negotiation)s, %(tracker)s, "
        "%(address)s.",
        title=view.title,
        after=after,
        before=before,
        negotiation=negotiation.title,
        tracker=NAME,
        address=address,
    )


def _both(view: View) -> str:
    """Both texts in a field for a remark."""
    before, after = _ends(view)
    return _("Before: %(before)s. After: %(after)s.", before=before, after=after)


def _title(view: View, negotiation: NegotiationRow) -> str:
    return _("%(negotiation)s: %(title)s", negotiation=negotiation.title, title=named(view))


def _bibtex(view: View, negotiation: NegotiationRow, address: str) -> str:
    fields = {
        "title": f"{{{_tex(_title(view, negotiation))}}}",
        "howpublished": rf"{_tex(str(NAME))}, \url{{{address}}}",
        "note": _tex(_both(view)),
    }
    if issued := _issued(view.drafts[1]):
        fields["year"] = f"{issued[0]:04}"
    body = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items())
    return f"@misc{{tracker-{view.page.address},\n{body}}}"


def _issued(draft: DraftRow) -> list[int]:
    """Year, month and day of a draft; of one whose day is not known, the year."""
    found = _DATE.match(draft.date)
    parts = [int(one) for one in found.groups() if one] if found else []
    return parts if days.is_exact(draft) else parts[:1]


def _csl(view: View, negotiation: NegotiationRow, address: str) -> str:
    issued = _issued(view.drafts[1])
    item: dict[str, object] = {
        "id": f"tracker-{view.page.address}",
        "type": "webpage",
        "title": _title(view, negotiation),
        "container-title": str(NAME),
        "URL": address,
        "note": _both(view),
    }
    if issued:
        item["issued"] = {"date-parts": [issued]}
    return json.dumps([item], ensure_ascii=False, indent=2)


def _tex(text: str) -> str:
    """A text for TeX.

    >>> _tex("50% of {A_1}")
    '50\\\\% of \\\\{A\\\\_1\\\\}'
    """
    return "".join(_TEX.get(one, one) for one in " ".join(text.split()))
