"""What the documentation says about options and messages is what the product does."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort, PluginError
from mkdocs_keyfill.options.declared import NAMES
from mkdocs_keyfill.static_page import load

from site_server import ROOT

AUTHORS = (ROOT / "docs" / "authors.md").read_text()
READERS = (ROOT / "docs" / "readers.md").read_text()

# The example of "Install": what an example that shows one option leaves out.
OPTIONS: dict[str, Any] = {
    "regions": ["Kna1"],
    "keystone_url": "https://{region}.cloud.example:5000/v3",
    "s3_endpoint": "https://s3-{region}.cloud.example:8080",
}
# A page with a panel, which says nothing of its own.
PANEL = "# S3\n\n```keyfill\n```\n"
EXAMPLE = re.compile(r"```yaml\n(.*?)```(?:\n\n```text\n(.*?)\n```)?", re.DOTALL)
EXAMPLES = EXAMPLE.findall(AUTHORS)
# What an example refers to, in a block with the name of its file.
FILE = re.compile(r"````markdown title=\"([^\"]*)\"\n(.*?)````", re.DOTALL)


def test_the_documentation_builds_strictly(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(tmp_path)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("name", NAMES)
def test_each_option_has_a_row_a_section_and_an_example(name: str) -> None:
    assert f"| [`{name}`](#{name}) |" in AUTHORS
    assert f"\n### `{name}`\n" in AUTHORS
    assert any(re.search(rf"^{name}:", example, re.MULTILINE) for example, _ in EXAMPLES)


def test_each_client_has_a_tab_in_the_readers_guide() -> None:
    assert ", ".join(f"`{client}`" for client in load().default_clients) in AUTHORS
    for client in load().default_clients:
        assert f"\n| `{client}` |" in READERS


@pytest.mark.parametrize(("example", "message"), EXAMPLES)
def test_an_example_builds_or_fails_as_written(
    example: str, message: str, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    write_files(tmp_path, AUTHORS)
    fails_as_written(tmp_path, example, message, caplog)


def write_files(folder: Path, guide: str) -> None:
    """Write what the examples of a guide refer to."""
    for name, text in FILE.findall(guide):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text)


def fails_as_written(
    folder: Path,
    example: str,
    message: str,
    caplog: pytest.LogCaptureFixture,
    page: str = PANEL,
) -> None:
    """Build a site with an example: it ends with the message, or well where there is none.

    What is wrong with an option is told before any page is made, so that none is.
    """
    write_site(folder, example, page)
    if not message:
        build(load_config(str(folder / "mkdocs.yml"), strict=True))
        assert 'class="keyfill"' in (folder / "site" / "index.html").read_text()
    elif page is not PANEL:
        with pytest.raises(Abort):
            build(load_config(str(folder / "mkdocs.yml")))
        told = [record.getMessage() for record in caplog.records if record.levelname == "ERROR"]
        # MkDocs names the page first, where a page is wrong.
        [said] = [line for line in told if not line.startswith("Error reading page")]
        assert said == message
    else:
        with pytest.raises((Abort, PluginError)) as stopped:
            config = load_config(str(folder / "mkdocs.yml"))
            config.plugins.on_startup(command="build", dirty=False)
            config.plugins.on_config(config)
        told = [record.getMessage() for record in caplog.records if record.levelname == "ERROR"]
        [said] = told if isinstance(stopped.value, Abort) else [str(stopped.value)]
        assert said.removeprefix("Config value 'plugins': ") == message


def write_site(folder: Path, example: str, page: str) -> None:
    """Write the sources of a site with one page."""
    (folder / "docs").mkdir()
    (folder / "docs" / "index.md").write_text(page)
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(site_of(yaml.safe_load(example))))


def site_of(example: dict[str, Any]) -> dict[str, Any]:
    """Complete an example: it is a part of `mkdocs.yml`, or of the plugin's options."""
    site = {"site_name": "Aurora", "theme": "mkdocs"}
    if "plugins" in example:
        return {**site, **example}
    return {**site, "plugins": [{"keyfill": {**OPTIONS, **example}}]}


SENTENCES = [
    piece.strip()
    for text in load().texts.values()
    if text.id == "file-refused" or f"{text.id}-next" in load().texts
    for piece in re.split(r"\{\w+\}", text.english.other)
]


def test_sentences_are_found() -> None:
    assert len(SENTENCES) > 60


@pytest.mark.parametrize("sentence", sorted({s for s in SENTENCES if len(s) > 2}))
def test_each_message_is_explained(sentence: str) -> None:
    assert sentence in READERS


def texts_of(prefix: str) -> list[str]:
    """Find the texts of a kind, one for each variant of an enumeration."""
    texts = load().texts.values()
    return [text.english.other for text in texts if text.id.startswith(prefix)]


REASONS = texts_of("why-")
RULES = texts_of("rule-")


def test_reasons_and_rules_are_found() -> None:
    assert (len(REASONS), len(RULES)) == (12, 7)


@pytest.mark.parametrize("text", REASONS + RULES)
def test_each_reason_and_each_rule_has_a_row(text: str) -> None:
    assert f"| {text} |" in READERS
