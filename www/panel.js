// Makes a panel work. At rest the static page does: its tabs, its copy buttons, its choice of a
// region. The app takes its place when the reader wants to sign in, or to fill in values.

import {
  fetchApp,
  fetchJson,
  fetchLanguage,
  isWanted,
  loadPart,
  runApp,
  wipe,
} from "./app_files.js";
import {
  applyChoices,
  choose,
  chosen,
  follow,
  isFollowing,
  MORE,
  noteChoice,
  pick,
  recallChoices,
  REGION,
  SHELL,
  TAB,
  unpicked,
} from "./choices.js";
import { linkTabs, watchLinks } from "./links.js";
import { rename } from "./names.js";
import { copyStep, filled, newButton, newNote, wordsOf } from "./rest.js";
import { isGoodLine, kept, whenDrawn, whenIdle, whenSeen } from "./preload.js";

// The places of texts: see wordsOf. START is on the button of a panel whose author wrote none.
const LOADING = 3;
const TRY_AGAIN = 4;
const START = 5;
const CANNOT = 6;
const WORKS = 7;
const STOPPED = 8;

// Taken from their kinds, past the names that elements of the page have: see keyfill.js.
const { createElement, querySelectorAll } = Document.prototype;
const { addEventListener } = EventTarget.prototype;
const { closest } = Element.prototype;

/** What loads the app: the buttons to sign in and to try it with a sample, and the offer's. */
const OPENS = "[data-focus=open], [data-focus=sample], [data-keyfill-open]";

/** The panels in the document now, in the order in which they came. */
const panels = new Set();
let stopped = false;

/** The part of `<keyfill-panel>` that is loaded with the first one. */
export class Panel {
  #element;
  #accepted;
  /** Counts connections, so that one that is over does not mount when its loading ends. */
  #turn = 0;
  /** The connection for which the app is being loaded. */
  #starting;
  /** Whether it is said, also before anything is pressed, that the app cannot be had. */
  #isTold = false;
  /** What the reader has pressed, to be done when the app is there. */
  #pressed;
  /** The button of a panel whose author wrote none. */
  #added;
  #children;
  #handle;
  #note;

