#!/usr/bin/env node
// Pictures of the page in its states, for eyes: nothing is compared. Each state
// is taken on a phone and on a desk, in both languages and both color schemes.
//
//   node tools/screens.mjs [dist=dist] [out=target/screens] [name of a state ...]
//
// VARIANTS=0,4 takes some of the variants below only.

import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";

import { launch } from "./chromium.mjs";
import { STATES, take } from "./pictures.mjs";
import { serve } from "./serve.mjs";

// Phone and desk in both languages and schemes, everything else once or twice.
const VARIANTS = [
  ...["phone", "desk"].flatMap((view) =>
    ["zh-CN", "en-US"].flatMap((lang) => ["light", "dark"].map((scheme) => ({ view, lang, scheme })))),
  { view: "narrow", lang: "en-US", scheme: "light" },
  { view: "narrow", lang: "zh-CN", scheme: "light" },
  ...["tablet", "zoomed"].flatMap((view) =>
    [["zh-CN", "light"], ["en-US", "dark"]].map(([lang, scheme]) => ({ view, lang, scheme }))),
  { view: "print", lang: "zh-CN", scheme: "light" },
];

const [dist = "dist", out = "target/screens", ...names] = process.argv.slice(2);
await mkdir(out, { recursive: true });
const server = await serve({ dir: dist, port: 0 });
const browser = await launch();
const only = process.env.VARIANTS?.split(",").map(Number);
const variants = only ? only.map((at) => VARIANTS[at]) : VARIANTS;
for (const name of names.length ? names : Object.keys(STATES)) {
  for (const variant of variants) {
    try {
      const { png, problems } = await take(browser, server.url, name, variant);
      const file = `${name}-${variant.view}-${variant.lang.slice(0, 2)}-${variant.scheme}.png`;
      await writeFile(join(out, file), png);
      console.log(file, ...problems.map((problem) => `\n  ${problem}`));
    } catch (error) {
      console.error(`${name} ${JSON.stringify(variant)}: ${error.message}`);
      process.exitCode = 1;
    }
  }
}
await browser.close();
await server.close();
