"""Manifests proposed from the drafts: what is read where, and what is left to be filled in."""

from __future__ import annotations

import re
import time
import tomllib
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st

from tracker.cli import main
from tracker.errors import ManifestError, ReadError
from tracker.manifest import load
from tracker.manifest_schema import text as schema_text
from tracker.propose import Proposal, propose, put, to_fill_in
from tracker.propose.marked import marked_date, marked_symbol
from tracker.propose.pages import Told
from tracker.propose.rounds import Proposed, proposed
from tracker.propose.writing import absent, value

TREATY = """
Article 1
Use of the lakes

The Parties shall keep the lakes clean, and shall report on what they do for that.

Article 2
Reports

Each Party shall report to the others in the first month of each year on its lakes.
"""

MASTHEAD = """United Nations
A/XQ.7/12/Rev.1
General Assembly
Distr.: General
7 November 2023
Original: English
Committee on the Uses of Lakes
Seventh session
Vienna, 4–15 December 2023
Revised draft text of a treaty on lakes
"""

FRONTS: dict[str, tuple[str, dict[str, str]]] = {
    "United Nations, English": (
        MASTHEAD + TREATY,
        {
            "symbol": "A/XQ.7/12/Rev.1",
            "date": "2023-11-07",
            "when": "7 November 2023",
            "name": "Revised draft text of a treaty on lakes",
            "session": "Seventh session",
            "place": "Vienna",
            "language": "en",
        },
    ),
    "United Nations, symbol after the name": (
        "United Nations  A/XQ.7/13*\nGeneral Assembly\nDistr.\nLIMITED\n8 May 2020\n" + TREATY,
        {"symbol": "A/XQ.7/13", "date": "2020-05-08", "language": "en"},
    ),
    "United Nations, symbol broken": (
        "Distr.: Limited\nA/XQ.7/\nL.13\n8 May 2020\n" + TREATY,
        {"symbol": "A/XQ.7/L.13", "date": "2020-05-08"},
    ),
    "United Nations, French": (
        "Nations Unies\nA/XQ.7/12\nAssemblée générale\nDistr. générale\n1er août 2023\nFrançais\n"
        "Original : anglais\nComité des lacs\nSeptième session\nProjet de traité sur les lacs\n"
        "Les parties au présent traité gardent les lacs propres et en rendent compte.\n",
        {
            "symbol": "A/XQ.7/12",
            "date": "2023-08-01",
            "when": "1er août 2023",
            "session": "Septième session",
            "name": "Projet de traité sur les lacs",
            "language": "fr",
        },
    ),
    "United Nations, Spanish": (
        "Naciones Unidas\nA/XQ.7/12\nAsamblea General\nDistr. general\n7 de noviembre de 2023\n"
        "Español\nOriginal: inglés\nSéptimo período de sesiones\nProyecto de tratado\n"
        "Las partes en el presente tratado mantendrán limpios los lagos y darán cuenta de ello.\n",
        {
            "symbol": "A/XQ.7/12",
            "date": "2023-11-07",
            "session": "Séptimo período de sesiones",
            "name": "Proyecto de tratado",
            "language": "es",
        },
    ),
    "United Nations, Russian": (
        "Организация Объединенных Наций\nA/XQ.7/12\nGeneral Assembly\nDistr.: General\n"
        "7 November 2023\nRussian\nOriginal: English\nСедьмая сессия\nПроект конвенции\n"
        "Стороны содержат озёра в чистоте и сообщают об этом друг другу.\n",
        {
            "symbol": "A/XQ.7/12",
            "date": "2023-11-07",
            "session": "Седьмая сессия",
            "name": "Проект конвенции",
            "language": "ru",
        },
    ),
    "United Nations, Arabic": (
        "الأمم المتحدة\nA/XQ.7/12\nالجمعية العامة\nDistr.: General\n7 November 2023\nArabic\n"
        "Original: English\nالدورة السابعة\nمشروع معاهدة\n"
        "تحافظ أطراف هذه المعاهدة على نظافة البحيرات وتقدم تقريرا عن ذلك\n",
        {
            "symbol": "A/XQ.7/12",
            "date": "2023-11-07",
            "session": "الدورة السابعة",
            "name": "مشروع معاهدة",
            "language": "ar",
        },
    ),
    "United Nations, Chinese": (
        "联合国\nA/XQ.7/12\n大会\nDistr.: General\n7 November 2023\nChinese\nOriginal: English\n"
        "第七届会议\n湖泊公约草案\n本条约各缔约方应保持湖泊清洁，并就此提出报告。\n",
        {
            "symbol": "A/XQ.7/12",
            "date": "2023-11-07",
            "session": "第七届会议",
            "name": "湖泊公约草案",
            "language": "zh",
        },
    ),
    "a resolution bears the day of its adoption": (
        "United Nations\nA/RES/99/321\nGeneral Assembly\nDistr.: General\n8 August 2044\n"
        "Ninety-ninth session\nResolution adopted by the General Assembly\non 1 August 2044\n"
        + TREATY,
        {"symbol": "A/RES/99/321", "date": "2044-08-01", "session": "Ninety-ninth session"},
    ),
    "a resolution in Chinese": (
        "联合国\nA/RES/99/321\nDistr.: General\n8 August 2044\nChinese\n2044年8月1日大会决议\n"
        "本条约各缔约方应保持湖泊清洁，并就此提出报告。\n",
        {"date": "2044-08-01", "language": "zh"},
    ),
    "a proposal of the Commission": (
        "EUROPEAN COMMISSION\nBrussels, 25.1.2044\nCOM(2044) 11 final\n2044/0011 (COD)\n"
        "Proposal for a\nREGULATION OF THE EUROPEAN PARLIAMENT AND OF THE COUNCIL\non lakes\n"
        "Article 1\nThe lakes of the Union shall be kept clean by the Member States.\n",
        {
            "symbol": "COM(2044) 11 final",
            "date": "2044-01-25",
            "when": "25.1.2044",
            "place": "Brussels",
        },
    ),
    "a regulation": (
        "REGULATION (EU) 2044/679 OF THE EUROPEAN PARLIAMENT AND OF THE COUNCIL\n"
        "of 27 April 2044\non lakes\nArticle 1\nThe lakes shall be kept clean by all of us.\n",
        {"symbol": "Regulation (EU) 2044/679", "date": "2044-04-27"},
    ),
    "a document of the Council": (
        "Council of the European Union\nBrussels, 11 June 2044\n(OR. en)\n9565/44 REV 1\n" + TREATY,
        {"symbol": "9565/44 REV 1", "date": "2044-06-11"},
    ),
    "a bill of the Congress": (
        "217TH CONGRESS\n1ST SESSION\nH. R. 2099\nTo keep lakes clean.\n"
        "IN THE HOUSE OF REPRESENTATIVES\nMARCH 18, 2121\nMAY 28, 2121\nReported with an amendment\n"
        "A BILL\nTo keep the lakes of the States clean.\n•HR 2099 RH\n",
        {
            "symbol": "H.R. 2099 RH",
            "date": "2121-05-28",
            "when": "May 28, 2121",
            "session": "217th Congress, 1st Session",
            "name": "Reported in House",
            "language": "en",
        },
    ),
    "a resolution of the Congress without a version": (
        "217th CONGRESS\n2d Session\nS. CON. RES. 5\nTo thank the lakes of the States.\n"
        "Passed the Senate May 1, 2122.\n",
        {"symbol": "S.Con.Res. 5", "date": "2122-05-01"},
    ),
    "a bill of a year": (
        "Lakes Bill 2144\nAs amended in Committee\nBe it enacted by the Oireachtas as follows:\n"
        "1. The lakes of the State shall be kept clean.\n10th June, 2144\n49\n[No. 35a of 2144]\n",
        {
            "symbol": "No. 35a of 2144",
            "date": "2144-06-10",
            "when": "10th June, 2144",
            "name": "As amended in Committee",
        },
    ),
    "a bill of a session": (
        "Lakes Bill\nBill 12\nAs introduced\n3 May 2144\nThe lakes shall be kept clean by all.\n",
        {"symbol": "Bill 12", "date": "2144-05-03", "name": "As introduced"},
    ),
    "a draft with a place and a day": (
        "Draft, Washington, 12 July 1944\nThe Parties to this treaty shall keep the lakes clean.\n",
        {"date": "1944-07-12", "when": "12 July 1944"},
    ),
}


