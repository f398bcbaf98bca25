"""Where the keys of a TOML file stand: every key that `tomllib` reads is found, on its line."""

from __future__ import annotations

import time
import tomllib
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.toml_places import key_lines, key_on

CASES = {
    "a key": ("a = 1", {"a": 1}),
    "comments and blanks": ("# a = 1\n\n  b = 2 # c = 3\n", {"b": 3}),
    "Windows line ends": ("a = 1\r\nb = 2\r\n", {"a": 1, "b": 2}),
    "long text": ('a = """\nb = 1\n\\""" c = 2\n"""\nd = 3', {"a": 1, "d": 5}),
    "long text with quotation marks": ('a = """x""y"""""\nb = 1', {"a": 1, "b": 2}),
    "long literal": ("a = '''\n\"\"\"\n''y'''''\nb = 1", {"a": 1, "b": 4}),
    "marks inside texts": ('a = \'#[x]\'\nb = "]#\\"="\nc = 1', {"a": 1, "b": 2, "c": 3}),
    "quoted keys": ('"a b" = 1\n\'c.d\'."" = 2', {"a b": 1, "c.d": 2, "c.d.": 2}),
    "dotted key": ("a . b = 1\na.c = 2", {"a": 1, "a.b": 1, "a.c": 2}),
    "tables": ("[a.b]\nc = 1\n[ d ]\n", {"a": 1, "a.b": 1, "a.b.c": 2, "d": 3}),
    "list of tables": (
        "[[a]]\n[[a]]\nb = 1\n[a.c]\nd = 1\n[[a.e]]\n[[a.e]]",
        {
            "a": 1,
            "a[1]": 1,
            "a[2]": 2,
            "a[2].b": 3,
            "a[2].c": 4,
            "a[2].c.d": 5,
            "a[2].e": 6,
            "a[2].e[1]": 6,
            "a[2].e[2]": 7,
        },
    ),
    "list over lines": (
        'a = [ # one\n 1,\n "]", # two\n]\nb = 1',
        {"a": 1, "a[1]": 2, "a[2]": 3, "b": 5},
    ),
    "tables in a list": (
        "a = [{b = 1},\n{b = 2, c = [\n3]}]",
        {"a": 1, "a[1]": 1, "a[1].b": 1, "a[2]": 2, "a[2].b": 2, "a[2].c": 2, "a[2].c[1]": 3},
    ),
    "empty": ("a = []\nb = {}\nc = ''\n", {"a": 1, "b": 2, "c": 3}),
    "dates and numbers": ("a = 1979-05-27 07:32:00Z\nb = -1e5\nc = inf", {"a": 1, "b": 2, "c": 3}),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES)
def test_where_keys_stand(text: str, expected: dict[str, int]) -> None:
    tomllib.loads(text)
    assert key_lines(text) == expected


BROKEN = {
    "no value": ("a = 1\nb =\nc = 3", {"a": 1, "b": 2}),
    "text not closed": ('a = 1\nb = "x\nc = 3', {"a": 1, "b": 2}),
    "header not closed": ("a = 1\n[[b\nc = 3", {"a": 1}),
    "nothing but marks": ("=", {}),
}


@pytest.mark.parametrize(("text", "expected"), BROKEN.values(), ids=BROKEN)
def test_what_is_not_toml_is_read_up_to_the_fault(text: str, expected: dict[str, int]) -> None:
    with pytest.raises(tomllib.TOMLDecodeError):
        tomllib.loads(text)
    found = key_lines(text)
    assert {place: found.get(place) for place in expected} == expected


def test_the_key_on_a_line_is_the_last_one() -> None:
    text = "a = 1\na = {b = 2,\nc = 3}"
    assert [key_on(line, text) for line in (1, 2, 3, 4)] == ["a", "a.b", "a.c", ""]


