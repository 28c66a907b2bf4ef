// What the reader chooses in a panel, at rest and in its app: a client, a shell, a region. A choice
// is one for the document. Where the author allows it, the client and the shell are kept until the
// browser tab is closed: their names, and nothing that the reader has typed.

export const REGION = ".keyfill-controls select";
export const SHELL = ".keyfill-shell select";
export const TAB = ".tabbed-set > input";
/** The clients that have no place in the row of tabs. */
export const MORE = ".tabbed-labels > select";

/** What is kept, by its name here and, with a word before it, in the storage. */
const KEPT = { client: TAB, shell: SHELL };

/** What the reader has chosen in this document, by name. */
export const chosen = {};

/** Whether an app is being told what was chosen before it was there. */
export let isFollowing = false;

/** Chooses the first tab that `is` wanted, and returns it if there is one. */
export function choose(panel, is) {
  const tab = [...panel.querySelectorAll(TAB)].find(is);
  tab?.click();
  return tab;
}

/** What is to be picked for `value` to be chosen, unless it is. */
export function unpicked(panel, which, value) {
  const options = panel.querySelector(which)?.options ?? [];
  return [...options].find((option) => option.value === value && !option.selected);
}

/** Picks in the app what was picked at rest. */
export function pick(panel, which, value) {
  const option = unpicked(panel, which, value);
  if (!option) return;
  option.selected = true;
  option.parentElement.dispatchEvent(new Event("change", { bubbles: true }));
}

/** Lets the app in a panel show what was chosen before it was there. */
export function follow(panel) {
  isFollowing = true;
  choose(panel, isChosen);
  isFollowing = false;
  pick(panel, SHELL, chosen.shell);
}

/** Remembers a choice, and says whether `target` is one of a client or a shell. */
export function noteChoice(panel, target) {
  if (target.matches(REGION)) chosen.region = target.value;
  for (const what in KEPT)
    if (target.matches(KEPT[what])) {
      chosen[what] = target.value;
      stored(panel, (storage) => (storage[`keyfill-${what}`] = target.value));
    }
}

/** Brings back what was chosen on another page. Whatever no panel has a name for is nothing. */
export function recallChoices(panel) {
  stored(panel, (storage) => {
    for (const what in KEPT) chosen[what] ??= storage[`keyfill-${what}`];
  });
}

/** Lets a panel at rest show what is chosen, as far as it has it. */
export function applyChoices(panel) {
  for (const tab of panel.querySelectorAll(TAB)) if (isChosen(tab)) tab.checked = true;
  showMore(panel);
  const select = panel.querySelector(REGION);
  if (!select) return;
  for (const option of select.options) if (option.text === chosen.region) option.selected = true;
  const [{ dataset } = {}] = select.selectedOptions;
  if (!dataset) return;
  for (const part of panel.querySelectorAll("[data-of-region]")) {
    // Within quotes where the language needs them.
    part.textContent = part.textContent.replace(/[^"]+/, () => dataset[part.dataset.ofRegion]);
    part.className = "keyfill-value";
  }
  // Nothing is left there that has to be filled in first.
  for (const guard of panel.querySelectorAll(".keyfill-guard")) guard.remove();
}

const isChosen = ({ value }) => value === chosen.client;

/** The menu shows the chosen client, where that is one of its own. */
function showMore(panel) {
  const more = panel.querySelector(MORE);
  if (!more) return;
  more.hidden = false;
  more.value = panel.querySelector("input:checked").value;
  if (!more.value) more.selectedIndex = 0;
}

/** Some browsers store nothing, and some throw at the name. */
function stored(panel, act) {
  try {
    if (/^(true)?$/.test(panel.dataset.rememberChoices)) act(sessionStorage);
  } catch {}
}
