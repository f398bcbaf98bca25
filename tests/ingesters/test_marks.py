"""Marks on the exact words: brackets over provisions, alternatives, proponents, what is agreed."""

from __future__ import annotations

import re
import time
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.ingesters.tracing import ABOUT, check_traced, left_over, treaty
from tracker.ingesters import ingest
from tracker.ingesters.marks.apply import with_marks
from tracker.ingesters.marks.brackets import resolve
from tracker.ingesters.marks.delegations import NAMES
from tracker.ingesters.marks.editorial import no_brackets
from tracker.ingesters.marks.fields import FIELDS, field_of
from tracker.ingesters.marks.options import OPTION
from tracker.ingesters.marks.proponents import Proponents
from tracker.ingesters.marks.status import SAID, kind_of
from tracker.model import Draft, Provision, Span
from tracker.read import read
from tracker.read.lines import Reading


def negotiated(tmp_path: Path, text: str, name: str = "text.txt") -> Draft:
    """A negotiating document's draft, checked."""
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    made = ingest(read(path), ABOUT, "un-consolidated")
    check_traced(made)
    assert left_over(made) == ""
    return made


def told(made: Draft, *kinds: str) -> list[str]:
    """One line a mark: where, its words, and what is said."""
    lines = []
    for p in made.provisions:
        for m in p.marks:
            if m.kind in kinds:
                where = p.eid if m.field == "text" else f"{p.eid} {m.field}"
                said = [m.printed, m.by, m.how]
                lines.append(" | ".join([where, p.words(m), *filter(None, said)]))
    return lines


BRACKETS = {
    "nested": (
        "1. Each [shall [, if poor,] row] [or] swim.",
        ["art_1__para_1 | [shall [, if poor,] row]", "art_1__para_1 | [, if poor,]",
         "art_1__para_1 | [or]"],
    ),
    "from paragraph 2 to paragraph 4": (
        "1. One.\n\n2. Two [here.\n\n3. Three.\n\n4. Four] there.",
        ["art_1__para_2 | [here.", "art_1__para_3 num | 3.", "art_1__para_3 | Three.",
         "art_1__para_4 num | 4.", "art_1__para_4 | Four]"],
    ),
    "around a number": (
        "[1. One.]\n\n2. Two.",
        ["art_1__para_1 | [One.]", "art_1__para_1 num | 1."],
    ),
    "around an option": (
        "[Option 1\nThey row.]",
        ["art_1__hcontainer_1 num | [Option 1", "art_1__hcontainer_1__para_nn_1 | They row.]"],
    ),
    "closed on a line of its own": (
        "One.\n\n[Article 2\nSeas\n\n1. Two.\n\n2. Three.\n\n]\n\nArticle 3\n\nFour.",
        ["art_2 num | [Article 2", "art_2 heading | Seas", "art_2__para_1 num | 1.",
         "art_2__para_1 | Two.", "art_2__para_2 num | 2.", "art_2__para_2 | Three.\n]"],
    ),
    "never closed: ends with its provision": (
        "1. One [is\n\n2. Two.\n\nArticle 2\n\nThree.",
        ["art_1__para_1 | [is | unclosed"],
    ),
    "never opened: begins with its provision": (
        "1. One.\n\n2. Two] is.",
        ["art_1__para_2 | Two] | unopened"],
    ),
    "not closed in another article": (
        "1. One [is.\n\nArticle 2\n\nTwo] is.",
        ["art_1__para_1 | [is. | unclosed", "art_2__para_nn_1 | Two] | unopened"],
    ),
    "around two articles": (
        "One.\n\n[Article 2\nSeas\n\nTwo.\n\nArticle 3\n\nThree.]\n\nArticle 4\n\nFour.",
        ["art_2 num | [Article 2", "art_2 heading | Seas", "art_2__para_nn_1 | Two.",
         "art_3 num | Article 3", "art_3__para_nn_1 | Three.]"],
    ),
    "around an article never closed": (
        "One.\n\n[Article 2\nSeas\n\nTwo.\n\nArticle 3\n\nThree] is.",
        ["art_2 num | [Article 2 | unclosed", "art_2 heading | Seas | unclosed",
         "art_3__para_nn_1 | Three] | unopened"],
    ),
    "around a heading": (
        "One.\n\nArticle 2\n[Lakes] [Seas]\n\nTwo.",
        ["art_2 heading | [Lakes]", "art_2 heading | [Seas]"],
    ),
    "over points": (
        "1. They:\n\n(a) row [;\n\n(b) swim];\n\n(c) fly.",
        ["art_1__para_1__point_a | [;", "art_1__para_1__point_b num | (b)",
         "art_1__para_1__point_b | swim]"],
    ),
    "full width": ("各国【应】【可】［划船］。", ["art_1__para_nn_1 | 【应】", "art_1__para_nn_1 | 【可】", "art_1__para_nn_1 | ［划船］"]),
    "a number in brackets is text": ("Within [30] days.", ["art_1__para_nn_1 | [30]"]),
    "part of a word": ("The State[s] row.", ["art_1__para_nn_1 | [s]"]),
    "no brackets of the negotiation": (
        "Lakes[1] are wet […] and [t]he sea [sic] is [see annex II] salt [A/AC.9/2].[2] It [...] is.",
        [],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "lines"), BRACKETS.values(), ids=BRACKETS.keys())
