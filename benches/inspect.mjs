#!/usr/bin/env node
// How long a look at the header of a file takes through the package in this Node.js: the file crosses into
// wasm's memory, the report comes back as an object. With what of it is not ours beside: the same bytes
// copied once.
//
//   node benches/inspect.mjs [--page FILE]
import { readFileSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { init, inspectPhoto } from "../npm/pkg/index.js";
import { writeSection } from "./section.mjs";

const { page } = parseArgs({ options: { page: { type: "string" } } }).values;
const DATA = fileURLToPath(new URL("../tests/data/", import.meta.url));
const files = ["photos", "formats"].flatMap((folder) =>
  readdirSync(`${DATA}${folder}`).filter((name) => /\.(jpe?g|png)$/.test(name)).map((name) => ({ name, bytes: new Uint8Array(readFileSync(`${DATA}${folder}/${name}`)) })));
const ROUNDS = 9;
const TIMES = 200;

const middle = (values) => values.sort((a, b) => a - b)[values.length >> 1];
/** Microseconds of one call, the median of rounds of many. */
function microseconds(act) {
  for (let i = 0; i < TIMES; i++) act();
  return middle(Array.from({ length: ROUNDS }, () => {
    const start = performance.now();
    for (let i = 0; i < TIMES; i++) act();
    return ((performance.now() - start) * 1_000) / TIMES;
  }));
}

await init();
const memory = new Uint8Array(8 << 20);
const rows = files.map(({ name, bytes }) => ({
  name, bytes: bytes.length,
  whole: microseconds(() => inspectPhoto(bytes, { fileName: name })),
  copy: microseconds(() => memory.set(bytes)),
}));
const of = (pick, list = rows) => ({ middle: middle(list.map(pick)), most: Math.max(...list.map(pick)) });
const [whole, copy, ours] = [of((row) => row.whole), of((row) => row.copy), of((row) => row.whole - row.copy)];
const slowest = rows.toSorted((a, b) => b.whole - a.whole)[0];
const text = `\`inspectPhoto\` on the ${rows.length} files of \`tests/data\`, through the package in Node.js ${process.versions.node} (\`node benches/inspect.mjs\`):

| microseconds of a file | median | most |
|---|---:|---:|
| whole call | ${whole.middle.toFixed(1)} | ${whole.most.toFixed(1)} |
| of it the copy of the file into wasm's memory | ${copy.middle.toFixed(1)} | ${copy.most.toFixed(1)} |
| without the copy | ${ours.middle.toFixed(1)} | ${ours.most.toFixed(1)} |

The slowest is \`${slowest.name}\` of ${slowest.bytes.toLocaleString("en-US")} bytes.`;
console.log(text);
if (page) await writeSection(page, "inspect", text);
