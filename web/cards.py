"""A comparison as cards, one an article, in reading order.

In: the rows of a comparison. Out: `Sheet`: the cards that have something to see (or all), what a
partial document does not cover, and an overview by what became of the articles. Rows inside a card
that did not change are counted, not shown, where only changes are asked for.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from types import MappingProxyType

from markupsafe import Markup

from tracker.model import Relation
from tracker.store.records import ChangeRow, ComparisonPage, ProvisionRow
from web import turns
from web.card_lines import Line, heading_of, lines, shown_twice
from web.findings import Said
from web.names import Names, capital
from web.plain import RELATIONS
from web.told import Teller, Told
from web.turns import Turned

Found = Mapping[str, tuple[Said, ...]]

RUN = 3
"""So many provisions in a row of which only the number changed are told in one list."""

REARRANGED = "The same words; other paragraphs, numbers, punctuation or spelling."


@dataclass(slots=True)
class Card:
    """One article, or one provision outside articles, with what changed in it. `findings` are told
    of it and of no line, `kinds` those of all its findings."""

    anchor: str
    name: str
    heading: Markup
    told: Told
    provision: ProvisionRow
    words_deleted: int = 0
    words_inserted: int = 0
    changed: bool = False
    covered: bool = True
    is_article: bool = False
    lines: list[Line] = field(default_factory=list)
    place: int = 0
    findings: tuple[Said, ...] = ()
    kinds: frozenset[str] = frozenset()

    @property
    def only_renumbered(self) -> bool:
        """Whether there is nothing to tell but the old number and the new."""
        only = self.changed and not self.lines and not self.words_deleted + self.words_inserted
        says = self.told.job or self.told.decided or self.kinds
        plain = self.told.certain and not says
        return only and plain and self.told.relation == "renumbered"

    @property
    def reworded(self) -> bool:
        """Whether words changed in something that is in both drafts."""
        return self.told.relation not in ("inserted", "deleted") and bool(
            self.words_deleted or self.words_inserted
        )


@dataclass(frozen=True, slots=True)
class Kind:
    """What the same became of: articles, and provisions outside articles."""

    label: str
    meaning: str
    articles: tuple[Card, ...]
    others: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """`cards` in reading order; `uncovered_old` and `uncovered_new` what only one of the documents
    speaks of; `overview` what changed, by what became of it; `untouched` how many articles stayed
    as they were, `articles` how many there are on either side; `turned` whose legal job changed,
    each with the anchor of its card, `possibly` whose did if a link is right."""

    cards: tuple[Card, ...]
    uncovered_old: tuple[Card, ...]
    uncovered_new: tuple[Card, ...]
    overview: tuple[Kind, ...]
    untouched: int
    articles: tuple[int, int]
    turned: tuple[tuple[Turned, str], ...] = ()
    possibly: tuple[tuple[Turned, str], ...] = ()

    @property
    def runs(self) -> tuple[tuple[Card, ...], ...]:
        """The cards, `RUN` or more in a row that only took another number drawn together."""
        runs: list[tuple[Card, ...]] = []
        for only, some in groupby(self.cards, key=lambda card: card.only_renumbered):
            cards = tuple(some)
            runs += [cards] if only and len(cards) >= RUN else [(card,) for card in cards]
        return tuple(runs)


def names_of(page: ComparisonPage) -> Names:
    """Names of all provisions of both drafts."""
    both = [one for row in page.rows for one in (row.old, row.new) if one is not None]
    return Names(both, language=page.new.language)


def sheet(
    page: ComparisonPage,
    names: Names,
    found: Found = MappingProxyType({}),
    *,
    everything: bool,
    kind: str = "",
) -> Sheet:
    """The comparison as cards; with `everything`, also what did not change. `found` are the
    findings by link; with a `kind`, only cards with findings of that kind."""
    partial = {"old_partial": page.old.partial, "new_partial": page.new.partial}
    teller = Teller(page.rows, names, found, **partial)
    cards: list[Card] = []
    uncovered: list[Card] = []
    untouched = 0
    for group in _groups(page.rows):
        card = _head(group[0], names, teller)
        # In what only one document speaks of, something may come from what both do.
        shared = group if card.covered else [row for row in group[1:] if row.old and row.new]
        _weigh(card, shared, names, teller)
        if not (card.covered or card.changed or everything):
            uncovered.append(card)
            continue
        if not card.changed and card.covered and card.is_article:
            untouched += 1
        if card.changed or everything:
            shown = group if card.covered or everything else [group[0], *shared]
            card.lines = lines(shown, names, teller, everything=everything, head=True)
            card.findings = _left(card, shown, teller)
            cards.append(card)
    if kind:
        cards = [card for card in cards if kind in card.kinds]
    counted = [card for card in cards if card.changed]
    for place, card in enumerate(counted, 1):
        card.place = place
    first = _told_first(page.rows, names, cards)
    return Sheet(
        cards=tuple(cards),
        uncovered_old=tuple(card for card in uncovered if card.told.relation == "deleted"),
        uncovered_new=tuple(card for card in uncovered if card.told.relation == "inserted"),
        overview=_overview(counted),
        untouched=untouched,
        articles=_articles(page.rows),
        turned=tuple(both for both in first if both[0].sure),
        possibly=tuple(both for both in first if not both[0].sure),
    )


def _left(card: Card, rows: Sequence[ChangeRow], teller: Teller) -> tuple[Said, ...]:
    """The findings that neither the card's head nor any of its lines tells."""
    told = [card.told, *(line.told for line in card.lines)]
    known = {one.row.link_id for some in told if some is not None for one in some.findings}
    left = (one for row in rows for one in teller.found(row) if one.row.link_id not in known)
    return tuple({one.row.link_id: one for one in left}.values())


