"""Single numbers of provisions in a list of tokens, and the words for their units.

In: a place in a list of tokens. Out: the unit there ("articles"), or the number ("17 bis", "IV",
"(a)", "[12]") and the token after it.
"""

from __future__ import annotations

from dataclasses import dataclass

from tracker.references.lex import Token, in_words, is_roman, number_of
from tracker.references.lexicon import Lexicon, words
from tracker.references.names import Step

_SUFFIX = frozenset(
    ("bis", "ter", "quater", "quinquies", "sexies", "septies", "octies", "nonies", "decies")
)
_ABBREVIATED = words("art arts para paras par sec secs subsec subsecs chap subpara subparas al")
_NAMED_IN_WORDS = frozenset({"part", "title", "annex", "chapter"})


@dataclass(frozen=True, slots=True)
class Unit:
    """A word like "articles" and the token after it (and after the dot of "art."). `closed` says
    that a further number is one of the unit around it: "articles 6, paragraph 1, and 7"."""

    name: str
    plural: bool
    until: int
    closed: bool = False


class Reading:
    """The tokens of a text with the words of its language; past the end there are empty ones."""

    def __init__(self, tokens: list[Token], lexicon: Lexicon) -> None:
        self.tokens = tokens
        self.lexicon = lexicon

    def form(self, at: int) -> str:
        """The form of a token."""
        return self.tokens[at].form if 0 <= at < len(self.tokens) else ""

    def kind(self, at: int) -> str:
        """The kind of a token."""
        return self.tokens[at].kind if 0 <= at < len(self.tokens) else ""

    def breaks(self, at: int) -> bool:
        """Whether a line ends before a token, or the text does."""
        return not 0 <= at < len(self.tokens) or self.tokens[at].breaks

    def capital(self, at: int) -> bool:
        """Whether a token begins with a capital letter."""
        return 0 <= at < len(self.tokens) and self.tokens[at].text[0].isupper()


def unit_at(reading: Reading, at: int) -> Unit | None:
    """The unit that a token is a word for."""
    known = reading.lexicon.units.get(reading.form(at))
    if known is None:
        return None
    dotted = reading.form(at + 1) == "." and reading.form(at) in _ABBREVIATED
    return Unit(*known, at + 2 if dotted else at + 1)


def goes_on(reading: Reading, at: int, *, plural: bool) -> bool:
    """Whether a number that ends here is one of a provision: "and 30 days" is none."""
    if plural and reading.form(at - 1) != "" and reading.kind(at - 1) == "label":
        return True
    if reading.kind(at) != "word" or reading.breaks(at):
        return True
    lexicon, form = reading.lexicon, reading.form(at)
    known = lexicon.of | lexicon.joins | lexicon.to | lexicon.thereof | lexicon.attached
    acronym = reading.tokens[at].text.isupper() and len(form) >= 3
    return form in known or form in _FOLLOWING or (plural and (acronym or not reading.capital(at)))


_FOLLOWING = words(
    "shall may must should is are does do did was were has have applies apply above below hereof "
    "on for that which who where when with by if unless except ci-dessus ci-dessous"
)
"""Words that go on with a sentence whose subject was a provision."""


def add_labels(reading: Reading, at: int, path: list[Step]) -> int:
    """Add the labels that begin at a token to a path; the token after them. "1.a" has one too."""
    while True:
        if reading.kind(at) == "label" and not reading.breaks(at):
            path.append(Step("", number_of(reading.tokens[at].text)))
            at += 1
        elif _dotted(reading, at):
            path.append(Step("", reading.tokens[at + 1].text))
            at += 2
            if reading.form(at) == "." and reading.form(at + 1) in reading.lexicon.of:
                at += 1  # "Article 20.d. of the Statute"
        else:
            return at


def _dotted(reading: Reading, at: int) -> bool:
    """Whether a dot and one small letter follow at once: the ".a" of "paragraph 1.a"."""
    if reading.form(at) != "." or reading.kind(at + 1) != "word":
        return False
    before, dot, letter = reading.tokens[at - 1 : at + 2]
    close = before.end == dot.start and dot.end == letter.start
    return close and len(letter.text) == 1 and letter.text.islower()


def number_at(reading: Reading, at: int, unit: str) -> tuple[str, int] | None:
    """The number at a token and the token after it."""
    if reading.kind(at) == "":
        return None
    token = reading.tokens[at]
    if token.form == "[" and reading.kind(at + 1) == "number" and reading.form(at + 2) == "]":
        return number_of(reading.tokens[at + 1].text), at + 3
    if token.kind == "label":
        return None if unit in _NAMED_IN_WORDS else (number_of(token.text), at + 1)
    if token.kind == "number":
        if unit == "part" and not goes_on(reading, at + 1, plural=False):
            return None  # "la Parte 60 días": a Party to a treaty
        if reading.form(at + 1) == "/" and reading.kind(at + 2) == "number":
            return None  # 95/46
        return _suffixed(reading, token.text, at + 1)
    if token.kind != "word":
        return None
    if is_roman(token) and not _ordinary(reading, at):
        return _suffixed(reading, token.text, at + 1)
    if len(token.text) == 1 and token.text.isupper() and not _ordinary(reading, at):
        return token.text, at + 1
    if unit in _NAMED_IN_WORDS and token.text[0].isupper():  # "Part Two"
        value = in_words(token)
        return (str(value), at + 1) if value else None
    spoken = reading.lexicon.ordinals.get(token.form) if reading.lexicon.after_noun else None
    return (str(spoken), at + 1) if spoken and unit == "article" else None


def _ordinary(reading: Reading, at: int) -> bool:
    """Whether a capital is rather a word: "Part A court", "Section I"."""
    return (
        reading.tokens[at].text == "A"
        and reading.kind(at + 1) == "word"
        and (
            reading.form(at + 1)
            not in reading.lexicon.of | reading.lexicon.joins | reading.lexicon.to
        )
    )


def _suffixed(reading: Reading, text: str, at: int) -> tuple[str, int]:
    """A number with the "bis" behind it, if there is one."""
    if reading.form(at) in _SUFFIX and not reading.breaks(at):
        return number_of(f"{text} {reading.form(at)}"), at + 1
    return number_of(text), at
