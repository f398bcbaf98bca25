"""The tables and views of what the texts say of claims.

Out: `CLAIMED`, by table or view.
"""

from __future__ import annotations

from tracker.store.descriptions.note import Note

_STATE = (
    "borne out, contradicted, in part (borne out in part), not settled (the texts cannot settle "
    "it), cannot be told (not by the texts that are here), no such provision, no such draft"
)
_OUTCOME = "holds, fails or cannot be told"
_CLAIM = "Place of the claim in the manifest, from 1"

CLAIMED: dict[str, Note] = {
    "claim_checks": Note(
        "What is checked of a claim",
        "What in a claim the texts can settle, as whoever filed it wrote it down",
        {
            "claim_ordinal": _CLAIM,
            "ordinal": "Place among the claim's checks, from 1",
            "asked": "says, lacks, said_until, came_back, may_only, function_is, function_was, "
            "was_own_article or refers_to",
            "phrases": "The phrases looked for, as a JSON list",
            "exact": "1 if they must be spelled so, 0 if words of the same stem count too",
            "one_is_enough": "1 if one of them is enough, else 0",
            "looked_in": "provision, article, operative (the draft without its preamble) or draft",
            "provision_eid": "The provision to look in, if not the claim's own",
            "symbol": "The draft to look in, if not the claim's own",
            "legal_function": "The legal job that it is said to have",
            "target_eid": "The provision that a reference should lead to",
        },
        facets=("asked",),
    ),
    "claim_verdicts": Note(
        "Verdicts on claims",
        "Whether the texts bear a claim out",
        {
            "claim_ordinal": _CLAIM,
            "state": _STATE,
            "verdict": "The same in a sentence, with what it rests on",
        },
        facets=("state",),
    ),
    "claim_check_results": Note(
        "What came of the checks",
        "Each check of a claim with its answer",
        {
            "claim_ordinal": _CLAIM,
            "ordinal": "Place among the claim's checks, from 1",
            "found": f"What the texts that are here show: {_OUTCOME}",
            "outcome": f"What they show of the official texts: {_OUTCOME}",
            "why": "Why, in a sentence or more",
            "caveat": "Why nothing follows for the official text; empty if it does",
            "relies": "Symbols of the drafts that it rests on, as a JSON list",
        },
        facets=("found", "outcome"),
    ),
    "claim_evidence": Note(
        "Words behind the checks",
        "The words that show what came of a check, with their places",
        {
            "claim_ordinal": _CLAIM,
            "check_ordinal": "Place of the check among those of the claim, from 1",
            "ordinal": "Place among the check's words, from 1",
            "field": "Where they stand: heading or text",
            "text_start": "First character there, counted from 0",
            "text_end": "First character after them",
            "words": "The words",
            "status": "in brackets or struck out, so that they were not agreed; empty if they "
            "plainly stand there",
        },
    ),
    "claim_places": Note(
        "Where the provision of a claim stands",
        "The provision that a claim is about, in every draft",
        {
            "claim_ordinal": _CLAIM,
            "presence": "there, in another (it was part of that), possibly, not there, not covered "
            "(the document covers only part of the text)",
            "number": "Its number there in words: Article 21(2)",
        },
        facets=("presence",),
    ),
    "claims_judged": Note(
        "Claims and what the texts say of them",
        "Every claim with its verdict, its checks, and where its provision stands in every draft",
        {
            "ordinal": _CLAIM,
            "symbol": "The draft that it is about",
            "document": "What it is about, where that is no draft but goes with one",
            "number": "The provision that it is about, as it was numbered in that draft",
            "claim": "What is said",
            "date_of_claim": "When it was said: a date, a month or a year",
            "state": _STATE,
            "verdict": "The same in a sentence, with what it rests on",
            "checks": "What came of each check, and why",
            "unsettled": "What in it no text settles",
            "note": "What else must be known of it",
            "stands": "Where the provision stands in each draft",
        },
        facets=("state", "source"),
    ),
}
