"""How it works, in plain words; every page and every command; what is not known. And `/healthz`."""

from __future__ import annotations

from flask import Blueprint, Response, render_template

from web import api, measured, shelf
from web.atom import feeds
from web.stories.turns import HEADLINE
from web.terms import glossary
from web.translation import later, percent

pages = Blueprint("method", __name__)

PAGES: dict[str, tuple[str, str]] = {
    "negotiations.home": (
        "/",
        later("All negotiations in this collection, with the stories to start from."),
    ),
    "negotiations.negotiation": (
        "/n/…",
        later(
            "One negotiation: what it is about, its rounds in order, and a table of its articles "
            "through all rounds."
        ),
    ),
    "grid.grid": (
        "/n/…/grid",
        later(
            "All articles by round in one table: numbers, legal jobs, how much changed, and lines "
            "where an article moved, was split or merged; by chapter, job or kind of change."
        ),
    ),
    "drafts.draft": (
        "/n/…/d/…",
        later(
            "One draft to read, with a link from every provision to its history, the marks of "
            "the drafters, and the file it was read from."
        ),
    ),
    "facsimiles.page": (
        "/n/…/d/…/page/…",
        later(
            "A page of the file that a draft was read from, as it was issued, with the passage "
            "outlined and what stands on the page; of a file without pages, its own words."
        ),
    ),
    "facsimiles.picture": (
        "/n/…/d/…/page/….png",
        later("The picture of that page alone, in a width of 480, 800, 1,200 or 1,600 dots."),
    ),
    "facsimiles.outline": (
        "/n/…/d/…/page/….svg",
        later("The outline of a passage alone, to lay over the picture."),
    ),
    "reports.report": (
        "/n/…/d/…/report",
        later(
            "How a draft's file was read: where every character went, what could not be placed, "
            "and what was set apart."
        ),
    ),
    "compare.compare": (
        "/n/…/compare?old=…&new=…",
        later(
            "Two drafts in one text or side by side: what was added, removed, renumbered, moved, "
            "with both ends linked. Changes only, unless you ask for everything."
        ),
    ),
    "found.changes": (
        "/n/…/changes?old=…&new=…",
        later(
            "What changed between two drafts in sentences, by kind of change, each with the words "
            "that show it and how sure it is."
        ),
    ),
    "finding_cards.card": (
        "/f/…",
        later(
            "One change between two drafts, to quote: both texts, where they stand in their files, "
            "how sure it is, how to cite it. Its address stays good."
        ),
    ),
    "embeds.card": (
        "/embed/f/…",
        later("The same without head and foot, to stand in a frame of another page."),
    ),
    "embeds.story": (
        "/embed/t/…",
        later("The story of a provision in short, to stand in a frame of another page."),
    ),
    "embeds.comparison": (
        "/embed/n/…/compare?old=…&new=…",
        later("Two drafts compared in short, to stand in a frame of another page."),
    ),
    "social.image": (
        "/f/…/card.png",
        later("The same as a picture, which social networks show beside a link."),
    ),
    "oembed.oembed": (
        "/oembed?url=…",
        later("For programs that turn a link to one of these pages into its frame (oEmbed)."),
    ),
    "provisions.thread": (
        "/t/…",
        later(
            "The story of one provision: a slider through its rounds with each change in place, "
            "how old its words are (?ages=1), its numbers, its legal job, who bracketed what. The "
            "address stays good when drafts are added; #round-3 behind it leads to round 3."
        ),
    ),
    "word_ages.provision": (
        "/t/…/words",
        later(
            "The age of every word of a provision: in which round it entered, what was deleted, "
            "what came back."
        ),
    ),
    "word_ages.negotiation": (
        "/n/…/words",
        later(
            "How much of each round's text is left in every later draft, which words came back, "
            "and what was changed between two drafts and changed back."
        ),
    ),
    "phrase.phrase": (
        "/n/…/phrase?q=…",
        later(
            "A phrase through all rounds: how often, in which provisions, when it came in and went "
            "out, in which words."
        ),
    ),
    "contests.contests": (
        "/n/…/brackets",
        later(
            "Words in brackets: who wanted them, for how many rounds, and whether they were kept, "
            "dropped, replaced, or are still in brackets."
        ),
    ),
    "claimed.claims": (
        "/n/…/claims",
        later(
            "What others claim of the drafts, each with what was checked in the texts and what "
            "came of it."
        ),
    ),
    "force.profile": (
        "/n/…/force?old=…&new=…",
        later(
            "How much the drafts oblige: duties, options, bans, recommendations, conditions and "
            "protections by round, and the articles that gained or lost most."
        ),
    ),
    "flow.flow": (
        "/n/…/flow",
        later(
            "What became of the articles of each draft, as a picture and as a table: kept, "
            "renumbered, moved, split, merged, dropped, new."
        ),
    ),
    "pointers.references": (
        "/n/…/references?old=…&new=…",
        later("References between provisions that lead nowhere, or elsewhere than before."),
    ),
    "whose.proposals": (
        "/n/…/proposals",
        later(
            "Whose words: what people proposed for a text, and where a later draft has the same "
            "words."
        ),
    ),
    "borrowings.borrowed": (
        "/n/…/borrowed",
        later(
            "Borrowed language: what the last draft took over from earlier treaties, and which "
            "safeguards it left out."
        ),
    ),
    "downloads.comparison": (
        "/n/…/compare.docx?old=…&new=…",
        later(
            "Two drafts compared as a file: Word with tracked changes (.docx), .pdf, .html, .json, "
            ".csv."
        ),
    ),
    "downloads.draft": (
        "/n/…/d/…/draft.xml",
        later("One draft as a file: article-level XML (.xml) or plain text (.txt)."),
    ),
    "downloads.database": ("/database.sqlite", later("The whole database as one SQLite file.")),
    "searching.search": (
        "/search?q=…",
        later(
            "Search in all texts. “Phrases in quotation marks” are found as they stand; “article "
            "21” or the symbol of a draft leads there."
        ),
    ),
    "searching.suggest": (
        "/search/suggest?q=…",
        later("Where what somebody types may lead, for the script of the search field."),
    ),
    "method.method": ("/method", later("This page.")),
    "following.feeds": ("/feeds", later("What a feed is, and the address of each to copy.")),
    **feeds.PAGES,
    **api.PAGES,
    "data.home": (
        "/data/",
        later(
            "All tables as data, for questions in SQL and for download as CSV or JSON. It is made "
            "by Datasette, another program that runs beside this one."
        ),
    ),
    "data.proxy": ("/data/…", later("A table, a row or a question of your own to the data.")),
    "method.health": (
        "/healthz",
        later("Says “ok” if the viewer can read its database. For machines."),
    ),
    "static": ("/static/…", later("The style sheet and the small script of these pages.")),
}
"""Every page by its endpoint: address, and what it is for."""

