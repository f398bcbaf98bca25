"""What the page of a comparison shows: cards, and what stands around them.

In: what `cards` makes of the rows. Out: `Card`s in a `Sheet`, and the `View` of them
that is asked for.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import groupby

from markupsafe import Markup

from tracker.store.records import ChangeRow, ProvisionRow
from tracker.store.records.flow import FlowWay
from web.changes.card_lines import Line
from web.changes.ends import End
from web.changes.findings import Said
from web.changes.leaves import Asked
from web.changes.told import Told
from web.stories.turns import Turned
from web.terms.phrases import of_kind
from web.terms.units import several

RUN = 3
"""So many provisions in a row of which only the number changed are told in one list."""

REWORDED = "reworded"
BECAME = ("inserted", "deleted", "moved", "split", "merged", "promoted", "demoted", REWORDED,
          "renumbered")  # fmt: skip
"""What a card may be asked for by, in the order of telling."""


@dataclass(frozen=True, slots=True)
class View:
    """What is asked for beside the two drafts: only cards with findings of a `kind`, or in which
    something `became` this; which `page` of them; the texts in two `columns`. `ways` are what
    became of the articles as other pages tell it, none where a document is partial."""

    kind: str = ""
    became: str = ""
    page: Asked = field(default_factory=Asked)
    columns: bool = False
    ways: tuple[FlowWay, ...] = ()


@dataclass(slots=True)
class Card:
    """One article, or one provision outside articles, with what changed in it. `findings` are told
    of it and of no line, `kinds` those of all its findings; `became` what happened to anything in
    it; `ends` are the other ends of what moved. With a `key_left` it only marks where something
    stood. `unchanged` are what did not change right before it, and is not shown."""

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
    became: frozenset[str] = frozenset()
    ends: tuple[End, ...] = ()
    key_left: str = ""
    unchanged: tuple[Card, ...] = ()
    rows: tuple[ChangeRow, ...] = ()

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

    @property
    def shown(self) -> tuple[Card, ...]:
        """Those that are counted: the articles, or the others if there are none."""
        return self.articles or self.others

    @property
    def possibly(self) -> int:
        """How many of these are so only if a link is right that is not sure."""
        return sum(not card.told.certain for card in self.shown)


@dataclass(frozen=True, slots=True)
class Sheet:
    """`cards` of the page in reading order, of `pages` the one with the number `page` (0: all on
    one), each told by its first card and its last; `changed` are those of all pages that changed,
    `counted` how many there are by what became of something in them; `where` says by the key of a
    place on which page it is and under which anchor. `uncovered_old` and `uncovered_new` are what
    only one of the documents speaks of; `overview` what changed, by what became of it; `untouched`
    how many articles stayed as they were, `articles` how many there are on either side, `unit` the
    kind that they are of (`section`); `turned` whose legal job changed, each with the key of its
    place, `possibly` whose did if a link is right; `last_unchanged` what did not change behind the
    last card."""

    cards: tuple[Card, ...]
    uncovered_old: tuple[Card, ...]
    uncovered_new: tuple[Card, ...]
    overview: tuple[Kind, ...]
    untouched: int
    articles: tuple[int, int]
    turned: tuple[tuple[Turned, str], ...] = ()
    possibly: tuple[tuple[Turned, str], ...] = ()
    changed: tuple[Card, ...] = ()
    counted: Mapping[str, int] = field(default_factory=dict)
    pages: tuple[tuple[Card, Card], ...] = ()
    page: int = 0
    where: Mapping[str, tuple[int, str]] = field(default_factory=dict)
    last_unchanged: tuple[Card, ...] = ()
    unit: str = "article"

    @property
    def units(self) -> str:
        """What the articles are, in a word."""
        return several(self.unit)

    @property
    def before(self) -> str:
        """How many articles the older draft has."""
        return of_kind(self.articles[0], self.unit)

    @property
    def runs(self) -> tuple[tuple[Card, ...], ...]:
        """The cards, `RUN` or more in a row that only took another number drawn together."""
        runs: list[tuple[Card, ...]] = []
        for only, some in groupby(self.cards, key=lambda card: card.only_renumbered):
            cards = tuple(some)
            runs += [cards] if only and len(cards) >= RUN else [(card,) for card in cards]
        return tuple(runs)
