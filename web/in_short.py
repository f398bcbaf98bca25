"""A provision in three lines: what it is, what happened to it, where it is now.

In: a thread and its life. Out: `Short`, in sentences; what is telling stands in the life itself.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from tracker.model import NOT_OFFICIAL, Standing
from tracker.store.records import ProvisionRow, ThreadPage
from web.lives import Life
from web.moments import Moment
from web.names import capital
from web.phrases import draft_name, sentence
from web.plain import UNTOLD, job, kind_word
from web.translation import _, ngettext

_QUOTED = 18
"""Words of its beginning."""


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
    that it was not there from the beginning, `course` how often it changed; `since` is the round of
    which its words are, `where` says where it is now. `ended` is the round that has it no more,
    None if the last one has it or does not cover it; `last` the last that has it. With `gap`,
    documents between these two do not cover it, so that it may have been taken out there."""

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
    changed = [one for one in there if one.kind in ("entered", "changed")]
    return Short(
        job=capital(str(job(function).noun)) if known else capital(_kind_of(provision, life)),
        meaning=str(job(function).meaning) if known else "",
        quoted="" if known and _is_titled(provision, life) else _beginning(provision),
        standing=last.stage.draft.standing,
        came=_came(moments, there),
        course=_course(there),
        where=_where(life, last, after, ended),
        since=changed[-1] if changed and changed[-1] is not last else None,
        ended=ended,
        last=last,
        gap=ended is not None and ended is not after[0],
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


def _where(life: Life, last: Moment, after: Sequence[Moment], ended: Moment | None) -> str:
    outer = life.unit.heading if life.unit is not None else ""
    name = f"{life.name} ({outer})" if outer else life.name
    draft = draft_name(last.stage.draft.name, last.stage.draft.symbol)
    if not after:
        said = _("in the last draft, %(draft)s, it is %(name)s", draft=draft, name=name)
    elif ended is None:
        said = _(
            "last seen as %(name)s in %(draft)s; what came later does not cover it",
            draft=draft,
            name=name,
        )
    elif ended.sure:
        said = _("no longer there; last seen as %(name)s in %(draft)s", draft=draft, name=name)
    else:
        said = _(
            "possibly no longer there; last seen as %(name)s in %(draft)s", draft=draft, name=name
        )
    return sentence(said)
