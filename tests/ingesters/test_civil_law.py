"""Constitutions and statutes: how their articles are titled, what stands between these, and the
transitional provisions after them."""

from __future__ import annotations

import re
from itertools import groupby
from pathlib import Path

import pytest

from tests.ingesters.tracing import ABOUT, check_traced, left_over, outline
from tracker.errors import StructureError
from tracker.ingesters import choose, ingest
from tracker.ingesters.civil_law import CivilLaw
from tracker.model import Draft
from tracker.read import read


def law(tmp_path: Path, text: str) -> Draft:
    path = tmp_path / "ley.txt"
    path.write_text(text, encoding="utf-8")
    made = CivilLaw().ingest(read(path), ABOUT)
    check_traced(made)
    assert left_over(made) == ""
    return made


TITLES = {
    "a stop and a dash": ("Artículo 2.-", "art_2"),
    "an ordinal, a stop and a dash": ("Artículo 2°.-", "art_2"),
    "abbreviated": ("Art. 2.-", "art_2"),
    "abbreviated, an ordinal": ("Art. 2º", "art_2"),
    "in words": ("Artículo segundo.", "art_2"),
    "in words, capitals": ("ARTÍCULO SEGUNDO.-", "art_2"),
    "Portuguese": ("Artigo 2º", "art_2"),
    "Portuguese, abbreviated": ("Art. 2º.", "art_2"),
    "French": ("Article 2. -", "art_2"),
    "Italian": ("Art. 2.", "art_2"),
    "with a letter": ("Artículo 2-A.", "art_2A"),
    "put in between": ("Artículo 1 bis.-", "art_1bis"),
}


@pytest.mark.parametrize(("title", "eid"), TITLES.values(), ids=TITLES.keys())
def test_article_beside_its_sentence(tmp_path: Path, title: str, eid: str) -> None:
    first = "Artículo 1.- Hay faros."
    made = law(tmp_path, f"{first}\n\n{title} El faro arde de noche.\n\nY de día no.")
    assert outline(made) == [
        "art_1: Artículo 1.-",
        "art_1__para_nn_1: Hay faros.",
        f"{eid}: {title}",
        f"{eid}__para_nn_1: El faro arde de noche.",
        f"{eid}__para_nn_2: Y de día no.",
    ]


