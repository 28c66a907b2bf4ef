"""`keyfill check`: the slots of a finished site, and what is nearly one."""

import json
from pathlib import Path
from typing import Any

import pytest

from mkdocs_keyfill import near, slot_text, statements
from mkdocs_keyfill.command import main
from written_site import FENCE, OPTIONS, STATIC, Site

PAGE = """# Home

`<region>` and `<Region Name>` and <prose>

```bash
mc cp <file> x/<bucket>/<bucket> --key <access-key> <acess-key> <none>
openstack ec2 credentials delete <access-key>
```

<!-- keyfill: off region -->
```bash
x <region> <access>
```

```{.mermaid}
graph <region>
```
"""

TEXT = """\
index.html
     1  <access-key>              chosen by the reader: deletes a key
     1  <access-key>              access-key: the reader's access key
     1  <access>                  access-key: the reader's access key
     1  <acess-key>               unknown; did you mean <access-key>?
     2  <bucket>                  bucket: the reader's value (Bucket)
     1  <file>                    file: the reader's value (File)
     1  <none>                    unknown
     1  <region>                  region: Kna1
     1  <region>                  left alone: opted out
     1  <Region Name>             region: Kna1
sub/index.html
     1  <endpoint>                endpoint: https://s3-kna1.cloud.example:8080
     1  <s3-host>                 host: s3-kna1.cloud.example:8080
slots.flavor: no page has <flavor>
slots.flavor: no page has <flavor-name>
2 pages: 11 slots, 1 nearly one, 1 unknown
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
    assert report["pages"] == 2 and report["unused"] == []
    assert {
        "page": "index.html",
        "written": "<none>",
        "count": 1,
        "state": "filled",
        "slot": "flavor",
        "what": "the reader's value (Flavor)",
    } in report["findings"]
    assert {
        "page": "index.html",
        "written": "<acess-key>",
        "count": 1,
        "state": "near miss",
        "slot": "access-key",
        "what": "<access-key>",
    } in report["findings"]
    regions = [found for found in report["findings"] if found["written"] == "<Region Name>"]
    assert [found["what"] for found in regions] == ["the reader's region"]


def test_a_site_without_a_panel_needs_a_configuration(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "index.html").write_text("<code>&lt;region&gt;</code>")
    assert main(["check", str(tmp_path)]) == 1
    assert capsys.readouterr().err == (
        f"keyfill: no page in {tmp_path} has a panel, so the slots are not known. "
        "Expected: -f FILE with the configuration.\n"
    )
    assert main(["check", str(tmp_path / "gone")]) == 1
    assert capsys.readouterr().err == (
        f"keyfill: {tmp_path / 'gone'} is not a folder. Expected: the folder of a finished site.\n"
    )


HTML: list[tuple[str, list[str]]] = [
    ("<code>a&lt;region&gt;b</code>", ["filled"]),
    ("<code><span>&lt;</span>re<mark>gi</mark>on<span>&#62;</span></code>", ["filled"]),
    ("<code>&lt;region<!-- c -->&gt;</code>", ["filled"]),
    ("<code>&lt;&lt;region&gt;&gt; &lt;region&gt;&gt; &lt;reg\nion&gt;</code>", []),
    ("<code>&lt;region <region> &gt;</code>", []),
    ("&lt;region&gt; <code>x</code> &lt;region&gt;", []),
    ("<nav><code>&lt;region&gt;</code></nav>", []),
    ("<pre class='mermaid'><code>&lt;region&gt;</code></pre>", []),
    ("<code>&lt;reg<aside class='md-annotation'>&lt;region&gt;</aside>ion&gt;</code>", ["filled"]),
    ("<keyfill-panel><code>&lt;region&gt;</code></keyfill-panel>", []),
    ("<div data-keyfill=off><p><code>&lt;region&gt;</code></div>", ["left alone"]),
    ("<div data-keyfill='off bucket'><code>&lt;region&gt;</code></div>", ["filled"]),
    ("<div data-keyfill='off bucket region'><code>&lt;region&gt;</code></div>", ["left alone"]),
    ("<pre class='x keyfill-off'><code>&lt;region&gt;</code></pre>", ["left alone"]),
    ("<!-- keyfill: off --> <pre><code>&lt;region&gt;</code></pre>", ["left alone"]),
    ("<!-- keyfill: off -->x<pre><code>&lt;region&gt;</code></pre>", ["filled"]),
    ("<br><img><p>a<p>b<code>&lt;region&gt;</code><code>&lt;region&gt;</code>", ["filled"]),
    ("<script>'<code>&lt;region&gt;</code>'</script>", []),
    ("<pre><code>&lt;region&gt;", ["filled"]),
    ("<CODE>&LT;region&GT; &#x3C;bucket> &#060;file></CODE>", ["filled"] * 3),
    ("<div data-keyfill='off regoin'><code>&lt;region&gt;</code></div>", ["filled", "near miss"]),
]


@pytest.mark.parametrize(("html", "states"), HTML)
def test_what_the_browser_would_do(
    html: str, states: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.html").write_text(f"<body>{html}</body>")
    (tmp_path / "keyfill.yml").write_text(json.dumps({**OPTIONS, "brand": "x"}))
    assert main(["check", str(tmp_path), "-f", str(tmp_path / "keyfill.yml"), "--json"]) == 0
    found: list[dict[str, Any]] = json.loads(capsys.readouterr().out)["findings"]
    assert [one["state"] for one in found] == states


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("acess-key", "access-key"),
        ("access_keyy", "access-key"),
        ("bukcet", "bucket"),
        ("regoin", "region"),
        ("flie", "file"),
        ("acceskey id", None),
        ("accesskeyd", "access-key-id"),
        ("secret-kye", "secret-key"),
        ("server-ip", None),
        ("project", None),
        ("none", None),
        ("ERROR", None),
        ("user", None),
        ("object-id", None),
        ("name", None),
        ("acesskey", "access-key"),
        ("your region", "region"),
        ("MY_BUKCET_NAME", "bucket-name"),
        ("your-password", None),
        ("the", None),
    ],
)
def test_near_misses(written: str, meant: str | None) -> None:
    assert near.near_miss(written, [n for slot in STATIC.slots for n in slot.names]) == meant


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("<a>", ["a"]),
        ("x<a>y<b c>z", ["a", "b c"]),
        ("<<a>> <<a> <a>>", []),
        ("<a\nb> < a> <a > <>", []),
        ("sort < file > sorted", []),
        ("a<b<c>", ["c"]),
        (f"<{'a' * 64}> <{'b' * 65}>", ["a" * 64]),
    ],
)
def test_what_is_in_angle_brackets(text: str, names: list[str]) -> None:
    assert [found.name for found in slot_text.bracketed(text)] == names


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("openstack ec2 credentials delete @", "bash", True),
        ("openstack ec2 credentials delete \\\n  --user x @", "bash", True),
        ("rm -rf x; mc ls @", "bash", False),
        ("rm -rf x && mc ls @", "bash", False),
        ("echo @ | xargs rm", "bash", True),
        ("rm x\nmc ls @", "bash", False),
        ("client.delete_access_key(\n    AccessKeyId='@')", "python", True),
        ("client.deleteAccessKey('@')", "python", True),
        ("Remove-IAMAccessKey -AccessKeyId @", "powershell", True),
        ("aws iam update-access-key --status Inactive @", "console", True),
        ("confirm @ undeleted", "bash", False),
        ("curl -XDELETE https://x/OS-EC2/@", "bash", True),
        ('curl -X DELETE https://x -d \'{\n  "access": "@"\n}\'', "bash", True),
        ('openstack ec2 credentials delete "$(\n  echo @\n)"', "bash", True),
        ('for k in @; do\n  echo\n  x delete "$k"\ndone', "bash", True),
        ("$ export K='@'\n$ openstack ec2 credentials delete ${K}", "console", True),
        ("set -x K @\nopenstack ec2 credentials delete $K", "fish", True),
        ('$k = "@"\nRemove-IAMAccessKey $k', "powershell", True),
        ("k = '@'\niam.delete_access_key(AccessKeyId=k)", "python", True),
        ('DeleteAccessKeyRequest.builder()\n    .accessKeyId("@")', "java", True),
        ("mc admin user disable local @", "bash", True),
        ("docker run --rm -e AWS_ACCESS_KEY_ID=@ amazon/aws-cli", "bash", False),
        ("export K=@\nopenstack ec2 credentials delete $KEY $2K K", "bash", False),
        ("rm x; cat <<E > y\nkey = @\ndelete_after = no\nE", "bash", False),
        ('rm "${x}"\n  aws configure set aws_access_key_id @', "bash", False),
    ],
)
def test_statements_that_destroy(text: str, language: str, expected: bool) -> None:
    assert statements.destroys(text, text.index("@"), language) is expected
