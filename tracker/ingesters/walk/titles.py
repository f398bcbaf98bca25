"""Which blocks title a unit: an article, a chapter, an annex.

In: the blocks of a document and the `Grammar` of its convention. Out: `Titles`, which answers for
each block. "Article 5" on a line of its own is a title; "Article 5 shall apply" is a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from tracker.akn.eid import number_part
from tracker.ingesters.marks.status import SAID
from tracker.ingesters.printed import Found
from tracker.ingesters.walk.blocks import Block
from tracker.ingesters.walk.grammar import Grammar
from tracker.ingesters.walk.headings import MOST, SHORT, has_room, is_stopped
from tracker.ingesters.walk.headings import is_title as is_title
from tracker.ingesters.walk.numbering import number_at_start, roman

SEPARATOR = re.compile(
    r"\s*(?:(?:[.:\u2013\u2014\uff1a\uff0e-]\s?){1,4}\]{0,3}|\]{1,3}(?:\s*[.:\u2013\u2014-]+)?)\s*"
)
"""What may stand between a unit's number and its heading on one line; "]" closes "[Article 5]"."""

ONLY_SAID = re.compile(rf"(?:{SAID.pattern}\s*)+", re.IGNORECASE)
"""Nothing but what is said of a text: agreed, pending, proposed by."""

_CHINESE = re.compile(r"[\[\u3010]?\s?(?:第|附)")
_CODE = re.compile(r"\s[LRDA]\*?\.?\s?\d{1,4}(?:-\d{1,3})*$")
"""The number of an article of a code, which no count tells: "Art. L. 5-1. - …"."""

_APART = re.compile(r"\t|\s\s")


class Titles:
    """What titles a unit in one document."""

    def __init__(self, grammar: Grammar, blocks: Sequence[Block]) -> None:
        self._grammar = grammar
        self._run_in = self._run_in_style(blocks)
        self._stopped = self._stopped_style(blocks)
        typed = (line for block in blocks for line in block.lines if not line.bottom)
        self._measure = max((len(line.text) for line in typed), default=0)

    def _run_in_style(self, blocks: Sequence[Block]) -> bool:
        """Whether articles begin on the line of their title ("ARTICLE I The Parties …")."""
        others = run_in = 0
        for block in blocks:
            match = self._grammar.article.match(block.head)
            if match:
                beside = bool(match["rest"].strip(" .:[\u2013\u2014-"))
                capitals = beside and match["num"].split()[0].isupper()
                run_in += capitals
                others += not capitals and (
                    not beside or SEPARATOR.match(match["rest"]) is not None
                )
        return run_in > others

    def _stopped_style(self, blocks: Sequence[Block]) -> bool:
        """Whether headings beside the number end like sentences ("Artículo 5. Objeto.", text
        below), which shows when all articles do so."""
        beside = stopped = 0
        for block, following in pairwise((*blocks, None)):
            match = self._grammar.article.match(block.head) if block is not None else None
            if block is None or match is None or not match["rest"].strip(" .:\u2013\u2014-"):
                continue
            heading = block.text.text[match.end("num") :]
            beside += 1
            stopped += (
                is_stopped(heading.lstrip(" .:\u2013\u2014-"))
                and following is not None
                and not self._grammar.article.match(following.head)
            )
        return stopped >= 2 and stopped >= MOST * beside

    def heads(self, text: str) -> bool:
        """Whether words beside a unit's number are its heading, and not its text."""
        return is_title(text) or (self._stopped and is_stopped(text))

    def heads_line(self, block: Block, after: int) -> bool:
        """Whether what stands on the line of a title from the character `after` is its heading,
        and the next line its text: words like a title's, although the next word had found room."""
        if len(block.lines) < 2 or block.first.region:
            return False
        heading, following = block.head[after:].strip(), block.lines[1].text.lstrip()
        if not is_title(heading) or len(heading.split()) > SHORT or following[:1].islower():
            return False
        word = following.split(None, 1)[0] if following else ""
        if block.first.bottom:
            return has_room(block.first, word, block.lines)
        return len(block.first.text) + len(word) + 2 < self._measure

    def article(
        self, block: Block, last_number: str, following: Block | None = None
    ) -> Found | None:
        """The title of an article, if the block begins with one. `last_number` is the title of the
        article before: its successor is a title even where its first sentence follows at once.
        `following` is the next block.
        """
        match = self._grammar.article.match(block.head)
        if match is None:
            return None
        separated = _separated(match)
        after = separated.end() if separated else 0
        rest = match["rest"][after:].strip()
        if not rest or ONLY_SAID.fullmatch(rest) or not rest.strip("[]. "):
            return match
        upper = match["num"].split()[0].isupper()
        if self._run_in and (upper or not separated):
            return match if upper else None
        heading = block.text.text[match.end("num") + after :]
        follows = _follows(last_number, match["num"])
        if separated:
            apart = _CODE.search(match["num"]) or self.heads_line(block, match.end("num") + after)
            return match if is_title(heading) or follows or apart else None
        beside = follows and rest[0].isalpha() and _stands_alone(block, following)
        if is_title(heading) and (beside or _bracketed(rest) or self._set_apart(block)):
            return match
        return None

    def _set_apart(self, block: Block) -> bool:
        """Whether more than a space stands between the number and the heading beside it."""
        return _set_apart(self._grammar.article.match(block.first.text))

    def container(self, block: Block) -> Found | None:
        """The title of a chapter, part, section, …, if the block begins with one."""
        match = self._grammar.container.match(block.head)
        if match is None:
            return None
        apart = _set_apart(self._grammar.container.match(block.first.text))
        return match if apart or _stands_as_title(block, match) else None

    def annex(self, block: Block) -> Found | None:
        """The title of an annex, if the block begins with one."""
        match = self._grammar.annex.match(block.head)
        return match if match and _stands_as_title(block, match) else None

    def any(self, block: Block, last_number: str = "", following: Block | None = None) -> bool:
        """Whether the block titles any unit."""
        return bool(
            self.article(block, last_number, following)
            or self.container(block)
            or self.annex(block)
        )


