"""The operator's own tabs: in the options, and in Markdown files."""

from typing import Any

import pytest
from mkdocs.exceptions import Abort
from mkdocs.livereload import LiveReloadServer

from mkdocs_keyfill.rules import CLIENT_FACTS
from written_site import OPTIONS, PANEL, Site, data_config, one, told

STEP = {"lead": "Do it.", "language": "bash", "text": "do <bucket>"}

FILE = """---
title: no matter
---
# Veeam `<x>` and {{ more }}

<!-- keyfill: a comment of the author -->
<!-- and one

of several lines -->
Save this
as `veeam.ini`.

``` ini
key = <access-key>
endpoint = <endpoint>
```

Then run it.

~~~ { .bash data-keyfill="off" copy_name="Copy it" }
cat < <in> > <out>

# {{ more }}
~~~
"""

KNOWN = (
    "<access-key>, <secret-key>, <region>, <endpoint>, <s3-host>, <project-id>, <user-id>, "
    f"<bucket>, <file>, <server>, {', '.join(f'<{fact}>' for fact in CLIENT_FACTS)}"
)
UNKNOWN = "is not a known placeholder"
EXPECTED = f"Expected: one of {KNOWN}, or a block that is turned off."


def test_a_tab_is_written_in_the_options(site: Site) -> None:
    steps = [
        {**STEP, "text": "do <bucket> {{ more }}\n\n  twice\n", "copy_name": "Copy the command"},
        {"lead": "See.", "text": "<none> & co", "keyfill": False},
        {"lead": "Write.", "text": "<string><region></string>", "language": "xml"},
    ]
    page = site.build(
        {**OPTIONS, "tabs": {"cyberduck": {"label": "Cyber<duck>", "steps": steps}}},
        extra={"more": "{{x}}"},
    )
    assert data_config(page)["tabs"] == [
        {
            "id": "cyberduck",
            "label": "Cyber<duck>",
            "steps": [
                {
                    "lead": "Do it.",
                    "language": "bash",
                    "text": "do <bucket> {{x}}\n\n  twice",
                    "copy_name": "Copy the command",
                },
                {"lead": "See.", "language": "text", "text": "<none> & co", "off": True},
                {"lead": "Write.", "language": "xml", "text": "<string><region></string>"},
            ],
        }
    ]
    assert data_config(page)["clients"] == ["aws", "mc", "s3cmd", "cyberduck"]
    assert page.select(".tabbed-labels label")[-1].text == "Cyber<duck>"
    block = page.select(".tabbed-block")[-1]
    assert (
        page.select("input")[-1]["id"]
        == page.select("label")[-1]["for"]
        == f"{PANEL}-tab-cyberduck"
    )
    assert [p.text for p in block.select(".step > p")] == ["Do it.", "See.", "Write."]
    assert [slot.text for slot in block.select(".slot")] == ["<bucket>", "<region>"]
    assert [code.text for code in block.select("pre > code")] == [
        "do <bucket> {{x}}\n\n  twice",
        "<none> & co",
        "<string><region></string>",
    ]


def test_a_tab_is_written_in_a_file(site: Site) -> None:
    (site.folder / "tabs").mkdir()
    (site.folder / "tabs/veeam.md").write_text(FILE)
    options = {**OPTIONS, "tabs": {"veeam": "tabs/{{ file }}"}, "clients": ["veeam", "mc"]}
    page = site.build(options, extra={"more": "more", "file": "veeam.md"})
    [tab] = data_config(page)["tabs"]
    assert tab == {
        "id": "veeam",
        "label": "Veeam <x> and more",
        "steps": [
            {
                "lead": "Save this as veeam.ini.",
                "language": "ini",
                "text": "key = <access-key>\nendpoint = <endpoint>",
            },
            {
                "lead": "Then run it.",
                "language": "bash",
                "text": "cat < <in> > <out>\n\n# more",
                "copy_name": "Copy it",
                "off": True,
            },
        ],
    }
    assert [i["value"] for i in page.select(f"input[name={PANEL}-client]")] == ["veeam", "mc"]
    assert one(page, "input[checked]")["value"] == "veeam"
    assert not list(site.out.rglob("veeam*"))


