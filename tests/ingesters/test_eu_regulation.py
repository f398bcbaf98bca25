"""EU acts as they are issued on the web: points in tables without rules, indents, articles 5a."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.ingesters.tracing import ABOUT, check_traced, left_over, outline
from tracker.ingesters import ingest
from tracker.read import read


def _point(num: str, text: str) -> str:
    return f"<table><tr><td><p>{num}</p></td><td><p>{text}</p></td></tr></table>"


ACT = f"""<!DOCTYPE html><html><body>
<p>REGULATION (EU) 2031/9 OF THE EUROPEAN PARLIAMENT AND OF THE COUNCIL</p><p>of 1 May 2031</p>
<p>on the keeping of bees (made up for a test)</p>
<p>THE COUNCIL OF THE BEEKEEPERS,</p>
<p>Having regard to the bees,</p><p>Whereas:</p>
{_point("(1)", "Bees fly.")}
{_point("(2)", "Hives stand still in every Member State of the European Union.")}
<p>HAVE ADOPTED THIS REGULATION:</p>
<p>CHAPTER I</p><p>General provisions</p><p>Section 1</p><p>Hives</p>
<p>Article 1</p><p>Subject matter</p>
<p>1.   This Regulation lays down rules on:</p>
{_point("(a)", "hives, whether:" + _point("(i)", "of straw; or") + _point("(ii)", "of wood;"))}
{_point("(ab)", "those who keep them;")}
{_point("(b)", "swarms.")}
<p>1a.   It applies on islands.</p>
<p>2.   It does not apply to wasps.</p>
<p>Article 1a</p><p>Keepers</p><p>Keepers keep:</p>
{_point("—", "a veil,")}
{_point("—", "a smoker.")}
<p>Article 2</p><p>Entry into force</p><p>This Regulation shall enter into force in May.</p>
<p>This Regulation shall be binding in its entirety.</p><p>Done at the Hive, 1 May 2031.</p>
<p>ANNEX I</p><p>Colours of hives</p><p>1. Yellow.</p>
</body></html>"""


def test_act_on_the_web(tmp_path: Path) -> None:
    path = tmp_path / "act.html"
    path.write_text(ACT, encoding="utf-8")
    made = ingest(read(path), ABOUT)
    check_traced(made)
    assert left_over(made) == ""
    assert made.convention == "eu-regulation"
    assert not made.unplaced
    assert outline(made)[1:] == [
        "formula: THE COUNCIL OF THE BEEKEEPERS,",
        "cit_nn_1: Having regard to the bees,",
        "formula_2: Whereas:",
        "rec_1: (1) | Bees fly.",
        "rec_2: (2) | Hives stand still in every Member State of the European Union.",
        "formula_3: HAVE ADOPTED THIS REGULATION:",
        "chp_I: CHAPTER I | General provisions",
        "chp_I__sec_1: Section 1 | Hives",
        "art_1: Article 1 | Subject matter",
        "art_1__para_1: 1. | This Regulation lays down rules on:",
        "art_1__para_1__point_a: (a) | hives, whether:",
        "art_1__para_1__point_a__point_i: (i) | of straw; or",
        "art_1__para_1__point_a__point_ii: (ii) | of wood;",
        "art_1__para_1__point_ab: (ab) | those who keep them;",
        "art_1__para_1__point_b: (b) | swarms.",
        "art_1__para_1a: 1a. | It applies on islands.",
        "art_1__para_2: 2. | It does not apply to wasps.",
        "art_1a: Article 1a | Keepers",
        "art_1a__para_nn_1: Keepers keep:",
        "art_1a__para_nn_1__point_nn_1: — | a veil,",
        "art_1a__para_nn_1__point_nn_2: — | a smoker.",
        "art_2: Article 2 | Entry into force",
        "art_2__para_nn_1: This Regulation shall enter into force in May.",
        "conclusions: This Regulation shall be binding in its entirety.\nDone at the Hive, 1 May 2031.",
        "att_I: ANNEX I | Colours of hives",
        "att_I__para_1: 1. | Yellow.",
    ]


@pytest.mark.parametrize(
    "num", [pytest.param("(aa)", id="double"), pytest.param("(ab)", id="between")]
)
def test_points_put_in(tmp_path: Path, num: str) -> None:
    path = tmp_path / "act.html"
    path.write_text(ACT.replace("(ab)", num), encoding="utf-8")
    eids = [p.eid for p in ingest(read(path), ABOUT).provisions]
    assert f"art_1__para_1__point_{num.strip('()')}" in eids