CASES = {
    "books, titles, chapters": (
        "LIBRO PRIMERO\nDe los faros\n\nTÍTULO I\nDe la luz\n\nCAPÍTULO 1º\nDel aceite\n\n"
        "Artículo 1.- Arde.\n\nCAPÍTULO 2º\nDe la mecha\n\nArtículo 2.- Se corta.\n\n"
        "TÍTULO II\nDel farero\n\nArtículo 3.- Vela.",
        [
            "book_1: LIBRO PRIMERO | De los faros",
            "book_1__title_I: TÍTULO I | De la luz",
            "book_1__title_I__chp_1: CAPÍTULO 1º | Del aceite",
            "art_1: Artículo 1.-",
            "art_1__para_nn_1: Arde.",
            "book_1__title_I__chp_2: CAPÍTULO 2º | De la mecha",
            "art_2: Artículo 2.-",
            "art_2__para_nn_1: Se corta.",
            "book_1__title_II: TÍTULO II | Del farero",
            "art_3: Artículo 3.-",
            "art_3__para_nn_1: Vela.",
        ],
    ),
    "headings without a number between articles": (
        "CAPÍTULO I\nLOS FAROS\n\nDe la luz\n\nArtículo 1\n\nArde.\n\nDe la sombra\n\n"
        "Artículo 2\n\nCae.\n\nCAPÍTULO II\nLOS FAREROS\n\nArtículo 3\n\nVelan.",
        [
            "chp_I: CAPÍTULO I | LOS FAROS",
            "chp_I__dvs_nn_1: De la luz",
            "art_1: Artículo 1",
            "art_1__para_nn_1: Arde.",
            "chp_I__dvs_nn_2: De la sombra",
            "art_2: Artículo 2",
            "art_2__para_nn_1: Cae.",
            "chp_II: CAPÍTULO II | LOS FAREROS",
            "art_3: Artículo 3",
            "art_3__para_nn_1: Velan.",
        ],
    ),
    "headings with a section sign": (
        "TÍTULO I\nDe los faros\n\n§ 1. De la luz\n\nArtículo 1.- Arde.\n\n"
        "Párrafo 2. De la sombra\n\nArtículo 2.- Cae.",
        [
            "title_I: TÍTULO I | De los faros",
            "title_I__dvs_1: § 1. | De la luz",
            "art_1: Artículo 1.-",
            "art_1__para_nn_1: Arde.",
            "title_I__dvs_2: Párrafo 2. | De la sombra",
            "art_2: Artículo 2.-",
            "art_2__para_nn_1: Cae.",
        ],
    ),
    "paragraphs with a section sign, points in Roman": (
        "Art. 1º O farol arde:\n\nI - de noite;\n\nII - com névoa:\n\na) no mar;\n\n"
        "b) na terra.\n\n§ 1º De dia não arde.\n\n§ 2º O azeite é claro.\n\n"
        "Art. 2º O faroleiro vela.\n\nParágrafo único. Ele dorme de dia.",
        [
            "art_1: Art. 1º",
            "art_1__para_nn_1: O farol arde:",
            "art_1__para_nn_1__point_I: I - | de noite;",
            "art_1__para_nn_1__point_II: II - | com névoa:",
            "art_1__para_nn_1__point_II__point_a: a) | no mar;",
            "art_1__para_nn_1__point_II__point_b: b) | na terra.",
            "art_1__para_1: § 1º | De dia não arde.",
            "art_1__para_2: § 2º | O azeite é claro.",
            "art_2: Art. 2º",
            "art_2__para_nn_1: O faroleiro vela.",
            "art_2__para_1: Parágrafo único. | Ele dorme de dia.",
        ],
    ),
    "words between points belong to the point": (
        "Artículo 1\n\nSon faros:\n\na) El alto.\n\nSe ve de lejos.\n\nSe oye de cerca.\n\n"
        "b) El bajo:\n\n1) Rojo.\n\n2) Verde.\n\nSe ve de cerca.\n\nc) El roto.\n\nTodos arden.",
        [
            "art_1: Artículo 1",
            "art_1__para_nn_1: Son faros:",
            "art_1__para_nn_1__point_a: a) | El alto.\nSe ve de lejos.\nSe oye de cerca.",
            "art_1__para_nn_1__point_b: b) | El bajo:",
            "art_1__para_nn_1__point_b__point_1: 1) | Rojo.",
            "art_1__para_nn_1__point_b__point_2: 2) | Verde.",
            "art_1__para_nn_1__point_b__wrapup: Se ve de cerca.",
            "art_1__para_nn_1__point_c: c) | El roto.",
            "art_1__para_nn_2: Todos arden.",
        ],
    ),
    "transitional provisions counted in words": (
        "CAPÍTULO I\nFAROS\n\nArtículo 1\n\nArde.\n\nDISPOSICIONES TRANSITORIAS\n\nPrimera\n"
        "El faro viejo arde\nun año más.\n\nSegunda\n1. El farero viejo vela.\n\n2. Y cobra.\n\n"
        "Tercera.- Nada más.\n\nDISPOSICIÓN FINAL ÚNICA\n\nRige mañana.",
        [
            "chp_I: CAPÍTULO I | FAROS",
            "art_1: Artículo 1",
            "art_1__para_nn_1: Arde.",
            "transitional: DISPOSICIONES TRANSITORIAS",
            "transitional__cl_1: Primera",
            "transitional__cl_1__para_nn_1: El faro viejo arde un año más.",
            "transitional__cl_2: Segunda",
            "transitional__cl_2__para_1: 1. | El farero viejo vela.",
            "transitional__cl_2__para_2: 2. | Y cobra.",
            "transitional__cl_3: Tercera.-",
            "transitional__cl_3__para_nn_1: Nada más.",
            "cl_final-1: DISPOSICIÓN FINAL ÚNICA",
            "cl_final-1__para_nn_1: Rige mañana.",
        ],
    ),
    "articles of the transitional provisions begin again": (
        "Artículo 1.- Arde.\n\nArtículo 2.- Vela.\n\nARTÍCULOS TRANSITORIOS\n\n"
        "Artículo primero.- El viejo sigue.\n\nArtículo 2.- El nuevo espera.",
        [
            "art_1: Artículo 1.-",
            "art_1__para_nn_1: Arde.",
            "art_2: Artículo 2.-",
            "art_2__para_nn_1: Vela.",
            "transitional: ARTÍCULOS TRANSITORIOS",
            "transitional__art_1: Artículo primero.-",
            "transitional__art_1__para_nn_1: El viejo sigue.",
            "transitional__art_2: Artículo 2.-",
            "transitional__art_2__para_nn_1: El nuevo espera.",
        ],
    ),
    "transitional articles named one by one": (
        "Artículo 1.- Arde.\n\nArtículo primero transitorio.- El viejo sigue.\n\n"
        "Artículo transitorio segundo.\n\nEl nuevo espera.",
        [
            "art_1: Artículo 1.-",
            "art_1__para_nn_1: Arde.",
            "art_1-transitorio: Artículo primero transitorio.-",
            "art_1-transitorio__para_nn_1: El viejo sigue.",
            "art_transitorio-2: Artículo transitorio segundo.",
            "art_transitorio-2__para_nn_1: El nuevo espera.",
        ],
    ),
    "dispositions named one by one": (
        "Artículo 1. Arde.\n\nDisposición adicional primera. Nombres.\n\nSe escriben.\n\n"
        "DISPOSICIÓN TRANSITORIA PRIMERA\n\nEl viejo sigue.\n\nDISPOSICIÓN TRANSITORIA SEGUNDA\n\n"
        "El nuevo espera.",
        [
            "art_1: Artículo 1.",
            "art_1__para_nn_1: Arde.",
            "cl_adicional-1: Disposición adicional primera.",
            "cl_adicional-1__para_nn_1: Nombres.",
            "cl_adicional-1__para_nn_2: Se escriben.",
            "cl_transitoria-1: DISPOSICIÓN TRANSITORIA PRIMERA",
            "cl_transitoria-1__para_nn_1: El viejo sigue.",
            "cl_transitoria-2: DISPOSICIÓN TRANSITORIA SEGUNDA",
            "cl_transitoria-2__para_nn_1: El nuevo espera.",
        ],
    ),
    "a title whose heading they are": (
        "TÍTULO I\nFAROS\n\nArtículo 1.- Arde.\n\nTÍTULO II\nDISPOSICIONES TRANSITORIAS\n\n"
        "Primera. El viejo sigue.\n\nSegunda. El nuevo espera.",
        [
            "title_I: TÍTULO I | FAROS",
            "art_1: Artículo 1.-",
            "art_1__para_nn_1: Arde.",
            "title_II: TÍTULO II | DISPOSICIONES TRANSITORIAS",
            "title_II__cl_1: Primera.",
            "title_II__cl_1__para_nn_1: El viejo sigue.",
            "title_II__cl_2: Segunda.",
            "title_II__cl_2__para_nn_1: El nuevo espera.",
        ],
    ),
    "ordinals in a sentence title nothing": (
        "Artículo 1\n\nPrimera\n\nSegunda luz arde.\n\nDisposiciones transitorias hay pocas.\n\n"
        "DISPOSICIONES TRANSITORIAS\n\nPrimera. Una.\n\nQuinta. Otra.\n\nSeis faros arden.",
        [
            "art_1: Artículo 1 | Primera",
            "art_1__para_nn_1: Segunda luz arde.",
            "art_1__para_nn_2: Disposiciones transitorias hay pocas.",
            "transitional: DISPOSICIONES TRANSITORIAS",
            "transitional__cl_1: Primera.",
            "transitional__cl_1__para_nn_1: Una.",
            "transitional__cl_1__para_nn_2: Quinta. Otra.",
            "transitional__cl_1__para_nn_3: Seis faros arden.",
        ],
    ),
    "a line that begins with the article it names": (
        "Artículo 1\n\nEl faro arde según el\nartículo 2. Lo demás es\nartículo 3.\n\n"
        "Artículo 2\n\nVela.",
        [
            "art_1: Artículo 1",
            "art_1__para_nn_1: El faro arde según el artículo 2. Lo demás es artículo 3.",
            "art_2: Artículo 2",
            "art_2__para_nn_1: Vela.",
        ],
    ),
    "headings that end with a stop": (
        "Artículo 1. Objeto.\n\n1. La ley rige los faros.\n\nArtículo 2. Aceite.\n\n"
        "El aceite es claro.\n\nArtículo 3. Mecha.\n\nLa mecha es nueva.",
        [
            "art_1: Artículo 1. | Objeto.",
            "art_1__para_1: 1. | La ley rige los faros.",
            "art_2: Artículo 2. | Aceite.",
            "art_2__para_nn_1: El aceite es claro.",
            "art_3: Artículo 3. | Mecha.",
            "art_3__para_nn_1: La mecha es nueva.",
        ],
    ),
    "signatures": (
        "Artículo 1.- Arde.\n\nArtículo 2.- Vela.\n\nANA FARO LUZ Presidenta\n\nSala de mapas",
        [
            "art_1: Artículo 1.-",
            "art_1__para_nn_1: Arde.",
            "art_2: Artículo 2.-",
            "art_2__para_nn_1: Vela.",
            "conclusions: ANA FARO LUZ Presidenta\nSala de mapas",
        ],
    ),
    "named dispositions stand beside the chapters, or under their group": (
        "CAPÍTULO I\nDe la luz\n\nArtículo 1.- Arde.\n\nDisposición adicional primera. Idioma\n"
        "El farero habla claro y siempre de noche y de día.\n\nDISPOSICIONES TRANSITORIAS\n\n"
        "Primera.- Vela.\n\nDisposición transitoria segunda\nSopla.\n\n"
        "Disposición derogatoria única\nCesa.\n\nDisposición final primera\nRige.",
        [
            "chp_I: CAPÍTULO I | De la luz",
            "art_1: Artículo 1.-",
            "art_1__para_nn_1: Arde.",
            "cl_adicional-1: Disposición adicional primera. | Idioma",
            "cl_adicional-1__para_nn_1: El farero habla claro y siempre de noche y de día.",
            "transitional: DISPOSICIONES TRANSITORIAS",
            "transitional__cl_1: Primera.-",
            "transitional__cl_1__para_nn_1: Vela.",
            "transitional__cl_transitoria-2: Disposición transitoria segunda",
            "transitional__cl_transitoria-2__para_nn_1: Sopla.",
            "cl_derogatoria-1: Disposición derogatoria única",
            "cl_derogatoria-1__para_nn_1: Cesa.",
            "cl_final-1: Disposición final primera",
            "cl_final-1__para_nn_1: Rige.",
        ],
    ),
    "French ordinals, codes and paragraphs": (
        "Titre Ier\nDes phares\n\nChapitre IIe\nDe l'huile\n\nArticle 1er\nIl brûle.\n\n"
        "Art. L. 5-1. - Il veille.\n\nArticle 6. - I. - Il dort le jour.\nII. - Il rend compte.",
        [
            "title_I: Titre Ier | Des phares",
            "title_I__chp_II: Chapitre IIe | De l'huile",
            "art_1: Article 1er",
            "art_1__para_nn_1: Il brûle.",
            "art_L-5-1: Art. L. 5-1. -",
            "art_L-5-1__para_nn_1: Il veille.",
            "art_6: Article 6. -",
            "art_6__para_I: I. - | Il dort le jour.",
            "art_6__para_II: II. - | Il rend compte.",
        ],
    ),
}


