"""Which changed words on a page bear a sentence, so that the one leads to the other.

In: the rows of a change, the lines that show them, the findings that are told of them. Out: the
same lines in which the words that bear a sentence have ids, and `Tied`: the sentence in pieces, of
which its quotations lead to those words. Only an `<ins>` or a `<del>` is ever named as bearing
one, and only where nothing leaves open which it is; without that, a sentence has no link.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from markupsafe import Markup

from tracker.model import Hunk
from tracker.store.records import ChangeRow, FindingRow, FindingWords
from web.changes.card_lines import Line
from web.changes.findings import Said
from web.changes.told import WHOLE
from web.terms.names import capital

_CHANGED = re.compile(r"<(ins|del)>")
_QUOTED = re.compile(r"“([^“”]*)”")
_NOTHING = Markup("")
_STOPS = ".,;:"
_BEGINS = 7
_MOST = 12
"""Of one sentence, so many changes are named; the first is where its links lead."""

Place = tuple[int, str, int]
"""A changed run of words: the place of its line, `heading` or `text`, the how manieth there."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Some of a sentence; `anchor` is the id of the words that it quotes, `""` without any."""

    text: str
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Tied:
    """A finding as it is told. `anchors` are the ids of all words that bear it, `first` that to
    which a link beside the sentence leads, `""` if none is needed or there is none."""

    said: Said
    pieces: tuple[Piece, ...]
    anchors: tuple[str, ...] = ()
    first: str = ""


def tied(
    rows: Sequence[ChangeRow],
    lines: Sequence[Line],
    found: Sequence[FindingRow],
    stem: str,
    heading: Markup = _NOTHING,
    names: Sequence[str] = (),
) -> tuple[tuple[Line, ...], tuple[Tied, ...], Markup]:
    """The lines and the heading with ids, and the findings with links to these.

    Args:
        rows: those of the change, in reading order; the first may have its heading in `heading`.
        lines: what is shown of them, in the same order.
        stem: what the ids begin with; no other part of the page may use it.
        heading: the heading of the first row with its changed words, if it is shown apart.
        names: what the provision is called; a sentence that begins so need not say it again.
    """
    shown = dict(_shown(rows, lines))
    if rows and heading:
        shown[rows[0].link_id, "heading"] = (-1, heading)
    places: dict[FindingWords, list[Place]] = {}
    for finding in found:
        for words in finding.words:
            places.setdefault(words, list(_places(words, rows, shown)))
    named = {
        place: f"{stem}-{n}"
        for n, place in enumerate(sorted({one for some in places.values() for one in some}), 1)
    }
    ids = {words: tuple(named[one] for one in some) for words, some in places.items()}
    return (
        tuple(_with_ids(line, n, named) for n, line in enumerate(lines)),
        tuple(_told(finding, ids, names) for finding in found),
        _numbered(heading, -1, "heading", named),
    )


def _shown(
    rows: Sequence[ChangeRow], lines: Sequence[Line]
) -> Iterator[tuple[tuple[str, str], tuple[int, Markup]]]:
    """By link and field, the place of the line that shows it and its markup. Lines are some of the
    rows in the order of these."""
    at = 0
    for place, line in enumerate(lines):
        if line.provision is None or line.skipped:
            continue
        for n in range(at, len(rows)):
            if (rows[n].new or rows[n].old) == line.provision:
                yield (rows[n].link_id, "text"), (place, line.text)
                yield (rows[n].link_id, "heading"), (place, line.heading)
                at = n + 1
                break


def _places(
    words: FindingWords,
    rows: Sequence[ChangeRow],
    shown: Mapping[tuple[str, str], tuple[int, Markup]],
) -> Iterator[Place]:
    """The changed runs of words that some words are part of."""
    if words.start is None or words.end is None:
        return
    of = [one for one in rows if _end(one, words.side) == words.provision_id]
    # A row of what changed its level shows all that is inside it.
    of = of or [one for one in rows if one.relation in WHOLE and words.field == "text"]
    if len(of) != 1 or (of[0].link_id, words.field) not in shown:
        return
    place, markup = shown[of[0].link_id, words.field]
    drawn = _drawn(of[0], words.field)
    # Where a line leaves changes out, nobody can say which of them it shows.
    if len(_CHANGED.findall(markup)) != len(drawn):
        return
    touched = _touched(of[0], words)
    yield from [(place, words.field, n) for n, hunk in enumerate(drawn) if hunk in touched][:_MOST]


def _end(row: ChangeRow, side: str) -> str:
    provision = row.old if side == "old" else row.new
    return provision.id if provision is not None else ""


def _hunks(row: ChangeRow, field: str) -> tuple[Hunk, ...]:
    return row.heading if field == "heading" else row.text


def _drawn(row: ChangeRow, field: str) -> list[int]:
    """The places of the hunks that are drawn as an `<ins>` or `<del>`."""
    return [
        place
        for place, hunk in enumerate(_hunks(row, field))
        if hunk.operation != "equal" and hunk.text.strip() and (field, place) not in row.light
    ]


