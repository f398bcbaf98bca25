"""The words that are explained where they appear, and all together on the method page.

In: the tables of `plain`. Out: sections of terms, each with a short key for its anchor; and for
templates `term("became-moved", "Moved")`, a link to the explanation, which the page then also
carries itself, for the script that shows it on the spot; `term_label`, the same where a page first
says it; and `told_label`, that of what became of a provision.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from flask import Flask, g, url_for
from markupsafe import Markup

from web import claimed, force, plain


@dataclass(frozen=True, slots=True)
class Term:
    """A word with its meaning in a sentence or two; `key` is fit for an anchor."""

    key: str
    word: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Section:
    """Terms that belong together."""

    title: str
    terms: tuple[Term, ...]


_OTHER = {
    "round": ("Round", "The place of a draft in the order of the negotiation."),
    "symbol": (
        "Symbol",
        "The number under which an organisation files a document, such as A/RES/79/243 at the "
        "United Nations.",
    ),
    "provision": (
        "Provision",
        "Any unit of a text: an article, a paragraph of it, a point of a list, a reason in the "
        "preamble.",
    ),
    "reintroduction": (
        "Reintroduction",
        "A provision that a draft has left out and a later one has again.",
    ),
    "recital": ("Recital", "A reason in the preamble, before the rules begin."),
    "partial": (
        "Covers only part of the text",
        "The document holds some chapters only. What it lacks is neither new nor gone.",
    ),
    "possibly": (
        "Possibly",
        "We are not sure: the two provisions may not be the same, or a text behind it is not the "
        "official one. The reason stands beside it.",
    ),
    "hash": (
        "Fingerprint (SHA-256)",
        "A number made of every byte of a file. If yours gives the same, you have the same file.",
    ),
}


_SAID_OTHERWISE = {
    "not covered": ("word-partial",),
    "not in the older document": ("word-partial",),
    "covers only part of the text under negotiation": ("word-partial",),
}
"""Labels that say a term in other words."""


@cache
def sections() -> tuple[Section, ...]:
    """Every term that the pages use."""
    jobs = {key: one for key, one in plain.FUNCTIONS.items() if key not in plain.UNTOLD}
    return (
        _section("What became of a provision", "became", plain.RELATIONS),
        Section(
            "The legal job of a provision",
            tuple(_term("job", key, one.noun, one.meaning) for key, one in jobs.items()),
        ),
        _section("What kind of change it is", "kind", plain.FINDINGS),
        Section(
            "What a rule does",
            tuple(_term("rule", one.one, one.one, one.means) for one in force.WORDS.values()),
        ),
        Section(
            "What the texts say of a claim",
            tuple(
                _term("claim", state, one.label, one.means)
                for state, one in claimed.VERDICTS.items()
                if state
            ),
        ),
        _section("What drafters put on the text", "mark", plain.MARKS),
        _section("How sure a statement is", "sure", plain.SURE),
        Section(
            "What kind of text it is",
            tuple(
                _term("text", key, label, meaning)
                for key, (label, _, meaning) in plain.STANDINGS.items()
            ),
        ),
        _section("Other words", "word", _OTHER),
    )


def install(app: Flask) -> None:
    """Let templates explain words."""
    app.jinja_env.globals.update(term=term, term_label=label, told_label=of_told, terms_used=used)


def term(key: str, shown: str) -> Markup:
    """`shown` as a link to what the term means; `key` is its section and name, `became-moved`.

    Raises:
        KeyError: there is no such term.
    """
    known = _by_key()[key]
    used_here = g.setdefault("terms_used", {})
    used_here[key] = known
    there = url_for("method.method", _anchor=f"w-{key}")
    return Markup('<a class="term" href="{}" data-term="{}">{}</a>').format(there, key, shown)


def label(key: str, shown: str) -> Markup:
    """`shown`, where a page says it first as a link to what it means: not each time, or whoever
    goes by keys would have to pass them all. As it is, if it is not the word of that term."""
    known = _by_key().get(key)
    first = key not in g.setdefault("terms_used", {})
    if known is None or not first or g.get("terms_apart") or not _is_of(known, shown):
        return Markup.escape(shown)
    return term(key, shown)


def keep_apart() -> None:
    """Explain nothing on this page: it stands where its links would lead nowhere."""
    g.terms_apart = True


def _is_of(known: Term, shown: str) -> bool:
    """Whether the word is said, perhaps as "Possibly: moved", or a term for what is shown."""
    said = shown.removeprefix("Possibly: ").casefold()
    return said == known.word.casefold() or known.key in _SAID_OTHERWISE.get(said, ())


def of_told(relation: str, shown: str) -> Markup:
    """The label of what became of a provision."""
    partial = shown.removeprefix("Possibly: ").casefold() in _SAID_OTHERWISE
    return label("word-partial" if partial else f"became-{relation}", shown)


def used() -> list[Term]:
    """The terms that the page has used so far."""
    return list(g.get("terms_used", {}).values())


@cache
def _by_key() -> dict[str, Term]:
    return {one.key: one for section in sections() for one in section.terms}


def _section(title: str, name: str, table: object) -> Section:
    assert isinstance(table, dict)
    terms = (_term(name, key, word, meaning) for key, (word, meaning) in table.items())
    return Section(title, tuple(terms))


def _term(section: str, key: str, word: str, meaning: str) -> Term:
    return Term(f"{section}-{_anchor(key)}", word[:1].upper() + word[1:], meaning)


def _anchor(key: str) -> str:
    """What is left of a name in an anchor.

    >>> _anchor("liability of legal persons")
    'liability-of-legal-persons'
    """
    return re.sub(r"[^a-z0-9]+", "-", key.lower()).strip("-")