USLM = """<?xml version="1.0"?><bill xmlns:dc="http://purl.org/dc/elements/1.1/"><meta>
<dc:title>217 S 2099 : To keep lakes clean</dc:title><docStage>RFS</docStage>
<processedDate>2144-09-09</processedDate></meta>
<preface><congress>217th CONGRESS</congress><action><date date="2121-03-18">March
<inline>18</inline>, 2121</date></action><action><date><inline class="x">May </inline>28, 2121</date>
</action></preface><main><section><date date="2140-01-01"/>The lakes are clean.</section></main></bill>
"""
ENDORSED = """<bill><dc:title>217 HR 2099 EH: To keep lakes clean</dc:title><processedDate>2144-09-09
</processedDate><main>By <date date="2140-01-01">1 January 2140</date> at the latest.</main>
<endorsement><action-date date="21210615">June 15, 2121</action-date></endorsement></bill>
"""
DTD = """<bill><metadata><dublinCore><dc:title>217 HJRES 9 EH: Lakes</dc:title>
<dc:date>2121-06-15</dc:date></dublinCore></metadata><legis-body>Text</legis-body></bill>
"""
AKN = """<akomaNtoso><bill><meta><identification><FRBRWork><FRBRuri value="/aa/bill/2144/35"/>
<FRBRdate date="2144-01-01" name="presented"/></FRBRWork><FRBRExpression>
<FRBRuri value="/aa/bill/2144/35/eng@ver_a"/><FRBRdate name="published" date="2144-06-10"/>
</FRBRExpression><FRBRManifestation><FRBRdate date="2146-10-04"/></FRBRManifestation>
</identification></meta></bill></akomaNtoso>
"""
MARKED = {
    "USLM": (USLM, "S. 2099 RFS", "2121-05-28"),
    "passed, as its end says": (ENDORSED, "H.R. 2099 EH", "2121-06-15"),
    "bill DTD": (DTD, "H.J.Res. 9 EH", "2121-06-15"),
    "Akoma Ntoso": (AKN, "aa/bill/2144/35/eng@ver_a", "2144-06-10"),
    "dates of the making alone": (
        "<law><processedDate>2144-09-09</processedDate><p>The lakes.</p></law>",
        None,
        None,
    ),
}


