// The names of panels, which are those of their radios and labels too.

/** The attributes whose names begin with the panel's. */
const NAMES = /^(id|for|name|aria-(\w+by|controls))$/;

/** Two pages joined into one may both have a panel of the same name: the later one gets another,
 * and its labels and radios with it. */
export function rename(element, others) {
  const { dataset } = element;
  const old = dataset.panel;
  const named = (name) => others.find((other) => other.dataset.panel === name);
  const other = old && named(old);
  if (!other) return;
  let name = old;
  for (let count = 2; named(name); count++) name = `${old}-${count}`;
  dataset.panel = name;
  for (const { attributes } of element.querySelectorAll("*"))
    for (const attribute of attributes)
      if (NAMES.test(attribute.name))
        attribute.value = ` ${attribute.value}`.replaceAll(` ${old}-`, ` ${name}-`).trim();
  // The radios of both were one group until now, and had one choice for both.
  for (const panel of [element, other])
    if (!panel.querySelector("input:checked"))
      for (const input of panel.querySelectorAll("[checked]")) input.checked = true;
}
