"""Clients that an author changes or adds: overrides, tabs with sections, the store, texts."""

import json
from pathlib import Path
from typing import Any

import pytest

from mkdocs_keyfill.command import main
from written_site import OPTIONS, PANEL, Site, data_config, one

MC = """---
note: Version {{ version }} alone.
---
## Use

Use it so.
{: #step-use }

``` { .bash copy_name="Copy it" }
use {{ version }} <profile> <bucket>
```
"""

VEEAM = """---
purpose: It stores.
---
# Veeam

## Set up

Add it.

```bash
veeam add '<profile>' '<keystone-url>'
```

## Check

Look.

``` { .text data-keyfill="off" }
<profile>
```

## Undo

Remove it.

```fish
never
```

```bash
veeam remove '<profile>'
```
"""


HASH = 10 * "[0-9a-f]"
"""What the name of a changed client ends with."""


def written(site: Site, id_: str) -> Any:
    """Read the file of a changed client, for its first shell."""
    [file] = site.out.rglob(f"client-{id_}-{HASH}.json")
    assert (file.parent / "keyfill.js").is_file()
    return json.loads(file.read_bytes())


def test_an_override_takes_the_place_of_a_step(site: Site) -> None:
    (site.folder / "mc.md").write_text(MC)
    options = {**OPTIONS, "client_overrides": {"mc": "mc.md"}}
    page = site.build(options, extra={"version": 2})
    client = written(site, "mc")
    assert client["note"] == "Version 2 alone."
    assert [(step["section"], step["lead"]) for step in client["steps"]] == [
        ("set-up", "Do it."),
        ("use", "Use it so."),
    ]
    assert client["steps"][1]["blocks"] == [
        {
            "language": "bash",
            "shells": ["posix"],
            "copy_name": "Copy it",
            "text": "use 2 <profile> <bucket>",
        }
    ]
    config = data_config(page)
    [hash_] = config["client_files"].values()
    assert config["client_files"] == {"mc": hash_}
    assert list(site.out.rglob(f"client-mc-{hash_}.json"))
    assert "client_labels" not in config and "tabs" not in config
    block = page.select(".tabbed-block")[1]
    assert one(block, ".keyfill-about").text == "Version 2 alone."
    assert [p.text for p in block.select(".step p")] == ["Do it.", "Use it so."]
    assert block.select("button")[1]["aria-label"] == "Copy it"
    assert block.select("code")[1].get_text() == (
        "! echo 'First put your own values in place of the words in < >.' << 'UNFILLED'\n"
        "use 2 kna1 <bucket>\nUNFILLED"
    )


def test_a_tab_with_sections_is_a_client(site: Site) -> None:
    (site.folder / "veeam.md").write_text(VEEAM)
    options = {
        **OPTIONS,
        "regions": ["Kna1", "Fra1"],
        "tabs": {"veeam": "veeam.md"},
        "clients": ["veeam", "aws"],
    }
    page = site.build(options)
    config = data_config(page)
    assert config["client_labels"] == {"veeam": "Veeam"}
    assert set(config["client_files"]) == {"veeam"}
    assert "tabs" not in config
    client = written(site, "veeam")
    assert client["purpose"] == "It stores."
    assert [step["id"] for step in client["steps"]] == ["set-up-1", "check-2", "undo-3"]
    assert client["steps"][1]["blocks"][0]["text"] == ["<profile>"]
    assert page.select("input")[0]["id"] == f"{PANEL}-tab-veeam"
    block = page.select(".tabbed-block")[0]
    first, check, undo = block.select("code")
    slot = '<span class="keyfill-slot" data-of-region="{}">{}</span>'
    profile = slot.format("profile", "&lt;region&gt;")
    keystone = slot.format("keystone_url", "&lt;keystone-url&gt;")
    guard = '<span class="keyfill-guard">{}</span>'
    before = guard.format(
        "! echo 'First put your own values in place of the words in &lt; &gt;.' &lt;&lt; "
        "'UNFILLED'\n"
    )
    after = guard.format("\nUNFILLED")
    assert first.decode_contents() == f"{before}veeam add '{profile}' '{keystone}'{after}"
    assert check.decode_contents() == "&lt;profile&gt;"
    details = one(block, "details.keyfill-fold")
    assert one(details, "summary").text == "Undo"
    assert one(details, "code") == undo
    assert "never" not in undo.text
    # What differs from region to region, and some client shows it.
    assert page.select("option")[1]["data-keystone_url"] == "https://fra1.cloud.example:5000/v3"
    assert "data-hostname" not in page.select("option")[1].attrs
    page = site.build(options, page='```keyfill region="Fra1" compact\n```\n')
    [code] = page.select(".tabbed-block")[0].select("code")
    assert code.get_text() == "veeam add 'fra1' 'https://fra1.cloud.example:5000/v3'"
    assert "keyfill-guard" not in str(code)


