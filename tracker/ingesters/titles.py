"""Which blocks title a unit: an article, a chapter, an annex.

In: the blocks of a document and the `Grammar` of its convention. Out: `Titles`, which answers for
each block. "Article 5" on a line of its own is a title; "Article 5 shall apply" is a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from tracker.ingesters.blocks import Block
from tracker.ingesters.grammar import Grammar
from tracker.ingesters.numbering import number_at_start, roman
from tracker.ingesters.tree import AGREED

LONGEST_HEADING = 45
"""Words; the longest heading seen is the EU's, on transfers not authorised by Union law."""

SEPARATOR = re.compile(r"\s*(?:[.:\u2013\u2014-]+|\](?:\s*[.:\u2013\u2014-]+)?)\s*")
"""What may stand between a unit's number and its heading on one line; "]" closes "[Article 5]"."""

ONLY_AGREED = re.compile(rf"(?:{AGREED.pattern}\s*)+", re.IGNORECASE)
"""Marks of agreement and nothing else."""

_FIRST = frozenset(("premier", "première", "primero", "primera", "one"))

_TERMINAL = re.compile(r"[.;,\u3002\uff1b]['\"\u201d\u2019)]?$")


class Titles:
    """What titles a unit in one document."""

    def __init__(self, grammar: Grammar, blocks: Sequence[Block]) -> None:
        self._grammar = grammar
        self._run_in = self._run_in_style(blocks)

    def _run_in_style(self, blocks: Sequence[Block]) -> bool:
        """Whether articles begin on the line of their title ("ARTICLE I The Parties …")."""
        alone = run_in = 0
        for block in blocks:
            match = self._grammar.article.match(block.head)
            if match:
                if match["rest"].strip(" .:[\u2013\u2014-"):
                    run_in += match["num"].split()[0].isupper()
                else:
                    alone += 1
        return run_in > alone

    def article(
        self, block: Block, last_number: str, following: Block | None = None
    ) -> re.Match[str] | None:
        """The title of an article, if the block begins with one. `last_number` is the title of the
        article before: its successor is a title even where its first sentence follows at once.
        `following` is the next block.
        """
        match = self._grammar.article.match(block.head)
        if match is None:
            return None
        separated = SEPARATOR.match(match["rest"])
        after = separated.end() if separated else 0
        rest = match["rest"][after:].strip()
        if not rest or ONLY_AGREED.fullmatch(rest) or not rest.strip("[]. "):
            return match
        if self._run_in:
            return match if match["num"].split()[0].isupper() else None
        heading = block.text.text[match.end("num") + after :]
        follows = _follows(last_number, match["num"])
        if separated:
            return match if is_title(heading) or follows else None
        beside = follows and rest[0].isalpha() and _stands_alone(block, following)
        if is_title(heading) and (beside or _bracketed(rest) or self._set_apart(block)):
            return match
        return None

    def _set_apart(self, block: Block) -> bool:
        """Whether more than a space stands between the number and the heading beside it."""
        match = self._grammar.article.match(block.first.text)
        return bool(match and re.match(r"\t|\s\s", match["rest"]))

    def container(self, block: Block) -> re.Match[str] | None:
        """The title of a chapter, part, section, …, if the block begins with one."""
        match = self._grammar.container.match(block.head)
        return match if match and _stands_as_title(block, match) else None

    def annex(self, block: Block) -> re.Match[str] | None:
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


def is_title(text: str, *, small: bool = False) -> bool:
    """Whether words read like a heading: few, and no sentence. With `small` they may begin with a
    small letter.

    >>> is_title("Use of terms"), is_title("The Parties shall meet."), is_title("")
    (True, False, False)
    """
    plain = AGREED.sub("", text).strip()
    return (
        0 < len(plain.split()) <= LONGEST_HEADING
        and not _TERMINAL.search(plain)
        and not plain.endswith((":", "\uff1a"))
        and (small or not plain[0].islower())
    )


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


def _stands_as_title(block: Block, match: re.Match[str]) -> bool:
    rest = match["rest"].strip()
    if not rest:
        return True
    separated = SEPARATOR.match(match["rest"]) or block.emphatic or match["num"].isupper()
    return bool(separated) and is_title(rest)


def _follows(last: str, this: str) -> bool:
    """Whether a title's number is the next one: "Artículo 15", "Artículo 16. La Constitución …".
    Where none came before, the first is."""
    before, here = _value(last) if last else 0, _value(this)
    return before is not None and here == before + 1


def _value(num: str) -> int | None:
    match = re.search(r"\d+", num)
    if match:
        return int(match.group())
    word = num.split()[-1].casefold().rstrip("]")
    return 1 if word in _FIRST else roman(word)
