"""What becomes of a phrase: in which provisions it stands, since when and until when.

In: the texts of a negotiation, ready to be asked; a question. Out: a `PhrasePage`. How sure it is
that a provision is gone with the phrase is told as it is everywhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from tracker.history import Hit, PhraseCourse, Stay, ThreadCourse, occurrence
from tracker.store.phrase import Question, Texts
from tracker.store.records.absences import Absence
from tracker.store.records.drafts import ProvisionRow
from tracker.store.records.phrase import (
    Began,
    Ended,
    PhraseCell,
    PhraseCount,
    PhrasePage,
    PhraseRow,
    PhraseSeen,
    PhraseStand,
    PhraseStay,
)
from tracker.words import words


def phrase_page(texts: Texts, question: Question) -> PhrasePage:
    """What becomes of a phrase; what has no word in it stands nowhere."""
    book = texts.book
    phrase = book.phrase(question.asked, stemmed=question.stemmed)
    hits = list(book.find(phrase))
    course = texts.negotiated.course(book, phrase, hits)
    rows = _told_once(texts, _rows(texts, course))
    shown = texts.at(question.symbol) if question.symbol else _last(course)
    seen = tuple(_seen(texts, hits, shown, question.most_seen)) if shown is not None else ()
    return PhrasePage(
        drafts=texts.drafts,
        words=phrase.words,
        stemmed=phrase.stemmed,
        cut=len(words(question.asked)) > len(phrase.words),
        unknown=phrase.unknown,
        counts=tuple(_counts(texts, course, rows)),
        rows=rows,
        entered=course.entered,
        left=course.left,
        shown=shown,
        seen=seen,
        provisions=tuple(_around(texts, rows, seen)),
    )


def _last(course: PhraseCourse) -> int | None:
    """The place of the last draft that has the phrase."""
    return next((n for n, one in reversed([*enumerate(course.counts)]) if one.occurrences), None)


def _rows(texts: Texts, course: PhraseCourse) -> tuple[PhraseRow, ...]:
    """First those that have it in the last draft, in its order, then those that had it longest."""

    def key(row: PhraseRow) -> tuple[int, int]:
        return -texts.place[row.provision.draft_id], row.provision.ordinal

    return tuple(sorted((_row(texts, one) for one in course.threads), key=key))


def _row(texts: Texts, course: ThreadCourse) -> PhraseRow:
    members: dict[int, list[ProvisionRow]] = {}
    for one in texts.members[course.thread]:
        members.setdefault(texts.place[one.draft_id], []).append(one)
    having: dict[int, list[PhraseStand]] = {}
    for stand in course.stands:
        for one in members[stand.place]:
            if one.eid == stand.eid:
                sure = one.id not in texts.doubtful
                having.setdefault(stand.place, []).append(PhraseStand(one, stand.occurrences, sure))
    cells = tuple(
        _cell(
            having.get(n, ()),
            members.get(n, ()),
            _absence(texts, course.thread, n),
            partial=draft.partial,
        )
        for n, draft in enumerate(texts.drafts)
    )
    stays = tuple(
        _stay(texts, stay, members, _absence(texts, course.thread, stay.left), again=n > 0)
        for n, stay in enumerate(course.stays)
    )
    last = having[max(having)][-1].provision
    return PhraseRow(course.thread, last, cells, stays)


def _absence(texts: Texts, thread: str, place: int | None) -> Absence | None:
    """What is to be said of a draft's lacking a thread."""
    return None if place is None else texts.absent.get((thread, place))


def _cell(
    stands: Sequence[PhraseStand],
    members: Sequence[ProvisionRow],
    absence: Absence | None,
    *,
    partial: bool,
) -> PhraseCell:
    if stands:
        return PhraseCell("has", tuple(stands))
    if members:
        return PhraseCell("lacks", without=members[0])
    sure = absence is None or absence.certain
    return PhraseCell("uncovered" if partial else "absent", certain=sure)


