"""What a provision is called in a sentence: `article 21, paragraph 2`.

In: provisions, and a way to look up those that they stand in. Out: their names. A number is shown
as printed; the word for its kind is added only where the draft prints none.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from tracker.store.records import ProvisionRow
from web.terms.plain import kind_word
from web.translation import _, later

# Languages in which a noun inside a sentence begins with a small letter.
_SMALL = ("en", "fr", "es", "pt", "it", "nl", "ru", "pl")
RTL = frozenset({"ar", "fa", "he", "ur", "ps", "yi", "dv"})
"""Languages written from right to left."""

_ANNEXES = frozenset({"annex", "attachment", "component", "doc", "schedule", "appendix"})
_ONLY_ONE = {
    "longTitle": later("the title"),
    "preface": later("the opening page"),
    "preamble": later("the preamble"),
    "conclusions": later("the closing words"),
}
_WORD_FIRST = re.compile(r"[^\W\d_]{3,}")
_AFTER_NUMBERS = " .:-–—"
_QUOTED_WORDS = 5

Look = Callable[[str], ProvisionRow | None]


class Names:
    """Names of provisions; those that enclose them are looked up once."""

    def __init__(
        self, known: Iterable[ProvisionRow] = (), look: Look | None = None, language: str = "en"
    ) -> None:
        given = {one.id: one for one in known}
        self._given = tuple(given.values())
        self._known: dict[str, ProvisionRow | None] = {**given}
        self._look = look
        self._small = language in _SMALL
        self._rtl = language in RTL
        self._inside: dict[str | None, list[ProvisionRow]] | None = None

    def own(self, provision: ProvisionRow) -> str:
        """The provision's own name, without what it stands in."""
        number = " ".join(provision.number.split())
        if number:
            return self._numbered(provision.kind, number)
        if provision.kind in _ONLY_ONE:
            return str(_ONLY_ONE[provision.kind])
        words = provision.heading or provision.text
        quoted = " ".join(words.split()[:_QUOTED_WORDS])
        if not quoted:
            return _("an unnumbered %(kind)s", kind=kind_word(provision.kind))
        more = "…" if len(words.split()) > _QUOTED_WORDS else ""
        words = self._apart(quoted) + more
        return _("%(kind)s “%(words)s”", kind=kind_word(provision.kind), words=words)

    def full(self, provision: ProvisionRow) -> str:
        """The name with those of the provisions from the article down to it."""
        path = [provision]
        while not path[0].is_article and (above := self.above(path[0])) is not None:
            path.insert(0, above)
        # Without an article above it, a recital or chapter is known by its own name.
        if not path[0].is_article:
            annex = next((i for i, one in enumerate(path) if one.kind in _ANNEXES), None)
            path = path[-1:] if annex is None else path[annex:]
        elif annexed := self._annex(path[0]):
            path.insert(0, annexed)
        named = [one for one in path[:-1] if one.number or one.kind in _ANNEXES]
        name = self.own(path[-1])
        for one in reversed(named):
            name = _("%(outer)s, %(inner)s", outer=self.own(one), inner=name)
        return name

    def number(self, provision: ProvisionRow) -> str:
        """Its number without the word for its kind; `""` if none was printed, or with other words
        than ours."""
        number = " ".join(provision.number.split())
        first = _WORD_FIRST.match(number)
        if first is None:
            return self._apart(_bare(number)) if number else ""
        of_ours = self._small and first.group().lower() == provision.kind.lower()
        return number[first.end() :].strip(_AFTER_NUMBERS) if of_ours else ""

    def unit(self, provision: ProvisionRow) -> ProvisionRow | None:
        """The article (or section) that a provision is or stands in."""
        one: ProvisionRow | None = provision
        while one is not None and not one.is_article:
            one = self.above(one)
        return one

    def above(self, provision: ProvisionRow) -> ProvisionRow | None:
        """The provision that this one stands in."""
        key = provision.parent_id
        if key is None:
            return None
        if key not in self._known:
            self._known[key] = self._look(key) if self._look else None
        return self._known[key]

    def is_in(self, provision: ProvisionRow, outer: ProvisionRow) -> bool:
        """Whether a provision stands in another one, however deep."""
        above = self.above(provision)
        while above is not None and above.id != outer.id:
            above = self.above(above)
        return above is not None

    def inside(self, provision: ProvisionRow) -> list[ProvisionRow]:
        """Those right inside this one, of the provisions that were known from the start."""
        if self._inside is None:
            self._inside = {}
            for one in sorted(self._given, key=lambda one: one.ordinal):
                self._inside.setdefault(one.parent_id, []).append(one)
        return self._inside.get(provision.id, [])

    def _annex(self, provision: ProvisionRow) -> ProvisionRow | None:
        one = self.above(provision)
        while one is not None and one.kind not in _ANNEXES:
            one = self.above(one)
        return one

    def _numbered(self, kind: str, number: str) -> str:
        first = _WORD_FIRST.match(number)
        if first:
            word = first.group()
            if self._small and (word.istitle() or word.isupper()) and not _roman(word):
                return word.lower() + number[len(word) :].rstrip(_AFTER_NUMBERS)
            return self._apart(number.rstrip(_AFTER_NUMBERS))
        number = self._apart(_bare(number))
        return _("%(kind)s %(number)s", kind=kind_word(kind), number=number)

    def _apart(self, text: str) -> str:
        """Words of a script that runs from right to left, so set that they do not turn the words
        around them."""
        return f"\u2068{text}\u2069" if self._rtl else text


def _bare(number: str) -> str:
    bare = number if number.startswith(("(", "[")) else number.rstrip(" .)")
    return bare or number


def _roman(word: str) -> bool:
    return bool(re.fullmatch(r"[IVXLCDM]+", word))


def capital(text: str) -> str:
    """`text` with its first letter in capitals.

    >>> capital("article 5")
    'Article 5'
    """
    return text[:1].upper() + text[1:]
