// The language of a panel that does not speak English: which one it is, its words, and how it counts.
// No page loads this before its panel is wanted, and none in English does at all.

import TAGS from "../mkdocs-plugin/src/mkdocs_keyfill/languages/tags.json";

/** Answers for the language with the tag `lang`: its words, which are two texts of JSON, and for a
 * number its plural form and how it is written. Gives nothing for English. `fetchJson` takes the
 * name of a file beside this script. */
export async function speak(lang, fetchJson) {
  let known = lang.toLowerCase();
  // Lookup as RFC 4647 has it: the tag without its last part, until there is one.
  while (known && !Object.hasOwn(TAGS, known)) known = known.replace(/-?[^-]*$/, "");
  const tag = TAGS[known];
  if (!tag) return;
  // Each alone may be missing.
  const names = [`language-${tag}`, `language-${tag}--more`];
  const words = await Promise.all(names.map((name) => fetchJson(name).catch(() => {})));
  const rules = new Intl.PluralRules(tag);
  const numbers = new Intl.NumberFormat(tag);
  const answers = {
    words: (file) => words[file],
    form: (number) => rules.select(number),
    number: (number) => numbers.format(number),
  };
  return (what, number) => answers[what](number);
}
