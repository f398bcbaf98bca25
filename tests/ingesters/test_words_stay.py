"""Words of a sentence stay in it, though they stand in brackets and begin like a remark."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from tests.ingesters.tracing import ABOUT, check_traced, left_over, treaty
from tracker.ingesters import ingest
from tracker.ingesters.marks.status import SAID
from tracker.read import read

STAYS = {
    "proposals inside": "The [proposals of the Council] shall bind.",
    "agreed language": "The Parties use the [agreed language] in harbour.",
    "agreed by": "The measures (agreed by the Parties in their yearly meeting) shall hold.",
    "reservations by": "The keepers (reservations by States that signed earlier) stay.",
    "amendments at the start": "[Amendments by a Party] take effect at once.",
    "amendments of a State, at the start": "[Amendments by Norway] take effect at once.",
    "texts": "The [texts of the treaty] are equal.",
    "before a capital": "They keep the [agreed] Rules of the lake.",
    "agreed and not agreed": "The funds (already agreed) and the funds [not agreed] stay.",
    "agreed in principle": "Budgets (agreed in principle by the Council) are printed.",
    "provisionally agreed": "The [provisionally agreed] price holds.",
    "the last word": "The price shall be [agreed].",
    "the last word, in parentheses": "Nobody touches the files (deleted).",
    "to be determined": "They meet on a date [to be determined].",
    "pending": "The report is sent [pending].",
    "former numbers": "States (formerly 12) become (ex 5) members.",
    "a count that was another": "There are now 5 States (formerly 12).",
    "a proposer that a treaty knows": "Keepers (proposed by the Director) hold office.",
    "a proposer at the end": "Keepers are persons (proposed by the Director).",
    "things made by no State": "The Parties row. (Texts of the treaty)",
    "who signs": "They meet with the Secretary-General. (President)",
    "French": "Les comptes (approuvés) suivent, et les voies [convenues] aussi.",
    "French, the last word": "Les comptes sont [approuvés].",
    "French, of a thing": "La [proposition du Conseil] lie les Parties.",
    "Spanish": "Los presupuestos (aprobados) por la ley rigen.",
    "Spanish, of a thing": "La ley (propuestas de los Diputados) rige.",
    "Russian": "Меры (согласованы) в порту действуют.",
    "Russian, of a thing": "Каждое [предложение Совета] действует.",
    "Arabic": "تسري التدابير (متفق عليها) في الميناء.",
    "Chinese": "各国应采取[商定]的措施。",
    "Chinese, of an office": "秘书处(由大会任命)应划船。",
    "Chinese, at the start": "[商定]的措施有效。",
    "a State's place": "The seat is in [Geneva] (Switzerland).",
    "a State's place, at the end of a bracket": "The seat is at [Vienna: Austria].",
    "a State's place, behind a dash": "The seat is at [Vienna – Austria].",
    "an office that is explained": "[Chair: the person who presides] means that.",
    "States in brackets beside a bracket": "The [harbours] [Norway, Sweden] are lit.",
    "a State behind the last sentence": "The seat is in a harbour. (Norway)",
    "a State in brackets, behind the last sentence": "The seat is in a harbour. [Norway]",
    "States that reserve oil": "They list what is kept. United States reserves.",
    "a State's place, in French": "Le siège est à [Genève] (Suisse).",
    "a State's place, in Spanish": "La sede está en [Viena] (Austria).",
    "a State that did a thing": "Keepers [of boats] (proposed by Norway) hold office.",
    "agreed, behind a bracket": "The sums are [those] (agreed).",
}

SENTENCES = {
    "an office that acts": "If [the Chair objects], the vote is deferred.",
    "an office that acts, no comma": "If [the Chair objects] the vote is deferred.",
    "an office that acts, at the start": "[The Secretariat keeps] the records of the lake.",
    "an office that acts, behind a stop": "They meet. [The Secretariat keeps] The records.",
    "an office that acts, at the end": "It falls if [the Chair objects].",
    "an office that acts, behind a bracket": "It falls [where] [the Chair objects].",
    "a State that acts": "The Parties note that [Norway opposes] the plan.",
    "a State that acts, at the start": "[Norway opposes] the plan.",
    "a State that acts, in a list": "They note that:\n\n(a) [Norway opposes]",
    "a review": "The after-action review (AAR) shall be held each year.",
    "a fund": "The Fund (AAR) shall pay.",
    "a fund, at the end": "They pay into the Fund. (AAR)",
    "a fund, in brackets": "The Fund [AAR] shall pay.",
    "a signature": "The signature [ad referendum] of a treaty is confirmed later.",
    "a signature, behind a bracket": "The signature [of a State] (ad referendum) is confirmed.",
    "a shortened word": "The fee is approx. [to be determined] Euros a year.",
    "a shortened word, French": "Le prix est d'env. [en attente] Euros par an.",
    "a shortened word, Spanish": "El precio es aprox. [pendiente] Euros al año.",
    "a shortened word, Russian": "Сбор равен прибл. [согласовано] Евро в год.",
    "a shortened word, of points": "They keep lamps, e.g. [agreed] Lamps of the sea.",
    "a number": "It is under No. [to be determined] 5 of the list.",
    "an initial": "The keeper John F. [agreed] Smith stays.",
    "closed": "[Closed] Meetings are held in May.",
    "agreed": "[Agreed] Conclusions of the Council are binding.",
    "agreed, behind a stop": "They meet. [Agreed] Conclusions are binding.",
    "agreed, of brackets": "[Agreed] [Conclusions] of the Council are binding.",
    "agreed, French": "[Convenues] Mesures et lampes durent.",
    "agreed, Spanish": "[Acordadas] Medidas y faros duran.",
    "agreed, Russian": "[Согласованы] Правила и лампы горят.",
    "agreed, Arabic": "[معلق] التدبير الأول يسري.",
    "agreed, a count": "[Closed] 5 lamps are kept.",
    "agreed, behind a colon": "The rate is: [to be determined]",
    "agreed, behind a colon, and on": "They keep: [agreed] Rules of the lake.",
    "agreed, behind a semicolon": "They row; [agreed] Rules hold.",
    "agreed, in a list": "They keep:\n\n(a) [agreed] Rules of the lake;\n\n(b) lamps.",
    "two brackets": "They act under the [Paris] [agreed] Framework.",
    "two brackets, a figure": "They pay the [first] [agreed] 5 per cent.",
    "three brackets": "They act under the [Paris] [agreed] [Framework].",
    "two brackets, French": "Ils suivent le [premier] [convenu] Cadre de Paris.",
    "two brackets, Spanish": "Siguen el [primer] [acordado] Marco de París.",
    "two brackets, Russian": "Они ведут [первые] [согласованы] Дела порта.",
    "two brackets, Arabic": "تطبق [الأطراف] [معلق] التدبير الأول.",
    "two brackets, Chinese": "缔约方[应当][达成一致]意见。",
    "Chinese, behind a colon": "缔约方在以下情况应通知：[达成一致]意见之前。",
    "Chinese, agreed opinions": "[达成一致]意见之前应通知。",
    "Chinese, agreed measures": "[已商定]措施有效。",
    "Arabic, behind a colon": "الأطراف تطبق: [معلق] التدبير الأول.",
    "beside": "Cases [of States] (pending) before the Court are heard.",
    "beside, deleted": "Files [of States] (deleted) before May are gone.",
    "beside, proposed": "Keepers [of boats] (proposed by the Director) hold office.",
    "beside, French": "La liste [adoptée] (approuvée) est publiée.",
    "beside, Spanish": "Rigen los casos [de los Estados] (pendientes) ante la Corte.",
    "beside, Russian": "Дела [государств] (рассматривается) ведутся.",
    "beside, Arabic": "تسري التدابير [الأولى] (متفق عليها) في الميناء.",
    "beside, Chinese": "各国应采取[第一](商定)措施。",
    "a State's oil": "Norway's reserves.",
    "a State's oil, in a list": "The list names:\n\n(a) Norway's reserves",
    "a State's oil, in lines": "The list names\n\nNorway's reserves.",
    "a State's oil, behind a stop": "They list oil. Norway’s reserves.",
    "a State's oil, in brackets": "They list [oil] (Norway's reserves) and lamps.",
    "a State's oil, at the end of a bracket": "They list [oil – Norway's reserves].",
    "States that have oil": "United States reserves.",
    "States that have oil, in a list": "The list names:\n\n(a) United States reserves",
}  # fmt: skip


@pytest.mark.parametrize("convention", ["un-treaty", "un-consolidated"])
@pytest.mark.parametrize("text", SENTENCES.values(), ids=SENTENCES.keys())
def test_stays_in_any_text(tmp_path: Path, text: str, convention: str) -> None:
    """No word is lifted, in a negotiating document either."""
    path = tmp_path / "text.txt"
    path.write_text(f"Article 1\nDuty\n\n{text}\n\nArticle 2\nOil\n\nThey act.\n")
    made = ingest(read(path), ABOUT, convention)
    check_traced(made)
    assert left_over(made) == ""
    assert [mark.printed for p in made.provisions for mark in p.marks if mark.printed] == []
    words = " ".join(" ".join((p.num, p.heading, p.text)) for p in made.provisions)
    assert words.split() == path.read_text().split()


@pytest.mark.parametrize("sentence", STAYS.values(), ids=STAYS.keys())
def test_stays(tmp_path: Path, sentence: str) -> None:
    made = treaty(
        tmp_path, f"Article 1\nDuty\n\n{sentence}\n\nArticle 2\nOil\n\nThe Parties act.\n"
    )
    assert any(p.text == sentence for p in made.provisions)


GOES = {
    "behind a stop": ("They row. [agreed]", "They row."),
    "at the start": ("[agreed] They row.", "They row."),
    "behind a bracket": ("They [row] (agreed ad referendum) far.", "They [row] far."),
    "behind a bracket, at the end": ("They [row]. (deleted)", "They [row]."),
    "what a State wants, in a sentence": ("They [row] [Norway: delete] far.", "They [row] far."),
    "at the start, surely agreed": ("[Agreed in principle] They row.", "They row."),
    "at the start, Arabic": ("[متفق عليه] تجدف الأطراف.", "تجدف الأطراف."),
    "behind an unknown short word": (
        "They dry wool. [agreed] They row.",
        "They dry wool. They row.",
    ),
    "ad referendum anywhere": ("They row (agreed ad referendum) far.", "They row far."),
    "proposed by a name": ("They row. (proposed by Aldova)", "They row."),
    "supported by delegations": ("They row. (supported by several delegations)", "They row."),
    "proposed by a delegation": ("They row. (proposed by the delegation of Fiji)", "They row."),
    "proposed by a State, before the stop": ("They row (proposed by Norway).", "They row."),
    "a thing made by a State": ("They row. (proposal by Norway)", "They row."),
    "before a number": ("[agreed] 2. three lamps burn.", "three lamps burn."),
    "French": ("Ils rament. (proposé par le Tchad)", "Ils rament."),
    "Spanish": ("Ellos reman. [acordado]", "Ellos reman."),
    "Russian": ("Они гребут. (предложение Норвегии)", "Они гребут."),
    "Arabic": ("تجدف الأطراف. (متفق عليه)", "تجدف الأطراف."),
    "Chinese": ("各国应划船。(由挪威提出)", "各国应划船。"),
    "Chinese, at the start": ("【已商定】缔约国应划船。", "缔约国应划船。"),
}


@pytest.mark.parametrize(("sentence", "left"), GOES.values(), ids=GOES.keys())
def test_goes(tmp_path: Path, sentence: str, left: str) -> None:
    made = treaty(tmp_path, f"Article 1\nDuty\n\n{sentence}\n\nArticle 2\nOil\n\nThey act.\n")
    paragraph = made.provisions[1]
    assert paragraph.text == left
    assert any(mark.printed for mark in paragraph.marks)


def test_a_text_that_is_negotiated_bears_more_remarks(tmp_path: Path) -> None:
    path = tmp_path / "text.txt"
    path.write_text("Article 1\nDuty\n\nThey row at night (agreed).\n", encoding="utf-8")
    texts = [
        ingest(read(path), ABOUT, convention).provisions[-1].text
        for convention in ("un-treaty", "un-consolidated")
    ]
    assert texts == ["They row at night (agreed).", "They row at night."]


SHORT = {
    "in a text that says it at length": (
        "They row. (AAR)\n\nThey swim. [agreed ad referendum]", ["(AAR)", "[agreed ad referendum]"],
    ),
    "in one that spells other words so": (
        "They row. (AAR)\n\nThey swim. [agreed ad referendum]\n\nAn after-action review (AAR) is due.",
        ["[agreed ad referendum]"],
    ),
    "in one that says it nowhere": ("They row. (AAR)\n\nAAR", []),
}  # fmt: skip


@pytest.mark.parametrize("convention", ["un-treaty", "un-consolidated"])
@pytest.mark.parametrize(("text", "printed"), SHORT.values(), ids=SHORT.keys())
def test_what_is_agreed_in_short(
    tmp_path: Path, text: str, printed: list[str], convention: str
) -> None:
    path = tmp_path / "text.txt"
    path.write_text(f"Article 1\nDuty\n\n{text}\n")
    made = ingest(read(path), ABOUT, convention)
    assert [mark.printed for p in made.provisions for mark in p.marks if mark.printed] == printed


RAISED = {
    "a measure": ("Boats of 5 m<sup>2</sup> float.", "Boats of 5 m2 float."),
    "a measure, and a note of that number": (
        "Boats<sup>1</sup> and lamps<sup>2</sup> of 5 m<sup>2</sup>.", "Boats and lamps of 5 m2.",
    ),
    "a power": ("They keep 10<sup>3</sup> lamps.", "They keep 103 lamps."),
    "a charge": ("The CO<sup>5</sup> is burnt.", "The CO5 is burnt."),
    "one note and no other": ("Boats<sup>1</sup> of 10<sup>3</sup> lamps.", "Boats of 103 lamps."),
    "ordinals": (
        "The 1<sup>st</sup>, 1<sup>o</sup>, 2<sup>e</sup> and n<sup>o</sup> row.",
        "The 1st, 1o, 2e and no row.",
    ),
    "behind a number, without a note": ("1.<sup>7</sup> They row.", "They row."),
}  # fmt: skip


@pytest.mark.parametrize("convention", ["un-treaty", "un-consolidated", "plain"])
@pytest.mark.parametrize(("text", "left"), RAISED.values(), ids=RAISED.keys())
def test_raised_signs_without_a_note_stay(
    tmp_path: Path, text: str, left: str, convention: str
) -> None:
    notes = "".join(f"<p><sup>{n}</sup> A note.</p>" for n in (1, 2))
    path = tmp_path / "text.html"
    path.write_text(
        f"<html><body><h3>Article 1</h3><p>{text}</p><h3>Article 2</h3><p>They act.</p>{notes}"
    )
    made = ingest(read(path), ABOUT, convention)
    check_traced(made)
    assert left_over(made) == ""
    assert left in [p.text.removeprefix("1. ") for p in made.provisions]


def test_words_of_a_sentence_make_no_names(tmp_path: Path) -> None:
    sentence = "Keepers (proposed by the Harbour) hold office in the [boats] (Harbour)."
    made = treaty(tmp_path, f"Article 1\nDuty\n\n{sentence}\n")
    assert made.provisions[-1].text == sentence


NEGOTIATED = [
    "[No provision of this treaty shall limit the rights of States]",
    "[see offers that all the delegations made]",
    "[The Parties apply decision 3 (CP/2031/4)]",
    "[note-taking by all]",
    "[adopted by all]",
    "[A/B]",
]


@pytest.mark.parametrize("words", NEGOTIATED)
def test_brackets_that_are_negotiated(tmp_path: Path, words: str) -> None:
    made = treaty(tmp_path, f"Article 1\nDuty\n\nEach State {words} here.\n")
    assert [m.kind for p in made.provisions for m in p.marks] == ["bracket"]


EDITORS = [
    "[No text]",
    "[No article on this subject.]",
    "[see article 5]",
    "[see also A/CONF.1/2]",
    "[voir l’annexe]",
    "[véase el párrafo 4]",
    "[см. статью 5]",
    "[انظر المادة 5]",
    "[见第五条]",
    "[Note by the Secretariat: moved]",
    "[on the report of the Lamp Committee (A/77/1)]",
]


@pytest.mark.parametrize("words", EDITORS)
def test_brackets_of_editors(tmp_path: Path, words: str) -> None:
    made = treaty(tmp_path, f"Article 1\nDuty\n\nThey row. {words}\n")
    assert [m.kind for p in made.provisions for m in p.marks] == ["note"]


def test_hundreds_of_remarks_on_hundreds_of_paragraphs(tmp_path: Path) -> None:
    """Each paragraph bears one mark of a kind, which names all who are meant."""
    names = [f"Z{a}{b}" for a in "abcdefghij" for b in "abcdefghij"]
    said = " ".join(f"(proposed by {name})" for name in names)
    inside = "".join(f"{n}. They row.\n\n" for n in range(1, 101))
    made = treaty(tmp_path, f"Article 1\nUse {said}\n\n{inside}")
    assert sum(len(p.marks) for p in made.provisions) == 200
    assert made.provisions[-1].marks[0].by == "; ".join(names)
    made = treaty(tmp_path, f"Article 1\n\n[{inside.rstrip()}] {said}")
    assert sum(m.kind == "proponent" for p in made.provisions for m in p.marks) == 199


def test_brackets_of_other_scripts_take_no_time() -> None:
    started = time.process_time()
    for _ in SAID.finditer("【由甲乙】" * 5_000 + "x"):
        pass
    assert time.process_time() - started < 5
