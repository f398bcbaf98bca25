"""Akoma Ntoso as issued: every variant read right, and not a character lost."""

from __future__ import annotations

import hashlib
from collections import Counter
from pathlib import Path
from xml.sax.saxutils import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from tests.strategies import drafts
from tracker.akn import build, parse
from tracker.errors import StructureError
from tracker.ingesters.akn import AkomaNtoso
from tracker.ingesters.akn.words import local
from tracker.ingesters.base import About
from tracker.model import Draft, Span
from tracker.read import Reading, read

AKN = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
ABOUT = About(negotiation="made-up", symbol="A/1", date="2031-02-03")


def reading(xml: str) -> Reading:
    """The reading of a file with this XML."""
    raw = xml.encode()
    digest = hashlib.sha256(raw).hexdigest()
    return Reading("made.xml", "xml", digest, len(raw), (xml,), (), raw)


def ingest(xml: str) -> Draft:
    """The draft in this XML, after checks that hold for every one."""
    made = AkomaNtoso().ingest(reading(xml), ABOUT)
    check(made, etree.fromstring(xml.encode()))
    return made


def check(made: Draft, root: etree._Element) -> None:
    """Spans are exact, nothing is lost or doubled, and the draft can be written."""
    (page,) = made.pages
    covered: list[tuple[int, int]] = [(f.start, f.end) for f in made.furniture]
    for piece in made.furniture:
        assert page[piece.start : piece.end] == piece.text
    for p in made.provisions:
        held = [(p.text, p.spans), (p.num, p.num_spans), (p.heading, p.heading_spans)]
        held += [(mark.printed, mark.spans) for mark in p.marks]
        for text, spans in held:
            assert exact(text, spans, page)
            covered += [(span.start, span.end) for span in spans]
        for mark in p.marks:
            assert 0 <= mark.start <= mark.end <= len(p.text)
    covered.sort()
    ends = [0, *(end for _, end in covered)]
    gaps = zip(ends, [*(start for start, _ in covered), len(page)], strict=True)
    assert all(page[end:start].isspace() or end == start for end, start in gaps)
    assert characters(page) == sum(map(characters, words(root)), Counter())
    assert parse(build(made), "made.xml") == made


def exact(text: str, spans: tuple[Span, ...], page: str) -> bool:
    """Whether the spans hold every character of a text but white space."""
    rest = list(text)
    for span in spans:
        length = span.end - span.start
        if text[span.at : span.at + length] != page[span.start : span.end]:
            return False
        rest[span.at : span.at + length] = " " * length
    return "".join(rest).isspace() or not text


def characters(text: str) -> Counter[str]:
    """How often each character that shows stands in a text."""
    return Counter("".join(text.split()).replace("\u2060", ""))


def words(element: etree._Element) -> list[str]:
    """The character data of an element outside `meta`."""
    if local(element) in ("", "meta"):
        return []
    found = [element.text or ""]
    for child in element:
        found += [*words(child), child.tail or ""]
    return found


def rows(made: Draft) -> list[tuple[str, str, str, str, str]]:
    """Kind, eId, number, heading and text of the provisions."""
    return [(p.kind, p.eid, p.num, p.heading, p.text) for p in made.provisions]


def act(body: str, *, space: str = f' xmlns="{AKN}"') -> str:
    """An `akomaNtoso` with an act of this body."""
    return f"<akomaNtoso{space}><act name='a'><body>{body}</body></act></akomaNtoso>"


ARTICLE = (
    '<article eId="art_1"><num>Article 1</num><heading>Use</heading>'
    '<paragraph eId="art_1__para_nn"><intro><p>Examples are:</p></intro>'
    '<point eId="art_1__para_nn__point_a"><num>(a)</num><content><p>short;</p></content></point>'
    '<wrapUp eId="art_1__para_nn__wrapup"><p>and clear.</p></wrapUp></paragraph></article>'
)
ARTICLE_ROWS = [
    ("article", "art_1", "Article 1", "Use", ""),
    ("paragraph", "art_1__para_nn", "", "", "Examples are:"),
    ("point", "art_1__para_nn__point_a", "(a)", "", "short;"),
    ("wrapUp", "art_1__para_nn__wrapup", "", "", "and clear."),
]


