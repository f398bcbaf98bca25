"""What is said of a text and is no part of it: agreed, pending, formerly 12, proposed by.

In: nothing. Out: `SAID`, a pattern of all words that may say so, in brackets of either kind, behind
a dash, behind a stop at the end of a line or as a line of their own; `kind_of`, the mark that a
match makes. A sentence says such things too ("the [agreed] sum"): whether a match is a remark is
for `tracker.ingesters.marks.remarks` to say, from where it stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from tracker.model import MarkKind

_AD_REF = r"ad\sref(?:er[eé]nd(?:um|a)?\b|\.|\b)"
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]{0,6}\.?"
_WHEN = (
    rf"(?:\s?[,:\u2013-]?\s(?:on\s)?(?:\d{{1,2}}(?:st|nd|rd|th)?\s{_MONTH}|{_MONTH}\s\d{{1,2}}"
    r"|\d{1,4}[./-]\d{1,2}(?:[./-]\d{2,4})?|\d{1,2}[:.h]\d{2})\b[^\[\]()\n]{0,40})?"
)
"""`12 May, 18:30`, `2031-05-12`, `18:30`."""
_WHERE = r"(?:\s(?:in|at|by|on|during|pending)\s[^\[\]()\n]{1,60})?"
"""`in informals`, `by Committee II`, `on 3 May`, `pending legal review`."""

_ENGLISH = (
    rf"(?:(?:provisionally|tentatively|previously|already|not(?:\syet)?)\s)?agreed"
    rf"(?:\s(?:{_AD_REF}|in\sprinciple|provisionally|text|language))?{_WHERE}{_WHEN}"
    rf"|(?:AAR|{_AD_REF}){_WHERE}{_WHEN}"
    rf"|closed{_WHEN}"
    r"|pending(?:\s(?:agreement|further\sdiscussions?|consultations?|confirmation))?"
    r"|under\s(?:discussion|consideration|negotiation)"
    r"|to\sbe\s(?:further\s)?(?:revisited|discussed|confirmed|considered|determined|agreed)"
    r"(?:\s(?:further|later))?"
)
_FRENCH = (
    rf"(?:provisoirement\s)?(?:convenue?s?|accept[ée]e?s?|approuv[ée]e?s?|agr[ée][ée]e?s?)"
    rf"(?:\s(?:{_AD_REF}|en\sprincipe|provisoirement))?"
    r"|en\s(?:suspens|attente)|[àa]\s(?:revoir|r[ée]examiner|confirmer)"
)
_SPANISH = (
    rf"(?:provisionalmente\s)?(?:acordad[oa]s?|convenid[oa]s?|aprobad[oa]s?)"
    rf"(?:\s(?:{_AD_REF}|en\sprincipio|provisionalmente))?"
    r"|pendientes?|por\s(?:revisar|confirmar|examinar)"
)
_RUSSIAN = (
    rf"(?:предварительно\s)?согласован[оаы]?(?:\s(?:{_AD_REF}|в\sпринципе|предварительно"
    r"|в\sпредварительном\sпорядке))?"
    r"|(?:подлежит|требует)\s(?:пересмотру|дальнейшему\sобсуждению|согласования)|рассматривается"
)
_ARABIC = (
    r"(?:ات[ُ]?[فّ]ق|متفق|[اأ]ُ?تّ?ُ?فِ?ق|اتُّفق)\sعلي(?:ه|ها|هما)"
    r"(?:\s(?:مؤقتا|مؤقتًا|مؤقتاً|(?:بشرط|رهن|رهنا\sب|رهناً\sب)\s?(?:ال)?(?:استشارة|تشاور|رجوع|موافقة)"
    r"(?:\s[^\[\]()\n]{1,40})?))?"
    r"|معلق(?:ة)?|قيد\sالنظر|قيد\sالمناقشة"
)
_CHINESE = (
    r"(?:暂定?时?|已|业经|临时)?(?:商定|议定|达成一致|同意)(?:（?待核准）?)?"
    r"|(?:有待|尚待|待)(?:核准|确认|讨论|审议)(?:的协议)?|待定|暂缺"
)

_GONE = r"deleted|supprimée?s?|suprimid[oa]s?|исключен[оаы]?|محذوفة?|删除"
"""What was a text there; in brackets it stays in its place."""

_STATUS = "|".join((_ENGLISH, _FRENCH, _SPANISH, _RUSSIAN, _ARABIC, _CHINESE))

_CERTAIN = (
    rf"(?:(?:provisionally|tentatively|previously)\sagreed(?:\s{_AD_REF})?"
    rf"|agreed\s(?:{_AD_REF}|in\s(?:principle|informals?\b|plenary\b)|provisionally){_WHERE}{_WHEN}"
    rf"|AAR{_WHEN}|convenue?s?\s{_AD_REF}|(?:acordad|convenid|aprobad)[oa]s?\s{_AD_REF}"
    rf"|согласован[оаы]?\s{_AD_REF})"
)
"""Words that nothing but a mark of agreement says, without brackets too."""

ANYWHERE = re.compile(rf"(?:[^\W\d]+\s){{1,2}}{_AD_REF}(?!\w)\.?{_WHEN}", re.IGNORECASE)
"""What no text says but of itself, wherever it stands: `agreed ad referendum`, with a date."""

SHORT = re.compile(rf"(?:AAR|{_AD_REF})(?!\w)", re.IGNORECASE)
"""The same in short, which may stand for other words: an `AAR` is a review too."""

_REFERRED = re.compile(
    r"(?:agreed|convenue?s?|(?:acordad|convenid|aprobad)[oa]s?|согласован[оаы]?)\sad\sref",
    re.IGNORECASE,
)
_SPELLED = re.compile(
    r"\ba[\w'\u2019]{0,20}[\s-](?!ad\sref)a[\w'\u2019]{0,20}[\s-]r[\w'\u2019]{0,20}"
    r"\s?[\[(][\s\"\u201c]?AAR\b",
    re.IGNORECASE,
)

_NUMBERS = r"\d{1,4}(?:\s?(?:bis|ter|quater|quinquies))?[A-Za-z]?"
_FORMER = (
    r"(?:ex(?:[-\s]|\b)|former(?:ly)?|previous(?:ly)?|old|anc(?:ien(?:ne)?|\.)?|antigu[oa]|antes"
    r"|прежн(?:яя|ий|ее)|бывш(?:ая|ий|ее)|سابقا|السابقة|原)\s?(?:draft\s)?"
    r"(?:(?:articles?|art\.|paragraphs?|paras?\.?|chapters?|sections?|art[ií]culos?|п(?:ункт)?\.?"
    rf"|статья|المادة|第)\s?)?(?:{_NUMBERS})(?:\s?(?:,|and|et|y|и)\s?{_NUMBERS}){{0,5}}[条款]?"
)
"""The number that a provision had before."""

BY_DOING = (
    r"(?:(?:originally\s)?(?:proposed|suggested|supported|submitted|introduced|requested|endorsed"
    r"|sponsored|co-?sponsored|opposed)(?:\s(?:text|wording|language))?\sby"
    r"|propos[ée]e?s?\spar|appuy[ée]e?s?\spar|soutenue?s?\spar"
    r"|propuest[oa]s?\spor|apoyad[oa]s?\spor"
    r"|предложен[оаы]?(?!\w)|поддержан[оаы]?(?!\w)|提案国[:：]?)"
)
"""Words that say what somebody did with a text, before the names of those who did."""

_BY_THING = (
    r"(?:(?:proposals?|texts?|wording|language|amendments?|suggestions?|reservations?)\s(?:by|of|from)"
    r"|proposition\sd(?:e\s|u\s|es\s|')|propuestas?\sdel?|enmienda\sdel?|предложение"
    r"|(?:مقترح|اقتراح|باقتراح)(?:\s(?:من|مقدم\sمن))?|由(?=[^\[\]()（）【】［］\n]{1,40}(?:提出|提议|建议|支持|提交)))"
)
"""Words for a thing that somebody made: those of a treaty may begin so too."""

BY = rf"(?:{BY_DOING}|{_BY_THING})"
"""Words after which the names of those stand who proposed or support a text."""

_PROPOSED = rf"{BY}\s?[^\[\]()（）【】［］\n]{{2,160}}"

_OPEN, _CLOSE = r"[\[(（［【]\s?", r"\s?[\])）］】]"

SAID = re.compile(
    rf"{_OPEN}(?:{_STATUS}){_CLOSE}"
    rf"|{_OPEN}{_FORMER}{_CLOSE}"
    rf"|[(（]\s?(?:{_GONE})\s?[)）]"
    rf"|{_OPEN}{_PROPOSED}{_CLOSE}"
    rf"|(?<!\S)[\u2013\u2014-]\s?{_CERTAIN}(?=\.?\s*(?:\n|$))"
    rf"|(?:(?<![^\n])|(?<=[.;!?\]]\s)){_CERTAIN}(?=\.?\s?(?:\n|$))",
    re.IGNORECASE,
)
"""One such remark, with its brackets or its dash."""

_IS_FORMER = re.compile(rf"{_OPEN}{_FORMER}{_CLOSE}", re.IGNORECASE)
_IS_GONE = re.compile(rf"[(（]\s?(?:{_GONE})\s?[)）]", re.IGNORECASE)
_SURE = re.compile(
    rf"{_OPEN}(?:{_CERTAIN}|[^\[\]()\n]{{2,60}}?{_WHEN.removesuffix('?')}){_CLOSE}", re.IGNORECASE
)
_NAMES_A_THING = re.compile(rf"{_OPEN}{_BY_THING}", re.IGNORECASE)
_IS_PROPOSED = re.compile(rf"{_OPEN}{_PROPOSED}{_CLOSE}", re.IGNORECASE)


def says_in_short(texts: Iterable[str]) -> bool:
    """Whether a document's "AAR" says that something is agreed ad referendum: it also says so at
    length, and spells no other words with these letters.

    >>> says_in_short(["(agreed ad referendum)"]), says_in_short(["an after-action review (AAR)"])
    (True, False)
    """
    found = False
    for text in texts:
        if _SPELLED.search(text):
            return False
        found = found or _REFERRED.search(text) is not None
    return found


def kind_of(printed: str) -> MarkKind:
    """The kind of mark that a match of `SAID` makes.

    >>> kind_of("[agreed]"), kind_of("[former 12]"), kind_of("(proposed by Aldova)")
    ('agreed', 'note', 'proponent')
    """
    if _IS_FORMER.fullmatch(printed) or _IS_GONE.fullmatch(printed):
        return "note"
    return "proponent" if _IS_PROPOSED.fullmatch(printed) else "agreed"


def is_sure(printed: str) -> bool:
    """Whether a status or a former number is more than a word that any sentence may use.

    >>> is_sure("[agreed in informals]"), is_sure("(former 3)"), is_sure("[agreed]")
    (True, True, False)
    """
    return bool(_SURE.fullmatch(printed) or _IS_FORMER.fullmatch(printed))


def names_a_thing(printed: str) -> bool:
    """Whether a remark begins with a thing that a treaty may speak of too.

    >>> names_a_thing("(proposals of the Council)"), names_a_thing("(proposed by Aldova)")
    (True, False)
    """
    return _NAMES_A_THING.match(printed) is not None
