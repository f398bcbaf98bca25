"""The tables of what people say of a text, and of what they decided of links.

Out: `SAID`, by table.
"""

from __future__ import annotations

from tracker.store.descriptions.note import Note

SAID: dict[str, Note] = {
    "facts": Note(
        "Facts about rounds",
        "Sentences about a round or a provision, with how sure they are",
        {
            "text": "The sentence",
            "sure": "A: read in the text or on an official page; B: a secondary source; S: stated "
            "by advocates; C: recalled, not checked",
        },
        facets=("sure",),
    ),
    "stories": Note("Stories", "What there is to see in a negotiation", {"text": "What it is"}),
    "claims": Note(
        "Claims",
        "What somebody says of a provision",
        {
            "text": "What is said",
            "date": "When it was said: a date, a month or a year",
            "document": "What it is about, where that is no draft but goes with one",
            "unsettled": "What in it no text settles",
            "note": "What else must be known of it",
        },
    ),
    "decisions": Note(
        "Decisions of people",
        "What people decided of links: it overrides what the program found",
        {
            "ordinal": "Place in the file links.toml, from 1",
            "old_words": "First words of the older provision when it was decided",
            "new_words": "First words of the newer provision when it was decided",
            "old_seal": "Seal of the older text when it was decided; empty if not given",
            "new_seal": "Seal of the newer text when it was decided; empty if not given",
            "old_seal_now": "Seal of the older text as it is now",
            "new_seal_now": "Seal of the newer text as it is now",
            "relation": "What the person says became of it; empty if left as found",
            "date": "When it was decided, ISO 8601",
        },
        facets=("action", "state"),
    ),
    "link_decisions": Note(
        "Links that people decided", "Which link is as it is because of which decision"
    ),
}