@pytest.mark.parametrize(("text", "symbol", "day"), MARKED.values(), ids=MARKED)
def test_what_the_marks_of_xml_say(text: str, symbol: str | None, day: str | None) -> None:
    bears, date = marked_symbol(text), marked_date(text)
    assert (bears.symbol.value if bears else None) == symbol
    assert (date.value if date else None) == day


def test_the_lines_of_xml_give_no_date(tmp_path: Path) -> None:
    text = MARKED["dates of the making alone"][0]
    found = proposed(file_of(tmp_path, text, "law.xml"))
    assert "date" not in found.values
    assert found.symbol == ""


@pytest.mark.parametrize(
    "text", ["<date " * 10_000, "<date>" * 10_000, "<dublinCore>" * 5000, "<date>" + "<" * 50_000]
)
def test_hostile_marks_take_no_time(text: str) -> None:
    started = time.monotonic()
    assert marked_date(text) is None
    assert marked_symbol(text) is None
    assert time.monotonic() - started < 1


def file_of(folder: Path, text: str, name: str = "lakes.txt") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize(("text", "expected"), FRONTS.values(), ids=FRONTS)
def test_what_a_first_page_says(tmp_path: Path, text: str, expected: dict[str, str]) -> None:
    found = proposed(file_of(tmp_path, text))
    values = {key: told.value for key, told in found.values.items()}
    assert {key: values.get(key) for key in expected} == expected


def test_each_value_says_where_it_was_read(tmp_path: Path) -> None:
    values = proposed(file_of(tmp_path, MASTHEAD + TREATY)).values
    assert values["symbol"].where == "page 1: “A/XQ.7/12/Rev.1”"
    assert values["date"].where == "page 1: “7 November 2023”"
    assert values["place"].where == "page 1: “Vienna, 4–15 December 2023”"
    assert values["language"].where == "by the commonest words of the text"


NOT_TOLD = {
    "a date in a sentence": "The law of 7 May 2020 applies.\n",
    "two dates": "7 May 2020\n8 May 2020\n",
    "a date with two readings": "04/05/2026\n",
    "days of a session": "New York, 24 July-4 August 1995\n",
    "no date": "",
}


