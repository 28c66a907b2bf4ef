"""Asks the slot engine what the page would do with the placeholders of a page.

The engine is the app's own code, as a wasm module without imports; `wasmtime` runs it, which comes
with the extra `check`. So nothing of what decides there is written a second time here.
"""

import json
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from hashlib import blake2s
from importlib import metadata
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any

from mkdocs_keyfill.errors import PluginError

if TYPE_CHECKING:
    from wasmtime import Engine, Func, Instance, Memory, Module, Store

WASM = Path(__file__).parents[1] / "engine" / "slot_engine.wasm"

EXTRA = "mkdocs-keyfill[check]"
"""What brings `wasmtime`."""


_KEPT = 10_000
"""Of how many pages an answer is kept: `mkdocs serve` makes the same ones again and again."""


class EngineError(PluginError):
    """Why the engine has no answer; the text is a sentence."""


class Refused(EngineError):
    """A configuration that the page would refuse; the text says what is wrong with it."""


@dataclass(frozen=True)
class Found:
    """One placeholder of a page: `Finding` in `src/slot-engine`."""

    written: str
    """As it stands in the page: `<region>`."""
    slot: str | None
    """The id of its slot; none where its name is not known."""
    state: str
    """What happens to it: one of the states in `site_check`."""
    fillable: bool
    """Whether a session brings a value there, by itself or when the reader asks for it."""
    value: str | None
    """What it is filled with, where it is."""
    why: str | None
    """What shows that, or why it is not."""


class SlotEngine:
    """A running engine. Several threads may ask it; it answers them one after the other."""

    def __init__(self, compiler: "Engine", wasm: Path) -> None:
        import wasmtime

        self._compiler = compiler
        self._module: Module = wasmtime.Module.from_file(compiler, str(wasm))
        self._lock = Lock()
        self._fills: dict[bytes, bool] = {}
        self._start()

    def read(
        self,
        dataset: Mapping[str, str],
        pages: Sequence[str],
        aliases: Mapping[str, str] | None = None,
    ) -> list[list[Found]]:
        """Read the HTML of some pages, as for a panel with these attributes (`dataset` in HTML).

        `aliases` are further names of slots, each with the id of its slot.
        """
        answer = self._ask(json.dumps(dataset), pages, aliases=aliases or {})
        return [[Found(**found) for found in page] for page in answer["pages"]]

    def fills(self, dataset: str, page: str) -> bool:
        """Tell whether a session brings a value to some placeholder of a page.

        `dataset` is JSON: it is the same for all pages of a site.
        """
        told = f"{dataset}\0{page}".encode("utf-8", "surrogatepass")
        key = blake2s(told).digest()
        if key not in self._fills:
            if len(self._fills) >= _KEPT:
                self._fills.clear()
            self._fills[key] = bool(self._ask(dataset, [page], briefly=True)["fillable"])
        return self._fills[key]

    def blocks(
        self, dataset: Mapping[str, str], blocks: Sequence[tuple[str, str]]
    ) -> list[list[Any] | None]:
        """Cut the texts of client files, each with its language, at their slots.

        A piece is text, or a slot with its id, as it is written, and the code of its place. Where a
        place cannot be written down there is none for the whole text.
        """
        written = [{"language": language, "text": text} for language, text in blocks]
        answer = self._ask(json.dumps(dataset), (), blocks=written)
        pieces: list[list[Any] | None] = answer["blocks"]
        return pieces

    def _ask(self, dataset: str, pages: Sequence[str], **more: object) -> dict[str, Any]:
        request = {"dataset": dataset, "pages": pages, **more}
        answer: dict[str, Any] = json.loads(
            self._answer(json.dumps(request, ensure_ascii=False).encode())
        )
        if "refused" in answer:
            raise Refused(answer["refused"])
        return answer

    def _answer(self, request: bytes) -> bytes:
        """Hand over a request: `src/slot-engine/abi.rs` says how."""
        import wasmtime

        with self._lock:
            try:
                address = self._reserve(self._store, len(request))
                self._memory.write(self._store, request, address)
                packed = self._call(self._store)
                start, length = packed >> 32 & 0xFFFFFFFF, packed & 0xFFFFFFFF
                return bytes(self._memory.read(self._store, start, start + length))
            except (wasmtime.Trap, wasmtime.WasmtimeError, IndexError) as error:
                # What stopped in the middle is of no use any more.
                self._start()
                [reason, *_] = str(error).splitlines() or ["no reason was given"]
                raise EngineError(f"the slot engine stopped: {reason}.") from error

    def _start(self) -> None:
        import wasmtime

        self._store: Store = wasmtime.Store(self._compiler)
        instance: Instance = wasmtime.Instance(self._store, self._module, [])
        exports: Mapping[str, Any] = instance.exports(self._store)
        self._memory: Memory = exports["memory"]
        self._reserve: Func = exports["reserve"]
        self._call: Func = exports["answer"]


@cache
def load() -> SlotEngine | None:
    """Start the engine, once; none where the extra is not installed."""
    try:
        import wasmtime
    except ImportError:
        return None
    if not WASM.is_file():
        raise EngineError(
            f"{WASM.name} not found in {WASM.parent}. In a checkout of Keyfill run `make web`; if "
            "it was installed from a package, the package is broken: run "
            "`pip install --force-reinstall mkdocs-keyfill`."
        )
    try:
        return SlotEngine(_compiler(), WASM)
    except (OSError, AttributeError, TypeError, wasmtime.WasmtimeError) as error:
        raise EngineError(
            f"wasmtime {metadata.version('wasmtime')} cannot run the slot engine ({error}). "
            f"Expected: what `pip install '{EXTRA}'` installs."
        ) from error


def _compiler() -> "Engine":
    """Take the compiler, with a cache where there can be one."""
    import wasmtime

    config = wasmtime.Config()
    # Without a cache it takes longer to compile the engine than to ask it about a thousand pages.
    config.cranelift_opt_level = "none"
    with suppress(OSError, wasmtime.WasmtimeError):
        config.cache = True
    return wasmtime.Engine(config)
