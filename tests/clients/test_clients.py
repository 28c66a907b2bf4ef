"""Each client starts, and is new enough for what the snippets say."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from clients import AWS_V1, AWS_V2, BIN, PYTHON


def output(*command: str | Path) -> str:
    return subprocess.run(
        command, check=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    ).stdout


@pytest.mark.parametrize(
    ("program", "wanted"),
    [
        pytest.param(AWS_V1 / "aws", r"aws-cli/1\.(29|[3-9]\d)\.", id="aws v1"),
        pytest.param(AWS_V2 / "aws", r"aws-cli/2\.(1[3-9]|[2-9]\d)\.", id="aws v2"),
        pytest.param(BIN / "mc", r"^mc version ", id="mc"),
        pytest.param(BIN / "rclone", r"^rclone v1\.", id="rclone"),
        pytest.param(BIN / "s3cmd", r"^s3cmd version 2\.4\.", id="s3cmd"),
    ],
)
def test_program_prints_its_version(program: Path, wanted: str) -> None:
    assert re.search(wanted, output(program, "--version"))


def test_boto3_knows_the_checksum_options() -> None:
    version = output(PYTHON, "-c", "import botocore; print(botocore.__version__)")
    major, minor, _ = version.split(".")
    assert (int(major), int(minor)) >= (1, 36)
