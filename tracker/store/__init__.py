"""The database: `open_database` writes it, `Library` reads it, `datasette_metadata` explains it."""

from tracker.store.opening import open_database
from tracker.store.outdated import Outdated
from tracker.store.query import Library
from tracker.store.write import Outcome, Store

__all__ = ["Library", "Outcome", "Outdated", "Store", "open_database"]
