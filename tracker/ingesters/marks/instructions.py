"""What is to be done with words, told by those who want it: "Aldova: delete paragraph 2".

In: what stands in a bracket or in parentheses. Out: `instruction`, what is wanted of words that are
named (`this sentence`) or quoted, and where the names end of those who want it; `QUOTED`, quoted
words. An instruction is no text that somebody proposes; what is neither named nor quoted is.
"""

from __future__ import annotations

import re

QUOTED = (
    r"(?:\"[^\"\n]{1,160}\"|[\u201c\u201e][^\u201d\n]{1,160}\u201d"
    r"|\u00ab[^\u00bb\n]{1,160}\u00bb|(?<!\w)'[^'\n]{1,160}'(?!\w)|\u2018[^\u2019\n]{1,160}\u2019)"
)
_UNIT = (
    r"(?:(?:the|an?|this|that|these|those|all|both|entire|whole|existing|original|current"
    r"|previous|new|first|second|third|last|following|preceding)\s){0,4}"
    r"(?:(?:sub-?)?paragraphs?|(?:sub-?)?paras?\b\.?|articles?|art\.|words?|sentences?|phrases?|text"
    r"|brackets?|language|wording|options?|alternatives?|points?|provisions?|chapters?|sections?"
    r"|title|heading|chapeau|footnotes?|commas?|reference|term|terms)"
    r"(?:\s(?:\d{1,3}|\(\w{1,4}\)|[A-Z])(?:\s?(?:bis|ter|quater|alt))?(?:\s?\(\w{1,4}\))?)?"
)
_WHAT = rf"(?:(?:{_UNIT}\s)?{QUOTED}|{_UNIT})"
_TO = rf"(?:\s(?:with|by|to|after|before|from|in|into|at|as|under)\s{_WHAT})"
_INSTRUCTION = re.compile(
    r"(?P<names>[^:\n\"\u201c]{2,120}?)\s?(?::|,|\s[\u2013\u2014-])?"
    r"\s(?:would\s|wishes\sto\s|to\s)?"
    r"(?:(?P<delete>deletes?|omits?)|(?P<retain>retains?|keeps?)|(?P<bracket>brackets?)"
    r"|(?P<replace>replaces?|substitutes?)|(?P<insert>(?:re)?inserts?|adds?)"
    rf"|(?P<move>moves?|merges?))(?P<what>(?:\s{_WHAT})?{_TO}{{0,2}})\s?\.?\s*",
    re.IGNORECASE,
)
"""What is to be done with words that the instruction names or quotes: `Aldova: delete paragraph`,
`Aldova: replace with "may"`. Words that are neither named nor quoted are words of the text."""

_NEEDS_WORDS = frozenset(("replace", "insert", "move"))
"""Instructions that say nothing without the words they are about."""

_INSTRUCTED = ("delete", "retain", "bracket", "replace", "insert", "move")


def instruction(text: str) -> tuple[str, int] | None:
    """What some want done with words that they name or quote, and where their names end.

    >>> instruction('Aldova: replace with "may"'), instruction("Aldova: keep their boats dry")
    (('replace', 6), None)
    """
    match = _INSTRUCTION.fullmatch(text)
    if match is None:
        return None
    wants = next(name for name in _INSTRUCTED if match[name])
    if not match["what"] and wants in _NEEDS_WORDS:
        return None
    return wants, match.end("names")