def test_a_tab_may_stand_in_the_place_of_a_client(site: Site) -> None:
    page = site.build({**OPTIONS, "tabs": {"mc": {"label": "Own", "steps": [STEP]}}})
    assert [label.text for label in page.select("label")] == ["aws", "Own", "s3cmd"]
    assert [i["id"] for i in page.select("input")] == [
        f"{PANEL}-tab-{id_}" for id_ in ("aws", "mc", "s3cmd")
    ]


def test_serve_watches_the_files(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    (site.folder / "veeam.md").write_text("# V\n\nx\n\n```\ny\n```\n")
    (site.folder / "mc.md").write_text("## Use\n\nx\n{: #step-use }\n\n```\ny\n```\n")
    site.write("index.md", "x")
    own = {"tabs": {"veeam": "veeam.md"}, "client_overrides": {"mc": "mc.md"}}
    config = (loaded := site.load({**OPTIONS, **own})).plugins.on_config(loaded)
    watched: list[str] = []
    monkeypatch.setattr(LiveReloadServer, "watch", lambda self, path: watched.append(path))
    server = LiveReloadServer(lambda: None, "localhost", 0, str(site.out))
    config.plugins.on_serve(server, config=config, builder=lambda: None)
    server.server_close()
    assert watched == [str(site.folder / "veeam.md"), str(site.folder / "mc.md")]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "# V\n\nx\n\n```bash\na\nb <acess-key>\n```\n",
            "'<acess-key>' in v.md, line 7, is not a known placeholder; did you mean "
            "'<access-key>'? ",
        ),
        ("# V\n\nx\n\n```bash\n<none>\n```\n", f"'<none>' in v.md, line 6, {UNKNOWN}. "),
        ("# V\n\nx\n\n```\n\n\n<none>\n```\n", f"'<none>' in v.md, line 8, {UNKNOWN}. "),
    ],
)
def test_an_unknown_slot_in_a_file_is_named_with_its_line(
    site: Site, caplog: pytest.LogCaptureFixture, text: str, message: str
) -> None:
    (site.folder / "v.md").write_text(text)
    with pytest.raises(Abort):
        site.build({**OPTIONS, "tabs": {"v": "v.md"}})
    assert told(caplog) == f"Plugin 'keyfill' option 'tabs.v': {message}{EXPECTED}"


YAML = """site_name: Aurora
plugins:
  - search
  - keyfill:
      regions: [Kna1]
      keystone_url: https://k.example/v3
      s3_endpoint: https://s.example
      tabs:
        veeam:
          label: Veeam
          steps:
            - lead: x
              text: ok
            - lead: y
              text: {text}
nav: !ENV [X, null]
"""


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("|\n                one\n                <buckt>", 17),
        ("'<buckt>'", 15),
        ('"one\\ntwo <buckt>"', 15),
    ],
)
def test_an_unknown_slot_in_the_options_is_named_with_its_line(
    site: Site, caplog: pytest.LogCaptureFixture, text: str, line: int
) -> None:
    from mkdocs.config import load_config

    (site.folder / "docs").mkdir()
    (site.folder / "mkdocs.yml").write_text(YAML.replace("{text}", text))
    config = load_config(str(site.folder / "mkdocs.yml"))
    with pytest.raises(Exception, match="is not a known placeholder") as caught:
        config.plugins.on_config(config)
    assert str(caught.value) == (
        f"Plugin 'keyfill' option 'tabs.veeam.steps[1].text': '<buckt>' in mkdocs.yml, "
        f"line {line}, is not a known placeholder; did you mean '<bucket>'? {EXPECTED}"
    )


FILE_FORM = "Expected: a heading, then paragraphs, each followed by a fenced code block."
STEP_FORM = "Expected: a mapping with lead, language, text and, optionally, copy_name."

