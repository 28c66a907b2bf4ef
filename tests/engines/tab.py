"""What the journey needs of a browser: an engine, and one tab of it."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AbstractContextManager
from typing import Any, Protocol

# One source of input with its actions, as both WebDriver and WebDriver BiDi take it:
# https://www.w3.org/TR/webdriver2/#actions
Source = dict[str, Any]


class NotReady(Exception):
    """The page is not what is asked for, or not complete: ask again. The text is what was said."""


class DriverError(Exception):
    """The browser did not do what it was told; the text is what it said."""


class Tab(Protocol):
    """A tab with a profile of its own, in which nobody has been anywhere."""

    def open(self, url: str) -> None:
        """Go to a URL, and wait until everything of it is loaded."""

    def back(self) -> None:
        """Press the browser's own button for the page before."""

    def forward(self) -> None:
        """Press the browser's own button for the page after."""

    def act(self, sources: Sequence[Source]) -> None:
        """Move the pointer and press keys, as a person's: the page cannot tell the difference."""

    def evaluate(self, function: str, *arguments: object) -> Any:
        """Return what a JavaScript function returns at once; both ways in JSON.

        It is for looking. It also works in a page whose own scripts do not run. Raises NotReady.
        """

    def picture(self) -> bytes:
        """Return what is seen of the page, as a PNG."""

    def console(self) -> list[str]:
        """Return what was written on the console so far: by the page, and by the browser."""


class Engine(Protocol):
    """A browser that runs."""

    # What only this browser writes of a page that has nothing wrong, as patterns.
    writes: Sequence[str]
    # What it writes when a server answers with an error, as patterns.
    writes_of_refusals: Sequence[str]
    # What it writes of a page that is left while its scripts are on their way, as patterns.
    writes_of_leaving: Sequence[str]

    def tab(self, *, scripts: bool = True) -> AbstractContextManager[Tab]:
        """Open a tab, in which pages have scripts or have not, and close it after the block."""
