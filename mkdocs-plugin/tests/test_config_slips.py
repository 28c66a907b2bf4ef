"""Slips that only `keyfill config` can name, and what it reads as MkDocs does."""

from pathlib import Path

import pytest
import yaml

from mkdocs_keyfill.command import main
from written_site import MKDOCS_YML, OPTIONS, Site


def test_a_second_list_of_plugins_is_named(site: Site, capsys: pytest.CaptureFixture[str]) -> None:
    """MkDocs takes the last one, so the plugin is not there to say so."""
    (site.folder / "mkdocs.yml").write_text(MKDOCS_YML + "plugins: [search]\n")
    assert main(["config", "-f", str(site.folder / "mkdocs.yml")]) == 1
    assert capsys.readouterr().err == (
        "keyfill: Plugin 'keyfill' option 'plugins': it is in mkdocs.yml twice, on lines 3 and 8. "
        "Expected: each key once.\n"
    )


@pytest.mark.parametrize(
    ("plugins", "message"),
    [
        (
            "  - keyfill:\n    regions: [Kna1]\n    brand: x\n",
            "regions, brand are beside keyfill, not below it. Expected: each option on a line that "
            "is indented deeper than keyfill.",
        ),
        (
            "  - keyfill: yes\n",
            "true is not a mapping. Expected: a mapping of options to their values.",
        ),
        (
            "  - keyfill:\n      - brand: x\n",
            "[{'brand': 'x'}] is not a mapping. Expected: a mapping of options to their values.",
        ),
    ],
)
def test_the_command_says_what_mkdocs_cannot(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], plugins: str, message: str
) -> None:
    (tmp_path / "mkdocs.yml").write_text(f"site_name: x\nplugins:\n{plugins}")
    assert main(["config", "-f", str(tmp_path / "mkdocs.yml")]) == 1
    assert capsys.readouterr().err == f"keyfill: Plugin 'keyfill': {message}\n"


def test_the_command_reads_the_environment_as_mkdocs_does(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KEYFILL_TEST", "[Kna1, Fra1]")
    file = tmp_path / "mkdocs.yml"
    file.write_text(MKDOCS_YML.replace("[Kna1]", "!ENV KEYFILL_TEST"), encoding="utf-8-sig")
    assert main(["config", "-f", str(file)]) == 1
    assert "'[Kna1, Fra1]' is neither a list nor a mapping" in capsys.readouterr().err
    file.write_text(MKDOCS_YML + "      idle_minutes: !ENV [NO, KEYFILL_MINUTES, 15]\n")
    monkeypatch.setenv("KEYFILL_MINUTES", "7")
    assert main(["config", "-f", str(file)]) == 0
    assert "idle_minutes: 7\n" in capsys.readouterr().out
    # MkDocs takes this one from every plugin, for itself.
    file.write_text(MKDOCS_YML + "      enabled: true\n")
    assert main(["config", "-f", str(file)]) == 0
    file.write_text("a: b\n\tc: d\n")
    assert main(["config", "-f", str(file)]) == 1
    assert f'in "{file}", line 2' in capsys.readouterr().err


def test_the_command_knows_that_zensical_runs_no_plugins(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "zensical.toml"
    file.write_text('[project]\nsite_name = "x"\n[project.plugins.keyfill]\nregions = ["A"]\n')
    assert main(["config", "-f", str(file)]) == 1
    assert capsys.readouterr().err == (
        f"keyfill: {file} has keyfill under plugins, but Zensical runs no third-party plugins. "
        "Expected: [project.markdown_extensions.mkdocs_keyfill].\n"
    )


@pytest.mark.parametrize(
    "more",
    [
        "regions: {Kna1: {7: x}}\n",
        "regions: {Kna1: {yes: x}}\n",
        "extra: [x]\n",
        "tabs: {x: {steps: [[]]}}\n",
        "slots: {x: !!set {a, b}}\n",
        "brand: !!binary YQ==\n",
        "regions: [[]]\n",
    ],
)
def test_no_value_of_yaml_brings_a_traceback(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], more: str
) -> None:
    name, _, _ = more.partition(":")
    options = {"brand": "x", **OPTIONS}
    options.pop(name, None)
    (tmp_path / "keyfill.yml").write_text(yaml.safe_dump(options) + more)
    assert main(["config", "-f", str(tmp_path / "keyfill.yml")]) == 1
    assert f"option '{name}" in capsys.readouterr().err
