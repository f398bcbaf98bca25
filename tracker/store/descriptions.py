"""What every table, view and column of the database means, for people who know SQL and not us.

Out: `NOTES`, by table or view. A column is described in its table's note, or once for all tables
in `EVERYWHERE`. Words are counted as people count them; lengths are in characters.
"""

from __future__ import annotations

from dataclasses import dataclass, field

EVERYWHERE: dict[str, str] = {
    "id": "Key, made of what the row is about",
    "negotiation_id": "The negotiation",
    "draft_id": "The draft",
    "provision_id": "The provision",
    "source_id": "The file that was read",
    "thread_id": "The thread: one provision through all drafts",
    "link_id": "The link between two provisions",
    "comparison_id": "The comparison of two drafts",
    "symbol": "Symbol of the document, as the issuing body numbers it",
    "language": "Language, ISO 639-1",
    "ordinal": "Place in the order, from 1",
    "date": "Date, ISO 8601",
    "date_printed": "The date as it is printed for people",
    "round": "Number of the round, from 1, by date",
    "draft": "Name of the round",
    "number": "Number as printed: Article 5, (a)",
    "heading": "Heading",
    "kind": "Kind of unit, by its Akoma Ntoso name: article, paragraph, point, recital …",
    "is_article": "1 if it is a unit whose number people cite (article, section, rule), else 0",
    "page": "Page, from 1",
    "page_start": "First character on the page, counted from 0",
    "page_end": "First character on the page after it, counted from 0",
    "relation": "What became of it: same, renumbered, moved, split, merged, demoted (now part of "
    "another), promoted (now by itself), inserted, deleted; empty for the first of a thread",
    "score": "How sure the link is, 0 to 1; 1 where a person decided it",
    "link_score": "How sure the link to what it comes from is, 0 to 1",
    "certain": "0 if the link is weak and should be read as 'possibly', else 1",
    "evidence": "Why they were linked",
    "legal_function": "Legal job by simple rules: offence, safeguard, aggravating circumstance …",
    "words_deleted": "Words deleted",
    "words_inserted": "Words inserted",
    "changed_words": "Words deleted plus words inserted, in it and in all inside it",
    "rounds_missed": "Number of drafts in between that do not hold it",
    "person": "Who decided it",
    "reason": "Why, in that person's words",
    "note": "Why it is not followed, or what to mend although it is; empty if all is well",
    "old_place": "What the person calls the provision of the older draft",
    "new_place": "What the person calls the provision of the newer draft",
    "old_duty": "What it was: duty (shall), option (may) or ban (shall not)",
    "new_duty": "What it is now: duty (shall), option (may) or ban (shall not)",
    "decision_id": "The decision of a person",
    "action": "accept (the link is right), reject (it is wrong) or add (it was not found)",
    "state": "applied (followed), stale (not followed: a text has changed since), unplaced (not "
    "followed: a draft does not hold what it names) or waiting (a draft is not there)",
    "way": "Which of the two says so: direct (the two drafts compared) or steps (from each draft "
    "to the next that holds it)",
    "instead_provision_id": "Where the other way leads instead; empty if nowhere",
    "old_symbol": "Symbol of the older draft",
    "new_symbol": "Symbol of the newer draft",
    "old_number": "Number in the older draft",
    "new_number": "Number in the newer draft",
    "old_heading": "Heading in the older draft",
    "new_heading": "Heading in the newer draft",
    "old_text": "Text in the older draft",
    "new_text": "Text in the newer draft",
    "old_legal_function": "Legal job in the older draft",
    "new_legal_function": "Legal job in the newer draft",
    "old_provision_id": "The provision of the older draft; empty if inserted",
    "new_provision_id": "The provision of the newer draft; empty if deleted",
    "rounds_apart": "How many rounds lie from the older draft to the newer: 1 if consecutive",
    "runner_up_provision_id": "The next best partner that was not chosen",
    "runner_up_score": "How alike that one is, 0 to 1",
    "provision": "What people call it, by its last number and heading",
    "provision_eid": "eId of the provision in that draft; empty if it is about the whole draft",
    "standing": "official (as issued), paraphrase, reconstruction, or unstated",
    "partial": "1 if the document covers only part of the text, so that what it lacks is not "
    "thereby deleted",
    "official_address": "Where the official document is; empty if not known",
    "convention": "Drafting convention by which the file was read",
    "file_name": "Name of the file",
    "name": "Name of the round",
    "session": "Session of the body",
    "place": "Where it met",
    "source": "Who says so, and where",
    "text": "The text",
    "title": "Title",
}


