"""The server of HTTP in front of the viewer: waitress, with what we want of it.

In: an application and a socket that listens. Out: a server to run. Requests that never reach the
application, because they are no HTTP or hold too much, are answered with its headers all the same.
"""

from __future__ import annotations

import logging
import socket
from typing import Any

import waitress
from flask import Flask
from waitress.channel import HTTPChannel
from waitress.task import ErrorTask

from web import headers

THREADS = 8
LARGEST_BODY = 64 * 1024
_IDLE_SECONDS = 60


def server(app: Flask, listening: socket.socket) -> Any:
    """A server of `app` on this socket; `run` it, then `close` it."""
    # That a request has to wait for another is no news: it would be told at every busy moment.
    logging.getLogger("waitress.queue").setLevel(logging.ERROR)
    made = waitress.create_server(
        app,
        sockets=[listening],
        threads=THREADS,
        ident=None,
        max_request_body_size=LARGEST_BODY,
        channel_timeout=_IDLE_SECONDS,
    )
    made.channel_class = _Channel
    return made


class _Refusal(ErrorTask):  # type: ignore[misc]
    """An answer of the server's own."""

    def __init__(self, *given: Any) -> None:
        super().__init__(*given)
        self.response_headers.extend(headers.EVERYWHERE.items())


class _Channel(HTTPChannel):  # type: ignore[misc]
    error_task_class = _Refusal
