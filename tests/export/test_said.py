"""What exports say of the texts: nothing that the data do not hold, and all that a reader must not
overlook."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from dataclasses import replace

import pytest

from tests.drafts import outline
from tests.export import word_xml
from tests.export.made import compared, draft_row, negotiation, provision_rows
from tests.export.test_files import _pdf_text
from tests.export.test_redline import NEW, OLD
from tests.web.reading import Page
from tracker.export import file_name
from tracker.export.as_csv import END, plain_csv
from tracker.export.as_html import comparison_html
from tracker.export.as_json import comparison_json
from tracker.export.as_pdf import comparison_pdf
from tracker.export.as_text import draft_text
from tracker.export.as_word import comparison_word
from tracker.export.names import Names
from tracker.export.notice import spoken_of
from tracker.model import Draft, Mark
from tracker.store.records import FindingRow
from tracker.store.records.exports import Compared, Kept


def _draft(text: str, symbol: str) -> Draft:
    return outline(text, symbol=symbol, negotiation="harbour")


def _rows(found: Compared) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(plain_csv(found).decode(), newline="")))


def _struck() -> Draft:
    """A draft in which its drafters struck a word out and put one in."""
    draft = _draft("art_1 | Article 1 | Ropes | No Party shall forbid hinder a crossing.", "T/1")
    [one] = draft.provisions
    at = one.text.index("forbid")
    marks = (Mark("struck", at, at + 7), Mark("added", at + 7, at + 13))
    return replace(draft, provisions=(replace(one, marks=marks),))


def test_words_that_drafters_struck_are_not_told_as_text() -> None:
    draft = _struck()
    text = draft_text(Kept(negotiation(draft), draft_row(draft, 1), draft)).decode()
    assert "No Party shall ⟦struck out in the draft: forbid⟧ hinder a crossing." in text
    assert "are struck out in the draft itself." in text.split("----")[0]
    plain = _draft(OLD, "T/1")
    text = draft_text(Kept(negotiation(plain), draft_row(plain, 1), plain)).decode()
    assert "struck" not in text
    newer = _draft("art_1 | Article 1 | Ropes | No Party shall hinder a crossing.", "T/2")
    row = _rows(compared(draft, newer))[0]
    assert row["struck_in_draft"] == "older: “forbid”"


def _html(found: Compared) -> str:
    return Page(comparison_html(found).decode()).text


def _word(found: Compared) -> str:
    return " ".join(word_xml.part(comparison_word(found), "word/header1.xml").itertext())


def _pdf(found: Compared) -> str:
    return _pdf_text(comparison_pdf(found))


@pytest.mark.parametrize("said", [_html, _word, _pdf])
def test_signs_of_the_drafters_are_explained_where_there_are_any(
    said: Callable[[Compared], str],
) -> None:
    same = _draft("art_1 | Article 1 | Ropes | No Party shall forbid hinder a crossing.", "T/2")
    text = said(compared(_struck(), replace(_struck(), symbol="T/2")))
    assert "are struck out in the draft itself" in text
    assert "are put in by the draft itself" in text
    assert "the draft itself" not in said(compared(replace(same, symbol="T/1"), same))


@pytest.mark.parametrize("said", [_html, _word, _pdf])
def test_what_a_partial_document_lacks_is_explained(said: Callable[[Compared], str]) -> None:
    whole, part = _draft(OLD, "T/1"), replace(_draft(NEW, "T/2"), partial=True)
    assert "they may or may not be new or gone" in said(compared(whole, part))
    assert "may or may not be" not in said(compared(whole, replace(part, partial=False)))


@pytest.mark.parametrize(
    ("older_partial", "said", "not_said"),
    [(False, "In the older document only: Ropes", "Deleted: Ropes"),
     (True, "In the newer document only: Oars", "Added: Oars")],
)  # fmt: skip
def test_a_partial_document_takes_nothing_out(
    older_partial: bool, said: str, not_said: str
) -> None:
    old = replace(_draft(OLD, "T/1"), partial=older_partial)
    new = replace(_draft(NEW, "T/2"), partial=not older_partial)
    text = _html(compared(old, new)).replace("Article 4 ", "").replace("Article 6 ", "")
    assert said in text
    assert not_said not in text
    assert "1 provision that only one of the documents covers" in text


def test_json_counts_what_is_not_covered() -> None:
    whole, part = _draft(OLD, "T/1"), replace(_draft(NEW, "T/2"), partial=True)
    data = json.loads(comparison_json(compared(whole, part)))
    alone = [one for one in data["changes"] if not one["covered"]]
    assert data["counts"]["not_covered"] == len(alone) == 1


CHANGES = {
    "words": ("Bells ring at the pier in every season twice.", "Reworded"),
    "brackets": ("Bells [ring at the pier in every season] once.", "Only punctuation or brackets"),
    "number": ("Bells ring at the pier in every season once.", "Number printed otherwise"),
}


@pytest.mark.parametrize("name", CHANGES)
def test_what_csv_calls_a_change(name: str) -> None:
    words, wanted = CHANGES[name]
    number = "Article 1." if name == "number" else "Article 1"
    old = _draft("art_1 | Article 1 | Bells | Bells ring at the pier in every season once.", "T/1")
    new = _draft(f"art_1 | {number} | Bells | {words}", "T/2")
    row, last = _rows(compared(old, new))
    assert row["what"] == wanted
    assert (last["what"], last["certain"]) == (END, "1 row")


def _finding(link: str, sentence: str) -> FindingRow:
    return FindingRow(link, "", 1, True, "new", sentence, False, "", (), (), (), None, True)


def test_a_doubt_is_told_once() -> None:
    found = compared(_draft(OLD, "T/1"), _draft(NEW, "T/2"))
    link = next(row.link_id for row in found.page.rows if row.changed)
    found = replace(found, findings=(_finding(link, "Possibly: Bells are new."),))
    assert "Possibly: Bells are new." in [row["findings"] for row in _rows(found)]


def test_a_draft_that_a_finding_names_has_its_notice() -> None:
    found = compared(_draft(OLD, "T/1"), _draft(NEW, "T/2"), "Never quote them.")
    early = replace(found.page.old, id="early", symbol="T/0", standing="paraphrase")
    link = next(row.link_id for row in found.page.rows if row.changed)
    silent = replace(found, drafts=(early, found.page.old, found.page.new))
    told = replace(silent, findings=(_finding(link, "It came in with T/0 (May 2029)."),))
    for one, there in ((silent, False), (told, True)):
        for said in (_rows(one)[0]["notice"], " ".join(json.loads(comparison_json(one))["notice"])):
            assert ("T/0 is a paraphrase" in said) == there
            assert ("Never quote them." in said) == there


@pytest.mark.parametrize(
    ("sentence", "named"),
    [("as in A/1.", "A/1"), ("as in A/1/Rev.1.", "A/1/Rev.1"), ("as in AA/1", ""), ("", "")],
)
def test_which_drafts_a_sentence_names(sentence: str, named: str) -> None:
    rows = [draft_row(_draft(OLD, symbol), n) for n, symbol in enumerate(("A/1", "A/1/Rev.1"))]
    assert [one.symbol for one in spoken_of(rows, [], [sentence])] == [named] * bool(named)


def test_an_article_of_an_annex_says_so() -> None:
    draft = _draft(
        """
        art_1 | Article 1 | Bells | Bells ring once.
        att_1 | Annex I | Tolls |
          att_1__art_1 | Article 1 | Fees | Fees are paid in silver.
        """,
        "T/1",
    )
    rows = provision_rows(draft)
    names = [Names(rows).full(one) for one in rows if one.is_article]
    assert names[0] == "Article 1"
    assert names[1] == "Annex I, Article 1"


@pytest.mark.parametrize("sign", ["a", "é", "ع", "条", "𝐀"])
def test_a_name_fits_a_file_system(sign: str) -> None:
    name = file_name(["moon", sign * 300, "to", "M/2"], "spreadsheet.csv")
    assert len(name.encode()) <= 255
    assert name.encode().decode() == name
