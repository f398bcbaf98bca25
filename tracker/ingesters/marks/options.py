"""Alternatives: how drafters label them, before a text and inside a sentence.

In: nothing. Out: `OPTION`, the label at the start of a block; `inline`, the alternatives that stand
in brackets inside a sentence (`[Option 1: shall] [Option 2: should]`); `label`, what a label says.
"""

from __future__ import annotations

import re

_WORDS = (
    r"(?:Options?|OPTION|Alternative|ALTERNATIVE|Alternativa|ALTERNATIVA|Alt\.?|ALT\.?|Variante?"
    r"|VARIANTE?|Version|Opción|OPCIÓN|Вариант|ВАРИАНТ|Альтернатива|البديل|الخيار|بديل|خيار"
    r"|备选案文|备选方案|备选条文|任择案文|任择条文|选项|方案|案文)"
)
_NUMBER = (
    r"(?:\d{1,2}(?:\s?(?:bis|ter|quater))?|[A-Z](?:\s?[1-9])?|[IVX]{2,4}|[А-Я]"
    r"|[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[أ-ي]|(?:ال)?(?:أول|ثاني|ثالث|رابع)"
    r"|[一二三四五六七八九十甲乙丙丁]{1,3})(?![^\W_])"
)
_OF = (
    r"(?:\s(?:for|to|of|pour|para|к|для)\s(?:the\s)?(?:draft\s)?"
    r"(?:[Aa]rticles?|[Pp]aragraphs?|[Cc]hapter|[Ss]ection|[Aa]rtículo|[Pp]árrafo"
    r"|статье|пункту)\s[^\s:.\[\]()]{1,12}(?:\s?(?:bis|ter|quater)\b)?)?"
)
LABEL = rf"{_WORDS}\s{{0,2}}{_NUMBER}"

OPTION = re.compile(
    rf"(?P<open>[\[［]\s?)?(?P<num>{LABEL}{_OF}"
    r"(?:(?(open)\s?[\]］]|(?!))(?:\s?[.:：)])?"
    r"|\s?[.:：)]|\s[\u2013\u2014-](?=\s)"
    r"|(?=\s*(?:$|\n|[\[［(\"\u201c«])|\s+[^\W_a-zà-ÿа-я\u0600-\u06ff])))\s*"
)
"""An alternative's label: it is one where a stop, a bracket or a new sentence follows, not in the
words "Option 1 shall apply". Groups: `open`, a bracket before it; `num`, the label."""

_INLINE = re.compile(rf"[\[［]\s?(?P<num>{LABEL})(?:\s?[.:：)]|\s?[\u2013\u2014-](?=\s))\s*")


def inline(text: str, start: int, end: int) -> tuple[str, int, int] | None:
    """The alternative in the bracket `text[start:end]`: its label, and where its words stand.

    >>> inline("[Option 1: shall]", 0, 17)
    ('Option 1', 11, 16)
    """
    match = _INLINE.match(text, start, end)
    if match is None or match.end() >= end:
        return None
    closed = end - 1 if text[end - 1] in "]］" else end
    return label(match["num"]), match.end(), closed


def label(printed: str) -> str:
    """A label without what stands around it.

    >>> label("[Option 2]"), label("Alt. 1:"), label("Option 1 for Article 5")
    ('Option 2', 'Alt. 1', 'Option 1 for Article 5')
    """
    return " ".join(printed.strip("[]［］.:：) \u2013\u2014-").split())
