"""Why a finding is uncertain, in a few words, and words that only seem to be gone.

In: a finding or a fact, and its change. Out: the reason, `""` where nothing is uncertain.
"""

from __future__ import annotations

from collections import Counter
from functools import lru_cache

from tracker.align import SURE
from tracker.findings.names import Words
from tracker.model import Change, Link
from tracker.stems import stems
from tracker.substance import Finding
from tracker.words import count
from tracker.words import words as _words

_REWRITTEN = 0.35
"""The share of words that stayed below which a text is called rewritten."""

REWRITTEN = "so much was rewritten that the words may not belong together"
COARSE = "it is too long or too changed to be compared word by word"
LINKED = "the two provisions may not be the same"
ELSEWHERE = "the same words stand elsewhere in it now"
BEFORE = "the same words stood elsewhere in it before"

STILL = "its words still stand there, in another order or form"
ALREADY = "its words stood there already, in another order or form"

_BY_KIND = {
    "force": "the two sentences may not belong together",
    "qualifier": "such words do not always limit a rule",
    "safeguard": "such words do not always protect anybody",
    "threshold": "the sentence that holds it is new or gone as a whole",
    "actor": "the two sentences may not belong together",
    "definition": "it stands among definitions but does not say “means”",
    "penalty": "such words are not always about a penalty",
}
_AS_PRINTED = ("scope", "other", "editorial", "heading")
"""Kinds of which only the words are told, so that what they mean may stay open."""
_ELSE = "what the change means cannot be told from the words alone"


def of_finding(one: Finding, change: Change) -> str:
    """Why a finding of the kinds of change is not sure."""
    if one.sure or (one.kind in _AS_PRINTED and not change.coarse):
        return ""
    if change.coarse:
        return COARSE
    if rewritten(change):
        return REWRITTEN
    return _BY_KIND.get(one.kind, _ELSE)


def of_link(link: Link | None) -> str:
    """Why a link may be wrong; what people decided is not doubted."""
    if link is None or link.decided or link.score >= SURE:
        return ""
    speaks = next((one for one in reversed(link.evidence) if one), "")
    return f"{LINKED}; what speaks for it: {speaks}" if speaks else LINKED


def of_holder(before: str, after: str, link: Link) -> str:
    """Why what is said of a part is uncertain, if the link of what holds it is; by their names."""
    pair = f"{before} of the older draft being {after} of the newer"
    what = f"it hangs on {pair}, which is not certain"
    speaks = next((one for one in reversed(link.evidence) if one), "")
    return f"{what}; what speaks for it: {speaks}" if speaks else what


def of_place(words: Words, here: str, there: str) -> str:
    """Whether words that went from one text or came to one are on the other side as often: `here`
    is all of the article on their own side, `there` on the other."""
    said = " ".join(words.text.casefold().split())
    if not said or there.count(said) < here.count(said):
        return ""
    return ELSEWHERE if words.side == "old" else BEFORE


def of_words(words: Words, own: str, other: str, language: str) -> str:
    """Whether all words of a phrase that came or went are as often on the other side of the change,
    in another order or form: `own` is the text that holds the phrase, `other` that of the other
    side."""
    phrase = set(stems(_words(words.text), language))
    if len(phrase) < 2:
        return ""
    here, there = _stems_of(own, language), _stems_of(other, language)
    if any(there[stem] < here[stem] for stem in phrase):
        return ""
    return STILL if words.side == "old" else ALREADY


@lru_cache(maxsize=8)
def _stems_of(text: str, language: str) -> Counter[str]:
    return Counter(stems(_words(text), language))


def rewritten(change: Change) -> bool:
    """Whether so few words stayed that a text is called rewritten."""
    return _share_kept(change) < _REWRITTEN


def _share_kept(change: Change) -> float:
    kept = 2 * sum(count(h.text) for h in change.text if h.operation == "equal")
    other = sum(count(h.text) for h in change.text if h.operation != "equal")
    return kept / ((kept + other) or 1)
