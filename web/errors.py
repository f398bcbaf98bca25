"""Error pages that say what happened and what to do, and nothing of the machine.

In: any exception of a request. Out: a page with the right status. What a person at the server needs
(paths, traces) goes to the log.
"""

from __future__ import annotations

from flask import Flask, Response, current_app, render_template
from werkzeug.exceptions import HTTPException

from tracker.errors import StoreError
from web.api import problems
from web.translation import _, later

_TITLES = {
    400: later("This address cannot be understood"),
    404: later("There is no such page"),
    405: later("This page can only be read"),
    413: later("That was too much at once"),
    414: later("This address is too long"),
    502: later("The data did not answer"),
    503: later("Not available at the moment"),
}
_EXPLAINED = {
    400: later("Something in the address of the page is not what it should be."),
    404: later(
        "The address may be mistyped, or the negotiation or draft is not in this collection."
    ),
    405: later("The viewer shows texts; nothing can be sent to it or changed through it."),
    413: later("What was sent is larger than the viewer accepts."),
    414: later("Please use a shorter address."),
    502: later("The part of the viewer that answers questions about the data is not answering."),
    503: later("Please try again in a moment."),
}


def install(app: Flask) -> None:
    """Let `app` answer errors with pages."""
    app.register_error_handler(HTTPException, _http)
    app.register_error_handler(StoreError, _store)
    app.register_error_handler(Exception, _fault)


def page(status: int, why: str) -> Response | tuple[str, int]:
    """An error page with its status; of the API, the same as data."""
    if problems.is_asked():
        return problems.problem(status, why)
    title = _TITLES.get(status) or _("That did not work")
    return render_template("error.html", status=status, title=title, why=why), status


def _http(error: HTTPException) -> Response | tuple[str, int]:
    status = error.code or 500
    if status < 400:
        return current_app.make_response(error.get_response())
    if status == 500:
        return _page_of_a_fault()
    # A description of our own; those of the libraries speak to programmers.
    own = error.description if type(error).description != error.description else None
    answer = current_app.make_response(page(status, own or str(_EXPLAINED.get(status, ""))))
    if status == 405:
        allowed = getattr(error, "valid_methods", None) or ("GET", "HEAD")
        answer.headers["Allow"] = ", ".join(sorted(allowed))
    return answer


def _store(error: StoreError) -> Response:
    current_app.logger.warning("%s", error)
    where = str(current_app.config["DATABASE"])
    said = str(error).removeprefix(f"{where}: ")
    # Another path in the message is nobody's business either.
    telling = where not in said and "/" not in said
    why = _("It cannot read its database.")
    if telling:
        why = _("The database of this viewer: %(said)s.", said=said)
    answer = current_app.make_response(page(503, why))
    answer.headers["Retry-After"] = "5"
    return answer


def _fault(error: Exception) -> Response | tuple[str, int]:
    current_app.logger.error("a page failed", exc_info=error)
    return _page_of_a_fault()


def _page_of_a_fault() -> Response | tuple[str, int]:
    why = _(
        "This is a fault of the viewer, not yours. Nothing is lost: the texts are stored "
        "elsewhere. Please tell whoever runs this viewer which page you asked for."
    )
    if problems.is_asked():
        return problems.problem(500, why)
    return render_template("error.html", status=500, title=_("The viewer failed"), why=why), 500
