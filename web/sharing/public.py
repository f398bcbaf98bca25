"""Whole addresses of our own pages: for citations, embeds, social networks, oEmbed.

In: a path of ours. Out: the same with scheme and host, as configured (`PUBLIC_ADDRESS`) or else as
the reader asked for us. A host is believed only if it is made of what hosts are made of: whatever
else stands in the request's `Host` is answered with 400 before any page is made.
"""

from __future__ import annotations

import os
import re
from urllib.parse import urlsplit

from flask import Flask, current_app, request

from tracker.errors import TrackerError

VARIABLE = "TRACKER_PUBLIC_ADDRESS"
"""The variable of the environment that says under which address readers reach the viewer."""

_HOST = re.compile(
    r"(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)*"
    r"|\[[0-9A-Fa-f:.]{2,45}\])\.?(?::[0-9]{1,5})?"
)
_LONGEST_HOST = 255


def install(app: Flask, address: str | None = None) -> None:
    """Let `app` call itself by `address`, or else by what the environment says.

    Raises:
        TrackerError: that is no address of the web.
    """
    chosen = os.environ.get(VARIABLE, "") if address is None else address
    if chosen:
        try:
            parts = urlsplit(chosen)
        except ValueError:
            parts = urlsplit("")
        sound = parts.scheme in ("http", "https") and is_host(parts.netloc)
        if not sound or parts.query or parts.fragment:
            raise TrackerError(
                f"{VARIABLE}: {chosen!r} is not an address such as https://example.org/"
            )
        app.config["PUBLIC_ADDRESS"] = chosen


def is_host(text: str) -> bool:
    """Whether `text` can be a host, with or without a port.

    >>> is_host("example.org:8000"), is_host("[::1]:80"), is_host("a.b/evil"), is_host("a b")
    (True, True, False, False)
    """
    return len(text) <= _LONGEST_HOST and bool(_HOST.fullmatch(text))


def root() -> str:
    """The address of the viewer, without a slash at its end."""
    configured = current_app.config.get("PUBLIC_ADDRESS")
    return str(configured or request.url_root).rstrip("/")


def whole(path: str) -> str:
    """The whole address of a path that `url_for` gave."""
    return root() + path.removeprefix(request.script_root)


def own_path(address: str) -> str | None:
    """The path of a whole address, as this viewer knows it; None if the address is not ours."""
    try:
        asked, own = urlsplit(address), urlsplit(root())
    except ValueError:
        return None
    ours = asked.scheme in ("http", "https") and asked.netloc.lower() == own.netloc.lower()
    if not ours or not asked.path.startswith(f"{own.path}/"):
        return None
    return asked.path.removeprefix(own.path)
