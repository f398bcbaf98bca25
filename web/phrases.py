"""Numbers, lists and short sentences as the pages print them.

In: counts, names, and what the database says of a provision. Out: plain English, made with the
words of `plain`.
"""

from __future__ import annotations

from tracker.model import NOT_OFFICIAL as NOT_OFFICIAL
from web.plain import WANTED

_LONGEST_NAME = 60


def draft_name(name: str, symbol: str) -> str:
    """What a draft is called in a line: its name, unless that is a whole title.

    >>> draft_name("Zero draft", "A/AC.291/22"), draft_name("Regulation on " * 9, "2016/679")
    ('Zero draft', '2016/679')
    """
    return name if 0 < len(name) <= _LONGEST_NAME else symbol


def wants(names: list[str], what: str) -> str:
    """Who wants what.

    >>> wants(["Aldova"], ""), wants(["Aldova", "Brecony"], "delete")
    ('proposed by Aldova', 'Aldova and Brecony want it deleted')
    """
    if what not in WANTED:
        return f"proposed by {joined(names)}"
    return f"{joined(names)} {WANTED[what][len(names) > 1]}"


def number(count: int) -> str:
    """A number as printed.

    >>> number(12345)
    '12,345'
    """
    return f"{count:,}"


def plural(count: int, word: str, words: str = "") -> str:
    """A number with its noun.

    >>> plural(1, "word"), plural(1200, "word"), plural(2, "copy", "copies")
    ('1 word', '1,200 words', '2 copies')
    """
    return f"{number(count)} {word if count == 1 else words or word + 's'}"


def joined(parts: list[str], last: str = "and") -> str:
    """Parts as a list in a sentence.

    >>> joined(["a"]), joined(["a", "b"]), joined(["a", "b", "c"])
    ('a', 'a and b', 'a, b and c')
    """
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} {last} {parts[-1]}"


def fact_text(text: str, sure: str) -> str:
    """A fact without the word that its label says already.

    >>> fact_text("Unverified: the day of issue.", "C")
    'The day of issue.'
    """
    bare = text.removeprefix("Unverified: ") if sure == "C" else text
    return bare[:1].upper() + bare[1:]


def rounds_said(positions: list[int]) -> str:
    """Rounds by their numbers, those in a row drawn together.

    >>> rounds_said([4]), rounds_said([2, 3, 4, 7])
    ('round 4', 'rounds 2–4 and 7')
    """
    runs: list[list[int]] = []
    for position in positions:
        if runs and runs[-1][-1] == position - 1:
            runs[-1].append(position)
        else:
            runs.append([position])
    named = [f"{run[0]}–{run[-1]}" if len(run) > 1 else str(run[0]) for run in runs]
    return f"round{'s' if len(positions) > 1 else ''} {joined(named)}"


_OF_WHAT_HOLDS_IT = "as what it stands in: "


def told_by(evidence: str) -> str:
    """What showed the legal function of a provision.

    >>> told_by("human rights")
    'Told by the words “human rights”.'
    >>> told_by("as what it stands in: human rights")
    'Told by what it stands in, with the words “human rights”.'
    >>> told_by("stands as a recital"), told_by("")
    ('It stands as a recital.', '')
    """
    if not evidence:
        return ""
    if evidence.startswith("stands as "):
        return f"It {evidence}."
    words = evidence
    while words.startswith(_OF_WHAT_HOLDS_IT):
        words = words.removeprefix(_OF_WHAT_HOLDS_IT)
    told = "Told by" if words == evidence else "Told by what it stands in, with"
    return f"{told} the words “{words}”."


def words_changed(deleted: int, inserted: int) -> str:
    """How many words changed, as a sentence.

    >>> words_changed(12, 1), words_changed(0, 15), words_changed(1, 0), words_changed(0, 0)
    ('12 words removed, 1 added.', '15 words added.', '1 word removed.', '')
    """
    if deleted and inserted:
        return f"{plural(deleted, 'word')} removed, {number(inserted)} added."
    if deleted:
        return f"{plural(deleted, 'word')} removed."
    return f"{plural(inserted, 'word')} added." if inserted else ""


def sentence(text: str) -> str:
    """`text` with a capital letter and a full stop.

    >>> sentence("was article 5, now article 6")
    'Was article 5, now article 6.'
    """
    text = text.strip()
    if not text:
        return ""
    return text[:1].upper() + text[1:] + ("" if text.endswith((".", "?", "!")) else ".")


_AMOUNTS = ((0.01, "a few words changed"), (0.08, "lightly edited"), (0.3, "reworked"))


def amount(deleted: int, inserted: int, total: int) -> str:
    """How much of a text changed, in words; `total` counts the words of both drafts.

    >>> amount(0, 0, 100), amount(10, 10, 10000), amount(400, 500, 2000)
    ('word for word the same', 'a few words changed', 'heavily rewritten')
    """
    changed = deleted + inserted
    share = changed / total if total else 0.0
    if changed == 0:
        return "word for word the same"
    for limit, words in _AMOUNTS:
        if share <= limit:
            return words
    return "heavily rewritten"
