"""Says how old what is locked is, and what is known against it: python3 -m runner.locked

Crates are dated by cargo's own copy of the index, the packages of PyPI and npm by their registry.
PyPI tells what is known against a version, too. Whatever does not answer is said to be NOT
CHECKED: nothing is taken for good because nobody was there to say otherwise.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tomllib
import urllib.request
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from venvs import LOCKS, ROOT

SECONDS = 15
OLDEST = 12
SIMPLE = "application/vnd.pypi.simple.v1+json"
# pip knows where packages come from; it is asked, so that the place is named once.
PLACES = "from pip._internal.models.index import PyPI; print(PyPI.simple_url, PyPI.pypi_url)"


@dataclass(frozen=True, order=True)
class Locked:
    """A version that a lock file names."""

    registry: str
    name: str
    version: str


@dataclass(frozen=True)
class Known:
    """What a registry says of it: when it was published, and what is known against it."""

    published: datetime | None = None
    # None where nobody answered.
    advisories: tuple[str, ...] | None = None


def crates() -> set[Locked]:
    packages = tomllib.loads((ROOT / "Cargo.lock").read_text())["package"]
    return {Locked("cargo", p["name"], p["version"]) for p in packages if "source" in p}


def wheels() -> set[Locked]:
    lines = "\n".join(lock.read_text() for lock in LOCKS.glob("*.txt"))
    pinned = re.findall(r"^([A-Za-z0-9._-]+)==(\S+)", lines, re.M)
    return {Locked("PyPI", re.sub(r"[-_.]+", "-", name).lower(), at) for name, at in pinned}


def scripts() -> set[Locked]:
    found = set()
    for lock in (ROOT / "www", ROOT / "tests" / "generators" / "node"):
        packages = json.loads((lock / "package-lock.json").read_text())["packages"]
        for path, package in packages.items():
            # The platforms' own binaries have the dates of what they belong to.
            if path and not package.get("optional"):
                found.add(Locked("npm", path.rpartition("node_modules/")[2], package["version"]))
    return found


def of_crate(crate: Locked) -> Known:
    """Read cargo's copy of the index, which has a line of JSON for each version."""
    pattern = f"registry/index/*/.cache/**/{crate.name.lower()}"
    for file in Path.home().joinpath(".cargo").glob(pattern):
        for line in file.read_bytes().split(b"\0"):
            if line.startswith(b"{"):
                entry = json.loads(line)
                if entry["vers"] == crate.version and "pubtime" in entry:
                    return Known(_time(entry["pubtime"]))
    return Known()


def of_wheel(simple: str, pypi: str) -> Callable[[Locked], Known]:
    def known(wheel: Locked) -> Known:
        published = advisories = None
        if page := _fetch(f"{simple}/{wheel.name}/", SIMPLE):
            escaped = re.escape(wheel.version)
            own = re.compile(rf"^[^-]+-{escaped}(?:-|\.tar|\.zip)")
            files = [f for f in page["files"] if own.match(f["filename"])]
            times = [_time(f["upload-time"]) for f in files if f.get("upload-time")]
            published = min(times, default=None)
        if page := _fetch(f"{pypi}/{wheel.name}/{wheel.version}/json", "application/json"):
            advisories = tuple(v["id"] for v in page["vulnerabilities"] if not v.get("withdrawn"))
        return Known(published, advisories)

    return known


def of_script(script: Locked) -> Known:
    view = ("npm", "view", f"{script.name}@{script.version}", "time", "--json")
    done = subprocess.run(view, cwd=ROOT / "www", capture_output=True, text=True, check=False)
    times = json.loads(done.stdout) if done.returncode == 0 and done.stdout else {}
    return Known(_time(times[script.version])) if script.version in times else Known()


def report(known: dict[Locked, Known], now: datetime) -> tuple[str, bool]:
    """Return what is said, and whether it is good: nothing known is against any of it."""
    lines, is_good = [], True
    for registry in ("cargo", "PyPI", "npm"):
        mine = {each: what for each, what in known.items() if each.registry == registry}
        ages = {e: (now - k.published).days for e, k in mine.items() if k.published}
        lines.append(f"{registry}: {len(mine)} locked" + _ages(ages, len(mine)))
        if registry == "PyPI":
            asked = {e: k.advisories for e, k in mine.items() if k.advisories is not None}
            if len(asked) < len(mine):
                missing = len(mine) - len(asked)
                lines.append(
                    f"  advisories: NOT CHECKED for {missing}, the registry did not answer"
                )
            for each, advisories in sorted(asked.items()):
                if advisories:
                    is_good = False
                    lines.append(f"  {each.name} {each.version}: {', '.join(advisories)}")
    return "\n".join(lines), is_good


def _ages(ages: dict[Locked, int], count: int) -> str:
    if not ages:
        return "; ages NOT CHECKED, nobody answered"
    oldest = sorted(ages.items(), key=lambda item: -item[1])[:OLDEST]
    middle = sorted(ages.values())[len(ages) // 2]
    unknown = f", NOT CHECKED for {count - len(ages)}" if len(ages) < count else ""
    listed = "".join(f"\n  {days:5} days  {each.name} {each.version}" for each, days in oldest)
    return f", half of it older than {middle} days{unknown}; the oldest:{listed}"


def _fetch(url: str, accept: str) -> dict[str, list[dict[str, str]]] | None:
    try:
        request = urllib.request.Request(url, headers={"Accept": accept})
        with urllib.request.urlopen(request, timeout=SECONDS) as answer:
            page: dict[str, list[dict[str, str]]] = json.load(answer)
    except (OSError, ValueError):
        return None
    return page


def _time(text: str) -> datetime:
    return datetime.fromisoformat(text.replace("Z", "+00:00"))


def _ask(locked: Iterable[Locked], of: Callable[[Locked], Known]) -> dict[Locked, Known]:
    everything = sorted(locked)
    with ThreadPoolExecutor(8) as pool:
        return dict(zip(everything, pool.map(of, everything), strict=True))


def main() -> int:
    told = subprocess.run(
        [sys.executable, "-c", PLACES], capture_output=True, text=True, check=False
    )
    simple, pypi = told.stdout.split() if told.returncode == 0 else ("", "")
    known = {
        **_ask(crates(), of_crate),
        **_ask(wheels(), of_wheel(simple, pypi)),
        **_ask(scripts(), of_script),
    }
    said, is_good = report(known, datetime.now(UTC))
    print(said)
    return 0 if is_good else 1


if __name__ == "__main__":
    sys.exit(main())
