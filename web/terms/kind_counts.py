"""How many provisions and marks of each kind there are, in words.

In: kinds with their numbers. Out: “2 articles, 1 title” in the language of the interface. The
English words are those of `tracker.kinds`, so that the command line says the same.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from tracker.kinds import OPTION, PROVISIONS, Marked, is_option
from tracker.model import MarkKind
from web.terms.nouns import Counted
from web.terms.phrases import number, of_kind
from web.translation import _

# By this name catalogues find words in the sources.
ngettext = Counted

_PROVISIONS: dict[str, Counted] = {
    "alinea": ngettext("%(count)s unnumbered paragraph", "%(count)s unnumbered paragraphs"),
    "longTitle": ngettext("%(count)s title", "%(count)s titles"),
    "option": ngettext("%(count)s option", "%(count)s options"),
    "point": ngettext("%(count)s point like (a)", "%(count)s points like (a)"),
    "preface": ngettext("%(count)s opening note", "%(count)s opening notes"),
    "quotedStructure": ngettext("%(count)s quoted provision", "%(count)s quoted provisions"),
    "tblock": ngettext("%(count)s titled block", "%(count)s titled blocks"),
    "transitional": ngettext(
        "%(count)s transitional provision", "%(count)s transitional provisions"
    ),
}
"""Kinds that are called otherwise in a list than in a sentence."""

_AS: dict[str, str] = {
    "attachment": "annex",
    "conclusions": "wrapUp",
    "container": "hcontainer",
    "docTitle": "longTitle",
    "p": "paragraph",
    "part": "hcontainer",
    "title": "longTitle",
}
"""Kinds that bear the name of another one."""

_MARKS: dict[MarkKind, Counted] = {
    "bracket": ngettext("%(count)s passage in brackets", "%(count)s passages in brackets"),
    "alternative": ngettext("%(count)s alternative wording", "%(count)s alternative wordings"),
    "agreed": ngettext(
        "%(count)s passage called agreed or pending", "%(count)s passages called agreed or pending"
    ),
    "proponent": ngettext("%(count)s proposal with a name", "%(count)s proposals with a name"),
    "struck": ngettext("%(count)s passage struck out", "%(count)s passages struck out"),
    "added": ngettext("%(count)s passage added", "%(count)s passages added"),
    "bold": ngettext(
        "%(count)s passage in bold or italic letters",
        "%(count)s passages in bold or italic letters",
    ),
    "note": ngettext("%(count)s note or footnote sign", "%(count)s notes or footnote signs"),
    "recovered": ngettext(
        "%(count)s passage with recovered letters", "%(count)s passages with recovered letters"
    ),
    "ocr": ngettext(
        "%(count)s passage read from a picture", "%(count)s passages read from pictures"
    ),
}


def provisions_counted(provisions: Iterable[Marked]) -> str:
    """Provisions by kind, the commonest first.

    >>> from tracker.model import Provision
    >>> provisions_counted([Provision("art_1", "article"), Provision("art_2", "article"),
    ...          Provision("longTitle", "longTitle")])
    '2 articles, 1 title'
    """
    kinds = Counter(OPTION if is_option(one) else _AS.get(one.kind, one.kind) for one in provisions)
    # The order of the command line.
    found = sorted(kinds.items(), key=lambda one: (-one[1], _english(one[0])))
    return ", ".join(_provisions(kind, count) for kind, count in found) or _("none")


def _english(kind: str) -> str:
    return PROVISIONS[kind][0] if kind in PROVISIONS else kind


def _provisions(kind: str, count: int) -> str:
    if kind in _PROVISIONS:
        return _PROVISIONS[kind](count, number(count))
    return of_kind(count, kind)


def marks_counted(counts: Sequence[tuple[MarkKind, int]]) -> str:
    """Marks by kind, in the order given.

    >>> marks_counted([("bracket", 67), ("proponent", 1)])
    '67 passages in brackets, 1 proposal with a name'
    """
    return ", ".join(_MARKS[kind](count, number(count)) for kind, count in counts) or _("none")
