// The files of the app, for panel.js: fetched when somebody is about to want them, run when
// somebody does.

// Why something failed is the place of a text with its arguments: see wordsOf in rest.js.
const LOST = 9;
const NOT_STARTED = { word: 10 };
const STATUS = 11;
const NO_PROGRAM = 12;

/** The promises of what was asked for, by name. */
const asked = {};
/** What the wasm exports, once it runs, and of which build it is. */
let wasm, build;

/** Fetches and compiles the app, once: the glue, the program and the style. None of it runs. */
export const fetchApp = () => once("app", fetchParts);

/** Runs the app, once. */
export const runApp = () => once("run", () => fetchApp().then(run));

/** Puts a part into the memory of the running app, once. */
export const loadPart = (name) => once(`${name}.wasm`, addPart);

/** Fetches a file of JSON, once: the configuration of a site, the commands of a client, the words of
 * a language. It has a name, and no address: it lies beside this script. */
export const fetchJson = (name) => once(`${name}.json`, getText);

/** What answers for a language that is not English. Without it, the panel speaks English. */
export const fetchLanguage = (lang = "en") =>
  /^en/.test(lang)
    ? undefined
    : import("./language.js").then(({ speak }) => speak(lang, fetchJson)).catch(() => {});

/** Whether the app runs, or is about to. */
export const isWanted = () => "run" in asked;

/** Ends the app after a panic: secrets live in its memory, and no destructor will run for them any
 * more. */
export function wipe() {
  new Uint8Array(wasm.memory.buffer).fill(0);
  wasm = undefined;
  for (const name in asked) delete asked[name];
}

/** Does something once, and again after it has failed. Rejects with why. */
function once(name, act) {
  asked[name] ??= act(name).catch((why) => {
    delete asked[name];
    throw why.word ? why : NOT_STARTED;
  });
  return asked[name];
}

function fetchParts() {
  // All requests leave at once.
  return Promise.all([
    import("./app.js").catch(() => lost("app.js")),
    fetchPart("app_bg.wasm").then(compiled),
    fetchText("app.css"),
  ]);
}

async function run([app, program, style]) {
  try {
    wasm = await app.default({ module_or_path: program });
    build = buildOf(program);
  } catch {
    throw NOT_STARTED;
  }
  // Instant navigation deletes elements that the next page does not have, and not this.
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style);
  Reflect.get(Document.prototype, "adoptedStyleSheets", document).push(sheet);
  return app;
}

/** Of which build a program is: www/bindgen writes it there. */
function buildOf(program) {
  const [section] = WebAssembly.Module.customSections(program, "build");
  return section && new TextDecoder().decode(section);
}

async function addPart(name) {
  const part = await fetchPart(name).then(compiled);
  if (buildOf(part) !== build) throw NOT_STARTED;
  // What it needs of the app has the names under which the app exports it.
  await WebAssembly.instantiate(part, { __wasm_split: wasm });
}

async function getText(name) {
  if (!/^[\w-]+\.json$/.test(name)) lost(name);
  const text = await fetchText(name);
  // Some networks answer everything with a page of their own.
  return text[0] === "{" ? text : lost(name);
}

const fetchText = (name) =>
  fetchPart(name).then((reply) => reply.text().catch(() => lost(name)));

async function fetchPart(name) {
  const reply = await fetch(new URL(name, import.meta.url)).catch(() => lost(name));
  if (!reply.ok) throw { word: STATUS, status: reply.status, file: name };
  return reply;
}

/** The program in an answer, if it is one. A server that sends another type for it is common: then
 * it is compiled when all of it is there. */
async function compiled(reply) {
  const name = new URL(reply.url).pathname.split("/").pop();
  const type = reply.headers.get("content-type");
  if (type === "application/wasm") return WebAssembly.compileStreaming(reply);
  const bytes = await reply.arrayBuffer().catch(() => lost(name));
  // What every file of WebAssembly begins with.
  if (String.fromCharCode(...new Uint8Array(bytes.slice(0, 4))) !== "\0asm")
    throw { word: NO_PROGRAM, file: name, type: type || "?" };
  return WebAssembly.compile(bytes);
}

function lost(file) {
  throw { word: LOST, file };
}
