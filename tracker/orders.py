"""What to fetch, and from which address.

In: a `Negotiation`, or a symbol and a language. Out: an `Order` for each official file: its
address, and what the manifest says that it must be. An address is the round's own, or made by a
pattern: the manifest's, one that was given, or for symbols of the United Nations that of their
Official Document System. (`https://docs.un.org/{language}/{symbol}`, which people use, and before
it `https://undocs.org/{language}/{symbol}`, answer programs with a page that shows the document.)
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import quote, urlsplit

from tracker.errors import FetchError
from tracker.manifest_checks import check_pattern
from tracker.model import Negotiation, Round

HOSTS = ("documents.un.org", "docs.un.org", "undocs.org")
"""The hosts of the United Nations' Official Document System."""

UN_PATTERN = "https://documents.un.org/api/symbol/access?s={symbol}&l={language}&t=pdf"
_UN_SYMBOL = re.compile(r"[A-Z][A-Z-]{0,11}(/[A-Za-z0-9.()_-]+)+")


@dataclass(frozen=True, slots=True)
class Order:
    """One file to fetch. `language` is the one asked for; `suffix` is that too, where it is not the
    round's own, and keeps the file apart. `sha256` and `format` are what it must be, if known."""

    symbol: str
    address: str
    language: str = ""
    suffix: str = ""
    sha256: str = ""
    format: str = ""


def orders(
    negotiation: Negotiation, *, symbol: str = "", language: str = "", pattern: str = ""
) -> list[Order]:
    """What to fetch for a negotiation.

    Args:
        symbol: this document only, whether or not a round has it.
        language: another than the rounds' own.
        pattern: for addresses, before the manifest's.
    Raises:
        FetchError: there is nothing to fetch, or no pattern for the symbol or the language.
    """
    pattern = pattern or negotiation.pattern
    rounds = [one for one in negotiation.rounds if symbol in ("", one.symbol)]
    found = list(_of_rounds(rounds, negotiation.language, language, pattern))
    if found:
        return found
    if not symbol:
        raise FetchError(
            f"{negotiation.id}: no round of its manifest has an `official` address, and it has no "
            "`fetch.pattern`; name a document with --symbol"
        )
    own = next((one.language for one in rounds), "") or negotiation.language
    spoken = language or own
    address = address_of(symbol, spoken, pattern)
    if not rounds:
        suffix = spoken if spoken != own else ""
        return [Order(symbol, address, spoken, suffix)]
    return [_expected(rounds[0], address, spoken, own)]


def _of_rounds(rounds: list[Round], usual: str, language: str, pattern: str) -> Iterator[Order]:
    for one in rounds:
        own = one.language or usual
        spoken = language or own
        if spoken != own:
            yield _expected(one, address_of(one.symbol, spoken, pattern), spoken, own)
        elif one.official or pattern:
            address = one.official or address_of(one.symbol, spoken, pattern)
            yield _expected(one, address, spoken, own)


def _expected(one: Round, address: str, spoken: str, own: str) -> Order:
    """A round's document with what the manifest says of it; its hash is that of its own language's
    file."""
    if spoken != own:
        return Order(one.symbol, address, spoken, spoken, format=one.format)
    return Order(one.symbol, address, spoken, "", one.sha256, one.format)


def hosts_of(pattern: str) -> tuple[str, ...]:
    """The host of a pattern that a person gave, and so allows."""
    host = urlsplit(pattern).hostname if pattern else None
    return (host,) if host else ()


def address_of(symbol: str, language: str, pattern: str = "") -> str:
    """The address of a document.

    >>> address_of("A/AC.291/22", "ar", "https://example.org/{language}/{symbol}?s={symbol}")
    'https://example.org/ar/A/AC.291/22?s=A%2FAC.291%2F22'

    Raises:
        FetchError: no pattern is given and the symbol is not one of the United Nations, or the
            pattern is none.
    """
    if not pattern and not _UN_SYMBOL.fullmatch(symbol):
        raise FetchError(
            f"{symbol}: not a symbol of the United Nations, so where it is cannot be told; give "
            "--pattern https://…{symbol}, or `fetch.pattern` in the manifest"
        )
    try:
        path, mark, query = check_pattern(pattern or UN_PATTERN).partition("?")
    except ValueError as error:
        raise FetchError(str(error)) from error
    in_query = quote(symbol, safe="")
    return (
        path.format(symbol=quote(symbol), language=language)
        + mark
        + query.format(symbol=in_query, language=language)
    )