def test_a_client_is_text_and_no_html(site: Site) -> None:
    (site.folder / "v.md").write_text(
        "---\nnote: <i>&\n---\n# V {{x}}endpoint}}<b>\n\n## Use\n\nUse <u>&.\n\n"
        "``` { .console copy_name='\"Copy\"' }\n$ v <profile> <&\n```\n\nTwice.\n\n"
        "``` { .ini copy_name='\"Copy\" {{x}}lead}}' }\n{{x}}code}} <region>\n```\n"
    )
    page = site.build({**OPTIONS, "tabs": {"v": "v.md"}, "clients": ["v"]}, extra={"x": "{{"})
    assert one(page, ".tabbed-labels label").decode_contents() == "V {{endpoint}}&lt;b&gt;"
    assert one(page, ".keyfill-about").text == "<i>&"
    assert [p.text for p in page.select(".step p")] == ["Use <u>&.", "Twice."]
    session, other = page.select(".tabbed-block code")
    assert session.text == "$ v kna1 <&"
    assert other.text == "{{code}} Kna1"
    # A session is copied without its prompts, which the app does.
    [button] = page.select(".step button")
    assert button["aria-label"] == '"Copy" {{lead}}'


def test_the_store_has_its_ways(site: Site) -> None:
    (site.folder / "v.md").write_text(
        "# V\n\n## Use\n\nUse.\n\n```bash\nv '<addressing> <path-style> <bucket-lookup> <mc-path> "
        "<checksums> <use-https> <s3-hostname> <s3-port> <scheme>'\n```\n"
    )
    options = {**OPTIONS, "tabs": {"v": "v.md"}, "clients": ["v"]}
    page = site.build(options)
    assert one(page, ".tabbed-block code").get_text() == (
        "v 'path true path on when_required true s3-kna1.cloud.example 8080 https'"
    )
    assert "store" not in data_config(page)
    store = {"addressing": "virtual", "checksums": "when_supported"}
    page = site.build({**options, "store": store})
    assert one(page, ".tabbed-block code").get_text() == (
        "v 'virtual false dns off when_supported true s3-kna1.cloud.example 8080 https'"
    )
    assert data_config(page)["store"] == store
    page = site.build({**options, "store": {"addressing": "path", "checksums": None}})
    assert "store" not in data_config(page)


FOR_STORES = """# V

## Use

Use.

``` { .bash store="path https" }
path https
```

``` { .bash store="virtual" }
virtual
```

``` { .bash store="http" }
http
```

It can not.

``` { .text store="virtual" }
other
```
"""