def test_brackets(tmp_path: Path, text: str, lines: list[str]) -> None:
    assert told(treaty(tmp_path, f"Article 1\n\n{text}"), "bracket") == lines


NOTES = {
    "anchors and an editor's words": (
        "Lakes[1] are wet, and the sea [sic] is [see annex II] salt.[2]",
        ["[sic]", "[see annex II]", "[1]", "[2]"],
    ),
    "anchors that count on": ("Lakes[7] and seas[8] are wet.", ["[7]", "[8]"]),
    "one that does not": ("Lakes[7] are wet.", []),
    "deleted words": (
        "They [row]. (deleted)\n\nThey keep files (deleted) for years.",
        ["They [row]."],
    ),
    "a deleted article": ("One.\n\nArticle 2\n[Deleted]\n\nArticle 3\n\nTwo.", ["[Deleted]"]),
}


@pytest.mark.parametrize(("text", "words"), NOTES.values(), ids=NOTES.keys())
def test_notes_in_brackets(tmp_path: Path, text: str, words: list[str]) -> None:
    made = treaty(tmp_path, f"Article 1\n\n{text}")
    assert [p.words(m) for p in made.provisions for m in p.marks if m.kind == "note"] == words


def test_former_numbers(tmp_path: Path) -> None:
    made = treaty(
        tmp_path, "Article 1 [former 3]\nLakes\n\n[2.] 1. One.\n\n[former article 9] 2. Two."
    )
    assert told(made, "note", "bracket") == [
        "art_1 |  | [former 3]",
        "art_1__para_1 |  | [2.]",
        "art_1__para_2 | Two. | [former article 9]",
    ]
    assert [(p.num, p.heading, p.text) for p in made.provisions] == [
        ("Article 1", "Lakes", ""),
        ("1.", "", "One."),
        ("2.", "", "Two."),
    ]


def test_numbers_in_brackets_and_behind_remarks(tmp_path: Path) -> None:
    made = treaty(
        tmp_path,
        "Article 1\n\n1. One.\n\n[2.] Two.\n\n[agreed] 3. Three:\n\n[(a)] four;\n\n"
        "[(b) five.]\n\n[30] days later, six.",
    )
    assert [(p.num, p.text) for p in made.provisions[1:]] == [
        ("1.", "One."),
        ("[2.]", "Two."),
        ("3.", "Three:"),
        ("[(a)]", "four;"),
        ("(b)", "[five.]"),
        ("", "[30] days later, six."),
    ]
    assert told(made, "bracket", "agreed") == [
        "art_1__para_2 num | [2.]",
        "art_1__para_3 | Three: | [agreed]",
        "art_1__para_3__point_a num | [(a)]",
        "art_1__para_3__point_b | [five.]",
        "art_1__para_3__point_b num | (b)",
        "art_1__para_3__wrapup | [30]",
    ]


