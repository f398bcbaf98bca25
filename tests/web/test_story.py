"""The story of a provision: its moments, what is told of them, and which words bear a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from tests.store.lamps import made
from tests.web import rows as made_rows
from tests.web.reading import Page
from tests.web.rows import provision
from tests.web.test_lives import told
from tracker.model import Hunk
from tracker.store import Library
from tracker.store.records import FindingRow, FindingWords, ThreadPage
from tracker.store.records.absences import Absent
from web import create_app
from web.changes.card_lines import Line
from web.shelf import EXTENSION
from web.stories import bearing, in_short, inner_parts, moments
from web.stories.lives import life
from web.terms.names import Names
from web.text import diffs

ART = provision("art_5", "Article 5")
ART_8 = provision("art_8", "Article 8", draft="new")


@pytest.fixture(scope="module")
def lamps(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made(tmp_path_factory.mktemp("story") / "lamps.db")


@pytest.fixture(scope="module")
def lit(lamps: Path) -> Iterator[FlaskClient]:
    app = create_app(lamps)
    yield app.test_client()
    app.extensions[EXTENSION].close()


def story(library: Library, name: str) -> str:
    provision = library.resolve("moon", name)
    assert provision is not None
    return f"/t/{provision.thread_id}"


def thread_of(library: Library, name: str) -> ThreadPage:
    provision = library.resolve("moon", name)
    assert provision is not None
    page = library.thread(provision.address)
    assert page is not None
    return page


@pytest.fixture(scope="module")
def oil(lamps: Path) -> str:
    with Library(lamps) as library:
        return story(library, "article 2")


@pytest.fixture(scope="module")
def lamp(lamps: Path) -> str:
    with Library(lamps) as library:
        return story(library, "article 1")


KINDS = {
    "a word here and there": ("article 1", ["entered", "same", "same", "same"]),
    "out and back as another": ("art_2__para_2", ["entered", "uncovered", "gone", "changed"]),
    "renumbered, then a duty less": ("article 3", ["entered", "uncovered", "renumbered", "changed"]),
    "a part that came late": ("article 2", ["entered", "uncovered", "same", "changed"]),
}  # fmt: skip


@pytest.mark.parametrize(("name", "kinds"), KINDS.values(), ids=KINDS)
def test_what_each_round_did(
    client: FlaskClient, library: Library, name: str, kinds: list[str]
) -> None:
    with client.application.test_request_context():
        found = moments.moments(told(library, name).stages)
    assert [one.kind for one in found] == kinds


def test_each_round_says_where_it_is_and_what_it_did(lit: FlaskClient, oil: str) -> None:
    page = Page(lit.get(oil).text)
    ticks = [one for one in page.all("a") if "data-round" in one]
    assert [one["data-said"] for one in ticks] == [
        "Round 1 of 5, 1 January 2030: here for the first time",
        "Round 2 of 5, 1 February 2030: word for word the same",
        "Round 3 of 5, 1 March 2030: no longer there",
        "Round 4 of 5, 1 April 2030: not there",
        "Round 5 of 5, 1 May 2030: back again, the same words",
    ]
    assert ["data-event" in one for one in ticks] == [True, False, True, False, True]
    anchors = {one["href"].removeprefix("#") for one in ticks}
    assert anchors == {one["id"] for one in page.all("li") if "moment" in one.get("class", "")}


def test_changes_lead_to_each_other(lit: FlaskClient, oil: str) -> None:
    html = lit.get(oil).text
    third = html[html.index('id="round-3"') : html.index('id="round-4"')]
    steps = re.findall(r'class="(step-\w+)" href="#(round-\d)"', third)
    assert steps == [("step-back", "round-1"), ("step-on", "round-5")]
    first = html[html.index('id="round-1"') : html.index('id="round-2"')]
    assert "step-back" not in first


def test_a_story_in_three_lines(lit: FlaskClient, lamp: str, oil: str) -> None:
    of_lamp, of_oil = (Page(lit.get(path).text).text for path in (lamp, oil))
    assert "Its words changed 4 times: round 2, round 3, round 4 and round 5." in of_lamp
    assert "In the last draft, L/5, it is article 1." in of_lamp
    assert "Taken out in round 3, back in round 5, word for word." in of_oil
    for text in (of_lamp, of_oil):
        order = [text.index(x) for x in ("What it is", "What happened", "Now", "Round by round")]
        assert order == sorted(order)


def test_what_is_gone_is_told_as_gone(client: FlaskClient, library: Library) -> None:
    draft = library.draft("moon", "M/1")
    assert draft is not None
    beacons = next(one for one in library.provisions(draft.id) if one.eid == "art_3")
    page = library.thread(beacons.address)
    assert page is not None
    rounds = (*page.rounds[:3], replace(page.rounds[3], members=()))
    with client.application.test_request_context():
        gone = replace(page, rounds=rounds)
        lived = life(gone, library)
        short = in_short.told(gone, lived, moments.moments(lived.stages))
    assert short.ended is not None
    assert short.ended.position == 3
    assert short.where.startswith("No longer there; last seen as article 3")
    # Round 2 does not cover it: it may have been taken out there.
    assert short.gap
    assert short.last.position == 1


def test_what_may_have_gone_in_a_partial_document_is_not_told_of_the_round_after(
    database: Path, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = thread_of(library, "article 3")
    went = Absent(False, True, ((ART_8, False),), ())
    third, fourth = (replace(one, members=(), absent=went) for one in page.rounds[2:])
    gone = replace(page, rounds=(*page.rounds[:2], third, fourth))
    monkeypatch.setattr(Library, "thread", lambda *_: gone)
    # An application of its own: pages are kept.
    app = create_app(database)
    text = Page(app.test_client().get(f"/t/{page.id}").text).text
    app.extensions[EXTENSION].close()
    assert "Possibly taken out by round 3 (" in text
    assert "; what came between round 1 and that does not cover it." in text
    assert "aken out in" not in text
    assert "Its words possibly went on in article 8." in text


def test_a_guess_where_words_went_is_called_one(client: FlaskClient, library: Library) -> None:
    page = thread_of(library, "article 1")
    first = page.members[0].provision
    out = tuple(
        made_rows.row("split", first, one, certain=one is ART_8)
        for one in (ART_8, provision("art_9", "Article 9", draft="new"))
    )
    third = page.rounds[2]
    changed = replace(third, members=(replace(third.members[0], moved_out=out),))
    with client.application.test_request_context():
        lived = life(replace(page, rounds=(*page.rounds[:2], changed, page.rounds[3])), library)
    (entry,) = lived.stages[2].entries
    assert entry.elsewhere == ("article 8", "article 9 (possibly)")


def test_what_came_in_by_a_guess_is_told_as_one(client: FlaskClient, library: Library) -> None:
    page = thread_of(library, "article 1")
    first, *rest = (replace(one, members=()) if n < 2 else one for n, one in enumerate(page.rounds))
    third, fourth = rest[1], rest[2]
    entered = replace(third.members[0], from_provision=None, relation=None, changes=())
    sure = fourth.members[0]

    def came(*, certain: bool) -> str:
        rounds = (
            first,
            replace(rest[0], draft=replace(rest[0].draft, partial=False)),
            replace(third, members=(entered,)),
            replace(fourth, members=(replace(sure, certain=certain),)),
        )
        one = replace(page, rounds=rounds)
        with client.application.test_request_context():
            lived = life(one, library)
            return in_short.told(one, lived, moments.moments(lived.stages)).came

    name = third.draft.name
    assert came(certain=True) == f"It came in with round 3 ({name})."
    assert came(certain=False) == f"Possibly it came in with round 3 ({name})."


@pytest.mark.parametrize("name", ["article 1", "art_3__para_1", "art_2__para_2"])
def test_what_was_there_before_is_not_told_to_have_come_in(
    client: FlaskClient, library: Library, name: str
) -> None:
    text = Page(client.get(story(library, name)).text).text
    assert "It came in with" not in text
    assert "First seen in" not in text


@pytest.mark.parametrize(
    ("partial", "said"),
    [
        (False, "It came in with round 3 (M/3)."),
        (True, "First seen in round 3 (M/3); the documents before that do not all cover it."),
    ],
    ids=["whole drafts before", "a partial document before"],
)
def test_what_came_in_later_is_told_to(
    client: FlaskClient, library: Library, partial: bool, said: str
) -> None:
    page = library.thread(story(library, "article 1").removeprefix("/t/"))
    assert page is not None
    rounds = [
        replace(one, draft=replace(one.draft, partial=partial and n == 1, name=""), members=())
        if n < 2
        else replace(one, draft=replace(one.draft, name=""))
        for n, one in enumerate(page.rounds)
    ]
    fresh = replace(rounds[2].members[0], from_provision=None, changes=())
    rounds[2] = replace(rounds[2], members=(fresh,))
    with client.application.test_request_context():
        lived = life(replace(page, rounds=tuple(rounds)), library)
        assert in_short.told(page, lived, moments.moments(lived.stages)).came == said


def now(html: str) -> list[str]:
    return re.findall(r'<li class="stage moment [^"]* now" id="(round-\d)"', html)


SHOWN = [("", "round-5"), ("?round=2", "round-2"), ("?round=4&ages=1", "round-4")]


@pytest.mark.parametrize(("query", "shown"), SHOWN)
def test_one_round_is_in_sight(lit: FlaskClient, oil: str, query: str, shown: str) -> None:
    html = lit.get(oil + query).text
    assert now(html) == [shown]
    assert Page(html).ids_twice() == []
    canonical = [x["href"] for x in Page(html).all("link") if x.get("rel") == "canonical"]
    assert canonical == [oil]


REFUSED = [
    ("?round=0", 400),
    ("?round=-1", 400),
    ("?round=1.5", 400),
    ("?round=%3Cscript%3Ealert(1)%3C/script%3E", 400),
    ("?round=" + "9" * 5000, 400),
    ("?round=6", 404),
    ("?ages=yes", 400),
    ("?show=%22", 400),
]


@pytest.mark.parametrize(("query", "status"), REFUSED)
def test_what_cannot_be_meant(lit: FlaskClient, oil: str, query: str, status: int) -> None:
    answer = lit.get(oil + query)
    assert answer.status_code == status
    assert "<script>alert" not in answer.text


def test_another_address_keeps_what_was_asked(lit: FlaskClient, lamps: Path, oil: str) -> None:
    with Library(lamps) as library:
        last = library.provision("moon:L/5@en#art_2")
    assert last is not None
    answer = lit.get(f"/t/{last.address}?round=2&ages=1")
    assert answer.headers["Location"] == f"{oil}?round=2&ages=1"
    assert lit.get(f"/t/{last.address}").headers["Location"] == f"{oil}#m-{last.address}"


def test_the_age_of_words_in_the_same_place(lit: FlaskClient, lamp: str) -> None:
    changes, ages = lit.get(lamp).text, lit.get(f"{lamp}?ages=1").text
    assert "<ins" in changes
    assert "<ins" not in ages
    assert f'href="{lamp}?ages=1#rounds"' in changes
    assert f'href="{lamp}#rounds"' in ages
    assert "round 1, back in round 4: " in Page(ages).text
    assert f"{lamp}/words" in Page(ages).links


def test_where_nobody_has_looked_no_ages_are_told(client: FlaskClient, library: Library) -> None:
    address = library.provisions(library.drafts("qamar")[0].id)[0].thread_id
    page = Page(client.get(f"/t/{address}?ages=1").text)
    assert "have not been looked at yet. Run tracker build" in page.text
    assert page.ids_twice() == []


def test_every_link_inside_a_story_has_its_end(
    client: FlaskClient, lit: FlaskClient, library: Library, lamp: str, oil: str
) -> None:
    paths = [(client, f"/t/{row.thread_id}") for row in library.threads("moon").rows]
    tied = 0
    for reader, path in [*paths, (lit, lamp), (lit, oil)]:
        for query in ("", "?ages=1", "?show=all"):
            html = reader.get(path + query).text
            page = Page(html)
            ids = {one["id"]: tag for tag, one in page.tags if "id" in one}
            for link in page.links:
                assert not link.startswith("#") or link[1:] in ids, link
                if link.startswith("#w-"):
                    tied += 1
                    assert ids[link[1:]] in ("ins", "del")
    assert tied > 3


def test_a_sentence_leads_to_the_words_that_bear_it(client: FlaskClient, library: Library) -> None:
    html = client.get(story(library, "article 3")).text
    sentence = re.search(r'<li data-words="([^"]+)">(.*?)</li>', html, re.DOTALL)
    assert sentence is not None
    assert "what was a duty is now an option" in sentence[2]
    linked = re.findall(r'href="#(w-[^"]+)">([^<]+)</a>', sentence[2])
    assert [words for _, words in linked] == ["shall", "may"]
    for anchor, words in linked:
        found = re.search(rf'<(?:ins|del) id="{anchor}"[^>]*>.*?</span>{words}', html)
        assert found is not None, anchor


def test_the_parts_of_an_article_and_the_way_back(client: FlaskClient, library: Library) -> None:
    article, beacon = story(library, "article 2"), story(library, "art_2__para_2")
    page = Page(client.get(article).text)
    assert beacon in page.links
    assert "Its parts, each with its own story" in page.text
    assert any(link.startswith(f"{article}#m-") for link in Page(client.get(beacon).text).links)


def test_parts_say_when_they_changed(library: Library) -> None:
    page = library.thread(story(library, "article 2").removeprefix("/t/"))
    assert page is not None
    names = Names((), library.provision)
    found = {one.name: one for one in inner_parts.of_thread(page, names)}
    assert found["paragraph 1"].rounds == [1, 3, 4]
    assert found["paragraph 2"].changed == [4]
    assert all(one.here for one in found.values())


E, D, N = "equal", "delete", "insert"
OLD = provision("art_1", "1", text="Each State shall keep a lamp.", draft="old")
NEW = provision("art_1", "1", text="Each State may keep two lamps lit.", draft="new")
TEXT = (
    Hunk(E, "Each State "),
    Hunk(D, "shall"),
    Hunk(N, "may"),
    Hunk(E, " keep "),
    Hunk(D, "a lamp"),
    Hunk(N, "two lamps lit"),
    Hunk(E, "."),
)
ROW = made_rows.row("same", OLD, NEW, text=TEXT)


def finding(sentence: str, *words: FindingWords) -> FindingRow:
    return FindingRow(
        *("l", "c", 1, True, "force", sentence, True, "", (), ("l",), words),
        thread_id=None,
        covered=True,
    )


def words(side: str, text: str, field: str = "text") -> FindingWords:
    one = OLD if side == "old" else NEW
    start = one.text.find(text)
    return FindingWords(side, one.id, field, start, start + len(text), text)


def tie(*some: FindingWords, row: object = ROW) -> tuple[Markup, bearing.Tied]:
    line = Line(text=diffs.markup(TEXT), provision=NEW)
    (shown,), (tied,), _ = bearing.tied(
        [row], [line], [finding("“shall” became “may”.", *some)], "w"
    )
    return shown.text, tied


BORNE: dict[str, tuple[tuple[FindingWords, ...], list[str], list[str]]] = {
    "both sides": ((words("old", "shall"), words("new", "may")), ["w-1", "w-2"], ["shall", "may"]),
    "part of a run": ((words("new", "lamps"),), ["w-1"], []),
    "over several runs": ((words("new", "may keep two"),), ["w-1", "w-2"], []),
    "words that stayed": ((words("old", "keep"),), [], []),
    "in no place": ((FindingWords("old", OLD.id, "text", None, None, "shall"),), [], []),
    "of another provision": ((replace(words("old", "shall"), provision_id="old#art_9"),), [], []),
    "of a heading that is not shown": ((words("old", "shall", "heading"),), [], []),
}


@pytest.mark.parametrize(("some", "anchors", "quoted"), BORNE.values(), ids=BORNE)
def test_which_words_bear_a_sentence(
    some: tuple[FindingWords, ...], anchors: list[str], quoted: list[str]
) -> None:
    text, tied = tie(*some)
    assert list(tied.anchors) == anchors
    assert [one.text for one in tied.pieces if one.anchor] == quoted
    assert re.findall(r'<(?:ins|del) id="([^"]+)"', text) == anchors
    assert tied.first == (anchors[0] if anchors and not quoted else "")
    assert "".join(one.text for one in tied.pieces) == "“shall” became “may”."


def test_a_line_that_leaves_changes_out_bears_nothing() -> None:
    light = replace(ROW, light={("text", 1): "trivial"})
    assert tie(words("new", "may"), row=light)[1].anchors == ()


@given(st.data())
def test_ids_change_nothing_that_is_shown(data: st.DataObject) -> None:
    side = data.draw(st.sampled_from(["old", "new"]))
    text = (OLD if side == "old" else NEW).text
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    shown, tied = tie(words(side, text[start:end]))
    assert re.sub(r' id="w-\d+" tabindex="-1"', "", shown) == str(diffs.markup(TEXT))
    assert len(set(tied.anchors)) == len(tied.anchors)


def test_what_nobody_has_checked_is_said_at_the_head(client: FlaskClient, library: Library) -> None:
    beacons = next(one for one in library.provisions("moon:M/1@en") if one.eid == "art_3")
    html = client.get(f"/t/{beacons.thread_id}").text
    head = html[html.index('class="in-short"') : html.index('id="rounds"')]
    assert "Unverified" in head
    assert "Part of what is said here has not been checked" in head
    assert f'href="#m-{beacons.address}"' in head


def test_what_is_confirmed_needs_no_such_word(client: FlaskClient, library: Library) -> None:
    assert "has not been checked" not in Page(client.get(story(library, "art_1")).text).text
