"""The command `keyfill`: what it prints, and how it ends."""

import io
import sys
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from mkdocs_keyfill.command import main
from mkdocs_keyfill.languages import catalogue
from mkdocs_keyfill.web import assets
from written_site import one

MKDOCS = """site_name: Aurora
extra: {domain: cloud.example}
theme:
  custom_dir: !relative x
markdown_extensions:
  - pymdownx.emoji:
      emoji_index: !!python/name:material.extensions.emoji.twemoji
plugins:
  - search
  - keyfill:
      regions: [Kna1, !ENV [KEYFILL_TEST_REGION, Fra1]]
      keystone_url: "https://{region}.{{ domain }}:5000/v3"
      s3_endpoint: "https://s3-{region}.{{ extra.domain }}:8080"
      idle_minutes: 5
      remember_values: true
      slots: {server: false}
"""

TOML = """[project]
site_name = "Aurora"
extra = { domain = "cloud.example" }
[project.markdown_extensions.mkdocs_keyfill]
regions = ["Kna1"]
keystone_url = "https://k.{{ domain }}/v3"
s3_endpoint = "https://s.{{ domain }}"
"""

OWN = """brand: Aurora
extra: {r: Kna1}
regions: ["{{ r }}"]
keystone_url: https://k.example/v3
s3_endpoint: https://s.example
"""

PRINTED = """brand: Aurora
region: Kna1
  keystone_url: https://kna1.cloud.example:5000/v3
  s3_endpoint: https://s3-kna1.cloud.example:8080
  signing_region: Kna1
  profile: kna1
region: Fra1
  keystone_url: https://fra1.cloud.example:5000/v3
  s3_endpoint: https://s3-fra1.cloud.example:8080
  signing_region: Fra1
  profile: fra1
data-keyfill-accepts: 5cfedbeaf71974473ad93c6fe988d038c9eb129a7928c4cd6e94883a7b938ba1
clients: aws, mc, s3cmd
idle_minutes: 5
remember_values: true
slot access-key: <access-key>, <access-key-id>, <access>
slot secret-key: <secret-key>, <secret>
slot region: <region>, <region-name>
slot endpoint: <endpoint>
slot host: <s3-host>
slot project-id: <project-id>
slot user-id: <user-id>
slot bucket (bucket: Bucket): <bucket>, <bucket-name>
slot file (path: File): <file>, <file-name>
"""


def written(folder: Path, name: str, text: str) -> str:
    """Write a file and give its path for a command."""
    (folder / name).write_text(text, encoding="utf-8")
    return str(folder / name)


def test_config_prints_what_a_configuration_becomes(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    file = written(tmp_path, "mkdocs.yml", MKDOCS)
    assert main(["config", "-f", file]) == 0
    assert capsys.readouterr() == (PRINTED, "")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("KEYFILL_TEST_REGION", "Sto2")
    assert main(["config"]) == 0
    printed = capsys.readouterr()
    assert "region: Sto2\n" in printed.out and not printed.err
    written(tmp_path, "zensical.toml", TOML)
    assert main(["config"]) == 0
    assert (
        capsys.readouterr().err == "keyfill: using mkdocs.yml; to use zensical.toml, add -f FILE\n"
    )


@pytest.mark.parametrize(("name", "text"), [("zensical.toml", TOML), ("keyfill.yml", OWN)])
def test_config_reads_other_files(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, text: str
) -> None:
    assert main(["config", "-f", written(tmp_path, name, text)]) == 0
    assert capsys.readouterr().out.startswith("brand: Aurora\nregion: Kna1\n")


def test_config_reads_what_a_file_inherits(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    written(tmp_path, "base.yml", MKDOCS)
    file = written(tmp_path, "mkdocs.yml", "INHERIT: base.yml\nextra: {domain: other.example}\n")
    assert main(["config", "-f", file]) == 0
    assert "https://kna1.other.example:5000/v3" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        (
            "mkdocs.yml",
            MKDOCS.replace("idle_minutes: 5", "idle_minutes: 0"),
            "Plugin 'keyfill' option 'idle_minutes': 0 is too small. "
            "Expected: whole minutes, from 1 to 480.",
        ),
        (
            "zensical.toml",
            TOML.replace('["Kna1"]', '"Kna1"'),
            "Markdown extension 'keyfill' option 'regions': 'Kna1' is neither a list nor a "
            "mapping. Expected: a list of region names, or a mapping of region names to their "
            "options.",
        ),
        (
            "keyfill.yml",
            OWN.replace("brand: Aurora", ""),
            "Keyfill option 'brand': it is missing. Expected: the name of the cloud, 1 to 128 "
            "characters.",
        ),
        (
            "mkdocs.yml",
            "site_name: x\n",
            "{file} has no keyfill section. Expected: keyfill under plugins, or mkdocs_keyfill "
            "under markdown_extensions, or a file with Keyfill's options alone.",
        ),
        ("keyfill.yml", "- x\n", "{file} is not a mapping of options"),
    ],
)
def test_config_says_what_is_wrong(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, text: str, message: str
) -> None:
    file = written(tmp_path, name, text)
    assert main(["config", "-f", file]) == 1
    assert capsys.readouterr() == ("", f"keyfill: {message.replace('{file}', file)}\n")


