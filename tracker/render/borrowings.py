"""What a draft borrowed, and the safeguards that did not come along, as text or JSON-ready data.

In: an `Uptake` of a draft and a precedent. Out: what `tracker.precedent.tell` says of it, and which
words that protect did not come along (`tracker.precedent.safeguards`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tracker.precedent import Lost, Uptake, lost_safeguards, tell
from tracker.precedent.shares import percent, rounded
from tracker.render.rounds import Rounds, wrapped

SHOWN = 30
"""Words of what the draft has instead that are printed; JSON has all."""

AROUND = 160
"""Characters of the precedent that are shown on each side of the words."""


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
                "share_of_the_article_taken_over": rounded(one.share),
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
            f"which {possibly}took over {percent(one.share)} of the words of that article"
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
