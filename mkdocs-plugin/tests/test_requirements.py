"""What is said where a package is older, or newer, than Keyfill works with."""

import os
import subprocess
import sys
from collections.abc import Mapping
from importlib import metadata
from pathlib import Path

import pytest

from mkdocs_keyfill import requirements
from mkdocs_keyfill.requirements import RequirementError
from written_site import MKDOCS_YML

GOOD = {
    "jinja2": "3.1.6",
    "markdown": "3.8.1",
    "pymdown-extensions": "12.1",
    "pyyaml": "6.0",
    "pyyaml-env-tag": "1.1",
    "mkdocs": "1.6",
    "properdocs": "1.6.5",
}

OLD_PYMDOWN = (
    "Keyfill needs pymdown-extensions >=12.1, but pymdown-extensions 11.0.2 is installed. "
    "Run: python -m pip install 'pymdown-extensions>=12.1'"
)


def install(
    monkeypatch: pytest.MonkeyPatch, others: Mapping[str, str | None], extra: str | None = None
) -> None:
    """Have the lowest versions installed, and these instead of some; None is not installed."""
    versions = {**GOOD, **others}

    def version(name: str) -> str:
        if found := versions[name]:
            return found
        raise metadata.PackageNotFoundError(name)

    monkeypatch.setattr(metadata, "version", version)
    requirements.check(extra)


@pytest.mark.parametrize("generator", [None, "mkdocs", "properdocs"])
@pytest.mark.parametrize("higher", ["", ".0", ".1.dev3", "rc1", ".99"])
def test_the_floors_and_what_is_above_are_admitted(
    monkeypatch: pytest.MonkeyPatch, generator: str | None, higher: str
) -> None:
    install(monkeypatch, {name: version + higher for name, version in GOOD.items()}, generator)


@pytest.mark.parametrize(
    ("name", "version", "extra", "needed"),
    [
        ("jinja2", "3.1.5", None, ">=3.1.6"),
        ("markdown", "3.8", None, ">=3.8.1"),
        ("pymdown-extensions", "12.0.1", None, ">=12.1"),
        ("pymdown-extensions", "9.11", None, ">=12.1"),
        ("pyyaml", "5.4.1", None, ">=6.0"),
        ("pyyaml-env-tag", "0.1", None, ">=1.1"),
        ("mkdocs", "1.5.3", "mkdocs", ">=1.6,<2"),
        ("mkdocs", "2.0", "mkdocs", ">=1.6,<2"),
        ("mkdocs", "2.0.0a1", "mkdocs", ">=1.6,<2"),
        ("properdocs", "1.6.4", "properdocs", ">=1.6.5,<2"),
        ("properdocs", "10.0", "properdocs", ">=1.6.5,<2"),
    ],
)
def test_another_version_is_refused_in_a_sentence(
    monkeypatch: pytest.MonkeyPatch, name: str, version: str, extra: str | None, needed: str
) -> None:
    with pytest.raises(RequirementError) as caught:
        install(monkeypatch, {name: version}, extra)
    assert str(caught.value) == (
        f"Keyfill needs {name} {needed}, but {name} {version} is installed. "
        f"Run: python -m pip install '{name}{needed}'"
    )


def test_a_missing_package_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(RequirementError) as caught:
        install(monkeypatch, {"jinja2": None})
    assert str(caught.value) == (
        "Keyfill needs jinja2 >=3.1.6, which is not installed. "
        "Run: python -m pip install 'jinja2>=3.1.6'"
    )


def test_a_generator_that_does_not_run_may_be_old(monkeypatch: pytest.MonkeyPatch) -> None:
    install(monkeypatch, {"mkdocs": "1.5.3", "properdocs": None})
    install(monkeypatch, {"mkdocs": None}, "properdocs")


def old(folder: Path, name: str, version: str, module: str = "") -> dict[str, str]:
    """Install an old package before all others, whose code cannot even be imported."""
    info = folder / f"{name.replace('-', '_')}-{version}.dist-info"
    info.mkdir(parents=True)
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n")
    # MkDocs finds its themes by the entry points of whatever is called mkdocs.
    (info / "entry_points.txt").write_text("[mkdocs.themes]\nmkdocs = mkdocs.themes.mkdocs\n")
    if module:
        (folder / module).mkdir()
        (folder / module / "__init__.py").write_text("raise TypeError('old')\n")
    return {**os.environ, "PYTHONPATH": str(folder), "NO_MKDOCS_2_WARNING": "1"}


def run(folder: Path, environ: Mapping[str, str], *command: str) -> tuple[int, str]:
    done = subprocess.run(
        [sys.executable, *command],
        cwd=folder,
        env=environ,
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout + done.stderr


def written(folder: Path) -> None:
    (folder / "docs").mkdir()
    (folder / "docs" / "index.md").write_text("# Keys\n")
    (folder / "mkdocs.yml").write_text(MKDOCS_YML)


def test_a_build_ends_with_the_sentence(tmp_path: Path) -> None:
    environ = old(tmp_path / "old", "pymdown-extensions", "11.0.2", "pymdownx")
    written(tmp_path)
    code, said = run(tmp_path, environ, "-m", "mkdocs", "build")
    assert code == 1
    assert OLD_PYMDOWN in said
    assert "Traceback" not in said


def test_an_old_mkdocs_ends_with_the_sentence(tmp_path: Path) -> None:
    environ = old(tmp_path / "old", "mkdocs", "1.5.3")
    written(tmp_path)
    code, said = run(tmp_path, environ, "-m", "mkdocs", "build")
    assert code == 1
    assert "Keyfill needs mkdocs >=1.6,<2, but mkdocs 1.5.3 is installed." in said
    assert "Traceback" not in said


def test_the_command_ends_with_the_sentence(tmp_path: Path) -> None:
    environ = old(tmp_path / "old", "pymdown-extensions", "11.0.2", "pymdownx")
    start = "import sys, mkdocs_keyfill; sys.exit(mkdocs_keyfill.main())"
    assert run(tmp_path, environ, "-c", start) == (1, f"keyfill: {OLD_PYMDOWN}\n")


@pytest.mark.parametrize("name", ["mkdocs_keyfill", "keyfill"])
def test_the_extension_raises_the_sentence(tmp_path: Path, name: str) -> None:
    environ = old(tmp_path / "old", "pymdown-extensions", "11.0.2", "pymdownx")
    start = f"import markdown; markdown.markdown('', extensions=['{name}'])"
    code, said = run(tmp_path, environ, "-c", start)
    assert code == 1
    assert said.endswith(f"RequirementError: {OLD_PYMDOWN}\n")
