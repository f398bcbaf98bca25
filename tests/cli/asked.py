"""A treaty in three rounds, written for these tests, of which the life of every word is known.

In round 2 the article on bells is article 2 and lacks the fog; in round 3 the fog is back, the duty
has become an option, and the keepers are gone.
"""

from __future__ import annotations

from pathlib import Path

from tests.cli.typed import run

BELLS = """\
Article 1
Ringing of bells

1. Each Party shall ring the great bells of its harbours at dusk and whenever thick fog hides the \
outer rocks from ships.

2. Each Party shall pay the keepers of its bells a fair wage in silver every month.

Article 2
Colours of lamps

1. Lamps at the mouth of a harbour burn red to port and green to starboard, and are lit without \
delay by the harbour master.
"""

SECOND = """\
Article 1
Purpose

1. This Treaty serves the safety of sailors near the coast.

Article 2
Ringing of bells

1. Each Party shall ring the great bells of its harbours at dusk.

2. Each Party shall pay the keepers of its bells a fair wage in silver every month.

Article 3
Colours of lamps

1. Lamps at the mouth of a harbour burn red to port and green to starboard, and are lit without \
delay by the harbour master.
"""

THIRD = """\
Article 1
Purpose

1. This Treaty serves the safety of sailors near the coast.

Article 2
Ringing of bells

1. Each Party may ring the great bells of its harbours at dusk and whenever thick fog hides the \
outer rocks from ships.

Article 3
Colours of lamps

1. Lamps at the mouth of a harbour burn red to port and green to starboard, and are lit without \
delay by the harbour master, who answers for broken glass before the assembly of pilots.
"""

ROUNDS = (("B/1", "2030-01-01", BELLS), ("B/2", "2031-01-01", SECOND), ("B/3", "2032-01-01", THIRD))


def built(folder: Path, name: str = "bells") -> Path:
    """A database with the three rounds."""
    db = folder / "asked.db"
    for symbol, date, text in ROUNDS:
        file = folder / f"{symbol.replace('/', '-')}.txt"
        file.write_text(text, encoding="utf-8")
        result = run(
            *("ingest", file, "--negotiation", name, "--symbol", symbol, "--date", date),
            *("--convention", "un-treaty", "--standing", "official", "--db", db),
        )
        assert result.exit_code == 0, result.output
    return db


def manifest(folder: Path, more: str = "", name: str = "bells") -> Path:
    """A folder of manifests that describes the same rounds; its path."""
    home = folder / "drafts" / name
    home.mkdir(parents=True, exist_ok=True)
    rounds = []
    for n, (symbol, date, text) in enumerate(ROUNDS, 1):
        (home / f"round-{n}.txt").write_text(text, encoding="utf-8")
        rounds.append(
            f'[[rounds]]\nid = "r{n}"\nsymbol = "{symbol}"\ndate = "{date}"\nwhen = "{date[:4]}"\n'
            f'name = "Round {n}"\nfile = "round-{n}.txt"\nconvention = "un-treaty"\n'
        )
    head = f'id = "{name}"\ntitle = "Treaty on Bells"\n\n'
    (home / "manifest.toml").write_text(head + "\n".join(rounds) + more, encoding="utf-8")
    return home.parent


def one_line(result_output: str) -> str:
    """What a failed command says, which is one line."""
    assert result_output.startswith("tracker: ")
    assert result_output.count("\n") == 1
    return result_output
