"""Whatever is written, however it is titled, numbered, bracketed and remarked on: no word is lost,
none stands twice, the words come in the order of the source, and none is lifted into a mark but
those of a whole remark that stands in no running sentence."""

from __future__ import annotations

import re
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.ingesters.tracing import ABOUT, check_traced, left_over
from tracker.ingesters import ingest
from tracker.model import Draft
from tracker.read import read

WORDS = st.sampled_from(
    ["lamps", "Oil", "the keeper", "shall", "and", "wicks,", "light;", "Aldova", "Norway", "burn.",
     "in the", "No", "see", "agreed", "proposals of", "State", "12", "Los faros", "лампы", "المصابيح",
     "灯塔应", "go:", "pre-", "lit\u00ad", "A/LAMP/7", "deleted", "a/b", "– both –", "x.-", "§"]
)  # fmt: skip
REMARKS = st.sampled_from(
    ["[agreed]", "(agreed ad referendum)", "(Norway)", "[Chile: delete]", "(proposed by Aldova)",
     "[texts of the treaty]", "(deleted)", "[see article 5]", "[sic]", "[former 12]", "– Fiji]",
     "EU reserves.", "(pending)", "[ad ref.]", "AAR", "[EU, Japan: ", "[a]", "[1]", "(President)",
     "[…]", "(propuesto por Chile)", "[согласовано]", "[已商定]", "(متفق عليه)"]
)  # fmt: skip
BRACKETS = st.sampled_from(["[", "]", "[[", "]]", "(", ")", "【", "】", "{", "}", "[.]", "[ ]"])
NUMBERS = st.sampled_from(
    ["1.", "2.", "3.", "(a)", "(b)", "(i)", "(ii)", "(1)", "a)", "1. (a)", "[4.]", "[2.] 3.", "-",
     "•", "1.1", "II.", "A.", "一、", "(أ)", "б)", "§ 1º", "1º", "4 bis.", "(ALL)4.", "[1][2]"]
)  # fmt: skip
UNITS = st.sampled_from(
    ["Article 2", "Article 3", "[Article 4", "[Article 5.]", "Article 6 [7]", "ARTICLE 8",
     "Artículo 9.-", "Art. 10º", "Статья 11", "المادة ١٢", "第五条", "Chapter I", "CHAPTER TWO",
     "Part 2", "Section 3", "Annex", "ANNEX I", "Annex II", "Appendix", "New article", "Article X",
     "Disposiciones transitorias", "Primera", "Artículo primero transitorio", "Article 13 bis"]
)  # fmt: skip
SEPARATORS = st.sampled_from(
    [" ", "\n", ". ", " - ", " – ", ".-", ": ", "\n: ", "\n- ", "\n-- ", "\n] ", "] ", "\t", "  ",
     " - - - - - -\n", ".]\n", ".—", ". [", "\n["]
)  # fmt: skip
HEADINGS = st.sampled_from(
    ["", "Use of lamps", "Objeto.", "Use [of lamps]", "[Use] (Norway)", "(Use)", "Lamps [agreed]",
     "Objeto.- La ley rige", "*Use*", "[Deleted]", "oil and wicks", "Use of lamps\n(agreed)"]
)  # fmt: skip
OPTIONS = st.sampled_from(
    ["Option 1", "[Option 2", "Option 3:", "[Alt. 1]", "Opción 1", "Variante 2.", "Вариант 1",
     "الخيار ١", "备选案文1", "OPTION A", "Option 1 for article 2", "3. Option 1:"]
)  # fmt: skip
RUNNING = st.sampled_from(
    ["Preamble", "The Parties to this Convention,", "Have agreed as follows:", "Done at Lampton.",
     "The General Assembly,", "Recalling its lamps,", "IN WITNESS WHEREOF they sign.", "_____",
     "* * *", "1/ A note.", "Contents", "Lamps ..... 4", "Page 3", "- 3 -", "A/LAMP/7", "(Signed)",
     "Dado en Faros.", "POR TANTO", "Adopted at the 3rd meeting", "77th plenary meeting"]
)  # fmt: skip
GAPS = st.sampled_from(["\n\n", "\n\n", "\n\n", "\n", "\n\f", " "])


