"""Words that came, went or gave way to others, as they are told.

In: both texts of a change, and words of them. Out: the words in quotation marks; short ones with
what stands around them. What cannot be read by itself is told as the whole clauses in which it
stands: `“made” became “made the data public”` tells a reader nothing.
"""

from __future__ import annotations

import re

from tracker.findings.names import Words
from tracker.findings.quoting import LONGEST, around, quoted
from tracker.findings.readable import clause, empty, ends_well, sentence, small
from tracker.findings.texts import Text

Both = tuple[Text, Text]
_WORD = re.compile(r"\S+")

FRAGMENT = 2
"""What so severe a change weighs at most that can only be told by its whole clauses."""
_SHORT = 3
"""Evidence of so few words is told with what stands around it."""
_CLAUSES = 40
"""The words of two clauses or sentences that are quoted whole, each."""


def told(both: Both, olds: tuple[Words, ...], news: tuple[Words, ...]) -> str:
    """Words that came, went or gave way to others; short ones with what stands around them."""
    if olds and news:
        if same(olds[0], news[0]):
            return f"{in_context(both[0], olds[0])} became {in_context(both[1], news[0])}"
        said = f"{quoted(olds[0].text)} became {quoted(news[0].text)}"
        short = max(len(olds[0].text.split()), len(news[0].text.split())) <= _SHORT
        return f"{said} ({in_context(both[1], news[0])})" if short else said
    side, words, verb = (both[0], olds[0], "loses") if olds else (both[1], news[0], "gains")
    noun = "word" if len(words.text.split()) == 1 else "words"
    return f"{verb} the {noun} {long_enough(side, words)}"


def in_context(side: Text, words: Words) -> str:
    """Words in quotation marks with what stands around them."""
    held = side.heading if words.place == "heading" else side.text
    return around(held, words.start, words.end)


def long_enough(side: Text, words: Words, other: Text | None = None) -> str:
    """Words in quotation marks; few ones with where they stand: all that came or went with them,
    if nothing took its place, else with their sentence."""
    said = quoted(words.text)
    if len(words.text.split()) > _SHORT:
        return said
    edit = side.edit(words.start) if words.place == side.place else None
    if other is not None and edit is not None and not other.opposite(edit[2]):
        whole = side.text[edit[0] : edit[1]]
        if _SHORT < len(whole.split()) <= LONGEST and ends_well(whole):
            return quoted(whole) if _begins(whole, words.text) else f"{said}, in {quoted(whole)}"
    context = in_context(side, words)
    return said if context == said else f"{said} ({context})"


def _begins(whole: str, words: str) -> bool:
    return whole.lstrip(" ,;:").casefold().startswith(words.casefold())


def same(old: Words, new: Words) -> bool:
    """Whether words are the same but for capitals."""
    return old.text.casefold().split() == new.text.casefold().split()


def replacement(both: Both, olds: tuple[Words, ...], news: tuple[Words, ...]) -> tuple[str, bool]:
    """What to say of words of which no more is known than that they came, went or gave way to
    others; and whether they could be read by themselves."""
    if not (olds and news) or same(olds[0], news[0]):
        shown = (news or olds)[0]
        if empty(shown.text):
            return told(both, olds, news), False
        if (olds and news) or _readable(both, shown) or shown.place == "heading":
            return told(both, olds, news), True
        return _clauses(both, olds[:1], news[:1]), False
    old, new = _apart(both, olds[0], news[0])
    one, other = (old,) if old else (), (new,) if new else ()
    if not one and not other:
        return _clauses(both, olds[:1], news[:1]), False
    if all(_readable(both, words) for words in (*one, *other)):
        return told(both, one, other), True
    return _clauses(both, olds[:1], news[:1]), False


def _readable(both: Both, words: Words) -> bool:
    """Whether words can be read by themselves, and do not part a word from the one behind it in a
    group that they only begin: `subjects under national` before `law`."""
    side = both[0] if words.side == both[0].side else both[1]
    if not ends_well(words.text):
        return False
    inner = words.text.split()[:-1]
    if words.place != side.place or not any(small(word) for word in inner):
        return True
    behind = side.text[words.end :].split(None, 1)
    cut = side.text[words.end : words.end + 1].isspace() and bool(behind)
    return words.text[-1:] in ",;:.—" or not cut or small(behind[0])


def _apart(both: Both, old: Words, new: Words) -> tuple[Words | None, Words | None]:
    """Both sides of a replacement without the words that they begin and end with alike, and without
    a side that names nothing."""
    ones, others = _spans(old), _spans(new)
    while ones and others and ones[0][0] == others[0][0]:
        ones, others = ones[1:], others[1:]
    while ones and others and ones[-1][0] == others[-1][0]:
        ones, others = ones[:-1], others[:-1]
    found: list[Words | None] = []
    for side, words, left in zip(both, (old, new), (ones, others), strict=True):
        if not left or empty(" ".join(word for word, *_ in left)):
            found.append(None)
            continue
        if words.place != side.place:
            found.append(words)
            continue
        found.append(side.cut(words.start + left[0][1], words.start + left[-1][2]))
    return found[0], found[1]


def _spans(words: Words) -> list[tuple[str, int, int]]:
    """The words in small letters, each with its place in them."""
    return [(m.group().casefold(), *m.span()) for m in _WORD.finditer(words.text)]


def _clauses(both: Both, olds: tuple[Words, ...], news: tuple[Words, ...]) -> str:
    """The clauses, or sentences, in which words stand that cannot be read by themselves."""
    said = [
        tuple(_whole(side, words) for words in shown)
        for side, shown in zip(both, (olds, news), strict=True)
    ]
    if said[0] and said[1]:
        return f"{said[0][0]} became {said[1][0]}"
    return f"now says {said[1][0]}" if said[1] else f"no longer says {said[0][0]}"


def _whole(side: Text, words: Words) -> str:
    if words.place != side.place:
        return in_context(side, words)
    for widen in (sentence, clause):
        start, end = widen(side.text, words.start, words.end)
        if len(side.text[start:end].split()) <= _CLAUSES:
            return quoted(side.text[start:end], _CLAUSES)
    return in_context(side, words)
