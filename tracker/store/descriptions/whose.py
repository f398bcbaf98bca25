"""The tables and views of proposals, of earlier instruments, and of what is in drafts of both.

Out: `WHOSE`, by table or view.
"""

from __future__ import annotations

from tracker.store.descriptions.note import Note
from tracker.store.records.uptakes import CHECKED

_MATCHES = (
    "That words are the same does not say who had them from whom: both may have them from a third "
    "text"
)
_CHANCE = (
    "How many such matches a model would expect for this proposal if the two texts had nothing to "
    "do with each other; of a deletion the probability that words like these go anyway. It was "
    f"checked down to one in {CHECKED}: a smaller number says no more than that"
)
_SHARE = "Part of all that the proposal would change, 0 to 1"
_DOUBTS = "Why it is only possible; empty if it is sure"
_KIND = (
    "new words (stand in no earlier draft), new place (known before, but not in this place), "
    "deletion (the proposal would strike them, and they are gone)"
)
_LATER = (
    "How many drafts after the one that the proposal is about: 1 is the next; empty if the "
    "proposal's date does not tell"
)
_VERDICT = (
    "same words, other words, in part, usual phrases (only what the instrument says in many "
    "places) or not taken over"
)
_KEPT = "Words of it that the last draft has"
_CALLED = "What it is called in print: Article 5(2)(a)"
_INSTEAD = "What the draft has in the place of the words; empty if nothing"
_LINK_SURE = "0 if it is only possible that it was taken over, else 1"
_PRECEDENT_HEADING = "Heading of the article that it stands in"

_GIVEN: dict[str, Note] = {
    "given_files": Note(
        "Files that the manifest names",
        "Files of proposals, and of earlier instruments; they may not be there",
        {
            "kind": "proposals, or precedent (an earlier instrument)",
            "file": "Relative to the manifest",
            "title": "What an earlier instrument is called",
            "author": "Who made the proposals, where the file does not say it",
            "date": "When, where the file does not say it: a date, a month or a year",
            "source": "Where they are printed, or where the file is from",
        },
    ),
    "proposals": Note(
        "Proposals",
        "Changes of the text that somebody proposed",
        {
            "proposal_id": "Its id in its file; of several files with the file's name before it",
            "address": "Its anchor on the page of proposals",
            "author": "Who made it",
            "date": "When: a date, a month, a year, or empty if not known",
            "text": "The wording proposed; empty where it would only strike",
            "old_text": "What it would replace or strike; empty if not given",
            "aims_at": "eId of the provision that it would change, in the last draft before it",
            "source": "Where it is printed",
        },
        facets=("author",),
        sort="ordinal",
    ),
    "precedents": Note(
        "Earlier instruments",
        "Treaties or laws from which the text may have borrowed, each stored as a draft of a "
        "negotiation of its own, which `negotiations.beside` names",
        {
            "draft_id": "Its text",
            "file": "Relative to the manifest",
            "title": "What it is called",
            "source": "Where the file is from",
        },
    ),
}

_MATCHED: dict[str, Note] = {
    "proposal_matches": Note(
        "Words of proposals that stand in later drafts",
        f"{_MATCHES}. The first draft in which the words stand",
        {
            "ordinal": "What entered first, the sure before the possible, the rarest first",
            "proposal_id": "The proposal",
            "kind": _KIND,
            "draft_id": "The draft in which the words first stand; of a deletion, in which they "
            "first do not",
            "provision_id": "The provision in which they stand; of a deletion, in the draft before",
            "called": _CALLED,
            "called_heading": "Its heading, or that of the article it stands in",
            "matched": "The words; … where others stand between them",
            "words": "How many words",
            "new_words": "How many of these are new both in the proposal and in the draft",
            "share": _SHARE,
            "chance": _CHANCE,
            "context": "How many old words directly around them are the same too",
            "drafts_later": _LATER,
            "sure": "1 if a careful reader can be expected to agree, else 0",
            "doubts": _DOUBTS,
            "coarse": "1 if a text repeats itself so much that not every place was looked at",
        },
        facets=("kind", "sure"),
        sort="ordinal",
    ),
    "match_runs": Note(
        "Words in a row of a match",
        "Where they stand in the provision and in the proposal. Of a deletion, in its old text",
        {
            "match_id": "The match",
            "text_start": "First character in the provision's text, from 0",
            "text_end": "First character after it",
            "proposal_start": "First character in the proposal's text, from 0",
            "proposal_end": "First character after it",
            "words": "How many words",
            "new_words": "How many of these are new on both sides",
            "common_start": "First character of the words around that are the same too, known ones "
            "with them, in the provision's text",
            "common_end": "First character after these",
            "proposal_common_start": "First character of the same in the proposal's text",
            "proposal_common_end": "First character after these",
        },
    ),
    "match_elsewhere": Note(
        "Other provisions with the same words",
        "Provisions of the same draft that have the words of a match too",
        {"match_id": "The match", "called": _CALLED},
    ),
    "match_also": Note(
        "Other proposals with the same words",
        "Proposals that match the same words of a provision",
        {"match_id": "The match", "proposal_id": "The other proposal"},
    ),
}