def paths(value: object, place: str = "") -> Iterator[str]:
    """The paths of all keys and list entries of what `tomllib` read."""
    if isinstance(value, dict):
        for key, inner in value.items():
            here = f"{place}.{key}" if place else key
            yield here
            yield from paths(inner, here)
    elif isinstance(value, list):
        for number, inner in enumerate(value, 1):
            yield f"{place}[{number}]"
            yield from paths(inner, f"{place}[{number}]")


# Values as they may be written, some over several lines, some with marks of the grammar in them.
scalars = st.sampled_from(
    [
        "1",
        "true",
        "2024-01-31",
        '"x"',
        "'#'",
        '"a = 1"',
        '"\\"]"',
        '"""\n[b]\nc = 1"""',
        "'''\n'x'\n'''",
        '""',
    ]
)
space = st.sampled_from(["", " ", "\n", " # ] } =\n  "])


@st.composite
def lists(draw: st.DrawFn, inner: st.SearchStrategy[str]) -> str:
    entries = draw(st.lists(inner, max_size=3))
    body = "".join(draw(space) + entry + draw(space) + "," for entry in entries)
    return f"[{body}{draw(space)}]"


@st.composite
def tables(draw: st.DrawFn, inner: st.SearchStrategy[str]) -> str:
    names = draw(st.lists(st.sampled_from(["k", "l-1", '"m n"', "o.p"]), unique=True, max_size=3))
    return "{" + ", ".join(f"{name} = {draw(inner)}" for name in names) + " }"


values = st.recursive(scalars, lambda inner: lists(inner) | tables(inner), max_leaves=6)


@st.composite
def files(draw: st.DrawFn) -> tuple[str, dict[str, int]]:
    """A TOML file, and the lines of the keys that its writer put down."""
    text, lines = "", {}

    def put(piece: str, *places: str) -> None:
        nonlocal text
        text += draw(st.sampled_from(["", "\n", "# a = 1\n", "  "]))
        for place in places:
            lines[place] = text.count("\n") + 1
        text += piece + draw(st.sampled_from(["\n", " # [x]\n"]))

    for number in range(draw(st.integers(0, 2))):
        put(f"top{number} = {draw(values)}", f"top{number}")
    for number in range(1, draw(st.integers(0, 3)) + 1):
        put("[[ rounds ]]", f"rounds[{number}]")
        for key in draw(st.lists(st.sampled_from(["id", "a.b", "date"]), unique=True)):
            put(f"{key} = {draw(values)}", f"rounds[{number}].{key}")
        for fact in range(1, draw(st.integers(0, 2)) + 1):
            put("[[rounds.facts]]", f"rounds[{number}].facts[{fact}]")
            put(f"sure={draw(values)}", f"rounds[{number}].facts[{fact}].sure")
    if draw(st.booleans()):
        put("[fetch.more]", "fetch.more")
        put(f"'x' = {draw(values)}", "fetch.more.x")
    return text, lines


@given(files())
def test_every_key_is_found_on_its_line(made: tuple[str, dict[str, int]]) -> None:
    text, lines = made
    found = key_lines(text)
    assert {place: found.get(place) for place in lines} == lines
    assert set(paths(tomllib.loads(text))) == set(found)
    assert all(1 <= line <= text.count("\n") + 1 for line in found.values())


@given(st.text(alphabet="a.=[]{}\"'\\\n,# 1"))
def test_any_text_is_survived(text: str) -> None:
    found = key_lines(text)
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return
    assert set(paths(data)) == set(found)


@pytest.mark.parametrize(
    "text",
    [
        " " * 50_000 + "x",
        "[" * 50_000,
        'a = """' + '"' * 50_000,
        "a = '" + "\\" * 50_000,
        "a." * 25_000,
    ],
    ids=["blanks", "brackets", "quotes", "strokes", "dots"],
)
def test_a_hostile_file_takes_no_time(text: str) -> None:
    started = time.monotonic()
    key_lines(text)
    assert time.monotonic() - started < 1