OPTIONS = {
    "in a sentence": (
        "Each Party [Option 1: shall] [Option 2: should] row.",
        ["art_1__para_nn_1 | shall | Option 1", "art_1__para_nn_1 | should | Option 2"],
    ),
    "at the start of a sentence": (
        "[Alt. 1: Each Party] [Alt. 2: No Party] shall row.",
        ["art_1__para_nn_1 | Each Party | Alt. 1", "art_1__para_nn_1 | No Party | Alt. 2"],
    ),
    "blocks": (
        "Option 1\n\nThey row.\n\nOption 1 bis\n\nThey swim [far].",
        ["art_1__hcontainer_1 |  | Option 1", "art_1__hcontainer_1__para_nn_1 | They row. | Option 1",
         "art_1__hcontainer_1bis |  | Option 1 bis",
         "art_1__hcontainer_1bis__para_nn_1 | They swim [far]. | Option 1 bis"],
    ),
    "on lines without a blank one between": (
        "1. Alternative 1: They row.\nAlternative 2: They swim. (Fiji)\nAlternative 3: They fly.",
        ["art_1__para_1__hcontainer_1 |  | Alternative 1",
         "art_1__para_1__hcontainer_1__para_nn_1 | They row. | Alternative 1",
         "art_1__para_1__hcontainer_2 |  | Alternative 2",
         "art_1__para_1__hcontainer_2__para_nn_1 | They swim. | Alternative 2",
         "art_1__para_1__hcontainer_3 |  | Alternative 3",
         "art_1__para_1__hcontainer_3__para_nn_1 | They fly. | Alternative 3"],
    ),
    "named in a sentence broken there": ("They choose between it and\nOption 2\nor none.", []),
    "an article each": (
        "One.\n\nOption 1 for Article 2\n\nArticle 2\nSeas\n\nTwo.\n\nArticle 3\n\nThree.",
        ["hcontainer_1-for-article-2 |  | Option 1 for Article 2",
         "hcontainer_1-for-article-2__art_2 heading | Seas | Option 1 for Article 2",
         "hcontainer_1-for-article-2__art_2__para_nn_1 | Two. | Option 1 for Article 2"],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "lines"), OPTIONS.values(), ids=OPTIONS.keys())
def test_alternatives(tmp_path: Path, text: str, lines: list[str]) -> None:
    assert told(negotiated(tmp_path, f"Article 1\n\n{text}"), "alternative") == lines


LABELS = {
    "Option 1": "Option 1",
    "[Option A: They": "Option A:",
    "Alt. 1 They": "Alt. 1",
    "ALTERNATIVE 2\n": "ALTERNATIVE 2",
    "[Alternative B] They": "Alternative B]",
    "Option 1 bis. They": "Option 1 bis.",
    "Option 2 for Article 5": "Option 2 for Article 5",
    "Variante 1 : Les": "Variante 1 :",
    "Opción 2. Los": "Opción 2.",
    "Вариант 1": "Вариант 1",
    "البديل 1": "البديل 1",
    "الخيار ١: على": "الخيار ١:",
    "备选案文1": "备选案文1",
    "备选案文一：缔约国": "备选案文一：",
    "任择案文一：": "任择案文一：",
    "方案 2\n": "方案 2",
    "OPCIÓN A": "OPCIÓN A",
    "ВАРИАНТ 2.": "ВАРИАНТ 2.",
    "الخيار الثاني:": "الخيار الثاني:",
    "Option 1 shall apply": None,
    "Options are": None,
    "Alternative energy is": None,
    "Option 12 metres": None,
    "The Option 1": None,
}


@pytest.mark.parametrize(("text", "label"), LABELS.items(), ids=LABELS.keys())
def test_labels(text: str, label: str | None) -> None:
    match = OPTION.match(text)
    assert (match["num"] if match else None) == label


