"""What the articles of a text are, and how many of them there are.

In: the kind of the units that a text is counted in: in a bill they are sections. Out: their names
in the language of the interface, for several, in a count and as a rank.
"""

from __future__ import annotations

from web.phrases import number
from web.plain import kind_word
from web.translation import _, later, ngettext

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


def counted(kind: str, count: int) -> str:
    """So many of them.

    >>> counted("section", 1), counted("article", 1200), counted("chapter", 2)
    ('1 section', '1,200 articles', '2 chapters')
    """
    told = number(count)
    match kind:
        case "article":
            return ngettext("%(count)s article", "%(count)s articles", count, count=told)
        case "section":
            return ngettext("%(count)s section", "%(count)s sections", count, count=told)
        case "rule":
            return ngettext("%(count)s rule", "%(count)s rules", count, count=told)
        case "clause":
            return ngettext("%(count)s clause", "%(count)s clauses", count, count=told)
    return f"{told} {kind_word(kind) if count == 1 else several(kind)}"


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
