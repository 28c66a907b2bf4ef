"""What a reader copies from a client's file, with the values of this run.

This stands in for native code until that makes the golden files of every client: it puts values
where the slots are, and quotes nothing. So the values here are such as need no quotes anywhere.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from urllib.parse import urlsplit

from mkdocs_keyfill.clients import built_in, client_slots
from mkdocs_keyfill.clients.client import USUAL_STORE
from mkdocs_keyfill.clients.client_file import ClientFile, WrittenBlock

from .build import default_slots
from .copied import Values

BUCKET, FILE = "photos-of-july", "july.bin"


@dataclass(frozen=True)
class Copied:
    """What is copied from a step, and what the step is."""

    section: str
    step: str
    language: str
    text: str


@cache
def file(client: str) -> ClientFile:
    """Read the file of a client."""
    return built_in.read(client, client_slots.for_clients((), default_slots()))


def shells(client: str) -> list[str]:
    """List the shells that a client can be set up in."""
    blocks = [b for step in file(client).steps if step.section == "set-up" for b in step.blocks]
    return list(dict.fromkeys(shell for block in blocks for shell in block.shells))


def copied(
    client: str,
    values: Values,
    *sections: str,
    shell: str = "posix",
    form: str = "prompt",
    bucket: str = BUCKET,
) -> list[Copied]:
    """Return what a reader copies from some sections, step after step."""
    return [
        Copied(step.section, str(step.id), block.fence.language, fill(block, values, bucket))
        for step in file(client).steps
        if step.section in sections
        for block in step.blocks
        if block.form in (None, form) and (not block.shells or shell in block.shells)
        if USUAL_STORE.issuperset(block.store)
    ]


def fill(block: WrittenBlock, values: Values, bucket: str = BUCKET) -> str:
    """Put values into the text of a block."""
    slots = slots_of(values, bucket)
    return re.sub(r"<([a-z0-9-]+)>", lambda found: slots.get(found[1], found[0]), block.fence.text)


def slots_of(values: Values, bucket: str = BUCKET) -> dict[str, str]:
    """Return the value of each slot."""
    address = urlsplit(f"https://{values.host}")
    return {
        "access-key": values.access,
        "secret-key": values.secret,
        "region": values.region,
        "profile": values.region.lower(),
        "signing-region": values.region,
        "endpoint": f"https://{values.host}",
        "s3-host": values.host,
        "s3-hostname": str(address.hostname),
        "s3-port": str(address.port or 443),
        "scheme": "https",
        "use-https": "true",
        "keystone-url": values.keystone,
        "project-id": values.project,
        "user-id": values.user,
        "addressing": "path",
        "path-style": "true",
        "bucket-lookup": "path",
        "mc-path": "on",
        "checksums": "when_required",
        "bucket": bucket,
        "object": FILE,
        "file": FILE,
    }
