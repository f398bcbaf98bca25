"""Words of the interface that a translation could not reach.

In: the templates and modules of the viewer, and its pages. Out: places with words of ours that are
not looked up in a catalogue. `in_template` and `in_module` read the sources; `pseudo` makes a
catalogue of a language in which every message stands in ⟦brackets⟧, and `bare` finds on a page what
stands in none and is not in the database either.

`python -m tests.web.untranslated [files]` lists the places.
"""

from __future__ import annotations

import ast
import re
import sqlite3
import sys
import tomllib
from collections.abc import Iterator, Mapping
from html.parser import HTMLParser
from pathlib import Path

import lxml.html
from babel.dates import get_month_names
from babel.messages import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from jinja2 import Environment, nodes

ROOT = Path(__file__).resolve().parent.parent.parent
WEB = ROOT / "web"
LANGUAGE = "eo"
"""The language of the brackets: one that has a plural like English, and no catalogue of ours."""

OPEN, SHUT = "⟦", "⟧"
SPOKEN = ("title", "aria-label", "aria-roledescription", "aria-valuetext", "alt", "placeholder")
"""Attributes that are read out or shown."""

_MAPPINGS = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["babel"]["mappings"]
METHODS = [(one["pattern"], one["method"]) for one in _MAPPINGS]
OPTIONS = {one["pattern"]: {"trimmed": one.get("trimmed", "")} for one in _MAPPINGS}
KEYWORDS = {"_": None, "gettext": None, "later": None, "ngettext": (1, 2)}

SILENT = ("script", "style", "code", "kbd", "pre")
_NOT_OURS = re.compile(
    rf"(?<!\S)/\S+|\b(?:{'|'.join(get_month_names('wide', locale=LANGUAGE).values())})\b",
    re.IGNORECASE,
)
"""Addresses; and dates, which the library writes in the language of the reader."""

_LETTERS = re.compile(r"[^\W\d_]{2,}")
_WORDS = re.compile(r"[a-z]{2,}[,;:]? [a-z]+")
_JOINTS = re.compile(r"[·,.:;()\u2013\u2014\u201c\u201d]")
"""Between names of the database that stand side by side."""

_NO_WORDS = re.compile(r"^\s*(SELECT|WITH|INSERT|CREATE|AND|WHERE)\b|(charset|max-age)=|=\"")


def sources() -> list[Path]:
    """The templates and modules that hold words of the interface. The description of the API is
    documentation for programmers, and freezing speaks to whoever runs the command: English."""
    programmers = (WEB / "api", WEB / "frozen")
    modules = [one for one in sorted(WEB.rglob("*.py")) if one.parent not in programmers]
    return [*sorted(WEB.glob("templates/*")), *modules]


def places(path: Path) -> list[str]:
    """Where in a file words stand that are not looked up: `line: words`."""
    text = path.read_text(encoding="utf-8")
    return list(in_module(text) if path.suffix == ".py" else in_template(text))


def in_template(text: str) -> Iterator[str]:
    """What a template says without looking it up."""
    plain = re.sub(r"\{#.*?#\}", lambda m: "\n" * m[0].count("\n"), text, flags=re.DOTALL)
    plain = re.sub(
        # The width of a page is a class.
        r"\{%-?\s*trans\b.*?endtrans\s*-?%\}|\{% block width %\}.*?\{% endblock %\}",
        lambda m: "\n" * m[0].count("\n"),
        plain,
        flags=re.DOTALL,
    )
    plain = re.sub(
        r"\{%.*?%\}|\{\{.*?\}\}", lambda m: "\n" * m[0].count("\n"), plain, flags=re.DOTALL
    )
    reader = _Reader()
    reader.feed(plain)
    reader.close()
    yield from reader.found
    environment = Environment(extensions=["jinja2.ext.i18n", "jinja2.ext.do"])
    yield from _constants(environment.parse(text))


