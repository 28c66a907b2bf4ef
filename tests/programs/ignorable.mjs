// Prints src/core/admit/ignorable.rs: node tests/programs/ignorable.mjs
//
// The property comes from the Unicode database that Node holds. It is rarely changed, since code
// points are reserved for it before they are assigned.

const property = /\p{Default_Ignorable_Code_Point}/u;
const isSurrogate = (code) => code >= 0xd800 && code < 0xe000;
const hex = (code) => `0x${code.toString(16)}`;

const ranges = [];
for (let code = 0; code <= 0x10ffff; code += 1) {
  if (isSurrogate(code) || !property.test(String.fromCodePoint(code))) continue;
  const last = ranges.at(-1);
  if (last?.[1] === code - 1) last[1] = code;
  else ranges.push([code, code]);
}
const total = ranges.reduce((sum, [first, last]) => sum + last - first + 1, 0);

process.stdout.write(`//! The property \`Default_Ignorable_Code_Point\` of Unicode: ${total} code points.
//!
//! Written by \`tests/programs/ignorable.mjs\`, which a test runs and compares.

/// The first and the last code point of each range, in order.
pub const IGNORABLE: [(u32, u32); ${ranges.length}] = [
${ranges.map(([first, last]) => `    (${hex(first)}, ${hex(last)}),\n`).join("")}];
`);
