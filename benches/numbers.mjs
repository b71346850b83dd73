#!/usr/bin/env node
// How many numbers a second `checkNumber` checks through the package in this Node.js,
// beside the plainest check that could be written in JavaScript, in one run.
//
//   node benches/numbers.mjs [--page FILE]
import { parseArgs } from "node:util";
import * as full from "../npm/pkg/index.js";
import * as lite from "../npm/pkg/lite.js";
import { writeSection } from "./section.mjs";

const { page } = parseArgs({ options: { page: { type: "string" } } }).values;

const NUMBERS = [
  ["resident-id", "11010519491231002X"], ["resident-id", "110105 19491231 002x"], ["resident-id", "110105194912310021"],
  ["credit-code", "91350100M000100Y43"], ["mobile", "+86 131-2345-6789"], ["bank-card", "6200000000000005"],
];
const options = { today: "2026-11-24" };
const ROUNDS = 7;
const CHECKS = 60_000;

/** The baseline: length and check character of a resident ID, a boolean and nothing else. */
function plain(text) {
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  if (!/^\d{17}[\dX]$/.test(text)) return false;
  return "10X98765432"[weights.reduce((sum, weight, i) => sum + weight * text[i], 0) % 11] === text[17];
}

const contenders = {
  "plain JavaScript, boolean": (kind, text) => plain(text),
  "renzheng": (kind, text) => full.checkNumber(kind, text, options),
  "renzheng/lite": (kind, text) => lite.checkNumber(kind, text, options),
};
await full.init();
await lite.init();
const rates = Object.fromEntries(Object.keys(contenders).map((name) => [name, []]));
for (let round = 0; round <= ROUNDS; round++) {
  for (const [name, check] of Object.entries(contenders)) {
    const start = performance.now();
    for (let i = 0; i < CHECKS; i++) check(...NUMBERS[i % NUMBERS.length]);
    // The first round warms up.
    if (round > 0) rates[name].push((CHECKS / (performance.now() - start)) * 1_000);
  }
}
const median = (values) => values.sort((a, b) => a - b)[values.length >> 1];
const FORM = { subjectType: "individual" };
const forms = (check) => {
  const start = performance.now();
  for (let i = 0; i < CHECKS / 30; i++) check(FORM, options);
  return (CHECKS / 30 / (performance.now() - start)) * 1_000;
};
rates["renzheng, an empty form of an individual"] = Array.from({ length: ROUNDS + 1 }, () => forms(full.checkApplication)).slice(1);
const rows = Object.entries(rates).map(([name, values]) => [name, Math.round(median(values)).toLocaleString("en-US")]);
for (const [name, rate] of rows) console.log(`${name.padEnd(44)} ${rate.padStart(12)} a second`);
if (page) {
  const table = ["| of numbers of all kinds, through the package in Node.js | a second |", "|---|---:|", ...rows.map(([name, rate]) => `| ${name} | ${rate} |`)];
  await writeSection(page, "numbers", table.join("\n"));
}