@pytest.mark.parametrize("text", NOT_TOLD.values(), ids=NOT_TOLD)
def test_a_date_that_is_not_sure_is_not_proposed(tmp_path: Path, text: str) -> None:
    found = proposed(file_of(tmp_path, text + TREATY))
    assert "date" not in found.values
    assert "when" not in found.values


NAMES = {
    "a day in the name": ("draft_2020-05-07.txt", {"date": "2020-05-07"}, []),
    "a day in two readings": ("draft_06.10.23.txt", {}, ["2023-10-06"]),
    "two days": ("2020-05-07_2020-05-08.txt", {}, ["2020-05-07", "2020-05-08"]),
}


@pytest.mark.parametrize(("name", "expected", "perhaps"), NAMES.values(), ids=NAMES)
def test_what_a_name_says(
    tmp_path: Path, name: str, expected: dict[str, str], perhaps: list[str]
) -> None:
    found = proposed(file_of(tmp_path, TREATY, name))
    assert {key: found.values[key].value for key in expected} == expected
    assert [told.value for told in found.perhaps.get("date", ())] == perhaps
    assert ("date" in found.values) is bool(expected)
    assert found.values["symbol"] == Told(
        Path(name).stem, "the file's name; its first pages show no symbol"
    )


NO_SYMBOL = ["I/2", "Annex I/2", "and/or 2", "A/B/C", "1/2/3", "See A/XQ.7/12 and A/XQ.7/13"]


@pytest.mark.parametrize("line", NO_SYMBOL)
def test_what_is_no_symbol(tmp_path: Path, line: str) -> None:
    assert proposed(file_of(tmp_path, f"{line}\n{TREATY}")).symbol == ""


def drafts(folder: Path, **texts: str) -> list[Path]:
    folder.mkdir(exist_ok=True)
    return [file_of(folder, text, f"{name}.txt") for name, text in texts.items()]


def made(tmp_path: Path, files: list[Path], *, copy: bool = True) -> tuple[Path, Proposal]:
    home = tmp_path / "drafts" / "lakes"
    proposal = propose("lakes", home, files)
    return put(proposal, home, copy=copy), proposal


LATER = MASTHEAD.replace("Rev.1", "Rev.2").replace("7 November", "9 December")


def test_what_is_proposed_loads(tmp_path: Path) -> None:
    files = drafts(tmp_path / "in", second=LATER + TREATY, first=MASTHEAD + TREATY)
    path, _ = made(tmp_path, files)
    assert to_fill_in(path) == ()
    lakes = load(path)
    first, second = lakes.rounds
    assert (lakes.id, lakes.language, lakes.country) == ("lakes", "en", "un")
    assert [one.symbol for one in lakes.rounds] == ["A/XQ.7/12/Rev.1", "A/XQ.7/12/Rev.2"]
    assert [one.id for one in lakes.rounds] == ["a-xq-7-12-rev-1", "a-xq-7-12-rev-2"]
    assert (first.date, second.date) == ("2023-11-07", "2023-12-09")
    assert {one.standing for one in lakes.rounds} == {"unstated"}
    assert first.convention == "un-treaty"
    assert (path.parent / first.file).read_text() == MASTHEAD + TREATY
    text = path.read_text(encoding="utf-8")
    assert text.startswith("#:schema ../manifest.schema.json\n")
    assert (path.parent.parent / "manifest.schema.json").read_text() == schema_text()
    assert text.index("Rev.1") < text.index("Rev.2"), "in the order of the dates"


def test_what_could_not_be_told_is_all_that_is_missing(tmp_path: Path) -> None:
    """And once the commented lines are filled in, the manifest loads."""
    files = drafts(tmp_path / "in", first=MASTHEAD + TREATY, draft="Nobody knows when.\n" + TREATY)
    path, _ = made(tmp_path, files)
    missing = [line.split(": ")[1:] for line in to_fill_in(path)]
    assert missing == [["rounds[2].date", "is missing"], ["rounds[2].when", "is missing"]]
    text = path.read_text(encoding="utf-8")
    filled = text.replace('# date = "" ', 'date = "2020-01-01" ').replace(
        '# when = "" ', 'when = "2020" '
    )
    path.write_text(filled, encoding="utf-8")
    assert [one.date for one in load(path).rounds] == ["2020-01-01", "2023-11-07"]


