"""The expressions that name provisions, found in a list of tokens.

In: the tokens of a text and the words of its language. Out: `Expression`s in order, each with the
items it names ("paragraphs 1 and 3" names two) and what it says of where they are: of this article,
of that one, of another instrument. One pass from left to right; every look ahead is bounded.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from tracker.references.items import Item, items_at
from tracker.references.lex import Token
from tracker.references.lexicon import Lexicon
from tracker.references.names import Step
from tracker.references.numbers import Reading, unit_at
from tracker.references.qualifiers import NONE, Qualifier, qualifier_at

DEEPEST = 4
"""How many times "… of …" is followed: "point (a) of paragraph 1 of article 6 of chapter II"."""

MOST_TOGETHER = 60
"""Items of one expression multiplied by those of what holds them, beyond which only the first of
the holders is taken: no drafter writes such a thing."""


@dataclass(frozen=True, slots=True)
class Expression:
    """One expression: its items, what it says of where they are, and its tokens `[first, until)`.

    `by` says that it stands behind "by", as who amends does: "(inserted by section 34)".
    """

    items: tuple[Item, ...]
    qualifier: Qualifier
    first: int
    until: int
    by: bool = False


def expressions(tokens: list[Token], lexicon: Lexicon) -> list[Expression]:
    """The expressions of a text, in order. One may stand inside another's brackets: "section 4
    (inserted by section 2) of the Act"."""
    reading = Reading(tokens, lexicon)
    found: list[Expression] = []
    at = 0
    while at < len(tokens):
        one = _expression(reading, at, DEEPEST)
        if one is None:
            at += 1
            continue
        found.append(_led_in(reading, one))
        found += _in_brackets(reading, one)
        at = one.until
    return found


def _led_in(reading: Reading, one: Expression) -> Expression:
    return replace(one, by=reading.form(one.first - 1) in reading.lexicon.by)


def _in_brackets(reading: Reading, outer: Expression) -> list[Expression]:
    """The expressions in a bracket that was passed over."""
    found: list[Expression] = []
    inside = False
    at = outer.first
    while at < outer.until:
        inside = inside or reading.form(at) == "("
        one = _expression(reading, at, DEEPEST) if inside else None
        if one is None or one.until > outer.until or one.first == outer.first:
            at += 1
            continue
        found.append(_led_in(reading, one))
        at = one.until
    return found


def _expression(reading: Reading, at: int, depth: int) -> Expression | None:
    """The expression that begins at a token, None if none does."""
    return (
        _own(reading, at)
        or _beside(reading, at)
        or _counted(reading, at, depth)
        or _numbered(reading, at, depth)
        or _bare(reading, at, depth)
    )


def _own(reading: Reading, at: int) -> Expression | None:
    """ "this Chapter", "the present article"."""
    lexicon = reading.lexicon
    if reading.form(at) not in lexicon.these:
        return None
    unit = unit_at(reading, at + 1)
    if unit is None or unit.plural or reading.form(at + 1) not in lexicon.selves:
        return None
    if items_at(reading, at + 1) is not None:
        return None
    token = reading.tokens[at]
    item = Item((Step(unit.name, "this"),), (), token.start, reading.tokens[unit.until - 1].end)
    return Expression((item,), NONE, at, unit.until)


def _beside(reading: Reading, at: int) -> Expression | None:
    """ "the preceding paragraph", "artículo anterior"."""
    lexicon = reading.lexicon
    before = lexicon.after_noun
    word, noun = (at + 1, at) if before else (at, at + 1)
    unit = unit_at(reading, noun)
    if unit is None or unit.plural:
        return None
    direction = lexicon.beside.get(reading.form(word))
    if direction is None or reading.breaks(at + 1):
        return None
    if not before and reading.kind(unit.until) in ("number", "label"):
        return None
    name = "previous" if direction < 0 else "next"
    start, end = reading.tokens[at].start, reading.tokens[at + 1].end
    item = Item((Step(unit.name, name),), (), start, end)
    until = at + 2
    return Expression((item,), qualifier_at(reading, until).qualifier, at, until)


def _counted(reading: Reading, at: int, depth: int) -> Expression | None:
    """ "the second subparagraph of Article 5", "inciso segundo del artículo 56"."""
    lexicon = reading.lexicon
    place = lexicon.ordinals.get(reading.form(at))
    noun = at + 1
    if place is None and lexicon.after_noun:
        place, noun = lexicon.ordinals.get(reading.form(at + 1)), at
    unit = unit_at(reading, noun)
    if place is None or unit is None or unit.plural or reading.breaks(at + 1):
        return None
    if unit.name in ("article", "part", "title", "point") and noun != at:
        return None  # "the first part of": ordinary speech
    if unit.name not in ("subparagraph", "paragraph") and noun != at and unit.name != "annex":
        return None
    until = at + 2
    start, end = reading.tokens[at].start, reading.tokens[until - 1].end
    step = Step(unit.name, str(place) if noun == at or unit.name == "annex" else f"#{place}")
    return _held(reading, (Item((step,), (), start, end),), at, until, depth)


def _numbered(reading: Reading, at: int, depth: int) -> Expression | None:
    """ "articles 6 to 10", "point (a) of Article 6(1)"."""
    listed = items_at(reading, at)
    if listed is None:
        return None
    return _held(reading, listed.items, at, listed.until, depth)


def _bare(reading: Reading, at: int, depth: int) -> Expression | None:
    """ "the Annex": what there is only one of."""
    lexicon, token = reading.lexicon, reading.tokens[at]
    if token.form not in lexicon.bare or not token.text[0].isupper() or at == 0:
        return None
    if reading.form(at - 1) not in lexicon.articles:
        return None
    item = Item((Step("annex", ""),), (), token.start, token.end)
    return _held(reading, (item,), at, at + 1, depth)


def _held(reading: Reading, items: tuple[Item, ...], at: int, until: int, depth: int) -> Expression:
    """An expression of these items with what is said of where they are."""
    said = qualifier_at(reading, until, items[-1].path[0].unit)
    if said.qualifier.kind != "holder":
        return Expression(items, said.qualifier, at, said.until)
    if depth == 0:
        return Expression(items, NONE, at, until)
    holder = _expression(reading, said.until, depth - 1)
    if holder is None or holder.items[0].path[0].unit == items[0].path[0].unit:
        return Expression(items, NONE, at, until)
    holders = holder.items
    if len(holders) * len(items) > MOST_TOGETHER or any(one.last for one in holders):
        holders = holders[:1]
    together = tuple(
        replace(
            inner, path=outer.path + inner.path, last=outer.path + inner.last if inner.last else ()
        )
        for outer in holders
        for inner in items
    )
    return Expression(together, holder.qualifier, at, holder.until)
