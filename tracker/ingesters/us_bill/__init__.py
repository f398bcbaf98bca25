"""Bills and resolutions of the US Congress, in every form in which they are issued.

In: a reading of a bill: XML by the bill DTD or USLM, the PDF or HTML of the Government Publishing
Office. Out: a draft. A bill that a committee reported with amendments is two texts in one print,
"as introduced" and "as reported"; the later is read unless the other is named.
"""

from __future__ import annotations

from tracker.ingesters.base import About
from tracker.ingesters.us_bill import bill_xml, gpo
from tracker.model import Draft
from tracker.read import Reading


class UsBill:
    """The convention of bills of the US Congress."""

    name = "us-bill"

    def score(self, reading: Reading) -> float:
        """1 for XML in either vocabulary; for a print, by its cover and enacting words."""
        return bill_xml.score(reading) if reading.raw else gpo.score(reading)

    def layers(self, reading: Reading) -> tuple[str, ...]:
        """The texts in the file, in the order of time; none where there is one."""
        return bill_xml.layers(reading) if reading.raw else gpo.layers(reading)

    def ingest(self, reading: Reading, about: About) -> Draft:
        """The draft; of several texts the one that `about.layer` names, or the last."""
        read = bill_xml.ingest if reading.raw else gpo.ingest
        return read(reading, about, self.name)