PROPONENTS = {
    "behind a bracket": ("They [row] (Norway) far.", ["[row] | (Norway) | Norway"]),
    "several": ("They [row] (Norway, the EU).", ["[row] | (Norway, the EU) | Norway; European Union"]),
    "inside a bracket": (
        "They [row – Chile, Trinidad and Tobago and Fiji].",
        ["[row] | – Chile, Trinidad and Tobago and Fiji | Chile; Trinidad and Tobago; Fiji"],
    ),
    "before the words": ("They [G77 and China: row].", ["[row] | G77 and China: | Group of 77 and China"]),
    "positions": (
        "They [row: Chile; Peru del.].",
        ["[row] | : Chile; | Chile", "[row] | Peru del. | Peru | delete"],
    ),
    "a bracket of its own": (
        "They [row] [EU: delete] far.",
        ["[row] | [EU: delete] | European Union | delete"],
    ),
    "with words that say so": (
        "They row. (proposed by the Group of Capes)",
        ["They row. | (proposed by the Group of Capes) | Group of Capes"],
    ),
    "supported": ("They [row] [supported by Japan].", ["[row] | [supported by Japan] | Japan"]),
    "behind a sentence": ("They row. (Australia)", ["They row. | (Australia) | Australia"]),
    "unknown names, again and again": (
        "They [row] (Aldova). They [swim] (Brecony). They [fly – Aldova, Brecony].",
        ["[row] | (Aldova) | Aldova", "[swim] | (Brecony) | Brecony",
         "[fly] | – Aldova, Brecony | Aldova; Brecony"],
    ),
    "unknown names, once": ("They [row] (Aldova).", []),
    "names made known": (
        "They row. (proposed by Aldova) They [swim] (Aldova).",
        ["They row. | (proposed by Aldova) | Aldova", "[swim] | (Aldova) | Aldova"],
    ),
    "a place in a sentence": ("They meet in Bergen (Norway) and [row] there.", []),
    "an abbreviation": ("They use [information technology] (ICT).", []),
    "no names": ("They [row: with oars], [swim – far], [fly] (if they can).", []),
    "an instruction": (
        "They row. [India: delete paragraph]",
        ["They row. | [India: delete paragraph] | India | delete"],
    ),
    "instructions": (
        "They row. [Japan: delete this word] [Norway: retain] [EU: replace with \"may\"]",
        ["They row. | [Japan: delete this word] | Japan | delete",
         "They row. | [Norway: retain] | Norway | retain",
         "They row. | [EU: replace with \"may\"] | European Union | replace"],
    ),
    "instructions of several": (
        "They [row] [EU, Norway: insert \"slowly; at night\" after \"row\"; Chile: delete].",
        ["[row] | [EU, Norway: insert \"slowly; at night\" after \"row\"; | European Union; Norway | insert",
         "[row] | Chile: delete] | Chile | delete"],
    ),
    "words, and no instruction": (
        "They [Chile: keep their boats dry] [Peru: replace all nets by 2040].",
        ["[keep their boats dry] | Chile: | Chile", "[replace all nets by 2040] | Peru: | Peru"],
    ),
    "in parentheses, one after the other": (
        "They [row] (retain: EU) (delete: USA) far.",
        ["[row] | (retain: EU) | European Union | retain",
         "[row] | (delete: USA) | United States of America | delete"],
    ),
    "a sentence that reserves": (
        "They row. EU reserves.", ["They row. | EU reserves. | European Union | reserve"],
    ),
    "words that reserve": ("They row. The Chair reserves a boat.", []),
    "nothing but a name in brackets": ("They row [: Japan].", ["They row | [: Japan] | Japan"]),
    "supported by": (
        "They [row] (EU, supported by Japan) [and swim] [USA, supported by Fiji].",
        ["[row] | (EU, supported by Japan) | European Union; Japan",
         "[and swim] | [USA, supported by Fiji] | United States of America; Fiji"],
    ),
    "apostrophes": (
        "They [row] (Côte d'Ivoire; Chile's proposal).",
        ["[row] | (Côte d'Ivoire; Chile's proposal) | Côte d'Ivoire; Chile"],
    ),
    "on behalf of": (
        "They [row] (Philippines on behalf of ASEAN).",
        ["[row] | (Philippines on behalf of ASEAN) | Philippines; Association of Southeast Asian Nations"],
    ),
    "codes of States": (
        "They [row] (EU+CH) or [swim] [EU/JPN/NOR] [far] (CAN).",
        ["[row] | (EU+CH) | European Union; Switzerland",
         "[swim] | [EU/JPN/NOR] | European Union; Japan; Norway", "[far] | (CAN) | Canada"],
    ),
    "capitals that are no code": ("They [form a group] (GEO), [meet] (IN), [or part] (NO).", []),
    "the Chair's": ("They [row] (Chair's proposal).", ["[row] | (Chair's proposal) | Chair"]),
    "in brackets behind a sentence": ("They row. [Fiji]", ["They row. | [Fiji] | Fiji"]),
    "bodies and States in brackets are words": (
        "The [Chair] [Bureau] of [Fiji] [Chile] and the [Assembly] [Chair, Bureau] row.", [],
    ),
    "French": ("Ils [rament] (Norvège, Suède).", ["[rament] | (Norvège, Suède) | Norway; Sweden"]),
    "Spanish": ("Ellos [reman – España].", ["[reman] | – España | Spain"]),
}  # fmt: skip


@pytest.mark.parametrize(("text", "said"), PROPONENTS.values(), ids=PROPONENTS.keys())
def test_proponents(tmp_path: Path, text: str, said: list[str]) -> None:
    made = negotiated(tmp_path, f"Article 1\n\n1. {text}")
    lines = told(made, "proponent")
    assert [line.removeprefix("art_1__para_1 | ") for line in lines] == said


