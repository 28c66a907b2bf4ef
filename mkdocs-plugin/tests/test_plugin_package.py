"""What is in the wheel, and that none is built without the files of `make web`."""

import shutil
import zipfile
from pathlib import Path

import pytest
from hatchling.builders.wheel import WheelBuilder

from mkdocs_keyfill import assets, slot_engine

PROJECT = Path(__file__).parents[1]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Copy the project without its assets, and ignore them as the repository does."""
    folder = tmp_path / "project"
    ignored = shutil.ignore_patterns("assets", "engine", "dist", "__pycache__", ".*")
    shutil.copytree(PROJECT, folder, ignore=ignored)
    (folder / ".git").mkdir()
    made = "/src/mkdocs_keyfill/assets/\n/src/mkdocs_keyfill/engine/\n"
    (folder / ".gitignore").write_text(made)
    return folder


def build_wheel(project: Path) -> Path:
    [path] = WheelBuilder(str(project)).build(
        directory=str(project / "dist"), versions=["standard"]
    )
    return Path(path)


def make(project: Path, folder: str, *names: str) -> None:
    """Make empty files in the place of those of `make web`."""
    for name in names:
        file = project / "src/mkdocs_keyfill" / folder / name
        file.parent.mkdir(exist_ok=True)
        file.write_text("x")


def test_a_wheel_holds_what_a_page_and_the_command_need(project: Path) -> None:
    make(project, "assets", *assets.NAMES)
    make(project, "engine", slot_engine.WASM.name)
    names = set(zipfile.ZipFile(build_wheel(project)).namelist())
    expected = {f"mkdocs_keyfill/assets/{name}" for name in assets.NAMES}
    expected |= {f"mkdocs_keyfill/{name}" for name in ("static.json", "py.typed", "plugin.py")}
    assert expected | {"mkdocs_keyfill/engine/slot_engine.wasm"} <= names


def test_a_wheel_without_what_is_made_is_refused(project: Path) -> None:
    with pytest.raises(FileNotFoundError) as caught:
        build_wheel(project)
    assert str(caught.value) == (
        f"{project}/src/mkdocs_keyfill/assets lacks app.js, app_bg.wasm, keyfill.css, "
        "keyfill.js. Run `make web` in the checkout first."
    )
    make(project, "assets", *assets.NAMES)
    with pytest.raises(FileNotFoundError, match=r"/engine lacks slot_engine.wasm. Run `make web`"):
        build_wheel(project)