def test_commented_values_are_values(tmp_path: Path) -> None:
    """Every commented key can be had by taking the `#` away."""
    _, proposal = made(tmp_path, drafts(tmp_path / "in", draft_06_10="7 or 8?\n" + TREATY))
    keys = re.findall(r"^# (\w+) = ", proposal.text, re.MULTILINE)
    assert {"date", "when", "country", "sha256"} <= set(keys)
    opened = re.sub(r"^# (?=\w+ = )", "", proposal.text, flags=re.MULTILINE)
    assert tomllib.loads(opened)["rounds"][0]["date"] == ""


def test_one_symbol_in_several_files_names_none(tmp_path: Path) -> None:
    files = drafts(tmp_path / "in", clean=MASTHEAD + TREATY, marked=MASTHEAD + TREATY + "New.\n")
    path, proposal = made(tmp_path, files)
    assert {one.symbol for one in load(path).rounds} == {"clean", "marked"}
    assert "several of the files bear A/XQ.7/12/Rev.1" in proposal.text


def test_a_draft_in_another_language(tmp_path: Path) -> None:
    french = FRONTS["United Nations, French"][0]
    files = drafts(tmp_path / "in", a=MASTHEAD + TREATY, b=LATER + TREATY, c=french)
    path, _ = made(tmp_path, files)
    lakes = load(path)
    assert lakes.language == "en"
    assert {one.symbol: one.language for one in lakes.rounds} == {
        "A/XQ.7/12": "fr",
        "A/XQ.7/12/Rev.1": "",
        "A/XQ.7/12/Rev.2": "",
    }


def test_files_in_the_folder_stay_where_they_are(tmp_path: Path) -> None:
    home = tmp_path / "drafts" / "lakes" / "texts"
    home.mkdir(parents=True)
    path, proposal = made(tmp_path, drafts(home, first=MASTHEAD + TREATY), copy=False)
    assert proposal.copies == ()
    assert load(path).rounds[0].file == "texts/first.txt"


def test_files_from_elsewhere_are_copied_only_when_told(tmp_path: Path) -> None:
    files = drafts(tmp_path / "in", first=MASTHEAD + TREATY, second=LATER + TREATY)
    with pytest.raises(
        ManifestError, match=r"first.txt: lies outside .*lakes \(and 1 more\).*--copy"
    ):
        made(tmp_path, files, copy=False)
    assert not (tmp_path / "drafts").exists()
    path, _ = made(tmp_path, files)
    assert load(path).rounds[0].file == "official/given/first.txt"


def test_nothing_is_written_over(tmp_path: Path) -> None:
    files = drafts(tmp_path / "in", first=MASTHEAD + TREATY)
    path, _ = made(tmp_path, files)
    before = path.read_bytes()
    with pytest.raises(ManifestError, match="is there already and is not written over"):
        made(tmp_path, files)
    path.unlink()
    (path.parent / "official" / "given" / "first.txt").write_text("another")
    with pytest.raises(ManifestError, match="another file of this name is there already"):
        made(tmp_path, files)
    assert not path.exists()
    (path.parent / "official" / "given" / "first.txt").write_text(MASTHEAD + TREATY)
    made(tmp_path, files)
    assert path.read_bytes() == before


def test_two_files_of_one_name(tmp_path: Path) -> None:
    files = [*drafts(tmp_path / "a", first=TREATY), *drafts(tmp_path / "b", first=MASTHEAD)]
    with pytest.raises(ManifestError, match="has the same name"):
        made(tmp_path, files)


def test_an_id_that_cannot_name_a_folder(tmp_path: Path) -> None:
    with pytest.raises(ManifestError, match=r"'\.\./lakes' is not an id"):
        propose("../lakes", tmp_path, drafts(tmp_path / "in", first=TREATY))


def test_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="no such file"):
        propose("lakes", tmp_path, [tmp_path / "missing.pdf"])


def test_what_documents_hold_cannot_leave_its_line(tmp_path: Path) -> None:
    hostile = 'Zero draft text " \\ # \u2028 x = 1\n' + TREATY
    _, proposal = made(tmp_path, drafts(tmp_path / "in", first=hostile))
    data = tomllib.loads(proposal.text)
    assert data["rounds"][0]["name"].startswith('Zero draft text " \\ #')
    assert "x" not in data["rounds"][0]


