// The packed package in an empty project: what a team gets that installs it.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { after, before, test } from "node:test";
import { HOST_HEADERS, serve } from "../../tools/serve.mjs";
import { launch } from "../../tools/chromium.mjs";
import { outcome } from "./outcomes.mjs";

const ROOT = new URL("../../", import.meta.url).pathname;
const DATA = join(ROOT, "tests/data");
const PHOTOS = new Set(readdirSync(join(DATA, "photos")));
// More photos, of which tests/corpus.rs has written down what the crate says of them.
const MORE = process.env.RENZHENG_PHOTOS;
const json = (path) => JSON.parse(readFileSync(path, "utf8"));
const OTHERS = MORE ? json(join(ROOT, "target/corpus.reports.json")) : {};
const EXPECTED = { ...json(join(DATA, "formats.reports.json")), ...OTHERS };
const folderOf = (name) => (name in OTHERS ? "more" : PHOTOS.has(name) ? "photos" : "formats");

let project;
let renzheng;
let server;
let browser;

before(async () => {
  project = mkdtempSync(join(tmpdir(), "renzheng-npm-"));
  const npm = (...args) => execFileSync("npm", args, { cwd: project, encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] });
  const [{ filename }] = JSON.parse(npm("pack", "--json", "--silent", join(ROOT, "npm/pkg")));
  writeFileSync(join(project, "package.json"), '{ "name": "empty", "private": true, "type": "module" }\n');
  npm("install", "--offline", "--no-audit", "--no-fund", "--silent", `./${filename}`);
  renzheng = await import(pathToFileURL(join(project, "node_modules/renzheng/index.js")).href);

  // The page imports the package from where it was installed.
  for (const folder of ["formats", "photos"]) cpSync(join(DATA, folder), join(project, "data", folder), { recursive: true });
  for (const name of Object.keys(OTHERS)) cpSync(join(MORE, name), join(project, "data/more", name));
  cpSync(join(ROOT, "tests/npm/outcomes.mjs"), join(project, "outcomes.mjs"));
  const script = example().replace('"renzheng"', '"./node_modules/renzheng/index.js"');
  writeFileSync(join(project, "example.js"), `const file = await fixture();\n${script}\nglobalThis.fitted = fitted;\n${FIXTURE_IN_PAGE}`);
  writeFileSync(join(project, "page.js"), PAGE);
  writeFileSync(join(project, "index.html"), '<!doctype html><meta charset="utf-8"><title>page</title><script type="module" src="page.js"></script>');
  writeFileSync(join(project, "example.html"), '<!doctype html><meta charset="utf-8"><title>example</title><script type="module" src="example.js"></script>');
  server = await serve({ dir: project, port: 0, headers: HOST_HEADERS });
  browser = await launch();
});

after(async () => {
  await browser?.close();
  await server?.close();
  rmSync(project, { recursive: true, force: true });
});

const FIXTURE_IN_PAGE = `async function fixture() {
  const bytes = await (await fetch("data/photos/p0125.jpg")).arrayBuffer();
  return new File([bytes], "p0125.jpg", { type: "image/jpeg" });
}`;

const PAGE = `import * as renzheng from "./node_modules/renzheng/index.js";
import { createChecker } from "./node_modules/renzheng/worker-client.js";
import { outcome } from "./outcomes.mjs";
const checker = createChecker();
const wheres = { "main-thread": renzheng, worker: checker };
globalThis.ready = renzheng.init().then(() => checker.ready());
globalThis.outcomeOf = async (where, folder, name) => {
  const bytes = new Uint8Array(await (await fetch("data/" + folder + "/" + encodeURIComponent(name))).arrayBuffer());
  return outcome(wheres[where], name, bytes);
};`;

/** The first JavaScript example of the package's README. */
function example() {
  const [, code] = readFileSync(join(ROOT, "npm/README.md"), "utf8").match(/```js\n([\s\S]*?)```/);
  return code;
}

const read = (name) => readFileSync(join(project, "data", folderOf(name), name));

