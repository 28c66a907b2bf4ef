"""What is wrong with an author's clients, overrides and store is named, in files with its line."""

from dataclasses import replace
from typing import Any

import pytest
from mkdocs.exceptions import Abort

from mkdocs_keyfill.rules import LIMITS
from written_site import OPTIONS, Site, told

CLIENT = "# V\n\n## Use\n\nUse.\n\n```bash\nv\n```\n"

ERRORS: list[tuple[dict[str, Any], str, str]] = [
    (
        {"client_overrides": {"mcc": "x.md"}},
        "client_overrides.mcc",
        "'mcc' is not a known client; did you mean 'mc'? Expected: one of aws, mc, s3cmd, files.",
    ),
    (
        {"client_overrides": {"mc": "gone.md"}},
        "client_overrides.mc",
        "'gone.md' cannot be read: No such file or directory. Expected: the path of a Markdown "
        "file, relative to the folder of the configuration.",
    ),
    (
        {"client_overrides": {"mc": {}}},
        "client_overrides.mc",
        "{} is not text. Expected: text; put it in quotes if YAML reads it as something else.",
    ),
    (
        {"client_overrides": {"mc": "no-step.md"}},
        "client_overrides.mc",
        "'no-step.md', line 3: 'step-usee' is not a step of mc under Use; did you mean 'step-use'? "
        "Expected: one of step-use.",
    ),
    (
        {"client_overrides": {"mc": "no-section.md"}},
        "client_overrides.mc",
        "'no-section.md', line 3: 'x' is not a step of mc under Check. Expected: a section that "
        "the client has.",
    ),
    (
        {"client_overrides": {"mc": "mc.md"}, "tabs": {"mc": "client.md"}},
        "client_overrides.mc",
        "'mc' is replaced by a tab. Expected: one of the two options.",
    ),
    (
        {"tabs": {"v": "client.md", "w": "client.md"}},
        "tabs.w",
        "'client.md', line 1: 'V' is also the label of 'v'. Expected: another label.",
    ),
    (
        {"tabs": {"v": "named-mc.md"}},
        "tabs.v",
        "'named-mc.md', line 1: 'mc' is also the label of 'mc'. Expected: another label.",
    ),
    (
        {"tabs": {"v": "nameless.md"}},
        "tabs.v",
        "'nameless.md', line 1: it has no heading. Expected: a heading, then sections with "
        "paragraphs, each with its id below it, followed by fenced code blocks.",
    ),
    (
        {"store": {"adressing": "path"}},
        "store.adressing",
        "'path' is set for an unknown option; did you mean 'addressing'? "
        "Expected: one of addressing, checksums.",
    ),
    (
        {"store": {"addressing": "virtul"}},
        "store.addressing",
        "'virtul' is not a valid value; did you mean 'virtual'? Expected: one of path, virtual.",
    ),
    (
        {"store": "path"},
        "store",
        "'path' is not a mapping. Expected: a mapping with any of addressing, checksums.",
    ),
]


@pytest.mark.parametrize(("options", "option", "message"), ERRORS, ids=lambda v: str(v)[:50])
def test_what_is_wrong_is_named(
    site: Site,
    caplog: pytest.LogCaptureFixture,
    options: dict[str, Any],
    option: str,
    message: str,
) -> None:
    for name, text in {
        "mc.md": CLIENT.replace("# V\n\n", "").replace("Use.\n", "Use.\n{: #step-use }\n"),
        "client.md": CLIENT,
        "named-mc.md": CLIENT.replace("# V", "# mc"),
        "nameless.md": "## Check\n\n## Use\n\nUse.\n\n```bash\nv\n```\n",
        "no-step.md": "## Use\n\nA.\n{: #step-usee }\n\n```bash\nx\n```\n",
        "no-section.md": "## Check\n\nA.\n{: #x }\n\n```bash\nx\n```\n",
    }.items():
        (site.folder / name).write_text(text)
    with pytest.raises(Abort):
        site.build({**OPTIONS, **options})
    assert told(caplog) == f"Plugin 'keyfill' option '{option}': {message}"


def test_too_many_clients_are_refused(
    site: Site, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    few = replace(LIMITS, clients=2)
    monkeypatch.setattr("mkdocs_keyfill.options.settings.LIMITS", few)
    with pytest.raises(Abort):
        site.build(OPTIONS)
    assert told(caplog) == (
        "Plugin 'keyfill' option 'clients': ['aws', 'mc', 's3cmd'] has 3 clients. "
        "Expected: at most 2."
    )
