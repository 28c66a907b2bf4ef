"""What all tests share: one browser in each process, and which tests stay in one process."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from chromium import chromium
from waiting import patience

HERE = Path(__file__).parent
# Folders whose tests share what takes long to make; of all others, each file is by itself.
TOGETHER = ("docs", "engines", "generators")


class Failures:
    """Shows a failure when it happens: the summary of a long run is minutes away."""

    def __init__(self, terminal: pytest.TerminalReporter) -> None:
        self._terminal = terminal

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.failed:
            self._terminal.ensure_newline()
            self._terminal.write_line(f"FAILED {report.nodeid} ({report.when})\n{report.longrepr}")


def pytest_configure(config: pytest.Config) -> None:
    terminal = config.pluginmanager.get_plugin("terminalreporter")
    # The processes of pytest-xdist have none: the one that they report to has it.
    if isinstance(terminal, pytest.TerminalReporter):
        config.pluginmanager.register(Failures(terminal))


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Keep together what shares a stack or a site; the rest goes to whichever process is free."""
    for item in items:
        if item.path.is_relative_to(HERE):
            folder, *rest = item.path.relative_to(HERE).parts
            group = folder if folder in TOGETHER else "/".join([folder, *rest])
            item.add_marker(pytest.mark.xdist_group(group))


@pytest.fixture(autouse=True)
def _patient() -> None:
    """Let expectations wait as long as this machine may need now, and no longer."""
    expect.set_options(timeout=patience() * 1000)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with chromium() as running:
        yield running
