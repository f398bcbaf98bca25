"""Quotations: the exact words, in one line, shortened at word borders.

In: texts and offsets. Out: strings in quotation marks. What is left out is marked with an ellipsis;
nothing else is changed but white space.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

LONGEST = 30
"""Words that are quoted of a passage, at most."""
_AROUND = 9
"""Words that are quoted on each side of evidence too short to be understood."""
_ENDS = re.compile(r"[.;:!?](?=\s)|\n")
_PAIRS = {"]": "[", ")": "("}
_FAR = 400
"""Characters around evidence that are looked at."""


def quoted(text: str, limit: int = LONGEST) -> str:
    """A text in quotation marks, the end left out if it is long.

    >>> quoted("each State Party shall, where possible and wise,", 4)
    '“each State Party shall …”'
    """
    words = text.split()
    if len(words) <= limit + 2:
        return f"“{_clean(' '.join(words))}”"
    return f"“{' '.join(words[:limit]).rstrip(',;:')} …”"


def _clean(text: str) -> str:
    """Without the punctuation at the ends, which belongs to the sentence it was taken from."""
    return text.strip().strip(",;:").removesuffix(".").strip()


def around(text: str, start: int, end: int, limit: int = _AROUND) -> str:
    """The words `[start, end)` in quotation marks with some of their sentence on either side.

    >>> around("Parties meet. Each Party may ask for help, if it likes to.", 25, 28, 3)
    '“Each Party may ask for help …”'
    """
    least = max(0, start - _FAR)
    begin = max((m.end() for m in _ENDS.finditer(text, least, start)), default=least)
    cut = _ENDS.search(text, end, end + _FAR)
    finish = cut.start() if cut else min(len(text), end + _FAR)
    before, after = text[begin:start].split(), text[end:finish].split()
    # A word that the range cuts belongs to neither side alone.
    glue_left = "" if start == begin or text[start - 1].isspace() else text[begin:start].split()[-1]
    before = before[:-1] if glue_left else before
    glue_right = "" if finish == end or text[end].isspace() else text[end:finish].split()[0]
    after = after[1:] if glue_right else after
    middle = glue_left + " ".join(text[start:end].split()) + glue_right
    left = before[-limit:]
    right = after[:limit]
    head = "… " if len(before) > limit or begin == least > 0 else ""
    tail = " …" if len(after) > limit or (cut is None and finish < len(text)) else ""
    said = " ".join((*left, middle, *right))
    return f"“{head}{_clean(said)}{tail}”"


def balanced(text: str, start: int, end: int) -> tuple[int, int]:
    """The range with the bracket before or behind it whose other half it holds.

    >>> balanced("Parties [shall] [may] help", 9, 20)
    (8, 21)
    """
    depth = dict.fromkeys(_PAIRS.values(), 0)
    lacking = 0
    for sign in text[start:end]:
        if sign in depth:
            depth[sign] += 1
        elif sign in _PAIRS:
            if depth[_PAIRS[sign]]:
                depth[_PAIRS[sign]] -= 1
            else:
                lacking += 1
    if lacking and text[max(0, start - 1) : start] in depth:
        start -= 1
    if any(depth.values()) and text[end : end + 1] in _PAIRS:
        end += 1
    return start, end


def listed(names: Sequence[str], most: int = 4) -> str:
    """Names in a row, each once; of many the first and how many more there are.

    >>> listed(["Article 1", "Article 2", "Article 2", "Article 3"], 2)
    'Article 1, Article 2 and 1 more'
    """
    once = list(dict.fromkeys(names))
    if len(once) > most:
        return f"{', '.join(once[:most])} and {len(once) - most} more"
    return " and ".join((", ".join(once[:-1]), once[-1])) if len(once) > 1 else "".join(once)
