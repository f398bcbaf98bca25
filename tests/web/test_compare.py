"""The page that compares two drafts: its pages, columns, filters, and both ends of what moved."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from html import unescape
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from flask.testing import FlaskClient
from hypothesis import given
from hypothesis import strategies as st

from tests.drafts import outline
from tests.store import lamps
from tests.web import sample
from tests.web.reading import Page
from tests.web.rows import provision, row
from tracker.model import Hunk, Relation
from tracker.store import Library
from tracker.store.comparing import departures, in_reading_order
from tracker.store.records import ChangeRow
from web import create_app
from web.changes import cards, leaves
from web.changes.leaves import Asked
from web.shelf import EXTENSION
from web.terms.names import Names

PAIR = "/n/moon/compare?old=M/1&new=M/4 <b>"
LAST = "/n/moon/compare?old=M/3&new=M/4 <b>"

_RULES = """
    art_1 | Article 1 | Lamps | Every keeper of a lamp shall trim its wick before the sun has set.
    art_2 | Article 2 | Oil | Oil that was pressed from olives burns longest and is to be preferred.
    art_3 | Article 3 | Fog | In fog the horn sounds twice each minute until the fog has lifted again.
    art_4 | Article 4 | Boats | No boat may anchor within ten fathoms of the rocks below the tower.
    art_5 | Article 5 | Birds | Birds that rest on the gallery are left in peace by all keepers there.
