/*! keyfill */
// Takes the place of worker.js on a site whose sessions end with the page, and ends the worker that
// a reader's browser has from before.

addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) => event.waitUntil(registration.unregister()));
