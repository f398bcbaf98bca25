"""The tables of what was found out: comparisons, links, changes and threads.

Out: `COMPARED`, by table.
"""

from __future__ import annotations

from tracker.store.descriptions.note import Note

COMPARED: dict[str, Note] = {
    "comparisons": Note(
        "Comparisons",
        "Every older draft compared with every newer one of the same negotiation and language",
        {
            "old_draft_id": "The older draft",
            "new_draft_id": "The newer draft",
            "same_count": "Links between provisions that kept place and number",
            "renumbered_count": "Links between provisions that kept their place only",
            "moved_count": "Links between provisions that moved",
            "split_count": "Links by which one provision became several",
            "merged_count": "Links by which several provisions became one",
            "demoted_count": "Links by which a provision became part of another",
            "promoted_count": "Links by which a part became a provision by itself",
            "inserted_count": "Provisions that are new",
            "deleted_count": "Provisions that are gone",
            "reworded_count": "Linked provisions whose heading or text changed by more than "
            "quotation marks, spelling and layout",
        },
        facets=("rounds_apart",),
    ),
    "links": Note(
        "Links",
        "Which provision of the older draft became which of the newer",
        {
            "ordinal": "Place in the comparison: in the order of the newer draft, the deleted last",
            "relation": "What became of it: same, renumbered, moved, split, merged, demoted (now "
            "part of another), promoted (now by itself), inserted, deleted",
        },
        facets=("relation", "certain"),
    ),
    "changes": Note(
        "Changes",
        "What happened to the words of each linked provision",
        {
            "number_changed": "1 if the number is another",
            "heading_changed": "1 if the heading changed",
            "text_changed": "1 if the text changed",
            "coarse": "1 if the texts are too large or too different to be compared word by word",
        },
    ),
    "hunks": Note(
        "Words deleted and inserted",
        "Each change as runs of equal, deleted and inserted text",
        {
            "field": "Which text: heading or text",
            "operation": "equal, delete or insert",
            "text": "The words",
            "trivial": "1 if they only print the same otherwise: quotation marks, spelling, white "
            "space, the number of an item; else 0",
        },
        facets=("operation", "trivial"),
    ),
    "threads": Note(
        "Threads",
        "One provision through all drafts, whatever its number was",
        {
            "label": "What people call it, by its last number and heading",
            "first_draft_id": "The first draft that holds it",
            "last_draft_id": "The last draft that holds it",
            "rounds_present": "Number of drafts that hold it",
            "rounds_missed": "Number of drafts between the first and the last that do not hold it",
            "changed_words": "Words deleted plus words inserted in it and in all inside it, from "
            "its first draft to its last",
        },
        label="label",
        facets=("kind", "rounds_present", "rounds_missed"),
    ),
    "thread_members": Note(
        "Provisions of threads",
        "Which provision stands for a thread in which draft",
        {
            "from_provision_id": "The provision it comes from: the thread's one before, or one of "
            "another thread from which it was split off",
            "rounds_missed": "Number of drafts since the one before that do not hold it",
            "changed_words": "Words deleted plus words inserted since the provision it comes from, "
            "in it and in all inside it",
        },
        facets=("relation", "certain"),
    ),
    "chain_differences": Note(
        "Direct and step by step",
        "Where comparing two drafts directly and going from draft to draft do not agree",
        {
            "old_draft_id": "The older draft",
            "new_draft_id": "The newer draft",
            "ordinal": "Place in the list of the negotiation and language, from 1",
        },
    ),
    "analyses": Note(
        "Analyses",
        "What all drafts of a negotiation in one language say together: what it was made of",
        {"made_of": "Fingerprint of the drafts, of what people put beside them, and of the rules"},
    ),
}
