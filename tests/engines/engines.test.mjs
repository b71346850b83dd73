// The other two engines, Firefox and WebKitGTK: what the package says of every photo is what the crate says
// of it, the tests of wasm pass, and the built page takes a photo. `make engines` writes the figures into
// docs/robustness.md.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { after, before, describe, test } from "node:test";
import { HOST_HEADERS, serve } from "../../tools/serve.mjs";
import { Browser, ENGINES } from "./driver.mjs";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const DATA = join(ROOT, "tests/data");
// More photos, of which tests/corpus.rs has written down what the crate says of them.
const MORE = process.env.RENZHENG_PHOTOS;
const json = (path) => JSON.parse(readFileSync(path, "utf8"));
const OTHERS = MORE ? json(join(ROOT, "target/corpus.reports.json")) : {};
const EXPECTED = { ...json(join(DATA, "formats.reports.json")), ...OTHERS };
const PHOTOS = new Set(readdirSync(join(DATA, "photos")));
const folderOf = (name) => (name in OTHERS ? "more" : PHOTOS.has(name) ? "photos" : "formats");

const PAGE = `import * as renzheng from "./package/index.js";
import { createChecker } from "./package/worker-client.js";
import { outcome } from "./outcomes.mjs";
const wheres = { "main-thread": renzheng, worker: createChecker() };
globalThis.outcomeOf = async (where, folder, name) => {
  await renzheng.init();
  const bytes = new Uint8Array(await (await fetch("data/" + folder + "/" + encodeURIComponent(name))).arrayBuffer());
  // As text: what crosses to the test must not depend on how a driver passes numbers on.
  return JSON.stringify(await outcome(wheres[where], name, bytes));
};`;

let folder;
let packaged;
let built;
/** By engine: its version, files, tests of wasm. */
const figures = {};
before(async () => {
  folder = mkdtempSync(join(tmpdir(), "renzheng-engines-"));
  cpSync(join(ROOT, "npm/pkg"), join(folder, "package"), { recursive: true });
  for (const name of ["formats", "photos"]) cpSync(join(DATA, name), join(folder, "data", name), { recursive: true });
  mkdirSync(join(folder, "data/more"));
  for (const name of Object.keys(OTHERS)) cpSync(join(MORE, name), join(folder, "data/more", name));
  cpSync(join(ROOT, "tests/npm/outcomes.mjs"), join(folder, "outcomes.mjs"));
  writeFileSync(join(folder, "page.js"), PAGE);
  writeFileSync(join(folder, "index.html"), '<!doctype html><meta charset="utf-8"><title>page</title><script type="module" src="page.js"></script>');
  packaged = await serve({ dir: folder, port: 0, headers: HOST_HEADERS });
  built = await serve({ dir: process.env.DIST ?? join(ROOT, "dist"), port: 0 });
});
after(async () => {
  await packaged?.close();
  await built?.close();
  rmSync(folder, { recursive: true, force: true });
  if (process.env.FIGURES) writeFileSync(process.env.FIGURES, `${JSON.stringify(figures, null, 1)}\n`);
});

/** The tests of wasm on a page that waits to be opened: its address, and how to end it. */
async function openTests(name) {
  const [flags, features] = [["--target", "wasm32-unknown-unknown", "--no-default-features"], ["--features", "app,npm"]];
  const child = spawn("cargo", ["test", ...flags, ...features, "--test", name], {
    cwd: ROOT, stdio: ["ignore", "pipe", "pipe"], detached: true,
    env: { ...process.env, NO_HEADLESS: "1", WASM_BINDGEN_TEST_ADDRESS: "127.0.0.1:0" },
  });
  let said = "";
  const url = await new Promise((done, failed) => {
    const hear = (data) => {
      said += data;
      const found = said.match(/available at (http:\S+)/);
      if (found) done(found[1]);
    };
    child.stdout.on("data", hear);
    child.stderr.on("data", hear);
    child.once("exit", () => failed(new Error(`${name} is not served:\n${said.slice(-2000)}`)));
  });
  return { url, stop: () => process.kill(-child.pid) };
}

for (const engine of (process.env.ENGINES ?? Object.keys(ENGINES).join(",")).split(",")) {
  describe(engine, () => {
    let browser;
    before(async () => {
      browser = await Browser.start(engine);
      figures[engine] = { version: browser.version, photos: 0, tests: 0 };
    });
    after(() => browser?.close());

    for (const where of ["main-thread", "worker"]) {
      test(`every file has the outcome that the crate has written down: ${where}`, { timeout: 1_200_000 }, async () => {
        await browser.goto(packaged.url);
        await browser.find(() => typeof globalThis.outcomeOf === "function");
        for (const [name, expected] of Object.entries(EXPECTED)) {
          const text = await browser.run((...args) => globalThis.outcomeOf(...args), where, folderOf(name), name);
          assert.deepEqual(JSON.parse(text), expected, `${name} (${where})`);
        }
        figures[engine].photos = Object.keys(EXPECTED).length;
      });
    }

    for (const name of ["web_app", "web_drafts"]) {
      test(`the tests of wasm pass: ${name}`, { timeout: 600_000 }, async () => {
        const tests = await openTests(name);
        try {
          await browser.goto(tests.url);
          const result = await browser.find(() => document.getElementById("output")?.textContent.match(/test result: .*/)?.[0], 300_000);
          const [, passed] = result.match(/ok\. (\d+) passed; 0 failed/) ?? assert.fail(await browser.run(() => document.getElementById("output").textContent));
          assert.ok(0 < Number(passed), result);
          figures[engine].tests += Number(passed);
        } finally {
          tests.stop();
        }
      });
    }

    test("the built page makes a photo fit, to as many bytes as the package does in Node.js", { timeout: 180_000 }, async () => {
      await browser.goto(`${built.url}#/photos`);
      await browser.find(() => !document.getElementById("boot") && document.querySelector("input[type=file]") !== null);
      await browser.choose("input[type=file]", join(DATA, "photos/p0125.jpg"));
      await browser.find(() => document.querySelector("[data-testid=photo-card][data-state=done]") !== null);
      const bytes = await browser.run(() => document.querySelector("[data-testid=result-bytes]").dataset.bytes);
      const renzheng = await import(new URL("../../npm/pkg/index.js", import.meta.url));
      await renzheng.init();
      // That page keeps the whole picture.
      const { photo } = await renzheng.fitPhoto(readFileSync(join(DATA, "photos/p0125.jpg")), { crop: "none" });
      assert.equal(Number(bytes), photo.length);
    });
  });
}