@given(st.text(min_size=1), st.text())
def test_any_value_is_written_so_that_it_comes_back(text: str, where: str) -> None:
    line = value("name", Told(text, where))
    assert "\n" not in line
    plain = re.sub(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff]", " ", text)
    assert tomllib.loads(line + "\n" + absent("other", where)) == {"name": " ".join(plain.split())}


@pytest.mark.parametrize(
    "text",
    [
        " " * 50_000 + "x",
        "A/" * 25_000,
        "H. R. " * 10_000,
        "<" * 50_000,
        "as amended" + " " * 50_000,
    ],
    ids=["blanks", "symbols", "bills", "tags", "stages"],
)
def test_a_hostile_page_takes_no_time(tmp_path: Path, text: str) -> None:
    path = file_of(tmp_path, f"217TH CONGRESS\n{text}\nDistr.\n{text}.\n")
    proposed(path)
    started = time.monotonic()
    proposed(path)
    assert time.monotonic() - started < 3


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, [str(one) for one in arguments])


def test_the_command(tmp_path: Path) -> None:
    first, second = drafts(tmp_path / "in", first=MASTHEAD + TREATY, second=TREATY)
    home = tmp_path / "drafts"
    shown = run("init", "lakes", first, second, "--drafts", home, "--print")
    assert shown.exit_code == 0
    assert not home.exists()
    refused = run("init", "lakes", first, "--drafts", home)
    assert refused.exit_code == 1
    assert refused.output.count("\n") == 1
    done = run("init", "lakes", first, second, "--drafts", home, "--copy")
    path = home / "lakes" / "manifest.toml"
    assert done.exit_code == 0
    assert path.read_text(encoding="utf-8") == shown.output
    lines = done.output.splitlines()
    assert lines[0] == f"{path}: proposed from 2 files"
    assert re.fullmatch(
        rf"to fill in: {re.escape(str(path))}:\d+: rounds\[2\].date: is missing", lines[1]
    )
    again = run("init", "lakes", first, "--drafts", home, "--copy")
    assert again.exit_code == 1
    assert again.output.count("\n") == 1
    assert "is there already" in again.output


def test_all_faults_of_a_manifest_are_shown(tmp_path: Path) -> None:
    path = tmp_path / "drafts" / "lakes" / "manifest.toml"
    path.parent.mkdir(parents=True)
    path.write_text('id = "lakes"\ntitel = "x"\n[[rounds]]\ndate = "May"\n')
    result = run("build", "lakes", "--drafts", tmp_path / "drafts", "--db", tmp_path / "x.db")
    assert result.exit_code == 1
    lines = result.output.splitlines()
    assert len(lines) == 8
    assert all(line.startswith(f"tracker: {path}:") for line in lines)
    assert not (tmp_path / "x.db").exists()


