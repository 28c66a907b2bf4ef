"""Makes the virtual environments under `target/venv` from the lock files in `tests/requirements`.

A lock holds the whole closure, so pip resolves nothing: two machines get the same packages.
"""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LOCKS = ROOT / "tests" / "requirements"
VENVS = ROOT / "target" / "venv"


class InstallError(Exception):
    """A step that cannot go on; the text says what to do."""


def venv(name: str) -> Path:
    """Return the directory of the environment `name`, which holds exactly what its lock says."""
    directory = VENVS / name
    lock = LOCKS / f"{name}.txt"
    stamp = directory / "complete"
    wanted = _fingerprint(lock, directory)
    if stamp.is_file() and stamp.read_text() == wanted:
        print(f"{name}: up to date", flush=True)
        return directory
    print(f"{name}: installing {lock.relative_to(ROOT)}", flush=True)
    # Without its stamp an environment is of unknown content: begin again rather than mend.
    shutil.rmtree(directory, ignore_errors=True)
    _run([sys.executable, "-m", "venv", str(directory)])
    pip = [str(directory / "bin" / "python"), "-m", "pip", "--disable-pip-version-check", "-q"]
    # Nothing here needs a compiler, and a source package would run code to be installed.
    _run([*pip, "install", "--no-deps", "--only-binary", ":all:", "-r", str(lock)])
    _run([*pip, "check"])
    stamp.write_text(wanted)
    return directory


def _fingerprint(lock: Path, directory: Path) -> str:
    """Change with the lock, with the Python, and with the place: scripts hold absolute paths."""
    facts = f"{sys.version}\n{sys.executable}\n{directory}\n".encode()
    return hashlib.sha256(facts + lock.read_bytes()).hexdigest()


def _run(command: list[str]) -> None:
    try:
        subprocess.run(command, check=True)
    except (OSError, subprocess.CalledProcessError) as error:
        raise InstallError(f"this failed: {' '.join(command)}\n{error}") from error