_BORROWED: dict[str, Note] = {
    "borrowings": Note(
        "What the last draft has of earlier instruments",
        "One row for each earlier instrument",
        {
            "precedent_draft_id": "The earlier instrument",
            "draft_id": "The last draft, with which it was compared",
            "share_of_precedent": "Share of its words that the draft took over, 0 to 1",
            "share_of_draft": "Share of the draft's words that come from it, 0 to 1",
            "safeguards_looked_at": "0 if there are no rules for safeguards in its language",
        },
    ),
    "borrowed_articles": Note(
        "What became of each article of an earlier instrument",
        "By what became of its parts",
        {
            "provision_id": "The article",
            "precedent_draft_id": "The earlier instrument",
            "called": _CALLED,
            "verdict": _VERDICT,
            "words": "Words of the article",
            "kept": _KEPT,
            "sure": _LINK_SURE,
            "namesake_provision_id": "An article of the draft with a like heading, where nothing "
            "was taken over: both may say the same in other words",
        },
        facets=("verdict",),
    ),
    "borrowed_parts": Note(
        "What became of each provision of an earlier instrument",
        "Each provision that has words of its own",
        {
            "provision_id": "The provision of the earlier instrument",
            "article_provision_id": "The article that it is or stands in",
            "precedent_draft_id": "The earlier instrument",
            "called": _CALLED,
            "verdict": _VERDICT,
            "words": "Its words",
            "kept": _KEPT,
            "added": "Words that the draft has besides",
            "sure": _LINK_SURE,
        },
        facets=("verdict",),
    ),
    "borrowed_into": Note(
        "Which provisions took it over",
        "For each provision of an earlier instrument those of the last draft that have it",
        {
            "provision_id": "The provision of the earlier instrument",
            "into_provision_id": "The provision of the last draft",
        },
    ),
    "borrowed_words": Note(
        "What became of the words of what was borrowed",
        "The words of a provision that was taken over, from the first to the last",
        {
            "provision_id": "The provision of the earlier instrument",
            "text_start": "First character in its text, from 0",
            "text_end": "First character after it",
            "became": "kept, left out, reworded (other words stand there), elsewhere (another "
            "provision has them), not counted (punctuation)",
            "words": "How many words are lost",
            "instead": _INSTEAD,
            "elsewhere_provision_id": "The provision of the draft that has exactly these words",
        },
        facets=("became",),
    ),
    "lost_safeguards": Note(
        "Words that protect and did not come along",
        "They stand in an article that was taken over, and nowhere in the articles that took it "
        "over",
        {
            "provision_id": "The provision of the earlier instrument",
            "text_start": "First character in its text, from 0",
            "text_end": "First character after it",
            "matched": "The words",
            "whole": "1 if nothing of the provision was taken over",
            "instead": _INSTEAD,
            "share": "Share of the article's words that was taken over, 0 to 1",
            "sure": "0 if it is only possible that the article comes from there, else 1",
        },
    ),
    "lost_safeguards_from": Note(
        "Which articles lack them",
        "The articles of the last draft that took over the article with the words that protect",
        {
            "provision_id": "The provision of the earlier instrument",
            "into_provision_id": "The article of the last draft",
        },
    ),
    "origins": Note(
        "Where the last draft's provisions come from",
        "Each provision with words of its own, for each earlier instrument",
        {
            "precedent_draft_id": "The earlier instrument",
            "article_provision_id": "The article that it is or stands in",
            "called": _CALLED,
            "words": "Its words",
            "taken": "How many of these the earlier instrument has",
            "is_new": "1 if the rule does not come from there",
            "usual": "1 if they share only phrases that the earlier instrument says often",
            "sure": "0 if it is only possible that it comes from there, else 1",
        },
    ),
    "origin_words": Note(
        "Words that the earlier instrument has",
        "The words of a provision of the last draft that come from an earlier instrument",
        {
            "precedent_draft_id": "The earlier instrument",
            "text_start": "First character in its text, from 0",
            "text_end": "First character after it",
        },
    ),
    "origin_sources": Note(
        "Provisions that it comes from",
        "For each provision of the last draft those of an earlier instrument",
        {
            "precedent_draft_id": "The earlier instrument",
            "source_provision_id": "The provision of the earlier instrument",
        },
    ),
}