@pytest.mark.parametrize(
    "space",
    ["", *(f' xmlns="{s}"' for s in (AKN, f"{AKN}/WD17", "http://www.akomantoso.org/2.0"))],
    ids=["none", "3.0", "3.0 draft", "2.0"],
)
def test_the_name_space_does_not_matter(space: str) -> None:
    assert rows(ingest(act(ARTICLE, space=space))) == ARTICLE_ROWS


def test_old_ids_and_names() -> None:
    made = ingest(
        '<akomaNtoso xmlns="http://www.akomantoso.org/1.0"><act><body><section id="s1">'
        "<num>1.</num><paragraph id='p1'><num>(a)</num><content><p>one</p></content></paragraph>"
        "<wrap><p>both</p></wrap></section></body></act></akomaNtoso>"
    )
    assert rows(made) == [
        ("section", "s1", "1.", "", ""),
        ("paragraph", "p1", "(a)", "", "one"),
        ("wrapUp", "s1__wrapup", "", "", "both"),
    ]


IRISH = """<bill name="Bill"><meta><x>not text</x></meta>
<coverPage><toc><tocItem><inline name="tocNum">1. </inline>
  <inline name="tocHeading">Naming</inline></tocItem></toc></coverPage>
<preface><p class="ga_shorttitle"><shortTitle>Bille na Samplaí</shortTitle></p>
  <p class="en_shorttitle"><shortTitle>Samples Bill</shortTitle></p>
  <longTitle><p><eol number="L1"/>An Act about <eol number="L2"/>samples.</p></longTitle></preface>
<preamble><p><eol/>Be it enacted as follows:</p></preamble>
<body>
 <part eId="part_1"><num>PART 1</num><heading><eol/>First things</heading>
  <content><p>PART 1</p></content>
  <section eId="section_1"><heading><eol/>Naming</heading><num>1</num>
   <content><p><eol/>1. (</p></content>
   <subsection eId="s1"><num>1</num><content><p>1) This Act may <eol/>be named.</p></content>
   </subsection>
   <subsection eId="s2"><num>2</num><content><p><eol/> (2) It has—</p></content>
    <paragraph eId="s2a"><num>a</num><content><p> (a) a name<note id="f"><note-citation>1
     </note-citation><note-body><p>See there.</p></note-body></note>, and</p></content></paragraph>
    <p>no number.</p></subsection>
  </section>
  <section eId="section_2"><num>2</num><content><p>2. In this Act—</p></content>
   <p> “sample” means <a href="#x"/><a href="#x">a &amp; b</a>;</p></section>
 </part>
 <hcontainer eId="schedule_1" name="schedule"><num>1</num><content><p>SCHEDULE 1</p>
  <table><table-row><table-cell><p>Year</p></table-cell><table-cell><p>Name</p></table-cell>
  </table-row></table></content></hcontainer>
 <conclusions><container name="backcover"><p>Samples Bill</p></container></conclusions>
</body></bill>"""


def test_irish_bill() -> None:
    made = ingest(IRISH)
    assert rows(made) == [
        ("longTitle", "longTitle", "", "", "An Act about samples."),
        ("formula", "formula", "", "", "Be it enacted as follows:"),
        ("part", "part_1", "PART 1", "First things", ""),
        ("section", "section_1", "1", "Naming", ""),
        ("subsection", "s1", "1", "", "This Act may be named."),
        ("subsection", "s2", "2", "", "It has—"),
        ("paragraph", "s2a", "a", "", "a name, and"),
        ("wrapUp", "s2__wrapup", "", "", "no number."),
        ("section", "section_2", "2", "", "In this Act—\n“sample” means a & b;"),
        ("hcontainer", "schedule_1", "1", "", "Year Name"),
    ]
    assert [(f.kind, f.text) for f in made.furniture] == [
        ("contents", "1. Naming"),
        ("cover", "Bille na Samplaí"),
        ("cover", "Samples Bill"),
        ("repeated-number", "PART 1"),
        ("repeated-number", "1. ("),
        ("repeated-number", "1)"),
        ("repeated-number", "(2)"),
        ("repeated-number", "(a)"),
        ("footnote", "1 See there."),
        ("repeated-number", "2."),
        ("repeated-number", "SCHEDULE 1"),
        ("cover", "Samples Bill"),
    ]
    assert made.title == "Samples Bill"
    assert made.convention == "akoma-ntoso"


