"""JSON parted by article: what its keys become, what is refused, that no word is lost."""

from __future__ import annotations

import json
import time
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.ingesters.tracing import ABOUT, check_traced, furniture, left_over, outline
from tracker.errors import ReadError
from tracker.ingesters import ingest
from tracker.model import Draft
from tracker.read import read

BELLS = {
    "title": "Treaty on the Ringing of Harbour Bells",
    "language": "en",
    "preamble": "Knowing that fog hides rocks,\n\nWishing to be heard,",
    "articles": [
        {
            "number": 1,
            "title": "Use of words",
            "text": "For the purposes of this Treaty:\n\na) “bell” means a bell;\n\n"
            "b) “fog” means:\n\n(i) mist; and\n\n(ii) smoke.",
            "chapter": "CHAPTER I | GENERAL",
        },
        {
            "number": "2 bis",
            "title": "Duty to [ring](https://example.org/ring)",
            "text": "1.   Each Party rings *inter alia* at dusk.   \n2.   No Party rings twice.",
            "chapter": "CHAPTER I | GENERAL",
            "section": "SECTION 1 | AT SEA",
        },
        {"number": "Article 3", "text": "The depositary is deaf.", "chapter": "CHAPTER II"},
    ],
}


def made(path: Path, document: object, name: str = "bells.json") -> Draft:
    """The draft in a JSON file, checked."""
    file = path / name
    file.write_text(json.dumps(document), encoding="utf-8")
    draft = ingest(read(file), ABOUT)
    check_traced(draft)
    assert left_over(draft) == ""
    return draft


def articles(*found: dict[str, object], **more: object) -> dict[str, object]:
    return {**more, "articles": list(found)}


def test_every_key_has_its_place(tmp_path: Path) -> None:
    draft = made(tmp_path, BELLS)
    assert (draft.convention, draft.title) == ("articles", BELLS["title"])
    assert draft.warnings == ()
    assert outline(draft) == [
        "longTitle: Treaty on the Ringing of Harbour Bells",
        "rec_nn_1: Knowing that fog hides rocks,",
        "rec_nn_2: Wishing to be heard,",
        "chp_I: CHAPTER I | GENERAL",
        "art_1: Article 1 | Use of words",
        "art_1__para_nn_1: For the purposes of this Treaty:",
        "art_1__para_nn_1__point_a: a) | “bell” means a bell;",
        "art_1__para_nn_1__point_b: b) | “fog” means:",
        "art_1__para_nn_1__point_b__point_i: (i) | mist; and",
        "art_1__para_nn_1__point_b__point_ii: (ii) | smoke.",
        "chp_I__sec_1: SECTION 1 | AT SEA",
        "art_2bis: Article 2 bis | Duty to ring",
        "art_2bis__para_1: 1. | Each Party rings inter alia at dusk.",
        "art_2bis__para_2: 2. | No Party rings twice.",
        "chp_II: CHAPTER II",
        "art_3: Article 3",
        "art_3__para_nn_1: The depositary is deaf.",
    ]


@pytest.mark.parametrize(
    ("language", "number", "said"),
    [
        pytest.param("en", 5, "Article 5", id="a number"),
        pytest.param("es", 5, "Artículo 5", id="in Spanish"),
        pytest.param("zh", "五", "第五条", id="in Chinese"),
        pytest.param("fr-CA", "premier", "Article premier", id="of a region"),
        pytest.param("xx", 5, "Article 5", id="in an unknown language"),
        pytest.param("en", "IV bis", "Article IV bis", id="Roman"),
        pytest.param("en", "Rule 5", "Rule 5", id="a word of its own"),
        pytest.param("de", "§ 5", "§ 5", id="a sign of its own"),
        pytest.param("zh", "第五条", "第五条", id="Chinese with its word"),
    ],
)
def test_an_article_bears_the_word_of_its_language(
    tmp_path: Path, language: str, number: object, said: str
) -> None:
    draft = made(tmp_path, articles({"number": number, "text": "Bells ring."}, language=language))
    assert [p.num for p in draft.provisions if p.kind == "article"] == [said]


