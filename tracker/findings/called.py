"""What provisions are called in a sentence: "Article 24, paragraph 1", "recital 3".

In: a draft. Out: a name for each of its eIds in plain English, with the heading of its article if
that is asked for.
"""

from __future__ import annotations

import re
from collections import Counter

from tracker.findings.quoting import quoted
from tracker.model import Draft, Provision
from tracker.ordinal import ordinal
from tracker.precedent.units import UNITS

_PLAIN = {
    "longTitle": "the title",
    "docTitle": "the title",
    "preface": "the opening note",
    "preamble": "the preamble",
    "formula": "the opening formula",
    "wrapUp": "the passage after the list",
    "intro": "the opening passage",
    "conclusions": "the closing passage",
    "attachment": "annex",
    "alinea": "paragraph",
    "p": "paragraph",
    "hcontainer": "part",
    "blockContainer": "block",
    "tblock": "block",
    "crossHeading": "heading",
}
_THE = "the "
_UNNUMBERED = "unnumbered "
_HEADING = 12
"""Words of a heading that are quoted."""
_SPELLED = re.compile(r"[^\W\d_]{3}")
_SHOUTED = 3
"""A word of more capitals is set in small letters: `ARTICLE`, not `SEC`."""
_CONTAINERS = frozenset({"part", "title", "book", "chapter", "division", "hcontainer", "subpart"})
_ROMAN = re.compile(r"[ivxlcdm]+\Z", re.IGNORECASE)


class Called:
    """The names of one draft's provisions."""

    def __init__(self, draft: Draft) -> None:
        self.of = {p.eid: p for p in draft.provisions}
        self._said: dict[tuple[str, bool], str] = {}
        self._units: dict[str, str] = {}
        self._place: dict[str, int] = {}
        self._alike: Counter[tuple[str | None, str]] = Counter()
        for one in draft.provisions:
            if not one.num:
                self._alike[one.parent, one.kind] += 1
                self._place[one.eid] = self._alike[one.parent, one.kind]

    def __getitem__(self, eid: str) -> str:
        """Its number and those of what it stands in, from the article on."""
        return self._called(eid, titled=False)

    def titled(self, eid: str) -> str:
        """The same, with the heading of the outermost."""
        return self._called(eid, titled=True)

    def numbered(self, eid: str) -> str:
        """Its name without what has no number, which is counted by its place alone."""
        return ", ".join(part for part in self[eid].split(", ") if _UNNUMBERED not in part)

    def unit(self, eid: str) -> str:
        """The eId of the article, section or recital that a provision stands in; its own or that of
        the outermost that holds it if there is none."""
        if eid not in self._units:
            at = eid
            while self.of[at].kind not in UNITS and self.of[at].parent in self.of:
                at = self.of[at].parent or at
            self._units[eid] = at if self.of[at].kind in UNITS else eid
        return self._units[eid]

    def _called(self, eid: str, *, titled: bool) -> str:
        key = eid, titled
        if key not in self._said:
            self._said[key] = self._name(eid, titled=titled)
        return self._said[key]

    def _name(self, eid: str, *, titled: bool) -> str:
        chain = [self.of[eid]]
        while chain[0].kind not in UNITS and chain[0].parent in self.of:
            chain.insert(0, self.of[chain[0].parent or ""])
        if chain[0].kind not in UNITS:
            chain = _outside(chain)
        # What has no number says nothing of where its parts are.
        chain = [p for p in chain if p is chain[-1] or p.kind in UNITS or p.num]
        names = [name for name in map(self._own, chain) if name] or [f"the {chain[-1].kind}"]
        heading = next((p.heading for p in chain if p.heading), "")
        if titled and heading.strip():
            names[:1] = [f"{names[0] if names else ''} ({quoted(heading, _HEADING)})".strip()]
        return _capital(", ".join(names))

    def _own(self, provision: Provision) -> str:
        plain = _PLAIN.get(provision.kind, provision.kind)
        number = " ".join(provision.num.split()).strip(" .:—–-")
        if plain.startswith(_THE):
            return plain
        if not number:
            return self._counted(provision, plain)
        if _SPELLED.search(number) and not _ROMAN.match(number.strip("()")):
            word, space, rest = number.partition(" ")
            shouted = word.isupper() and len(word) > _SHOUTED and not _ROMAN.match(word)
            return f"{word.capitalize()}{space}{rest}" if shouted else number
        inside = number.strip("()[] ") or number
        return f"{plain} ({inside})" if plain == "point" else f"{plain} {inside}"

    def _counted(self, provision: Provision, plain: str) -> str:
        """What a provision without a number is, and which of its kind in its place."""
        several = self._alike[provision.parent, provision.kind] > 1
        if not several:
            return "" if plain == "paragraph" and provision.parent else f"the {plain}"
        place = self._place[provision.eid]
        which = ordinal(place)
        if provision.kind in UNITS:
            return f"the {which} {plain}"
        return f"{which} unnumbered {plain}"


def _outside(chain: list[Provision]) -> list[Provision]:
    """Of a provision in no article, what it is named by: what holds it and has a number, up to a
    chapter; a chapter is named by itself."""
    own = chain[-1]
    if own.kind in _CONTAINERS:
        return [own]
    numbered = [p for p in chain[:-1] if p.num]
    inner = [p for p in numbered if p.kind not in _CONTAINERS]
    return [*(inner or numbered[-1:]), own]


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
