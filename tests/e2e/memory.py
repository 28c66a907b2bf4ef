"""The memory of the wasm: what of a secret is in it, and how a test makes the app trap."""

from __future__ import annotations

from playwright.sync_api import Page

# Keeps what the wasm exports; its parts have the same memory. Chromium's own functions are called
# as ever.
_KEEP = """for (const name of ["instantiate", "instantiateStreaming"]) {
    const original = WebAssembly[name];
    WebAssembly[name] = async (...given) => {
        const made = await original.apply(WebAssembly, given);
        const { exports } = made.instance ?? made;
        if (exports.memory) window.wasm = exports;
        return made;
    };
}"""
# Freed memory begins with the allocator's own links, so a part of a secret may be all that is left.
_PART = 12
_FIND = """([secrets, size]) => {
    const memory = new TextDecoder("latin1").decode(window.wasm.memory.buffer);
    const parts = (secret) => {
        const last = Math.max(secret.length - size, 0);
        return Array.from({ length: last + 1 }, (_, at) => secret.slice(at, at + size));
    };
    return Object.entries(secrets)
        .filter(([, secret]) => parts(secret).some((part) => memory.includes(part)))
        .map(([name]) => name);
}"""
# Frees what nobody has allocated, at the end of all memory.
_TRAP = "queueMicrotask(() => window.wasm.__wbindgen_free(0xfffffff0, 16, 1))"


def keep_memory(page: Page) -> None:
    """Let the tests look at the memory of the wasm, on each page from now on."""
    page.add_init_script(_KEEP)


def in_memory(page: Page, secrets: dict[str, str]) -> list[str]:
    """Return the names of the secrets of which a part is in the memory of the wasm."""
    return list(page.evaluate(_FIND, [secrets, _PART]))


def trap(page: Page) -> None:
    """Let the app end as it does by a panic."""
    page.evaluate(_TRAP)
