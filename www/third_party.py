#!/usr/bin/env python3
"""Writes down whose code the wasm holds: python3 www/third_party.py FOLDER

FOLDER gets NOTICES.txt with the licence texts of the crates, COPYRIGHT-library.html with those of
Rust's standard library, and keyfill.cdx.json, a bill of materials as CycloneDX 1.5 defines it.
All of it is read from Cargo.lock, and from what cargo and rustup have on this machine already: the
same lock and toolchain give the same bytes.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
import tomllib
import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
# The app, and the slot engine that `keyfill check` runs.
CRATES, TARGET = ("keyfill", "slot-engine"), "wasm32-unknown-unknown"

TEXTS = re.compile(r"(licen[cs]e|copying|copyright|notice|unlicense|authors)", re.I)
# Some crates carry no text of any licence. Of those they offer, this one asks for nothing that
# only the crate itself could give, such as the line with its copyright.
FALLBACK = "Apache-2.0"
FALLBACK_TEXT = ROOT / "LICENSE-APACHE"
LIBRARY = "COPYRIGHT-library.html"

INTRODUCTION = """\
app_bg.wasm, app.js and slot_engine.wasm of this package hold code of the crates below, or code that
they generated.
Rust's standard library is in them, too; its notices are in {library}.
"""
WITHOUT_TEXT = f"""\
The crate comes without the text of a licence. It is used under {FALLBACK}:
"""


class NoticeError(Exception):
    """A crate whose licence cannot be shipped; the text says which one."""


@dataclass(frozen=True, order=True)
class Crate:
    """A crate of the app, as Cargo.lock names it."""

    name: str
    version: str

    @property
    def purl(self) -> str:
        """The name that is unique among the packages of all registries."""
        return f"pkg:cargo/{self.name}@{self.version}"


@dataclass(frozen=True)
class Facts:
    """What is known of a crate."""

    licence: str
    authors: tuple[str, ...]
    repository: str
    # SHA-256 of the archive in the registry; none for what is no registry's.
    checksum: str | None
    texts: tuple[str, ...]
    needs: tuple[Crate, ...]


def closure(*options: str) -> list[Crate]:
    """Return the crates that the wasm is compiled of or by, without those of tests.

    With the options `--depth 1`, those that our own crates name.

    `cargo tree` and not `cargo metadata`: the latter adds the features that tests turn on.
    """
    edges = ("--edges", "normal", "--target", TARGET, "--prefix", "none", "--no-dedupe")
    packages = (word for crate in CRATES for word in ("--package", crate))
    tree = ("tree", *packages, *edges, *options, "--format", "{p}")
    lines = _cargo(*tree).splitlines()
    words = [line.split() for line in lines if line]
    crates = {Crate(name, version.removeprefix("v")) for name, version, *_ in words}
    return sorted(crate for crate in crates if crate.name not in CRATES)


def facts(crates: Iterable[Crate]) -> dict[Crate, Facts]:
    """Look up the crates, or raise a NoticeError for one without a licence."""
    metadata = json.loads(_cargo("metadata", "--format-version", "1", "--filter-platform", TARGET))
    of_id = {package["id"]: package for package in metadata["packages"]}
    needs = {node["id"]: node["dependencies"] for node in metadata["resolve"]["nodes"]}
    lock = tomllib.loads((ROOT / "Cargo.lock").read_text())["package"]
    checksums = {Crate(p["name"], p["version"]): p.get("checksum") for p in lock}
    wanted = set(crates)
    found = {}
    for package_id, package in of_id.items():
        crate = _crate(package)
        if crate in wanted:
            others = {_crate(of_id[other]) for other in needs[package_id]} & wanted
            found[crate] = Facts(
                licence=_expression(package["license"] or ""),
                authors=tuple(package["authors"]),
                repository=package["repository"] or "",
                checksum=checksums[crate],
                texts=_texts(crate, package),
                needs=tuple(sorted(others)),
            )
    if missing := wanted - found.keys():
        raise NoticeError(f"cargo knows nothing of {min(missing).purl}")
    return dict(sorted(found.items()))


def notices(of_crates: dict[Crate, Facts]) -> str:
    """Return all texts, each once, below the crates that it is the text of."""
    holders: dict[str, list[str]] = {}
    for crate, known in of_crates.items():
        by = f", by {', '.join(known.authors)}" if known.authors else ""
        for text in known.texts:
            line = f"{crate.name} {crate.version} ({known.licence}){by}"
            holders.setdefault(text, []).append(line)
    parts = [INTRODUCTION.format(library=LIBRARY)]
    parts += ["\n".join(lines) + f"\n\n{text}" for text, lines in holders.items()]
    return f"\n{'=' * 100}\n\n".join(parts)


def materials(of_crates: dict[Crate, Facts], library: str) -> dict[str, Any]:
    """Return the bill of materials."""
    app = tomllib.loads((ROOT / "Cargo.toml").read_text())["package"]
    root = Crate(app["name"], app["version"])
    rust = f"pkg:generic/rust-std@{library}"
    components = [_component(crate, known) for crate, known in of_crates.items()]
    components.append(
        {
            "type": "library",
            "bom-ref": rust,
            "name": "rust-std",
            "version": library,
            "licenses": [{"expression": "MIT OR Apache-2.0"}],
            "purl": rust,
        }
    )
    depends = [
        {"ref": c.purl, "dependsOn": [n.purl for n in k.needs]} for c, k in of_crates.items()
    ]
    direct = [crate.purl for crate in closure("--depth", "1")]
    body = {
        "metadata": {
            "component": {
                "type": "application",
                "bom-ref": root.purl,
                "name": root.name,
                "version": root.version,
                "licenses": [{"expression": app["license"]}],
                "purl": root.purl,
            }
        },
        "components": components,
        "dependencies": [{"ref": root.purl, "dependsOn": [*direct, rust]}, *depends],
    }
    # Of the content: a random number would make each build another one.
    serial = uuid.uuid5(uuid.NAMESPACE_URL, json.dumps(body, sort_keys=True))
    head = {
        "$schema": "http://cyclonedx.org/schema/bom-1.5.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "serialNumber": f"urn:uuid:{serial}",
        "version": 1,
    }
    return {**head, **body}


def main(arguments: list[str]) -> int:
    """Write the three files."""
    if len(arguments) != 1:
        print((__doc__ or "").splitlines()[0], file=sys.stderr)
        return 2
    folder = Path(arguments[0])
    try:
        of_crates = facts(closure())
        library = Path(_run("rustc", "--print", "sysroot").strip(), "share", "doc", "rust", LIBRARY)
        if not library.is_file():
            raise NoticeError(f"{library} is missing: install Rust with rustup")
        bill = materials(of_crates, _run("rustc", "--version").split()[1])
    except NoticeError as error:
        print(f"third_party.py: {error}", file=sys.stderr)
        return 1
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "NOTICES.txt").write_text(notices(of_crates), encoding="utf-8")
    (folder / "keyfill.cdx.json").write_text(json.dumps(bill, indent=1) + "\n", encoding="utf-8")
    shutil.copyfile(library, folder / LIBRARY)
    return 0


def _crate(package: dict[str, Any]) -> Crate:
    return Crate(package["name"], package["version"])


def _expression(licence: str) -> str:
    """Give an SPDX expression: older crates write `MIT/Apache-2.0`."""
    return re.sub(r"\s*/\s*", " OR ", licence)


def _texts(crate: Crate, package: dict[str, Any]) -> tuple[str, ...]:
    folder = Path(package["manifest_path"]).parent
    files = [file for file in sorted(folder.iterdir()) if file.is_file()]
    texts = [_text(file) for file in files if TEXTS.match(file.name)]
    if texts:
        return tuple(texts)
    offered = re.split(r"\s+OR\s+", _expression(package["license"] or ""))
    if FALLBACK not in offered:
        raise NoticeError(f"{crate.purl} ({package['license']}) has no text of its licence")
    return (f"{WITHOUT_TEXT}\n{_text(FALLBACK_TEXT)}",)


def _text(file: Path) -> str:
    lines = file.read_text(encoding="utf-8").strip("\n").splitlines()
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _component(crate: Crate, known: Facts) -> dict[str, Any]:
    component: dict[str, Any] = {
        "type": "library",
        "bom-ref": crate.purl,
        "name": crate.name,
        "version": crate.version,
    }
    if known.checksum:
        component["hashes"] = [{"alg": "SHA-256", "content": known.checksum}]
    component["licenses"] = [{"expression": known.licence}]
    component["purl"] = crate.purl
    if known.repository:
        component["externalReferences"] = [{"type": "vcs", "url": known.repository}]
    return component


def _cargo(*arguments: str) -> str:
    # Not offline: it wants the crates of the tests as well, which no build for the page fetches.
    return _run("cargo", *arguments, "--locked")


def _run(*command: str) -> str:
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise NoticeError(f"this failed: {' '.join(command)}\n{done.stderr}")
    return done.stdout


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
