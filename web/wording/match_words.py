"""What is said of proposals and the words that match them, in sentences.

In: rows of the database. Out: sentences in the language of the interface. They say *matches*: that
words are the same does not say who had them from whom.
"""

from __future__ import annotations

from math import floor, log10

from tracker.store.records.uptakes import CHECKED, MatchRow, UptakePage, told_chance
from web.terms.phrases import draft_name, number, plural
from web.translation import _, later, ngettext

_ENTERED: dict[tuple[bool, bool], str] = {
    (False, False): later("Words that entered the text after them match none of them."),
    (False, True): later(
        "Words that entered the text after them possibly match %(possibly)s of them."
    ),
    (True, False): later("Words that entered the text after them match %(surely)s of them."),
    (True, True): later(
        "Words that entered the text after them match %(surely)s of them, and possibly "
        "%(possibly)s more."
    ),
}
_GONE: dict[tuple[bool, bool], str] = {
    (False, False): later("Words that they would strike, and that are gone, match none of them."),
    (False, True): later(
        "Words that they would strike, and that are gone, possibly match %(possibly)s of them."
    ),
    (True, False): later(
        "Words that they would strike, and that are gone, match %(surely)s of them."
    ),
    (True, True): later(
        "Words that they would strike, and that are gone, match %(surely)s of them, and possibly "
        "%(possibly)s more."
    ),
}

_NEW: dict[str, str] = {
    "new words": later("in no earlier draft here"),
    "new place": later("known before, but not in this place"),
}
"""By the kind of the match."""


def summary(page: UptakePage) -> list[str]:
    """The whole in a few sentences."""
    return [
        _(
            "%(proposals)s by %(authors)s, held against %(drafts)s.",
            proposals=plural(page.proposals, "proposal"),
            authors=plural(len(page.authors), "author"),
            drafts=plural(page.drafts, "draft"),
        ),
        _matched(_ENTERED, _sum(page, "surely"), _sum(page, "possibly")),
        _matched(_GONE, _sum(page, "surely_gone"), _sum(page, "possibly_gone")),
    ]


def _sum(page: UptakePage, column: str) -> int:
    return sum(int(getattr(one, column)) for one in page.authors)


def _matched(said: dict[tuple[bool, bool], str], surely: int, possibly: int) -> str:
    """How many proposals are matched.

    >>> _matched(_ENTERED, 3, 2)
    'Words that entered the text after them match 3 of them, and possibly 2 more.'
    >>> _matched(_GONE, 0, 0)
    'Words that they would strike, and that are gone, match none of them.'
    """
    how_many = {"surely": number(surely), "possibly": number(possibly)}
    return str(said[bool(surely), bool(possibly)] % how_many)


def how(one: MatchRow) -> str:
    """How many words, how new, when."""
    return _(
        "%(words)s, %(new)s, %(when)s",
        words=plural(one.words, "word"),
        new=_NEW[one.kind],
        when=when(one),
    )


def when(one: MatchRow) -> str:
    """In which draft after the proposal."""
    if one.drafts_later is None:
        return _("in %(draft)s", draft=draft_name(one.draft.name, one.draft.symbol))
    if one.drafts_later == 1:
        return _("in the next draft here")
    return ngettext("%(num)s draft later", "%(num)s drafts later", one.drafts_later)


def around(one: MatchRow) -> str:
    """How many words beside those that match are the same too, `""` if none is."""
    count = number(one.context)
    if not one.context:
        return ""
    if one.words == 1:
        return ngettext(
            "%(count)s word right beside it is the same too.",
            "%(count)s words right beside it are the same too.",
            one.context,
            count=count,
        )
    return ngettext(
        "%(count)s word right beside them is the same too.",
        "%(count)s words right beside them are the same too.",
        one.context,
        count=count,
    )


def chance(expected: float) -> str:
    """How often such words would match by themselves, as a sentence.

    >>> chance(0.04)[:63]
    'Of 20 proposals that have nothing to do with this text, fewer t'
    >>> chance(2e-12)[-43:]
    'chance: no smaller chance has been checked.'
    >>> chance(0.7)
    'Words like these would match most proposals by chance.'
    """
    if expected >= 0.5:
        return _("Words like these would match most proposals by chance.")
    if told_chance(expected) != expected:
        return _(
            "Of %(count)s proposals that have nothing to do with this text, fewer than one would "
            "match such words by chance: no smaller chance has been checked.",
            count=number(CHECKED),
        )
    tens = 10 ** floor(-log10(expected))
    many = int(1 / expected / tens) * tens
    return ngettext(
        "Of %(count)s proposal that has nothing to do with this text, fewer than one would match "
        "such words by chance, we reckon.",
        "Of %(count)s proposals that have nothing to do with this text, fewer than one would match "
        "such words by chance, we reckon.",
        many,
        count=number(many),
    )


def often(probability: float) -> str:
    """How often such words go anyway.

    >>> often(0.25), often(0.00001), often(0.9)
    ('one time in 4', 'less than one time in 300', 'most of the time')
    """
    if told_chance(probability) != probability:
        return _("less than one time in %(count)s", count=number(CHECKED))
    if probability > 0.5:
        return _("most of the time")
    return _("one time in %(count)s", count=number(round(1 / probability)))
