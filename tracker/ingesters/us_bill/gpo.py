"""Bills of the US Congress as the Government Publishing Office prints them: PDF, HTML and text.

In: a `Reading` with lines. Out: a `Draft` with the structure that the XML of the same bill has:
cover, long title, enacting words (or recitals and resolving words), sections, attestation, back.
A committee's print, which strikes words through and prints others in italic, is two texts.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from tracker.errors import StructureError
from tracker.ingesters import layers as marked
from tracker.ingesters.base import About, assemble
from tracker.ingesters.one_text import Cut
from tracker.ingesters.us_bill.blocks import SECTION, gather
from tracker.ingesters.us_bill.body import Body
from tracker.ingesters.us_bill.names import AS_INTRODUCED, AS_REPORTED
from tracker.ingesters.us_bill.numbers import LABEL
from tracker.ingesters.us_bill.page import furnish, whole, without_marks
from tracker.ingesters.us_bill.units import Unit, Units
from tracker.ingesters.walk.blocks import Block, of_group
from tracker.ingesters.walk.weave import Hyphens
from tracker.model import Draft, Furniture
from tracker.read import Line, Reading, Run

_TYPE = re.compile(
    r"A BILL|AN ACT|An Act|(?:JOINT |CONCURRENT )?RESOLUTION|(?:Joint |Concurrent )?Resolution"
)
_ENACTS = re.compile(r"Be it enacted\b|Resolved\b|Whereas\b")
_ENACTING = re.compile(
    r"(?:Be it enacted by the Senate and House|Resolved by the|Resolved,)", re.IGNORECASE
)
_FORMULA_END = re.compile(r"assembled,|concurring\),|Resolved,|,(?=\sThat\b)")
_BACK = re.compile(
    r"(?:(?:Union |House |Private )?Calendar No\. \d{1,4})|\d{1,3}(?:st|nd|rd|d|th) CONGRESS",
    re.IGNORECASE,
)
_ATTESTED = re.compile(
    r"(?:Passed|Agreed to)(?: by)? the (?:House of Representatives|Senate)\b[^.]{0,60}\.?|Attest:"
    r"|Speaker of the House of Representatives\.?"
)
_INSTRUCTION = re.compile(r"\[(?:Strike|Omit|Insert)\b")
_ALL_AFTER = re.compile(r"\[Strike\s+out\s+all\s+after\s+the\s+(?:enacting|resolving)\s+clause")
_HOUSE = re.compile(
    r"\d{1,3}(?:ST|ND|RD|D|TH) CONGRESS|IN THE (?:HOUSE OF REPRESENTATIVES|SENATE OF THE UNITED)"
    r"|(?:H|S)\. ?(?:R|J|CON|RES)|\[Congressional Bills",
    re.IGNORECASE,
)
_PROVISO = re.compile(r"\W*(?:Provided|further|however|That)\b[\w\s,]{0,20}\W*")
_STILL_OPEN = frozenset({"self", "well", "long", "short", "high", "low", "cross", "full", "part"})
"""First parts of words that American print hyphenates when they are whole."""


def score(reading: Reading) -> float:
    """Words of a bill's cover, the enacting or resolving words, sections headed in capitals."""
    enacted = any(_ENACTING.search(line.text) for line in reading.lines)
    if not enacted:
        return 0.0
    cover = sum(1 for line in reading.lines[:40] if _HOUSE.match(line.text.strip()))
    sections = any(SECTION.search(line.text) for line in reading.lines)
    return 0.4 + 0.2 * min(2, cover) + 0.1 * sections


def layers(reading: Reading) -> tuple[str, ...]:
    """The texts of a committee's print, in the order of time; none where there is one."""
    return _offered(_in_layers(reading).text)


def _offered(text: Reading) -> tuple[str, ...]:
    if not marked.offered(text):
        return ()
    both = (AS_INTRODUCED, AS_REPORTED)
    return both if any(run.italic for line in _body(text) for run in line.runs) else both[1:]


