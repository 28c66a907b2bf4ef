"""Without the engine less is said of a page, and nothing else."""

import json
import random
from collections import Counter
from collections.abc import Iterable

import pytest

from mkdocs_keyfill import static_page
from mkdocs_keyfill.check import site_check
from mkdocs_keyfill.check.names_reader import NamesReader
from mkdocs_keyfill.check.site_check import KNOWN, NEAR, OFF, UNKNOWN
from mkdocs_keyfill.slots import slot_engine

pytestmark = pytest.mark.shipped

CONFIG = {
    "brand": "x",
    "regions": [
        {"name": "Aur1", "keystone_url": "https://k.example/v3", "s3_endpoint": "https://s.example"}
    ],
}
COMMENTS = (
    *("keyfill: off", " Keyfill : off ", "keyfill:off bucket", "x", "keyfill: sure"),
    *("keyfill: off; sure", " keyfill: off <Region>, host ", "keyfill:x; off region"),
)
PIECES = (
    *("&lt;region&gt;", "&lt;bucket&gt; &lt;regoin&gt;", "&LT;Region&GT;", "&lt;region", "<br>"),
    *("&lt;reg<span class='md-annotation'>x</span>ion&gt;", "&lt;region&gt;x&lt;/region&gt;"),
    *("&lt;a&lt;region&gt;&gt;", "&#60;bucket&#62;", "&lt;region&nbsp;name&gt;", "&lt;…&gt;"),
    *("<!-- c -->&lt;bucket>", "<script>&lt;region&gt;</script>", "<b>&lt;</b>region&gt;"),
    *("<i data-keyfill=off>&lt;region&gt;</i>", "<style>&lt;bucket&gt;</style>"),
)
AROUND = (
    *("div", "div class=highlight", "div class='x keyfill-off'", "div data-keyfill=off"),
    *("div data-keyfill='off region'", "div contenteditable", "div contenteditable=false"),
    *("div class=md-search", "div class=arithmatex", "div class='language-bash'", "div hidden"),
    *("nav", "section class=mermaid", "keyfill-panel", "textarea", "template"),
    "div data-keyfill='off Region; sure'",
)
OWN = ("", " class='lang-ini'", " data-keyfill='off bucket'", " class=keyfill-off")
CODES = (
    *("<pre><code{0}>{1}</code></pre>", "<pre{0}><code>{1}</code></pre>", "<code{0}>{1}</code>"),
    "<p><code{0}>{1}</code></p>",
)


def page(chance: random.Random, depth: int = 0) -> str:
    """Write some HTML as people and generators do, with code in it."""
    html = ""
    for _ in range(chance.randint(1, 3)):
        if chance.random() < 0.4:
            html += f"<!--{chance.choice(COMMENTS)}-->" + chance.choice(("", "\n", "text"))
        kind = chance.random()
        if kind < 0.4 and depth < 3:
            tag = chance.choice(AROUND)
            html += f"<{tag}>{page(chance, depth + 1)}</{tag.split()[0]}>"
        elif kind < 0.85:
            text = "".join(chance.choices(PIECES, k=chance.randint(1, 3)))
            html += chance.choice(CODES).format(chance.choice(OWN), text)
        else:
            html += "<p>x</p>"
    return html


def counted(found: Iterable[tuple[str, str]]) -> Counter[tuple[str, str]]:
    """Say of each placeholder only what its name and its author say."""
    alone = {NEAR: UNKNOWN, UNKNOWN: UNKNOWN, OFF: OFF}
    return Counter((written, alone.get(state, KNOWN)) for written, state in found)


def test_names_alone_are_those_of_the_engine() -> None:
    engine = slot_engine.load()
    assert engine
    chance = random.Random(0x6B657966)
    pages = [("page", f"<body>{page(chance)}</body>") for _ in range(2000)]
    dataset = {"config": json.dumps(CONFIG)}
    reader = NamesReader(site_check.known(CONFIG, static_page.load().slots, dataset))
    answers = engine.read(dataset, [html for _, html in pages])
    differ = []
    for one, answer in zip(pages, answers, strict=True):
        by_engine = counted((found.written, found.state) for found in answer)
        by_name = counted((finding.written, finding.state) for finding in reader.read([one]))
        if by_engine != by_name:
            differ.append((one[1], by_engine - by_name, by_name - by_engine))
    assert not differ
