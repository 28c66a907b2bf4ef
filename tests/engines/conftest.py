"""What the journey needs: one stack and one site, and a reader in each engine."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

import pytest

from e2e.sites import FENCE, build_site
from site_server import SiteServer
from stack import Stack

from .chromium import chromium
from .firefox import firefox
from .reader import Reader
from .tab import Engine
from .webkit import webkit


class Run(Protocol):
    """Runs an engine until the block ends: with a certificate that it trusts, if there is one."""

    def __call__(
        self, folder: Path, *, trusts: Path | None = None
    ) -> AbstractContextManager[Engine]: ...


# Each is there or its tests fail: none is left out.
ENGINES: dict[str, Run] = {"chromium": chromium, "firefox": firefox, "webkit": webkit}

# A field of the author's, in which a reader sees what was copied.
NOTES = '<label for="notes">Notes</label> <textarea id="notes"></textarea>\n'
KEYS_PAGE = f"""# Keys

[More](more.md)

{FENCE}
{NOTES}
```bash
export AWS_REGION=<region>
export AWS_ACCESS_KEY_ID=<access-key>
export AWS_SECRET_ACCESS_KEY=<secret-key>
aws --endpoint-url <endpoint> s3 ls s3://<bucket>
```
"""
MORE_PAGE = f"""# More

[Keys](index.md)

{NOTES}
```bash
mc ls <region>/<bucket> # AWS_ACCESS_KEY_ID=<access-key>
```
"""

LINKS = " ".join(f"[{name}]({name}.md)" for name in ("index", "slots", "plain"))
BLOCK = "```bash\nexport AWS_ACCESS_KEY_ID=<access-key> BUCKET=<bucket>\n```\n"
FOLLOWING = {
    "index.md": f"# Home\n\n{LINKS}\n\n{FENCE}\n{NOTES}\n{BLOCK}",
    "slots.md": f"# Slots\n\n{LINKS}\n\n{BLOCK}",
    "plain.md": f"# Plain\n\n{LINKS}\n",
}


@dataclass(frozen=True)
class World:
    """A Keystone with a store, and a site with instant navigation that talks to it."""

    stack: Stack
    directory: Path
    # Ends in a slash, as the next one does.
    url: str
    # The same directory over https, with the store's certificate.
    secure_url: str


@pytest.fixture(scope="session")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    work, out, of_stack = (tmp_path_factory.mktemp(name) for name in ("work", "site", "stack"))
    secure = SiteServer(out, tls=of_stack / "swift")
    # The servers first: Keystone must know the origins when it starts.
    with SiteServer(out) as site, Stack(of_stack, [site.origin, secure.origin]) as stack, secure:
        url = f"{site.origin}/"
        pages = {"index.md": KEYS_PAGE, "more.md": MORE_PAGE}
        build_site(work, out, stack, url, pages, features=["content.code.copy"], sample=True)
        yield World(stack, out, url, f"{secure.origin}/")


@pytest.fixture(scope="session")
def following(world: World, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The URL of a site without instant navigation, whose sessions follow the reader."""
    return following_with(world, tmp_path_factory, {})


def following_with(world: World, directories: pytest.TempPathFactory, theme: dict[str, Any]) -> str:
    """Build such a site with a theme, or what else is said of Material, and return its URL."""
    name = f"following-{theme.get('name', 'material')}"
    url, looks = f"{world.url}{name}/", {"features": [], **theme}
    work, out = directories.mktemp(name), world.directory / name
    build_site(work, out, world.stack, url, FOLLOWING, theme=looks, session="site")
    return url


@pytest.fixture(scope="session", params=ENGINES)
def engine(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Engine]:
    with ENGINES[request.param](tmp_path_factory.mktemp(request.param)) as running:
        yield running


@pytest.fixture
def stack(world: World) -> Stack:
    """The stack, in which alice has no credential."""
    world.stack.remove_credentials("alice")
    return world.stack


@pytest.fixture
def reader(engine: Engine, world: World) -> Iterator[Reader]:
    """A reader at the page with the panel."""
    with at_the_page(engine, world, scripts=True) as reader:
        yield reader


@pytest.fixture
def reader_without_scripts(engine: Engine, world: World) -> Iterator[Reader]:
    """A reader whose browser runs no scripts of pages, at the page with the panel."""
    with at_the_page(engine, world, scripts=False) as reader:
        yield reader


@contextmanager
def at_the_page(engine: Engine, world: World, *, scripts: bool) -> Iterator[Reader]:
    """Open the page; at the end, nothing may be on the console that is not the browser's own."""
    with engine.tab(scripts=scripts) as tab:
        reader = Reader(tab)
        reader.open(world.url)
        yield reader
        own = [*engine.writes, *(engine.writes_of_refusals if reader.was_refused else ())]
        own += engine.writes_of_leaving if reader.leaves_early else ()
        own += reader.writes_of_theme
        if not scripts:
            # The page has said which scripts it would want.
            own.append("was preloaded using link preload but not used")
        said = [
            line for line in reader.tab.console() if not any(re.search(each, line) for each in own)
        ]
    assert said == []
