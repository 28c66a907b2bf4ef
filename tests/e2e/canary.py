"""What is left of a session on its way: in a page, in the worker, and in what the browser stores.

The random bytes are the same each time, and every buffer that a script has had is held, so that one
that is thrown away without being overwritten is found.
"""

from __future__ import annotations

import base64
import json
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Page, Worker

from .memory import in_memory, keep_memory

# As long as a form may be.
PAD = bytes((at * 7 + 13) % 251 for at in range(32_768))
# So much of a secret is enough to know it by, wherever it begins.
_PART = 12
_HOLD = """
    const held = (self.held = []);
    const hold = (made) => {
        const isOurs = made instanceof Uint8Array && made.buffer !== self.wasm?.memory.buffer;
        if (isOurs && !held.includes(made)) held.push(made);
        return made;
    };
    self.base64 = (bytes) => btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
    for (const kind of [self.MessageEvent, self.ExtendableMessageEvent]) {
        if (!kind) continue;
        const data = Object.getOwnPropertyDescriptor(kind.prototype, "data");
        const get = function () {
            const found = data.get.call(this);
            hold(found?.sealed);
            return hold(found);
        };
        Object.defineProperty(kind.prototype, "data", { ...data, get });
    }
"""
_IN_PAGE = f"""{_HOLD}
    const {{ slice }} = Uint8Array.prototype;
    const {{ from }} = Uint8Array;
    Uint8Array.prototype.slice = function (...given) {{ return hold(slice.apply(this, given)); }};
    Uint8Array.from = (...given) => hold(from.apply(Uint8Array, given));
    const {{ getRandomValues }} = Crypto.prototype;
    Crypto.prototype.getRandomValues = function (into) {{
        if (!(into instanceof Uint8Array)) return getRandomValues.call(this, into);
        for (let at = 0; at < into.length; at++) into[at] = (at * 7 + 13) % 251;
        return hold(into);
    }};
"""
# Its clock is the test's. What comes is remembered in a form that is not looked for.
_IN_WORKER = f"""() => {{ {_HOLD}
    let now = 0;
    const timers = [];
    self.setTimeout = (act, time) => void timers.push([now + time, act]);
    self.pass = (time) => {{
        now += time;
        for (const timer of timers.filter(([at]) => at <= now)) {{
            timers.splice(timers.indexOf(timer), 1);
            timer[1]();
        }}
    }};
    const hear = ({{ data }}) => {{
        if (data.act === "keep") self.masked = Array.from(data.sealed, (byte) => byte ^ 0x55);
    }};
    addEventListener("message", ({{ ports }}) => ports[0].addEventListener("message", hear));
}}"""
_HELD = "() => self.held.map(self.base64)"
_STORED = """async () => JSON.stringify([
    { ...localStorage }, { ...sessionStorage }, document.cookie, location.href, history.state,
    await indexedDB.databases(), await caches.keys(),
])"""


@dataclass(frozen=True)
class Canary:
    """The token, the pad and the sealed bytes of one session, each of which is looked for alone."""

    token: str
    sealed: bytes

    def found(self, place: bytes) -> list[str]:
        """Say which of them are in these bytes, raw, in Base64 or as a list of numbers."""
        secrets = {"token": self.token.encode(), "pad": PAD[:400], "sealed": self.sealed}
        return [name for name, secret in secrets.items() if _is_in(secret, place)]


def watch_pages(page: Page) -> None:
    """Hold what the scripts of each page have, from now on."""
    keep_memory(page)
    page.add_init_script(f"(() => {{ {_IN_PAGE} }})()")


def watch_worker(page: Page) -> Worker:
    """Hold what the worker has, and let time stand still for it."""
    [worker] = page.context.service_workers
    worker.evaluate(_IN_WORKER)
    return worker


def canary(worker: Worker, token: str) -> Canary:
    """What is to be looked for, by what the worker was told to keep."""
    masked = worker.evaluate("self.masked")
    sealed = bytes(byte ^ 0x55 for byte in masked)
    plain = bytes(one ^ other for one, other in zip(sealed, PAD, strict=False))
    assert token.encode() in plain, "something else is sealed, or with another pad"
    return Canary(token, sealed)


def in_worker(worker: Worker, of: Canary) -> list[str]:
    """Say what is in the worker."""
    return _in_buffers(worker.evaluate(_HELD), of)


def in_buffers(page: Page, of: Canary) -> list[str]:
    """Say what is in the buffers that the scripts of the page have had."""
    return _in_buffers(page.evaluate(_HELD), of)


def in_heap(page: Page, of: Canary) -> list[str]:
    """Say what is in the texts of the page's scripts: ask before anything else is asked there."""
    session = page.context.new_cdp_session(page)
    chunks: list[str] = []
    session.on("HeapProfiler.addHeapSnapshotChunk", lambda event: chunks.append(event["chunk"]))
    session.send("HeapProfiler.takeHeapSnapshot", {"reportProgress": False})
    session.detach()
    strings: list[str] = json.loads("".join(chunks))["strings"]
    return of.found("\n".join(strings).encode())


def in_wasm(page: Page, of: Canary) -> list[str]:
    """Say what is in the memory of the app, which has a page with a panel only."""
    secrets = {"pad": PAD[:40].decode("latin1"), "sealed": of.sealed[:40].decode("latin1")}
    return in_memory(page, {"token": of.token, **secrets})


def stored(page: Page, of: Canary) -> list[str]:
    """Say what is in all that the browser stores, and in the address."""
    everything: str = page.evaluate(_STORED)
    cookies: list[Any] = list(page.context.cookies())
    return of.found(f"{everything}{cookies}".encode())


def _in_buffers(held: list[str], of: Canary) -> list[str]:
    found = {name for buffer in held for name in of.found(base64.b64decode(buffer))}
    return sorted(found)


def _is_in(secret: bytes, place: bytes) -> bool:
    parts = [secret[at : at + _PART] for at in range(min(len(secret), 400) - _PART + 1)]
    numbers = [",".join(map(str, part)).encode() for part in parts]
    # In Base64 every third byte begins anew.
    coded = [base64.b64encode(part) for part in parts]
    return any(part in place for part in (*parts, *numbers, *coded))