@dataclass(frozen=True, slots=True)
class Note:
    """What a table or view is; `label` is the column that names a row, `facets` are columns worth
    counting by, `sort` is the column to show it by."""

    title: str
    description: str
    columns: dict[str, str] = field(default_factory=dict)
    label: str = ""
    facets: tuple[str, ...] = ()
    sort: str = ""


_MARK = (
    "bracket, alternative, agreed, proponent, struck, added, bold, note; recovered (letters of a "
    "broken font) or ocr (read from a picture)"
)
_HOW = (
    "What the mark was read from or says, where that matters: tracked or moved (a word processor's "
    "change), unit (said of a whole article), unclosed; of a proponent what it wants done (delete, "
    "retain, reserve); of an alternative its label"
)
_FIELD = "Which of the provision's texts bears the mark: number, heading or text"
_PLACE = (
    "Where the characters stand: number, heading, text or mark of a provision; a kind of text "
    "that is not part of provisions; hyphen (at the end of a line); unplaced; by a fault of ours "
    "lost or counted-twice"
)

TABLES: dict[str, Note] = {
    "negotiations": Note(
        "Negotiations",
        "Texts being negotiated, through all their rounds",
        {
            "summary": "What it is about",
            "language": "Its own language, ISO 639-1",
            "country": "Country code, zz if it belongs to none",
            "notice": "What readers must know about these texts",
            "address_pattern": "Address of an official document by its symbol and language",
            "hosts": "Hosts that may be asked for documents besides the usual ones",
        },
        label="title",
    ),
    "rounds": Note(
        "Rounds as announced",
        "What the manifest says of each round, whether or not its text has been read",
        {
            "round_id": "Short name of the round in the manifest",
            "bundled_file": "Text that comes with the project",
            "excerpt": "1 if that text covers only part of the document, else 0",
            "layer": "Which of several texts in the file is meant; empty for the last, or for "
            "one draft with tracked changes as marks",
            "language": "Language of the draft, ISO 639-1; empty for the negotiation's own",
            "sha256": "SHA-256 of the official document; empty if not known",
            "format": "Kind of file of the official document; empty if not known",
        },
        label="name",
        sort="ordinal",
    ),
    "drafts": Note(
        "Drafts",
        "The text as of one round, in one language",
        {
            "position": "Number of the round, from 1, by date and then by symbol",
            "word_count": "Words in headings and text",
            "unplaced_share": "Part of the file's characters that belongs to no provision and that "
            "nothing explains, 0 to 1",
            "xml_file": "The same draft as Akoma Ntoso XML, beside the database",
            "layer": "Which of several texts in one file this is; empty if there is one",
            "layer_place": "Its place among them in the order of time, from 1; 0 if there is one",
        },
        label="name",
        facets=("negotiation_id", "language", "standing"),
        sort="date",
    ),
    "sources": Note(
        "Files",
        "Files that drafts were read from; of those that were replaced the hash stays on record",
        {
            "sha256": "SHA-256 of the file",
            "format": "Kind of file: pdf, docx, html, xml, text …",
            "size_bytes": "Size in bytes",
            "address": "Where the file comes from; empty if not known",
            "current": "1 if the draft is read from this file, 0 if it was replaced",
        },
        label="file_name",
    ),
    "source_pages": Note(
        "Pages of the files", "The text of each page as it was read", {"text": "Text of the page"}
    ),
    "furniture": Note(
        "Text that is not part of the provisions",
        "Running heads, page numbers, footnotes and, under 'unplaced', what could not be placed",
        {"kind": "What it is: running-head, page-number, footnote, cover, unplaced …"},
        facets=("kind",),
    ),
    "draft_warnings": Note(
        "Warnings",
        "What a reader of a draft must know, and faults of its reading",
        {
            "is_error": "1 if it is a fault of ours, 0 if it is about the file",
            "warning": "The sentence",
        },
        facets=("is_error",),
    ),
    "reading_shares": Note(
        "Where the characters of the files went",
        "Visible characters by place; the view of the reading report joins them with the drafts",
        {"place": _PLACE, "characters": "Visible characters", "share": "Part of all, 0 to 1"},
    ),
    "provisions": Note(
        "Provisions",
        "Every unit of every draft: recitals, chapters, articles, paragraphs, points",
        {
            "eid": "Where it stands in its draft: art_21__para_2",
            "ordinal": "Place in the draft, in document order, from 1",
            "text": "Its own words, without those of the provisions inside it",
            "parent_id": "The provision it stands in",
            "depth": "How deep it stands, 0 for the outermost",
            "page": "Page on which it begins, from 1",
            "function_evidence": "The words that show the legal job",
            "word_count": "Words in its heading and own text",
            "address": "Its permanent short address, which leads to its thread",
        },
        label="number",
        facets=("draft_id", "kind", "legal_function"),
    ),
    "provision_spans": Note(
        "Where provisions were read",
        "Runs of characters of a provision and their place on the page",
        {
            "field": "Which of its texts: number, heading or text",
            "field_start": "First character in that text, counted from 0",
        },
    ),
    "marks": Note(
        "Drafters' marks",
        "Square brackets, alternatives, 'agreed ad referendum', proponents, strike-through, "
        "tracked changes; the view of marked words joins them with their articles",
        {
            "kind": _MARK,
            "text_start": "First character in the provision's text, counted from 0",
            "text_end": "First character after it, counted from 0",
            "words": "The words marked",
            "printed": "Words of the mark that are not part of the text",
            "proponent": "Who proposed it or made the change; empty if not printed",
            "date": "When a tracked change was made, as the file says; empty if it does not",
            "how": _HOW,
            "field": _FIELD,
        },
        facets=("kind", "proponent"),
    ),
    "mark_spans": Note(
        "Where marks were read",
        "Place on the page of the words of marks that are not part of the text",
        {
            "mark_ordinal": "Which mark of the provision, from 1",
            "printed_start": "First character in the mark's words, counted from 0",
        },
    ),
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
            "reworded_count": "Linked provisions whose heading or text changed",
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
        },
        facets=("operation",),
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
        {"text": "What is said", "date": "When it was said: a date, a month or a year"},
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
    "duty_changes": Note(
        "Changes of duty",
        "Links by which a duty became an option, or the other way round",
        {"old_words": "The words that were replaced", "new_words": "The words in their place"},
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
    "provisions_fts": Note("Full-text search", "Index of numbers, headings and texts", {}),
}

