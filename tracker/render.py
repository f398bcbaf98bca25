"""Alignments, differences and histories as text, JSON-ready data or HTML, for the command line.

In: the model's dataclasses and the store's records. Out: strings and plain dictionaries. The
viewer has its own pages.
"""

from __future__ import annotations

import html
from collections.abc import Iterable, Sequence

from tracker.decisions import STATES, Ruling
from tracker.model import (
    NOT_OFFICIAL,
    Alignment,
    Change,
    Decision,
    Draft,
    Hunk,
    Mark,
    Provision,
)
from tracker.store.records import ThreadMember, ThreadPage, ThreadRound

SAID = {
    "same": "unchanged place",
    "renumbered": "renumbered",
    "moved": "moved",
    "split": "split",
    "merged": "merged",
    "demoted": "now part of another",
    "promoted": "now stands by itself",
    "inserted": "new",
    "deleted": "no longer there",
}
"""Relations in plain words."""


def provisions(draft: Draft) -> list[dict[str, object]]:
    """The provisions of a draft, in document order, as the `convert` command gives them."""
    return [
        {
            "eid": p.eid,
            "kind": p.kind,
            "num": p.num,
            "heading": p.heading,
            "text": p.text,
            "page": p.page,
            "parent": p.parent,
            "marks": [_mark(p, mark) for mark in p.marks],
        }
        for p in draft.provisions
    ]


def _mark(provision: Provision, mark: Mark) -> dict[str, object]:
    """A mark with its words; what it does not say is left out."""
    said = {name: getattr(mark, name) for name in ("printed", "by", "date", "how")}
    return {
        "kind": mark.kind,
        "field": mark.field,
        "start": mark.start,
        "end": mark.end,
        "words": provision.words(mark),
        **{name: value for name, value in said.items() if value},
    }


def links(alignment: Alignment) -> dict[str, object]:
    """The links of an alignment, as the `align` command gives them."""
    return {
        "links": [
            {
                "old": link.old,
                "new": link.new,
                "relation": link.relation,
                "score": link.score,
                "evidence": list(link.evidence),
                "runner_up": (
                    {"eid": link.runner_up.eid, "score": link.runner_up.score}
                    if link.runner_up
                    else None
                ),
                "decided": [_decision(one) for one in link.decided],
            }
            for link in alignment.links
        ]
    }


def _decision(one: Decision) -> dict[str, str]:
    """A person's decision, on the link it is told with."""
    said = {"decision": one.action, "name": one.name, "date": one.date, "reason": one.reason}
    # Told with what it left without a partner, it must say of which link it was.
    return {**said, "old": one.old, "new": one.new}


def rulings(found: Sequence[Ruling]) -> list[dict[str, object]]:
    """What becomes of each decision, as the `decisions` command gives it in JSON."""
    return [
        {
            **_decision(one.decision),
            "old_draft": one.decision.old_draft,
            "new_draft": one.decision.new_draft,
            "state": one.state,
            "note": one.note,
            "old_eid": one.old,
            "new_eid": one.new,
            "old_seal": one.old_seal,
            "new_seal": one.new_seal,
        }
        for one in found
    ]


def rulings_text(found: Sequence[Ruling]) -> str:
    """The same in plain text, with the seals to write down where there are none."""
    blocks = []
    for number, one in enumerate(found, 1):
        said = one.decision
        lines = [
            f"decisions[{number}]  {said.action}: {said.old_draft} {said.old} → {said.new_draft} "
            f"{said.new}, {said.name}, {said.date}",
            f"  {STATES[one.state]}{f' ({one.note})' if one.note else ''}",
        ]
        lines += [
            f'  {key} = "{now}"'
            for key, written, now in (
                ("old_seal", said.old_seal, one.old_seal),
                ("new_seal", said.new_seal, one.new_seal),
            )
            if now and written != now
        ]
        blocks.append("\n".join(lines))
    return "\n".join(blocks) or "Nobody has decided anything."


def table(alignment: Alignment) -> str:
    """The links of an alignment as a table in plain text."""
    rows = [("older", "newer", "what became of it", "score", "why")]
    for link in alignment.links:
        rows.append(
            (
                link.old or "–",
                link.new or "–",
                SAID[link.relation],
                f"{link.score:.2f}" if link.old and link.new else "",
                "; ".join(link.evidence),
            )
        )
    widths = [max(len(row[n]) for row in rows) for n in range(4)]
    return "\n".join(
        "  ".join([*(cell.ljust(w) for cell, w in zip(row, widths, strict=False)), row[4]]).rstrip()
        for row in rows
    )


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
            "heading": _hunks(change.heading),
            "text": _hunks(change.text),
        }
        for change in changes
    ]


def _hunks(hunks: Sequence[Hunk]) -> list[dict[str, str]]:
    return [{"operation": h.operation, "text": h.text} for h in hunks]


