"""The sample database, the application over it, and a reader of pages."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.web import sample
from tracker.store import Library
from web import create_app
from web.shelf import EXTENSION


@pytest.fixture(scope="session")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("viewer") / "sample.db"
    sample.make(path)
    return path


@pytest.fixture(scope="session")
def app(database: Path) -> Iterator[Flask]:
    app = create_app(database)
    yield app
    app.extensions[EXTENSION].close()


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()


@pytest.fixture(scope="session")
def library(database: Path) -> Iterator[Library]:
    with Library(database) as found:
        yield found
