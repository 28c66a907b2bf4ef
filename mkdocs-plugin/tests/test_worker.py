"""The worker that carries sessions from page to page: where it lies, and what it is."""

from pathlib import Path

import pytest
from mkdocs.exceptions import Abort

from mkdocs_keyfill.command import main
from mkdocs_keyfill.web import assets
from written_site import FENCE, OPTIONS, Site

FOLDER = "assets/keyfill/worker"
ON, OFF = b"/* worker.js */", b"/* worker_off.js */"


@pytest.mark.parametrize(
    ("options", "worker"), [({"session": "site"}, ON), ({"session": "document"}, OFF)]
)
def test_a_site_has_one_worker_at_a_fixed_path(
    site: Site, options: dict[str, str], worker: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO")
    site.build({**OPTIONS, **options}, page=FENCE)
    assert ("sessions follow readers" in caplog.text) == (worker == ON)
    [file] = site.out.rglob("worker*.js")
    assert file == site.out / FOLDER / "worker.js"
    assert file.read_bytes() == worker


@pytest.mark.parametrize("page", ["index.md", "deep/below.md"])
def test_no_page_may_be_in_its_folder(
    site: Site, page: str, caplog: pytest.LogCaptureFixture
) -> None:
    site.write(f"{FOLDER}/{page}", "# A page\n")
    with pytest.raises(Abort):
        site.build(page=FENCE)
    assert f"{FOLDER}/{page} would be a page in {FOLDER}/" in caplog.text


def test_the_command_writes_it_beside_the_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["assets", "docs/keyfill"]) == 0
    assert Path("docs/keyfill", assets.WORKER).read_bytes() == ON
    options = "".join(f"{name}: {value!r}\n" for name, value in OPTIONS.items())
    Path("keyfill.yml").write_text(f"brand: Aurora\n{options}session: document\n")
    # An older file of ours is replaced.
    Path("docs/keyfill", assets.WORKER).write_text("/*! keyfill */ old")
    assert main(["assets", "docs/keyfill", "-f", "keyfill.yml"]) == 0
    assert Path("docs/keyfill", assets.WORKER).read_bytes() == OFF
