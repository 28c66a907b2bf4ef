"""The packages of the plugin: each knows those before it, and says that it is internal."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import mkdocs_keyfill

SOURCES = Path(mkdocs_keyfill.__file__).parent

# The top-level modules, and the packages, from the bottom up. What stands in one line knows nothing
# of the others in it.
ORDER = (
    ("errors", "requirements", "words"),
    ("rules",),
    ("slots",),
    ("clients",),
    ("languages",),
    ("static_page",),
    ("options",),
    ("panel", "web"),
    ("page",),
    ("generators",),
    ("config", "check", "extension"),
    ("command", "plugin"),
    ("__init__",),
)
LEVEL = {name: level for level, names in enumerate(ORDER) for name in names}


def of(file: Path) -> str:
    """Name the package of a file; of one at the top, the module."""
    first = file.relative_to(SOURCES).parts[0]
    return first.removesuffix(".py")


def imported(file: Path) -> Iterator[str]:
    """Give the package or top-level module of everything of ours that a file imports."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            package, _, rest = node.module.partition(".")
            if package == SOURCES.name:
                yield from [rest.split(".")[0]] if rest else [alias.name for alias in node.names]


@pytest.mark.parametrize("file", sorted(SOURCES.rglob("*.py")), ids=lambda file: file.stem)
def test_a_package_knows_only_those_before_it(file: Path) -> None:
    own = of(file)
    above = {name for name in imported(file) if name != own and LEVEL[name] >= LEVEL[own]}
    assert not above


def test_what_is_not_api_says_so() -> None:
    assert {*mkdocs_keyfill.__all__} == {"KeyfillPlugin", "main", "makeExtension"}
    packages = sorted(SOURCES.glob("*/__init__.py"))
    assert packages
    for package in packages:
        assert "\nInternal, as `mkdocs_keyfill` says" in package.read_text(encoding="utf-8")
