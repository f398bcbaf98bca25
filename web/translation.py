"""The interface in other languages: where its words are looked up.

In: English words of ours, in a template or a module. Out: the same in the language of the
interface, English if nobody has translated them. Texts of drafts are never translated.

Templates write `{% trans %}…{% endtrans %}` or `_('…')`, modules `_("…")` and `ngettext`; tables of
words that are made when a module is read write `later("…")`. Catalogues lie in
`web/translations/<language>/LC_MESSAGES/`; `create_app(…, interface=…)` says which is used.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any, cast

from babel import Locale
from flask import Flask, current_app, g
from flask_babel import Babel, get_translations
from flask_babel.speaklater import LazyString

from web.once import language

__all__ = ["_", "install", "later", "ngettext"]


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
