// Carries a session to the next page of the site. The bytes that the worker keeps are sealed by a
// pad that lies in this tab's storage from one page to the next, and never while a page is open:
// neither says anything without the other. A page without the app passes them on with a new pad,
// and never opens them.

const NAME = "keyfill-session";
const VERSION = 1;
/** For how long a navigation that was seen to begin is believed in. */
const LEAVING_MS = 20_000;
/** How long after one began a page may ask its scripts whether it can be left. */
const SOON_MS = 1_000;
/** One that began before this script came was not seen: for how long after it is believed that it is
 * such a one about which the page asks. Firefox tells of a way back only to who listened when it
 * began, and asks everybody. */
const UNSEEN_MS = 250;

// Taken from their kinds, past the names that elements of the page have: see keyfill.js.
const { addEventListener } = EventTarget.prototype;

/** When the reader began to go to another page of the site. */
let left = Date.now() - (SOON_MS - UNSEEN_MS);

/** What was taken out of the storage and is nobody's yet, with its `sealed` bytes when all of it is
 * there. */
export let one;

/** The registration of the worker. */
export let courier;

/** What leads to it. */
let port;

/** The promise that whatever there is has been taken. */
let taking = Promise.resolve();

/** Talks to this worker from now on, by its registration. */
export const hire = (registration) => (courier = registration);

/** Takes what the page before has left, as soon as this one is seen. With a panel in the page, the
 * app is wanted then: `panel` is the promise of what starts it. */
export async function wake(panel) {
  await (taking = taking.then(receive).catch(drop));
  if (one) (await panel)?.startAll();
}

/** Notes that the reader goes to this address, which may be of this site. */
export function note(address) {
  left = new URL(address).origin === origin && Date.now();
  // What goes to the worker itself is lost while the browser brings another page back: see `tell`.
  if (courier) ask("hello");
}

/** Whether this page is being left for another one of the site. */
export const isLeaving = () => Date.now() - left < LEAVING_MS;

/** Leaves what is sealed to the worker, and the pad to this tab. Beside it stand, in milliseconds,
 * when the token ends, by the wall clock, and for how long the session may be idle. */
export function handOver(sealed, pad, { expires, span }) {
  const id = crypto.randomUUID();
  const until = Math.min(expires, Date.now() + span);
  store({ id, scope: courier.scope, until, expires, span, pad: [...pad] });
  tell("keep", id, sealed);
  sealed.fill(0);
  pad.fill(0);
  // This page may come back, and be closed.
  left = 0;
}

/** Where the browser keeps nothing, the session ends here. */
function store(one) {
  try {
    sessionStorage[NAME] = JSON.stringify(one);
  } catch {}
}

/** Tells the worker by the port that it was given last, which is not older than the navigation. */
const tell = (act, id, sealed) => port.postMessage({ act, id, sealed });

/** What the worker answers: one that has gone wrong never does, and the session ends with its page. */
export const ask = (act, id) =>
  new Promise((come) => {
    const { port1, port2 } = new MessageChannel();
    port = port1;
    port.onmessage = ({ data }) => come(data);
    courier.active.postMessage(VERSION, [port2]);
    tell(act, id);
  });

async function receive() {
  // Until it is seen, a page may be one that the browser makes ready, and nobody goes to.
  if (Reflect.get(Document.prototype, "hidden", document))
    await new Promise((done) => addEventListener.call(document, "visibilitychange", done));
  const text = sessionStorage[NAME];
  if (!text || top !== self) return;
  delete sessionStorage[NAME];
  const mine = (one = JSON.parse(text));
  const { id, scope, until, pad } = mine;
  const rest = until - Date.now();
  // Another one may be there by then.
  setTimeout(() => one === mine && drop(), rest);
  if (!(rest > 0 && new URL(scope).origin === origin)) throw 0;
  courier = await navigator.serviceWorker.getRegistration(scope);
  const sealed = (mine.sealed = await ask("take", id));
  // The page may have been left meanwhile.
  if (one !== mine) return sealed?.fill(0);
  tell("took", id);
  if (sealed.length !== pad.length) throw 0;
}

/** Ends what is carried. */
export function drop() {
  one?.sealed?.fill(0);
  // What lay in the storage may be anything.
  one?.pad?.fill?.(0);
  one = null;
}

addEventListener.call(window, "pagehide", () => {
  if (one && isLeaving()) {
    const { id, pad, sealed } = one;
    if (sealed) {
      const next = crypto.getRandomValues(new Uint8Array(pad.length));
      for (const at in next) sealed[at] ^= pad[at] ^ next[at];
      handOver(sealed, next, one);
    } else {
      // It has not come yet: the next page asks for it.
      store(one);
      if (port) tell("back", id);
    }
  }
  drop();
});

// What is asked for long after a navigation began is about another one, that nobody has seen, or about
// the end of the tab: the first was a download, or was stopped.
addEventListener.call(window, "beforeunload", () => {
  if (Date.now() - left > SOON_MS) left = 0;
});

// A page that holds a lock is loaded anew on the way back. One that a browser has kept may have a
// storage as old as itself.
navigator.locks?.request(NAME, { mode: "shared" }, () => new Promise(() => {})).catch(() => {});

// A browser that tells of navigations also tells of going back and forward.
if (window.navigation)
  addEventListener.call(navigation, "navigate", ({ destination, downloadRequest }) => {
    if (downloadRequest === null && !destination.sameDocument) note(destination.url);
  });
// Where it does not come, as on a page that is left meanwhile, the session ends with its page.
else import("./presses.js").catch(() => {});
