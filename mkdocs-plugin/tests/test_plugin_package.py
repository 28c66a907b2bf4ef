"""What is in the wheel, and that none is built without the files of `make web`."""

import shutil
import zipfile
from pathlib import Path

import pytest
from hatchling.builders.wheel import WheelBuilder

from mkdocs_keyfill.slots import slot_engine
from mkdocs_keyfill.web import assets

PROJECT = Path(__file__).parents[1]
ASSETS, ENGINE = "src/mkdocs_keyfill/assets", "src/mkdocs_keyfill/engine"
NOTICES = ("COPYRIGHT-library.html", "NOTICES.txt")
THIRD_PARTY = (*NOTICES, "keyfill.cdx.json")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Copy the project without its assets, and ignore them as the repository does."""
    folder = tmp_path / "project"
    ignored = shutil.ignore_patterns("assets", "engine", "third-party", "dist", "__pycache__", ".*")
    shutil.copytree(PROJECT, folder, ignore=ignored)
    (folder / ".git").mkdir()
    made = ("src/mkdocs_keyfill/assets", "src/mkdocs_keyfill/engine", "third-party")
    (folder / ".gitignore").write_text("".join(f"/{name}/\n" for name in made))
    return folder


def build_wheel(project: Path) -> Path:
    [path] = WheelBuilder(str(project)).build(
        directory=str(project / "dist"), versions=["standard"]
    )
    return Path(path)


def make(project: Path, folder: str, *names: str) -> None:
    """Make empty files in the place of those of `make web`."""
    for name in names:
        file = project / folder / name
        file.parent.mkdir(exist_ok=True)
        file.write_text("x")


def test_a_wheel_holds_what_a_page_and_the_command_need(project: Path) -> None:
    make(project, ASSETS, *assets.SHIPPED)
    make(project, ENGINE, slot_engine.WASM.name)
    make(project, "third-party", *THIRD_PARTY)
    names = set(zipfile.ZipFile(build_wheel(project)).namelist())
    expected = {f"mkdocs_keyfill/assets/{name}" for name in assets.SHIPPED}
    expected |= {
        f"mkdocs_keyfill/{name}"
        for name in ("clients.json", "static.json", "schema.json", "py.typed", "plugin.py")
    }
    expected |= {"mkdocs_keyfill/engine/slot_engine.wasm"}
    information = "mkdocs_keyfill-0.1.0.dist-info"
    expected |= {f"{information}/sboms/keyfill.cdx.json"}
    texts = ("LICENSE-MIT", "LICENSE-APACHE", *(f"third-party/{name}" for name in NOTICES))
    expected |= {f"{information}/licenses/{name}" for name in texts}
    assert expected <= names


def test_a_wheel_without_what_is_made_is_refused(project: Path) -> None:
    with pytest.raises(FileNotFoundError) as caught:
        build_wheel(project)
    assert str(caught.value) == (
        f"{project}/src/mkdocs_keyfill/assets lacks {', '.join(assets.SHIPPED)}. "
        "Run `make web` in the checkout first."
    )
    make(project, ASSETS, *assets.SHIPPED)
    with pytest.raises(FileNotFoundError, match=r"/engine lacks slot_engine.wasm. Run `make web`"):
        build_wheel(project)
    make(project, ENGINE, slot_engine.WASM.name)
    make(project, "third-party", "NOTICES.txt")
    with pytest.raises(FileNotFoundError) as caught:
        build_wheel(project)
    assert str(caught.value) == (
        f"{project}/third-party lacks COPYRIGHT-library.html, keyfill.cdx.json. "
        "Run `make web` in the checkout first."
    )
