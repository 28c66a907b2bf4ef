"""Installs the generators below `target/`, each in an environment of its own, with the plugin.

The plugin comes as users get it: as the wheel that `make wheel` would make, from the assets that
are in the checkout.
"""

from __future__ import annotations

import hashlib
import subprocess
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from venvs import ROOT, VENVS, InstallError, venv

NAMES = ("mkdocs", "properdocs", "zensical")
# MkDocs, with the lowest version of everything that the plugin admits.
LOWEST = "lowest"
PLUGIN = ROOT / "mkdocs-plugin"
WHEELS = ROOT / "target" / "generators" / "wheel"
# Scripts that the built-in themes load from a CDN: a browser of the tests reaches none.
NODE = ROOT / "target" / "generators" / "node"
LOCKED_SCRIPTS = ("package.json", "package-lock.json")


def environment(name: str) -> Path:
    """Return the directory of the environment with the generator `name`, or with `LOWEST`."""
    return VENVS / _lock(name)


def _lock(name: str) -> str:
    return name if name == LOWEST else f"generators-{name}"


def install() -> None:
    """Bring every generator, or raise an InstallError that names the one that is missing."""
    # Side by side: most of this is waiting for the network and the disk.
    names = (*NAMES, LOWEST)
    with ThreadPoolExecutor(len(names) + 1) as pool:
        scripts = pool.submit(_install_scripts)
        list(pool.map(lambda name: venv(_lock(name)), names))
        scripts.result()
    wheel = _build_wheel()
    for name in names:
        _install_wheel(name, wheel)


def _build_wheel() -> Path:
    """Build the wheel each time: it takes a second, and whether it is new cannot be guessed."""
    WHEELS.mkdir(parents=True, exist_ok=True)
    for old in WHEELS.glob("*.whl"):
        old.unlink()
    python = VENVS / "tests" / "bin" / "python"
    build = ("-m", "build", "--wheel", "--no-isolation", "--outdir", str(WHEELS), str(PLUGIN))
    _run([str(python), *build])
    (wheel,) = WHEELS.glob("*.whl")
    return wheel


def _install_wheel(name: str, wheel: Path) -> None:
    directory = environment(name)
    stamp = directory / "plugin"
    wanted = hashlib.sha256(wheel.read_bytes()).hexdigest()
    if stamp.is_file() and stamp.read_text() == wanted:
        return
    print(f"{directory.name}: installing {wheel.name}", flush=True)
    pip = [str(directory / "bin" / "python"), "-m", "pip", "--disable-pip-version-check", "-q"]
    # What it depends on is in the lock.
    _run([*pip, "install", "--no-deps", "--no-index", "--force-reinstall", str(wheel)])
    stamp.write_text(wanted)


def _install_scripts() -> None:
    source = Path(__file__).with_name("node")
    wanted = b"".join((source / name).read_bytes() for name in LOCKED_SCRIPTS)
    stamp = NODE / "complete"
    if stamp.is_file() and stamp.read_bytes() == wanted:
        return
    NODE.mkdir(parents=True, exist_ok=True)
    for name in LOCKED_SCRIPTS:
        (NODE / name).write_bytes((source / name).read_bytes())
    quiet = ("--no-audit", "--no-fund", "--no-update-notifier", "--loglevel=error")
    _run(["npm", "ci", "--ignore-scripts", *quiet], NODE)
    stamp.write_bytes(wanted)


def _run(command: list[str], directory: Path | None = None) -> None:
    done = subprocess.run(command, cwd=directory, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise InstallError(f"this failed: {' '.join(command)}\n{done.stdout}{done.stderr}")
