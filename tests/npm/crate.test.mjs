// What `cargo publish` would send: the sources that are in the repository, what they include, and the papers; nothing else.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import { test } from "node:test";

const ROOT = new URL("../../", import.meta.url).pathname;
const lines = (program, ...args) => execFileSync(program, args, { cwd: ROOT, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).trim().split("\n");
const PAPERS = ["CHANGELOG.md", "Cargo.lock", "Cargo.toml", "LICENSE-APACHE", "LICENSE-MIT", "NOTICE", "README.md"];
// Cargo.toml as it was written, and the commit: Cargo adds them.
const MADE = [".cargo_vcs_info.json", "Cargo.toml.orig"];
const MOST_BYTES = 2_200_000;

const listed = lines("cargo", "package", "--list", "--allow-dirty").filter((path) => !MADE.includes(path));

test("the crate has its sources and papers, and nothing else", () => {
  assert.deepEqual(listed.sort(), [...PAPERS, ...lines("git", "ls-files", "src")].sort());
});

test("what is no source is named by one", () => {
  const code = listed.filter((path) => path.endsWith(".rs")).map((path) => readFileSync(join(ROOT, path), "utf8")).join("\n");
  for (const path of listed.filter((path) => path.startsWith("src/") && !path.endsWith(".rs"))) {
    assert.ok(code.includes(`${basename(path)}"`), path);
  }
});

test("the crate is small", (t) => {
  const bytes = listed.reduce((sum, path) => sum + statSync(join(ROOT, path)).size, 0);
  t.diagnostic(`${listed.length} files, ${bytes} bytes`);
  assert.ok(bytes <= MOST_BYTES, `${bytes} bytes`);
});
