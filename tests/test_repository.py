"""The repository as a stranger gets it: what it holds, what it must not, what it documents."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from functools import cache
from pathlib import Path

import click
import pytest

ROOT = Path(__file__).resolve().parent.parent

TOP_LEVEL = {
    ".ci",
    ".gitignore",
    "CHANGELOG.md",
    "CONTRIBUTING.md",
    "LICENSE",
    "Makefile",
    "README.md",
    "docs",
    "drafts",
    "pyproject.toml",
    "requirements-dev.txt",
    "requirements.txt",
    "scripts",
    "tests",
    "tracker",
    "web",
}

# Put together here, or this file would be the first to be found.
REGISTRIES = tuple(
    ".".join(parts)
    for parts in (
        ("pypi", "org"),
        ("pythonhosted", "org"),
        ("npmjs", "org"),
        ("npmjs", "com"),
        ("jsdelivr", "net"),
        ("unpkg", "com"),
    )
)

# An absolute path into somebody's home or a build machine.
MACHINE_PATH = re.compile(r"(?<![\w.:/-])/(?:root|work|farm|workspace|builds|home/\w+|Users/\w+)/")

REQUIREMENTS = ("requirements.txt", "requirements-dev.txt")


def git(*arguments: str) -> list[str]:
    # A checkout that belongs to another user (a container's) may be read all the same.
    command = ["git", "-c", "safe.directory=*", *arguments]
    result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    return [line for line in result.stdout.split("\0") if line]


@cache
def files() -> tuple[str, ...]:
    """The files of the repository: tracked, or new and not ignored."""
    names = git("ls-files", "-z", "--cached", "--others", "--exclude-standard")
    return tuple(sorted(name for name in set(names) if (ROOT / name).is_file()))


@cache
def texts() -> dict[str, str]:
    """The text files of the repository."""
    found = {}
    for name in files():
        try:
            found[name] = (ROOT / name).read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue  # a picture
    return found


def lines_with(pattern: re.Pattern[str]) -> list[str]:
    return [
        f"{name}:{number}: {line.strip()[:120]}"
        for name, text in texts().items()
        for number, line in enumerate(text.split("\n"), 1)
        if pattern.search(line)
    ]


def index_hosts() -> set[str]:
    """The hosts from which this machine's pip installs, if it is told to use others."""
    command = [sys.executable, "-m", "pip", "config", "list"]
    result = subprocess.run(command, capture_output=True, text=True, check=True)
    return set(re.findall(r"://(?:[^/@\s']*@)?([\w.-]+\.\w+)", result.stdout))


def test_top_level_entries_are_those_a_reader_expects() -> None:
    assert {name.split("/")[0] for name in files()} <= TOP_LEVEL


def test_no_host_of_a_package_registry() -> None:
    hosts = {*REGISTRIES, *index_hosts()}
    assert not lines_with(re.compile("|".join(map(re.escape, sorted(hosts)))))


def test_no_path_of_a_machine() -> None:
    assert not lines_with(MACHINE_PATH)
    assert not lines_with(re.compile(re.escape(str(ROOT)) + r"\b"))


@pytest.mark.parametrize("before", ["see ", '"', "("])
@pytest.mark.parametrize("folder", ["root", "home/me", "Users/me"])
def test_a_path_of_a_machine_is_recognised(before: str, folder: str) -> None:
    assert MACHINE_PATH.search(f"{before}/{folder}/x")


@pytest.mark.parametrize("text", ["https://example.org/home/me/x", "../shared/work/x", "/usr/bin"])
def test_other_paths_are_left_alone(text: str) -> None:
    assert not MACHINE_PATH.search(text)


def test_no_official_file_and_no_database() -> None:
    """Only texts written for the project are bundled; the rest is fetched or built."""
    assert not [name for name in files() if "/official/" in name or name.endswith(".db")]


def requirements(name: str) -> list[str]:
    """The requirements of a file, each with the lines that continue it."""
    joined = (ROOT / name).read_text(encoding="utf-8").replace("\\\n", " ")
    return [line for line in joined.split("\n") if line.strip() and line.strip()[0] != "#"]


@pytest.mark.parametrize("name", REQUIREMENTS)
def test_requirements_are_pinned_with_hashes(name: str) -> None:
    found = requirements(name)
    assert len(found) > 20
    for requirement in found:
        assert re.match(r"[a-z0-9-]+==[^\s;]+(?: |$)", requirement), requirement[:80]
        assert re.search(r"--hash=sha256:[0-9a-f]{64}\b", requirement), requirement[:80]


@pytest.mark.parametrize("name", REQUIREMENTS)
def test_requirements_name_no_index(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    assert "://" not in text
    # Whole words: a hash option is the only one.
    assert set(re.findall(r"(?<!\S)-{1,2}[a-z][a-z-]*", text)) <= {"--hash", "-c"}


def test_every_dependency_is_locked() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    runtime = names_in(project["dependencies"])
    dev = names_in(project["optional-dependencies"]["dev"])
    locked = {name: names_in(requirements(name)) for name in REQUIREMENTS}
    assert runtime <= locked["requirements.txt"]
    assert runtime | dev | locked["requirements.txt"] <= locked["requirements-dev.txt"]


def test_both_locks_give_the_same_versions() -> None:
    runtime, dev = (
        {line.split("--hash")[0].strip() for line in requirements(name)} for name in REQUIREMENTS
    )
    assert runtime <= dev


def names_in(lines: list[str]) -> set[str]:
    return {re.split(r"[^A-Za-z0-9_.-]", line)[0].lower().replace("_", "-") for line in lines}


def readme() -> str:
    return (ROOT / "README.md").read_text(encoding="utf-8")


def commands() -> dict[str, click.Command]:
    from tracker.cli import main

    assert isinstance(main, click.Group)
    return dict(main.commands)


def test_every_command_is_documented() -> None:
    undocumented = [
        name
        for name, command in commands().items()
        if not command.hidden and not re.search(rf"\btracker {re.escape(name)}\b", readme())
    ]
    assert not undocumented


def test_every_documented_command_and_option_exists() -> None:
    """`tracker …` in code of the README can be typed as it stands."""
    known = commands()
    code = re.findall(r"^```.*?^```|`[^`\n]+`", readme(), re.MULTILINE | re.DOTALL)
    calls = [
        call for part in code for call in re.findall(r"(?:^|[\s`/])tracker ([a-z][^\n`#|]*)", part)
    ]
    assert calls, "the README shows no command"
    for call in calls:
        name = call.split()[0]
        assert name in known, f"`tracker {call}`: there is no such command"
        options = {option for param in known[name].params for option in param.opts} | {"--help"}
        assert set(re.findall(r"(?<![\w-])--[a-z][a-z-]*", call)) <= options, f"tracker {call}"


def test_every_documented_make_target_exists() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z]+):", makefile, re.MULTILINE))
    shown = set(re.findall(r"(?:^|`)make ([a-z]+)", readme(), re.MULTILINE))
    assert {"demo", "test"} <= shown
    assert shown <= targets


def test_ci_runs_the_tests() -> None:
    script = ROOT / ".ci" / "run"
    assert script.stat().st_mode & 0o111
    assert script.read_text(encoding="utf-8").rstrip().endswith("exec make test")


def test_the_method_page_lists_every_command() -> None:
    from web.method import COMMANDS

    listed = {call.split()[0] for call, _ in COMMANDS}
    assert listed == {name for name, command in commands().items() if not command.hidden}
