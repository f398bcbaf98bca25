"""How articles and chapters are titled, and sentences that begin like a title."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.ingesters.tracing import outline, treaty

CASES = {
    "the heading beside the number": (
        "Article 1 Use of lakes\n\nOne.\n\nArticle 2\tUse of seas\n1.\tTwo.\n\n"
        "Article 3   Ends\n\nThree.",
        [
            "art_1: Article 1 | Use of lakes",
            "art_1__para_nn_1: One.",
            "art_2: Article 2 | Use of seas",
            "art_2__para_1: 1. | Two.",
            "art_3: Article 3 | Ends",
            "art_3__para_nn_1: Three.",
        ],
    ),
    "the heading beside the number, in brackets": (
        "Article 1\n\nOne.\n\nArticle 5 [Deleted]\n\nArticle 6 (Use)\n\nTwo.",
        [
            "art_1: Article 1",
            "art_1__para_nn_1: One.",
            "art_5: Article 5 | [Deleted]",
            "art_6: Article 6 | (Use)",
            "art_6__para_nn_1: Two.",
        ],
    ),
    "articles in brackets": (
        "[Article 7\nUse\n\nOne.]\n\n[Article 8]\n[End]\n\nTwo.\n\nArticle [9]\nMore\n\nThree.",
        [
            "art_7: [Article 7 | Use",
            "art_7__para_nn_1: One.]",
            "art_8: [Article 8] | [End]",
            "art_8__para_nn_1: Two.",
            "art_9: Article [9] | More",
            "art_9__para_nn_1: Three.",
        ],
    ),
    "numbers with letters, dots and words": (
        "Article 1er\n\nOne.\n\nArticle 6 A\nLetter\n\nTwo.\n\nArticle 7.1\nDot\n\nThree.\n\n"
        "Статья 8 бис\nСфера\n\nFour.",
        [
            "art_1: Article 1er",
            "art_1__para_nn_1: One.",
            "art_6A: Article 6 A | Letter",
            "art_6A__para_nn_1: Two.",
            "art_7-1: Article 7.1 | Dot",
            "art_7-1__para_nn_1: Three.",
            "art_8bis: Статья 8 бис | Сфера",
            "art_8bis__para_nn_1: Four.",
        ],
    ),
    "chapters counted in words": (
        "CHAPTER ONE\nUse\n\nArticle 1\n\nOne.\n\nCHAPTER TWO\nEnd\n\nArticle 2\n\nTwo.",
        [
            "chp_1: CHAPTER ONE | Use",
            "art_1: Article 1",
            "art_1__para_nn_1: One.",
            "chp_2: CHAPTER TWO | End",
            "art_2: Article 2",
            "art_2__para_nn_1: Two.",
        ],
    ),
    "chapters in Arabic": (
        "الفصل الأول\nأحكام\n\nالمادة ١\n\nOne.",
        [
            "chp_1: الفصل الأول | أحكام",
            "art_1: المادة ١",
            "art_1__para_nn_1: One.",
        ],
    ),
    "sentences that begin with an article": (
        "Article 4\nUse\n\nArticle 3 does not bind ships.\n\nArticle 5 does not bind ships\n\n"
        "and boats.\n\nArticle 5 (a) binds\n\nArticle 6 A Party shall act.\n\nArticle 9 Boats",
        [
            "art_4: Article 4 | Use",
            "art_4__para_nn_1: Article 3 does not bind ships.",
            "art_4__para_nn_2: Article 5 does not bind ships",
            "art_4__para_nn_3: and boats.",
            "art_4__para_nn_4: Article 5 (a) binds",
            "art_4__para_nn_5: Article 6 A Party shall act.",
            "art_4__para_nn_6: Article 9 Boats",
        ],
    ),
    "a block that goes on in small letters is no heading": (
        "Article 1\n\nThe Parties meet\n\nand part.",
        ["art_1: Article 1", "art_1__para_nn_1: The Parties meet", "art_1__para_nn_2: and part."],
    ),
    "articles of an annex begin again": (
        "Article 1 Use\n\nOne.\n\nAnnexe II\nLists\n\nArticle 1 Fish\n\nTwo.",
        [
            "art_1: Article 1 | Use",
            "art_1__para_nn_1: One.",
            "att_II: Annexe II | Lists",
            "att_II__art_1: Article 1 | Fish",
            "att_II__art_1__para_nn_1: Two.",
        ],
    ),
    "the heading above the number": (
        "CHAPTER I\nWater\n\nUse of lakes\n\nArticle 1\n\nOne lake is used.\n\nUse of seas\n\n"
        "Article 2\n\n1. Two.\n\nCHAPTER II\nLand\n\nEnds\n\nArticle 3\n\nThree ends.",
        [
            "chp_I: CHAPTER I | Water",
            "art_1: Article 1 | Use of lakes",
            "art_1__para_nn_1: One lake is used.",
            "art_2: Article 2 | Use of seas",
            "art_2__para_1: 1. | Two.",
            "chp_II: CHAPTER II | Land",
            "art_3: Article 3 | Ends",
            "art_3__para_nn_1: Three ends.",
        ],
    ),
    "a heading above one number only": (
        "Article 1\n\nOne lake is used.\n\nUse of seas\n\nArticle 2\n\nTwo seas are.\n\n"
        "Article 3\n\nThree end.",
        [
            "art_1: Article 1",
            "art_1__para_nn_1: One lake is used.",
            "art_1__para_nn_2: Use of seas",
            "art_2: Article 2",
            "art_2__para_nn_1: Two seas are.",
            "art_3: Article 3",
            "art_3__para_nn_1: Three end.",
        ],
    ),
    "the sentence follows the heading at once": (
        "Article 1\nUse of lakes\nThe Parties use their lakes for ships and for\nfish, and for "
        "nothing else.\n\nArticle 2\nThe Parties use their seas for ships and for\nFish Day.",
        [
            "art_1: Article 1 | Use of lakes",
            "art_1__para_nn_1: The Parties use their lakes for ships and for fish, and for nothing "
            "else.",
            "art_2: Article 2",
            "art_2__para_nn_1: The Parties use their seas for ships and for Fish Day.",
        ],
    ),
    "headings that end with a stop": (
        "ARTICLE I. Use of lakes.\n\nThe Parties use them.\n\nARTICLE II. Use of seas.\n\n"
        "1. The Parties swim.",
        [
            "art_I: ARTICLE I. | Use of lakes.",
            "art_I__para_nn_1: The Parties use them.",
            "art_II: ARTICLE II. | Use of seas.",
            "art_II__para_1: 1. | The Parties swim.",
        ],
    ),
    "short sentences are no headings": (
        "ARTICLE I. The Parties act.\n\nARTICLE II. The Parties end.\n\n1. One.\n\n"
        "ARTICLE III. The Parties use. They rest.",
        [
            "art_I: ARTICLE I.",
            "art_I__para_nn_1: The Parties act.",
            "art_II: ARTICLE II.",
            "art_II__para_nn_1: The Parties end.",
            "art_II__para_1: 1. | One.",
            "art_III: ARTICLE III.",
            "art_III__para_nn_1: The Parties use. They rest.",
        ],
    ),
    "dashes, abbreviations, and a chapter without a number": (
        "CHAPTER\nWater\n\nArticle 1 – Use of lakes\n\nOne.\n\nArt. 2 Use of seas\n\nTwo.\n\n"
        "ARTICLE 3: Ends\n\nThree.",
        [
            "chp_nn_1: CHAPTER | Water",
            "art_1: Article 1 – | Use of lakes",
            "art_1__para_nn_1: One.",
            "art_2: Art. 2 | Use of seas",
            "art_2__para_nn_1: Two.",
            "art_3: ARTICLE 3: | Ends",
            "art_3__para_nn_1: Three.",
        ],
    ),
    "alternatives of an article": (
        "Article 1\nUse\n\nOne.\n\n[Article 1 alt\nUse\n\nTwo.]\n\nArticle 1 ALT 2\nUse\n\nThree.\n\n"
        "Article 1 bis alt\nEnds\n\nFour.\n\nArticle 2.alt\nMore\n\nFive.",
        [
            "art_1: Article 1 | Use",
            "art_1__para_nn_1: One.",
            "art_1-alt: [Article 1 alt | Use",
            "art_1-alt__para_nn_1: Two.]",
            "art_1-alt-2: Article 1 ALT 2 | Use",
            "art_1-alt-2__para_nn_1: Three.",
            "art_1bis-alt: Article 1 bis alt | Ends",
            "art_1bis-alt__para_nn_1: Four.",
            "art_2-alt: Article 2.alt | More",
            "art_2-alt__para_nn_1: Five.",
        ],
    ),
    "the number before, behind the number": (
        "Article 6 [7]\nUse\n\nOne.\n\nArticle 7 (8)\nMore\n\nTwo.\n\nArticle [8][9]\nEnds\n\nThree.\n\n"
        "Article 9 (2) binds boats.",
        [
            "art_6: Article 6 [7] | Use",
            "art_6__para_nn_1: One.",
            "art_7: Article 7 (8) | More",
            "art_7__para_nn_1: Two.",
            "art_8: Article [8][9] | Ends",
            "art_8__para_nn_1: Three.",
            "art_8__para_nn_2: Article 9 (2) binds boats.",
        ],
    ),
    "doubled brackets": (
        "Article 1\nUse\n\nOne.\n\n[[Article 1 ter]]\nMore\n\nTwo.",
        [
            "art_1: Article 1 | Use",
            "art_1__para_nn_1: One.",
            "art_1ter: [[Article 1 ter]] | More",
            "art_1ter__para_nn_1: Two.",
        ],
    ),
    "new articles": (
        "Article 1\nUse\n\nOne.\n\nNew Article\nBoats\n\nTwo.\n\n[New Article]\nShips\n\nThree.\n\n"
        "New Article 5\nNets\n\nFour.\n\nArticle [X]\nOars\n\nFive.\n\nNew Article 6 binds boats.",
        [
            "art_1: Article 1 | Use",
            "art_1__para_nn_1: One.",
            "art_new: New Article | Boats",
            "art_new__para_nn_1: Two.",
            "art_new_2: [New Article] | Ships",
            "art_new_2__para_nn_1: Three.",
            "art_new-5: New Article 5 | Nets",
            "art_new-5__para_nn_1: Four.",
            "art_X: Article [X] | Oars",
            "art_X__para_nn_1: Five.",
            "art_X__para_nn_2: New Article 6 binds boats.",
        ],
    ),
    "the heading on the line of the title, the text below": (
        "Article 1. Use of lakes\nThe Parties use the lakes of this part of the world.\n\n"
        "Article 2. Words\nIn this text:\n(a) one;\n\nArticle 3a. Boats\nBoats are red.\n\n"
        "Article 4. The Parties that have neither boats nor\nOars swim.",
        [
            "art_1: Article 1. | Use of lakes",
            "art_1__para_nn_1: The Parties use the lakes of this part of the world.",
            "art_2: Article 2. | Words",
            "art_2__para_nn_1: In this text:",
            "art_2__para_nn_1__point_a: (a) | one;",
            "art_3a: Article 3a. | Boats",
            "art_3a__para_nn_1: Boats are red.",
            "art_4: Article 4.",
            "art_4__para_nn_1: The Parties that have neither boats nor Oars swim.",
        ],
    ),
    "Chinese, the first put in between": (
        "第一条　一。\n\n第一条之一　二。\n\n第二条　三。",
        [
            "art_1: 第一条",
            "art_1__para_nn_1: 一。",
            "art_1-1: 第一条之一",
            "art_1-1__para_nn_1: 二。",
            "art_2: 第二条",
            "art_2__para_nn_1: 三。",
        ],
    ),
}


@pytest.mark.parametrize(("text", "lines"), CASES.values(), ids=CASES.keys())
def test_titles(tmp_path: Path, text: str, lines: list[str]) -> None:
    assert outline(treaty(tmp_path, text)) == lines


SET_APART = {
    "a dash below": ("Article 5\n- Use of lakes", "Article 5 -", "Use of lakes"),
    "two dashes below": ("Article 5\n-- Use of lakes", "Article 5 --", "Use of lakes"),
    "a colon below": ("Article 5\n: Use of lakes", "Article 5 :", "Use of lakes"),
    "a bracket closed below": ("[Article 5\n] Use of lakes", "[Article 5 ]", "Use of lakes"),
    "a bracket closed behind a stop": ("[Article 5.]\nUse of lakes", "[Article 5.]", "Use of lakes"),
    "a row of dashes": (
        "Article 5 - - - - - -\nUse of lakes", "Article 5 - - - - - -", "Use of lakes",
    ),
    "a stop, and a colon below": ("Article 5.\n: Use", "Article 5. :", "Use"),
    "Spanish": ("Artículo 5.-\n– Uso", "Artículo 5.- –", "Uso"),
    "Arabic": ("المادة ٥\n: المصطلحات", "المادة ٥ :", "المصطلحات"),
    "Chinese": ("第五条\n：用语", "第五条 ：", "用语"),
}  # fmt: skip


@pytest.mark.parametrize(("title", "num", "heading"), SET_APART.values(), ids=SET_APART.keys())
def test_what_sets_a_heading_apart_stands_once(
    tmp_path: Path, title: str, num: str, heading: str
) -> None:
    made = treaty(tmp_path, f"Article 4\n\nOne.\n\n{title}\n\nThe Parties meet.\n")
    assert (made.provisions[2].num, made.provisions[2].heading) == (num, heading)
    assert made.provisions[3].text == "The Parties meet."


def test_dashes_that_list(tmp_path: Path) -> None:
    made = treaty(tmp_path, "Article 4\n- Oars\n\n- Sails\n\nArticle 5\n\nOne.\n")
    assert outline(made)[:3] == [
        "art_4: Article 4", "art_4__point_nn_1: - | Oars", "art_4__point_nn_2: - | Sails",
    ]  # fmt: skip
