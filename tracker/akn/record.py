"""What Akoma Ntoso has no place for, in one `proprietary` element of the document's meta.

In: a draft. Out: the element `draft` of the name space `urn:negotiation-tracker:1`, and from it
the same values again. It holds

* `draft`'s own values, its `source`, and a `warning` for each that travels with it;
* `provision`, one each in document order: where its text, number and heading were read, and its
  marks (the words of a mark that are not part of the text in `printed`);
* `furniture`, with its text; `page`, the full texts of the source's pages.

Spans are written `at@page:start-end`, with spaces between them.
"""

from __future__ import annotations

import re
from typing import cast, get_args

from lxml import etree

from tracker.akn.names import OURS, ours
from tracker.errors import AknError
from tracker.model import (
    Draft,
    Furniture,
    Mark,
    MarkField,
    MarkKind,
    Provision,
    Source,
    Span,
    Standing,
)

_SPAN = re.compile(r"(-?\d+)@(-?\d+):(-?\d+)-(-?\d+)", re.ASCII)
_SPANS = (("text", "spans"), ("num", "num_spans"), ("heading", "heading_spans"))


def write(draft: Draft) -> etree._Element:
    """The record of a draft."""
    element = etree.Element(
        ours("draft"),
        {
            "negotiation": draft.negotiation,
            "symbol": draft.symbol,
            "date": draft.date,
            "language": draft.language,
            "title": draft.title,
            "convention": draft.convention,
            "partial": "true" if draft.partial else "false",
            "layer": draft.layer,
            "layerPlace": str(draft.layer_place),
        },
        nsmap={"t": OURS},
    )
    source = draft.source
    etree.SubElement(
        element,
        ours("source"),
        name=source.name,
        sha256=source.sha256,
        format=source.format,
        size=str(source.size),
        standing=source.standing,
        address=source.address,
    )
    for warning in draft.warnings:
        etree.SubElement(element, ours("warning")).text = warning
    for provision in draft.provisions:
        element.append(_write_provision(provision))
    for piece in draft.furniture:
        inner = etree.SubElement(element, ours("furniture"), kind=piece.kind)
        for field in ("page", "start", "end"):
            inner.set(field, str(getattr(piece, field)))
        inner.text = piece.text
    for number, page in enumerate(draft.pages, start=1):
        etree.SubElement(element, ours("page"), n=str(number)).text = page
    return element


def _write_provision(provision: Provision) -> etree._Element:
    element = etree.Element(ours("provision"), eId=provision.eid)
    for attribute, field in _SPANS:
        spans = cast("tuple[Span, ...]", getattr(provision, field))
        if spans:
            element.set(attribute, _format(spans))
    for mark in provision.marks:
        inner = etree.SubElement(
            element, ours("mark"), kind=mark.kind, start=str(mark.start), end=str(mark.end)
        )
        for field in ("by", "date", "how"):
            if getattr(mark, field):
                inner.set(field, getattr(mark, field))
        if mark.field != "text":
            inner.set("field", mark.field)
        if mark.spans:
            inner.set("text", _format(mark.spans))
        if mark.printed:
            etree.SubElement(inner, ours("printed")).text = mark.printed
    return element


def _format(spans: tuple[Span, ...]) -> str:
    return " ".join(f"{s.at}@{s.page}:{s.start}-{s.end}" for s in spans)


