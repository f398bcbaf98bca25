"""Text whose characters are wrong by a rule → the rule that undoes it.

In: passages of text, each character said to be of the font in question or not, and words that the
rest of the document is known to use. Out: what each code should have been, and how that was told;
or nothing. Three ways of being wrong are known: codes of glyphs instead of characters (a font
without a map: in TrueType fonts the order of glyphs is that of ASCII, 29 lower), codes shifted by
a constant, and bytes of one code page read as another. A rule is believed when the text then has
words that are known, clearly more than without it and than under any other rule.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from tracker.read.recover_words import COMMON_HAN, KNOWN

Passage = Sequence[tuple[str, bool]]
"""One printed line in parts: text, and whether it is in the font in question."""

LIFTED = 0xF0000
"""The code of a glyph without a character comes with this added (`pdf_text.UNMAPPED`)."""
READS_WELL = 0.15
"""The share of letters in known words from which a text is left alone: running text that shares
only its function words with what is known has 0.2 or more, wrong text 0.03 at most."""
ENOUGH_LETTERS = 400
"""Of text, from which function words alone are proof."""
SHARE = {"much": 0.1, "little": 0.3}
"""The share of letters in known words that proves a rule, in much text and in little."""
FEWEST_WORDS = 3
FEWEST_LETTERS = 10
CLEAREST = 0.5
"""What the next best rule may reach of the best, and a third of that what the text had before."""
TIDY = 0.85
"""The share of characters that must be letters, digits, blanks or common punctuation."""
SAMPLE = 4_000
"""Characters that are tried."""
GLANCE = 500
"""Characters with which the likeliest rules are chosen."""
LIKELY = 12
"""Rules that are tried on more."""

_WORD = re.compile(r"[^\W\d_]+")
_POINTS = frozenset(" .,;:!?()[]{}«»“”‘’„'\"-–—/%§°…№*&•·،؛؟\u00a0ـ€$£+=<>@#_|\u202f\u2009")
_LATIN = range(0x41, 0x5B), range(0x61, 0x7B), range(0xC0, 0x100), range(0x152, 0x154)
_CYRILLIC = (range(0x400, 0x460), range(0x490, 0x492))
_ARABIC = (range(0x621, 0x64B), range(0x660, 0x66A))
_HEBREW = (range(0x5D0, 0x5EB),)
_TIDY = (
    {chr(n) for part in (*_LATIN, *_CYRILLIC, *_ARABIC, *_HEBREW) for n in part}
    | set("0123456789")
    | _POINTS
)
_TARGETS = [*range(0x41, 0x5B), *range(0x61, 0x7B), *range(0x410, 0x450), *_ARABIC[0], *_HEBREW[0]]
_READ_AS = ("latin-1", "cp1252", "mac_roman")
_MEANT = ("cp1251", "koi8_r", "mac_cyrillic", "iso8859_5", "cp866", "cp1256", "cp1255")


@dataclass(frozen=True, slots=True)
class Score:
    """How a text reads: letters in known words, distinct such words, characters, tidy ones."""

    known: int
    words: int
    total: int
    tidy: int

    @property
    def share(self) -> float:
        """The share of the characters that are letters of known words."""
        return self.known / self.total if self.total else 0.0

    @property
    def tidiness(self) -> float:
        """The share of the characters that a text is made of."""
        return self.tidy / self.total if self.total else 1.0


@dataclass(frozen=True, slots=True)
class Rule:
    """How a text is put right: the character for each code, and the rule in words."""

    how: str
    put: Mapping[int, str]


def words_of(text: str) -> Iterator[str]:
    """The words of a text in small letters; a Han character is a word."""
    for word in _WORD.findall(text):
        if "\u4e00" <= word[0] <= "\u9fff":
            yield from word
        elif len(word) > 1:
            yield word.casefold()


def find(passages: Sequence[Passage], vocabulary: Container[str]) -> Rule | None:
    """The rule that puts a font right, None if it reads well or no rule is proved."""
    passages = _sample(passages, SAMPLE)
    before = score(passages, {}, vocabulary)
    counts = _codes(passages)
    few = before.total < FEWEST_LETTERS or _are_figures(counts)
    if few or before.share >= READS_WELL:
        return None
    rules = [rule for rule in _rules(counts) if _tidy(counts, rule)]
    if len(rules) > LIKELY:
        some = _sample(passages, GLANCE)
        rules.sort(key=lambda rule: -score(some, rule.put, vocabulary).share)
    tried = [(score(passages, rule.put, vocabulary), rule) for rule in rules[:LIKELY]]
    tried = [(found, rule) for found, rule in tried if found.tidiness >= TIDY]
    if not tried:
        return None
    best, rule = max(tried, key=lambda pair: pair[0].share * pair[0].tidiness)
    others = [found.share for found, other in tried if not _alike(rule, other, counts)]
    if not _proved(best) or before.share > CLEAREST / 3 * best.share:
        return None
    return rule if max(others, default=0.0) <= CLEAREST * best.share else None


def _are_figures(counts: Counter[str]) -> bool:
    """Whether a font shows numbers alone, in which no word can be known."""
    return sum(n for c, n in counts.items() if c in "0123456789.,-/() ") > 0.95 * counts.total()


def _proved(found: Score) -> bool:
    least = SHARE["much" if found.total >= ENOUGH_LETTERS else "little"]
    enough = found.words >= FEWEST_WORDS and found.known >= FEWEST_LETTERS
    return enough and found.share >= least


def _sample(passages: Iterable[Passage], enough: int) -> list[Passage]:
    out: list[Passage] = []
    size = 0
    for passage in passages:
        out.append(passage)
        size += sum(len(text) for text, own in passage if own)
        if size >= enough:
            break
    return out


def plain(text: str) -> str:
    """A text with the codes of glyphs taken for characters.

    >>> plain("a" + chr(LIFTED + 98))
    'ab'
    """
    if max(text, default="") < chr(LIFTED):
        return text
    return "".join(chr(ord(c) - LIFTED) if LIFTED <= ord(c) < LIFTED + 0x10000 else c for c in text)


def score(passages: Iterable[Passage], put: Mapping[int, str], vocabulary: Container[str]) -> Score:
    """How the font's own characters read under a rule, in the words that they stand in."""
    known = total = tidy = 0
    words: set[str] = set()
    for passage in passages:
        said = [plain(text.translate(put) if own else text) for text, own in passage]
        mine = "".join(
            ("1" if own else "0") * len(text) for text, (_, own) in zip(said, passage, strict=True)
        )
        whole = "".join(said)
        for letter, own in zip(whole, mine, strict=True):
            if own == "1" and letter != " ":
                total += 1
                tidy += letter in _TIDY or "\u4e00" <= letter <= "\u9fff"
        for found in _WORD.finditer(whole):
            size = mine.count("1", *found.span())
            if size and _is_known(found[0], vocabulary):
                known += size
                words.add(found[0].casefold())
            elif size and "\u4e00" <= found[0][0] <= "\u9fff":
                # Half of all characters of a Chinese text are among the commonest hundred.
                common = sum(letter in COMMON_HAN for letter in found[0])
                known += min(common, size)
                words.update(c for c in found[0] if c in COMMON_HAN)
    return Score(known, len(words), total, tidy)


