"""The whole site as files, for an archive or a plain host: what `tracker freeze` writes.

In: the application. Out: a folder with a file for each page that can be reached by links from the
front page, and for all that these lead to. A page is the live one, byte for byte, but for its
addresses, which are relative now, and one script for the forms. What needs a program that answers
(a search, the tables in SQL, a filter) leads to the page that comes nearest.
"""

from web.frozen.site import Frozen, freeze

__all__ = ["Frozen", "freeze"]
