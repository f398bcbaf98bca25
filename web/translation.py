"""The interface in other languages: where its words are looked up.

In: English words of ours, in a template or a module; numbers, shares, days. Out: the same in the
language of the interface; words in English if nobody has translated them. Texts of drafts are never
translated.

Templates write `{% trans %}…{% endtrans %}` or `_('…')`, modules `_("…")` and `ngettext`; tables of
words that are made when a module is read write `later("…")`. Catalogues lie in
`web/translations/<language>/LC_MESSAGES/`; `create_app(…, interface=…)` says which is used.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any, cast

from babel import Locale, dates, numbers
from flask import Flask, current_app, g
from flask_babel import Babel, get_locale, get_translations
from flask_babel.speaklater import LazyString

from web.once import language

__all__ = [
    "_",
    "day",
    "decimal",
    "install",
    "is_english",
    "later",
    "month",
    "ngettext",
    "number",
    "percent",
]


def _(message: str, **variables: Any) -> str:
    """A message in the language of the interface."""
    found: str = _catalogue().ugettext(message)
    return found % variables if variables else found


def ngettext(one: str, several: str, many: int, **variables: Any) -> str:
    """A message about a number, which is `num` in it unless it is told otherwise."""
    found: str = _catalogue().ungettext(one, several, many)
    return found % {"num": many, **variables}


def later(message: str) -> str:
    """A message that is looked up when it is shown. No variables: they would not be escaped."""
    return cast(str, LazyString(_, message))


def is_english() -> bool:
    """Whether the interface is in English, as it is where no page is asked for."""
    language = get_locale()
    return language is None or language.language == "en"


def number(count: int) -> str:
    """A whole number.

    >>> number(12345)
    '12,345'
    """
    # Babel takes its time for every number.
    return f"{count:,}" if is_english() else numbers.format_decimal(count, locale=get_locale())


def decimal(value: float, digits: int = 1) -> str:
    """A number with so many digits behind the point.

    >>> decimal(14.755), decimal(1234.5)
    ('14.8', '1234.5')
    """
    if is_english():
        return f"{value:.{digits}f}"
    return numbers.format_decimal(round(value, digits), _pattern(digits), get_locale())


def percent(share: float, digits: int = 0) -> str:
    """A share of 1.

    >>> percent(0.625), percent(0.9731, 1), percent(1)
    ('62%', '97.3%', '100%')
    """
    if is_english():
        return f"{share:.{digits}%}"
    whole = get_locale().percent_formats[None].pattern
    form = whole.replace("0", _pattern(digits)[-digits - 2 :], 1) if digits else whole
    return numbers.format_percent(round(share, digits + 2), form, get_locale())


def _pattern(digits: int) -> str:
    return f"#,##0.{'0' * digits}" if digits else "#,##0"


def day(of: date) -> str:
    """A day in words, such as `3 February 2030`."""
    # "long" would be that of the United States.
    form = "d MMMM yyyy" if is_english() else "long"
    return dates.format_date(of, form, locale=get_locale() or "en")


def month(of: date) -> str:
    """The month of a day with its year, such as `February 2030`."""
    if is_english():
        return dates.format_date(of, "MMMM yyyy", locale=get_locale() or "en")
    return dates.format_skeleton("yMMMM", of, locale=get_locale())


def _catalogue() -> Any:
    # Asked for thousands of times on a page; Flask-Babel works out each time which language it is.
    try:
        return g.catalogue
    except AttributeError:
        g.catalogue = get_translations()
        return g.catalogue
    except RuntimeError:
        # Of no page.
        return get_translations()


def install(app: Flask, interface: str, catalogues: Path | None) -> None:
    """Let `app` look up its words in the language `interface`, such as `pt-BR`.

    Raises:
        ValueError, babel.UnknownLocaleError: if that is no language.
    """
    app.config["INTERFACE"] = str(Locale.parse(interface.replace("-", "_")))
    folder = "translations" if catalogues is None else str(catalogues)
    Babel(app, locale_selector=_language, default_translation_directories=folder)
    # As the catalogues are made: a message may stand on several lines of a template.
    app.jinja_env.policies["ext.i18n.trimmed"] = True
    app.jinja_env.install_gettext_callables(  # type: ignore[attr-defined]  # the extension's own
        lambda message: _catalogue().ugettext(message),
        lambda one, several, many: _catalogue().ungettext(one, several, many),
        newstyle=True,
    )
    app.jinja_env.globals["interface"] = language


def _language() -> str:
    chosen = current_app.config["INTERFACE"]
    assert isinstance(chosen, str)
    return chosen
