"""`keyfill check`: which files are pages, how they are encoded, and how their panel is written."""

import json
from pathlib import Path
from typing import Any

import pytest

from mkdocs_keyfill.command import main
from written_site import OPTIONS

CODE = "<code>&lt;region&gt; &lt;größe&gt;</code>"


@pytest.fixture
def config(tmp_path: Path) -> str:
    file = tmp_path / "keyfill.yml"
    file.write_text(json.dumps({**OPTIONS, "brand": "x", "slots": {"size": ["größe"]}}))
    return str(file)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "out").mkdir()
    return tmp_path / "out"


def test_pages_have_several_endings_and_encodings(
    folder: Path, config: str, capsys: pytest.CaptureFixture[str]
) -> None:
    pages = {
        "a.html": CODE.encode(),
        "b.htm": CODE.encode("utf-8-sig"),
        "c.xhtml": CODE.encode("utf-16"),
        "d.HTML": f"<meta charset='iso-8859-1'>{CODE}".encode("latin-1"),
        "e.html": f'<meta http-equiv=x content="text/html; charset=cp1252">{CODE}'.encode("cp1252"),
    }
    for name, content in pages.items():
        (folder / name).write_bytes(content)
    (folder / "f.html").write_bytes(b"<meta charset=no-such>" + bytes(range(256)))
    (folder / "g.txt").write_text(CODE)
    (folder / "h.html").symlink_to("gone")
    # What MkDocs makes of a page `i.html.md`.
    (folder / "i.html").mkdir()
    (folder / "i.html" / "index.html").write_text(CODE)
    assert main(["check", str(folder), "-f", config, "--json"]) == 0
    report = json.loads(capsys.readouterr().out)
    assert report["pages"] == 7
    found = sorted((one["page"], one["slot"]) for one in report["findings"])
    named = [*pages, "i.html/index.html"]
    assert found == [(name, slot) for name in sorted(named) for slot in ("region", "size")]


def test_a_folder_without_pages_is_refused(
    folder: Path, config: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "index.md").write_text("x")
    assert main(["check", str(folder), "-f", config]) == 1
    assert capsys.readouterr().err == (
        f"keyfill: {folder} contains no pages. Expected: the folder of a built site.\n"
    )


def test_a_short_panel_tells_the_configuration_too(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code = "<code>&lt;region&gt; &lt;endpoint&gt; &lt;regoin&gt;</code>"
    (folder / "a.html").write_text(PANEL + code)
    assert main(["check", str(folder)]) == 0
    said = capsys.readouterr().out
    assert "filled: Kna1\n" in said and "filled: https://s3-kna1.example\n" in said
    assert "1 page, 3 placeholders: 2 filled, 1 possible typo\n" in said


PANEL = (
    '<keyfill-panel data-regions="Kna1" data-s3-endpoint="https://s3-{region}.example" '
    'data-keystone-url="https://k/v3" data-session="document"></keyfill-panel>'
)
FILES = (
    '<link rel=stylesheet href="../a%20b/keyfill.css">'
    "<script type=module src=../a%20b/keyfill.js></script>"
)


def test_a_page_that_lacks_a_file_of_its_panel_is_named(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("a", "b"):
        (folder / name).mkdir()
        (folder / name / "index.html").write_text(FILES + PANEL)
    (folder / "plain.html").write_text("<h1>No panel</h1>")
    (folder / "rooted.html").write_text(FILES.replace("..", "/docs") + PANEL)
    ends = "; `keyfill assets DIR` copies the files and prints the lines that load them\n"
    assert main(["check", str(folder), "--strict"]) == 1
    assert capsys.readouterr().out == (
        f"a/index.html (and 1 more): loads keyfill.css, which is not in the site{ends}"
        f"a/index.html (and 1 more): loads keyfill.js, which is not in the site{ends}"
        "4 pages, 0 placeholders\n"
    )
    assert main(["assets", str(folder / "a b")]) == 0
    assert main(["check", str(folder), "--strict"]) == 0
    (folder / "bare.html").write_text(PANEL)
    (folder / "classic.html").write_text(FILES.replace("../", "").replace("=module", "=x") + PANEL)
    capsys.readouterr()
    assert main(["check", str(folder), "--strict"]) == 1
    said = capsys.readouterr().out
    assert f"bare.html: has a panel, but does not load keyfill.js{ends}" in said
    assert f'classic.html: loads keyfill.js without type="module"{ends}' in said


def test_a_page_that_loads_the_script_by_its_old_name_is_named(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = FILES.replace("../", "").replace(".js", ".mjs")
    (folder / "old.html").write_text(page + PANEL)
    # What mike keeps of an older version is right as it is.
    kept = page.replace("a%20b", "0123456789")
    (folder / "kept.html").write_text(kept + PANEL)
    (folder / "0123456789").mkdir()
    (folder / "0123456789" / "keyfill.css").write_text("")
    assert main(["assets", str(folder / "a b")]) == 0
    capsys.readouterr()
    assert main(["check", str(folder), "--strict"]) == 1
    assert capsys.readouterr().out == (
        "old.html: loads keyfill.mjs, which is now called keyfill.js; "
        "`keyfill assets DIR` copies the files and prints the lines that load them\n"
        "2 pages, 0 placeholders\n"
    )


@pytest.mark.parametrize(
    ("old", "said"),
    [
        (b"old", "loads files of a different version of Keyfill than this command"),
        (None, "loads keyfill.js without app_bg.wasm next to it"),
    ],
)
def test_the_files_of_a_panel_are_of_one_version(
    folder: Path, capsys: pytest.CaptureFixture[str], old: bytes | None, said: str
) -> None:
    (folder / "a").mkdir()
    page = FILES + PANEL
    (folder / "a" / "index.html").write_text(page)
    assert main(["assets", str(folder / "a b")]) == 0
    wasm = folder / "a b" / "app_bg.wasm"
    wasm.unlink()
    if old is not None:
        wasm.write_bytes(old)
    assert main(["check", str(folder), "--strict"]) == 1
    assert f"a/index.html: {said}" in capsys.readouterr().out


@pytest.mark.parametrize("config", ["{", [1], {"slots": [1]}, {"slots": [{"id": "x"}]}])
def test_a_panel_that_cannot_be_read_is_named(
    folder: Path, capsys: pytest.CaptureFixture[str], config: Any
) -> None:
    written = config if isinstance(config, str) else json.dumps(config)
    (folder / "a.html").write_text(f"<keyfill-panel data-config='{written}'></keyfill-panel>")
    assert main(["check", str(folder)]) == 1
    assert capsys.readouterr().err == (
        "keyfill: the panel in a.html has a configuration that cannot be read. Expected: "
        "data-config as `keyfill panel` prints it, or -f FILE with the configuration.\n"
    )


def test_a_configuration_that_is_not_in_the_site_is_named(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "a.html").write_text('<keyfill-panel data-site="0123456789"></keyfill-panel>')
    assert main(["check", str(folder)]) == 1
    assert "is not in the site, as site-0123456789.json" in capsys.readouterr().err


def test_a_panel_that_a_page_refuses_is_named(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    config = json.dumps({"brand": "x", "regions": [{"name": "Kna1"}]})
    (folder / "a.html").write_text(f"<keyfill-panel data-config='{config}'></keyfill-panel>")
    assert main(["check", str(folder)]) == 1
    said = capsys.readouterr().err
    assert said.startswith(
        "keyfill: the panel in a.html has a configuration that a page refuses (keystone_url: "
    )
    assert said.endswith("or -f FILE with the configuration.\n")
