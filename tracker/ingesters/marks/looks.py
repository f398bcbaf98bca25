"""How words look on the page, as marks: struck, added, set off in bold or italics, recovered, OCR.

In: the provisions of a draft, and the reading whose runs say how each stretch of the source looks.
Out: the same provisions with a mark on exactly those words. What a word processor tracked, what is
struck and what the reader recovered is always marked. Underline, bold and italics are marked only
where they are no typography:

* not in numbers and headings, but for underline of a part of one, nor in headings inside a text:
  a whole block that no stop ends, or a short stretch at its start that a stop or a dash follows;
* not in quotation marks (defined terms), in addresses, or in Latin and the like
  (*mutatis mutandis*); not in the long title, formulas and conclusions;
* not italics of up to five words at the start of a text (*Recalling also*), nor another look there
  if most that has it stands there: old documents underline what is now in italics;
* not where the look is common: when more than a third of the text's letters have it, it is the
  text's own, and of whole provisions, when more than a fifth are set so;
* italics only in a text that bears other marks of drafters: a final text has them for titles.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from tracker.ingesters.marks.fields import FIELDS, field_of, spans_of
from tracker.ingesters.walk.weave import Woven
from tracker.model import Mark, MarkField, MarkKind, Provision, Span
from tracker.read import Reading
from tracker.read.lines import Run

COMMON = 1 / 3
"""Share of the text's letters from which a look is the text's own."""

COMMON_WHOLE = 0.2
"""Share of the provisions from which being set in a look throughout is the text's own."""

RUN_IN = 12
"""Words of a heading at the start of a text."""

OPENING = 5
"""Words in italics that open a recital."""

DRAFTED = 3
"""Marks of other kinds that make a text one on which drafters wrote."""

_PHRASES = """
a ab ad alia aliud alios aut bis ter quater quinquies sexies cit cf circa de dicto domicilio ex et
al facto fide fora force forum fortiori gratis habeas corpus ibid id idem in infra inter ipso iure
jure jus lato loco majeure mala meritis mutandis mutatis ne nemo nexus novo nullum op ordre ore
pacta pari passu parte partes per persona post prima priori pro proprio public ratione raison
d'être loci materiae temporis personae referendum referenda rata rebus res sensu servanda si sic
sine qua non situ stante status statu quo stricto sub sui generis sunt supra tantum travaux
preparatoires préparatoires ultra verbatim versa vice via vires viva voce vis-à-vis vis à erga
omnes exequatur lex legis specialis ferenda lata locus standi aequo bono dedere judicare judicata
note verbale verbales
"""
_FOREIGN = frozenset(_PHRASES.split())
"""Words of foreign phrases that are printed in italics in any text."""

_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|\S+@\S+\.\w+", re.IGNORECASE)
_STOP_AFTER = re.compile(r"\s?[.:\u2013\u2014\u3002\uff1a-]")
_RUN_IN_ENDS = ".:\u2013\u2014\u3002\uff1a"
_SENTENCE_ENDS = ".;!?]\u3002\uff1b\u061b\u060c"
_QUOTES = "\"'\u201c\u201d\u2018\u2019\u201e\u00ab\u00bb\u300c\u300d\u300e\u300f"
_UNMARKED_KINDS = frozenset(("longTitle", "formula", "conclusions", "citation"))

_INSERTED = frozenset(("inserted", "moved-here"))
_DELETED = frozenset(("deleted", "moved-away"))


class Look(NamedTuple):
    """A look as a mark has it. `set_so` says that it may be mere typography."""

    kind: MarkKind
    by: str
    date: str
    how: str
    set_so: bool


class _Range(NamedTuple):
    provision: int
    field: MarkField
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Stretch:
    start: int
    end: int
    looks: tuple[Look, ...]


