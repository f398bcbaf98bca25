"""References are found with their place, and lead where a reader would follow them."""

from __future__ import annotations

import pytest

from tests.references.drafts import TREATY, draft, found, leads, with_text
from tracker.references import dangling, looked_at, references

ENGLISH = {
    "article": ("as article 5 has it", ["art_5"]),
    "capital": ("as Article 5 has it", ["art_5"]),
    "abbreviated": ("see art. 5 and arts. 1 and 3", ["art_5", "art_1", "art_3"]),
    "bis": ("under article 5 bis, and more", ["art_5bis"]),
    "in square brackets": ("under article [5] it", ["art_5"]),
    "list": ("articles 1, 3 and 5 apply", ["art_1", "art_3", "art_5"]),
    "list with or": ("article 3 or 5 applies", ["art_3", "art_5"]),
    "range": ("articles 3 to 5 apply", ["art_3..art_5"]),
    "range with a dash": ("articles 3–5 apply", ["art_3..art_5"]),
    "list with a range": ("articles 1 and 3 to 5", ["art_1", "art_3..art_5"]),
    "paragraph beside it": ("paragraph 1 says", ["art_2__para_1"]),
    "paragraphs beside it": ("paragraphs 1 and 2", ["art_2__para_1", "art_2__para_2"]),
    "paragraph above": ("paragraph 1 above", ["art_2__para_1"]),
    "of this article": ("paragraph 1 of this article", ["art_2__para_1"]),
    "of another article": ("paragraph 2 (a) of article 1", ["art_1__para_2__point_a"]),
    "article first": ("article 1, paragraph 2 (b) (ii)", ["art_1__para_2__point_b__point_ii"]),
    "in brackets": ("Article 1(2)(a)", ["art_1__para_2__point_a"]),
    "point behind a comma": ("Article 1(2), point (a)", ["art_1__para_2__point_a"]),
    "points of one paragraph": (
        "points (a) and (c) of article 1(2)",
        ["art_1__para_2__point_a", "art_1__para_2__point_c"],
    ),
    "points without their word": (
        "article 1, paragraph 2 (a) or (b) (i), shall",
        ["art_1__para_2__point_a", "art_1__para_2__point_b__point_i"],
    ),
    "range of points": (
        "points (a) to (c) of paragraph 2 of article 1",
        ["art_1__para_2__point_a..art_1__para_2__point_c"],
    ),
    "a dot and a letter": ("article 1, paragraph 2.a, shall", ["art_1__para_2__point_a"]),
    "this chapter": ("Nothing in this Chapter", ["chp_I"]),
    "this article": ("this article", ["art_2"]),
    "the present article": ("the present article", ["art_2"]),
    "this paragraph": ("this paragraph", ["art_2__para_3"]),
    "chapter": ("Chapter II does", ["chp_II"]),
    "annex": ("Annex I and annex II", ["att_I", "att_II"]),
    "inside an annex": ("paragraph 1 of Annex I", ["att_I__para_1"]),
    "preceding paragraph": ("the preceding paragraph", ["art_2__para_2"]),
    "preceding article": ("the preceding article", ["art_1"]),
    "following article": ("the following article", ["art_3"]),
    "inside the preceding article": ("paragraph 2 of the preceding article", ["art_1__para_2"]),
    "of this instrument": ("article 5 of this Agreement", ["art_5"]),
    "of the instrument by its noun": ("article 5 of the Agreement", ["art_5"]),
    "that article": ("Article 4 and paragraph 2 of that article", ["art_4", "art_4__para_2"]),
    "of such article with its number": (
        "paragraph 2 of such article 4",
        ["art_4__para_2"],
    ),
    "a name with a dash": (
        "article 5 of Public Law 114–223 applies",
        ["elsewhere: Public Law 114–223"],
    ),
    "another convention": (
        "article 5 of the Convention on Buoys",
        ["elsewhere: Convention on Buoys"],
    ),
    "another instrument by its noun": ("article 5 of the Charter", ["elsewhere: Charter"]),
    "another with a number": (
        "Article 5 of Directive 95/46/EC and Article 3",
        ["elsewhere: Directive 95/46/EC", "art_3"],
    ),
    "by its initials": ("Articles 5 and 77 TFEU", ["elsewhere: TFEU", "elsewhere: TFEU"]),
    "all of a list are another's": (
        "articles 5 and 7, paragraph 1 (c) and (d), of the Charter",
        ["elsewhere: Charter"] * 3,
    ),
    "what the reference joined to it is": (
        "article 77, paragraph 2, and article 78 of the Charter",
        ["elsewhere: Charter", "elsewhere: Charter"],
    ),
    "of that instrument": (
        "article 5 of the Charter and article 3 of that Charter",
        ["elsewhere: Charter", "elsewhere: Charter"],
    ),
    "thereof": ("the Treaty of the Sound, and article 3 thereof,", ["elsewhere: Treaty"]),
    "of an article thereof": ("Article 4 and paragraph 2 thereof", ["art_4", "art_4__para_2"]),
    "behind the instrument": ("Resolution IV, paragraph 1, says", ["elsewhere: Resolution IV"]),
    "points of the only paragraph that has any": (
        "article 1, points (a) and (c),",
        ["art_1__para_2__point_a", "art_1__para_2__point_c"],
    ),
    "back to articles behind a paragraph": (
        "Articles 1, 4, paragraph 2, 5 and 3, shall",
        ["art_1", "art_4__para_2", "art_5", "art_3"],
    ),
    "a resolution in small letters": ("paragraph 2 of resolution IV", ["elsewhere: resolution IV"]),
    "no such article": ("article 9", ["nowhere"]),
    "no such paragraph": ("article 4, paragraph 3,", ["nowhere art_4"]),
    "no such paragraph here": ("paragraph 7", ["nowhere art_2"]),
    "not divided as read": ("paragraph 2 of article 3", ["nearest art_3"]),
    "no such kind at all": ("Part IV does", ["unclear"]),
    "days are no articles": ("article 5 and 30 days later", ["art_5"]),
    "numbers are no paragraphs": ("within paragraph 1, 30 days after", ["art_2__para_1"]),
    "ordinary words": ("part of the oil, a point in time, an act of section chiefs", []),
    "an instrument alone": ("this Agreement and Directive 95/46/EC", []),
    "over a line break": ("under article\n5. Parties", []),
}


