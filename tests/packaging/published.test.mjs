// What is published: its entries resolve and have types everywhere, its types hold, nothing is needless.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { Project, ROOT, tarballOf } from "./project.mjs";

const project = new Project("node");
process.on("exit", () => project.remove());

test("attw finds nothing wrong with the types of an ES module package", () => {
  const files = ["lite.wasm", "process.wasm", "reader.wasm", "reader.pack", "renzheng.wasm", "package.json"];
  const out = project.run("attw", [tarballOf(), "--profile", "esm-only", "--exclude-entrypoints", ...files, "--format", "json"]);
  // CommonJS can require ES modules only from Node.js 22 on; the package does not claim more.
  const { CJSResolvesToESM, ...problems } = JSON.parse(out).problems;
  assert.ok(CJSResolvesToESM.every(({ resolutionKind }) => resolutionKind === "node16-cjs"));
  assert.deepEqual(problems, {});
});

test("publint finds nothing", () => {
  const out = project.run("publint", ["run", "--strict", tarballOf()]);
  assert.match(out, /All good!/);
});

test("no any in the public types", () => {
  for (const name of readdirSync(join(ROOT, "npm")).filter((name) => name.endsWith(".d.ts"))) {
    const code = readFileSync(join(ROOT, "npm", name), "utf8").replaceAll(/\/\*[^]*?\*\/|\/\/.*/g, "");
    assert.doesNotMatch(code, /\bany\b/, name);
  }
});

test("every entry can be imported on a server and does nothing", () => {
  const entries = Object.keys(JSON.parse(project.read("node_modules/renzheng/package.json")).exports).filter((entry) => !/\.(wasm|pack|json)$/.test(entry));
  project.write("inert.mjs", `
    const before = Object.getOwnPropertyNames(globalThis).join();
    globalThis.fetch = () => { throw new Error("fetched"); };
    for (const entry of ${JSON.stringify(entries)}) await import("renzheng" + entry.slice(1));
    if (Object.getOwnPropertyNames(globalThis).join() !== before) throw new Error("a global was made");
    console.log("inert");`);
  assert.match(project.run("node", ["inert.mjs"]), /inert/);
});