def test_a_proponent_of_words_in_three_paragraphs(tmp_path: Path) -> None:
    made = negotiated(tmp_path, "Article 1\n\n[1. One.\n\n2. Two.\n\n3. Three.] (Fiji)")
    assert told(made, "proponent") == [
        "art_1__para_1 | [One. | Fiji",
        "art_1__para_2 | Two. | Fiji",
        "art_1__para_3 | Three.] | (Fiji) | Fiji",
    ]


def test_a_proponent_of_an_article(tmp_path: Path) -> None:
    made = treaty(tmp_path, "Article 1\nLakes (proposed by Fiji)\n\n1. One.\n\n2. Two.")
    assert made.provisions[0].heading == "Lakes"
    assert told(made, "proponent") == [
        "art_1 |  | (proposed by Fiji) | Fiji",
        "art_1__para_1 | One. | Fiji | unit",
        "art_1__para_2 | Two. | Fiji | unit",
    ]


@pytest.mark.parametrize(
    "name",
    ["Norway", "norvège", "países bajos", "usa", "g77 and china", "caricom", "african group",
     "aosis", "türkiye", "côte d'ivoire", "iran (islamic republic of)", "eu and its member states"],
)  # fmt: skip
def test_known_names(name: str) -> None:
    assert name.casefold() in NAMES


def test_all_members_are_known() -> None:
    """193 members, two observers, two States of neither; and groups."""
    states = {*NAMES.values()}
    assert len(states) > 197 + 30
    assert not [form for form in NAMES if form != form.strip() or not form]


@pytest.mark.parametrize("word", ["us", "chair", "three nights", "", "the"])
def test_no_names(word: str) -> None:
    assert Proponents(()).read(word) == ()


STATUS = {
    "(agreed ad referendum)": "agreed",
    "[Agreed ad ref.]": "agreed",
    "[agreed]": "agreed",
    "(provisionally agreed)": "agreed",
    "[agreed by Committee II on 3 May]": "agreed",
    "(AAR)": "agreed",
    "(agreed ad ref)": "agreed",
    "[ad ref]": "agreed",
    "[ad ref.]": "agreed",
    "(AAR 12 May, 18:30)": "agreed",
    "(AAR, 2031-05-12)": "agreed",
    "(agreed ad referendum on 12 May)": "agreed",
    "(agreed 12 May)": "agreed",
    "(closed)": "agreed",
    "(deleted)": "note",
    "(pending)": "agreed",
    "[to be revisited]": "agreed",
    "(convenu ad referendum)": "agreed",
    "[à revoir]": "agreed",
    "(acordado ad referéndum)": "agreed",
    "[pendiente]": "agreed",
    "(согласовано ad referendum)": "agreed",
    "[предварительно согласовано]": "agreed",
    "(متفق عليه بشرط الاستشارة)": "agreed",
    "(اتُّفق عليها)": "agreed",
    "[已商定]": "agreed",
    "（暂定议定）": "agreed",
    "[former 12]": "note",
    "[ex-article 5 bis]": "note",
    "[原第12条]": "note",
    "(proposed by Aldova)": "proponent",
    "[propuesto por Fiyi]": "proponent",
}


@pytest.mark.parametrize(("printed", "kind"), STATUS.items(), ids=STATUS.keys())
def test_status(printed: str, kind: str) -> None:
    assert SAID.fullmatch(printed)
    assert kind_of(printed) == kind


AGREED = {
    "of the words before it": ("They row. [agreed]", ["They row. | [agreed]"]),
    "of a bracket": ("They [row] (agreed ad referendum) far.", ["[row] | (agreed ad referendum)"]),
    "of what follows": ("[agreed] They row.", ["They row. | [agreed]"]),
    "behind a dash": ("They row – agreed in informals", ["They row | – agreed in informals"]),
    "behind a stop": ("They row. Agreed ad referendum.", ["They row. | Agreed ad referendum"]),
    "on its own line": (
        "They row. [agreed ad referendum]\n\nAAR",
        ["They row. | [agreed ad referendum]", "They row. | AAR"],
    ),
    "in the words of a sentence": ("They keep the [agreed] price, as agreed in principle.", []),
    "with a date": (
        "They [row] (agreed ad ref). (AAR 12 May, 18:30)",
        ["[row] | (agreed ad ref)", "They [row]. | (AAR 12 May, 18:30)"],
    ),
    "closed": ("They row. (closed)", ["They row. | (closed)"]),
    "closed boats": (
        "They row in open (closed) boats, [closed] lakes and [closed at night] bays.",
        [],
    ),
    "an amount agreed": ("They row within the [agreed 30 days].", []),
    "in a sentence": ("They agreed ad referendum on it.", []),
}


