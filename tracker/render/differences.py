"""What changed between two drafts as text, JSON-ready data or HTML.

In: two drafts and the changes of their provisions. Out: strings and plain dictionaries; text and
HTML leave out what did not change.
"""

from __future__ import annotations

import html
from collections.abc import Iterable, Sequence

from tracker.model import Change, Draft, Hunk, Provision
from tracker.render.words import SAID, hunks_data, marked, visible


def differences(changes: Iterable[Change]) -> list[dict[str, object]]:
    """Changes as the `diff` command gives them in JSON; unchanged provisions included."""
    return [
        {
            "old": change.old,
            "new": change.new,
            "relation": change.relation,
            "words_deleted": change.words_deleted,
            "words_inserted": change.words_inserted,
            "coarse": change.coarse,
            "heading": hunks_data(change.heading),
            "text": hunks_data(change.text),
        }
        for change in changes
    ]


def as_text(old: Draft, new: Draft, changes: Iterable[Change]) -> str:
    """What changed, in plain text: deletions in [-…-], insertions in {+…+}."""
    before, after = _by_eid(old), _by_eid(new)
    blocks = [f"From {old.symbol} to {new.symbol}", *_partial(old, new)]
    shown = 0
    for change in _told(old, new, changes):
        if change.changed:
            shown += 1
            parts = (_title(change, before, after), marked(change.heading), marked(change.text))
            blocks.append("\n".join(part for part in parts if part))
    if not shown:
        blocks.append("Nothing changed.")
    return "\n\n".join(blocks)


def as_html(old: Draft, new: Draft, changes: Iterable[Change]) -> str:
    """What changed, as one HTML page that stands alone."""
    before, after = _by_eid(old), _by_eid(new)
    title = f"From {old.symbol} to {new.symbol}"
    body = [f"<p>{html.escape(said)}</p>" for said in _partial(old, new)]
    for change in _told(old, new, changes):
        if change.changed:
            body.append(f"<section><h2>{html.escape(_title(change, before, after))}</h2>")
            for hunks in (change.heading, change.text):
                if hunks:
                    body.append(f'<p dir="auto">{_elements(hunks)}</p>')
            if change.coarse:
                body.append("<p>Too different for a comparison word by word.</p>")
            body.append("</section>")
    return (
        f'<!DOCTYPE html>\n<html lang="{html.escape(new.language)}"><head><meta charset="utf-8">'
        f"<title>{html.escape(title)}</title></head>\n<body><h1>{html.escape(title)}</h1>\n"
        + "\n".join(body or ["<p>Nothing changed.</p>"])
        + "\n</body></html>\n"
    )


def _partial(old: Draft, new: Draft) -> list[str]:
    """What to say where a document covers only part of the text."""
    return [
        f"{d.symbol} covers only part of the text: what it does not hold is not listed."
        for d in (old, new)
        if d.partial
    ]


def _told(old: Draft, new: Draft, changes: Iterable[Change]) -> list[Change]:
    """The changes without what a partial document only does not cover."""
    return [
        c
        for c in changes
        if not (new.partial and c.new is None) and not (old.partial and c.old is None)
    ]


def _by_eid(draft: Draft) -> dict[str, Provision]:
    return {p.eid: p for p in draft.provisions}


def _name(eid: str | None, known: dict[str, Provision]) -> str:
    """A provision's number with those of what holds it: "Article 21 2."; one without a number is
    counted ("Article 8, unnumbered paragraph 2")."""
    parts: list[str] = []
    leaf = known[eid] if eid is not None else None
    if leaf is not None and not leaf.num and leaf.parent is not None:
        alike = [
            p.eid
            for p in known.values()
            if p.parent == leaf.parent and p.kind == leaf.kind and not p.num
        ]
        last = f", unnumbered {leaf.kind} {alike.index(leaf.eid) + 1}" if len(alike) > 1 else ""
        return _name(leaf.parent, known) + last
    while eid is not None:
        provision = known[eid]
        if provision.num:
            parts.insert(0, provision.num)
        eid = provision.parent if provision.kind not in ("article", "section") else None
    return " ".join(parts)


def _title(change: Change, before: dict[str, Provision], after: dict[str, Provision]) -> str:
    old, new = _name(change.old, before) or change.old, _name(change.new, after) or change.new
    said = SAID[change.relation] if change.relation != "same" else "changed"
    if change.old is None or change.new is None:
        return f"{new or old}: {said}"
    return f"{new}: {said}" if old == new else f"{old} → {new}: {said}"


def _elements(hunks: Sequence[Hunk]) -> str:
    form = {"equal": "{}", "delete": "<del>{}</del>", "insert": "<ins>{}</ins>"}
    return "".join(
        form[h.operation].format(html.escape(h.text).replace("\n", "<br>")) for h in visible(hunks)
    )