def ingest(reading: Reading, about: About, convention: str) -> Draft:
    """The draft; of a committee's print the text that `about.layer` names, or the last.

    Raises:
        StructureError: no enacting or resolving words, or a text that the print does not hold.
    """
    printed = _in_layers(reading)
    text, cuts = printed.text, [printed.unmarked] if printed.unmarked else []
    hyphens = _Typeset(reading)
    offered = _offered(text)
    layer = about.layer or (offered[-1] if offered else "")
    if layer and layer not in offered:
        held = f"its texts are {' and '.join(offered)}" if offered else "it holds one text"
        raise StructureError(f"{reading.name}: no text {layer!r}: {held}; name one of them or none")
    if layer:
        which: marked.Side = "before" if layer == AS_INTRODUCED else "after"
        cuts.append(marked.side(text, which, printed="italic", kept=_is_no_change))
        text = cuts[-1].reading
    walk = _Walk(text, hyphens)
    walk.run()
    draft = assemble(
        text if cuts else reading,
        about,
        convention=convention,
        title=walk.title,
        provisions=walk.units.provisions(),
        furniture=walk.furniture if cuts else (*printed.furniture, *walk.furniture),
        layer=layer,
    )
    for cut in reversed(cuts):
        draft = cut.traced(draft, printed.furniture if cut is cuts[0] else ())
    return draft


@dataclass(frozen=True, slots=True)
class _Printed:
    """The text of a print; what is printed around it; the way back where marks were taken out."""

    text: Reading
    furniture: list[Furniture]
    unmarked: Cut | None


def _in_layers(reading: Reading) -> _Printed:
    """The lines of the text. HTML marks what is struck and not what is new; where the cover says
    that all is struck and replaced, the rest of the body is new."""
    text, furniture = furnish(reading)
    unmarked = without_marks(text)
    text = unmarked.reading if unmarked else text
    struck = any(run.struck for line in text.lines for run in line.runs)
    placed = any(line.bottom for line in text.lines)
    cover = " ".join(line.text for line in text.lines[:60])
    if not placed and struck and _ALL_AFTER.search(cover):
        inside = {id(line) for line in _body(text)}
        lines = [_as_new(line) if id(line) in inside else line for line in text.lines]
        text = replace(text, lines=tuple(lines))
    return _Printed(text, furniture, unmarked)


def _as_new(line: Line) -> Line:
    """A line whose words are new as far as they are not struck."""
    runs: list[Run] = []
    at = 0
    for run in (*(run for run in line.runs if run.struck), Run(len(line.text), len(line.text))):
        if line.text[at : run.start].strip():
            runs.append(Run(at, run.start, italic=True))
        runs += [run] if run.struck else []
        at = run.end
    return replace(line, runs=tuple(runs))


def _body(text: Reading) -> Sequence[Line]:
    parts = _parts(text)
    start = next(
        (
            n + 1
            for n in range(parts.enacting, parts.attested)
            if _FORMULA_END.search(text.lines[n].text)
        ),
        parts.enacting,
    )
    return text.lines[start : parts.attested]


def _is_no_change(line: Line, run: Run) -> bool:
    """Whether italic is how the words are always printed: enacting words, "Provided"."""
    words = line.text[run.start : run.end]
    return bool(
        _ENACTS.match(words.strip()) or _PROVISO.fullmatch(words) or _FORMULA_END.search(words)
    )


@dataclass(frozen=True, slots=True)
class _Parts:
    """Where the parts of a print begin, as numbers of lines: the long title, the enacting or
    resolving words or the recitals before them, the attestation, the back."""

    title: int
    enacting: int
    attested: int
    back: int