@st.composite
def texts(draw: st.DrawFn) -> str:
    """Blocks as drafters write them, in any order."""
    written = "Article 1\n\nUse\n\nThey go.\n\n"
    sentence = st.lists(st.one_of(WORDS, WORDS, WORDS, REMARKS, BRACKETS), min_size=1, max_size=8)
    for _ in range(draw(st.integers(1, 9))):
        kind = draw(st.sampled_from(["unit", "text", "text", "number", "option", "run", "remark"]))
        if kind == "unit":
            block = draw(UNITS) + draw(SEPARATORS) + draw(HEADINGS)
        elif kind == "option":
            block = draw(OPTIONS) + draw(SEPARATORS) + " ".join(draw(sentence))
        elif kind == "run":
            block = draw(RUNNING)
        elif kind == "remark":
            block = draw(st.one_of(REMARKS, BRACKETS))
        else:
            lead = draw(NUMBERS) + " " if kind == "number" else ""
            block = lead + " ".join(draw(sentence))
        written += block + draw(GAPS)
    return written


REMARKED = frozenset(
    ["agreed", "ad", "referendum", "ref", "aar", "pending", "former", "deleted", "delete",
     "proposed", "proposals", "by", "of", "norway", "chile", "aldova", "fiji", "eu", "japan",
     "reserves", "president", "propuesto", "por", "согласовано", "已商定", "متفق", "عليه", "state"]
)  # fmt: skip
"""The words of remarks; names are among them, and no word that is only one of sentences."""

ANYWHERE = re.compile(r"[\[(【] ?agreed ad referendum ?[\])】]|[\[(【][\w ,]+: delete[\])】]")
"""What is a remark inside a sentence too."""

FINAL = frozenset(("un-treaty", "civil-law", "un-resolution"))


def badly_lifted(made: Draft) -> list[str]:
    """What stands in marks and may be words of a sentence: words that no remark says, half a
    bracket's words, words between others of a sentence, and in final texts mere names."""
    found = []
    for mark in (mark for p in made.provisions for mark in p.marks if mark.printed):
        words = re.findall(r"[^\W\d]+", mark.printed.casefold())
        page = made.pages[mark.spans[0].page - 1]
        before = page[: mark.spans[0].start].rstrip(" ")[-1:]
        after = page[mark.spans[-1].end :].lstrip(" ")[:1]
        inside = before.isalnum() and (after.islower() or "一" <= after <= "龥")
        names = mark.kind == "proponent" and not re.search("prop|: delete", mark.printed)
        whole = (mark.printed[0] in "[(【") == (mark.printed[-1] in "])】")
        if (
            not REMARKED.issuperset(words)
            or not (whole or mark.kind == "note")
            or (inside and not ANYWHERE.fullmatch(mark.printed))
            or (names and made.convention in FINAL)
        ):
            found.append(f"{before}|{mark.printed}|{after}")
    return found


def places(made: Draft, *, numbers: bool) -> list[tuple[int, int]]:
    """Where the words of the provisions were read, in the provisions' order: those of their
    numbers, or all others. What is printed before a number ("[2. They burn.]") is its text's."""
    return [
        (span.page, span.start)
        for p in made.provisions
        for spans in ((p.num_spans,) if numbers else (p.heading_spans, p.spans))
        for span in spans
    ]


@pytest.mark.parametrize(
    "convention", ["un-treaty", "un-consolidated", "civil-law", "plain", "un-resolution"]
)
@settings(max_examples=150, deadline=None)
@given(text=texts())
def test_every_word_once_and_in_order(convention: str, text: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "any.txt"
        path.write_text(text, encoding="utf-8")
        made = ingest(read(path), ABOUT, convention)
    assert left_over(made) == ""
    assert badly_lifted(made) == []
    check_traced(made)
    for numbers in (True, False):
        order = places(made, numbers=numbers)
        assert order == sorted(order)