ERRORS: list[tuple[Any, str, str]] = [
    ({"x": {"steps": [STEP] * 33}}, "tabs.x", "33 steps are too many. Expected: at most 32."),
    (
        {"x": {"steps": [{**STEP, "language": "b ash"}]}},
        "tabs.x.steps[0].language",
        "'b ash' is not a language name. Expected: a name such as bash.",
    ),
    (
        {"x": {"steps": [{**STEP, "text": "\n \n"}]}},
        "tabs.x.steps[0].text",
        "' ' is empty. Expected: the text that the reader copies, 1 to 16384 characters.",
    ),
    (
        {"x": {"steps": [{**STEP, "text": "a\u202eb"}]}},
        "tabs.x.steps[0].text",
        "'a\\u202eb' contains the control or invisible character U+202E. "
        "Expected: text without invisible characters.",
    ),
    (
        {"A b": {"steps": [STEP]}},
        "tabs.A b",
        "'A b' is not a valid tab id. Expected: at most 32 lowercase letters, digits and '-', "
        "beginning with a letter.",
    ),
    (
        {"x": 7},
        "tabs.x",
        "7 is not a mapping. Expected: a mapping with label and steps, or the path of a Markdown "
        "file, relative to the folder of the configuration.",
    ),
    ({"x": {"steps": []}}, "tabs.x.steps", "[] is empty. Expected: a list of steps."),
    ({"x": {"label": "X"}}, "tabs.x.steps", "it is missing. Expected: a list of steps."),
    (
        {"x": {"steps": [{"lead": "l"}]}},
        "tabs.x.steps[0]",
        f"{{'lead': 'l'}} has no text. {STEP_FORM}",
    ),
    (
        {"x": {"steps": [{**STEP, "langauge": "x"}]}},
        "tabs.x.steps[0].langauge",
        "'x' is set for an unknown option; did you mean 'language'? "
        "Expected: one of lead, language, text, copy_name, keyfill.",
    ),
    (
        {"x": {"steps": [{**STEP, "lead": " "}]}},
        "tabs.x.steps[0].lead",
        "'' is empty. Expected: text for the reader, 1 to 1000 characters.",
    ),
    (
        {"x": {"steps": [{**STEP, "keyfill": "of"}]}},
        "tabs.x.steps[0].keyfill",
        "'of' is not a valid value. Expected: off.",
    ),
    (
        {"x": "gone.md"},
        "tabs.x",
        "'gone.md' cannot be read: No such file or directory. Expected: a mapping with label and "
        "steps, or the path of a Markdown file, relative to the folder of the configuration.",
    ),
]


@pytest.mark.parametrize(("tabs", "option", "message"), ERRORS, ids=lambda value: str(value)[:40])
def test_a_wrong_tab_is_named(
    site: Site, caplog: pytest.LogCaptureFixture, tabs: Any, option: str, message: str
) -> None:
    with pytest.raises(Abort):
        site.build({**OPTIONS, "tabs": tabs})
    assert told(caplog) == f"Plugin 'keyfill' option '{option}': {message}"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("# A\n\nx\n\n```\ny\n", "line 5: the fence is not closed"),
        ("# A\n\n```\ny\n```\n", "line 3: the code has no paragraph before it"),
        ("# A\n\nx\n\n```\ny\n```\n\n# B\n", "line 9: a second heading"),
        ("# A\n\nx\n\n```\ny\n```\n\nz", "line 9: a paragraph has no code after it"),
        ("# A\n\n1. x\n\n    ```\n    y\n    ```\n", "line 3: a paragraph has no code after it"),
        ("# A\n\n<!-- b\n\nx\n", "line 3: the comment is not closed"),
        ("x\n\n```\ny\n```\n", "line 1: it has no heading"),
        ("# A\n", "line 1: it has no code"),
    ],
)
def test_a_file_that_is_no_tab_is_named_with_its_line(
    site: Site, caplog: pytest.LogCaptureFixture, text: str, message: str
) -> None:
    (site.folder / "v.md").write_text(text)
    with pytest.raises(Abort):
        site.build({**OPTIONS, "tabs": {"v": "v.md"}})
    assert told(caplog) == f"Plugin 'keyfill' option 'tabs.v': 'v.md', {message}. {FILE_FORM}"
