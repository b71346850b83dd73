#!/usr/bin/env node
// Measures what each entry of the built npm package makes a page load, and compares it with docs/sizes.json,
// of which the documentation makes its table. With --write the file is written anew.
//
//   node tools/entries.mjs [--write] [package=npm/pkg]

import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const WRITTEN = new URL("../docs/sizes.json", import.meta.url).pathname;
// What the same code is compiled and compressed to differs a little between machines: paths of
// sources are in it, and versions of Node.js compress in their own ways.
const SLACK = 0.005;

const isWriting = process.argv.includes("--write");
const [pkg = "npm/pkg"] = process.argv.slice(2).filter((word) => word !== "--write");
const read = (file) => readFileSync(join(pkg, file));

/** What a module imports at once, and what it asks for when it is used. */
function named(file) {
  if (!file.endsWith(".js")) return { at: [], later: [] };
  const code = read(file).toString();
  const all = (pattern) => [...code.matchAll(pattern)].map(([, name]) => name);
  // The glue has an address of its own, which it is never left to use.
  const files = file.startsWith("renzheng_") ? [] : all(/new URL\(["'`]\.\/([^"'`]+)["'`],\s*import\.meta\.url\)/g);
  return { at: all(/\b(?:from|import)\s*["']\.\/([^"']+)["']/g), later: [...files, ...all(/\bimport\(\s*["'`]\.\/([^"'`]+)["'`]\s*\)/g)] };
}

/** The files of an entry: those that come with the import, and those that come with the first call. */
function closure(entry) {
  const [first, later] = [new Set(), new Set()];
  const walk = (file, into, isAll) => {
    if (first.has(file) || later.has(file)) return;
    into.add(file);
    const { at, later: others } = named(file);
    for (const name of isAll ? [...at, ...others] : at) walk(name, into, isAll);
  };
  walk(entry, first, false);
  for (const file of [...first]) for (const name of named(file).later) walk(name, later, true);
  return { first: [...first], later: [...later] };
}

/** As separate files: raw, gzip at its highest level, Brotli at its highest level. */
function sum(files) {
  const sizes = files.map((file) => {
    const raw = read(file);
    const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: raw.length };
    return [raw.length, gzipSync(raw, { level: 9 }).length, brotliCompressSync(raw, { params }).length];
  });
  return [0, 1, 2].map((i) => sizes.reduce((total, size) => total + size[i], 0));
}

const { name, exports: entries } = JSON.parse(read("package.json"));
const measured = {};
// What a build without network has no model for.
const without = [];
for (const [entry, { types, default: file }] of Object.entries(entries)) {
  // Other files have an address and no code; workers come with their clients.
  if (!types || entry.endsWith("worker")) continue;
  const { first, later } = closure(file.slice(2));
  const key = name + entry.slice(1);
  const absent = later.filter((file) => !existsSync(join(pkg, file)));
  if (absent.length) {
    console.log(`${key}: not measured, since this build is without ${absent.join(" ")}`);
    without.push(key);
    continue;
  }
  measured[key] = { first: sum(first), ...(later.length ? { later: sum(later) } : {}) };
  console.log(`${key}: ${measured[key].first.join(" ")} (${first.join(" ")})${later.length ? `; then ${measured[key].later.join(" ")} (${later.join(" ")})` : ""}`);
}

const written = JSON.parse(readFileSync(WRITTEN, "utf8"));
if (isWriting) {
  for (const key of without) if (written[key]) measured[key] = written[key];
  const rows = Object.entries(measured).map(([key, sizes]) => `  ${JSON.stringify(key)}: ${JSON.stringify(sizes)}`);
  writeFileSync(WRITTEN, `{\n${rows.join(",\n")}\n}\n`);
} else {
  for (const key of new Set([...Object.keys(measured), ...Object.keys(written)])) {
    if (without.includes(key)) continue;
    for (const when of ["first", "later"]) {
      const [is, says] = [measured[key]?.[when], written[key]?.[when]];
      if (!is && !says) continue;
      const isSame = is && says && [0, 1, 2].every((i) => Math.abs(is[i] - says[i]) <= SLACK * says[i]);
      if (isSame) continue;
      console.error(`renzheng: ${key}, ${when}: docs/sizes.json says ${says?.join(" ") ?? "nothing"}, the build is ${is?.join(" ") ?? "nothing"}; node tools/entries.mjs --write`);
      process.exitCode = 1;
    }
  }
}
