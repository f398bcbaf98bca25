"""`words` and `phrase`: questions about words, over all drafts of a negotiation.

In: a negotiation's id, a provision or a phrase. Out: the age of every word; where a phrase stands
and stood.
"""

from __future__ import annotations

from pathlib import Path

import click

from tracker import render
from tracker.cli.options import database
from tracker.cli.printed import print_json
from tracker.cli.stored import form, in_language, provision_asked, stored
from tracker.errors import TrackerError
from tracker.history import Issue, Negotiated, PhraseBook, ages, occurrence, passages


@click.command()
@click.argument("negotiation")
@click.argument("provision", default="")
@click.option("--draft", "symbol", default="", help="The draft to show, by its symbol.")
@in_language
@form
@database
def words(
    negotiation: str, provision: str, symbol: str, language: str, form: str, db: Path
) -> None:
    """Say in which round each word of a PROVISION entered ("article 21", an eId), which of them
    were deleted and came back, and what was deleted from it.

    Without a PROVISION: how many words of each round stand in the last draft, and all words that
    came back.
    """
    if symbol and not provision:
        raise click.UsageError("--draft needs a PROVISION to show in it")
    asked = stored(negotiation, db, language)
    at = render.Asked(*provision_asked(asked, db, provision, symbol)) if provision else None
    found = ages(asked.drafts, asked.alignments, asked.threads)
    if form == "json":
        told = (
            render.ages_data(found, asked.rounds, asked.threads, at)
            if at
            else render.survival_data(found, asked.rounds)
        )
        print_json({"negotiation": negotiation, **told})
    elif at:
        click.echo(render.ages_text(found, asked.rounds, asked.threads, at))
    else:
        click.echo(render.survival_text(found, asked.rounds))


@click.command("phrase")
@click.argument("negotiation")
@click.argument("phrase")
@click.option("--stemmed", is_flag=True, help="“right” also finds “rights”.")
@click.option("--draft", "symbol", default="", help="Show it in context in this draft.")
@in_language
@form
@database
def phrase_command(
    negotiation: str, phrase: str, stemmed: bool, symbol: str, language: str, form: str, db: Path
) -> None:
    """Follow a PHRASE ("without right") through all drafts of a NEGOTIATION: how often it stands in
    each, in which provisions, since when and until when.
    """
    asked = stored(negotiation, db, language)
    place = asked.place(symbol) if symbol else None
    book = PhraseBook(passages(asked.drafts), asked.rows[0].language)
    wanted = book.phrase(phrase, stemmed=stemmed)
    if not wanted.words:
        raise TrackerError(f"{phrase!r}: there is no word in it to look for")
    hits = list(book.find(wanted))
    issues = [Issue(draft.symbol, draft.partial) for draft in asked.drafts]
    course = Negotiated(issues, asked.threads, asked.alignments).course(book, wanted, hits)
    seen = [
        occurrence(book, hit)
        for hit in hits
        if place is not None and book.passages[hit.passage].symbol == symbol
    ]
    if form == "json":
        told = render.phrase_data(course, asked.rounds, asked.threads)
        if place is not None:
            told |= {"draft": symbol, "occurrences": render.occurrences_data(seen)}
        print_json({"negotiation": negotiation, **told})
    else:
        text = render.phrase_text(course, asked.rounds, asked.threads)
        if place is not None:
            text = render.occurrences_text(seen, course, asked.rounds, place)
        click.echo(asked.rounds.told(text))
