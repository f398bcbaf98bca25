"""The tables of what was read: negotiations, rounds, drafts, files and provisions with their marks.

Out: `TEXTS`, by table.
"""

from __future__ import annotations

from tracker.store.descriptions.note import FIELD, HOW, MARK, PLACE, Note

TEXTS: dict[str, Note] = {
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
            "beside": "Where its drafts are earlier instruments, the negotiation that they stand "
            "beside; else empty",
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
    "source_files": Note(
        "Files that are kept",
        "The bytes of the files that have pages to show, by their hash; those of `sources` that "
        "are not here are no PDFs, or very large",
        {"sha256": "SHA-256 of the file", "content": "Its bytes"},
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
        {"place": PLACE, "characters": "Visible characters", "share": "Part of all, 0 to 1"},
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
            "kind": MARK,
            "text_start": "First character in the provision's text, counted from 0",
            "text_end": "First character after it, counted from 0",
            "words": "The words marked",
            "printed": "Words of the mark that are not part of the text",
            "proponent": "Who proposed it or made the change; empty if not printed",
            "date": "When a tracked change was made, as the file says; empty if it does not",
            "how": HOW,
            "field": FIELD,
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
    "provisions_fts": Note("Full-text search", "Index of numbers, headings and texts", {}),
}
