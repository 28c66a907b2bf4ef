"""`keyfill check` with the slot engine: what happens to every placeholder of a finished site."""

import json
from pathlib import Path

import pytest

from mkdocs_keyfill.command import main
from written_site import FENCE, OPTIONS, Site

PAGE = """# Home

`<region>` and `<Region Name>` and <prose>

```bash
mc cp <file> x/<bucket>/<bucket> --key <access-key> <acess-key> <none>
openstack ec2 credentials delete <access-key>
```

<!-- keyfill: off region -->
```bash
x <region> <endpoint>
```

```{.mermaid}
graph <region>
```
"""

WHY = ", since the sentence may be about the placeholder itself"
SUM = "6 filled, 3 on request, 1 chosen by the reader, 1 left alone, 1 possible typo, 1 unknown"
FOLLOWS = (
    "session: readers stay signed in from page to page, in their tab, where the site has https and "
    "its policy allows worker-src 'self'."
)
TEXT = f"""\
index.html
     1  <access-key>              chosen by the reader: the command deletes a key
     1  <access-key>              filled: the reader's access key, for mc
     1  <acess-key>               unknown; did you mean <access-key>?
     2  <bucket>                  filled: the reader's value (Bucket)
     1  <endpoint>                filled: https://s3-kna1.cloud.example:8080
     1  <file>                    filled: the reader's value (File)
     1  <none>                    unknown
     1  <region>                  on request: Kna1{WHY}
     1  <region>                  left alone: the author turned it off
     1  <Region Name>             on request: Kna1{WHY}
sub/index.html
     1  <endpoint>                on request: https://s3-kna1.cloud.example:8080{WHY}
     1  <s3-host>                 filled: s3-kna1.cloud.example:8080
slots.flavor: no page has <flavor>
slots.flavor: no page has <flavor-name>
{FOLLOWS}
2 pages, 13 placeholders: {SUM}
"""


@pytest.fixture
def built(site: Site) -> Path:
    site.write("sub.md", f"{FENCE}\n`<endpoint>` <!-- c --> `a<s3-host>b`\n")
    custom = {"custom_fences": [{"name": "mermaid", "class": "mermaid"}]}
    site.build(
        {**OPTIONS, "slots": {"flavor": ["flavor", "flavor-name"]}},
        page=PAGE,
        markdown_extensions=["attr_list", {"pymdownx.superfences": custom}],
    )
    (site.out / "404.html").unlink()
    return site.out


def lines(text: str) -> list[str]:
    return sorted(text.splitlines())


def test_every_slot_is_listed_by_page(built: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(built)]) == 0
    printed = capsys.readouterr()
    assert lines(printed.out) == lines(TEXT) and printed.err == ""
    assert main(["check", str(built), "--strict"]) == 1


def test_a_configuration_may_be_named(
    built: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "keyfill.yml"
    options = {**OPTIONS, "brand": "x", "regions": ["A", "B"], "slots": {"flavor": ["none"]}}
    file.write_text(json.dumps(options))
    assert main(["check", str(built), "-f", str(file), "--json"]) == 0
    report = json.loads(capsys.readouterr().out)
    assert report["pages"] == 2 and report["unused"] == [] and report["untold"] is None
    assert {
        "page": "index.html",
        "written": "<none>",
        "count": 1,
        "state": "filled",
        "slot": "flavor",
        "what": "the reader's value (Flavor)",
        "why": None,
    } in report["findings"]
    assert {
        "page": "index.html",
        "written": "<acess-key>",
        "count": 1,
        "state": "near miss",
        "slot": "access-key",
        "what": "<access-key>",
        "why": None,
    } in report["findings"]
    regions = [found for found in report["findings"] if found["written"] == "<Region Name>"]
    assert [found["what"] for found in regions] == ["the reader's region"]


def test_a_site_without_a_panel_needs_a_configuration(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "index.html").write_text("<code>&lt;region&gt;</code>")
    assert main(["check", str(tmp_path)]) == 1
    assert capsys.readouterr().err == (
        f"keyfill: no page in {tmp_path} has a panel, so the placeholders are not known. "
        "Expected: -f FILE with the configuration.\n"
    )
    assert main(["check", str(tmp_path / "gone")]) == 1
    assert capsys.readouterr().err == (
        f"keyfill: {tmp_path / 'gone'} is not a folder. Expected: the folder of a built site.\n"
    )
