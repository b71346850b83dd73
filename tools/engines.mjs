#!/usr/bin/env node
// Runs the tests in Firefox and WebKitGTK (tests/engines), and writes their figures into the section of
// docs/robustness.md that is between its markers.
//
//   node tools/engines.mjs      (RENZHENG_PHOTOS: more photos, of which tests/corpus.rs has written what the crate says)

import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { writeSection } from "../benches/section.mjs";

const folder = mkdtempSync(join(tmpdir(), "renzheng-engines-"));
const file = join(folder, "figures.json");
const { status } = spawnSync(process.execPath, ["--test", "--test-reporter=spec", "tests/engines/engines.test.mjs"], {
  stdio: "inherit", env: { ...process.env, FIGURES: file },
});
process.exitCode = status ?? 1;
if (status === 0 && existsSync(file)) {
  const figures = Object.entries(JSON.parse(readFileSync(file, "utf8")));
  const rows = figures.map(([, { version, photos, tests }]) => `| ${version} | ${photos} files, in the page and in a worker: all the same | ${tests} pass | as many bytes as in Node.js |`);
  await writeSection("docs/robustness.md", "engines", [
    "| engine | reports and photos that fit, against the crate's | tests of wasm | a photo given to the built page |", "|---|---|---|---|", ...rows,
  ].join("\n"));
}
rmSync(folder, { recursive: true });
