"""Words that came, went or gave way to others, as they are told.

In: both texts of a change, and words of them. Out: the words in quotation marks; short ones with
what stands around them. What cannot be read by itself is told as the whole clauses in which it
stands: `“made” became “made the data public”` tells a reader nothing.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence

from tracker.findings.elsewhere import plain
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
_JOINS = frozenset(("and", "or", "et", "ou", "y", "o"))
_SHARED = 0.5
"""The share of a clause's words that the clause has in which it became another."""
_LONGER = 4
"""So many times as long, words are told alone if the others stand elsewhere too."""
_CLAUSES = 40
"""The words of two clauses or sentences that are quoted whole, each."""


def told(both: Both, olds: tuple[Words, ...], news: tuple[Words, ...]) -> str:
    """Words that came, went or gave way to others; short ones with what stands around them. What
    the other side has too neither came nor went: then the clause is told that holds it, and `""` is
    said if there is none that the other side lacks."""
    if olds and news:
        if same(olds[0], news[0]):
            return f"{in_context(both[0], olds[0])} became {in_context(both[1], news[0])}"
        said = f"{quoted(olds[0].text)} became {quoted(news[0].text)}"
        short = max(len(olds[0].text.split()), len(news[0].text.split())) <= _SHORT
        return f"{said} ({in_context(both[1], news[0])})" if short else said
    side, words, verb = (both[0], olds[0], "loses") if olds else (both[1], news[0], "gains")
    if side.kept(words.text):
        return _otherwise(both, olds[:1], news[:1])
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
        side = both[0] if shown.side == both[0].side else both[1]
        if not (olds and news) and side.kept(shown.text):
            return _otherwise(both, olds[:1], news[:1]), False
        if (olds and news) or _readable(both, shown) or shown.place == "heading":
            return told(both, olds, news), True
        return _otherwise(both, olds[:1], news[:1]), False
    old, new = _apart(both, olds[0], news[0])
    one: tuple[Words, ...] = (old,) if old else ()
    other: tuple[Words, ...] = (new,) if new else ()
    if not one and not other:
        return _otherwise(both, olds[:1], news[:1]), False
    one, other = _telling(both, one, other)
    fresh = bool(one and other) or not any(
        side.kept(words.text)
        for side, shown in zip(both, (one, other), strict=True)
        for words in shown
    )
    if fresh and all(_readable(both, words) for words in (*one, *other)):
        return told(both, one, other), True
    return _otherwise(both, olds[:1], news[:1]), False


def _telling(
    both: Both, olds: tuple[Words, ...], news: tuple[Words, ...]
) -> tuple[tuple[Words, ...], tuple[Words, ...]]:
    """Both sides of a replacement; of a long and a short one the long one alone, if what is said in
    the short one stands on the other side all the same, or only joins something to what stayed: it
    did not become the long one, nor the long one it."""
    if not olds or not news:
        return olds, news
    old, new = olds[0].text.split(), news[0].text.split()
    if len(old) * _LONGER <= len(new) and (both[0].kept(olds[0].text) or old[0] in _JOINS):
        return (), news
    if len(new) * _LONGER <= len(old) and (both[1].kept(news[0].text) or new[0] in _JOINS):
        return olds, ()
    return olds, news


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


def _otherwise(both: Both, olds: tuple[Words, ...], news: tuple[Words, ...]) -> str:
    """What to say of words that the other side has too, or that cannot be read by themselves: the
    clauses on both sides that hold them; else the one that does, if the other side lacks it; else
    what stands around them on both sides."""
    if olds and news:
        return _clauses(both, olds, news)
    side, words = (both[0], olds[0]) if olds else (both[1], news[0])
    said = _both_clauses(both, words, (_whole, in_context))
    if not said and not side.kept(_whole(side, words)):
        said = _clauses(both, olds, news)
    return said or _both_clauses(both, words, (_about,))


def _both_clauses(both: Both, shown: Words, ways: Sequence[Callable[[Text, Words], str]]) -> str:
    """The clause of words that came or went, and what stands in its place on the other side: what
    is there too can be told no other way. `""` if none of the `ways` to quote shows the change."""
    own, other = both if shown.side == both[0].side else both[::-1]
    edit = _edit(own, shown)
    if edit is None or edit[2] >= len(other.anchors):
        return ""
    if "compared" in (own.place, other.place):  # its sentences may run over a seam
        return ""
    at = other.anchors[edit[2]]
    pair = {own.side: _cut(own, *edit[:2]), other.side: _opposite(other, edit[2], at)}
    for show in ways:
        old, new = (show(side, pair[side.side]) for side in both)
        if plain(old) != plain(new) and _one_clause(old, new):
            return f"{old} became {new}"
    return ""


def _about(side: Text, words: Words) -> str:
    """Words with those around them, whatever clauses these are of: of a list's item the `or` at its
    end is no clause of its own."""
    text, half = side.text, _CLAUSES // 2
    before = [m.start() for m in _WORD.finditer(text, 0, words.start)][-half:]
    after = [m.end() for m in _WORD.finditer(text, words.end)][:half]
    start, end = (before or [words.start])[0], (after or [words.end])[-1]
    said = " ".join(text[start:end].split())
    head = "… " if text[:start].strip() else ""
    return f"“{head}{said}{' …' if text[end:].strip() else ''}”"


def _one_clause(old: str, new: str) -> bool:
    """Whether a clause is the other one changed, and not its neighbour."""
    ones, others = Counter(plain(old).split()), Counter(plain(new).split())
    shorter = min(ones.total(), others.total())
    return shorter >= _SHORT and (ones & others).total() >= _SHARED * shorter


def _edit(side: Text, shown: Words) -> tuple[int, int, int] | None:
    """The edited stretch of words: that which holds them, else the nearest in their sentence."""
    if shown.place != side.place:
        return None
    start, end = sentence(side.text, shown.start, shown.end)
    near = [one for one in side.edited if start < one[1] and one[0] < end]
    return side.edit(shown.start) or min(
        near, key=lambda one: max(one[0] - shown.end, shown.start - one[1]), default=None
    )


def _opposite(side: Text, group: int, at: int) -> Words:
    """What stands in the place of this number, or the place itself if nothing does."""
    here = next((one for one in side.edited if one[2] == group), (at, at, group))
    return _cut(side, here[0], here[1])


def _cut(side: Text, start: int, end: int) -> Words:
    """The words of a range, without the blanks at its ends."""
    said = side.text[start:end]
    if not said.strip():
        return side.cut(start, end)
    return side.cut(start + len(said) - len(said.lstrip()), start + len(said.rstrip()))


def _whole(side: Text, words: Words) -> str:
    if words.place != side.place:
        return in_context(side, words)
    for widen in (sentence, clause):
        start, end = widen(side.text, words.start, words.end)
        if len(side.text[start:end].split()) <= _CLAUSES:
            return quoted(side.text[start:end], _CLAUSES)
    return in_context(side, words)
