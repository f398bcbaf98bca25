"""The picture of a change: the same bytes each time, letters that can be read, nothing left unsaid."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest
from flask.testing import FlaskClient
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from tests.browser.drafts import make
from tests.web.reading import Page
from tests.web.test_finding_cards import BEACONS, NEW, NOTICE, OBSERVERS, STRANGERS
from tracker.model import Hunk
from web import create_app
from web.changes.card_shared import cut
from web.sharing import social_drawing
from web.sharing.social import MOST_WORDS, quotation
from web.sharing.social_drawing import SIZE, Picture, Piece, can_draw, drawn
from web.shelf import EXTENSION

MOST_BYTES = 300_000

USUAL = Picture(
    head="Treaty on Ferries",
    title="Article 5: another heading",
    possibly="Possibly",
    notices=(NOTICE,),
    sentence="Article 5 says something else.",
    words=(Piece("Each", "equal"), Piece("shall", "delete"), Piece("may", "insert")),
    rtl=False,
    unshown="The words are on the page.",
    foot=("A/1, 2030-01-01", "A/2, 2030-02-01"),
    address="example.org",
)


def opened(body: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(body))
    image.load()
    return image.convert("RGB")


def ink(image: Image.Image, colour: str) -> int:
    """How many points of the picture are of nearly this colour."""
    wanted = tuple(int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return sum(
        count
        for count, found in image.getcolors(SIZE[0] * SIZE[1]) or ()
        if all(abs(a - b) < 6 for a, b in zip(found, wanted, strict=True))  # type: ignore[arg-type]
    )


@pytest.mark.parametrize("path", [BEACONS, NEW, OBSERVERS, STRANGERS])
def test_a_picture_of_every_kind_of_card(client: FlaskClient, path: str) -> None:
    answer = client.get(f"{path}/card.png")
    assert answer.status_code == 200
    assert answer.mimetype == "image/png"
    assert len(answer.data) < MOST_BYTES
    assert opened(answer.data).size == SIZE
    assert client.get(f"{path}/card.png").data == answer.data
    tagged = {"If-None-Match": answer.headers["ETag"]}
    assert client.get(f"{path}/card.png", headers=tagged).status_code == 304


def test_it_is_described_in_words(client: FlaskClient) -> None:
    page = Page(client.get(BEACONS).text)
    (image,) = page.all("img")
    assert "Possibly:" in image["alt"]
    assert NOTICE in image["alt"]
    assert "M/1" in image["alt"]


def test_the_same_bytes_for_the_same_texts() -> None:
    assert drawn(USUAL) == drawn(replace(USUAL))


def test_removed_and_added_words_have_their_own_signs() -> None:
    plain = replace(USUAL, words=tuple(replace(one, operation="equal") for one in USUAL.words))
    image, without = opened(drawn(USUAL)), opened(drawn(plain))
    for colour in ("#fbe2df", "#ddf0df", "#86190f", "#0c4a1e"):
        assert ink(image, colour) > ink(without, colour) + 100, colour


def test_possibly_and_paraphrase_are_drawn() -> None:
    warned = opened(drawn(USUAL))
    silent = opened(drawn(replace(USUAL, possibly="", notices=())))
    one = opened(drawn(replace(USUAL, possibly="")))
    assert ink(warned, "#ffedb8") > ink(one, "#ffedb8") > ink(silent, "#ffedb8") == 0


CAN = {
    "english": ("Each State shall act.", True),
    "french": ("Chaque État partie à l’œuvre…", True),
    "russian": ("Каждое государство-участник", True),
    "greek": ("Κάθε Κράτος", True),
    "chinese": ("各缔约国应当", False),
    "japanese": ("締約国は", False),
    "korean": ("각 당사국은", False),
    "hindi": ("प्रत्येक राज्य", False),
    "emoji": ("🌒", False),
    "nul": ("a\0b", True),
}


@pytest.mark.parametrize("name", CAN)
def test_what_can_be_drawn(name: str) -> None:
    text, can = CAN[name]
    assert can_draw(text) == can


def test_text_without_letters_for_it_is_left_out_and_said_to_be() -> None:
    """No boxes: what is drawn is what is drawn where the words are those that say so."""
    strange = tuple(Piece(one, "insert") for one in ("各缔约国", "应当"))
    image = opened(drawn(replace(USUAL, words=strange)))
    assert ink(image, "#ddf0df") == 0
    told = opened(drawn(replace(USUAL, words=strange, unshown="Another sentence altogether.")))
    assert image.tobytes() != told.tobytes()


def test_arabic_is_joined_and_runs_from_the_right(monkeypatch: pytest.MonkeyPatch) -> None:
    words = tuple(
        Piece(one, kind)
        for one, kind in (("على", "equal"), ("كل", "delete"), ("دولة", "insert"), ("طرف", "equal"))
    )
    arabic = replace(USUAL, words=words, rtl=True)
    if can_draw("دولة"):
        image = opened(drawn(arabic))
        left, right = (
            ink(image.crop((x, 0, x + SIZE[0] // 2, SIZE[1])), "#fbe2df") for x in (0, SIZE[0] // 2)
        )
        assert left == 0 < right
    # Without the libraries that join letters and turn lines, nothing is drawn in a wrong order.
    monkeypatch.setattr(social_drawing, "_can_turn", lambda: False)
    assert not can_draw("دولة")
    assert ink(opened(drawn(arabic)), "#ddf0df") == 0


def where(image: Image.Image, colour: str) -> tuple[int, int]:
    """From where to where, from the left, there is this colour."""
    wanted = [int(colour[at : at + 2], 16) for at in (1, 3, 5)]
    near = np.abs(np.asarray(image, dtype=int) - wanted).max(axis=2) < 6
    columns = near.any(axis=0).nonzero()[0].tolist()
    return columns[0], columns[-1]


GONE, CAME = "#fbe2df", "#ddf0df"

# Words of a line with what became of the first and the last of some, and which of these stands left.
ORDERS = {
    "arabic": ("على كل- طرف+", True, "came"),
    "latin words in arabic": ("على New- York+ طرف", True, "gone"),
    "numbers after arabic": ("على 72- 48+ ساعة", True, "came"),
    "a number after latin": ("على Article- 48+ ساعة", True, "gone"),
    "arabic words in latin": ("The دولة- طرف+ shall", False, "came"),
    "brackets behind latin": ("على Article New- (York)+ طرف", True, "gone"),
    "a comma of the line behind arabic": ("The دولة- ,+ shall", False, "gone"),
}


@pytest.mark.parametrize("name", ORDERS)
def test_words_stand_in_the_order_in_which_they_are_seen(name: str) -> None:
    line, rtl, left = ORDERS[name]
    kinds = {"-": "delete", "+": "insert"}
    pieces = [Piece(one.rstrip("+-"), kinds.get(one[-1], "equal")) for one in line.split()]
    image = opened(drawn(replace(USUAL, words=tuple(pieces), rtl=rtl)))
    gone, came = where(image, GONE), where(image, CAME)
    first, second = (gone, came) if left == "gone" else (came, gone)
    assert first[1] < second[0]
    middle = (first[0] + second[1]) / 2
    assert (middle > SIZE[0] / 2) == rtl


def test_each_text_begins_at_its_own_margin() -> None:
    """A title in Arabic at the right, a sentence of ours as our language runs."""
    head = replace(USUAL, head="اتفاقية أجراس العبّارات", address="")
    shown = opened(drawn(head)).crop((0, 20, SIZE[0], 80))
    assert where_dark(shown)[0] > SIZE[0] / 2
    ours = opened(drawn(replace(head, title="المادة الثانية", sentence="كلمة", ours_rtl=True)))
    for top, bottom in ((90, 140), (145, 250), (555, 630)):
        band = ours.crop((0, top, SIZE[0], bottom))
        assert where_dark(band)[1] > SIZE[0] - 70, top
    assert where_dark(opened(drawn(USUAL)).crop((0, 20, SIZE[0], 80)))[0] < 70


def where_dark(image: Image.Image) -> tuple[int, int]:
    """From where to where, from the left, there is any ink."""
    box = image.convert("L").point(lambda one: 255 if one < 140 else 0).getbbox()
    assert box is not None
    return box[0], box[2]


def test_a_card_of_an_arabic_treaty(tmp_path: Path) -> None:
    database = tmp_path / "bells.db"
    make(database)
    app = create_app(database)
    client = app.test_client()
    card = re.search("/f/[0-9a-f-]+", client.get("/n/bells/compare").text)
    assert card is not None
    image = opened(client.get(f"{card[0]}/card.png").data)
    app.extensions[EXTENSION].close()
    # What went stands right of what came for it, both at the right margin.
    came, gone = where(image, CAME), where(image, GONE)
    assert SIZE[0] / 2 < came[0] < came[1] < gone[0] < gone[1] < SIZE[0]


TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=300)


@settings(max_examples=25, deadline=None)
@given(
    st.builds(
        Picture,
        head=TEXTS,
        title=TEXTS,
        possibly=st.sampled_from(("", "Possibly")),
        notices=st.lists(st.just(NOTICE), max_size=2).map(tuple),
        sentence=TEXTS,
        words=st.lists(
            st.builds(Piece, TEXTS, st.sampled_from(("equal", "insert", "delete"))), max_size=12
        ).map(tuple),
        rtl=st.booleans(),
        ours_rtl=st.booleans(),
        unshown=st.just("It is on the page."),
        foot=st.tuples(TEXTS, TEXTS),
        address=TEXTS,
    )
)
def test_any_text_gives_a_picture(picture: Picture) -> None:
    body = drawn(picture)
    assert len(body) < MOST_BYTES
    assert opened(body).size == SIZE


@given(st.text(), st.integers(2, 80))
def test_cut_keeps_within_its_limit(text: str, most: int) -> None:
    found = cut(text, most)
    assert len(found) <= most + 1
    words = " ".join(text.split())
    assert found == words or (found.endswith("…") and words.startswith(found[:-1].rstrip()))


def test_a_long_quotation_begins_before_the_first_change() -> None:
    hunks = (
        Hunk("equal", "word " * 50),
        Hunk("delete", "old "),
        Hunk("insert", "new "),
        Hunk("equal", "rest " * 90),
    )
    found = quotation_of(hunks)
    assert [one.text for one in found[:9]] == ["…", *["word"] * 6, "old", "new"]
    assert found[-1].text == "…"
    assert len(found) == MOST_WORDS + 2


def test_of_an_article_whose_own_words_stayed_those_inside_it_are_quoted() -> None:
    inner = (Hunk("delete", "old"), Hunk("insert", "new"))
    rows = [
        SimpleNamespace(text=text, heading=(), relation="same")
        for text in ((), (Hunk("equal", "first"),), inner)
    ]
    assert [one.text for one in quotation(rows)] == ["old", "new"]  # type: ignore[arg-type]


def quotation_of(hunks: tuple[Hunk, ...]) -> tuple[Piece, ...]:
    row = SimpleNamespace(text=hunks, heading=(), relation="same")
    return quotation([row])  # type: ignore[list-item]
