"""The viewer: pages made on the server from the database, for readers who are neither lawyers nor
programmers.

In: the path of a database. Out: a Flask application (`create_app`). A package for what readers ask
about (`overview`, `stories`, `changes`, `reading`, `wording`), one for what things are called
(`terms`) and for words as HTML (`text`), so that templates only lay out; what leaves the site is in
`sharing`, `atom`, `api` and `frozen`. Nothing here compares, aligns or writes.
"""

from web.app import create_app

__all__ = ["create_app"]
