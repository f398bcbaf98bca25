"""A provision in three lines: what it is, what happened to it, where it is now.

In: a thread and its life. Out: `Short`, in sentences; what is telling stands in the life itself.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from tracker.model import NOT_OFFICIAL, Standing
from tracker.store.records import ProvisionRow, ThreadPage
from web.stories.lives import Happening, Life
from web.stories.moments import Moment
from web.stories.stages import Stage
from web.terms.names import capital
from web.terms.phrases import draft_name, number, sentence
from web.terms.plain import FINDINGS, UNTOLD, job, kind_word
from web.translation import _, ngettext

_QUOTED = 18
"""Words of its beginning."""
_FEW = 4
"""So many sentences are not counted by kind."""


@dataclass(frozen=True, slots=True)
class Course:
    """How often it changed. `rounds` are those that changed its words (`changed`) or nothing but
    its number or place (`shifted`); `said` is what else there is to say, in a sentence."""

    said: str
    kind: Literal["", "changed", "shifted"] = ""
    rounds: tuple[Moment, ...] = ()


@dataclass(frozen=True, slots=True)
class Short:
    """`job` and `meaning` say what it is, `quoted` how it begins, of a text of `standing`; `came`
    that it was not there from the beginning, `course` how often it changed, `tally` how many
    sentences of each kind tell of that, `""` where there are few; `since` is the round of
    which its words are, `where` says where it is now. `ended` is the round that has it no more,
    None if the last one has it or does not cover it; `last` the last that has it. With `gap`,
    documents between these two do not cover it, so that it may have been taken out there; with
    `elsewhere`, most of its words are said to stand elsewhere, and it is not known where."""

    job: str
    meaning: str
    quoted: str
    standing: Standing
    came: str
    course: Course
    where: str
    since: Moment | None
    ended: Moment | None
    last: Moment
    gap: bool
    elsewhere: bool = False
    tally: str = ""


def told(page: ThreadPage, life: Life, moments: Sequence[Moment]) -> Short:
    """A thread in short."""
    member = page.members[-1]
    provision = member.provision
    there = [one for one in moments if one.stage.entries]
    last = there[-1]
    function = last.stage.entries[-1].function
    known = function not in UNTOLD
    after = [one for one in moments if one.position > last.position]
    ended = next((one for one in after if one.kind == "gone"), None)
    newest = next((one for one in reversed(after) if one.stage.absent is not None), ended)
    changed = [one for one in there if one.kind in ("entered", "changed")]
    return Short(
        job=capital(str(job(function).noun)) if known else capital(_kind_of(provision, life)),
        meaning=str(job(function).meaning) if known else "",
        quoted="" if known and _is_titled(provision, life) else _beginning(provision),
        standing=last.stage.draft.standing,
        came=_came(moments, there),
        course=_course(there),
        where=_where(life, last, after, newest),
        since=changed[-1] if changed and changed[-1] is not last else None,
        ended=ended,
        last=last,
        gap=ended is not None and ended is not after[0],
        tally=_tally(life.happenings),
        elsewhere=not life.became and ended is not None and _lies_elsewhere(ended.stage),
    )


def _lies_elsewhere(stage: Stage) -> bool:
    return stage.absent is not None and stage.absent.went


def _tally(happenings: Sequence[Happening]) -> str:
    """How many sentences of each kind tell what happened, the most first; `""` of a few, which are
    seen at a glance."""
    if len(happenings) <= _FEW:
        return ""
    every = Counter(str(FINDINGS[one.said.row.kind][0]) for one in happenings)
    sure = Counter(
        str(FINDINGS[one.said.row.kind][0]) for one in happenings if one.said.row.certain
    )
    kinds = [_of_kind(kind, n, sure[kind]) for kind, n in every.most_common()]
    return _(
        "In all, %(count)s sentences tell what happened: %(kinds)s.",
        count=number(len(happenings)),
        kinds="; ".join(kinds),
    )


def _of_kind(kind: str, every: int, sure: int) -> str:
    if sure == every:
        return _("%(kind)s %(count)s", kind=kind, count=number(every))
    if not sure:
        return _("%(kind)s %(count)s (possibly)", kind=kind, count=number(every))
    return _(
        "%(kind)s %(count)s (%(unsure)s of them possibly)",
        kind=kind,
        count=number(every),
        unsure=number(every - sure),
    )


def _kind_of(provision: ProvisionRow, life: Life) -> str:
    word = str(kind_word(provision.kind))
    kind = _("an %(kind)s", kind=word) if word[:1] in "aeiou" else _("a %(kind)s", kind=word)
    if not life.around:
        return kind
    name, outer = life.around[0]
    heading = f" ({outer.heading})" if outer.heading and not name.endswith("”") else ""
    return _("%(kind)s of %(outer)s", kind=kind, outer=f"{name}{heading}")


def _is_titled(provision: ProvisionRow, life: Life) -> bool:
    """Whether the title of the page says in words what it is about."""
    return bool(provision.heading or (life.unit and life.unit.heading) or "“" in life.name)


def _beginning(provision: ProvisionRow) -> str:
    words = provision.text.split()
    return " ".join(words[:_QUOTED]) + (" …" if len(words) > _QUOTED else "")


def _course(there: Sequence[Moment]) -> Course:
    """How often its words changed, of the drafts that hold it; and where it only took another
    number or place, when that was."""
    changed = tuple(one for one in there if one.kind == "changed")
    shifted = tuple(one for one in there if one.kind == "renumbered")
    kinds = {one.kind for one in there}
    if changed:
        return Course("", "changed", changed)
    if len(there) == 1:
        return Course(_("Only one draft has it."))
    if any(one.stage.draft.standing in NOT_OFFICIAL for one in there):
        # That we wrote the same words twice proves nothing of the drafts.
        said = _("No change of its words is known to us; our own texts do not show every one.")
    elif "marked" in kinds:
        said = ngettext(
            "No word of it changed in the only draft that has it, only brackets or punctuation.",
            "No word of it changed in the %(num)s drafts that have it, only brackets or "
            "punctuation.",
            len(there),
        )
    elif "lightly" in kinds:
        said = ngettext(
            "In the only draft that has it, only spelling, layout or references that follow the "
            "numbering differ.",
            "In the %(num)s drafts that have it, only spelling, layout or references that follow "
            "the numbering differ.",
            len(there),
        )
    else:
        said = ngettext(
            "Its words never changed: they are the same in the only draft that has it.",
            "Its words never changed: they are the same in all %(num)s drafts that have it.",
            len(there),
        )
    return Course(said, "shifted", shifted) if shifted else Course(said)


def _came(moments: Sequence[Moment], there: Sequence[Moment]) -> str:
    """That it was not there from the beginning, `""` if it was."""
    first, sure = there[0], all(one.sure for one in there)
    before = {one.kind for one in moments if one.position < first.position}
    if not before or first.kind != "entered":
        return ""
    draft = draft_name(first.stage.draft.name, first.stage.draft.symbol)
    if before == {"absent"}:
        said = _("it came in with round %(round)s (%(draft)s)", round=first.position, draft=draft)
        return sentence(said if sure else _("possibly %(what)s", what=said))
    return _(
        "First seen in round %(round)s (%(draft)s); the documents before that do not all cover it.",
        round=first.position,
        draft=draft,
    )


def _where(life: Life, last: Moment, after: Sequence[Moment], newest: Moment | None) -> str:
    """What is to be said of where it is, or was last; `newest` is the newest draft without it."""
    outer = life.unit.heading if life.unit is not None else ""
    name = f"{life.name} ({outer})" if outer else life.name
    draft = draft_name(last.stage.draft.name, last.stage.draft.symbol)
    if not after:
        said = _("in the last draft, %(draft)s, it is %(name)s", draft=draft, name=name)
    elif newest is None:
        said = _(
            "last seen as %(name)s in %(draft)s; what came later does not cover it",
            draft=draft,
            name=name,
        )
    elif newest.stage.apart:
        said = _(
            "no longer there by itself; last seen as %(name)s in %(draft)s", draft=draft, name=name
        )
    elif newest.sure:
        said = _("no longer there; last seen as %(name)s in %(draft)s", draft=draft, name=name)
    else:
        said = _(
            "possibly no longer there; last seen as %(name)s in %(draft)s", draft=draft, name=name
        )
    return sentence(said)