"""


def moved() -> tuple[str, str]:
    """Two texts of which the second has the third article first, and one word changed in it."""
    old = _RULES.strip("\n").split("\n")[:5]
    fog = old[2].replace("art_3", "art_1").replace("Article 3", "Article 1")
    rest = [
        one.replace(f"art_{n}", f"art_{n + 1}").replace(f"Article {n}", f"Article {n + 1}")
        for n, one in ((1, old[0]), (2, old[1]))
    ]
    return "\n".join(old), "\n".join([fog.replace("twice", "thrice"), *rest, *old[3:]])


@pytest.fixture(scope="module")
def fog(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FlaskClient]:
    """Pages of two drafts in which an article moved."""
    drafts = [
        outline(text, symbol=f"F/{n}", date=f"2031-0{n}-01", negotiation="moon")
        for n, text in enumerate(moved(), 1)
    ]
    app = create_app(lamps.made(tmp_path_factory.mktemp("fog") / "fog.db", drafts))
    yield app.test_client()
    app.extensions[EXTENSION].close()


def page(client: FlaskClient, address: str) -> Page:
    answer = client.get(address)
    assert answer.status_code == 200
    return Page(answer.text)


def ids(found: Page) -> set[str]:
    return {one["id"] for _, one in found.tags if "id" in one}


def changes(found: Page) -> list[int]:
    return [int(one["data-change"]) for _, one in found.tags if "data-change" in one]


def test_the_first_screen_is_short(client: FlaskClient) -> None:
    found = page(client, PAIR)
    text = found.text
    first = [text.index(one) for one in ("articles before", "Go to the first of", "What you should",
                                         "In short", "Older draft")]  # fmt: skip
    assert first == sorted(first)
    html = client.get(PAIR).text
    at_once = html[html.index('id="know"') : html.index('id="overview"')].split("<details")[0]
    assert 0 < at_once.count("<li>") <= 3


@pytest.fixture
def short_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(leaves, "FULL", 300)


@pytest.fixture
def cut_client(short_pages: None, database: Path) -> Iterator[FlaskClient]:
    """Pages that hold little, made anew."""
    app = create_app(database)
    yield app.test_client()
    app.extensions[EXTENSION].close()


def leaves_of(client: FlaskClient, address: str) -> list[Page]:
    first = page(client, address)
    last = re.search(r"Page 1 of (\d+)", first.text)
    assert last is not None
    return [first, *(page(client, f"{address}&page={n}") for n in range(2, int(last[1]) + 1))]


def test_a_long_comparison_is_cut_and_nothing_is_lost(cut_client: FlaskClient) -> None:
    found = leaves_of(cut_client, PAIR)
    whole = page(cut_client, f"{PAIR}&page=all")
    assert len(found) > 1
    assert [n for one in found for n in changes(one)] == changes(whole)
    assert changes(whole) == list(range(1, len(changes(whole)) + 1))
    anchors = [one["id"] for one in whole.all("article")]
    assert [one["id"] for leaf in found for one in leaf.all("article")] == anchors


def test_every_link_lands_on_whichever_page_it_is(cut_client: FlaskClient) -> None:
    """Those of the pages themselves, and those that other pages make."""
    every = leaves_of(cut_client, PAIR)
    others = page(cut_client, "/n/moon/changes?old=M/1&new=M/4 <b>")
    looked: dict[str, set[str]] = {}
    seen = 0
    for leaf in [*every, others]:
        for link in leaf.links:
            path, _, anchor = link.partition("#")
            if not anchor or (path and not path.startswith("/n/moon/compare")):
                continue
            if path and path not in looked:
                looked[path] = ids(page(cut_client, path))
            assert anchor in (looked[path] if path else ids(leaf)), link
            seen += bool(path)
    assert seen > 5


def test_next_goes_from_page_to_page(cut_client: FlaskClient) -> None:
    first = page(cut_client, PAIR)
    ahead = [one["href"] for one in first.all("a") if "data-after" in one]
    assert len(ahead) == 1
    address, _, anchor = ahead[0].partition("#")
    there = page(cut_client, address)
    (card,) = [one for _, one in there.tags if one.get("id") == anchor]
    assert int(card["data-change"]) == changes(first)[-1] + 1
    back = [one["href"] for one in there.all("a") if "data-before" in one]
    assert back[0].partition("#")[2] in ids(first)


ODD = {
    "a page that there is not": ("page=99", 404),
    "no page": ("page=0", 400),
    "a page of words": ("page=first", 400),
    "a page of 5,000 digits": ("page=" + "9" * 5000, 400),
    "a change that there is not": ("at=feedbeef", 404),
    "script": ("at=%3Cscript%3Ealert(1)%3C/script%3E", 404),
    "a change without end": ("at=" + "9" * 5000, 400),
    "nothing became this": ("became=lamps", 400),
    "no such view": ("view=upside-down", 400),
    "all": ("page=all", 200),
    "inline": ("view=inline", 200),
    "nothing asked": ("at=&page=1&became=&view=", 200),
}


@pytest.mark.parametrize(("query", "status"), ODD.values(), ids=ODD)
def test_odd_addresses(client: FlaskClient, query: str, status: int) -> None:
    answer = client.get(f"{PAIR}&{query}")
    assert answer.status_code == status
    Page(answer.text)
    assert "<script>alert" not in answer.text
    assert "Traceback" not in answer.text


def test_a_change_is_found_by_its_link(cut_client: FlaskClient, library: Library) -> None:
    draft = {one.symbol: one.id for one in library.drafts("moon")}
    compared = library.comparison(draft["M/1"], draft["M/4 <b>"])
    assert compared is not None
    changed = [one for one in compared.rows if one.changed]
    assert len(changed) == 3
    for one in changed:
        found = page(cut_client, f"{PAIR}&at={one.link_id}")
        assert f"l-{one.link_id}" in ids(found)


@pytest.mark.parametrize("became", cards.BECAME)
def test_only_what_became_this(client: FlaskClient, became: str) -> None:
    every = page(client, PAIR)
    offered = any(f"became={became}" in link for link in every.links)
    found = page(client, f"{PAIR}&became={became}")
    assert bool(changes(found)) == offered
    assert "Only places where something is" in found.text
    assert len(changes(found)) <= len(changes(every))


def test_two_columns_hold_each_text_alone(client: FlaskClient) -> None:
    html = client.get(f"{LAST}&view=side").text
    Page(html)
    was = re.findall(r'<div class="side was">(.*?)<div class="side now">', html, re.DOTALL)
    now = [one.split("one-column")[0] for one in html.split('<div class="side now">')[1:]]
    assert len(was) == len(now) > 0
    assert not any("<ins>" in one for one in was)
    assert not any("<del>" in one for one in now)
    assert any("<del>" in one for one in was)
    assert any("<ins>" in one for one in now)
    assert all('<span class="said">Before: </span>' in f"{one[:60]}" for one in was)
    # Without room for two columns the one of the usual view is there.
    usual = client.get(LAST).text
    assert all(one in html for one in re.findall(r"<(?:ins|del)>.*?</(?:ins|del)>", usual))
    assert 'class="sides"' not in usual


def test_unchanged_paragraphs_unfold_in_their_place(client: FlaskClient) -> None:
    html = client.get(LAST).text
    folded = re.search(
        r'<details class="skipped"><summary>1 unchanged provision left out: show it</summary>(.*?)'
        r"</details>",
        html,
        re.DOTALL,
    )
    assert folded is not None
    assert "A fine shall fit the gravity" in folded[1]
    assert "A fine shall fit the gravity" not in html.replace(folded[0], "")


def test_unchanged_words_unfold_in_their_place(client: FlaskClient) -> None:
    html = client.get(LAST).text
    gap = re.search(r'<details class="gap"><summary lang="en">\[… (\d+) unchanged words …\]'
                    r"</summary>(.*?)</details>", html)  # fmt: skip
    assert gap is not None
    assert len(gap[2].split()) == int(gap[1])


def test_articles_that_did_not_change_are_named_between(client: FlaskClient) -> None:
    text = page(client, PAIR).text
    assert "Unchanged: Article 1" in text
    assert "Unchanged: Article 1" not in page(client, f"{PAIR}&show=all").text


def test_both_ends_of_what_moved_are_linked(fog: FlaskClient) -> None:
    html = fog.get("/n/moon/compare?old=F/1&new=F/2").text
    found = Page(html)
    assert found.ids_twice() == []
    left = [one["id"] for one in found.all("div") if one.get("id", "").startswith("was-")]
    assert len(left) == 1
    link = left[0].removeprefix("was-")
    new_place = html[html.index(f'id="c-{link}"') : html.index("</article>")]
    assert f'Moved from <a href="#was-{link}"' in new_place
    # Its own edit is marked inside it.
    assert "thrice" in new_place
    assert "<del>" in new_place
    old_place = html[html.index(f'id="was-{link}"') :].split("</div>")[0]
    assert f'Moved to <a href="#c-{link}" dir="auto">article 1</a>' in old_place
    assert "Here stood" in old_place
    # It stands between what came before it and what came after it.
    order = re.findall(r'h-num" dir="auto">(Article \d)', html)
    assert order.index("Article 1") < order.index("Article 3")


def test_the_place_of_what_moved_is_no_change_of_its_own(fog: FlaskClient) -> None:
    found = page(fog, "/n/moon/compare?old=F/1&new=F/2")
    marked = [one for _, one in found.tags if one.get("id", "").startswith("was-")]
    assert marked
    assert not any("data-change" in one for one in marked)


SHALL = (Hunk("delete", "shall"), Hunk("insert", "may"), Hunk("equal", " rest"))


def numbered(n: int, m: int, relation: Relation, **more: Any) -> ChangeRow:
    """What became of article `n`: article `m`."""
    old, new = (
        replace(provision(f"art_{at}", f"Article {at}", draft=draft, text=f"rule {at}"), ordinal=at)
        for at, draft in ((n, "old"), (m, "new"))
    )
    return row(relation, old, new, **more)


def test_what_left_is_marked_where_it_stood() -> None:
    rows = [
        numbered(4, 1, "moved"),
        numbered(1, 2, "renumbered"),
        numbered(2, 3, "renumbered"),
        numbered(3, 4, "renumbered"),
        numbered(5, 5, "same"),
    ]
    ((gone, before),) = departures(rows)
    assert gone.old is not None
    assert gone.old.eid == "art_4"
    assert before is rows[3]


def test_what_would_stand_beside_itself_is_not_marked() -> None:
    rows = [numbered(1, 1, "same"), numbered(2, 2, "moved"), numbered(3, 3, "same")]
    assert departures(rows) == []
    assert departures([]) == []


def test_what_is_gone_stands_where_it_stood_though_its_chapter_is_gone_too() -> None:
    """Two chapters are gone, their articles are not, but for one."""
    chapters = [provision(f"chp_{n}", f"Chapter {n}") for n in (1, 2)]
    held = [
        replace(provision(f"art_{n}", f"Article {n}", parent=f"chp_{n // 3 + 1}"), depth=1)
        for n in range(1, 5)
    ]
    old = [chapters[0], held[0], held[1], chapters[1], held[2], held[3]]
    kept = [provision(f"art_{n}", f"Article {n}", draft="new") for n in (1, 3, 4)]
    rows = [
        *(row("same", one, new) for one, new in zip((held[0], *held[2:]), kept, strict=True)),
        *(row("deleted", one, None) for one in (*chapters, held[1])),
    ]
    order = [(one.new or one.old).eid for one in in_reading_order(rows, old, kept)]
    assert order == ["chp_1", "art_1", "art_2", "chp_2", "art_3", "art_4"]


def test_of_what_was_put_together_the_others_are_marked() -> None:
    rows = [
        numbered(1, 1, "merged", score=0.9),
        numbered(4, 1, "merged", score=0.4),
        numbered(2, 2, "same"),
        numbered(3, 3, "same"),
    ]
    ((gone, before),) = departures(rows)
    assert gone is rows[1]
    assert before is rows[3]


def test_the_parts_of_a_split_lead_to_each_other() -> None:
    rows = [
        numbered(1, 1, "split", text=SHALL),
        row("split", numbered(1, 1, "split").old, numbered(2, 2, "same").new, text=SHALL),
    ]
    sheet = made(rows)
    first, second = sheet.cards
    assert [end.key for end in first.ends] == [rows[1].link_id]
    assert [end.name for end in second.ends] == ["article 1"]
    assert sheet.where[rows[1].link_id] == (1, second.anchor)


def test_a_guess_is_called_one_at_both_ends() -> None:
    rows = [
        numbered(4, 1, "moved", certain=False),
        numbered(1, 2, "renumbered"),
        numbered(2, 3, "renumbered"),
        numbered(3, 4, "renumbered"),
    ]
    sheet = made(rows)
    ends = [end for card in sheet.cards for end in card.ends]
    assert [end.said for end in ends] == ["Moved from %(place)s", "Moved to %(place)s"]
    assert all(end.possibly for end in ends)


def made(rows: list[ChangeRow], **view: Any) -> cards.Sheet:
    shown = SimpleNamespace(
        rows=rows,
        old=SimpleNamespace(partial=False),
        new=SimpleNamespace(partial=False, language="en"),
    )
    known = [one for each in rows for one in (each.old, each.new) if one is not None]
    app = create_app(Path("nothing.db"))
    with app.test_request_context("/"):
        return cards.sheet(shown, Names(known), everything=False, view=cards.View(**view))


def test_lines_are_made_for_the_page_that_is_shown_alone(short_pages: None) -> None:
    rows = [numbered(n, n, "same", text=SHALL) for n in range(1, 9)]
    first = made(rows, page=Asked(1, whole=False))
    second = made(rows, page=Asked(2, whole=False))
    assert len(first.pages) > 2
    assert first.page == 1
    assert all(card.lines for card in (*first.cards, *second.cards))
    assert second.cards[0].place == len(first.cards) + 1
    assert len(first.changed) == 8
    asked = made(rows, page=Asked(1, whole=False, at=rows[-1].link_id))
    assert asked.page == len(asked.pages)
    assert made(rows).page == 0


@given(st.lists(st.integers(0, 90), max_size=40), st.integers(1, 100))
def test_pages_hold_every_card_once(weights: list[int], full: int) -> None:
    found = leaves.cut(weights, full)
    assert [n for one in found for n in one] == list(range(len(weights)))
    assert all(found) or len(found) == 1
    for one in found[:-1]:
        assert full <= sum(weights[n] for n in one) < full + max(weights, default=0)


def test_a_short_comparison_says_nothing_of_pages(client: FlaskClient) -> None:
    found = page(client, PAIR)
    assert not any("page=" in link for link in found.links)
    assert "Page 1" not in found.text


def test_the_pair_of_a_form_keeps_the_columns(client: FlaskClient) -> None:
    inputs = page(client, f"{PAIR}&view=side").all("input")
    assert {"type": "hidden", "name": "view", "value": "side"} in inputs
    there = client.get("/n/moon/compare?old=M/3&new=M/1&view=side&became=deleted")
    assert there.status_code == 302
    assert "view=side" in unescape(there.headers["Location"])
    assert "became=deleted" in there.headers["Location"]


def test_every_pair_is_sound_in_columns_too(client: FlaskClient) -> None:
    for old, new in sample.pairs():
        answer = client.get(
            "/n/moon/compare", query_string={"old": old, "new": new, "view": "side"}
        )
        found = Page(answer.text)
        assert found.ids_twice() == []
        assert len(found.all("h1")) == 1
