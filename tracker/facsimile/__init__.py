"""A page of a stored file as it was printed, and where on it the words of a passage stand.

In: the bytes of a PDF as the database keeps them, the number of a page. Out: `Desk`, which gives
pictures and the boxes around words, draws few pages at once and keeps what it drew last. Whether a
box is right is not guessed: the page is read again, and only where its text is, to the letter, the
stored one do offsets lead to lines.
"""

from tracker.facsimile.boxes import Box, boxes_on
from tracker.facsimile.desk import WIDTHS, Busy, Desk, NoLibrary

__all__ = ["WIDTHS", "Box", "Busy", "Desk", "NoLibrary", "boxes_on"]
