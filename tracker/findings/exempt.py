"""Words that stand in an exemption, where what protects may as well take protection away.

In: a text and the place of words in it, and the texts that lead to it. Out: the word or words that
open the exemption. `Unless it is unlikely to harm the rights of persons` gains nobody a right. The
languages count together, as in `readable`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from tracker.findings.readable import sentence

_OPENS = re.compile(
    r"\b(?:unless|except(?:ing)?|with the (?:sole )?exception of|otherwise than|exempt(?:ed)? from"
    r"|save (?:where|when|if|as|in|for|that|to)|sauf|excepté|hormis|à moins qu|à l['’]exception"
    r"|salvo|excepto|a menos que|(?:con|a) (?:la )?excepción de)\b",
    re.IGNORECASE,
)
"""What is exempt stands behind these, in their sentence."""
_LIFTS = re.compile(
    r"\b(?:shall|do|does|is|are|will|need|must) not (?:apply|extend to|be (?:required|applicable)"
    r"|required|applicable)\b|\bne s['’]appliqu\w+ pas\b|\bno se aplica\w*\b",
    re.IGNORECASE,
)
"""A sentence that has these is an exemption as a whole."""


def exempting(text: str, start: int, end: int, leading: Iterable[str] = ()) -> str:
    """What makes an exemption of the place `[start, end)` of a text, `""` if nothing does.
    `leading` are the texts whose last sentence leads to this one, as that before a list does to
    its items.

    >>> rule = "Tell the keeper, unless the rights of nobody are touched. Keep the rights of all."
    >>> exempting(rule, 28, 34), exempting(rule, 67, 73)
    ('unless', '')
    >>> exempting("the rights of all", 4, 10, ["This shall not apply where it harms:"])
    'shall not apply'
    """
    begin, stop = sentence(text, start, end)
    found = _OPENS.search(text, begin, start) or _LIFTS.search(text, begin, stop)
    if found:
        return found.group()
    for lead in leading:
        last = max(len(lead.rstrip()) - 1, 0)
        begin, stop = sentence(lead, last, last + 1)
        found = _OPENS.search(lead, begin, stop) or _LIFTS.search(lead, begin, stop)
        if found:
            return found.group()
    return ""