  /** `accepted` is the hash of where secrets may go, or empty. */
  constructor(element, accepted) {
    this.#element = element;
    this.#accepted = accepted;
    const listen = (type, act) => addEventListener.call(element, type, act);
    listen("click", (event) => this.#clicked(event.target));
    listen("change", (event) => this.#changed(event.target));
    for (const hint of ["pointerover", "pointerdown", "focusin"])
      listen(hint, ({ target }) => closest.call(target, OPENS) && this.#hinted());
  }

  connect() {
    if (panels.has(this)) return;
    rename(this.#element, [...panels].map((panel) => panel.#element));
    panels.add(this);
    recallChoices(this.#element);
    this.#enliven();
    followAddress();
    // A page that is written by hand may leave it out.
    if (!this.#element.querySelector(OPENS)) this.#addButton();
    // The commands for another shell come with the app.
    this.#isTold = Boolean(kept() || unpicked(this.#element, SHELL, chosen.shell));
    if (isWanted() || stopped) startAll();
    else if (this.#isTold) whenIdle(startAll);
    // An offer is on many pages, and few readers take it.
    else if (!("offer" in this.#element.dataset))
      whenSeen(this.#element, () => isGoodLine() && this.#hinted());
  }

  disconnect() {
    panels.delete(this);
    if (!panels.size) followAddress(true);
    this.#turn++;
    this.#pressed = undefined;
    this.#note?.remove();
    try {
      this.#handle?.unmount();
    } finally {
      this.#handle = undefined;
      this.#restore();
      this.#added?.remove();
    }
  }

  /** The app is gone: what it drew and listened on goes too. */
  abandon() {
    this.#handle = undefined;
    this.#restore();
    this.#say(this.#words[STOPPED]);
  }

  /** Chooses the tab that `is` wanted, if this panel has it. */
  choose(is) {
    return choose(this.#element, is);
  }

  /** What this panel says. */
  get #words() {
    return wordsOf(this.#element);
  }

  #addButton() {
    this.#added = createElement.call(document, "div");
    this.#added.className = "keyfill-controls";
    const button = newButton(this.#words[START]);
    button.className += " md-button--primary";
    const opens = "offer" in this.#element.dataset ? "data-keyfill-open" : "data-focus";
    button.setAttribute(opens, "open");
    this.#added.append(button);
    this.#element.append(this.#added);
  }

  /** Lets the static page work. */
  #enliven() {
    for (const part of this.#element.querySelectorAll("[inert], .keyfill-copy"))
      part.inert = part.hidden = false;
    applyChoices(this.#element);
  }

  #clicked(target) {
    if (closest.call(target, "[data-keyfill-open]")) this.#press(() => this.#open());
    if (this.#handle) return;
    const copies = closest.call(target, ".keyfill-copy");
    const { focus } = closest.call(target, OPENS)?.dataset ?? {};
    if (copies) copyStep(copies, this.#words);
    else if (focus) {
      const region = this.#element.querySelector(REGION)?.value;
      this.#press(() => {
        pick(this.#element, REGION, region);
        this.#element.querySelector(`[data-focus=${focus}]`)?.click();
      });
    } else if (closest.call(target, ".keyfill-note button")) this.#press(this.#pressed);
  }

  #changed(target) {
    if (target.matches(MORE)) return choose(this.#element, ({ value }) => value === target.value);
    // Of a region the app decides.
    if (this.#handle && target.matches(REGION)) return;
    noteChoice(this.#element, target);
    if (target.matches(SHELL)) return this.#handle || this.#press();
    for (const panel of panels) if (!panel.#handle) applyChoices(panel.#element);
    if (target.matches(TAB) && !isFollowing) linkTabs(target);
  }

  /** The reader is about to want the app. A failure is told when they do. */
  #hinted() {
    if (this.#handle || stopped) return;
    for (const wanted of [fetchApp(), ...this.#files]) wanted?.catch?.(() => {});
  }

  /** Does `act`, as soon as the app is there. */
  #press(act) {
    if (this.#handle) return act?.();
    this.#pressed = act ?? (() => {});
    this.#say(this.#words[LOADING], "keyfill-wait");
    startAll();
  }

  /** Mounts the app. */
  async start() {
    if (this.#handle || this.#starting === this.#turn) return;
    const words = this.#words;
    if (stopped) return this.#say(words[STOPPED]);
    const turn = (this.#starting = this.#turn);
    try {
      this.#element.ariaBusy = true;
      const [app, ...files] = await Promise.all([runApp(), ...this.#files]);
      if (turn === this.#turn && !stopped) this.#mount(app, ...files);
    } catch (why) {
      // Where nothing was wanted but the commands, nothing is missed.
      if (turn === this.#turn && (this.#isTold || this.#pressed))
        this.#say(
          `${filled(words[CANNOT], { why: filled(words[why.word], why) })} ${words[WORKS]}`,
          "",
          words[TRY_AGAIN],
        );
    } finally {
      if (turn === this.#starting) this.#starting = undefined;
      this.#element.ariaBusy = null;
    }
  }

  #mount(app, config, ...more) {
    watchForPanics();
    const client = this.#element.querySelector("input:checked")?.value ?? "";
    this.#note?.remove();
    try {
      const data = JSON.stringify({ ...this.#element.dataset, config });
      this.#handle = app.mount(data, client, this.#accepted, loadPart, fetchJson, ...more);
    } catch (error) {
      if (error instanceof WebAssembly.RuntimeError) return stop();
      return this.#say(filled(this.#words[CANNOT], { why: error }));
    }
    this.#children = [...this.#element.childNodes];
    this.#element.replaceChildren(this.#handle.root);
    const act = this.#pressed;
    this.#pressed = undefined;
    whenDrawn(this.#handle.root, () => {
      follow(this.#element);
      act?.();
    });
  }

  /** The configuration, which stands in the page or lies beside this script, the commands of the
   * tab that is chosen, and its language. These may be missing: the app asks again. */
  get #files() {
    const { config, site } = this.#element.dataset;
    const file = this.#element.querySelector("input:checked")?.dataset.file;
    return [
      site ? fetchJson(`site-${site}`) : config,
      file && fetchJson(`client-${file}`).catch(() => {}),
      fetchLanguage(closest.call(this.#element, "[lang]")?.lang),
    ];
  }

  #open() {
    // The focus comes back here when the dialog closes.
    this.#element.querySelector("[data-keyfill-open]")?.focus();
    this.#element.querySelector("dialog")?.showModal();
  }

  #restore() {
    if (this.#children) this.#element.replaceChildren(...this.#children);
    this.#children = undefined;
  }

  #say(text, look = "", again = "") {
    this.#note?.remove();
    this.#note = newNote(`keyfill-note ${look}`);
    this.#note.textContent = text;
    // What a page without scripts says beside: the endpoints, where the commands lack them.
    const more = !look && this.#element.querySelector("noscript")?.textContent;
    if (more) this.#note.append(` ${more}`);
    if (again) this.#note.append(" ", newButton(again));
    // That it loads is said beside what was pressed, which stays where it is.
    const place = look ? ".keyfill-controls" : ".keyfill-bar";
    (this.#element.querySelector(place) ?? this.#element).append(this.#note);
  }
}

/** The panels follow each other: the first that has a tab is enough. */
const followAddress = watchLinks((is) => [...panels].some((panel) => panel.choose(is)));

/** The session is one for the document, so the app is in all of its panels. It takes them in by
 * their order, whichever is pressed. */
export function startAll() {
  for (const panel of panels) panel.start();
}

/** A panic of the app arrives as an error of the window: it aborts, so the browser reports a trap. */
function watchForPanics() {
  for (const type of ["error", "unhandledrejection"])
    addEventListener.call(window, type, onFailure);
}

function onFailure(event) {
  if (!((event.error ?? event.reason) instanceof WebAssembly.RuntimeError)) return;
  // What the app left behind (a timer, a reply) traps again: that says nothing new.
  if (stopped) event.preventDefault();
  else stop();
}

function stop() {
  stopped = true;
  wipe();
  for (const panel of panels) panel.abandon();
  // The author's own text went with the app; what stands in its place must not stay.
  for (const slot of querySelectorAll.call(document, "span.keyfill-slot.keyfill-value"))
    slot.textContent = `<${slot.dataset.slot}>`;
}