@pytest.mark.parametrize(("text", "lines"), CASES.values(), ids=CASES.keys())
def test_structure(tmp_path: Path, text: str, lines: list[str]) -> None:
    assert outline(law(tmp_path, text)) == lines


def test_the_contents_at_the_end_are_no_chapters(tmp_path: Path) -> None:
    listed = "\n\n".join(
        f"CAPÍTULO {n}\nFAROS . . . . . . . {page}" for n, page in (("I", 1), ("II", 2), ("III", 3))
    )
    made = law(tmp_path, f"CAPÍTULO I\nFAROS\n\nArtículo 1\n\nArden.\n\nÍNDICE\n\n{listed}")
    assert outline(made) == [
        "chp_I: CAPÍTULO I | FAROS",
        "art_1: Artículo 1",
        "art_1__para_nn_1: Arden.",
    ]
    assert {f.kind for f in made.furniture} == {"contents"}


def test_a_law_is_told_from_a_treaty(tmp_path: Path) -> None:
    path = tmp_path / "text.txt"
    path.write_text("Artículo 1\n\nLa ley y la Constitución rigen la República.", "utf-8")
    assert choose(read(path)).name == "civil-law"
    path.write_text("Artículo 1\n\nLas Partes aplican la ley. Los Estados Partes velan.", "utf-8")
    assert choose(read(path)).name == "un-treaty"


