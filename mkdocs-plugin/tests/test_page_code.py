"""What is left out of a page before it is read, and which pages are not read at all."""

import json

import pytest

from mkdocs_keyfill.slots import page_code, slot_engine

CODE = "<code>&lt;region&gt;</code>"


@pytest.mark.parametrize(
    ("html", "lean"),
    [
        (f"<nav class=a><ul><li>{CODE}</ul></nav>{CODE}", f"<nav class=a></nav>{CODE}"),
        (f"<NAV>x</NAV>{CODE}<nav>y</nav>", f"<NAV></NAV>{CODE}<nav></nav>"),
        (f"<nav>a<nav>b</nav>{CODE}</nav>c", "<nav></nav>c"),
        (f"<p>{CODE}<navy>x</navy>", f"<p>{CODE}<navy>x</navy>"),
    ],
)
def test_navigation_is_left_out(html: str, lean: str) -> None:
    assert page_code.without_navigation(html) == lean


@pytest.mark.parametrize(
    "html",
    [
        f"<nav>a {CODE}",
        f"<nav>a<nav>b</nav> {CODE}",
        f"</nav>{CODE}",
        f"<script>a = '<nav>'</script>{CODE}<script>b = '</nav>'</script>",
        f"<!-- <nav> -->{CODE}<!-- </nav> -->",
        f"<textarea><nav></textarea>{CODE}<textarea></nav></textarea>",
        f"<nav>a<main>{CODE}</main></nav>",
    ],
)
def test_what_is_no_sure_end_of_it_cuts_nothing(html: str) -> None:
    assert page_code.without_navigation(html) == html


def test_what_is_said_of_a_page_stays_the_same() -> None:
    engine = slot_engine.load()
    assert engine is not None
    region = {"name": "Kna1", "keystone_url": "https://k/v3", "s3_endpoint": "https://s"}
    dataset = {"config": json.dumps({"brand": "x", "regions": [region]})}
    nav = f"<nav><a href=x>{CODE}</a><ul><li><b>y</ul></nav>"
    page = f"<body>{nav}<main><p>Say {CODE}.</p><pre>{CODE}</pre></main>{nav}"
    lean = page_code.without_navigation(page)
    assert len(lean) < len(page)
    assert engine.read(dataset, [lean]) == engine.read(dataset, [page])
    assert len(engine.read(dataset, [page])[0]) == 2


@pytest.mark.parametrize(
    ("html", "names"),
    [
        (f"<p>a {CODE}</p>", ["region"]),
        ("<CODE>a &#60;b&#x3E; &LT;c&gt;</CODE>", ["b", "c"]),
        ("<code>&lt;<span>re</span><b>gion</b>&gt;", ["region"]),
        ("<code>a</code> &lt;region&gt;", []),
        ("<code>if a <5 and b> 6</code>", ["5 and b"]),
        ("<p>&lt;region&gt;</p>", []),
    ],
)
def test_names_are_found_without_reading_the_page(html: str, names: list[str]) -> None:
    assert list(page_code.bracketed_names(html)) == names
    assert page_code.has_brackets(html) == bool(names)
