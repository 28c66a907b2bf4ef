"""What is in the wheel, and that none is built without the files of `make web`."""

import shutil
import zipfile
from pathlib import Path

import pytest
from hatchling.builders.wheel import WheelBuilder

from mkdocs_keyfill import assets

PROJECT = Path(__file__).parents[1]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Copy the project without its assets, and ignore them as the repository does."""
    folder = tmp_path / "project"
    ignored = shutil.ignore_patterns("assets", "dist", "__pycache__", ".*")
    shutil.copytree(PROJECT, folder, ignore=ignored)
    (folder / ".git").mkdir()
    (folder / ".gitignore").write_text("/src/mkdocs_keyfill/assets/\n")
    return folder


def build_wheel(project: Path) -> Path:
    [path] = WheelBuilder(str(project)).build(
        directory=str(project / "dist"), versions=["standard"]
    )
    return Path(path)


def test_a_wheel_holds_what_a_page_needs(project: Path) -> None:
    folder = project / "src/mkdocs_keyfill/assets"
    folder.mkdir()
    for name in assets.NAMES:
        (folder / name).write_text("x")
    names = set(zipfile.ZipFile(build_wheel(project)).namelist())
    expected = {f"mkdocs_keyfill/assets/{name}" for name in assets.NAMES}
    expected |= {f"mkdocs_keyfill/{name}" for name in ("static.json", "py.typed", "plugin.py")}
    assert expected <= names


def test_a_wheel_without_assets_is_refused(project: Path) -> None:
    with pytest.raises(FileNotFoundError) as caught:
        build_wheel(project)
    assert str(caught.value) == (
        f"{project}/src/mkdocs_keyfill/assets lacks app.js, app_bg.wasm, keyfill.css, "
        "keyfill.js. Run `make web` in the checkout first."
    )
