"""What changed between two drafts, in sentences: as text or JSON-ready data.

In: two drafts and the findings between them. Out: what must be known of the texts, how many
findings there are of each kind, how much the drafts oblige and permit, and what to see first.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence

from tracker.findings import KINDS, Found, Words, counts, first
from tracker.hollow import hollow
from tracker.model import Draft, Standing
from tracker.substance import Sum, draft_profile, rules_of

_NOT_OFFICIAL: dict[Standing, str] = {
    "paraphrase": "is a paraphrase written for this project, not the official text: what is told "
    "here of its words says nothing sure of the official ones",
    "reconstruction": "is a reconstruction from quotations, not the official text",
    "unstated": "is a file of which nobody has said whether it is the official text",
}
_PROFILE = {
    "duties": "duties",
    "options": "options",
    "bans": "bans",
    "encouragements": "recommendations and duties to try",
    "qualifiers": "limiting words",
    "safeguards": "protections",
    "words": "words",
}
_WIDTH = 96


def findings_text(old: Draft, new: Draft, found: Sequence[Found], *, everything: bool) -> str:
    """The findings in plain text: the ten to see first, or with `everything` all of them."""
    shown = found if everything else first(found)
    blocks = [f"What changed from {_called(old)} to {_called(new)}"]
    blocks += (_wrapped(note, "") for note in notes(old, new))
    if not found:
        return "\n\n".join([*blocks, "Nothing changed."])
    blocks.append("\n".join(_counted(found)))
    profiles = _profiles(old, new)
    if profiles is not None:
        told = (f"{_PROFILE[name]} {a:,} → {b:,}" for name, (a, b) in profiles.items())
        blocks.append(_wrapped(f"In all: {', '.join(told)}.", ""))
    blocks += (_wrapped(one.sentence, f"{one.rank:>3}. ") for one in shown)
    if len(shown) < len(found):
        blocks.append(
            f"{len(shown)} of {len(found):,}, by their place among all; --all lists the others."
        )
    return "\n\n".join(blocks)


def findings_data(
    old: Draft, new: Draft, found: Sequence[Found], *, everything: bool
) -> dict[str, object]:
    """The same, as the `changes` command gives it in JSON."""
    profiles = _profiles(old, new)
    return {
        "old": old.symbol,
        "new": new.symbol,
        "notes": list(notes(old, new)),
        "counts": dict(counts(found)),
        "profiles": None
        if profiles is None
        else {name: {"old": a, "new": b} for name, (a, b) in profiles.items()},
        "total": len(found),
        "findings": [_finding(one) for one in (found if everything else first(found))],
    }


def notes(old: Draft, new: Draft) -> Iterator[str]:
    """What a reader must know of the two texts, each said once."""
    standing = old.source.standing
    if standing == new.source.standing and standing in _NOT_OFFICIAL:
        yield f"Each of the two {_NOT_OFFICIAL[standing]}."
    else:
        for one in (old, new):
            if one.source.standing in _NOT_OFFICIAL:
                yield f"{one.symbol} {_NOT_OFFICIAL[one.source.standing]}."
    if old.partial:
        yield (
            f"{old.symbol} covers only part of its text: what is told as possibly new may have "
            "been in the part that is not here."
        )
    if new.partial:
        yield (
            f"{new.symbol} covers only part of its text: what it does not hold is not told as gone."
        )
    yield from _holes(old, new)
    if rules_of(new.language) is None:
        yield (
            f"There are no rules for the language {new.language!r}: only what came, went and moved "
            "is told, and not what kind of change it is."
        )


def _holes(old: Draft, new: Draft) -> Iterator[str]:
    """That a file lacks the words of articles, so that the other's may stand there."""
    for one, what in ((old, "new"), (new, "gone")):
        bare = hollow(one.provisions, one.furniture)
        if bare and not one.partial:
            kind = bare[0].kind
            count = f"one {kind}" if len(bare) == 1 else f"{len(bare)} {kind}s"
            yield (
                f"The file of {one.symbol} lacks the words of {count}: what is told as possibly "
                f"{what} may stand there."
            )


def _counted(found: Sequence[Found]) -> Iterator[str]:
    yield f"{len(found):,} finding{'' if len(found) == 1 else 's'}:"
    for kind, count in counts(found).items():
        yield f"{count:>7,}  {KINDS[kind]}"


def _profiles(old: Draft, new: Draft) -> dict[str, tuple[int, int]] | None:
    """How much each draft obliges, permits, limits and protects; None without rules."""
    sums = draft_profile(old), draft_profile(new)
    if sums[0] is None or sums[1] is None:
        return None
    return {name: (_of(sums[0], name), _of(sums[1], name)) for name in _PROFILE}


def _of(profile: Sum, name: str) -> int:
    value = getattr(profile, name)
    assert isinstance(value, int)
    return value


def _finding(one: Found) -> dict[str, object]:
    return {
        "rank": one.rank,
        "kind": one.kind,
        "also": list(one.also),
        "sentence": one.sentence,
        "sure": one.sure,
        "why": one.why or None,
        "old": one.old,
        "new": one.new,
        "places": [{"old": old, "new": new} for old, new in one.places],
        "evidence": [_words(words) for words in one.evidence],
    }


def _words(words: Words) -> dict[str, object]:
    return {
        "side": words.side,
        "eid": words.eid,
        "place": words.place,
        "start": words.start,
        "end": words.end,
        "text": words.text,
    }


def _called(draft: Draft) -> str:
    title = " ".join(draft.title.split())
    short = textwrap.shorten(title, 80, placeholder=" …")
    return f"{draft.symbol} ({short})" if short else draft.symbol


def _wrapped(text: str, before: str) -> str:
    return textwrap.fill(
        text,
        _WIDTH,
        initial_indent=before,
        subsequent_indent=" " * len(before),
        break_long_words=False,
        break_on_hyphens=False,
    )