def test_a_command_without_a_file_names_those_it_looked_for(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["config"]) == 1
    assert capsys.readouterr().err == (
        "keyfill: no file given, and this folder has none of keyfill.yml, mkdocs.yml, mkdocs.yaml, "
        "properdocs.yml, properdocs.yaml, zensical.toml\n"
    )
    assert main(["config", "-f", "gone.yml"]) == 1
    assert capsys.readouterr().err == (
        "keyfill: gone.yml cannot be read: No such file or directory\n"
    )
    written(tmp_path, "broken.yml", "a: [\n")
    assert main(["config", "-f", "broken.yml"]) == 1
    assert capsys.readouterr().err.startswith("keyfill: broken.yml cannot be read: while parsing")


def test_panel_prints_ready_html(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = written(tmp_path, "keyfill.yml", OWN)
    words = ["--clients", "mc", "aws", "--title", "Keys", "--compact", "--id", "kf7"]
    assert main(["panel", "-f", file, *words]) == 0
    panel = one(BeautifulSoup(capsys.readouterr().out, "html.parser"), "keyfill-panel")
    assert (panel["data-clients"], panel["data-title"]) == ("mc aws", "Keys")
    assert one(panel, "input[checked]")["id"] == "kf7-tab-mc"
    assert main(["panel", "-f", file, "--offer"]) == 0
    panel = one(BeautifulSoup(capsys.readouterr().out, "html.parser"), "keyfill-panel")
    assert panel["data-offer"] == "" and panel.select(".offer")
    assert main(["panel", "-f", file, "--region", "Kna2"]) == 1
    assert capsys.readouterr().err == (
        "keyfill: option 'region': 'Kna2' is not a region of this site; did you mean 'Kna1'? "
        "Expected: one of Kna1.\n"
    )


@pytest.mark.parametrize(
    ("command", "said"), [("config", "brand: \\xc5ngstr\\xf6m"), ("panel", "&#197;ngstr&#246;m")]
)
def test_a_console_may_know_few_letters(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: str, said: str
) -> None:
    file = written(tmp_path, "keyfill.yml", OWN.replace("Aurora", "Ångström"))
    printed = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(printed, encoding="ascii"))
    assert main([command, "-f", file]) == 0
    sys.stdout.flush()
    assert said in printed.getvalue().decode("ascii")


def test_assets_copies_the_files(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    folder = Path("docs/assets/keyfill")
    assert main(["assets", str(folder)]) == 0
    for name in assets.NAMES:
        assert (folder / name).read_bytes() == f"/* {name} */".encode()
    printed = capsys.readouterr()
    names = [*assets.NAMES, *catalogue.files(), assets.WORKER]
    assert printed.err == "".join(f"keyfill: wrote {folder / name}\n" for name in names)
    assert printed.out == (
        "In the head of each page, with the path as the page sees it:\n"
        '  <link rel="stylesheet" href="assets/keyfill/keyfill.css">\n'
        '  <script type="module" src="assets/keyfill/keyfill.js"></script>\n'
        "In mkdocs.yml for Zensical:\n"
        "  extra_css: [assets/keyfill/keyfill.css]\n"
        "  extra_javascript: [{path: assets/keyfill/keyfill.js, type: module}]\n"
        "In zensical.toml, below [project]:\n"
        '  extra_css = ["assets/keyfill/keyfill.css"]\n'
        '  extra_javascript = [{ path = "assets/keyfill/keyfill.js", type = "module" }]\n'
    )
    assert main(["assets", str(folder)]) == 0


def test_assets_lets_the_old_name_of_the_script_load_the_new_one(tmp_path: Path) -> None:
    assert main(["assets", str(tmp_path)]) == 0
    old = tmp_path / "keyfill.mjs"
    assert not old.exists()
    old.write_text('customElements.define("keyfill-panel", KeyfillPanel);')
    assert main(["assets", str(tmp_path)]) == 0
    assert old.read_text().startswith('import "./keyfill.js";')
    assert main(["assets", str(tmp_path)]) == 0
    old.write_text("somebody else's")
    assert main(["assets", str(tmp_path)]) == 0
    assert old.read_text() == "somebody else's"


def test_assets_overwrites_no_file_of_somebody_else(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = tmp_path / "app.js"
    other.write_text("alert(1)")
    assert main(["assets", str(tmp_path)]) == 1
    assert capsys.readouterr().err == (
        f"keyfill: {other} is not one of Keyfill's files. To overwrite it, add --force.\n"
    )
    assert [file.name for file in tmp_path.iterdir() if file.is_file()] == ["app.js"]
    # A file of an older release is one of Keyfill.
    (tmp_path / "keyfill.css").write_text(".keyfill{}")
    assert main(["assets", str(tmp_path), "--force"]) == 0
    assert other.read_text() == "/* app.js */"


def test_a_wrong_call_prints_its_usage(capsys: pytest.CaptureFixture[str]) -> None:
    for arguments in ([], ["check"], ["panel", "--show", "x"]):
        with pytest.raises(SystemExit) as ended:
            main(arguments)
        assert ended.value.code == 2
        assert capsys.readouterr().err.startswith("usage: keyfill")
