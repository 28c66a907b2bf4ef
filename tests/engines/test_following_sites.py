"""Ten pages by clicks in each engine, with the other themes, and over https."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from e2e.sites import build_site
from proxy import FaultProxy
from soaking import SOAKS
from stack import Stack

from .conftest import ENGINES, FOLLOWING, World, at_the_page, following_with
from .reader import Reader
from .test_following import COMMANDS, RECORD, go, signed_in
from .test_journey import LEAD, sign_out

HEADINGS = {"index": "Home", "slots": "Slots", "plain": "Plain"}
# `make soak` goes through all of them.
THEMES = ["mkdocs", "readthedocs"] if SOAKS else ["mkdocs"]
WAY = ["slots", "plain", "index", "plain", "plain", "slots", "index", "slots", "plain", "index"]


@pytest.fixture(scope="module", params=THEMES)
def themed(
    request: pytest.FixtureRequest, world: World, tmp_path_factory: pytest.TempPathFactory
) -> str:
    """The URL of a site with another theme, which wants nothing of other servers."""
    theme = {"name": request.param, "highlightjs": False}
    return following_with(world, tmp_path_factory, theme)


@pytest.fixture(scope="module")
def secure(world: World, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The URL of a site over https, with a Keystone behind it: WebKit lets it talk to no other."""
    url, work = f"{world.secure_url}secure/", tmp_path_factory.mktemp("secure")
    certificate = world.stack.ca_file.parent
    with FaultProxy(world.stack.keystone_url, tls=certificate) as keystone:
        build_site(
            work,
            world.directory / "secure",
            world.stack,
            url,
            FOLLOWING,
            theme={"features": []},
            session="site",
            keystone_url=keystone.url,
        )
        yield url


@pytest.fixture(params=ENGINES)
def trusting(
    request: pytest.FixtureRequest, world: World, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Reader]:
    """A reader whose browser trusts the store's certificate."""
    folder = tmp_path_factory.mktemp(f"trusting-{request.param}")
    with (
        ENGINES[request.param](folder, trusts=world.stack.ca_file.parent) as engine,
        at_the_page(engine, world, scripts=True) as reader,
    ):
        yield reader


def goes_through_ten_pages(reader: Reader, site: str, stack: Stack) -> None:
    filled = signed_in(reader, site, stack)
    for name in WAY:
        go(reader, name, HEADINGS[name])
        if name != "plain":
            reader.sees(COMMANDS, filled)
        reader.expect("what is stored", RECORD, None)
    reader.reads(LEAD, "Signed in on this site, in this tab")
    sign_out(reader)
    go(reader, "slots", "Slots")
    reader.sees(COMMANDS, "export AWS_ACCESS_KEY_ID=<access-key> BUCKET=<bucket>")
    go(reader, "index", "Home")
    reader.reads(LEAD, "Fill in your own keys")
    reader.expect("what is stored", RECORD, None)


def test_with_each_theme(reader: Reader, themed: str, stack: Stack) -> None:
    # The dialog of keys that the theme would make is not there.
    reader.writes_of_theme = (r"\.backdrop\b|[\"']backdrop[\"']",)
    goes_through_ten_pages(reader, themed, stack)


def test_over_https(trusting: Reader, secure: str, stack: Stack) -> None:
    goes_through_ten_pages(trusting, secure, stack)
    trusting.expect("the protocol", "() => isSecureContext && location.protocol", "https:")
