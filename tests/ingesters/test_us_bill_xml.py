"""Bills of the US Congress in XML, in both vocabularies; all texts are made up."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.ingesters.tracing import check_traced, furniture, left_over, outline
from tracker.akn import build, parse
from tracker.errors import StructureError
from tracker.ingesters import About, choose, ingest, layers_of
from tracker.model import Draft
from tracker.read import Reading, read

ABOUT = About("lamps", "H.R. 9", "2031-01-03")

DTD = """<?xml version="1.0"?>
<?xml-stylesheet href="lamps.xsl"?>
<!DOCTYPE bill PUBLIC "-//Made up//DTDs/bill.dtd//EN" "bill.dtd">
<bill bill-stage="Introduced-in-House"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dublinCore><dc:title>199 HR 9 IH: Lamps</dc:title></dublinCore></metadata>
<form><distribution-code>I</distribution-code><legis-num>H. R. 9</legis-num>
<action><action-desc><sponsor>Ms. Nobody</sponsor> introduced the bill</action-desc></action>
<legis-type>A BILL</legis-type><official-title>To light<pagebreak/> harbours.</official-title></form>
<legis-body>BODY</legis-body>
<endorsement><action-date>January 3</action-date></endorsement></bill>
"""

USLM = """<?xml version="1.0"?>
<bill xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns="http://schemas.gpo.gov/xml/uslm">
<!-- a remark --><meta><dc:title>199 HR 9 IH: Lamps</dc:title></meta>
<preface><slugLine>•HR 9 IH</slugLine><dc:title>To light harbours.</dc:title>
<docNumber>9</docNumber>COVER</preface>
<main><longTitle><docTitle>A BILL</docTitle><officialTitle>To light harbours.</officialTitle>
</longTitle><enactingFormula><i>Be it enacted, </i></enactingFormula>BODY</main>
<attestation><action><actionDescription>Passed </actionDescription><date>June 1</date>.</action>
<signatures><signature><notation>Attest: </notation><role>Clerk</role>.</signature></signatures>
</attestation>
<endorsement><docNumber>9</docNumber><longTitle><officialTitle>To light harbours.</officialTitle>
</longTitle></endorsement><endMarker>○</endMarker></bill>
"""


def reading_of(tmp_path: Path, text: str, name: str = "bill.xml") -> Reading:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return read(path)


def drafted(tmp_path: Path, text: str, layer: str = "") -> Draft:
    """The draft in a file, recognised, traced, and written as XML and read again."""
    reading = reading_of(tmp_path, text)
    assert choose(reading).name == "us-bill"
    made = ingest(reading, About("lamps", "H.R. 9", "2031-01-03", layer=layer))
    check_traced(made)
    assert left_over(made) == ""
    assert parse(build(made), "a.xml").provisions == made.provisions
    return made


def dtd(tmp_path: Path, body: str) -> list[str]:
    return outline(drafted(tmp_path, DTD.replace("BODY", body)))[1:]


def uslm(tmp_path: Path, body: str) -> list[str]:
    return outline(drafted(tmp_path, USLM.replace("BODY", body).replace("COVER", "")))[2:-1]


def test_what_stands_around_the_text_of_a_bill_in_the_dtd(tmp_path: Path) -> None:
    made = drafted(
        tmp_path, DTD.replace("BODY", "<section><enum>1.</enum><text>Lit.</text></section>")
    )
    assert outline(made) == ["longTitle: To light harbours.", "sec_1: 1. | Lit."]
    assert made.title == "To light harbours."
    assert furniture(made) == [
        ("cover", "I"),
        ("cover", "H. R. 9"),
        ("cover", "Ms. Nobody introduced the bill"),
        ("cover", "A BILL"),
        ("endorsement", "January 3"),
    ]


def test_what_stands_around_the_text_of_a_bill_in_uslm(tmp_path: Path) -> None:
    section = '<section><num value="1">SECTION 1. </num><content>Lit.</content></section>'
    made = drafted(tmp_path, USLM.replace("BODY", section).replace("COVER", ""))
    assert outline(made) == [
        "longTitle: To light harbours.",
        "formula: Be it enacted,",
        "sec_1: SECTION 1. | Lit.",
        "conclusions: Passed\nJune 1.\nAttest:\nClerk.",
    ]
    assert furniture(made) == [
        ("running-head", "•HR 9 IH"),
        ("cover", "To light harbours."),
        ("cover", "9"),
        ("cover", "A BILL"),
        ("endorsement", "9"),
        ("endorsement", "To light harbours."),
        ("production-line", "○"),
    ]


IN_THE_DTD = [
    pytest.param(
        "<title><enum>I</enum><header>Lamps</header><section><enum>101.</enum><header>Duty</header>"
        "<subsection><enum>(a)</enum><header>All</header><text>Light:</text>"
        "<paragraph><enum>(1)</enum><text>a;</text><subparagraph><enum>(A)</enum><text>b</text>"
        "<clause><enum>(i)</enum><text>c</text><subclause><enum>(I)</enum><text>d</text>"
        "<item><enum>(aa)</enum><text>e</text><subitem><enum>(AA)</enum><text>f</text></subitem>"
        "</item></subclause></clause></subparagraph></paragraph></subsection></section></title>",
        [
            "title_I: I | Lamps",
            "sec_101: 101. | Duty",
            "sec_101__subsec_a: (a) | All | Light:",
            "sec_101__subsec_a__para_1: (1) | a;",
            "sec_101__subsec_a__para_1__subpara_A: (A) | b",
            "sec_101__subsec_a__para_1__subpara_A__cl_i: (i) | c",
            "sec_101__subsec_a__para_1__subpara_A__cl_i__subcl_I: (I) | d",
            "sec_101__subsec_a__para_1__subpara_A__cl_i__subcl_I__point_aa: (aa) | e",
            "sec_101__subsec_a__para_1__subpara_A__cl_i__subcl_I__point_aa__indent_aa: (AA) | f",
        ],
        id="all levels",
    ),
    pytest.param(
        "<section><enum>2.</enum><text>Each—</text><paragraph><enum>(1)</enum><text>a</text>"
        "</paragraph><continuation-text>shall burn.</continuation-text></section>",
        ["sec_2: 2. | Each—", "sec_2__para_1: (1) | a", "sec_2__wrapup: shall burn."],
        id="words after the points",
    ),
    pytest.param(
        "<section><enum>3.</enum><text>Add:</text><quoted-block><section><enum>9.</enum>"
        "<header>Oil</header><text>Burn <quote>oil</quote></text></section>"
        "<after-quoted-block>.</after-quoted-block></quoted-block></section>",
        [
            "sec_3: 3. | Add:",
            "sec_3__quotedStructure_nn_1: ",
            "sec_3__sec_9: 9. | Oil | Burn oil.",
        ],
        id="a quoted section, and the stop behind it",
    ),
    pytest.param(
        "<section><enum>1.</enum><text>So:</text><toc><toc-entry><level-header>Sec. 1</level-header>"
        " Lamps</toc-entry></toc></section>"
        "<section><enum>2.</enum><text>Insert:</text><quoted-block><toc><toc-entry>Sec. 9. Oil"
        "</toc-entry></toc><after-quoted-block>; and</after-quoted-block></quoted-block></section>",
        [
            "sec_1: 1. | So:",
            "sec_2: 2. | Insert:",
            "sec_2__quotedStructure_nn_1: Sec. 9. Oil; and",
        ],
        id="contents are furniture, quoted contents are not",
    ),
    pytest.param(
        "<appropriations-major><header>HARBOURS</header></appropriations-major>"
        "<appropriations-small><header>oil</header><text>For oil, $5.</text></appropriations-small>",
        ["level_nn_1: HARBOURS", "level_nn_2: oil | For oil, $5."],
        id="amounts under headings",
    ),
    pytest.param(
        "<section><enum>1.</enum><text>a</text><table><tgroup><tbody><row><entry>Oil</entry>"
        "<entry>$5</entry></row><row><entry>Wick</entry><entry>$1</entry></row></tbody></tgroup>"
        "</table></section>",
        ["sec_1: 1. | a\nOil $5\nWick $1"],
        id="a table, a line for each row",
    ),
    pytest.param(
        "<section><enum>1.</enum><text>a<footnote>See b.</footnote> c</text><thing>d</thing></section>",
        ["sec_1: 1. | a\nc"],
        id="a footnote and an element that nobody knows",
    ),
]


@pytest.mark.parametrize(("body", "wanted"), IN_THE_DTD)
def test_bodies_in_the_dtd(tmp_path: Path, body: str, wanted: list[str]) -> None:
    assert dtd(tmp_path, body) == wanted


def test_nothing_is_lost_silently(tmp_path: Path) -> None:
    body = (
        "<section><enum>1.</enum><enum>2.</enum><text>a<footnote>See b.</footnote> c</text>"
        "<thing>d</thing></section>"
    )
    made = drafted(tmp_path, DTD.replace("BODY", body))
    assert [f for f in furniture(made) if f[0] not in ("cover", "endorsement")] == [
        ("unplaced", "2."),
        ("footnote", "See b."),
        ("unplaced", "d"),
    ]
    assert "could not be placed" in made.warnings[0]


IN_USLM = [
    pytest.param(
        "<section><num>SEC. 2. </num><heading>LAMPS.</heading><subsection><num>(a) </num><heading>"
        '<inline class="smallCaps">In General</inline>.—</heading><chapeau>Light—</chapeau>'
        "<paragraph><num>(1) </num><content>a; and</content></paragraph><continuation>all of them."
        "</continuation></subsection></section>",
        [
            "sec_2: SEC. 2. | LAMPS.",
            "sec_2__subsec_a: (a) | In General.— | Light—",
            "sec_2__subsec_a__para_1: (1) | a; and",
            "sec_2__subsec_a__wrapup: all of them.",
        ],
        id="heading, chapeau, continuation",
    ),
    pytest.param(
        "<section><num>SEC. 3. </num><content>Add: <quotedContent><subsection><num>“(b) </num>"
        "<content>Burn oil.”</content></subsection></quotedContent>"
        '<inline role="after-quoted-block">; and</inline></content></section>',
        [
            "sec_3: SEC. 3. | Add:",
            "sec_3__quotedStructure_nn_1: ",
            "sec_3__quotedStructure_nn_1__subsec_b: “(b) | Burn oil.”; and",
        ],
        id="quoted provisions",
    ),
    pytest.param(
        "<preamble><recital>Whereas it is dark;</recital><recital><p>Whereas, as shown—</p>"
        "<paragraph><num>(1) </num><content>by night: Now, therefore, be it</content></paragraph>"
        "</recital></preamble><resolvingClause><i>Resolved, </i></resolvingClause>"
        "<section><content>That lamps burn.</content></section>",
        [
            "rec_nn_1: Whereas it is dark;",
            "rec_nn_2: Whereas, as shown—",
            "rec_nn_2__para_1: (1) | by night: Now, therefore, be it",
            "formula_2: Resolved,",
            "sec_nn_1: That lamps burn.",
        ],
        id="a resolution",
    ),
    pytest.param(
        "<section><content>a <amendingAction>b</amendingAction><br/>c <unknown>d</unknown></content>"
        "</section>",
        ["sec_nn_1: a b c d"],
        id="a name that is not known runs on in a sentence",
    ),
]


@pytest.mark.parametrize(("body", "wanted"), IN_USLM)
def test_bodies_in_uslm(tmp_path: Path, body: str, wanted: list[str]) -> None:
    assert uslm(tmp_path, body) == wanted


def test_an_engrossed_amendment(tmp_path: Path) -> None:
    text = """<engrossedAmendment xmlns:dc="http://purl.org/dc/elements/1.1/"
      xmlns="http://schemas.gpo.gov/xml/uslm"><amendMeta><dc:title>Amendment to 199 HR 9</dc:title>
      </amendMeta><amendPreface><slugLine>† HR 9 EAS</slugLine></amendPreface><amendMain>
      <resolvingClause>Resolved, </resolvingClause><section><content>That it pass with</content>
      </section><docTitle>AMENDMENT:</docTitle><amendmentInstruction><content>Strike all and insert:
      <amendmentContent changed="added"><section><num>SEC. 1. </num><content>Lit.</content></section>
      </amendmentContent></content></amendmentInstruction></amendMain></engrossedAmendment>"""
    made = drafted(tmp_path, text)
    assert outline(made) == [
        "formula: Resolved,",
        "sec_nn_1: That it pass with",
        "amendment_nn_1: Strike all and insert:",
        "sec_1: SEC. 1. | Lit.",
    ]
    assert (made.title, made.layer) == ("Amendment to 199 HR 9", "")
    assert furniture(made) == [("running-head", "† HR 9 EAS"), ("cover", "AMENDMENT:")]


# Committees' prints

STYLES = '<committee addedDisplayStyle="italic">Committee on Lamps</committee>'
SUBSTITUTE = """<collection><component changed="deleted"><main><section><num>SEC. 1. </num>
<content>Candles.</content></section></main></component><component changed="added"><main>
<section><num>SEC. 1. </num><content>Lamps.</content></section></main></component></collection>"""
WORDS = """<section><num>SEC. 1. </num><content>Each <deletedText>candle</deletedText><addedText>lamp
</addedText> burns<addedText> at night</addedText>.</content></section>
<section changed="added"><num>SEC. 2. </num><content>Oil.</content></section>"""
ALL_NEW = '<section changed="added"><num>SEC. 1. </num><content>Lamps.</content></section>'
INSERTED = f"<section><num>SEC. 9. </num><content>Tides.</content></section>{ALL_NEW}"

PRINTS = [
    pytest.param(SUBSTITUTE, ["Candles."], ["Lamps."], id="one text in place of the other"),
    pytest.param(
        WORDS, ["Each candle burns."], ["Each lamp burns at night.", "Oil."], id="single words"
    ),
    pytest.param(INSERTED, ["Tides."], ["Tides.", "Lamps."], id="nothing deleted, and it says so"),
]


@pytest.mark.parametrize(("body", "introduced", "reported"), PRINTS)
def test_two_texts_in_one(
    tmp_path: Path, body: str, introduced: list[str], reported: list[str]
) -> None:
    text = USLM.replace("BODY", body).replace("COVER", STYLES)
    reading = reading_of(tmp_path, text)
    assert layers_of(reading, choose(reading)) == ("as introduced", "as reported")
    for layer, wanted in (("as introduced", introduced), ("as reported", reported)):
        made = drafted(tmp_path, text, layer)
        assert [p.text for p in made.provisions if p.kind == "section"] == wanted
        assert made.layer == layer
        assert not made.warnings
    others = [text for kind, text in furniture(made) if kind == "other-layer"]
    assert "andle" in " ".join(others) or body == INSERTED
    assert drafted(tmp_path, text).provisions == made.provisions, "the last without a name"
    assert ingest(reading, ABOUT).layer_place == 2


@pytest.mark.parametrize(
    ("body", "cover"),
    [
        pytest.param(INSERTED, "", id="added, but no committee prints it so"),
        pytest.param(ALL_NEW, STYLES, id="the text as introduced is not in the file"),
        pytest.param(
            '<section><content>a <deletedText changed="deleted"/>b</content></section>',
            STYLES,
            id="an empty mark that was left behind",
        ),
    ],
)
def test_one_text_though_something_is_marked(tmp_path: Path, body: str, cover: str) -> None:
    text = USLM.replace("BODY", body).replace("COVER", cover)
    reading = reading_of(tmp_path, text)
    assert layers_of(reading, choose(reading)) == ()
    assert drafted(tmp_path, text).layer == ""
    with pytest.raises(StructureError, match="holds one text"):
        drafted(tmp_path, text, "as reported")


def test_two_texts_in_the_dtd(tmp_path: Path) -> None:
    text = DTD.replace(
        "<legis-body>BODY</legis-body>",
        '<legis-body changed="deleted" reported-display-style="strikethrough"><section><enum>1.</enum>'
        '<text>Candles.</text></section></legis-body><legis-body changed="added"><section>'
        "<enum>1.</enum><text>Lamps.</text></section></legis-body>",
    )
    assert outline(drafted(tmp_path, text, "as introduced"))[1:] == ["sec_1: 1. | Candles."]
    made = drafted(tmp_path, text)
    assert outline(made)[1:] == ["sec_1: 1. | Lamps."]
    assert ("other-layer", "Candles.") in furniture(made)
    with pytest.raises(StructureError, match="no text 'enrolled': its texts are as introduced and"):
        drafted(tmp_path, text, "enrolled")


NO_BILLS = {
    "a bill of Akoma Ntoso": '<bill xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"/>',
    "a root of the same name": "<bill><total>5</total></bill>",
    "another act": '<lawDoc xmlns="http://schemas.gpo.gov/xml/uslm"/>',
}


@pytest.mark.parametrize("text", NO_BILLS.values(), ids=NO_BILLS.keys())
def test_no_bill(tmp_path: Path, text: str) -> None:
    reading = reading_of(tmp_path, f"<?xml version='1.0'?>{text}<!-- x -->")
    with pytest.raises(StructureError, match="is no bill"):
        ingest(reading, ABOUT, "us-bill")


def test_a_bill_without_words(tmp_path: Path) -> None:
    reading = reading_of(tmp_path, "<bill><legis-body><section/></legis-body></bill>")
    with pytest.raises(StructureError, match="without a provision"):
        ingest(reading, ABOUT, "us-bill")


def test_the_deepest_that_the_reader_lets_through(tmp_path: Path) -> None:
    nested = "<quoted-block>" * 246 + "deep" + "</quoted-block>" * 246
    reading = reading_of(tmp_path, DTD.replace("BODY", f"<section>{nested}</section>"))
    made = ingest(reading, ABOUT, "us-bill")
    assert made.provisions[-1].text == "deep"
