"""What the articles of a text are called.

In: the kind of the units that a text is counted in: in a bill they are sections. Out: their names
in the language of the interface, for several and as a rank; `phrases.of_kind` counts them.
"""

from __future__ import annotations

from web.plain import kind_word
from web.translation import _, later

_SEVERAL = {
    "article": later("articles"),
    "section": later("sections"),
    "rule": later("rules"),
    "clause": later("clauses"),
}

_OF_ITS_OWN = {
    "article": later("an article of its own"),
    "section": later("a section of its own"),
    "rule": later("a rule of its own"),
    "clause": later("a clause of its own"),
}


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
