"""What is ordered of whom, by the manifest or by a symbol, and how it is held against that."""

from __future__ import annotations

import hashlib
import time
from pathlib import Path

import pytest

from tests.fetch.servers import PDF, Server, answer, archive_of, left, one, run_order
from tracker import official
from tracker.errors import FetchError
from tracker.fetch import Order, address_of, hosts_of, orders
from tracker.fetched_type import bears
from tracker.model import Negotiation, Round


def test_the_hash_of_the_manifest(server: Server, tmp_path: Path) -> None:
    server.answers["/1"] = answer(PDF)
    right = hashlib.sha256(PDF).hexdigest()
    assert run_order(server, tmp_path, one(sha256=right)).status == "new"
    for path in tmp_path.iterdir():
        path.unlink()
    refused = run_order(server, tmp_path, one(sha256="0" * 64))
    assert refused.status == "failed"
    assert f"its SHA-256 is {right}, and the manifest's {'0' * 64}" in refused.note
    assert left(tmp_path) == []
    taken = run_order(server, tmp_path, one(sha256="0" * 64), accept=("hash",))
    assert taken.status == "new"
    assert "accepted, though the manifest gives SHA-256 000000000000…" in taken.note


def test_a_symbol_that_is_not_printed_can_be_accepted(server: Server, tmp_path: Path) -> None:
    server.answers["/1"] = answer(PDF.replace(b"T/1", b"T/7"))
    assert run_order(server, tmp_path, one(), accept=("hash",)).status == "failed"
    taken = run_order(server, tmp_path, one(), accept=("symbol",))
    assert taken.status == "new"
    assert "accepted, though its first page does not bear the symbol" in taken.note


TYPES = {
    "a page that was asked for": (b"<!DOCTYPE html><p>T/1", "html", ".html", ""),
    "XML": (b"<bill>T/1</bill>", "xml", ".xml", ""),
    "text": (b"Bill T/1", "text", ".txt", ""),
    "OpenDocument": (archive_of("mimetype", "content.xml"), "odt", ".odt", ""),
    "a PDF for a page": (PDF, "html", "", "the answer is a PDF, not a web page"),
    "a page for XML": (b"<html>T/1", "xml", "", "is a web page (to log in, or an error), not XML"),
    "a PDF for Word": (PDF, "docx", "", "the answer is a PDF, not a Word file"),
}


@pytest.mark.parametrize(("content", "kind", "ending", "why"), TYPES.values(), ids=TYPES)
def test_the_type_of_the_manifest(
    server: Server, tmp_path: Path, content: bytes, kind: str, ending: str, why: str
) -> None:
    server.answers["/1"] = answer(content)
    result = run_order(server, tmp_path, one(format=kind), symbols_in=lambda path: "T/1")
    assert why in result.note
    names = [f"T_1{each}" for each in (".json", ending)] if ending else []
    assert left(tmp_path) == sorted(names)


def test_another_language_stands_beside(server: Server, tmp_path: Path) -> None:
    server.answers["/1"] = answer(PDF)
    order = one(language="ar", suffix="ar")
    result = run_order(server, tmp_path, order, symbols_in=lambda path: "T/1 " + "the of and " * 9)
    assert result.path == tmp_path / "T_1.ar.pdf"
    assert "its first page is in en, not in ar" in result.note
    assert official.verified(tmp_path, "T/1", "ar") == result.path
    assert official.verified(tmp_path, "T/1") is None
    assert left(tmp_path) == ["T_1.ar.json", "T_1.ar.pdf"]


def two() -> Negotiation:
    rounds = (
        Round("a", "A/1", "2020-01-01", "2020", "Draft", official="https://a.example/en/1"),
        Round("b", "A/2", "2020-01-02", "2020", "Draft", file="x.txt", sha256="1" * 64),
        Round("c", "A/3", "2020-01-02", "2020", "Draft", file="x.txt", language="fr"),
        Round(
            "d", "A/4", "2020-01-03", "2020", "Draft", file="x.txt", sha256="2" * 64, format="pdf"
        ),
    )
    return Negotiation("lakes", "Lakes", rounds=rounds)


PATTERN = "https://b.example/{language}/{symbol}"

UN_A_4 = "https://documents.un.org/api/symbol/access?s=A%2F4"