VARIANTS = {
    "list is transparent": (
        "<article><num>1</num><list><intro><p>These:</p></intro>"
        "<point><num>(a)</num><content><p>one</p></content></point></list></article>",
        [("article", "art_1", "1", "", "These:"), ("point", "art_1__point_a", "(a)", "", "one")],
    ),
    "items of a list are points": (
        "<article><num>1</num><content><blockList><listIntroduction>These:</listIntroduction>"
        "<item><num>(a)</num><p>one</p></item><listWrapUp>all</listWrapUp></blockList>"
        "</content></article>",
        [
            ("article", "art_1", "1", "", "These:"),
            ("point", "art_1__point_a", "(a)", "", "one"),
            ("wrapUp", "art_1__wrapup", "", "", "all"),
        ],
    ),
    "words after an inner provision": (
        "<article><num>1</num><point><num>(a)</num><content><p>one</p></content></point>"
        "<p>after</p><p>wards</p></article>",
        [
            ("article", "art_1", "1", "", ""),
            ("point", "art_1__point_a", "(a)", "", "one"),
            ("wrapUp", "art_1__wrapup", "", "", "after\nwards"),
        ],
    ),
    "words in no provision": (
        "<p>First.</p><p>Second.</p>",
        [
            ("paragraph", "para_nn_1", "", "", "First."),
            ("paragraph", "para_nn_2", "", "", "Second."),
        ],
    ),
    "words directly in content": (
        "<article><num>1</num><content>Bare <b>bold</b> words</content></article>",
        [("article", "art_1", "1", "", "Bare bold words")],
    ),
    "heading in two": (
        "<article><heading>One</heading><subheading>Two</subheading></article>",
        [("article", "art_nn_1", "", "One Two", "")],
    ),
    "heading between articles": (
        "<section><num>1</num><crossHeading>Fees</crossHeading></section>",
        [
            ("section", "sec_1", "1", "", ""),
            ("crossHeading", "sec_1__crossHeading_nn_1", "", "Fees", ""),
        ],
    ),
    "eId twice": (
        "<article eId='x'><num>1</num></article><article eId='x'><num>2</num></article>",
        [("article", "x", "1", "", ""), ("article", "art_2", "2", "", "")],
    ),
    "eId with a space": (
        "<article eId='art 1'><num>1</num></article>",
        [("article", "art_1", "1", "", "")],
    ),
    "a made eId avoids one given later": (
        "<article><num>2</num></article><article eId='art_2'><num>2</num></article>",
        [("article", "art_2_2", "2", "", ""), ("article", "art_2", "2", "", "")],
    ),
    "a number that is no repetition": (
        "<article><num>2</num><content><p>2 members and 2.5 %</p></content></article>",
        [("article", "art_2", "2", "", "2 members and 2.5 %")],
    ),
    "a word cut at the end of a line": (
        "<article><content><p>nego<eol breakWith='-'/>tiated<eol/>text</p></content></article>",
        [("article", "art_nn_1", "", "", "negotiated text")],
    ),
    "quoted structure": (
        "<article><content><p>Insert: <mod><quotedStructure><section><num>4</num><content>"
        "<p>New words.</p></content></section></quotedStructure></mod></p></content></article>",
        [("article", "art_nn_1", "", "", "Insert:\n4\nNew words.")],
    ),
    "comments and instructions": (
        "<article><content><p>one<!-- no -->, <?no no?>two</p></content></article>",
        [("article", "art_nn_1", "", "", "one, two")],
    ),
}


@pytest.mark.parametrize(("body", "expected"), VARIANTS.values(), ids=VARIANTS.keys())
def test_variant(body: str, expected: list[tuple[str, str, str, str, str]]) -> None:
    assert rows(ingest(act(body))) == expected


