"""A site of the version before builds as it is, and its log says what changed."""

import logging

import pytest

from mkdocs_keyfill.generators import changes
from written_site import FENCE, OPTIONS, Site

BEFORE = {
    **OPTIONS,
    "brand": "Aurora",
    "regions": ["Kna1", "Fra1"],
    "signing_region": "{region}",
    "region": "Fra1",
    "clients": ["aws", "mc", "own"],
    "sign_in": ["token", "password"],
    "domain": "Default",
    "idle_minutes": 30,
    "catalog_endpoints": True,
    "deletion_delay": 60,
    "slots": {"bucket": {"names": ["bucket", "container"], "label": "Bucket"}},
    "remember_values": True,
    "copy_buttons": False,
    "offer": True,
    "tabs": {"own": {"label": "Own", "steps": [{"lead": "Type.", "text": "<access-key>"}]}},
    "texts": {"sign-out": "Leave"},
}

PAGE = f"""# Keys

{FENCE}
```bash
aws --endpoint-url <endpoint> s3 ls s3://<container>
```
"""


def test_each_change_is_said_once(
    site: Site, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(changes, "_said", set())
    with caplog.at_level(logging.INFO, "mkdocs"):
        for _ in range(2):  # As `mkdocs serve` does.
            site.write("other.md", PAGE.replace(FENCE, ""))
            site.build(BEFORE, page=PAGE)
    said = [record for record in caplog.records if "changed: " in record.getMessage()]
    assert [record.getMessage().removeprefix("mkdocs_keyfill: ") for record in said] == [
        *changes.CHANGES
    ]
    assert {record.levelname for record in said} == {"INFO"}
    assert not [record for record in caplog.records if record.levelno > logging.INFO]


@pytest.mark.parametrize(
    "word",
    [
        "<!-- keyfill: sure -->",
        "a page without a panel offers one",
        "keyfill.js",
        "pymdown-extensions",
    ],
)
def test_what_an_author_must_know_is_among_them(word: str) -> None:
    assert [change for change in changes.CHANGES if word in change]
