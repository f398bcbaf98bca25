"""JSON with a text that is already parted by article → one page with the lines of a printed treaty.

In: bytes of a `.json` file: `{"title": …, "language": "en", "preamble": …, "articles": [{"number":
3, "title": …, "text": …, "chapter": …, "section": …}, …]}`. Only `articles` and the `number` and
`text` of each must be there. Out: lines whose style says what the key said (`DOCUMENT`, `PREAMBLE`,
`HOLDER`, `ARTICLE`, `HEADING`; those of a text have none). Values are plain text or Markdown: many
such collections were made from Markdown, and their links would else be words of the treaty. A
number without its word ("3") gets the one of the language ("Article 3"), as a list in Word does.
`chapter` and `section` are printed where they change; a `|` or a line break parts their lines.
Keys of other names are not read, which a warning says.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from tracker.errors import ReadError
from tracker.read.blocks import Sheet
from tracker.read.lines import Line
from tracker.read.markdown import read_markdown
from tracker.read.text import decode

DOCUMENT, PREAMBLE = "document-title", "preamble"
HOLDER, ARTICLE, HEADING = "holder", "article", "article-title"
"""Styles of lines: the title of the whole, a recital, a chapter or section, an article's number,
its heading."""

TOLD = frozenset(("title", "language", "preamble", "articles"))
TOLD_OF_ARTICLE = frozenset(("number", "title", "text", "chapter", "section"))

WORDS = {
    "en": "Article {}",
    "fr": "Article {}",
    "es": "Artículo {}",
    "pt": "Artigo {}",
    "it": "Articolo {}",
    "de": "Artikel {}",
    "nl": "Artikel {}",
    "ru": "Статья {}",
    "ar": "المادة {}",
    "zh": "第{}条",
}
"""How an article is titled in a language; in any other as in English."""

_TITLED = re.compile(r"(?![IVXLC]+\s)[^\W\d_]{2,}\.?\s|§|第")
"""A number that says itself what it numbers: "Article 3", "Art. 3", "§ 3"."""

_PARTS = re.compile(r"[|\n\r]")
_SURROGATE = re.compile("[\ud800-\udfff]")


def read_articles(
    data: bytes, name: str
) -> tuple[tuple[str, ...], tuple[Line, ...], tuple[str, ...]]:
    """The page, its lines, and warnings.

    Raises:
        ReadError: no JSON, or not of this form: names the article and the key.
    """
    document = _parsed(decode(data, name), name)
    reader = _Reader(name, str(document.get("language", "en")))
    reader.put(_text(document, "title", name), DOCUMENT)
    reader.put(_text(document, "preamble", name), PREAMBLE)
    unread = sorted(document.keys() - TOLD)
    for place, article in enumerate(_articles(document, name), start=1):
        reader.article(article, f"{name}: article {place} of the list")
        unread += sorted(article.keys() - TOLD_OF_ARTICLE - set(unread))
    said = f"keys of the file that were not read: {', '.join(unread)}; what they hold is not here"
    return reader.sheet.pages, tuple(reader.sheet.lines), (said,) if unread else ()


class _Reader:
    """Puts titles and texts on a sheet, in their order."""

    def __init__(self, name: str, language: str) -> None:
        self.sheet = Sheet(name)
        self.name = name
        self.word = WORDS.get(language.split("-")[0].casefold(), WORDS["en"])
        self.chapter: list[str] = []
        self.section: list[str] = []
        self.tables = 0

    def article(self, article: Mapping[str, object], where: str) -> None:
        """One article below the chapter and the section that it stands in."""
        number = _number(article, where)
        chapter = _PARTS.split(_text(article, "chapter", where))
        section = _PARTS.split(_text(article, "section", where))
        if chapter != self.chapter:
            self.section = []
        for part in (
            *(chapter if chapter != self.chapter else ()),
            *(section if section != self.section else ()),
        ):
            self.put(part, HOLDER)
        self.chapter, self.section = chapter, section
        self.put(number if _TITLED.match(number) else self.word.format(number), ARTICLE)
        self.put(_text(article, "title", where), HEADING)
        self.put(_text(article, "text", where, needed=True), "")

    def put(self, text: str, style: str) -> None:
        """Add a text, read as Markdown; a style of ours stands before those of Markdown."""
        if not text.strip():
            return
        pages, lines = read_markdown(text.encode(), self.name)
        held = [line.cell[0] for line in lines if line.cell]
        shown = (
            replace(
                line,
                style=style or line.style,
                gap=1.0 if n == 0 else line.gap,
                cell=(line.cell[0] + self.tables, *line.cell[1:]) if line.cell else None,
            )
            for n, line in enumerate(lines)
        )
        if lines:
            self.sheet.add_printed("\n".join(pages), shown)
        self.tables += max(held, default=-1) + 1


def _parsed(text: str, name: str) -> Mapping[str, object]:
    try:
        document = json.loads(text, object_pairs_hook=_once)
    except (ValueError, RecursionError) as error:
        raise ReadError(f"{name}: not JSON that can be read ({error}); get the file again") from (
            error
        )
    if not isinstance(document, dict) or not isinstance(document.get("articles"), list):
        raise ReadError(
            f"{name}: JSON without a list `articles` of articles with `number` and `text`; "
            "see drafts/README.md for the form"
        )
    return document


def _once(pairs: Sequence[tuple[str, object]]) -> dict[str, object]:
    """An object whose keys are all different: of two `text`s one would be lost."""
    found = dict(pairs)
    if len(found) < len(pairs):
        keys = [key for key, _ in pairs]
        twice = next(key for key in keys if keys.count(key) > 1)
        raise ValueError(f"the key {twice!r} twice in one object")
    return found


def _articles(document: Mapping[str, object], name: str) -> list[Mapping[str, object]]:
    articles = document["articles"]
    assert isinstance(articles, list)
    if not articles:
        raise ReadError(f"{name}: the list `articles` is empty; get the file again")
    for place, article in enumerate(articles, start=1):
        if not isinstance(article, dict):
            raise ReadError(f"{name}: article {place} of the list is no object; mend the file")
    return articles


def _number(article: Mapping[str, object], where: str) -> str:
    number = article.get("number")
    told = not isinstance(number, bool) and isinstance(number, int | str)
    if not told or not any(map(str.isalnum, str(number))):
        raise ReadError(f"{where}: `number` is neither a number nor a text with one; mend the file")
    return " ".join(_visible(str(number), "number", where).split())


def _text(held: Mapping[str, object], key: str, where: str, *, needed: bool = False) -> str:
    """The text under a key, `""` if there is none and none is needed."""
    found = held.get(key)
    if found is None and not needed:
        return ""
    if not isinstance(found, str):
        raise ReadError(f"{where}: `{key}` is {'missing' if found is None else 'no text'}; mend it")
    return _visible(found, key, where)


def _visible(text: str, key: str, where: str) -> str:
    if wrong := _SURROGATE.search(text):
        raise ReadError(
            f"{where}: half a character (\\u{ord(wrong.group()):x}) in `{key}`; mend the file"
        )
    return text
