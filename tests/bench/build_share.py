"""The plugin's share of the time in which a site of 1,000 pages is built."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

from bench.table import Table
from generators.builders import QUIET
from generators.environments import environment

PAGES = 1_000
# Every tenth page has a panel; the others have slots, so the plugin offers one there.
PANEL_EVERY = 10
SHARE = 0.02
PAGE = """# Page {number}

What this page is for, in a sentence or two, as pages of documentation begin. It names `<region>`
and `{number}` in its text.
{panel}
## First

1. Do this, then that.
2. See [the page before](page{before}.md#second).

```bash
mc cp <file> <region>/<bucket>/<object> # step {number}
export AWS_ACCESS_KEY_ID="<access-key>"
```

!!! note
    Something to be aware of when one does this.

## Second

| Option | What it does |
| --- | --- |
| `--recursive` | all of it |
| `--dry-run` | none of it |

```python
client = boto3.client("s3", endpoint_url="<endpoint>", region_name="<region>")
for number in range({number}):
    client.upload_file("<file>", "<bucket>", f"<object>/{{number}}")
```

Some words that end the page, with **emphasis** here and there.
"""
PANEL = "\n```keyfill\n```\n"


def measure(table: Table, work: Path) -> None:
    """Build the site below `work`, with the slot engine and without, and add the lines."""
    shutil.rmtree(work, ignore_errors=True)
    _write(work)
    for extra, words in (((), "with the slot engine"), (("names",), "without it")):
        found = _samples(work, *extra)
        share = found["ours"] / found["samples"]
        table.line(
            f"share of the build of {PAGES:,} pages, {words} "
            f"({found['seconds']:.0f} s of processor time)",
            f"{share:.2%}",
            target=f"at most {SHARE:.0%}",
            met=share <= SHARE,
        )


def _samples(work: Path, *extra: str) -> dict[str, Any]:
    program = str(environment("mkdocs") / "bin" / "python")
    script = str(Path(__file__).with_name("build_samples.py"))
    done = subprocess.run(
        [program, script, "mkdocs.yml", *extra],
        cwd=work,
        check=True,
        stdout=subprocess.PIPE,
        env={**os.environ, **QUIET, "PYTHONPATH": ""},
    )
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def _write(work: Path) -> None:
    docs = work / "docs"
    docs.mkdir(parents=True)
    for number in range(PAGES):
        name = "index" if number == 0 else f"page{number}"
        before = number - 1 if number > 1 else 1
        panel = PANEL if number % PANEL_EVERY == 0 else ""
        text = PAGE.format(number=number, before=before, panel=panel)
        (docs / f"{name}.md").write_text(text)
    region = {
        "keystone_url": "https://keystone.example.org/v3",
        "s3_endpoint": "https://s3.example.org",
    }
    config = {
        "site_name": "A thousand pages",
        "site_url": "https://docs.example.org/",
        "theme": {"name": "material", "font": False},
        "plugins": {"search": {}, "keyfill": {"brand": "Bench", "regions": {"Kna1": region}}},
        "markdown_extensions": {
            "admonition": {},
            "tables": {},
            "pymdownx.highlight": {},
            "pymdownx.superfences": {},
        },
    }
    # JSON is YAML too.
    (work / "mkdocs.yml").write_text(json.dumps(config))
