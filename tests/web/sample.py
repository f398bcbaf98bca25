"""A small database for the pages' tests: made-up negotiations, every kind of row in them.

`moon`: four rounds, paraphrases. An offence (article 3) is left out of the third round and is back
in the fourth as an aggravating circumstance in article 2; the second document is partial; article 4
is renumbered; a duty becomes a choice. Titles hold markup, to see it escaped. `qamar`: one official
draft in Arabic.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations
from pathlib import Path

from tests.drafts import outline
from tracker.align import align
from tracker.diff import changes
from tracker.history import threads
from tracker.model import (
    Alignment,
    Claim,
    Comparison,
    Draft,
    Fact,
    Furniture,
    Link,
    Mark,
    Negotiation,
    Round,
    Source,
    Standing,
    Story,
)
from tracker.pipeline.analysed import analyse
from tracker.store import open_database

SCRIPT = "<script>alert('moon')</script>"
OFFICIAL = "https://example.org/doc?s=M%2F1&l=en"

_PURPOSE = """
    art_1 | Article 1 | Purpose | The purpose of this Treaty is to keep lunar craters quiet and open to all.
"""
_BASE = """
    art_2 | Article 2 | Penalties | Courts shall punish the offences of this Treaty with fines that deter.
      art_2__para_1 | 1. | | A fine shall fit the gravity of the deed and the means of whoever committed it.
"""
_AGGRAVATED = """
      art_2__para_2 | 2. | | A State may provide for aggravating circumstances where a deed touched a lunar navigation beacon.
"""
_BEACON = """
    art_3 | Article 3 | Damage to beacons | Each State shall make it a crime to damage a lunar navigation beacon on purpose.
"""
_OBSERVERS = """
    art_{n} | Article {n} | Observers | {states} admit observers of every crew to the yearly council of the Moon.
      art_{n}__para_1 | 1. | | Observers sit behind the delegates and may hand in papers before the council meets.
      art_{n}__para_2 | 2. | | {last}