class Record:
    """The record of a document, read."""

    def __init__(self, element: etree._Element, name: str) -> None:
        """`element` is the `draft` element; `name` is the file's, for messages."""
        self._element = element
        self._name = name

    @property
    def eids(self) -> list[str]:
        """The eIds of the provisions in document order."""
        return [self._get(p, "eId") for p in self._element.iterfind(ours("provision"))]

    def draft(self, bare: dict[str, Provision]) -> Draft:
        """The draft, from its provisions as they stand in the body, by eId."""
        element = self._element
        return Draft(
            negotiation=self._get(element, "negotiation"),
            symbol=self._get(element, "symbol"),
            date=self._get(element, "date"),
            language=self._get(element, "language"),
            title=self._get(element, "title"),
            convention=self._get(element, "convention"),
            source=self._source(),
            provisions=tuple(
                self._provision(entry, bare[self._get(entry, "eId")])
                for entry in element.iterfind(ours("provision"))
            ),
            furniture=tuple(
                Furniture(
                    kind=self._get(entry, "kind"),
                    text=entry.text or "",
                    page=self._number(entry, "page"),
                    start=self._number(entry, "start"),
                    end=self._number(entry, "end"),
                )
                for entry in element.iterfind(ours("furniture"))
            ),
            pages=tuple(entry.text or "" for entry in element.iterfind(ours("page"))),
            partial=self._get(element, "partial") == "true",
            layer=element.get("layer", ""),
            layer_place=self._number(element, "layerPlace") if element.get("layerPlace") else 0,
            warnings=tuple(entry.text or "" for entry in element.iterfind(ours("warning"))),
        )

    def _source(self) -> Source:
        element = self._element.find(ours("source"))
        if element is None:
            raise self._error("its record names no source")
        standing = self._get(element, "standing")
        if standing not in get_args(Standing):
            raise self._error(f"its record gives the unknown standing {standing!r}")
        return Source(
            name=self._get(element, "name"),
            sha256=self._get(element, "sha256"),
            format=self._get(element, "format"),
            size=self._number(element, "size"),
            standing=cast(Standing, standing),
            address=self._get(element, "address"),
        )

    def _provision(self, entry: etree._Element, bare: Provision) -> Provision:
        return Provision(
            eid=bare.eid,
            kind=bare.kind,
            num=bare.num,
            heading=bare.heading,
            text=bare.text,
            parent=bare.parent,
            marks=tuple(self._mark(mark) for mark in entry.iterfind(ours("mark"))),
            spans=self._spans(entry, "text"),
            num_spans=self._spans(entry, "num"),
            heading_spans=self._spans(entry, "heading"),
        )

    def _mark(self, entry: etree._Element) -> Mark:
        kind = self._get(entry, "kind")
        if kind not in get_args(MarkKind):
            raise self._error(f"its record has a mark of the unknown kind {kind!r}")
        printed = entry.find(ours("printed"))
        return Mark(
            kind=cast(MarkKind, kind),
            start=self._number(entry, "start"),
            end=self._number(entry, "end"),
            printed="" if printed is None else printed.text or "",
            by=entry.get("by", ""),
            date=entry.get("date", ""),
            how=entry.get("how", ""),
            spans=self._spans(entry, "text"),
            field=self._field(entry),
        )

    def _field(self, entry: etree._Element) -> MarkField:
        field = entry.get("field", "text")
        if field not in get_args(MarkField):
            raise self._error(f"its record has a mark on the unknown field {field!r}")
        return cast(MarkField, field)

    def _spans(self, entry: etree._Element, attribute: str) -> tuple[Span, ...]:
        spans = []
        for written in entry.get(attribute, "").split():
            match = _SPAN.fullmatch(written)
            if match is None:
                raise self._error(f"its record has a span it cannot read: {written[:60]!r}")
            at, page, start, end = map(int, match.groups())
            spans.append(Span(at, page, start, end))
        return tuple(spans)

    def _get(self, entry: etree._Element, attribute: str) -> str:
        value = entry.get(attribute)
        if value is None:
            tag = etree.QName(entry).localname
            raise self._error(f"{tag!r} in its record has no {attribute!r}")
        return value

    def _number(self, entry: etree._Element, attribute: str) -> int:
        value = self._get(entry, attribute)
        try:
            return int(value)
        except ValueError:
            raise self._error(f"its record has {value[:60]!r} for a number") from None

    def _error(self, why: str) -> AknError:
        return AknError(f"{self._name} was not written by this program, or was changed: {why}")
