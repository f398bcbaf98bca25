"""Borrowed language: what the last draft took over from earlier instruments, and what it left out.

In: what is stored of a negotiation's last draft and each precedent. Out: a page that shows first
the words that protect which did not come along, then both texts side by side.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from flask import Blueprint, render_template

from tracker.store.records.borrowed import (
    ArticleRow,
    Borrowing,
    LostRow,
    Named,
    OriginRow,
    PartRow,
)
from tracker.store.records.drafts import DraftRow
from web import shelf
from web.wording.borrowed_texts import Piece, Shown, around, pieces, shortened, shown
from web.wording.borrowed_words import share, summary, verdict

pages = Blueprint("borrowings", __name__)


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
        verdict=verdict,
        unofficial=shelf.unofficial(drafts[:1]),
    )


def _told(one: Borrowing) -> Told:
    origins = {origin.provision.id: origin for origin in one.origins}
    articles = _articles_of(one)
    taken = [
        _article(article, origins, articles)
        for article in one.articles
        if any(part.into for part in article.parts)
    ]
    rest = [one for one in one.articles if not any(part.into for part in one.parts)]
    return Told(
        one,
        tuple(summary(one)),
        tuple(_lost(one, origins)),
        tuple(taken),
        tuple(article for article in rest if article.namesake),
        tuple(article for article in rest if not article.namesake),
        tuple(_sources(one)),
    )


def _articles_of(one: Borrowing) -> dict[str, Named]:
    """By provision of the draft, the article that it stands in."""
    found = {named.provision.id: named for article in one.articles for named in article.into}
    return found | {origin.provision.id: one.units[origin.article_id] for origin in one.origins}


def _article(
    article: ArticleRow, origins: dict[str, OriginRow], articles: dict[str, Named]
) -> Article:
    taken = [one for one in article.parts if one.into]
    held = [articles[one.provision.id] for one in article.into]
    into = {one.provision.id: one for one in held}
    parts = tuple(
        Part(
            part,
            tuple(pieces(part)),
            tuple(shown(named, origins) for named in part.into),
            sum(piece.words for piece in part.pieces if piece.became == "left out"),
        )
        for part in taken
    )
    gone = tuple(one for one in article.parts if not one.into)
    return Article(article, tuple(into.values()), parts, gone, share(article.kept, article.words))


def _lost(one: Borrowing, origins: dict[str, OriginRow]) -> Iterator[Lost]:
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
            tuple(around(text, some)),
            tuple(shown(named, origins) for named in into),
            tuple(dict.fromkeys(shortened(lost.instead) for lost in some if lost.instead)),
        )


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
