"""Numbers, lists and short sentences as the pages print them.

In: counts, names, and what the database says of a provision. Out: plain words in the language of
the interface. The nouns that are counted are those of `nouns`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import reduce

from tracker.model import NOT_OFFICIAL as NOT_OFFICIAL
from web.terms.nouns import COUNTED, OF_KIND
from web.terms.plain import WANTED
from web.translation import _, later, ngettext
from web.translation import is_english as is_english
from web.translation import number as number

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
        return _("proposed by %(names)s", names=joined(names))
    return WANTED[what][len(names) > 1] % {"names": joined(names)}


def plural(count: int, noun: str) -> str:
    """A number with its noun, which is one of `nouns.COUNTED`.

    >>> plural(1, "word"), plural(1200, "word"), plural(0, "word")
    ('1 word', '1,200 words', '0 words')
    """
    return COUNTED[noun](count, number(count))


def of_kind(count: int, kind: str) -> str:
    """A number of provisions of a kind.

    >>> of_kind(1, "article"), of_kind(1200, "wrapUp"), of_kind(2, "quux")
    ('1 article', '1,200 closing words', '2 quuxs')
    """
    if kind in OF_KIND:
        return OF_KIND[kind](count, number(count))
    # A name that no language of ours has a word for.
    return f"{number(count)} {kind if count == 1 else kind + 's'}"


def listed(parts: Sequence[str]) -> str:
    """Parts in a row.

    >>> listed(["a"]), listed(["a", "b", "c"])
    ('a', 'a, b, c')
    """
    return reduce(lambda some, one: _("%(first)s, %(next)s", first=some, next=one), parts)


def joined(parts: list[str], last: str = "and") -> str:
    """Parts as a list in a sentence; `last`, which is "and" or "or", stands before the last.

    >>> joined(["a"]), joined(["a", "b"]), joined(["a", "b", "c"]), joined(["a", "b"], "or")
    ('a', 'a and b', 'a, b and c', 'a or b')
    """
    if len(parts) < 2:
        return "".join(str(part) for part in parts)
    first = listed(parts[:-1])
    if last == "or":
        return _("%(first)s or %(last)s", first=first, last=parts[-1])
    return _("%(first)s and %(last)s", first=first, last=parts[-1])


def chained(parts: Sequence[str], last: str = "and") -> str:
    """Parts with "and" or "or" before each but the first.

    >>> chained([]), chained(["from a"]), chained(["a", "b", "c"], "or")
    ('', 'from a', 'a or b or c')
    """
    return reduce(lambda some, one: joined([some, one], last), parts) if parts else ""


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
    return ngettext("round %(which)s", "rounds %(which)s", len(positions), which=joined(named))


_STANDS = {
    "recital": later("It stands as a recital."),
    "citation": later("It stands as a citation."),
    "formula": later("It stands as an opening formula."),
    "longTitle": later("It stands as a title."),
    "docTitle": later("It stands as a title."),
    "preface": later("It stands as an opening page."),
    "crossHeading": later("It stands as a heading."),
}
"""What the kinds of provisions that have no other function stand as."""
_STANDS_AS = re.compile("stands as a (.+)")
_OF_WHAT_HOLDS_IT = re.compile("^(as what it stands in: )+")


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
    if stands := _STANDS_AS.fullmatch(evidence):
        return str(_STANDS.get(stands[1]) or _("It stands as a %(kind)s.", kind=stands[1]))
    words = _OF_WHAT_HOLDS_IT.sub("", evidence)
    if words == evidence:
        return _("Told by the words “%(words)s”.", words=words)
    return _("Told by what it stands in, with the words “%(words)s”.", words=words)


def words_changed(deleted: int, inserted: int) -> str:
    """How many words changed, as a sentence.

    >>> words_changed(12, 1), words_changed(0, 15), words_changed(1, 0), words_changed(0, 0)
    ('12 words removed, 1 added.', '15 words added.', '1 word removed.', '')
    """
    if deleted and inserted:
        return ngettext(
            "%(count)s word removed, %(added)s added.",
            "%(count)s words removed, %(added)s added.",
            deleted,
            count=number(deleted),
            added=number(inserted),
        )
    if deleted:
        return ngettext(
            "%(count)s word removed.", "%(count)s words removed.", deleted, count=number(deleted)
        )
    if not inserted:
        return ""
    return ngettext(
        "%(count)s word added.", "%(count)s words added.", inserted, count=number(inserted)
    )


def sentence(text: str) -> str:
    """`text` with a capital letter and a full stop.

    >>> sentence("was article 5, now article 6")
    'Was article 5, now article 6.'
    """
    text = str(text).strip()
    if not text:
        return ""
    capital = text[:1].upper() + text[1:]
    return capital if text.endswith((".", "?", "!")) else _("%(sentence)s.", sentence=capital)


_AMOUNTS = (
    (0.01, later("a few words changed")),
    (0.08, later("lightly edited")),
    (0.3, later("reworked")),
)


def amount(deleted: int, inserted: int, total: int) -> str:
    """How much of a text changed, in words; `total` counts the words of both drafts.

    >>> amount(0, 0, 100), amount(10, 10, 10000), amount(400, 500, 2000)
    ('word for word the same', 'a few words changed', 'heavily rewritten')
    """
    changed = deleted + inserted
    share = changed / total if total else 0.0
    if changed == 0:
        return _("word for word the same")
    for limit, words in _AMOUNTS:
        if share <= limit:
            return str(words)
    return _("heavily rewritten")
