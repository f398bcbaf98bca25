"""Cards in frames of other pages: who may frame what, and what oEmbed answers."""

from __future__ import annotations

import json
from html import unescape
from html.parser import HTMLParser
from urllib.parse import quote, unquote_plus
from xml.etree import ElementTree

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.web.reading import Page
from tests.web.test_finding_cards import BEACONS, NEW, NOTICE, OBSERVERS, STRANGERS
from tracker.store import Library

HERE = "http://localhost"


class Frames(HTMLParser):
    """The frames and links in a piece of HTML that is to be pasted."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))


COMPARED = "/n/moon/compare?old=M/1&new=M/4+%3Cb%3E"
STORY = "/t/{beacons}"


@pytest.fixture
def beacons(library: Library) -> str:
    """The history of an article that was changed, gone and back."""
    draft = library.draft("moon", "M/1")
    assert draft is not None
    own = next(one for one in library.provisions(draft.id) if one.eid == "art_3")
    assert own.thread_id is not None
    return own.thread_id


@pytest.mark.parametrize("path", [BEACONS, NEW, OBSERVERS, STRANGERS, COMPARED, STORY])
def test_an_embed_is_bare_and_whole(client: FlaskClient, beacons: str, path: str) -> None:
    path = path.format(beacons=beacons)
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
        assert client.get(one["href"], follow_redirects=True).status_code == 200
    (canonical,) = [one["href"] for one in page.all("link") if one.get("rel") == "canonical"]
    assert unquote_plus(unescape(canonical)) == unquote_plus(f"{HERE}{path}")


def test_what_is_not_sure_says_so_in_an_embed(client: FlaskClient) -> None:
    page = Page(client.get(f"/embed{BEACONS}").text)
    assert "Possibly" in page.text
    assert "Why possibly:" in page.text


@pytest.mark.parametrize("path", [COMPARED, STORY])
def test_an_embed_tells_what_its_page_tells(client: FlaskClient, beacons: str, path: str) -> None:
    path = path.format(beacons=beacons)
    whole = Page(client.get(path).text)
    embed = client.get(f"/embed{path}").text
    page = Page(embed)
    told = {
        COMPARED: ("Possibly", "Why possibly", "“shall” became “may”", "words removed"),
    }.get(path, ("What it is", "What happened", "Now"))
    for words in told:
        assert words in page.text
        assert words in whole.text
    # The links to places in the page lead to the page.
    assert 'href="#' not in embed


def test_the_pages_offer_their_embeds(client: FlaskClient, beacons: str) -> None:
    for path in (COMPARED, STORY.format(beacons=beacons)):
        answer = client.get(path)
        page = Page(answer.text)
        assert unquote_plus(f"/embed{path}") in [unquote_plus(one) for one in page.links]
        shown = unescape(answer.text.partition('id="share-code"')[2].partition("</textarea>")[0])
        (tag, attributes), *_ = Frames(shown.partition(">")[2]).tags
        assert tag == "iframe"
        # As wide as a phone, or as there is room.
        assert attributes["width"] == "100%"
        assert "[Paraphrase]" in (attributes["title"] or "")
        inner = client.get((attributes["src"] or "").removeprefix(HERE))
        assert inner.status_code == 200
        assert NOTICE in Page(inner.text).text
        cite = answer.text.partition('id="share-cite"')[2].partition("</textarea>")[0]
        assert "[Paraphrase written for this project" in cite


@pytest.mark.parametrize("before", ["", "/embed"])
def test_oembed_of_a_story_and_of_a_comparison(
    client: FlaskClient, beacons: str, before: str
) -> None:
    for path in (COMPARED, STORY.format(beacons=beacons)):
        answer = client.get(asked(f"{HERE}{before}{path}"))
        told = json.loads(answer.text)
        frame, _, link = Frames(told["html"]).tags
        assert unquote_plus(str(frame[1]["src"])) == unquote_plus(f"{HERE}/embed{path}")
        assert unquote_plus(str(link[1]["href"])) == unquote_plus(f"{HERE}{path}")
        assert "[Paraphrase]" in told["title"]
        assert "thumbnail_url" not in told
        page = Page(client.get(path).text)
        found = [one["href"] for one in page.all("link") if "oembed" in one.get("type", "")]
        assert len(found) == 2
        assert client.get(unescape(found[0]).removeprefix(HERE)).data == answer.data


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/embed/t/000000000000", 404),
        ("/embed/n/nothing/compare", 404),
        ("/embed/n/qamar/compare", 404),
        ("/embed/n/moon/compare?old=X", 404),
        ("/embed/n/moon/compare?old=M/1&new=M/1", 400),
        ("/embed/n/moon/compare?lang=%3Cscript%3E", 400),
    ],
)
def test_what_cannot_be_embedded(client: FlaskClient, path: str, status: int) -> None:
    assert client.get(path).status_code == status
    if "script" not in path and "/n/" in path:
        assert client.get(asked(f"{HERE}{path.removeprefix('/embed')}")).status_code == status


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