test("the tarball has what a user needs and nothing else", () => {
  const listed = execFileSync("npm", ["pack", "--dry-run", "--json", "--silent", join(ROOT, "npm/pkg")], { encoding: "utf8" });
  const files = JSON.parse(listed)[0].files.map(({ path }) => path).sort();
  // A build without network is without the model.
  const model = existsSync(join(ROOT, "npm/pkg/reader.pack")) ? ["LICENSE-model", "NOTICE-model", "reader.pack"] : [];
  assert.deepEqual(files, [
    "LICENSE-APACHE", "LICENSE-MIT", "NOTICE", "README.md", "element-style.js", "element-words.js", "element.d.ts", "element.js", "engine.js", "file.js",
    "index.d.ts", "index.js", "inline.d.ts", "inline.js", "job.js", "life.js", "lite-inline.js", "lite.d.ts", "lite.js", "load.js",
    "package.json", "process-inline.js", "process.d.ts", "process.js", "queue.js", "reader-files.js", "reader-worker.d.ts", "reader-worker.js", "reader.d.ts",
    "reader.js", "renzheng_core.js", "renzheng_core_bg.wasm",
    "renzheng_core_inline.js", "renzheng_lite.js", "renzheng_lite_bg.wasm", "renzheng_lite_inline.js", "renzheng_process.js",
    "renzheng_process_bg.wasm", "renzheng_process_inline.js", "renzheng_reader.js", "renzheng_reader_bg.wasm", "surface.js", "upload.d.ts", "upload.js", "whole.js", "worker-client.d.ts",
    "worker-client.js", "worker.d.ts", "worker.js", ...model,
  ].sort());
});

test("before init every function says what to do", () => {
  for (const call of [() => renzheng.checkPhoto(new Uint8Array()), () => renzheng.profiles(), () => renzheng.explain({})]) {
    assert.throws(call, { code: "renzheng.not-ready", message: /init\(\)/ });
  }
});

test("init may be called again and at the same time", async () => {
  await assert.rejects(renzheng.init(new Uint8Array([1, 2, 3])), { code: "renzheng.load-failed" });
  const [first, second] = [renzheng.init(), renzheng.init()];
  assert.equal(first, second);
  await Promise.all([first, second]);
});

test("the README's example runs in Node", async () => {
  const path = join(project, "example-node.mjs");
  writeFileSync(path, `const file = new File([(await import("node:fs")).readFileSync(process.argv[2])], "p0125.jpg");\n${example()}`);
  const out = execFileSync("node", [path, join(DATA, "photos/p0125.jpg")], { cwd: project, encoding: "utf8" });
  const [, bytes] = out.match(/^(\d+) bytes/);
  assert.ok(Number(bytes) <= 200_000 && out.includes("turned"), out);
});

test("the README's example runs in a page under a strict policy", async () => {
  const page = await browser.newPage();
  await page.goto(`${server.url}example.html`);
  await page.waitForFunction(() => globalThis.fitted);
  const { ok, length } = await page.evaluate(() => ({ ok: fitted.ok, length: fitted.photo.length }));
  assert.ok(ok && length <= 200_000);
  await page.close();
});

test("the files are there", (t) => {
  const { length } = Object.keys(EXPECTED);
  assert.ok(100 <= length && (!MORE || 50 <= Object.keys(OTHERS).length));
  t.diagnostic(`${length} files, ${Object.keys(OTHERS).length} of them from RENZHENG_PHOTOS`);
});

test("in Node every file has the report that is written down", async () => {
  await renzheng.init();
  for (const [name, expected] of Object.entries(EXPECTED)) {
    assert.deepEqual(await outcome(renzheng, name, read(name)), expected, name);
  }
});

for (const where of ["main-thread", "worker"]) {
  test(`in Chromium, ${where}, every file has the report that is written down`, async () => {
    const page = await browser.newPage();
    await page.goto(server.url);
    assert.equal(await page.evaluate(() => ready), "worker");
    for (const [name, expected] of Object.entries(EXPECTED)) {
      const found = await page.evaluate((given) => outcomeOf(...given), [where, folderOf(name), name]);
      assert.deepEqual(found, expected, name);
    }
    await page.close();
  });
}