def as_text(old: Draft, new: Draft, changes: Iterable[Change]) -> str:
    """What changed, in plain text: deletions in [-…-], insertions in {+…+}."""
    before, after = _by_eid(old), _by_eid(new)
    blocks = [f"From {old.symbol} to {new.symbol}", *_partial(old, new)]
    shown = 0
    for change in _told(old, new, changes):
        if change.changed:
            shown += 1
            parts = (_title(change, before, after), _marked(change.heading), _marked(change.text))
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


def _marked(hunks: Sequence[Hunk]) -> str:
    form = {"equal": "{}", "delete": "[-{}-]", "insert": "{{+{}+}}"}
    return "".join(form[h.operation].format(h.text) for h in _visible(hunks)).strip()


def _visible(hunks: Sequence[Hunk]) -> list[Hunk]:
    """Hunks without changes of white space, which is no change to a reader."""
    return [
        Hunk("equal" if h.operation == "insert" and not h.text.strip() else h.operation, h.text)
        for h in hunks
        if h.operation != "delete" or h.text.strip()
    ]


def _elements(hunks: Sequence[Hunk]) -> str:
    form = {"equal": "{}", "delete": "<del>{}</del>", "insert": "<ins>{}</ins>"}
    return "".join(
        form[h.operation].format(html.escape(h.text).replace("\n", "<br>")) for h in _visible(hunks)
    )


def history(page: ThreadPage) -> dict[str, object]:
    """One provision through all rounds, as the `history` command gives it in JSON."""
    return {
        "thread": page.id,
        "negotiation": page.negotiation_id,
        "label": page.label,
        "decisions": [
            {
                "decision": one.action,
                "state": one.state,
                "name": one.person,
                "date": one.date,
                "reason": one.reason,
                "note": one.note,
                "old_draft": one.old_symbol,
                "old": one.old_place,
                "new_draft": one.new_symbol,
                "new": one.new_place,
            }
            for one in page.decisions
        ],
        "rounds": [_round(one) for one in page.rounds],
    }


def _round(one: ThreadRound) -> dict[str, object]:
    return {
        "symbol": one.draft.symbol,
        "date": one.draft.date,
        "name": one.draft.name,
        "standing": one.draft.standing,
        "partial": one.draft.partial,
        "provisions": [_member(member) for member in one.members],
    }


def _member(member: ThreadMember) -> dict[str, object]:
    return {
        "eid": member.provision.eid,
        "num": member.provision.number,
        "heading": member.provision.heading,
        "function": member.provision.legal_function,
        "relation": member.relation,
        "score": member.score,
        "certain": member.certain,
        "evidence": list(member.evidence),
        "rounds_missed": member.rounds_missed,
        "duty": {"old": member.turn.old, "new": member.turn.new} if member.turn else None,
        "text": [{"eid": p.eid, "num": p.number, "text": p.text} for p in member.provisions],
        "changes": [
            {
                "old": row.old.eid if row.old else None,
                "new": row.new.eid if row.new else None,
                "relation": row.relation,
                "heading": _hunks(row.heading),
                "text": _hunks(row.text),
            }
            for row in member.changes
            if row.changed
        ],
    }


def history_text(page: ThreadPage) -> str:
    """The same in plain text, one block a round."""
    blocks = [page.label]
    gone = 0
    for one in page.rounds:
        head = f"{one.draft.date}  {one.draft.symbol}"
        if one.draft.standing in NOT_OFFICIAL:
            head += f"  [{one.draft.standing}, not the official text]"
        if not one.members:
            said = "not covered by this document" if one.draft.partial else "not in this draft"
            blocks.append(f"{head}\n  {said}")
            gone += not one.draft.partial
        for member in one.members:
            blocks.append("\n".join([head, *_lines(member, gone)]))
        gone = 0 if one.members else gone
    return "\n\n".join(blocks)


def _lines(member: ThreadMember, gone: int) -> list[str]:
    """What to say of one member; `gone` counts the whole drafts just before that lack it."""
    provision = member.provision
    title = " ".join(x for x in (provision.number or provision.eid, provision.heading) if x)
    lines = [f"  {title} ({provision.legal_function})"]
    if member.relation is not None:
        sure = "" if member.certain else "possibly "
        missed = f", after {gone} whole drafts without it" if gone else ""
        lines.append(f"  {sure}{SAID[member.relation]}{missed}: {'; '.join(member.evidence)}")
    shown = [row for row in member.changes if row.changed]
    if member.from_provision is None:
        lines.extend(f"  {' '.join(x for x in (p.number, p.text) if x)}" for p in member.provisions)
    elif not shown:
        lines.append("  same words")
    for row in shown:
        place = (row.new or row.old or provision).number
        words = _marked(row.heading if row.heading_changed else ()) + _marked(row.text)
        lines.append(f"  {place} {SAID[row.relation]}: {words}" if words else f"  {place}")
    return lines
