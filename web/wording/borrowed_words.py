"""What is said of borrowed language, in sentences.

In: what became of an earlier instrument in the last draft. Out: words and sentences in the language
of the interface.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from tracker.store.records.borrowed import Borrowing, Verdict
from web.terms.phrases import joined, number
from web.translation import _, later, ngettext, percent

VERDICTS: dict[Verdict, str] = {
    "same words": later("taken over word for word"),
    "other words": later("taken over in other words"),
    "in part": later("taken over in part"),
    "usual phrases": later("nothing but usual phrases"),
    "not taken over": later("nothing of it found"),
}
"""What became of a provision of the earlier instrument."""

HOW: dict[Verdict, str] = {
    "same words": later("word for word"),
    "other words": later("in other words"),
    "in part": later("in part"),
}
"""How something was taken over."""


def verdict(name: Verdict) -> str:
    """What became of a provision."""
    return str(VERDICTS[name])


def summary(one: Borrowing) -> Iterator[str]:
    """The whole in a few sentences."""
    articles = [article for article in one.articles if article.provision.is_article]
    if articles:
        yield _counted(
            Counter(article.verdict for article in articles if article.sure),
            Counter(article.verdict for article in articles if not article.sure),
        )
    if one.share_of_precedent or one.share_of_draft:
        yield _(
            "%(taken)s of the words of %(title)s were taken over; they are %(share)s of the words "
            "of the draft.",
            taken=share(one.share_of_precedent),
            title=one.file.title,
            share=share(one.share_of_draft),
        )
    if one.precedent.language != one.draft.language:
        yield _("The two are in different languages, whose words cannot be compared.")
    if one.draft.partial:
        yield _(
            "The draft is here in part only: what it lacks may stand in the part that is not here."
        )
    elif one.precedent.partial:
        yield _(
            "%(title)s is here in part only: what it lacks may stand in the part that is not here.",
            title=one.file.title,
        )


def _counted(surely: Counter[Verdict], possibly: Counter[Verdict]) -> str:
    """What became of the articles.

    >>> sure = Counter({"in part": 2, "same words": 1, "not taken over": 4})
    >>> _counted(sure, Counter())
    'Of its 7 articles, 3 were taken over: 1 word for word and 2 in part. Of 4 nothing was found.'
    >>> _counted(Counter({"not taken over": 9}), Counter())
    'None of its 9 articles was taken over.'
    >>> _counted(Counter({"in part": 1}), Counter())
    'Of its 1 article, 1 was taken over in part.'
    >>> _counted(Counter({"in part": 3}), Counter({"in part": 2}))
    'Of its 5 articles, 3, possibly 2 more, were taken over in part.'
    >>> _counted(Counter({"in part": 1}), Counter({"in part": 1, "same words": 2}))[:49]
    'Of its 4 articles, 1, possibly 3 more, were taken'
    >>> _counted(Counter({"in part": 1}), Counter({"in part": 1, "same words": 2}))[49:]
    ' over: possibly 2 word for word and 1, possibly 1 more, in part.'
    >>> _counted(Counter({"usual phrases": 2}), Counter())
    'Of its 2 articles, none was taken over. Of 2 it has only usual phrases.'
    """
    every = surely + possibly
    if not any(every[one] for one in HOW) and not every["usual phrases"]:
        return ngettext(
            "None of its %(count)s article was taken over.",
            "None of its %(count)s articles was taken over.",
            every.total(),
            count=number(every.total()),
        )
    return " ".join([_of_all(surely, possibly), *_of_the_rest(every)])


def _of_all(surely: Counter[Verdict], possibly: Counter[Verdict]) -> str:
    """How many of all articles were taken over, and how."""
    articles = surely.total() + possibly.total()
    return ngettext(
        "Of its %(count)s article, %(taken)s.",
        "Of its %(count)s articles, %(taken)s.",
        articles,
        count=number(articles),
        taken=_taken(surely, possibly),
    )


def _of_the_rest(every: Counter[Verdict]) -> Iterator[str]:
    """What is said of the articles that were not."""
    if usual := every["usual phrases"]:
        yield _("Of %(count)s it has only usual phrases.", count=number(usual))
    if none := every["not taken over"]:
        yield _("Of %(count)s nothing was found.", count=number(none))


def _taken(surely: Counter[Verdict], possibly: Counter[Verdict]) -> str:
    """How many articles were taken over, and how."""
    ways = [one for one in HOW if surely[one] or possibly[one]]
    sure, possible = sum(surely[one] for one in ways), sum(possibly[one] for one in ways)
    if not ways:
        return _("none was taken over")
    if len(ways) == 1:
        return ngettext(
            "%(some)s was taken over %(how)s",
            "%(some)s were taken over %(how)s",
            sure + possible,
            some=_some(sure, possible),
            how=HOW[ways[0]],
        )
    each = [
        _("%(some)s %(how)s", some=_some(surely[one], possibly[one]), how=HOW[one]) for one in ways
    ]
    return ngettext(
        "%(some)s was taken over: %(ways)s",
        "%(some)s were taken over: %(ways)s",
        sure + possible,
        some=_some(sure, possible),
        ways=joined(each),
    )


def _some(surely: int, possibly: int) -> str:
    """How many.

    >>> _some(3, 0), _some(3, 2), _some(0, 2)
    ('3', '3, possibly 2 more,', 'possibly 2')
    """
    if not possibly:
        return number(surely)
    if not surely:
        return _("possibly %(count)s", count=number(possibly))
    return _("%(count)s, possibly %(more)s more,", count=number(surely), more=number(possibly))


def share(kept: float, words: int = 1) -> str:
    """A share in percent: 0% only of nothing, 100% only of all.

    >>> share(1, 1000), share(999, 1000), share(4, 4), share(0.996)
    ('1%', '99%', '100%', '99%')
    """
    if 0 < kept < words:
        return percent(min(0.99, max(0.01, kept / words)))
    return percent(1 if kept else 0)
