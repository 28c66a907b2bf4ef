// When the app is fetched although nobody has asked for it yet: the panel is in view for a while, on
// a page that has nothing else to do, and the line is known to be good.

const SEEN_MS = 3000;
/** A loader that came so quickly came over a good line, in milliseconds. */
const QUICK_MS = 100;

/** Calls `act` once, when the page has nothing else to do. */
export function whenIdle(act) {
  // Safari has no such callback.
  if (window.requestIdleCallback) requestIdleCallback(act, { timeout: SEEN_MS });
  else setTimeout(act, 200);
}

/** Calls `act` once, when all of `element` was in view for three seconds. */
export function whenSeen(element, act) {
  let timer;
  const watch = ([{ isIntersecting, intersectionRatio }]) => {
    clearTimeout(timer);
    if (!element.isConnected) return observer.disconnect();
    if (!isIntersecting || intersectionRatio < 1) return;
    timer = setTimeout(() => {
      if (!element.isConnected || Reflect.get(Document.prototype, "hidden", document)) return;
      observer.disconnect();
      whenIdle(act);
    }, SEEN_MS);
  };
  const observer = new IntersectionObserver((entries) => watch(entries.slice(-1)), {
    threshold: [0, 1],
  });
  observer.observe(element);
}

/** Whether the line is known to be good, and the reader does not save data. */
export function isGoodLine() {
  const { effectiveType, saveData } = navigator.connection ?? {};
  if (saveData) return false;
  if (effectiveType) return effectiveType === "4g";
  const [loader] = performance.getEntriesByName(import.meta.url);
  return Boolean(loader) && loader.duration < QUICK_MS;
}

/** Calls `act` when the app has drawn its panel: it does so later, and on a slow machine much later. */
export function whenDrawn(root, act) {
  // A root that is used again may have a node without anything in it.
  if (root.firstElementChild) return act();
  const observer = new MutationObserver(() => {
    if (!root.firstElementChild) return;
    observer.disconnect();
    act();
  });
  observer.observe(root, { childList: true });
}

/** Whether the reader wanted values to be kept for this tab. Some browsers store nothing. */
export function kept() {
  try {
    return sessionStorage["keyfill-values"];
  } catch {}
}
