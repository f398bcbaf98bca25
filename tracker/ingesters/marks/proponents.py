"""Who proposed words: the names that stand in brackets with them, or in parentheses after them.

In: the texts of a draft. Out: `Proponents`, which reads a list of names with what each wants
("Aldova, Brecony; Corvane del.") and knows which words are names: those of States and groups,
those that the document itself calls so ("proposed by Aldova"), and capitalised words that stand in
a proponent's place again and again.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from tracker.ingesters.marks.delegations import CODES, NAMES, ORGANS
from tracker.ingesters.marks.instructions import QUOTED, instruction
from tracker.ingesters.marks.places import AFTER, AT_END, HEAD, NEXT, RESERVES, TAIL, WHOLE
from tracker.ingesters.marks.settings import setting
from tracker.ingesters.marks.status import BY, BY_DOING, names_a_thing

ENOUGH = 3
"""Places in a document that hold nothing but capitalised words, before these are taken for names;
each must also stand in two of them."""

MOST_ANDS = 12
"""Joints looked at in one piece of a list."""

_WANTS = (
    ("delete", r"to\sbe\sdeleted|deletion|deletes?|del\b\.?|omit|supprimer|suprimir|исключить|حذف"),
    ("retain", r"to\sbe\sretained|retains?|keeps?|ret\b\.?|maintenir|conserver|mantener|сохранить"),
    (
        "reserve",
        r"reserves?d?(?:\s(?:its|their)\spositions?)?|reservations?|res\b\.?|réserve|reserva",
    ),
    ("oppose", r"opposes?d?|objects?|against"),
    ("bracket", r"to\sbe\sbracketed|brackets?|in\sbrackets"),
    ("support", r"supports?|supported|in\sfavour"),
    ("propose", r"(?:(?:compromise|revised|new)\s)?(?:proposals?|text)|proposes?|alt\b\.?"),
)
_WANT = "|".join(f"(?P<{name}>{words})" for name, words in _WANTS)
_BEHIND = re.compile(rf"\s?(?:[:,]|\s[\u2013\u2014-])?\s(?:{_WANT})\s?\.?\s*$", re.IGNORECASE)
_BEFORE = re.compile(rf"^\s?(?:{_WANT})\s?(?:[:]|\s[\u2013\u2014-]|\sby\b)?\s", re.IGNORECASE)
_PART = re.compile(rf"(?:{QUOTED}|[^;；])+")

_EXPLICIT = re.compile(rf"[\[(]\s?{BY_DOING}\s?[^\[\]()\n]{{2,160}}[\])]", re.IGNORECASE)
_CROWD = re.compile(
    r"(?:(?:several|some|many|most|all|other|one|two|three|a\s(?:number|group)\sof|plusieurs"
    r"|certaines|diverses|une|varias|algunas|muchas|una|ряд|несколько|многие|некоторые)\s)?"
    r"(?:(?:other|autres|otras|других)\s)?"
    r"(?:delegations?|délégations?|delegaci(?:ón|ones)|делегаци[яией]+|一些代表团|若干代表团|代表团"
    r"|(?:عدة\s|بعض\s)?(?:ال)?(?:وفود|وفد))",
    re.IGNORECASE,
)
"""Delegations without a name."""

_SAYS_BY = re.compile(rf"^\s?{BY}\s?[:：]?", re.IGNORECASE)
_JOINED = (
    r"(?:(?:and\s)?(?:supported|seconded|endorsed|joined|backed|co-?sponsored)\sby"
    r"|with\s(?:the\s)?support\s(?:of|from)|(?:speaking\s)?on\sbehalf\sof"
    r"|appuy[ée]e?s?\spar|au\snom\sd(?:e|u|es)|apoyad[oa]s?\spor|en\snombre\sdel?)"
)
_AND = re.compile(rf"(?:,\s|\s)(?:and|et|y|и|و)\s|\s?&\s?|\s?\+\s?|\s{_JOINED}\s")
_LED = re.compile(rf"{_JOINED}\s")
_OWNED = re.compile(r"['\u2019]s?$")
_ARTICLE = re.compile(
    r"^(?:(?:(?:the|les?|la|el|los|las)\s|l['\u2019])?(?:delegations?|representatives?|délégations?"
    r"|délégués?|delegaci(?:ón|ones)|representantes?|делегаци[яией])\s(?:of|from|d[eu]|des|del))?\s?"
    r"(?:the\s|les?\s|la\s|l['\u2019]|el\s|los\s|las\s)?",
    re.IGNORECASE,
)
_FORM = re.compile(
    r"[^\W\d_a-z][\w.'\u2019-]*(?:\s(?:(?:of|the|and|de|du|des|del|la|et|y|for)\s){0,2}"
    r"[^\W\d_a-z][\w.'\u2019-]*){0,5}"
)
"""A name by its form: up to six capitalised words."""

_THINGS = """
option alternative alt variant variante note article articles chapter annex paragraph section part
text deleted reserved former see cf ibid chapitre artículo вариант статья
"""
_NEVER = frozenset(_THINGS.split())
"""Words that stand in a proponent's place and name a thing."""


