"""What the articles of a text are called.

In: the kinds of the units that a text is counted in: in a bill they are sections, in a constitution
articles and the clauses that lead over to it. Out: one kind that stands for them all (`kind_of`),
which `phrases.of_kind` counts; their names in the language of the interface, for several and as a
rank.
"""

from __future__ import annotations

from collections.abc import Iterable

from web.terms.nouns import MIXED, MIXTURE
from web.terms.plain import kind_word
from web.translation import _, later

_SEVERAL = {
    "article": later("articles"),
    "section": later("sections"),
    "rule": later("rules"),
    "clause": later("clauses"),
    "article clause": later("articles and clauses"),
    "article rule": later("articles and rules"),
    "article section": later("articles and sections"),
    "rule section": later("sections and rules"),
    MIXTURE: later("articles, sections and the like"),
}

_OF_ITS_OWN = {
    "article": later("an article of its own"),
    "section": later("a section of its own"),
    "rule": later("a rule of its own"),
    "clause": later("a clause of its own"),
}


def kind_of(kinds: Iterable[str]) -> str:
    """What stands for all the kinds in a text, "article" for none; a paragraph that was an article
    once makes no mixture.

    >>> kind_of(["section", "section"]), kind_of(["clause", "article"]), kind_of([])
    ('section', 'article clause', 'article')
    >>> several(kind_of(["rule", "section", "article"]))
    'articles, sections and the like'
    """
    there = set(kinds)
    found = sorted(there & _OF_ITS_OWN.keys() or there) or ["article"]
    together = " ".join(found)
    return together if len(found) == 1 or together in MIXED else MIXTURE


def several(kind: str) -> str:
    """The word for more than one.

    >>> several("article"), several("chapter")
    ('articles', 'chapters')
    """
    return str(_SEVERAL.get(kind, f"{kind_word(kind)}s"))


def of_its_own(kind: str) -> str:
    """What is no part of another one.

    >>> of_its_own("article"), of_its_own("chapter"), of_its_own("annex")
    ('an article of its own', 'a chapter of its own', 'an annex of its own')
    """
    if kind in _OF_ITS_OWN:
        return str(_OF_ITS_OWN[kind])
    word = kind_word(kind)
    if word[:1] in "aeiou":
        return _("an %(kind)s of its own", kind=word)
    return _("a %(kind)s of its own", kind=word)