def _is_known(word: str, vocabulary: Container[str]) -> bool:
    if len(word) < 2:
        return False
    small = word.casefold()
    return small in KNOWN or small in vocabulary


def _codes(passages: Iterable[Passage]) -> Counter[str]:
    """The characters that a rule may change: those without a map, or if there is none, all."""
    counts = Counter(c for passage in passages for text, own in passage if own for c in text)
    lifted = Counter({c: n for c, n in counts.items() if ord(c) >= LIFTED})
    return lifted or Counter({c: n for c, n in counts.items() if c != " "})


def _tidy(counts: Counter[str], rule: Rule) -> bool:
    """Whether the text could be text under a rule; quickly, from the counts alone."""
    good = sum(n for c, n in counts.items() if rule.put.get(ord(c), "") in _TIDY)
    return good >= TIDY * sum(counts.values())


def _alike(rule: Rule, other: Rule, counts: Counter[str]) -> bool:
    """Whether two rules give nearly the same words, but for capitals."""
    same = sum(
        n
        for c, n in counts.items()
        if rule.put.get(ord(c), "").casefold() == other.put.get(ord(c), "").casefold()
    )
    return same >= 0.6 * sum(counts.values())


def _rules(counts: Counter[str]) -> Iterator[Rule]:
    """Every rule that could be, the likeliest first: of two that read as well it is taken."""
    codes = {ord(c): ord(plain(c)) for c in counts}
    for how, order in (("", _windows), ("Apple's ", _apple)):
        put = {key: order(code) for key, code in codes.items()}
        low = {key: c for key, c in put.items() if c}
        yield Rule(f"{how}order of glyphs for characters", low)
        if not how:
            yield from _mixed(codes, low, counts)
    for shift in _shifts(codes, counts):
        put = {key: _shifted(code, shift) for key, code in codes.items()}
        yield Rule(f"codes shifted by {shift:+d}", {key: c for key, c in put.items() if c})
    for read_as in _READ_AS:
        for meant in _MEANT:
            made = _confused(codes, read_as, meant)
            if made:
                yield Rule(f"{meant} read as {read_as}", made)


