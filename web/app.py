"""The application: configuration, blueprints, what templates may use.

In: the path of a database, and how to reach Datasette if it runs. Out: a Flask application. Pages
have no state: the same address over the same database gives the same bytes.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

from flask import Flask, url_for

from tracker.store import Library
from web import api, claimed, data, downloads, errors, headers, method, searching, translation
from web.atom import feeds, following
from web.changes import card_address, compare, finding_cards, found
from web.overview import flow, grid, negotiations
from web.reading import drafts, facsimiles, places, pointers, reports
from web.sharing import embeds, oembed, public, social
from web.shelf import EXTENSION
from web.stories import provisions
from web.terms import days, glossary, phrases, plain
from web.terms.names import RTL
from web.text import marks
from web.wording import borrowings, contests, force, phrase, whose, word_ages


def create_app(
    database: Path,
    *,
    data_socket: Path | None = None,
    interface: str = "en",
    catalogues: Path | None = None,
) -> Flask:
    """The viewer of one database.

    Args:
        database: the file; it may be missing, then pages say so until it is there.
        data_socket: the Unix socket on which Datasette listens with the base address `/data/`.
        interface: the language of the viewer's own words; those of a draft stay as they are.
        catalogues: the folder of translations, `web/translations` unless told.
    """
    app = Flask("web", root_path=str(Path(__file__).parent))
    app.config.update(
        DATABASE=database,
        DATA_SOCKET=data_socket,
        MAX_CONTENT_LENGTH=64 * 1024,
        VERSION=_version(Path(__file__).parent, *([catalogues] if catalogues else [])),
    )
    app.extensions[EXTENSION] = Library(database)
    # A symbol may hold two slashes in a row, or end with one.
    app.url_map.merge_slashes = False
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    app.jinja_env.globals.update(
        plain=plain,
        phrases=phrases,
        marks=marks,
        percent=places.percent,
        direction=direction,
        asset=_asset(app),
        safe_address=safe_address,
        when_of=days.of_draft,
        card_url=card_address.card_url,
    )
    app.jinja_env.filters.update(
        marked=marks.marked,
        highlighted=marks.highlighted,
        number=phrases.number,
        day=days.in_words,
    )
    for module in (
        api,
        feeds,
        negotiations,
        grid,
        drafts,
        facsimiles,
        reports,
        compare,
        found,
        provisions,
        searching,
        method,
        data,
        word_ages,
        phrase,
        contests,
        claimed,
        force,
        flow,
        pointers,
        whose,
        borrowings,
        finding_cards,
        embeds,
        oembed,
        following,
        social,
        downloads,
    ):
        app.register_blueprint(module.pages)
    translation.install(app, interface, catalogues)
    glossary.install(app)
    public.install(app)
    headers.install(app)
    errors.install(app)
    return app


def direction(language: str) -> str:
    """The `dir` of texts in a language.

    >>> direction("ar"), direction("ar-EG"), direction("en")
    ('rtl', 'rtl', 'auto')
    """
    return "rtl" if language.partition("-")[0] in RTL else "auto"


def safe_address(address: str) -> str:
    """A web address that may be a link, `""` for anything else (`javascript:…`).

    >>> safe_address("https://docs.un.org/en/A/1"), safe_address("javascript:alert(1)")
    ('https://docs.un.org/en/A/1', '')
    """
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    return address if parts.scheme in ("http", "https") and parts.netloc else ""


def _version(*folders: Path) -> str:
    """Changes with every file of the viewer, so that browsers fetch pages and styles anew."""
    digest = hashlib.sha256()
    for path in sorted(path for folder in folders for path in folder.rglob("*")):
        if path.suffix in (".py", ".html", ".xml", ".css", ".js", ".svg", ".toml", ".mo"):
            digest.update(path.read_bytes())
    return digest.hexdigest()[:10]


def _asset(app: Flask) -> Callable[[str], str]:
    def asset(name: str) -> str:
        return url_for("static", filename=name, v=app.config["VERSION"])

    return asset