def _told_first(
    rows: Sequence[ChangeRow], names: Names, cards: Sequence[Card]
) -> list[tuple[Turned, str]]:
    """Whose legal job changed, with the anchor of the card that shows it."""
    anchors = {
        line.provision.id: card.anchor for card in cards for line in card.lines if line.provision
    }
    anchors |= {card.provision.id: card.anchor for card in cards}
    found = turns.turned(rows, names)
    return [(one, anchors.get(one.row.new.id, "")) for one in found if one.row.new is not None]


def _articles(rows: Iterable[ChangeRow]) -> tuple[int, int]:
    old = {row.old.id for row in rows if row.old is not None and row.old.is_article}
    new = {row.new.id for row in rows if row.new is not None and row.new.is_article}
    return len(old), len(new)


def _groups(rows: Sequence[ChangeRow]) -> list[list[ChangeRow]]:
    """The rows of one article together; a row outside articles by itself."""
    groups: list[list[ChangeRow]] = []
    inside: int | None = None
    for row in rows:
        starts = _is_unit(row)
        if groups and _same_new(groups[-1][-1], row):
            groups[-1].append(row)
            continue
        if not starts and inside is not None and row.depth > inside:
            groups[-1].append(row)
            continue
        groups.append([row])
        inside = row.depth if starts else None
    return [_best_first(group) for group in groups]


def _same_new(before: ChangeRow, row: ChangeRow) -> bool:
    return before.new is not None and row.new is not None and before.new.id == row.new.id


def _best_first(group: list[ChangeRow]) -> list[ChangeRow]:
    """Of several that became one, the likest stands for all; the others come right behind it."""
    heads = [row for row in group if _same_new(group[0], row)]
    best = max(heads, key=lambda row: row.score, default=group[0])
    return [best, *(row for row in group if row is not best)]


def _is_unit(row: ChangeRow) -> bool:
    # An article that became part of another stands among the parts of that one.
    standing = row.new if row.new is not None else row.old
    return standing is not None and standing.is_article


def _head(row: ChangeRow, names: Names, teller: Teller) -> Card:
    provision = row.new or row.old
    assert provision is not None
    own = names.full(provision)
    return Card(
        anchor=f"c-{row.link_id}",
        name=capital(own),
        heading=heading_of(row),
        told=teller.tell(row),
        provision=provision,
        covered=teller.covered(row),
        is_article=provision.is_article,
    )


def _weigh(card: Card, group: Sequence[ChangeRow], names: Names, teller: Teller) -> None:
    found = [one for row in group for one in teller.found(row)]
    card.kinds = frozenset(kind for one in found for kind in one.row.kinds)
    card.changed = bool(found) or any(row.changed for row in group)
    # Words that another row of the card shows as well count once.
    twice = shown_twice(group, names)
    counted = [row for row in group if row.link_id not in twice]
    card.words_deleted = sum(row.words_deleted for row in counted)
    card.words_inserted = sum(
        row.words_inserted
        for place, row in enumerate(counted)
        if place == 0 or not _same_new(counted[0], row)
    )


_ORDER: tuple[Relation, ...] = (
    "inserted",
    "deleted",
    "promoted",
    "demoted",
    "moved",
    "split",
    "merged",
    "renumbered",
)


def _overview(cards: Sequence[Card]) -> tuple[Kind, ...]:
    cards = [card for card in cards if card.covered]
    found = [
        (*RELATIONS[relation], [card for card in cards if card.told.relation == relation])
        for relation in _ORDER
    ]
    reworded = [card for card in cards if card.reworded]
    inside = [card for card in cards if card.told.relation == "same" and not card.reworded]
    # Before the renumbered, of which there can be many and which say least.
    found.insert(-1, ("Reworded", "In both drafts, but not with the same words.", reworded))
    found.insert(-1, ("Rearranged", REARRANGED, inside))
    return tuple(
        Kind(
            label,
            meaning,
            tuple(card for card in some if card.is_article),
            tuple(card for card in some if not card.is_article),
        )
        for label, meaning, some in found
        if some
    )
