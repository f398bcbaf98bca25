"""Brackets that nobody negotiates: what an editor put in, and what only looks like a bracket.

In: the provisions of a draft. Out: notes in brackets (`[sic]`, `[deleted]`, `[see annex II]`,
`[A/CONF.1/2]`, `[on the report of a committee (A/77/1)]`, a footnote's anchor `word[1]`), and all
stretches whose brackets are none of the negotiation's, among them `[…]` and a letter restored in a
quotation (`[t]he`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from tracker.ingesters.marks.fields import FIELDS, Piece, field_of
from tracker.model import Provision

_OMISSION = re.compile(r"\[\s?(?:\u2026|\.\s?\.\s?\.(?:\s?\.)?)\s?\]")
_RESTORED = re.compile(r"(?<![\w\])])\[[^\W\d_]\](?=[a-zà-ÿа-я]{2})")
_ANCHOR = re.compile(r"(?<=[0-9A-Za-zÀ-žА-яء-ي.,;:!?)'\"\u2019\u201d])\[(\d{1,3})\]")
_ENDED = re.compile(r"[.,;:)]|\s*(?:$|\n)|\s+[A-ZÀ-ÞА-Я]")
_EDITORIAL = re.compile(
    r"\[\s?(?:sic|deleted|omitted|reserved|repealed|blank|(?:intentionally\s)?left\sblank"
    r"|to\sbe\s(?:inserted|added|completed)|placeholder|supprimée?s?|réservée?s?|suprimid[oa]s?"
    r"|reservad[oa]s?|исключен[оаы]?|зарезервировано|محذوفة?|删除|保留"
    r"|no\s(?:text|article|provision)\b[^\[\]]{0,80}"
    r"|(?:see|cf\.|voir|véase|ver|см\.|انظر|见)\s[^\[\]]{1,120}"
    r"|(?:editor(?:['\u2019]?s|ial)?|secretariat|translator['\u2019]?s|drafting|chair['\u2019]?s)"
    r"\s(?:note|comment|remark)s?\b[^\[\]]{0,400}"
    r"|(?:note|nb|n\.b\.|nota|примечание|ملاحظة|注)\s?[:：.\u2013\u2014-][^\[\]]{1,400}"
    r"|[^\[\]]{1,160}\([A-Z]{1,6}/[^()\[\]]{1,60}\)"
    r"|(?=[^\[\]\s]*\d)[A-Z]{1,8}(?:/[A-Za-z0-9.()-]{1,20}){1,8}"
    r")\s?\]",
    re.IGNORECASE,
)


def no_brackets(provisions: Sequence[Provision]) -> tuple[list[Piece], list[Piece]]:
    """Notes in brackets, and all stretches in brackets that are none of the negotiation's."""
    notes: list[Piece] = []
    others: list[Piece] = []
    anchors: list[tuple[int, bool, Piece]] = []
    for n, provision in enumerate(provisions):
        for field in FIELDS:
            text = field_of(provision, field)
            if "[" not in text:
                continue
            for pattern in (_OMISSION, _RESTORED):
                others += [Piece(n, field, *m.span()) for m in pattern.finditer(text)]
            notes += [Piece(n, field, *m.span()) for m in _EDITORIAL.finditer(text)]
            for match in _ANCHOR.finditer(text):
                ended = bool(_ENDED.match(text, match.end()))
                anchors.append((int(match[1]), ended, Piece(n, field, *match.span())))
    numbers = [0, *(number for number, _, _ in anchors), 0]
    for place, (number, ended, piece) in enumerate(anchors, 1):
        # A sentence is over there, or the anchors count on.
        if ended or numbers[place - 1] == number - 1 or numbers[place + 1] == number + 1:
            notes.append(piece)
    return notes, notes + others
