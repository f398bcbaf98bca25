"""Cards in frames of other pages: who may frame what, and what oEmbed answers."""

from __future__ import annotations

import json
from html import unescape
from html.parser import HTMLParser
from urllib.parse import quote
from xml.etree import ElementTree

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.web.reading import Page
from tests.web.test_finding_cards import BEACONS, NEW, NOTICE, OBSERVERS, STRANGERS

HERE = "http://localhost"


class Frames(HTMLParser):
    """The frames and links in a piece of HTML that is to be pasted."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))


@pytest.mark.parametrize("path", [BEACONS, NEW, OBSERVERS, STRANGERS])
def test_an_embed_is_bare_and_whole(client: FlaskClient, path: str) -> None:
    answer = client.get(f"/embed{path}")
    assert answer.status_code == 200
    page = Page(answer.text)
    assert len(page.all("h1")) == 1
    assert page.ids_twice() == []
    assert not page.all("script")
    assert not page.all("nav")
    assert NOTICE in page.text
    assert "<script>" not in answer.text
    links = page.all("a")
    assert links
    for one in links:
        assert (one["target"], one["rel"]) == ("_top", "noopener")
        assert client.get(one["href"]).status_code == 200
    assert {"rel": "canonical", "href": f"{HERE}{path}"} in page.all("link")


def test_what_is_not_sure_says_so_in_an_embed(client: FlaskClient) -> None:
    page = Page(client.get(f"/embed{BEACONS}").text)
    assert "Possibly" in page.text
    assert "Why possibly:" in page.text


def test_only_embeds_may_be_framed(app: Flask, client: FlaskClient) -> None:
    embed = client.get(f"/embed{BEACONS}")
    again = client.get(f"/embed{BEACONS}", headers={"If-None-Match": embed.headers["ETag"]})
    assert again.status_code == 304
    for answer in (embed, again):
        assert "frame-ancestors *" in answer.headers["Content-Security-Policy"]
        assert "X-Frame-Options" not in answer.headers
    for path in ("/", BEACONS, f"{BEACONS}/card.png", "/n/moon", "/oembed", "/embed", "/nothing"):
        answer = client.get(path)
        assert "frame-ancestors 'none'" in answer.headers["Content-Security-Policy"], path
        assert answer.headers["X-Frame-Options"] == "DENY"
    policy = embed.headers["Content-Security-Policy"]
    for rule in ("default-src 'none'", "script-src 'self'", "base-uri 'none'"):
        assert rule in policy


def asked(url: str, **others: object) -> str:
    extra = "".join(f"&{name}={quote(str(value))}" for name, value in others.items())
    return f"/oembed?url={quote(url, safe='')}{extra}"


@pytest.mark.parametrize("before", ["", "/embed"])
def test_oembed_in_json(client: FlaskClient, before: str) -> None:
    answer = client.get(asked(f"{HERE}{before}{BEACONS}"))
    assert answer.status_code == 200
    assert answer.mimetype == "application/json"
    told = json.loads(answer.text)
    assert (told["version"], told["type"]) == ("1.0", "rich")
    assert "possibly" in told["title"]
    assert "[Paraphrase]" in told["title"]
    assert client.get(told["thumbnail_url"].removeprefix(HERE)).mimetype == "image/png"
    frame, _, link = Frames(told["html"]).tags
    assert frame[0] == "iframe"
    assert frame[1]["src"] == f"{HERE}/embed{BEACONS}"
    assert (frame[1]["width"], frame[1]["height"]) == (str(told["width"]), str(told["height"]))
    assert link[1]["href"] == f"{HERE}{BEACONS}"
    assert "<script" not in told["html"]


def test_oembed_in_xml_is_the_same(client: FlaskClient) -> None:
    answer = client.get(asked(f"{HERE}{BEACONS}", format="xml"))
    assert answer.mimetype == "text/xml"
    told = json.loads(client.get(asked(f"{HERE}{BEACONS}")).text)
    root = ElementTree.fromstring(answer.text)
    assert root.tag == "oembed"
    assert {one.tag: one.text for one in root} == {name: str(value) for name, value in told.items()}


def test_a_card_says_where_its_oembed_is(client: FlaskClient) -> None:
    page = Page(client.get(BEACONS).text)
    found = {
        one["type"]: one["href"] for one in page.all("link") if "oembed" in one.get("type", "")
    }
    assert set(found) == {"application/json+oembed", "text/xml+oembed"}
    for address in found.values():
        answer = client.get(unescape(address).removeprefix(HERE))
        assert answer.status_code == 200


def test_no_larger_than_asked_for(client: FlaskClient) -> None:
    told = json.loads(client.get(asked(f"{HERE}{BEACONS}", maxwidth=320, maxheight=200)).text)
    assert (told["width"], told["height"]) == (320, 200)
    assert "thumbnail_url" not in told
    wide = json.loads(client.get(asked(f"{HERE}{BEACONS}", maxwidth=99999)).text)
    assert wide["width"] < 1000


ANSWERS = {
    "no-url": ("/oembed", 400),
    "empty-url": ("/oembed?url=", 400),
    "long-url": (f"/oembed?url={'a' * 5000}", 400),
    "another-site": (asked(f"https://example.org{BEACONS}"), 404),
    "another-port": (asked(f"{HERE}:81{BEACONS}"), 404),
    "user-in-it": (asked(f"http://a@localhost{BEACONS}"), 404),
    "no-scheme": (asked(f"//localhost{BEACONS}"), 404),
    "script": (asked("javascript:alert(1)"), 404),
    "no-address": (asked("http://[::1"), 404),
    "path-alone": (asked(BEACONS), 404),
    "front-page": (asked(f"{HERE}/"), 404),
    "a-draft": (asked(f"{HERE}/n/moon/d/M/1"), 404),
    "the-picture": (asked(f"{HERE}{BEACONS}/card.png"), 404),
    "no-such-card": (asked(f"{HERE}/f/{'0' * 12}-{'1' * 12}"), 404),
    "nul": (asked(f"{HERE}/f/%00"), 404),
    "format": (asked(f"{HERE}{BEACONS}", format="yaml"), 501),
    "format-script": (asked(f"{HERE}{BEACONS}", format="<script>"), 501),
    "width-word": (asked(f"{HERE}{BEACONS}", maxwidth="wide"), 400),
    "width-zero": (asked(f"{HERE}{BEACONS}", maxwidth=0), 400),
    "width-minus": (asked(f"{HERE}{BEACONS}", maxwidth=-5), 400),
    "height-digits": (asked(f"{HERE}{BEACONS}", maxheight="9" * 500), 400),
}


@pytest.mark.parametrize("name", ANSWERS)
def test_what_oembed_refuses(client: FlaskClient, name: str) -> None:
    path, status = ANSWERS[name]
    answer = client.get(path)
    assert answer.status_code == status
    page = Page(answer.text)
    assert len(page.all("h1")) == 1
    assert "<script>" not in answer.text
