"""What one file tells of the draft in it: the values of its `[[rounds]]` table.

In: a path. Out: `Proposed`, the values that were read, each with where, and for those that were not
what they may be. The first pages tell most; then the drafting convention that recognises the
document, the file's name and what the file says of itself. Nothing is guessed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tracker.dates import dates
from tracker.errors import IngestError
from tracker.ingesters import About, choose
from tracker.language import language_of
from tracker.manifest_checks import check_symbol
from tracker.official import ENDINGS
from tracker.propose import fronts
from tracker.propose.marked import marked_date, marked_symbol
from tracker.propose.pages import Told, front_of, shown
from tracker.propose.symbols import House, symbol_of
from tracker.read import Reading, read

_NO_DATE = "0001-01-01"
_PDF_MADE = re.compile(rb"/CreationDate\s{0,3}\(D:(\d{4})(\d\d)(\d\d)")


@dataclass(frozen=True, slots=True)
class Proposed:
    """One file: `values` by key, with where each was read; `perhaps` what an absent one may be.
    `symbol` is the symbol that it bears, `""` if none; `title` is the draft's."""

    path: Path
    sha256: str
    format: str
    house: House | None
    symbol: str
    title: Told | None
    values: dict[str, Told]
    perhaps: dict[str, tuple[Told, ...]]

    @property
    def date(self) -> str:
        """The date, `""` if it could not be told."""
        return self.values["date"].value if "date" in self.values else ""


def proposed(path: Path) -> Proposed:
    """Read one file for what it tells of itself.

    Raises:
        ReadError: it cannot be read.
    """
    reading = read(path)
    front = front_of(reading)
    symbol = marked_symbol(front.marked) or symbol_of(front)
    values: dict[str, Told] = {}
    perhaps: dict[str, tuple[Told, ...]] = {}
    if symbol is not None:
        values["symbol"] = symbol.symbol
    elif _can_be_symbol(path.stem):
        values["symbol"] = Told(path.stem, "the file's name; its first pages show no symbol")
    # The lines of XML hold dates of its making too, so only its marks tell.
    dated = None if front.marked else fronts.date_of(front, symbol)
    if (day := marked_date(front.marked)) is not None:
        values["date"] = day
        values["when"] = Told(day.value, "as the date")
    elif dated is not None:
        values["date"] = dated[0]
        values["when"] = Told(dated[1], "as printed")
    elif (named := _day_in_name(path.stem)) is not None:
        values["date"] = named
        values["when"] = Told(named.value, "as the date")
    else:
        perhaps["date"] = (*fronts.dates_perhaps(front), *_dates_around(path, reading))
    language = _language(reading, fronts.language_on(front))
    title, convention = _title(reading, language)
    name = fronts.name_of(front, symbol) or Told(path.stem, "the file's name")
    more = {
        "name": name,
        "session": fronts.session_of(front),
        "place": fronts.place_of(front),
        "language": language,
        "convention": convention,
    }
    values.update({key: found for key, found in more.items() if found is not None})
    house = symbol.house if symbol else None
    bears = symbol.symbol.value if symbol else ""
    kind = reading.format if reading.format in ENDINGS else ""
    return Proposed(path, reading.sha256, kind, house, bears, title, values, perhaps)


def _can_be_symbol(text: str) -> bool:
    try:
        return check_symbol(text) == text.strip() != ""
    except ValueError:
        return False


def _day_in_name(stem: str) -> Told | None:
    """The one date in a file's name that can be read in one way only."""
    found = {day.iso for day in dates(stem.replace("_", " ")) if day.sure}
    return Told(found.pop(), f"the file's name: “{shown(stem)}”") if len(found) == 1 else None


def _dates_around(path: Path, reading: Reading) -> Iterator[Told]:
    """Dates that are not the document's by themselves: in the file's name, of its making."""
    for day in dates(path.stem.replace("_", " ")):
        yield Told(day.iso, f"the file's name: “{shown(path.stem)}”")
    made = _PDF_MADE.search(path.read_bytes()) if reading.format == "pdf" else None
    if made:
        told = "-".join(part.decode() for part in made.groups())
        yield Told(told, "the file says that it was made on that day")


def _language(reading: Reading, printed: Told | None) -> Told | None:
    """The language of the text; where it does not tell, that which the masthead names."""
    text = "\n".join(reading.pages)
    if reading.format == "xml":
        text = re.sub(r"<[^<>]{0,5000}>", " ", text[:400_000])
    found = language_of(text)
    if not found:
        return printed
    same = printed is not None and printed.value == found
    return Told(found, printed.where if same and printed else "by the commonest words of the text")


def _title(reading: Reading, language: Told | None) -> tuple[Told | None, Told | None]:
    """The draft's title as its convention reads it, and that convention."""
    about = About("init", "init", _NO_DATE, language.value if language else "en")
    try:
        ingester = choose(reading)
    except IngestError:
        return None, None
    convention = Told(ingester.name, "recognised")
    try:
        title = " ".join(ingester.ingest(reading, about).title.split())
        title = re.sub(r" ?\[\d{1,3}\]$", "", title)  # the mark of a footnote
    except IngestError as error:
        return None, Told(ingester.name, f"recognised, but not read: {shown(str(error), 100)}")
    where = f"as `{ingester.name}` reads {reading.name}"
    return (Told(title, where) if title else None), convention
