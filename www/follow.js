/*! keyfill */
// What the app needs for its session to go along to the next page: the carrier, and a worker.

import { ask, courier, drop, handOver, hire, isLeaving, one, wake } from "./carry.js";

export { drop as taken, isLeaving };

/** What the app is to open: sealed bytes, and the pad. Until it says that it has it, a page that is
 * left passes it on. */
export async function take() {
  await wake();
  return one?.sealed && [one.sealed.slice(), Uint8Array.from(one.pad)];
}

/** Gets a worker for a session of this page, beside which there is no other, and fails where there
 * is none: then the session ends with the page. */
export async function follow() {
  drop();
  // One that has brought a session is there.
  if (!courier) hire(await registered());
  // One of another version says no, and one that ends them all says nothing.
  if (!(await ask("hello"))) throw new Error();
}

async function registered() {
  // The plugin's files lie in a folder with a hash, which is not to be part of the worker's path.
  const isHashed = /[/][0-9a-f]{10}[/][^/]*$/.test(import.meta.url);
  const scope = new URL(isHashed ? "../worker/" : "worker/", import.meta.url);
  const script = new URL("worker.js", scope);
  // The browser's cache does not count, so that a worker can be replaced.
  const found = await navigator.serviceWorker.register(script, { scope, updateViaCache: "none" });
  if (found.active) await found.update();
  // Also one that takes the place of an older one, or that ends them all.
  for (;;) {
    const worker = found.installing ?? found.waiting;
    if (!worker) return found;
    await new Promise((done) => worker.addEventListener("statechange", done));
  }
}

/** Hands over what the app has sealed. */
export function leave(sealed, pad, expires, span) {
  // Copies: what the app gives are views of its memory, all of which would go along.
  handOver(sealed.slice(), pad.slice(), { expires, span });
}