@pytest.mark.parametrize(("text", "said"), AGREED.values(), ids=AGREED.keys())
def test_agreed(tmp_path: Path, text: str, said: list[str]) -> None:
    lines = told(treaty(tmp_path, f"Article 1\n\n1. {text}"), "agreed")
    assert [line.removeprefix("art_1__para_1 | ") for line in lines] == said


def test_a_chapter_is_agreed(tmp_path: Path) -> None:
    made = treaty(tmp_path, "Chapter I\nLakes [agreed]\n\nArticle 1\n\nOne.\n\nArticle 2\n\nTwo.")
    assert told(made, "agreed") == [
        "chp_I |  | [agreed]",
        "art_1__para_nn_1 | One. | unit",
        "art_2__para_nn_1 | Two. | unit",
    ]


def test_anchors_move_with_the_words(tmp_path: Path) -> None:
    made = negotiated(
        tmp_path,
        "<html><body><h3>Article 1</h3><p>They [row] (Fiji) far<sup>3</sup> away. (agreed)</p>"
        "<p><sup>3</sup> A note.</p></body></html>",
        "notes.html",
    )
    paragraph = made.provisions[1]
    assert paragraph.text == "They [row] far away."
    assert [paragraph.text[: m.start] for m in paragraph.marks if m.kind == "note"] == ["They [row] far"]  # fmt: skip


# Whatever the text

PIECES = st.sampled_from(
    ["[", "]", "[", "]", "word", "They", ".", "[1]", "[…]", "(Fiji)", "[agreed]", "\n", "【", "】"]
)


@st.composite
def texts(draw: st.DrawFn) -> tuple[Provision, ...]:
    """Articles of paragraphs with brackets anywhere, as an ingester would have placed them."""
    made: list[Provision] = []
    at = 0
    for article in range(draw(st.integers(1, 3))):
        fields = [
            (f"art_{article}", "article", None, draw(st.sampled_from(["Article", "[Article"])))
        ]
        for n in range(draw(st.integers(0, 3))):
            fields.append((f"art_{article}__p{n}", "paragraph", f"art_{article}", "1."))
        for eid, kind, parent, num in fields:
            text = " ".join(draw(st.lists(PIECES, max_size=8)))
            spans = []
            for match in re.finditer(r"\S+", text):
                low = at + len(num) + 1 + match.start()
                spans.append(Span(match.start(), 1, low, low + len(match.group())))
            made.append(
                Provision(eid, kind, num, "", text, parent, (), tuple(spans),
                          (Span(0, 1, at, at + len(num)),))
            )  # fmt: skip
            at += len(num) + len(text) + 2
    return tuple(made)


@given(texts())
def test_every_bracket_is_at_one_end_of_one_range(provisions: tuple[Provision, ...]) -> None:
    found = resolve(provisions).brackets
    ends: list[tuple[int, str, int]] = []
    for bracket in found:
        for piece in bracket.pieces:
            length = len(field_of(provisions[piece.provision], piece.field))
            assert 0 <= piece.start < piece.end <= length
        first, last = bracket.pieces[0], bracket.pieces[-1]
        if bracket.how != "unopened":
            ends.append((first.provision, first.field, first.start))
        if bracket.how != "unclosed":
            ends.append((last.provision, last.field, last.end - 1))
    _, others = no_brackets(provisions)
    skipped = {(p.provision, p.field, at) for p in others for at in (p.start, p.end - 1)}
    there = [
        (n, field, m.start())
        for n, provision in enumerate(provisions)
        for field in FIELDS
        for m in re.finditer(r"[\[\]【】]", field_of(provision, field))
        if (n, field, m.start()) not in skipped
    ]
    assert sorted(ends) == sorted(there)


