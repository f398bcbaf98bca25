"""Made-up drafts for the bench: of any size, changed as negotiators change them, and bad ones.

In: a seed and a size. Out: two `Draft`s and the pairs of eIds that belong together. The same seed
gives the same drafts everywhere. The words are made of syllables, with the frequencies that words
have (a few very often, most of them seldom), and standing phrases open many paragraphs, since that
is what makes provisions of a treaty hard to tell apart.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import accumulate

from tracker.model import Draft, Provision, Source

SYLLABLES = "ba ce di fo gu ha ke li mo nu pa re si to vu wa xe yi zo dra bli sto gre plu"
FREQUENT = "the of and to in a shall be or for that by any its as may with this each such"
PHRASES = (
    "Each Member shall take the measures that its own order allows in order to",
    "The Members shall lend one another whatever help they can in matters of",
    "No Member shall be held to do what its own order forbids as regards",
    "A Member may declare, by a letter to the keeper of this text, that",
)
VOCABULARY = 6_000

Pairs = frozenset[tuple[str, str]]


@dataclass(slots=True)
class Leaf:
    """A provision on its way into a draft: its words, what stands in it, what it comes from."""

    words: list[str]
    inner: list[Leaf] = field(default_factory=list)
    heading: str = ""
    origins: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Made:
    """Two drafts, and which provision of the first became which of the second."""

    old: Draft
    new: Draft
    pairs: Pairs


class Speaker:
    """Says sentences of a made-up language."""

    def __init__(self, seed: int, vocabulary: int = VOCABULARY) -> None:
        self.chance = random.Random(seed)
        syllables = SYLLABLES.split()
        coined: dict[str, None] = {}
        while len(coined) < vocabulary:
            coined["".join(self.chance.choices(syllables, k=self.chance.randint(2, 4)))] = None
        self.words = [*FREQUENT.split(), *coined]
        self.weights = list(accumulate(1 / (n + 3) for n in range(len(self.words))))

    def say(self, count: int) -> list[str]:
        """So many words, some of them a standing phrase."""
        opening = self.chance.choice(PHRASES).split() if self.chance.random() < 0.3 else []
        said = self.chance.choices(self.words, cum_weights=self.weights, k=count)
        return [*opening, *said][: max(count, 1)]

    def reword(self, words: Sequence[str], share: float) -> list[str]:
        """The same with a share of the words replaced, and as many of them left out or added."""
        found = []
        for word in words:
            if self.chance.random() >= share:
                found.append(word)
            elif self.chance.random() < 0.8:
                found.extend(self.say(1) if self.chance.random() < 0.8 else [word, *self.say(1)])
        return found or self.say(1)


def drafts(provisions: int, words: int | None = None, articles: int | None = None) -> Made:
    """A draft and what a round of negotiation made of it.

    Args:
        provisions: how many the older draft has, at all levels together.
        words: in all of the older draft; 40 a provision if it is not said.
        articles: how many of the provisions are articles; a seventh if it is not said.
    """
    speaker = Speaker(provisions)
    old = _articles(speaker, provisions, articles or max(1, provisions // 7))
    _fill(speaker, old, words or 40 * provisions)
    for number, leaf in enumerate(_walk(old)):
        leaf.origins = (number,)
    new = _negotiated(speaker, old)
    before, after = draft(old, "A/1"), draft(new, "A/2")
    places = {leaf.origins[0]: p.eid for leaf, p in zip(_walk(old), before.provisions, strict=True)}
    return Made(before, after, frozenset(
        (places[origin], p.eid)
        for leaf, p in zip(_walk(new), after.provisions, strict=True)
        for origin in leaf.origins
    ))  # fmt: skip


def _articles(speaker: Speaker, provisions: int, count: int) -> list[Leaf]:
    """Articles with paragraphs, and paragraphs with points, as many as asked for."""
    articles = [Leaf([], heading=" ".join(speaker.say(3)).capitalize()) for _ in range(count)]
    paragraphs: list[Leaf] = []
    for n in range(provisions - count):
        leaf = Leaf([])
        if n < count or speaker.chance.random() < 0.6:
            articles[n if n < count else speaker.chance.randrange(count)].inner.append(leaf)
            paragraphs.append(leaf)
        else:
            speaker.chance.choice(paragraphs).inner.append(leaf)
    return articles


def _fill(speaker: Speaker, articles: list[Leaf], words: int) -> None:
    """Give the paragraphs and points their words, together as many as asked for."""
    leaves = [leaf for leaf in _walk(articles) if not leaf.heading]
    words -= sum(len(article.heading.split()) for article in articles)
    shares = [speaker.chance.uniform(0.4, 1.6) for _ in leaves]
    left, weight = words, sum(shares)
    for leaf, share in zip(leaves, shares, strict=True):
        count = max(1, round(left * share / weight))
        leaf.words = speaker.say(count)
        left, weight = left - count, weight - share


def _negotiated(speaker: Speaker, articles: Sequence[Leaf]) -> list[Leaf]:
    """What the next round made of it: a tenth of the articles moved, some dropped, some new."""
    chance = speaker.chance
    kept = [_changed(speaker, article) for article in articles if chance.random() >= 0.03]
    for _ in range(len(articles) // 10):
        kept.insert(chance.randrange(len(kept)), kept.pop(chance.randrange(len(kept))))
    fresh = _articles(speaker, len(articles) // 5, len(articles) // 30 + 1)
    _fill(speaker, fresh, 40 * (len(articles) // 5))
    for article in fresh:
        kept.insert(chance.randrange(len(kept) + 1), article)
    for _ in range(len(articles) // 20):
        giver, taker = chance.sample(kept, 2)
        if len(giver.inner) > 1:
            taker.inner.insert(0, giver.inner.pop())
    return kept


def _changed(speaker: Speaker, leaf: Leaf) -> Leaf:
    """A provision reworded, with what stands in it reworded, split, merged or dropped."""
    share = speaker.chance.choices((0.0, 0.05, 0.15, 0.5), (60, 20, 15, 5))[0]
    made = Leaf(
        speaker.reword(leaf.words, share) if leaf.words else [], [], leaf.heading, leaf.origins
    )
    for child in leaf.inner:
        fate = speaker.chance.random()
        if fate < 0.03:
            continue
        changed = _changed(speaker, child)
        if fate < 0.06 and len(changed.words) > 20 and not changed.inner:
            middle = len(changed.words) // 2
            second = Leaf(changed.words[middle:], origins=changed.origins)
            made.inner += [replace(changed, words=changed.words[:middle]), second]
        elif fate < 0.09 and made.inner and not made.inner[-1].inner and not changed.inner:
            before = made.inner[-1]
            before.words = before.words + changed.words
            before.origins = before.origins + changed.origins
        else:
            made.inner.append(changed)
    return made


def _walk(leaves: Iterable[Leaf]) -> Iterable[Leaf]:
    for leaf in leaves:
        yield leaf
        yield from _walk(leaf.inner)


KINDS = (("art", "article"), ("para", "paragraph"), ("point", "point"))


def draft(
    articles: Sequence[Leaf], symbol: str, language: str = "en", negotiation: str = "made-up"
) -> Draft:
    """A draft of these articles, numbered from 1."""
    found: list[Provision] = []

    def add(leaves: Sequence[Leaf], parent: str | None, depth: int) -> None:
        for number, leaf in enumerate(leaves, start=1):
            short, kind = KINDS[depth]
            eid = f"{parent}__{short}_{number}" if parent else f"{short}_{number}"
            num = (f"Article {number}", f"{number}.", f"({number})")[depth]
            text = " ".join(leaf.words)
            found.append(Provision(eid, kind, num, leaf.heading, text, parent))
            add(leaf.inner, eid, depth + 1)

    add(articles, None, 0)
    return Draft(
        negotiation=negotiation,
        symbol=symbol,
        date="2030-01-01",
        language=language,
        title="Made up",
        convention="un-treaty",
        source=Source(f"{symbol}.txt", "0" * 64, "text", 0),
        provisions=tuple(found),
    )


def plain(texts: Iterable[str], symbol: str, **about: str) -> Draft:
    """A draft of articles without headings or anything in them."""
    return draft([Leaf(text.split()) for text in texts], symbol, **about)


def translated(one: Draft, symbol: str, language: str) -> Draft:
    """The same draft with every word, the frequent ones too, put into another language."""
    known: dict[str, str] = {}

    def other(text: str) -> str:
        return " ".join(known.setdefault(w, f"{w[::-1]}q") for w in text.casefold().split())

    provisions = tuple(
        replace(p, heading=other(p.heading), text=other(p.text)) for p in one.provisions
    )
    return replace(one, symbol=symbol, language=language, provisions=provisions)
