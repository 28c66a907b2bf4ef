"""Looks whether what is installed is new enough, before anything of it is imported.

pip may leave an older package in place, with a line of warning that nobody reads; the build then
ended with a TypeError or an ImportError out of the middle of somebody's code. What is needed is
written once, in `pyproject.toml`, and read here from the package's own metadata. So this module
imports the standard library alone.
"""

import re
from collections.abc import Iterator
from functools import cache
from importlib import metadata

PACKAGE = "mkdocs-keyfill"

_REQUIREMENT = re.compile(
    r"(?P<name>[A-Za-z0-9._-]+)\s*\(?(?P<bounds>[^;)]*)\)?"
    r"\s*(?:;\s*extra\s*==\s*['\"](?P<extra>[^'\"]+)['\"])?\s*"
)
_BOUND = re.compile(r"(>=|<)\s*(\d+(?:\.\d+)*)")
_RELEASE = re.compile(r"(?:\d+!)?(\d+(?:\.\d+)*)")


class RequirementError(Exception):
    """Another version of a package is installed than Keyfill needs; the text says what to do."""


def check(generator: str | None = None) -> None:
    """Raise a RequirementError for the first package that is missing, too old or too new.

    `generator` is the name of the extra whose packages are looked at, too: `mkdocs`, `properdocs`.
    Without its own metadata, in a checkout that nobody installed, nothing is known and all passes.
    """
    try:
        written = metadata.requires(PACKAGE) or []
    except metadata.PackageNotFoundError:
        return
    for name, bounds, extra in _read(written):
        if extra is None or extra == generator:
            _check(name, bounds)


@cache
def check_once(generator: str | None = None) -> None:
    """Do the same once in a process: what is installed stays as it is while it runs.

    Generators make an extension for each page. What fails is raised each time.
    """
    check(generator)


def _read(written: list[str]) -> Iterator[tuple[str, str, str | None]]:
    """Give the name, the bounds and the extra of each requirement."""
    for line in written:
        if found := _REQUIREMENT.fullmatch(line):
            yield found["name"], found["bounds"].strip(), found["extra"]


def _check(name: str, written: str) -> None:
    bounds = sorted(_BOUND.findall(written), reverse=True)
    needed = ",".join(operator + version for operator, version in bounds)
    todo = f"Run: python -m pip install '{name}{needed}'"
    try:
        installed = metadata.version(name)
    except metadata.PackageNotFoundError:
        message = f"Keyfill needs {name} {needed}, which is not installed. {todo}"
        raise RequirementError(message) from None
    if not all(_admits(operator, version, installed) for operator, version in bounds):
        message = f"Keyfill needs {name} {needed}, but {name} {installed} is installed. {todo}"
        raise RequirementError(message)


def _admits(operator: str, bound: str, installed: str) -> bool:
    release = _RELEASE.match(installed)
    if release is None:  # Somebody's own build, with a name for a version.
        return True
    have, limit = _parts(release[1]), _parts(bound)
    return have >= limit if operator == ">=" else have < limit


def _parts(version: str) -> tuple[int, ...]:
    """Give the numbers of a version; 12.1 and 12.1.0 are the same."""
    numbers = [int(part) for part in version.split(".")]
    while numbers and numbers[-1] == 0:
        numbers.pop()
    return tuple(numbers)