def test_no_article(tmp_path: Path) -> None:
    with pytest.raises(StructureError, match=r"ley\.txt: no article found .* civil-law"):
        law(tmp_path, "La ley no tiene faros.")


# Real documents

CHILE = {
    "as approved": (
        "Texto-aprobado-Consejo-Constitucional_06.10.23.pdf",
        {"article": 219, "chapter": 17, "clause": 57, "division": 32, "transitional": 1},
    ),
    "as proposed": (
        "Propuesta-Nueva-Constitucion.pdf",
        {"article": 216, "chapter": 17, "clause": 62, "division": 30, "transitional": 1},
    ),
}


@pytest.mark.shared
@pytest.mark.usefixtures("pdfs_read_once")
@pytest.mark.parametrize(("file", "counts"), CHILE.values(), ids=CHILE.keys())
def test_constitution(shared_data: Path, file: str, counts: dict[str, int]) -> None:
    """Articles and transitional provisions are numbered 1 to N, each once, and so are all
    paragraphs and points inside them; nothing is lost."""
    reading = read(shared_data / "chile-2023" / file)
    assert choose(reading).name == "civil-law"
    made = ingest(reading, ABOUT)
    check_traced(made)
    assert left_over(made) == ""
    assert made.unplaced == ()
    kinds = [p.kind for p in made.provisions]
    assert {kind: kinds.count(kind) for kind in counts} == counts
    articles = [p.eid for p in made.provisions if p.kind == "article"]
    assert articles == [f"art_{n}" for n in range(1, counts["article"] + 1)]
    clauses = [p.eid for p in made.provisions if p.kind == "clause"]
    assert clauses == [f"transitional__cl_{n}" for n in range(1, counts["clause"] + 1)]
    numbered = [p for p in made.provisions if re.match(r"\d", p.num)]
    numbered.sort(key=lambda p: p.parent or "")
    for parent, siblings in groupby(numbered, key=lambda p: p.parent):
        values = [int(re.match(r"\d+", p.num)[0]) for p in siblings]
        assert values == list(range(1, len(values) + 1)), parent
    assert all(p.text or any(c.parent == p.eid for c in made.provisions) for p in made.provisions)


