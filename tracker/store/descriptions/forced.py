"""The tables and views of the force of provisions, and of references between them.

Out: `FORCED`, by table or view.
"""

from __future__ import annotations

from tracker.store.descriptions.note import Note

_KIND = (
    "duty (shall), option (may), ban (shall not), encouragement (should, shall endeavour to), "
    "qualifier (words that make a rule hold only under a condition or to a degree), safeguard "
    "(words that protect people or limit power)"
)
_COUNTS = {
    "duties": "Words that oblige",
    "options": "Words that permit",
    "bans": "Words that forbid",
    "encouragements": "Words that recommend, or ask to try",
    "qualifiers": "Words that make a rule hold only under a condition or to a degree",
    "safeguards": "Words that protect people or limit power",
}
_WORDS = "Words of the draft without its preamble and titles, which oblige nobody"
_SURE = "0 if a careful reader might see it otherwise: read it as 'possibly'; else 1"

FORCED: dict[str, Note] = {
    "drafts_looked_at": Note(
        "Drafts that were looked at",
        "Whether there are rules for the language of a draft: without them “none” would only mean "
        "that nobody looked",
        {
            "for_force": "1 if words that oblige, permit and protect were looked for, else 0",
            "for_references": "1 if references between provisions were looked for, else 0",
            "operative_words": _WORDS,
        },
    ),
    "force_words": Note(
        "Words that oblige, permit or protect",
        "Each such word or phrase with its place in the provision's text",
        {
            "ordinal": "Place in the provision, from 1",
            "kind": _KIND,
            "text_start": "First character in the provision's text, counted from 0",
            "text_end": "First character after it",
            "words": "The words",
            "operative": "0 in a preamble or a title, which oblige nobody, else 1",
        },
        facets=("kind",),
    ),
    "force_by_draft": Note(
        "How much each draft obliges",
        "The words that oblige, permit, forbid, recommend, qualify and protect in each draft, its "
        "preamble left out",
        {
            "operative_words": _WORDS,
            **_COUNTS,
            **{f"{key}_per_1000_words": f"{said}, in a thousand" for key, said in _COUNTS.items()},
        },
    ),
    "force_by_article": Note(
        "How much each article obliges, round by round",
        "The same for every article with all that stands inside it, under one name through all "
        "rounds",
        _COUNTS,
        facets=("symbol",),
    ),
    "cross_references": Note(
        "References between provisions",
        "Words of a provision that name another one, and what they lead to",
        {
            "ordinal": "Place in the provision, from 1",
            "text_start": "First character of the words in the provision's text, counted from 0",
            "text_end": "First character after them",
            "words": "The words; they may name several provisions, each of which has its row",
            "own_start": "First character of the words for this one alone",
            "own_end": "First character after them",
            "leads": "exact (to the very provision), nearest (to what holds it: the draft is not "
            "divided further), nowhere, elsewhere (to another instrument), unclear",
            "target_provision_id": "What it leads to, or the first of a range",
            "last_target_provision_id": "The last of a range",
            "near_provision_id": "Where it leads nowhere, the innermost provision that does exist",
            "instrument": "The other instrument, if it leads to one",
            "sure": _SURE,
            "why": "What must be known of where it leads",
        },
        facets=("leads",),
    ),
    "reference_changes": Note(
        "What became of references",
        "Every reference of two drafts that did not stay as it was. One whose number only followed "
        "a new numbering is consequential",
        {
            "ordinal": "Place in the comparison, from 1",
            "outcome": "stale (the number stayed, but what it named has another one now), dangling "
            "(leads nowhere), repointed (leads to something else), consequential, added, removed, "
            "unclear",
            "old_provision_id": "Where it stood in the older draft",
            "old_ordinal": "Which of the references there, from 1",
            "new_provision_id": "Where it stands in the newer draft",
            "new_ordinal": "Which of the references there, from 1",
            "old_target": "What it led to, in words",
            "new_target": "What it leads to, in words",
            "became_provision_id": "What the thing that it led to is in the newer draft",
            "sure": _SURE,
            "why": "Why it is told so",
        },
        facets=("outcome",),
    ),
    "references_that_lead_nowhere": Note(
        "References that lead nowhere",
        "Words that name a provision which the draft, as it was read, does not have",
        {
            "words": "The words",
            "nearest_number": "Number of the innermost provision that does exist",
            "nearest_heading": "Heading of that provision",
            "sure": _SURE,
            "why": "What must be known of it",
            "text": "The text in which it stands",
            "text_start": "First character of the words in that text, counted from 0",
            "text_end": "First character after them",
            "near_provision_id": "The innermost provision that does exist",
        },
        facets=("symbol", "sure"),
    ),
    "references_that_point_elsewhere": Note(
        "References that point elsewhere than before",
        "References that were left behind by a new numbering, were turned to something else, or "
        "lead nowhere in the newer draft",
        {
            "outcome": "stale (the number stayed, but what it named has another one now), "
            "repointed (leads to something else) or dangling (leads nowhere)",
            "sentence": "What became of it",
            "old_words": "The words in the older draft",
            "new_words": "The words in the newer draft",
            "old_target": "What it led to",
            "new_target": "What it leads to",
            "sure": _SURE,
            "why": "Why it is told so",
        },
        facets=("outcome", "old_symbol", "new_symbol"),
    ),
}
