"""What a provision is called in an export: `Article 21, paragraph 2`.

In: the provisions of two drafts. Out: their names in one line, with numbers as printed; a word for
the kind is added where the draft prints a bare number.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from tracker.store.records import ProvisionRow

_KINDS = {
    "hcontainer": "part",
    "wrapUp": "closing words",
    "longTitle": "title",
    "preface": "opening page",
    "formula": "opening formula",
    "citation": "reference",
    "conclusions": "closing words",
    "attachment": "annex",
    "crossHeading": "heading",
    "blockContainer": "block",
}
_ANNEXES = frozenset({"annex", "attachment", "component", "doc", "schedule", "appendix"})
_ONLY_ONE = frozenset({"longTitle", "preface", "preamble", "conclusions"})
_WORD = re.compile(r"[^\W\d_]{3,}")
_QUOTED = 5


class Names:
    """Names of provisions of which all that they stand in are known too."""

    def __init__(self, known: Iterable[ProvisionRow]) -> None:
        self._known = {one.id: one for one in known}

    def full(self, provision: ProvisionRow) -> str:
        """The name with those of the provisions from the article down to it, and of the annex that
        it is in."""
        path = [provision]
        while not path[0].is_article and (above := self._above(path[0])) is not None:
            path.insert(0, above)
        if not path[0].is_article:
            annex = next((n for n, one in enumerate(path) if one.kind in _ANNEXES), None)
            path = path[-1:] if annex is None else path[annex:]
        elif annexed := self._annex(path[0]):
            path.insert(0, annexed)
        named = [one for one in path[:-1] if one.number or one.kind in _ANNEXES]
        return _capital(", ".join(own(one) for one in (*named, path[-1])))

    def unit(self, provision: ProvisionRow) -> ProvisionRow | None:
        """The article that a provision is or stands in."""
        one: ProvisionRow | None = provision
        while one is not None and not one.is_article:
            one = self._above(one)
        return one

    def depth(self, provision: ProvisionRow) -> int:
        """Steps down from the article that a provision stands in; 0 for what is in none."""
        unit = self.unit(provision)
        return provision.depth - unit.depth if unit is not None else 0

    def _annex(self, provision: ProvisionRow) -> ProvisionRow | None:
        one = self._above(provision)
        while one is not None and one.kind not in _ANNEXES:
            one = self._above(one)
        return one

    def _above(self, provision: ProvisionRow) -> ProvisionRow | None:
        return self._known.get(provision.parent_id or "")


def own(provision: ProvisionRow) -> str:
    """A provision's own name, without what it stands in."""
    number = " ".join(provision.number.split())
    kind = _KINDS.get(provision.kind, provision.kind)
    if number:
        said = number if number.startswith(("(", "[")) else number.rstrip(" .:)–-") or number
        return said if _WORD.match(said) else f"{kind} {said}"
    if provision.kind in _ONLY_ONE:
        return f"the {kind}"
    words = (provision.heading or provision.text).split()
    if not words:
        return f"an unnumbered {kind}"
    return f"{kind} “{' '.join(words[:_QUOTED])}{'…' if len(words) > _QUOTED else ''}”"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
