"""What is in a home before and after, and what else must trust the store of the tests."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path


def trust_more(ca_file: Path) -> dict[str, str]:
    """Return the environment that makes curl, s3fs and Node trust `ca_file`."""
    return {"CURL_CA_BUNDLE": str(ca_file), "NODE_EXTRA_CA_CERTS": str(ca_file)}


def snapshot(home: Path, but: Sequence[str] = ()) -> dict[str, bytes]:
    """Return the files of a home by their paths, but for those whose path begins with some."""
    files = (path for path in home.rglob("*") if path.is_file())
    found = {str(path.relative_to(home)): path.read_bytes() for path in files}
    return {name: text for name, text in found.items() if not name.startswith(tuple(but))}


def with_text(home: Path, text: str) -> list[str]:
    """Return the paths of the files that hold `text`."""
    return [name for name, content in snapshot(home).items() if text.encode() in content]


def with_old_names(text: str) -> str:
    """Rewrite a backend for Terraform 0.15: today's names came with 1.6."""
    text = re.sub(r"endpoints = \{ s3 = (.*) \}", r"endpoint = \1", text)
    text = text.replace("use_path_style  ", "force_path_style")
    return re.sub(r"\n +skip_(requesting_account_id|s3_checksum) .*", "", text)
