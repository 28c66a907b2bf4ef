"""What a reader copies from a client's file: the core itself fills it in, as it does in a page.

The program that is asked is `tests/client_files/fill.rs`. What the core does not admit, it refuses.
"""

from __future__ import annotations

import json
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from mkdocs_keyfill.clients import built_in, client_slots
from mkdocs_keyfill.clients.client_file import ClientFile

from .build import default_slots
from .copied import Values

ROOT = Path(__file__).resolve().parents[2]
FILL = ROOT / "target" / "debug" / "examples" / "fill"
BUCKET, FILE = "photos-of-july", "july.bin"
POSIX = ("bash", "dash", "zsh")

Json = dict[str, Any]


@dataclass(frozen=True)
class Copied:
    """What is copied from a step, and what the step is."""

    section: str
    language: str
    text: str
    # Whether nothing in it is left to the reader.
    is_filled: bool


@cache
def file(client: str) -> ClientFile:
    """Read the file of a client."""
    return built_in.read(client, client_slots.for_clients((), default_slots()))


def shells(client: str) -> list[str]:
    """List the shells that a client can be set up in, by their names in its file."""
    blocks = [b for step in file(client).steps if step.section == "set-up" for b in step.blocks]
    return list(dict.fromkeys(shell for block in blocks for shell in block.shells))


def copied(
    client: str,
    values: Values,
    *sections: str,
    shell: str = "posix",
    form: str = "prompt",
    bucket: str = BUCKET,
    file: str = FILE,
) -> list[Copied]:
    """Return what a reader copies from some sections, step after step."""
    own = {"bucket": bucket, "object": file, "file": file}
    return ask([request(client, values, sections, shell, form, own)])[0]


def request(
    client: str,
    values: Values,
    sections: Sequence[str],
    shell: str,
    form: str,
    own: dict[str, str],
) -> Json:
    """Ask for the steps of some sections."""
    region = {
        "name": values.region,
        "keystone_url": values.keystone,
        "s3_endpoint": f"https://{values.host}",
    }
    key = {name: getattr(values, name) for name in ("access", "secret", "project", "user")}
    return {
        "client": client,
        "shell": "posix" if shell in POSIX else shell,
        "form": form,
        "sections": sections,
        "config": {"brand": "Aurora", "regions": [region]},
        "key": key,
        "own": own,
    }


def ask(requests: Sequence[Json]) -> list[list[Copied]]:
    """Let the core answer all of them; one process does."""
    text = json.dumps(requests)
    done = subprocess.run([program()], input=text, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return [[Copied(**step) for step in steps] for steps in json.loads(done.stdout)]


@cache
def program() -> Path:
    """Build the program that is asked, unless that is done."""
    build = ["cargo", "build", "--locked", "--quiet", "--example", "fill"]
    done = subprocess.run(build, cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return FILL
