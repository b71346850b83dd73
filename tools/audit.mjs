#!/usr/bin/env node
// Known weaknesses of dependencies, where the lists of them can be reached: those of RustSec by
// cargo-deny, those of npm by `npm audit`. Without a network both are unknown, which is said and is no
// failure; licences, bans and sources are looked at in any case.
//
//   node tools/audit.mjs

import { spawnSync } from "node:child_process";

const run = (command, args, options = {}) => {
  const { status, stdout, stderr } = spawnSync(command, args, { encoding: "utf8", maxBuffer: 1 << 26, ...options });
  return { isOk: status === 0, text: `${stdout ?? ""}${stderr ?? ""}` };
};
const fail = (what, text) => {
  console.error(text.trim());
  console.error(`renzheng: ${what}`);
  process.exitCode = 1;
};
const UNREACHABLE = /could not resolve|failed to fetch|failed to (acquire|open|clone|prepare)|unable to fetch|network|timed? ?out|ENOTFOUND|ECONNREFUSED|EAI_AGAIN|ETIMEDOUT|ECONNRESET|\b(403|404|405|50\d)\b/i;

const crates = run("cargo", ["deny", "check", "licenses", "bans", "sources"]);
if (crates.isOk) console.log("renzheng: licences, bans and sources of the crates are as deny.toml says");
else fail("deny.toml does not hold", crates.text);

const advised = run("cargo", ["deny", "check", "advisories"]);
if (advised.isOk) console.log("renzheng: RustSec knows nothing against the crates");
else if (UNREACHABLE.test(advised.text) && !/RUSTSEC-\d/.test(advised.text)) console.log("renzheng: advisories of the crates NOT CHECKED: RustSec's list cannot be reached");
else fail("RustSec advises against a crate", advised.text);

for (const folder of [".", "tests/packaging", "benches/reading"]) {
  const { isOk, text } = run("npm", ["audit", "--package-lock-only", "--audit-level=high", "--json"], { cwd: folder });
  let report = {};
  try {
    report = JSON.parse(text);
  } catch { /* no answer */ }
  if (isOk && report.metadata) console.log(`renzheng: npm knows nothing grave against the packages of ${folder}`);
  else if (!report.vulnerabilities) console.log(`renzheng: advisories of the packages of ${folder} NOT CHECKED: npm's list cannot be reached`);
  else fail(`npm advises against packages of ${folder}`, JSON.stringify(Object.keys(report.vulnerabilities)));
}