@dataclass(frozen=True, slots=True)
class Position:
    """What some want, and where that is said: `text[start:end]` of what was read. `wants` is `""`
    where they want the words, else `delete`, `retain`, …"""

    start: int
    end: int
    names: tuple[str, ...]
    wants: str


class Proponents:
    """What counts as a name in one draft."""

    def __init__(self, texts: Iterable[str]) -> None:
        """Learns from the draft's own texts."""
        self._own: set[str] = set()
        self._coded = False
        places = 0
        seen: Counter[str] = Counter()
        for text in texts:
            for said in _explicit(text):
                self._own.update(name.casefold() for name in _by_form(said))
            for pattern in (AFTER, AT_END, TAIL, HEAD):
                for match in pattern.finditer(text):
                    names = self._unknown(match["names"])
                    places += names is not None
                    seen.update(set(names or ()))
                    self._coded = self._coded or bool(
                        _codes(match["names"]) and self.read(match["names"])
                    )
        if places >= ENOUGH:
            self._own.update(name for name, times in seen.items() if times > 1)

    def may_have_proposed(self, printed: str, *, known: bool) -> bool:
        """Whether a remark like "(proposed by Aldova)" names who may have proposed a text: names
        by their form, or delegations without a name; `known` names alone where it may be words of
        a sentence, and where a thing is named that a treaty may speak of too ("texts of …")."""
        said = said_by(printed)
        thing = names_a_thing(printed)
        return bool(said) and all(
            self._name(name)
            or _CROWD.fullmatch(name)
            or (not known and _may_propose(name) and (not thing or _caseless(name)))
            for name in said
        )

    def _unknown(self, text: str) -> list[str] | None:
        """The names in a proponent's place, casefolded; None if other words stand there."""
        found: list[str] = []
        for piece, _, _, _ in _pieces(text):
            if piece.casefold() in NAMES:
                found.append(piece.casefold())
                continue
            parts = [_bare(part) for part in _AND.split(piece)]
            if not all(_FORM.fullmatch(part) and _may_name(part) for part in parts):
                return None
            found += [part.casefold() for part in parts]
        return found or None

    def read(self, text: str) -> tuple[Position, ...]:
        """The positions in a list of names; empty if it holds anything but names.

        >>> [(p.names, p.wants) for p in Proponents(()).read("EU, Norway; Chile del.")]
        [(('European Union', 'Norway'), ''), (('Chile',), 'delete')]
        >>> Proponents(()).read("three nights")
        ()
        """
        found: list[Position] = []
        for piece, start, end, wants in _pieces(text):
            names = self._names(piece)
            if not names or (wants and _OWNED.search(piece)):  # "Norway's reserves" are a thing
                return ()
            if found and found[-1].wants == wants:
                last = found[-1]
                found[-1] = Position(last.start, end, (*last.names, *names), wants)
            else:
                found.append(Position(start, end, names, wants))
        return tuple(found) if self._may_be_coded(text, found) else ()

    def _may_be_coded(self, text: str, found: list[Position]) -> bool:
        """Whether the codes of States in a list are such: any three capitals may stand for other
        words, so that a code needs another name with it, or a document that uses codes."""
        codes = _codes(text)
        if not codes or self._coded or any(code.casefold() in self._own for code in codes):
            return True
        others = sum(len(position.names) for position in found) - len(codes)
        few = len(codes) + sum(len(code) == 3 for code in codes) < 3
        return others > 0 or not few

    def _names(self, piece: str) -> tuple[str, ...]:
        """The names in a piece of a list that "and" joins, the longest first: "and" is in names."""
        cuts = [(m.start(), m.end()) for m in _AND.finditer(piece)][:MOST_ANDS]
        starts, ends = [0, *(end for _, end in cuts)], [*(start for start, _ in cuts), len(piece)]
        found: list[str] = []
        n = 0
        while n < len(starts):
            tried = (
                (m, self._name(_bare(piece[starts[n] : ends[m]])))
                for m in range(len(ends) - 1, n - 1, -1)
            )
            last, name = next(((m, name) for m, name in tried if name), (n, ""))
            if not name:
                return ()
            found.append(name)
            n = last + 1
        return tuple(found)

    def _name(self, word: str) -> str:
        if not word or word[0].islower():
            return ""
        key = word.casefold().replace("\u2019", "'")
        own = _OWNED.sub("", key)
        return (
            NAMES.get(key)
            or NAMES.get(own)
            or CODES.get(word, "")
            or next((word[: len(one)] for one in (key, own) if one in self._own), "")
        )


