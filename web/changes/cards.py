"""A comparison as cards, one an article, in reading order.

In: the rows of a comparison. Out: a `Sheet`: the cards that have something to see (or all), cut
into pages, what a partial document does not cover, and an overview by what became of the articles.
Rows inside a card that did not change are folded away where only changes are asked for. The lines
of a card are made only where its page is shown.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from markupsafe import Markup

from tracker.store.records import ChangeRow, ComparisonPage
from web.changes import leaves
from web.changes.card_groups import groups, left, with_places_left
from web.changes.card_lines import More, heading_of, lines, shown_twice
from web.changes.card_model import BECAME, REWORDED, RUN, Card, Kind, Sheet, View
from web.changes.ends import Ends, place_left
from web.changes.findings import Said
from web.changes.overviews import by_provision, overview, retold
from web.changes.told import Teller
from web.stories import turns
from web.terms.names import Names, capital
from web.terms.units import kind_of

__all__ = ["BECAME", "RUN", "Card", "Kind", "Sheet", "View", "names_of", "sheet"]

Found = Mapping[str, tuple[Said, ...]]


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
    view: View | None = None,
) -> Sheet:
    """The comparison as cards; with `everything`, also what did not change. `found` are the
    findings by link."""
    return _Maker(page, names, found, everything, view or View()).sheet()


class _Maker:
    """Makes the cards of one comparison."""

    def __init__(
        self, page: ComparisonPage, names: Names, found: Found, everything: bool, view: View
    ) -> None:
        partial = {"old_partial": page.old.partial, "new_partial": page.new.partial}
        self._teller = Teller(page.rows, names, found, **partial)
        self._page, self._names = page, names
        self._ways = by_provision(view.ways)
        self._everything, self._view = everything, view
        self._rows = with_places_left(page.rows)
        self._ends = Ends(self._rows, names)
        self._more = More(self._ends, folded=True, columns=view.columns)
        self._uncovered: list[Card] = []
        self._untouched = 0
        self._waiting: list[Card] = []

    def sheet(self) -> Sheet:
        """All of it."""
        every = [card for group in groups(self._rows) if (card := self._card(group)) is not None]
        counted = [card for card in every if card.changed]
        kind, became = self._view.kind, self._view.became
        cards = [
            card
            for card in every
            if (not kind or kind in card.kinds) and (not became or became in card.became)
        ]
        if len(cards) != len(every):
            cards = [replace(card, unchanged=()) for card in cards]
        changed = tuple(card for card in cards if card.changed)
        for place, card in enumerate(changed, 1):
            card.place = place
        weights = [_weight(card, everything=self._everything) for card in cards]
        ranges = leaves.cut(weights, leaves.FULL)
        where = _where(cards, ranges)
        number = self._number(ranges, where)
        shown = [cards[n] for one in ranges[number - 1 : number] for n in one] if number else cards
        for card in shown:
            self._fill(card)
        first = turns.turned(self._page.rows, self._names)
        told = [(one, one.row.link_id if one.row.link_id in where else "") for one in first]
        return Sheet(
            cards=tuple(shown),
            uncovered_old=tuple(one for one in self._uncovered if one.told.relation == "deleted"),
            uncovered_new=tuple(one for one in self._uncovered if one.told.relation == "inserted"),
            overview=overview(changed, cards, self._view.ways),
            untouched=self._untouched,
            articles=_articles(self._page.rows),
            turned=tuple(both for both in told if both[0].sure),
            possibly=tuple(both for both in told if not both[0].sure),
            changed=changed,
            counted={one: n for one in BECAME if (n := sum(one in c.became for c in counted))},
            pages=tuple((cards[one[0]], cards[one[-1]]) for one in ranges if one),
            page=number,
            where=where,
            last_unchanged=tuple(self._waiting) if shown and shown[-1] is every[-1] else (),
            unit=_unit(self._page.rows),
        )

    def _number(self, ranges: Sequence[range], where: Mapping[str, tuple[int, str]]) -> int:
        """Which page to show; 0 for all of them on one, or a number that there is not."""
        asked = self._view.page
        if (asked.whole and not asked.at) or len(ranges) == 1:
            return 0 if asked.whole or asked.number == 1 else asked.number
        return where.get(asked.at, (asked.number, ""))[0] if asked.at else asked.number

    def _card(self, group: Sequence[ChangeRow]) -> Card | None:
        """The card of a group, without its lines; None if it is not shown."""
        if left(group[0]):
            return self._place_left(group[0])
        card = _head(group[0], self._names, self._teller)
        card.told = retold(card.told, self._ways.get(card.provision.id))
        # In what only one document speaks of, something may come from what both do.
        shared = group if card.covered else [row for row in group[1:] if row.old and row.new]
        self._weigh(card, shared)
        if not (card.covered or card.changed or self._everything):
            self._uncovered.append(card)
            return None
        if not card.changed and card.covered and card.is_article:
            self._untouched += 1
        if not (card.changed or self._everything):
            self._waiting.append(card)
            return None
        card.rows = tuple(group if card.covered or self._everything else [group[0], *shared])
        card.ends = self._ends.of(group[0])
        card.unchanged, self._waiting = tuple(self._waiting), []
        if card.told.relation == "renumbered" and not card.words_deleted + card.words_inserted:
            self._fill(card)
        return card

    def _place_left(self, row: ChangeRow) -> Card:
        """Where an article, or something outside articles, stood."""
        assert row.old is not None
        unchanged, self._waiting = tuple(self._waiting), []
        return Card(
            anchor=place_left(row),
            name=capital(self._names.full(row.old)),
            heading=Markup.escape(row.old.heading),
            told=self._teller.tell(row),
            provision=row.old,
            is_article=row.old.is_article,
            became=frozenset((row.relation,)),
            ends=self._ends.of(row),
            key_left=place_left(row),
            unchanged=unchanged,
        )

    def _fill(self, card: Card) -> None:
        if not card.rows or card.lines:
            return
        every = self._everything
        card.lines = lines(
            card.rows, self._names, self._teller, everything=every, head=True, more=self._more
        )
        card.findings = _left_over(card, self._teller)

    def _weigh(self, card: Card, group: Sequence[ChangeRow]) -> None:
        found = [one for row in group if not left(row) for one in self._teller.found(row)]
        card.kinds = frozenset(kind for one in found for kind in one.row.kinds)
        card.changed = bool(found) or any(row.changed for row in group)
        # Words that another row of the card shows as well count once.
        twice = shown_twice(group, self._names)
        counted = [row for row in group if row.link_id not in twice and not left(row)]
        card.words_deleted = sum(row.words_deleted for row in counted)
        card.words_inserted = sum(row.words_inserted for row in counted)
        became: set[str] = {row.relation for row in group if row.relation != "same"}
        if any(row.old and row.new and row.words_deleted + row.words_inserted for row in counted):
            became = {*became, REWORDED}
        card.became = frozenset(became)


def _left_over(card: Card, teller: Teller) -> tuple[Said, ...]:
    """The findings that neither the card's head nor any of its lines tells."""
    told = [card.told, *(line.told for line in card.lines)]
    known = {one.row.link_id for some in told if some is not None for one in some.findings}
    over = [one for row in card.rows if not left(row) for one in teller.found(row)]
    return tuple({one.row.link_id: one for one in over if one.row.link_id not in known}.values())


