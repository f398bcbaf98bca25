"""Brackets that nobody negotiates: what an editor put in, and what only looks like a bracket.

In: the provisions of a draft. Out: notes in brackets (`[sic]`, `[deleted]`, `[see annex II]`,
`[A/CONF.1/2]`, `[on the report of a committee (A/77/1)]`, a footnote's anchor `word[1]`), and all
stretches whose brackets are none of the negotiation's, among them `[…]` and a letter restored in a
quotation (`[t]he`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from tracker.hollow import LONE
from tracker.ingesters.marks.fields import FIELDS, Piece, field_of
from tracker.ingesters.marks.settings import setting
from tracker.model import Provision

_OMISSION = re.compile(r"\[\s?(?:\u2026|\.\s?\.\s?\.(?:\s?\.)?)\s?\]")
_RESTORED = re.compile(r"(?<![\w\])])\[[^\W\d_]\](?=[a-zà-ÿа-я]{2})")
_ANCHOR = re.compile(r"(?<=[0-9A-Za-zÀ-žА-яء-ي.,;:!?)'\"\u2019\u201d])\[(\d{1,3})\]")
_ENDED = re.compile(r"[.,;:)]|\s*(?:$|\n)|\s+[A-ZÀ-ÞА-Я]")
_UNITS = (
    r"(?:art(?:icles?|[ií]culos?|\.)|annex(?:es)?|annexes?|anexos?|append(?:ix|ices)|apéndices?"
    r"|(?:sub-?)?para(?:graph|graphe|s)?s?\.?|párrafos?|chap(?:ters?|itres?)|capítulos?|parts?"
    r"|section|sections?|secci(?:ón|ones)|tables?|figures?|rules?|regulations?|options?"
    r"|alternatives?|footnotes?|(?:end)?notes?|notas?|pages?|pp?\.|documents?|docs?\.|documentos?"
    r"|resolutions?|résolutions?|resoluci(?:ón|ones)|decisions?|décisions?|decisi(?:ón|ones)"
    r"|above|below|supra|infra|ibid\.?|ci-(?:dessus|dessous)|стат(?:ь[яюией]+|ей)|приложени[еяию]+"
    r"|пункт[аеуы]?|п\.|глав[ауеы]|раздел[аеу]?|сноск[ауеи]|примечани[еяию]|документ[аеу]?|выше|ниже"
    r"|(?:ال)?(?:مادة|مرفق|فقرة|حاشية|وثيقة|فصل|باب)|أعلاه|أدناه|第|附件|脚注|注|文件|上文|下文|附录"
    r"|\d{1,4}|§|(?-i:[A-Z]{1,8})/[A-Z0-9]|https?:|www\.)"
)
"""What an editor refers to."""

_LEADING = (
    r"(?:l['\u2019]|(?:also|e\.g\.|generally|further|the|discussion|comments?|text|table|draft|proposed|former"
    r"|new|old|revised|preceding|following|explanatory|of|in|to|on|under|at|aussi|la|le|les"
    r"|à|au|también|el|los|las|en|также|в|أيضا)[\s:]{1,3}){0,5}"
)
_EDITORIAL = re.compile(
    rf"\[\s?(?:sic|(?P<lone>{LONE})"
    r"|no\s(?:(?:corresponding|equivalent|similar|agreed|new|such)\s)?"
    r"(?:text|article|provision|paragraph|equivalent)s?"
    r"(?:\s(?:\d{1,3}|proposed|submitted|agreed|received|available|yet|so\sfar|at\sthis\sstage"
    r"|(?:in|of|from)\s(?:the\s)?[^\[\]]{1,30}(?:draft|text|version|document)(?:\s[^\[\]\s]{1,20})?)"
    r"|\s(?:on|about|for|regarding)\s(?:this|that|the\ssame)\s(?:subject|matter|topic|issue|point"
    r"|question|article)){0,3}\.?"
    rf"|(?:see|cf\.|voir|véase|ver|см\.|انظر|见)\s?{_LEADING}{_UNITS}(?-i:(?![a-zà-ÿа-я]))[^\[\]]{{0,100}}"
    r"|(?:editor(?:['\u2019]?s|ial)?|secretariat(?:['\u2019]s)?|translator['\u2019]?s|drafting"
    r"|chair['\u2019]?s)\s(?:note|comment|remark)s?"
    r"(?:\s?[:：.\u2013\u2014]|\s-|\s(?:to|on|by)\s|(?=\s?\]))[^\[\]]{0,400}"
    r"|(?:note|nb|n\.b\.|nota|примечание|ملاحظة|注)(?:\s?[:：\u2013\u2014]|\.\s|\s-\s)[^\[\]]{1,400}"
    r"|note\sby\s[^\[\]:]{1,60}(?::[^\[\]]{1,400})?"
    r"|(?:on\sthe\sreport|without\s(?:reference|a\svote)|adopted|sur\s(?:le\srapport|recommandation)"
    r"|sans\srenvoi|sobre\sla\sbase|sin\sremisi[óo]n|по\sдокладу|без\sпередачи|بناء\sعلى|دون\sالإحالة"
    r"|根据|未经)[^\[\]]{0,160}\([A-Z]{1,6}/[^()\[\]]{1,60}\)"
    r"|(?=[^\[\]\s]*[/.]\d)(?-i:[A-Z]{1,8})(?:/[A-Za-z0-9.()-]{1,20}){1,8}"
    r")\s?\]",
    re.IGNORECASE,
)
"""Whole phrases of editors: the first words alone may begin a text that is negotiated ("[No
provision of this treaty …]", "[see what others saw]")."""


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
            notes += [
                Piece(n, field, *m.span())
                for m in _EDITORIAL.finditer(text)
                if not m["lone"] or field != "text" or setting(text, *m.span()) == "apart"
            ]
            for match in _ANCHOR.finditer(text):
                ended = bool(_ENDED.match(text, match.end()))
                anchors.append((int(match[1]), ended, Piece(n, field, *match.span())))
    numbers = [0, *(number for number, _, _ in anchors), 0]
    for place, (number, ended, piece) in enumerate(anchors, 1):
        # A sentence is over there, or the anchors count on.
        if ended or numbers[place - 1] == number - 1 or numbers[place + 1] == number + 1:
            notes.append(piece)
    return notes, notes + others