def test_preamble_and_annex() -> None:
    made = ingest(
        f'<akomaNtoso xmlns="{AKN}"><act name="a"><preamble><citations><citation><p>Having seen,'
        "</p></citation></citations><recitals><intro><p>Whereas:</p></intro><recital><num>(1)"
        "</num><p>It helps.</p></recital></recitals></preamble><body><article><num>1</num>"
        "</article></body><conclusions><p>Done.</p></conclusions><attachments><attachment><num>"
        "Annex</num><heading>Forms</heading><doc name='annex'><meta/><preface><p>To read</p>"
        "</preface><mainBody><article><num>1</num></article></mainBody></doc></attachment>"
        "</attachments></act><components><component><doc name='d'><mainBody><p>More</p></mainBody>"
        "</doc></component></components></akomaNtoso>"
    )
    assert rows(made) == [
        ("citation", "cit_nn_1", "", "", "Having seen,"),
        ("formula", "formula", "", "", "Whereas:"),
        ("recital", "rec_1", "(1)", "", "It helps."),
        ("article", "art_1", "1", "", ""),
        ("conclusions", "conclusions", "", "", "Done."),
        ("attachment", "att_annex", "Annex", "Forms", "To read"),
        ("article", "att_annex__art_1", "1", "", ""),
        ("attachment", "att_nn_1", "", "", ""),
        ("paragraph", "att_nn_1__para_nn_1", "", "", "More"),
    ]
    assert made.provisions[-1].parent == "att_nn_1"


def test_marks() -> None:
    made = ingest(
        act(
            "<article><num>1.</num><content><p>1. They <ins>shall </ins><del>may</del> "
            "<inline name='bracket'>[act]</inline><remark>(agreed)</remark>.</p>"
            "</content></article>"
        )
    )
    (article,) = made.provisions
    assert article.text == "They shall may [act]."
    assert [(m.kind, article.text[m.start : m.end], m.printed) for m in article.marks] == [
        ("added", "shall", ""),
        ("struck", "may", ""),
        ("bracket", "[act]", ""),
        ("note", "", "(agreed)"),
    ]
    assert article.marks[-1].end == article.text.index(".")


def test_notes_and_remarks_beside_provisions() -> None:
    made = ingest(
        act(
            "<article><num>1<authorialNote><p>n1</p></authorialNote></num>"
            "<heading>Use<remark>r1</remark></heading><num>bis</num></article>"
            "<toc><tocItem>Use <remark>r2</remark><note>n2 <note>n3</note></note></tocItem></toc>"
        )
    )
    assert rows(made) == [("article", "art_1", "1", "Use", "")]
    assert [(f.kind, f.text) for f in made.furniture] == [
        ("footnote", "n1"),
        ("unplaced", "r1"),
        ("unplaced", "bis"),
        ("contents", "Use"),
        ("contents", "r2"),
        ("footnote", "n2 n3"),
    ]


def test_unknown_elements_are_unplaced() -> None:
    made = ingest(act("<article><num>1</num><gadget>odd <b>words</b></gadget></article>"))
    assert [f.text for f in made.unplaced] == ["odd words"]


SCORES = {
    "3.0": (act(ARTICLE), 1.0),
    "none": (act(ARTICLE, space=""), 1.0),
    "bare bill with meta": ("<bill><meta/><body/></bill>", 0.95),
    "bare doc": ("<doc><mainBody/></doc>", 0.6),
    "bill of another parliament": ("<bill><form/><legis-body/></bill>", 0.0),
    "bill in another name space": ("<bill xmlns='urn:uslm'><meta/><body/></bill>", 0.0),
    "akomaNtoso without a document": ("<akomaNtoso/>", 0.0),
    "HTML": ("<html><body/></html>", 0.0),
    "broken": ("<akomaNtoso>", 0.0),
    "no XML": ("", 0.0),
}


@pytest.mark.parametrize(("xml", "score"), SCORES.values(), ids=SCORES.keys())
def test_score(xml: str, score: float) -> None:
    assert AkomaNtoso().score(reading(xml)) == score


@pytest.mark.parametrize(
    "xml",
    [act(""), act("<toc><tocItem>1</tocItem></toc>"), "<html/>"],
    ids=["empty", "toc", "html"],
)
def test_no_provision_is_an_error(xml: str) -> None:
    with pytest.raises(StructureError, match=r"^made\.xml: "):
        AkomaNtoso().ingest(reading(xml), ABOUT)


