"""A heading or text in pieces: runs of words with one history, and what stands between them.

In: a text and the runs in it. Out: `Piece`s, whole or with what stands far from any run left out;
how the words of a round are shaded.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from tracker.store.records.ages import WordRun

TINTS = 6
LINES = 5

_AROUND = 40
"""Characters, about, that are shown on each side of words."""

_BRACKETS = (("(", ")"), ("[", "]"))


@dataclass(frozen=True, slots=True)
class Piece:
    """Words with one history, or what stands between such (`run` is None). `said` is all that is
    to say of them, `entered` their round; `back` is the round that brought them back, 0 if they
    were never out; `gone` the round that deletes them next, 0 if none does. `usual` says that
    their round is that of most words that are not the newest: it is said once for all."""

    text: str
    run: WordRun | None = None
    shade: str = ""
    entered: int = 0
    back: int = 0
    gone: int = 0
    said: str = ""
    usual: bool = False


def shade(position: int, rounds: int) -> str:
    """The classes for a round's words, of so many rounds: the newest has the strongest tint.

    >>> shade(1, 3), shade(3, 3), shade(7, 24)
    ('tint-0 line-0', 'tint-5 line-2', 'tint-1 line-1')
    """
    tint = (position - 1) * (TINTS - 1) // max(rounds - 1, 1)
    return f"tint-{tint} line-{(position - 1) % LINES}"


def unsaid(run: WordRun, text: str) -> Piece:
    """Words of which nothing is said."""
    return Piece(text, run)


def cut(
    whole: str, runs: Iterable[WordRun], piece: Callable[[WordRun, str], Piece]
) -> Iterator[Piece]:
    """A heading or text in pieces; those that are not words of `runs` have no run."""
    at = 0
    for run in runs:
        start, end = bracketed(whole, run.start, run.end)
        if start > at:
            yield Piece(whole[at:start])
        yield piece(run, whole[start:end])
        at = end
    if at < len(whole):
        yield Piece(whole[at:])


def bracketed(whole: str, start: int, end: int) -> tuple[int, int]:
    """A run of words with a bracket right before or behind it, if its other half is in the run.

    >>> whole = "in (4) States, article 21(2);"
    >>> [whole[slice(*bracketed(whole, *one))] for one in ((4, 13), (15, 27), (3, 5))]
    ['(4) States', 'article 21(2)', '(4)']
    """
    for opening, closing in _BRACKETS:
        words = whole[start:end]
        if words.count(closing) > words.count(opening) and whole[start - 1 : start] == opening:
            start -= 1
        if words.count(opening) > words.count(closing) and whole[end : end + 1] == closing:
            end += 1
    return start, end


def excerpt(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Pieces without what stands far from any run."""
    every = list(pieces)
    for n, one in enumerate(every):
        if one.run is not None:
            yield one
        else:
            yield Piece(shortened(one.text, head=n > 0, tail=n < len(every) - 1))


def shortened(text: str, *, head: bool, tail: bool) -> str:
    """A text of which only the beginning (`head`), the end (`tail`) or both are of interest.

    >>> shortened("a long way home " * 9, head=False, tail=True)
    '… home a long way home a long way home '
    """
    if len(text) <= _AROUND * (head + tail) + _AROUND // 2:
        return text
    start = f"{text[:_AROUND].rsplit(' ', 1)[0]} " if head else ""
    end = f" {text[-_AROUND:].split(' ', 1)[-1]}" if tail else ""
    return f"{start}…{end}"
