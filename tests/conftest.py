"""What all tests share: one browser in each process, and which tests stay in one process."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect
from xdist.remote import Producer
from xdist.scheduler import LoadScopeScheduling

from chromium import chromium
from waiting import patience

# Folders whose tests share what takes long to make; of all others, each file is by itself.
TOGETHER = ("docs", "engines", "generators")
# Of these, each test goes where there is room: they share nothing but a stack, and are many.
APART = ("tests/quoting/", "tests/clients/test_each_client.py")


class Together(LoadScopeScheduling):  # type: ignore[misc]  # It has no types.
    """Deals out whole files, whole folders of those in `TOGETHER`, and single tests of `APART`.

    The groups of pytest-xdist 3.8 do nothing with pytest 9.2: each test goes where there is room.
    """

    def _split_scope(self, nodeid: str) -> str:
        if nodeid.startswith(APART):
            return nodeid
        tests, _, rest = nodeid.split("::")[0].partition("/")
        folder = rest.split("/")[0]
        return folder if tests == "tests" and folder in TOGETHER else f"{tests}/{rest}"


class Failures:
    """Shows a failure when it happens: the summary of a long run is minutes away."""

    def __init__(self, terminal: pytest.TerminalReporter) -> None:
        self._terminal = terminal

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.failed:
            self._terminal.ensure_newline()
            self._terminal.write_line(f"FAILED {report.nodeid} ({report.when})\n{report.longrepr}")


# The terminal's reporter is there last.
@pytest.hookimpl(trylast=True)
def pytest_configure(config: pytest.Config) -> None:
    terminal = config.pluginmanager.get_plugin("terminalreporter")
    # The processes of pytest-xdist have another one, which says nothing.
    if isinstance(terminal, pytest.TerminalReporter) and not hasattr(config, "workerinput"):
        config.pluginmanager.register(Failures(terminal))


def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> Together:
    return Together(config, log)


@pytest.fixture(autouse=True)
def _patient() -> None:
    """Let expectations wait as long as this machine may need now, and no longer."""
    expect.set_options(timeout=patience() * 1000)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with chromium() as running:
        yield running
