"""Two pages with very many blocks: one for Keyfill, one for mkdocs-placeholder-plugin.

Both have the same blocks, made by the same generator and theme; only what stands for a value is
written as each of the two has it.
"""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from generators.builders import QUIET
from generators.environments import environment

BLOCKS = 2_000
SLOTS_OF_A_BLOCK = 5
SLOTS = BLOCKS * SLOTS_OF_A_BLOCK
NAMES = ("file", "region", "bucket", "object", "access-key")
# The value that the reader gives, and the name that gets it.
VALUE = "my-bucket-2026"

# A line of each kind that documentation has: a bare word, a path, a quoted word, a comment.
BLOCK = """```bash
mc cp {file} {region}/{bucket}/{object} # block {number}
export AWS_ACCESS_KEY_ID="{access-key}"
```
"""


def keyfill_page() -> str:
    """The page with slots; its panel is the one way to sign in on it."""
    slots = {name: f"<{name}>" for name in NAMES}
    return f"# Many\n\n```keyfill\n```\n\n{_blocks(slots)}"


def placeholder_page() -> str:
    """The page with placeholders, in the form that the plugin replaces by default."""
    return f"# Many\n\n{_blocks({name: f'x{placeholder(name)}x' for name in NAMES})}"


def placeholder(name: str) -> str:
    """The plugin's name for a slot."""
    return name.replace("-", "_").upper()


def build_placeholder_site(work: Path) -> Path:
    """Build the site for mkdocs-placeholder-plugin below `work`, and return it."""
    (work / "docs").mkdir(parents=True)
    values = {placeholder(name): f"my-{name}" for name in NAMES}
    (work / "placeholder-plugin.yaml").write_text(json.dumps({"placeholders": values}))
    return build(work, placeholder_page(), {"placeholder": {}})


def build_keyfill_site(work: Path, options: Mapping[str, Any]) -> Path:
    """Build the site for Keyfill below `work` with these options, and return it."""
    (work / "docs").mkdir(parents=True)
    return build(work, keyfill_page(), {"keyfill": dict(options)})


def build(work: Path, page: str, plugins: Mapping[str, Any]) -> Path:
    """Build a site of one page."""
    config = {
        "site_name": "Many",
        "theme": {"name": "material", "font": False},
        "plugins": plugins,
        "markdown_extensions": {"pymdownx.highlight": {}, "pymdownx.superfences": {}},
    }
    (work / "docs" / "index.md").write_text(page)
    (work / "mkdocs.yml").write_text(json.dumps(config))
    program = environment("mkdocs") / "bin" / "mkdocs"
    command = [str(program), "build", "--quiet", "-f", "mkdocs.yml"]
    subprocess.run(command, cwd=work, check=True, env={**os.environ, **QUIET})
    return work / "site"


def _blocks(slots: Mapping[str, str]) -> str:
    blocks = []
    for number in range(BLOCKS):
        block = BLOCK.replace("{number}", str(number))
        for name, written in slots.items():
            block = block.replace(f"{{{name}}}", written)
        blocks.append(block)
    return "\n".join(blocks)
