"""Who a document is: the FRBR identifiers of Akoma Ntoso.

In: a draft. Out: the addresses of its Work (the negotiation), Expression (the draft: language,
date, symbol) and Manifestation (the file it was read from, by its hash), and the `identification`
element that says them.

Source: Akoma Ntoso Naming Convention 1.0, section 4. It departs in two things: a Work has no date
in its address, since a draft does not know when its negotiation began; an Expression has its
symbol in it, since two drafts may bear one date.
"""

from __future__ import annotations

import re
from datetime import date
from urllib.parse import quote

from lxml import etree

from tracker.akn.names import akn
from tracker.errors import AknError
from tracker.model import Draft

LANGUAGES = {
    "ar": "ara", "bg": "bul", "bn": "ben", "cs": "ces", "da": "dan", "de": "deu", "el": "ell",
    "en": "eng", "es": "spa", "et": "est", "fa": "fas", "fi": "fin", "fr": "fra", "ga": "gle",
    "he": "heb", "hi": "hin", "hr": "hrv", "hu": "hun", "id": "ind", "is": "isl", "it": "ita",
    "ja": "jpn", "ko": "kor", "lt": "lit", "lv": "lav", "mt": "mlt", "nl": "nld", "no": "nor",
    "pl": "pol", "pt": "por", "ro": "ron", "ru": "rus", "sk": "slk", "sl": "slv", "sr": "srp",
    "sv": "swe", "sw": "swa", "th": "tha", "tr": "tur", "uk": "ukr", "ur": "urd", "vi": "vie",
    "zh": "zho",
}  # fmt: skip
"""ISO 639-1 codes and the ISO 639-2 (terminological) codes that Akoma Ntoso uses."""

_DATE = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


def three_letters(language: str) -> str:
    """The ISO 639-2 code of a language; as given if it is not in the table.

    >>> three_letters("fr"), three_letters("tlh")
    ('fra', 'tlh')
    """
    return LANGUAGES.get(language, language)


def work_uri(draft: Draft, country: str) -> str:
    """`/akn/zz/bill/un-cybercrime`."""
    return f"/akn/{quote(country, safe='')}/bill/{quote(draft.negotiation, safe='')}"


def expression_uri(draft: Draft, country: str) -> str:
    """`/akn/zz/bill/un-cybercrime/eng@2024-08-08/A%2FAC.291%2FL.15`."""
    language = quote(three_letters(draft.language), safe="")
    symbol = quote(draft.symbol, safe="")
    return f"{work_uri(draft, country)}/{language}@{draft.date}/{symbol}"


def manifestation_uri(draft: Draft, country: str) -> str:
    """The expression's address, the hash of the file and its format as the extension."""
    file = f"{quote(draft.source.sha256, safe='')}.{quote(draft.source.format, safe='')}"
    return f"{expression_uri(draft, country)}/{file}"


def check_date(draft: Draft) -> None:
    """Raises `AknError` if the draft's date is not one: the schema would only say so darkly."""
    try:
        if not _DATE.fullmatch(draft.date):
            raise ValueError
        date.fromisoformat(draft.date)
    except ValueError:
        raise AknError(
            f"{draft.symbol}: the date {draft.date!r} is no calendar date; give it as YYYY-MM-DD"
        ) from None


def identification(
    draft: Draft, country: str, *, component: str, source: str, author: str
) -> etree._Element:
    """The `identification` element of a draft, or of its part `component` (`main`, an eId).

    `source` and `author` are the eIds of who says this and of who wrote the text.
    """
    element = etree.Element(akn("identification"), source=f"#{source}")
    part = f"/!{quote(component, safe='')}"
    levels = (
        ("FRBRWork", work_uri(draft, country)),
        ("FRBRExpression", expression_uri(draft, country)),
        ("FRBRManifestation", manifestation_uri(draft, country)),
    )
    for level, uri in levels:
        inner = etree.SubElement(element, akn(level))
        _value(inner, "FRBRthis", uri + part)
        _value(inner, "FRBRuri", uri)
        if level == "FRBRExpression" and draft.title:
            _value(inner, "FRBRalias", draft.title, name="title")
        if level == "FRBRManifestation":
            _value(inner, "FRBRalias", draft.source.name, name="file")
            _value(inner, "FRBRalias", draft.source.sha256, name="sha256")
        etree.SubElement(inner, akn("FRBRdate"), date=draft.date, name="draft")
        etree.SubElement(inner, akn("FRBRauthor"), href=f"#{author}")
        if level == "FRBRWork":
            _value(inner, "FRBRcountry", country)
            _value(inner, "FRBRname", draft.negotiation)
        elif level == "FRBRExpression":
            _value(inner, "FRBRversionNumber", draft.symbol)
            etree.SubElement(inner, akn("FRBRlanguage"), language=three_letters(draft.language))
        else:
            _value(inner, "FRBRformat", draft.source.format)
    return element


def _value(parent: etree._Element, tag: str, value: str, name: str = "") -> None:
    element = etree.SubElement(parent, akn(tag), value=value)
    if name:
        element.set("name", name)
