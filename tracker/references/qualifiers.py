"""What stands behind the numbers of a reference: of this article, of that, of another instrument.

In: a place in a list of tokens. Out: `Said`, a `Qualifier` and where it ends. A name of an
instrument is a run of capitals and small words of at most `LONGEST` tokens with a noun like
"Convention" in it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from tracker.references.lex import is_numeral
from tracker.references.numbers import Reading, unit_at

LONGEST = 24
"""Tokens of a name that are read; longer ones are cut."""
_BRACKETED = 60
"""Tokens of a bracket behind a reference that may be passed over: "(as amended by …)"."""

QualifierKind = Literal["none", "holder", "this", "that", "instrument", "own", "that-text", "there"]


@dataclass(frozen=True, slots=True)
class Qualifier:
    """`kind` says what is meant: nothing said; another numbered reference follows (`holder`); this
    unit, that unit; an instrument by its `name`; this one (`own`), that one (`that-text`); or
    "thereof". `unit` is the unit of `this` and `that`; `noun` the instrument's noun, `plain` that
    the name is the noun alone ("the Convention")."""

    kind: QualifierKind
    unit: str = ""
    name: str = ""
    noun: str = ""
    plain: bool = False


@dataclass(frozen=True, slots=True)
class Said:
    """A qualifier and the token after it; for a `holder`, the token it begins at."""

    qualifier: Qualifier
    until: int


NONE = Qualifier("none")


def qualifier_at(reading: Reading, at: int, unit: str = "") -> Said:
    """What is said behind the items that end before token `at`; `unit` is that of the items."""
    nothing = Said(NONE, at)
    place = _past_others(reading, _past_bracket(reading, at))
    comma = reading.form(place) == ","
    if comma:
        place += 1
    if reading.form(place) in reading.lexicon.thereof:
        return Said(Qualifier("there"), place + 1)
    leads = reading.lexicon.of | (reading.lexicon.attached if unit == "annex" else frozenset())
    if reading.form(place) in reading.lexicon.fused:
        return _of(reading, place) or nothing
    if reading.form(place) not in leads:
        acronym = not comma and place == at and _acronym(reading, place)
        if acronym:
            name = reading.tokens[place].text
            return Said(Qualifier("instrument", name=name, noun=name.casefold()), place + 1)
        return (comma and _named(reading, place, _code=True)) or nothing
    place += 1
    while reading.form(place) in ("’", "'") or reading.form(place) in reading.lexicon.articles:
        place += 1
    return _of(reading, place) or nothing


def _of(reading: Reading, at: int) -> Said | None:
    """What follows "of the"."""
    lexicon, form = reading.lexicon, reading.form(at)
    if form in lexicon.thereof:  # "de celle-ci"
        return Said(Qualifier("there"), at + 1)
    if form in lexicon.these or form in lexicon.those:
        following = at + 1
        unit = unit_at(reading, following)
        these = form in lexicon.these
        if unit is not None and not unit.plural and reading.kind(unit.until) not in _NUMBERS:
            if these and reading.form(following) not in lexicon.selves:
                return None
            return Said(Qualifier("this" if these else "that", unit=unit.name), unit.until)
        if unit is not None and not these and reading.kind(unit.until) in _NUMBERS:
            return Said(Qualifier("holder"), following)  # "of such section 17"
        if reading.form(following) in lexicon.instruments:
            noun = reading.form(following)
            return Said(Qualifier("own" if these else "that-text", noun=noun), following + 1)
        return None
    if form in lexicon.bare and reading.form(at + 1) in lexicon.attached:
        return Said(Qualifier("holder"), at)  # "the Annex to …"
    begins = unit_at(reading, at) or unit_at(reading, at + 1)
    if begins is not None and (
        unit_at(reading, at) is not None
        or form in lexicon.beside
        or form in lexicon.ordinals
        or (lexicon.after_noun and reading.form(at + 1) in lexicon.beside)
    ):
        named = _named(reading, at) if reading.kind(begins.until) not in _NUMBERS else None
        return named or Said(Qualifier("holder"), at)
    return _named(reading, at)


_WITH_ARTICLE = frozenset(("del", "du", "des", "’", "'"))
_NUMBERS = ("number", "label")


def _past_others(reading: Reading, at: int) -> int:
    """The token after "and other provisions" where "of" follows it, else the same token."""
    lexicon = reading.lexicon
    place = at + 1 if reading.form(at) == "," else at
    if reading.form(place) not in lexicon.joins:
        return at
    for ahead in range(place + 1, place + 5):
        if reading.form(ahead) in lexicon.provisions:
            return ahead + 1 if reading.form(ahead + 1) in lexicon.of else at
    return at


def _past_bracket(reading: Reading, at: int) -> int:
    """The token after a bracket that begins here, the same token if none does or it is long."""
    if reading.form(at) != "(":
        return at
    depth = 0
    for place in range(at, min(at + _BRACKETED, len(reading.tokens))):
        form = reading.form(place)
        depth += (form == "(") - (form == ")")
        if depth == 0:
            return place + 1
    return at


def _acronym(reading: Reading, at: int) -> bool:
    """Whether a token is a short name in capitals: "Article 16 TFEU"."""
    if reading.kind(at) != "word" or reading.breaks(at):
        return False
    text = reading.tokens[at].text
    return 3 <= len(text) <= 7 and text.isupper() and not set(text) <= set("IVXLC")


def _named(reading: Reading, at: int, *, _code: bool = False) -> Said | None:
    """The name of an instrument that begins at a token; behind a comma only one in capitals."""
    lexicon = reading.lexicon
    if _code and not reading.capital(at):
        return None
    noun, place, until = "", at, at
    while place < min(at + LONGEST, len(reading.tokens)):
        if reading.breaks(place) and place > at:
            break
        form, kind = reading.form(place), reading.kind(place)
        is_noun = form in lexicon.instruments and (
            reading.capital(place) or (not noun and place == at and _plain_noun(reading, place))
        )
        if is_noun and not noun:
            noun, until = form, place + 1
        elif not _goes_on(reading, place, bool(noun)):
            break
        elif noun and (reading.capital(place) or kind == "number"):
            until = place + 1
        place += 1
    if not noun:
        return None
    for place in range(at + 1, until):
        if reading.form(place) == "(" and ")" not in map(reading.form, range(place, until)):
            until = place
            break
    name = _text(reading, at, until)
    return Said(Qualifier("instrument", name=name, noun=noun, plain=until == at + 1), until)


def _plain_noun(reading: Reading, at: int) -> bool:
    """Whether a noun in small letters names one text: "of the convention", "of resolution II"."""
    if at + 1 < len(reading.tokens) and is_numeral(reading.tokens[at + 1]):
        return True
    return reading.form(at - 1) in reading.lexicon.articles | _WITH_ARTICLE


def _goes_on(reading: Reading, at: int, named: bool) -> bool:
    """Whether a name may go on with a token: capitals, numbers behind the noun, small words before
    another capital or number."""
    kind, form = reading.kind(at), reading.form(at)
    if kind == "word" and reading.capital(at):
        unit = reading.lexicon.units.get(form)
        return unit is None or not named or reading.kind(at + 1) not in _NUMBERS
    if kind == "number":
        return True
    if form == "(":  # "(EU)", "(State Enterprises)", not "(hereinafter …"
        return reading.capital(at + 1) and ")" in [reading.form(at + n) for n in range(2, 5)]
    if form == "." and len(reading.form(at - 1)) == 1 and reading.capital(at - 1):
        return True  # "the Robert T. Stafford Act"
    if kind == "label" or form in ("/", ")", "-", "–", "’", "'", "°", "º", "."):
        return form != "." or (reading.kind(at + 1) == "number" and named)
    if form in reading.lexicon.small:
        for ahead in range(at + 1, at + 4):
            if reading.capital(ahead) or (named and reading.kind(ahead) == "number"):
                return not _new_reference(reading, at, ahead)
            if reading.form(ahead) not in reading.lexicon.small | {"’", "'"}:
                return False
    return False


def _new_reference(reading: Reading, at: int, ahead: int) -> bool:
    """Whether a small word leads to another reference or another text rather than on in a name."""
    joined = any(reading.form(n) in reading.lexicon.joins for n in range(at, ahead))
    starts = reading.form(ahead) in reading.lexicon.units or (
        reading.form(ahead) in reading.lexicon.instruments
    )
    return joined and starts


def _text(reading: Reading, at: int, until: int) -> str:
    """The words of tokens, with a blank where there was white space."""
    pieces: list[str] = []
    for place in range(at, until):
        token = reading.tokens[place]
        if pieces and token.start > reading.tokens[place - 1].end:
            pieces.append(" ")
        pieces.append(token.text)
    return "".join(pieces)
