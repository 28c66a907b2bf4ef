"""A site is built with the lowest versions that the plugin admits."""

from __future__ import annotations

import os
import re
import subprocess
import tomllib
from pathlib import Path

from venvs import LOCKS

from .environments import LOWEST, PLUGIN, environment

MKDOCS_YML = """\
site_name: Aurora
theme: mkdocs
markdown_extensions: [attr_list, pymdownx.tabbed]
plugins:
  - search
  - keyfill:
      regions: [Kna1, Fra1]
      keystone_url: https://{region}.cloud.example:5000/v3
      s3_endpoint: https://s3-{region}.cloud.example:8080
      tabs:
        copy:
          label: Copy
          steps:
            - {lead: Copy a file., text: "aws s3 cp <file> s3://<bucket>/", language: bash}
"""

PAGE = """\
# Keys

```keyfill
```

```bash
aws --endpoint-url <endpoint> s3 ls s3://<bucket>
```
"""


def test_a_site_builds_with_the_lowest_versions(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "index.md").write_text(PAGE)
    (tmp_path / "docs" / "other.md").write_text(PAGE.replace("```keyfill\n```\n", ""))
    (tmp_path / "mkdocs.yml").write_text(MKDOCS_YML)
    mkdocs = environment(LOWEST) / "bin" / "mkdocs"
    done = subprocess.run(
        [str(mkdocs), "build", "--strict"],
        cwd=tmp_path,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    page = (tmp_path / "site" / "index.html").read_text()
    assert "<keyfill-panel" in page
    assert 'class="language-bash' in page
    assert "<keyfill-panel" in (tmp_path / "site" / "other" / "index.html").read_text()


def test_the_lowest_versions_are_the_floors() -> None:
    """What is tried is what is promised: a floor that moves takes the lock along."""
    project = tomllib.loads((PLUGIN / "pyproject.toml").read_text())["project"]
    promised = [*project["dependencies"], *project["optional-dependencies"]["mkdocs"]]
    floors = dict(re.findall(r"^([\w-]+)>=([\d.]+)", "\n".join(promised), re.M))
    lock = (LOCKS / f"{LOWEST}.txt").read_text().lower()
    # pip freeze writes a name as its package does, and to PyPI both are the same.
    locked = {
        name.replace("_", "-"): version
        for name, version in re.findall(r"^([\w-]+)==(\S+)", lock, re.M)
    }
    assert len(floors) == len(promised)
    assert {name: _release(locked[name]) for name in floors} == {
        name: _release(version) for name, version in floors.items()
    }


def _release(version: str) -> tuple[int, ...]:
    """1.6 and 1.6.0 are the same."""
    return tuple(int(part) for part in f"{version}.0.0".split(".")[:3])