_OF_PRECEDENT = {
    "precedent": "What the earlier instrument is called",
    "precedent_provision": "What the provision is called there",
    "precedent_heading": _PRECEDENT_HEADING,
    "precedent_text": "The text there",
    "precedent_provision_id": "The provision of the earlier instrument",
    "symbol": "Symbol of the last draft, with which it was compared",
    "sure": _LINK_SURE,
}

_VIEWS: dict[str, Note] = {
    "whose_words": Note(
        "Whose words",
        f"Words of a draft that match a proposal made before it. {_MATCHES}",
        {
            "author": "Who made the proposal",
            "date_of_proposal": "When: a date, a month, a year, or empty if not known",
            "source": "Where the proposal is printed",
            "sure": "0 if it is only a possible match, else 1",
            "doubts": _DOUBTS,
            "kind": _KIND,
            "symbol": "Symbol of the draft in which the words first stand, or first do not",
            "provision": _CALLED,
            "heading": "Its heading, or that of the article it stands in",
            "words_matched": "The words; … where others stand between them",
            "words": "How many words",
            "drafts_later": _LATER,
            "chance": _CHANCE,
            "share": _SHARE,
            "others_with_these_words": "How many other proposals have the same words",
            "proposed_text": "The wording proposed",
            "text_to_be_replaced": "What it would replace",
            "provision_text": "The provision that has the words; of a deletion, that had them",
            "proposal_id": "The proposal",
            "match_id": "The match",
        },
        facets=("author", "kind", "sure"),
    ),
    "taken_up_by_author": Note(
        "Whose proposals match the text",
        f"How many proposals of each author match. {_MATCHES}",
        {
            "author": "Who made them",
            "proposals": "How many proposals",
            "surely_matched": "Of which words surely stand in a later draft and in none before",
            "possibly_matched": "Of which words possibly do",
            "surely_gone": "Which would strike words that are surely gone out of a sentence",
            "possibly_gone": "Which would strike words that are gone, with much else perhaps",
        },
        label="author",
    ),
    "borrowed": Note(
        "What was borrowed",
        "Provisions of earlier instruments beside those of the last draft that took them over",
        {
            **_OF_PRECEDENT,
            "verdict": _VERDICT,
            "words": "Words of the provision there",
            "kept": _KEPT,
            "heading": "Heading of the article of the draft",
            "provision_text": "The text of the draft",
        },
        facets=("precedent", "verdict"),
    ),
    "left_out_of_what_was_borrowed": Note(
        "Left out of what was borrowed",
        "Words of provisions that were taken over which the last draft does not have",
        {
            **_OF_PRECEDENT,
            "words_left_out": "The words",
            "words": "How many words",
            "instead": _INSTEAD,
            "protects": "1 if words among them protect people",
            "text_start": "First character in the text there, from 0",
            "text_end": "First character after it",
        },
        facets=("precedent", "protects"),
    ),
    "safeguards_left_out": Note(
        "Safeguards that did not come along",
        "Words that protect, in an article that was taken over, and nowhere in the articles that "
        "took it over",
        {
            **_OF_PRECEDENT,
            "words_left_out": "The words that protect",
            "whole": "1 if nothing of the provision was taken over",
            "instead": _INSTEAD,
            "share": "Share of the article's words that was taken over, 0 to 1",
            "taken_over_by": "The articles of the draft that took the article over",
            "text_start": "First character in the text there, from 0",
            "text_end": "First character after it",
        },
        facets=("precedent",),
    ),
}

WHOSE: dict[str, Note] = {**_GIVEN, **_MATCHED, **_BORROWED, **_VIEWS}
