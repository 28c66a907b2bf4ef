"""Fixtures: a site of its own for each test, and a package with small fakes of what Rust makes."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from mkdocs_keyfill import static_page
from mkdocs_keyfill.page import offer
from mkdocs_keyfill.slots import slot_engine
from mkdocs_keyfill.web import assets
from written_site import STATIC, Site


@pytest.fixture
def site(tmp_path: Path) -> Site:
    return Site(tmp_path)


@pytest.fixture(autouse=True)
def fake_assets(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Put small files where `make web` puts the real ones."""
    folder = tmp_path / "fake-assets"
    folder.mkdir()
    for name in assets.SHIPPED:
        (folder / name).write_bytes(f"/* {name} */".encode())
    monkeypatch.setattr(assets, "ASSETS_DIR", folder)
    return folder


@pytest.fixture(autouse=True)
def own_static_page(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Use the tests' fragments, except where a test asks for those of the package."""
    if "shipped" not in request.keywords:
        monkeypatch.setattr(static_page, "load", lambda: STATIC)


@pytest.fixture
def fresh_engine() -> Iterator[None]:
    """Let a test start the engine itself."""
    _forget_engine()
    yield
    _forget_engine()


@pytest.fixture
def no_engine(fresh_engine: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let it be as without the extra `check`: `wasmtime` cannot be imported."""
    monkeypatch.setitem(sys.modules, "wasmtime", None)


def _forget_engine() -> None:
    slot_engine.load.cache_clear()
    offer._engine.cache_clear()
