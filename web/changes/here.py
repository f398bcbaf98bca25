"""The address of a comparison, and of what is near it.

In: what the address of this page asks for. Out: addresses with one thing changed, and the way to a
place of the comparison, on whichever page that is.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from flask import url_for

from tracker.store.records import DraftRow


@dataclass(frozen=True, slots=True)
class Here:
    """A comparison as it is asked for; `page` 0 is all on one page, None what an address without
    it shows. `where` says by the key of a place on which page it is, and its anchor."""

    negotiation: str
    old: DraftRow
    new: DraftRow
    language: str | None
    show: str = ""
    kind: str = ""
    became: str = ""
    side: bool = False
    page: int | None = None
    where: Mapping[str, tuple[int, str]] = field(default_factory=dict)

    def url(self, anchor: str | None = None) -> str:
        """The address itself."""
        return url_for(
            "compare.compare",
            negotiation=self.negotiation,
            old=self.old.symbol,
            new=self.new.symbol,
            lang=self.language,
            show="all" if self.show == "all" else None,
            kind=self.kind or None,
            became=self.became or None,
            view="side" if self.side else None,
            page={None: None, 0: "all", 1: None}.get(self.page, self.page),
            _anchor=anchor,
        )

    def of_kind(self, kind: str | None) -> str:
        """The same for a kind of finding, from its first page; None for all."""
        return replace(self, kind=kind or "", page=None).url()

    def of_became(self, became: str | None) -> str:
        """The same for what became of something; None for all."""
        return replace(self, became=became or "", page=None).url()

    def of_all(self) -> str:
        """All changes."""
        return replace(self, kind="", became="", page=None).url()

    def whole_text(self, *, whole: bool) -> str:
        """The whole text, or the changes only."""
        changed = replace(self, show="all" if whole else "", kind="", became="", page=None)
        return changed.url("changes")

    def in_view(self, *, side: bool) -> str:
        """One column or two."""
        return replace(self, side=side).url("changes")

    def on_page(self, page: int) -> str:
        """Another page; 0 for all on one."""
        return replace(self, page=page).url("changes")

    def to(self, key: str, anchor: str = "") -> str:
        """The way to a place, or to another `anchor` there; `""` to one that is not shown."""
        if key not in self.where:
            return ""
        page, own = self.where[key]
        own = anchor or own
        if self.page == 0 or page == (self.page or 1):
            return f"#{own}"
        return replace(self, page=page).url(own)

    def to_finding(self, link: str) -> str:
        """The way to what is told of a link."""
        return self.to(link, f"f-{link}")
