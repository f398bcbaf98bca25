"""Irish bills: a bill made up for the tests, in every format, and the stages of a real one."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.ingesters.tracing import ABOUT, check_traced, furniture, left_over, outline
from tests.read import files
from tracker.akn import build, parse
from tracker.align import align
from tracker.diff.changes import changes
from tracker.errors import StructureError
from tracker.ingesters import About, choose, ingest
from tracker.ingesters.ie_bill import IrishBill
from tracker.model import Draft
from tracker.read import read

Paragraph = tuple[str, str]
"""The name of a style, and a text."""

COVER: list[Paragraph] = [
    ("title", "An Bille um Thithe Solais, 2031"),
    ("title", "Lighthouses Bill 2031"),
    ("stage", "As initiated"),
    ("contents", "CONTENTS"),
    ("entry", "PART 1"),
    ("entry", "Preliminary"),
    ("entry", "1. Short title"),
    ("entry", "SCHEDULE"),
    ("acts", "Acts Referred to"),
    ("act", "Lamps Act 1999 (No. 3)"),
    ("title", "Lighthouses Bill 2031"),
    ("bill", "Bill"),
    ("entitled", "entitled"),
    ("longtitle", "An Act to provide for the keeping of lighthouses, and for related matters."),
    ("enacted", "Be it enacted by the Oireachtas as follows:"),
]
BODY: list[Paragraph] = [
    ("part", "PART 1"),
    ("parttitle", "Preliminary"),
    ("note", "Short title"),
    ("section", "1. This Act may be cited as the Lighthouses Act 2031."),
    ("note", "Definitions"),
    ("section", "2. (1) In this Act—"),
    ("subsection", "“keeper” means—"),
    ("paragraph", "(a) a person who keeps a lamp, or"),
    ("paragraph", "(b) a person who—"),
    ("subparagraph", "(i) cleans its glass,"),
    ("subparagraph", "(ii) trims its wick,"),
    ("paragraph", "or both;"),
    ("subsection", "“lamp” means—"),
    ("paragraph", "(a) an oil lamp;"),
    ("paragraph", "(b) a gas lamp."),
    ("subsection", "(2) A keeper is not a pilot."),
    ("part", "PART 2"),
    ("parttitle", "Keeping"),
    ("chapter", "Chapter 1"),
    ("parttitle", "By night"),
    ("note", "Duties"),
    ("subsection", "3. (1) A keeper shall at dusk—"),
    ("paragraph", "(a) light the lamp,"),
    ("paragraph", "(b) write in the book—"),
    ("subparagraph", "(i) the hour, and"),
    ("clause", "(I) the wind,"),
    ("clause", "(II) the tide,"),
    ("paragraph", "and"),
    ("paragraph", "(c) stay awake,"),
    ("subsection", "until dawn."),
    ("paragraph", "(2) (a) A keeper may sleep by day."),
    ("paragraph", "(b) Nobody may wake a keeper who sleeps."),
    ("note", "Amendment of Lamps Act 1999"),
    ("section", "4. The Lamps Act 1999 is amended—"),
    ("paragraph", "(a) by substituting for section 5 the following:"),
    ("note_insert", "“Oil"),
    ("section_insert", "5. (1) A lamp shall burn oil."),
    ("paragraph_insert", "(a) No lamp shall burn tar."),
    ("section_insert", "6. (2) In this section ‘tar’ means pitch.”,"),
    ("paragraph", "and"),
    ("paragraph", "(b) in section 7, by deleting “wax”."),
    ("schedule", "SCHEDULE"),
    ("reference", "Section 4"),
    ("scheduletitle", "Lighthouses kept"),
    ("schedulepart", "PART 1"),
    ("item", "1. The Old Head."),
    ("item", "2. The Long Rock."),
]
BACK: list[Paragraph] = [
    ("title", "Lighthouses Bill 2031"),
    ("bill", "BILL"),
    ("stage", "Presented by a made-up Minister"),
]

OUTLINE = """\
longTitle: An Act to provide for the keeping of lighthouses, and for related matters.
formula: Be it enacted by the Oireachtas as follows:
part_1: PART 1 | Preliminary
section_1: 1. | Short title | This Act may be cited as the Lighthouses Act 2031.
section_2: 2. | Definitions
section_2-subsection_1: (1) | In this Act—/“keeper” means—
section_2-subsection_1-paragraph_a: (a) | a person who keeps a lamp, or
section_2-subsection_1-paragraph_b: (b) | a person who—
section_2-subsection_1-paragraph_b-subparagraph_i: (i) | cleans its glass,
section_2-subsection_1-paragraph_b-subparagraph_ii: (ii) | trims its wick,/or both;/“lamp” means—
section_2-subsection_1__para_a: (a) | an oil lamp;
section_2-subsection_1__para_b: (b) | a gas lamp.
section_2-subsection_2: (2) | A keeper is not a pilot.
part_2: PART 2 | Keeping
part_2-chapter_1: Chapter 1 | By night
section_3: 3. | Duties
section_3-subsection_1: (1) | A keeper shall at dusk—
section_3-subsection_1-paragraph_a: (a) | light the lamp,
section_3-subsection_1-paragraph_b: (b) | write in the book—
section_3-subsection_1-paragraph_b-subparagraph_i: (i) | the hour, and/(I) the wind,/(II) the tide,/and
section_3-subsection_1-paragraph_c: (c) | stay awake,/until dawn.
section_3-subsection_2: (2) | (a) A keeper may sleep by day.
section_3-subsection_2-paragraph_b: (b) | Nobody may wake a keeper who sleeps.
section_4: 4. | Amendment of Lamps Act 1999 | The Lamps Act 1999 is amended—
section_4-paragraph_a: (a) | by substituting for section 5 the following:/“Oil/5. (1) A lamp shall burn oil.\
/(a) No lamp shall burn tar./6. (2) In this section ‘tar’ means pitch.”,/and
section_4-paragraph_b: (b) | in section 7, by deleting “wax”.
schedule: SCHEDULE | Lighthouses kept | Section 4/PART 1/1. The Old Head./2. The Long Rock."""

_CENTRED = ("title", "part", "parttitle", "chapter", "schedule", "scheduletitle", "bill")
_BOLD = ("title", "note", "bill", "enacted")
_LEFT = {"subsection": 1.5, "paragraph": 2.2, "subparagraph": 2.9, "clause": 3.6}


def _styles() -> str:
    found = []
    for name in sorted({style for style, _ in (*COVER, *BODY, *BACK)}):
        align_to = "center" if name in _CENTRED else "start"
        weight = "bold" if name in _BOLD else "normal"
        left = _LEFT.get(name.removesuffix("_insert"), 0.0) + 1.7 * name.endswith("_insert")
        found.append(
            f'<style:style style:name="{name}" style:family="paragraph"><style:paragraph-properties'
            f' fo:text-align="{align_to}" fo:margin-left="{left}cm"/><style:text-properties '
            f'fo:font-weight="{weight}"/></style:style>'
        )
    return f"<office:styles>{''.join(found)}</office:styles>"


def _odt(paragraphs: list[Paragraph]) -> bytes:
    body = "".join(f'<text:p text:style-name="{s}">{text}</text:p>' for s, text in paragraphs)
    return files.odt(body, template=_styles())


def _docx(paragraphs: list[Paragraph]) -> bytes:
    """Without styles and indents; headings are bold or centred."""
    body = ""
    for style, text in paragraphs:
        centred = '<w:jc w:val="center"/>' if style in _CENTRED else ""
        bold = "<w:b/>" if style.removesuffix("_insert") in _BOLD else ""
        body += (
            f"<w:p><w:pPr>{centred}</w:pPr><w:r><w:rPr>{bold}</w:rPr><w:t>{text}</w:t></w:r></w:p>"
        )
    return files.docx(body)


def _text(paragraphs: list[Paragraph]) -> bytes:
    return "\n\n".join(text for _, text in paragraphs).encode()


def _read(tmp_path: Path, data: bytes, name: str, about: About = ABOUT) -> Draft:
    (tmp_path / name).write_bytes(data)
    reading = read(tmp_path / name)
    assert choose(reading).name == "ie-bill"
    made = ingest(reading, about)
    check_traced(made)
    assert left_over(made) == ""
    assert made.unplaced == ()
    assert parse(build(made), "made.xml") == made
    return made


def _told(made: Draft) -> str:
    return "\n".join(line.replace("\n", "/") for line in outline(made))


MADE = {"a.odt": _odt, "a.docx": _docx, "a.txt": _text}


@pytest.mark.parametrize("name", MADE)
def test_a_bill_in_every_format(tmp_path: Path, name: str) -> None:
    made = _read(tmp_path, MADE[name]([*COVER, *BODY, *BACK]), name)
    assert _told(made) == OUTLINE
    assert (made.title, made.convention, made.warnings) == ("Lighthouses Bill 2031", "ie-bill", ())
    kinds = [kind for kind, _ in furniture(made)]
    assert kinds == ["cover"] * 3 + ["contents"] * 5 + ["cover"] * 8


def test_the_irish_title(tmp_path: Path) -> None:
    about = About("made-up", "A/1", "2031-02-03", language="ga")
    made = _read(tmp_path, _odt([*COVER, *BODY]), "a.odt", about)
    assert made.title == "An Bille um Thithe Solais, 2031"


def _bill(*body: str) -> list[Paragraph]:
    return [*COVER[-2:], *(("", text) for text in body)]


BODIES: dict[str, tuple[list[str], list[str]]] = {
    "a bill without Parts and headings": (
        ["1. Lamps burn.", "2. (1) Keepers wake.", "(2) Pilots sleep."],
        ["section_1: 1. | Lamps burn.", "section_2: 2.", "section_2-subsection_1: (1) | Keepers wake.",
         "section_2-subsection_2: (2) | Pilots sleep."],
    ),
    "numbers with a dash": (
        ["1.—(1) Lamps burn.", "(2) Pilots sleep."],
        ["section_1: 1.—", "section_1-subsection_1: (1) | Lamps burn.",
         "section_1-subsection_2: (2) | Pilots sleep."],
    ),
    "(i) after (h) is a letter": (
        ["1. Keepers, namely—", *(f"({c}) keeper {n}," for n, c in enumerate("abcdefghij"))],
        ["section_1: 1. | Keepers, namely—",
         *(f"section_1-paragraph_{c}: ({c}) | keeper {n}," for n, c in enumerate("abcdefghij"))],
    ),
    "(i) after (h) opens a list of its own": (
        ["1. Keepers, namely—", *(f"({c}) keeper {c}," for c in "abcdefg"), "(h) those who—",
         "(i) wake,", "(ii) sleep."],
        ["section_1: 1. | Keepers, namely—",
         *(f"section_1-paragraph_{c}: ({c}) | keeper {c}," for c in "abcdefg"),
         "section_1-paragraph_h: (h) | those who—",
         "section_1-paragraph_h-subparagraph_i: (i) | wake,",
         "section_1-paragraph_h-subparagraph_ii: (ii) | sleep."],
    ),
    "an inserted section and an inserted paragraph": (
        ["1. Lamps burn—", "(a) oil,", "(aa) gas.", "1A. Keepers wake."],
        ["section_1: 1. | Lamps burn—", "section_1-paragraph_a: (a) | oil,",
         "section_1-paragraph_aa: (aa) | gas.", "section_1A: 1A. | Keepers wake."],
    ),
    "a number that is none": (
        ["1. Lamps burn.", "7. is no section here.", "2. Keepers wake."],
        ["section_1: 1. | Lamps burn./7. is no section here.", "section_2: 2. | Keepers wake."],
    ),
    "a quotation that nobody closed": (
        ["1. In this Act “lamp means a lamp.", "2. Keepers wake."],
        ["section_1: 1. | In this Act “lamp means a lamp.", "section_2: 2. | Keepers wake."],
    ),
    "a section with the same number, quoted": (
        ["1. The Lamps Act is amended by inserting:", "“Lamps", "2. Lamps burn.", "3. Gas.”.",
         "2. Keepers wake."],
        ["section_1: 1. | The Lamps Act is amended by inserting:/“Lamps/2. Lamps burn./3. Gas.”.",
         "section_2: 2. | Keepers wake."],
    ),
    "several Schedules": (
        ["1. Lamps burn.", "SCHEDULE 1", "Section 1", "Rocks", "The Long Rock.", "SCHEDULE 2", "Oil"],
        ["section_1: 1. | Lamps burn.", "schedule_1: SCHEDULE 1 | Rocks | Section 1/The Long Rock.",
         "schedule_2: SCHEDULE 2 | Oil"],
    ),
    "words before the first section": (
        ["Of lamps, as they are.", "1. Lamps burn."],
        ["para_nn_1: Of lamps, as they are.", "section_1: 1. | Lamps burn."],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("body", "expected"), BODIES.values(), ids=BODIES.keys())
def test_bodies(tmp_path: Path, body: list[str], expected: list[str]) -> None:
    made = _read(tmp_path, _text(_bill(*body)), "a.txt")
    assert _told(made).splitlines()[2:] == expected


def test_memorandum_is_no_part_of_the_bill(tmp_path: Path) -> None:
    body = [("section", "1. Lamps burn."), ("memo", "EXPLANATORY MEMORANDUM"), ("", "1. Purpose.")]
    made = _read(tmp_path, _odt([*COVER, *body]), "a.odt")
    assert [p.eid for p in made.provisions] == ["longTitle", "formula", "section_1"]
    assert furniture(made)[-2:] == [
        ("explanatory-note", "EXPLANATORY MEMORANDUM"),
        ("explanatory-note", "1. Purpose."),
    ]


def test_recitals(tmp_path: Path) -> None:
    body = [*COVER[-2:-1], ("", "WHEREAS ships founder;"), COVER[-1], ("", "1. Lamps burn.")]
    made = _read(tmp_path, _odt(body), "a.odt")
    assert [p.kind for p in made.provisions] == ["longTitle", "recital", "formula", "section"]


def test_footnotes_and_tables(tmp_path: Path) -> None:
    note = (
        "<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>Made up."
        "</text:p></text:note-body></text:note>"
    )
    row = "<table:table-row>{}</table:table-row>"
    cell = "<table:table-cell><text:p>{}</text:p></table:table-cell>"
    table = "".join(
        row.format("".join(cell.format(text) for text in line))
        for line in (("Lamp", "Oil"), ("Old", "Whale"))
    )
    body = (
        "".join(f"<text:p>{text}</text:p>" for _, text in COVER[-2:])
        + f"<text:p>1. Lamps{note} burn.</text:p><text:p>SCHEDULE</text:p>"
        f"<table:table>{table}</table:table>"
    )
    made = _read(tmp_path, files.odt(body), "a.odt")
    section, schedule = made.provisions[2:]
    assert section.text == "Lamps burn."
    assert [(mark.kind, mark.start, mark.printed) for mark in section.marks] == [("note", 5, "1")]
    assert schedule.text == "Lamp Oil\nOld Whale"
    assert furniture(made) == [("footnote", "1 Made up.")]


def _tracked(which: str) -> About:
    return About("made-up", "A/1", "2031-02-03", layer=which)


@pytest.mark.parametrize(
    ("which", "expected"),
    [
        pytest.param("before", ["1. | Lamps burn oil.", "2. | Keepers wake."], id="before"),
        pytest.param("after", ["1. | Lamps burn gas.", "2. | Pilots sleep."], id="after"),
        pytest.param("", ["1. | Lamps burn gas.", "2. | Pilots sleep."], id="unsaid"),
    ],
)
def test_tracked_changes_make_two_texts(tmp_path: Path, which: str, expected: list[str]) -> None:
    who = files.TRACKED.format("A clerk", "2031-02-01T09:00:00Z")
    gone, came = (
        f"<w:del {who}><w:r><w:delText>{{}}</w:delText></w:r></w:del>",
        (f"<w:ins {who}><w:r><w:t>{{}}</w:t></w:r></w:ins>"),
    )
    mark = f"<w:pPr><w:rPr><w:{{}} {who}/></w:rPr></w:pPr>"
    plain = "<w:r><w:t xml:space='preserve'>{}</w:t></w:r>"
    body = "".join(f"<w:p>{plain.format(text)}</w:p>" for _, text in COVER[-2:]) + (
        f"<w:p>{plain.format('1. Lamps burn ')}{gone.format('oil')}{came.format('gas')}"
        f"<w:ins {who}>{gone.format(' (or tar)')}</w:ins>{plain.format('.')}</w:p>"
        f"<w:p>{mark.format('del')}{gone.format('2. Keepers wake.')}</w:p>"
        f"<w:p>{mark.format('ins')}{came.format('2. Pilots sleep.')}</w:p>"
    )
    made = _read(tmp_path, files.docx(body), "a.docx", _tracked(which))
    assert [line.partition(": ")[2] for line in outline(made)[2:]] == expected
    assert made.layer == (which or "after")
    others = [text for kind, text in furniture(made) if kind == "other-layer"]
    # What was inserted and deleted again is in neither text.
    assert others == (
        ["gas (or tar)", "2. Pilots sleep."]
        if which == "before"
        else ["oil", "(or tar)", "2. Keepers wake."]
    )
    marks = [
        (mark.kind, p.words(mark), mark.by, mark.how) for p in made.provisions for mark in p.marks
    ]
    added = ("added", "gas", "A clerk", "tracked")
    assert (added in marks) is (which == "")


def test_what_is_no_irish_bill(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Article 1\nEach Party shall keep its lamps.\n", "utf-8")
    reading = read(tmp_path / "a.txt")
    assert IrishBill().score(reading) == 0.0
    with pytest.raises(StructureError, match=r"^a\.txt: no words of enactment"):
        IrishBill().ingest(reading, ABOUT)


HOSTILE = {
    "numbers": "(i)\n\n" * 4_000,
    "titles": "Lighthouses Bill 2031\n\n" * 4_000,
    "quotations": "“(a)\n\n" * 4_000,
    "headings": "Of lamps\n\n" * 4_000,
    "blanks": "1. " + " " * 50_000 + "x",
    "digits": "1" * 50_000,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_texts_end(tmp_path: Path, text: str) -> None:
    (tmp_path / "a.txt").write_bytes(_text([*COVER, ("", text)]))
    made = IrishBill().ingest(read(tmp_path / "a.txt"), ABOUT)
    assert left_over(made) == ""


# The five stages of a real bill.

SECTIONS = {"B3514S": 52, "B35a14S": 54, "B35b14S": 54, "b35c14S": 55, "b35d14S": 55}


@pytest.mark.shared
@pytest.mark.parametrize(("stage", "sections"), SECTIONS.items(), ids=SECTIONS)
def test_a_stage_aligns_with_its_official_xml(shared_data: Path, stage: str, sections: int) -> None:
    folder = shared_data / "ireland-bill-35-2014"
    ours = ingest(read(folder / f"{stage}.odt"), About("bill", "odt", "2014-01-01"))
    official = ingest(read(folder / f"{stage}_akn.xml"), About("bill", "xml", "2014-01-02"))
    assert ours.convention == "ie-bill"
    check_traced(ours)
    assert left_over(ours) == ""
    assert ours.unplaced == ()
    assert sum(p.kind == "section" for p in ours.provisions) == sections
    assert [(p.eid, p.kind, p.heading) for p in ours.provisions] == [
        (p.eid, p.kind, p.heading) for p in official.provisions
    ]
    alignment = align(ours, official)
    assert {link.relation for link in alignment.links} == {"same"}
    assert [x.new for x in changes(ours, official, alignment) if x.changed] == []


ANCHORED = [
    pytest.param(
        "<b>Short title<sup>1</sup></b>", "1. Lamps.", [("section_1", 0, "1")], id="a section's heading"
    ),
    pytest.param(
        "<b>Short title</b>", "1.<sup>1</sup> A lamp<sup>2</sup> burns.",
        [("section_1", 0, "1"), ("section_1", 6, "2")], id="a section's number",
    ),
    pytest.param(
        "<b>PART 1<sup>1</sup></b>", "<b>Lighting<sup>2</sup></b>",
        [("part_1", 0, "1"), ("part_1", 0, "2")], id="a Part's number and heading",
    ),
    pytest.param(
        "<b>Oil</b>", "1. (1)<sup>1</sup> Oil burns.", [("section_1-subsection_1", 0, "1")],
        id="a subsection's number",
    ),
    pytest.param(
        "<b>SCHEDULE<sup>1</sup></b>", "<b>Lamps<sup>2</sup></b>",
        [("schedule", 0, "1"), ("schedule", 0, "2")], id="a Schedule's number and heading",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("first", "second", "notes"), ANCHORED)
def test_anchors_of_notes_are_kept(
    tmp_path: Path, first: str, second: str, notes: list[tuple[str, int, str]]
) -> None:
    front = "<p>An Act to light.<sup>8</sup></p><p>Be it enacted by the Oireachtas as follows:</p>"
    body = f"{front}<p>{first}</p><p>{second}</p><p><b>End</b></p><p>9. The end.</p>"
    body += "".join(f"<p><sup>{n}</sup> A note.</p>" for n in (1, 2, 8))
    path = tmp_path / "bill.html"
    path.write_text(f"<html><body>{body}</body></html>", encoding="utf-8")
    made = ingest(read(path), ABOUT, "ie-bill")
    check_traced(made)
    assert left_over(made) == ""
    found = [(p.eid, m.start, m.printed) for p in made.provisions for m in p.marks]
    assert found == [(made.provisions[0].eid, 16, "8"), *notes]
