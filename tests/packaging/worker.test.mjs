// renzheng/worker-client in a page: progress, giving up, losing the worker, and doing without one.
import assert from "node:assert/strict";
import { createServer } from "node:http";
import { readFileSync } from "node:fs";
import { extname } from "node:path";
import { after, afterEach, before, beforeEach, test } from "node:test";
import { launch } from "../../tools/chromium.mjs";
import { EXPECTED, PHOTO, Project } from "./project.mjs";

const TYPES = { ".html": "text/html", ".js": "text/javascript", ".mjs": "text/javascript", ".wasm": "application/wasm" };
const POLICY = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'";

let project;
let server;
let browser;
let page;
/** What the server says of scripts, and which files it does not have. */
let policy;
let missing;

before(async () => {
  project = new Project("plain");
  project.write("index.html", '<!doctype html><meta charset="utf-8"><title>page</title><link rel="icon" href="data:,"><script type="module" src="main.js"></script>');
  project.write("main.js", `
    import { createChecker } from "./node_modules/renzheng/worker-client.js";
    import { outcome } from "./outcomes.mjs";
    Object.assign(globalThis, { createChecker, outcome });
    globalThis.photo = async (name = "${PHOTO}") => new File([await (await fetch(name)).arrayBuffer()], name, { type: "image/jpeg" });
    globalThis.code = (promise) => promise.then(() => "fine", (error) => (typeof error.code === "string" ? error.code : error.name));`);
  browser = await launch();
  server = createServer((request, response) => {
    const path = request.url.split("?")[0];
    try {
      if (missing.test(path)) throw new Error("not there");
      const body = readFileSync(project.path(path === "/" ? "index.html" : path));
      response.writeHead(200, { "content-type": TYPES[extname(path)] ?? "text/html", "content-security-policy": policy }).end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
});
after(async () => {
  await browser?.close();
  server?.close();
  project?.remove();
});
beforeEach(() => {
  policy = POLICY;
  missing = /^\/nothing$/;
});
afterEach(() => page?.close());

async function open() {
  page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${server.address().port}/`);
  await page.waitForFunction(() => globalThis.createChecker);
  return page;
}

test("a file tells its name and type, and how far it is", async () => {
  await open();
  const found = await page.evaluate(async () => {
    const checker = createChecker();
    const stages = [];
    const file = new File([await photo()], "scan.png", { type: "image/png" });
    const { findings } = await checker.checkPhoto(file, { onProgress: ({ stage, report }) => stages.push([stage, report?.width > 0]) });
    return { where: await checker.ready(), stages, codes: findings.map(({ code }) => code) };
  });
  assert.equal(found.where, "worker");
  assert.deepEqual(found.stages, [["reading", false], ["inspected", true]]);
  assert.ok(found.codes.includes("photo.extension-mismatch"), found.codes.join());
});

test("what is given up is rejected at once, whether it runs or waits, and the rest goes on", async () => {
  await open();
  const found = await page.evaluate(async () => {
    const checker = createChecker();
    await checker.ready();
    const file = await photo();
    const [first, third] = [new AbortController(), new AbortController()];
    const running = new Promise((done) => (globalThis.begun = done));
    const one = code(checker.fitPhoto(file, { signal: first.signal, onProgress: begun }));
    const two = checker.fitPhoto(file);
    const three = code(checker.fitPhoto(file, { signal: third.signal }));
    await running;
    third.abort();
    first.abort();
    const given = await Promise.all([one, three]);
    return { given, ok: (await two).ok, late: await code(checker.fitPhoto(file, { signal: first.signal })) };
  });
  assert.deepEqual(found, { given: ["AbortError", "AbortError"], ok: true, late: "AbortError" });
});

test("a closed checker rejects what was asked and what is asked later", async () => {
  await open();
  const found = await page.evaluate(async () => {
    const controller = new AbortController();
    const checker = createChecker({ signal: controller.signal });
    const asked = code(checker.profiles());
    checker.close();
    const other = createChecker({ signal: controller.signal });
    controller.abort();
    return [await asked, await code(checker.profiles()), await code(other.profiles()), await code(checker.ready())];
  });
  assert.deepEqual(found, ["renzheng.closed", "renzheng.closed", "AbortError", "renzheng.closed"]);
});

test("misuse in the worker is the same Error as on the page, and does no harm", async () => {
  await open();
  const found = await page.evaluate(async () => {
    const checker = createChecker();
    const codes = [];
    for (const call of [() => checker.checkPhoto("photo.jpg"), () => checker.checkPhoto(new Uint8Array(1), { knid: "x" }), () => checker.checkNumber("mobile", 1, {})]) {
      codes.push(await code(call()));
    }
    return { codes, count: (await checker.profiles()).length };
  });
  assert.deepEqual(found, { codes: ["renzheng.bad-bytes", "renzheng.bad-options", "renzheng.bad-options"], count: 2 });
});

const outcomeOf = () =>
  page.evaluate(async (name) => {
    const checker = createChecker();
    const where = await checker.ready();
    return [where, await outcome(checker, name, new Uint8Array(await (await photo()).arrayBuffer()))];
  }, PHOTO);

test("a policy that forbids workers leaves the page's own thread", async () => {
  policy = `${POLICY}; worker-src 'none'`;
  await open();
  assert.deepEqual(await outcomeOf(), ["main-thread", EXPECTED]);
});

test("a worker that is not there leaves the page's own thread", async () => {
  missing = /\/worker\.js$/;
  await open();
  assert.deepEqual(await outcomeOf(), ["main-thread", EXPECTED]);
});

test("a wasm that is not there is said, and found at the next try", async () => {
  missing = /\.wasm$/;
  await open();
  const failed = await page.evaluate(async () => {
    globalThis.checker = createChecker();
    return checker.profiles().catch(({ code, status, url, message }) => ({ code, status, url, message }));
  });
  assert.equal(failed.code, "renzheng.load-failed");
  assert.equal(failed.status, 404);
  assert.match(failed.url, /renzheng_core_bg\.wasm$/);
  missing = /^\/nothing$/;
  assert.equal(await page.evaluate(async () => (await checker.profiles()).length), 2);
});

test("a policy that forbids WebAssembly is said", async () => {
  policy = "default-src 'self'";
  await open();
  const message = await page.evaluate(() => createChecker().profiles().catch(({ message }) => message));
  assert.match(message, /'wasm-unsafe-eval'/);
});

test("a worker of the host's is used, and stays", async () => {
  await open();
  const found = await page.evaluate(async () => {
    const worker = new Worker("./node_modules/renzheng/worker.js", { type: "module" });
    const checker = createChecker({ worker });
    const file = await photo();
    const controller = new AbortController();
    await checker.ready();
    const given = code(checker.fitPhoto(file, { signal: controller.signal, onProgress: () => controller.abort() }));
    const next = checker.fitPhoto(file);
    const made = createChecker({ worker: () => new Worker("./node_modules/renzheng/worker.js", { type: "module" }), wasm: new URL("./node_modules/renzheng/renzheng_core_bg.wasm", location.href) });
    return [await given, (await next).ok, await made.ready(), (await made.profiles()).length];
  });
  assert.deepEqual(found, ["AbortError", true, "worker", 2]);
});