@pytest.mark.parametrize(
    ("held", "expected"),
    [
        pytest.param(
            [("CHAPTER I", ""), ("CHAPTER I", "")], ["chp_I", "art_1", "art_2"], id="once"
        ),
        pytest.param(
            [("CHAPTER I", "SECTION 1"), ("CHAPTER II", "SECTION 1")],
            ["chp_I", "chp_I__sec_1", "art_1", "chp_II", "chp_II__sec_1", "art_2"],
            id="again in another chapter",
        ),
        pytest.param(
            [("Bells at sea", ""), ("Bells on land", "")],
            ["chp_nn_1: Bells at sea", "art_1", "chp_nn_2: Bells on land", "art_2"],
            id="without a number",
        ),
        pytest.param(
            [("Chapter 2. Of bells", ""), ("", "")],
            ["chp_2: Chapter 2. | Of bells", "art_1", "art_2"],
            id="number and heading in one line",
        ),
    ],
)
def test_chapters_and_sections(
    tmp_path: Path, held: Sequence[tuple[str, str]], expected: Sequence[str]
) -> None:
    found = [
        {"number": n, "text": "Bells ring.", "chapter": chapter, "section": section}
        for n, (chapter, section) in enumerate(held, start=1)
    ]
    told = [line for line in outline(made(tmp_path, articles(*found))) if "__para" not in line]
    assert [
        line if ": " in want else line.partition(":")[0]
        for line, want in zip(told, expected, strict=True)
    ] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Article 7\n\nBells ring.", ["Article 7", "Bells ring."], id="a title in it"),
        pytest.param("* bells\n* fog", ["bells", "fog"], id="a list"),
        pytest.param("A bell <of brass> rings.", ["A bell <of brass> rings."], id="a gap"),
        pytest.param("", [], id="nothing"),
        pytest.param("CHAPTER IX", ["CHAPTER IX"], id="capitals"),
    ],
)
def test_the_text_of_an_article_titles_nothing(
    tmp_path: Path, text: str, expected: Sequence[str]
) -> None:
    draft = made(tmp_path, articles({"number": 1, "text": text}, {"number": 2, "text": "Fog."}))
    assert [p.num for p in draft.provisions if p.kind == "article"] == ["Article 1", "Article 2"]
    assert not [p for p in draft.provisions if p.kind in ("chapter", "section")]
    texts = [p.text for p in draft.provisions if p.eid.startswith("art_1_") and p.text]
    assert [line for text in texts for line in text.split("\n")] == expected


def test_footnotes_are_kept_apart(tmp_path: Path) -> None:
    draft = made(tmp_path, articles({"number": 1, "text": "Bells[^a] ring.\n\n[^a]: Of brass."}))
    assert ("footnote", "1 Of brass.") in furniture(draft)
    assert draft.provisions[-1].text == "Bells ring."


def test_other_keys_are_named(tmp_path: Path) -> None:
    document = articles(
        {"number": 1, "text": "Fog.", "url": "x"}, {"number": 2, "text": "", "url": ""}
    )
    assert made(tmp_path, {**document, "source": "y"}).warnings == (
        "keys of the file that were not read: source, url; what they hold is not here",
    )