def with_looks(provisions: Sequence[Provision], reading: Reading) -> tuple[Provision, ...]:
    """The provisions with marks for how their words look in the reading."""
    pages = stretches(reading)
    if not pages:
        return tuple(provisions)
    ranges: dict[Look, list[_Range]] = defaultdict(list)
    for n, provision in enumerate(provisions):
        for field in FIELDS:
            for look, start, end in _in_text(
                field_of(provision, field), spans_of(provision, field), pages
            ):
                ranges[look].append(_Range(n, field, start, end))
    chosen = [
        (look, found)
        for look in ranges
        for found in (_chosen(look, ranges, provisions) if look.set_so else ranges[look])
    ]
    marks: dict[int, list[Mark]] = defaultdict(list)
    for look, (n, field, start, end) in sorted(chosen, key=lambda x: (x[1], x[0])):
        marks[n].append(
            Mark(look.kind, start, end, by=look.by, date=look.date, how=look.how, field=field)
        )
    return tuple(
        replace(p, marks=(*p.marks, *marks[n])) if n in marks else p
        for n, p in enumerate(provisions)
    )


# From runs to ranges


def looks_of(run: Run) -> tuple[Look, ...]:
    """The looks of a run; a tracked change says itself what it is."""
    found: list[Look] = []
    moved = run.change.startswith("moved")
    how = "moved" if moved else "tracked"
    if run.change in _DELETED:
        found.append(Look("struck", run.by, run.date, how, False))
    elif run.change in _INSERTED:
        found.append(Look("added", run.by, run.date, how, False))
    if run.struck and run.change not in _DELETED:
        found.append(Look("struck", "", "", "", False))
    if run.underlined and run.change not in _INSERTED:
        found.append(Look("added", "", "", "", True))
    if run.bold:
        found.append(Look("bold", "", "", "", True))
    if run.italic:
        found.append(Look("bold", "", "", "italic", True))
    if run.recovered:
        found.append(Look("recovered", "", "", "", False))
    if run.ocr:
        found.append(Look("ocr", "", "", "", False))
    return tuple(found)


Stretches = dict[int, list[_Stretch]]


def emphasised(text: Woven, pages: Stretches) -> list[tuple[int, int]]:
    """Where a text is set in bold or italics."""
    found: list[tuple[int, int]] = []
    for look, start, end in _in_text(text.text, text.spans, pages):
        if look.kind == "bold":
            found.append((start, end))
    return found


def stretches(reading: Reading) -> Stretches:
    """The stretches of each page that look in some way, in order."""
    pages: dict[int, list[_Stretch]] = defaultdict(list)
    for line in reading.lines:
        for run in line.runs:
            looks = looks_of(run)
            if looks:
                made = _Stretch(line.start + run.start, line.start + run.end, looks)
                pages[line.page].append(made)
    for found in pages.values():
        found.sort(key=lambda s: s.start)
    return pages


def _in_text(text: str, spans: Sequence[Span], pages: Stretches) -> Iterable[tuple[Look, int, int]]:
    """Where a text has which look; stretches with nothing but white space between are one."""
    found: dict[Look, list[tuple[int, int]]] = defaultdict(list)
    for span in spans:
        page = pages.get(span.page, [])
        n = max(0, bisect_right(page, span.start, key=lambda s: s.start) - 1)
        while n < len(page) and page[n].start < span.end:
            low, high = max(page[n].start, span.start), min(page[n].end, span.end)
            if low < high:
                start = span.at + low - span.start
                for look in page[n].looks:
                    _append(found[look], start, start + high - low, text, over=not look.set_so)
            n += 1
    for look, ranges in found.items():
        for start, end in ranges:
            start += len(text[start:end]) - len(text[start:end].lstrip())
            end = start + len(text[start:end].rstrip())
            if start < end:
                yield look, start, end


def _append(ranges: list[tuple[int, int]], start: int, end: int, text: str, *, over: bool) -> None:
    """Add a range, or lengthen the last; `over` says whether it may go over the end of a block."""
    between = text[ranges[-1][1] : start] if ranges else ""
    if ranges and ranges[-1][1] <= start and not between.strip() and (over or "\n" not in between):
        ranges[-1] = (ranges[-1][0], end)
    else:
        ranges.append((start, end))


