"""What the end-to-end tests share: one stack, one site, one browser."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from proxy import FaultProxy
from site_server import ROOT, SiteServer, build
from stack import Stack
from waiting import until

from .following_sites import built
from .panel import Panel
from .sites import FENCE, all_ways, build_site, copy_with_keystone
from .visit import FAILED_LOAD, Visit

OpenVisit = Callable[..., Visit]


@dataclass(frozen=True)
class World:
    """The stack and the documentation that talks to it."""

    stack: Stack
    # The site's directory, where tests may build more, and its server's origin.
    directory: Path
    origin: str

    def page_for(self, keystone_url: str, name: str) -> str:
        """Return the URL of a copy of the page that talks to another Keystone."""
        page = self.directory / "s3" / "index.html"
        return f"{self.origin}/{copy_with_keystone(page, name, keystone_url)}"

    @property
    def page(self) -> str:
        """The URL of the page with the panel."""
        return f"{self.origin}/s3/"


@pytest.fixture(scope="session")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    directory, of_stack = tmp_path_factory.mktemp("site"), tmp_path_factory.mktemp("stack")
    # The server first: Keystone must know the origin when it starts.
    with SiteServer(directory) as site, Stack(of_stack, [site.origin]) as stack:
        build(ROOT / "mkdocs.yml", directory, stack.keystone_url, stack.s3_url)
        yield World(stack, directory, site.origin)


@pytest.fixture(scope="session")
def pair(world: World, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The URL of a page with two panels, on a site of its own with instant navigation."""
    url = f"{world.origin}/pair/"
    pages = {"index.md": f"# Two\n\n{FENCE}\n{FENCE}", "plain.md": "# None\n\n[Two](index.md)\n"}
    work = tmp_path_factory.mktemp("pair")
    build_site(work, world.directory / "pair", world.stack, url, pages)
    return url


@pytest.fixture(scope="session")
def following(world: World, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The URL of a site of Material's without instant navigation, where sessions go along."""
    return built(world, tmp_path_factory, "material", "following")


@pytest.fixture(scope="session")
def ways(world: World, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The URL of a page that offers every way to sign in, on a site with instant navigation."""
    url = f"{world.origin}/ways/"
    pages = {
        "index.md": f"# Ways\n\n[Other](other.md)\n\n{FENCE}",
        "other.md": f"# Other\n\n[Ways](index.md)\n\n{FENCE}",
    }
    work = tmp_path_factory.mktemp("ways")
    build_site(work, world.directory / "ways", world.stack, url, pages, **all_ways(world.stack))
    return url


@pytest.fixture
def stack(world: World) -> Stack:
    """The stack, in which nobody has a credential."""
    world.stack.remove_credentials("alice")
    return world.stack


@pytest.fixture
def open_visit(browser: Browser) -> Iterator[OpenVisit]:
    """Opens visits; at the end none of them may have said anything on the console."""
    visits = []

    def open_one(**options: Any) -> Visit:
        visits.append(Visit(browser, **options))
        return visits[-1]

    yield open_one
    surprises = [line for visit in visits for line in visit.surprises()]
    for visit in visits:
        visit.close()
    assert surprises == []


@pytest.fixture
def visit(open_visit: OpenVisit) -> Visit:
    return open_visit()


@pytest.fixture
def panel(world: World, visit: Visit) -> Panel:
    """The panel of the documentation, started and signed out."""
    return panel_at(visit, world.page)


@pytest.fixture
def proxy(stack: Stack) -> Iterator[FaultProxy]:
    """A proxy in front of Keystone that can lose, repeat and hold up requests."""
    with FaultProxy(stack.keystone_url) as running:
        yield running


@pytest.fixture
def proxied(world: World, proxy: FaultProxy) -> str:
    """The URL of a page whose Keystone is behind the proxy."""
    return world.page_for(proxy.url, "proxied")


@pytest.fixture
def old(stack: Stack) -> str:
    """The access key of the one credential that there is from the beginning."""
    return str(stack.identity.create_credential("alice", "demo")["access"])


@pytest.fixture
def faulty(visit: Visit, stack: Stack, proxied: str, old: str) -> Panel:
    """The panel behind the proxy, signed in to a list with one key."""
    visit.expect_console(FAILED_LOAD)
    panel = panel_at(visit, proxied)
    panel.sign_in(stack.token("alice", "demo"))
    expect(panel.keys).to_have_count(1)
    return panel


@pytest.fixture
def ways_panel(visit: Visit, ways: str) -> Panel:
    """The panel that offers every way to sign in, started and signed out."""
    return panel_at(visit, ways)


def panel_at(visit: Visit, url: str) -> Panel:
    """Go to `url` and wait for its panel."""
    visit.page.goto(url)
    panel = Panel(visit)
    panel.ready()
    return panel


def access_keys(stack: Stack, user: str = "alice") -> set[str]:
    """Return the access keys of all the user's credentials, by the server's own list."""
    return set(stack.keys(user))


def secret_of(stack: Stack, access: str, user: str = "alice") -> str:
    """Return a credential's secret key, by the server's own list."""
    return stack.keys(user)[access]


def expect_agreement(panel: Panel, stack: Stack, count: int) -> None:
    """Expect the page to show exactly what the server has: so many keys."""
    expect(panel.keys).to_have_count(count)
    on_server = access_keys(stack)
    assert set(panel.listed()) == on_server
    assert len(on_server) == count


def expect_found(panel: Panel, stack: Stack, old: str, count: int) -> None:
    """Expect all but the old key to be offered, and none of them to be in the commands."""
    panel.offer.wait_for()
    found = access_keys(stack) - {old}
    assert set(panel.offer.locator("code").all_inner_texts()) == found
    expect_agreement(panel, stack, 1 + count)
    assert panel.chosen() == old


def expect_revoked(stack: Stack, tokens: Sequence[str]) -> None:
    """Ask Keystone itself, for a while: the page's requests may be on their way."""
    until(
        lambda: not any(stack.identity.is_valid(token) for token in tokens),
        lambda: "a token is still valid",
    )