def said_by(text: str) -> tuple[str, ...]:
    """The names in words that say who proposed a text: `(proposed by the Group of Capes)`.

    >>> said_by("[supported by Aldova and the EU]")
    ('Aldova', 'European Union')
    """
    inner = text.strip("[]()（）［］【】 ")
    match = _SAYS_BY.match(inner)
    rest = inner[match.end() :] if match else inner
    names: list[str] = []
    for piece, _, _, _ in _pieces(rest):
        bare = _bare(piece)
        whole = NAMES.get(bare.casefold())
        parts = [whole] if whole else [_bare(part) for part in _AND.split(bare)]
        names += [NAMES.get(part.casefold(), part) for part in parts if part]
    return tuple(names)


def _explicit(text: str) -> Iterable[str]:
    for match in _EXPLICIT.finditer(text):
        if setting(text, *match.span(), sure=True) in ("apart", "behind"):
            yield match.group()


def _by_form(text: str) -> list[str]:
    return [name for name in said_by(text) if _may_propose(name)]


def _may_propose(name: str) -> bool:
    return _FORM.fullmatch(name) is not None and not name[0].islower() and _may_name(name)


def _caseless(name: str) -> bool:
    """Whether a name is of a script without capitals, or of one whose names are not known here."""
    return name[0] > "\u02ff"


def _may_name(text: str) -> bool:
    return not any(word.strip(".").casefold() in _NEVER for word in text.split())


def _bare(text: str) -> str:
    return _ARTICLE.sub("", text.strip()).strip()


def _codes(text: str) -> list[str]:
    return [
        word
        for word in re.findall(r"\b[A-Z]{2,3}\b", text)
        if word in CODES and word.casefold() not in NAMES
    ]


def lists_several(text: str, positions: Iterable[Position]) -> bool:
    """Whether a list in brackets beside a bracket names who proposed it, and is not another text:
    "[Chair, Bureau]" may be words of the text."""
    names = [name for position in positions for name in position.names]
    return bool(re.search(_JOINED, text)) or (len(names) > 1 and ORGANS.isdisjoint(names))


def is_position(text: str) -> bool:
    """Whether a text is nothing but what known names want: "(EU, Norway)", "Chile reserves.".

    >>> is_position("[India: delete paragraph]"), is_position("(EU, Norway)"), is_position("EU")
    (True, True, False)
    """
    names = Proponents(())
    if match := RESERVES.fullmatch(text):
        return {p.wants for p in names.read(match["names"])} == {"reserve"}
    if match := NEXT.fullmatch(text):
        return bool(names.read(match["names"]))
    match = WHOLE.fullmatch(text)
    positions = names.read(match["names"]) if match else ()
    return bool(match and positions) and (
        all(p.wants for p in positions) or lists_several(text, positions)
    )


def _pieces(text: str) -> list[tuple[str, int, int, str]]:
    """The pieces of a list between commas and semicolons, where each stands, and what those in it
    want: a word for that is said of all pieces since the last semicolon."""
    found: list[tuple[str, int, int, str]] = []
    for part in _PART.finditer(text):
        wants = ""
        start, end = part.span()
        if told := instruction(part.group()):
            wants, end = told[0], start + told[1]
        elif match := _BEHIND.search(text[max(start, end - 60) : end]):
            wants = match.lastgroup or ""
            end = max(start, end - 60) + match.start()
        elif match := _BEFORE.match(text[start:end]):
            wants = match.lastgroup or ""
            start += match.end()
        wants = "" if wants in ("support", "propose") else wants
        pieces = list(re.finditer(r"[^,，、،/]+", text[start:end]))
        for n, piece in enumerate(pieces):
            low = part.start() if n == 0 else start + piece.start()
            high = part.end() if n == len(pieces) - 1 else start + piece.end()
            said = piece.group().strip()
            found.append(
                (said[led.end() :] if (led := _LED.match(said)) else said, low, high, wants)
            )
    return [piece for piece in found if piece[0]]
