"""Bad input at every route of the application: whatever an address or a request holds, it gets the
right status, an answer that explains, and nothing of the machine.

The routes come from the application, and so do the parameters that they read: a new one is tried
as soon as it is there, and a parameter that may be anything, or be a name, has to be said below.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, ClassVar
from urllib.parse import quote

import pytest
from flask import Flask, Request
from flask.testing import FlaskClient
from werkzeug.datastructures import ImmutableMultiDict
from werkzeug.routing import Rule
from werkzeug.test import TestResponse

from tests.web.test_bad_input import explains
from web import create_app, headers
from web.api.table import OPERATIONS
from web.shelf import EXTENSION

_APP = create_app(Path("no-such.db"))
RULES = {rule.rule: rule for rule in _APP.url_map.iter_rules()}
_APP.extensions[EXTENSION].close()

# What each argument and parameter is where everything is right; `{card}` and `{thread}` are
# addresses in the database.
ARGUMENTS = {
    "negotiation": "moon",
    "symbol": "M/1",
    "address": "{thread}",
    "number": "1",
    "form": "docx",
    "path": "sample",
    "filename": "site.css",
}
OF_ROUTE = {
    "/n/<negotiation>/d/<path:symbol>/draft.<form>": {"form": "txt"},
    **{rule: {"address": "{card}"} for rule in RULES if "/f/<address>" in rule},
}
NEEDED = {
    "api.draft": "symbol=M/1",
    "api.provisions": "symbol=M/1",
    "api.phrase": "q=dust",
    "api.search": "q=dust",
    "phrase.phrase": "q=dust",
    "searching.search": "q=dust",
    "oembed.oembed": "url=http://localhost/f/{card}",
}
# The files of the sample are not kept, and no data pages run.
NOT_THERE = {"facsimiles.picture": 404, "facsimiles.outline": 404, "data.proxy": 503}

ANYTHING = {"q", "v", "no-such-parameter"}
NAMES = {
    *("old", "new", "symbol", "draft", "n", "in", "author", "who", "at", "p", "h", "url"),
    *("chapter", "open"),
}
"""Parameters that may hold anything, and those that name something; all others have few values."""

BAD: dict[str, str] = {
    "nines": "9" * 30,
    "digits": "9" * 5000,
    "nul": "moon%00",
    "dots": "../../../etc/passwd",
    "dots-encoded": "..%2f..%2f..%2fetc%2fpasswd",
    "dots-encoded-twice": "..%252f..%252fetc",
    "dots-backwards": "..%5c..%5cetc",
    "slashes": "%2f%2fevil.example%2fx",
    "address": "https://evil.example/",
    "line-break": "a%0d%0aSet-Cookie:%20evil=1%0d%0a%0d%0a<b>",
    "quotes": "%22'%60",
    "sql": "'%20OR%20'1'='1'%20--",
    "operators": '"""(((*%20NEAR%20AND%20text:',
    "script": "<script>alert(7)</script>",
    "svg": '"><svg%20onload=alert(7)>',
    "template": "{{7919*7907}}${7919*7907}",
    "format": "%25s%25n{0}{x}",
    "minus": "-1",
    "fraction": "1.5",
    "arabic-digit": "%d9%a3",
    "superscript": "%c2%b2",
    "list": "[1]",
    "object": '{"a":1}',
    "null": "null",
    "bad-utf-8": "%ff%fe%80",
    "surrogate": "%ed%a0%80",
    "half": "%25%e2%28",
    "control": "%01%7f%e2%80%ae",
    "formula": "=HYPERLINK(1)",
    "space": "%20",
}
"""Values as they stand in an address."""

_OF_PATHS = {
    *("dots-encoded", "dots-encoded-twice", "dots-backwards", "slashes", "null", "list"),
    *("fraction", "superscript", "surrogate", "formula", "control", "space", "sql", "svg"),
}
IN_QUERIES = {name: value for name, value in BAD.items() if name not in _OF_PATHS}

LEAKS = ("Traceback", "no-such.db", "sample.db", "/viewer", "sqlite3", 'File "', "evil=1\n")
ACTIVE = ("<script>alert(7)", "><svg onload", str(7919 * 7907))


class _Noting(ImmutableMultiDict[str, str]):
    """Parameters of an address that notes which of them a page reads."""

    read: ClassVar[set[str]] = set()

    def get(self, key: str, *given: Any, **named: Any) -> Any:
        self.read.add(key)
        return super().get(key, *given, **named)

    def __getitem__(self, key: str) -> Any:
        self.read.add(key)
        return super().__getitem__(key)

    def __contains__(self, key: object) -> bool:
        self.read.add(str(key))
        return super().__contains__(key)


class _Asking(Request):
    parameter_storage_class = _Noting


@dataclass(frozen=True)
class Route:
    """A route with the arguments and the query that are right for it."""

    rule: Rule
    given: Mapping[str, str]
    query: str

    @property
    def endpoint(self) -> str:
        return str(self.rule.endpoint)

    @property
    def is_api(self) -> bool:
        return re.match("/api($|/.)", self.rule.rule) is not None

    def address(self, query: str = "", **bad: str) -> str:
        """Its address, some arguments and the query others than they should be."""
        values = {name: quote(value) for name, value in self.given.items()} | bad
        path = re.sub(r"<(?:path:)?(\w+)>", lambda found: values[found[1]], self.rule.rule)
        together = "&".join(part for part in (self.query, query) if part)
        return f"{path}?{together}" if together else path

    def with_parameter(self, name: str, value: str) -> str:
        """Its address with one parameter another, in its place if it is needed."""
        kept = "&".join(one for one in self.query.split("&") if one.partition("=")[0] != name)
        return Route(self.rule, self.given, kept).address(f"{name}={value}")


@pytest.fixture(scope="module")
def noting(database: Path) -> Iterator[Flask]:
    app = create_app(database)
    app.request_class = _Asking
    yield app
    app.extensions[EXTENSION].close()


@pytest.fixture(scope="module")
def known(noting: Flask) -> dict[str, str]:
    client = noting.test_client()
    card = client.get("/api/negotiations/moon/comparison").json["data"]["changes"][0]["card"]
    thread = client.get("/api/negotiations/moon/grid").json["data"]["rows"][0]["thread"]
    return {"card": card.rpartition("/")[2], "thread": thread}


@pytest.fixture(params=sorted(RULES))
def route(request: pytest.FixtureRequest, known: dict[str, str]) -> Route:
    rule = RULES[request.param]
    given = {name: ARGUMENTS[name] for name in rule.arguments} | OF_ROUTE.get(rule.rule, {})
    filled = {name: value.format(**known) for name, value in given.items()}
    return Route(rule, filled, NEEDED.get(str(rule.endpoint), "").format(**known))


@pytest.fixture
def asking(noting: Flask) -> FlaskClient:
    return noting.test_client()


def parameters(client: FlaskClient, route: Route) -> set[str]:
    """What it reads of its query: found by asking, or as the API describes it."""
    for op in OPERATIONS:
        if route.endpoint == f"api.{op.name}":
            return {one.name for one in op.parameters if one.where == "query"}
    _Noting.read = set()
    # An own query, so that it is no page that is kept.
    client.get(route.address("no-such-parameter=parameters")).close()
    return _Noting.read


def sound(answer: TestResponse, route: Route, case: str) -> None:
    """No fault, our headers, an explanation where there is an error, nothing active or secret."""
    case = f"{case}: {answer.request.path[:80]}?{answer.request.query_string[:80]!r}"
    assert set(headers.EVERYWHERE) - {"X-Frame-Options"} <= set(answer.headers.keys()), case
    framed = "frame-ancestors *" in answer.headers["Content-Security-Policy"]
    assert framed == (
        route.endpoint.startswith("embeds.") and "X-Frame-Options" not in answer.headers
    )
    assert "Set-Cookie" not in answer.headers, case
    assert re.match(r"/(?![/\\])", answer.headers.get("Location", "/")), case
    kind = answer.mimetype or ""
    if answer.status_code >= 500:
        assert (route.endpoint, answer.status_code) in {
            ("data.proxy", 503),
            ("oembed.oembed", 501),  # as oEmbed wants it for a format that is not known
        }, case
    legible = kind.startswith("text/") or kind.endswith(("json", "xml"))
    if not legible or "Content-Encoding" in answer.headers:
        return
    said = answer.get_data(as_text=True)
    assert not [leak for leak in LEAKS if leak in said], case
    if answer.status_code >= 400 and route.is_api:
        assert kind == "application/problem+json", case
        told = answer.json
        assert (told["status"], bool(told["detail"])) == (answer.status_code, True), case
    elif answer.status_code >= 400 and answer.status_code != 412:
        explains(said)
    if not kind.endswith("/json") and not kind.endswith("+json"):
        assert not [word for word in ACTIVE if word in said], case


def test_what_is_right_is_answered(asking: FlaskClient, route: Route) -> None:
    """Else what follows would only try what is not there."""
    with asking.get(route.address()) as answer:
        moved = {308} if route.endpoint in ("api.without_slash", "data.home") else {200}
        assert answer.status_code in ({NOT_THERE.get(route.endpoint, 0)} - {0} or moved)
        sound(answer, route, "right")


def test_bad_arguments(asking: FlaskClient, route: Route) -> None:
    for name in route.rule.arguments:
        for case, value in BAD.items():
            with asking.get(route.address(**{name: value})) as answer:
                expected = {404, NOT_THERE.get(route.endpoint, 404)}
                assert answer.status_code in expected, (name, case)
                sound(answer, route, f"{name}, {case}")


def test_bad_parameters(asking: FlaskClient, route: Route) -> None:
    for name in sorted(parameters(asking, route) | {"no-such-parameter"}):
        unknown = name == "no-such-parameter"
        for case, value in ({"script": BAD["script"]} if unknown else IN_QUERIES).items():
            with asking.get(route.with_parameter(name, value)) as answer:
                assert answer.status_code in _expected(route, name, value), (name, case)
                sound(answer, route, f"{name}, {case}")


def _expected(route: Route, name: str, value: str) -> set[int]:
    usual = NOT_THERE.get(route.endpoint)
    if route.endpoint == "oembed.oembed" and name == "format":
        return {501}
    if route.endpoint in ("data.proxy", "data.home", "api.without_slash", "static"):
        return {usual or 308, 200}
    if name == "no-such-parameter":
        return {400} if route.is_api and route.endpoint != "api.description" else {usual or 200}
    if name in ANYTHING:
        return {400} if len(value) > 1000 else {200, 400} if route.is_api else {200}
    if name in NAMES:
        return {400, 404}
    return {400, usual} if usual else {400}


REPEATED = "{0}=a&{0}=b&{0}[]=c&{0}[d]=e"


def test_repeated_parameters(asking: FlaskClient, route: Route) -> None:
    for name in sorted(parameters(asking, route) | {"no-such-parameter"}):
        with asking.get(route.address(REPEATED.format(name))) as answer:
            assert answer.status_code < 500 or route.endpoint in ("data.proxy", "oembed.oembed")
            sound(answer, route, name)


def test_an_address_of_unbearable_length(asking: FlaskClient, route: Route) -> None:
    with asking.get(route.address("a=" + "b" * headers.LONGEST_QUERY)) as answer:
        assert answer.status_code == 414
        sound(answer, route, "long")


METHODS = ("POST", "PUT", "DELETE", "PATCH", "TRACE", "PROPFIND", "MOON")


def test_it_can_only_be_read(asking: FlaskClient, route: Route) -> None:
    for method in METHODS:
        for body in (b"a=b", b"x" * 200_000)[: 2 if method == "POST" else 1]:
            with asking.open(route.address(), method=method, data=body) as answer:
                assert answer.status_code == 405, method
                assert {"GET", "HEAD"} <= set(answer.headers["Allow"].split(", "))
                sound(answer, route, method)
    with asking.open(route.address(), method="OPTIONS") as answer:
        assert answer.status_code == 200
        sound(answer, route, "OPTIONS")


def test_head_says_what_get_says(asking: FlaskClient, route: Route) -> None:
    with asking.get(route.address()) as page, asking.head(route.address()) as head:
        assert head.data == b""
        assert head.status_code == page.status_code
        assert _steady(head.headers) == _steady(page.headers)


def _steady(given: Iterable[tuple[str, str]]) -> dict[str, str]:
    return {name: value for name, value in given if name != "Date"}


HOSTS = ("evil.example/", "a b", "", "x" * 300, "evil@x", "[::1", "a\tb", "<script>", "a:b:c")


def test_a_forged_host(asking: FlaskClient, route: Route) -> None:
    for host in HOSTS:
        with asking.get(route.address(), headers={"Host": host}) as answer:
            assert answer.status_code == 400, host
            sound(answer, route, host)
    for name in ("X-Forwarded-Host", "X-Forwarded-Prefix", "Forwarded", "X-Original-URL"):
        with asking.get(route.address(), headers={name: "evil.example"}) as answer:
            assert b"evil.example" not in answer.data, name


# Nobody has to heed what cannot be meant; a part of a file may be refused, a page may be unchanged.
ODD: dict[str, tuple[str, str]] = {
    "no-encoding": ("Accept-Encoding", "identity;q=0, *;q=0"),
    "encoding-of-nothing": ("Accept-Encoding", "," * 2000),
    "encoding-without-measure": ("Accept-Encoding", "br;q=1e999, gzip;q=-1, \xff"),
    "first-byte": ("Range", "bytes=0-0"),
    "beyond-the-end": ("Range", f"bytes={'9' * 4000}-"),
    "no-range": ("Range", "bytes=a-b"),
    "many-ranges": ("Range", "bytes=" + ",".join(["0-"] * 500)),
    "another-unit": ("Range", "moons=1-2"),
    "any-tag": ("If-None-Match", "*"),
    "no-tag": ("If-None-Match", 'W/"' * 500),
    "no-date": ("If-Modified-Since", "Thu, 99 Moon 99999 00:00:00 GMT"),
    "other-tag": ("If-Match", '"zz"'),
    "no-language": ("Accept-Language", "ar;q=moon,*,<script>"),
    "no-cookie": ("Cookie", "a=\xff; session={}"),
    "no-length": ("Content-Length", "moon"),
    "no-form": ("Content-Type", "multipart/form-data"),
    "method": ("X-HTTP-Method-Override", "DELETE"),
}


@pytest.mark.parametrize("case", ODD)
def test_odd_headers(asking: FlaskClient, known: dict[str, str], case: str) -> None:
    name, value = ODD[case]
    for rule in RULES.values():
        given = {key: ARGUMENTS[key] for key in rule.arguments} | OF_ROUTE.get(rule.rule, {})
        filled = {key: one.format(**known) for key, one in given.items()}
        one = Route(rule, filled, NEEDED.get(str(rule.endpoint), "").format(**known))
        with asking.get(one.address(), headers={name: value}) as answer:
            assert answer.status_code in {200, 206, 304, 308, 412, 416} | {
                NOT_THERE.get(one.endpoint, 200)
            }, rule.rule
            sound(answer, one, case)