RUN_IN = {
    "bold": (
        "<p>Artículo 1. <b>Sede.</b> El faro luce.</p><p>Artículo 2. <i>Uso</i>. La ley rige.</p>",
        [("Sede.", "El faro luce."), ("Uso.", "La ley rige.")],
    ),
    "bold with the number": (
        "<p><b>Artículo 1. Sede.</b> El faro luce.</p><p><b>Artículo 2.</b> La ley rige.</p>",
        [("Sede.", "El faro luce."), ("", "La ley rige.")],
    ),
    "a dash, as a habit": (
        "<p>Artículo 1.- Sede.- El faro luce.</p><p>Artículo 2.- Uso. — La ley rige.</p>",
        [("Sede.-", "El faro luce."), ("Uso. —", "La ley rige.")],
    ),
    "a dash, once": (
        "<p>Artículo 1.- El faro luce.- Así es.</p><p>Artículo 2.- Hay luz.</p><p>Artículo 3.- Sí.</p>",
        [("", "El faro luce.- Así es."), ("", "Hay luz."), ("", "Sí.")],
    ),
    "no look tells": (
        "<p>Artículo 1. Sede. El faro luce.</p><p>Artículo 2. Uso. La ley rige.</p>",
        [("", "Sede. El faro luce."), ("", "Uso. La ley rige.")],
    ),
    "all bold": (
        "<p><b>Artículo 1. Sede. El faro luce.</b></p><p>Artículo 2. La ley rige.</p>",
        [("", "Sede. El faro luce."), ("", "La ley rige.")],
    ),
    "a bold word": (
        "<p>Artículo 1. <b>Nadie</b> apaga el faro. Nunca.</p><p>Artículo 2. La ley rige.</p>",
        [("", "Nadie apaga el faro. Nunca."), ("", "La ley rige.")],
    ),
}


@pytest.mark.parametrize(("text", "read_as"), RUN_IN.values(), ids=RUN_IN.keys())
def test_headings_before_a_sentence(
    tmp_path: Path, text: str, read_as: list[tuple[str, str]]
) -> None:
    path = tmp_path / "ley.html"
    path.write_text(f"<html><body>{text}</body></html>", encoding="utf-8")
    made = CivilLaw().ingest(read(path), ABOUT)
    check_traced(made)
    assert left_over(made) == ""
    articles = [p.heading for p in made.provisions if p.kind == "article"]
    texts = [p.text for p in made.provisions if p.kind == "paragraph"]
    assert list(zip(articles, texts, strict=True)) == read_as