VIEWS: dict[str, Note] = {
    "articles": Note(
        "Articles",
        "The units whose numbers people cite, in every draft",
        {"place_in_draft": "Place in the draft, in document order"},
        facets=("symbol", "legal_function"),
    ),
    "words_by_round": Note(
        "Length by round",
        "How long each draft is, and what changed since the round before (empty if one of the two "
        "covers only part of the text)",
        {
            "words": "Words in headings and text",
            "articles": "Number of articles",
            "words_deleted_since_round_before": "Words deleted since the round before",
            "words_inserted_since_round_before": "Words inserted since the round before",
            "provisions_inserted": "Provisions that are new since the round before",
            "provisions_deleted": "Provisions that are gone since the round before",
            "provisions_renumbered": "Provisions that changed their number only",
            "provisions_moved": "Provisions that moved",
        },
    ),
    "changes_between_consecutive_rounds": Note(
        "Changes from round to round",
        "Every provision that changed between a draft and the next",
        {"date": "Date of the newer draft, ISO 8601"},
        facets=("relation", "new_symbol"),
    ),
    "replaced_words": Note(
        "Words replaced by others",
        "Where words were deleted and others put in their place, from a draft to the next that "
        "holds the provision",
        {
            "words_deleted": "The words deleted",
            "words_inserted": "The words put in their place",
            "field": "Where: heading or text",
        },
    ),
    "thread_history": Note(
        "History of each provision",
        "Every thread, round by round",
        {"text": "Its own words in that round"},
    ),
    "legal_function_changes": Note(
        "Changes of legal job",
        "Provisions that had one legal job in a draft and another in the next that holds them",
        facets=("old_legal_function", "new_legal_function"),
    ),
    "duties_that_changed": Note(
        "Duties that became options",
        "Provisions that oblige in one draft and only allow in the next that holds them, or the "
        "other way round",
        {"old_words": "The words that were replaced", "new_words": "The words in their place"},
        facets=("old_duty", "new_duty"),
    ),
    "decided_by_people": Note(
        "Decided by people",
        "What people decided of links, with name, date and reason",
        {
            "decided_on": "When, ISO 8601",
            "relation": "What the person says became of it; empty if left as found",
        },
        facets=("action", "state", "person"),
    ),
    "direct_and_step_by_step": Note(
        "Direct and step by step",
        "Provisions of which a direct comparison of two drafts says one thing, and the way from "
        "draft to draft another",
        {
            "number_the_other_way": "Number of the provision to which the other way leads; empty "
            "if it leads nowhere",
            "heading_the_other_way": "Heading of that provision",
        },
        facets=("way", "old_symbol", "new_symbol"),
    ),
    "dropped_provisions": Note(
        "Dropped provisions",
        "Provisions that stand in a draft, in no later one, and did not become part of another",
        {
            "last_symbol": "The last draft that holds it",
            "last_date": "Date of that draft, ISO 8601",
            "first_symbol_without_it": "The next draft",
            "that_draft_is_partial": "1 if that next draft covers only part of the text",
            "last_text": "Its last own words",
            "last_provision_id": "The provision in the last draft that holds it",
        },
        facets=("kind", "last_symbol"),
    ),
    "reintroduced_provisions": Note(
        "Provisions that came back",
        "Provisions that were absent from one or more drafts and stand in a later one",
        {
            "last_symbol_before": "The last draft that held it before",
            "symbol_without_it": "The first whole draft that does not hold it; empty if there is "
            "none, so that it may never have been taken out",
            "symbol_of_return": "The draft in which it is back",
            "date_of_return": "Date of that draft, ISO 8601",
            "whole_drafts_missed": "How many of the drafts in between cover the whole text; if 0, "
            "it may never have been dropped",
        },
    ),
    "uncertain_links": Note(
        "Uncertain links",
        "Links so weak that they should be read as 'possibly'",
        facets=("relation",),
    ),
    "unplaced_text": Note(
        "Text that could not be placed",
        "What the files hold that belongs to no provision and that nothing explains",
    ),
    "reading_report": Note(
        "Reading report",
        "Where every visible character of each draft's file went",
        {
            "ordinal": "Place in the report, from 1",
            "place": _PLACE,
            "characters": "Visible characters",
            "share": "Part of all characters of the file, 0 to 1",
        },
        facets=("place",),
    ),
    "marked_words": Note(
        "Marked words",
        "Every mark with its words, its article, its round and who wanted it",
        {
            "article": "What people call the article that holds the words, by its last number and "
            "heading: the same in every round",
            "article_number": "Number of that article in this round, as printed",
            "article_heading": "Heading of that article in this round",
            "number": "Number of the provision that holds the words",
            "kind": _MARK,
            "words": "The words marked",
            "proponents": "Who proposed them or made the change, if the draft names anybody; in "
            "round brackets what they want done, where that is not to have the words: Aldova "
            "(delete)",
            "printed": "Words of the mark that are not part of the text: [agreed ad referendum]",
            "marked_on": "When a tracked change was made, as the file says",
            "how": _HOW,
            "field": _FIELD,
            "place_in_draft": "Place of the provision in the draft, in document order",
            "ordinal": "Place of the mark in the provision, from 1",
            "article_id": "The article; empty for words outside articles",
        },
        facets=("kind", "symbol"),
    ),
    "claims_beside_text": Note(
        "Claims beside the text",
        "What somebody says of a provision, and what the provision says",
        {
            "date_of_claim": "When it was said: a date, a month or a year",
            "claim": "What is said",
            "provision_text": "The provision's own words",
        },
    ),
}

NOTES: dict[str, Note] = {**TABLES, **VIEWS}
