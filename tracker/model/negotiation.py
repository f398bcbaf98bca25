"""A negotiation as its manifest tells it: its rounds, and what is said about them.

In: a manifest. Out: `Negotiation`, which holds no text: the drafts of its rounds do.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from tracker.model.draft import Standing


@dataclass(frozen=True, slots=True)
class Round:
    """The place of a draft in a negotiation, as the manifest tells it.

    `date` orders the rounds; `when` is what is printed for people (`mid-2023`). `facts` are
    sentences about the round with how sure they are; `file` is the bundled text, relative to the
    manifest; `standing` is that file's. `official` is the address of the official document.
    `partial` says that the document covers only part of the text, `excerpt` that only the bundled
    file does. `layer` is which of several texts in the file is meant; `""` is the last of them, or
    with tracked changes one draft with the changes as marks. `language` is the draft's, `""` for
    that of the negotiation. `sha256` and `format` are those of the official document, `""` if they
    are not known.
    """

    id: str
    symbol: str
    date: str
    when: str
    name: str
    session: str = ""
    place: str = ""
    file: str = ""
    standing: Standing = "official"
    convention: str = ""
    official: str = ""
    partial: bool = False
    excerpt: bool = False
    facts: tuple[Fact, ...] = ()
    layer: str = ""
    language: str = ""
    sha256: str = ""
    format: str = ""


@dataclass(frozen=True, slots=True)
class Fact:
    """A sentence about a round or a provision, and how sure it is.

    `sure` is `A` (read in the text or on an official page), `B` (a secondary source), `S` (stated
    by an advocacy document) or `C` (recalled, not checked: shown as unverified). `provision` is
    the eId it is about, `""` for the whole round.
    """

    text: str
    sure: Literal["A", "B", "S", "C"]
    provision: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class Story:
    """One thing to see in a negotiation, which a page can lead to: a provision of one draft."""

    title: str
    text: str
    symbol: str
    provision: str


CheckName = Literal[
    "says",
    "lacks",
    "said_until",
    "came_back",
    "may_only",
    "function_is",
    "function_was",
    "was_own_article",
    "refers_to",
]
"""What can be asked of the texts (`tracker.claims.CHECKS` says what each means)."""

CheckScope = Literal["provision", "article", "operative", "draft"]
"""Where a check looks: in a provision with all that stands inside it, in the article that it stands
in, in the whole draft without its preamble, in all of it."""


@dataclass(frozen=True, slots=True)
class Check:
    """One statement of a claim that the texts can settle.

    `words` are phrases, matched by their stems or with `exact` as they are spelled; with `any` one
    of them is enough. `provision` is an eId of the claim's draft, `""` for the claim's own;
    `symbol` the draft to look in, to which the provision is followed, `""` for the claim's.
    `function` is a legal function, `target` an eId of the draft that is looked in.
    """

    check: CheckName
    words: tuple[str, ...] = ()
    exact: bool = False
    any: bool = False
    where: CheckScope = "provision"
    provision: str = ""
    symbol: str = ""
    function: str = ""
    target: str = ""


@dataclass(frozen=True, slots=True)
class Claim:
    """What somebody says of a provision, to be shown beside the text it is about.

    `provision` is an eId of the draft `symbol`, `""` for the whole draft; `source` is who says it
    and where; `date` is when, as exactly as is known: `2024-10-07`, `2024-10` or `2024`.
    `document` is the symbol of what it is about where that is no draft but goes with one (a
    resolution), else `""`. `checks` are what in it the texts can settle, `unsettled` says what they
    cannot, `note` what else must be known of it.
    """

    provision: str
    text: str
    source: str
    date: str
    symbol: str
    document: str = ""
    checks: tuple[Check, ...] = ()
    unsettled: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class ProposalFile:
    """A file of proposals for the text, relative to the manifest. What it does not say itself of
    each proposal (`author`, `date`, as exactly as is known, `source`) is what stands here."""

    file: str
    author: str = ""
    date: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class PrecedentFile:
    """An earlier instrument from which the text may have borrowed: its file, relative to the
    manifest, what it is called, and where the file is from."""

    file: str
    title: str
    source: str = ""


@dataclass(frozen=True, slots=True)
class Negotiation:
    """The text being negotiated, through all its rounds (FRBR Work).

    `pattern` is the address of an official document by its `{symbol}` and `{language}`, `hosts` are
    those that may be asked for it besides the usual ones.
    """

    id: str
    title: str
    summary: str = ""
    language: str = "en"
    country: str = "zz"
    notice: str = ""
    rounds: tuple[Round, ...] = ()
    stories: tuple[Story, ...] = ()
    claims: tuple[Claim, ...] = ()
    pattern: str = ""
    hosts: tuple[str, ...] = ()
    proposals: tuple[ProposalFile, ...] = ()
    precedents: tuple[PrecedentFile, ...] = ()