test("misuse is an Error with a code", async () => {
  await renzheng.init();
  assert.throws(() => renzheng.checkPhoto("photo.jpg"), { code: "renzheng.bad-bytes" });
  assert.throws(() => renzheng.checkPhoto(new Uint8Array(1), { photoProfile: "200k" }), { code: "renzheng.bad-options" });
  assert.throws(() => renzheng.checkPhoto(new Uint8Array(1), { filename: "a" }), { code: "renzheng.bad-options" });
  assert.throws(() => renzheng.explain({ code: "photo.nonsense" }), { code: "renzheng.bad-finding" });
  assert.equal(renzheng.checkPhoto(new Uint8Array(1), { photoProfile: undefined, kind: undefined }).ok, false);
});

test("findings are explained in both languages", async () => {
  await renzheng.init();
  for (const name of ["photo.heic", "size_204801.jpg", "jpeg_named.png", "png_1x1.png", "exif_gps.jpg"]) {
    for (const finding of renzheng.checkPhoto(read(name), { fileName: name }).findings) {
      const [zh, en] = ["zh-Hans", "en"].map((locale) => renzheng.explain(finding, locale));
      assert.ok(zh.what && zh.fix && en.what && en.fix && zh.what !== en.what, finding.code);
    }
  }
});

test("bytes come as any view, and the wechat profile takes GIFs", async () => {
  await renzheng.init();
  const gif = read("gif_as.jpg");
  const buffer = gif.buffer.slice(gif.byteOffset, gif.byteOffset + gif.byteLength);
  for (const bytes of [gif, buffer, new DataView(buffer)]) {
    assert.equal(renzheng.checkPhoto(bytes, { photoProfile: "wechat-upload" }).ok, true);
  }
  assert.deepEqual(renzheng.profiles().map(({ id }) => id), ["certification-200k", "wechat-upload"]);
});

