"""Who proposed words: the names that stand in brackets with them, or in parentheses after them.

In: the texts of a draft. Out: `Proponents`, which reads a list of names with what each wants
("Aldova, Brecony; Corvane del.") and knows which words are names: those of States and groups,
those that the document itself calls so ("proposed by Aldova"), and capitalised words that stand in
a proponent's place again and again.

The places are:

* `[words] (Name, Name)`         behind a closing bracket, or a block's last stop, in parentheses;
* `[words – Name]`, `[words: Name; Name del.]`, `[words (Name)]`   at the end of a bracket;
* `[Name, Name: words]`          at its beginning;
* `[Name: delete]`               a bracket of its own, with what they want;
* `[words] [Name/Name]`, `words. [Name, supported by Name]`   in brackets of their own, behind a
  bracket (one name alone may be a word of the text there: `[Chair] [Bureau]`) or a last stop;
* `Name reserves.`               as a block's last sentence;
* `(proposed by Name)`, `[supported by Name]`   with words that say so, anywhere.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from tracker.ingesters.marks.delegations import CODES, NAMES, ORGANS
from tracker.ingesters.marks.instructions import QUOTED, instruction
from tracker.ingesters.marks.status import BY

ENOUGH = 3
"""Places in a document that hold nothing but capitalised words, before these are taken for names;
each must also stand in two of them."""

MOST_ANDS = 12
"""Joints looked at in one piece of a list."""

_LIST = r"[(（](?P<names>(?:[^()（）\[\]\n]|\([^()\[\]\n]{1,60}\)){2,200})[)）]"
AFTER = re.compile(rf"(?<=[\]］】])\s?{_LIST}")
"""Names behind a closing bracket."""

BESIDE = re.compile(r"(?<=[\]］】])\s?[\[［【](?P<names>[^\[\]\n:]{2,160})[\]］】]")
"""Names in brackets of their own, behind another bracket."""

LAST = re.compile(
    r"(?<=[.;:!?。；])\s?[\[［【](?P<names>[^\[\]\n:]{2,160})[\]］】](?=\.?\s?(?:\n|$))"
)
"""Names in brackets of their own, behind the last sentence of a block."""

NEXT = re.compile(rf"\s?{_LIST}")
"""Names that follow at once on another remark: "(Aldova: retain) (Brecony: delete)"."""

RESERVES = re.compile(
    r"(?:(?<![^\n])|(?<=[.;!?\]])\s)(?P<names>[^\[\]()\n.;!?:]{2,160}?:?\s"
    r"(?:reserves?d?(?:\s(?:its|their)\spositions?)?|reservation))\s?\.?(?=\s?(?:\n|$))"
)
"""A sentence in which some reserve, at the end of a block."""

AT_END = re.compile(rf"(?<=[.;:!?。；])\s?{_LIST}(?=\s?(?:\n|$))")
"""Names behind the last sentence of a block."""

TAIL = re.compile(
    r"(?:(?:\s|(?<=[\[［【]))[\u2013\u2014-]{1,2}\s|\s?:\s|\s?(?P<paren>\())"
    r"(?P<names>[^\[\]\n:\u2013\u2014()]{2,200}(?:\([^()\[\]\n]{1,60}\)[^\[\]\n:()]{0,200})?)"
    r"(?(paren)\))\s?\.?\s?(?=[\]］】])"
)
"""Names at the end of a bracket."""

WHOLE = re.compile(r"[\[［【]\s?(?P<names>[^\[\]\n]{3,400}?)\s?[\]］】]")
"""A bracket that may hold nothing but what some want: `[Aldova: delete]`."""

HEAD = re.compile(
    r"(?<=[\[［【])\s?(?P<names>[^\[\]\n:()]{2,160}(?:\([^()\[\]\n]{1,60}\)[^\[\]\n:()]{0,80})?)"
    r"\s?[:：]\s"
)
"""Names at the beginning of a bracket."""

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

_SAYS_BY = re.compile(rf"^\s?{BY}\s?[:：]?", re.IGNORECASE)
_JOINED = (
    r"(?:(?:and\s)?(?:supported|seconded|endorsed|joined|backed|co-?sponsored)\sby"
    r"|with\s(?:the\s)?support\s(?:of|from)|(?:speaking\s)?on\sbehalf\sof"
    r"|appuy[ée]e?s?\spar|au\snom\sd(?:e|u|es)|apoyad[oa]s?\spor|en\snombre\sdel?)"
)
_AND = re.compile(rf"(?:,\s|\s)(?:and|et|y|и|و)\s|\s?&\s?|\s?\+\s?|\s{_JOINED}\s")
_LED = re.compile(rf"{_JOINED}\s")
_OWNED = re.compile(r"['\u2019]s?$")
_ARTICLE = re.compile(r"^(?:the|les?|la|l'|el|los|las)\s", re.IGNORECASE)
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
            if not names:
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
    for match in re.finditer(rf"[\[(]\s?{BY}\s?[^\[\]()\n]{{2,160}}[\])]", text, re.IGNORECASE):
        yield match.group()


def _by_form(text: str) -> list[str]:
    return [name for name in said_by(text) if _FORM.fullmatch(name) and _may_name(name)]


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
