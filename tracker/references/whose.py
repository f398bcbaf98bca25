"""Whose provisions an expression means: this text's, or another instrument's.

In: the tokens and expressions of one provision. Out: a `Whose` for each expression. What is said
("of the Charter", "thereof", "of that article") decides; in a provision that changes another text,
what says nothing is of that text.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, replace
from typing import Protocol

from tracker.references.grammar import Expression
from tracker.references.lex import Token, is_numeral
from tracker.references.lexicon import Lexicon
from tracker.references.names import Step

AMENDED = "the text that is amended"
_NEAR = 40
"""Tokens within which another instrument that is named makes a doubt."""
_PAIRS = {"“": "”", "‘": "’", "«": "»", "„": "“", '"': '"'}


@dataclass(frozen=True, slots=True)
class Whose:
    """`elsewhere` names the other instrument, `""` for this text. `prefix` stands before the path
    of each item. `said` tells that the words themselves decide; `joined`, that only "and" or a
    comma parts the expression from the next one; `beside`, that another instrument is named close
    by; `lost`, that what "that article" means was not found; `titled`, that the draft itself is
    named by its full title; `cut`, that what it says of whose it is was not understood."""

    elsewhere: str = ""
    prefix: tuple[Step, ...] = ()
    said: bool = False
    joined: bool = False
    beside: bool = False
    lost: bool = False
    titled: bool = False
    cut: bool = False


class Own(Protocol):
    """What the draft calls itself: in one noun ("this Convention"), and by its full titles."""

    @property
    def nouns(self) -> frozenset[str]: ...

    @property
    def titles(self) -> frozenset[str]: ...


def whose(
    listed: list[Token],
    found: list[Expression],
    lexicon: Lexicon,
    own: Own,
    *,
    amends: bool,
) -> list[Whose]:
    """Whose each expression of a provision is; `amends` says that it changes another text."""
    others = _others(listed, lexicon, own.nouns)
    quoted = _quoted(listed) if amends else []
    told: list[Whose] = []
    for n, one in enumerate(found):
        back = max(0, n - _LOOKED_BACK)
        before = list(zip(found[back:n], told[back:], strict=True))
        place = _said(one, before, listed, others, own)
        in_quotes = amends and quoted[one.first] and not place.titled
        bare = (_bare(one) and not one.by) or place.lost
        if amends and not place.elsewhere and (in_quotes or bare):
            place = replace(place, elsewhere=AMENDED, said=False, lost=False)
        joined = n + 1 < len(found) and _joined(listed, one, found[n + 1], lexicon)
        at = bisect_left(others, one.first - _NEAR)
        beside = at < len(others) and others[at] <= one.until + _NEAR
        cut = _cut(listed, one, lexicon) and not place.said
        told.append(replace(place, joined=joined, beside=beside, cut=cut))
    return told


_HEAD = 8
"""Tokens of an instrument that stands before a reference."""
_DEEPEST = 10
"""Steps of what "thereof" means that are kept."""
_LOOKED_BACK = 12
"""Expressions back in which "that article" is looked for."""


def _cut(listed: list[Token], one: Expression, lexicon: Lexicon) -> bool:
    """Whether it goes on with "of" something that was not understood ("of the opinion"), or begins
    behind a possessive ("of its article 5")."""
    behind = one.until < len(listed) and listed[one.until].form in lexicon.of
    return behind or (one.first > 0 and listed[one.first - 1].form in lexicon.possessives)


def _bare(one: Expression) -> bool:
    return one.qualifier.kind == "none" and one.items[0].path[0].number != "this"


def _said(
    one: Expression,
    before: list[tuple[Expression, Whose]],
    listed: list[Token],
    others: list[int],
    ours: Own,
) -> Whose:
    """What the words behind the expression say."""
    said = one.qualifier
    if said.kind == "instrument":
        titled = said.name.casefold() in ours.titles
        own = titled or (said.plain and said.noun in ours.nouns)
        return Whose(elsewhere="" if own else said.name, said=True, titled=titled)
    if said.kind == "this":
        return Whose(prefix=(Step(said.unit, "this"),), said=True)
    if said.kind == "own":
        return Whose(said=True)
    if said.kind == "that-text":
        name = next((w.elsewhere for _, w in reversed(before) if w.elsewhere), "")
        return Whose(elsewhere=name or f"that {said.noun}", said=True)
    if said.kind == "that":
        return _that(said.unit, before)
    if said.kind == "there":
        last = bisect_left(others, one.first) - 1
        if last >= 0 and (not before or others[last] >= before[-1][0].first):
            return Whose(elsewhere=listed[others[last]].text, said=True)
        if before:
            return _that("", before)
    named = _headed(one, listed, others)
    return Whose(elsewhere=named, said=bool(named))


def _headed(one: Expression, listed: list[Token], others: list[int]) -> str:
    """The instrument with a number that stands before the expression and a comma: "Resolution II,
    paragraph 8"; `""` if none does."""
    comma = one.first - 1
    last = bisect_left(others, comma) - 1
    if comma < 0 or listed[comma].text != "," or last < 0 or comma - others[last] > _HEAD:
        return ""
    name = listed[others[last] : comma]
    numbered = any(is_numeral(t) for t in name[1:])
    plain = all(t.kind != "word" or t.text[0].isupper() for t in name[1:])
    return " ".join(t.text for t in name) if numbered and plain else ""


def _that(unit: str, before: list[tuple[Expression, Whose]]) -> Whose:
    """The last provision of this name that was spoken of, with whose it was."""
    for expression, place in reversed(before):
        path = expression.items[-1].path
        for depth, step in enumerate(path):
            if step.unit == unit or (not unit and depth == len(path) - 1):
                prefix = (place.prefix + path[: depth + 1])[-_DEEPEST:]
                return Whose(place.elsewhere, prefix, said=True, lost=place.lost)
    return Whose(lost=True)


def _others(listed: list[Token], lexicon: Lexicon, nouns: frozenset[str]) -> list[int]:
    """The places of nouns that name other instruments."""
    found = []
    for n, token in enumerate(listed):
        if token.form not in lexicon.instruments:
            continue
        numbered = n + 1 < len(listed) and is_numeral(listed[n + 1])
        if token.text[0].isupper() or numbered:
            ours = token.form in nouns or (n > 0 and listed[n - 1].form in lexicon.these)
            if not ours or numbered:
                found.append(n)
    return found


def _quoted(listed: list[Token]) -> list[bool]:
    """Of each token, whether it stands in quotation marks. A mark is opened again at the head of
    each quoted block, and closed once; marks of another form stand inside."""
    flags: list[bool] = []
    inside = ""
    for n, token in enumerate(listed):
        if not inside and token.text in _PAIRS:
            inside = _PAIRS[token.text]
        elif token.text == inside and not (token.text == "’" and _apostrophe(listed, n)):
            inside = ""
        flags.append(bool(inside))
    return flags


def _apostrophe(listed: list[Token], at: int) -> bool:
    """Whether a sign stands inside a word: "company’s"."""
    following = listed[at + 1] if at + 1 < len(listed) else None
    return (
        following is not None and following.kind == "word" and (following.start == listed[at].end)
    )


def _joined(listed: list[Token], one: Expression, other: Expression, lexicon: Lexicon) -> bool:
    """Whether only commas, "and" and articles part two expressions."""
    between = listed[one.until : other.first]
    if other.first < one.until:
        return False  # it stands inside
    fillers = lexicon.joins | lexicon.articles | lexicon.of | {",", ";", "’", "'"}
    return len(between) <= 4 and all(token.form in fillers for token in between)