test("the types hold under tsc --strict", () => {
  mkdirSync(join(project, "types"));
  writeFileSync(join(project, "types/example.ts"), `const file = new File([], "a.jpg");\n${example()}
    for (const finding of fitted.report.findings) {
      if (finding.code === "photo.over-limit") finding.most.toFixed();
      // @ts-expect-error: only some findings have a score
      finding.score;
    }
    // @ts-expect-error: a misspelt kind
    fitPhoto(bytes, { kind: "id-fornt" });\n`);
  // A server's project may know nothing of the DOM.
  writeFileSync(join(project, "types/node.ts"), 'import { init, checkPhoto } from "renzheng";\nawait init();\ncheckPhoto(new Uint8Array(1)).ok satisfies boolean;\n');
  writeFileSync(join(project, "types/lite.ts"), `import { checkApplication, checkNumber, explain } from "renzheng/lite";
    const { findings, known } = checkNumber("mobile", "1", { today: "2026-11-24" });
    known.region?.name satisfies string | undefined;
    for (const finding of findings) {
      if (finding.code === "number.character") finding.position.toFixed();
      explain(finding, "en").fix satisfies string;
    }
    const report = checkApplication({ subjectType: "individual", fields: { "contact.name": "a" } }, { today: "2026-11-24" });
    for (const finding of report.findings) explain(finding).what satisfies string;
    // @ts-expect-error: a misspelt path
    checkApplication({ subjectType: "individual", fields: { "contact.nam": "a" } }, { today: "2026-11-24" });
    // @ts-expect-error: the day is needed
    checkNumber("mobile", "1");\n`);
  writeFileSync(join(project, "types/process.ts"), `import { due, fromWechat, newProcess, nameOf, step, type ProcessState } from "renzheng/process";
    let state: ProcessState = newProcess("brief");
    const done = step(state, { type: "complete", to: "a", yuan: 300 }, 0);
    if (done.why) done.why.code satisfies string;
    else for (const effect of done.effects) if (effect.type === "rename-program") effect.to.trim();
    state = done.state;
    if (state.state === "sent-back") state.left.toFixed();
    for (const event of fromWechat({ task_status: 3 }).events) ({ state } = step(state, event, 0));
    for (const { what, at } of due(state, 0).next) nameOf("due", what, "en").padEnd(at);
    // @ts-expect-error: a misspelt event
    step(state, { type: "sumbit" }, 0);\n`);
  writeFileSync(join(project, "types/worker-client.ts"), `import { createChecker } from "renzheng/worker-client";
    const checker = createChecker({ worker: () => new Worker("a.js"), signal: new AbortController().signal });
    const fitted = await checker.fitPhoto(new File([], "a.jpg"), {
      kind: "licence", signal: AbortSignal.timeout(1), onProgress: (told) => { if (told.stage === "inspected") told.report.width.toFixed(); },
    });
    if (fitted.ok) fitted.photo.length.toFixed();
    (await checker.explain(fitted.report.findings[0]!, "en")).what.trim();
    // @ts-expect-error: a misspelt option
    checker.checkPhoto(new Uint8Array(1), { knid: "licence" });
    // @ts-expect-error: the day is needed
    checker.checkNumber("mobile", "1");\n`);
  writeFileSync(join(project, "types/upload.ts"), `import { beforeUpload } from "renzheng/upload";
    const check = beforeUpload({ kind: "id-front", onRefused: (error, file) => { error.message.trim(); file.name.trim(); } });
    (await check(new File([], "a.jpg"))).size.toFixed();
    (await check([new File([], "a.jpg")])).length.toFixed();
    (await check({ raw: new File([], "a.jpg") })) satisfies boolean;
    const ignoring: (file: File, list: File[]) => Promise<File | string> = beforeUpload({ refused: "ignore" as string });
    const reading: (file: File | File[]) => Promise<File | File[] | undefined> = check;
    void [ignoring, reading];\n`);
  writeFileSync(join(project, "types/element.ts"), `import { define } from "renzheng/element";
    define();
    const photo = document.createElement("renzheng-photo");
    photo.file?.size.toFixed();
    await photo.check(new File([], "a.jpg"));
    // @ts-expect-error: it is read only
    photo.file = null;\n`);
  writeFileSync(join(project, "types/reader.ts"), `import { createReader, type Reading } from "renzheng/reader";
    const reader = createReader({ model: new URL("https://example.com/reader.pack"), worker: false, onProgress: ({ loaded, total }) => { (loaded / total).toFixed(); } });
    const reading = await reader.read(new File([], "a.jpg"), "licence", { signal: AbortSignal.timeout(1) });
    for (const finding of reading.findings) {
      if (finding.code === "reader.missing") finding.field satisfies string;
      if (finding.code === "photo.over-limit") finding.most.toFixed();
      (await reader.explain(finding)).fix.trim();
    }
    const stored: Reading = reading;
    const { offers } = await reader.compare({ subjectType: "enterprise" , fields: {} }, [{ holder: "subject", kind: "licence", reading: stored }], { today: "2026-11-29" });
    offers[0]?.field satisfies string | undefined;
    // @ts-expect-error: nothing can be read of a letter
    reader.read(new Uint8Array(1), "letter");
    // @ts-expect-error: the day is needed
    reader.compare({ subjectType: "enterprise", fields: {} }, []);\n`);
  for (const [file, lib] of [["reader", "es2022,dom"], ["worker-client", "es2022,dom"], ["upload", "es2022,dom"], ["element", "es2022,dom"], ["example", "es2022,dom"], ["node", "es2022"], ["lite", "es2022"], ["process", "es2022"]]) {
    const flags = ["--strict", "--noEmit", "--target", "es2022", "--module", "nodenext", "--lib", lib, `types/${file}.ts`];
    execFileSync("node", [join(ROOT, "node_modules/typescript/bin/tsc"), ...flags], { cwd: project, stdio: ["ignore", "inherit", "inherit"] });
  }
});
