/*! keyfill */
// Keeps what a page hands over until the next page of the site takes it: sealed bytes, in memory,
// for some seconds. Only the tab has the pad that opens them. It answers no request, and since
// there is no page below its own folder it controls none.

const VERSION = 1;
const MOST_BYTES = 65_536;
const MOST_KEPT = 16;
const KEPT_MS = 20_000;
/** How long who asks waits: a page may ask before what the last one sent has come. */
const WAIT_MS = 1_000;

/** What is kept, by its id: sealed bytes, and whether they were given to somebody. */
const kept = new Map();
/** What lets those go on who wait, by the id for which they do. */
const waiting = new Map();

const sleep = (time) => new Promise((done) => setTimeout(done, time));

function forget(id) {
  kept.get(id)?.sealed.fill(0);
  kept.delete(id);
}

const acts = {
  /** Whether this is the worker that the page knows. */
  hello: (_, port) => port.postMessage(true),

  async keep({ id, sealed }) {
    if (!(sealed instanceof Uint8Array)) return;
    const isTooMuch = sealed.length > MOST_BYTES || kept.size >= MOST_KEPT;
    if (isTooMuch || kept.has(id)) return sealed.fill(0);
    kept.set(id, { sealed });
    waiting.get(id)?.();
    await sleep(KEPT_MS);
    forget(id);
  },

  async take({ id }, port) {
    const isThere = () => kept.has(id) && !kept.get(id).given;
    if (!isThere()) await Promise.race([sleep(WAIT_MS), new Promise((come) => waiting.set(id, come))]);
    waiting.delete(id);
    if (!isThere()) return port.postMessage(null);
    kept.get(id).given = true;
    port.postMessage(kept.get(id).sealed);
  },

  /** It has arrived. */
  took({ id }) {
    if (kept.get(id)?.given) forget(id);
  },

  /** Who asked was left before it came: the next page asks again. */
  back({ id }) {
    if (kept.has(id)) kept.get(id).given = false;
    waiting.get(id)?.();
  },
};

addEventListener("install", () => skipWaiting());
// A page hands its port in, and says by it what it wants. So it is heard as well while the browser
// puts it aside and brings another page back, when a message to the worker itself is lost.
addEventListener("message", (event) => {
  const { data, origin, source, ports } = event;
  const [port] = ports;
  // A page that is being left may be gone by now: then nobody is the source.
  const isPage = !source || source.frameType === "top-level";
  if (!port || !isPage || data !== VERSION || origin !== location.origin)
    return port?.postMessage(null);
  port.onmessage = ({ data }) => {
    if (Object.hasOwn(acts, data?.act)) acts[data.act](data, port);
    else port.postMessage(null);
  };
  event.waitUntil(sleep(KEPT_MS));
});
