"""Drafts of files that no manifest speaks of, put in the database.

In: drafts. Out: their rows and XML files; what was said before of the same file holds.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from tracker import akn
from tracker.decisions import Ruling
from tracker.model import Draft, Negotiation
from tracker.pipeline.analysed import analyse
from tracker.pipeline.anew import make_anew, told_anew
from tracker.pipeline.build import Report
from tracker.pipeline.decided import changed, ruled_again, told
from tracker.pipeline.put import Done, put
from tracker.pipeline.source_files import keep, lacks
from tracker.pipeline.xml_files import write, xml_path
from tracker.store import Outcome, Store


def add(
    store: Store,
    draft: Draft,
    database: Path,
    *,
    replacing: bool = False,
    file: Path | None = None,
) -> Done:
    """Put one draft in the database, with its comparisons and the threads it changes.

    A negotiation that is not known yet is made, with its id for a title.

    Args:
        file: what it was read from, to be kept with it if it has pages to show.
    Raises:
        StoreError: its symbol is taken, by other bytes or another reading, and `replacing` is
            False.
        AknError: it cannot be written as valid XML.
    """
    return add_all(store, [draft], database, replacing=replacing, file=file)[0]


def add_all(
    store: Store,
    drafts: Sequence[Draft],
    database: Path,
    *,
    replacing: bool = False,
    file: Path | None = None,
    note: Report = lambda line: None,
) -> list[Done]:
    """Put drafts in the database, all of them or none, as `add` does.

    What another version of the program made of other drafts of their negotiations is made anew.

    Args:
        file: what they all were read from.
        note: told that, and which decisions of people are not followed as before, in lines.
    """
    known = [_as_known(store, draft) for draft in drafts]
    negotiations = [_negotiation_of(store, draft) for draft in known]
    xml = [akn.build(d, n.country) for d, n in zip(known, negotiations, strict=True)]
    free = [store.check_free(draft, replace=replacing) for draft in known]
    languages = list(dict.fromkeys((draft.negotiation, draft.language) for draft in known))
    outdated = [store.outdated(*one) for one in languages]
    ruled = {name: store.rulings(name) for name, _ in languages}
    outcomes: list[Outcome] = []
    lacking = file is not None and any(lacks(store, draft) for draft in known)
    if any(free) or any(outdated) or lacking:
        with store.transaction():
            for draft, negotiation, is_free in zip(known, negotiations, free, strict=True):
                outcomes.append(_add(store, draft, negotiation) if is_free else "unchanged")
            for one in languages:
                make_anew(store, *one)
                analyse(store, *one)
            if file is not None:
                for draft in known:
                    keep(store, draft, file)
    for draft, content in zip(known, xml, strict=True):
        write(xml_path(database, draft), content)
    for line in (told_anew(outdated), *_turned(store, ruled)):
        if line:
            note(line)
    return [
        Done(draft, outcomes[n] if outcomes else "unchanged", xml_path(database, draft))
        for n, draft in enumerate(known)
    ]


def _add(store: Store, draft: Draft, negotiation: Negotiation) -> Outcome:
    store.put_negotiation(negotiation)
    others = store.all_drafts(draft.negotiation, draft.language)
    known = store.alignments(draft.negotiation, draft.language)
    if len(known) < len(others) * (len(others) - 1) // 2:
        # Of drafts of one day that an older version had in another order.
        make_anew(store, draft.negotiation, draft.language)
        known = store.alignments(draft.negotiation, draft.language)
    there = [*(one for one in others if one.symbol != draft.symbol), draft]
    ruled = ruled_again(store.rulings(draft.negotiation), there, draft.language)
    store.put_rulings(draft.negotiation, ruled)
    return put(store, draft, others, known, {}, None, [one.decision for one in ruled])


def _turned(store: Store, before: Mapping[str, Sequence[Ruling]]) -> Iterator[str]:
    """What became of decisions by what was put in: those that are followed no more, and those
    whose texts are others now."""
    for name, ruled in before.items():
        for was, now in zip(ruled, store.rulings(name), strict=True):
            who = f"{name}: {now.decision.action} of {now.decision.name}"
            if was.state != now.state:
                yield f"{who}: {told(now)}"
            for what in changed(was, now):
                yield f"{who}: still followed, but {what}"


def _negotiation_of(store: Store, draft: Draft) -> Negotiation:
    return store.negotiation(draft.negotiation) or Negotiation(
        id=draft.negotiation, title=draft.negotiation, language=draft.language
    )


def _as_known(store: Store, draft: Draft) -> Draft:
    there = store.draft(draft.negotiation, draft.symbol, draft.language)
    if there is not None and there.source.sha256 == draft.source.sha256:
        return _as_said_before(draft, there)
    return draft


def _as_said_before(draft: Draft, there: Draft) -> Draft:
    """The same file again: what was said of it (that it is a paraphrase, say) holds until somebody
    says otherwise."""
    if draft.source.standing != "unstated":
        return replace(draft, partial=there.partial or draft.partial)
    return replace(draft, source=there.source, partial=there.partial or draft.partial)
