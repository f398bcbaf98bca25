"""What a reader is told first: that a provision has another legal job, or came back.

In: rows of comparisons, members of a thread. Out: `Turned`, in sentences: an offence became an
aggravating circumstance; and `Return`, for what was taken out and is back.
Nothing is said where either job is one that the rules could not tell, nor of chapters: theirs are
those of the words in their headings.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tracker.store.records import ChangeRow, DraftRow, ProvisionRow
from web.terms.names import Names, capital
from web.terms.plain import UNTOLD, job
from web.translation import _

HEADLINE = 0.8
"""The least score of a link on which a headline may rest without a "possibly"."""


def sure(score: float, *, certain: bool = True) -> bool:
    """Whether a link is sure enough to be told without a "possibly", what hangs on it too.

    >>> sure(0.95), sure(0.67)
    (True, False)
    """
    return certain and score >= HEADLINE


@dataclass(frozen=True, slots=True)
class Turned:
    """A change of job. `clause` is the change in a few words, `was` and `now` the names, `meaning`
    what the new job is; `sure` is False if it must be told with a "possibly". `row` is the row of
    the comparison, `draft` the newer draft, `anchor` where on a thread's page it is shown."""

    clause: str
    was: str
    now: str
    meaning: str
    sure: bool
    row: ChangeRow
    draft: DraftRow | None = None
    before: DraftRow | None = None
    anchor: str = ""

    @property
    def what(self) -> str:
        """The change as the beginning of a sentence."""
        return capital(self.clause)

    @property
    def where(self) -> str:
        """Both names, or the one that it kept."""
        if self.was == self.now:
            return self.now
        return _("was %(was)s, now %(now)s", was=self.was, now=self.now)

    @property
    def why(self) -> str:
        """What speaks for a link that is not sure, as a text with a small first letter."""
        return "" if self.sure or not self.row.evidence else self.row.evidence[0]


@dataclass(frozen=True, slots=True)
class Return:
    """Taken out in the draft `out`, which is the first whole one without it, and back in `back`;
    `out_sure` and `sure` say how sure each of the two is; `last` is where it last stood. `same`
    says that it came back word for word, `reworded` that other words of it than brackets, stops and
    spelling changed; with `gap`, documents between `last` and `out` do not cover it, so that it may
    have been taken out there."""

    last: DraftRow
    out: DraftRow
    back: DraftRow
    name: str
    address: str
    same: bool
    sure: bool
    reworded: bool = True
    gap: bool = False
    out_sure: bool = True


def function_of(provision: ProvisionRow, names: Names) -> str:
    """The legal job of a provision, `""` for one that holds articles."""
    return "" if _holds_articles(provision, names) else provision.legal_function


def _holds_articles(provision: ProvisionRow, names: Names) -> bool:
    if provision.is_article:
        return False
    waiting = names.inside(provision)[:]
    while waiting:
        one = waiting.pop()
        if one.is_article:
            return True
        waiting += names.inside(one)
    return False


def job_change(row: ChangeRow, names: Names) -> tuple[str, str] | None:
    """The legal job that a provision had and the one it has, if both can be told and differ."""
    if row.old is None or row.new is None:
        return None
    before, after = row.old.legal_function, row.new.legal_function
    if before == after or before in UNTOLD or after in UNTOLD:
        return None
    if _holds_articles(row.old, names) or _holds_articles(row.new, names):
        return None
    return before, after


def said(row: ChangeRow, names: Names) -> str:
    """What changed in the job of one provision, as a clause with a small first letter; `""` if
    nothing did."""
    jobs = job_change(row, names)
    if jobs is None:
        return ""
    told = _became(jobs)
    return told if sure(row.score, certain=row.certain) else _("possibly, %(what)s", what=told)


def _became(jobs: tuple[str, str]) -> str:
    before, after = (job(one).noun for one in jobs)
    return _("%(before)s became %(after)s", before=before, after=after)


def turned(
    rows: Sequence[ChangeRow],
    names: Names,
    draft: DraftRow | None = None,
    before: DraftRow | None = None,
    anchor: str = "",
) -> list[Turned]:
    """The changes of job among these rows, in their order; what a whole article went through is
    told once, and not again for each of its paragraphs."""
    jobs: dict[str, tuple[str, str] | None] = {
        row.new.id: job_change(row, names) for row in rows if row.new is not None
    }
    found = []
    for row in rows:
        if row.old is None or row.new is None:
            continue
        own = job_change(row, names)
        if own is None or _told_above(row.new, own, jobs, names):
            continue
        was, now = names.full(row.old), names.full(row.new)
        claimed = sure(row.score, certain=row.certain)
        meaning = str(job(own[1]).meaning)
        found.append(Turned(_became(own), was, now, meaning, claimed, row, draft, before, anchor))
    return found


def _told_above(
    provision: ProvisionRow,
    own: tuple[str, str],
    jobs: Mapping[str, tuple[str, str] | None],
    names: Names,
) -> bool:
    above = names.above(provision)
    while above is not None:
        if jobs.get(above.id) == own:
            return True
        above = names.above(above)
    return False
