"""The tables and views of findings between drafts.

Out: `FOUND`, by table or view.
"""

from __future__ import annotations

from tracker.store.descriptions.note import Note

_KIND = (
    "What changed: function (another legal job), force (duties, options, bans), safeguard, "
    "qualifier (conditions), penalty, threshold (numbers), gone, new, reference, scope, actor, "
    "definition, other, recital, moved, heading, editorial (wording alone)"
)
_FIRST = "1 if it is among the ten findings to see first between these two drafts, else 0"
_RANK = "Place among the findings between these two drafts, from 1, the most telling first"
_WHY = "Why it is not certain; empty if it is"
_CERTAIN = "0 if it should be read as 'possibly', else 1"
_SENTENCE = "What changed, in one sentence that quotes only words of the texts"
_OF = "The link of the change that the finding is of: its key"

FOUND: dict[str, Note] = {
    "findings": Note(
        "Findings",
        "What a reader should know of the changes between two drafts, one sentence a change",
        {
            "link_id": _OF,
            "rank": _RANK,
            "first": _FIRST,
            "kind": _KIND,
            "sentence": _SENTENCE,
            "certain": _CERTAIN,
            "why": _WHY,
            "gravity": "What orders findings of a kind, 0 to 9",
            "words": "Words deleted plus words inserted in all places of the change",
        },
        label="sentence",
        facets=("kind", "certain", "first"),
    ),
    "finding_kinds": Note(
        "Further kinds of findings",
        "What else the change of a finding is",
        {"link_id": _OF, "kind": _KIND},
        facets=("kind",),
    ),
    "finding_places": Note(
        "Places of findings",
        "Every link of which a finding is told: the same change in several places is told once",
        {"link_id": _OF, "place_link_id": "A link of which it is told"},
    ),
    "finding_words": Note(
        "Words that show findings",
        "The evidence: which words of which provision show a finding",
        {
            "link_id": _OF,
            "side": "old or new: the draft in which the words stand",
            "field": "Which of the provision's texts: heading or text",
            "text_start": "First character in that text, from 0; empty if the words stand in "
            "several provisions together",
            "text_end": "First character after them; empty if the words stand in several "
            "provisions together",
            "words": "The words",
        },
        facets=("side",),
    ),
    "renumbered_references": Note(
        "References that follow a new numbering",
        "Deleted and inserted words of a reference whose number only follows that of what it "
        "names: article 17 that became article 4",
        {"hunk_ordinal": "Place of the run of words among those of the link's text, from 1"},
    ),
    "findings_told": Note(
        "What changed, in sentences",
        "Every finding between any two drafts, with both places",
        {
            "old_round": "Number of the older draft's round",
            "old_draft": "Name of the older draft's round",
            "new_round": "Number of the newer draft's round",
            "new_draft": "Name of the newer draft's round",
            "rounds_apart": "How many rounds apart the two drafts are",
            "rank": _RANK,
            "first": _FIRST,
            "kind": _KIND,
            "sentence": _SENTENCE,
            "certain": _CERTAIN,
            "why": _WHY,
            "link_id": _OF,
        },
        facets=("kind", "certain", "first", "old_symbol", "new_symbol"),
    ),
    "findings_by_thread": Note(
        "What changed in each provision",
        "The findings of each provision, from each draft to the next that holds it",
        {
            "rank": _RANK,
            "kind": _KIND,
            "sentence": _SENTENCE,
            "certain": _CERTAIN,
            "why": _WHY,
            "link_id": _OF,
        },
        facets=("kind", "certain", "new_symbol"),
    ),
    "duties_that_changed": Note(
        "Duties that became options",
        "Provisions that oblige in one draft and only allow, ask to try or recommend in the next "
        "that holds them, or the other way round, and duties that came or went",
        {
            "sentence": _SENTENCE,
            "certain": _CERTAIN,
            "why": _WHY,
            "old_words": "The words that show it in the older draft",
            "new_words": "The words that show it in the newer draft",
        },
        facets=("certain", "new_symbol"),
    ),
}
