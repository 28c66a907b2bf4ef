// Defines <keyfill-panel>: static commands with placeholders, until the app takes their place.
// On a page without a panel nothing happens beyond this definition.

const CANNOT = "Your own keys cannot be filled in here: ";
const NOT_STARTED =
  "its program did not start. The browser, or the site's Content Security Policy, may not let WebAssembly run.";
const BY_HAND = " The commands work with the placeholders replaced by hand.";
const STOPPED =
  "Keyfill stopped because of an error. Nothing was kept; reload the page to start again.";

// Taken from their kinds: an element that is called like one of them stands in its place elsewhere,
// as `<img name=createElement>` in the document. The app does the same: see www/bindgen.
const { createElement, querySelectorAll } = Document.prototype;
const { addEventListener } = EventTarget.prototype;
const { closest } = Element.prototype;

/** What the site's plugin accepts: the hash of where secrets go. It is read once, before anybody
 * changes it. A tag that contradicts another is accepted by none. */
const scripts = [...querySelectorAll.call(document, "script[data-keyfill-accepts]")];
const accepted = [...new Set(scripts.map((script) => script.dataset.keyfillAccepts))].join(" ");

/** The panels in the document now. */
const panels = new Set();
/** The promise of the app: one for the document, begun by the first panel. */
let loading;
/** What the wasm exports, once it runs. */
let wasm;
let stopped = false;
/** The attributes whose names begin with the panel's. */
const NAMES = /^(id|for|name|aria-(\w+by|controls))$/;

async function load() {
  // Both requests leave at once.
  const [app, program] = await Promise.all([
    import("./app.js").catch(() => lost("app.js")),
    fetch(new URL("app_bg.wasm", import.meta.url)).then(checked, () => lost("app_bg.wasm")),
  ]);
  wasm = await app.default({ module_or_path: program });
  for (const type of ["error", "unhandledrejection"])
    addEventListener.call(window, type, onFailure);
  return app;
}

/** The answer with the program, if it is one. A server that sends another type for it is common,
 * and the glue would warn about it in the console: it gets the bytes instead. */
async function checked(reply) {
  if (!reply.ok) throw `the server answered ${reply.status} for app_bg.wasm.`;
  const type = reply.headers.get("content-type");
  if (type === "application/wasm") return reply;
  const bytes = await reply.arrayBuffer().catch(() => lost("app_bg.wasm"));
  // What every file of WebAssembly begins with.
  if (String.fromCharCode(...new Uint8Array(bytes.slice(0, 4))) !== "\0asm")
    throw `the server sent no program for app_bg.wasm; the type of its answer is ${type || "missing"}.`;
  return bytes;
}

function lost(file) {
  throw `${file} could not be loaded.`;
}

/** A panic of the app arrives here: it aborts, so the browser reports a trap. */
function onFailure(event) {
  if (!((event.error ?? event.reason) instanceof WebAssembly.RuntimeError)) return;
  // What the app left behind (a timer, a reply) traps again: that says nothing new.
  if (stopped) event.preventDefault();
  else stop();
}

function stop() {
  stopped = true;
  // Secrets live in this memory, and no destructor will run for them any more.
  new Uint8Array(wasm.memory.buffer).fill(0);
  wasm = loading = undefined;
  for (const panel of panels) panel.abandon();
  // The author's own text went with the app; what stands in its place must not stay.
  for (const slot of querySelectorAll.call(document, "span.keyfill-slot.keyfill-value"))
    slot.textContent = `<${slot.dataset.slot}>`;
}

/** Whether the reader wanted values to be kept for this tab. Some browsers store nothing. */
function kept() {
  try {
    return sessionStorage["keyfill-values"];
  } catch {}
}

class KeyfillPanel extends HTMLElement {
  /** Counts connections, so that one that is over does not mount when its loading ends. */
  #turn = 0;
  #children;
  #handle;
  #note;
  /** Whether the reader has pressed the offer, and its dialog is still to come. */
  #opens;

