"""Many words that came in or went out of a provision, and provisions that say something else now.

In: both texts of a change. Out: facts. What is told of single words must not hide that two
paragraphs came in beside them; and of two texts that have little in common single words are told
by accident alone.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from tracker.findings.names import Fact, Kind, Words
from tracker.findings.quoting import quoted
from tracker.findings.readable import sentence, small
from tracker.findings.texts import Text
from tracker.words import count
from tracker.words import words as _words

Both = tuple[Text, Text]

_PASSAGE = 25
"""The words of a passage that came or went from which it is told."""
_MUCH = 40
"""The words that came or went, all together, from which they are told."""
_QUOTED = 50
"""Words that are quoted of it: a sentence mostly says its point at its end."""
_SHOWN = 0.5
"""The share of a passage from which a fact that quotes it tells it already."""
_BESIDE = 0.25
"""Below this share of the words on one side, those on the other are not worth a word."""
_ENOUGH = 0.6
"""How much of a passage may be left out before its first whole sentence."""
_SIGN = re.compile(r"\(?[0-9a-z]{1,4}\)?")
_SCRAP = 2
_FULL = re.compile(r"[.;](?=\s)|\n")
_COMMA = re.compile(r"[,;:.](?=\s)")
_STOP = re.compile(r"[,;:.\n]|\Z")
_LITTLE = 0.4
"""The share of the shorter text's words that both have below which it is another text."""
_FEW = 8
"""The words that two texts have at least of which that can be told."""

_BY_WORDS: tuple[Kind, ...] = ("scope", "actor", "definition", "other", "threshold", "editorial")
"""Kinds of which nothing is said for texts that have little in common."""
_CLAIMED: tuple[Kind, ...] = ("safeguard", "qualifier", "penalty", "force")
"""Kinds that are uncertain for such texts."""
LITTLE = "the two texts share so few words that one need not have become the other"


def told(facts: Sequence[Fact], both: Both) -> list[Fact]:
    """The facts of a change, with what is to be said of all its words."""
    if not (both[0].edited and both[1].edited and _little(both)):
        return [*facts, *_passage(facts, both)]
    left = [_doubted(one) for one in facts if one.kind not in _BY_WORDS]
    old, new = (text.cut(*_whole(text)) for text in both)
    said = f"says something else now: {quoted(old.text)} became {quoted(new.text)}"
    lost, came = _lengths(both)
    return [*left, Fact("other", said, (old, new), 6, words=lost + came)]


def _whole(side: Text) -> tuple[int, int]:
    """All of a text; of one that is put together of several its first sentence."""
    return sentence(side.text, 0, 1) if side.place == "compared" else (0, len(side.text))


def _doubted(one: Fact) -> Fact:
    if one.kind not in _CLAIMED or one.why:
        return one
    return Fact(one.kind, one.clause, one.evidence, one.severity, LITTLE, one.key)


def _little(both: Both) -> bool:
    """Whether the texts have less than a good part of the shorter one's words in common, in
    whatever order."""
    old, new = (Counter(w for w in _words(text.text) if not small(w)) for text in both)
    shorter = min(old.total(), new.total())
    return shorter >= _FEW and (old & new).total() < _LITTLE * shorter


def _lengths(both: Both) -> tuple[int, int]:
    lost, came = (sum(count(t.text[a:b]) for a, b, _ in t.edited) for t in both)
    return lost, came


def _passage(facts: Sequence[Fact], both: Both) -> Iterable[Fact]:
    """The longest passage that came or went, with how many words did, if no fact tells it."""
    lost, came = _lengths(both)
    runs = [(count(t.text[a:b]), t, a, b) for t in both for a, b, _ in t.edited]
    runs = [run for run in runs if run[0] >= _PASSAGE]
    if not runs or lost + came < _MUCH:
        return
    longest = max(runs, key=lambda run: run[0])
    _, text, start, end = longest
    evidence = [words for one in facts if one.sure for words in one.evidence]
    shown = max((_shared(words, text, start, end) for words in evidence), default=0)
    if shown >= _SHOWN * (end - start):
        return
    words = text.cut(*_begun(text, start, end))
    passage = quoted(words.text, _QUOTED)
    if min(lost, came) < _BESIDE * max(lost, came):
        verb = "gains" if came > lost else "loses"
        among = "" if text.kept(words.text) else f", among them {passage}"
        clause = f"{verb} {max(lost, came)} words{among}"
    else:
        what = "new" if text.side == "new" else "gone"
        among = "" if text.kept(words.text) else f"; {what} is, among others, {passage}"
        clause = f"loses {lost} words and gains {came}{among}"
    yield Fact("other", clause, (words,), 6, words=lost + came)


def _shared(words: Words, text: Text, start: int, end: int) -> int:
    """The characters that evidence has in common with a passage."""
    if (words.side, words.eid, words.place) != (text.side, text.eid, text.place):
        return 0
    return max(0, min(end, words.end) - max(start, words.start))


def _begun(side: Text, start: int, end: int) -> tuple[int, int]:
    """A passage from the first sentence on that begins in it, if there is enough behind that; else
    from its own beginning; without what hangs in the air at its end. Of a text that is put together
    of several no more than one sentence."""
    text = side.text
    begin, stop = sentence(text, start, start + 1)
    far = start + int(_ENOUGH * (end - start))
    if begin < start and start < stop + 2 < far:
        begin = sentence(text, stop + 2, stop + 3)[0]
    begin = begin if start <= begin < far else _after_scrap(text, start, end)
    begin += len(text[begin:end]) - len(text[begin:end].lstrip(" \n,;:.—"))
    end = _ended(text, begin, end)
    if side.place == "compared":
        end = min(end, sentence(text, begin, begin + 1)[1])
    end = begin + len(text[begin:end].rstrip())
    while (last := text[begin:end].rsplit(None, 1))[1:] and (
        small(last[1]) or _SIGN.fullmatch(last[1])
    ):
        end = begin + len(last[0])
    return begin, end


def _after_scrap(text: str, start: int, end: int) -> int:
    """The beginning, behind a word or two that end a clause there: `6(5), Article 8(3), …`."""
    found = _COMMA.search(text, start, end)
    return found.end() if found and len(text[start : found.start()].split()) <= _SCRAP else start


def _ended(text: str, begin: int, end: int) -> int:
    """Where a passage that breaks off in the midst of a clause has its last whole sentence, or else
    its last whole clause, behind it; its own end where there is too little before that."""
    if _STOP.match(text, len(text[:end].rstrip()) - 1) or _STOP.match(text, end):
        return end
    for stops in (_FULL, _COMMA):
        ends = [m.start() for m in stops.finditer(text, begin, end)]
        if ends and ends[-1] - begin >= (1 - _ENOUGH) * (end - begin):
            return ends[-1]
    return end