# Of real documents: file, symbol, date, language; "" where the document does not say.
REAL: dict[str, tuple[str, str, str]] = {
    "bbnj/A-RES-77-321.pdf": ("A/RES/77/321", "2023-08-01", "en"),
    "bbnj/A-RES-78-272.pdf": ("A/RES/78/272", "2024-04-24", "en"),
    "bbnj/A-RES-79-271.pdf": ("A/RES/79/271", "2025-03-04", "en"),
    "bbnj/A-RES-80-107.pdf": ("A/RES/80/107", "2025-12-09", "en"),
    "bbnj/agreement-partxi-1994.pdf": ("A/RES/48/263", "1994-08-17", "en"),
    "bbnj/bbnj-2023-en.pdf": ("", "", "en"),
    "bbnj/bbnj-2023-es.pdf": ("", "", "es"),
    "bbnj/bbnj-2023-fr.pdf": ("", "", "fr"),
    "bbnj/fish-stocks-agreement-1995.pdf": ("A/CONF.164/37", "1995-09-08", "en"),
    "bbnj/v1_advance-unedited_2026-05-04.pdf": ("", "2026-05-04", "en"),
    "bbnj/v2_final_A-AC.296-2026-9.pdf": ("A/AC.296/2026/9", "2026-05-04", "en"),
    "us-bills/117-hr2008/BILLS-117hr2008ih.pdf": ("H.R. 2008 IH", "2021-03-18", "en"),
    "us-bills/117-hr2008/BILLS-117hr2008rh.pdf": ("H.R. 2008 RH", "2021-05-28", "en"),
    "us-bills/117-hr2008/BILLS-117hr2008eh.pdf": ("H.R. 2008 EH", "2021-06-15", "en"),
    "us-bills/117-hr2008/BILLS-117hr2008rfs.pdf": ("H.R. 2008 RFS", "2021-06-16", "en"),
    "ireland-bill-35-2014/B3514S.odt": ("No. 35 of 2014", "2014-04-17", "en"),
    "ireland-bill-35-2014/B35a14S.odt": ("No. 35a of 2014", "2014-06-10", "en"),
    "ireland-bill-35-2014/B35b14S.odt": ("No. 35b of 2014", "2014-06-12", "en"),
    "ireland-bill-35-2014/b35c14S.odt": ("No. 35c of 2014", "2014-07-03", "en"),
    "ireland-bill-35-2014/b35d14S.odt": ("No. 35d of 2014", "2014-07-09", "en"),
    "chile-2023/Propuesta-Nueva-Constitucion.pdf": ("", "", "es"),
    "chile-2023/Texto-aprobado-Consejo-Constitucional_06.10.23.pdf": ("", "", "es"),
    "ireland-bill-35-2014/b35c14S_akn.xml": (
        "ie/oireachtas/bill/2014/35/eng@ver_c",
        "2014-07-03",
        "en",
    ),
    "us-bills/117-hr2008/BILLS-117hr2008rh-uslm.xml": ("H.R. 2008 RH", "2021-05-28", "en"),
    "us-bills/uslm-pairs/S1900_RS.xml": ("S. 1900 RS", "2019-06-19", "en"),
    "us-bills/uslm-pairs/BILLS-118s1325rs.xml": ("S. 1325 RS", "2023-05-04", "en"),
    "us-bills/uslm-pairs/h1037_eh.XML": ("H.R. 1037 EH", "2019-05-14", "en"),
    "gdpr/com-2012-11-proposal.en.txt": ("", "", "en"),
    "gdpr/regulation-2016-679.en.txt": ("", "2016-04-27", "en"),
    "anzus-1951/v1_canberra-draft_1951-02-17.txt": ("", "1951-02-17", "en"),
    "anzus-1951/v2_RECONSTRUCTED_dulles-redraft-of-arts-VII-VIII_1951-06-01.txt": (
        "",
        "1951-06-01",
        "en",
    ),
    "anzus-1951/v3_article-VIII_australian-counterproposal_1951-06-20.txt": (
        "",
        "1951-06-20",
        "en",
    ),
    "anzus-1951/v4_initialled-text_1951-07-12.txt": ("", "1951-07-12", "en"),
    "un-cybercrime-ar/convention.ar.txt": ("", "", "ar"),
}


def told(found: Proposed) -> tuple[str, str, str]:
    language: Any = found.values.get("language")
    return found.symbol, found.date, language.value if language else ""


@pytest.mark.shared
@pytest.mark.usefixtures("pdfs_read_once")
@pytest.mark.parametrize(("name", "expected"), REAL.items(), ids=lambda one: str(one)[:40])
def test_real_documents(shared_data: Path, name: str, expected: tuple[str, str, str]) -> None:
    assert told(proposed(shared_data / name)) == expected


@pytest.mark.shared
@pytest.mark.usefixtures("pdfs_read_once")
@pytest.mark.parametrize(
    ("pattern", "missing"),
    [
        ("us-bills/117-hr2008/*.pdf", set()),
        ("ireland-bill-35-2014/*.odt", set()),
        ("anzus-1951/*.txt", set()),
        ("gdpr/*.txt", {"date", "when"}),
    ],
)
def test_real_negotiations_lack_only_what_is_not_printed(
    shared_data: Path, tmp_path: Path, pattern: str, missing: set[str]
) -> None:
    home = tmp_path / "real"
    path = put(propose("real", home, sorted(shared_data.glob(pattern))), home, copy=True)
    lacking = {line.split(": ")[1].rpartition(".")[2] for line in to_fill_in(path)}
    assert lacking - {"title"} == missing