  constructor() {
    super();
    this.addEventListener("click", ({ target }) => {
      if (closest.call(target, "[data-keyfill-open]")) this.#open();
    });
  }

  async connectedCallback() {
    this.#name();
    panels.add(this);
    const turn = ++this.#turn;
    // An offer loads nothing before it is taken, unless there is something to fill in already.
    const isOffer = "offer" in this.dataset;
    let waits = isOffer && !loading && !kept();
    do {
      if (waits && !stopped) await this.#taken();
      waits = isOffer;
    } while (turn === this.#turn && !(await this.#start(turn)) && waits);
  }

  /** Two pages joined into one may both have a panel of the same name: the later one gets
   * another, and its labels and radios with it. */
  #name() {
    const old = this.dataset.panel;
    const named = (name) => [...panels].find(({ dataset }) => dataset.panel === name);
    const other = old && named(old);
    if (!other) return;
    let name = old;
    for (let count = 2; named(name); count++) name = `${old}-${count}`;
    this.dataset.panel = name;
    for (const { attributes } of this.querySelectorAll("*"))
      for (const attribute of attributes)
        if (NAMES.test(attribute.name))
          attribute.value = ` ${attribute.value}`.replaceAll(` ${old}-`, ` ${name}-`).trim();
    // The radios of both were one group until now, and had one choice for both.
    for (const panel of [this, other])
      if (!panel.querySelector(":checked"))
        for (const input of panel.querySelectorAll("[checked]")) input.checked = true;
  }

  /** Mounts the app. Gives false where it could not be loaded. */
  async #start(turn) {
    this.#note?.remove();
    if (stopped) return !this.#say(STOPPED);
    let app;
    try {
      this.ariaBusy = true;
      app = await (loading ??= load());
    } catch (why) {
      // A later panel may try again: the reader may be online by then.
      loading = undefined;
      const reason = typeof why === "string" ? why : NOT_STARTED;
      if (turn === this.#turn) this.#say(CANNOT + reason + BY_HAND);
      return false;
    } finally {
      this.ariaBusy = null;
    }
    if (turn !== this.#turn || stopped) return true;
    const client = this.querySelector("input:checked")?.value ?? "";
    try {
      this.#handle = app.mount(JSON.stringify(this.dataset), client, accepted);
      this.#children = [...this.childNodes];
      this.replaceChildren(this.#handle.root);
      if (this.#opens) setTimeout(() => this.#open());
    } catch (error) {
      if (error instanceof WebAssembly.RuntimeError) stop();
      else this.#say(CANNOT + error);
    }
    return true;
  }

  disconnectedCallback() {
    panels.delete(this);
    this.#turn++;
    try {
      this.#handle?.unmount();
    } finally {
      this.#handle = undefined;
      this.#restore();
    }
  }

  /** The app is gone: what it drew and listened on goes too. */
  abandon() {
    this.#handle = undefined;
    this.#restore();
    this.#say(STOPPED);
  }

  /** Waits until the reader takes the offer. */
  #taken() {
    return new Promise((taken) => this.addEventListener("click", taken, { once: true }));
  }

  #open() {
    // The focus comes back here when the dialog closes.
    this.querySelector("[data-keyfill-open]")?.focus();
    const dialog = this.querySelector("dialog");
    this.#opens = !dialog;
    dialog?.showModal();
  }

  #restore() {
    if (this.#children) this.replaceChildren(...this.#children);
    this.#children = undefined;
  }

  #say(text) {
    this.#note = createElement.call(document, "p");
    this.#note.className = "keyfill-note";
    this.#note.setAttribute("role", "status");
    this.#note.textContent = text;
    // What a page without scripts says beside: the endpoints, where the commands lack them.
    const more = this.querySelector("noscript")?.textContent;
    if (more) this.#note.append(` ${more}`);
    (this.querySelector(".keyfill-bar") ?? this).append(this.#note);
  }
}

// The script may be on the page twice, under two addresses.
if (!customElements.get("keyfill-panel")) customElements.define("keyfill-panel", KeyfillPanel);
