"""eIds: the number part, the prefixes, and that no two are alike."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.akn.eid import LONGEST_NUMBER, EidMaker, number_part

NUMBERS = {
    "article": ("Article 5", "5"),
    "article in capitals": ("ARTICLE 12", "12"),
    "bis after a space": ("Article 5 bis", "5bis"),
    "bis joined": ("Article 5bis", "5bis"),
    "bis in capitals": ("ARTICLE 5 BIS", "5bis"),
    "letter after a space": ("Section 12 A", "12A"),
    "letter joined": ("Section 12A.", "12A"),
    "roman": ("Chapter IV", "IV"),
    "roman with a letter": ("Article IV B", "IVB"),
    "roman, small": ("(iv)", "iv"),
    "letter": ("(a)", "a"),
    "capital letter": ("A.", "A"),
    "double letter": ("(aa)", "aa"),
    "digit and dot": ("1.", "1"),
    "decimal": ("2.1", "2-1"),
    "decimal is not twenty-one": ("21", "21"),
    "letter and roman": ("(a)(ii)", "a-ii"),
    "in square brackets": ("[3.]", "3"),
    "ordinal sign": ("Artículo 3º", "3"),
    "word for a number": ("Article premier", "1"),
    "words for a number": ("PART ONE", "1"),
    "section sign": ("§ 7", "7"),
    "arabic": ("المادة ٢١", "21"),
    "arabic word": ("المادة الخامسة", "5"),
    "arabic word for a number": ("المادة الخامسة والعشرون", "25"),
    "arabic, put in between": ("المادة ٥ مكررا", "5bis"),
    "arabic, put in between, with vowel signs": ("المادة ٥ مكرراً", "5bis"),
    "arabic letter": ("(ب)", "b"),
    "arabic letter, stretched": ("(هـ)", "e"),
    "arabic in presentation forms": ("\ufe8d\ufedf\ufee3\ufe8e\ufea9\ufe93 \u0665", "5"),
    "marks of direction": ("\u200f\u202bالمادة\u202c\u200f\u00a0٥\u200f", "5"),
    "persian digits": ("ماده ۱۲", "12"),
    "chinese": ("第五条", "5"),
    "chinese with digits": ("第 5 条", "5"),
    "chinese, full width": ("第１２条", "12"),
    "chinese, put in between": ("第五条之二", "5bis"),
    "chinese, hundreds": ("第九百九十九条", "999"),
    "chinese part": ("第三部分", "3"),
    "chinese annex": ("附件二", "2"),
    "chinese annex without number": ("附件", "annex"),
    "chinese in brackets": ("（十一）", "11"),
    "chinese in one sign": ("㈠", "1"),
    "cyrillic": ("Статья 8", "8"),
    "cyrillic, put in between": ("Статья 8 бис", "8bis"),
    "cyrillic words for a number": ("Статья двадцать первая", "21"),
    "cyrillic letter": ("в)", "c"),
    "cyrillic letter past z": ("ю)", "aa"),
    "cyrillic signs for roman": ("Глава \u0425\u0406", "XI"),
    "french ordinal": ("Article 1er", "1"),
    "french words": ("Article quatre-vingt-dix-neuvième", "99"),
    "spanish words": ("Artículo trigésimo segundo", "32"),
    "spanish words in one": ("Artículo vigesimoctavo", "28"),
    "spanish letter": ("ñ)", "enye"),
    "ordinal sign and letter": ("Art. 5º-A", "5A"),
    "transitional": ("Artículo primero transitorio", "1-transitorio"),
    "transitional, the other way": ("Disposición transitoria primera", "transitoria-1"),
    "annex in another language": ("ANEXO", "annex"),
    "word of another script": ("Примечание", "primechanie"),
    "word alone": ("Annex", "annex"),
    "words that are no number": ("first lakes", "1-lakes"),
    "nothing": ("", ""),
    "chinese, the first put in between": ("第一条之一", "1-1"),
    "put in between as an alternative": ("Article 4 bis alt 2", "4bis-alt-2"),
    "alternative": ("[Article 4 alt]", "4-alt"),
    "alternative after a stop": ("Article 5.alt", "5-alt"),
    "the number before, in square brackets": ("Article 6 [7]", "6"),
    "the number before, both in brackets": ("Article [6][7]", "6"),
    "the number before, in round brackets": ("Article 6 (7)", "6"),
    "points of a point are no number before": ("(2)(3)", "2-3"),
    "new": ("New Article", "new"),
    "new with a number": ("[New Article 5]", "new-5"),
    "French code": ("Art. L. 5-1.", "L-5-1"),
    "French ordinal of a Roman number": ("Chapitre Ier", "I"),
    "signs that are written on others": ("ъь", ""),
    "signs only": ("—", ""),
    "combining mark without a letter": ("\u0301", ""),
}


@pytest.mark.parametrize(("printed", "part"), NUMBERS.values(), ids=NUMBERS.keys())
def test_number_part(printed: str, part: str) -> None:
    assert number_part(printed) == part


NAMES = {
    "article in a chapter": ([("chapter", "Chapter 3"), ("article", "Article 7")], "art_7"),
    "section in a chapter": ([("chapter", "Chapter 3"), ("section", "Section 1")], "chp_3__sec_1"),
    "point": (
        [("article", "Article 21"), ("paragraph", "2."), ("point", "(a)")],
        "art_21__para_2__point_a",
    ),
    "unnumbered paragraph": ([("article", "Article 1"), ("paragraph", "")], "art_1__para_nn_1"),
    "recital": ([("recital", "(4)")], "rec_4"),
    "recital without number": ([("recital", "")], "rec_nn_1"),
    "citation": ([("citation", "")], "cit_nn_1"),
    "long title": ([("longTitle", "")], "longTitle"),
    "formula": ([("formula", "")], "formula"),
    "wrap-up": ([("article", "Article 2"), ("wrapUp", "")], "art_2__wrapup"),
    "conclusions": ([("conclusions", "")], "conclusions"),
    "article of an annex": (
        [("attachment", "Annex II"), ("article", "Article 1")],
        "att_II__art_1",
    ),
    "article in a chapter of an annex": (
        [("attachment", "Annex II"), ("chapter", "Chapter 1"), ("article", "Article 1")],
        "att_II__art_1",
    ),
    "article quoted by an article": (
        [("article", "Article 9"), ("paragraph", "1."), ("article", "Article 4")],
        "art_9__art_4",
    ),
    "chapter without a number": ([("chapter", "CHAPTER")], "chp_nn_1"),
    "annex without a number": ([("attachment", "Annex")], "att_annex"),
    "transitional provisions": ([("transitional", "")], "transitional"),
    "article of transitional provisions": (
        [("transitional", ""), ("article", "Artículo 1")],
        "transitional__art_1",
    ),
    "subparagraph": ([("paragraph", "1."), ("subparagraph", "(b)")], "para_1__subpara_b"),
}


@pytest.mark.parametrize(("path", "eid"), NAMES.values(), ids=NAMES.keys())
def test_name(path: list[tuple[str, str]], eid: str) -> None:
    maker = EidMaker()
    parent = None
    for kind, num in path:
        parent = maker.make(kind, num, parent)
    assert parent == eid


def test_sections_as_basic_units() -> None:
    maker = EidMaker(basic=frozenset({"section"}))
    part = maker.make("part", "PART 2", None)
    assert maker.make("section", "6.", part) == "sec_6"


def test_a_repeated_number_is_counted() -> None:
    maker = EidMaker()
    article = maker.make("article", "Article 6", None)
    made = [maker.make("paragraph", num, article) for num in ("2.", "3.", "3.", "3.")]
    assert made == [f"art_6__para_{n}" for n in ("2", "3", "3_2", "3_3")]


def test_unnumbered_are_counted_by_kind_and_parent() -> None:
    maker = EidMaker()
    kinds = ("paragraph", "point", "paragraph", "point")
    made = [maker.make(kind, "", "art_1") for kind in kinds]
    assert made == [f"art_1__{n}" for n in ("para_nn_1", "point_nn_1", "para_nn_2", "point_nn_2")]


def test_an_eid_of_the_document_is_kept_once() -> None:
    maker = EidMaker()
    assert maker.keep("art_1", "article", None)
    assert not maker.keep("art_1", "article", None)
    assert maker.make("article", "Article 1", None) == "art_1_2"


NUMBER_LIKE = st.text(alphabet="nN123_().ab IVلد٣五é\u0301", max_size=6)


@given(st.lists(st.tuples(st.sampled_from(["article", "point", "wrapUp"]), NUMBER_LIKE)))
def test_no_two_alike_and_no_spaces(provisions: list[tuple[str, str]]) -> None:
    maker = EidMaker()
    made = [maker.make(kind, num, None) for kind, num in provisions]
    assert len(set(made)) == len(made)
    assert not any(character.isspace() for eid in made for character in eid)


@given(st.text(), st.sampled_from(["", "5", "Article 1 "]))
def test_a_number_is_short_and_plain(num: str, before: str) -> None:
    part = number_part(before + num)
    assert len(part) <= LONGEST_NUMBER
    assert part.isascii()
    assert all(c.isalnum() or c in "-_" for c in part)


@given(
    st.text(
        st.sampled_from("第条之零一二十百ъьЪй¨ºª\u0301\u0651ºⅣ㈠٥ مكررا5bisA[](). -"), max_size=12
    )
)
def test_any_number_has_a_name(num: str) -> None:
    part = number_part(num)
    assert part.isascii()
    assert not part.startswith("-")
    assert " " not in part


def test_a_long_number_is_linear() -> None:
    assert len(number_part("Article " + "5 " * 50_000)) <= LONGEST_NUMBER
