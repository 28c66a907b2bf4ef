"""The sample session: who offers it, and who is told."""

import json
from pathlib import Path
from typing import Literal

import pytest
from bs4 import BeautifulSoup
from mkdocs.commands.build import build

from mkdocs_keyfill.command import main
from written_site import OPTIONS, Site, data_config

BUTTON = "Try a sample"
COMMANDS: list[Literal["build", "gh-deploy", "serve"]] = ["build", "gh-deploy", "serve"]


def _built(site: Site, command: Literal["build", "gh-deploy", "serve"], **own: bool) -> str:
    """Build the site as a command of MkDocs does."""
    site.write("index.md", "```keyfill\n```\n")
    config = site.load({**OPTIONS, **own})
    config.plugins.on_startup(command=command, dirty=False)
    build(config)
    return (site.out / "index.html").read_text(encoding="utf-8")


def _offers(page: BeautifulSoup) -> bool:
    """Say whether it has the button, which is there where the panel is told, too."""
    has_button: bool = BUTTON in page.get_text()
    assert ("sample" in data_config(page)) == has_button
    return has_button


@pytest.mark.parametrize("command", COMMANDS)
def test_it_is_there_while_the_author_writes(
    site: Site, command: Literal["build", "gh-deploy", "serve"]
) -> None:
    _built(site, command)
    assert _offers(site.page("index.html")) is (command == "serve")


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("wanted", [True, False])
def test_the_author_has_the_last_word(
    site: Site, command: Literal["build", "gh-deploy", "serve"], wanted: bool
) -> None:
    _built(site, command, sample=wanted)
    assert _offers(site.page("index.html")) is wanted


def test_the_check_says_that_a_site_has_it(site: Site, capsys: pytest.CaptureFixture[str]) -> None:
    _built(site, "build", sample=True)
    assert main(["check", str(site.out), "--strict"]) == 0
    [line] = [line for line in capsys.readouterr().out.splitlines() if "made-up cloud" in line]
    assert line.startswith("sample: ")
    assert main(["check", str(site.out), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["sample"] is True
    _built(site, "build")
    assert main(["check", str(site.out)]) == 0
    assert "made-up cloud" not in capsys.readouterr().out


def test_so_it_does_of_a_page_that_is_written_by_hand(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    addresses = 'data-keystone-url="https://k.example/v3" data-s3-endpoint="https://s.example"'
    panel = f'<keyfill-panel data-regions="Aur1" {addresses} data-sample></keyfill-panel>'
    (tmp_path / "index.html").write_text(f"{panel}<code>&lt;region&gt;</code>")
    assert main(["check", str(tmp_path)]) == 0
    assert "made-up cloud" in capsys.readouterr().out
