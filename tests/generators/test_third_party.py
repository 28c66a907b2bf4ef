"""The wheel says whose code it holds."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path
from typing import Any

import pytest

from venvs import ROOT

from .environments import WHEELS

APACHE = "TERMS AND CONDITIONS FOR USE, REPRODUCTION, AND DISTRIBUTION"
GRANTS = (APACHE, "Permission is hereby granted, free of charge", "UNICODE LICENSE V3")


@pytest.fixture(scope="module")
def wheel() -> dict[str, str]:
    """The texts of the wheel's metadata, by their names below `.dist-info`."""
    (path,) = WHEELS.glob("*.whl")
    with zipfile.ZipFile(path) as archive:
        return {
            name.partition(".dist-info/")[2]: archive.read(name).decode()
            for name in archive.namelist()
            if ".dist-info/" in name
        }


@pytest.fixture(scope="module")
def crates() -> set[tuple[str, str]]:
    """What cargo compiles into the app and the slot engine, or runs while it compiles them."""
    options = "--locked --offline --edges normal --target wasm32-unknown-unknown --prefix none"
    command = [
        "cargo",
        "tree",
        *options.split(),
        "--package",
        "keyfill",
        "--package",
        "slot-engine",
    ]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    found = re.findall(r"^(\S+) v(\S+)", done.stdout, re.M)
    return {(name, version) for name, version in found if name not in ("keyfill", "slot-engine")}


def test_each_crate_has_its_notice(wheel: dict[str, str], crates: set[tuple[str, str]]) -> None:
    _, *parts = wheel["licenses/third-party/NOTICES.txt"].split(f"\n{'=' * 100}\n\n")
    noticed = set()
    for part in parts:
        holders, _, text = part.partition("\n\n")
        of_part = re.findall(r"^(\S+) (\S+) \(.+\)", holders, re.M)
        assert len(of_part) == len(holders.splitlines()), holders
        if any(grant in text for grant in GRANTS):
            noticed |= set(of_part)
    assert len(crates) > 40
    assert noticed == crates


def test_the_standard_library_has_its_notice(wheel: dict[str, str]) -> None:
    assert "The Rust Standard Library" in wheel["licenses/third-party/COPYRIGHT-library.html"]


def test_each_crate_is_in_the_bill_of_materials(
    wheel: dict[str, str], crates: set[tuple[str, str]]
) -> None:
    bill: dict[str, Any] = json.loads(wheel["sboms/keyfill.cdx.json"])
    assert (bill["bomFormat"], bill["specVersion"]) == ("CycloneDX", "1.5")
    assert re.fullmatch(r"urn:uuid:[0-9a-f-]{36}", bill["serialNumber"])
    lock = tomllib.loads((ROOT / "Cargo.lock").read_text())["package"]
    checksums = {(p["name"], p["version"]): p.get("checksum") for p in lock}
    listed = {}
    for component in bill["components"]:
        assert component["licenses"][0]["expression"]
        assert "/" not in component["licenses"][0]["expression"]
        listed[component["name"], component["version"]] = component
    (rust,) = {(name, version) for name, version in listed if name == "rust-std"}
    assert listed.keys() - {rust} == crates
    for crate in crates:
        assert listed[crate]["purl"] == "pkg:cargo/{}@{}".format(*crate)
        assert listed[crate]["hashes"] == [{"alg": "SHA-256", "content": checksums[crate]}]
    refs = {component["bom-ref"] for component in bill["components"]}
    assert len(refs) == len(bill["components"])
    root, *others = bill["dependencies"]
    assert root["ref"] == bill["metadata"]["component"]["bom-ref"]
    assert {each["ref"] for each in others} | {listed[rust]["bom-ref"]} == refs
    reached = {need for each in bill["dependencies"] for need in each["dependsOn"]}
    assert reached == refs


def test_the_same_lock_gives_the_same_bytes(wheel: dict[str, str], tmp_path: Path) -> None:
    script = ROOT / "www" / "third_party.py"
    subprocess.run([sys.executable, str(script), str(tmp_path)], check=True)
    assert (tmp_path / "keyfill.cdx.json").read_text() == wheel["sboms/keyfill.cdx.json"]
    for name in ("NOTICES.txt", "COPYRIGHT-library.html"):
        assert (tmp_path / name).read_text() == wheel[f"licenses/third-party/{name}"]
