#!/usr/bin/env node
// Follows every link, picture and style sheet of a static site to its file and, where it names one, to its place on the
// page. References that other tools make (rustdoc, TypeDoc) are followed to, not through.
//
//   node tools/links.mjs [site=target/docs]

import { existsSync, readFileSync, readdirSync, statSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";

const [site = "target/docs"] = process.argv.slice(2);
const root = resolve(site);
const MADE = ["javascript", "rust"];
const pages = readdirSync(root, { recursive: true }).filter((name) => name.endsWith(".html") && !MADE.includes(name.split("/")[0]));

const idsOf = new Map();
/** What can be linked to on a page. */
function ids(file) {
  if (!idsOf.has(file)) idsOf.set(file, new Set([...readFileSync(file, "utf8").matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id)));
  return idsOf.get(file);
}

let links = 0;
const problems = [];
for (const page of pages) {
  const path = join(root, page);
  const html = readFileSync(path, "utf8");
  // What stands in code is no link: its quotes are escaped.
  const targets = [...html.matchAll(/\s(?:href|src)="([^"]*)"/g), ...html.matchAll(/url=([^"]+)"/g)].map(([, target]) => target.replaceAll("&amp;", "&"));
  for (const target of targets) {
    if (/^(https?|mailto):/.test(target)) continue;
    links += 1;
    const [name, id] = target.split("#");
    const file = name ? resolve(dirname(path), decodeURIComponent(name)) : path;
    const inside = relative(root, file);
    if (inside.startsWith("..")) problems.push(`${page}: ${target} leads out of the site`);
    else if (!existsSync(file) || !statSync(file).isFile()) problems.push(`${page}: ${target} leads to no file`);
    else if (id && !ids(file).has(decodeURIComponent(id))) problems.push(`${page}: ${target} leads to no place on ${inside}`);
  }
}
if (pages.length === 0 || links === 0) problems.push(`there are no pages in ${site}`);
for (const problem of problems) console.error(`renzheng: ${problem}`);
console.log(`renzheng: ${links} links on ${pages.length} pages of ${site}`);
process.exitCode = problems.length ? 1 : 0;
