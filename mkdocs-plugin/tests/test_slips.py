"""Slips that would else be silent: a page that is filled although its author said no, or is not."""

from typing import Any

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort

from mkdocs_keyfill.command import main
from written_site import FENCE, MKDOCS_YML, OPTIONS, STATIC, Site, one

SLOT = "```bash\nmc ls <region>\n```\n"
IDS = ", ".join(slot.id for slot in STATIC.slots)
COMMENT = (
    "<!-- keyfill: off --> or <!-- keyfill: sure -->, optionally followed by placeholders, as in "
    "<!-- keyfill: off region bucket -->."
)
VALUE = (
    'data-keyfill="off" or data-keyfill="sure", optionally followed by placeholders, as in '
    'data-keyfill="off region bucket".'
)

SLIPS = [
    ("a\n\n```keyfil\n```\n", "fence in 'index.md', line 3: 'keyfil' is not a known fence."),
    ("```{.KeyFill}\n```\n", "fence in 'index.md', line 1: 'KeyFill' is not a known fence."),
    (
        f"---\na: b\n---\n# x\n\n<!-- keyfil: off -->\n{SLOT}",
        f"comment in 'index.md', line 6: 'keyfil: off' is not valid. Expected: {COMMENT}",
    ),
    (
        f"<!-- keyfill off -->\n{SLOT}",
        f"comment in 'index.md', line 1: 'keyfill off' is not valid. Expected: {COMMENT}",
    ),
    (
        '```{.bash data-keyfill="of"}\n<region>\n```\n',
        f"attribute in 'index.md', line 1: 'of' is not valid. Expected: {VALUE}",
    ),
    (
        f"<!-- keyfil: sure -->\n{SLOT}",
        f"comment in 'index.md', line 1: 'keyfil: sure' is not valid. Expected: {COMMENT}",
    ),
    (
        f"<!-- keyfill: off region; shure -->\n{SLOT}",
        f"comment in 'index.md', line 1: 'off region; shure' is not valid. Expected: {COMMENT}",
    ),
    (
        f'<div data-keyfill="off regoin" markdown>\n\n{SLOT}\n</div>\n',
        "attribute in 'index.md', line 1: 'regoin' is not a known placeholder; did you mean "
        "'region'? "
        f"Expected: some of {IDS}.",
    ),
    # The browser knows the id `host`, and the name `s3-host` in any form.
    (
        f'<div data-keyfill="off HOST" markdown>\n\n{SLOT}\n</div>\n',
        "attribute in 'index.md', line 1: 'HOST' is not a known placeholder; did you mean 'host'? "
        f"Expected: some of {IDS}.",
    ),
    (
        f"---\nkeyfill: fasle\n---\n{SLOT}",
        "front matter of 'index.md', line 2: 'fasle' is not valid. "
        "Expected: keyfill: false, keyfill: sure, or nothing.",
    ),
]


@pytest.mark.parametrize(("page", "message"), SLIPS)
def test_a_slip_in_a_page_is_named_with_its_line(
    site: Site, caplog: pytest.LogCaptureFixture, page: str, message: str
) -> None:
    with pytest.raises(Abort):
        site.build(page=page, markdown_extensions=["md_in_html"])
    assert caplog.messages[-1].startswith(f"Plugin 'keyfill' {message}")


@pytest.mark.parametrize(
    "page",
    [
        f"---\nkeyfill: true\n---\n{SLOT}",
        f"---\nkeyfill:\n---\n{SLOT}",
        f"<!-- keyfill is at work on this page -->\n{SLOT}",
        f'<div data-keyfill="off host, Bucket-Name">\n\n{SLOT}\n</div>\n',
        f'{SLOT}\n```\n<b data-keyfill="of">\n<!-- keyfill off -->\n```\n',
        f"{SLOT}\n```kotlin\nx\n```\n\n```conf\ny\n```\n",
    ],
)
def test_what_is_no_slip_passes(site: Site, page: str) -> None:
    assert site.build(page=page).select("[data-offer]")


def test_a_slot_may_be_left_alone_by_its_id(site: Site) -> None:
    page = site.build(page="<!-- keyfill: off <Host> -->\n```bash\n<s3-host>\n```\n")
    assert page.select('[data-keyfill="off host"]') and not page.select("[data-offer]")


