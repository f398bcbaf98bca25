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
from tracker.model import CheckName, CheckScope, Standing
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

FUNCTION_NAMES = (
    *("recital", "purpose", "definition", "scope", "safeguard", "offence"),
    *("aggravating circumstance", "mitigating circumstance", "participation"),
    *("liability of legal persons", "sanction", "jurisdiction", "procedural power"),
    *("cooperation", "ground for refusal", "prevention", "assistance", "institution"),
    "final clause",
)
"""The legal functions that a check may name: those that rules can tell. They stand here again,
since the loader comes before the rules; a test holds the two lists together."""

CHECK = (
    Key(
        "check",
        "What is to hold. says, lacks: `words` stand there, do not; said_until: they stood there "
        "in the draft `symbol`, and in no later one; came_back: they, or without words the "
        "provision, were there, then not, and are again; may_only: what is said with `words` is an "
        "option, no duty; function_is, function_was: the provision is, or in an earlier draft was, "
        "an offence, a safeguard, …; was_own_article: an article of an earlier draft had `words` "
        "in its heading; refers_to: a reference there leads to `target`.",
        "choice",
        required=True,
        options=get_args(CheckName),
    ),
    Key(
        "words",
        "Phrases to look for, each in any inflection: all of them must stand there (for lacks: "
        "none may).",
        "texts",
        check=checks.check_phrase,
    ),
    Key("exact", "The words are matched as they are spelled, without inflection.", "flag"),
    Key("any", "One of the `words` is enough.", "flag"),
    Key(
        "where",
        "Where to look: in the provision with all that stands inside it, in the article that it "
        "stands in, in the whole draft without its preamble (operative), or in all of it.",
        "choice",
        options=get_args(CheckScope),
        default="provision",
    ),
    _provision("The eId in the claim's draft to look at, where it is not the claim's own."),
    Key(
        "symbol",
        "The draft to look in, the symbol of a round, where it is not the claim's; the provision "
        "is followed to it under whatever number it has there.",
        check=checks.check_symbol,
    ),
    Key("function", "The legal function that is meant.", "choice", options=FUNCTION_NAMES),
    Key(
        "target",
        "The eId of the provision that is referred to.",
        check=checks.check_eid,
        pattern=checks.EID,
    ),
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
    Key(
        "document",
        "The symbol of the document it is about, where that is no draft but goes with one, such as "
        "a resolution: its text is not here, so nothing in it can be checked.",
        check=checks.check_symbol,
    ),
    Key(
        "checks",
        "What in the claim the texts can settle, one table for each statement.",
        "tables",
        keys=CHECK,
    ),
    Key(
        "unsettled",
        "What in it no text can settle, such as an opinion: whether the threshold is vague.",
    ),
    Key(
        "note",
        "What else must be known of the claim or its checks, such as that a number is unverified.",
        "lines",
    ),
)

PROPOSALS = (
    Key(
        "file",
        "The JSON file of proposals, in the manifest's folder, relative to it. In official/given/ "
        "it is not committed.",
        required=True,
    ),
    Key("author", "Who made them, where the file does not say it."),
    Key(
        "date",
        "When, as exactly as is known (2024-10-07, 2024-10 or 2024), where the file does not say "
        "it.",
        "loose-date",
        pattern=checks.LOOSE_DAY,
    ),
    Key("source", "Where they are printed, where the file does not say it."),
)

PRECEDENT = (
    Key(
        "file",
        "The text of an earlier instrument, in the manifest's folder, relative to it. In "
        "official/given/ it is not committed.",
        required=True,
    ),
    Key("title", "What it is called: Budapest Convention.", required=True),
    Key("source", "Where the file is from."),
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
    Key(
        "proposals",
        "Files of what was proposed for the text, for `tracker uptake`.",
        "tables",
        keys=PROPOSALS,
    ),
    Key(
        "precedents",
        "Earlier instruments from which the text may have borrowed, for `tracker borrowed`.",
        "tables",
        keys=PRECEDENT,
    ),
    Key("claims", "What somebody says of a provision, shown beside it.", "tables", keys=CLAIM),
)
