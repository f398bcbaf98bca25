"""How old each word of a provision is; what is left of each round's words; what came and went."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from tracker.store.records import DraftRow
from tracker.store.records.ages import WordAges, WordPassage, WordThread
from web import shelf
from web.changes import pairs
from web.terms.names import Names, capital
from web.text.age_pieces import bracketed
from web.text.aged import Aged
from web.translation import _
from web.wording import survival

pages = Blueprint("word_ages", __name__)


@pages.get("/t/<address>/words")
def provision(address: str) -> str | Response:
    """The age of every word of a provision, in one draft: the last that holds it, unless one is
    asked for."""
    library = shelf.library()
    thread = library.word_thread(address)
    if thread is None:
        shelf.no_provision(address)
    if thread.id != address:
        there = url_for(".provision", address=thread.id, draft=request.args.get("draft") or None)
        return redirect(there, 302)
    draft = _asked(thread)
    members = thread.members[draft.id]
    row = shelf.negotiation_or_404(thread.negotiation_id)
    ages = library.word_ages(draft, [one.id for one in members])
    names = Names(ages.provisions if ages else members, library.provision, thread.language)
    aged = Aged(ages, thread.drafts, names) if ages else None
    unit = names.unit(members[0])
    return render_template(
        "word_ages.html",
        negotiation=row,
        thread=thread,
        draft=draft,
        member=members[0],
        title=_title(members[0].heading, names.full(members[0]), unit.heading if unit else ""),
        unit=unit if unit is not None and unit.id != members[0].id else None,
        shares=aged.shares() if aged else (),
        newest=aged.newest() if aged else None,
        usual=aged.usual if aged else None,
        parts_shown=aged.parts() if aged else (),
        deleted=aged.deleted() if aged else (),
        looked_at=aged is not None,
        unofficial=shelf.unofficial(_spoken_of(thread, ages) if ages else [draft]),
    )


def _spoken_of(thread: WordThread, ages: WordAges) -> list[DraftRow]:
    """The drafts up to the one shown, and the later ones that delete words of it or bring some
    back."""
    last = ages.draft.position
    later = {run.now(last).left for runs in ages.runs.values() for run in runs}
    later |= {one.back for one in ages.deleted}
    return [one for one in thread.drafts if one.position <= last or one.position in later]


def _asked(thread: WordThread) -> DraftRow:
    """The draft in which to show it."""
    holding = [draft for draft in thread.drafts if draft.id in thread.members]
    symbol = shelf.text_asked("draft")
    if not symbol:
        return holding[-1]
    for draft in thread.drafts:
        if draft.symbol == symbol:
            if draft not in holding:
                shelf.missing(_("There is no such provision in “%(symbol)s”.", symbol=symbol))
            return draft
    return shelf.no_draft(symbol)


def _title(heading: str, name: str, outer: str) -> str:
    if heading:
        return f"{capital(name)}: {heading}"
    return f"{capital(name)} ({outer})" if outer else capital(name)


@pages.get("/n/<negotiation>/words")
def negotiation(negotiation: str) -> str | Response:
    """What is left of each round's words, which words came back, and what was changed between two
    drafts and changed back."""
    row = shelf.negotiation_or_404(negotiation)
    library = shelf.library()
    drafts = library.drafts(row.id, shelf.language_asked())
    show = shelf.choice_asked("show", ("most", "all"))
    language = drafts[0].language if drafts else row.language
    old, new = pairs.asked(drafts, pairs.first_and_last) or (None, None)
    if old is not None and new is not None and old.position > new.position:
        lang = language if language != row.language else None
        there = url_for(
            ".negotiation", negotiation=row.id, old=new.symbol, new=old.symbol, lang=lang
        )
        return redirect(f"{there}#between")
    passages = library.words_changed_back(drafts, old, new) if old and new else ()
    back = library.words_back(drafts)
    names = Names((), library.provision, language)
    return render_template(
        "survival.html",
        negotiation=row,
        drafts=drafts,
        by_position={draft.position: draft for draft in drafts},
        language=language,
        old=old,
        new=new,
        show=show,
        survival=survival.survival(library.word_cohorts(row.id, language), drafts),
        back=_sorted_out(back),
        between=_sorted_out(passages),
        name=names.full,
        unofficial=shelf.unofficial(drafts),
    )


SortedOut = tuple[list[WordPassage], list[WordPassage], list[WordPassage]]


def _sorted_out(passages: Sequence[WordPassage]) -> SortedOut:
    """What is told first, what is told with "possibly", and the rest: numbers, headings, a word or
    two, and what a partial document may only leave out."""
    first = [one for one in passages if one.tells]
    possibly = [one for one in passages if one.would_tell and not one.tells]
    return first, possibly, [one for one in passages if not one.would_tell]


@pages.app_template_global()
def passages_changed_back(drafts: Sequence[DraftRow], old: DraftRow, new: DraftRow) -> SortedOut:
    """What was changed between two drafts and changed back, for a line on the page that compares
    them; nothing where no draft stands between."""
    if new.position - old.position < 2:
        return [], [], []
    return _sorted_out(shelf.library().words_changed_back(drafts, old, new))


@pages.app_template_filter()
def passage_words(one: WordPassage) -> str:
    """The words of a passage as they are shown."""
    whole = one.provision.heading if one.run.field == "heading" else one.provision.text
    start, end = bracketed(whole, one.run.start, one.run.end)
    return whole[start:end]


@pages.app_template_filter()
def by_provision(passages: Sequence[WordPassage]) -> list[list[WordPassage]]:
    """Passages, those of one provision together."""
    return [list(some) for __, some in groupby(passages, lambda one: one.provision.id)]