@pytest.mark.parametrize(
    ("more", "path", "lines"),
    [
        ("      slots:\n        bucket: [a]\n        bucket: [b]\n", "slots.bucket", (9, 10)),
        ("      tabs:\n        x: a.md\n\n        x: b.md\n", "tabs.x", (9, 11)),
        ("      brand: a\n      brand: b\n", "brand", (8, 9)),
    ],
)
def test_what_stands_twice_is_named_with_both_lines(
    site: Site,
    caplog: pytest.LogCaptureFixture,
    capsys: pytest.CaptureFixture[str],
    more: str,
    path: str,
    lines: tuple[int, int],
) -> None:
    message = (
        f"Plugin 'keyfill' option '{path}': it is in mkdocs.yml twice, "
        f"on lines {lines[0]} and {lines[1]}. Expected: each key once."
    )
    fails(site, MKDOCS_YML + more, message, caplog, capsys)
    (site.folder / "mkdocs.yml").rename(site.folder / "base.yml")
    message = message.replace("mkdocs.yml", "base.yml")
    fails(site, "INHERIT: base.yml\n", message, caplog, capsys)


def test_a_plugin_that_is_listed_twice_is_refused(
    site: Site, caplog: pytest.LogCaptureFixture, capsys: pytest.CaptureFixture[str]
) -> None:
    message = "Plugin 'keyfill': it is listed twice. Expected: once, with all of its options."
    _, _, entry = MKDOCS_YML.partition("plugins:\n")
    fails(site, MKDOCS_YML + entry, message, caplog, capsys)


def fails(
    site: Site,
    config: str,
    message: str,
    caplog: pytest.LogCaptureFixture,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Check that a build and the command end with the same message."""
    site.write("index.md", FENCE)
    file = site.folder / "mkdocs.yml"
    file.write_text(config)
    with pytest.raises(Abort):
        build(load_config(str(file)))
    assert caplog.messages[-1] == message
    capsys.readouterr()
    assert main(["config", "-f", str(file)]) == 1
    assert capsys.readouterr().err == f"keyfill: {message}\n"


TAB = "# Veeam\n\nx\n\n```\n<region>\n```\n"


@pytest.mark.parametrize("source", [TAB.encode("utf-8-sig"), TAB.replace("\n", "\r\n").encode()])
def test_a_file_of_a_tab_may_come_from_windows(site: Site, source: bytes) -> None:
    (site.folder / "v.md").write_bytes(source)
    page = site.build({**OPTIONS, "tabs": {"v": "v.md"}})
    assert page.select("label")[-1].text == "Veeam"


FORM = "a mapping with label and steps, or the path of a Markdown file"
GONE = "cannot be read: No such file or directory; did you mean 'tabs/veeam.md'?"


@pytest.mark.parametrize(
    ("tab", "message"),
    [
        ("tabs/veem.md", f"'tabs/veem.md' {GONE}"),
        ("tabs\\veeam.md", f"'tabs\\\\veeam.md' {GONE}"),
        ("latin.md", "'latin.md' is not UTF-8. Expected: a Markdown file in UTF-8."),
        (None, f"it has no value. Expected: {FORM}"),
        ({"label": "x"}, "it is missing. Expected: a list of steps."),
        ({"label": "x", "steps": None}, "it has no value. Expected: a list of steps."),
    ],
)
def test_a_tab_that_is_not_there_is_named(
    site: Site, caplog: pytest.LogCaptureFixture, tab: Any, message: str
) -> None:
    (site.folder / "tabs").mkdir()
    (site.folder / "tabs/veeam.md").write_text(TAB)
    (site.folder / "latin.md").write_bytes(TAB.replace("x", "å").encode("latin-1"))
    with pytest.raises(Abort):
        site.build({**OPTIONS, "tabs": {"v": tab}})
    assert message in caplog.messages[-1]


@pytest.mark.parametrize("off", [False, [], {"names": []}])
def test_only_a_slot_that_exists_can_be_turned_off(
    site: Site, caplog: pytest.LogCaptureFixture, off: Any
) -> None:
    with pytest.raises(Abort):
        site.build({**OPTIONS, "slots": {"sever": off}})
    assert "turns off a slot that does not exist; did you mean 'server'?" in caplog.messages[-1]


HOOK = """
from mkdocs.plugins import event_priority

@event_priority(-100)
def on_files(files, config):
    assert all(file.abs_src_path for file in files)
"""


def test_other_plugins_see_only_files_that_have_a_path(site: Site) -> None:
    """And the next language finds what the one before has put into the configuration."""
    (site.folder / "hook.py").write_text(HOOK)
    site.write("index.md", FENCE)
    config = site.load(hooks=[str(site.folder / "hook.py")])
    build(config)
    build(config)
    html = (site.out / "index.html").read_text()
    assert html.count("keyfill.js") == html.count("keyfill.css") == 1


def test_a_hook_may_bring_what_the_options_name(site: Site) -> None:
    hook = site.folder / "hook.py"
    hook.write_text("def on_config(config):\n    config.extra['brand'] = 'Hooked'\n")
    page = site.build({**OPTIONS, "brand": "{{ brand }}"}, hooks=[str(hook)])
    assert '"brand":"Hooked"' in str(one(page, "keyfill-panel")["data-config"])
