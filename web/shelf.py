"""The database of the application, and what every page asks of it.

In: what stands in an address. Out: rows, or the error page that fits: 404 for what is not there,
400 for what cannot be meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NoReturn

from flask import abort, current_app, request

from tracker.model import NOT_OFFICIAL, Story
from tracker.store import Library
from tracker.store.keys import provision_key
from tracker.store.records import DraftRow, NegotiationRow, ProvisionRow
from web.terms.phrases import chained, number
from web.translation import _

EXTENSION = "negotiation-tracker"

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*")
_COUNT = re.compile(r"[1-9][0-9]{0,5}")
LONGEST_WORDS = 500
"""No name or search of more characters than this is looked up."""


def library() -> Library:
    """The database of this application."""
    found = current_app.extensions[EXTENSION]
    assert isinstance(found, Library)
    return found


def negotiation_or_404(negotiation: str, *, beside: bool = False) -> NegotiationRow:
    """The negotiation of this id; with `beside` also one that holds earlier instruments, which has
    drafts to read and nothing else."""
    found = library().negotiation(negotiation)
    if found is None or (found.beside and not beside):
        no_negotiation(negotiation)
    return found


def draft_or_404(negotiation: NegotiationRow, symbol: str, language: str | None) -> DraftRow:
    """The draft with this symbol."""
    found = library().draft(negotiation.id, symbol, language)
    return found or no_draft(symbol)


def language_asked() -> str | None:
    """`?lang=`, None without it."""
    asked = request.args.get("lang", "")
    if not asked:
        return None
    if not _LANGUAGE.fullmatch(asked):
        refused(_("The language in the address is not a language code such as “en”."))
    return asked


def choice_asked(name: str, choices: tuple[str, ...]) -> str:
    """A parameter that has few values; the first one if it is not there."""
    asked = request.args.get(name, "")
    if asked and asked not in choices:
        known = chained([f"“{choice}”" for choice in choices], "or")
        refused(_("“%(name)s” in the address can only be %(known)s.", name=name, known=known))
    return asked or choices[0]


def page_asked() -> int:
    """`?page=`, from 1."""
    asked = request.args.get("page", "1")
    if not _COUNT.fullmatch(asked):
        refused(
            _(
                "The page number in the address is not a whole number from 1 to %(most)s.",
                most=number(999_999),
            )
        )
    return int(asked)


def text_asked(name: str) -> str:
    """A parameter that is any text, of bearable length."""
    asked = request.args.get(name, "")
    if len(asked) > LONGEST_WORDS:
        refused(
            _(
                "“%(name)s” in the address is longer than %(most)s characters.",
                name=name,
                most=LONGEST_WORDS,
            )
        )
    return asked


def story_provision(negotiation: NegotiationRow, story: Story) -> ProvisionRow | None:
    """The provision to which a story leads, None if that draft does not hold it."""
    draft = library().draft(negotiation.id, story.symbol)
    return library().provision(provision_key(draft.id, story.provision)) if draft else None


def unofficial(drafts: list[DraftRow]) -> list[DraftRow]:
    """Those whose text is not the official one."""
    return [draft for draft in drafts if draft.standing in NOT_OFFICIAL]


Care = tuple[DraftRow, tuple[str, ...]]
"""A draft of which a reader must know something, with what that is."""


def with_care(drafts: Iterable[DraftRow]) -> list[Care]:
    """Those of these drafts of which a reader must know something."""
    some = list(drafts)
    said = library().warnings(one.id for one in some)
    return [(one, said[one.id]) for one in some if one.id in said]


def missing(why: str) -> NoReturn:
    """Answer with a page that says what is not there, in a sentence in the language of the
    interface."""
    abort(404, description=why)


def no_negotiation(name: str) -> NoReturn:
    """Answer that there is none of this name."""
    missing(_("There is no negotiation called “%(name)s”.", name=brief(name)))


def no_draft(symbol: str) -> NoReturn:
    """Answer that the negotiation has none with this symbol."""
    missing(_("There is no draft “%(symbol)s” in this negotiation.", symbol=brief(symbol)))


def no_draft_in(language: str) -> NoReturn:
    """Answer that the negotiation has none in this language."""
    missing(_("There is no draft in the language “%(language)s” here.", language=language))


def no_provision(address: str) -> NoReturn:
    """Answer that there is none with this address."""
    missing(_("There is no provision with the address “%(address)s”.", address=brief(address)))


def refused(why: str) -> NoReturn:
    """Answer with a page that says what is wrong with the address, in a sentence in the language of
    the interface."""
    abort(400, description=why)


def brief(text: str) -> str:
    """At most 60 characters of what somebody typed."""
    return text if len(text) <= 60 else f"{text[:59]}…"