@given(texts())
def test_outer_before_inner_and_never_crossing(provisions: tuple[Provision, ...]) -> None:
    whole = [b for b in resolve(provisions).brackets if not b.how]
    ranges = [
        ((b.pieces[0].provision, b.pieces[0].field == "text", b.pieces[0].start),
         (b.pieces[-1].provision, b.pieces[-1].field == "text", b.pieces[-1].end))
        for b in whole
    ]  # fmt: skip
    for n, (start, end) in enumerate(ranges):
        for later_start, later_end in ranges[n + 1 :]:
            assert start < later_start
            assert later_start >= end or later_end <= end


@given(texts())
def test_marks_lie_in_what_they_mark(provisions: tuple[Provision, ...]) -> None:
    made = with_marks(provisions, Reading("x.txt", "text", "0" * 64, 0, (), ()))
    for provision in made:
        for mark in provision.marks:
            assert 0 <= mark.start <= mark.end <= len(field_of(provision, mark.field))
    letters = "".join(
        c for p in made for t in (p.text, *(m.printed for m in p.marks)) for c in t if c.strip()
    )
    assert sorted(letters) == sorted(c for p in provisions for c in p.text if c.strip())


HOSTILE = {
    "20,000 brackets never closed": "[ x\n" * 20_000,
    "20,000 brackets in each other": "[" * 20_000 + "x" + "]" * 20_000,
    "nested over paragraphs": "".join(f"{n % 900 + 1}. [ x\n\n" for n in range(2000)) + "]" * 2000,
    "20,000 names": "[x] (Norway) " * 20_000,
    "names never closed": "[x] (" * 20_000,
    "20,000 instructions": '[EU: replace "x" with "may"] ' * 20_000,
    "50,000 blanks in an instruction": "[EU: replace" + " " * 50_000 + '"x"]',
    "quotations never closed": '[EU: delete "x] ' * 20_000,
    "20,000 reservations": "EU reserves. " * 20_000,
    "20,000 joints": "[x] [" + "EU+" * 20_000 + "]",
    "a list without end": "[x – " + "Norway, " * 20_000 + "]",
    "50,000 blanks in a bracket": "[x" + " " * 50_000 + "x",
    "50,000 words of agreement": "agreed ad " * 50_000,
    "20,000 labels": "[Option 1: x] " * 20_000,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_text_takes_no_long_time(tmp_path: Path, text: str) -> None:
    began = time.process_time()
    path = f"Article 1\n\n{text}\n\nArticle 2\n\nThey end."
    made = treaty(tmp_path, path)
    assert time.process_time() - began < 20
    assert made.provisions[-1].text.endswith("They end.")
    check_traced(made)


REAL = {
    "bbnj/bbnj-2023-en.pdf": {},
    "bbnj/bbnj-2023-es.pdf": {},
    "bbnj/fish-stocks-agreement-1995.pdf": {"bracket": 1},
    "bbnj/agreement-partxi-1994.pdf": {},
    "bbnj/A-RES-77-321.pdf": {},
    "chile-2023/Propuesta-Nueva-Constitucion.pdf": {},
    # One point is struck through in the print.
    "chile-2023/Texto-aprobado-Consejo-Constitucional_06.10.23.pdf": {"struck": 2},
    # Dates to be filled in.
    "gdpr/regulation-2016-679.en.txt": {"bracket": 10},
    "gdpr/com-2012-11-proposal.en.txt": {"bracket": 1},
    "anzus-1951/v1_canberra-draft_1951-02-17.txt": {},
    "ireland-bill-35-2014/b35c14S.odt": {},
}


@pytest.mark.shared
@pytest.mark.usefixtures("pdfs_read_once")
@pytest.mark.parametrize(("name", "counts"), REAL.items(), ids=REAL.keys())
def test_no_false_marks_on_real_texts(shared_data: Path, name: str, counts: dict[str, int]) -> None:
    made = ingest(read(shared_data / name), ABOUT)
    kinds = Counter(m.kind for p in made.provisions for m in p.marks if m.kind != "note")
    assert kinds == counts


@pytest.mark.shared
@pytest.mark.usefixtures("pdfs_read_once")
def test_brackets_over_a_real_report(shared_data: Path) -> None:
    """Each closes where it should: none is left without its other half, and some go over many
    provisions."""
    made = ingest(read(shared_data / "bbnj" / "v2_final_A-AC.296-2026-9.pdf"), ABOUT)
    found = [m for p in made.provisions for m in p.marks if m.kind == "bracket"]
    assert len(found) >= 100
    assert not [m for m in found if m.how]
    assert len([m for m in found if m.field == "heading"]) >= 3
