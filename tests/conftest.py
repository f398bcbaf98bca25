"""Fixtures and settings for all tests.

What a test needs and the machine may lack (the shared data, a browser) skips it with a line that
says what was looked for; with CI=true it fails instead, so that nothing goes unchecked in silence.
"""

from __future__ import annotations

import gc
import hashlib
import os
import pickle
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, NoReturn

import pytest
from hypothesis import settings

from tests.once import once

ROOT = Path(__file__).resolve().parent.parent

# The same examples everywhere and every time; how long one takes says nothing on a busy machine.
# TRACKER_EXAMPLES=500 tries more of them, which takes longer than a usual run may.
EXAMPLES = int(os.environ.get("TRACKER_EXAMPLES", "40"))
settings.register_profile(
    "project", derandomize=True, deadline=None, database=None, max_examples=EXAMPLES
)
settings.load_profile("project")


def pytest_collection_finish() -> None:
    """What was imported and collected stays to the end: not to be looked through for garbage."""
    gc.collect()
    gc.freeze()


def missing(what: str) -> NoReturn:
    """Skip the test; where CI=true, fail it."""
    if os.environ.get("CI") == "true":
        pytest.fail(f"{what}; here (CI=true) it must be there")
    pytest.skip(what)


def _shared(name: str, variable: str) -> Path:
    folder = Path(os.environ.get(variable) or ROOT.parent / "shared" / name)
    if not folder.is_dir():
        missing(f"no shared {name}: looked for the folder {folder} (set {variable})")
    return folder


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """The folder of real documents: TRACKER_SHARED_DATA, else `../shared/data`."""
    return _shared("data", "TRACKER_SHARED_DATA")


@pytest.fixture(scope="session")
def shared_eval() -> Path:
    """The folder with the alignment sets and their scorer: TRACKER_SHARED_EVAL, else
    `../shared/eval`."""
    return _shared("eval", "TRACKER_SHARED_EVAL")


@pytest.fixture(scope="session")
def chromium() -> str:
    """The path of the browser for `executable_path`: TRACKER_CHROMIUM, else one on the PATH."""
    names = (os.environ.get("TRACKER_CHROMIUM"), "chromium", "chromium-browser", "google-chrome")
    for name in names:
        if name and (path := shutil.which(name)):
            return path
    missing("no browser: looked for chromium on the PATH (set TRACKER_CHROMIUM)")


@pytest.fixture(scope="session")
def soffice() -> str:
    """The path of LibreOffice: TRACKER_SOFFICE, else one on the PATH."""
    for name in (os.environ.get("TRACKER_SOFFICE"), "soffice", "libreoffice"):
        if name and (path := shutil.which(name)):
            return path
    missing("no LibreOffice: looked for soffice on the PATH (set TRACKER_SOFFICE)")


@pytest.fixture(scope="module")
def pdfs_read_once(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """A PDF of real life is read by one test for all; for tests of what is made of the reading."""
    from tracker.read import pdf

    folder = once(tmp_path_factory, "pdfs", lambda home: None)
    read = pdf.read_pdf

    def kept(file: BinaryIO, size: int, name: str, **options: object) -> object:
        file.seek(0)
        asked = hashlib.sha256(repr((name, sorted(options.items()))).encode() + file.read())
        path = folder / asked.hexdigest()
        if not path.exists():
            made = pickle.dumps(read(file, size, name, **options))
            own = path.with_suffix(f".{os.getpid()}")
            own.write_bytes(made)
            own.replace(path)
        return pickle.loads(path.read_bytes())

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pdf, "read_pdf", kept)
        yield


@pytest.fixture(scope="session", autouse=True)
def compiled_templates(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Each template is compiled once in a run, not once for each of some hundred applications."""
    from flask import Flask
    from jinja2 import FileSystemBytecodeCache

    folder = once(tmp_path_factory, "templates", lambda home: None)
    with pytest.MonkeyPatch.context() as patch:
        kept = FileSystemBytecodeCache(str(folder))
        patch.setattr(Flask, "jinja_options", {"bytecode_cache": kept})
        yield


@pytest.fixture(scope="session")
def bundled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The database that `make demo` builds, with its XML beside it: to be read, or copied."""
    return once(tmp_path_factory, "bundled", _build) / "tracker.db"


def _build(folder: Path) -> None:
    # Here, because what builds takes a second to import, which most tests have no use for.
    from tests.cli.typed import run

    built = run("build", "--drafts", ROOT / "drafts", "--db", folder / "tracker.db")
    assert built.exit_code == 0, built.output
