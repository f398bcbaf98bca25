"""What people claim of provisions, beside what the texts show: for people and as data.

In: `Judged` claims. Out: lines of text, or JSON-ready dictionaries with every check, the words
behind it and the draft they stand in.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from tracker.claims import CHECKS, VERDICTS, Checked, Judged, Place

QUOTED = 200
"""Characters of a passage that are printed; JSON has all."""


def claims_text(judged: Sequence[Judged]) -> str:
    """Every claim with its source, its verdict, and what each check found."""
    if not judged:
        return "No claim is filed."
    counts = Counter(one.state for one in judged)
    summary = ", ".join(f"{counts[s]} {VERDICTS[s]}" for s in VERDICTS if counts[s])
    many = "1 claim" if len(judged) == 1 else f"{len(judged)} claims"
    return "\n\n".join([f"{many}: {summary}.", *("\n".join(_lines(one)) for one in judged)])


def _lines(one: Judged) -> Iterator[str]:
    claim = one.claim
    yield f"{_about(one)}: {claim.text}"
    yield f"  said by {claim.source}, {claim.date}"
    yield f"  {one.verdict}"
    for checked in one.checks:
        yield f"    {checked.outcome}: {_why(checked)}"
        for words in checked.evidence:
            status = f", {words.status}" if words.status else ""
            yield f"      {words.symbol} {words.eid}{status}: “{_cut(words.text)}”"
    if claim.note:
        yield f"  note: {claim.note}"


def _about(one: Judged) -> str:
    """The draft, and the provision as it is numbered there."""
    claim = one.claim
    here = next((p for p in one.follows if p.symbol == claim.symbol and p.number), None)
    provision = here.number if here else claim.provision
    return ", ".join(x for x in (claim.document or claim.symbol, provision) if x)


def _cut(text: str) -> str:
    return text if len(text) <= QUOTED else text[:QUOTED].rsplit(" ", 1)[0] + " …"


def claims_data(judged: Sequence[Judged]) -> list[dict[str, object]]:
    """Everything that was found."""
    return [
        {
            "symbol": one.claim.symbol,
            "document": one.claim.document or None,
            "provision": one.claim.provision or None,
            "claim": one.claim.text,
            "source": one.claim.source,
            "date": one.claim.date,
            "state": one.state,
            "verdict": one.verdict,
            "note": one.claim.note or None,
            "checks": [_check(checked) for checked in one.checks],
            "stands": [_place(place) for place in one.follows],
        }
        for one in judged
    ]


def _check(one: Checked) -> dict[str, object]:
    return {
        "check": one.check.check,
        "meaning": CHECKS[one.check.check],
        "outcome": one.outcome,
        "found_here": one.found,
        "why": _why(one),
        "evidence": [
            {
                "symbol": words.symbol,
                "eid": words.eid,
                "field": words.field,
                "start": words.start,
                "end": words.end,
                "text": words.text,
                "status": words.status or None,
            }
            for words in one.evidence
        ],
    }


def _why(one: Checked) -> str:
    return f"{one.why} {one.caveat}".rstrip()


def _place(place: Place) -> dict[str, object]:
    return {
        "symbol": place.symbol,
        "presence": place.presence,
        "eid": place.eid or None,
        "number": place.number or None,
    }
