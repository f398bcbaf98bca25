"""No reader drops a word: small documents put together at random from all that a format has. Every
word that shows is in the pages, once, apart from its neighbours, and in order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from tracker.read import read

SHOWN = re.compile(r"(?<![^\W_])q\d+z(?![^\W_])|(?<!\S)\d+[.)](?!\S)")
"""The words of the documents, and the numbers of list items."""

Plan = Any
"""A number, or a list of plans: what stands in what."""

PLANS = st.lists(
    st.recursive(
        st.integers(0, 10_000), lambda inner: st.lists(inner, min_size=1, max_size=4), max_leaves=8
    ),
    min_size=1,
    max_size=6,
)


def shown(source: str, ending: str) -> list[str]:
    with TemporaryDirectory() as folder:
        path = Path(folder) / f"made.{ending}"
        path.write_text(source, encoding="utf-8")
        return SHOWN.findall("\n".join(read(path).pages))


def number_of(plan: Plan) -> int:
    while isinstance(plan, list):
        plan = len(plan) + (number_of(plan[0]))
    return int(plan)


def inner_of(plan: Plan) -> list[Plan]:
    return plan if isinstance(plan, list) else [plan]


class Words:
    """New words, each another: `q0z`, `q1z`."""

    def __init__(self) -> None:
        self._count = count()

    def word(self) -> str:
        return f"q{next(self._count)}z"

    def words(self, signs: tuple[tuple[str, str], ...], chosen: int) -> str:
        """Three words, the one in the middle between two signs."""
        opening, closing = signs[chosen % len(signs)]
        return f"{self.word()} {opening}{self.word()}{closing} {self.word()}"


MD_LOOKS = (
    ("", ""), ("**", "**"), ("*", "*"), ("~~", "~~"), ("`", "`"), ("<u>", "</u>"), ("[", "]"),
    ("<Party ", ">"), ("[", "](x.html)"), ("[", "](s)"), ("![", "](lamp.png)"), ("<div>", "</div>"),
    ("<p>", ""), ("", "<br>"), ("\\[", "\\]"), ("[[", "] or ["), ("", "  \n"), ("", "\\\n"), ("<", ""),
    ("<b><i>", "</i></b>"), ("&lt;", "&gt;"), ("", "&nbsp;"), ("<td>", "</td>"), ("[^", "]"), ("_", "_"),
    ("(", "]"), ("$", "$"), ("", ".[^n]"), ("", ".[^m]"), ("|", "|"), ("", "\n"), ("\n", ""), ("\n> ", ""),
    ("![", "](s)"), ("[a](<", ">)"), ("[", "][n]"), ("{", "}"), ("<a href='x'>", "</a>"), ("^[", "]"),
)  # fmt: skip
MD_NOTES = (
    "[^n]: {}.\n    {}\n\n    {}", "[^n]: {}.\n{}\n{}", "[^m]: {},\n{}\n\n{}", "[^o]: {}\n[^o]: {}: {}",
    "[^n]:\n{}\n{} {}", "[^n]:\n\n    {}\n\n    {} {}", "[^p]: - {}\n    - {}\n\n{}", "[^n]: # {}\n{} {}",
)  # fmt: skip
MD_RAW = (
    "<div>{}</div><div>{}</div>{}", "<table><tr><td>{}</td><td>{}</td></tr></table>{}", "<p>{}\n{}</p>\n{}",
    "<ul><li>{}<li>{}</ul>{}", "<!-- oil -->{} {}<!-- oil --> {}", "<pre>{}\n\n{}</pre>{}", "<!-- {}\n{} {}",
    "<details><summary>{}</summary>{}</details> {}", "<dl><dt>{}<dd>{}</dl>{}", "<?oil {} {} {}?>", "<!A {} {} {}>",
)  # fmt: skip
MD_CODE = (
    "```\n{} {}\n{}\n```",
    "~~~ {} {}\n{}\n~~~",
    "```text\n{}\n\n{} {}",
    "    {}\n    {}\n\n    {}",
)


def markdown(plans: list[Plan], made: Words, deep: int = 0) -> Iterator[str]:
    """The blocks of a document."""
    for plan in plans:
        n = number_of(plan)
        three = (made.word(), made.word(), made.word()) if n % 10 in (3, 4, 5) else ()
        match n % 10:
            case 0:
                yield f"{'#' * (n % 6 + 1)} {made.word()} **{made.word()}** {made.word()} #"
            case 1:
                yield f"{made.word()}\n{'=-'[n % 2] * 4}"
            case 2:
                yield table_of(inner_of(plan), made, n)
            case 3:
                yield MD_NOTES[n // 10 % len(MD_NOTES)].format(*three)
            case 4:
                yield MD_RAW[n // 10 % len(MD_RAW)].format(*three)
            case 5:
                yield MD_CODE[n // 10 % len(MD_CODE)].format(*three)
            case 6 | 7 if deep < 3:
                sign = ("- ", "* ", "3. ", "7) ")[n // 10 % 4]
                for one in inner_of(plan):
                    held = f"{made.word()}\n\n" + "\n\n".join(markdown([one], made, deep + 1))
                    yield sign + held.replace("\n", "\n" + " " * len(sign))
            case 8 if deep < 3:
                held = "\n\n".join(markdown(inner_of(plan), made, deep + 1))
                yield "> " + held.replace("\n", "\n> ")
            case _:
                yield f"{made.words(MD_LOOKS, n // 10)}\n{made.words(MD_LOOKS, n // 7)}"


def table_of(plans: list[Plan], made: Words, n: int) -> str:
    """A table whose rows have less and more cells than its head."""
    head = f"| {made.word()} | {made.word()} |\n|---|:-:|"
    rows = ["|".join(made.word() for _ in range(number_of(one) % 4 + 1)) for one in plans]
    edge = "|" * (n % 3 != 1)
    return "\n".join([head, *(f"{edge}{row}{edge}" for row in rows)])


@given(PLANS)
def test_markdown(plans: list[Plan]) -> None:
    source = "\n\n".join(markdown(plans, Words()))
    assert shown(source, "md") == typed(source)


def typed(source: str) -> list[str]:
    """The words of a source, and its numbers: no list starts in the middle of a line here."""
    return SHOWN.findall(source)


HTML_LOOKS = (
    ("", ""), ("<b>", "</b>"), ("<i><s>", "</s></i>"), ("<code>", "</code>"), ("&lt;", "&gt;"), ("<br>", ""),
    ("<p>", "</p>"), ("<div>", "</div>"), ("<span class='x'>", "</span>"), ("<a href='#x'>", "</a>"), ("<p>", ""),
    ("", "<sup></sup>"), ("<!-- oil -->", ""), ("<State>", "</State>"), ("[", "]"), ("&nbsp;", "&nbsp;"),
    ("<font>", "</font>"), ("<td>", "</td>"), ("<u>", ""), ("", "<hr>"), ("<q>", "</q>"), ("<ins>", "</ins>"),
)  # fmt: skip
HTML_BLOCKS = (
    "<h2>{}</h2>", "<p>{}</p>", "<blockquote>{}</blockquote>", "<pre>{}\n</pre>", "<div>{}</div>",
    "<section>{}</section>", " {} ", "<details><summary>{}</summary></details>", "<center>{}</center>",
    "<dl><dt>{}</dt></dl>", "<header>{}</header>", "<footer>{}</footer>", "<figure><figcaption>{}</figcaption></figure>",
    "<aside>{}</aside>", "<p><sup>1</sup> {}</p>", "<address>{}</address>", "<fieldset><legend>{}</legend></fieldset>",
)  # fmt: skip


def html(plans: list[Plan], made: Words, deep: int = 0) -> Iterator[str]:
    for plan in plans:
        n = number_of(plan)
        match n % 4:
            case 0 if deep < 3:
                kind = ("ul", "ol", "ul", "ol")[n // 4 % 4]
                start = f' start="{n % 9 + 1}"' if kind == "ol" else ""
                items = "".join(
                    f"<li>{made.word()} {''.join(html([one], made, deep + 1))}</li>"
                    for one in inner_of(plan)
                )
                yield f"<{kind}{start}>{items}</{kind}>"
            case 1 if deep < 3:
                rows = "".join(
                    "<tr>"
                    + "".join(f"<td>{cell}</td>" for cell in html(inner_of(one), made, deep + 1))
                    + "</tr>"
                    for one in inner_of(plan)
                )
                yield f"<table><caption>{made.word()}</caption>{rows}</table> {made.word()} "
            case _:
                block = HTML_BLOCKS[n // 4 % len(HTML_BLOCKS)]
                yield block.format(made.words(HTML_LOOKS, n // 40))


@given(PLANS)
def test_html(plans: list[Plan]) -> None:
    body = "".join(html(plans, Words()))
    source = f"<html><head><title>{escape('<q>')}</title></head><body>{body}</body></html>"
    words = re.compile(r"q\d+z")
    assert [one for one in shown(source, "html") if words.match(one)] == words.findall(source)
