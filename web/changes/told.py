"""What became of a provision, as a sentence.

In: rows of a comparison. Out: `Told`: a label, a sentence that names both places, how sure it is
and what speaks for it. Nothing is said that the row does not hold; a guess is called one.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from tracker.kinds import is_option
from tracker.model import Decision, Relation
from tracker.store.records import ChangeRow, ProvisionRow
from web.changes import alone
from web.changes.alone import ONE_SIDED, Alone
from web.changes.findings import Said
from web.once import once_a_page
from web.stories.turns import said, sure
from web.terms.names import Names
from web.terms.phrases import joined, number, sentence
from web.terms.plain import RELATIONS, possibly
from web.terms.units import of_its_own
from web.translation import _, later, ngettext, percent

FIGURED = 0.4
"""The least score that was reckoned: one below it stands for evidence of the last resort, such as
a phrase that stands nowhere else, and is no figure to show."""

_LEVELS: dict[Relation, tuple[str, str]] = {
    "promoted": (
        later("One level higher"),
        later("was %(was)s; now one level higher: %(now)s"),
    ),
    "demoted": (
        later("One level lower"),
        later("was %(was)s; now one level lower: %(now)s"),
    ),
}
"""What is told of a paragraph or point that was raised or lowered by a level: label and clause."""

# Rows with these relations show the texts with all that is inside them.
WHOLE: tuple[Relation, ...] = ("demoted", "promoted")


@dataclass(frozen=True, slots=True)
class Told:
    """What became of a provision. `evidence` are reasons, `instead` the next best guess; both are
    there to be shown where a reader may doubt. `job` says that its legal job changed, `decided`
    which people decided the link; `sure` is False if what hangs on it needs a "possibly";
    `findings` are what a reader should know of the change. `covered` is False if a document that
    holds only part of the text may just not have it."""

    relation: Relation
    label: str
    sentence: str
    certain: bool
    evidence: tuple[str, ...]
    instead: str
    job: str = ""
    decided: tuple[Decision, ...] = ()
    sure: bool = True
    findings: tuple[Said, ...] = ()
    covered: bool = True

    @property
    def says(self) -> bool:
        """Whether there is anything to say of it."""
        return bool(self.sentence or self.job or self.decided or self.findings)

    @property
    def doubtful(self) -> bool:
        """Whether to show what speaks for the link: it is a guess, or much hangs on it."""
        guessed = not self.certain and self.relation not in ONE_SIDED
        return guessed or bool(self.job and not self.sure)


class Teller:
    """Tells the rows of one comparison; knows them all, so that it can name every part of a split.

    `old_partial` and `new_partial` say that the document covers only part of the text, so that
    what it lacks is neither new nor gone; `found` are the findings that are told, by link.
    """

    def __init__(
        self,
        rows: Iterable[ChangeRow],
        names: Names,
        found: Mapping[str, tuple[Said, ...]] = MappingProxyType({}),
        *,
        old_partial: bool,
        new_partial: bool,
    ) -> None:
        self._names = names
        self._found = found
        self._old_partial = old_partial
        self._new_partial = new_partial
        every = tuple(rows)
        partial = {"old_partial": old_partial, "new_partial": new_partial}
        self._lone = Alone(every, names, **partial)
        self._went: dict[str, list[ProvisionRow]] = {}
        self._came: dict[str, list[ProvisionRow]] = {}
        self._guessed: set[tuple[str, str]] = set()
        for row in every:
            if row.old is not None and row.new is not None:
                self._went.setdefault(row.old.id, []).append(row.new)
                self._came.setdefault(row.new.id, []).append(row.old)
                if not row.certain:
                    self._guessed.add((row.old.id, row.new.id))

    def tell(self, row: ChangeRow) -> Told:
        """The row in words."""
        label = str(_LEVELS[row.relation][0]) if _only_level(row) else _labels()[row.relation]
        told = self._said(row)
        relation = row.relation
        if (option := self._option(row)) is not None:
            relation, label, told = option
        label = alone.label(row) or label
        if row.relation == "inserted" and self._old_partial and not self.covered(row):
            label = _("Not in the older document")
        if row.relation == "deleted" and self._new_partial and not self.covered(row):
            label = _("Not covered")
        certain = row.certain
        return Told(
            relation=relation,
            label=label if certain else possibly(label),
            sentence=sentence(told),
            certain=certain,
            evidence=row.evidence,
            instead=self._instead(row),
            job="" if self._tells_job(row) else sentence(said(row, self._names)),
            decided=row.decided,
            sure=sure(row.score, certain=row.certain),
            findings=self.found(row),
            covered=self.covered(row),
        )

    def found(self, row: ChangeRow) -> tuple[Said, ...]:
        """The findings that are told of a row."""
        return self._found.get(row.link_id, ())

    def _tells_job(self, row: ChangeRow) -> bool:
        """Whether a finding says that its legal job is another."""
        return any(one.row.kind == "function" for one in self.found(row))

    def covered(self, row: ChangeRow) -> bool:
        """Whether both documents speak of the subject of a row without a partner."""
        return self._lone.covered(row)

    def _said(self, row: ChangeRow) -> str:
        if row.old is None or row.new is None:
            return self._lone.said(row)
        return self._linked(row, row.old, row.new)

    def _option(self, row: ChangeRow) -> tuple[Relation, str, str] | None:
        """What is told of a text around which only a box without words was drawn, as around an
        option, and of the box: relation, label and sentence; None if that is not what happened."""
        if row.old is None or row.new is None or row.relation not in ("split", "renumbered"):
            return None
        went = self._went.get(row.old.id, [])
        boxes = [one for one in went if self._is_box(one, went)]
        if not boxes or len(went) - len(boxes) != 1:
            return None
        if row.new in boxes:
            return "same", _labels()["same"], ""
        label = _("Now an alternative") if is_option(boxes[0]) else _labels()["moved"]
        was, now = self._names.own(row.old), self._names.own(boxes[0])
        return "moved", label, _("was %(was)s, now in %(now)s", was=was, now=now)

    def _is_box(self, provision: ProvisionRow, others: Iterable[ProvisionRow]) -> bool:
        if provision.text or provision.heading:
            return False
        return any(self._names.is_in(one, provision) for one in others if one.id != provision.id)

    def _linked(self, row: ChangeRow, old: ProvisionRow, new: ProvisionRow) -> str:
        was, now = self._both(old, new)
        ends = {"was": was, "now": now}
        match row.relation:
            case "moved" if was == now:
                return _("in another place, still %(now)s", now=now)
            case "renumbered" | "moved":
                return _("was %(was)s, now %(now)s", **ends)
            case "split":
                return self._split(old, new, ends)
            case "merged":
                return self._merged(old, new, ends)
            case "demoted" | "promoted" if _only_level(row):
                return str(_LEVELS[row.relation][1] % ends)
            case "demoted":
                own = of_its_own((self._names.unit(old) or old).kind)
                return _("was %(was)s, %(own)s; now only part of another: %(now)s", own=own, **ends)
            case "promoted":
                own = of_its_own((self._names.unit(new) or new).kind)
                return _("was %(was)s; now %(own)s: %(now)s", own=own, **ends)
        if row.number_changed and old.number and new.number:
            numbers = {"was": old.number.strip(), "now": new.number.strip()}
            return _("the number was printed “%(was)s”, now “%(now)s”", **numbers)
        return ""

    def _split(self, old: ProvisionRow, new: ProvisionRow, ends: Mapping[str, str]) -> str:
        went = self._went.get(old.id, [new])
        there = [one for one in went if not self._is_box(one, went)]
        if len(there) < 2:
            return _("split off from %(was)s, now %(now)s", **ends)
        parts = joined(self._each([(old, one) for one in there], there))
        return _("the words of %(was)s went on in %(parts)s", was=ends["was"], parts=parts)

    def _merged(self, old: ProvisionRow, new: ProvisionRow, ends: Mapping[str, str]) -> str:
        came = self._came.get(new.id, [old])
        if len(came) < 2:
            return _("%(was)s is now part of %(now)s", **ends)
        parts = joined(self._each([(one, new) for one in came], came))
        return _("%(parts)s are now together in %(now)s", parts=parts, now=ends["now"])

    def _each(
        self, links: Sequence[tuple[ProvisionRow, ProvisionRow]], named: Sequence[ProvisionRow]
    ) -> list[str]:
        """The names of the parts, each once; where some are sure and others a guess, with a word
        of these."""
        guessed = [(old.id, new.id) in self._guessed for old, new in links]
        mixed = any(guessed) and not all(guessed)
        names = [
            _("%(name)s (possibly)", name=name) if mixed and guess else name
            for name, guess in zip(map(self._names.full, named), guessed, strict=True)
        ]
        each = list(dict.fromkeys(names))
        if len(each) > 1:
            return each
        # Unnumbered parts may bear the name of what they stand in.
        place = ngettext(
            "%(count)s place of %(name)s",
            "%(count)s places of %(name)s",
            len(names),
            count=number(len(names)),
            name=each[0],
        )
        return [place]

    def _both(self, old: ProvisionRow, new: ProvisionRow) -> tuple[str, str]:
        """Names of both ends; inside one article, without the article."""
        was, now = self._names.full(old), self._names.full(new)
        above, above_new = self._names.above(old), self._names.above(new)
        siblings = (
            above is not None
            and above_new is not None
            and not old.is_article
            and above_new.id in {one.id for one in self._went.get(above.id, ())}
        )
        if siblings and self._names.own(old) != self._names.own(new):
            return self._names.own(old), self._names.own(new)
        return was, now

    def _instead(self, row: ChangeRow) -> str:
        if sure(row.score, certain=row.certain):
            return ""
        if row.score < FIGURED:
            figure = _("How likely it is, we cannot say.")
        else:
            figure = _("By our reckoning %(score)s sure.", score=percent(row.score))
        if row.runner_up is None:
            return figure
        other = row.runner_up.provision
        name = self._names.full(other)
        if row.new is not None and other.draft_id == row.new.draft_id:
            guess = _("The next best guess would be %(name)s of the newer draft.", name=name)
        else:
            guess = _("The next best guess would be %(name)s of the older draft.", name=name)
        return f"{figure} {guess}"


def _only_level(row: ChangeRow) -> bool:
    """Whether a paragraph or point was raised or lowered by a level and neither was an article nor
    became one."""
    if row.old is None or row.new is None or row.old.is_article or row.new.is_article:
        return False
    return row.relation in _LEVELS


@once_a_page
def _labels() -> dict[Relation, str]:
    return {relation: str(label) for relation, (label, _meaning) in RELATIONS.items()}