@pytest.mark.parametrize(("text", "expected"), ENGLISH.values(), ids=ENGLISH)
def test_english(text: str, expected: list[str]) -> None:
    assert leads(text) == expected


FRENCH = {
    "article": ("visé à l’article 5", ["art_5"]),
    "list": ("aux articles 1, 3 et 5", ["art_1", "art_3", "art_5"]),
    "range": ("les articles 3 à 5", ["art_3..art_5"]),
    "paragraph and point": ("au paragraphe 2 a) de l’article 1", ["art_1__para_2__point_a"]),
    "point first": ("à l’alinéa b) du paragraphe 2 de l’article 1", ["art_1__para_2__point_b"]),
    "this article": ("du présent article", ["art_2"]),
    "of this article": ("au paragraphe 1 du présent article", ["art_2__para_1"]),
    "preceding": ("au paragraphe précédent", ["art_2__para_2"]),
    "chapter, annex": ("du chapitre II et de l’annexe I", ["chp_II", "att_I"]),
    "of that article": ("l’article 4 et le paragraphe 2 dudit article", ["art_4", "art_4__para_2"]),
    "another": ("l’article 5 de la Charte", ["elsewhere: Charte"]),
    "a Party, not a part": ("notifie à la Partie 60 jours avant", []),
    "first": ("l’article premier", ["art_1"]),
}


@pytest.mark.parametrize(("text", "expected"), FRENCH.values(), ids=FRENCH)
def test_french(text: str, expected: list[str]) -> None:
    assert leads(text, "fr") == expected


SPANISH = {
    "article": ("con arreglo al artículo 5", ["art_5"]),
    "list": ("los artículos 1, 3 y 5", ["art_1", "art_3", "art_5"]),
    "range": ("los artículos 3 a 5", ["art_3..art_5"]),
    "paragraph and point": ("el párrafo 2 a) del artículo 1", ["art_1__para_2__point_a"]),
    "points": (
        "los literales a) y c) del inciso 2 del artículo 1",
        ["art_1__para_2__point_a", "art_1__para_2__point_c"],
    ),
    "this article": ("el presente artículo, este artículo", ["art_2", "art_2"]),
    "preceding": ("el inciso anterior", ["art_2__para_2"]),
    "inside the preceding": ("inciso 2 del artículo anterior", ["art_1__para_2"]),
    "in words": ("el inciso segundo del artículo 4", ["art_4__para_2"]),
    "of the law spoken of": (
        "el artículo 5 del mencionado cuerpo legal",
        ["elsewhere: that cuerpo"],
    ),
    "another": ("el artículo 5 de la Carta", ["elsewhere: Carta"]),
    "in agreement with": ("según el artículo 5 de acuerdo con ello", ["art_5"]),
    "a Party, not a part": ("para esa Parte 90 días después", []),
}


@pytest.mark.parametrize(("text", "expected"), SPANISH.values(), ids=SPANISH)
def test_spanish(text: str, expected: list[str]) -> None:
    assert leads(text, "es") == expected


def test_each_item_of_a_list_has_its_own_words() -> None:
    text = "under paragraphs 1 and 2 of this article"
    assert [(text[one.start : one.end], one.text) for one in found(text)] == [
        ("paragraphs 1", "paragraphs 1 and 2 of this article"),
        ("2", "paragraphs 1 and 2 of this article"),
    ]


DOUBTS = {
    "of what is not understood": "article 5 of the opinion",
    "behind a possessive": "in accordance with its article 5",
    "beside another instrument": "as the Charter of the Sound and its article 77 has it",
}


