"""A made-up negotiation in four rounds, and what the tests do with it again and again.

The rounds: an offence is renumbered, becomes an aggravating circumstance inside another article;
an article on observers is dropped in the third round and is back in the fourth; a duty becomes a
choice; a paragraph is deleted.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterable, Sequence
from contextlib import closing
from dataclasses import replace
from functools import cache
from itertools import combinations
from pathlib import Path

from sqlite_utils import Database

from tracker.align import align
from tracker.diff import changes
from tracker.function import functions
from tracker.history import differences, threads
from tracker.model import (
    Claim,
    Comparison,
    Draft,
    Fact,
    Furniture,
    Mark,
    Negotiation,
    Provision,
    Round,
    Source,
    Span,
    Story,
)
from tracker.store import Outcome, Store, open_database
from tracker.store.schema import MIGRATIONS, names

Units = Sequence[tuple[str, str, Sequence[str]]]

PURPOSE = (
    "Purpose",
    ("The purpose of this treaty is to keep the far side of the moon free of noise.",),
)
NOISE = (
    "Criminalization of noise",
    (
        "Each State Party shall adopt the laws that it needs to establish as criminal "
        "offences, when done on purpose, the production of noise on the far side.",
        "Noise of a telescope that is being calibrated is not covered by this article.",
    ),
)
NOISE_LATER = (NOISE[0], (NOISE[1][0],))
HAMMERS = (
    "Criminalization of hammers",
    (
        "Each State Party shall adopt the laws that it needs to establish as criminal "
        "offences the use of heavy hammers against listening dishes of other States.",
    ),
)
OBSERVERS = (
    "Observers",
    (
        "Learned societies with an interest in silence shall attend every meeting of the "
        "Parties and receive its documents in good time.",
    ),
)
OBSERVERS_LATER = (
    "Observers",
    (
        "Learned societies with an interest in silence may attend every meeting of the "
        "Parties and receive its documents in good time.",
    ),
)
SANCTIONS = (
    "Prosecution and sanctions",
    (
        "Each State Party shall make the offences of this treaty liable to sanctions that weigh as "
        "heavily as the disturbance did.",
    ),
)
SANCTIONS_LATER = (
    SANCTIONS[0],
    (
        *SANCTIONS[1],
        "The use of heavy hammers against listening dishes of other States is a grave aggravating "
        "circumstance of the offences of this treaty.",
    ),
)

BELLS = (
    "Bells",
    ("Nothing shall ring on the surface while the earth is in the sky.",),
)

ROUNDS: dict[str, tuple[str, Units]] = {}


def _round(symbol: str, date: str, *articles: tuple[str, Sequence[str]]) -> None:
    units = [(f"Article {n}", heading, texts) for n, (heading, texts) in enumerate(articles, 1)]
    ROUNDS[symbol] = (date, units)


_round("M/1", "2001-03-01", PURPOSE, NOISE, HAMMERS, OBSERVERS, SANCTIONS, BELLS)
_round("M/2", "2001-09-01", PURPOSE, HAMMERS, NOISE, OBSERVERS, SANCTIONS, BELLS)
_round("M/3", "2002-03-01", PURPOSE, NOISE_LATER, SANCTIONS_LATER)
_round("M/4", "2002-09-01", PURPOSE, NOISE_LATER, SANCTIONS_LATER, OBSERVERS_LATER)

NEGOTIATION = Negotiation(
    id="moon",
    title="Treaty on the quiet of the moon",
    summary="A treaty that nobody has negotiated.",
    notice="Made up for tests.",
    rounds=tuple(
        Round(
            id=symbol.replace("/", "-").lower(),
            symbol=symbol,
            date=date,
            when=f"spring of {date[:4]}",
            name=f"Draft {symbol}",
            session="First session",
            place="Mare Imbrium",
            standing="paraphrase",
            official=f"https://example.org/{symbol}",
            facts=(Fact("Somebody was there.", "B", "", "a diary"), Fact("It rained.", "C")),
        )
        for symbol, (date, _) in ROUNDS.items()
    ),
    stories=(Story("The hammers", "From an offence to a circumstance.", "M/3", "art_3"),),
    claims=(
        Claim("art_3__para_2", "Hammers are too loud.", "A pamphlet", "2002-05", "M/3"),
        Claim("", "The whole draft is too long.", "A speech", "2001", "M/1"),
    ),
)


def draft(
    symbol: str, date: str, units: Units, *, language: str = "en", negotiation: str = "moon"
) -> Draft:
    """A draft of articles with numbered paragraphs, as if it had been read from a text file."""
    provisions: list[Provision] = []
    page = ""
    for n, (number, heading, texts) in enumerate(units, 1):
        eid = f"art_{n}"
        start = len(page)
        page += f"{number}\n{heading}\n"
        spans = (Span(0, 1, start, start + len(number)),)
        provisions.append(Provision(eid, "article", number, heading, num_spans=spans))
        for m, text in enumerate(texts, 1):
            span = Span(0, 1, len(page), len(page) + len(text))
            page += text + "\n"
            marks = (
                Mark("agreed", 0, len(text), "[agreed]", "", (Span(0, 1, 0, 8),)),
                Mark("bracket", 4, 11, by="Selenia", date="2001-02-03", how="tracked"),
            )
            provisions.append(
                Provision(
                    f"{eid}__para_{m}",
                    "paragraph",
                    f"{m}.",
                    text=text,
                    parent=eid,
                    marks=marks if n == 1 else (),
                    spans=(span,),
                )
            )
    page += "stray"
    name = f"{symbol.replace('/', '-').lower()}.txt"
    return Draft(
        negotiation=negotiation,
        symbol=symbol,
        date=date,
        language=language,
        title="Draft treaty",
        convention="articles",
        source=Source(
            name, hashlib.sha256(page.encode()).hexdigest(), "text", len(page), "paraphrase"
        ),
        provisions=tuple(provisions),
        furniture=(Furniture("unplaced", "stray", 1, len(page) - 5, len(page)),),
        pages=(page,),
    )


def drafts() -> list[Draft]:
    """The four drafts, in order."""
    return [draft(symbol, date, units) for symbol, (date, units) in ROUNDS.items()]


@cache
def compare(old: Draft, new: Draft) -> Comparison:
    """Two drafts compared by the project's own means."""
    alignment = align(old, new)
    return Comparison(alignment, changes(old, new, alignment))