@given(drafts())
def test_our_own_files_come_back(made: Draft) -> None:
    about = About(made.negotiation, made.symbol, made.date, made.language)
    own = reading(build(made).decode())
    assert AkomaNtoso().score(own) == 1.0
    assert AkomaNtoso().ingest(own, about) == made


def test_of_our_own_files_what_the_user_says_holds() -> None:
    made = ingest(act(ARTICLE))
    about = About("another", "B/2", "2032-01-01")
    again = AkomaNtoso().ingest(reading(build(made).decode()), about)
    assert (again.negotiation, again.symbol, again.date) == ("another", "B/2", "2032-01-01")
    assert again.provisions == made.provisions


NAMES = """
    article section paragraph point list num heading content intro wrapUp p i ins del remark inline
    note eol br table tr td ul li blockList item listIntroduction crossHeading toc tocItem coverPage
    preface longTitle preamble recitals recital formula conclusions container meta attachment doc
    mainBody gadget quotedStructure hcontainer blockContainer
    """
TAGS = st.sampled_from(NAMES.split())
TEXTS = st.sampled_from(["", "", " ", "\n  ", "1. ", "(a)", "[x", "y]", "word", " two words ", "٢"])


def _element(parts: tuple[str, str, list[tuple[str, str]]]) -> str:
    tag, text, inner = parts
    name = ' name="bracket"' if tag == "inline" else ""
    return f"<{tag}{name}>{escape(text)}{''.join(child + escape(t) for child, t in inner)}</{tag}>"


TREES = st.recursive(
    st.tuples(TAGS, TEXTS).map(lambda leaf: _element((*leaf, []))),
    lambda trees: st.tuples(TAGS, TEXTS, st.lists(st.tuples(trees, TEXTS), max_size=4)).map(
        _element
    ),
    max_leaves=25,
)


@given(st.lists(TREES, max_size=4))
def test_no_character_is_lost_whatever_stands_in_whatever(trees: list[str]) -> None:
    ingest(act(ARTICLE + "".join(trees)))


@pytest.mark.parametrize("tag", ["section", "p", "i", "note", "doc", "container", "blockList"])
def test_deep_nesting(tag: str) -> None:
    deep = f"<{tag}>x" * 240 + f"</{tag}>" * 240
    made = AkomaNtoso().ingest(reading(act(ARTICLE + deep)), ABOUT)
    assert characters(made.pages[0])["x"] == 241  # one in "Examples"


@pytest.mark.parametrize("piece", [" ", "(", "\n ", "1.", "[1"], ids=repr)
def test_hostile_text_is_linear(piece: str) -> None:
    made = ingest(
        act(f"<article><num>1</num><content><p>{piece * 50_000}x</p></content></article>")
    )
    assert made.provisions[0].text.endswith("x")


@pytest.mark.shared
def test_the_stages_of_an_irish_bill(shared_data: Path) -> None:
    counts = []
    for stage in ("B3514S", "B35a14S", "B35b14S", "b35c14S", "b35d14S"):
        path = shared_data / "ireland-bill-35-2014" / f"{stage}_akn.xml"
        made = AkomaNtoso().ingest(read(path), ABOUT)
        check(made, etree.parse(str(path)).getroot())
        assert not made.unplaced
        numbered = [p for p in made.provisions if p.num]
        assert not [p.eid for p in numbered if p.text.startswith((f"({p.num})", f"{p.num}."))]
        counts.append(sum(p.kind == "section" for p in made.provisions))
    assert counts == [52, 54, 54, 55, 55]


@pytest.mark.shared
def test_the_alignment_sets_keep_their_eids(shared_eval: Path) -> None:
    paths = sorted(shared_eval.glob("sets/*/*.xml"))
    assert paths
    for path in paths:
        made = AkomaNtoso().ingest(read(path), ABOUT)
        root = etree.parse(str(path)).getroot()
        check(made, root)
        given_eids = [e.get("eId") for e in root.iter() if e.get("eId") not in (None, "source")]
        assert [p.eid for p in made.provisions] == given_eids