ORDERS = {
    "those with an address": ({}, [Order("A/1", "https://a.example/en/1", "en")]),
    "all by a pattern": (
        {"pattern": PATTERN},
        [
            Order("A/1", "https://a.example/en/1", "en"),
            Order("A/2", "https://b.example/en/A/2", "en", sha256="1" * 64),
            Order("A/3", "https://b.example/fr/A/3", "fr"),
            Order("A/4", "https://b.example/en/A/4", "en", sha256="2" * 64, format="pdf"),
        ],
    ),
    "one": ({"symbol": "A/1"}, [Order("A/1", "https://a.example/en/1", "en")]),
    "one without an address": (
        {"symbol": "A/3"},
        [Order("A/3", "https://documents.un.org/api/symbol/access?s=A%2F3&l=fr&t=pdf", "fr")],
    ),
    "one without an address, held to what the manifest says": (
        {"symbol": "A/4"},
        [Order("A/4", f"{UN_A_4}&l=en&t=pdf", "en", sha256="2" * 64, format="pdf")],
    ),
    "the same in another language, which has another hash": (
        {"symbol": "A/4", "language": "ru"},
        [Order("A/4", f"{UN_A_4}&l=ru&t=pdf", "ru", "ru", format="pdf")],
    ),
    "one that no round has": (
        {"symbol": "A/9", "pattern": PATTERN},
        [Order("A/9", "https://b.example/en/A/9", "en")],
    ),
    "another language": (
        {"symbol": "A/1", "language": "ar"},
        [Order("A/1", "https://documents.un.org/api/symbol/access?s=A%2F1&l=ar&t=pdf", "ar", "ar")],
    ),
    "the language it has": (
        {"symbol": "A/1", "language": "en"},
        [Order("A/1", "https://a.example/en/1", "en")],
    ),
}


@pytest.mark.parametrize(("options", "expected"), ORDERS.values(), ids=ORDERS)
def test_what_is_fetched(options: dict[str, str], expected: list[Order]) -> None:
    assert orders(two(), **options) == expected


def test_a_pattern_of_the_manifest() -> None:
    described = Negotiation("lakes", "Lakes", rounds=two().rounds, pattern=PATTERN)
    assert [order.address for order in orders(described)][1:3] == [
        "https://b.example/en/A/2",
        "https://b.example/fr/A/3",
    ]


ADDRESSES = {
    "in the path": ("A/RES/2200(XXI)", PATTERN, "https://b.example/en/A/RES/2200%28XXI%29"),
    "in the query": (
        "A/1 & b",
        "https://b.example/?s={symbol}",
        "https://b.example/?s=A%2F1%20%26%20b",
    ),
    "no host from a symbol": (
        "evil.example/?#@",
        PATTERN,
        "https://b.example/en/evil.example/%3F%23%40",
    ),
}


@pytest.mark.parametrize(("symbol", "pattern", "expected"), ADDRESSES.values(), ids=ADDRESSES)
def test_the_address_of_a_symbol(symbol: str, pattern: str, expected: str) -> None:
    assert address_of(symbol, "en", pattern) == expected


@pytest.mark.parametrize(
    ("symbol", "pattern", "why"),
    [
        pytest.param("COM(2012) 11", "", "not a symbol of the United Nations", id="another house"),
        pytest.param("A/1", "https://b.example/", "is not a pattern", id="no place for the symbol"),
        pytest.param("A/1", "https://b.example/{symbol!r}", "is not a pattern", id="a conversion"),
        pytest.param("A/1", "https://b.example/{symbol.x}", "is not a pattern", id="an attribute"),
        pytest.param("A/1", "https://b.example/{0}/{symbol}", "is not a pattern", id="a number"),
        pytest.param("A/1", "https://b.example/{symbol", "is not a pattern", id="not closed"),
        pytest.param("A/1", "file:///{symbol}", "is not an address", id="a file"),
    ],
)
def test_no_address(symbol: str, pattern: str, why: str) -> None:
    with pytest.raises(FetchError, match=why):
        address_of(symbol, "en", pattern)


def test_the_host_of_a_pattern() -> None:
    assert hosts_of(PATTERN) == ("b.example",)
    assert hosts_of("") == ()


BEARING = {
    "by itself": ("A/AC.1/22", "A/AC.1/22", True),
    "on a line": ("United Nations\nA/AC.1/22\nGeneral Assembly", "A/AC.1/22", True),
    "end of a sentence": ("as in A/AC.1/22.", "A/AC.1/22", True),
    "with a footnote star": ("A/AC.1/22*", "A/AC.1/22", True),
    "broken after a slash": ("A/AC.1/22/\nRev.1", "A/AC.1/22/Rev.1", True),
    "spaced": ("A / AC.1 / 22", "A/AC.1/22", True),
    "small capitals": ("a/ac.1/22", "A/AC.1/22", True),
    "wide letters": ("\uff21/AC.1/22", "A/AC.1/22", True),
    "a revision": ("A/AC.1/22/Rev.1", "A/AC.1/22", False),
    "a revision, spaced": ("A/AC.1/22 / Rev.1", "A/AC.1/22", False),
    "a longer number": ("A/AC.1/221", "A/AC.1/22", False),
    "the end of another": ("X/A/AC.1/22", "A/AC.1/22", False),
    "dot is a dot": ("A/AC91/22", "A/AC.1/22", False),
    "another": ("A/AC.1/21", "A/AC.1/22", False),
}


@pytest.mark.parametrize(("text", "symbol", "expected"), BEARING.values(), ids=BEARING)
def test_whether_a_page_bears_a_symbol(text: str, symbol: str, expected: bool) -> None:
    assert bears(text, symbol) is expected


@pytest.mark.parametrize("text", [" " * 50_000 + "x", "A/" * 25_000, "\n " * 25_000], ids=len)
def test_a_hostile_page_takes_no_time(text: str) -> None:
    started = time.monotonic()
    assert not bears(text, "A/AC.1/22")
    assert time.monotonic() - started < 1
