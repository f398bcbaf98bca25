"""What two drafts say of their terms: which were renamed, which are the matter of the whole text.

In: two drafts and the changes between them. Out: a `Context`. A term counts as renamed where the
same words gave way to the same others again and again, the older words have all but left the text
and the newer ones are at home in it: `Executive Council` that became `Council`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType

from tracker.model import Change, Draft, Hunk
from tracker.stems import stems
from tracker.substance.editorial import Token, residues, tokens
from tracker.substance.languages import Rules, rules_of
from tracker.substance.names import Context, Spans
from tracker.substance.occurrences import NAMES, phrase
from tracker.substance.sides import Side, Sides, sides
from tracker.substance.units import units
from tracker.words import words

_OFTEN = 4
"""The provisions in which a term must have got its new name, at least."""
_SELDOM = 2
_USED = 5
"""So few do if the term had been used so often and is nowhere any more."""
_LENGTHENED = 8
"""The provisions in which a term must have got the same word before it."""
_ALWAYS = 0.7
"""The share of all words that took the place of a term which must be its new name."""
_LEFT = 0.15
"""The share of its uses in the older draft that a renamed term may still have in the newer."""
_LONGEST = 6
_LINKS = 2
"""The words that may link a name to what it says more: `of the`."""
_COMMON = 0.05
"""The share of provisions beyond which a phrase of safeguards is the matter of the text."""
_ENOUGH = 20
_REMEMBERED = 8_192
"""The texts that are remembered: those of some twenty drafts of a convention."""

Consequential = Callable[[Change], tuple[Spans, Spans]]


def context_of(
    old: Draft, new: Draft, changes: Sequence[Change], consequential: Consequential | None = None
) -> Context:
    """The context of two drafts.

    Args:
        changes: those between the two drafts, of `tracker.diff.changes`.
        consequential: for a change the spans of references that only follow a new numbering.
    """
    rules = rules_of(new.language)
    if rules is None:
        return Context(new.language, consequential)
    before, after = (
        [_said(p.text, d.language) for p in d.provisions if p.text.strip()] for d in (old, new)
    )
    seen = _seen(changes, new.language)
    return Context(
        language=new.language,
        consequential=consequential,
        renamed=MappingProxyType(_settled(seen, _row(before), _row(after))),
        common=_common((*before, *after), (_title(old), _title(new))),
        defining=_defining((old, new)),
    )


@dataclass(frozen=True, slots=True)
class _Said:
    """What one text says: its words as they are compared, in a row, and its safeguards."""

    row: str
    safeguards: frozenset[str]


@lru_cache(maxsize=_REMEMBERED)
def _said(text: str, language: str) -> _Said:
    """Remembered, as a provision is in as many pairs as there are other drafts."""
    rules = rules_of(language)
    found = units(text, language)
    if rules is None or not found.words:
        return _Said("", frozenset())
    side = Side(found, (), "text", 0, {})
    none: Spans = frozenset()
    protects = (one for one in rules.safeguards.find(side.words) if one.family != NAMES)
    return _Said(
        " ".join(token.form for token in tokens(side, none)),
        frozenset(" ".join(phrase(side, one, rules.lists.light)) for one in protects),
    )


def _seen(changes: Sequence[Change], language: str) -> Counter[tuple[str, str]]:
    """In how many changes which words gave way to which."""
    seen: Counter[tuple[str, str]] = Counter()
    for change in changes:
        if change.old is None or change.new is None or change.coarse:
            continue
        if any(h.operation != "equal" for h in change.text):
            seen.update(_exchanged(change.text, language))
    return seen


@lru_cache(maxsize=_REMEMBERED)
def _exchanged(hunks: tuple[Hunk, ...], language: str) -> frozenset[tuple[str, str]]:
    """Which words gave way to which in one change; remembered, as it is the same change in as many
    pairs of drafts as lie around it."""
    rules = rules_of(language)
    if rules is None:
        return frozenset()
    both = sides(Change("old", "new", "same", hunks, (), 0, 0), None, None, language)
    none: tuple[Spans, Spans] = (frozenset(), frozenset())
    told = residues(both, rules, {}, none)
    return frozenset(pair for one in told for pair in _names(both, one.old, one.new, rules))


def _names(
    both: Sides, olds: Sequence[Token], news: Sequence[Token], rules: Rules
) -> Iterable[tuple[str, str]]:
    """The two names if a residue may be a renaming: few words, and none that a rule hangs on."""
    if len(olds) > _LONGEST or len(news) > _LONGEST:
        return
    if not news or not olds:
        side, run = (both.old, olds) if olds else (both.new, news)
        if _bearing(side, run, rules):
            return
        said = " ".join(token.form for token in run)
        following = _following(side, run[-1].last, rules)
        if following:  # `European Data Protection Board` that became `Board`
            whole = f"{said} {following}"
            yield (whole, following) if olds else (following, whole)
        preceding = _preceding(side, run[0].first, rules)
        if preceding:  # `carriage of goods` that became `carriage`
            whole = f"{preceding} {said}"
            yield (whole, preceding) if olds else (preceding, whole)
        return
    if _bearing(both.old, olds, rules) or _bearing(both.new, news, rules):
        return
    yield " ".join(t.form for t in olds), " ".join(t.form for t in news)


def _following(side: Side, place: int, rules: Rules) -> str:
    if place >= len(side.words) or side.words[place].comma or side.words[place].breaks:
        return ""
    unit = side.words[place]
    return "" if unit.form in rules.lists.light else unit.key


def _preceding(side: Side, place: int, rules: Rules) -> str:
    """The word that the words from `place` on say more of, past a preposition and an article."""
    for n in range(place - 1, max(-1, place - 2 - _LINKS), -1):
        if side.words[n + 1].comma or side.words[n + 1].breaks:
            return ""
        if side.words[n].form not in rules.lists.light:
            return side.words[n].key
    return ""


def _bearing(side: Side, run: Sequence[Token], rules: Rules) -> bool:
    """Whether a rule hangs on one of the words: a number, a negation, a modal, a qualifier."""
    inside = side.words[run[0].first : run[-1].last]
    forbidden = rules.lists.negations | set(rules.lists.conjunctions)
    if any(u.form in forbidden or u.key[0].isdigit() or len(u.form) == 1 for u in inside):
        return True
    protects = (one for one in rules.safeguards.find(inside) if one.sure and one.family != NAMES)
    others = (rules.qualifiers, rules.penalties, rules.votes)
    bears = any(lexicon.find(inside) for lexicon in others) or any(protects)
    return bears or bool(rules.modals.find(inside))


def _row(texts: Iterable[_Said]) -> str:
    """All words of a draft as they are compared, in one row."""
    return f" {' '.join(f'{text.row} |' for text in texts)} "


def _settled(seen: Counter[tuple[str, str]], before: str, after: str) -> dict[str, str]:
    totals: Counter[str] = Counter()
    for (name, _), count in seen.items():
        totals[name] += count
    found: dict[str, str] = {}
    for (name, other), count in sorted(seen.items(), key=lambda item: (-item[1], item[0])):
        if f" {other} ".endswith(f" {name} ") or f" {other} ".startswith(f" {name} "):
            # A name that got longer: both are brought to the shorter one.
            if count >= _LENGTHENED and other not in found:
                found[other] = name
            continue
        if f" {name} ".startswith(f" {other} "):
            # What a name said more was left out again and again.
            if count >= _LENGTHENED and name not in found:
                found[name] = other
            continue
        if count < _SELDOM or count < _ALWAYS * totals[name] or name in found:
            continue
        uses, left = before.count(f" {name} "), after.count(f" {name} ")
        if f" {name} " in f" {other} ":
            left -= after.count(f" {other} ")  # the older name lives on inside the newer one
        shortened = f" {name} ".endswith(f" {other} ")
        often = _SELDOM if uses >= _USED and left <= 0 and not shortened else _OFTEN
        if count >= often and left <= _LEFT * uses and after.count(f" {other} ") >= count:
            found[name] = other
    return found


def _common(texts: Sequence[_Said], titles: Sequence[frozenset[str]]) -> frozenset[str]:
    """The phrases of safeguards that stand in many provisions, or whose words are all in a title:
    they are what the text is about."""
    seen = Counter(said for text in texts for said in text.safeguards)
    most = max(_COMMON * len(texts), _ENOUGH)
    return frozenset(
        said
        for said, count in seen.items()
        if count > most or any(title.issuperset(said.split()) for title in titles)
    )


def _title(draft: Draft) -> frozenset[str]:
    """The stems of the title's words."""
    return frozenset(stems(words(draft.title), draft.language))


def _defining(drafts: Sequence[Draft]) -> frozenset[str]:
    """The eIds of what stands in a provision whose heading says that it defines."""
    found: set[str] = set()
    for draft in drafts:
        for provision in draft.provisions:
            own = provision.heading and _headed(provision.heading, draft.language)
            if own or provision.parent in found:
                found.add(provision.eid)
    return frozenset(found)


@lru_cache(maxsize=_REMEMBERED)
def _headed(heading: str, language: str) -> bool:
    """Whether a heading says that what stands under it defines."""
    rules = rules_of(language)
    found = units(heading, language).words
    return rules is not None and any(unit.form in rules.lists.definitions for unit in found)
