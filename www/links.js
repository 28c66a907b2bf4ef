// What is linked with the tabs of a panel: an address such as `#keyfill-rclone`, and the content tabs
// of the author's with the same label, where the theme links those with each other.

import { TAB } from "./choices.js";

// Taken from their kinds, past the names that elements of the page have: see keyfill.js.
const { querySelector, querySelectorAll } = Document.prototype;
const { addEventListener } = EventTarget.prototype;
const { closest } = Element.prototype;

/** The address whose client is chosen. */
let done = "";

/** Lets `choose` choose what the page says, from now on: it takes what tells the tab. Returns what
 * looks at the address again when a panel has come, or, with `true`, when all of them are gone. */
export function watchLinks(choose) {
  const followAddress = (isOver) => {
    if (isOver) done = "";
    const client = done !== location.href && namedClient();
    if (!client || !choose(({ value }) => value === client)) return;
    done = location.href;
    // With instant navigation Material scrolls back to where the reader has been on that page.
    if (isOver) querySelector.call(document, `[name=keyfill-${client}]`)?.scrollIntoView();
  };
  addEventListener.call(window, "hashchange", () => followAddress(true));
  addEventListener.call(document, "click", ({ target }) => {
    // The address stays, and the reader may have chosen another tab since.
    if (closest.call(target, "a")?.href === location.href) followAddress(true);
  });
  addEventListener.call(document, "change", ({ target }) => {
    if (!isAuthors(target) || !isLinked()) return;
    const label = labelOf(target);
    inPlace(target, () => choose((tab) => labelOf(tab) === label));
  });
  return followAddress;
}

/** Chooses the author's tabs with the label of a panel's tab. */
export function linkTabs(tab) {
  if (!isLinked()) return;
  const label = labelOf(tab);
  inPlace(tab, () => {
    for (const other of querySelectorAll.call(document, TAB))
      if (isAuthors(other) && labelOf(other) === label) other.click();
  });
}

/** The client that the address names. What the author has given that name is something else. */
function namedClient() {
  const [hash, client] = /^#keyfill-([\w-]+)$/.exec(location.hash) ?? [];
  return hash && !querySelector.call(document, hash) && client;
}

/** Does `act`, after which what the reader looks at is where it was in the window: what changes
 * above it may have another height, and Material scrolls for the tabs that it links. */
function inPlace(element, act) {
  const top = () => element.parentElement.getBoundingClientRect().top;
  const before = top();
  act();
  scrollBy({ top: top() - before, behavior: "instant" });
}

/** What stands on a tab. */
const labelOf = (tab) => tab.labels[0]?.textContent.trim();

const isAuthors = (tab) => tab.matches?.(TAB) && !closest.call(tab, "keyfill-panel");

/** Material says in the page what it does. */
const isLinked = () =>
  querySelector.call(document, "#__config")?.textContent.includes("content.tabs.link");
