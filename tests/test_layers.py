"""The way the data goes is one way: nothing imports what stands after it."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from fnmatch import fnmatchcase
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent

# Each may import what stands before it, and itself.
ORDER = (
    "errors",
    "model",
    "words",
    "stems",
    "hollow",
    "part_of",
    "ordinal",
    "kinds",
    "engine",
    "official",
    "toml_places",
    "manifest_checks",
    "manifest_keys",
    "manifest_table",
    "manifest_claims",
    "manifest",
    "manifest_schema",
    "decisions",
    "language",
    "dates",
    "partial",
    "public_address",
    "download",
    "orders",
    "fetched_type",
    "fetch",
    "read",
    "akn",
    "ingesters",
    "propose",
    "report",
    "texts",
    "inspection",
    "function",
    "align",
    "diff",
    "references",
    "substance",
    "precedent",
    "uptake",
    "history",
    "claims",
    "findings",
    "store",
    "render",
    "facsimile",
    "export",
    "pipeline",
    "data_server",
    "web",
    "serve",
    "cli",  # last: `tracker serve` starts the viewer
    "__main__",
)

# The viewer shows what is stored; it does not read, align or compare anything itself.
WEB_MAY_IMPORT = {"errors", "kinds", "model", "words", "store", "facsimile", "export", "web"}

# Libraries that stay inside some modules.
KEPT_INSIDE = {
    "lxml": (
        "tracker/akn/*",
        "tracker/export/*",
        "tracker/read/*",
        "tracker/ingesters/akn*",
        "tracker/ingesters/*_xml.py",
        "scripts/bench_align_tools.py",  # xmldiff takes trees of it
    ),
    "cobalt": ("tracker/akn/*",),
    "sqlite3": ("tracker/store/*",),
    "sqlite_utils": ("tracker/store/*",),
    # The measures need a reading of the page that is not ours.
    "pypdfium2": ("tracker/read/pdf*", "scripts/measure_*.py", "scripts/un_reference.py"),
    "flask": ("web/*",),
}


def sources() -> tuple[Path, ...]:
    """Every module of the product, relative to the root."""
    return _sources(ROOT)


@cache
def _sources(root: Path) -> tuple[Path, ...]:
    folders = ("tracker", "web", "scripts")
    found = (path for folder in folders for path in (root / folder).rglob("*.py"))
    return tuple(sorted(path.relative_to(root) for path in found))


def imports(path: Path) -> tuple[tuple[str, int], ...]:
    """The absolute names that a module imports, wherever in it, with their lines.

    `from tracker import store` gives `tracker` and `tracker.store`.
    """
    return _imports(ROOT, path)


@cache
def _imports(root: Path, path: Path) -> tuple[tuple[str, int], ...]:
    return tuple(_found(path, ast.parse((root / path).read_text(encoding="utf-8"))))


def _found(path: Path, module_tree: ast.Module) -> Iterator[tuple[str, int]]:
    package = path.with_suffix("").parts[:-1]
    for node in ast.walk(module_tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield alias.name, node.lineno
        elif isinstance(node, ast.ImportFrom):
            outer = package[: len(package) - node.level + 1] if node.level else ()
            module = ".".join([*outer, *([node.module] if node.module else [])])
            yield module, node.lineno
            for alias in node.names:
                yield f"{module}.{alias.name}", node.lineno


def layer(parts: tuple[str, ...]) -> str | None:
    """The layer that a dotted name or a path belongs to, None if it is not of this project.

    The package `tracker` itself, which holds nothing, belongs to none.
    """
    if parts[0] == "web":
        return "web"
    if parts[0] == "tracker" and len(parts) > 1 and parts[1] != "__init__":
        return parts[1]
    return None


def project_imports(path: Path) -> Iterator[tuple[str, int]]:
    """The layers that a module imports, with the lines."""
    modules = {layer(source.with_suffix("").parts) for source in sources()}
    for name, line in imports(path):
        target = layer(tuple(name.split(".")))
        if target in modules and target is not None:
            yield target, line


def test_every_module_has_a_place_in_the_order() -> None:
    found = {layer(path.with_suffix("").parts) for path in sources()} - {None}
    assert found, "no module found"
    assert found <= set(ORDER), f"give a place in ORDER to {sorted(found - set(ORDER))}"


@pytest.mark.parametrize("path", sources(), ids=str)
def test_nothing_imports_what_stands_after_it(path: Path) -> None:
    own = layer(path.with_suffix("").parts)
    place = ORDER.index(own) if own is not None else len(ORDER)
    if path.as_posix() == "tracker/__init__.py":
        place = -1
    wrong = [
        f"{path}:{line} imports {target}"
        for target, line in project_imports(path)
        if ORDER.index(target) > place
    ]
    assert not wrong


def test_the_viewer_reads_the_store_alone() -> None:
    pages = [path for path in sources() if path.parts[0] == "web"]
    assert pages, "no module of the viewer found"
    wrong = [
        f"{path}:{line} imports {target}"
        for path in pages
        for target, line in project_imports(path)
        if target not in WEB_MAY_IMPORT
    ]
    assert not wrong


@pytest.mark.parametrize("library", KEPT_INSIDE)
def test_a_library_stays_inside(library: str) -> None:
    wrong = [
        f"{path}:{line} imports {name}"
        for path in sources()
        if not any(fnmatchcase(path.as_posix(), inside) for inside in KEPT_INSIDE[library])
        for name, line in imports(path)
        if name.split(".")[0] == library
    ]
    assert not wrong


def test_imports_are_seen_wherever_they_stand(tmp_path: Path) -> None:
    module = tmp_path / "tracker" / "read" / "some.py"
    module.parent.mkdir(parents=True)
    module.write_text(
        "from tracker import store\nfrom ..diff import words\nfrom . import lines\n"
        "def late():\n    import lxml.etree\n"
    )
    relative = Path("tracker/read/some.py")
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(globals(), "ROOT", tmp_path)
        found = {name for name, _ in imports(relative)}
    assert {"tracker.store", "tracker.diff", "tracker.read.lines", "lxml.etree"} <= found
