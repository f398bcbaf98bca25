"""Provisions of a bill in the making, whatever form it was issued in.

In: units opened one after the other, and words given to them. Out: the tuple of `Provision`s with
their eIds; a section is named by itself, as it is cited, whatever title it stands in.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from tracker.akn.eid import EidMaker
from tracker.ingesters.walk.anchored import Anchor, with_anchors
from tracker.ingesters.walk.blocks import Block
from tracker.ingesters.walk.weave import Woven, joined
from tracker.model import Provision

STOPS = ".,;:?!)”’'"
"""What follows the words before it without a blank."""


@dataclass(slots=True)
class Unit:
    """A provision being read, or with `kind` empty what is none: its words are furniture of the
    kind `aside`, or, if that is empty too, paragraphs of their own. `inner` says that other
    provisions stand in it, `wrap` is the one that holds the words after them."""

    kind: str
    eid: str | None
    parent: str | None
    aside: str = ""
    quoted: bool = False
    num: Woven = field(default_factory=Woven)
    heading: Woven = field(default_factory=Woven)
    text: list[Woven] = field(default_factory=list)
    inner: bool = False
    wrap: Unit | None = None

    def says_something(self) -> bool:
        """Whether it has words of its own or provisions inside it."""
        return bool(self.num or self.heading or self.text or self.inner)


class Units:
    """All provisions of one text, in document order."""

    def __init__(self) -> None:
        self._all: list[Unit] = []
        self._above: dict[str, str | None] = {}
        self._anchors: list[Anchor] = []
        self._maker = EidMaker(basic=frozenset({"section"}))

    def open(self, kind: str, printed: str, outer: Unit | None) -> Unit:
        """A new provision, numbered `printed`, in `outer` (None: at the top)."""
        above = outer.eid if outer else None
        eid = self._maker.make(kind, printed, above)
        self._above[eid] = above
        inner = Unit(kind, eid, above)
        if outer:
            outer.inner = True
            inner.quoted = outer.quoted
        self._all.append(inner)
        return inner

    def give(self, words: Woven, unit: Unit) -> None:
        """A block of text for a unit: its own, or what follows its inner provisions. What words
        behind it have closed takes in none: they go on where the last ones stand."""
        last = self._all[-1] if self._all else None
        if unit is last and unit.text and not words.text.strip(STOPS):
            # A stop behind a name that stands on a line of its own.
            unit.text[-1] = joined((unit.text[-1], words), "")
        elif not unit.kind:
            self.open("paragraph", "", unit).text.append(words)
        elif unit is last:
            unit.text.append(words)
        elif last is not None and not self._is_open(unit, last):
            last.text.append(words)
        else:
            if unit.wrap is None or last is not unit.wrap:
                unit.wrap = self.open("wrapUp", "", unit)
            unit.wrap.text.append(words)

    def _is_open(self, unit: Unit, last: Unit) -> bool:
        """Whether the last provision stands in a unit."""
        eid = last.eid
        while eid is not None and eid != unit.eid:
            eid = self._above[eid]
        return eid is not None

    def anchor(self, block: Block) -> None:
        """Note the anchors of footnotes in a block whose words stand in provisions."""
        self._anchors += [Anchor(block.text, note.at, note.printed) for note in block.notes]

    def close_sentence(self, words: Woven, unit: Unit) -> None:
        """Words behind a quotation go on where its last provision ends, as they are printed."""
        last = self._all[-1] if self._all else unit
        if last.kind and last.text:
            glue = "" if words.text[0] in STOPS else " "
            last.text[-1] = joined((last.text[-1], words), glue)
        else:
            self.give(words, unit)

    def provisions(self) -> tuple[Provision, ...]:
        """Those that say something, with the anchors of footnotes."""
        made = tuple(_provision(unit) for unit in self._all if unit.says_something())
        return with_anchors(made, self._anchors)


def _provision(unit: Unit) -> Provision:
    text = joined(unit.text, "\n")
    return Provision(
        eid=unit.eid or "",
        kind=unit.kind,
        num=unit.num.text,
        heading=unit.heading.text,
        text=text.text,
        parent=unit.parent,
        spans=text.spans,
        num_spans=unit.num.spans,
        heading_spans=unit.heading.spans,
    )
