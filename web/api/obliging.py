"""Operations on what words oblige to, and on references between provisions."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from flask import url_for

from tracker.store.records import DraftRow
from tracker.store.records.force import FORCE_KINDS, ArticleForce, DraftForce
from tracker.store.records.pointers import DraftReferences, ReferenceChange
from web import shelf
from web.api import parameters as of
from web.api import texts
from web.api.operations import Answer, Asked, Operation, Scope, pair, part, scope
from web.api.shapes import COUNT, FLAG, TEXT, Field, Many, Maybe, Shape, Table
from web.changes import pairs

_BY_KIND = ", ".join(f"`{one}`" for one in FORCE_KINDS)
_FORCE_ROUND = Shape(
    "ForceOfDraft",
    "How much a draft obliges, permits and protects, its preamble left out.",
    (
        Field("draft", texts.DRAFT_NAME, "The draft."),
        Field("looked", FLAG, "False for a language without rules, or where nobody has looked.",
              lambda row: bool(row.looked_at)),
        Field("words", COUNT, "How many words the counts are of."),
        Field("counts", Table(COUNT, f"By kind: {_BY_KIND}."), "How often each kind is said."),
    ),
)  # fmt: skip
_SAID = Table(Many(TEXT), f"By kind: {_BY_KIND}.")
_FORCE_ARTICLE = Shape(
    "ForceOfArticle",
    "An article in two drafts, with all inside it.",
    (
        Field("thread", TEXT, "The address of its history.", lambda row: row.thread_id),
        Field("label", TEXT, "What it is called."),
        Field("old", Maybe(texts.PROVISION_NAME), "The article in the older draft."),
        Field("new", Maybe(texts.PROVISION_NAME), "The article in the newer draft."),
        Field("old_words", _SAID, "The words that oblige, permit or protect there."),
        Field("new_words", _SAID, "The same in the newer draft."),
        Field("certain", FLAG, "Whether every link between the two is sure."),
    ),
)


@dataclass(frozen=True)
class _Force:
    rounds: Sequence[DraftForce]
    old: DraftRow | None
    new: DraftRow | None
    articles: Sequence[ArticleForce]


_FORCE = Shape(
    "Force",
    "Duties, options, bans, recommendations, conditions and protections.",
    (
        Field("rounds", Many(_FORCE_ROUND), "By draft."),
        Field("old", Maybe(texts.DRAFT_NAME), "The older of the drafts whose articles are told."),
        Field("new", Maybe(texts.DRAFT_NAME), "The newer."),
        Field("articles", Many(_FORCE_ARTICLE), "Every article of either, in the order of the "
              "newer."),
    ),
)  # fmt: skip

_REFERENCE = Shape(
    "Reference",
    "Words that name another provision.",
    (
        Field("provision", texts.PROVISION_NAME, "In which provision they stand."),
        Field("start", COUNT, "Where in its text they begin."),
        Field("end", COUNT, "Where they end."),
        Field("words", TEXT, "The words."),
        Field("leads", TEXT, "`exact` to what they name, `nearest` to what holds that, `nowhere`, "
              "`elsewhere` to another instrument, `unclear`."),
        Field("target", Maybe(texts.PROVISION_NAME), "What they lead to."),
        Field("last", Maybe(texts.PROVISION_NAME), "Of a range the last."),
        Field("instrument", TEXT, "The other instrument."),
        Field("sure", FLAG, "Whether this is sure."),
        Field("why", TEXT, "Why not."),
    ),
)  # fmt: skip
_REFERENCES_OF = Shape(
    "ReferencesOfDraft",
    "The references of a draft.",
    (
        Field("draft", texts.DRAFT_NAME, "The draft."),
        Field("looked", FLAG, "False for a language without rules, or where nobody has looked.",
              lambda row: bool(row.looked_at)),
        Field("nowhere", Many(_REFERENCE), "Those that lead nowhere."),
        Field("within", COUNT, "How many lead to provisions of the draft."),
        Field("others", COUNT, "How many lead to other instruments."),
        Field("unclear", COUNT, "Of how many it cannot be told."),
    ),
)  # fmt: skip
_REFERENCE_CHANGE = Shape(
    "ReferenceChange",
    "What became of a reference.",
    (
        Field("outcome", TEXT, "`stale` left behind, `repointed`, `dangling` leads nowhere now, "
              "`unclear`, `added`, `removed`."),
        Field("old", Maybe(_REFERENCE), "The reference in the older draft."),
        Field("new", Maybe(_REFERENCE), "The reference in the newer draft."),
        Field("old_target", TEXT, "What it led to, in words."),
        Field("new_target", TEXT, "What it leads to, in words."),
        Field("became", Maybe(texts.PROVISION_NAME), "What the thing that it led to is now."),
        Field("sure", FLAG, "Whether this is sure."),
        Field("why", TEXT, "Why not."),
    ),
)  # fmt: skip


@dataclass(frozen=True)
class _References:
    rounds: Sequence[DraftReferences]
    old: DraftRow | None
    new: DraftRow | None
    counts: Mapping[str, int]
    changes: Sequence[ReferenceChange]


_REFERENCES = Shape(
    "References",
    "References between provisions that lead nowhere, or elsewhere than before.",
    (
        Field("rounds", Many(_REFERENCES_OF), "By draft."),
        Field("old", Maybe(texts.DRAFT_NAME), "The older of the two drafts compared."),
        Field("new", Maybe(texts.DRAFT_NAME), "The newer."),
        Field("counts", Table(COUNT, "By outcome."), "How many there are."),
        Field("changes", Many(_REFERENCE_CHANGE), "What became of them."),
    ),
)


def _force(asked: Asked) -> Answer:
    here = scope(asked)
    lib = shelf.library()
    ends = _ends(asked, here.drafts, pairs.first_and_last)
    articles = lib.force_of_articles(*ends) if ends else ()
    old, new = ends or (None, None)
    told = _Force(lib.force(here.drafts), old, new, part(articles, asked))
    shown = _page("force.profile", here, ends)
    return Answer(told, here.drafts, len(articles), shown)


def _references(asked: Asked) -> Answer:
    here = scope(asked)
    lib = shelf.library()
    ends = _ends(asked, here.drafts, pairs.last_two)
    found = lib.reference_changes(*ends) if ends else None
    rows = found.changes if found else ()
    old, new = ends or (None, None)
    told = _References(
        lib.references(here.drafts),
        old,
        new,
        found.counts if found else {},
        part(rows, asked),
    )
    shown = _page("pointers.references", here, ends)
    return Answer(told, here.drafts, len(rows), shown)


def _ends(
    asked: Asked, drafts: Sequence[DraftRow], usual: Callable[[Sequence[DraftRow]], pairs.Pair]
) -> pairs.Pair | None:
    """The two drafts that are asked for; None where there is only one."""
    if len(drafts) < 2 and not (asked["old"] or asked["new"]):
        return None
    return pair(scope(asked), asked, usual)


def _page(endpoint: str, here: Scope, ends: pairs.Pair | None) -> str:
    old, new = (one.symbol for one in ends) if ends else (None, None)
    return url_for(endpoint, negotiation=here.row.id, old=old, new=new, lang=here.lang)


OPERATIONS = (
    Operation(
        "force", "/negotiations/{negotiation}/force", "Words through all rounds",
        "How much the drafts oblige",
        "Duties, options, bans, recommendations, conditions and protections by draft, and of the "
        "articles of two of them; of the first and the last whole one if none are named.",
        (of.NEGOTIATION, *of.PAIR, *of.PAGING), _FORCE, _force,
        {"negotiation": "negotiation", "limit": "few"},
    ),
    Operation(
        "references", "/negotiations/{negotiation}/references", "Words through all rounds",
        "References that lead nowhere, or elsewhere than before",
        "By draft, and between two of them; between the last two whole ones if none are named.",
        (of.NEGOTIATION, *of.PAIR, *of.PAGING), _REFERENCES, _references,
        {"negotiation": "negotiation", "limit": "few"},
    ),
)  # fmt: skip
"""In the order of the description."""