COMMANDS: tuple[tuple[str, str], ...] = (
    ("build", later("Read every draft that the bundled manifests describe into the database.")),
    (
        "init NEGOTIATION FILE…",
        later(
            "Propose a manifest from files: symbols, dates and sessions as their first pages say."
        ),
    ),
    ("ingest FILE …", later("Read one more draft from a file (PDF, Word, HTML, XML, text).")),
    ("fetch NEGOTIATION", later("Download the official files of a negotiation by their symbols.")),
    (
        "inspect FILE",
        later("Say how a file is read: where every character goes, what could not be placed."),
    ),
    ("convert FILE", later("Turn one file into article-level XML, or a list of its provisions.")),
    ("align OLD NEW", later("List which provision of one draft became which of another.")),
    ("diff OLD NEW", later("Show what happened to the words between two drafts.")),
    (
        "changes OLD NEW",
        later("Tell in sentences what changed between two drafts, the most telling first."),
    ),
    (
        "decisions NEGOTIATION",
        later("List what people decided of links, and what becomes of each decision."),
    ),
    ("history NEGOTIATION PROVISION", later("Follow one provision through all rounds.")),
    (
        "words NEGOTIATION PROVISION",
        later(
            "Say in which round each word of a provision entered, and which were gone and came "
            "back."
        ),
    ),
    (
        "phrase NEGOTIATION WORDS",
        later("Follow a phrase through all rounds: where it stands, since when, until when."),
    ),
    (
        "uptake NEGOTIATION FILE.json",
        later("Say which words of proposals match words that entered the text after them."),
    ),
    (
        "borrowed DRAFT PRECEDENT",
        later("Say what a draft took over from another treaty, and what it left out."),
    ),
    (
        "claims NEGOTIATION",
        later("Say of what people claim whether the texts bear it out, or cannot settle it."),
    ),
    (
        "export NEGOTIATION OLDER NEWER",
        later(
            "Write two drafts compared to a file (Word, PDF, web page, JSON, CSV), or one draft."
        ),
    ),
    ("serve", later("Run this viewer, and the data under /data.")),
    ("freeze FOLDER", later("Write the whole site as files, for an archive or a plain host.")),
)
"""Every command, as it stands behind `tracker`, with what it is for."""


@pages.get("/method")
def method() -> str:
    """How it works."""
    return render_template(
        "method.html",
        # What programmers read is English.
        pages=[(*told, name in api.PAGES) for name, told in PAGES.items()],
        commands=COMMANDS,
        measured=measured.tables(),
        possibly=measured.possibly(),
        first=measured.possibly_first(),
        high=percent(0.9),
        low=percent(HEADLINE),
        glossary=glossary.sections(),
    )


@pages.get("/healthz")
def health() -> Response:
    """`ok` if the database can be read."""
    shelf.library().state()
    return Response("ok\n", mimetype="text/plain")