# What is typography


def _chosen(
    look: Look, ranges: dict[Look, list[_Range]], provisions: Sequence[Provision]
) -> list[_Range]:
    """The ranges of a look that are marks and not typography."""
    body = [r for r in ranges[look] if r.field == "text"]
    parts = [r for r in ranges[look] if r.field != "text" and look.kind == "added"]
    parts = [r for r in parts if not _is_whole(provisions[r.provision], r)]
    letters = sum(_letters(provision.text) for provision in provisions)
    if sum(_letters(_words(provisions, r)) for r in body) > COMMON * letters:
        return []
    if look.how == "italic" and not _drafted(ranges, provisions):
        return []
    whole = {r.provision for r in body if _is_whole(provisions[r.provision], r)}
    lasting = sum(1 for provision in provisions if provision.text)
    if len(whole) > COMMON_WHOLE * lasting:
        body = [r for r in body if r.provision not in whole]
    body = [r for r in body if not _is_typography(look, provisions[r.provision], r)]
    opening = {r for r in body if _opens(provisions[r.provision], r)}
    if look.how == "italic" or (len(opening) >= DRAFTED and 2 * len(opening) > len(body)):
        body = [r for r in body if r not in opening]
    return [*parts, *body]


def _drafted(ranges: dict[Look, list[_Range]], provisions: Sequence[Provision]) -> bool:
    """Whether drafters wrote on the text: brackets and the like, tracked changes, struck words."""
    written = sum(len(found) for look, found in ranges.items() if look.kind == "struck")
    written += sum(len(found) for look, found in ranges.items() if look.how == "tracked")
    kinds = ("bracket", "alternative", "agreed", "proponent")
    written += sum(mark.kind in kinds for provision in provisions for mark in provision.marks)
    return written >= DRAFTED


def _is_typography(look: Look, provision: Provision, found: _Range) -> bool:
    if provision.kind in _UNMARKED_KINDS:
        return True
    text, start, end = provision.text, found.start, found.end
    words = text[start:end]
    before, after = text[:start], text[end:]
    if not any(map(str.isalpha, words)):
        return True
    if before.rstrip()[-1:] in tuple(_QUOTES) or words[0] in _QUOTES:
        return True
    if (look.how == "italic" or look.kind == "added") and _is_foreign(words):
        return True
    if look.kind == "added" and _ADDRESS.fullmatch(words):
        return True
    if not _begins(before):
        return False
    if not after or after.startswith("\n"):
        return words[-1] not in _SENTENCE_ENDS
    short = len(words.split()) <= RUN_IN
    return short and bool(_STOP_AFTER.match(after) or words[-1] in _RUN_IN_ENDS)


def _begins(before: str) -> bool:
    """Whether nothing but brackets stands in a block before a place, given the text before it."""
    lead = before.rstrip("[( ")
    return not lead or lead.endswith("\n")


def _opens(provision: Provision, found: _Range) -> bool:
    """Whether a range is the first words of a longer block, as "Recalling also" is."""
    text = provision.text
    words = len(text[found.start : found.end].split())
    goes_on = text[found.end : found.end + 1] not in ("", "\n")
    return words <= OPENING and goes_on and _begins(text[: found.start])


def _is_foreign(words: str) -> bool:
    plain = re.findall(r"[^\W\d_]+(?:['\u2019-][^\W\d_]+)*", words.casefold())
    return all(word in _FOREIGN for word in plain)


def _is_whole(provision: Provision, found: _Range) -> bool:
    return found.end - found.start >= 0.9 * len(field_of(provision, found.field))


def _words(provisions: Sequence[Provision], found: _Range) -> str:
    return provisions[found.provision].text[found.start : found.end]


def _letters(text: str) -> int:
    return sum(map(str.isalnum, text))
