"""The guides for authors: their examples build, or fail, as written."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from textwrap import dedent

import pytest
import yaml
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort
from mkdocs_keyfill.command import main

from docs.test_docs import EXAMPLE, FILE, OPTIONS, fails_as_written, write_files, write_site
from site_server import ROOT

SLOTS, TABS, CLIENT_FILES, GENERATORS = (
    (ROOT / "docs" / f"{name}.md").read_text()
    for name in ("slots", "tabs", "client-files", "generators")
)
PAGE = re.compile(r"````markdown\n(.*?)````(?:\n\n```text\n(.*?)\n```)?", re.DOTALL)
CHECKED = re.compile(r"```console\n\$ keyfill check site\n(.*?)```", re.DOTALL)


@pytest.mark.parametrize(("example", "message"), EXAMPLE.findall(TABS))
def test_a_tab_builds_or_fails_as_written(
    example: str, message: str, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    write_files(tmp_path, TABS)
    fails_as_written(tmp_path, example, message, caplog)


@pytest.mark.parametrize(("example", "message"), EXAMPLE.findall(CLIENT_FILES))
def test_a_client_builds_or_fails_as_written(
    example: str, message: str, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    write_files(tmp_path, CLIENT_FILES)
    fails_as_written(tmp_path, example, message, caplog)


@pytest.mark.parametrize(("page", "message"), PAGE.findall(TABS))
def test_a_fence_builds_or_fails_as_written(
    page: str, message: str, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    options = {**OPTIONS, "regions": ["Kna1", "Fra1"]} if "Fra1" in page else OPTIONS
    tabbed = {"pymdownx.tabbed": {"alternate_style": True}}
    example = {"plugins": [{"keyfill": options}], "markdown_extensions": [tabbed]}
    fails_as_written(tmp_path, yaml.safe_dump(example), message, caplog, page=page)


def test_a_comment_fails_as_written(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    page = "# S3\n\n<!-- keyfill: off regoin -->\n\n    x\n"
    write_site(tmp_path, "brand: Aurora", page)
    with pytest.raises(Abort):
        build(load_config(str(tmp_path / "mkdocs.yml")))
    assert f"```text\n{caplog.messages[-1]}\n```" in SLOTS


def test_the_check_of_a_site_says_what_is_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    [(_, page)] = FILE.findall(SLOTS)
    [said] = CHECKED.findall(SLOTS)
    write_site(tmp_path, "brand: Aurora", page)
    build(load_config(str(tmp_path / "mkdocs.yml"), strict=True))
    capsys.readouterr()
    # 404.html has no code, and is no page of the example.
    (tmp_path / "site" / "404.html").unlink()
    assert main(["check", str(tmp_path / "site")]) == 0
    assert capsys.readouterr().out == said


def test_each_option_of_the_command_is_in_a_guide() -> None:
    guides = "".join((SLOTS, TABS, GENERATORS))
    command = (ROOT / "mkdocs-plugin/src/mkdocs_keyfill/command.py").read_text()
    options = set(re.findall(r'"(--[a-z]+)"', command)) - {"--version"}
    assert len(options) > 9
    assert not [option for option in sorted(options) if option not in guides]


def test_each_attribute_of_a_panel_is_in_a_guide() -> None:
    code = (ROOT / "src/core/panel.rs").read_text()
    attributes = set(re.findall(r'"(data-[a-z0-9-]+)"', code))
    assert len(attributes) > 15
    assert not [name for name in sorted(attributes) if f"`{name}`" not in GENERATORS]


def written(name: str) -> str:
    """Find a file of the guide to generators; those of steps are indented."""
    block = re.search(rf"^( *)```\w+ title=\"{name}\"\n(.*?)^\1```$", GENERATORS, re.S | re.M)
    assert block
    return dedent(block[2])


def pages_of(generator: str) -> list[str]:
    """Find the pages in the steps for a generator."""
    _, _, rest = GENERATORS.partition(f"\n## {generator}\n")
    steps, _, _ = rest.partition("\n## ")
    return [
        dedent(page) for page in re.findall(r"^    ````markdown\n(.*?)````$", steps, re.S | re.M)
    ]


def test_the_steps_for_mkdocs_make_a_site(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "mkdocs.yml").write_text(written("mkdocs.yml"))
    for name, page in zip(("index", "buckets"), pages_of("MkDocs"), strict=True):
        (tmp_path / "docs" / f"{name}.md").write_text(page)
    build(load_config(str(tmp_path / "mkdocs.yml"), strict=True))
    assert "tabbed-labels" in (tmp_path / "site" / "index.html").read_text()
    offer = "Commands on this page have placeholders."
    assert offer in (tmp_path / "site" / "buckets" / "index.html").read_text()


def test_the_steps_for_python_markdown_make_pages(tmp_path: Path) -> None:
    for name in ("keyfill.yml", "pages.py"):
        (tmp_path / name).write_text(written(name))
    assert main(["config", "-f", str(tmp_path / "keyfill.yml")]) == 0
    assert main(["assets", str(tmp_path / "site" / "keyfill")]) == 0
    (tmp_path / "pages").mkdir()
    for name, page in zip(("index", "buckets"), pages_of("MkDocs"), strict=True):
        (tmp_path / "pages" / f"{name}.md").write_text(page)
    subprocess.run([sys.executable, "pages.py"], cwd=tmp_path, check=True)
    assert "tabbed-labels" in (tmp_path / "site" / "index.html").read_text()
    assert "data-offer" in (tmp_path / "site" / "buckets.html").read_text()