"""
_LONG = " ".join(
    f"Word {n} of a long rule about dust and the cleaning of lenses." for n in range(12)
)


def drafts() -> list[Draft]:
    """The four rounds of `moon`."""
    shall = {"states": "States shall", "last": f"{_LONG} Papers are printed in grey."}
    may = {"states": "States may", "last": f"{_LONG} Papers are printed in silver."}
    texts = {
        "M/1": _PURPOSE + _BASE + _BEACON + _OBSERVERS.format(n=4, **shall),
        "M/2": _PURPOSE,
        "M/3": _PURPOSE + _BASE + _OBSERVERS.format(n=3, **shall),
        "M/4 <b>": _PURPOSE + _BASE + _AGGRAVATED + _OBSERVERS.format(n=3, **may),
    }
    made = [
        outline(
            text.replace("\n\n", "\n"),
            symbol=symbol,
            date=f"2030-0{n}-01",
            negotiation="moon",
            partial=n == 2,
        )
        for n, (symbol, text) in enumerate(texts.items(), 1)
    ]
    made = [_sourced(draft, "paraphrase") for draft in made]
    said = ("80.8% of the text could not be placed (1 passage, on page 1)",)
    first = replace(_marked(made[0], "Tycho; Mare"), warnings=said)
    return [first, made[1], _marked(made[2], "Tycho"), made[3]]


def _sourced(draft: Draft, standing: Standing) -> Draft:
    pages = ("Page 3\nlost words & <i>more</i>",)
    digest = hashlib.sha256(draft.symbol.encode()).hexdigest()
    return replace(
        draft,
        source=Source(f"{draft.symbol}.txt", digest, "text", 1234, standing, OFFICIAL),
        furniture=(
            Furniture("page-number", "Page 3", 1, 0, 6),
            Furniture("unplaced", "lost words & <i>more</i>", 1, 7, 31),
        ),
        pages=pages,
    )


def _marked(draft: Draft, by: str) -> Draft:
    """The draft with a bracket in its first article, words of somebody, agreed for the time being;
    and with another in a paragraph, by nobody."""
    first, *rest = draft.provisions
    start = first.text.index("quiet and open")
    marks = (
        Mark("bracket", start, start + len("quiet and open")),
        Mark("agreed", 0, len(first.text), "[agreed ad referendum]"),
        Mark("proponent", start, start + len("quiet and open"), by=by),
    )
    fine = next(n for n, one in enumerate(rest) if one.eid == "art_2__para_1")
    rest[fine] = replace(rest[fine], marks=(Mark("bracket", 2, 6, date="2030-01-01"),))
    return replace(draft, provisions=(replace(first, marks=marks), *rest))


def negotiation() -> Negotiation:
    """What the manifest of `moon` would say."""
    names = ("First draft", f"Partial draft {SCRIPT}", "Second draft", "Final draft")
    facts = (
        Fact("The beacons were an offence of their own.", "S", "art_3", "a made-up leaflet"),
        Fact("Unverified: the number three.", "C", "art_3", "recalled"),
        Fact("It has four articles.", "A", "", "the text"),
    )
    return Negotiation(
        id="moon",
        title=f"Treaty on the Moon {SCRIPT}",
        summary="A made-up treaty & its drafts.",
        notice="These are paraphrases; the official texts are elsewhere.",
        rounds=tuple(
            Round(
                id=f"round-{n}",
                symbol=draft.symbol,
                date=draft.date,
                when=f"round {n} of 2030",
                name=name,
                session="a session",
                place="Tycho",
                standing="paraphrase",
                official=OFFICIAL,
                partial=draft.partial,
                facts=facts if n == 1 else (),
            )
            for n, (draft, name) in enumerate(zip(drafts(), names, strict=True), 1)
        ),
        stories=(
            Story("What became of the beacons", "They were a crime.", "M/4 <b>", "art_2__para_2"),
            Story("A story of nothing", "It leads nowhere.", "M/4 <b>", "art_99"),
        ),
        claims=(
            Claim("art_2__para_2", "Says too little.", "A made-up group", "2030-05", "M/4 <b>"),
            Claim("", "The whole is too long.", "Another group", "2030", "M/4 <b>"),
        ),
    )


_FUNCTIONS = {
    "art_1": ("purpose", "purpose"),
    "art_2": ("sanction", "punish"),
    "art_2__para_1": ("sanction", "fine"),
    "art_2__para_2": ("aggravating circumstance", "aggravating circumstances"),
    "art_3": ("offence", "a crime"),
}


def make(path: Path) -> None:
    """Write the sample to a new database."""
    moon = drafts()
    with open_database(path) as store:
        store.put_negotiation(negotiation())
        alignments: dict[tuple[str, str], Alignment] = {}
        for place, draft in enumerate(moon):
            compared = [_compared(old, draft) for old in moon[:place]]
            alignments |= {(c.alignment.old, c.alignment.new): c.alignment for c in compared}
            store.put_draft(
                draft,
                round=negotiation().rounds[place],
                functions=_functions(draft),
                comparisons=compared,
                threads=None,
                xml_file=f"{place}.xml",
            )
        store.put_threads("moon", "en", threads(moon, alignments))
        qamar = arabic()
        store.put_negotiation(Negotiation(id="qamar", title="معاهدة القمر", language="ar"))
        store.put_draft(
            qamar,
            round=None,
            functions={one.eid: ("unclear", "") for one in qamar.provisions},
            comparisons=(),
            threads=threads([qamar], {}),
            xml_file="qamar.xml",
        )
        analyse(store, "moon", "en")


def arabic() -> Draft:
    """One short draft in Arabic, with an official source."""
    text = "art_1 | المادة 1 | الغرض | الغرض من هذه المعاهدة هو هدوء القمر."
    draft = outline(text, symbol="Q/1", negotiation="qamar")
    return replace(_sourced(draft, "official"), language="ar", furniture=(), pages=("",))


def _functions(draft: Draft) -> dict[str, tuple[str, str]]:
    # In the third and fourth rounds article 3 is the one on observers.
    known = {**_FUNCTIONS, "art_3": _FUNCTIONS["art_3"] if draft.symbol == "M/1" else ("other", "")}
    return {one.eid: known.get(one.eid, ("other", "")) for one in draft.provisions}


def _compared(old: Draft, new: Draft) -> Comparison:
    alignment = align(old, new)
    if (old.symbol, new.symbol) == ("M/1", "M/4 <b>"):
        # Given here, so that these tests do not depend on how well such a link is found.
        demoted = Link("art_3", "art_2__para_2", "demoted", 0.3, ("both name a beacon",))
        alignment = replace(alignment, links=_with(alignment.links, demoted))
    return Comparison(alignment, changes(old, new, alignment))


def _with(links: Sequence[Link], link: Link) -> tuple[Link, ...]:
    kept = [one for one in links if one.old != link.old and one.new != link.new]
    return (*(one for one in kept if one.new), link, *(one for one in kept if not one.new))


def pairs() -> list[tuple[str, str]]:
    """Every two drafts of `moon`, the older first."""
    return [(old.symbol, new.symbol) for old, new in combinations(drafts(), 2)]
