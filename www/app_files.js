// The files of the app, for panel.js: fetched when somebody is about to want them, run when
// somebody does.

// Why something failed is the place of a text with its arguments: see wordsOf in rest.js.
const LOST = 9;
const NOT_STARTED = { word: 10 };
const OTHER_VERSION = { word: 11 };
const STATUS = 12;
const NO_PROGRAM = 13;

/** The promise of the glue, the compiled program and the style; none of it runs. */
let fetched;
/** The promise of the running app: one for the document. */
let running;
/** What the wasm exports, once it runs, and of which build it is. */
let wasm, build;
/** The promises of the parts of the app that are files of their own, by name. */
const parts = {};
/** The promises of texts that lie beside this script, by the names of their files. */
const texts = {};

/** Fetches and compiles the app, once. What fails is tried again the next time. */
export function fetchApp() {
  fetched ??= fetchParts().catch((why) => {
    fetched = undefined;
    throw why.word ? why : NOT_STARTED;
  });
  return fetched;
}

/** Runs the app, once. Rejects with why. */
export function runApp() {
  running ??= fetchApp()
    .then(run)
    .catch((why) => {
      running = undefined;
      throw why;
    });
  return running;
}

/** Puts a part into the memory of the running app, once. Rejects with why. */
export function loadPart(name) {
  parts[name] ??= fetchPart(`${name}.wasm`).then(addPart).catch((why) => {
    delete parts[name];
    throw why.word ? why : NOT_STARTED;
  });
  return parts[name];
}

/** Fetches what is the same for all panels of a site, once: the JSON of their configuration. It has
 * a hash for a name, and no address: it lies beside this script. Rejects with why. */
export const fetchSite = (hash) => fetchText(`site-${hash}.json`);

/** Fetches the commands of a client, once: JSON. Rejects with a sentence. */
export const fetchClient = (name) => fetchText(`client-${name}.json`);

/** Whether the app runs, or is about to. */
export const isWanted = () => running !== undefined;

/** Ends the app after a panic: secrets live in its memory, and no destructor will run for them any
 * more. */
export function wipe() {
  new Uint8Array(wasm.memory.buffer).fill(0);
  wasm = running = fetched = undefined;
  for (const name in parts) delete parts[name];
}

function fetchParts() {
  // All requests leave at once.
  return Promise.all([
    import("./app.js").catch(() => lost("app.js")),
    fetchPart("app_bg.wasm").then(compiled),
    fetchPart("app.css").then((reply) => reply.text()),
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

async function addPart(reply) {
  const part = await compiled(reply);
  if (buildOf(part) !== build) throw OTHER_VERSION;
  // What it needs of the app has the names under which the app exports it.
  await WebAssembly.instantiate(part, { __wasm_split: wasm });
}

/** What a page names has no address: it is a file beside this script. The app looks at what is in
 * it. */
function fetchText(name) {
  texts[name] ??= getText(name).catch((why) => {
    delete texts[name];
    throw why;
  });
  return texts[name];
}

async function getText(name) {
  if (!/^[\w-]+\.json$/.test(name)) lost(name);
  const text = await (await fetchPart(name)).text().catch(() => lost(name));
  // Some networks answer everything with a page of their own.
  return text[0] === "{" ? text : lost(name);
}

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
