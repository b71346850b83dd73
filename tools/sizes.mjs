#!/usr/bin/env node
// Prints what a visitor downloads and fails when it is over the budget.
// Brotli at its highest level is what a static host serves.
//
//   node tools/sizes.mjs [dist=dist] [package=npm/pkg]

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const KB = 1024;

// Each group counts as a whole, in bytes of Brotli 11. `parts` are patterns of
// names, and each must match exactly one file, or any number with `many`.
const GROUPS = [
  {
    name: "first load",
    dir: "dist",
    // All that comes before the first page can be used. The workers come after it.
    budget: 256_000,
    parts: [
      { pattern: /^app(-[0-9a-f]+)?_bg\.wasm$/ },
      { pattern: /^app(-[0-9a-f]+)?\.js$/ },
      // JavaScript that crates bring along; the generated code imports it.
      { pattern: /^snippets\/.*\.js$/, many: true },
      { pattern: /^index\.html$/ },
      { pattern: /^boot\.js$/ },
      { pattern: /^style-.*\.css$/ },
    ],
  },
  {
    name: "journey worker",
    dir: "dist",
    // 180 with the form alone; sending, the package, following and a provider’s server are 110; what
    // was read of photos, offered to the form and held against it, is 20.
    // The goal is 200.
    budget: 312 * KB,
    parts: [
      { pattern: /^journey-worker_bg\.wasm$/ },
      { pattern: /^journey-worker(_loader)?\.js$/, many: true },
    ],
  },
  { name: "journey styles", dir: "dist", budget: 5 * KB, parts: [{ pattern: /^5-journey\.css$/ }] },
  { name: "photo styles", dir: "dist", budget: 4 * KB, parts: [{ pattern: /^5-photos\.css$/ }] },
  {
    name: "photo worker",
    dir: "dist",
    budget: 200 * KB,
    parts: [
      { pattern: /^photo-worker_bg\.wasm$/ },
      { pattern: /^photo-worker(_loader)?\.js$/, many: true },
    ],
  },
  {
    name: "photo worker, vectors",
    dir: "dist",
    // A browser fetches this one or the other. Vectors make it 8.6 KB larger.
    budget: 204 * KB,
    parts: [
      { pattern: /^photo-worker-simd_bg\.wasm$/ },
      { pattern: /^photo-worker(-simd|_loader)\.js$/, many: true },
    ],
  },
  {
    name: "npm wasm",
    dir: "package",
    // 200 without the judge, which finds, measures, straightens and cuts out the document. Two
    // more tell another document than was asked for, and what is only mild. One more hands the
    // decoded pixels to the reader, which needs no decoder of its own then. A last one looks at
    // lines of print for which way up a page is.
    budget: 254 * KB,
    parts: [{ pattern: /core_bg\.wasm$/ }],
  },
  {
    name: "npm lite",
    dir: "package",
    // The goal is 90; what loads the wasm was not counted before, and is a thousand bytes.
    budget: 91 * KB,
    parts: [{ pattern: /lite_bg\.wasm$/ }, { pattern: /lite\.js$/, many: true }, { pattern: /^(surface|load)\.js$/, many: true }],
  },
  {
    name: "npm process",
    dir: "package",
    budget: 72 * KB,
    parts: [{ pattern: /process_bg\.wasm$/ }, { pattern: /process\.js$/, many: true }, { pattern: /^surface\.js$/ }],
  },
  {
    name: "npm reader engine",
    dir: "package",
    budget: 400 * KB,
    parts: [{ pattern: /reader_bg\.wasm$/ }, { pattern: /^(renzheng_reader|engine|reader|reader-worker|reader-files)\.js$/, many: true }],
  },
  {
    name: "npm reader model",
    dir: "package",
    budget: 1.55 * 1e6,
    // A build without network has none.
    isOptional: true,
    parts: [{ pattern: /^reader\.pack$/ }],
  },
  {
    name: "npm, the rest",
    dir: "package",
    parts: [{ pattern: /\.js$/, many: true }],
  },
];

const [dist = "dist", pkg = "npm/pkg"] = process.argv.slice(2);
const dirs = { dist, package: pkg };
const problems = [];

function list(dir) {
  if (!existsSync(dir)) return null;
  return readdirSync(dir, { recursive: true }).map((name) => name.replaceAll("\\", "/"));
}

function measure(path) {
  const raw = readFileSync(path);
  const brotli = brotliCompressSync(raw, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: 11,
      [constants.BROTLI_PARAM_SIZE_HINT]: raw.length,
    },
  });
  return [raw.length, gzipSync(raw, { level: 9 }).length, brotli.length];
}

const rows = [["", "raw", "gzip", "brotli", "budget"]];
const count = (n) => n.toLocaleString("en-US");

for (const { name, dir, budget, isOptional, parts } of GROUPS) {
  const present = list(dirs[dir]);
  if (present === null) {
    problems.push(`${name}: there is no ${dirs[dir]}; run \`make build npm\` first`);
    continue;
  }
  if (isOptional && !parts.some(({ pattern }) => present.some((file) => pattern.test(file)))) {
    rows.push([name, "", "", "not in this build", count(budget)]);
    continue;
  }
  const files = [];
  for (const { pattern, many } of parts) {
    const matches = present.filter((file) => pattern.test(file)).sort();
    if (!many && matches.length !== 1) {
      problems.push(`${name}: ${matches.length} files in ${dirs[dir]} match ${pattern}`);
    }
    files.push(...matches);
  }
  const sizes = files.map((file) => measure(join(dirs[dir], file)));
  const sum = [0, 1, 2].map((i) => sizes.reduce((total, size) => total + size[i], 0));
  rows.push([name, ...sum.map(count), budget === undefined ? "" : count(budget)]);
  files.forEach((file, i) => rows.push([`  ${file}`, ...sizes[i].map(count), ""]));
  if (budget !== undefined && sum[2] > budget) {
    problems.push(`${name}: ${count(sum[2])} bytes are ${count(sum[2] - budget)} over the budget`);
  }
}

const widths = rows[0].map((_, i) => Math.max(...rows.map((row) => row[i].length)));
for (const row of rows) {
  const cells = row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]) : cell.padStart(widths[i])));
  console.log(cells.join("  ").trimEnd());
}
console.log(`Bytes; budgets are of Brotli, 1 KB = ${KB} bytes.`);
for (const problem of problems) console.error(`renzheng: ${problem}`);
process.exitCode = problems.length ? 1 : 0;
