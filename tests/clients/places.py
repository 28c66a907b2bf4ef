"""What is in a home before and after, and what else must trust the store of the tests."""

from __future__ import annotations

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


def run_with_python(home: Path, texts: Sequence[str]) -> list[str]:
    """Save programs in a home, and return the commands that run them there."""
    for at, text in enumerate(texts):
        (home / f"part{at}.py").write_text(text)
    return [f"python3 part{at}.py" for at in range(len(texts))]
