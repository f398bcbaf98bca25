"""The interface in other languages: where its words are looked up.

In: English words of ours, in a template or a module. Out: the same in the language of the
interface, English if nobody has translated them. Texts of drafts are never translated.

Templates write `{% trans %}…{% endtrans %}` or `_('…')`, modules `_("…")` and `ngettext`; tables of
words that are made when a module is read write `later("…")`. Catalogues lie in
`web/translations/<language>/LC_MESSAGES/`; `create_app(…, interface=…)` says which is used.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from flask import Flask, current_app
from flask_babel import Babel, gettext, lazy_gettext, ngettext

__all__ = ["_", "install", "later", "ngettext"]

# Flask-Babel does not say its types.
_: Callable[..., str] = gettext
later = lazy_gettext


def install(app: Flask, interface: str, catalogues: Path | None) -> None:
    """Let `app` look up its words in the language `interface`."""
    app.config["INTERFACE"] = interface
    folder = "translations" if catalogues is None else str(catalogues)
    Babel(app, locale_selector=_language, default_translation_directories=folder)
    app.jinja_env.globals["interface"] = _language


def _language() -> str:
    language = current_app.config["INTERFACE"]
    assert isinstance(language, str)
    return language