@pytest.mark.parametrize("text", DOUBTS.values(), ids=DOUBTS)
def test_whose_a_provision_is_may_be_doubtful(text: str) -> None:
    assert [one.sure for one in found(text)] == [False]


def test_another_language_is_not_looked_at() -> None:
    assert references(with_text("article 5", language="ar")) == ()
    assert not looked_at("ar")
    assert looked_at("es-CL")


def test_dangling_lists_what_leads_nowhere() -> None:
    told = dangling(with_text("article 5, article 77 and article 4, paragraph 3"))
    assert [one.text for one in told] == ["article 77", "article 4, paragraph 3"]
    assert "77" in told[0].why
    assert "Article 4" in told[1].why


def test_a_partial_document_has_nothing_dangling() -> None:
    partial = with_text("article 77 applies", partial=True)
    assert dangling(partial) == ()
    (one,) = (one for one in references(partial) if one.provision == "art_2__para_3")
    assert one.standing == "unclear"
    assert "part of the text" in one.why


def test_an_empty_draft_has_none() -> None:
    assert references(draft([])) == ()
    assert references(draft([(0, "article", "Article 1", "", "")])) == ()


BILL = draft(
    [
        (0, "section", "1.", "Citation", "This Act may be cited as the Lamps (Oil) Act 2020."),
        (0, "section", "2.", "Keepers", ""),
        (1, "subsection", "(1)", "", "A keeper named under subsection (2)(b) serves."),
        (1, "subsection", "(2)", "", "The Minister may, under section 3(1)—"),
        (2, "paragraph", "(a)", "", "name a keeper, or"),
        (
            2,
            "paragraph",
            "(b)",
            "",
            "dismiss one under paragraph (a) or section 9 of the Lamps Act 1950.",
        ),
        (0, "section", "3.", "Amendment of Act of 1950", ""),
        (
            1,
            "subsection",
            "(1)",
            "",
            "Section 4 (inserted by section 2) of the Act of 1950 is amended—",
        ),
        (
            2,
            "paragraph",
            "(a)",
            "",
            "in subsection (2), by substituting “section 2” for “section 1”, and",
        ),
        (
            2,
            "paragraph",
            "(b)",
            "",
            "by inserting “within the meaning of section 2 of the Lamps (Oil) Act 2020”.",
        ),
    ],
    basic="section",
    title="Lamps (Oil) Bill 2020",
)


def test_a_bill_and_the_act_that_it_amends() -> None:
    assert [(one.text, one.standing, one.targets, one.instrument) for one in references(BILL)] == [
        ("subsection (2)(b)", "exact", ("sec_2__subsec_2__para_b",), ""),
        ("section 3(1)", "exact", ("sec_3__subsec_1",), ""),
        ("paragraph (a)", "exact", ("sec_2__subsec_2__para_a",), ""),
        ("section 9 of the Lamps Act 1950", "elsewhere", (), "Lamps Act 1950"),
        ("Section 4 (inserted by section 2) of the Act of 1950", "elsewhere", (), "Act of 1950"),
        ("section 2", "exact", ("sec_2",), ""),
        ("subsection (2)", "elsewhere", (), "Act of 1950"),
        ("section 2", "elsewhere", (), "Act of 1950"),
        ("section 1", "elsewhere", (), "Act of 1950"),
        ("section 2 of the Lamps (Oil) Act 2020", "exact", ("sec_2",), ""),
    ]


def test_what_a_bill_quotes_leads_inside_the_quotation() -> None:
    bill = draft(
        [
            (0, "section", "1.", "", "The Lamps Act 1950 is amended by adding at the end:"),
            (1, "quotedStructure", "", "", ""),
            (2, "subsection", "(c)", "", "As subsection (a) and paragraph (1) say:"),
            (3, "paragraph", "(1)", "", "this section applies."),
            (0, "section", "2.", "", "See section 1."),
        ],
        basic="section",
    )
    assert [(one.text, one.standing) for one in references(bill)] == [
        ("subsection (a)", "elsewhere"),
        ("paragraph (1)", "exact"),
        ("this section", "elsewhere"),
        ("section 1", "exact"),
    ]


def test_a_section_is_the_nearest_one_of_its_number() -> None:
    rows = [
        (0, "chapter", "Chapter I", "", ""),
        (1, "section", "Section 1", "", ""),
        (2, "article", "Article 1", "", "Section 1 and section 1 of Chapter II differ."),
        (0, "chapter", "Chapter II", "", ""),
        (1, "section", "Section 1", "", ""),
        (2, "article", "Article 2", "", "So section 1 is this one."),
    ]
    told = [one.targets for one in references(draft(rows))]
    assert told == [("chp_I__sec_1",), ("chp_II__sec_1",), ("chp_II__sec_1",)]


def test_the_treaty_is_what_the_tests_take_it_for() -> None:
    made = draft(TREATY)
    assert [p.eid for p in made.provisions if p.kind == "article"] == [
        "art_1",
        "art_2",
        "art_3",
        "art_4",
        "art_5",
        "art_5bis",
    ]