def _parts(text: Reading) -> _Parts:
    lines = text.lines
    whole_words = [line.text.strip() for line in lines]
    enacting = next((n for n, words in enumerate(whole_words) if _ENACTS.match(words)), -1)
    if enacting < 0:
        raise StructureError(
            f"{text.name}: neither enacting nor resolving words: no bill of the US Congress as "
            "printed; name another convention"
        )
    types = [n for n in range(enacting) if _TYPE.fullmatch(whole_words[n])]
    title = types[-1] + 1 if types else enacting
    end = len(lines)
    back = next((n for n in range(enacting, end) if _BACK.fullmatch(whole_words[n])), end)
    attested = next((n for n in range(enacting, back) if _ATTESTED.fullmatch(whole_words[n])), back)
    return _Parts(title, enacting, attested, back)


class _Typeset(Hyphens):
    """In a PDF a hyphen at the end of a line is the typesetter's unless the document says
    otherwise; text that was never set has only hyphens of its own."""

    def __init__(self, reading: Reading) -> None:
        super().__init__(reading.lines)
        self._is_set = any(line.bottom for line in reading.lines)

    def drop(self, last: str, first: str) -> bool:
        if not self._is_set or last.casefold() in _STILL_OPEN:
            return False
        return self._by_evidence(last, first) != "keep"


class _Walk:
    """One text of a print, from its cover to its back."""

    def __init__(self, text: Reading, hyphens: Hyphens) -> None:
        self._lines = text.lines
        self._hyphens = hyphens
        self._parts = _parts(text)
        self.units = Units()
        self.furniture: list[Furniture] = []
        self.title = ""

    def run(self) -> None:
        """Place every line."""
        parts, lines = self._parts, self._lines
        self._keep(lines[: parts.title], "cover")
        if parts.title < parts.enacting:
            block = of_group(lines[parts.title : parts.enacting], self._hyphens)
            self.title = block.text.text
            self.units.anchor(block)
            self.units.open("longTitle", "", None).text.append(block.text)
        self._text(gather(lines[parts.enacting : parts.attested], self._hyphens))
        if parts.attested < parts.back:
            conclusions = self.units.open("conclusions", "", None)
            for line in lines[parts.attested : parts.back]:
                block = of_group([line], self._hyphens)
                self.units.anchor(block)
                conclusions.text.append(block.text)
        self._keep(lines[parts.back :], "endorsement")

    def _keep(self, lines: Sequence[Line], kind: str) -> None:
        for line in lines:
            instructed = kind == "cover" and _INSTRUCTION.match(line.text)
            self.furniture.append(whole(line, "cover" if instructed else kind))

    def _text(self, blocks: list[Block]) -> None:
        at = self._front(blocks)
        body = Body(self.units, blocks, appropriates=self.title.startswith("Making "))
        for n in range(at, len(blocks)):
            if body.place(n):
                self._keep(blocks[n].lines, "contents")

    def _front(self, blocks: list[Block]) -> int:
        """Recitals, and enacting or resolving words; where the text begins. Words behind the
        formula on the same line ("…assembled, That…") are the first block of the text."""
        recital: Unit | None = None
        for n, block in enumerate(blocks):
            text = block.text.text
            self.units.anchor(block)
            if text.startswith("Whereas"):
                recital = self.units.open("recital", "", None)
                recital.text.append(block.text)
            elif _ENACTS.match(text):
                end = _FORMULA_END.search(text)
                formula = self.units.open("formula", "", None)
                formula.text.append(block.text.part(0, end.end() if end else None))
                rest = block.text.part(end.end()) if end else None
                if rest:
                    blocks[n] = replace(block, text=rest, notes=())
                    return n
                return n + 1
            elif recital is not None:
                self._in_recital(block, recital)
        return len(blocks)

    def _in_recital(self, block: Block, recital: Unit) -> None:
        label = LABEL.match(block.text.text)
        if label is None:
            self.units.give(block.text, recital)
            return
        point = self.units.open("paragraph", label["num"], recital)
        point.num = block.text.part(0, label.end())
        rest = block.text.part(label.end())
        if rest:
            point.text.append(rest)