def _weight(card: Card, *, everything: bool) -> int:
    """About how many characters a card shows."""
    words = sum(
        len(hunk.text)
        for row in card.rows
        if everything or row.changed
        for hunk in row.text
        if everything or hunk.operation != "equal" or len(hunk.text) < leaves.ONE_CARD
    )
    return words + leaves.ONE_CARD * (1 + len(card.rows) // 8)


def _where(cards: Sequence[Card], ranges: Sequence[range]) -> dict[str, tuple[int, str]]:
    """By the key of each place the page that it is on, and its anchor."""
    found: dict[str, tuple[int, str]] = {}
    for number, some in enumerate(ranges, 1):
        for card in (cards[place] for place in some):
            found[card.anchor] = (number, card.anchor)
            for row in card.rows[1:]:
                key = place_left(row) if left(row) else row.link_id
                found[key] = (number, f"l-{key}")
            if card.rows:
                found[card.rows[0].link_id] = (number, card.anchor)
    return found


def _articles(rows: Iterable[ChangeRow]) -> tuple[int, int]:
    old = {row.old.id for row in rows if row.old is not None and row.old.is_article}
    new = {row.new.id for row in rows if row.new is not None and row.new.is_article}
    return len(old), len(new)


def _unit(rows: Iterable[ChangeRow]) -> str:
    """What the articles are: in a bill they are sections."""
    either = (row.new or row.old for row in rows)
    return kind_of(one.kind for one in either if one is not None and one.is_article)


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
