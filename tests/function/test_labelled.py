"""Real instruments other than those of the report: what the rules call their articles holds."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent

pytestmark = [
    pytest.mark.shared,
    pytest.mark.usefixtures("scripts", "shared_data", "pdfs_read_once"),
]


@pytest.fixture
def scripts() -> Iterator[None]:
    """The folder of the measuring scripts on the path, as when one of them is run."""
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(ROOT / "scripts"))
        yield


def test_other_instruments_labelled_by_hand() -> None:
    import measure_functions

    found = measure_functions.judged_elsewhere(
        measure_functions.read_labels(measure_functions.OTHER_LABELS)
    )
    right = [one for one in found if one.found == one.wanted]
    offences = [one for one in found if "offence" in (one.found, one.wanted)]
    assert (len(right), len(found)) == (352, 381)
    assert all(one.found == one.wanted for one in offences)


@pytest.mark.parametrize(
    ("language", "figures"), [("fr", (58, 57, 56)), ("es", (58, 57, 56))], ids=["French", "Spanish"]
)
def test_a_translation_is_called_as_the_english(
    language: str, figures: tuple[int, int, int]
) -> None:
    import measure_functions

    assert measure_functions.translation(language) == figures