def _separated(match: Found) -> re.Match[str] | None:
    """What stands between a number and the words beside it; in Chinese a space does, and after
    the sign of an ordinal ("Art. 5º O farol …")."""
    found = SEPARATOR.match(match["rest"])
    if found or not (_CHINESE.match(match["num"]) or match["num"].endswith(("º", "°"))):
        return found
    return re.match(r"\s+(?=[^\W\d_])(?![a-zà-ÿ])", match["rest"])


def _set_apart(match: Found | None) -> bool:
    return bool(match and _APART.match(match["rest"]) and is_title(match["rest"]))


def _bracketed(text: str) -> bool:
    """Whether a text stands wholly in brackets ("[Deleted]", "(Use)") and is no number."""
    return (text[0], text[-1]) in {("[", "]"), ("(", ")")} and number_at_start(text) is None


def _stands_alone(block: Block, following: Block | None) -> bool:
    """Whether a block of one line is followed by one that does not go on with it."""
    return (
        len(block.lines) == 1
        and following is not None
        and not following.text.text[:1].islower()
        and number_at_start(block.text.text) is None
    )


def _stands_as_title(block: Block, match: Found) -> bool:
    rest = match["rest"].strip()
    if not rest or not match["num"]:
        return True
    separated = _separated(match) or block.emphatic or match["num"].isupper()
    return bool(separated) and is_title(rest)


def _follows(last: str, this: str) -> bool:
    """Whether a title's number is the next one: "Artículo 15", "Artículo 16. La Constitución …";
    "Article 15 bis" is next to 15 too. Where none came before, the first is."""
    before, here = _value(last) if last else 0, _value(this)
    if before is None or here is None:
        return False
    return here == before + 1 or (here == before and number_part(last) != number_part(this))


def _value(num: str) -> int | None:
    part = number_part(num)
    digits = re.search(r"\d+", part)
    return int(digits.group()) if digits else roman(part)