def put(store: Store, one: Draft, *, replacing: bool = False) -> Outcome:
    """Put a draft with all that belongs to it, as the pipeline does."""
    others = [
        other
        for other in store.all_drafts(one.negotiation, one.language)
        if other.symbol != one.symbol
    ]
    everything = sorted([*others, one], key=lambda each: (each.date, each.layer_place, each.symbol))
    compared = {
        (old.symbol, new.symbol): compare(old, new) for old, new in combinations(everything, 2)
    }
    alignments = {pair: each.alignment for pair, each in compared.items()}
    grown = threads(everything, alignments)
    ways = differences(everything, alignments, grown)
    jobs = {eid: (found.name, found.evidence) for eid, found in functions(one).items()}
    own = [each for pair, each in compared.items() if one.symbol in pair]
    return store.put_draft(one, None, jobs, own, grown, f"{one.symbol}.xml", replacing, ways)


def build(path: Path, order: Iterable[Draft]) -> Path:
    """A database with these drafts, put in this order."""
    with open_database(path) as store:
        store.put_negotiation(NEGOTIATION)
        for one in order:
            assert put(store, one) == "new"
    return path


def make_older(path: Path, before: str) -> None:
    """Put in the place of a database one of the shape that it had before the migrations from
    `before` ("0003") on, with what it can hold of the same rows."""
    old = path.with_suffix(".old.db")
    first = next(name for name in names() if name >= before)
    with closing(sqlite3.connect(old)) as conn:
        db = Database(conn)
        MIGRATIONS.apply(db, stop_before=first)
        conn.execute("ATTACH ? AS newer", (str(path),))
        held = (
            "SELECT name FROM {}.sqlite_master WHERE type = 'table' "
            "AND name NOT LIKE 'provisions_fts%'"
        )
        here, there = (
            {row[0] for row in conn.execute(held.format(side))} for side in ("main", "newer")
        )
        for table in sorted((here & there) - {MIGRATIONS.migrations_table}):
            both = [
                [row[1] for row in conn.execute(f"PRAGMA {side}.table_info({table})")]
                for side in ("main", "newer")
            ]
            columns = ", ".join(column for column in both[0] if column in both[1])
            conn.execute(
                f"INSERT INTO main.{table} ({columns}) SELECT {columns} FROM newer.{table}"
            )
        conn.execute("INSERT INTO provisions_fts(provisions_fts) VALUES ('rebuild')")
        conn.commit()
    old.replace(path)


def dump(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """All rows of all tables, sorted; without the search index, whose form is SQLite's."""
    conn = sqlite3.connect(path)
    try:
        names = [
            row[0]
            for row in conn.execute(
                "SELECT name FROM sqlite_master WHERE type = 'table' "
                "AND name NOT LIKE 'provisions_fts%' ORDER BY name"
            )
        ]
        return {
            name: sorted(conn.execute(f"SELECT * FROM {name}").fetchall(), key=repr)
            for name in names
        }
    finally:
        conn.close()


def reread(one: Draft, **others: object) -> Draft:
    """The same draft from other bytes."""
    source = replace(one.source, sha256=hashlib.sha256(b"other").hexdigest(), name="other.txt")
    return replace(one, source=source, **others)
