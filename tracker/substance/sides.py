"""The two texts of a change, word by word.

In: a change and its provisions. Out: `Sides`: the words of both texts, which of them are partners,
the edits between, and which sentences belong together. Hunks that join whole phrases for the eye
are taken apart again: words of a deletion and of its insertion that are the same but for spelling
and inflection are partners.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from rapidfuzz.distance import Indel

from tracker.model import Change, Hunk, Provision
from tracker.substance.names import Evidence, Place
from tracker.substance.units import Unit, Units, units

LARGEST = 250_000
"""The largest product of word counts that is taken apart; beyond it a hunk stays whole."""

_KEPT = 0.4
"""The share of the shorter sentence's words that must have partners in the other."""
_FEW = 2
_FAR = 4_000
"""What is so many characters from all edits is not looked at: a change is told from its sentence
and those around it."""


@dataclass(frozen=True, slots=True)
class Edit:
    """Words `[old_first, old_last)` that became `[new_first, new_last)`; one side may be empty."""

    old_first: int
    old_last: int
    new_first: int
    new_last: int


@dataclass(frozen=True, slots=True)
class Side:
    """One text of a change. `partners` holds for each word its partner in the other text, -1 if it
    has none. `at` is where the text begins in what `place` names; `paired` holds the sentences
    that have a partner, with it; `edits` for each word the number of its edit, -1 outside."""

    units: Units
    partners: tuple[int, ...]
    place: Place
    at: int
    paired: Mapping[int, int]
    edits: tuple[int, ...] = ()

    @property
    def words(self) -> tuple[Unit, ...]:
        """The words of the text."""
        return self.units.words

    def evidence(self, first: int, last: int) -> Evidence:
        """The words `[first, last)` as they are printed, with their place."""
        start, end = self.words[first].start, self.words[last - 1].end
        return Evidence(self.units.text[start:end], self.at + start, self.at + end, self.place)

    def passage(self, start: int, end: int) -> Evidence:
        """The characters `[start, end)` of the compared text, with their place."""
        text = self.units.text[start:end]
        return Evidence(text, self.at + start, self.at + end, self.place)

    def untouched(self, first: int, last: int) -> bool:
        """Whether all these words have partners that stand together, in the same order."""
        partners = self.partners[first:last]
        return all(p == partners[0] + n for n, p in enumerate(partners)) and partners[0] >= 0

    def edited(self, first: int, last: int) -> set[int]:
        """The edits in which these words stand."""
        return set(self.edits[first:last]) - {-1}

    def kept(self, place: int) -> bool:
        """Whether the sentence of this word has a partner."""
        return self.units.sentences[place] in self.paired


@dataclass(frozen=True, slots=True)
class Sides:
    """Both texts of a change, and the edits between them, in order."""

    old: Side
    new: Side
    edits: tuple[Edit, ...]

    def share_kept(self) -> float:
        """The share of all words that have partners."""
        held = sum(1 for p in self.old.partners if p >= 0)
        return 2 * held / ((len(self.old.words) + len(self.new.words)) or 1)


def sides(change: Change, old: Provision | None, new: Provision | None, language: str) -> Sides:
    """The two texts of a change; a provision that is not there has the empty text."""
    before = "".join(h.text for h in change.text if h.operation != "insert")
    after = "".join(h.text for h in change.text if h.operation != "delete")
    hunks, cut = _near(change.text)
    found = _of(hunks, language)
    place_old, at_old = _placed(before, old)
    place_new, at_new = _placed(after, new)
    return Sides(
        replace(found.old, place=place_old, at=at_old + cut),
        replace(found.new, place=place_new, at=at_new + cut),
        found.edits,
    )


def size(change: Change) -> int:
    """The characters of both texts of a change that are looked at."""
    return sum(len(h.text) * (1 + (h.operation == "equal")) for h in _near(change.text)[0])


def _near(hunks: Sequence[Hunk]) -> tuple[tuple[Hunk, ...], int]:
    """The hunks without what is far from all edits at the beginning and the end, and how many
    characters that is at the beginning."""
    kept = list(hunks)
    cut = 0
    if kept and kept[0].operation == "equal" and len(kept[0].text) > _FAR:
        head = kept[0].text
        cut = max(head.rfind(sign, 0, len(head) - _FAR) for sign in (". ", "\n")) + 1
        kept[0] = Hunk("equal", head[cut:])
    if len(kept) > 1 and kept[-1].operation == "equal" and len(kept[-1].text) > _FAR:
        ends = [kept[-1].text.find(sign, _FAR) for sign in (". ", "\n")]
        end = min((end + 1 for end in ends if end >= 0), default=len(kept[-1].text))
        kept[-1] = Hunk("equal", kept[-1].text[:end])
    return tuple(kept), cut