def _shifts(codes: Mapping[int, int], counts: Counter[str]) -> list[int]:
    """The shifts that make one of the commonest codes a letter."""
    common = [codes[ord(c)] for c, _ in counts.most_common(4)]
    return sorted({target - code for code in common for target in _TARGETS} - {0}, key=abs)


def _mixed(
    codes: Mapping[int, int], low: Mapping[int, str], counts: Counter[str]
) -> Iterator[Rule]:
    """Digits and points in the order of glyphs, letters of another script shifted."""
    high = {key: code for key, code in codes.items() if key not in low}
    some = Counter({c: n for c, n in counts.items() if ord(c) in high})
    if sum(some.values()) < 0.3 * sum(counts.values()):
        return
    for shift in _shifts(high, some):
        put = {key: _shifted(code, shift) for key, code in high.items()}
        put = {key: c for key, c in put.items() if c}
        yield Rule(f"order of glyphs for characters, letters shifted by {shift:+d}", {**low, **put})


def _shifted(code: int, shift: int) -> str:
    moved = code + shift
    return chr(moved) if 0x20 <= moved < 0xD800 and not 0x7F <= moved < 0xA0 else ""


def _windows(glyph: int) -> str:
    """The character of a glyph in the fonts of Windows: Apple's order without its fixed blank."""
    return _apple(glyph + 1 if glyph >= 172 else glyph)


def _apple(glyph: int) -> str:
    """The character of a glyph in the order of TrueType: ASCII from glyph 3, then Mac Roman.

    >>> _apple(3), _apple(36), _apple(112), _windows(182)
    (' ', 'A', 'é', '’')
    """
    if 3 <= glyph < 98:
        return chr(glyph + 29)
    return bytes([glyph + 30]).decode("mac_roman") if 98 <= glyph <= 225 else ""


def _confused(codes: Mapping[int, int], read_as: str, meant: str) -> dict[int, str]:
    """What bytes of one code page are that were read as another; none if they cannot have been."""
    put: dict[int, str] = {}
    for key, code in codes.items():
        try:
            put[key] = chr(code).encode(read_as).decode(meant)
        except (UnicodeEncodeError, UnicodeDecodeError):
            continue
    changed = any(ord(c) != codes[key] for key, c in put.items())
    return put if changed else {}