class _Reader(HTMLParser):
    """Collects the text and the spoken attributes of what is left of a template."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._silent += tag in ("code", "kbd", "script", "style", "pre")
        for name, value in attrs:
            if name in SPOKEN and _LETTERS.search(value or ""):
                self.found.append(f"{self.getpos()[0]}: {name}={value!r}")

    def handle_endtag(self, tag: str) -> None:
        self._silent -= tag in ("code", "kbd", "script", "style", "pre")

    def handle_data(self, data: str) -> None:
        if not self._silent and _LETTERS.search(data):
            self.found.append(f"{self.getpos()[0]}: {' '.join(data.split())[:90]}")


def _constants(tree: nodes.Template) -> Iterator[str]:
    """Words in the expressions of a template."""
    left_out: set[int] = set()
    for call in tree.find_all(nodes.Call):
        if isinstance(call.node, nodes.Name) and call.node.name in KEYWORDS:
            # The messages, not what is put into them.
            left_out |= {id(message) for message in call.args}
    for one in tree.find_all(nodes.Compare):
        left_out |= {id(inner) for inner in one.find_all(nodes.Const)}
    for const in tree.find_all(nodes.Const):
        said = const.value if isinstance(const.value, str) and id(const) not in left_out else ""
        if "<" not in said and _WORDS.search(said) and not _classes(said):
            yield f"{const.lineno}: {said[:90]!r}"


def _classes(value: str) -> bool:
    """Whether these are names of classes of a tag: no capital, no point, a hyphen or few words."""
    return bool(re.fullmatch(r"\s*[a-z0-9-]+(\s[a-z0-9-]+)*\s*", value)) and "-" in value


def in_module(text: str) -> Iterator[str]:
    """What a module says without looking it up: strings of several words, save documentation,
    messages to programmers, SQL, patterns, and what things are called in the database."""
    tree = ast.parse(text)
    left_out = {
        id(inner) for one in ast.walk(tree) for part in _not_said(one) for inner in ast.walk(part)
    }
    for one in ast.walk(tree):
        said = (
            isinstance(one, ast.Constant) and isinstance(one.value, str) and id(one) not in left_out
        )
        if said and _WORDS.search(one.value) and not _NO_WORDS.search(one.value):
            yield f"{one.lineno}: {one.value[:90]!r}"


def _not_said(one: ast.AST) -> list[ast.AST]:
    """The parts of a statement or an expression that no reader sees as they stand there."""
    match one:
        case ast.Expr(value=ast.Constant()) | ast.Raise() | ast.Assert():
            return [one]
        case ast.Call(func=ast.Attribute(value=asked)) if _name(asked) == "logger":
            return [one]
        case ast.Call() if _name(one.func) == "compile":
            return [one]
        case ast.Call() if _name(one.func) in KEYWORDS:
            # The messages, not what is put into them.
            return list(one.args)
        case ast.Dict():
            return [key for key in one.keys if key is not None]
        case ast.Compare() | ast.MatchValue():
            return [one]
        case ast.Subscript():
            return [one.slice]
    return []


def _name(function: ast.expr) -> str:
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


def messages() -> Iterator[str | tuple[str, ...]]:
    """All messages of the viewer; those about a number are pairs."""
    for _file, _line, message, _comments, _context in extract_from_dir(
        WEB, METHODS, OPTIONS, KEYWORDS
    ):
        yield message[:2] if isinstance(message, tuple) else message


def pseudo(folder: Path) -> None:
    """Write a catalogue of all messages of the viewer, each in brackets."""
    catalogue = Catalog(locale=LANGUAGE)
    for message in messages():
        if isinstance(message, tuple):
            catalogue.add(message, tuple(f"{OPEN}{one}{SHUT}" for one in message))
        elif message:
            catalogue.add(message, f"{OPEN}{message}{SHUT}")
    _write(folder, catalogue)


def translate(folder: Path, words: Mapping[str, str]) -> None:
    """Write a catalogue of these messages and their translations."""
    catalogue = Catalog(locale=LANGUAGE)
    for message, translation in words.items():
        catalogue.add(message, translation)
    _write(folder, catalogue)


def _write(folder: Path, catalogue: Catalog) -> None:
    place = folder / LANGUAGE / "LC_MESSAGES"
    place.mkdir(parents=True)
    with (place / "messages.mo").open("wb") as file:
        write_mo(file, catalogue)


class Stored:
    """All texts of a database, to tell what of a page is not ours."""

    def __init__(self, database: Path) -> None:
        with sqlite3.connect(database) as connection:
            tables = [
                name
                for (name,) in connection.execute(
                    "SELECT name FROM sqlite_master WHERE type IN ('table', 'view')"
                )
                if "_fts_" not in name
            ]
            texts: set[str] = set()
            for table in tables:
                for row in connection.execute(f'SELECT * FROM "{table}"'):
                    texts.update(one for one in row if isinstance(one, str))
        self._all = "\n".join(" ".join(one.split()).casefold() for one in sorted(texts))

    def holds(self, run: str) -> bool:
        """Whether a run of words is in the database."""
        return " ".join(run.split()).casefold().strip(" .,:;“”‘’()…–—") in self._all


def bare(page: str, stored: Stored) -> list[str]:
    """What a page says outside of brackets that is in no row of the database."""
    tree = lxml.html.fromstring(page)
    found: list[str] = []
    depth = 0
    for run in tree.xpath("//text()"):
        parent = run.getparent()
        holder = parent.getparent() if run.is_tail else parent
        if holder is None or holder.tag == "title" or _left_alone(holder):
            continue
        outside, depth = _outside(run, depth)
        found += outside
    for element in tree.iter():
        if isinstance(element.tag, str) and not _left_alone(element):
            shown = element.text if element.tag == "title" else ""
            for text in (shown or "", *(element.get(name) or "" for name in SPOKEN)):
                found += _outside(text, 0)[0]
    pieces = (piece for one in found for piece in _JOINTS.split(_NOT_OURS.sub("", one)))
    return [one for one in pieces if _LETTERS.search(one) and not stored.holds(one)]


def _left_alone(element: lxml.html.HtmlElement) -> bool:
    """Whether what stands here is code, or said to be in another language than the interface."""
    for one in (element, *element.iterancestors()):
        if one.tag in SILENT or one.get("translate") == "no":
            return True
        if "lang" in one.attrib:
            return str(one.get("lang")) != LANGUAGE
    return False


def _outside(text: str, depth: int) -> tuple[list[str], int]:
    """The runs of a text outside of brackets, and how many are open at its end."""
    runs = [""]
    for one in text:
        if one == OPEN:
            depth += 1
            runs.append("")
        elif one == SHUT:
            depth -= 1
            runs.append("")
        elif depth == 0:
            runs[-1] += one
    return [run for run in runs if run.strip()], depth


def main(names: list[str]) -> int:
    """List the places."""
    count = 0
    for path in [Path(name) for name in names] or sources():
        for place in places(path):
            count += 1
            print(f"{path}:{place}")
    print(count)
    return 1 if count else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
