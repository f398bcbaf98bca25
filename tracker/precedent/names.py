"""What provisions are called in print: "Article 5(2)(a)", "recital 3".

In: a draft. Out: a name for each of its eIds, in one line, without the draft's own punctuation.
"""

from __future__ import annotations

from collections import Counter

from tracker.kinds import PROVISIONS
from tracker.model import Draft, Provision
from tracker.precedent.units import UNITS, units


class Names:
    """The names of one draft's provisions."""

    def __init__(self, draft: Draft) -> None:
        self.of = {p.eid: p for p in draft.provisions}
        self._place: dict[str, int] = {}
        self._alike: Counter[tuple[str | None, str]] = Counter()
        self._units = units(draft)
        for provision in draft.provisions:
            if not provision.num:
                self._alike[provision.parent, provision.kind] += 1
                self._place[provision.eid] = self._alike[provision.parent, provision.kind]

    def __getitem__(self, eid: str) -> str:
        provision = self.of[eid]
        inside = ""
        while provision.kind not in UNITS and provision.parent is not None:
            inside = self._part(provision) + inside
            provision = self.of[provision.parent]
        number = provision.num.strip(" .:")
        return (number or self._counted(provision)) + inside

    def titled(self, provision: Provision) -> str:
        """Its name with its heading, if it has one."""
        heading = f" \u201c{provision.heading}\u201d" if provision.heading else ""
        return self[provision.eid] + heading

    def spoken(self, eid: str) -> str:
        """Its name in a sentence, where a bare number does not say what it is: "section 5"."""
        name = self[eid]
        if name[:1].isalpha():
            return name
        kind = self._units[eid].kind
        bare = name[1:-1] if name == f"({name[1:-1]})" else name
        return f"{PROVISIONS.get(kind, (kind, ''))[0]} {bare}"

    def heading(self, eid: str) -> str:
        """The heading of a provision, or of the article that it stands in."""
        return self.of[eid].heading or self._units[eid].heading

    def _part(self, provision: Provision) -> str:
        number = provision.num.strip(" .()[]:")
        if number:
            return f"({number})"
        counted = self._counted(provision)
        return "" if counted == "paragraph" else f", {counted}"  # the only one needs no name

    def _counted(self, provision: Provision) -> str:
        """What a provision without a number is, and which of its kind in its place."""
        called = PROVISIONS.get(provision.kind, (provision.kind, ""))[0]
        several = self._alike[provision.parent, provision.kind] > 1
        place = self._place.get(provision.eid)
        return f"{called} {place}" if several and place else called
