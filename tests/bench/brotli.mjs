// node brotli.mjs FILE...: prints, as JSON, how many bytes each file has after brotli 11.
import { readFileSync } from "node:fs";
import { brotliCompressSync, constants } from "node:zlib";

const params = { [constants.BROTLI_PARAM_QUALITY]: 11 };
const sizes = process.argv.slice(2).map((file) => [
  file,
  brotliCompressSync(readFileSync(file), { params }).length,
]);
console.log(JSON.stringify(Object.fromEntries(sizes)));
