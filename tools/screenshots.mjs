#!/usr/bin/env node
// The few pictures that the documentation shows: `make screenshots`. Ten at most, and small.
//
//   node tools/screenshots.mjs [dist=dist] [out=docs/screenshots]

import { mkdir, readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";

import { launch } from "./chromium.mjs";
import { quantised } from "./palette.mjs";
import { take } from "./pictures.mjs";
import { serve } from "./serve.mjs";

const MOST_BYTES = 1_200_000;

const phone = { view: "phone", lang: "zh-CN", scheme: "light" };
const desk = { view: "desk", lang: "zh-CN", scheme: "light" };
const PICTURES = [
  ["start", "start", phone],
  ["needs", "needs", phone],
  ["tasks", "example_tasks", phone],
  ["reading", "slot_read", { ...phone, scroll: 1_180 }],
  ["photo", "slot_done", { ...phone, scroll: 560 }],
  ["check", "example_check", { ...phone, scheme: "dark" }],
  ["status", "status_sent_back", phone],
  ["certified", "status_certified", { ...phone, lang: "en-US" }],
  ["photos", "marked", { ...desk, scroll: 560 }],
  ["package", "example_package", { ...desk, lang: "en-US" }],
];

const [dist = "dist", out = "docs/screenshots"] = process.argv.slice(2);
await mkdir(out, { recursive: true });
// What is no longer drawn goes.
for (const file of await readdir(out)) if (file.endsWith(".png")) await rm(join(out, file));
const server = await serve({ dir: dist, port: 0 });
const browser = await launch();
let sum = 0;
for (const [file, state, variant] of PICTURES) {
  const { png, problems } = await take(browser, server.url, state, variant, false);
  const small = quantised(png);
  await writeFile(join(out, `${file}.png`), small);
  sum += small.length;
  console.log(`${join(out, file)}.png`, small.length, ...problems);
  if (problems.length) process.exitCode = 1;
}
console.log(`${sum} bytes in ${PICTURES.length} pictures`);
if (MOST_BYTES < sum) {
  console.error(`more than ${MOST_BYTES} bytes`);
  process.exitCode = 1;
}
await browser.close();
await server.close();