REFUSED = {
    "broken": ("{", "not JSON"),
    "a list": ("[]", "without a list `articles`"),
    "no articles": ('{"title": "x"}', "without a list `articles`"),
    "none in the list": ('{"articles": []}', "the list `articles` is empty"),
    "an article that is a text": ('{"articles": ["x"]}', "article 1 of the list is no object"),
    "no number": ('{"articles": [{"text": "x"}]}', "`number` is neither"),
    "a number that is true": ('{"articles": [{"number": true, "text": "x"}]}', "`number` is"),
    "no text": ('{"articles": [{"number": 1}]}', "article 1 of the list: `text` is missing"),
    "a text that is a list": ('{"articles": [{"number": 1, "text": []}]}', "`text` is no text"),
    "a title that is a number": (
        '{"articles": [{"number": 1, "title": 3, "text": "x"}]}',
        "`title` is no text",
    ),
    "a key twice": ('{"articles": [{"number": 1, "text": "x", "text": "y"}]}', "'text' twice"),
    "half a character": ('{"articles": [{"number": 1, "text": "\\ud800"}]}', "half a character"),
    "a control character": ('{"articles": [{"number": 1, "text": "\\u0007"}]}', "U+0007"),
    "nested deep": ("[" * 100_000, "not JSON"),
    "a number of many digits": ('{"articles": [{"number": 1' + "0" * 9999 + "}]}", "not JSON"),
    "a number that cannot be seen": (
        '{"articles": [{"number": "\\u200b", "text": ""}]}',
        "`number` is neither",
    ),
    "a PDF": ("%PDF-1.7", "not JSON as its name says"),
}


@pytest.mark.parametrize(("text", "said"), REFUSED.values(), ids=REFUSED.keys())
def test_refused(tmp_path: Path, text: str, said: str) -> None:
    file = tmp_path / "bells.json"
    file.write_text(text, encoding="utf-8")
    before = time.perf_counter()
    with pytest.raises(ReadError) as caught:
        read(file)
    (line,) = caught.value.lines
    assert line.startswith("bells.json: ")
    assert said in line
    assert time.perf_counter() - before < 5


def test_much_is_read_in_little_time(tmp_path: Path) -> None:
    held = [{"number": n, "text": f"{n}. Bells.\n\na) Fog;" + " " * 500} for n in range(1, 1001)]
    held[0] |= {"chapter": "CHAPTER I" + " " * 50_000 + "x", "title": " " * 50_000 + "x"}
    held[1] |= {"number": "2" + " " * 50_000 + "x", "section": "x" * 50_000}
    before = time.perf_counter()
    assert len(made(tmp_path, articles(*held)).provisions) == 3002
    assert time.perf_counter() - before < 20


WORDS = st.text(alphabet="ab1.,;:()[]*_`#|<>&\\\n \t-“éأ第", max_size=60)


@given(texts=st.lists(st.tuples(WORDS, WORDS, WORDS), min_size=1, max_size=4))
def test_every_character_is_traced(
    tmp_path_factory: pytest.TempPathFactory, texts: list[tuple[str, str, str]]
) -> None:
    held = [
        {"number": n, "title": title, "text": text, "chapter": chapter}
        for n, (title, text, chapter) in enumerate(texts, start=1)
    ]
    made(tmp_path_factory.mktemp("json"), articles(*held))


@pytest.mark.shared
@pytest.mark.parametrize(
    ("name", "count", "paragraphs"),
    [
        pytest.param("UNTOC-2000", 41, 174, id="UNTOC"),
        pytest.param("ETS-185-budapest-2001", 48, 130, id="Budapest"),
        pytest.param("ETS-189-budapest-protocol-2003", 16, 28, id="its protocol"),
    ],
)
def test_real(shared_data: Path, name: str, count: int, paragraphs: int) -> None:
    draft = ingest(read(shared_data / "precedents" / f"{name}.json"), ABOUT)
    check_traced(draft)
    assert left_over(draft) == ""
    assert draft.unplaced == ()
    found = [p.num for p in draft.provisions if p.kind == "article"]
    assert found == [f"Article {n}" for n in range(1, count + 1)]
    numbered = [(p.parent, p.num) for p in draft.provisions if p.kind == "paragraph" and p.num]
    for parent in {parent for parent, _ in numbered}:
        numbers = [num for above, num in numbered if above == parent]
        assert numbers == [f"{n}." for n in range(1, len(numbers) + 1)], parent
    assert len(numbered) == paragraphs
