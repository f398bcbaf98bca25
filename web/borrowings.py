"""Borrowed language: what the last draft took over from earlier instruments, and what it left out.

In: what is stored of a negotiation's last draft and each precedent. Out: a page that shows first
the words that protect which did not come along, then both texts side by side.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from flask import Blueprint, render_template

from tracker.store.records.borrowed import (
    ArticleRow,
    Borrowing,
    LostRow,
    Named,
    OriginRow,
    PartRow,
    PieceRow,
    Verdict,
)
from tracker.store.records.drafts import DraftRow
from web import shelf
from web.phrases import joined, number, plural

pages = Blueprint("borrowings", __name__)

VERDICTS: dict[Verdict, str] = {
    "same words": "taken over word for word",
    "other words": "taken over in other words",
    "in part": "taken over in part",
    "usual phrases": "nothing but usual phrases",
    "not taken over": "nothing of it found",
}

HOW: dict[Verdict, str] = {
    "same words": "word for word",
    "other words": "in other words",
    "in part": "in part",
}
"""How something was taken over."""

SHOWN_INSTEAD = 400
"""Characters of what the draft has instead that are shown."""

AROUND = 500
"""Characters that are shown on each side of words that protect."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of a provision as they are shown: `mark` is `kept`, `left out`, `reworded`,
    `elsewhere`, `new` or `protects`."""

    text: str
    mark: str
    piece: PieceRow | None = None


@dataclass(frozen=True, slots=True)
class Lost:
    """Words that protect of one provision which did not come along: its text with them marked, and
    the provisions of the draft that have the rest of it."""

    first: LostRow
    words: tuple[str, ...]
    text: tuple[Piece, ...]
    into: tuple[Shown, ...]
    instead: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Shown:
    """A provision of the draft with its words; new are those that the precedent does not have."""

    named: Named
    text: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """A part of an article that was taken over, with both texts."""

    part: PartRow
    text: tuple[Piece, ...]
    into: tuple[Shown, ...]
    left_out: int


@dataclass(frozen=True, slots=True)
class Article:
    """An article of the precedent: `into` are the articles of the draft that have something of it,
    `gone` its parts that none has."""

    article: ArticleRow
    into: tuple[Named, ...]
    parts: tuple[Part, ...]
    gone: tuple[PartRow, ...]
    share: str


@dataclass(frozen=True, slots=True)
class Source:
    """Where an article of the draft comes from: articles of the precedent, and the share of its
    words that they have."""

    article: Named
    sources: tuple[Named, ...]
    share: str
    sure: bool


@dataclass(frozen=True, slots=True)
class Told:
    """What the draft has of one precedent, as it is shown."""

    borrowing: Borrowing
    summary: tuple[str, ...]
    lost: tuple[Lost, ...]
    taken: tuple[Article, ...]
    like_headed: tuple[ArticleRow, ...]
    not_taken: tuple[ArticleRow, ...]
    sources: tuple[Source, ...]


@pages.get("/n/<negotiation>/borrowed")
def borrowed(negotiation: str) -> str:
    """What was borrowed, and what was left out of it."""
    row = shelf.negotiation_or_404(negotiation)
    page = shelf.library().borrowed(row.id)
    drafts: list[DraftRow] = [one.draft for one in page.borrowings]
    held = [one.precedent.negotiation_id for one in page.borrowings]
    return render_template(
        "borrowed.html",
        negotiation=row,
        beside=shelf.library().negotiation(held[0]) if held else None,
        page=page,
        told=[_told(one) for one in page.borrowings],
        draft=drafts[0] if drafts else None,
        verdicts=VERDICTS,
        unofficial=shelf.unofficial(drafts[:1]),
    )


def _told(one: Borrowing) -> Told:
    shown = {origin.provision.id: origin for origin in one.origins}
    articles = _articles_of(one)
    taken = [
        _article(article, shown, articles)
        for article in one.articles
        if any(part.into for part in article.parts)
    ]
    rest = [one for one in one.articles if not any(part.into for part in one.parts)]
    return Told(
        one,
        tuple(_summary(one)),
        tuple(_lost(one, shown)),
        tuple(taken),
        tuple(article for article in rest if article.namesake),
        tuple(article for article in rest if not article.namesake),
        tuple(_sources(one)),
    )


def _summary(one: Borrowing) -> Iterator[str]:
    """The whole in a few sentences."""
    articles = [article for article in one.articles if article.provision.is_article]
    if articles:
        yield _counted(
            Counter(article.verdict for article in articles if article.sure),
            Counter(article.verdict for article in articles if not article.sure),
        )
    if one.share_of_precedent or one.share_of_draft:
        yield (
            f"{share(one.share_of_precedent)} of the words of {one.file.title} were taken over; "
            f"they are {share(one.share_of_draft)} of the words of the draft."
        )
    if one.precedent.language != one.draft.language:
        yield "The two are in different languages, whose words cannot be compared."
    if one.draft.partial or one.precedent.partial:
        which = "The draft" if one.draft.partial else one.file.title
        yield f"{which} is here in part only: what it lacks may stand in the part that is not here."


def _counted(surely: Counter[Verdict], possibly: Counter[Verdict]) -> str:
    """What became of the articles.

    >>> sure = Counter({"in part": 2, "same words": 1, "not taken over": 4})
    >>> _counted(sure, Counter())
    'Of its 7 articles, 3 were taken over: 1 word for word and 2 in part. Of 4 nothing was found.'
    >>> _counted(Counter({"not taken over": 9}), Counter())
    'None of its 9 articles was taken over.'
    >>> _counted(Counter({"in part": 1}), Counter())
    'Of its 1 article, 1 was taken over in part.'
    >>> _counted(Counter({"in part": 3}), Counter({"in part": 2}))
    'Of its 5 articles, 3, possibly 2 more, were taken over in part.'
    >>> _counted(Counter({"in part": 1}), Counter({"in part": 1, "same words": 2}))[:49]
    'Of its 4 articles, 1, possibly 3 more, were taken'
    >>> _counted(Counter({"in part": 1}), Counter({"in part": 1, "same words": 2}))[49:]
    ' over: possibly 2 word for word and 1, possibly 1 more, in part.'
    """
    all_of = surely + possibly
    how = [one for one in HOW if all_of[one]]
    if not how and not all_of["usual phrases"]:
        return f"None of its {plural(all_of.total(), 'article')} was taken over."
    sure, possible = sum(surely[one] for one in how), sum(possibly[one] for one in how)
    said = f"Of its {plural(all_of.total(), 'article')}, {_some(sure, possible)} "
    said += f"{'was' if sure + possible < 2 else 'were'} taken over"
    if len(how) == 1:
        said += f" {HOW[how[0]]}."
    else:
        ways = [f"{_some(surely[one], possibly[one])} {HOW[one]}" for one in how]
        said += f"{': ' * bool(ways)}{joined(ways)}."
    if all_of["usual phrases"]:
        said += f" Of {number(all_of['usual phrases'])} it has only usual phrases."
    if all_of["not taken over"]:
        said += f" Of {number(all_of['not taken over'])} nothing was found."
    return said


def _some(surely: int, possibly: int) -> str:
    """How many.

    >>> _some(3, 0), _some(3, 2), _some(0, 2), _some(0, 0)
    ('3', '3, possibly 2 more,', 'possibly 2', 'none')
    """
    if not surely:
        return f"possibly {number(possibly)}" if possibly else "none"
    return f"{number(surely)}, possibly {number(possibly)} more," if possibly else number(surely)


def _articles_of(one: Borrowing) -> dict[str, Named]:
    """By provision of the draft, the article that it stands in."""
    found = {named.provision.id: named for article in one.articles for named in article.into}
    return found | {origin.provision.id: one.units[origin.article_id] for origin in one.origins}


def _article(
    article: ArticleRow, shown: dict[str, OriginRow], articles: dict[str, Named]
) -> Article:
    taken = [one for one in article.parts if one.into]
    held = [articles[one.provision.id] for one in article.into]
    into = {one.provision.id: one for one in held}
    parts = tuple(
        Part(
            part,
            tuple(pieces(part)),
            tuple(_shown(named, shown) for named in part.into),
            sum(piece.words for piece in part.pieces if piece.became == "left out"),
        )
        for part in taken
    )
    gone = tuple(one for one in article.parts if not one.into)
    return Article(article, tuple(into.values()), parts, gone, share(article.kept, article.words))


def _shown(named: Named, shown: dict[str, OriginRow]) -> Shown:
    origin = shown.get(named.provision.id)
    runs = origin.runs if origin is not None and not origin.is_new else ()
    return Shown(named, tuple(between(named.provision.text, runs, "kept", "new")))


def pieces(part: PartRow) -> Iterator[Piece]:
    """The words of a part of the precedent, by what became of them."""
    for one in part.pieces:
        mark = "kept" if one.became in ("kept", "not counted") else one.became
        yield Piece(part.provision.text[one.start : one.end], mark, one)


def between(
    text: str, runs: Iterable[tuple[int, int]], inside: str, outside: str
) -> Iterator[Piece]:
    """A text cut at the ends of runs. What has no word is not marked.

    >>> [(one.text, one.mark) for one in between("a b.", [(0, 1)], "kept", "new")]
    [('a', 'kept'), (' b.', 'new')]
    """
    at = 0
    for start, end in (*runs, (len(text), len(text))):
        if start > at:
            rest = text[at:start]
            mark = outside if any(letter.isalnum() for letter in rest) else "kept"
            yield Piece(rest, mark)
        if end > start:
            yield Piece(text[start:end], inside)
        at = end


def _lost(one: Borrowing, shown: dict[str, OriginRow]) -> Iterator[Lost]:
    """The words that protect which did not come along, by provision."""
    parts = {part.provision.id: part for article in one.articles for part in article.parts}
    by: dict[str, list[LostRow]] = {}
    for lost in one.lost:
        by.setdefault(lost.provision.id, []).append(lost)
    for key, some in by.items():
        text = some[0].provision.text
        into = parts[key].into if not some[0].whole else ()
        yield Lost(
            some[0],
            tuple(dict.fromkeys(lost.matched for lost in some)),
            tuple(_cut(text, some)),
            tuple(_shown(named, shown) for named in into),
            tuple(dict.fromkeys(_short(lost.instead) for lost in some if lost.instead)),
        )


def _cut(text: str, some: Sequence[LostRow]) -> Iterator[Piece]:
    """A text with the words that protect marked, shortened on both sides."""
    found = list(between(text, [(one.start, one.end) for one in some], "protects", "kept"))
    for place, one in enumerate(found):
        if one.mark == "protects" or len(one.text) <= AROUND:
            yield one
        elif place == 0:
            yield Piece(f"… {one.text[-AROUND:].partition(' ')[2]}", "kept")
        elif place == len(found) - 1:
            yield Piece(f"{one.text[:AROUND].rpartition(' ')[0]} …", "kept")
        else:
            yield one


def _short(text: str) -> str:
    bare = " ".join(text.split())
    return bare if len(bare) <= SHOWN_INSTEAD else f"{bare[:SHOWN_INSTEAD].rpartition(' ')[0]} …"


def _sources(one: Borrowing) -> Iterator[Source]:
    """Where each article of the draft comes from, in its order; those that are new are left out."""
    of_part = {
        part.provision.id: Named(a.provision, a.called) for a in one.articles for part in a.parts
    }
    by: dict[str, list[OriginRow]] = {}
    for origin in one.origins:
        by.setdefault(origin.article_id, []).append(origin)
    for key, some in by.items():
        held = [origin for origin in some if not origin.is_new]
        sources = {
            of_part[named.provision.id].provision.id: of_part[named.provision.id]
            for origin in held
            for named in origin.sources
            if named.provision.id in of_part
        }
        if sources:
            taken, words = sum(o.taken for o in held), sum(o.words for o in some)
            sure = all(origin.sure for origin in held)
            yield Source(one.units[key], tuple(sources.values()), share(taken, words), sure)


def share(kept: float, words: int = 1) -> str:
    """A share in percent: 0% only of nothing, 100% only of all.

    >>> share(1, 1000), share(999, 1000), share(4, 4), share(0.996)
    ('1%', '99%', '100%', '99%')
    """
    if 0 < kept < words:
        return f"{min(0.99, max(0.01, kept / words)):.0%}"
    return "100%" if kept else "0%"
