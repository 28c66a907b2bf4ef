// Carries a session to the next page of the site. The bytes that the worker keeps are sealed by a
// pad that lies in this tab's storage from one page to the next, and never while a page is open:
// neither says anything without the other. A page without the app passes them on with a new pad,
// and never opens them.

const NAME = "keyfill-session";
const VERSION = 1;
/** For how long a navigation that was seen to begin is believed in. */
const LEAVING_MS = 20_000;
/** One that began before this script came was not seen. */
const UNSEEN_MS = 1_000;
/** A worker that has not answered by then has gone wrong. */
const ANSWER_MS = 5_000;

// Taken from their kinds, past the names that elements of the page have: see keyfill.js.
const { addEventListener } = EventTarget.prototype;

/** What is under way: `one` was taken out of the storage and is nobody's yet, with its `sealed`
 * bytes when all of it is there; `courier` is the registration of the worker, and `left` when the
 * reader began to go to another page of the site. */
export const way = { left: Date.now() - LEAVING_MS + UNSEEN_MS };

/** The promise that whatever there is has been taken. */
let taking = Promise.resolve();

/** Takes what the page before has left, as soon as this one is seen. With a panel in the page, the
 * app is wanted then: `panel` is the promise of what starts it. */
export async function wake(panel) {
  await (taking = taking.then(receive).catch(drop));
  if (way.one) (await panel)?.startAll();
}

/** Notes that the reader goes to this address, which may be of this site. */
export const note = (address) => (way.left = new URL(address).origin === origin && Date.now());

/** Whether this page is being left for another one of the site. */
export const isLeaving = () => Date.now() - way.left < LEAVING_MS;

/** Leaves what is sealed to the worker, and the pad to this tab. Beside it stand, in milliseconds,
 * when the token ends, by the wall clock, and for how long the session may be idle. */
export function handOver(sealed, pad, { expires, span }) {
  const id = crypto.randomUUID();
  const { scope } = way.courier;
  const until = Math.min(expires, Date.now() + span);
  store({ id, scope, expires, span, until, pad: [...pad] });
  tell("keep", id, sealed);
  sealed.fill(0);
  pad.fill(0);
}

const store = (one) => (sessionStorage[NAME] = JSON.stringify(one));

function tell(act, id, sealed, ...ports) {
  way.courier.active.postMessage({ version: VERSION, act, id, sealed }, ports);
}

/** What the worker answers. */
export const ask = (act, id) =>
  new Promise((come) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => come(data);
    setTimeout(come, ANSWER_MS);
    tell(act, id, null, port2);
  });

async function receive() {
  // Until it is seen, a page may be one that the browser makes ready, and nobody goes to.
  while (Reflect.get(Document.prototype, "hidden", document))
    await new Promise((done) => addEventListener.call(document, "visibilitychange", done));
  const text = sessionStorage[NAME];
  if (!text || top !== self) return;
  delete sessionStorage[NAME];
  const one = (way.one = JSON.parse(text));
  const { id, scope, until, pad } = one;
  const rest = until - Date.now();
  setTimeout(() => way.one === one && drop(), rest);
  if (!(rest > 0 && new URL(scope).origin === origin)) throw one;
  way.courier = await navigator.serviceWorker.getRegistration(scope);
  const sealed = await ask("take", id);
  // The page may have been left meanwhile.
  if (way.one !== one) return sealed?.fill(0);
  tell("took", id);
  one.sealed = sealed;
  if (sealed.length !== pad.length) throw one;
}

/** Ends what is carried. */
export function drop() {
  const { one } = way;
  way.one = null;
  one?.sealed?.fill(0);
  one?.pad.fill(0);
}

addEventListener.call(window, "pagehide", () => {
  const { one } = way;
  if (one && isLeaving()) {
    const { id, pad, sealed } = one;
    if (sealed) {
      const next = crypto.getRandomValues(new Uint8Array(pad.length));
      for (const at in next) sealed[at] ^= pad[at] ^ next[at];
      handOver(sealed, next, one);
    } else {
      // It has not come yet: the next page asks for it.
      store(one);
      if (way.courier) tell("back", id);
    }
  }
  drop();
});

// A browser that tells of navigations also tells of going back and forward.
if (window.navigation)
  addEventListener.call(navigation, "navigate", ({ destination, downloadRequest }) => {
    if (downloadRequest === null && !destination.sameDocument) note(destination.url);
  });
else import("./presses.js").catch(() => {});
