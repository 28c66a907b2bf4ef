"""`keyfill check` without the extra `check`: names alone, and what they cannot tell."""

import json
from pathlib import Path
from typing import Any

import pytest

from mkdocs_keyfill.check import near
from mkdocs_keyfill.command import main
from mkdocs_keyfill.slots import brackets
from written_site import OPTIONS, STATIC

pytestmark = pytest.mark.usefixtures("no_engine")

UNTOLD = (
    "Without the slot engine, Keyfill can't tell which of these placeholders are filled in. "
    "To install it, run `pip install 'mkdocs-keyfill[check]'`."
)

FOLLOWS = (
    "session: readers stay signed in from page to page, in their tab, where the site has https and "
    "its policy allows worker-src 'self'."
)
TEXT = f"""\
a.html
     1  <access-key>              the name of access-key
     1  <none>                    unknown
     1  <region>                  left alone: the author turned it off
     1  <regoin>                  unknown; did you mean <region>?
     1  <your_secret>             unknown
{FOLLOWS}
{UNTOLD}
1 page, 5 placeholders: 1 known, 1 left alone, 1 possible typo, 2 unknown
"""

PAGE = """<body><div data-keyfill="off region"><code>&lt;region&gt; &lt;regoin&gt;</code></div>
<pre><code>openstack ec2 credentials delete &lt;access-key&gt;
&lt;none&gt; &lt;your_secret&gt;</code></pre>
"""


@pytest.fixture
def config(tmp_path: Path) -> str:
    file = tmp_path / "keyfill.yml"
    file.write_text(json.dumps({**OPTIONS, "brand": "x"}))
    return str(file)


def test_names_are_listed_and_the_rest_is_not_told(
    config: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.html").write_text(PAGE)
    assert main(["check", str(tmp_path), "-f", config]) == 0
    printed = capsys.readouterr()
    assert printed.out == TEXT and printed.err == ""
    assert main(["check", str(tmp_path), "-f", config, "--strict"]) == 1
    capsys.readouterr()
    assert main(["check", str(tmp_path), "-f", config, "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["untold"] == UNTOLD


HTML: list[tuple[str, list[str]]] = [
    ("<code>a&lt;region&gt;b</code>", ["known"]),
    ("<code><span>&lt;</span>re<mark>gi</mark>on<span>&#62;</span></code>", ["known"]),
    ("<code>&lt;region<!-- c -->&gt;</code>", ["known"]),
    ("<code>&lt;&lt;region&gt;&gt; &lt;region&gt;&gt; &lt;reg\nion&gt;</code>", []),
    ("<code>&lt;region <region> &gt;</code>", []),
    ("&lt;region&gt; <code>x</code> &lt;region&gt;", []),
    ("<nav><code>&lt;region&gt;</code></nav>", []),
    ("<pre class='mermaid'><code>&lt;region&gt;</code></pre>", []),
    ("<code>&lt;reg<aside class='md-annotation'>&lt;region&gt;</aside>ion&gt;</code>", ["known"]),
    ("<keyfill-panel><code>&lt;region&gt;</code></keyfill-panel>", []),
    ("<div data-keyfill=off><p><code>&lt;region&gt;</code></div>", ["left alone"]),
    ("<div data-keyfill='off bucket'><code>&lt;region&gt;</code></div>", ["known"]),
    ("<div data-keyfill='off bucket region'><code>&lt;region&gt;</code></div>", ["left alone"]),
    ("<pre class='x keyfill-off'><code>&lt;region&gt;</code></pre>", ["left alone"]),
    ("<!-- keyfill: off --> <pre><code>&lt;region&gt;</code></pre>", ["left alone"]),
    ("<!-- keyfill: off -->x<pre><code>&lt;region&gt;</code></pre>", ["known"]),
    ("<br><img><p>a<p>b<code>&lt;region&gt;</code><code>&lt;region&gt;</code>", ["known"]),
    ("<script>'<code>&lt;region&gt;</code>'</script>", []),
    ("<pre><code>&lt;region&gt;", ["known"]),
    ("<CODE>&LT;region&GT; &#x3C;bucket> &#060;file></CODE>", ["known"] * 3),
    ("<div data-keyfill='off regoin'><code>&lt;region&gt;</code></div>", ["known", "near miss"]),
]


@pytest.mark.parametrize(("html", "states"), HTML)
def test_which_code_is_looked_at(
    html: str, states: list[str], config: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.html").write_text(f"<body>{html}</body>")
    assert main(["check", str(tmp_path), "-f", config, "--json"]) == 0
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
    assert [found.name for found in brackets.bracketed(text)] == names