@pytest.mark.parametrize(
    ("endpoint", "addressing", "shown"),
    [
        ("https://s3.cloud.example", "path", ["path https"]),
        ("https://s3.cloud.example", "virtual", ["virtual", "other"]),
        ("http://127.0.0.1:8080", "path", ["http"]),
    ],
)
def test_a_block_may_be_for_some_stores_alone(
    site: Site, endpoint: str, addressing: str, shown: list[str]
) -> None:
    (site.folder / "v.md").write_text(FOR_STORES)
    options = {
        **OPTIONS,
        "s3_endpoint": endpoint,
        "store": {"addressing": addressing},
        "tabs": {"v": "v.md"},
        "clients": ["v"],
    }
    page = site.build(options)
    assert [code.get_text() for code in page.select(".tabbed-block code")] == shown
    steps = written(site, "v")["steps"]
    assert [block["text"] for step in steps for block in step["blocks"]] == shown
    assert all("store" not in block for step in steps for block in step["blocks"])


@pytest.mark.shipped
def test_a_client_is_another_file_for_another_store(site: Site) -> None:
    page = site.build({**OPTIONS, "clients": ["winscp", "aws"]})
    assert "client_files" not in data_config(page)
    page = site.build({**OPTIONS, "clients": ["winscp", "aws"], "store": {"addressing": "virtual"}})
    assert set(data_config(page)["client_files"]) == {"winscp", "files"}
    text = json.dumps(written(site, "winscp"))
    assert "x-S3UrlStyle=0" in text and "S3UrlStyle=1" not in text and "s3plain" not in text


@pytest.mark.shipped
def test_a_step_is_also_found_by_its_former_id(site: Site) -> None:
    step = "## Set up\n\nMake it so.\n{: #boto3-quick }\n\n```bash\nx\n```\n"
    (site.folder / "boto3.md").write_text(step)
    texts = {"boto3-prompt": "Gör en profil."}
    options = {**OPTIONS, "clients": ["boto3", "restic"], "texts": texts}
    site.build({**options, "client_overrides": {"boto3": "boto3.md"}})
    leads = {step["id"]: step["lead"] for step in written(site, "boto3")["steps"]}
    assert (leads["profile-quick"], leads["profile-prompt"]) == ("Make it so.", "Gör en profil.")
    leads = {step["id"]: step["lead"] for step in written(site, "restic")["steps"]}
    assert leads["profile-prompt"] == "Gör en profil."


def test_texts_of_clients_are_replaced_in_their_files(site: Site) -> None:
    texts = {"step-use": "Usa.", "client-aws": "AWS", "Undo": "Ta bort"}
    page = site.build({**OPTIONS, "clients": ["aws"], "texts": texts})
    client = written(site, "aws")
    assert client["label"] == "AWS"
    assert [step["lead"] for step in client["steps"]] == ["Do it.", "Usa."]
    assert [p.text for p in page.select(".tabbed-block p")] == ["Do it.", "Usa."]
    assert data_config(page)["client_labels"] == {"aws": "AWS"}


def test_a_client_may_be_called_like_another_part_of_the_panel(site: Site) -> None:
    (site.folder / "own.md").write_text(VEEAM)
    options = {
        **OPTIONS,
        "regions": ["Kna1", "Fra1"],
        "tabs": {"region": "own.md"},
        "clients": ["region", "aws"],
    }
    ids = [str(element["id"]) for element in site.build(options).select("keyfill-panel [id]")]
    assert len(ids) == len(set(ids)) > 2


def test_the_command_writes_changed_clients(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("mc.md").write_text(MC.replace("{{ version }}", "2"))
    options = {**OPTIONS, "brand": "Aurora", "client_overrides": {"mc": "mc.md"}}
    Path("keyfill.yml").write_text(json.dumps(options))
    assert main(["assets", "named", "-f", "keyfill.yml"]) == 0
    assert main(["assets", "found"]) == 0
    for folder in ("named", "found"):
        assert len(list(Path(folder).glob(f"client-mc-{HASH}.json"))) == 1
    Path("keyfill.yml").unlink()
    assert main(["assets", "none"]) == 0
    assert not list(Path("none").glob(f"client-mc-{HASH}.json"))
