"""Fetches single packages of Debian 13 on a Debian 12, without changing anything of the system's.

apt gets a configuration of its own: sources, state and cache below `target/`.
It still checks every package against the distribution's signing key.
"""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Iterable
from pathlib import Path

from venvs import InstallError

KEYRING = Path("/usr/share/keyrings/debian-archive-keyring.gpg")
APT = Path("/etc/apt")
SUITE = "trixie"


def unpack(packages: Iterable[str], directory: Path, work: Path) -> None:
    """Fetch `packages` and unpack their files into `directory`; no maintainer script runs."""
    configuration = _private_configuration(work)
    environment = {**os.environ, "APT_CONFIG": str(configuration), "LC_ALL": "C"}
    downloads = work / "downloads"
    downloads.mkdir(exist_ok=True)
    for deb in downloads.glob("*.deb"):
        deb.unlink()
    _run(["apt-get", "-qq", "update"], environment, work)
    _run(["apt-get", "-qq", "download", *packages], environment, downloads)
    for deb in sorted(downloads.glob("*.deb")):
        _run(["dpkg-deb", "-x", str(deb), str(directory)], environment, work)


def _private_configuration(work: Path) -> Path:
    if not KEYRING.is_file():
        raise InstallError(f"{KEYRING} is missing: install the package debian-archive-keyring")
    sources = work / "sources.list.d"
    for made in (sources, work / "state" / "lists" / "partial", work / "cache"):
        made.mkdir(parents=True, exist_ok=True)
    (sources / "trixie.sources").write_text(
        f"Types: deb\nURIs: {mirror()}\nSuites: {SUITE}\nComponents: main\nSigned-By: {KEYRING}\n"
    )
    configuration = work / "apt.conf"
    configuration.write_text(
        f"""Dir::Etc::SourceList "/dev/null";
Dir::Etc::SourceParts "{sources}";
Dir::State "{work}/state";
Dir::State::Status "/dev/null";
Dir::Cache "{work}/cache";
Acquire::Languages "none";
Acquire::IndexTargets::deb::DEP-11::DefaultEnabled "false";
APT::Sandbox::User "";
#clear APT::Update::Post-Invoke;
#clear APT::Update::Post-Invoke-Success;
"""
    )
    return configuration


def mirror() -> str:
    """Return the archive this machine already gets Debian from."""
    for lines in sorted(APT.glob("sources.list")) + sorted(APT.glob("sources.list.d/*.list")):
        if found := _mirror_of_lines(lines.read_text()):
            return found
    for paragraphs in sorted(APT.glob("sources.list.d/*.sources")):
        if found := _mirror_of_paragraphs(paragraphs.read_text()):
            return found
    raise InstallError(
        "apt has no source for bookworm main: mc and aws v2 are taken from the next Debian, "
        "from the same mirror. Install them yourself, or run on Debian 12."
    )


def _mirror_of_lines(text: str) -> str | None:
    found = re.search(r"^deb\s+(?:\[[^\]]*\]\s+)?(\S+)\s+bookworm\s+.*\bmain\b", text, re.M)
    return found[1] if found else None


def _mirror_of_paragraphs(text: str) -> str | None:
    for paragraph in re.split(r"\n\s*\n", text):
        fields = dict(re.findall(r"^([A-Za-z-]+):[ \t]*(.*)$", paragraph, re.M))
        if "bookworm" in fields.get("Suites", "").split():
            return str(fields["URIs"].split()[0])
    return None


def _run(command: list[str], environment: dict[str, str], directory: Path) -> None:
    try:
        subprocess.run(command, check=True, env=environment, cwd=directory)
    except (OSError, subprocess.CalledProcessError) as error:
        raise InstallError(f"this failed: {' '.join(command)}\n{error}") from error
