#!/usr/bin/env node
// Whether everything that is used may be used, and comes from where it should: the licences and
// sources of all crates of Cargo.lock and of all packages of the lock files of npm. Needs no network.
// deny.toml says the same to cargo-deny, for `make audit`.
//
//   node tools/licences.mjs

import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

/** What may be part of what is given away. */
const SHIPPED = ["MIT", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "ISC", "Zlib", "Unicode-3.0", "CC0-1.0", "BSL-1.0", "IJG", "Apache-2.0 WITH LLVM-exception"];
/** What tools and tests may be of besides: nothing of them is given away. */
const TOOLS = [...SHIPPED, "0BSD", "MIT-0", "CC-BY-4.0", "BlueOak-1.0.0", "MPL-2.0", "Python-2.0", "PSF-2.0", "LGPL-3.0-or-later"];

const REGISTRY = "https://registry.npmjs.org/";

/** Whether an SPDX expression can be fulfilled with these licences. An old "/" is an "or". */
export function isAllowed(expression, allowed) {
  const tokens = (expression ?? "").replace(/\//g, " OR ").match(/\(|\)|[^\s()]+/g) ?? [];
  let at = 0;
  const one = () => {
    if (tokens[at] === "(") {
      at += 1;
      const inside = any();
      at += 1;
      return inside;
    }
    let name = tokens[at++];
    if (tokens[at] === "WITH") name += ` WITH ${tokens[(at += 2) - 1]}`;
    return allowed.includes(name);
  };
  const both = () => {
    let all = one();
    while (tokens[at] === "AND") {
      at += 1;
      all = one() && all;
    }
    return all;
  };
  const any = () => {
    let some = both();
    while (tokens[at] === "OR") {
      at += 1;
      some = both() || some;
    }
    return some;
  };
  return tokens.length > 0 && any() && at === tokens.length;
}

/** What is wrong with the crates, one line each. */
function crates() {
  const text = execFileSync("cargo", ["metadata", "--locked", "--all-features", "--format-version", "1"], { encoding: "utf8", maxBuffer: 1 << 28, stdio: ["ignore", "pipe", "inherit"] });
  const used = JSON.parse(text).packages.filter(({ source }) => source !== null);
  const wrong = used.flatMap(({ name, version, license, source }) => [
    ...(isAllowed(license, SHIPPED) ? [] : [`crate ${name} ${version}: licence ${license}`]),
    ...(source === "registry+https://github.com/rust-lang/crates.io-index" ? [] : [`crate ${name} ${version} comes from ${source}`]),
  ]);
  return { count: used.length, wrong };
}

/** The same of the packages of a lock file. */
function packages(path) {
  const used = Object.entries(JSON.parse(readFileSync(path, "utf8")).packages).filter(([place]) => place !== "");
  const wrong = used.flatMap(([place, { license, resolved, integrity, link }]) => [
    ...(link || isAllowed(license, TOOLS) ? [] : [`${path}: ${place}: licence ${license}`]),
    // Without an address it is the registry's.
    ...(link || ((resolved ?? REGISTRY).startsWith(REGISTRY) && integrity) ? [] : [`${path}: ${place} comes from ${resolved}, with the sum ${integrity}`]),
  ]);
  return { count: used.length, wrong };
}

const found = [crates(), ...["package-lock.json", "tests/packaging/package-lock.json", "benches/reading/package-lock.json"].map(packages)];
const wrong = found.flatMap(({ wrong }) => wrong);
for (const line of wrong) console.error(`renzheng: ${line}`);
if (wrong.length) process.exitCode = 1;
else console.log(`renzheng: ${found[0].count} crates and ${found.slice(1).reduce((sum, { count }) => sum + count, 0)} npm packages have licences and sources that are allowed`);
