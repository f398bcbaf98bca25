"""Every key that a manifest may have: the one table behind the loader and the JSON Schema.

In: nothing. Out: `MANIFEST`, the keys of the file, and in it those of its tables. What a key is
called, what it means, of what type and form its value is, and whether it may be absent, stands here
and nowhere else.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, get_args

from tracker import manifest_checks as checks
from tracker.model import Standing
from tracker.official import ENDINGS

Kind = Literal["text", "lines", "date", "loose-date", "choice", "flag", "texts", "table", "tables"]
"""`text` has one line, `lines` may have more; `texts` is a list of the first; `table` is one table,
`tables` a list of them."""


@dataclass(frozen=True, slots=True)
class Key:
    """One key. `what` is what an editor shows; `check` raises a `ValueError` for a wrong text, and
    what it lets pass matches `pattern` as a whole; `default` is the value of an absent choice."""

    name: str
    what: str
    kind: Kind = "text"
    required: bool = False
    check: Callable[[str], str] | None = None
    pattern: str = ""
    longest: int = 0
    options: tuple[str, ...] = ()
    default: str = ""
    keys: tuple[Key, ...] = ()


def _id(what: str) -> Key:
    return Key("id", what, required=True, check=checks.check_id, pattern=checks.ID)


def _symbol(what: str) -> Key:
    return Key("symbol", what, required=True, check=checks.check_symbol)


def _language(what: str, name: str = "language") -> Key:
    return Key(name, what, check=checks.check_language, pattern=checks.TWO_LETTERS)


def _provision(what: str, *, required: bool = False) -> Key:
    check, pattern = checks.check_eid, checks.EID
    return Key("provision", what, required=required, check=check, pattern=pattern)


FACT = (
    Key("text", "One sentence about the round.", "lines", required=True),
    Key(
        "sure",
        "How sure it is. A: read in the text or on an official page; B: a secondary source; "
        "S: stated by an advocacy document; C: recalled, not checked (its text begins with "
        "“Unverified”).",
        "choice",
        required=True,
        options=("A", "B", "S", "C"),
    ),
    _provision("The eId of the provision it is about; absent for the whole round."),
    Key("source", "Where it is from."),
)

ROUND = (
    _id("Short name of the round, unique in the manifest."),
    _symbol("The document's own symbol (A/AC.291/22/Rev.1), unique in the manifest."),
    Key(
        "date",
        "The day that puts the rounds in order (2024-05-23). Where less is known, choose a day, "
        "and say in `when` what is known.",
        "date",
        required=True,
        pattern=checks.DAY,
    ),
    Key("when", "The date as printed for people: mid-2023.", required=True),
    Key("name", "What the draft is called: Zero draft.", required=True),
    Key("session", "The session at which it was negotiated, or for which it was written."),
    Key("place", "Where it was negotiated."),
    Key("file", "The text to read, in the manifest's folder, relative to it."),
    Key(
        "standing",
        "What `file` is: the text as issued, a paraphrase written for this project, a text pieced "
        "together from others, or a file of which nobody said what it is.",
        "choice",
        options=get_args(Standing),
        default="official",
    ),
    Key(
        "convention",
        "The drafting convention of `file` (un-treaty, …); recognised by itself if absent.",
    ),
    Key(
        "layer",
        "Which of several texts in the file is meant, by the name that its convention gives it "
        "(`tracker inspect` lists them). If absent: the last; of a file with tracked changes one "
        "draft with the changes as marks.",
    ),
    _language("The language of this draft, where it is not that of the negotiation: ISO 639-1."),
    Key(
        "official",
        "Where the official document is: an https address.",
        check=checks.check_address,
        pattern=checks.ADDRESS,
    ),
    Key(
        "format",
        "What the official document is; `tracker fetch` refuses another. If absent: PDF, Word or "
        "OpenDocument.",
        "choice",
        options=tuple(ENDINGS),
    ),
    Key(
        "sha256",
        "The SHA-256 of the official document; `tracker fetch` refuses a file that has another.",
        check=checks.check_sha256,
        pattern=checks.SHA256,
    ),
    Key("partial", "The document covers only a part of the text under negotiation.", "flag"),
    Key(
        "excerpt",
        "Only the bundled `file` is such a part; the official document counts as whole.",
        "flag",
    ),
    Key("facts", "What is known of the round.", "tables", keys=FACT),
)

STORY = (
    Key("title", "What there is to see.", required=True),
    Key("text", "What became of it, and how sure that is.", "lines", required=True),
    _symbol("The draft to open: the symbol of a round."),
    _provision("The eId in it to open: art_21__para_2.", required=True),
)

CLAIM = (
    _provision("The eId in the draft `symbol`; absent for the whole draft."),
    Key("text", "The claim, in your own words.", "lines", required=True),
    Key("source", "Who says so, and where.", required=True),
    Key(
        "date",
        "When, as exactly as is known: 2024-10-07, 2024-10 or 2024.",
        "loose-date",
        required=True,
        pattern=checks.LOOSE_DAY,
    ),
    _symbol("The draft it is about: the symbol of a round."),
)

FETCH = (
    Key(
        "pattern",
        "The address of a document by its symbol and language, for rounds without `official`: "
        "https://example.org/{language}/{symbol}",
        check=checks.check_pattern,
        pattern=checks.ADDRESS,
    ),
    Key(
        "hosts",
        "The hosts that may be asked, besides those of the United Nations' document system.",
        "texts",
        check=checks.check_host,
        pattern=checks.HOST,
    ),
)

MANIFEST = (
    _id("The name of the folder that the manifest stands in."),
    Key("title", "The negotiation, as shown on every page.", required=True),
    Key("summary", "What is or was negotiated, in a few plain sentences.", "lines"),
    _language("The language of the drafts: two letters of ISO 639-1, en if absent."),
    _language(
        "Two letters for the identifiers of the XML: un, eu, a country's code; zz if absent.",
        "country",
    ),
    Key("notice", "A warning for every page that shows the texts.", "lines"),
    Key("fetch", "Where `tracker fetch` finds the official documents.", "table", keys=FETCH),
    Key("rounds", "The drafts, one table each.", "tables", required=True, keys=ROUND),
    Key("stories", "Things to see, which the front page leads to.", "tables", keys=STORY),
    Key("claims", "What somebody says of a provision, shown beside it.", "tables", keys=CLAIM),
)
