// Defines <keyfill-panel>, whose commands stand there without any script. What makes a panel work
// is loaded by the first one: on a page without a panel nothing happens beyond this definition.

import { panel_lost } from "../mkdocs-plugin/src/mkdocs_keyfill/static.json";

// Taken from their kinds: an element that is called like one of them stands in its place elsewhere,
// as `<img name=createElement>` in the document. The app does the same: see www/bindgen.
const { createElement, querySelectorAll } = Document.prototype;
const { addEventListener } = EventTarget.prototype;
const { closest } = Element.prototype;

/** What the site's plugin accepts: the hash of where secrets go. It is read once, before anybody
 * changes it. A tag that contradicts another is accepted by none. */
const scripts = [...querySelectorAll.call(document, "script[data-keyfill-accepts]")];
const accepted = [...new Set(scripts.map((script) => script.dataset.keyfillAccepts))].join(" ");

/** The promise of what makes a panel work. It is one, so that panels come in their order. */
let script;

/** The promise of what carries a session from page to page: it is fetched where there is one. */
let carrier;

async function wake() {
  try {
    carrier ??= sessionStorage["keyfill-session"] && import("./carry.js");
    (await carrier)?.wake(script);
  } catch {}
}

class KeyfillPanel extends HTMLElement {
  #panel;
  /** The offer's button, where it was pressed before what takes it was there. */
  #pressed;

  constructor() {
    super();
    addEventListener.call(this, "click", ({ target }) => {
      if (!this.#panel) this.#pressed = closest.call(target, "[data-keyfill-open]");
    });
  }

  async connectedCallback() {
    try {
      const { Panel } = await (script ??= import("./panel.js"));
      if (!this.isConnected) return;
      (this.#panel ??= new Panel(this, accepted)).connect();
      wake();
      this.#pressed?.click();
      this.#pressed = undefined;
    } catch {
      // A later panel may try again: the reader may be online by then.
      script = undefined;
      const note = createElement.call(document, "p");
      note.className = "keyfill-note";
      // In the author's words, where the page has some.
      note.textContent = this.dataset.lost || panel_lost;
      this.append(note);
    }
  }

  disconnectedCallback() {
    this.#panel?.disconnect();
  }
}

wake();
// Also where the browser brings a page back, which may be seen before the other one has left
// something in the storage.
addEventListener.call(window, "pageshow", wake);
addEventListener.call(window, "storage", wake);
// The script may be on the page twice, under two addresses.
if (!customElements.get("keyfill-panel")) customElements.define("keyfill-panel", KeyfillPanel);
