"""The built sites, served from loopback to browsers that talk to one stack."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from site_server import SiteServer
from stack import Stack

from .builders import build, plain
from .variants import PLAIN, VARIANTS, Variant

# This one is alone on its server. The others share theirs, so that each is below a path.
AT_THE_ROOT = "material"


@dataclass(frozen=True)
class Site:
    """One built site."""

    variant: Variant
    directory: Path
    # Ends in a slash, and is what `site_url` says.
    url: str

    def at(self, page: str) -> str:
        """The URL of a page, by its name without an ending, `""` for the first one."""
        return f"{self.url}{quote(self.variant.page(page))}"

    def file(self, page: str) -> Path:
        """The file of a page."""
        found = self.directory / self.variant.page(page)
        return found if found.suffix else found / "index.html"


class Sites:
    """All sites; each is built once, while the tests of others run."""

    def __init__(self, stack: Stack, building: dict[str, Future[Site]]) -> None:
        self.stack = stack
        self._building = building

    def get(self, name: str) -> Site:
        """Wait for a site, or raise what its build said."""
        return self._building[name].result()


@contextmanager
def sites(work: Path, directory_of_stack: Path) -> Iterator[Sites]:
    """Build and serve everything below `work` until the block ends."""
    shared = work / "shared"
    shared.mkdir()
    # The servers first: Keystone must know the origins when it starts.
    with (
        SiteServer(work / AT_THE_ROOT / "site") as alone,
        SiteServer(shared) as together,
        Stack(directory_of_stack, [alone.origin, together.origin]) as stack,
    ):

        def make(variant: Variant) -> Site:
            at_the_root = variant.name == AT_THE_ROOT
            url = f"{alone.origin}/" if at_the_root else f"{together.origin}/{variant.name}/"
            if variant is PLAIN:
                directory = plain(work / variant.name, stack)
            else:
                directory = build(variant, work / variant.name, url, stack)
            if not at_the_root:
                (shared / variant.name).symlink_to(directory)
            return Site(variant, directory, url)

        pool = ThreadPoolExecutor(2)
        try:
            yield Sites(stack, {each.name: pool.submit(make, each) for each in [*VARIANTS, PLAIN]})
        finally:
            pool.shutdown(cancel_futures=True)
