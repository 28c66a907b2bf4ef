"""The slot engine as the plugin runs it: the module, its errors, and what is there without it."""

import json
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
import wasmtime

from mkdocs_keyfill.slots import slot_engine
from mkdocs_keyfill.slots.slot_engine import EngineError, Refused, SlotEngine

PAGE = "<code>&lt;region&gt; &lt;bucket&gt; &lt;regoin&gt;</code>"


def dataset(*regions: str) -> dict[str, str]:
    listed = [
        {"name": name, "keystone_url": "https://k/v3", "s3_endpoint": f"https://{name}.s"}
        for name in regions
    ]
    return {"config": json.dumps({"brand": "x", "regions": listed})}


@pytest.fixture
def engine() -> SlotEngine:
    found = slot_engine.load()
    assert found is not None
    return found


def test_the_module_imports_nothing() -> None:
    module = wasmtime.Module.from_file(wasmtime.Engine(), str(slot_engine.WASM))
    assert list(module.imports) == []
    assert {"memory", "reserve", "answer"} <= {export.name for export in module.exports}


def test_each_page_is_read_for_the_panel(engine: SlotEngine) -> None:
    first, second = engine.read(dataset("Kna1"), [PAGE, "<code>é&lt;s3-host&gt;</code>"])
    assert [(one.written, one.slot, one.state) for one in first] == [
        ("<region>", "region", "filled"),
        ("<bucket>", "bucket", "filled"),
        ("<regoin>", None, "unknown"),
    ]
    assert [one.value for one in second] == ["kna1.s"]
    [[one, *_]] = engine.read(dataset("Kna1", "Fra1"), [PAGE])
    assert one.value == "the reader's region"
    assert engine.fills(json.dumps(dataset("Kna1")), PAGE)
    assert not engine.fills(
        json.dumps(dataset("Kna1")), "<code>List&lt;Bucket&gt; &lt;none&gt;</code>"
    )
    [[*_, slip]] = engine.read(dataset("Kna1"), [PAGE], {"regoin": "region"})
    assert slip.slot in ("region", "bucket")


def test_a_short_panel_has_a_configuration_too(engine: SlotEngine) -> None:
    short = {
        "regions": "Kna1",
        "keystoneUrl": "https://{region}.k.example/v3",
        "s3Endpoint": "https://{region}.s.example",
    }
    [[found]] = engine.read(short, ["<code>https://&lt;s3-host&gt;/</code>"])
    assert found.value == "kna1.s.example"


def test_a_configuration_that_a_page_refuses_is_named(engine: SlotEngine) -> None:
    with pytest.raises(Refused, match=r"^data-regions: "):
        engine.read({}, [PAGE])
    with pytest.raises(Refused, match=r"^regions: .*at least one region"):
        engine.read(dataset(), [PAGE])


def test_several_threads_may_ask(engine: SlotEngine) -> None:
    pages = [f"<code>{'x' * number}&lt;region&gt;</code>" for number in range(64)]
    with ThreadPoolExecutor(8) as pool:
        read = list(pool.map(lambda page: engine.read(dataset("Kna1"), [page]), pages))
    assert [[len(found) for found in each] for each in read] == [[1]] * 64


def test_an_engine_that_stopped_starts_again(
    fresh_engine: None, engine: SlotEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    reserve = engine._reserve
    # More than there can be: the module panics.
    monkeypatch.setattr(engine, "_reserve", lambda store, length: reserve(store, -1))
    with pytest.raises(EngineError, match=r"^the slot engine stopped: "):
        engine.read(dataset("Kna1"), [PAGE])
    assert len(engine.read(dataset("Kna1"), [PAGE])[0]) == 3


@pytest.mark.usefixtures("no_engine")
def test_without_the_extra_there_is_none() -> None:
    assert slot_engine.load() is None


@pytest.mark.usefixtures("fresh_engine")
def test_a_package_without_the_module_is_broken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(slot_engine, "WASM", tmp_path / "slot_engine.wasm")
    with pytest.raises(EngineError, match=f"^slot_engine.wasm not found in {tmp_path}. In a check"):
        slot_engine.load()


@pytest.mark.usefixtures("fresh_engine")
def test_another_wasmtime_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(wasmtime.Module, "from_file")
    with pytest.raises(
        EngineError, match=r"^wasmtime [0-9.]+ cannot run the slot engine \("
    ) as told:
        slot_engine.load()
    assert "pip install 'mkdocs-keyfill[check]'" in str(told.value)


@pytest.mark.usefixtures("fresh_engine")
def test_no_cache_is_needed(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(self: Any, enabled: object) -> None:
        raise wasmtime.WasmtimeError("failed to create cache directory")

    monkeypatch.setattr(wasmtime.Config, "cache", property(fset=refuse))
    assert slot_engine.load() is not None


def test_a_build_without_placeholders_starts_no_engine() -> None:
    code = "import sys, mkdocs_keyfill.plugin; sys.exit('wasmtime' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