def _touched(row: ChangeRow, words: FindingWords) -> set[int]:
    """The places of the hunks of its side that hold some of the words."""
    other = "insert" if words.side == "old" else "delete"
    own = [(n, one) for n, one in enumerate(_hunks(row, words.field)) if one.operation != other]
    span = _span(row, words, "".join(one.text for _, one in own))
    found: set[int] = set()
    at = 0
    for place, hunk in own:
        if span is not None and at < span[1] and at + len(hunk.text) > span[0]:
            found.add(place)
        at += len(hunk.text)
    return found


def _span(row: ChangeRow, words: FindingWords, joined: str) -> tuple[int, int] | None:
    """Where the words stand in the text of the row's hunks, which may be more or less than that of
    the provision; None if that cannot be told."""
    provision = row.old if words.side == "old" else row.new
    if provision is None or words.start is None or words.end is None:
        return None
    whole = provision.heading if words.field == "heading" else provision.text
    if provision.id == words.provision_id and whole == joined:
        return words.start, words.end
    at = joined.find(words.text)
    if not words.text or at < 0 or joined.find(words.text, at + 1) >= 0:
        return None
    return at, at + len(words.text)


def _with_ids(line: Line, place: int, named: Mapping[Place, str]) -> Line:
    text = _numbered(line.text, place, "text", named)
    heading = _numbered(line.heading, place, "heading", named)
    told = replace(line.told, findings=()) if line.told is not None else None
    return replace(line, text=text, heading=heading, told=told)


def _numbered(markup: Markup, place: int, field: str, named: Mapping[Place, str]) -> Markup:
    """The markup in which the changed words that are named have their ids."""
    if not any(one[:2] == (place, field) for one in named):
        return markup
    at = iter(range(len(markup)))

    def opening(found: re.Match[str]) -> str:
        anchor = named.get((place, field, next(at)))
        # The ids are made of addresses and numbers, so nothing in them needs an escape.
        return f'<{found[1]} id="{anchor}" tabindex="-1">' if anchor else found[0]

    return Markup(_CHANGED.sub(opening, markup))


def _told(
    finding: FindingRow, ids: Mapping[FindingWords, tuple[str, ...]], names: Sequence[str]
) -> Tied:
    """A finding with its quotations tied to the words; a link of its own where it quotes none of
    those that can be found."""
    said = Said(finding, own=False)
    sentence = brief(said.sentence, names)
    waiting = [(words.text, ids[words]) for words in finding.words if ids[words]]
    every = tuple(dict.fromkeys(one for _, some in waiting for one in some))
    pieces: list[Piece] = []
    at = 0
    for found in _QUOTED.finditer(sentence):
        same = next((one for one in waiting if _quotes(found[1], one[0])), None)
        if same is not None:
            waiting.remove(same)
            pieces.append(Piece(sentence[at : found.start() + 1]))
            pieces.append(Piece(found[1], same[1][0]))
            at = found.end() - 1
    pieces.append(Piece(sentence[at:]))
    linked = any(one.anchor for one in pieces)
    return Tied(said, tuple(pieces), every, "" if linked or not every else every[0])


def brief(sentence: str, names: Sequence[str]) -> str:
    """A sentence without the name of the provision that a page is about, if it begins with that.

    >>> brief("Article 5 (“Oil”), paragraph 2 is gone.", ["article 5"])
    'Paragraph 2 is gone.'
    >>> brief("Article 5 (“Oil”), paragraph 2 is gone.", ["article 5, paragraph 2"])
    'It is gone.'
    >>> brief("Article 51 is gone.", ["article 5"])
    'Article 51 is gone.'
    >>> brief("Article 5 (before: Article 4): words are new.", ["article 5", "article 4"])
    'Words are new.'
    """
    was = "|".join(re.escape(f" (before: {capital(name)})") for name in names if name)
    for name in names:
        parts = [re.escape(part) + r"(?: \(“[^“”]*”\))?" for part in capital(name).split(", ")]
        begins = re.match(f"{', '.join(parts)}(?:{was})?(, |: | )", sentence) if name else None
        if begins is not None:
            rest = sentence[begins.end() :]
            return f"It {rest}" if begins[1] == " " else capital(rest)
    return sentence


def cut_quotes(sentence: str) -> str:
    """A sentence of which long quotations have only their beginning.

    >>> cut_quotes("“may” became “shall keep a lamp lit on the longest pier there”.")
    '“may” became “shall keep a lamp lit on the …”.'
    """

    def beginning(found: re.Match[str]) -> str:
        words = found[1].split()
        return f"“{' '.join(words[:_BEGINS])} …”" if len(words) > _BEGINS + 2 else found[0]

    return _QUOTED.sub(beginning, sentence)


def _quotes(quoted: str, words: str) -> bool:
    """Whether a quotation, which may be cut, is of these words; stops at their end apart.

    >>> _quotes("shall", "shall"), _quotes("Each State …", "Each State Party."), _quotes("may", "x")
    (True, True, False)
    >>> _quotes("a fine of 5", "a fine of 5;")
    True
    """
    short, whole = (" ".join(one.split()).rstrip(_STOPS) for one in (quoted, words))
    if short.endswith(" …"):
        return whole.startswith(short[:-2].rstrip(_STOPS))
    return short == whole
