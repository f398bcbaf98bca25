"""What the words of references are in one language.

In: word lists. Out: `Lexicon`, which the grammar reads. All forms are in small letters; a unit has
one English name in every language, because the provisions of a draft have.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

RANKS = {
    "annex": 0,
    "division": 1,
    "part": 2,
    "subpart": 3,
    "title": 4,
    "subtitle": 5,
    "chapter": 6,
    "subchapter": 7,
    "section": 8,
    "article": 9,
    "recital": 9,
    "subsection": 10,
    "paragraph": 11,
    "subparagraph": 12,
    "point": 12,
    "clause": 13,
    "subclause": 14,
}
"""The units by how much they hold: what has the lower rank holds what has the higher."""

KINDS: Mapping[str, frozenset[str]] = {
    "annex": frozenset({"attachment", "annex", "appendix", "hcontainer"}),
    "part": frozenset({"part"}),
    "title": frozenset({"title"}),
    "chapter": frozenset({"chapter"}),
    "division": frozenset({"division"}),
    "subpart": frozenset({"subpart"}),
    "subtitle": frozenset({"subtitle"}),
    "subchapter": frozenset({"subchapter"}),
    "section": frozenset({"section"}),
    "article": frozenset({"article"}),
    "recital": frozenset({"recital"}),
    "subsection": frozenset({"subsection"}),
    "paragraph": frozenset({"paragraph"}),
    "subparagraph": frozenset({"point", "subparagraph"}),
    "point": frozenset({"point", "subparagraph"}),
    "clause": frozenset({"clause"}),
    "subclause": frozenset({"subclause"}),
}
"""The kinds of provisions that each unit is a word for."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The words of one language.

    `units` gives for each form its unit and whether it is a plural. `bare` are units that may be
    named without a number ("the Annex"), `selves` those of which "this …" is said. `these` are the
    words for "this", `those` for "that"; `articles` stand before a noun. `of` leads to what holds,
    `attached` too but only from an annex ("Annex to"); `fused` say "of that" in one word. `joins`
    link the items of a list, `to` makes a range. `beside` are words like "preceding" with their
    direction, `after_noun` says that they follow the noun. `ordinals` count ("the first
    subparagraph"). `instruments` are nouns for other texts, `small` are words inside their names.
    `thereof` points back, `provisions` sums up ("and other provisions of"), `by` brings in who
    amends ("inserted by section 34"). Behind `possessives` ("its article 5") it is not known whose
    a provision is. `amending` are phrases that show that a provision changes another text.
    """

    units: Mapping[str, tuple[str, bool]]
    bare: frozenset[str]
    selves: frozenset[str]
    these: frozenset[str]
    those: frozenset[str]
    articles: frozenset[str]
    of: frozenset[str]
    attached: frozenset[str]
    joins: frozenset[str]
    to: frozenset[str]
    beside: Mapping[str, int]
    after_noun: bool
    ordinals: Mapping[str, int]
    instruments: frozenset[str]
    small: frozenset[str]
    fused: frozenset[str]
    thereof: frozenset[str]
    provisions: frozenset[str]
    by: frozenset[str]
    possessives: frozenset[str]
    amending: tuple[str, ...]


def forms(listed: str, unit: str) -> dict[str, tuple[str, bool]]:
    """Forms of a unit from `singular singular | plural plural`.

    >>> forms("article art | articles arts", "article")["arts"]
    ('article', True)
    """
    one, _, several = listed.partition("|")
    return {
        form: (unit, plural)
        for words, plural in ((one, False), (several, True))
        for form in words.split()
    }


def merged(*tables: dict[str, tuple[str, bool]]) -> dict[str, tuple[str, bool]]:
    """Several tables of forms as one."""
    return {form: unit for table in tables for form, unit in table.items()}


def words(listed: str) -> frozenset[str]:
    """A set of the words of `listed`."""
    return frozenset(listed.split())


def counted(listed: str) -> dict[str, int]:
    """Ordinals in order, the forms of one joined by `/`.

    >>> counted("first second/2nd")
    {'first': 1, 'second': 2, '2nd': 2}
    """
    return {
        form: place
        for place, group in enumerate(listed.split(), start=1)
        for form in group.split("/")
    }
