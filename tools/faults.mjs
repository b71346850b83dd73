#!/usr/bin/env node
// Runs many random schedules of faults (tests/e2e/faults.test.mjs), and writes their figures into the
// section of docs/robustness.md that is between its markers. The seed is today's unless SEED says another.
//
//   SCHEDULES=300 node tools/faults.mjs

import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const PAGE = "docs/robustness.md";
const [BEGIN, END] = ["<!-- faults: written by tools/faults.mjs -->", "<!-- end of faults -->"];

const folder = mkdtempSync(join(tmpdir(), "renzheng-faults-"));
const file = join(folder, "figures.json");
const SEED = process.env.SEED ?? new Date().toISOString().slice(0, 10).replace(/-/g, "");
const { status } = spawnSync(process.execPath, ["--test", "--test-reporter=spec", "tests/e2e/faults.test.mjs"], {
  stdio: "inherit", env: { SCHEDULES: "300", ...process.env, SEED, FIGURES: file },
});
process.exitCode = status ?? 1;
if (existsSync(file)) {
  const { seed, schedules, acts, faults, failures, seconds } = JSON.parse(readFileSync(file, "utf8"));
  const sum = Object.values(faults).reduce((sum, count) => sum + count, 0);
  const rows = Object.entries(faults).sort(([, a], [, b]) => b - a).map(([name, count]) => `| ${name} | ${count} |`);
  const section = [
    BEGIN, "",
    `${schedules} random schedules from seed ${seed}: ${acts} acts and faults, ${sum} of them faults; ${failures} schedules failed (${Math.round(seconds / 60)} min).`, "",
    "| fault | times |", "|---|---|", ...rows, "", END,
  ].join("\n");
  const page = readFileSync(PAGE, "utf8");
  const [from, to] = [page.indexOf(BEGIN), page.indexOf(END)];
  if (from < 0 || to < from) throw new Error(`${PAGE} has no place for the figures: ${BEGIN} … ${END}`);
  writeFileSync(PAGE, page.slice(0, from) + section + page.slice(to + END.length));
}
rmSync(folder, { recursive: true });
