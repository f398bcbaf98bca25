"""The frame in which a page of somebody else shows one of ours.

In: where an embed and its page are, what it is called and what it says. Out: `Frame`, with the HTML
to paste: as wide as there is room, and high enough for a phone unless there is much to read, which
is then read on inside the frame.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from tracker.model import NOT_OFFICIAL
from tracker.store.records import DraftRow
from web.sharing import public
from web.terms.plain import STANDINGS

WIDTH = 640
"""Of a frame for programs, which want a number, in CSS pixels."""

LOWEST, HIGHEST = 360, 860
"""Between these is the height of a frame."""

_BESIDE, _LINE, _LETTERS, _STEP = 240, 27, 38, 20
# Measured on a phone of 390 px: what stands beside the words, a line and its letters.


@dataclass(frozen=True, slots=True)
class Frame:
    """An embed and the page that it is of, both as paths; `title` is said to those who do not see
    the frame. `picture` is the path of a picture of it, if there is one."""

    embed: str
    page: str
    title: str
    height: int
    picture: str = ""

    @property
    def address(self) -> str:
        """The whole address of the page."""
        return public.whole(self.page)

    @property
    def code(self) -> str:
        """The HTML to paste into another page."""
        return self.framed("100%", self.height)

    def framed(self, width: int | str, height: int) -> str:
        """The same in a size, with a link where frames are not shown."""
        return str(
            Markup(
                '<iframe src="{frame}" title="{title}" width="{width}" height="{height}" '
                'loading="lazy"></iframe>\n'
                '<p><a href="{page}">{title}</a></p>'
            ).format(
                frame=public.whole(self.embed),
                page=self.address,
                title=self.title,
                width=width,
                height=height,
            )
        )


def height(*texts: str) -> int:
    """The height of a frame for these texts, in CSS pixels.

    >>> height("word " * 20), height("word " * 80), height("word " * 8000)
    (360, 540, 860)
    """
    lines = sum(-(-len(text) // _LETTERS) for text in texts)
    fitting = -(-(_BESIDE + _LINE * lines) // _STEP) * _STEP
    return min(max(fitting, LOWEST), HIGHEST)


def standings(drafts: Iterable[DraftRow]) -> str:
    """What is said behind a title that stands alone of texts that are not the official ones."""
    found = sorted({one.standing for one in drafts if one.standing in NOT_OFFICIAL})
    return "".join(f" [{STANDINGS[one][0]}]" for one in found)
