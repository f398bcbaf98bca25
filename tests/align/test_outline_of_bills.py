"""What the basic unit is where clauses stand below paragraphs, as in bills of the US Congress."""

from __future__ import annotations

from pathlib import Path

from tracker.align.outline import Outline
from tracker.ingesters import About, ingest
from tracker.read import read

BILL = """<bill><legis-body><section><enum>1.</enum><text>a</text><paragraph><enum>(1)</enum>
<text>b</text><clause><enum>(i)</enum><text>c</text></clause></paragraph></section>
<section><enum>2.</enum><text>d</text></section></legis-body></bill>"""


def test_a_section_with_clauses_is_a_unit(tmp_path: Path) -> None:
    path = tmp_path / "bill.xml"
    path.write_text(BILL, encoding="utf-8")
    draft = ingest(read(path), About("made-up", "H.R. 9", "2031-01-03"))
    levels = {node.provision.eid: node.level for node in Outline(draft).nodes}
    assert levels == {
        "sec_1": "unit",
        "sec_1__para_1": "inner1",
        "sec_1__para_1__cl_i": "inner2",
        "sec_2": "unit",
    }
