"""Histories made by mutation: a text changed round by round, with the life of each word known.

In: a `Draft`, texts to borrow articles from, a seed, a number of rounds. Out: a `History`: a draft
a round, and for every word of every draft the rounds in which it stood. The changes: words put in,
taken out, exchanged, brought back; stretches told in other words; sentences, paragraphs and
articles moved, split, merged, made part of another or independent, dropped, brought back; so that
numbers change too. A round may be a partial document, in which only some articles are printed and
changed.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from mutation_trees import Unit, numbered, trees
from mutation_words import EXCHANGES, INSERTS

from tracker.history.ages_text import word_spans
from tracker.model import Draft

Rounds = tuple[int, ...]


@dataclass(slots=True, eq=False)
class Word:
    """A word as printed with its punctuation, and the rounds in which it stood."""

    printed: str
    rounds: list[int] = field(default_factory=list)


@dataclass(slots=True, eq=False)
class Part:
    """A provision in the making."""

    kind: str
    heading: list[Word]
    text: list[Word]
    inner: list[Part] = field(default_factory=list)

    def walk(self) -> Iterator[Part]:
        """This one and all inside it."""
        yield self
        for one in self.inner:
            yield from one.walk()

    def words(self) -> Iterator[Word]:
        """All words of it and of what is inside."""
        for one in self.walk():
            yield from one.heading
            yield from one.text


@dataclass(frozen=True, slots=True)
class History:
    """The drafts, and by draft and eId the life of each word of the heading, then of the text: the
    rounds in which it stood, of all rounds."""

    drafts: tuple[Draft, ...]
    truth: tuple[dict[str, tuple[Rounds, ...]], ...]


def history(
    draft: Draft, others: Sequence[Draft], seed: int, rounds: int, *, partial: Sequence[int] = ()
) -> History:
    """A history; the same seed makes the same.

    Args:
        partial: rounds, counted from 0, of which the document covers only some articles.
    """
    made = _Making(draft, others, random.Random(seed))
    for n in range(rounds):
        made.round(n, partial=n in partial)
    truth = [
        {eid: tuple(tuple(word.rounds) for word in words) for eid, words in one.items()}
        for one in made.words
    ]
    return History(tuple(made.drafts), tuple(truth))


def _words(text: str) -> list[Word]:
    """The words of a text. What is joined by a stroke or a dash is several words of our counting,
    and stands here with blanks between."""
    found: list[Word] = []
    for chunk in text.split():
        spans = word_spans(chunk)
        for n, (start, _) in enumerate(spans):
            end = spans[n + 1][0] if n + 1 < len(spans) else len(chunk)
            found.append(Word(chunk[0 if n == 0 else start : end]))
    return found


def _part(unit: Unit) -> Part:
    return Part(unit.kind, _words(unit.heading), _words(unit.text), [_part(x) for x in unit.inner])


def _unit(part: Part) -> Unit:
    heading, text = (" ".join(word.printed for word in row) for row in (part.heading, part.text))
    return Unit(part.kind, heading, text, [_unit(one) for one in part.inner])


class _Making:
    """A text in the course of its changes. `gone` holds what was taken out: phrases with the word
    after which they stood, paragraphs and articles with the one before."""

    def __init__(self, draft: Draft, others: Sequence[Draft], chance: random.Random) -> None:
        self.drafts: list[Draft] = []
        self.words: list[dict[str, list[Word]]] = []
        self._chance = chance
        self._parts = [_part(unit) for unit in trees(draft)]
        own = {" ".join(word.printed for word in part.heading) for part in self._parts}
        self._others = [
            unit for other in others for unit in trees(other) if unit.heading not in own
        ]
        self._stock = [word.printed for part in self._parts for word in part.words()]
        chance.shuffle(self._others)
        self._phrases: list[tuple[Word, list[Word]]] = []
        self._paragraphs: list[tuple[Part, Part | None, Part]] = []
        self._articles: list[tuple[Part | None, Part]] = []

    def round(self, n: int, *, partial: bool) -> None:
        """Change the text, if this is not the first round, and print it."""
        shown = self._parts
        if partial:
            some = self._chance.sample(range(len(shown)), max(1, len(shown) // 4))
            shown = [self._parts[i] for i in sorted(some)]
        if n:
            for part in shown:
                for one in part.walk():
                    if self._chance.random() < 0.5:
                        self._reword(one)
            self._bring_back_phrases(shown)
            if not partial:
                self._restructure()
                shown = self._parts
        for part in self._parts:
            for word in part.words():
                word.rounds.append(n)
        self._print(shown, n, partial=partial)

    def _print(self, shown: Sequence[Part], n: int, *, partial: bool) -> None:
        units = [_unit(part) for part in self._parts]
        made = numbered(units, f"R{n}", f"2031-01-{n + 1:02}")
        words: dict[str, list[Word]] = {}
        for part, unit in zip(self._parts, units, strict=True):
            if any(one is part for one in shown):
                for one, (printed, _) in zip(part.walk(), unit.walk(), strict=True):
                    words[printed.eid] = [*one.heading, *one.text]
        kept = tuple(one for one in made.provisions if one.eid in words)
        self.drafts.append(replace(made, provisions=kept, partial=partial))
        self.words.append(words)

    # Words

    def _reword(self, part: Part) -> None:
        chance = self._chance
        for _ in range(1 + len(part.text) // 80):
            steps = (self._put_in, self._take_out, self._exchange, self._exchange, self._retell)
            chance.choice(steps)(part)

    def _put_in(self, part: Part) -> None:
        if part.text:
            at = self._chance.randrange(len(part.text))
            part.text[at + 1 : at + 1] = _words(self._chance.choice(INSERTS))

    def _take_out(self, part: Part) -> None:
        length = self._chance.choice((1, 1, 2, 3, 5, 8))
        if len(part.text) > 2 * length + 2:
            at = self._chance.randrange(1, len(part.text) - length)
            gone = part.text[at : at + length]
            self._phrases.append((part.text[at - 1], gone))
            del part.text[at : at + length]

    def _exchange(self, part: Part) -> None:
        """A word for another: the first that stands there, from a random one on."""
        start = self._chance.randrange(len(EXCHANGES))
        keys = [word.printed.casefold().strip(",;.") for word in part.text]
        for word, other in EXCHANGES[start:] + EXCHANGES[:start]:
            long = word.split()
            for at in range(1, len(keys) - len(long) + 1):
                if keys[at : at + len(long)] == long:
                    gone = part.text[at : at + len(long)]
                    new = _words(other)
                    tail = gone[-1].printed[len(gone[-1].printed.rstrip(",;.")) :]
                    new[-1].printed += tail
                    part.text[at : at + len(long)] = new
                    return

    def _retell(self, part: Part) -> None:
        """Other words in the place of some: drawn from all words of the text, so that they share
        with what stood there what all stretches share."""
        length = self._chance.randrange(5, 20)
        if len(part.text) > length:
            at = self._chance.randrange(len(part.text) - length)
            new = self._chance.choices(self._stock, k=length + self._chance.randrange(10))
            part.text[at : at + length] = _words(" ".join(new))

    def _bring_back_phrases(self, shown: Sequence[Part]) -> None:
        """A third of the phrases that were taken out, where they stood."""
        where = {
            id(word): (one, one.text) for part in shown for one in part.walk() for word in one.text
        }
        for after, gone in list(self._phrases):
            if id(after) in where and self._chance.random() < 1 / 3:
                row = where[id(after)][1]
                at = next(i for i, word in enumerate(row) if word is after)
                row[at + 1 : at + 1] = gone
                self._phrases.remove((after, gone))

    # Provisions

    def _restructure(self) -> None:
        steps: tuple[tuple[float, Callable[[], None]], ...] = (
            (0.04, self._move_article),
            (0.04, self._move_paragraph),
            (0.03, self._move_sentence),
            (0.03, self._split_article),
            (0.03, self._merge_articles),
            (0.03, self._merge_paragraphs),
            (0.03, self._split_paragraph),
            (0.02, self._demote),
            (0.02, self._promote),
            (0.03, self._bring_back_paragraph),
            (0.02, self._bring_back_article),
            (0.03, self._drop_article),
            (0.04, self._drop_paragraph),
            (0.03, self._borrow),
        )
        size = len(self._parts)
        for share, step in steps:
            for _ in range(max(1, round(share * size))):
                step()

    def _long(self, least: int) -> list[Part]:
        return [
            one
            for one in self._parts
            if len(one.inner) > least
            and not one.text
            and all(x.kind == "paragraph" for x in one.inner)
        ]

    def _leaves(self) -> list[tuple[Part, Part]]:
        return [
            (part, one)
            for part in self._parts
            for one in part.inner
            if one.kind == "paragraph" and not one.inner
        ]

    def _somewhere(self, row: list[Part], part: Part) -> None:
        row.insert(self._chance.randrange(len(row) + 1), part)

    def _move_article(self) -> None:
        part = self._parts.pop(self._chance.randrange(len(self._parts)))
        self._somewhere(self._parts, part)

    def _move_paragraph(self) -> None:
        usable = self._long(2)
        if usable:
            part, end = self._chance.choice(usable), self._chance.choice(usable)
            one = part.inner.pop(self._chance.randrange(len(part.inner)))
            self._somewhere(end.inner, one)

    def _move_sentence(self) -> None:
        """Ten words or more of one paragraph to the end of another one."""
        leaves = [one for _, one in self._leaves() if len(one.text) > 30]
        if len(leaves) > 1:
            start, end = self._chance.sample(leaves, 2)
            length = self._chance.randrange(10, 20)
            at = self._chance.randrange(len(start.text) - length)
            end.text += start.text[at : at + length]
            del start.text[at : at + length]

    def _split_article(self) -> None:
        if usable := self._long(3):
            part = self._chance.choice(usable)
            cut = self._chance.randrange(1, len(part.inner))
            rest = Part("article", _words("Further provisions"), [], part.inner[cut:])
            del part.inner[cut:]
            self._parts.insert(_place(self._parts, part) + 1, rest)

    def _merge_articles(self) -> None:
        usable = self._long(0)
        places = [n for n, one in enumerate(self._parts[:-1]) if one in usable]
        places = [n for n in places if self._parts[n + 1] in usable]
        if places:
            n = self._chance.choice(places)
            other = self._parts.pop(n + 1)
            self._parts[n].inner += other.inner

    def _merge_paragraphs(self) -> None:
        usable = [
            (part, n)
            for part in self._parts
            for n in range(len(part.inner) - 1)
            if all(x.kind == "paragraph" and not x.inner for x in part.inner[n : n + 2])
        ]
        if usable:
            part, n = self._chance.choice(usable)
            part.inner[n].text += part.inner.pop(n + 1).text

    def _split_paragraph(self) -> None:
        usable = [(part, one) for part, one in self._leaves() if len(one.text) > 40]
        if usable:
            part, one = self._chance.choice(usable)
            cut = self._chance.randrange(15, len(one.text) - 15)
            rest = Part("paragraph", [], one.text[cut:])
            del one.text[cut:]
            part.inner.insert(_place(part.inner, one) + 1, rest)

    def _demote(self) -> None:
        usable = [x for x in self._parts if 15 < sum(1 for _ in x.words()) < 160]
        hosts = self._long(0)
        if usable and len(hosts) > 1:
            part = self._chance.choice(usable)
            host = self._chance.choice([x for x in hosts if x is not part])
            del self._parts[_place(self._parts, part)]
            text = [word for one in part.walk() for word in one.text]
            host.inner.append(Part("paragraph", [], text))

    def _promote(self) -> None:
        if usable := self._long(2):
            part = self._chance.choice(usable)
            one = part.inner.pop(self._chance.randrange(len(part.inner)))
            printed = [word.printed for word in one.words()][:5]
            self._somewhere(self._parts, Part("article", _words(" ".join(printed)), [], [one]))

    def _drop_article(self) -> None:
        n = self._chance.randrange(len(self._parts))
        before = self._parts[n - 1] if n else None
        self._articles.append((before, self._parts.pop(n)))

    def _drop_paragraph(self) -> None:
        if usable := [x for x in self._parts if len(x.inner) > 2]:
            part = self._chance.choice(usable)
            n = self._chance.randrange(len(part.inner))
            before = part.inner[n - 1] if n else None
            self._paragraphs.append((part, before, part.inner.pop(n)))

    def _bring_back_article(self) -> None:
        if self._articles:
            before, part = self._articles.pop(self._chance.randrange(len(self._articles)))
            there = any(x is before for x in self._parts)
            at = _place(self._parts, before) + 1 if before is not None and there else 0
            self._parts.insert(at, part)

    def _bring_back_paragraph(self) -> None:
        usable = [x for x in self._paragraphs if any(x[0] is part for part in self._parts)]
        if usable:
            found = self._chance.choice(usable)
            self._paragraphs = [x for x in self._paragraphs if x is not found]
            part, before, one = found
            there = any(x is before for x in part.inner)
            at = _place(part.inner, before) + 1 if before is not None and there else 0
            part.inner.insert(at, one)

    def _borrow(self) -> None:
        if self._others:
            self._somewhere(self._parts, _part(self._others.pop()))


def _place(row: Sequence[Part], part: Part) -> int:
    return next(n for n, one in enumerate(row) if one is part)
