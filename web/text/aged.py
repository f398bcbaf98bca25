"""A provision's words by their age, ready for a page.

In: `WordAges` and the drafts of the negotiation. Out: the text in pieces, each with the round in
which its words entered, as it is shown and as it is said; how many words each round brought; what
was deleted. A round is told by its number, a tint (the newer, the stronger) and a line under the
words: neighbouring rounds never look alike, on paper and without colours too.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from tracker.store.records import DraftRow, ProvisionRow
from tracker.store.records.ages import FEW, DeletedRun, WordAges, WordLife, WordRun
from web.terms.names import Names
from web.terms.phrases import draft_name, joined, listed, sentence
from web.terms.plain import possibly
from web.text.age_pieces import Piece, cut, excerpt, shade, shortened, unsaid
from web.translation import _, ngettext

_MOST_QUOTED = 3


@dataclass(frozen=True, slots=True)
class Part:
    """One provision: its heading and its text in pieces, how deep it stands below the first."""

    provision: ProvisionRow
    name: str
    indent: int
    heading: tuple[Piece, ...]
    text: tuple[Piece, ...]

    @property
    def runs(self) -> tuple[Piece, ...]:
        """The pieces that are words."""
        return tuple(one for one in (*self.heading, *self.text) if one.run is not None)


@dataclass(frozen=True, slots=True)
class Share:
    """How many words one round brought, of all there are."""

    draft: DraftRow
    words: int
    share: float
    shade: str


@dataclass(frozen=True, slots=True)
class Gone:
    """What one round deleted from one provision: `pieces` are its words with those around them,
    the deleted ones with their run. `notes` say what else there is to know; `small` that it is a
    word or two."""

    left: DraftRow
    printed: DraftRow
    provision: ProvisionRow
    name: str
    pieces: tuple[Piece, ...]
    words: int
    notes: tuple[str, ...]

    @property
    def small(self) -> bool:
        """Whether it is no more than a word or two."""
        return self.words < FEW

    @property
    def certain(self) -> bool:
        """Whether every link by which the words came there is sure."""
        return all(one.run.certain for one in self.pieces if one.run is not None)


def round_said(draft: DraftRow) -> str:
    """A round inside a sentence: `round 5 (Zero draft)`."""
    return _(
        "round %(round)s (%(draft)s)",
        round=draft.position,
        draft=draft_name(draft.name, draft.symbol),
    )


class Aged:
    """The words of a provision in one draft, with the drafts that its words are of."""

    def __init__(self, ages: WordAges, drafts: Sequence[DraftRow], names: Names) -> None:
        self._ages = ages
        self._drafts = {draft.position: draft for draft in drafts}
        self._rounds = {draft.position: round_said(draft) for draft in drafts}
        self._said: dict[tuple[tuple[WordLife, ...], bool], str] = {}
        self._names = names
        entered = ages.entered
        older = sorted(entered)[:-1] or sorted(entered)
        self._usual = max(older, key=lambda n: entered[n], default=0)

    @property
    def usual(self) -> DraftRow | None:
        """The round that brought most of the words, the newest apart; None if there are none."""
        return self._drafts.get(self._usual)

    def parts(self) -> tuple[Part, ...]:
        """The provision and all inside it that has words."""
        shown = [one for one in self._ages.provisions if self._ages.runs[one.id] or one.number]
        least = min((one.depth for one in shown), default=0)
        return tuple(self._part(one, one.depth - least) for one in shown)

    def _part(self, one: ProvisionRow, indent: int) -> Part:
        runs = self._ages.runs[one.id]
        heading, text = (
            tuple(cut(whole, [run for run in runs if run.field == field], self._piece))
            for field, whole in (("heading", one.heading), ("text", one.text))
        )
        return Part(one, self._names.full(one), indent, heading, text)

    def _piece(self, run: WordRun, text: str) -> Piece:
        position = self._ages.draft.position
        now = run.now(position)
        again = now != run.lives[0]
        return Piece(
            text=text,
            run=run,
            shade=shade(run.entered, len(self._drafts)),
            entered=run.entered,
            back=now.entered if again else 0,
            gone=now.left or 0,
            said=self.said(run),
            usual=run.entered == self._usual and run.certain and not again,
        )

    def said(self, run: WordRun) -> str:
        """All that is to say of words of the draft shown, in sentences."""
        key = run.lives, run.certain
        if key not in self._said:
            self._said[key] = self._say(run)
        return self._said[key]

    def _say(self, run: WordRun) -> str:
        now = run.now(self._ages.draft.position)
        lives = run.lives[: run.lives.index(now) + 1]
        said = self.course(lives)
        if now.left is not None:
            left = self._rounds[now.left]
            said = _("%(course)s; deleted in %(round)s", course=said, round=left)
        return sentence(said if run.certain else possibly(said))

    def course(self, lives: Sequence[WordLife]) -> str:
        """When words entered, were out and came back."""
        steps = []
        for n, life in enumerate(lives):
            here = self._rounds[life.entered]
            steps.append(
                _("back in %(round)s", round=here) if n else _("entered in %(round)s", round=here)
            )
            if n + 1 < len(lives) and life.left is not None:
                steps.append(_("out in %(round)s", round=self._rounds[life.left]))
        return listed(steps)

    def shares(self) -> tuple[Share, ...]:
        """How many words each round brought, the oldest first."""
        found = self._ages.entered
        total = found.total()
        return tuple(
            Share(self._drafts[n], found[n], found[n] / total, shade(n, len(self._drafts)))
            for n in sorted(found)
        )

    def deleted(self) -> tuple[Gone, ...]:
        """What was deleted, by round and provision."""
        groups = groupby(
            self._ages.deleted, lambda one: (one.left, one.printed, one.provision.id, one.run.field)
        )
        return tuple(self._gone(list(some)) for __, some in groups)

    def newest(self) -> Piece | None:
        """The longest run of the newest words, if these are not all; None if that is not sure."""
        newest = max(self._ages.entered, default=0)
        found = [
            one
            for part in self.parts()
            for one in part.runs
            if one.entered == newest and one.run is not None and one.run.certain
        ]
        if len(self._ages.entered) < 2 or not found:
            return None
        return max(found, key=lambda one: one.run.words if one.run else 0)

    def _gone(self, some: Sequence[DeletedRun]) -> Gone:
        first = some[0]
        whole = first.provision.heading if first.run.field == "heading" else first.provision.text
        return Gone(
            self._drafts[first.left],
            self._drafts[first.printed],
            first.provision,
            self._names.full(first.provision),
            tuple(excerpt(cut(whole, _joined(whole, some), unsaid))),
            sum(one.run.words for one in some),
            tuple(self._notes(some)),
        )

    def _notes(self, some: Sequence[DeletedRun]) -> Iterator[str]:
        """How old deleted words were, and which of them came back."""
        oldest = min(some, key=lambda one: one.run.entered).run.entered
        same = all(one.run.entered == oldest for one in some)
        stood = some[0].left - oldest
        # Of two drafts, it can have been no other.
        if len(self._drafts) > 2:
            yield _had_entered(self._rounds[oldest], stood, same=same)
        for back, sure in sorted({(x.back, x.back_certain) for x in some if x.back is not None}):
            returned = [one for one in some if (one.back, one.back_certain) == (back, sure)]
            said = _("back in %(round)s", round=self._rounds[back])
            said = said if sure else _("possibly %(what)s", what=said)
            if len(returned) < len(some):
                said = _("%(words)s: %(what)s", words=_quoted(returned), what=said)
            yield sentence(said)


def _had_entered(round: str, before: int, *, same: bool) -> str:
    """The age of deleted words: of all (`same`), or of the oldest of them."""
    if same:
        return ngettext(
            "They had entered in %(round)s, %(num)s round before.",
            "They had entered in %(round)s, %(num)s rounds before.",
            before,
            round=round,
        )
    return ngettext(
        "The oldest of them had entered in %(round)s, %(num)s round before.",
        "The oldest of them had entered in %(round)s, %(num)s rounds before.",
        before,
        round=round,
    )


def _quoted(some: Sequence[DeletedRun]) -> str:
    """The longest of some words."""
    first = sorted(some, key=lambda one: -one.run.words)[:_MOST_QUOTED]
    return joined([f"“{shortened(one.text, head=True, tail=False)}”" for one in first])


def _joined(whole: str, some: Sequence[DeletedRun]) -> Iterator[WordRun]:
    """Deleted words with no word between them as one."""
    last = some[0].run
    for one in some[1:]:
        if any(char.isalnum() for char in whole[last.end : one.run.start]):
            yield last
            last = one.run
        else:
            last = replace(last, end=one.run.end, certain=last.certain and one.run.certain)
    yield last