def _told_once(texts: Texts, rows: Sequence[PhraseRow]) -> tuple[PhraseRow, ...]:
    """The rows; those of provisions that are all the text of others with the phrase say so."""
    by_thread = {one.thread_id: one for one in rows}
    found: list[PhraseRow] = []
    for row in rows:
        outer = texts.by_id.get(texts.all_of.get(row.provision.id, ""))
        other = by_thread.get(outer.thread_id or outer.address) if outer is not None else None
        if other is not None and other is not row:
            came = {stay.entered for stay in other.stays if stay.began != "moved"}
            left = {stay.left for stay in other.stays if stay.ended != "moved"}
            stays = (
                replace(
                    stay,
                    came_with_outer=stay.entered in came and _is_all(texts, row, stay.entered),
                    left_with_outer=stay.left is not None
                    and stay.left in left
                    and _is_all(texts, row, _last_before(row, stay.left)),
                )
                for stay in row.stays
            )
            row = replace(row, stays=tuple(stays), all_of=outer)
        found.append(row)
    return tuple(found)


def _is_all(texts: Texts, row: PhraseRow, place: int) -> bool:
    """Whether in the draft at this place the provision is all the text of what holds it."""
    return any(stand.provision.id in texts.all_of for stand in row.cells[place].stands)


def _last_before(row: PhraseRow, place: int) -> int:
    """The last draft before this place in which the provision has the phrase."""
    return max(n for n in range(place) if row.cells[n].stands)


def _stay(
    texts: Texts,
    stay: Stay,
    members: Mapping[int, Sequence[ProvisionRow]],
    absence: Absence | None,
    *,
    again: bool,
) -> PhraseStay:
    before = [n for n in members if n < stay.entered]
    began: Began = (
        "first"
        if stay.entered == 0
        else "moved"
        if stay.came_from
        else "back"
        if again
        else "added"
        if before
        else "seen"
        if all(one.partial for one in texts.drafts[: stay.entered])
        else "new"
    )
    stands_on = stay.left is not None and stay.left in members
    ended: Ended = (
        "" if stay.left is None else "moved" if stay.went_to else "removed" if stands_on else "gone"
    )
    # What was put in or taken out is told by the link that the provision continues by.
    asked = [n for n in (stay.entered if before else None, stay.left) if n is not None]
    links = [one.id for n in asked for one in members.get(n, ())]
    moved_surely = stay.came_surely and stay.went_surely
    certain = moved_surely and texts.doubtful.isdisjoint(links)
    if ended == "gone" and absence is not None:
        certain = certain and absence.certain and not absence.went
    ends = (stay.came_from, stay.went_to)
    return PhraseStay(stay.entered, stay.left, began, ended, *ends, certain)


def _counts(texts: Texts, course: PhraseCourse, rows: Sequence[PhraseRow]) -> Iterator[PhraseCount]:
    stays = [stay for row in rows for stay in row.stays]
    came_in = [x for x in stays if x.began not in ("first", "moved") and not x.came_with_outer]
    went_out = [x for x in stays if x.ended != "moved" and not x.left_with_outer]
    for n, (draft, one) in enumerate(zip(texts.drafts, course.counts, strict=True)):
        here = {stand.provision.id for row in rows for stand in row.cells[n].stands}
        twice = sum(texts.all_of.get(held) in here for held in here)
        came = sum(x.entered == n for x in came_in)
        left = sum(x.left == n for x in went_out)
        yield PhraseCount(draft, one.occurrences, one.provisions - twice, came, left)


def _seen(texts: Texts, hits: Iterable[Hit], shown: int, most: int) -> Iterator[PhraseSeen]:
    draft = texts.drafts[shown].id
    for hit in hits:
        provision = texts.provisions[hit.passage]
        if provision.draft_id == draft and most > 0:
            most -= 1
            one = occurrence(texts.book, hit)
            yield PhraseSeen(provision, hit.field, one.before, one.found, one.after)


def _around(
    texts: Texts, rows: Sequence[PhraseRow], seen: Sequence[PhraseSeen]
) -> Iterator[ProvisionRow]:
    """The provisions that are named, and those that they stand in."""
    named = [stand.provision for row in rows for cell in row.cells for stand in cell.stands]
    done: set[str] = set()
    for one in (*named, *(place.provision for place in seen)):
        at: ProvisionRow | None = one
        while at is not None and at.id not in done:
            done.add(at.id)
            yield at
            at = texts.by_id.get(at.parent_id or "")
