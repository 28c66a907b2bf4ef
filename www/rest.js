// What a panel does at rest, without the app: it copies. What it shows was made when the site was
// built, and what it says is in the catalogue of texts.

import { rest_words as WORDS } from "../mkdocs-plugin/src/mkdocs_keyfill/static.json";

// Taken from their kind, past the names that elements of the page have: see keyfill.js.
const { createElement } = Document.prototype;

/** How long a copy button says that it has copied, and what the copy lacks, in milliseconds. */
const COPIED_MS = 2000;
const TOLD_MS = 6000;

/** What a panel says, in the order of src/core/words/catalog/rest.rs: in the author's words, where
 * the page has some. */
export function wordsOf(panel) {
  const own = panel.querySelector(".keyfill-words")?.content.children;
  return WORDS.map((word, index) => own?.[index]?.textContent || word);
}

/** A button with a word on it. */
export function newButton(word) {
  const button = createElement.call(document, "button");
  button.type = "button";
  button.className = "md-button";
  button.textContent = word;
  return button;
}

/** A paragraph that screen readers say where it changes. */
export function newNote(look) {
  const note = createElement.call(document, "p");
  note.className = look;
  note.setAttribute("role", "status");
  return note;
}

/** A text with its arguments. */
export const filled = (text, named) => text.replace(/{(\w+)}/g, (_, name) => named[name]);

/** Copies the step of a copy button, and says so; and what it lacks, if it lacks the key. */
export async function copyStep(button, [copied, told, refused]) {
  const block = button.parentElement;
  const code = block.querySelector("code");
  const text = code.textContent;
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    // Over http, and in a frame that may not: browsers let a page copy what is selected, and if not,
    // the reader can.
    getSelection().selectAllChildren(code);
    if (!document.execCommand("copy")) return tell(block, refused);
  }
  const word = button.textContent;
  if (word !== copied) {
    button.textContent = copied;
    setTimeout(() => (button.textContent = word), COPIED_MS);
  }
  if (/<(access|secret)-key>/.test(text)) tell(block, told);
}

/** Says something about a block, over it: nothing on the page moves. */
function tell(block, text) {
  block.querySelector(".keyfill-told")?.remove();
  const note = newNote("keyfill-told");
  block.append(note);
  // Said by screen readers where it changes, not where it comes with its words.
  note.textContent = text;
  setTimeout(() => note.remove(), TOLD_MS);
}
