"""Quotations: the exact words, in one line, shortened at the borders of clauses.

In: texts and offsets. Out: strings in quotation marks. What is left out is marked with an ellipsis;
nothing else is changed but white space.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from tracker.findings.readable import border, joint

LONGEST = 30
"""Words that are quoted of a passage, at most."""
_MORE = 6
"""So many words more, if a clause ends there."""
_AROUND = 9
"""Words that are quoted on each side of evidence too short to be understood, if a clause begins or
ends there."""
_ENDS = re.compile(r"[.;:!?](?=\s)|\n")
_PAIRS = {"]": "[", ")": "("}
_FAR = 400
"""Characters around evidence that are looked at."""


def quoted(text: str, limit: int = LONGEST) -> str:
    """A text in quotation marks; of a long one what comes behind some end of a clause is left out,
    or what a small word joins to it.

    >>> quoted("each State Party shall, where possible and wise,", 4)
    '“each State Party shall …”'
    >>> quoted("the keeper of the light in the harbour of the town that lies in the east", 8)
    '“the keeper of the light in the harbour …”'
    """
    words = text.split()
    if len(words) <= limit + 2:
        return f"“{_clean(' '.join(words))}”"
    half = limit // 2
    kept = border(words[:-1], half, limit + _MORE, last=True) or joint(words, half, limit) or limit
    return f"“{' '.join(words[:kept]).rstrip(',;:—–')} …”"


def _clean(text: str) -> str:
    """Without the punctuation at the ends, which belongs to the sentence it was taken from."""
    return text.strip().strip(",;:").removesuffix(".").strip()


def around(text: str, start: int, end: int, limit: int = _AROUND) -> str:
    """The words `[start, end)` in quotation marks with some of their sentence on either side. What
    is left out ends or begins with a clause: no cut parts a noun from the word that tells it from
    others.

    >>> around("Parties meet. Each Party may ask for help, if it likes to.", 25, 28, 2)
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
    left, right = _left(before, limit), _right(after, limit)
    head = "… " if len(before) > len(left) or begin == least > 0 else ""
    tail = " …" if len(after) > len(right) or (cut is None and finish < len(text)) else ""
    said = " ".join((*left, middle, *right))
    return f"“{head}{_clean(said)}{tail}”"


def _left(words: list[str], limit: int) -> list[str]:
    """The last of these words, from the beginning of the sentence or of a clause."""
    if len(words) <= 2 * limit:
        return words
    # Counted from the end: the word before the first that is kept closes a clause.
    for kept in range(limit // 2, min(4 * limit, len(words))):
        if border(words[: len(words) - kept], len(words) - kept, len(words) - kept):
            return words[len(words) - kept :]
    return words


def _right(words: list[str], limit: int) -> list[str]:
    """The first of these words, up to the end of the sentence or of a clause."""
    if len(words) <= limit + limit // 2:
        return words
    kept = border(words, limit // 3, 2 * limit) or joint(words, limit // 2, 2 * limit) or limit
    return words[:kept]


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
