"""What a draft borrowed, and the safeguards that did not come along, as text or JSON-ready data.

In: an `Uptake` of a draft and a precedent. Out: what `tracker.precedent.tell` says of it, and which
words that protect stand in an article of the precedent that was taken over, and nowhere in the
articles of the draft that took it over. What protects is told by
`tracker.substance`; in a language without its rules nothing is said.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from tracker.model import Draft, Provision
from tracker.precedent import Taken, Uptake, of_parts, tell
from tracker.precedent.findings import APART
from tracker.precedent.frames import Frames
from tracker.precedent.units import units
from tracker.render.rounds import Rounds, wrapped
from tracker.substance import profile, rules_of
from tracker.words import words

ENOUGH = 0.1
"""Share of the words of an article from which on another has taken it over, whatever its
heading."""

SHOWN = 30
"""Words of what the draft has instead that are printed; JSON has all."""

AROUND = 160
"""Characters of the precedent that are shown on each side of the words."""


@dataclass(frozen=True, slots=True)
class Lost:
    """Words that protect, `text[start:end]` of the provision `eid` of the precedent; `into` are the
    articles of the draft that took over the article in which they stand, without them.

    `whole` says that nothing of the provision was taken over; else `instead` are the words that the
    draft has there, `""` if it has none. `share` of the words of the article was taken over; `sure`
    says that the article surely came from there.
    """

    eid: str
    start: int
    end: int
    into: tuple[str, ...]
    whole: bool
    instead: str
    share: float
    sure: bool


@dataclass(frozen=True, slots=True)
class _Articles:
    """The articles of the precedent and of the draft by what stands in them."""

    old: Mapping[str, Provision]
    new: Mapping[str, Provision]
    frames: Frames


def borrowed_data(uptake: Uptake) -> dict[str, object]:
    """All that was found, as the `borrowed` command gives it in JSON; `safeguards_left_out` is null
    where the language of the precedent has no rules for them."""
    lost = lost_safeguards(uptake)
    old, new = Rounds([uptake.precedent]), Rounds([uptake.draft])
    text = old.provisions[0]
    return {
        **tell.as_data(uptake),
        "safeguards_left_out": None
        if lost is None
        else [
            {
                "eid": one.eid,
                "name": old.name(0, one.eid),
                "words": text[one.eid].text[one.start : one.end],
                "start": one.start,
                "end": one.end,
                "into": list(one.into),
                "into_names": [new.name(0, eid) for eid in one.into],
                "nothing_of_it_taken_over": one.whole,
                "instead": one.instead,
                "share_of_the_article_taken_over": round(one.share, 4),
                "sure": one.sure,
            }
            for one in lost
        ],
    }


def borrowed_text(uptake: Uptake) -> str:
    """The same in plain text, the safeguards before the rest."""
    return tell.as_text(uptake, ["\n".join(_safeguards(uptake))])


def _safeguards(uptake: Uptake) -> Iterator[str]:
    lost = lost_safeguards(uptake)
    yield "WORDS OF SAFEGUARDS THAT DID NOT COME ALONG"
    if lost is None:
        yield wrapped(f"not looked at: there are no rules for {uptake.precedent.language!r}", "  ")
        return
    if not lost:
        yield "  none found"
    old, new = Rounds([uptake.precedent]), Rounds([uptake.draft])
    for some in _by_provision(lost):
        one = some[0]
        text = old.provisions[0][one.eid].text
        told = ", ".join(
            dict.fromkeys(f"“{' '.join(text[x.start : x.end].split())}”" for x in some)
        )
        into = ", ".join(new.titled(0, eid) for eid in one.into)
        possibly = "" if one.sure else "possibly "
        yield wrapped(
            f"{told}: in {old.titled(0, one.eid)} of {uptake.precedent.symbol}, not in {into}, "
            f"which {possibly}took over {max(0.01, one.share):.0%} of the words of that article"
            + (", without this part" if one.whole else _instead(some)),
            "  ",
            "    ",
        )
        yield wrapped(_around(text, some[0].start, some[-1].end), "      ")


def _instead(some: Sequence[Lost]) -> str:
    """What the draft has in the place of words, in a half-sentence."""
    found = dict.fromkeys(" ".join(one.instead.split()[:SHOWN]) for one in some if one.instead)
    return f", and has “{' … '.join(found)}” there" if found else ""


def _by_provision(lost: Sequence[Lost]) -> Iterator[list[Lost]]:
    group: list[Lost] = []
    for one in lost:
        if group and group[0].eid != one.eid:
            yield group
            group = []
        group.append(one)
    if group:
        yield group


def _around(text: str, start: int, end: int) -> str:
    """The words with what stands beside them, cut at blanks."""
    first, last = max(0, start - AROUND), min(len(text), end + AROUND)
    before = text[first:start].partition(" ")[2] if first else text[:start]
    after = text[end:last].rpartition(" ")[0] if last < len(text) else text[end:]
    return f"{'… ' if first else ''}{before}{text[start:end]}{after}{' …' * (last < len(text))}"


def lost_safeguards(uptake: Uptake) -> tuple[Lost, ...] | None:
    """The safeguards that did not come along, in the order of the precedent; None where its
    language has no rules for them."""
    if rules_of(uptake.precedent.language) is None:
        return None
    frames = Frames(uptake.precedent, uptake.draft)
    articles = _Articles(units(uptake.precedent), units(uptake.draft), frames)
    parts: dict[str, list[Taken]] = {}
    for one in uptake.taken:
        parts.setdefault(articles.old[one.eid].eid, []).append(one)
    said = _said(uptake.draft)
    held = {provision.eid: provision for provision in uptake.precedent.provisions}
    found: list[Lost] = []
    for some in parts.values():
        into = () if of_parts(some) in APART else _into(some, articles)
        there = "|".join(said[eid] for eid in into)
        kept = [part for part in some if part.taken_over]
        share = sum(part.kept for part in kept) / sum(part.words for part in some)
        sure = any(part.sure for part in kept)
        for part in some if into else ():
            whole = not part.taken_over
            for start, end, instead in _lost(part, held[part.eid], uptake.precedent.language):
                if _key(held[part.eid].text[start:end]) not in there:
                    found.append(Lost(part.eid, start, end, into, whole, instead, share, sure))
    return tuple(found)


def _into(parts: Sequence[Taken], articles: _Articles) -> tuple[str, ...]:
    """The articles of the draft that took over an article of the precedent: those with a like
    heading, and those that have enough of its words. A sentence that went elsewhere takes no
    article along."""
    kept: dict[str, int] = {}
    for part in parts:
        if part.taken_over:
            for eid in dict.fromkeys(articles.new[eid].eid for eid in part.into):
                kept[eid] = kept.get(eid, 0) + part.kept
    enough = ENOUGH * sum(part.words for part in parts)
    heading = articles.old[parts[0].eid].heading
    return tuple(
        eid
        for eid, taken in kept.items()
        if taken >= enough or articles.frames.alike(heading, articles.new[eid].heading)
    )


def _lost(part: Taken, provision: Provision, language: str) -> Iterator[tuple[int, int, str]]:
    """Where words that protect stand in what a provision lost, and what the draft has instead."""
    ranges = list(_ranges(part))
    for one in profile(provision, language).safeguards:
        for start, end, instead in ranges:
            if start < one.end and one.start < end:
                yield one.start, one.end, instead
                break


def _ranges(part: Taken) -> Iterator[tuple[int, int, str]]:
    """What a provision lost, all of it if nothing was taken over; what stands elsewhere is not
    lost."""
    instead = {one.text: one.instead for one in part.passages if not one.elsewhere}
    at = 0
    for hunk in part.text:
        end = at + len(hunk.text)
        if not part.taken_over:
            yield at, end, ""
        elif hunk.operation == "delete" and hunk.text.strip() in instead:
            yield at, end, instead[hunk.text.strip()]
        at = end


def _said(draft: Draft) -> dict[str, str]:
    """By article of the draft all its words, to look for words in a row."""
    of = units(draft)
    texts: dict[str, list[str]] = {}
    for one in draft.provisions:
        texts.setdefault(of[one.eid].eid, []).append(_key(one.text))
    return {eid: "|".join(some) for eid, some in texts.items()}


def _key(text: str) -> str:
    return f" {' '.join(words(text))} "
