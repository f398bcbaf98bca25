"""The page that says what a feed is, with the address of each to copy.

In: the negotiations. Out: the page, to which every page's foot leads.
"""

from __future__ import annotations

from flask import Blueprint, render_template

from web import shelf
from web.sharing import public

pages = Blueprint("following", __name__)
pages.add_app_template_global(public.whole, "whole_address")


@pages.get("/feeds")
def feeds() -> str:
    """How to follow a text."""
    return render_template("feeds.html", negotiations=shelf.library().negotiations())
