"""The viewer: pages made on the server from the database, for readers who are neither lawyers nor
programmers.

In: the path of a database. Out: a Flask application (`create_app`). One blueprint a subject; what
a page shows is put into words by `plain`, `names`, `told`, `diffs` and `marks`, so that templates
only lay out. Nothing here compares, aligns or writes.
"""

from web.app import create_app

__all__ = ["create_app"]
