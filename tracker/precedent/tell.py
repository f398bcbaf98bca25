"""What a draft took over from its precedent, in plain English and as JSON-ready data.

In: an `Uptake`. Out: a text for people, first what became of each article of the precedent, then
where each article of the draft comes from; or plain dictionaries with every finding.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TypeVar

from tracker.model import Draft, Hunk, Provision, Standing
from tracker.precedent.findings import Origin, Passage, Taken, Uptake, Verdict, of_parts
from tracker.precedent.names import Names
from tracker.precedent.shares import percent, rounded
from tracker.precedent.units import UNITS, units

SAID: dict[Verdict, str] = {
    "same words": "taken over in the same words",
    "other words": "taken over in other words",
    "in part": "taken over in part",
    "usual phrases": "nothing found but usual phrases",
    "not taken over": "nothing of it found",
}

NOT_OFFICIAL: dict[Standing, str] = {
    "paraphrase": "is a paraphrase written for this project, not the official text: what it shares "
    "with another text, and what it lacks, says nothing of the official words",
    "reconstruction": "is a reconstruction from quotations, not the official text",
    "unstated": "is a file of which nobody has said whether it is the official text",
}

COUNTED = frozenset(UNITS) - {"recital"}
"""Those that are counted as articles."""

SHOWN = 60
"""Words of a passage that are printed; JSON has all."""

Finding = TypeVar("Finding", Taken, Origin)


def as_text(uptake: Uptake, first: Sequence[str] = ()) -> str:
    """Both halves in plain text, between the summary and them the blocks to be told `first`."""
    blocks = ["\n".join(summary(uptake)), *first, f"WHAT BECAME OF {uptake.precedent.symbol}"]
    teller = _Teller(uptake)
    for unit, parts in _by_unit(uptake.taken, uptake.precedent):
        blocks.append("\n".join(teller.taken(unit, parts)))
    blocks.append(f"WHERE {uptake.draft.symbol} COMES FROM")
    lines: list[str] = []
    for unit, found in _by_unit(uptake.origins, uptake.draft):
        lines += teller.origin(unit, found)
    return "\n\n".join([*blocks, "\n".join(lines)])


def summary(uptake: Uptake) -> Iterator[str]:
    """The whole in a few sentences."""
    precedent, draft = uptake.precedent, uptake.draft
    yield f"What {_called(draft)} took over from {_called(precedent)}"
    became = [
        of_parts(parts) for unit, parts in _by_unit(uptake.taken, precedent) if unit.kind in COUNTED
    ]
    counts = Counter(became)
    said = [f"{counts[v]} {SAID[v]}" for v in SAID if counts[v]]
    yield f"Of its {_number(len(became), 'article')}: {', '.join(said) or 'none'}."
    yield (
        f"{percent(uptake.share_kept)} of the words of {precedent.symbol} were taken over; they "
        f"are {percent(uptake.share_taken)} of the words of {draft.symbol}."
    )
    fresh = [
        all(one.new for one in found)
        for unit, found in _by_unit(uptake.origins, draft)
        if unit.kind in COUNTED
    ]
    new = sum(fresh)
    are = "is" if new == 1 else "are"
    yield f"Of {_number(len(fresh), 'article')} of {draft.symbol}, {new} {are} new."
    if precedent.language != draft.language:
        yield (
            f"They are in different languages ({precedent.language} and {draft.language}), whose "
            "words cannot be compared."
        )
    for one in (precedent, draft):
        if one.source.standing in NOT_OFFICIAL:
            yield f"{one.symbol} {NOT_OFFICIAL[one.source.standing]}."
        if one.partial:
            yield (
                f"{one.symbol} covers only part of its text: what it does not hold may stand in "
                "the part that is not here."
            )


def as_data(uptake: Uptake) -> dict[str, object]:
    """Everything that was found, as the `borrowed` command gives it in JSON."""
    old, new = Names(uptake.precedent), Names(uptake.draft)
    return {
        "precedent": uptake.precedent.symbol,
        "draft": uptake.draft.symbol,
        "precedent_standing": uptake.precedent.source.standing,
        "draft_standing": uptake.draft.source.standing,
        "precedent_partial": uptake.precedent.partial,
        "draft_partial": uptake.draft.partial,
        "share_of_precedent": rounded(uptake.share_kept),
        "share_of_draft": rounded(uptake.share_taken),
        "taken": [_taken_data(one, old) for one in uptake.taken],
        "origins": [
            {
                "eid": one.eid,
                "name": new[one.eid],
                "new": one.new,
                "usual_phrases": one.usual,
                "from": list(one.sources),
                "sure": one.sure,
                "words": one.words,
                "words_taken": one.taken,
                "text": _hunks(one.text),
            }
            for one in uptake.origins
        ],
    }


def _taken_data(one: Taken, old: Names) -> dict[str, object]:
    return {
        "eid": one.eid,
        "name": old[one.eid],
        "verdict": one.verdict,
        "like_heading": one.namesake or None,
        "into": list(one.into),
        "sure": one.sure,
        "words": one.words,
        "words_taken": one.kept,
        "words_added": one.added,
        "text": _hunks(one.text),
        "left_out": [p.text for p in one.left_out],
        "other_words": [
            {"precedent": p.text, "draft": p.instead} for p in one.passages if _reworded(one, p)
        ],
        "elsewhere": [{"text": p.text, "in": p.elsewhere} for p in one.passages if p.elsewhere],
    }


def _hunks(hunks: Sequence[Hunk]) -> list[dict[str, str]]:
    return [{"operation": h.operation, "text": h.text} for h in hunks]


def _reworded(one: Taken, passage: Passage) -> bool:
    return one.taken_over and not passage.left_out and not passage.elsewhere


# In words


def _by_unit(findings: Sequence[Finding], draft: Draft) -> list[tuple[Provision, list[Finding]]]:
    """Findings by the article that they stand in, in the order of the document."""
    of = units(draft)
    found: dict[str, tuple[Provision, list[Finding]]] = {}
    for one in findings:
        unit = of[one.eid]
        found.setdefault(unit.eid, (unit, []))[1].append(one)
    return list(found.values())


class _Teller:
    """Tells of articles, with the names and numbers of both texts at hand."""

    def __init__(self, uptake: Uptake) -> None:
        self.old, self.new = Names(uptake.precedent), Names(uptake.draft)
        self._unit_old, self._unit_new = units(uptake.precedent), units(uptake.draft)

    def taken(self, unit: Provision, parts: Sequence[Taken]) -> Iterator[str]:
        """One article of the precedent, and below it the parts of which there is more to say."""
        verdict = of_parts(parts)
        held = (eid for one in parts if one.taken_over for eid in one.into)
        into = dict.fromkeys(self._unit_new[eid].eid for eid in held)
        where = ", ".join(self.new.titled(self.new.of[eid]) for eid in into)
        total = sum(one.words for one in parts)
        kept = sum(one.kept for one in parts if one.taken_over)
        share = f" ({_share(kept, total)} of its {_number(total, 'word')})" if into else ""
        sure = all(one.sure for one in parts if one.taken_over)
        arrow = f" \u2192 {where}" if where else ""
        like = next((self.new[one.namesake] for one in parts if one.namesake), "")
        but = f", but {like} has a like heading" if like else ""
        yield f"{self.old.titled(unit)}{arrow}: {_possibly(sure)}{SAID[verdict]}{share}{but}"
        if into:
            for one in parts:
                yield from (f"    {line}" for line in self._part(one, alone=len(parts) == 1))

    def _part(self, one: Taken, *, alone: bool) -> Iterator[str]:
        if not alone:
            held = (self.new[eid] for eid in one.into if one.taken_over)
            names = ", ".join(dict.fromkeys(held))
            arrow = f" \u2192 {names}" if names else ""
            kept = _share(one.kept, one.words) if one.kept else "no words in a row"
            share = f" ({kept})" if names and one.passages else ""
            said = _possibly(one.sure or not one.taken_over) + SAID[one.verdict]
            opening = self._unit_old[one.eid].eid == one.eid
            yield f"{'Its opening words' if opening else self.old[one.eid]}{arrow}: {said}{share}"
        if not one.taken_over:
            return
        if one.added and one.verdict == "same words":
            yield f"  {_number(one.added, 'word')} added to it"
        for passage in one.passages:
            yield f"  {self._passage(passage)}"

    def _passage(self, passage: Passage) -> str:
        lost = _quoted(passage.text)
        if passage.elsewhere:
            return f"stands in {self.new[passage.elsewhere]}: {lost}"
        if not passage.left_out:
            return f"other words: {lost} became {_quoted(passage.instead)}"
        there = f"; the draft has {_quoted(passage.instead)}" if passage.instead else ""
        return f"left out: {lost}{there}"

    def origin(self, unit: Provision, found: Sequence[Origin]) -> Iterator[str]:
        """One article of the draft, and below it the parts of it that are new."""
        held = (eid for one in found if not one.new for eid in one.sources)
        sources = dict.fromkeys(self._unit_old[eid].eid for eid in held)
        if not sources:
            yield f"{self.new.titled(unit)}: new"
            return
        total = sum(one.words for one in found)
        taken = sum(one.taken for one in found if not one.new)
        sure = all(one.sure for one in found if not one.new)
        names = ", ".join(self.old[eid] for eid in sources)
        share = f"{_share(taken, total)} of its {_number(total, 'word')}"
        yield f"{self.new.titled(unit)}: {_possibly(sure)}from {names} ({share})"
        yield from (f"    {self.new[one.eid]}: new" for one in found if one.new)


def _share(kept: int, total: int) -> str:
    return percent(kept, total) if kept else "none"


def _possibly(sure: bool) -> str:
    return "" if sure else "possibly "


def _called(draft: Draft) -> str:
    title = draft.title if len(draft.title.split()) <= SHOWN else _short(draft.title)
    return f"{draft.symbol} ({title})" if title else draft.symbol


def _quoted(text: str) -> str:
    return f"\u201c{_short(text)}\u201d"


def _short(text: str) -> str:
    """A text in one line; of a long one the beginning, and how much more there is."""
    found = text.split()
    more = len(found) - SHOWN
    return " ".join(found) if more <= 0 else f"{' '.join(found[:SHOWN])} \u2026 ({more} more words)"


def _number(count: int, word: str) -> str:
    return f"{count:,} {word}{'' if count == 1 else 's'}"
