/*! keyfill */
// Notes where the reader goes, in browsers that do not tell of navigations: by a press on a link.
// A way back is not known from the end of the tab there.

import { note } from "./carry.js";

// Taken from their kinds, past the names that elements of the page have: see keyfill.js.
const { addEventListener } = EventTarget.prototype;
const { closest } = Element.prototype;

addEventListener.call(window, "click", (event) => {
  const link = closest.call(event.target, "a[href]");
  const { button, ctrlKey, metaKey, shiftKey, altKey, defaultPrevented } = event;
  // Another tab, a download, or a script that goes there by itself.
  if (!link || link.hasAttribute("download") || /^(?!_self$)./.test(link.target)) return;
  if (button || ctrlKey || metaKey || shiftKey || altKey || defaultPrevented) return;
  // A place in this page is no way out of it.
  const here = location.href.split("#")[0];
  if (!link.href.startsWith(`${here}#`)) note(link.href);
});