def headings(change: Change, language: str) -> Sides:
    """The two headings of a change."""
    found = _of(change.heading, language)
    old, new = (replace(one, place="heading") for one in (found.old, found.new))
    return Sides(old, new, found.edits)


def _of(hunks: Sequence[Hunk], language: str) -> Sides:
    """Both texts of these hunks, as if they stood alone."""
    old = units("".join(h.text for h in hunks if h.operation != "insert"), language)
    new = units("".join(h.text for h in hunks if h.operation != "delete"), language)
    pairs = _refined(_equal(hunks, old, new), old, new)
    of_old, of_new = [-1] * len(old.words), [-1] * len(new.words)
    for i, j in pairs:
        of_old[i], of_new[j] = j, i
    forth, back = _sentences(old, new, pairs)
    edits = tuple(_edits(pairs, len(old.words), len(new.words)))
    in_old, in_new = [-1] * len(old.words), [-1] * len(new.words)
    for number, edit in enumerate(edits):
        in_old[edit.old_first : edit.old_last] = [number] * (edit.old_last - edit.old_first)
        in_new[edit.new_first : edit.new_last] = [number] * (edit.new_last - edit.new_first)
    return Sides(
        Side(old, tuple(of_old), "compared", 0, forth, tuple(in_old)),
        Side(new, tuple(of_new), "compared", 0, back, tuple(in_new)),
        edits,
    )


def _placed(text: str, provision: Provision | None) -> tuple[Place, int]:
    """Where the compared text stands: a share of a split is a part of its provision's text."""
    at = provision.text.find(text) if provision is not None else -1
    return ("text", at) if at >= 0 else ("compared", 0)


def _equal(hunks: Sequence[Hunk], old: Units, new: Units) -> list[tuple[int, int]]:
    """The words that stand in equal hunks as a whole."""
    starts = {unit.start: (place, unit.end) for place, unit in enumerate(new.words)}
    pairs: list[tuple[int, int]] = []
    i = at_old = at_new = 0
    for hunk in hunks:
        end = at_old + (len(hunk.text) if hunk.operation != "insert" else 0)
        while i < len(old.words) and old.words[i].start < end:
            unit = old.words[i]
            if hunk.operation == "equal" and unit.start >= at_old and unit.end <= end:
                place, ends = starts.get(unit.start - at_old + at_new, (-1, 0))
                if place >= 0 and ends - at_new == unit.end - at_old:
                    pairs.append((i, place))
            i += 1
        at_old = end
        at_new += len(hunk.text) if hunk.operation != "delete" else 0
    return pairs


def _refined(pairs: list[tuple[int, int]], old: Units, new: Units) -> list[tuple[int, int]]:
    """The pairs, and those that are found between them by the words' keys."""
    found: list[tuple[int, int]] = []
    for edit in _edits(pairs, len(old.words), len(new.words)):
        width = edit.old_last - edit.old_first
        height = edit.new_last - edit.new_first
        if not width or not height or width * height > LARGEST:
            continue
        left = [unit.key for unit in old.words[edit.old_first : edit.old_last]]
        right = [unit.key for unit in new.words[edit.new_first : edit.new_last]]
        for code in Indel.opcodes(left, right):
            if code.tag == "equal":
                found += (
                    (edit.old_first + code.src_start + n, edit.new_first + code.dest_start + n)
                    for n in range(code.src_end - code.src_start)
                )
    return sorted(pairs + found)


def _edits(pairs: Sequence[tuple[int, int]], olds: int, news: int) -> list[Edit]:
    found: list[Edit] = []
    at_old = at_new = 0
    for i, j in (*pairs, (olds, news)):
        if i > at_old or j > at_new:
            found.append(Edit(at_old, i, at_new, j))
        at_old, at_new = i + 1, j + 1
    return found


def _sentences(
    old: Units, new: Units, pairs: Sequence[tuple[int, int]]
) -> tuple[dict[int, int], dict[int, int]]:
    """Which sentences belong together: each with the one that holds most of its words, if these
    are a good part of the shorter of the two."""
    shared = Counter((old.sentences[i], new.sentences[j]) for i, j in pairs)
    lengths_old, lengths_new = Counter(old.sentences), Counter(new.sentences)
    forth: dict[int, int] = {}
    back: dict[int, int] = {}
    for (one, other), count in sorted(shared.items(), key=lambda item: (-item[1], item[0])):
        shorter = min(lengths_old[one], lengths_new[other])
        if count < _KEPT * shorter or count < min(_FEW, shorter):
            continue
        forth.setdefault(one, other)
        back.setdefault(other, one)
    return forth, back
