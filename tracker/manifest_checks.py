"""What the values of a manifest and of the command line's options may be.

In: one value. Out: the value itself, in its normal form; a `ValueError` says what is wrong with it
and how to write it. The patterns stand here too, because the JSON Schema for editors has them.
"""

from __future__ import annotations

import re
import string
from datetime import date, datetime
from urllib.parse import urlsplit

from tracker.words import words

ID = "[a-z0-9]+(-[a-z0-9]+)*"
EID = r"[A-Za-z][\w.-]*"
TWO_LETTERS = "[a-z]{2}"
SHA256 = "[0-9a-f]{64}"
DAY = "[0-9]{4}-[0-9]{2}-[0-9]{2}"
LOOSE_DAY = "[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?"
ADDRESS = r"https://[!-~]+"
HOST = r"[a-z0-9]([a-z0-9-]*[a-z0-9])?([.][a-z0-9]([a-z0-9-]*[a-z0-9])?)+"
LONGEST_SYMBOL = 100
LONGEST_PHRASE = 32
"""Words that a phrase to be looked for in the drafts may have."""

_NEGOTIATION = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,59}")


def iso_date(value: object) -> str:
    """A calendar date as ISO 8601, from a TOML date or text.

    >>> iso_date("2024-02-29")
    '2024-02-29'
    >>> iso_date("2023-02-29")
    Traceback (most recent call last):
    ...
    ValueError: '2023-02-29' is not a date; write it like 2024-08-08

    Raises:
        ValueError: it is none; the message says how to write one.
    """
    if isinstance(value, date) and not isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, str) and re.fullmatch(DAY, value):
        try:
            return date.fromisoformat(value).isoformat()
        except ValueError:
            pass  # the error below tells more
    shown = repr(value) if isinstance(value, str) else str(value)
    raise ValueError(f"{shown} is not a date; write it like 2024-08-08")


def loose_date(value: object) -> str:
    """A date, a month or a year: of many statements no more is known."""
    if isinstance(value, str) and re.fullmatch("[0-9]{4}(-[0-9]{2})?", value):
        iso_date((value + "-01-01")[:10])
        return value
    try:
        return iso_date(value)
    except ValueError as error:
        raise ValueError(f"{error}, 2024-08 or 2024") from error


def check_negotiation(text: str) -> str:
    """`text` itself if it can be the id of a negotiation, and so name a folder. A manifest's id is
    stricter, since it stands in addresses that people type.

    Raises:
        ValueError: it cannot; the message says what can.
    """
    if not _NEGOTIATION.fullmatch(text):
        raise ValueError(
            f"{text[:30]!r} is not an id of a negotiation; use up to 60 letters, digits and hyphens"
        )
    return text


def check_id(text: str) -> str:
    """`text` itself if it is an id for a manifest."""
    if not re.fullmatch(ID, text):
        raise ValueError(f"{text!r} is not an id; use small letters, digits and single hyphens")
    return text


def check_language(text: str) -> str:
    """`text` itself if it is a code of two small letters.

    Raises:
        ValueError: it is not.
    """
    if not re.fullmatch(TWO_LETTERS, text):
        raise ValueError(f"{text!r} is not a code of two small letters")
    return text


def check_symbol(symbol: str) -> str:
    """`symbol` itself if it can name a document and a file.

    Raises:
        ValueError: it cannot; the message says why.
    """
    if len(symbol) > LONGEST_SYMBOL:
        raise ValueError(
            f"{symbol[:20]!r}… is longer than a symbol can be ({LONGEST_SYMBOL} characters)"
        )
    parts = symbol.split("/")
    plain = symbol.isprintable() and "\\" not in symbol
    if not plain or any(part.strip(" .") == "" or part.startswith(".") for part in parts):
        raise ValueError(f"{symbol!r} is not a symbol; write it like A/AC.291/22/Rev.1")
    return symbol


def check_eid(text: str) -> str:
    """`text` itself if it is an eId."""
    if not re.fullmatch(EID, text):
        raise ValueError(f"{text!r} is not the eId of a provision; write it like art_21__para_2")
    return text


def check_phrase(text: str) -> str:
    """`text` itself if it can be looked for in the drafts.

    >>> check_phrase("without right")
    'without right'
    >>> check_phrase("...")
    Traceback (most recent call last):
    ...
    ValueError: '...' has no word in it; write a phrase to look for
    """
    found = words(text)
    if not found:
        raise ValueError(f"{text!r} has no word in it; write a phrase to look for")
    if len(found) > LONGEST_PHRASE or len(text) > 30 * LONGEST_PHRASE:
        raise ValueError(
            f"{text[:30]!r}… is longer than a phrase to look for can be ({LONGEST_PHRASE} words)"
        )
    return text


def check_sha256(text: str) -> str:
    """`text` itself if it is a SHA-256 in hexadecimal."""
    if not re.fullmatch(SHA256, text):
        raise ValueError(f"{text!r} is not a SHA-256; it has 64 digits, 0 to 9 and a to f")
    return text


def check_address(text: str) -> str:
    """Only https, because the viewer links to it and `tracker fetch` asks for it."""
    try:
        parts = urlsplit(text)
        good = parts.scheme == "https" and bool(parts.hostname) and "@" not in parts.netloc
    except ValueError:
        good = False
    if not (good and re.fullmatch(ADDRESS, text)):
        raise ValueError(f"{text!r} is not an address; it begins with https:// and has no spaces")
    return text


def check_pattern(text: str) -> str:
    """`text` itself if it is an address with `{symbol}` in it, and perhaps `{language}`, after the
    host."""
    try:
        names = {name for _, name, form, how in string.Formatter().parse(text) if name is not None}
        plain = not any(form or how for _, _, form, how in string.Formatter().parse(text))
    except ValueError:
        names, plain = set(), False
    if not plain or "symbol" not in names or not names <= {"symbol", "language"}:
        raise ValueError(
            f"{text!r} is not a pattern; write it like https://example.org/{{language}}/{{symbol}}"
        )
    check_address(text.format(symbol="A", language="en"))
    if "{" in urlsplit(text).netloc:
        raise ValueError(f"{text!r} does not name one host")
    return text


def check_host(text: str) -> str:
    """The name of a host: not an address in numbers, no port."""
    if not re.fullmatch(HOST, text) or not re.search("[a-z]", text.rpartition(".")[2]):
        raise ValueError(f"{text!r} is not the name of a host; write it like docs.example.org")
    return text
