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

from web.terms import plain
from web.terms.force_words import WORDS
from web.terms.names import capital
from web.terms.verdicts import VERDICTS
from web.translation import later


@dataclass(frozen=True, slots=True)
class Term:
    """A word with its meaning in a sentence or two; `key` is fit for an anchor. Both are looked up
    when they are shown, for a term is made once for all languages. `measured` is where the method
    page says how often what is so called is right, `""` if it does not."""

    key: str
    said: str
    told: str
    measured: str = ""

    @property
    def word(self) -> str:
        """The word as a heading."""
        return capital(str(self.said))

    @property
    def meaning(self) -> str:
        """What it means."""
        return str(self.told)


@dataclass(frozen=True, slots=True)
class Section:
    """Terms that belong together."""

    title: str
    terms: tuple[Term, ...]


_OTHER = {
    "round": (later("Round"), later("The place of a draft in the order of the negotiation.")),
    "symbol": (
        later("Symbol"),
        later(
            "The number under which an organisation files a document, such as A/RES/79/243 at the "
            "United Nations."
        ),
    ),
    "provision": (
        later("Provision"),
        later(
            "Any unit of a text: an article, a paragraph of it, a point of a list, a reason in the "
            "preamble."
        ),
    ),
    "reintroduction": (
        later("Reintroduction"),
        later("A provision that a draft has left out and a later one has again."),
    ),
    "recital": (later("Recital"), later("A reason in the preamble, before the rules begin.")),
    "partial": (
        later("Covers only part of the text"),
        later("The document holds some chapters only. What it lacks is neither new nor gone."),
    ),
    "possibly": (
        later("Possibly"),
        later(
            "We are not sure: the two provisions may not be the same, or a text behind it is not "
            "the official one. The reason stands beside it."
        ),
    ),
    "hash": (
        later("Fingerprint (SHA-256)"),
        later(
            "A number made of every byte of a file. If yours gives the same, you have the same "
            "file."
        ),
    ),
}


_PARTIAL = (
    later("Not covered"),
    later("Not in the older document"),
    later("Covers only part of the text under negotiation"),
)
"""Labels that say in other words that a document covers only part of the text."""

_RULES = {"encouragement": "recommendation", "qualifier": "condition", "safeguard": "protection"}
"""Anchors of what rules do, where they are not the short names."""


_MEASURED = {"word-possibly": "possibly"}
"""Anchors of the method page, by the keys of terms."""


@cache
def sections() -> tuple[Section, ...]:
    """Every term that the pages use."""
    jobs = {key: one for key, one in plain.FUNCTIONS.items() if key not in plain.UNTOLD}
    return (
        _section(later("What became of a provision"), "became", plain.RELATIONS),
        Section(
            later("The legal job of a provision"),
            tuple(_term("job", key, one.noun, one.meaning) for key, one in jobs.items()),
        ),
        _section(later("What kind of change it is"), "kind", plain.FINDINGS),
        Section(
            later("What a rule does"),
            tuple(
                _term("rule", _RULES.get(kind, kind), one.one, one.means)
                for kind, one in WORDS.items()
            ),
        ),
        Section(
            later("What the texts say of a claim"),
            tuple(
                _term("claim", state, one.label, one.means)
                for state, one in VERDICTS.items()
                if state
            ),
        ),
        _section(later("What drafters put on the text"), "mark", plain.MARKS),
        _section(later("How sure a statement is"), "sure", plain.SURE),
        Section(
            later("What kind of text it is"),
            tuple(
                _term("text", key, label, meaning)
                for key, (label, _, meaning) in plain.STANDINGS.items()
            ),
        ),
        _section(later("Other words"), "word", _OTHER),
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
    shown = shown if isinstance(shown, str) else str(shown)
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
    said = plain.without_possibly(shown).casefold()
    return said == known.word.casefold() or (known.key == "word-partial" and _is_partial(said))


def _is_partial(said: str) -> bool:
    return said in [one.casefold() for one in _PARTIAL]


def of_told(relation: str, shown: str) -> Markup:
    """The label of what became of a provision."""
    partial = _is_partial(plain.without_possibly(shown).casefold())
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
    name = f"{section}-{_anchor(key)}"
    return Term(name, word, meaning, _MEASURED.get(name, ""))


def _anchor(key: str) -> str:
    """What is left of a name in an anchor.

    >>> _anchor("liability of legal persons")
    'liability-of-legal-persons'
    """
    return re.sub(r"[^a-z0-9]+", "-", key.lower()).strip("-")
