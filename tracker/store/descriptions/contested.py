"""The tables and views of words in brackets over time.

Out: `CONTESTED`, by table or view.
"""

from __future__ import annotations

from tracker.store.descriptions.note import Note

_KIND = "bracket, alternative (an option), proponent (words that the draft prints with a name)"
_OUTCOME = (
    "What became of the words in the first draft that no longer marks them: kept (all of them), "
    "partly kept, replaced (other words stand in their place), dropped; open if the last draft "
    "still has them in brackets; not covered if no later draft holds their place"
)
_WANTS = "to have the words if empty, else delete, retain, reserve … as the draft says"
_SHARED = {
    "contest_id": "The contest",
    "kind": _KIND,
    "label": "The label of an option, else empty",
    "outcome": _OUTCOME,
    "kept": "Of words that were partly kept: those that are left",
    "instead": "Of words that were replaced: what stands in their place",
    "again": "1 if some of the words had been in brackets before and agreed since",
    "certain": "0 if the words or their place were followed along a link that is only possible",
    "rounds_contested": "How many drafts mark the words",
    "field": "Where the words stand: heading or text of the provision",
    "text_start": "First marked character of that field, counted from 0",
    "text_end": "First character of that field after the mark",
}


CONTESTED: dict[str, Note] = {
    "contests": Note(
        "Words in brackets",
        "Words that stood in brackets, in an option or under a proponent's name, from the first "
        "draft that marks them to the one that settles them. The words are known again from draft "
        "to draft wherever they stand.",
        {
            **{k: _SHARED[k] for k in ("kind", "label", "rounds_contested", "again", "outcome")},
            **{k: _SHARED[k] for k in ("kept", "instead", "certain")},
            "words": "The words, as the last draft that marks them prints them",
            "entered_draft_id": "The draft in which the first of the words stood first, marked or "
            "not",
            "first_draft_id": "The first draft that marks them",
            "last_draft_id": "The last draft that marks them",
            "resolved_draft_id": "The draft that settles it; empty if none has yet",
            "ordinal": "Place in the order in which contests began, from 1",
        },
        label="words",
        facets=("negotiation_id", "kind", "outcome"),
    ),
    "contest_rounds": Note(
        "Words in brackets by draft",
        "Each draft that marks them.",
        {
            "contest_id": _SHARED["contest_id"],
            "words": "The words as this draft prints them, without the brackets around them",
        },
    ),
    "contest_spots": Note(
        "Where words in brackets stand",
        "A row for each provision: a bracket may go on through several. provision_spans lead on to "
        "the page of the file.",
        {k: _SHARED[k] for k in ("contest_id", "field", "text_start", "text_end")}
        | {"ordinal": "Place in the order of the text, from 1"},
    ),
    "contest_names": Note(
        "Who is named with words in brackets",
        "By draft. A name stands here only if the draft prints it with the words.",
        {
            "contest_id": _SHARED["contest_id"],
            "ordinal": "Place in the order, from 1: who is named with these very words first",
            "name": "Who is named: a State, a group, an author of tracked changes",
            "wants": f"What is wanted: {_WANTS}",
        },
        facets=("name",),
    ),
    "contested_words": Note(
        "How long words were in brackets, who proposed them, how it ended",
        "One row for each stretch of words in brackets.",
        {k: v for k, v in _SHARED.items() if k not in ("field", "text_start", "text_end")}
        | {
            "provision": "The provision in which they stood when last marked, by its last number "
            "and heading",
            "number": "Its number as printed there",
            "words": "The words, as the last draft that marks them prints them",
            "proponents": "Everybody who was ever named with them, and what is wanted if not to "
            "have them",
            "days_contested": "Days from the first draft that marks them to the one that settles "
            "it, or to the last that marks them",
            "symbol_of_entry": "Symbol of the draft in which the first of the words stood first",
            "first_symbol": "Symbol of the first draft that marks them",
            "first_round": "Number of that round",
            "first_date": "Its date",
            "last_symbol": "Symbol of the last draft that marks them",
            "last_round": "Number of that round",
            "resolved_symbol": "Symbol of the draft that settles it; empty if none has yet",
            "resolved_round": "Number of that round",
            "resolved_date": "Its date",
        },
        facets=("negotiation_id", "outcome", "proponents"),
    ),
    "contested_by_round": Note(
        "Words in brackets, draft by draft",
        "Each passage of words in brackets in each draft that marks it, with who is named there.",
        {k: _SHARED[k] for k in ("contest_id", "kind", "label", "outcome")}
        | {k: _SHARED[k] for k in ("field", "text_start", "text_end")}
        | {
            "words": "The words of the passage, with its brackets",
            "proponents": "Who is named with the words in this draft",
        },
    ),
    "telling_phrases": Note(
        "Phrases worth following",
        "The qualifiers and safeguards of two to four words whose number changed most between "
        "whole drafts; the phrase page offers them.",
        {
            "phrase": "The phrase, in small letters",
            "fewest": "How often the whole draft that has it least has it",
            "most": "How often the whole draft that has it most has it",
        },
    ),
}
