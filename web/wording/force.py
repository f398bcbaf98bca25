"""How much a text obliges, permits and protects: by draft, by article, and on a provision's page.

In: counts of words from the database. Out: small pictures of six counts over the rounds with the
same numbers as a table; the articles that gained or lost most; a line for each round of a thread.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from flask import Blueprint, render_template

from tracker.store.records import DraftRow, ProvisionRow, ThreadPage
from tracker.store.records.force import (
    FORCE_KINDS,
    ArticleForce,
    DraftForce,
    ForceCounts,
    ForceKind,
)
from web import shelf
from web.changes import pairs
from web.terms.force_words import WORDS, Word, line
from web.translation import _, decimal

pages = Blueprint("force", __name__)

MOST = 8
"""So many articles are listed of each kind; the rest can be unfolded."""
_QUOTED = 4
_HEIGHT, _STEP, _BAR, _TOP = 72, 30, 22, 18


@dataclass(frozen=True, slots=True)
class Bar:
    """A round in a picture: how many, where the bar stands and how high it is."""

    draft: DraftRow
    count: int | None
    x: int
    y: int
    height: int


@dataclass(frozen=True, slots=True)
class Picture:
    """One kind over the rounds, as bars up to the greatest of them."""

    kind: ForceKind
    word: Word
    bars: tuple[Bar, ...]
    says: str


@dataclass(frozen=True, slots=True)
class Shift:
    """An article with how many of a kind it had and has; `came` and `went` are the words, where
    they say something by themselves."""

    article: ArticleForce
    provision: ProvisionRow
    was: int
    now: int
    came: tuple[str, ...]
    went: tuple[str, ...]

    @property
    def by(self) -> str:
        """The difference, with its sign."""
        return f"{self.now - self.was:+d}".replace("-", "−")


@dataclass(frozen=True, slots=True)
class Shifts:
    """The articles of both drafts that gained or lost of a kind, the greatest first, and how many
    came with articles that are new or went with those that are gone."""

    word: Word
    shifts: tuple[Shift, ...]
    with_new: int
    with_gone: int


@pages.get("/n/<negotiation>/force")
def profile(negotiation: str) -> str:
    """How much the drafts of a negotiation oblige."""
    row = shelf.negotiation_or_404(negotiation)
    language = shelf.language_asked()
    drafts = shelf.library().drafts(row.id, language)
    if language and not drafts:
        shelf.no_draft_in(language)
    rounds = shelf.library().force(drafts)
    known = [one for one in rounds if one.looked_at]
    pair = pairs.in_order(pairs.asked(drafts, pairs.first_and_last)) if known else None
    found = shelf.library().force_of_articles(*pair) if pair else ()
    return render_template(
        "force.html",
        negotiation=row,
        drafts=drafts,
        language=drafts[0].language if drafts else row.language,
        looked_at=any(one.looked_at is not None for one in rounds),
        rounds=known,
        words=WORDS,
        pictures=[_picture(kind, rounds) for kind in FORCE_KINDS],
        pair=pair,
        most=MOST,
        shifts=[_shifts(kind, found) for kind in FORCE_KINDS],
        per_thousand=per_thousand,
        unofficial=shelf.unofficial(drafts),
    )


def per_thousand(count: int, words: int) -> str:
    """How many there are in a thousand words.

    >>> per_thousand(62, 4202), per_thousand(3, 0)
    ('14.8', '–')
    """
    return decimal(1000 * count / words) if words else "–"


def _picture(kind: ForceKind, rounds: Sequence[DraftForce]) -> Picture:
    counts = [one.counts[kind] if one.looked_at else None for one in rounds]
    most = max([1, *(count for count in counts if count is not None)])
    bars = []
    for n, (one, count) in enumerate(zip(rounds, counts, strict=True)):
        height = round(_HEIGHT * (count or 0) / most)
        bars.append(Bar(one.draft, count, n * _STEP + 4, _TOP + _HEIGHT - height, height))
    whole = [
        (one.draft.position, one.counts[kind])
        for one in rounds
        if one.looked_at and not one.draft.partial
    ]
    return Picture(kind, WORDS[kind], tuple(bars), _course(whole))


def _course(whole: Sequence[tuple[int, int]]) -> str:
    """What became of a count from the first whole draft to the last.

    >>> _course([(1, 62), (2, 60), (3, 61)]), _course([(5, 4), (9, 4)]), _course([])
    ('62 in round 1, 61 in round 3', '4 in rounds 5 and 9', '')
    """
    if not whole:
        return ""
    (first, was), (last, now) = whole[0], whole[-1]
    if first == last:
        return _("%(now)s in round %(last)s", now=now, last=last)
    if was == now:
        return _("%(now)s in rounds %(first)s and %(last)s", now=now, first=first, last=last)
    return _(
        "%(was)s in round %(first)s, %(now)s in round %(last)s",
        was=was,
        first=first,
        now=now,
        last=last,
    )


def _shifts(kind: ForceKind, articles: Sequence[ArticleForce]) -> Shifts:
    shifts: list[Shift] = []
    with_new = with_gone = 0
    for one in articles:
        old, new = one.old_words.get(kind, ()), one.new_words.get(kind, ())
        if one.old is None:
            with_new += len(new)
        elif one.new is None:
            with_gone += len(old)
        elif len(old) != len(new):
            came, went = _apart(old, new) if kind in ("qualifier", "safeguard") else ((), ())
            shifts.append(Shift(one, one.new, len(old), len(new), came, went))
    shifts.sort(key=lambda one: -abs(one.now - one.was))
    return Shifts(WORDS[kind], tuple(shifts), with_new, with_gone)


def _apart(old: Sequence[str], new: Sequence[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The words of one side that the other has not, or not as often.

    >>> _apart(["necessary", "remedy"], ["remedy", "remedy"])
    (('remedy',), ('necessary',))
    """
    was, now = (Counter(" ".join(one.lower().split()) for one in side) for side in (old, new))
    came, went = now - was, was - now
    return tuple(list(came)[:_QUOTED]), tuple(list(went)[:_QUOTED])


def of_thread(page: ThreadPage) -> dict[str, str]:
    """For each provision of a thread, by its id, how much it and all inside it oblige: in the first
    round, and wherever that changed. None where it never does."""
    ids = [one.id for member in page.members for one in member.provisions]
    counts = shelf.library().force_of(ids)
    lines: dict[str, str] = {}
    before: dict[ForceKind, int] | None = None
    for member in page.members:
        now = _sum(counts, member.provisions)
        if now != before and (before is not None or any(now.values())):
            lines[member.provision.id] = line(now, before)
        before = now
    return lines


def _sum(
    counts: Mapping[str, ForceCounts], provisions: Sequence[ProvisionRow]
) -> dict[ForceKind, int]:
    return {
        kind: sum(counts.get(p.id, {}).get(kind, 0) for p in provisions) for kind in FORCE_KINDS
    }
