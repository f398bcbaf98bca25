"""A comparison as one HTML file that needs nothing else: to read, to send, to print.

In: a comparison. Out: UTF-8. What went is struck and what came underlined, in real `del` and
`ins`, each told in words to a screen reader; what moved says from where and whereto, with links.
Nothing in it runs: the file's own policy allows its style and nothing else.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from html import escape
from itertools import groupby

from tracker.export import notice
from tracker.export.legend import Drawn, legend
from tracker.export.pieces import Paragraph, Piece
from tracker.export.redline import Block, redline
from tracker.export.scripts import direction
from tracker.export.style import CSS
from tracker.store.records import DraftRow
from tracker.store.records.exports import Compared

_TAGS = {"delete": ("del", "Deleted: "), "insert": ("ins", "Added: ")}
_KEY = (
    "Words that went are <del>struck out</del>, words that came are <ins>underlined</ins>. "
    "Everything else is in both drafts. What moved stands at both places."
)
_DRAWN = Drawn(
    struck="crossed by a wavy line", added="over a row of dots", uncovered="in grey without a line"
)
_ALONE = {"delete": "In the older document only: ", "insert": "In the newer document only: "}


def comparison_html(compared: Compared) -> bytes:
    """The file."""
    page = compared.page
    blocks = redline(page, compared.findings)
    parts = [
        *_head(compared, blocks),
        *_contents(blocks),
        *_body(blocks, page.new),
        *_foot(compared),
    ]
    return "\n".join(parts).encode("utf-8", "replace")


def _head(compared: Compared, blocks: Sequence[Block]) -> Iterator[str]:
    page = compared.page
    title = f"{notice.name_of(page.old)} → {notice.name_of(page.new)}"
    policy = "default-src 'none'; style-src 'unsafe-inline'"
    yield "<!doctype html>"
    yield '<html lang="en"><head><meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield '<meta name="color-scheme" content="light dark">'
    yield f"<title>{escape(title)} · {escape(compared.negotiation.title)}</title>"
    yield f"<style>{CSS}</style></head><body><header>"
    yield f'<p class="of" dir="auto">{escape(compared.negotiation.title)}</p>'
    yield f"<h1>What changed from <bdi>{escape(notice.name_of(page.old))}</bdi> to <bdi>{escape(notice.name_of(page.new))}</bdi></h1>"  # noqa: E501
    for which, draft in (("Older", page.old), ("Newer", page.new)):
        yield f'<p class="draft"><b>{which} draft:</b> <bdi>{escape(notice.about(draft))}</bdi></p>'
    warned = notice.warnings(compared.negotiation, (page.old, page.new))
    if warned:
        yield '<aside class="notice" aria-label="About these texts">'
        yield from (f'<p dir="auto">{escape(one)}</p>' for one in warned)
        yield "</aside>"
    yield f'<p class="key">{_KEY} {escape(" ".join(legend(blocks, _DRAWN)))}</p></header>'


def _contents(blocks: Sequence[Block]) -> Iterator[str]:
    """Links to what changed, by what became of it."""
    differing = [(n, one) for n, one in enumerate(blocks) if one.changed]
    if not differing:
        yield "<p><strong>No word and no number changed.</strong></p>"
        return
    changed = [both for both in differing if both[1].covered]
    yield from _listed(changed, notice.counted(len(changed), "place", "places") + " with changes")
    alone = [both for both in differing if not both[1].covered]
    if alone:
        said = notice.counted(len(alone), "provision", "provisions")
        yield from _listed(alone, f"{said} that only one of the documents covers")


def _listed(found: Sequence[tuple[int, Block]], said: str) -> Iterator[str]:
    yield f"<details><summary>{said}</summary><ol>"
    for n, one in found:
        label = f"{escape(one.label)}: " if one.label else ""
        yield f'<li>{label}<a href="#b{n}"><bdi>{escape(one.name)}</bdi></a></li>'
    yield "</ol></details>"


def _body(blocks: Sequence[Block], draft: DraftRow) -> Iterator[str]:
    way = direction(draft.language)
    ends = _ends(blocks)
    yield f'<main lang="{escape(draft.language)}" dir="{way}">'
    for n, one in enumerate(blocks):
        depth = min(one.depth, 5)
        state = " changed" if one.changed else ""
        yield f'<section id="b{n}" class="d{depth}{state}">'
        if one.label or one.notes:
            yield from _told(n, one, ends)
        yield from (_paragraph(two, one) for two in one.paragraphs)
        yield "</section>"
    yield "</main>"


def _ends(blocks: Iterable[Block]) -> dict[int, list[int]]:
    """The two places of each move."""
    found: dict[int, list[int]] = {}
    for n, one in enumerate(blocks):
        if one.move:
            found.setdefault(one.move, []).append(n)
    return found


def _told(n: int, one: Block, ends: dict[int, list[int]]) -> Iterator[str]:
    yield '<div class="told" lang="en" dir="ltr">'
    label = f"<b>{escape(one.label)}.</b> " if one.label else ""
    other = next((place for place in ends.get(one.move, ()) if place != n), None)
    there = f' <a href="#b{other}">See the other place</a>' if other is not None else ""
    notes = " ".join(f"<bdi>{escape(note)}</bdi>" for note in one.notes)
    yield f"<p>{label}{notes}{there}</p></div>"


def _paragraph(one: Paragraph, block: Block) -> str:
    tag = "h2" if one.heading and block.provision.is_article else "p"
    name = ' class="heading"' if one.heading and tag == "p" else ""
    return f"<{tag}{name}>{''.join(_runs(one.pieces, block))}</{tag}>"


def _runs(pieces: Iterable[Piece], block: Block) -> Iterator[str]:
    """The pieces; neighbours of one kind in one `del` or `ins`."""
    for (operation, moved), some in groupby(pieces, key=lambda one: (one.operation, one.moved)):
        words = "".join(_looking(one) for one in some)
        if operation == "equal":
            yield words
            continue
        tag, said = _TAGS[operation]
        if moved:
            said = "Moved away: " if tag == "del" else "Moved here: "
        name = ' class="moved"' if moved else ""
        if not block.covered:
            said, name = _ALONE[operation], ' class="uncovered"'
        yield f'<{tag}{name}><span class="said">{said}</span>{words}</{tag}>'


def _looking(one: Piece) -> str:
    text = escape(one.text).replace("\n", "<br>")
    names = " ".join(sorted(one.looks))
    if not names:
        return text
    said = '<span class="said">struck out in the draft itself: </span>' if "struck" in names else ""
    return f'<span class="{names}">{said}{text}</span>'


def _foot(compared: Compared) -> Iterator[str]:
    yield "<footer><h2>Made from</h2><ul>"
    yield from (f"<li><bdi>{escape(one)}</bdi></li>" for one in notice.files(compared))
    yield f"</ul><p>{escape(notice.READING_AID)} {escape(notice.MADE_BY)}.</p></footer>"
    yield "</body></html>\n"
